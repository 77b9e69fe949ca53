"""Every language pack reads its own examples; those that it cannot read yet say so, and must not be read."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from contingent.claim import KINDS, parse_reference
from contingent.errors import DataError
from contingent.lang import languages
from contingent.lang.examples import Example, load_examples
from tests.lang.comparison import REFERENCE_KINDS, try_example

PACKS = [code for code in languages() if load_examples(code)]
CASES = [(code, example) for code in PACKS for example in load_examples(code)]


def names(cases: list[tuple[str, Example]]) -> list[str]:
    return [f"{code}: {example.text[:60]}" for code, example in cases]


@pytest.mark.parametrize(("code", "example"), CASES, ids=names(CASES))
def test_an_example_is_read_exactly_unless_it_is_marked(code: str, example: Example) -> None:
    outcome = try_example(example, code)
    if example.unread is None:
        assert outcome.exact, outcome.reason()
    elif outcome.exact:
        pytest.fail(f"This is read now; take the mark away: python -m scripts.examples {code} --mark")
    else:
        pytest.xfail(example.unread)


@pytest.mark.parametrize(("code", "example"), CASES, ids=names(CASES))
def test_an_example_quotes_its_own_text_and_refers_to_actors_operations_and_elements(
    code: str, example: Example
) -> None:
    for claim in example.expected():
        assert claim.quote in example.document_text
        if claim.kind != "posting":
            parse_reference(claim.subject)
        if claim.kind in REFERENCE_KINDS:
            parse_reference(claim.object or "")
        if claim.kind == "location":
            assert claim.role in KINDS["location"].roles
        if claim.kind in ("participation", "lead"):
            assert "@" not in claim.subject
            assert claim.object is not None and claim.object.startswith("@")


@pytest.mark.parametrize("code", PACKS)
def test_no_two_examples_are_the_same(code: str) -> None:
    count = Counter(example.document_text for example in load_examples(code))
    assert not [text for text, times in count.items() if times > 1]


@pytest.mark.parametrize("code", PACKS)
def test_a_pack_has_examples_of_all_kinds_and_of_nothing_to_record(code: str) -> None:
    examples = load_examples(code)
    assert {claim.kind for example in examples for claim in example.expected()} == set(KINDS)
    assert any(not example.claims for example in examples)


def test_a_broken_example_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "examples.jsonl").write_text('{"about": "a", "text": "b", "claims": [{"kind": "rumour"}]}\n')
    with pytest.raises(DataError, match=r"xx/examples\.jsonl, line 1"):
        load_examples("xx", tmp_path)


def test_a_pack_without_the_file_has_no_examples(tmp_path: Path) -> None:
    assert load_examples("xx", tmp_path) == ()
