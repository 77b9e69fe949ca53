"""Decisions made, listed and undone on the command line, and what answers make of them."""

from __future__ import annotations

import json
import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from contingent.show.command_line import run

PAGE = """<!doctype html><html lang="en"><head><title>Our troops in Iraq</title>
<meta property="article:published_time" content="2021-04-15"></head>
<body><main><h1>Our troops in Iraq</h1><p>Denmark leads NATO Mission Iraq. The mission counts 500 soldiers.</p>
<p>Major General Åse Ødegård is commander of NATO Mission Iraq. The page knows Denmark well.</p></main></body></html>"""
LATER = """<!doctype html><html lang="en"><head><title>Visit</title>
<meta property="article:published_time" content="2021-04-20"></head>
<body><main><p>Major General Aase Oedegard is commander of NATO Mission Iraq.</p></main></body></html>"""
WHY = ("--reason", "I looked.", "--by", "Ada")

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> Path:
    """A register in the current folder, with one page."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CONTINGENT_REGISTER", raising=False)
    Path("page.html").write_text(PAGE, encoding="utf-8")
    assert run(["add", "page.html"]) == 0
    capsys.readouterr()
    return tmp_path / "contingent.db"


def claims(kind: str) -> list[str]:
    """The names of all claims of a kind."""
    with sqlite3.connect("contingent.db") as connection:
        return [name for (name,) in connection.execute("SELECT claim_id FROM claims WHERE kind = ?", (kind,))]


def claim(kind: str) -> str:
    (name,) = claims(kind)
    return name


def decided(capsys: Captured, *arguments: str) -> tuple[str, str]:
    """Decide something; the decision's name and the whole line that tells of it."""
    assert run([*arguments, *WHY]) == 0
    line = capsys.readouterr().out.strip()
    assert "\n" not in line
    return line.split()[0], line


def refused(capsys: Captured, *arguments: str, code: int = 1) -> str:
    assert run([*arguments, *WHY]) == code
    captured = capsys.readouterr()
    assert captured.err.count("\n") == 1
    assert captured.err.endswith((".\n", "?\n"))
    return captured.err


