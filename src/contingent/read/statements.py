"""What sentences state: from phrases and clauses to proposed claims.

Each rule is a function of the reading (context and sentence) that puts forward proposals. Rules about
phrases hold wherever the phrase stands; rules about clauses go by the frame of the verb.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from contingent import catalogue
from contingent.claim import Quantity
from contingent.document import BlockKind
from contingent.read import units
from contingent.read.clauses import Clause
from contingent.read.context import Context, clean_name, is_state
from contingent.read.numbers import NumberExpression
from contingent.read.phrases import Phrase
from contingent.read.proposals import Proposal, When, quantity_of, when
from contingent.read.units import Sentence, Unit

_ELEMENTS = (units.UNIT, units.PEOPLE)


@dataclass
class Reading:
    """One sentence being read."""

    context: Context
    sentence: Sentence
    clauses: list[Clause]
    times: When
    """Times of the lead-in, for what has none of its own."""
    modality: str | None = None
    """The lead-in's modality, for what has no verb of its own."""
    listed: bool = False
    """Whether the sentence is an item of a list that names what belongs to a contribution."""
    out: list[Proposal] = field(default_factory=list)
    introduced: set[int] = field(default_factory=set)

    @property
    def row(self) -> list[Unit]:
        return self.sentence.units

    @property
    def text(self) -> str:
        return self.context.annotated.document.text

    def is_in(self, name: str, unit: Unit) -> bool:
        return unit.low in self.context.annotated.words.sets[name]

    def propose(
        self,
        kind: str,
        subject: str,
        object_: str | None,
        start: int,
        end: int,
        rule: str,
        when_: When | None = None,
        **more: Any,
    ) -> None:
        times = when_ or self.times
        self.out.append(
            Proposal(kind, subject, object_, start, end, rule, starts=times.starts, ends=times.ends, **more)
        )

    def clause_of(self, unit: Unit) -> Clause | None:
        """The clause that a phrase stands in."""
        for clause in self.clauses:
            if clause.start <= unit.start < clause.end:
                return clause
        return None


def read_sentence(reading: Reading) -> list[Proposal]:
    """All that one sentence states."""
    for rule in _PHRASE_RULES:
        rule(reading)
    for clause in reading.clauses:
        _read_clause(reading, clause)
    return reading.out


# --- time and modality ------------------------------------------------------------------------


def _mood(reading: Reading, clause: Clause | None) -> tuple[str, When]:
    """The modality of a clause and its times."""
    published = reading.context.annotated.published
    if clause is None:
        own = when([u.value for u in reading.row if u.sort == units.TIME], published, reading.modality == "planned")
        base = reading.times
        merged = When(own.starts or base.starts, own.ends or base.ends, own.on or base.on)
        return reading.modality or "actual", merged
    tense = clause.group.tense
    if tense in ("infinitive", "gerund", "participle"):
        at = reading.clauses.index(clause)
        leading = next(
            (c for c in reversed(reading.clauses[:at]) if c.group.tense not in ("infinitive", "gerund", "participle")),
            None,
        )
        if leading is not None:
            tense = leading.group.tense
    future = tense == "future"
    own = when(clause.times, published, future)
    times = When(own.starts or reading.times.starts, own.ends or reading.times.ends, own.on or reading.times.on)
    modality = {"future": "planned", "permission": "authorised", "past": "past"}.get(tense, "actual")
    if tense == "perfect" and not own.starts:
        modality = "past"
    if tense == "present" and reading.modality:
        modality = reading.modality
    if tense == "past" and own.starts and not own.ends and not own.on:
        modality = "actual"
    if modality == "planned" and own.starts and published and own.starts <= published.isoformat():
        modality = "actual"
    return modality, times


def _lasting(times: When, modality: str) -> When:
    """Times of a lasting thing: what the text dates with "in 2016" began and ended in it, or was so then."""
    if times.on and modality == "past" and not times.starts and not times.ends:
        return When(times.on, times.on)
    if times.on and modality == "planned" and not times.starts and not times.ends:
        return When(times.on, None)
    return When(times.starts, times.ends)


# --- phrases ----------------------------------------------------------------------------------


def _reference(reading: Reading, unit: Unit) -> str | None:
    return reading.context.reference(unit)


_INTRODUCING = ("contribute", "consist", "participate", "base", "area", "arrive", "return", "found", "mandate")
"""Frames whose clauses bring in elements as objects; elsewhere an object is what is worked on."""


def _governed(reading: Reading, number: int) -> bool:
    """Whether the phrase hangs on "from" or "of", and so only says where something else comes from."""
    if number == 0:
        return False
    return reading.is_in("from", reading.row[number - 1]) or reading.is_in("of", reading.row[number - 1])


def _elements(reading: Reading) -> None:
    """A unit or group of people that the sentence introduces."""
    context, words = reading.context, reading.context.annotated.words
    for number, unit in enumerate(reading.row):
        if unit.sort not in _ELEMENTS:
            continue
        phrase: Phrase = unit.detail
        reference = _reference(reading, unit)
        if reference is None or "/" not in reference:
            continue
        name = clean_name(reading.text[phrase.name_start : phrase.name_end])
        bare = not phrase.modified and not phrase.named
        first = number == 0 and reading.listed
        introduces = (
            first
            or phrase.named
            or bool(phrase.nations)
            or phrase.determiner in ("indefinite", "first person", None)
            or phrase.number is not None
        )
        if unit.sort == units.PEOPLE and bare and phrase.number is None and not phrase.nations and not first:
            introduces = bool(number) and reading.row[number - 1].low in words.sets["with"]
        if bare and unit.sort == units.UNIT and not phrase.nations and not first:
            introduces = False
        if phrase.head.lemma.split()[-1] in words.headquarters:
            introduces = False
        clause = reading.clause_of(unit)
        if clause is not None and clause.group.negated:
            introduces = False
        if clause is not None and unit not in clause.subjects:
            frame = clause.frame.sort if clause.frame is not None else "task"
            if frame in ("part", "say", "close", "take over", "hand over"):
                introduces = introduces and bool(phrase.nations)
            elif frame not in _INTRODUCING:
                introduces = introduces and (phrase.named or bool(phrase.nations)) and phrase.determiner != "definite"
        elif clause is not None and clause.frame is not None and clause.frame.sort == "close":
            introduces = False
        if _governed(reading, number) and not phrase.nations:
            introduces = False
        if introduces:
            modality, times = _mood(reading, clause)
            if (reference, modality) not in context.stated and not (
                modality == "past" and (reference, "actual") in context.stated
            ):
                context.stated.add((reference, modality))
                lasting = _lasting(times, modality)
                target = (
                    context.element
                    if context.element
                    and context.element != reference
                    and not phrase.nations
                    and context.element.split("/")[0] == reference.split("/")[0]
                    and not reading.listed
                    else reference.split("/")[0]
                )
                if (
                    reading.listed
                    and context.element
                    and context.element.split("/")[0] == reference.split("/")[0]
                    and context.element != reference
                ):
                    target = context.element
                if "@" in target:
                    reading.propose(
                        "element",
                        reference,
                        target,
                        unit.start,
                        unit.end,
                        "an element is introduced",
                        lasting,
                        modality=modality,
                    )
                reading.introduced.add(number)
            context.remember(reference, phrase, name)
            if first:
                context.element = reference
            _size(reading, number, unit, reference, clause)
        elif not bare or reference in context.names.values():
            context.last_element = reference
            context.by_head[phrase.head.lemma.split()[-1]] = reference


