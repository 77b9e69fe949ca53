"""Postings: persons with their posts, where the title stands beside the name.

"Commander of X, General Y", "General Y, who is chief of Z", "Head: Y". Verbs that tell of a change of post are read in
``successions``; what was stated of one post in several sentences is joined in ``joined_postings``.
"""

from __future__ import annotations

from datetime import date

from contingent.period import is_before
from contingent.read import units
from contingent.read.entities import Entity, Held
from contingent.read.moves import read_moves
from contingent.read.post_bodies import body_of_post, default_body
from contingent.read.post_events import preposition_before
from contingent.read.post_labels import read_stacked
from contingent.read.post_verbs import PostVerb, find_post_verbs
from contingent.read.posts import Post, find_posts, is_body, is_lost, state, title_text
from contingent.read.proposals import When, when
from contingent.read.sentence_reading import Reading
from contingent.read.successions import read_successions
from contingent.read.times import TimeExpression

_LONGEST_GAP = 8
_NEAR = 4
"""How far from a name a word such as "spokesman" bars it."""


def read_postings(reading: Reading) -> None:
    """Put forward the postings of a sentence."""
    if units.TIME in reading.sorts:
        reading.discourse.changed = _day_of_change(reading) or reading.discourse.changed
    reading.discourse.changing = _body_of_change(reading) or reading.discourse.changing
    if reading.sorts.isdisjoint((units.PERSON, units.TITLE)) and not reading.has("pronouns_person"):
        return
    persons = [n for n, u in enumerate(reading.row) if u.sort == units.PERSON and not _barred(reading, n)]
    pronoun = any(reading.is_in("pronouns_person", u) for u in reading.row)
    titled = any(u.sort == units.TITLE for u in reading.row)
    if not persons and not pronoun and not titled:
        return
    stacked = read_stacked(reading)
    if stacked:
        reading.out += stacked
        return
    verbs, posts = find_post_verbs(reading), find_posts(reading)
    taken: set[int] = set()
    for person in persons:
        _beside(reading, person, [p for p in posts if p.at not in taken], verbs, taken)
    read_moves(reading, persons, posts, taken)
    read_successions(reading, persons, posts, verbs, taken)
    if not persons:
        reading.discourse.opened = _opened(reading, posts, verbs)
        return
    reading.discourse.opened = None
    if len(persons) == 1 and reading.discourse.last_person is not None and _accompanies(reading, persons[0]):
        return  # "The parade was in Gao, | with Admiral X in attendance": "he" is still whoever was spoken of before
    if not any(v.sort == "leave" for v in verbs):
        reading.discourse.last_person = reading.row[persons[0]].value
    else:
        reading.discourse.last_person = reading.row[persons[-1]].value


def _day_of_change(reading: Reading) -> str | None:
    """The day of a ceremony, or of a command that was taken: "The handover took place on 3 May."."""
    words = reading.words.pack.table("postings")["words"]
    # Where persons are named, a command's day may be that of one of them only.
    cues = [*words["ceremonies"], *(words["tokens"] if units.PERSON not in reading.sorts else ())]
    told = any(u.low.split()[-1] in cues for u in reading.row)
    days = [u for u in reading.row if u.sort == units.TIME] if told else []
    times = when([u.value for u in days], _published(reading), False)
    published = _published(reading)
    if times.on is None and published is not None and any(u.low in words["today"] for u in days):
        return published.isoformat()
    return times.on if published is not None and times.on and times.on <= published.isoformat() else None


def _accompanies(reading: Reading, person: int) -> bool:
    """Whether a person is named behind "with", with nothing but a post and commas between."""
    row, at = reading.row, person - 1
    besides = (units.TITLE, units.ACTOR, units.OPERATION, units.UNIT)
    while at >= 0 and (row[at].sort in besides or row[at].text == "," or reading.is_in("definite", row[at])):
        at -= 1
    return at >= 0 and reading.is_in("with", row[at])


