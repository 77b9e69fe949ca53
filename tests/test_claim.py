"""Claims: both ways without loss, and nothing that breaks the format can exist."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contingent.claim import KINDS, Claim, Quantity, decode, encode, from_mapping, parse_reference
from contingent.errors import ClaimError

GOOD = {"kind": "strength", "subject": "DNK@Kosovo Force", "quantity": {"low": 30, "high": 30}, "quote": "30 soldiers"}

words = st.text(min_size=1).filter(lambda text: text.strip() == text)
counts = st.integers(min_value=0, max_value=10**6)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    kind = draw(st.sampled_from(sorted(KINDS)))
    row = KINDS[kind]
    low = draw(counts)
    quantity = Quantity(low, low + draw(counts), draw(st.booleans()), draw(st.sampled_from([None, "persons"])))
    return Claim(
        kind,
        draw(words),
        draw(words) if row.object_required else None,
        quantity if row.quantity else None,
        start=draw(st.sampled_from([None, "2021", "2021-05", "2021-05-01", "2021-05-01/2021-08-31"])),
        role=draw(st.sampled_from([None, *row.roles])),
        quote=draw(words),
    )


@given(claims())
def test_a_claim_survives_json(claim: Claim) -> None:
    assert decode(encode(claim)) == claim


def test_the_json_has_the_fields_of_the_claim_format_in_their_order() -> None:
    fields = ["kind", "subject", "object", "quantity", "start", "end", "as_of"]
    fields += ["modality", "title", "rank", "role", "scope", "quote"]
    assert list(json.loads(encode(from_mapping(GOOD)))) == fields


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"kind": "rumour"}, "kind"),
        ({"subject": " "}, "subject"),
        ({"object": "something"}, "object"),
        ({"quantity": None}, "quantity"),
        ({"quantity": {"low": 5, "high": 3}}, "quantity"),
        ({"quantity": {"low": None, "high": None}}, "quantity"),
        ({"quantity": {"low": 5, "heigh": 5}}, "heigh"),
        ({"start": "May 2021"}, "start"),
        ({"end": "2021-13"}, "end"),
        ({"modality": "perhaps"}, "modality"),
        ({"role": "base"}, "role"),
        ({"quote": ""}, "quote"),
        ({"quotes": "x"}, "quotes"),
        ({"low": 3}, "low"),
    ],
)
def test_a_bad_field_is_refused_by_name(change: dict[str, object], field: str) -> None:
    with pytest.raises(ClaimError, match=field):
        from_mapping(GOOD | change)


def test_a_claim_that_breaks_the_format_cannot_be_made_directly() -> None:
    with pytest.raises(ClaimError, match="object"):
        Claim("participation", "DNK", quote="Denmark")


def test_a_reference_is_taken_apart_and_put_together() -> None:
    reference = parse_reference("DNK@Kosovo Force/guard platoon/first squad")
    assert (reference.actor, reference.operation, reference.elements) == (
        "DNK",
        "Kosovo Force",
        ("guard platoon", "first squad"),
    )
    assert str(reference) == "DNK@Kosovo Force/guard platoon/first squad"
    with pytest.raises(ClaimError):
        parse_reference("/platoon")
