"""The guides against the program: what stands in two places is compared."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from contingent.ask import Word
from contingent.claim import KINDS, Claim, Modality
from contingent.register import Outcome
from contingent.show.command_line import EXIT_INTERRUPTED, EXIT_PIPE_CLOSED, commands

ROOT = Path(__file__).parents[1]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted(ROOT.glob("*/*.md"))]
LINK = re.compile(r"\]\(([^)#:]+)(?:#([^)]+))?\)")


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def anchors(page: Path) -> set[str]:
    """The names by which the headings of a page can be linked to."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target, heading in LINK.findall(page.read_text(encoding="utf-8")):
        linked = page.parent / target
        assert linked.exists(), target
        assert not heading or heading in anchors(linked), heading


@pytest.mark.parametrize("name", sorted(commands.commands))
def test_every_command_and_option_is_described(name: str) -> None:
    guide = text("docs/command-line.md")
    assert f"`contingent {name}" in guide
    for parameter in commands.commands[name].params:
        if isinstance(parameter, click.Option):
            assert parameter.opts[0] in guide
            if isinstance(parameter.type, click.Choice):
                assert "\\|".join(map(str, parameter.type.choices)) in guide


def test_every_outcome_and_exit_code_is_described() -> None:
    guide = text("docs/command-line.md")
    for outcome in Outcome:
        assert f"| `{outcome}" in guide
    for code in (EXIT_INTERRUPTED, EXIT_PIPE_CLOSED):
        assert f"| {code} |" in guide


@pytest.mark.parametrize("word", Word)
def test_every_word_of_an_answer_is_explained(word: Word) -> None:
    assert f"`{word}`" in text("docs/concepts.md").partition("## The words of an answer")[2]
    assert f"`{word}`" in text("README.md")


def test_the_words_are_explained_in_the_order_of_their_strength() -> None:
    table = text("docs/concepts.md").partition("## The words of an answer")[2].partition("\n\nWhen")[0]
    cells = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    assert re.findall(r"`([^`]+)`", " ".join(cells)) == [word.value for word in Word]


def test_every_kind_is_described_with_its_subject_and_its_roles() -> None:
    guide = text("docs/claim-format.md")
    for kind in KINDS.values():
        row = f"| `{kind.name}` | {kind.subject} | {kind.object or '–'} | {kind.meaning} |"
        assert row in guide
        assert all(f"`{role}`" in guide for role in kind.roles)


def test_every_field_and_modality_is_described() -> None:
    guide = text("docs/claim-format.md")
    for name in (*Claim.__struct_fields__, *Modality):
        assert f"`{name}`" in guide