def _answering(reading: Reading) -> None:
    """ "A team under the command of the mission", "staff officers at the headquarters of the force"."""
    row, words = reading.row, reading.context.annotated.words
    for number, unit in enumerate(row[:-2]):
        if unit.sort not in _ELEMENTS:
            continue
        following = row[number + 1]
        under = reading.is_in("under", following)
        if not under and not reading.is_in("locating", following):
            continue
        near = [
            u
            for u in row[number + 2 : number + 7]
            if u.sort in (*_ELEMENTS, units.OPERATION, units.ANAPHOR) and not (under and reading.is_in("commands", u))
        ]
        if not near:
            continue
        target = near[0]
        if not under:
            after = row[row.index(target) + 1] if row.index(target) + 1 < len(row) else None
            if (
                target.sort != units.UNIT
                or target.detail.head.lemma not in words.headquarters
                or (after is not None and reading.is_in("standing", after))
            ):
                continue
        reference, whole = _reference(reading, unit), _whole(reading, target)
        if reference and whole and "/" in reference and reference != whole:
            clause = reading.clause_of(unit)
            modality, times = _mood(reading, clause)
            reading.propose(
                "element",
                reference,
                whole,
                unit.start,
                target.end,
                "under a command" if under else "at a headquarters",
                _lasting(times, modality),
                modality=modality,
            )


def _size(reading: Reading, number: int, unit: Unit, reference: str, clause: Clause | None) -> None:
    """How many people an element has: "two staff officers", "a team of 14", "(about 300 people)"."""
    phrase: Phrase = unit.detail
    modality, times = _mood(reading, clause)
    lasting = _lasting(times, modality)
    words = reading.context.annotated.words
    if phrase.number is not None and unit.sort == units.PEOPLE:
        reading.propose(
            "strength",
            reference,
            None,
            unit.start,
            unit.end,
            "a counted group of people",
            lasting,
            modality=modality,
            quantity=quantity_of(phrase.number, "persons"),
        )
        return
    row = reading.row
    at = number + 1
    if at >= len(row):
        return
    if row[at].low in words.sets["of"] or row[at].text in (",", "("):
        at += 1
    if at < len(row):
        size = row[at]
        counted: NumberExpression | None = None
        if size.sort == units.PERSONS and size.detail.number is not None and not size.detail.nations:
            counted = size.detail.number
        elif size.sort == units.NUMBER and size.value.measure is None and row[at - 1].low in words.sets["of"]:
            counted = size.value
        elif size.sort == units.PEOPLE and size.detail.number is not None and row[at - 1].low in words.sets["of"]:
            counted = size.detail.number
        if counted is not None:
            reading.propose(
                "strength",
                reference,
                None,
                unit.start,
                size.end,
                "the size of an element",
                lasting,
                modality=modality,
                quantity=quantity_of(counted, "persons"),
            )
            reading.introduced.add(at)


def _contingents(reading: Reading) -> None:
    """The size of a contribution: "a Polish contingent of about 200"."""
    for number, unit in enumerate(reading.row):
        if unit.sort == units.CONTRIBUTION:
            reference = _reference(reading, unit)
            if reference and "@" in reference:
                _size(reading, number, unit, reference, reading.clause_of(unit))


def _strengths(reading: Reading) -> None:
    """Counted people: of a nation, of the section's element, of the subject."""
    context = reading.context
    for number, unit in enumerate(reading.row):
        if unit.sort != units.PERSONS or unit.detail.number is None or number in reading.introduced:
            continue
        phrase: Phrase = unit.detail
        clause = reading.clause_of(unit)
        if clause is not None and clause.group.negated:
            continue
        if clause is not None and clause.frame is not None and clause.frame.sort in ("say", "support"):
            continue
        modality, times = _mood(reading, clause)
        subject = None
        nation = next((n for n in phrase.nations if is_state(n)), None)
        if nation is None and clause is not None and clause.subjects and unit not in clause.subjects:
            if clause.frame is None or clause.frame.sort not in (
                "consist",
                "contribute",
                "mandate",
                "participate",
                "base",
            ):
                continue
            subject = _reference(reading, clause.subjects[-1])
            if subject and "@" not in subject and is_state(subject):
                subject = f"{subject}@{context.operation}" if context.operation else None
        if subject is None:
            subject = _reference(reading, unit)
        if clause is not None and unit in clause.subjects and nation is None and clause.arguments:
            inside = next((u for _, u in clause.arguments if u.sort == units.UNIT), None)
            if inside is not None and inside.detail.named:
                subject = _reference(reading, inside) or subject
        if subject is None or "@" not in subject:
            continue
        following = reading.row[number + 1 : number + 3]
        if (
            len(following) == 2
            and reading.is_in("locating", following[0])
            and following[1].sort == units.UNIT
            and following[1].detail.named
        ):
            subject = _reference(reading, following[1]) or subject
        elif clause is not None and unit in clause.subjects:
            target = next((u for p, u in clause.arguments if u.sort == units.OPERATION), None)
            if target is not None and "/" not in subject:
                subject = f"{subject.split('@')[0]}@{target.value}"
        if (
            modality == "actual"
            and phrase.number is not None
            and phrase.number.low is None
            and clause is not None
            and clause.frame is not None
            and clause.frame.sort == "mandate"
        ):
            modality = "authorised"
        lasting = _lasting(times, modality)
        as_of = times.on if modality == "past" and times.on and not times.starts and not times.ends else None
        if as_of:
            lasting = When()
        reading.propose(
            "strength",
            subject,
            None,
            unit.start,
            unit.end,
            "counted people",
            lasting,
            modality=modality,
            quantity=quantity_of(phrase.number, "persons"),
            as_of=as_of,
        )


