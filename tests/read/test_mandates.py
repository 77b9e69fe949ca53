"""Mandates: acts by any name, bodies that decide, and whose mandate it is."""

from __future__ import annotations

import pytest

from contingent.formats import parse
from contingent.read import read


def mandates(text: str, published: str = "2021-04-15", language: str = "en") -> list[tuple[str | None, ...]]:
    document = parse(text.encode(), address="page.txt")
    return [
        (c.claim.subject, c.claim.object, c.claim.start, c.claim.end)
        for c in read(document, published=published, language=language)
        if c.claim.kind == "mandate"
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "KFOR works under Security Council resolution 1244 (1999).",
            ("@Kosovo Force", "Security Council resolution 1244 (1999)", "1999", None),
        ),
        (
            "The mandate of Operation Irini, laid down in Council Decision (CFSP) 2020/472, runs until 31 March 2023.",
            ("@Operation Irini", "Council Decision (CFSP) 2020/472", "2020", "2023-03-31"),
        ),
        (
            "On 12 March the Saeima approved the deployment of nine soldiers to KFOR until the end of 2022.",
            ("LVA@Kosovo Force", "Saeima", "2021-03-12", "2022-09-01/2022-12-31"),
        ),
        (
            "KFOR was authorised by the Security Council on 10 June 1999.",
            ("@Kosovo Force", "Security Council", "1999-06-10", None),
        ),
    ],
)
def test_a_sentence_states_a_mandate(text: str, wanted: tuple[str | None, ...]) -> None:
    assert mandates(text) == [wanted]


def test_the_act_of_a_parliament_is_the_mandate_of_its_contribution() -> None:
    text = "Folketinget vedtog den 24. oktober 2019 bidraget til Operation Barkhane (B 7)."
    assert mandates(text, language="da") == [("DNK@Operation Barkhane", "B 7", "2019-10-24", None)]


def test_what_a_body_only_will_decide_is_no_mandate() -> None:
    assert mandates("The Saeima will approve the deployment of nine soldiers to KFOR.") == []
