"""Whether a word that may be a noun of organisation is a verb where it stands: "to | staff", "will | command"."""

from __future__ import annotations

from collections.abc import Iterable

from contingent.read import units
from contingent.read.noun_table import Head
from contingent.read.phrase import Phrase
from contingent.read.units import Unit
from contingent.read.vocabulary import Vocabulary

_BE = ("be.present", "be.past", "be.infinitive")
_BECOME = ("become.present", "become.past", "become.infinitive")
_ASIDE = 2
"""How many commas stand around what is said in passing."""
_HOLDERS = (units.UNIT, units.CONTRIBUTION, units.OPERATION, units.ANAPHOR, units.ACTOR)
_HAVE_REACH = 4
"""How many units may stand between "have" and its participle."""


def is_verb_here(out: list[Unit], tokens: list[Unit], index: int, head: Head, words: Vocabulary) -> bool:
    """Whether a word that may be a noun or a verb is a verb: "to staff", "will command", "which guard", "it forms"."""
    token = tokens[index]
    forms = words.verbs.get(token.low)
    if not forms or not out or token.text[0].isupper():
        return False
    before = out[-1]
    sets = words.sets
    if before.low in sets["infinitive"]:
        return True
    if head.definite and any(f.tense == "participle" for f in forms) and _completes_have(out, words):
        # "Siden 2011 har | bidraget bestået af": another participle behind it makes it the subject.
        following = words.verbs.get(tokens[index + 1].low, ()) if index + 1 < len(tokens) else ()
        return not any(form.tense == "participle" for form in following)
    # "Nu bliver | bidraget skåret ned": a definite noun behind "become" is its subject.
    passive: tuple[str, ...] = _BE if head.definite else (*_BE, *_BECOME)
    if head.definite and not any(unit.low in sets["expletives"] for unit in out):
        passive = ()  # "I 2012 var | bidraget på 140 mand", but "Der er | bidraget med 140 mand"
    if any(f.tense == "participle" for f in forms) and _completes_be(out, passive, words):
        return True
    if words.grammar["verb_second"] and len(out) == 1 and before.sort == units.TIME:
        return any(f.tense in ("present", "past") for f in forms)  # "In 2008 | sent Denmark a frigate"
    if before.sort == units.WORD:
        if before.low in sets["modals.future"] or before.low in sets["modals.permission"]:
            return any(f.tense in ("infinitive", "passive") for f in forms)  # not "skal | bidraget være hjemme"
        return (
            before.low in sets["relatives"]
            or before.low in sets["pronouns_thing"]
            or before.low in sets["pronouns_things"]
            or before.low in sets["pronouns_first"]
            or before.low in sets["adverbs"]
        )
    if before.text == "," and _closes_aside(out, tokens, index, words):
        return any(form.tense == "present" for form in forms)
    return before.sort in (
        units.UNIT,
        units.PEOPLE,
        units.PERSONS,
        units.PERSON,
        units.ASSET,
        units.OPERATION,
        units.ANAPHOR,
        units.CONTRIBUTION,
    ) and any(f.tense == "present" or (f.tense == "infinitive" and _is_plural(before)) for f in forms)


def _closes_aside(out: list[Unit], tokens: list[Unit], index: int, words: Vocabulary) -> bool:
    """Whether a word stands behind an aside and takes an object: "a company, part of KFOR, | guards the port"."""
    commas = [number for number, unit in enumerate(out) if unit.text == ","]
    aside = len(commas) == _ASIDE and commas[0] > 0 and out[commas[0] - 1].sort in _HOLDERS
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    governs = following is not None and following.low in words.sets["definite"] and not words.grammar["verb_second"]
    return aside and governs


def _completes_have(out: list[Unit], words: Vocabulary) -> bool:
    """Whether a word is the participle of a "have" before it, over a subject or adverbs: "has Denmark contributed"."""
    for unit in reversed(out[-_HAVE_REACH:]):
        if unit.low in words.sets["have.present"] or unit.low in words.sets["have.past"]:
            return True
        if unit.sort == units.SIGN or unit.low in words.sets["prepositions"] or unit.low in words.sets["definite"]:
            return False
    return False


def _completes_be(out: list[Unit], marks: Iterable[str], words: Vocabulary) -> bool:
    """Whether a word is the participle of a "be" before it, over adverbs and times: "Der er aktuelt | udsendt tre"."""
    for unit in reversed(out[-_HAVE_REACH:]):
        if any(unit.low in words.sets.get(name, ()) for name in marks):
            return True
        if unit.sort != units.TIME and unit.low not in words.sets["adverbs"] | words.sets["expletives"]:
            return False
    return False


def _is_plural(unit: Unit) -> bool:
    return isinstance(unit.detail, Phrase) and unit.detail.head.plural