def _assets(reading: Reading) -> None:
    """Equipment that the sentence says somebody has, sends or keeps."""
    context = reading.context
    words = context.annotated.words
    for number, unit in enumerate(reading.row):
        if unit.sort != units.ASSET or not isinstance(unit.detail, Phrase):
            continue
        phrase: Phrase = unit.detail
        if phrase.determiner == "definite" and phrase.number is None and not phrase.nations:
            continue
        clause = reading.clause_of(unit)
        before = reading.row[number - 1] if number else None
        if clause is not None:
            if clause.group.negated or (clause.frame is not None and clause.frame.sort in ("say", "support", "lead")):
                continue
            known = clause.frame is not None and clause.frame.sort in (
                "contribute",
                "consist",
                "participate",
                "arrive",
                "return",
                "base",
                "area",
                "part",
            )
            if not known and not phrase.nations and not (before is not None and before.low in words.sets["with"]):
                continue
        elif not (
            reading.listed or phrase.number is not None or (before is not None and before.low in words.sets["with"])
        ):
            continue
        owner = None
        nation = next((n for n in phrase.nations if is_state(n)), None)
        if nation is not None and context.operation:
            owner = f"{nation}@{context.operation}"
        elif (
            before is not None
            and before.low in words.sets["with"]
            and number > 1
            and reading.row[number - 2].sort in _ELEMENTS
        ):
            owner = _reference(reading, reading.row[number - 2])
        elif clause is not None and clause.subjects and unit not in clause.subjects:
            owner = _reference(reading, clause.subjects[0])
            if owner and "@" not in owner and is_state(owner):
                operation = next((u.value for _, u in clause.arguments if u.sort == units.OPERATION), context.operation)
                owner = f"{owner}@{operation}" if operation else None
        owner = owner or context.element or context.contribution
        if owner is None or ("@" not in owner and "/" not in owner):
            continue
        modality, times = _mood(reading, clause)
        lasting = _lasting(times, modality)
        if clause is not None and clause.frame is not None and clause.frame.sort == "return":
            modality, lasting = ("planned" if modality == "planned" else "past"), When(None, times.on or times.ends)
        elif clause is not None and clause.frame is not None and clause.frame.sort == "arrive":
            lasting = When(times.on or times.starts, times.ends)
        name = _singular(reading.text[phrase.name_start : phrase.name_end], words.grammar["compounds"])
        tail = " ".join(u.low for u in reading.row[number + 1 : number + 5])
        role = "reserve" if any(word in tail for word in words.sets["reserve"]) else None
        reading.propose(
            "asset",
            owner,
            name,
            unit.start,
            unit.end,
            "equipment",
            lasting,
            modality=modality,
            quantity=quantity_of(phrase.number, None),
            role=role,
        )
        _more_in_reserve(reading, number, owner, name, lasting, modality)


def _more_in_reserve(reading: Reading, number: int, owner: str, name: str, lasting: When, modality: str) -> None:
    """A second number of the same equipment: "two helicopters and two more in reserve"."""
    words = reading.context.annotated.words
    row = reading.row
    for at in range(number + 1, min(len(row), number + 4)):
        if row[at].sort == units.NUMBER:
            tail = row[at + 1 : at + 6]
            if any(u.low in words.sets["reserve"] for u in tail) and not any(
                u.sort in (units.ASSET, units.UNIT) for u in tail[:2]
            ):
                end = next(u.end for u in tail if u.low in words.sets["reserve"])
                reading.propose(
                    "asset",
                    owner,
                    name,
                    row[number].start,
                    end,
                    "equipment in reserve",
                    lasting,
                    modality=modality,
                    quantity=quantity_of(row[at].value, None),
                    role="reserve",
                )
            return


def _singular(name: str, listed: bool) -> str:
    """The singular of a printed noun phrase of equipment."""
    name = clean_name(name)
    if listed:
        return name
    if name.endswith("ies") and len(name) > 5:
        return name[:-3] + "y"
    if name.endswith("s") and not name.endswith(("ss", "us")) and name.lower() not in ("aircraft",):
        return name[:-1]
    return name


def _memberships(reading: Reading) -> None:
    """How many countries take part."""
    context = reading.context
    for number, unit in enumerate(reading.row):
        if unit.sort != units.COUNTRIES or unit.detail.number is None:
            continue
        near = next((u for u in reversed(reading.row[:number]) if u.sort in (units.OPERATION, units.ANAPHOR)), None)
        reference = (
            _reference(reading, near) if near is not None else (f"@{context.operation}" if context.operation else None)
        )
        after = reading.row[number + 1] if number + 1 < len(reading.row) else None
        if after is not None and after.sort == units.OPERATION:
            reference = f"@{after.value}"
        if reference and reference.startswith("@") and "/" not in reference:
            clause = reading.clause_of(unit)
            modality, _times = _mood(reading, clause)
            reading.propose(
                "membership",
                reference,
                None,
                unit.start,
                unit.end,
                "countries counted",
                When(),
                modality=modality,
                quantity=quantity_of(unit.detail.number, "countries"),
            )


def _led(reading: Reading) -> None:
    """ "US-led", "under French leadership": an attribute that names the leader."""
    suffixes = reading.context.annotated.words.pack.table("units")["led"]
    language = reading.context.annotated.words.pack.code
    for number, unit in enumerate(reading.row):
        for suffix in suffixes:
            if unit.sort in (units.WORD, units.UNIT, units.ANAPHOR, units.OPERATION) and suffix in unit.low:
                word = next((w for w in re.split(r"\s+", unit.text) if w.lower().endswith(suffix)), None)
                if word is None:
                    continue
                actor = _leader(word[: -len(suffix)].strip("-"), language)
                target = next(
                    (u for u in reading.row[number : number + 4] if u.sort in (units.OPERATION, units.ANAPHOR)), None
                )
                reference = _reference(reading, target) if target is not None else None
                if actor and reference:
                    reading.propose(
                        "lead", actor, reference, unit.start, target.end if target else unit.end, "led by", When()
                    )
                break


def _leader(word: str, language: str) -> str | None:
    """The actor that a name or adjective before "-led" means."""
    for name in catalogue.load().actor_names:
        if name.language in (language, catalogue.ANY_LANGUAGE) and name.name.lower() == word.lower():
            return name.actor
    return None


