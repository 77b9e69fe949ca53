"""``contingent read --explain`` and ``--trace``, run as a person runs them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import contingent
from contingent import lang
from contingent.formats import parse
from contingent.lang import load
from contingent.lang.examples import load_examples
from contingent.read import annotate
from contingent.show.command_line import run
from contingent.show.rule_places import place_of

PACKAGE = Path(contingent.__file__).parent
PAGE = "KFOR\n\nDenmark contributes to KFOR in Kosovo with a guard platoon of 35 soldiers. There were 12 eggs.\n"
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")


def line_at(place: str) -> str:
    file, _, line = place.removeprefix("contingent/").rpartition(":")
    return (PACKAGE / file).read_text(encoding="utf-8").splitlines()[int(line) - 1]


def test_explain_gives_rules_with_file_and_line_and_the_words_that_filled_each_part(capsys: Captured) -> None:
    assert run(["read", "page.txt", "--language", "en", "--published", "2021-04-15", "--explain"]) == 0
    out = capsys.readouterr().out
    assert re.search(r"strength · DNK@Kosovo Force/guard platoon · 35 persons", out)
    assert re.search(r"quantity +“35”", out)
    verb = re.search(r"rule +the verb “contribute to” +(contingent/lang/en/verbs\.toml:\d+)", out)
    assert verb
    assert '"contribute to"' in line_at(verb[1])
    assert "eggs" not in out


def test_trace_gives_what_was_seen_and_not_used(capsys: Captured) -> None:
    assert run(["read", "page.txt", "--language", "en", "--published", "2021-04-15", "--trace"]) == 0
    out = capsys.readouterr().out
    assert re.search(r"number +“12”", out)
    assert "the verb “contribute to”" not in out.split("seen and not used")[0]


def test_explanations_are_for_people_only(capsys: Captured) -> None:
    assert run(["read", "page.txt", "--explain", "--format", "jsonl"]) == 2
    assert "leave out --format jsonl" in capsys.readouterr().err


@pytest.mark.parametrize("code", lang.languages())
def test_every_verb_of_every_frame_has_its_line(code: str) -> None:
    for number, frame in enumerate(load(code).table("verbs")["frame"], 1):
        for row in frame["verbs"]:
            place = place_of(f"{code}/verbs.toml, frame {number}: {row}", code)
            assert place is not None
            assert f'"{row}"' in line_at(place)


@pytest.mark.parametrize("code", lang.languages())
def test_every_rule_that_reads_an_example_has_its_line(code: str) -> None:
    rules = set()
    for example in load_examples(code):
        document = parse(example.document_text.encode(), media_type="text/plain")
        annotated = annotate(document, published=example.published, language=code)
        rules |= {part for proposal, _ in annotated.claims for part in proposal.rule.split("; ")}
    assert rules
    assert [rule for rule in rules if place_of(rule, code) is None] == []
