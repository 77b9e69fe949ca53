"""Word order: a sentence of a language that parts its verbs, put in the order that the step ``clauses`` knows.

Some languages put the finite verb second and the rest of it last ("hat 140 Soldaten entsandt", "nimmt an der Mission
teil"), and all of it last in a subordinate clause ("die in Gao dienen"). Here the parts of each verb come together
behind the finite one, as in languages that do not part them. Units change places and what they are looked up by, never
where they stand in the text, so that a quote is still the text's own. A pack asks for it with ``verb_bracket``.
"""

from __future__ import annotations

from contingent.read import units
from contingent.read.units import Unit
from contingent.read.vocabulary import Vocabulary

RELATIVE = "relative"
"""The detail of a word that looks like an article and is a relative pronoun."""
DEFINITE = "definite"
"""The detail of an article in the genitive, which stands for "of the"."""

_FARTHEST = 40
"""How many units the parts of one verb may stand apart; longer clauses of the genre have about thirty."""
_NAMES = (units.OPERATION, units.ASSET, units.NUMBER, units.PERSON)


_BODIES = ("armed forces", "unit", "authority")
"""The forms of an actor's name that name a body of the state."""


def straighten(row: list[Unit], words: Vocabulary) -> list[Unit]:
    """The units of a sentence in the order of a language that keeps its verbs together."""
    row = _split_infinitives(row, words)
    if len(row) > 1 and row[0].low in words.sets["expletives"] and row[1].low in words.sets["plural_verbs"]:
        row[0].low = units.SILENT  # "Es sind 140 Soldaten …": the subject follows
    _mark_genitives(row, words)
    _mark_relatives(row, words)
    moved: set[int] = set()
    row = _subordinate(row, words, moved)
    row = _main(row, words, moved)
    return _infinitives(row, words)


# --- what a word is ---------------------------------------------------------------------------


def _tenses(unit: Unit, words: Vocabulary) -> set[str]:
    """The tenses that a word may have; a capitalised word is no verb."""
    if unit.sort != units.WORD or not unit.text[0].islower():
        return set()
    return {form.tense for form in words.verbs.get(unit.low, ())}


def _is_finite(unit: Unit, words: Vocabulary) -> bool:
    if unit.sort != units.WORD or unit.text[0].isupper():
        return False
    modal = any(unit.low in words.sets[f"modals.{name}"] for name in ("future", "permission", "obligation"))
    return modal or bool(_tenses(unit, words) & {"present", "past"})


def _is_part(unit: Unit, words: Vocabulary) -> bool:
    """Whether a word may belong to the end of a parted verb."""
    return bool(_tenses(unit, words)) or _is_finite(unit, words)


def _closes(row: list[Unit], index: int, words: Vocabulary) -> bool:
    """Whether a clause, or a member of joined clauses, ends before ``index``."""
    return index >= len(row) or row[index].sort == units.SIGN or row[index].low in words.sets["conjunctions_and"]


def _opens(row: list[Unit], index: int, words: Vocabulary) -> bool:
    """Whether a subordinate clause may begin with a unit, or with the one behind a preposition."""
    if index < len(row) and row[index].low in words.sets["prepositions"]:
        index += 1
    if index >= len(row) or row[index].sort != units.WORD:
        return False
    low = row[index].low
    return (
        row[index].detail == RELATIVE
        or low in words.sets["conjunctions_subordinate"]
        or low in words.sets["opening_prepositions"]
    )


# --- words that look like others --------------------------------------------------------------


def _split_infinitives(row: list[Unit], words: Vocabulary) -> list[Unit]:
    """ "auszubilden" as "zu" and "ausbilden"."""
    out: list[Unit] = []
    for unit in row:
        parts = _infinitive_parts(unit, words)
        if parts is None:
            out.append(unit)
            continue
        prefix, mark, lemma = parts
        cut = unit.start + len(prefix)
        first = Unit(unit.start, cut, unit.text[: len(prefix)], units.WORD)
        second = Unit(cut, unit.end, unit.text[len(prefix) :], units.WORD)
        first.low, second.low = mark, lemma
        out += [first, second]
    return out


def _infinitive_parts(unit: Unit, words: Vocabulary) -> tuple[str, str, str] | None:
    if unit.sort != units.WORD or unit.low in words.verbs or not unit.text[0].islower():
        return None
    for prefix in words.sets["particles"]:
        for mark in words.sets["infinitive"]:
            if unit.low.startswith(prefix + mark):
                lemma = prefix + unit.low[len(prefix + mark) :]
                if any(form.tense == "infinitive" for form in words.verbs.get(lemma, ())):
                    return prefix, mark, lemma
    return None