def _locations(reading: Reading) -> None:
    """A place that stands at an operation, an element or a counted group: "KFOR in Kosovo", "a team in Niamey"."""
    row = reading.row
    for number, unit in enumerate(row):
        if not _is_place(reading, number):
            continue
        before = row[number - 1] if number else None
        at = number - 1
        while at > 0 and reading.is_in("definite", row[at]):
            at -= 1
        before = row[at] if at >= 0 else None
        if before is None:
            continue
        holder = row[at - 1] if at >= 1 else None
        if before.text == "(" and holder is not None and holder.sort == units.OPERATION:
            reading.propose(
                "location",
                f"@{holder.value}",
                _place(unit),
                holder.start,
                unit.end,
                "operation (place)",
                When(),
                role="area",
            )
            continue
        if not reading.is_in("locating", before) or holder is None:
            continue
        if holder.sort == units.SIGN and holder.text == ")" and at >= 2:
            holder = next((u for u in reversed(row[: at - 1]) if u.sort in (units.OPERATION, units.UNIT)), None)
            if holder is None:
                continue
        if holder.sort == units.OPERATION or (holder.sort == units.ANAPHOR and reading.is_in("locating", before)):
            reference = _reference(reading, holder)
            sender = next(
                (u for u in row[max(0, at - 5) : at - 1] if u.sort == units.CONTRIBUTION and u.detail.nations), None
            )
            if sender is not None:
                reference = _reference(reading, sender)
            if reference and reading.is_in("standing", before):
                reading.propose(
                    "location",
                    str(reference),
                    _place(unit),
                    holder.start,
                    unit.end,
                    "operation in a place",
                    When(),
                    role="area",
                )
                _other_places(reading, number, str(reference), "area", "actual", When())
        elif not reading.is_in("standing", before):
            continue
        elif holder.sort in _ELEMENTS or (holder.sort == units.CONTRIBUTION and holder.detail.nations):
            reference = _reference(reading, holder)
            if reference and "@" in reference:
                clause = reading.clause_of(unit)
                modality, times = _mood(reading, clause)
                role = "area" if reading.is_in("area", before) or unit.sort == units.ACTOR else "base"
                if (
                    holder.sort == units.UNIT
                    and holder.detail.head.lemma in reading.context.annotated.words.headquarters
                ):
                    reference = reference.split("/")[0]
                reading.propose(
                    "location",
                    reference,
                    _place(unit),
                    holder.start,
                    unit.end,
                    "element in a place",
                    _lasting(times, modality),
                    role=role,
                    modality=modality,
                )
                _other_places(reading, number, reference, role, modality, _lasting(times, modality))


def _other_places(reading: Reading, number: int, reference: str, role: str, modality: str, lasting: When) -> None:
    row = reading.row
    at = number + 1
    while at + 1 < len(row) and (reading.is_in("conjunctions_and", row[at]) or row[at].text == ","):
        at += 1
        while at + 1 < len(row) and reading.is_in("definite", row[at]):
            at += 1
        if not _is_place(reading, at):
            return
        reading.propose(
            "location",
            reference,
            _place(row[at]),
            row[number].start,
            row[at].end,
            "element in places",
            lasting,
            role=role,
            modality=modality,
        )
        at += 1


def _is_place(reading: Reading, number: int) -> bool:
    unit = reading.row[number]
    if unit.sort == units.PLACE:
        return True
    return unit.sort == units.ACTOR and unit.detail == "name" and is_state(unit.value)


def _place(unit: Unit) -> str:
    return clean_name(unit.text)


def _counted_nations(reading: Reading) -> None:
    """Lists such as "Bulgaria (516), Hungary (502)"."""
    row, context = reading.row, reading.context
    for number in range(len(row) - 2):
        unit = row[number]
        if unit.sort == units.ACTOR and is_state(unit.value) and unit.detail == "name" and context.operation:
            opening, count = row[number + 1], row[number + 2]
            closing = row[number + 3] if number + 3 < len(row) else None
            if opening.text == "(" and count.sort == units.NUMBER and closing is not None and closing.text == ")":
                reference = f"{unit.value}@{context.operation}"
                reading.propose(
                    "participation",
                    unit.value,
                    f"@{context.operation}",
                    unit.start,
                    closing.end,
                    "nation (number)",
                    When(),
                )
                reading.propose(
                    "strength",
                    reference,
                    None,
                    unit.start,
                    closing.end,
                    "nation (number)",
                    When(),
                    quantity=quantity_of(count.value, "persons"),
                )


def _postings(reading: Reading) -> None:
    """Persons with their posts: "Commander of X Lieutenant General Y", "General Y, who commands X", "Head: Y"."""
    row, context = reading.row, reading.context
    table = context.annotated.words.pack.table("units")
    posts, allowed, barred = frozenset(table["posts"]), frozenset(table["post_words"]), frozenset(table["not_posts"])
    for number, unit in enumerate(row):
        if unit.sort != units.PERSON:
            continue
        person = unit.value
        clause = reading.clause_of(unit)
        title = _title(reading, number, posts, allowed)
        window = {u.low for u in row[max(0, number - 4) : number + 4]}
        if window & barred:
            continue
        frame = clause.frame.sort if clause is not None and clause.frame is not None else None
        if title is None and frame not in ("lead", "take over", "hand over") and not _under(reading, number):
            relative = next((c for c in reading.clauses if c.relative and unit in c.subjects), None)
            if (
                relative is None
                or relative.frame is None
                or relative.frame.sort not in ("lead", "take over", "hand over")
            ):
                continue
            clause = relative
            frame = relative.frame.sort
        start, end = unit.start, unit.end
        target: str | None = None
        text_title = None
        if title is not None:
            text_title, title_start, title_end, target_unit = title
            start, end = min(start, title_start), max(end, title_end)
            if target_unit is not None:
                target = _reference(reading, target_unit)
        if target is None and clause is not None:
            candidates = [u for _, u in clause.arguments if u.sort in (*_ELEMENTS, units.OPERATION, units.ANAPHOR)]
            if candidates and frame in ("lead", "take over", "hand over"):
                target = _reference(reading, candidates[0])
                end = max(end, candidates[0].end)
        if target is None and _under(reading, number):
            holder = next(
                (u for u in reversed(row[:number]) if u.sort in (*_ELEMENTS, units.OPERATION, units.ANAPHOR)), None
            )
            if holder is not None:
                target, start = _reference(reading, holder), holder.start
        if target is None:
            target = context.element or (f"@{context.operation}" if context.operation else None)
        if target is None:
            continue
        if "@" not in target and "/" not in target:
            target = f"{target}@{context.operation}" if context.operation else None
        if target is None:
            continue
        modality, times = _mood(reading, clause)
        lasting = When(times.starts, times.ends)
        if frame == "take over" and clause is not None:
            if unit in clause.subjects:
                lasting, modality = (
                    When(times.on or times.starts, times.ends),
                    "planned" if modality == "planned" else "actual",
                )
            else:
                lasting, modality = When(None, times.on or times.starts), "past"
        elif frame == "hand over" and clause is not None:
            if unit in clause.subjects:
                lasting, modality = When(None, times.on or times.ends), "past" if modality != "planned" else "actual"
            else:
                lasting, modality = (
                    When(times.on or times.starts, None),
                    "planned" if modality == "planned" else "actual",
                )
        elif frame is not None and modality == "past":
            lasting = _lasting(times, modality)
            if frame not in ("lead", "consist", "base", "participate"):
                modality, lasting = "actual", When()
        if clause is not None and clause.times and clause.start < start and (lasting.starts or lasting.ends):
            start = min(start, clause.start)
        reading.propose(
            "posting",
            person.name,
            target,
            start,
            end,
            "a person in a post",
            lasting,
            modality=modality,
            title=text_title,
            rank=person.rank,
        )
        context.last_person = person.name


