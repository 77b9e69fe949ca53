"""Hostile documents and hostile questions: words are text, whatever they look like."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from contingent.web.application import HEADERS
from contingent.web.marks import LONGEST_LINE
from tests.web.conftest import TestClient, add

SCRIPT = "<script>alert(1)</script>"
HOSTILE = f"""{SCRIPT} Denmark takes part in NATO Mission Iraq with 44 soldiers <img src=x onerror=alert(1)>.

Denmark has \u202ea guard platoon\u202c of 12 soldiers in NATO Mission Iraq {{{{ 7 * 7 }}}}\u0007.
""".encode()


def unharmed(text: str) -> None:
    page = LexborHTMLParser(text)
    assert not page.css("script, iframe, object, embed, style, base, form[action^='javascript']")
    for node in page.css("*"):
        assert not [name for name in node.attributes if name.startswith("on") or name == "style"]
        assert not (node.attributes.get("href") or "").lower().startswith(("javascript:", "data:"))
    assert not any(mark in text for mark in "\u202e\u202c\u0007")


@pytest.mark.parametrize("address", ["/", "/documents", "/operation/NATO%20Mission%20Iraq", "/actor/DNK", "/conflicts"])
def test_words_of_a_document_are_never_markup(browser: TestClient, register: Path, address: str) -> None:
    add(register, HOSTILE, 'https://example.org/"><script>alert(1)</script>', "2021-04-16")
    unharmed(browser.get(address).text)


def test_a_hostile_document_is_shown_as_it_is_written(browser: TestClient, register: Path) -> None:
    name = add(register, HOSTILE, "https://example.org/hostile", "2021-04-16")
    text = browser.get(f"/document/{name}").text
    unharmed(text)
    assert "{{ 7 * 7 }}" in text and "&lt;script&gt;" in text


def test_a_hostile_question_is_shown_as_text(browser: TestClient) -> None:
    for address in ("/search?q=", "/operation/", "/?on=", "/x?lang=%22%3E", "/?page="):
        unharmed(browser.get(address + SCRIPT).text)


def test_a_very_long_line_is_cut_with_a_note(browser: TestClient, register: Path) -> None:
    line = b"Denmark takes part in NATO Mission Iraq with 44 soldiers. " + b"x" * 9_999_000
    name = add(register, line, "https://example.org/long", "2021-04-16")
    text = browser.get(f"/document/{name}").text
    assert len(text) < LONGEST_LINE + 60_000
    assert "more characters are left out" in text


@pytest.mark.parametrize("address", ["/", "/nothing", "/json/", "/static/style.css", "/documents", "/?on=x"])
def test_every_answer_forbids_scripts_and_guessing(browser: TestClient, address: str) -> None:
    answer = browser.get(address)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_a_picture_may_hold_its_style_and_nothing_else(browser: TestClient) -> None:
    policy = browser.get("/svg/timeline/operation/NATO%20Mission%20Iraq").headers["Content-Security-Policy"]
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; sandbox"


def test_templates_never_take_words_for_markup() -> None:
    folder = Path(__file__).parents[2] / "src" / "contingent" / "web" / "templates"
    for template in folder.iterdir():
        words = template.read_text(encoding="utf-8")
        assert "|safe" not in words.replace(" ", "") and "autoescape" not in words and "<script" not in words