def _body_of_change(reading: Reading) -> Entity | None:
    """What changes hands at a ceremony: "the change of command of | Task Group X", "the X | transfer of authority"."""
    row, words = reading.row, reading.words.pack.table("postings")["words"]
    cues = [n for n, u in enumerate(row) if u.low.split()[-1] in (*words["turns"], *words["ceremonies"])]
    for number, unit in enumerate(row) if cues else ():
        named = unit.sort == units.UNIT and unit.detail.named and is_body(reading, unit)
        before = next((n for n in reversed(cues) if n < number), None)
        between = row[before + 1 : number] if before is not None else ()
        passed = reading.words.sets["commands"] | reading.words.sets["leadership"] | set(words["over"])
        passed = passed | set(words["authorities"]) | reading.words.sets["definite"] | set(words["ceremonies"])
        follows = before is not None and all(u.low in passed for u in between)
        if named and (follows or number + 1 in cues):
            return reading.entity(unit)
    return None


def _opened(reading: Reading, posts: list[Post], verbs: list[PostVerb]) -> Held | None:
    """The post that a sentence says to get a new holder without telling whom: "On Tuesday KFOR changed commander."."""
    for verb in verbs:
        post = next((p for p in posts if p.at > verb.at), None)
        unit = next((u for u in reading.row if is_body(reading, u)), None)
        if verb.sort == "receive" and post is not None and unit is not None:
            body = reading.entity(unit)
            times = when([u.value for u in reading.row if u.sort == units.TIME], _published(reading), False)
            return Held(body, post.title.text, times.on or times.starts) if body is not None else None
    return None


def _published(reading: Reading) -> date | None:
    return reading.discourse.annotated.published


def _barred(reading: Reading, index: int) -> bool:
    barred = tuple(reading.words.pack.table("postings")["words"]["barred"])
    row = reading.row
    for step in (-1, 1):
        for at in range(index + step, index + step * (_NEAR + 1), step):
            if not 0 <= at < len(row) or row[at].sort == units.PERSON or row[at].text in ".;:":
                break
            if row[at].low.endswith(barred) and row[at].sort != units.TITLE:
                return True
            if row[at].low in reading.words.verbs:
                break
    return False


def _beside(reading: Reading, person: int, posts: list[Post], verbs: list[PostVerb], taken: set[int]) -> None:
    """The post whose title stands right before or behind a name."""
    row = reading.row
    before = [p for p in posts if p.last < person and not _is_given(reading, p, verbs, person)]
    post = next((p for p in reversed(before) if _introduces(reading, p.last + 1, person)), None)
    if post is not None:
        gap = row[post.last + 1 : person]
    else:
        post = next((p for p in posts if p.first > person and _describes(reading, person, p.first, verbs)), None)
        if post is None or (post.last + 1 < len(row) and row[post.last + 1].sort == units.PERSON):
            return
        gap = row[person + 1 : post.first]
    listed = post.last < person and any(u.text == ":" for u in gap)
    parts = _parts(reading, post)
    others = _companions(reading, person, 1 if listed else -1) if post.title.many or parts else []
    titles = parts if len(others) == 1 and len(parts) == 2 else []
    others = others if titles or post.title.many else []
    if post.title.many and not others:
        return
    if row[post.at].sort == units.PEOPLE and not post.stated and not any(_is_verb(reading, u) for u in gap):
        return  # "sygeplejerske X" is spoken to; "Danmarks stabsofficer i Juba, X" has a post
    held = reading.discourse.posts.get(row[person].value.name)
    body = (
        body_of_post(reading, post, row[person].value.name)
        or (held.body if held is not None else None)
        or default_body(reading)
    )
    if listed and post.title.many and body is reading.discourse.operation:
        # "Denmark has two observers in X: Major Y and Captain Z"
        sender = reading.sender_of(reading.clauses[0] if reading.clauses else None)
        body = reading.discourse.a_contribution(sender) or body
    if body is None or is_lost(reading, post):
        return
    taken.add(post.at)
    first, last = min(person, post.first), max(person, post.last)
    verb = any(_is_verb(reading, u) for u in gap or row[max(0, first - 1) : first])
    expressions, end = _times(reading, first, last, verb)
    told = next((v for v in verbs if v.sort == "hold" and first - 1 <= v.at < last), None)
    times = when(expressions, _published(reading), False) if expressions else reading.times
    receipt = any(v.sort == "receive" and v.at < post.first for v in verbs)
    if receipt and post.last < person and post.title.standing == "present":
        # "The brigade got a new commander in May, General X"
        inner = when([u.value for u in row[: post.first] if u.sort == units.TIME], _published(reading), False)
        times = When(inner.on or inner.starts)
    modality = _modality(reading, post, told, times)
    if modality == "planned" and _takes_over_here(reading, post, verbs):
        inner = when([u.value for u in row if u.sort == units.TIME], _published(reading), False)
        modality, times = "actual", When(inner.starts or inner.on)
    as_of = times.on if modality == "past" and not times.starts and not times.ends else None
    span, dated = (row[first].start, end), When(times.starts, times.ends)
    title = titles[-1] if titles else title_text(reading, post)
    state(reading, row[person].value, title, body, span, dated, modality, "a title beside a name", as_of)
    for other in others:
        start = min(row[first].start, row[other].start)
        span = (start, max(end, row[other].end))
        own = titles[0] if titles else title
        state(reading, row[other].value, own, body, span, dated, modality, "a title beside names", as_of)
    joined = next((p for p in posts if p.last == post.first - 2 and p.at not in taken), None)
    if joined is not None and post.last < person and reading.is_in("conjunctions_and", row[post.first - 1]):
        # "GOC 7 Division and Commander Sector 1, General X"
        second = body_of_post(reading, joined, row[person].value.name)
        if second is not None and not is_lost(reading, joined):
            taken.add(joined.at)
            span = (row[joined.first].start, end)
            state(reading, row[person].value, title_text(reading, joined), second, span, dated, modality, "two titles")


