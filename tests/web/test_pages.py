"""The pages: what a reader finds on them, and where their links lead."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from contingent.show.command_line import run
from tests.web.conftest import NORWEGIAN, TestClient, add

MISSION = "/operation/NATO%20Mission%20Iraq"


def shown(browser: TestClient, address: str) -> LexborHTMLParser:
    answer = browser.get(address)
    assert answer.status_code == 200, answer.text
    return LexborHTMLParser(answer.text)


def words(page: LexborHTMLParser, selector: str = "main") -> str:
    return " ".join(" ".join(node.text() for node in page.css(selector)).split())


def links(page: LexborHTMLParser) -> list[str]:
    return [node.attributes["href"] or "" for node in page.css("a[href]")]


def test_the_start_page_tells_what_is_in_force_what_is_new_and_what_is_in_conflict(browser: TestClient) -> None:
    page = shown(browser, "/")
    row = words(page, ".overview tbody tr")
    assert all(part in row for part in ("NATO Mission Iraq", "Denmark", "Ida Holm"))
    assert page.css_first(".overview tbody td:last-child").text() == "2"
    assert "https://example.org/norway" in words(page)
    assert "No conflicts" in words(page) or "conflict" in words(page, "section[aria-labelledby=open]")


def test_the_number_of_open_conflicts_is_that_of_the_list_behind_it(browser: TestClient, register: Path) -> None:
    add(register, b"Norway takes part in NATO Mission Iraq with 90 soldiers.\n", "https://example.org/n", "2021-04-01")
    for question in ("", "?on=2021-04-01", "?on=1990-01-01"):
        open_ones = words(shown(browser, f"/{question}"), "section[aria-labelledby=open] > p")
        assert open_ones == words(shown(browser, f"/conflicts{question}"), "main > p"), question


def test_a_day_before_everything_has_no_operation(browser: TestClient) -> None:
    assert "No operation is known" in words(shown(browser, "/?on=1990-01-01&known=2021-03-05"))


def test_a_placemat_has_sections_elements_words_and_quotes(browser: TestClient) -> None:
    page = shown(browser, MISSION)
    assert page.css_first("h1").text() == "NATO Mission Iraq"
    assert "Denmark" in words(page, "h2") and "Norway" in words(page, "h2")
    element = page.css_first("ul.tree li")
    assert "guard platoon" in element.text() and "35 persons" in element.text()
    assert page.css_first("a[href^='/person/Ida']") is not None
    quotes = {node.text() for node in page.css("details.quotes blockquote q")}
    assert any(quote and quote in NORWEGIAN.decode() for quote in quotes)
    assert all(mark.text(strip=True) for mark in page.css(".word .sign")), "a word is told by a sign as well"


def test_each_kind_of_thing_has_one_address(browser: TestClient) -> None:
    for address, name in (
        ("/actor/DNK", "Denmark"),
        ("/person/Ida%20Holm", "Ida Holm"),
        ("/place/Baghdad", "Baghdad"),
        ("/element/DNK@NATO%20Mission%20Iraq/guard%20platoon", "guard platoon"),
    ):
        assert shown(browser, address).css_first("h1").text() == name
    assert browser.get("/operation/NMI?on=2021-04-01").url.path == unquote(MISSION)
    assert browser.get("/actor/Danmark").url.path == "/actor/DNK"
    for view in ("timeline", "total", "conflicts"):
        moved = browser.get(f"/json/{view}/operation/NMI?on=2021-04-01")
        assert moved.url.path == f"/json/{view}{unquote(MISSION)}" and moved.status_code == 200


def test_a_contribution_leads_from_the_page_of_its_nation_to_its_operation(browser: TestClient) -> None:
    heading = shown(browser, "/actor/NOR").css_first("h2 a")
    assert (heading.attributes["href"], heading.text()) == (MISSION, "NATO Mission Iraq")
    assert "I ledelsen" in words(shown(browser, "/actor/DNK?lang=da"), "h2")


def test_a_search_leads_to_what_bears_the_name_or_offers_the_nearest(browser: TestClient) -> None:
    assert browser.get("/search?q=nmi").url.path == unquote(MISSION)
    assert "guard platoon" in words(shown(browser, "/search?q=guard"), ".hits")
    assert "nearest" in words(shown(browser, "/search?q=NATO+Misson+Iraqq"))
    assert "Nothing here" in words(shown(browser, "/search?q=zzzzzz"))


def test_links_keep_the_question_and_all_of_them_lead_to_a_page(browser: TestClient) -> None:
    seen: set[str] = set()
    todo = ["/?on=2021-04-10&gap=1y&lang=da"]
    while todo and len(seen) < 120:
        address = todo.pop()
        if address in seen:
            continue
        seen.add(address)
        answer = browser.get(address)
        assert answer.status_code == 200, address
        if answer.headers["content-type"].startswith("text/html"):
            found = [unescape(link) for link in re.findall(r'(?:href|src)="(/[^"]*)"', answer.text)]
            for link in found:
                path, query = urlsplit(link).path, parse_qs(urlsplit(link).query)
                if not path.startswith(("/static/", "/original/")):
                    kept = {name: value for name, value in query.items() if name in ("on", "gap")}
                    reset = link in (urlsplit(address).path, f"{urlsplit(address).path}?lang=da")
                    assert reset or kept == {"on": ["2021-04-10"], "gap": ["1y"]}, (address, link)
                    if query.get("lang") == ["da"] and not reset:
                        todo.append(link.partition("#")[0])
    assert any(address.startswith("/document/") for address in seen)
    assert any(address.startswith("/fact/") for address in seen)
    assert any(address.startswith("/svg/") for address in seen)


def test_marks_within_a_page_exist(browser: TestClient) -> None:
    quote = shown(browser, MISSION).css_first("blockquote cite a").attributes["href"] or ""
    path, _, mark = quote.partition("#")
    assert shown(browser, path).css_first(f"#{mark}") is not None


def test_the_day_of_knowledge_takes_away_what_was_not_yet_published(browser: TestClient) -> None:
    assert "Norway" not in words(shown(browser, f"{MISSION}?known=2021-03-20"))
    assert "Norway" in words(shown(browser, f"{MISSION}?known=2021-04-01"))


@pytest.mark.parametrize("address", ["/", "/total", "/conflicts", "/search?q=norway"])
def test_what_is_of_all_can_be_asked_as_known_on_an_earlier_day(browser: TestClient, address: str) -> None:
    for day, known in (("2021-03-20", False), ("2021-04-02", True)):
        question = f"{'&' if '?' in address else '?'}known={day}"
        for _ in range(2):
            page = shown(browser, f"{address}{question}")
            assert address != "/search?q=norway" or (page.css_first("h1").text() == "Norway") is known


def test_a_timeline_is_a_picture_with_its_words(browser: TestClient) -> None:
    page = shown(browser, f"/timeline{MISSION}")
    picture = page.css_first("img.picture").attributes
    assert "NATO Mission Iraq" in (picture["alt"] or "")
    assert browser.get(picture["src"] or "").headers["content-type"].startswith("image/svg+xml")
    assert "Ida Holm" in words(page, "table.words")


def test_a_total_and_a_fact_tell_what_they_are_made_of(browser: TestClient) -> None:
    assert "60 persons" in words(shown(browser, f"/total{MISSION}"))
    assert "All operations" in words(shown(browser, "/total"), "h1")
    why = next(link for link in links(shown(browser, MISSION)) if link.startswith("/fact/"))
    page = shown(browser, why)
    assert "Because" in words(page, "h2") and page.css_first("blockquote mark") is not None


def test_a_document_shows_its_claims_where_they_stand_and_what_its_version_changed(browser: TestClient) -> None:
    listed = shown(browser, "/documents?q=mission")
    newest = next(link for link in links(listed) if link.startswith("/document/"))
    page = shown(browser, newest)
    assert "70 soldiers" in words(page, ".page-text mark")
    assert len(page.css(".claims > ol > li")) >= 5
    changes = words(page, ".changes")
    assert "50 persons → 70 persons" in changes and "Baghdad" in changes
    assert browser.get(newest[:21]).url.path == newest, "the beginning of a name is enough"


def test_the_original_is_a_file_to_keep(browser: TestClient, register: Path) -> None:
    document = add(register, NORWEGIAN, "https://example.org/norway", "2021-04-01")
    answer = browser.get(f"/original/{document}")
    assert answer.content == NORWEGIAN
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["content-type"] == "application/octet-stream"


def test_the_data_of_a_page_are_those_of_the_command_line(
    browser: TestClient, register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for form in ("json", "csv"):
        assert run(["show", "NMI", "--on", "2021-04-20", "--format", form, "--register", str(register)]) == 0
        assert browser.get(f"/{form}{MISSION}").text == capsys.readouterr().out
    for address in ("/", "/total", "/conflicts", "/documents", f"/timeline{MISSION}", f"/total{MISSION}"):
        assert json.loads(browser.get(f"/json{address}").text) is not None
        assert browser.get(f"/csv{address}").text.count("\n") >= 1


def test_what_is_added_while_the_pages_are_served_is_there_at_once(browser: TestClient, register: Path) -> None:
    assert "Finland" not in words(shown(browser, MISSION))
    add(register, b"Finland takes part in NATO Mission Iraq with 20 soldiers.\n", "https://example.org/f", "2021-04-18")
    assert "Finland" in words(shown(browser, MISSION))
    assert browser.get("/").text.count("https://example.org/f") >= 1


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("/operation/Nowhere", 404),
        ("/fact/0123456789abcdef", 404),
        ("/document/0123456789ab", 404),
        ("/document/0", 404),
        ("/nothing", 404),
        ("/?on=yesterday", 400),
        ("/?known=2021-02-30", 400),
        ("/?gap=long", 400),
        ("/?lang=xx", 400),
        ("/?page=0", 400),
        ("/total/person/Ida%20Holm", 400),
        ("/json/operation/Nowhere", 404),
    ],
)
def test_what_cannot_be_shown_is_one_sentence(browser: TestClient, address: str, code: int) -> None:
    answer = browser.get(address)
    assert answer.status_code == code
    sentence = LexborHTMLParser(answer.text).css_first(".verdict").text()
    assert sentence.endswith((".", "?")) and "Traceback" not in answer.text


def test_what_cannot_be_shown_does_not_lose_the_question(browser: TestClient) -> None:
    page = LexborHTMLParser(browser.get("/operation/Nowhere?on=2021-04-10&gap=1y").text)
    assert "/?on=2021-04-10&gap=1y" in links(page)


def test_a_citation_leads_to_what_is_cited(browser: TestClient) -> None:
    def cited(address: str) -> str:
        return words(shown(browser, address), ".cite")

    assert f"as of 2021-04-20. http://testserver{MISSION}?on=2021-04-20 (" in cited(f"{MISSION}?lang=en")
    assert "as of 2021-04-01. http://testserver/conflicts?on=2021-04-01 (" in cited("/conflicts?on=2021-04-01")
    for address in ("/conflicts", f"/timeline{MISSION}", "/documents"):
        assert f"Contingent register. http://testserver{address} (" in cited(address)


def test_a_page_can_only_be_read(browser: TestClient) -> None:
    assert browser.post("/").status_code == 405