def _under(reading: Reading, number: int) -> bool:
    return number > 0 and reading.is_in("under", reading.row[number - 1])


def _title(
    reading: Reading, number: int, posts: frozenset[str], allowed: frozenset[str]
) -> tuple[str, int, int, Unit | None] | None:
    """The title before or behind a person, with what it is a title of."""
    row, text = reading.row, reading.text

    def holds_post(stretch: list[Unit]) -> bool:
        words = [w for u in stretch for w in re.split(r"[\s-]+", u.low)]
        return any(w in posts for w in words) or any(u.low in posts for u in stretch)

    # before: "(The) head of the mission - Lieutenant General …", "Force Commander: …", "Commander of NMI General …"
    at = number - 1
    if at >= 0 and row[at].text in (":", ",", "-", "–", "—"):
        at -= 1
    stop = at
    while (
        at >= 0
        and number - at <= 9
        and (
            row[at].low in allowed
            or row[at].low in posts
            or row[at].sort in (units.OPERATION, units.ANAPHOR, *_ELEMENTS, units.ACTOR)
            or holds_post([row[at]])
            or (row[at].text in ("'s", "’s"))
        )
    ):
        at -= 1
    stretch = row[at + 1 : stop + 1]
    while stretch and stretch[0].low in reading.context.annotated.words.sets["definite"]:
        stretch = stretch[1:]
    if stretch and holds_post(stretch):
        return _title_of(stretch, text)
    # behind: "General X, Force Commander of …", "General X is the commander of …"
    at = number + 1
    skipped = 0
    while (
        at < len(row)
        and skipped < 4
        and (
            row[at].text in (",", "(", ")")
            or row[at].low in reading.context.annotated.words.sets["definite"]
            or row[at].low
            in reading.context.annotated.words.sets["be.present"]
            | reading.context.annotated.words.sets["be.past"]
            | reading.context.annotated.words.sets["indefinite"]
            or row[at].low in ("been",)
            or row[at].low in reading.context.annotated.words.sets["have.present"]
            or (row[at].sort == units.ACTOR and row[at - 1].text == "(")
        )
    ):
        at += 1
        skipped += 1
    begin = at
    while (
        at < len(row)
        and at - begin < 8
        and (
            row[at].low in allowed
            or row[at].low in posts
            or row[at].sort in (units.OPERATION, units.ANAPHOR, *_ELEMENTS, units.ACTOR)
            or holds_post([row[at]])
            or row[at].text in ("'s", "’s")
        )
    ):
        at += 1
    stretch = row[begin:at]
    if skipped and stretch and holds_post(stretch):
        return _title_of(stretch, text)
    return None


def _title_of(stretch: list[Unit], text: str) -> tuple[str, int, int, Unit | None]:
    target = next(
        (
            u
            for u in stretch
            if u.sort in (units.OPERATION, units.ANAPHOR, *_ELEMENTS)
            and not (isinstance(u.detail, Phrase) and u is stretch[0] and len(stretch) == 1)
        ),
        None,
    )
    kept = [u for u in stretch if u is not target or u.sort == units.ANAPHOR]
    while kept and kept[-1].low in ("of", "for", "the", "in"):
        kept.pop()
    if target is not None and target.sort == units.OPERATION:
        words = [u for u in stretch if u.start < target.start] or kept
        while words and (words[-1].low in ("of", "for", "the", "in") or words[-1].text in ("'s", "’s")):
            words = words[:-1]
        kept = words or kept
    if not kept:
        kept = stretch
    return clean_name(text[kept[0].start : kept[-1].end]), stretch[0].start, stretch[-1].end, target


def _authorities(reading: Reading) -> None:
    """Resolutions and decisions that are named as the ground of an operation."""
    context = reading.context
    pattern = _resolution(tuple(context.annotated.words.sets["resolutions"]))
    sentence = reading.text[reading.sentence.start : reading.sentence.end]
    for match in pattern.finditer(sentence):
        start, end = reading.sentence.start + match.start(), reading.sentence.start + match.end()
        near = next((u for u in reading.row if u.sort == units.OPERATION), None)
        reference = f"@{near.value}" if near is not None else f"@{context.operation}" if context.operation else None
        if reference is None:
            continue
        year = re.search(r"\((\d{4})\)", match.group())
        clause = next((c for c in reading.clauses if c.start <= start < c.end), None)
        _, times = _mood(reading, clause)
        lasting = When(year.group(1) if year else times.on or times.starts, times.ends)
        reading.propose("mandate", reference, clean_name(match.group()), start, end, "a resolution", lasting)


def _invitations(reading: Reading) -> None:
    """ "Following an invitation from the government": an authority that is a state's wish."""
    row, context = reading.row, reading.context
    for number, unit in enumerate(row[:-2]):
        if unit.sort != units.WORD or not reading.is_in("invitations", unit):
            continue
        if not (reading.is_in("of", row[number + 1]) or reading.is_in("from", row[number + 1])):
            continue
        stop = number + 2
        while (
            stop < len(row)
            and stop - number < 9
            and row[stop].sort != units.TIME
            and row[stop].text not in (",", ".", ";", ")")
        ):
            stop += 1
        clause = reading.clause_of(unit)
        subject = clause.subjects[-1] if clause is not None and clause.subjects else None
        reference = _reference(reading, subject) if subject is not None else None
        if reference is None or not reference.startswith("@") or "/" in reference:
            reference = f"@{context.operation}" if context.operation else None
        if reference:
            reading.propose(
                "mandate",
                reference,
                clean_name(reading.text[unit.start : row[stop - 1].end]),
                unit.start,
                row[stop - 1].end,
                "an invitation",
                When(),
            )