def _mark_genitives(row: list[Unit], words: Vocabulary) -> None:
    """Let an article in the genitive behind a noun stand for the word for "of": "Kommandeur | des Bataillons"."""
    for index in range(1, len(row) - 1):
        unit, before = row[index], row[index - 1]
        definite = unit.low in words.sets["genitive_definite"]
        if unit.sort != units.WORD or not (definite or unit.low in words.sets["genitive_indefinite"]):
            continue
        noun = before.sort in _NAMES or (
            before.sort == units.ACTOR and before.detail in ("armed forces", "unit", "authority")
        )
        if before.sort == units.WORD and before.text[0].isupper():
            noun = index > 1 or not (before.low in words.verbs or _opens(row, 0, words) or _is_small(before, words))
        if noun and row[index + 1].sort != units.SIGN:
            unit.low, unit.detail = words.grammar["of"][0], DEFINITE if definite else None


def _is_small(unit: Unit, words: Vocabulary) -> bool:
    return any(
        unit.low in words.sets[name]
        for name in ("prepositions", "adverbs", "definite", "indefinite", "conjunctions_and", "pronouns_first")
    )


def _mark_relatives(row: list[Unit], words: Vocabulary) -> None:
    """Tell the articles that are relative pronouns: behind a comma, in a clause whose verb comes last."""
    for index in range(1, len(row)):
        unit = row[index]
        if unit.sort != units.WORD or unit.low not in words.sets["relative_articles"]:
            continue
        behind = row[index - 1].low in words.sets["prepositions"] and index > 1
        comma = row[index - 2] if behind else row[index - 1]
        if comma.text != "," or _final_verb(row, index + 1, words) is None:
            continue
        # "in der 140 Soldaten dienen": the pronoun is no subject, and the clause has its own.
        unit.low = words.grammar["conjunctions_subordinate" if behind else "relatives"][0]
        unit.detail = RELATIVE


# --- moving -----------------------------------------------------------------------------------


def _final_verb(row: list[Unit], start: int, words: Vocabulary) -> tuple[int, int] | None:
    """The verb at the end of the clause that goes on at ``start``: its first and last unit, the last excluded."""
    for index in range(start, min(len(row), start + _FARTHEST)):
        unit = row[index]
        if unit.text in ";:" or (unit.text == "," and _opens(row, index + 1, words)):
            return None
        if not _is_finite(unit, words) or unit.low in words.sets["infinitive"]:
            continue
        if row[index - 1].low in words.sets["infinitive"]:
            continue
        last = index + 1
        while not _closes(row, last, words):
            if not _is_part(row[last], words):
                return None
            last += 1
        first = index
        while first > start and (
            _tenses(row[first - 1], words) & {"participle", "infinitive"}
            or row[first - 1].low in words.sets["predicates"]
        ):
            first -= 1
        return (first, last) if _is_finite(row[last - 1], words) else None
    return None


def _ordered(parts: list[Unit], words: Vocabulary) -> list[Unit]:
    """The parts of a verb that stood last: the finite one first, then infinitives, then participles."""
    finite, rest = parts[-1], parts[:-1]
    return [finite, *_joined(rest, words)]


def _joined(parts: list[Unit], words: Vocabulary) -> list[Unit]:
    """Auxiliaries in the infinitive before the participle that they take; "worden" behind it."""
    auxiliary = words.sets["be.infinitive"] | words.sets["have.infinitive"] | words.sets.get("become.infinitive", set())
    return sorted(parts, key=lambda unit: unit.low not in auxiliary)


def _subordinate(row: list[Unit], words: Vocabulary, moved: set[int]) -> list[Unit]:
    """Put the verb of each subordinate clause behind the word that opens the clause."""
    row = list(row)
    index = 0
    while index < len(row):
        unit = row[index]
        pronoun = unit.detail == RELATIVE or unit.low in words.sets["relatives"]
        either = unit.low in words.sets["opening_prepositions"]
        if unit.sort != units.WORD or not (pronoun or either or unit.low in words.sets["conjunctions_subordinate"]):
            index += 1
            continue
        place = index + 1
        found = _final_verb(row, place, words)
        if found is not None and either:
            unit.low = words.grammar["conjunctions_subordinate"][
                0
            ]  # "als das Kontingent eintraf", not "als Kommandeur"
        while found is not None:
            parts = _ordered(row[found[0] : found[1]], words)
            moved.update(id(part) for part in parts)
            row[place : found[1]] = [*parts, *row[place : found[0]]]
            place = found[1]
            if place >= len(row) or row[place].low not in words.sets["conjunctions_and"]:
                break
            place += 1
            found = _final_verb(row, place, words)
        index = max(place, index + 1)
    return row


