"""A language that parts its verbs is read as if it kept them together; quotes stay the text's own."""

from __future__ import annotations

import pytest

from contingent.formats import parse
from contingent.lang import load
from contingent.read import annotate

CASES = [
    ("Die Einheit hat 140 Soldaten nach Gao entsandt.", "Die Einheit hat entsandt 140 Soldaten nach Gao ."),
    ("In Gao sind 140 Soldaten stationiert.", "In Gao sind stationiert 140 Soldaten ."),
    ("Die Einheit soll Soldaten ausbilden.", "Die Einheit soll ausbilden Soldaten ."),
    ("Die Einheit soll aufgelöst werden.", "Die Einheit soll werden aufgelöst ."),
    ("Die Einheit, die in Gao dient, übt.", "Die Einheit , die dient in Gao , übt ."),
    ("Die Einheit, die in Gao stationiert ist, übt.", "Die Einheit , die ist stationiert in Gao , übt ."),
    ("Er sagt, dass die Einheit in Gao übt.", "Er sagt , dass übt die Einheit in Gao ."),
    ("Die Einheit dient, um Soldaten auszubilden.", "Die Einheit dient , um aus zubilden Soldaten ."),
    ("Die Einheit ist dort, um das Lager zu schützen.", "Die Einheit ist dort , um zu schützen das Lager ."),
    ("Die Einheit ist für den Schutz verantwortlich.", "Die Einheit ist verantwortlich für den Schutz ."),
    ("Als die Einheit eintraf, regnete es.", "Als eintraf die Einheit , regnete es ."),
    ("Als Kommandeur dient er in Gao.", "Als Kommandeur dient er in Gao ."),
]


@pytest.mark.parametrize(("text", "straight"), CASES)
def test_the_parts_of_a_verb_come_together_behind_the_finite_one(text: str, straight: str) -> None:
    document = parse(text.encode(), media_type="text/plain")
    (sentence,) = annotate(document, published=None, language="de").sentences
    words = [unit.text for unit in sentence.units]
    assert " ".join(words) == straight
    assert all(document.text[unit.start : unit.end] == unit.text for unit in sentence.units)


def test_a_prefix_that_stands_apart_is_part_of_the_verb() -> None:
    document = parse(b"Polen nimmt an der Mission KFOR teil.", media_type="text/plain")
    (sentence,) = annotate(document, published=None, language="de").sentences
    assert [unit.low for unit in sentence.units if unit.text == "nimmt"] == ["teilnimmt"]


def test_a_language_that_keeps_its_verbs_together_is_left_as_it_is() -> None:
    assert not load("en").table("grammar")["verb_bracket"]
    document = parse(b"The unit has been sent to Gao.", media_type="text/plain")
    (sentence,) = annotate(document, published=None, language="en").sentences
    starts = [unit.start for unit in sentence.units]
    assert starts == sorted(starts)