def _resolution(words: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))
    return re.compile(
        rf"(?:[A-ZÅÆØ][\w'’]*\s+)*?(?:{names})\s+(?:\w{{1,3}}\s)?\d+(?:\s*\(\d{{4}}\))?|S/RES/\d+(?:\s*\(\d{{4}}\))?",
        re.IGNORECASE,
    )


_PHRASE_RULES: tuple[Callable[[Reading], None], ...] = (
    _elements,
    _contingents,
    _strengths,
    _assets,
    _memberships,
    _led,
    _locations,
    _counted_nations,
    _postings,
    _authorities,
    _invitations,
    _answering,
)


# --- clauses ----------------------------------------------------------------------------------


def _read_clause(reading: Reading, clause: Clause) -> None:
    frame = clause.frame.sort if clause.frame is not None else "task"
    subject = clause.subjects[-1] if clause.subjects else None
    rule = clause.frame.source if clause.frame is not None else "a verb without a frame"
    if _duties(reading, clause, rule):
        return
    if subject is not None and frame not in ("say",) and not clause.group.negated:
        _FRAMES.get(frame, _task)(reading, clause, rule)
    if subject is not None and subject.sort in (*_ELEMENTS, units.CONTRIBUTION):
        reference = _reference(reading, subject)
        if reference:
            reading.context.last_subject = reference


def _is_duty(reading: Reading, unit: Unit, clause: Clause) -> bool:
    """Whether a noun before the verb means duties. "The mission" does only in "the mission … is to advise"."""
    if unit.sort == units.WORD:
        return reading.is_in("duties", unit)
    is_to = clause.group.tense == "future" and reading.is_in("be.present", reading.row[clause.group.first])
    duties = reading.context.annotated.words.sets["duties"]
    return unit.sort == units.ANAPHOR and is_to and unit.low.split()[-1] in duties


def _duties(reading: Reading, clause: Clause, rule: str) -> bool:
    """ "The tasks include …", "Its job is to …": a clause about the duties of whoever is spoken of."""
    row = reading.row
    at = clause.group.first - 1
    noun = next(
        (u for u in reversed(row[max(0, at - 6) : at + 1]) if _is_duty(reading, u, clause)),
        None,
    )
    if noun is None or clause.inherited or clause.relative:
        return False
    context = reading.context
    owner: str | None = None
    for unit in row[max(0, at - 8) : at + 1]:
        if unit.sort in (units.OPERATION, *_ELEMENTS, units.CONTRIBUTION) or (
            unit.sort == units.ANAPHOR and unit is not noun
        ):
            owner = _reference(reading, unit)
        elif unit.sort == units.WORD and reading.is_in("possessive_third", unit):
            owner = context.element or context.last_subject or context.last_element
    owner = (
        owner
        or context.element
        or context.last_element
        or context.last_subject
        or (f"@{context.operation}" if context.operation else None)
    )
    if owner is None or "@" not in owner:
        return False
    context.last_subject = owner
    begin = (
        row[clause.group.main].start
        if clause.group.tense == "future"
        else row[min(clause.group.last, len(row) - 1)].start
    )
    modality, times = _mood(reading, clause)
    if modality == "planned":
        modality = "actual"
    stretch = reading.text[begin : clause.end]
    pieces = (
        [(m.start(), m.end()) for m in _separator(reading).finditer(stretch)]
        if clause.group.tense != "future"
        else [(0, len(stretch))]
    )
    for start, end in pieces:
        words = clean_name(_opening(reading).sub("", stretch[start:end]).strip(" .,;:"))
        if len(words) > 4:
            reading.propose(
                "task",
                owner,
                words,
                begin + start,
                begin + end,
                rule,
                When(times.starts, times.ends),
                modality=modality,
            )
    return True


def _joiners(reading: Reading, *names: str) -> str:
    sets = reading.context.annotated.words.sets
    return "|".join(sorted(re.escape(word) for name in names for word in sets[name] if " " not in word))


def _separator(reading: Reading) -> re.Pattern[str]:
    """Matches each member of an enumeration."""
    return re.compile(rf"[^,;]+?(?=,|;|\s(?:{_joiners(reading, 'conjunctions_and')})\s|$)")


def _opening(reading: Reading) -> re.Pattern[str]:
    """Matches what stands before the words of a member."""
    return re.compile(rf"^\s*(?:(?:{_joiners(reading, 'conjunctions_and', 'infinitive')})\s+)+")


def _operation_in(reading: Reading, clause: Clause) -> Unit | None:
    found = next((u for _, u in clause.arguments if u.sort in (units.OPERATION, units.ANAPHOR)), None)
    return found or next((u for _, u in clause.before if u.sort == units.OPERATION), None)


def _actors(reading: Reading, clause: Clause) -> list[tuple[str, Unit]]:
    found = []
    for subject in clause.subjects:
        if subject.sort == units.ACTOR and is_state(subject.value):
            found.append((subject.value, subject))
        elif subject.sort in (units.PERSONS, units.CONTRIBUTION):
            nation = next((n for n in subject.detail.nations if is_state(n)), None)
            if nation or reading.context.home:
                found.append((nation or str(reading.context.home), subject))
        elif subject.sort == units.WORD and reading.is_in("pronouns_first", subject) and reading.context.home:
            found.append((reading.context.home, subject))
    return found


def _takes_part(reading: Reading, clause: Clause, rule: str) -> None:
    """Contributing and participating: the actor takes part; tasks of elements are read as tasks."""
    operation = _operation_in(reading, clause)
    reference = _reference(reading, operation) if operation is not None else None
    actors = _actors(reading, clause)
    if not actors:
        if clause.subjects and clause.subjects[-1].sort in (*_ELEMENTS, units.WORD):
            _task(reading, clause, rule)
        return
    if (
        reference is None
        and reading.context.operation
        and clause.frame is not None
        and clause.frame.sort == "contribute"
    ):
        reference = f"@{reading.context.operation}"
    if reference is None:
        return
    modality, times = _mood(reading, clause)
    for code, unit in actors:
        if (operation is None and code == reading.context.home) or reading.context.hosts(reference[1:], code):
            continue
        if modality == "past" and clause.group.tense == "perfect" and not times.starts:
            continue
        reading.propose(
            "participation",
            code,
            reference,
            clause.start,
            max(clause.end, unit.end),
            rule,
            _lasting(times, modality),
            modality=modality,
        )
    if operation is not None and operation.sort == units.OPERATION:
        reading.context.operation = operation.value