def _main(row: list[Unit], words: Vocabulary, moved: set[int]) -> list[Unit]:
    """Put the last part of each main clause's verb behind its first; join a prefix that stands apart to its verb."""
    row = list(row)
    for index in range(len(row)):
        unit = row[index]
        if id(unit) in moved or not _is_second(row, index, words):
            continue
        wanted = _wanted(unit, words)
        if wanted:
            span = _last_part(row, index, wanted, words)
            if span is not None:
                parts = _joined(row[span[0] : span[1]], words)
                moved.update(id(part) for part in parts)
                row[index + 1 : span[1]] = [*parts, *row[index + 1 : span[0]]]
        else:
            _join_prefix(row, index, words)
    return row


def _is_second(row: list[Unit], index: int, words: Vocabulary) -> bool:
    """Whether a unit is a finite verb; at the head of a sentence or heading it may have a capital letter."""
    if index == 0 and row[0].sort == units.WORD:
        return any(form.tense in ("present", "past") for form in words.verbs.get(row[0].low, ()))
    return _is_finite(row[index], words)


def _wanted(unit: Unit, words: Vocabulary) -> frozenset[str]:
    """Which forms may complete an auxiliary or modal verb; none for other verbs."""
    sets, wanted = words.sets, set()
    if any(unit.low in sets[f"modals.{name}"] for name in ("future", "permission", "obligation")):
        wanted.add("infinitive")
    for table in ("be", "have", "become"):
        if unit.low in sets.get(f"{table}.present", ()) or unit.low in sets.get(f"{table}.past", ()):
            wanted |= {"participle", "predicate"} if table == "be" else {"participle"}
    return frozenset(wanted)


def _last_part(row: list[Unit], index: int, wanted: frozenset[str], words: Vocabulary) -> tuple[int, int] | None:
    """The units that complete the verb at ``index``, the last excluded; None where nothing does."""
    at = index + 1
    while at < min(len(row), index + _FARTHEST):
        unit = row[at]
        if unit.text in ";:.":
            return None
        if unit.text == "," and _opens(row, at + 1, words):
            behind = next((k for k in range(at + 1, len(row)) if row[k].text == ","), None)
            if behind is None:
                return None
            at = behind + 1
            continue
        if unit.low in words.sets["infinitive"]:
            at += 2
            continue
        tenses = _tenses(unit, words)
        if unit.low in words.sets["be.infinitive"] and not (
            _closes(row, at + 1, words) or _is_part(row[at + 1], words)
        ):
            tenses = set()  # "sein Kommando"
        if unit.low in words.sets["predicates"]:
            tenses = tenses | {"predicate"}  # "ist für den Schutz verantwortlich": it stands where a participle does
        passive = "participle" in tenses and _before_infinitive(row, at, words)
        if tenses & wanted or ("infinitive" in wanted and passive):
            last = at + 1
            while last < len(row) and _tenses(row[last], words) & {"participle", "infinitive"}:
                last += 1
            return at, last
        if _is_finite(unit, words):
            return None
        at += 1
    return None


def _before_infinitive(row: list[Unit], index: int, words: Vocabulary) -> bool:
    return index + 1 < len(row) and "infinitive" in _tenses(row[index + 1], words)


def _join_prefix(row: list[Unit], index: int, words: Vocabulary) -> None:
    """Join "nimmt … teil" to the verb that is looked up as one word ("teilnimmt"); the prefix then says nothing."""
    unit = row[index]
    for at in range(index + 1, min(len(row), index + _FARTHEST)):
        other = row[at]
        if other.text in ";:." or (other.sort == units.WORD and _is_finite(other, words) and other.low in words.verbs):
            return
        if other.sort == units.WORD and other.low in words.sets["particles"] and _closes(row, at + 1, words):
            joined = other.low + unit.low
            if any(form.tense in ("present", "past") for form in words.verbs.get(joined, ())):
                unit.low, other.low = joined, units.SILENT
                return


def _infinitives(row: list[Unit], words: Vocabulary) -> list[Unit]:
    """Put each infinitive with its mark before what it governs: "um | zu ausbilden | Soldaten"."""
    row = list(row)
    floor = 0
    for index in range(len(row) - 1):
        mark, verb = row[index], row[index + 1]
        marked = mark.sort == units.WORD and mark.low in words.sets["infinitive"]
        if not marked or "infinitive" not in {form.tense for form in words.verbs.get(verb.low, ())}:
            continue
        start = index
        while start > floor and not _is_part(row[start - 1], words) and row[start - 1].text not in ";:":
            start -= 1
        own = [k for k in range(start, index) if row[k].low in words.sets["infinitive_opening"]]
        opening = own or [k for k in range(start, index) if row[k].text == ","]
        begin = (own[-1] if own else opening[0]) + 1 if opening else start
        while begin < index and row[begin].low in words.sets["conjunctions_and"]:
            begin += 1
        row[begin : index + 2] = [mark, verb, *row[begin:index]]
        floor = index + 2
    return row