def shown(capsys: Captured, topic: str, day: str = "2021-04-15") -> list[tuple[str, str]]:
    """The lines of a topic in the answer about the mission, with their words."""
    assert run(["show", "NMI", "--on", day, "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    lines = [line for section in answer["sections"] for line in section["lines"]]
    return [(line["text"], line["answer"]) for line in lines if line["topic"] == topic]


def listed(capsys: Captured) -> list[dict[str, Any]]:
    assert run(["decisions", "--format", "json"]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def document(capsys: Captured) -> str:
    assert run(["documents"]) == 0
    name = capsys.readouterr().out.splitlines()[1].split()[0]
    assert run(["document", name]) == 0
    return capsys.readouterr().out


def test_a_rejected_claim_does_not_count_until_that_is_undone(capsys: Captured) -> None:
    before = shown(capsys, "Strength")
    assert before == [("500 persons", "stated")]
    decision, line = decided(capsys, "reject", claim("strength")[:8])
    assert re.match(rf"{decision}  rejected  {claim('strength')[:12]}  strength  @NATO Mission Iraq", line)
    assert shown(capsys, "Strength") == [("", "unknown")]
    decided(capsys, "undo", decision)
    assert shown(capsys, "Strength") == before


def test_undoing_an_undo_brings_back_what_it_undid(capsys: Captured) -> None:
    decision, _ = decided(capsys, "reject", claim("strength"))
    undone, _ = decided(capsys, "undo", decision)
    decided(capsys, "undo", undone)
    assert shown(capsys, "Strength") == [("", "unknown")]
    assert [made["state"] for made in listed(capsys)] == [
        "counts",
        f"undone by {listed(capsys)[2]['decision'][:12]}",
        "counts",
    ]


def test_of_two_decisions_about_a_claim_the_later_counts(capsys: Captured) -> None:
    first, _ = decided(capsys, "reject", claim("strength"))
    second, line = decided(capsys, "accept", claim("strength"))
    assert f"in place of decision {first}: rejected by Ada" in line
    assert shown(capsys, "Strength") == [("500 persons", "stated")]
    assert [made["state"] for made in listed(capsys)] == [f"replaced by {second}", "counts"]
    _, line = decided(capsys, "undo", second)
    assert f"now decision {first} counts: rejected by Ada" in line


def test_a_claim_counts_as_corrected_and_the_answer_says_so(capsys: Captured) -> None:
    decided(capsys, "correct", claim("strength"), "low=550", "high=560", "approx=yes", "scope=without guards")
    assert shown(capsys, "Strength") == [("about 550 to 560 persons", "stated")]
    assert run(["show", "NMI", "--on", "2021-04-15"]) == 0
    note = r"“The mission counts 500 soldiers” — corrected by Ada on \d{4}-\d\d-\d\d: I looked\."
    assert re.search(note, " ".join(capsys.readouterr().out.split()))
    assert run(["show", "NMI", "--on", "2021-04-15", "--format", "json"]) == 0
    notes = json.loads(capsys.readouterr().out)["notes"]
    (note,) = (note for note in notes if note["decision"])
    assert (note["decision"]["kind"], note["original"]["quantity"]["low"]) == ("correct", 500)


def test_a_correction_may_move_a_claim_to_another_operation(capsys: Captured) -> None:
    decided(capsys, "correct", claim("strength"), "subject=@Operation Inherent Resolve")
    assert shown(capsys, "Strength") == [("", "unknown")]
    assert run(["show", "OIR", "--on", "2021-04-15"]) == 0
    assert "500 persons" in capsys.readouterr().out


def test_corrections_add_up_and_a_field_without_a_value_is_null(capsys: Captured) -> None:
    decided(capsys, "correct", claim("strength"), "quantity=550", "scope=with guards")
    decided(capsys, "correct", claim("strength"), "scope=", "start=2021-01")
    (_, made) = listed(capsys)
    assert made["claim"]["quantity"] == {"low": 550, "high": 550, "approx": False, "unit": "persons"}
    assert (made["claim"]["scope"], made["claim"]["start"]) == (None, "2021-01")
    assert made["about"]["quantity"]["low"] == 500


def test_a_corrected_quote_keeps_to_the_document(capsys: Captured) -> None:
    decided(capsys, "correct", claim("strength"), "quote=counts  500 soldiers")
    (made,) = listed(capsys)
    assert made["claim"]["quote"] == "counts 500 soldiers"
    err = refused(capsys, "correct", claim("strength"), "quote=counts 600 soldiers")
    assert "the nearest there is “counts 500 soldiers" in err
    assert run(["verify"]) == 0


@pytest.mark.parametrize(
    ("fields", "complaint", "code"),
    [
        (["colour=red"], "no field 'colour'", 2),
        (["low"], "write field=value", 2),
        (["low=many"], "'many' is no number", 2),
        (["low=1", "low=2"], "twice", 2),
        (["approx=perhaps"], "neither yes nor no", 2),
        (["low=600"], "low 600 is above high 500", 1),
        (["kind=power"], "not a kind of claim", 1),
        (["subject="], "Field 'subject'", 1),
        (["quantity="], "needs a quantity", 1),
        (["start=2021-13"], "Field 'start'", 1),
        (["low=500"], "nothing to correct", 2),
    ],
)
def test_a_correction_that_makes_no_claim_is_refused(
    fields: list[str], complaint: str, code: int, capsys: Captured
) -> None:
    assert complaint in refused(capsys, "correct", claim("strength"), *fields, code=code)
    assert listed(capsys) == []


def test_a_correction_back_to_what_was_read_asks_for_an_undo(capsys: Captured) -> None:
    decision, _ = decided(capsys, "correct", claim("strength"), "low=400")
    assert f"undo its correction: {decision}" in refused(capsys, "correct", claim("strength"), "low=500", code=2)


def test_a_rejected_claim_counts_again_once_it_is_corrected(capsys: Captured) -> None:
    decided(capsys, "reject", claim("strength"))
    assert "is rejected" in refused(capsys, "correct", claim("strength"), "low=500", code=2)
    decided(capsys, "correct", claim("strength"), "low=510", "high=510")
    assert shown(capsys, "Strength") == [("510 persons", "stated")]


def test_a_claim_is_entered_by_hand_with_the_words_that_state_it(capsys: Captured) -> None:
    name = document_name(capsys)
    arguments = ["claim", name, "--quote", "The page knows Denmark well", "--kind", "strength"]
    arguments += ["--subject", "DNK@NATO Mission Iraq", "--low", "35", "--high", "35", "--as-of", "2021-04-15"]
    decision, line = decided(capsys, *arguments)
    assert "entered" in line
    assert ("35 persons", "stated") in shown(capsys, "Strength")
    assert f"entered by Ada on {listed(capsys)[0]['made_at'][:10]}: I looked.  [decision {decision}]" in document(
        capsys
    )
    assert run(["verify"]) == 0
    assert "and 1 decision are as they were written" in capsys.readouterr().out
    assert decided(capsys, *arguments)[1].startswith(f"{decision}  unchanged")
    entered = listed(capsys)[0]["claim_id"]
    decided(capsys, "correct", entered[:8], "low=30")
    assert ("30 to 35 persons", "stated") in shown(capsys, "Strength")
    decided(capsys, "undo", decision)
    assert shown(capsys, "Strength") == [("500 persons", "stated")]


def document_name(capsys: Captured) -> str:
    run(["documents"])
    return capsys.readouterr().out.splitlines()[1].split()[0]


def test_an_entered_claim_may_name_the_page_by_its_address(capsys: Captured) -> None:
    arguments = ["--quote", "The page knows Denmark well", "--kind", "participation"]
    decided(capsys, "claim", "page.html", *arguments, "--subject", "DNK", "--object", "@NATO Mission Iraq")
    err = refused(capsys, "claim", "pag.html", *arguments, "--subject", "DNK", "--object", "@NATO Mission Iraq")
    assert "did you mean page.html?" in err


def test_words_that_stand_several_times_ask_for_the_one_that_is_meant(capsys: Captured) -> None:
    entering = ["claim", "page.html", "--quote", "Denmark", "--kind", "participation", "--subject", "DNK"]
    entering += ["--object", "@NATO Mission Iraq"]
    err = refused(capsys, *entering, code=2)
    assert "stand 2 times" in err
    assert "1 “…Our troops in Iraq «Denmark» leads NATO" in err
    assert "--at 3" in refused(capsys, *entering, "--at", "3", code=2)
    decided(capsys, *entering, "--at", "2")
    (made,) = listed(capsys)
    with sqlite3.connect("contingent.db") as connection:
        (text,) = connection.execute("SELECT text FROM texts").fetchone()
    assert text[: made["quote_start"]].count("Denmark") == 1


@pytest.mark.parametrize(
    ("options", "complaint", "code"),
    [
        (["--quote", "Norway leads"], "do not stand in document", 1),
        (["--quote", " "], "A quote is empty", 1),
        (["--quote", "counts 500 soldiers", "--kind", "power"], "not a kind of claim", 1),
        (["--quote", "counts 500 soldiers", "--high", "many"], "is no number", 2),
        (["--quote", "counts 500 soldiers", "--subject", " "], "needs a subject", 1),
    ],
)
def test_a_claim_that_cites_nothing_or_says_nothing_is_refused(
    options: list[str], complaint: str, code: int, capsys: Captured
) -> None:
    arguments = ["claim", "page.html", "--kind", "strength", "--subject", "@NATO Mission Iraq", "--low", "5"]
    assert complaint in refused(capsys, *arguments, *options, code=code)


def test_a_claim_that_was_read_already_is_not_entered(capsys: Captured) -> None:
    arguments = ["--quote", "The mission counts 500 soldiers", "--kind", "strength", "--subject", "@NATO Mission Iraq"]
    err = refused(capsys, "claim", "page.html", *arguments, "--low", "500", "--high", "500", "--approx", "no")
    assert f"was read from the document already: {claim('strength')[:12]}" in err


def test_deciding_twice_in_the_same_way_changes_nothing(capsys: Captured) -> None:
    decision, _ = decided(capsys, "reject", claim("strength"))
    again, line = decided(capsys, "reject", claim("strength"))
    assert again == decision
    assert "unchanged" in line
    assert "(already rejected by Ada on " in line
    assert len(listed(capsys)) == 1
    decided(capsys, "correct", claim("lead"), "subject=NOR")
    assert "says so already" in refused(capsys, "correct", claim("lead"), "subject=NOR", code=2)


def test_a_claim_or_decision_that_is_not_there_is_refused_and_nothing_is_decided(capsys: Captured) -> None:
    assert "no claim 'ffffffff'" in refused(capsys, "reject", claim("strength"), "ffffffff")
    assert "too short" in refused(capsys, "accept", "ff")
    assert "no decision 'ffffffff'" in refused(capsys, "undo", "ffffffff")
    assert listed(capsys) == []


@pytest.mark.parametrize(
    "command", [["accept", "ffff"], ["undo", "ffff"], ["merge", "A", "B"], ["correct", "ffff", "a=b"]]
)
def test_without_a_register_nothing_is_decided_and_none_is_made(
    command: list[str], register: Path, capsys: Captured
) -> None:
    register.unlink()
    assert "make one with contingent add" in refused(capsys, *command)
    assert not register.exists()


def test_a_decision_needs_a_reason_and_is_signed_by_the_user_of_the_system(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    assert run(["reject", claim("strength")]) == 2
    assert "--reason" in capsys.readouterr().err
    assert run(["reject", claim("strength"), "--reason", " "]) == 1
    assert "a reason" in capsys.readouterr().err
    monkeypatch.setenv("LOGNAME", "grace")
    assert run(["reject", claim("strength"), "--reason", "A slip."]) == 0
    capsys.readouterr()
    assert listed(capsys)[0]["by"] == "grace"


def test_the_list_tells_who_decided_what_when_and_why(capsys: Captured) -> None:
    assert run(["decisions"]) == 0
    assert "Nobody has decided anything" in capsys.readouterr().err
    decided(capsys, "correct", claim("strength"), "high=600")
    assert run(["decisions"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert re.search(r"Ada correct [0-9a-f]{12} strength @NATO Mission Iraq", out)
    assert "quantity 500 persons → 500 to 600 persons" in out
    assert "I looked." in out


def test_the_list_goes_back_to_a_day(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    decided(capsys, "reject", claim("lead"))
    day = listed(capsys)[0]["made_at"][:10]
    monkeypatch.setattr("contingent.register.register.now", lambda: "2999-01-01T00:00:00.000Z")
    decided(capsys, "reject", claim("strength"))
    assert len(listed(capsys)) == 2
    assert run(["decisions", "--entered", day, "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 1
    assert run(["show", "NMI", "--on", "2021-04-15", "--entered", day]) == 0
    assert "500 persons" in capsys.readouterr().out


def test_a_document_shows_what_was_decided_of_its_claims(capsys: Captured) -> None:
    first, _ = decided(capsys, "reject", claim("strength"))
    second, _ = decided(capsys, "correct", claim("strength"), "high=600")
    out = document(capsys)
    assert f"{claim('strength')[:12]}  strength" in out
    assert f"[decision {first}, replaced by {second}]" in out
    assert f"(quantity 500 persons → 500 to 600 persons)  [decision {second}]" in out


def test_a_document_is_shown_for_programs_with_the_decisions_on_each_claim(capsys: Captured) -> None:
    decision, _ = decided(capsys, "reject", claim("strength"))
    assert run(["document", "page.html", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["address"] == "page.html"
    assert found["number_of_claims"] == len(found["claims"])
    (rejected,) = (stated for stated in found["claims"] if stated["decisions"])
    assert (rejected["claim"], rejected["kind"]) == (claim("strength"), "strength")
    (made,) = rejected["decisions"]
    assert (made["decision"][:12], made["state"]) == (decision, "counts")


def test_a_decision_whose_claim_is_no_longer_read_says_so(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    decided(capsys, "reject", claim("strength"))
    decided(capsys, "accept", claim("lead"))
    monkeypatch.setattr("contingent.reading.__version__", "9.9")
    monkeypatch.setattr("contingent.read.read", lambda *arguments, **options: ())
    assert run(["add", "page.html"]) == 0
    captured = capsys.readouterr()
    assert "read again" in captured.out
    assert "2 decisions without effect" in captured.err
    assert {made["state"] for made in listed(capsys)} == {"its claim is no longer read"}
    assert run(["decisions"]) == 0
    assert "its claim is no longer read" in capsys.readouterr().out


# --- names ------------------------------------------------------------------------------------


@pytest.fixture
def two_spellings(capsys: Captured) -> None:
    Path("later.html").write_text(LATER, encoding="utf-8")
    assert run(["add", "later.html"]) == 0
    capsys.readouterr()


@pytest.mark.usefixtures("two_spellings")
def test_two_spellings_of_one_person_can_be_split_and_that_undone(capsys: Captured) -> None:
    assert len(shown(capsys, "Head", "2021-04-20")) == 1
    decision, line = decided(capsys, "split", "Åse Ødegård", "Aase Oedegard")
    assert "split  person “Åse Ødegård” and “Aase Oedegard”" in line
    assert len(shown(capsys, "Head", "2021-04-20")) == 2
    decided(capsys, "undo", decision)
    assert len(shown(capsys, "Head", "2021-04-20")) == 1


def test_names_of_different_kinds_are_refused_in_one_sentence(capsys: Captured) -> None:
    err = refused(capsys, "merge", "Åse Ødegård", "NMI", code=2)
    assert "'Åse Ødegård' is the name of a person and 'NMI' of an operation" in err


def test_a_name_that_nothing_bears_is_refused_with_the_nearest(capsys: Captured) -> None:
    assert "did you mean Åse Ødegård?" in refused(capsys, "merge", "Åsa Ødegord", "NMI")


def test_one_name_in_two_ways_of_writing_is_no_pair(capsys: Captured) -> None:
    assert "are one name" in refused(capsys, "merge", "Åse Ødegård", "åse  ødegård", code=2)
