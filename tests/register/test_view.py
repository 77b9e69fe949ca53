from __future__ import annotations

import os
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from contingent.errors import RegisterError
from contingent.reading import Said, Source
from contingent.register import Register, View
from contingent.resolve.references import mention_of
from tests.register.hand_made import reading_of


def filled(path: Path, number: int) -> list[str]:
    with Register(path) as register:
        return [
            register.take_in(Source(f"{n} persons".encode(), f"page{n}.txt"), Said(), reading_of).document_id
            for n in range(number)
        ]


def test_documents_and_claims_come_in_the_order_in_which_they_were_added(register_path: Path) -> None:
    names = filled(register_path, 20)
    with View(register_path) as view:
        assert [stored.document_id for stored in view.documents()] == names
        assert [evidence.document_id for evidence in view.claims()] == names


def test_claims_of_one_document_are_only_its_own(register_path: Path) -> None:
    names = filled(register_path, 3)
    with View(register_path) as view:
        assert [evidence.claim.quote for evidence in view.claims(names[1])] == ["1"]


def test_claims_know_when_their_page_was_replaced(register_path: Path) -> None:
    with Register(register_path) as register:
        for words, published in (("5 persons", "2021-04-15"), ("6 persons", "2021-06"), ("7 persons", "2021-07-01")):
            register.take_in(Source(words.encode(), "page.txt"), Said(published=published), reading_of)
        register.take_in(Source(b"8 persons", "other.txt"), Said(), reading_of)
    with View(register_path) as view:
        assert [evidence.replaced for evidence in view.claims()] == ["2021-06", "2021-07-01", None, None]


def test_a_page_that_went_back_to_its_old_words_is_not_replaced(register_path: Path) -> None:
    with Register(register_path) as register:
        for words in ("5 persons", "6 persons", "5 persons"):
            register.take_in(Source(words.encode(), "page.txt"), Said(published="2021"), reading_of)
    with View(register_path) as view:
        back, gone = view.claims()
        assert (back.replaced, gone.replaced is None) == (None, False)


def test_a_page_that_changed_its_words_and_not_its_day_was_replaced_when_it_was_captured(register_path: Path) -> None:
    with Register(register_path) as register:
        for words in ("5 persons", "6 persons"):
            register.take_in(Source(words.encode(), "page.txt"), Said(published="2021-04-15"), reading_of)
    with View(register_path) as view:
        captured = view.versions("page.txt")[1].seen_at[:10]
        assert [evidence.replaced for evidence in view.claims()] == [captured, None]


def test_versions_of_an_address_have_the_day_of_publication_or_else_of_capture(register_path: Path) -> None:
    with Register(register_path) as register:
        for words, published in (("5 persons", "2021-04-15"), ("6 persons", None), ("5 persons", None)):
            register.take_in(Source(words.encode(), "page.txt"), Said(published=published), reading_of)
    with View(register_path) as view:
        versions = view.versions("page.txt")
        assert [version.number for version in versions] == [1, 2, 3]
        assert versions[0].document_id == versions[2].document_id
        assert versions[0].day == "2021-04-15"
        assert (versions[1].published, versions[1].day) == (None, versions[1].seen_at[:10])


def test_a_version_without_a_day_has_that_of_its_capture(register_path: Path) -> None:
    with Register(register_path) as register:
        register.take_in(Source(b"5 persons", "page.txt"), Said(published="2021-04-15"), reading_of)
        register.take_in(Source(b"6 persons", "page.txt"), Said(), reading_of)
        register.take_in(Source(b"7 persons", "single.txt"), Said(), reading_of)
    with View(register_path) as view:
        dated, captured, single = view.claims()
        assert (dated.published, dated.captured) == ("2021-04-15", False)
        assert (captured.published, captured.captured) == ((captured.added or "")[:10], True)
        assert (single.published, single.captured) == (None, False)


def test_a_page_is_found_by_its_path_from_anywhere(register_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Register(register_path) as register:
        register.take_in(Source(b"5 persons", "pages/one.txt"), Said(), reading_of)
    folder = register_path.parent / "pages"
    folder.mkdir()
    monkeypatch.chdir(folder)
    with View(register_path) as view:
        assert view.addresses() == ("pages/one.txt",)
        assert view.versions("one.txt") == view.versions("pages/one.txt") != ()
        assert view.versions("two.txt") == ()


def test_claims_are_found_again_by_what_they_mention(register_path: Path) -> None:
    filled(register_path, 4)
    with View(register_path) as view:
        whole = list(view.claims())
        mentioned = {mention_of(item.claim) for item in whole}
        assert set(view.mentions()) == mentioned
        for mention in mentioned:
            expected = [item for item in whole if mention_of(item.claim) == mention]
            assert list(view.claims_mentioning([mention])) == expected
        assert list(view.claims_mentioning([])) == []


def test_claims_of_an_older_reading_are_mentioned_but_not_given(register_path: Path) -> None:
    with Register(register_path) as register:
        source = Source(b"5 persons", "page.txt")
        register.take_in(source, Said(), reading_of)
        # Another reading of the same bytes that found nothing.
        later = replace(reading_of(source), claims=())
        register.keep(later)
    with View(register_path) as view:
        mentions = list(view.mentions())
        assert len(mentions) == 1
        assert list(view.claims_mentioning(mentions)) == []


def test_a_document_is_found_by_any_unique_beginning_of_its_name(register_path: Path) -> None:
    names = filled(register_path, 5)
    with View(register_path) as view:
        for name in names:
            assert view.document(name).document_id == name
            assert view.document(name[:12].upper()).document_id == name


@pytest.mark.parametrize(
    ("name", "complaint"), [("abc", "too short"), ("", "too short"), ("zzzz", "no document"), ("%%%%", "no document")]
)
def test_a_name_that_names_no_document_is_refused(register_path: Path, name: str, complaint: str) -> None:
    filled(register_path, 2)
    with View(register_path) as view, pytest.raises(RegisterError, match=complaint):
        view.document(name)


def test_a_beginning_that_several_documents_share_is_refused(register_path: Path) -> None:
    with Register(register_path):
        pass
    with sqlite3.connect(register_path) as connection:
        for last in "ab":
            name = "f" * 63 + last
            connection.execute("INSERT INTO documents VALUES (?, 1, x'00', '2021')", (name,))
            connection.execute("INSERT OR IGNORE INTO texts VALUES (?, 'text')", ("e" * 63 + last,))
            connection.execute(
                "INSERT INTO readings (document_id, text_id, reader, language, claims, read_at) "
                "VALUES (?, ?, 'reader', 'en', 0, '2021')",
                (name, "e" * 63 + last),
            )
    with View(register_path) as view, pytest.raises(RegisterError, match="Several documents begin with 'ffff'"):
        view.document("ffff")


def test_a_view_cannot_write(register_path: Path) -> None:
    filled(register_path, 1)
    with View(register_path) as view, pytest.raises(sqlite3.OperationalError, match="readonly"):
        view._connection.execute("INSERT INTO pages (address) VALUES ('x')")


def test_a_view_sees_what_a_writer_adds_beside_it(register_path: Path) -> None:
    filled(register_path, 1)
    with View(register_path) as view, Register(register_path) as register:
        register.take_in(Source(b"99 persons"), Said(), reading_of)
        assert len(view.documents()) == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_register_on_a_medium_that_cannot_be_written_opens(register_path: Path) -> None:
    filled(register_path, 1)
    register_path.parent.chmod(0o500)
    try:
        with View(register_path) as view:
            assert len(view.documents()) == 1
    finally:
        register_path.parent.chmod(0o700)
