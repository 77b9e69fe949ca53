"""The desk: one register held open as facts, asked by many people one after another.

The law of this module: one question is asked at a time, of facts that are as new as the register. What many pages need
is worked out once and kept until the register has come further.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TypeVar

from contingent.ask.facts import Facts
from contingent.ask.lookup import Named
from contingent.book import Book
from contingent.catalogue import Catalogue
from contingent.claim import Reference
from contingent.errors import UnknownNameError
from contingent.fact import Fact
from contingent.register import StoredDocument, View
from contingent.register.stored import Reached
from contingent.resolve.naming import normal
from contingent.show.asked_facts import Asked
from contingent.web.question import Question

_Kept = TypeVar("_Kept")
_MOST_KEPT = 64
"""How many answers are kept for those who ask the same; the one that was made first goes first."""
_MOST_LOOKED_BACK = 3
"""For how many earlier days all facts are kept: those of a large register take gigabytes."""
_MOST_FOUND = 60
"""How many names a search lists: who gets more looks for a longer word."""


class Desk:
    """A register that pages are made of. Its methods are for a ``with desk.asking()`` block."""

    def __init__(self, path: Path) -> None:
        """Take in the register at ``path``; raises ``RegisterError`` if it cannot be read."""
        self.path = path
        self.view = View(path)
        self._book = Book(path)
        self._lock = threading.Lock()
        self._looking_back = threading.Lock()
        self._kept: dict[Hashable, object] = {}
        self._looked_back: dict[date, Facts] = {}

    @property
    def catalogue(self) -> Catalogue:
        """The names that are known beforehand."""
        return self._book.catalogue

    def close(self) -> None:
        """Let go of the register."""
        self._book.close()
        self.view.close()

    @contextmanager
    def asking(self) -> Iterator[None]:
        """Ask alone, of all that the register holds by now."""
        with self._lock:
            before = self._book.reached
            self._book.refresh()
            if self._book.reached != before:
                self._kept.clear()
                self._looked_back.clear()
            yield

    def keep(self, key: Hashable, make: Callable[[], _Kept]) -> _Kept:
        """What ``make`` gives, kept under a key until the register has come further."""
        if key not in self._kept:
            made = make()
            while len(self._kept) >= _MOST_KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[key] = made
        # A key says all that its answer was made of, so that each is asked for as what it was kept as.
        found: _Kept = self._kept[key]  # type: ignore[assignment]
        return found

    @property
    def reached(self) -> Reached:
        """How far the register has come that is asked."""
        return self._book.reached

    def documents_named(self, words: str, most: int | None = 12) -> tuple[StoredDocument, ...]:
        """The documents with the words in title, publisher or address, those that were added last first."""
        every = self.keep("documents", self._documents)
        key = " ".join(words.casefold().split())
        found = [stored for text, stored in every if key in text]
        return tuple(found if most is None else found[:most])

    def _documents(self) -> list[tuple[str, StoredDocument]]:
        """All documents, newest first, each with the text in which words are looked for."""
        listed = reversed(self.view.documents())
        return [(f"{d.title or ''} {d.publisher or ''} {d.address or ''}".casefold(), d) for d in listed]

    def facts(self, asked: Question, what: str | None = None) -> Facts:
        """The facts that a question is asked of: all, or those that can matter to ``what`` as known on an earlier day.

        Raises ``UnknownNameError`` if no document that speaks of them was published by then.
        """
        if asked.known is None:
            return self._book.facts
        if what is None and asked.known in self._looked_back:
            return self._looked_back[asked.known]
        known, names = asked.known, () if what is None else (what,)
        return self.keep(("facts", known, names), lambda: Asked(self.path, known).facts(self.catalogue, *names))

    def look_back(self, asked: Question) -> None:
        """Make ready all facts as they could be known on an earlier day, outside of ``asking``: it may take minutes, in
        which others go on asking of today."""
        if asked.known is None:
            return
        with self._looking_back:
            with self.asking():
                if asked.known in self._looked_back:
                    return
                begun = self.reached
            found = Asked(self.path, asked.known).facts(self.catalogue)
            with self.asking():
                # What came in meanwhile may have been known by then.
                if self.reached == begun:
                    while len(self._looked_back) >= _MOST_LOOKED_BACK:
                        del self._looked_back[next(iter(self._looked_back))]
                    self._looked_back[asked.known] = found

    def by_name(self, facts: Facts) -> Mapping[str, Fact]:
        """Facts by their permanent names."""
        if facts is not self._book.facts:
            return {fact.id: fact for fact in facts}
        return self.keep("names of facts", lambda: {fact.id: fact for fact in facts})

    def named(self, facts: Facts, kind: str, text: str) -> Named:
        """The thing of a kind that an address names, or that bears the name.

        Raises ``UnknownNameError`` if there is none, or if several bear it.
        """
        names = facts.names(self.catalogue)
        named = Named(kind, thing_of(kind, text))
        if named in names:
            return named
        found = [other for other in names.bearing(text) if other.kind == kind]
        if len(found) == 1:
            return found[0]
        raise UnknownNameError(f"There is no {kind} {text!r} here; search for it among all names.")

    def search(self, facts: Facts, words: str) -> tuple[Named, ...]:
        """The things that bear a name, or one that holds the words, those of short names first; else the nearest."""
        if not normal(words):
            return ()
        names = facts.names(self.catalogue)
        found = (*names.bearing(words), *names.holding(words)) or names.near(words)
        return tuple(dict.fromkeys(found))[:_MOST_FOUND]


def thing_of(kind: str, text: str) -> Reference | str:
    """The reference, or the name of a person or place, that the address of a thing holds."""
    if kind in ("person", "place"):
        return text
    if kind == "operation":
        return Reference(None, text, ())
    if kind == "actor":
        return Reference(text, None, ())
    head, *elements = text.split("/")
    actor, _, operation = head.partition("@")
    return Reference(actor or None, operation or None, tuple(elements))


def address_of(named: Named) -> tuple[str, str]:
    """The path of a thing: its kind, and its name as ``thing_of`` takes it."""
    thing = named.thing
    if isinstance(thing, Reference) and named.kind in ("operation", "actor"):
        return named.kind, thing.operation or thing.actor or ""
    return named.kind, str(thing)
