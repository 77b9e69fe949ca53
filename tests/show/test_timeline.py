"""``contingent timeline``: the chart, the picture and the words say what ``contingent show`` says, and no more."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contingent.ask.facts import Facts
from contingent.ask.timeline import Timeline, timeline
from contingent.catalogue import load
from contingent.errors import UsageError
from contingent.resolve import resolve
from contingent.show.command_line import run
from contingent.show.svg_paper import fitted, text_width
from contingent.show.timeline_chart import PLAIN_SIGNS, Scale, chart
from contingent.show.timelines import CSV_COLUMNS, render
from tests.ask.harbour_watch import ALL
from tests.evidence import MISSION, claim, page

Captured = pytest.CaptureFixture[str]
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "</text><script>alert(1)</script>\x1b[31m\u202eab\u2066\x00 & \"'"


@pytest.fixture(scope="module")
def watch() -> Timeline:
    return timeline(Facts(resolve(ALL, load())), "Harbour Watch", load())


def lines(shown: Timeline, width: int = 120) -> dict[str, str]:
    """The bars of a chart by the beginning of their label, in the first group with such a row."""
    found: dict[str, str] = {}
    for line in chart(shown, width):
        label, bar = line.plain[: width // 3], line.plain[width // 3 :]
        found.setdefault(label.strip(), bar.strip())
    return found


def elements(picture: str, tag: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(picture).iter(f"{SVG}{tag}"))


@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_a_chart_keeps_to_its_width(watch: Timeline, width: int) -> None:
    assert max(len(line.plain) for line in chart(watch, width)) <= width


def test_each_word_has_a_sign_of_its_own(watch: Timeline) -> None:
    shown = render(watch, "table", 120, colour=False)
    lead = next(line for line in shown.splitlines() if line.startswith("Lead: Norway"))
    assert re.fullmatch(r"Lead: Norway +▒+█+▒+", lead)
    assert "█ stated   ▒ possible   · presumed   □ planned" in shown
    assert "█" not in render(watch, "table", 120, colour=False, plain=True)
    assert PLAIN_SIGNS.keys() == {word for word in PLAIN_SIGNS if word.in_force}


def test_a_single_day_is_seen_among_many_years() -> None:
    evidence = page(
        "2021-04-15", claim("existence", MISSION, start="1990"), claim("location", MISSION, "Aden", end="2021-04-20")
    )
    shown = timeline(Facts(resolve(evidence, load())), "Harbour Watch", load())
    (place,) = [line.plain for line in chart(shown, 80) if line.plain.startswith("Place: Aden")]
    assert "█" in place


def test_a_strength_is_drawn_in_steps_with_its_figures(watch: Timeline) -> None:
    strength = [line for line in render(watch, "table", 160, colour=False).splitlines() if line.startswith("Strength")]
    assert "~500·" in strength[0]
    assert re.search(r"≤140[·█]+120", strength[1])


def test_the_words_say_what_the_chart_shows(watch: Timeline) -> None:
    shown = " ".join(render(watch, "table", 120, colour=False).partition("In words")[2].split())
    for words in ("possible 2020-12-01 to 2020-12-30; stated", "presumed 2021-04-16", "up to 140 persons"):
        assert words in shown
    assert "“posting Nora Vik" in shown


def test_a_window_shows_only_what_is_so_within_it(watch: Timeline) -> None:
    later = replace(watch, first=date(2021, 12, 1), last=date(2022, 1, 31))
    shown = render(later, "table", 120, colour=False)
    assert "Activity: boarded ships" not in shown
    assert "Element: boarding team" in shown
    nothing = replace(watch, first=date(1999, 1, 1), last=date(1999, 2, 1))
    nothing = replace(nothing, groups=nothing.groups[:0])
    assert "Nothing is said of these days." in render(nothing, "table", 120, colour=False)
    assert "Nothing is said of these days." in render(nothing, "svg", 120, colour=False)


@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(0, 20000), st.integers(1, 300), st.floats(0, 1))
def test_every_day_stands_in_the_column_that_holds_it(first: date, days: int, columns: int, part: float) -> None:
    scale = Scale(first, first + timedelta(days), columns)
    day = first + timedelta(round(days * part))
    column = scale.column(day)
    assert 0 <= column < columns
    start, end = scale.days_of(column)
    assert start <= day <= end
    joined = [scale.days_of(column) for column in range(columns)]
    assert joined[0][0] == first
    assert joined[-1][1] == scale.last
    assert all(after[0] <= before[1] + timedelta(1) for before, after in pairwise(joined))


def test_a_picture_tells_its_title_and_all_its_words(watch: Timeline) -> None:
    picture = render(watch, "svg", 120, colour=False)
    root = ElementTree.fromstring(picture)
    title, description = root.findall(f"{SVG}title")[0], root.findall(f"{SVG}desc")[0]
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert "Harbour Watch (operation)" in (title.text or "")
    assert "Lead: Norway: possible 2020-12-01 to 2020-12-30; stated 2020-12-31 to 2022-05-01" in (
        description.text or ""
    )
    fills = {element.get("fill") for element in elements(picture, "rect")}
    assert {"url(#rise)", "url(#fall)"} <= fills


def test_no_label_of_a_picture_covers_another(watch: Timeline) -> None:
    picture = render(watch, "svg", 120, colour=False)
    by_line: dict[str, list[tuple[float, float]]] = {}
    for text in elements(picture, "text"):
        left, size = float(text.get("x", "")), float(text.get("font-size", ""))
        by_line.setdefault(text.get("y", ""), []).append((left, left + 0.8 * text_width(text.text or "", size)))
    for spans in by_line.values():
        assert all(one[1] <= other[0] for one, other in pairwise(sorted(spans)))
    assert max(end for spans in by_line.values() for _, end in spans) <= 1200


@pytest.mark.parametrize("form", ["table", "svg", "json", "csv"])
def test_hostile_names_come_out_as_text(form: str) -> None:
    evidence = page(
        "2021-04-15",
        claim("element", f"DNK@Harbour Watch/{HOSTILE.replace('/', '-')}", "DNK@Harbour Watch"),
        claim("task", "DNK@Harbour Watch", HOSTILE),
        claim("location", MISSION, HOSTILE, role="base"),
        claim("posting", HOSTILE, MISSION, title="Commander"),
    )
    found = timeline(Facts(resolve(evidence, load())), "Harbour Watch", load())
    shown = render(found, form, 120, colour=False)
    if form in ("table", "svg"):
        assert not set("\x1b\u202e\u2066\x00") & set(shown)
        assert "script" in shown
    if form == "svg":
        assert not elements(shown, "script")
        assert any("<script>alert(1)" in (text.text or "") for text in elements(shown, "title"))
    if form == "json":
        assert HOSTILE in {row["text"] for group in json.loads(shown)["groups"] for row in group["rows"]}


def test_a_name_without_end_is_cut_at_once() -> None:
    assert fitted("W" * 1_000_000, 13, 300).endswith("W…")
    assert fitted("Ida", 13, 300) == "Ida"


def test_days_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(UsageError, match="give the earlier day first"):
        timeline(Facts(resolve(ALL, load())), "Harbour Watch", load(), date(2021, 2, 1), date(2021, 1, 1))


PAGE = "Denmark leads NATO Mission Iraq. Denmark takes part in NATO Mission Iraq with 140 soldiers.\n"


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CONTINGENT_REGISTER", raising=False)
    for name, words, day in (("a", PAGE, "2021-04-15"), ("b", PAGE.replace("140", "185"), "2021-07-01")):
        Path(f"{name}.txt").write_text(words, encoding="utf-8")
        assert run(["add", f"{name}.txt", "--language", "en", "--published", day]) == 0
    capsys.readouterr()


def asked(capsys: Captured, *arguments: str) -> dict[str, Any]:
    assert run(["timeline", *arguments, "--format", "json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.usefixtures("register")
def test_the_steps_of_a_strength_from_two_pages(capsys: Captured) -> None:
    found = asked(capsys, "NMI")
    (strength,) = [row for group in found["groups"] for row in group["rows"] if row["topic"] == "Strength"]
    steps = [(s["first"], s["last"], s["answer"], [v["high"] for v in s["values"]]) for s in strength["stretches"]]
    assert steps == [
        (None, "2021-04-14", "unknown", []),
        ("2021-04-15", "2021-04-15", "stated", [140]),
        ("2021-04-16", "2021-06-30", "presumed", [140]),
        ("2021-07-01", "2021-07-01", "stated", [185]),
        ("2021-07-02", None, "presumed", [185]),
    ]
    assert [v["said_for"] for s in strength["stretches"][1:3] for v in s["values"]] == ["2021-04-15", "2021-04-15"]
    quotes = {note["number"]: note["quote"] for note in found["notes"]}
    assert all("soldiers" in quotes[number] for number in strength["notes"])
    assert len(strength["spells"]) == 1


@pytest.mark.usefixtures("register")
def test_the_gap_rule_and_the_day_of_knowledge_redraw_it(capsys: Captured) -> None:
    rows = asked(capsys, "NMI", "--gap", "10d")["groups"][1]["rows"]
    assert [len(row["spells"]) for row in rows if row["topic"] == "Strength"] == [2]
    found = asked(capsys, "NMI", "--known", "2021-06-30")
    assert found["known"] == "2021-06-30"
    assert "185" not in json.dumps(found)


@pytest.mark.usefixtures("register")
def test_a_file_is_written_in_the_form_of_its_name(capsys: Captured) -> None:
    assert run(["timeline", "NMI", "--output", "nmi.svg"]) == 0
    assert capsys.readouterr().out == ""
    assert ElementTree.parse("nmi.svg").getroot().tag == f"{SVG}svg"
    assert run(["timeline", "NMI", "--format", "csv", "--output", "nmi.txt"]) == 0
    rows = list(csv.DictReader(io.StringIO(Path("nmi.txt").read_text(encoding="utf-8"))))
    assert tuple(rows[0]) == CSV_COLUMNS
    assert {row["answer"] for row in rows} >= {"stated", "presumed"}


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["Denmrk"], 1, "did you mean Denmark"),
        (["NMI", "--from", "2021-05-01", "--to", "2021-04-01"], 2, "earlier day first"),
        (["NMI", "--from", "2021"], 2, "--from"),
        (["NMI", "--output", "nmi.png"], 2, "tells no format"),
        (["NMI", "--output", "nowhere/nmi.svg"], 1, "nowhere/nmi.svg cannot be written"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_sentence(
    capsys: Captured, arguments: list[str], code: int, words: str
) -> None:
    assert run(["timeline", *arguments]) == code
    told = capsys.readouterr().err
    assert words in told
    assert told.count("\n") == 1