def _parts(reading: Reading, post: Post) -> list[str]:
    """The titles in "chief and deputy", which two persons have in this order."""
    for joiner in reading.words.sets["conjunctions_and"]:
        first, found, second = post.title.text.partition(f" {joiner} ")
        if found:
            return [first, second]
    return []


def _companions(reading: Reading, person: int, step: int) -> list[int]:
    """The persons in a row with one, before it or behind: "X, Y and | Z work as advisers"."""
    row, at, found = reading.row, person + step, list[int]()
    while 0 <= at < len(row) and (row[at].text == "," or reading.is_in("conjunctions_and", row[at])):
        at += step
        if 0 <= at < len(row) and row[at].sort == units.PERSON:
            found.append(at)
            at += step
    return found


def _modality(reading: Reading, post: Post, told: PostVerb | None, times: When) -> str:
    """Whether the post is held, was held or will be, by the words of its title, the verb and the times."""
    published, standing = _published(reading), post.title.standing
    ended = is_before(times.ends, published)
    over = told is not None and (told.tense == "past" or (told.tense == "perfect" and not times.starts))
    if ended or over or standing == "former":
        return "past"
    ahead = standing == "coming" or (told is not None and told.tense == "future")
    return "planned" if ahead else "actual"


def _takes_over_here(reading: Reading, post: Post, verbs: list[PostVerb]) -> bool:
    """Whether the sentence tells that the one to come has come: "handed over command to the incoming commander"."""
    handed = any(v.sort in ("leave", "pass") and v.tense == "past" and v.at < post.first for v in verbs)
    return handed and preposition_before(reading, post.first) in reading.words.pack.table("postings")["words"]["to"]


def _is_given(reading: Reading, post: Post, verbs: list[PostVerb], person: int) -> bool:
    """Whether a verb gives a title to somebody before: "was appointed chief, General X, who was …" is a list."""
    row, at = reading.row, post.first - 1
    if row[post.last + 1 if post.last + 1 < person else post.last].text != ",":
        return False
    table = reading.words.pack.table("postings")["words"]
    while at > 0 and (reading.is_in("definite", row[at]) or row[at].low in (*table["as"], *table["to"])):
        at -= 1
    return any(v.at == at and v.sort in ("appoint", "become", "enter") for v in verbs)


