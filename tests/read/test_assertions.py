"""What is denied, asked, supposed, considered, permitted or to come is not stated as a fact."""

from __future__ import annotations

import pytest

from contingent.claim import Claim
from contingent.formats import parse
from contingent.read import read


def claims_of(text: str, language: str) -> list[Claim]:
    document = parse(text.encode(), address="page.txt")
    return [c.claim for c in read(document, published="2021-04-15", language=language)]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("da", "Danmark deltager ikke i EUTM Mali."),
        ("da", "I år deltager Danmark ikke i EUTM Mali."),
        ("da", "Belgien overvejer at sende fregatten Louise Marie til Operation Aspides."),
        ("da", "Skal Danmark sende soldater til Operation Sophia?"),
        ("en", "Belgium does not take part in EUTM Mali."),
        ("en", "Will Belgium send soldiers to Operation Sophia?"),
    ],
)
def test_nothing_is_stated(language: str, sentence: str) -> None:
    assert claims_of(sentence, language) == []


@pytest.mark.parametrize(
    ("language", "sentence", "modality"),
    [
        ("da", "Danmark har sendt et vagthold til KFOR.", "actual"),
        ("da", "Danmark har tidligere bidraget til KFOR.", "past"),
        ("da", "I august sender Danmark et vagthold til KFOR.", "planned"),
        ("da", "Folketinget giver samtykke til at sende et vagthold til KFOR.", "authorised"),
        ("en", "Denmark has sent a guard team to KFOR.", "actual"),
        ("en", "Parliament gives its consent to send a Danish guard team to KFOR.", "authorised"),
    ],
)
def test_tense_and_consent_tell_how_a_part_is_meant(language: str, sentence: str, modality: str) -> None:
    participations = [c for c in claims_of(sentence, language) if c.kind == "participation"]
    assert [c.modality for c in participations] == [modality]


def test_a_denial_of_only_denies_nothing() -> None:
    claims = claims_of("Danmark deltager ikke kun i KFOR.", "da")
    assert [c.kind for c in claims] == ["participation"]


def test_what_an_organisation_leads_is_stated() -> None:
    claims = claims_of("Operation Aspides er ny.\n\nEU leder operationen.", "da")
    assert ("lead", "EU", "@Operation Aspides") in {(c.kind, c.subject, c.object) for c in claims}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("da", "Den 1. januar 2015 afløste Resolute Support ISAF."),
        ("en", "ISAF was replaced by Resolute Support on 1 January 2015."),
    ],
)
def test_an_operation_that_replaces_another_begins_when_that_ends(language: str, sentence: str) -> None:
    spells = {(c.subject, c.start, c.end) for c in claims_of(sentence, language) if c.kind == "existence"}
    assert spells == {
        ("@Resolute Support Mission", "2015-01-01", None),
        ("@International Security Assistance Force", None, "2015-01-01"),
    }


def test_a_word_may_be_a_verb_before_certain_words_only() -> None:
    claims = claims_of("KFOR så dagens lys i juni 1999.", "da")
    assert [(c.kind, c.start) for c in claims] == [("existence", "1999-06")]
