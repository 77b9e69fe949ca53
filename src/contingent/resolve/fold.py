"""The fold itself: claims of documents become facts, and more of them change only what they touch.

The law of this module: what a fold holds depends on the set of claims and decisions alone. Documents that come one by
one, in any order, give the facts that all of them give at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from contingent.catalogue import Catalogue
from contingent.claim import Reference
from contingent.decision import Decision, Thing, rulings
from contingent.errors import PeriodError
from contingent.fact import Evidence, Fact, Statement
from contingent.period import Period, period_of
from contingent.resolve.bins import Bin, bin_of, facts_of, free_name
from contingent.resolve.deciding import decided
from contingent.resolve.people import People
from contingent.resolve.persons import Posting
from contingent.resolve.references import OBJECT_IS_PLACE, SUBJECT_IS_PERSON, References, written_references


def resolve(evidence: Iterable[Evidence], catalogue: Catalogue, decisions: Iterable[Decision] = ()) -> tuple[Fact, ...]:
    """The facts that the evidence states under the decisions, in an order of their own; see ``Fold.put``."""
    fold = Fold(catalogue, decisions)
    fold.put(by_document(evidence))
    return fold.facts


def by_document(evidence: Iterable[Evidence]) -> dict[str, list[Evidence]]:
    """The evidence of each document, as ``Fold.put`` takes it."""
    found: dict[str, list[Evidence]] = {}
    for item in evidence:
        found.setdefault(item.document_id, []).append(item)
    return found


@dataclass(frozen=True, slots=True)
class Change:
    """What a step of a fold did: the facts that are no more, and those that are new."""

    gone: tuple[Fact, ...]
    new: tuple[Fact, ...]


class Fold:
    """Documents and decisions folded into facts, and kept up as more of them come."""

    def __init__(self, catalogue: Catalogue, decisions: Iterable[Decision] = ()) -> None:
        """Begin without documents, under the decisions given."""
        self._catalogue = catalogue
        self._decisions = tuple(decisions)
        self._rulings = rulings(self._decisions)
        self._stated: dict[str, tuple[Statement, ...]] = {}
        """For each document what it states."""
        self._references = References(catalogue, self._rulings)
        self._people = People(catalogue, self._rulings)
        self._bins: dict[Bin, dict[str, Statement]] = {}
        """The members of each bin by the names of their claims."""
        self._bins_of: dict[Reference, dict[Bin, None]] = {}
        """For each reference the bins whose subject or object it is."""
        self._facts: dict[Bin, tuple[Fact, ...]] = {}

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All facts, in an order of their own."""
        return tuple(sorted((fact for facts in self._facts.values() for fact in facts), key=lambda fact: fact.order))

    def put(self, evidence: Mapping[str, Iterable[Evidence]], decisions: Iterable[Decision] | None = None) -> Change:
        """Take in all evidence of each document that is named, in place of what it stated before.

        ``decisions`` are all that there are, where they are others than before; ``evidence`` then names every document
        of whose claims they say something else. The same claim of the same document counts once. A claim whose own
        dates contradict each other stays a statement of its fact, with its ``fault``, and says nothing of any day.
        """
        touched = self._rule(decisions) if decisions is not None else set()
        gone, new = self._exchange(evidence)
        touched |= {self._take_out(statement) for statement in gone}
        moved = self._rename(evidence)
        touched |= moved.keys()
        together = [*new, *(statement for members in moved.values() for statement in members)]
        touched |= {self._put_in(statement) for statement in together}
        postings = [_posting(statement, self._references.of) for statement in together if _is_posting(statement)]
        self._people.put(postings)
        for post in self._people.settle():
            touched |= self._bins_of.get(post, {}).keys()
        return self._refold(touched)

    def _rule(self, decisions: Iterable[Decision]) -> set[Bin]:
        """Judge by these decisions from now on. Returns the bins in which places may be others than before."""
        self._decisions, before = tuple(decisions), self._rulings
        self._rulings = rulings(self._decisions)
        self._references.rule(self._rulings)
        self._people.rule(self._rulings)
        same = all(
            now[Thing.PLACE] == then[Thing.PLACE]
            for now, then in ((self._rulings.merged, before.merged), (self._rulings.split, before.split))
        )
        return set() if same else {bin_ for bin_ in self._bins if bin_.kind in OBJECT_IS_PLACE}

    def _exchange(self, evidence: Mapping[str, Iterable[Evidence]]) -> tuple[list[Statement], list[Statement]]:
        """Keep what the documents state now. Returns what they stated before and what they state now."""
        gone = [statement for document in evidence for statement in self._stated.pop(document, ())]
        found: dict[str, dict[str, Statement]] = {}
        for item in decided((item for items in evidence.values() for item in items), self._decisions):
            found.setdefault(item.document_id, {})[item.claim_id] = _statement(item)
        self._stated.update({document: tuple(stated.values()) for document, stated in found.items()})
        return gone, [statement for stated in found.values() for statement in stated.values()]

    def _rename(self, documents: Iterable[str]) -> dict[Bin, list[Statement]]:
        """Work out what every spelling means now, and take out of their bins the statements of those that mean
        something else than before. Returns these by their former bins."""
        for document in documents:
            stated = self._stated.get(document, ())
            self._references.put(document, Counter(text for s in stated for text in written_references(s.claim)))
        changed = self._references.settle()

        def former(text: str) -> Reference:
            return changed[text] if text in changed else self._references.of(text)

        moved: dict[Bin, list[Statement]] = {}
        for text, reference in changed.items():
            for bin_ in list(self._bins_of.get(reference, ())):
                for statement in [s for s in self._bins[bin_].values() if text in written_references(s.claim)]:
                    self._remove(bin_, statement, former)
                    moved.setdefault(bin_, []).append(statement)
        return moved

    def _take_out(self, statement: Statement) -> Bin:
        bin_ = bin_of(statement.claim, self._references.of)
        self._remove(bin_, statement, self._references.of)
        return bin_

    def _remove(self, bin_: Bin, statement: Statement, reference_of: Callable[[str], Reference]) -> None:
        members = self._bins[bin_]
        del members[statement.evidence.claim_id]
        if _is_posting(statement):
            self._people.remove(_posting(statement, reference_of))
        if not members:
            del self._bins[bin_]
            for reference in bin_.references:
                self._bins_of[reference].pop(bin_, None)
                if not self._bins_of[reference]:
                    del self._bins_of[reference]

    def _put_in(self, statement: Statement) -> Bin:
        bin_ = bin_of(statement.claim, self._references.of)
        if bin_ not in self._bins:
            self._bins[bin_] = {}
            for reference in bin_.references:
                self._bins_of.setdefault(reference, {})[bin_] = None
        self._bins[bin_][statement.evidence.claim_id] = statement
        return bin_

    def _refold(self, bins: Iterable[Bin]) -> Change:
        """Work out the facts of these bins anew; those that stay what they were are kept."""
        gone: list[Fact] = []
        new: list[Fact] = []
        for bin_ in bins:
            before = self._facts.pop(bin_, ())
            members = self._bins.get(bin_)
            if members is not None:
                made = facts_of(bin_, members.values(), self._catalogue, self._rulings, self._people.of)
                kept = {fact.id: fact for fact in before}
                self._facts[bin_] = tuple(kept[f.id] if kept.get(f.id) == f else f for f in made)
            after = {id(fact) for fact in self._facts.get(bin_, ())}
            gone += (fact for fact in before if id(fact) not in after)
            was_there = {id(fact) for fact in before}
            new += (fact for fact in self._facts.get(bin_, ()) if id(fact) not in was_there)
        return Change(tuple(gone), tuple(new))


def _statement(item: Evidence) -> Statement:
    claim = item.claim
    try:
        period = period_of(claim.start, claim.end, claim.as_of, claim.modality, item.published)
    except PeriodError as error:
        return Statement(item, Period(), str(error))
    return Statement(item, period)


def _is_posting(statement: Statement) -> bool:
    return statement.claim.kind in SUBJECT_IS_PERSON and bool(statement.claim.object)


def _posting(statement: Statement, reference_of: Callable[[str], Reference]) -> Posting:
    claim = statement.claim
    post = reference_of(claim.object or "")
    return Posting(free_name(claim), post, statement.evidence.document_id, claim.rank)
