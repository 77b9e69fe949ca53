"""The pages about things: start, search, placemat, timeline, total, conflicts, and why a fact is so.

The law of this module: a page asks once and shows; each gives its answer in all its forms.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from starlette.requests import Request

from contingent.ask.compose import placemat_of
from contingent.ask.conflicts import Conflict, lies_in
from contingent.ask.conflicts import conflicts as conflicts_of
from contingent.ask.day import FactsOn
from contingent.ask.facts import Facts
from contingent.ask.lookup import Named
from contingent.ask.overview import Row, operations_in_force, rows
from contingent.ask.timeline import timeline_of
from contingent.ask.total_account import COUNTABLE, total_account, total_account_of
from contingent.ask.why import Standing, why
from contingent.claim import Reference
from contingent.decision import DecisionKind, in_force
from contingent.errors import UnknownNameError, UsageError
from contingent.fact import Evidence, Fact
from contingent.resolve.naming import normal
from contingent.show import accounts, placemat, timelines
from contingent.show import conflicts as conflict_forms
from contingent.show import why as why_forms
from contingent.show.asking import held
from contingent.show.timeline_words import in_window, row_name, row_words
from contingent.show.why_command import places_of, rejected_claims
from contingent.web import overview
from contingent.web.desk import Desk, address_of, thing_of
from contingent.web.findings import Findings
from contingent.web.links import name_of, pieces, things_in, things_of
from contingent.web.outline import outline
from contingent.web.question import Question

Forms = Mapping[str, Callable[[], str]]
OPERATIONS_ON_A_PAGE = 50
CONFLICTS_ON_A_PAGE = 40
ENTRIES_SHOWN = 150
"""How many entries of one part of a total a page shows; its JSON has all of them."""
STATEMENTS_SHOWN = 12
"""How many statements of one standing a page about a fact tells; its JSON has all of them."""


@dataclass(frozen=True, slots=True)
class Page:
    """An answer: the template that shows it with what that needs, its other forms, and where to go instead.

    ``of_day`` tells whether it is of the day that is asked about: a citation then names that day.
    """

    template: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    forms: Forms = field(default_factory=dict)
    moved_to: tuple[str, ...] | None = None
    of_day: bool = True


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages about things, made of one desk. Each method takes a request with its question."""

    desk: Desk
    findings: Findings

    def start(self, request: Request, asked: Question) -> Page:
        """What is in force on the day, what is new, and how many conflicts there are."""
        number = page_number(request)
        self.desk.look_back(asked)
        with self.desk.asking():
            facts = self.desk.facts(asked)
            when = (asked.known, asked.on, asked.gap)
            every = self.desk.keep(("operations", asked.known), facts.operations)
            listed = self.desk.keep(("in force", *when), lambda: operations_in_force(facts, every, asked.on, asked.gap))
            first = (number - 1) * OPERATIONS_ON_A_PAGE
            some = listed[first : first + OPERATIONS_ON_A_PAGE]
            shown = self.desk.keep(
                ("rows", number, *when), lambda: rows(facts, some, asked.on, asked.gap, self.desk.catalogue)
            )
            newest = self.desk.keep("newest", lambda: self.desk.view.newest_documents(8))
            # To look for conflicts as they could be known on an earlier day takes long: their own page does.
            found = None if asked.known else self.findings.of(facts, self.desk.reached)
        last = -(-len(listed) // OPERATIONS_ON_A_PAGE)
        values = {"rows": shown, "all": len(listed), "newest": newest, "number": number, "last": last}
        values |= {"found": found, "conflicts": () if found is None else _touching(found.conflicts or (), asked)}

        def all_rows() -> tuple[Row, ...]:
            with self.desk.asking():
                return rows(facts, listed, asked.on, asked.gap, self.desk.catalogue)

        forms = {
            "json": lambda: overview.as_json(all_rows(), asked.on, asked.known),
            "csv": lambda: overview.as_csv(all_rows(), asked.on, asked.known),
        }
        return Page("start.html", values, forms)

    def search(self, request: Request, asked: Question) -> Page:
        """What bears a name, or the nearest names."""
        words = request.query_params.get("q", "").strip()[:200]
        self.desk.look_back(asked)
        with self.desk.asking():
            facts = self.desk.facts(asked)
            found = self.desk.search(facts, words)
            names = facts.names(self.desk.catalogue)
            exact = names.bearing(words) if words else ()
            hits = [(named, name_of(named, self.desk.catalogue), names.of(named)) for named in found]
            documents = self.desk.documents_named(words) if words else ()
        if len(exact) == 1 and len({normal(name) for _, name, _ in hits}) == 1:
            return Page(moved_to=address_of(exact[0]))
        listed = [{"kind": n.kind, "name": name, "names": list(others)} for n, name, others in hits]
        values = {"words": words, "hits": hits, "documents": documents, "address_of": address_of}
        values["near"] = bool(hits) and not any(normal(words) in normal(o) for _, _, names in hits for o in names)
        return Page("search.html", values, {"json": lambda: json_text({"q": words, "found": listed})})

    def thing(self, request: Request, asked: Question, kind: str) -> Page:
        """The placemat of one thing."""
        with self.desk.asking():
            facts, named = self._named(request, asked, kind)
            if _is_elsewhere(request, named):
                return Page(moved_to=address_of(named))
            day = FactsOn(facts, asked.on, asked.gap)
            answer = placemat_of(day, [named], asked.known, self.desk.catalogue)
            by_name = self.desk.by_name(facts)
            chapters = outline(answer, named, by_name, self.desk.catalogue)
            around = list(things_in(named.thing))[1:] if isinstance(named.thing, Reference) else []
        values = {
            "answer": answer, "chapters": chapters, "named": named, "path": address_of(named),
            "around": [(name_of(each, self.desk.catalogue), address_of(each)) for each in around],
        }  # fmt: skip
        forms = {form: lambda form=form: placemat.render(answer, form) for form in ("json", "csv")}
        return Page("thing.html", values, forms)

    def timeline(self, request: Request, asked: Question, kind: str) -> Page:
        """The timeline of one thing: a picture, and the same in words."""
        with self.desk.asking():
            facts, named = self._named(request, asked, kind)
            if _is_elsewhere(request, named):
                return Page(moved_to=("timeline", *address_of(named)))
            # The picture is asked for right after its page.
            found = self.desk.keep(
                ("timeline", asked.known, named, asked.gap),
                lambda: timeline_of(facts, [named], self.desk.catalogue, gap=asked.gap),
            )
        found = replace(found, known=asked.known)
        groups = [
            (group.title, [(row, row_name(row), row_words(row, found.first, found.last)) for row in group.rows])
            for group in found.groups
            if any(in_window(row, found.first, found.last) for row in group.rows)
        ]
        values = {"timeline": found, "groups": groups, "named": named, "path": address_of(named)}
        forms = {
            form: lambda form=form: timelines.render(found, form, 100, colour=False) for form in ("json", "csv", "svg")
        }
        return Page("timeline.html", values, forms, of_day=False)

    def total(self, request: Request, asked: Question, kind: str | None = None) -> Page:
        """How many persons there are in one thing, or in all operations."""
        if kind is not None and kind not in COUNTABLE:
            raise UsageError("Persons are counted in an operation, of an actor or in an element.")
        if kind is None:
            self.desk.look_back(asked)
        with self.desk.asking():
            if kind is None:
                facts, named = self.desk.facts(asked), None
                key = ("total", asked.known, asked.on, asked.gap)
                day = FactsOn(facts, asked.on, asked.gap)
                account = self.desk.keep(key, lambda: total_account(day, None, self.desk.catalogue))
            else:
                facts, named = self._named(request, asked, kind)
                if _is_elsewhere(request, named):
                    return Page(moved_to=("total", *address_of(named)))
                day = FactsOn(facts, asked.on, asked.gap)
                assert isinstance(named.thing, Reference), "only persons and places are names"
                account = total_account_of(day, kind, [named.thing], self.desk.catalogue)
        account = replace(account, known=asked.known)
        notes = {note.number: note for note in account.notes}
        values = {"account": account, "notes": notes, "named": named, "path": address_of(named) if named else None}
        values |= {"links": self._of_entry, "most": ENTRIES_SHOWN}
        forms = {form: lambda form=form: accounts.render(account, form, 100, colour=False) for form in ("json", "csv")}
        return Page("total.html", values, forms)

    def conflicts(self, request: Request, asked: Question, kind: str | None = None) -> Page:
        """What the documents say that cannot all be so, of one thing or of all; of every day unless one is given."""
        number = page_number(request)
        if kind is None:
            self.desk.look_back(asked)
        with self.desk.asking():
            facts, named = (self.desk.facts(asked), None) if kind is None else self._named(request, asked, kind)
            if named is not None and _is_elsewhere(request, named):
                return Page(moved_to=("conflicts", *address_of(named)))
            if asked.known is None:
                found = self.findings.of(facts, self.desk.reached)
                listed, current = found.conflicts or (), found.current
            else:
                earlier = tuple(facts)
        if asked.known is not None:
            # Facts are never changed, and in a large register this takes so long that others must go on asking.
            listed, current = conflicts_of(earlier, self.desk.catalogue), True
        if named is not None:
            listed = tuple(c for c in listed if any(lies_in(thing, named) for thing in c.things))
        listed = _touching(listed, asked)
        name = None if named is None else name_of(named, self.desk.catalogue)
        question = conflict_forms.Question(name, _day_given(asked), asked.known)
        last = max(-(-len(listed) // CONFLICTS_ON_A_PAGE), 1)
        first = (number - 1) * CONFLICTS_ON_A_PAGE
        values = {
            "conflicts": listed[first : first + CONFLICTS_ON_A_PAGE], "all": len(listed), "current": current,
            "first": first + 1, "number": number, "last": last, "name": name,
            "path": address_of(named) if named else None, "days": conflict_forms.days_words,
            "named_in": lambda c: pieces(c.name, self._in(c.things), self.desk.catalogue),
        }  # fmt: skip
        forms = {form: lambda form=form: conflict_forms.render(listed, question, form) for form in ("json", "csv")}
        return Page("conflicts.html", values, forms, of_day=_day_given(asked) is not None)

    def fact(self, request: Request, asked: Question) -> Page:
        """Why a fact is so: the whole chain of one answer."""
        name = request.path_params["name"].lower()
        with self.desk.asking():
            fact = self._fact(name, asked)
            facts = self.desk.facts(asked, self._scope(fact)) if asked.known else self.desk.facts(asked)
            fact = self.desk.by_name(facts).get(fact.id, fact)
            decisions = self.desk.keep("decisions", self.desk.view.decisions)
            day = FactsOn(facts, asked.on, asked.gap)
            reason = why(day, fact, self.desk.catalogue, decisions, self._refused(fact, decisions), asked.gap)
            told = tuple((one, reason.of(one)[:STATEMENTS_SHOWN], len(reason.of(one))) for one in Standing)
            shown = [one.evidence for _, some, _ in told for one in some]
            places = places_of(self.desk.view, shown, with_text=True, with_rules=False)
            ends = [(name_of(each, self.desk.catalogue), address_of(each)) for each in dict.fromkeys(things_of(fact))]
        values = {"reason": reason, "told": told, "places": places, "ends": ends, "in_context": in_context}
        return Page("fact.html", values, {"json": lambda: why_forms.render(reason, places, "json", 100, colour=False)})

    def _named(self, request: Request, asked: Question, kind: str) -> tuple[Facts, Named]:
        """The thing that an address names, and the facts that can matter to it."""
        text = request.path_params["name"]
        if asked.known is None:
            facts = self.desk.facts(asked)
            return facts, self.desk.named(facts, kind, text)
        named = self.desk.named(self.desk.facts(replace(asked, known=None)), kind, text)
        thing = named.thing
        what = (thing.operation or thing.actor or text) if isinstance(thing, Reference) else thing
        return self.desk.facts(asked, what), named

    def _fact(self, beginning: str, asked: Question) -> Fact:
        """The fact of a name. Raises ``UnknownNameError`` for one that no fact has."""
        fact = self.desk.by_name(self.desk.facts(replace(asked, known=None))).get(beginning)
        if fact is None:
            raise UnknownNameError(f"There is no fact {beginning!r} here; it may have been one of other names.")
        return fact

    @staticmethod
    def _scope(fact: Fact) -> str:
        ends = [end for end in fact.references if end.operation or end.actor]
        return (ends[0].operation or ends[0].actor or "") if ends else str(fact.subject)

    def _refused(self, fact: Fact, decisions: tuple[Any, ...]) -> list[Evidence]:
        """The claims that people rejected and that would otherwise be statements of the fact."""
        if not any(decision.kind is DecisionKind.REJECT for decision in in_force(decisions)):
            return []
        asked = held(self.desk.path, [self._scope(fact)], self.desk.catalogue)
        return rejected_claims(self.desk.view, fact, asked.evidence, asked.decisions, self.desk.catalogue)

    def _of_entry(self, subject: str | None, words: str) -> Any:
        """The words of an entry about a subject, with links."""
        reference = thing_of("element", subject or "")
        assert isinstance(reference, Reference), "only persons and places are names"
        return pieces(words, things_in(reference), self.desk.catalogue)

    @staticmethod
    def _in(things: tuple[Reference | str, ...]) -> list[Named]:
        return [named for thing in things if isinstance(thing, Reference) for named in things_in(thing)]


def page_number(request: Request) -> int:
    """Which page of a long list is asked for, from 1. Raises ``UsageError`` for what is no such number."""
    text = request.query_params.get("page", "1")
    if not (text.isascii() and text.isdigit() and 0 < int(text[:9]) <= 1_000_000):
        raise UsageError(f"page: {text[:40]!r} is not the number of a page; write 1 or more.")
    return int(text[:9])


def _is_elsewhere(request: Request, named: Named) -> bool:
    """Whether a thing has another address than the one at which it was asked for."""
    name: str = request.path_params["name"]
    return name != address_of(named)[1]


def _day_given(asked: Question) -> date | None:
    """The day that the address itself gives: conflicts are of every day unless it does."""
    return asked.on if "on" in dict(asked.said) else None


def _touching(listed: tuple[Conflict, ...], asked: Question) -> tuple[Conflict, ...]:
    """Of conflicts those that the address asks for by its day."""
    on = _day_given(asked)
    return listed if on is None else tuple(conflict for conflict in listed if conflict.touches(on))


def json_text(value: Any) -> str:
    """A value as JSON for people and programs, ending with a line break."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


_CONTEXT = 120


def in_context(item: Evidence, text: str) -> tuple[str, str, str]:
    """The words before a quote, the quote, and the words behind it; the quote alone where it is not at its place."""
    start, end = item.quote_start, item.quote_end
    if " ".join(text[start:end].split()) != " ".join(item.claim.quote.split()):
        return "", item.claim.quote, ""
    before = ("…" if start > _CONTEXT else "") + text[max(start - _CONTEXT, 0) : start]
    behind = text[end : end + _CONTEXT] + ("…" if end + _CONTEXT < len(text) else "")
    return before, text[start:end], behind
