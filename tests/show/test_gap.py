"""The gap rule on the command line: how it is written, and that it redraws an answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from contingent.errors import UsageError
from contingent.show.command_line import commands, run
from contingent.show.gap import parse_gap

EXAMPLE = Path(__file__).parents[2] / "examples" / "denmark-nato-mission-iraq-2021-03.html"


@pytest.mark.parametrize(
    ("text", "days"),
    [("90d", 90), ("90", 90), ("0", 0), ("6w", 42), ("3m", 93), ("1y", 366), (" 2 Y ", 732), ("none", None)],
)
def test_a_gap_is_written_in_days_weeks_months_or_years(text: str, days: int | None) -> None:
    assert parse_gap(text) == days


@pytest.mark.parametrize("text", ["", "-1", "1.5m", "90 days", "m", "no"])
def test_anything_else_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(UsageError, match="write days, weeks, months or years"):
        parse_gap(text)


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("gap") / "contingent.db"
    assert run(["add", str(EXAMPLE), "--register", str(path)]) == 0
    return str(path)


def shown(register: str, *options: str, **environment: str) -> str:
    command = ["show", "NMI", "--on", "2021-06-16", "--register", register, *options]
    done = CliRunner().invoke(commands, command, env=environment)
    assert done.exit_code == 0
    return done.output


def test_the_gap_redraws_the_answer(register: str) -> None:
    assert "presumed, 90 days" in shown(register)
    within = shown(register, "--gap", "90d")
    assert within.replace(", presumed within 90 days of evidence", "") == shown(register, "--gap", "none")
    assert shown(register, "--gap", "none") == shown(register)
    assert "presumed," not in shown(register, "--gap", "89").partition("Words")[0]
    assert shown(register, "--gap", "89") == shown(register, "--gap", "89d")


def test_the_gap_can_be_set_for_all_commands(register: str) -> None:
    assert shown(register, CONTINGENT_GAP="2m") == shown(register, "--gap", "2m") != shown(register)


def test_a_gap_that_is_none_ends_with_code_2(register: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", "NMI", "--gap", "soon", "--register", register]) == 2
    assert "'soon' is no length of time" in capsys.readouterr().err


def test_every_command_with_a_gap_takes_the_same_option() -> None:
    options = {name: param for name, made in commands.commands.items() for param in made.params if param.name == "gap"}
    assert {"show", "total", "support", "timeline", "why"} <= options.keys()
    assert len({(param.callback, param.envvar, param.default) for param in options.values()}) == 1