def _introduces(reading: Reading, start: int, person: int) -> bool:
    """Whether what stands between a title and a name behind it lets the title be that person's."""
    gap = reading.row[start:person]
    if gap and gap[0].text == "(" and any(u.text == ")" for u in gap):
        gap = gap[next(n for n, u in enumerate(gap) if u.text == ")") + 1 :]  # "Deputy Representative (Political)"
    filled = reading.words.pack.table("postings")["words"]["filled"]
    return len(gap) <= _LONGEST_GAP // 2 and all(
        u.text in (",", ":", "-", "–", "—", "(")
        or _is_be(reading, u)
        or u.low in filled
        or any(reading.is_in(name, u) for name in ("modals.future", "be.infinitive"))
        or reading.is_in("adverbs", u)
        or reading.is_in("definite", u)
        or u.sort in (units.ACTOR, units.PLACE)
        or (reading.is_in("prepositions", u) and n + 1 < len(gap) and gap[n + 1].sort == units.PLACE)
        for n, u in enumerate(gap)
    )


def _describes(reading: Reading, person: int, stop: int, verbs: list[PostVerb]) -> bool:
    """Whether what stands between a name and a title behind it lets the title be that person's."""
    row = reading.row
    if stop == person + 1:
        # "Until 2016 was X | commander": the verb stands before both.
        return bool(reading.words.grammar["verb_second"]) and person > 0 and _is_be(reading, row[person - 1])
    if not 0 < stop - person - 1 <= _LONGEST_GAP:
        return False
    light = reading.words.pack.table("postings")["words"]["light"]
    told = [v for v in verbs if person < v.at < stop]
    if any(v.sort != "hold" for v in told):
        return False
    table = reading.words.pack.table("postings")["words"]
    handed = any(row[n].low in (*table["as"], *table["to"]) for n in range(person + 1, stop))
    if not told and handed and any(v.at < person for v in verbs):
        return False  # "succeeds X as commander", "has named X as commander": the verb tells of a change
    used = {number for v in told for number in (*v.used, *range(v.first, v.at))}
    opening = next((n for n in range(person + 1, stop) if row[n].text == "("), stop)
    closing = next((n for n in range(opening, stop) if row[n].text == ")"), -1)
    return all(
        number in used
        or opening <= number <= closing
        or row[number].text in (",", "(", "-", "–")
        or row[number].sort in (units.TIME, units.ACTOR)
        or row[number].text[0].isdigit()
        or row[number].low in light
        or _is_be(reading, row[number])
        or reading.is_in("adverbs", row[number])
        for number in range(person + 1, stop)
    )


def _is_be(reading: Reading, unit: units.Unit) -> bool:
    return any(reading.is_in(f"be.{tense}", unit) for tense in ("present", "past", "participle"))


def _is_verb(reading: Reading, unit: units.Unit) -> bool:
    return _is_be(reading, unit) or (unit.sort == units.WORD and unit.low in reading.words.verbs)


def _times(reading: Reading, first: int, last: int, verb: bool) -> tuple[list[TimeExpression], int]:
    """The times of a person in a post, and where the words end that state both.

    Where a verb says that the person holds the post, its times are the post's; beside a bare title only what
    stands right behind it is ("General X, since May").
    """
    row = reading.row
    found = [u.value for u in row[first : last + 1] if u.sort == units.TIME]
    end = row[last].end
    at = last + 1
    while at < len(row) and (row[at].text in (",", "(") or (verb and _goes_on(reading, row[at]))):
        at += 1
    if at < len(row) and row[at].sort == units.TIME:
        bound = row[at].value.resolve(reading.discourse.annotated.published, False, None)
        if verb or bound.starts or bound.ends:
            found.append(row[at].value)
            end = row[at].end
    if verb:
        found += [u.value for u in row[: min(first, 3)] if u.sort == units.TIME]
    return found, end


def _goes_on(reading: Reading, unit: units.Unit) -> bool:
    """Whether a clause about a post can go on over a unit to its time: "head of X in Kosovo since May"."""
    return unit.sort in (units.PLACE, units.ACTOR, units.OPERATION) or reading.is_in("prepositions", unit)
