"""Questions to the register as it was at the end of a day, asked on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from contingent.show.command_line import run

PAGE = """<!doctype html><html lang="en"><head><title>Our troops in Iraq</title>
<meta property="article:published_time" content="{published}"></head>
<body><main><p>Denmark leads NATO Mission Iraq. The mission counts {count} soldiers.</p></main></body></html>"""


@pytest.fixture(autouse=True)
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A page of April, added in May, whose version of June was added in July, and a report of April added in August."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CONTINGENT_REGISTER", raising=False)
    for added, name, published, count in (
        ("2021-05-10", "page.html", "2021-04-15", 500),
        ("2021-07-10", "page.html", "2021-06-15", 550),
        ("2021-08-10", "report.html", "2021-04-20", 490),
    ):
        monkeypatch.setattr("contingent.register.register.now", lambda moment=f"{added}T23:59:59.999Z": moment)
        Path(name).write_text(PAGE.format(published=published, count=count), encoding="utf-8")
        assert run(["add", name]) == 0
    capsys.readouterr()


def strength(capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, Any]:
    assert run(["show", "NMI", "--format", "json", *options]) == 0
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def counts(answer: dict[str, Any]) -> list[str]:
    quoted = {note["quote"] for note in answer["notes"]}
    return sorted(count for count in ("490", "500", "550") if any(count in quote for quote in quoted))


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], ["490", "500", "550"]),
        (["--entered", "2021-05-10"], ["500"]),
        (["--entered", "2021-07-09"], ["500"]),
        (["--entered", "2021-07-10"], ["500", "550"]),
        (["--entered", "2021-08-10"], ["490", "500", "550"]),
        (["--known", "2021-05-01"], ["490", "500"]),
        (["--known", "2021-05-01", "--entered", "2021-07-31"], ["500"]),
        (["--known", "2021-06-15", "--entered", "2021-07-31"], ["500", "550"]),
        (["--known", "2021-04-15", "--entered", "2021-08-31"], ["500"]),
    ],
)
def test_the_two_clocks_of_knowledge_go_together(
    options: list[str], expected: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert counts(strength(capsys, "--on", "2021-09-01", *options)) == expected


def test_the_answer_says_as_of_which_day_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--on", "2021-09-01", "--known", "2021-06-15", "--entered", "2021-07-31"]
    assert strength(capsys, *options)["entered"] == "2021-07-31"
    assert run(["show", "NMI", *options]) == 0
    assert "as published by 2021-06-15, as entered by 2021-07-31" in capsys.readouterr().out


def test_a_day_before_the_register_began_says_when_that_was(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", "NMI", "--entered", "2021-05-09"]) == 1
    assert "held nothing by 2021-05-09; its first document was added on 2021-05-10" in capsys.readouterr().err


def test_a_day_that_is_none_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", "NMI", "--entered", "2021-05"]) == 2
    assert "--entered: '2021-05' is not one day" in capsys.readouterr().err


def test_a_decision_counts_from_its_day_on_whatever_day_of_publication_is_asked_about(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("contingent.register.register.now", lambda: "2021-09-10T12:00:00.000Z")
    answer = strength(capsys, "--on", "2021-09-01", "--known", "2021-04-15")
    (document,) = {note["document"] for note in answer["notes"] if "500" in note["quote"]}
    assert run(["document", document]) == 0
    (line,) = (line for line in capsys.readouterr().out.splitlines() if " strength " in line)
    assert run(["reject", line.split()[1], "--reason", "A slip."]) == 0
    capsys.readouterr()
    assert counts(strength(capsys, "--on", "2021-09-01", "--known", "2021-04-15")) == []
    options = ["--on", "2021-09-01", "--known", "2021-04-15", "--entered", "2021-09-09"]
    assert counts(strength(capsys, *options)) == ["500"]


def test_lists_of_documents_and_changes_go_back_to_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["documents", "--entered", "2021-05-31"]) == 0
    (_, line, *_) = capsys.readouterr().out.splitlines()
    name = line.split()[0]
    assert run(["document", name, "--entered", "2021-05-31"]) == 0
    assert "version" not in capsys.readouterr().out
    assert run(["document", name]) == 0
    assert "1 of 2" in capsys.readouterr().out
    assert run(["changes", "page.html", "--entered", "2021-05-31"]) == 0
    assert "has one version" in capsys.readouterr().out
    assert run(["changes", "page.html", "--entered", "2021-07-31"]) == 0
    assert "550" in capsys.readouterr().out