def _leads(reading: Reading, clause: Clause, rule: str) -> None:
    modality, times = _mood(reading, clause)
    targets = [u for _, u in clause.arguments if u.sort in (units.OPERATION, units.ANAPHOR, units.UNIT)]
    if clause.group.passive:
        agent = next(
            (
                u
                for p, u in clause.arguments
                if u.sort == units.ACTOR and p in reading.context.annotated.words.sets["by"]
            ),
            None,
        )
        reference = _reference(reading, clause.subjects[-1])
        if agent is not None and reference:
            reading.propose(
                "lead",
                agent.value,
                reference,
                clause.start,
                clause.end,
                rule,
                _lasting(times, modality),
                modality=modality,
            )
        return
    for subject in clause.subjects:
        if subject.sort == units.ACTOR and targets:
            reference = _reference(reading, targets[0])
            if reference:
                reading.propose(
                    "lead",
                    subject.value,
                    reference,
                    clause.start,
                    clause.end,
                    rule,
                    _lasting(times, modality),
                    modality=modality,
                )
        elif subject.sort in _ELEMENTS:
            _task(reading, clause, rule)


def _consists(reading: Reading, clause: Clause, rule: str) -> None:
    """What a whole has: counted people without a noun of their own ("is 1,400 strong", "counts 5,000")."""
    subject = clause.subjects[-1]
    reference = _reference(reading, subject)
    if reference is None or "@" not in reference:
        return
    modality, times = _mood(reading, clause)
    row = reading.row
    start = clause.group.last
    for at in range(start, min(start + 4, len(row))):
        unit = row[at]
        if unit.sort == units.NUMBER and unit.value.measure is None:
            after = row[at + 1].low if at + 1 < len(row) else "."
            if after in reading.context.annotated.words.sets["strong"]:
                reading.propose(
                    "strength",
                    reference,
                    None,
                    clause.start,
                    row[at + 1].end,
                    rule,
                    _lasting(times, modality),
                    modality=modality,
                    quantity=quantity_of(unit.value, "persons"),
                )
            return
        if unit.sort != units.WORD:
            return


def _based(reading: Reading, clause: Clause, rule: str) -> None:
    _located(reading, clause, rule, "base")


def _area(reading: Reading, clause: Clause, rule: str) -> None:
    _located(reading, clause, rule, "area")


def _located(reading: Reading, clause: Clause, rule: str, role: str) -> None:
    modality, times = _mood(reading, clause)
    for subject in clause.subjects:
        reference = _reference(reading, subject)
        if reference is None:
            continue
        if "@" not in reference and "/" not in reference:
            if not (is_state(reference) and reading.context.operation):
                continue
            reference = f"{reference}@{reading.context.operation}"
        first = True
        for preposition, unit in clause.arguments:
            state = unit.sort == units.ACTOR and unit.detail == "name" and is_state(unit.value)
            if (
                not (unit.sort == units.PLACE or state)
                or preposition not in reading.context.annotated.words.sets["locating"]
            ):
                continue
            if not first and preposition == "in" and unit.sort != units.PLACE:
                continue
            reading.propose(
                "location",
                reference,
                _place(unit),
                clause.start,
                unit.end,
                rule,
                _lasting(times, modality),
                role=role,
                modality=modality,
            )
            if first and not _next_joined(reading, unit):
                break
            first = False


def _next_joined(reading: Reading, unit: Unit) -> bool:
    at = next(k for k, u in enumerate(reading.row) if u is unit) + 1
    return at < len(reading.row) and reading.is_in("conjunctions_and", reading.row[at])


def _part(reading: Reading, clause: Clause, rule: str) -> None:
    modality, times = _mood(reading, clause)
    for subject in clause.subjects:
        if subject.sort in (units.ACTOR, units.PERSONS):
            _takes_part(reading, clause, rule)
            return
        reference = _reference(reading, subject)
        if reference is None or "@" not in reference:
            continue
        target = next((u for _, u in clause.arguments if u.sort in (*_ELEMENTS, units.OPERATION, units.ANAPHOR)), None)
        if target is None:
            continue
        whole = _whole(reading, target)
        if whole is None or whole == reference:
            continue
        if reference.startswith("@") and "/" not in reference and whole.startswith("@") and "/" not in whole:
            reference = f"{whole}/{reference[1:]}"
        if "/" in reference:
            reading.propose(
                "element",
                reference,
                whole,
                clause.start,
                target.end,
                rule,
                _lasting(times, modality),
                modality=modality,
            )


def _whole(reading: Reading, target: Unit) -> str | None:
    """The reference of a body that something belongs to: part of the operation unless a nation is named."""
    if target.sort in (units.OPERATION, units.ANAPHOR):
        return _reference(reading, target)
    phrase: Phrase = target.detail
    nation = next((n for n in phrase.nations if is_state(n)), None)
    known = _reference(reading, target)
    if nation is not None or (known is not None and known in reading.context.names.values()):
        return known
    operation = phrase.operation or reading.context.operation
    name = clean_name(reading.text[phrase.name_start : phrase.name_end])
    return f"@{operation}/{name}" if operation and name else known


def _supports(reading: Reading, clause: Clause, rule: str) -> None:
    subject = _reference(reading, clause.subjects[-1])
    modality, times = _mood(reading, clause)
    if subject and "/" in subject:
        unit = next(
            (
                u
                for _, u in clause.arguments
                if u.sort in (*_ELEMENTS, units.CONTRIBUTION, units.OPERATION, units.ANAPHOR, units.PERSONS)
            ),
            None,
        )
        target = _reference(reading, unit) if unit is not None else None
        if unit is not None and unit.sort == units.PERSONS and target == subject:
            target = subject.split("/")[0]
        if target and target != subject:
            reading.propose(
                "support", subject, target, clause.start, clause.end, rule, _lasting(times, modality), modality=modality
            )
    _task(reading, clause, rule)


def _founded(reading: Reading, clause: Clause, rule: str) -> None:
    _existence(reading, clause, rule, True)


def _closed(reading: Reading, clause: Clause, rule: str) -> None:
    _existence(reading, clause, rule, False)


def _existence(reading: Reading, clause: Clause, rule: str, beginning: bool) -> None:
    modality, times = _mood(reading, clause)
    day = times.on or times.starts or times.ends
    for subject in clause.subjects:
        if subject.sort not in (units.OPERATION, units.ANAPHOR, *_ELEMENTS, units.WORD, units.CONTRIBUTION):
            continue
        reference = _reference(reading, subject)
        if reference is None or "@" not in reference or not day:
            continue
        if beginning:
            reading.propose(
                "existence",
                reference,
                None,
                clause.start,
                clause.end,
                rule,
                When(day, None),
                modality="planned" if modality == "planned" else "actual",
            )
        else:
            reading.propose(
                "existence",
                reference,
                None,
                clause.start,
                clause.end,
                rule,
                When(None, day),
                modality="planned" if modality == "planned" else "past",
            )


def _returns(reading: Reading, clause: Clause, rule: str) -> None:
    modality, times = _mood(reading, clause)
    day = times.on or times.ends or times.starts
    for subject in clause.subjects:
        reference = _reference(reading, subject)
        if subject.sort in _ELEMENTS and reference and "/" in reference and day:
            ended = modality == "past" or clause.group.tense in ("past", "perfect")
            reading.propose(
                "element",
                reference,
                reference.split("/")[0],
                clause.start,
                clause.end,
                rule,
                When(None, day),
                modality="past" if ended else "actual",
            )


def _arrives(reading: Reading, clause: Clause, rule: str) -> None:
    modality, times = _mood(reading, clause)
    day = times.on or times.starts
    for subject in clause.subjects:
        reference = _reference(reading, subject)
        if reference and "/" in reference and subject.sort in _ELEMENTS and day:
            reading.propose(
                "element",
                reference,
                reference.split("/")[0],
                clause.start,
                clause.end,
                rule,
                When(day, times.ends),
                modality="planned" if modality == "planned" else "actual",
            )
        place = next((u for p, u in clause.arguments if u.sort == units.PLACE), None)
        if reference and place is not None and "@" in reference:
            reading.propose(
                "location",
                reference,
                _place(place),
                clause.start,
                place.end,
                rule,
                When(day, times.ends),
                role="base",
                modality="planned" if modality == "planned" else "actual",
            )


def _mandated(reading: Reading, clause: Clause, rule: str) -> None:
    """An authority that decides: a parliament, a government, a council."""
    authority = next((s for s in clause.subjects if s.sort == units.ACTOR and s.detail == "authority"), None)
    if authority is None or not reading.context.operation:
        return
    _modality, times = _mood(reading, clause)
    code = authority.value
    operation = _operation_in(reading, clause)
    name = operation.value if operation is not None and operation.sort == units.OPERATION else reading.context.operation
    reference = f"{code}@{name}" if is_state(code) else f"@{name}"
    if any(p.kind == "mandate" and p.start < clause.end and clause.start < p.end for p in reading.out):
        return
    reading.propose(
        "mandate",
        reference,
        clean_name(authority.text),
        clause.start,
        clause.end,
        rule,
        When(times.on or times.starts, times.ends),
    )


def _nothing(reading: Reading, clause: Clause, rule: str) -> None:
    """Frames whose claims are read from their phrases alone."""


def _task(reading: Reading, clause: Clause, rule: str) -> None:
    """What an element, contribution or operation does, is to do, or did."""
    subject = clause.subjects[-1]
    if subject.sort not in (
        *_ELEMENTS,
        units.OPERATION,
        units.ANAPHOR,
        units.CONTRIBUTION,
        units.WORD,
        units.ASSET,
        units.PERSONS,
    ):
        return
    if subject.sort == units.ASSET:
        reference = reading.context.element or reading.context.last_element or reading.context.contribution
    elif subject.sort == units.PERSONS and not subject.detail.nations and subject.detail.determiner is None:
        return
    else:
        reference = _reference(reading, subject)
    if reference is None or "@" not in reference:
        return
    if clause.frame is not None and clause.frame.sort == "aim":
        following = reading.clauses[reading.clauses.index(clause) + 1 :]
        if following and following[0].group.tense in ("infinitive", "gerund"):
            return
    row = reading.row
    begin = row[clause.group.main].start
    if clause.frame is not None and clause.frame.sort == "aim":
        begin = row[min(clause.group.last + len(clause.frame.words), len(row) - 1)].start
    if begin >= clause.end or clause.end - begin < 5:
        return
    words = clean_name(reading.text[begin : clause.end].rstrip(" .,;:"))
    if len(words.split()) < 2 or len(words) > 220:
        return
    modality, times = _mood(reading, clause)
    counted = next(
        (
            u
            for _, u in clause.arguments
            if u.sort == units.NUMBER
            or (
                u.sort in (units.PERSONS, units.ASSET, units.UNIT, units.PEOPLE)
                and isinstance(u.detail, Phrase)
                and u.detail.number is not None
            )
        ),
        None,
    )
    happened = clause.group.tense in ("past", "perfect") and (
        times.on is not None or counted is not None or (modality == "past" and clause.group.tense == "perfect")
    )
    if happened:
        quantity: Quantity | None = None
        if counted is not None:
            if counted.sort == units.NUMBER:
                quantity = quantity_of(counted.value, counted.value.unit if counted.value.measure else None)
            else:
                quantity = quantity_of(
                    counted.detail.number, "persons" if counted.sort in (units.PERSONS, units.PEOPLE) else None
                )
        spell = When(times.starts or times.on, times.ends or (times.on if not times.starts else None))
        reading.propose(
            "activity", reference, words, clause.start, clause.end, rule, spell, modality="past", quantity=quantity
        )
        return
    for preposition, unit in clause.arguments:
        if (
            unit.sort == units.PLACE
            and preposition in reading.context.annotated.words.sets["locating"]
            and preposition not in ("to", "from")
        ):
            reading.propose(
                "location",
                reference,
                _place(unit),
                clause.start,
                unit.end,
                "where a task is done",
                When(times.starts, times.ends),
                modality=modality if modality != "authorised" else "actual",
                role="area",
            )
    reading.propose(
        "task",
        reference,
        words,
        begin,
        clause.end,
        rule,
        When(times.starts, times.ends),
        modality=modality if modality != "authorised" else "actual",
    )


_FRAMES: dict[str, Callable[[Reading, Clause, str], None]] = {
    "lead": _leads,
    "contribute": _takes_part,
    "participate": _takes_part,
    "consist": _consists,
    "base": _based,
    "area": _area,
    "part": _part,
    "support": _supports,
    "found": _founded,
    "close": _closed,
    "return": _returns,
    "arrive": _arrives,
    "mandate": _mandated,
    "take over": _nothing,
    "hand over": _nothing,
    "name": _nothing,
    "aim": _task,
    "task": _task,
}


def listed(reading: Reading) -> bool:
    """Whether the sentence's block is an item of a list."""
    block = reading.context.annotated.document.blocks[reading.sentence.block]
    return block.kind is BlockKind.ITEM
