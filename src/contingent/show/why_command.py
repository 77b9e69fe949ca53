"""``contingent why``: the chain from an answer to claims, quotes and decisions."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from contingent.ask.addressing import facts_by_name, facts_of, may_be_fact_name
from contingent.ask.day import FactsOn
from contingent.ask.facts import Facts
from contingent.ask.why import why
from contingent.catalogue import Catalogue, load
from contingent.decision import Decision, DecisionKind, in_force
from contingent.errors import ContingentError, UnknownNameError
from contingent.fact import Evidence, Fact
from contingent.register import View
from contingent.resolve import resolve
from contingent.resolve.references import SUBJECT_IS_PERSON
from contingent.show.asked_facts import Asked
from contingent.show.decision_words import SHORT, signed
from contingent.show.reader_rules import rules_by_claim
from contingent.show.terminal import room, waiting
from contingent.show.why import Place, render, render_choice, told

_HEXADECIMAL = re.compile("[0-9a-fA-F]{4,32}", re.ASCII)


def explain_answer(
    words: Sequence[str],
    register_path: Path,
    on: date,
    known: date | None,
    entered: date | None,
    gap: int | None,
    form: str,
) -> None:
    """Print why a fact has its answer for a day, in one of the forms ``table`` and ``json``.

    ``words`` name it: by a fact or a claim, or by what it is about and in what respect. Where several facts fit they
    are listed, with their names to choose from.
    """
    catalogue = load()
    claim = _claim_of_name(words, register_path, entered)
    asked = Asked(register_path, known, entered).held(catalogue, *_scope(words, claim))
    with waiting("Putting the claims together …"):
        facts = Facts(resolve(asked.evidence, catalogue, asked.decisions))
    found = _named(facts, catalogue, words, claim, asked.decisions)
    day = FactsOn(facts, on, gap)
    if len(found) > 1:
        answers = [(fact, day.answer(fact)) for fact in found]
        sys.stdout.write(render_choice(answers, words, catalogue, on, form, *room()))
        return
    with View(register_path, entered) as view:
        rejected = rejected_claims(view, found[0], asked.evidence, asked.decisions, catalogue)
        reason = why(day, found[0], catalogue, asked.decisions, rejected, gap)
        shown = [one.evidence for one in (reason.testimonies if form == "json" else told(reason))]
        places = places_of(view, shown, with_text=form != "json")
    sys.stdout.write(render(reason, places, form, *room()))


def _claim_of_name(words: Sequence[str], register_path: Path, entered: date | None) -> Evidence | None:
    """The claim of the register that the words name, None if they name something else."""
    if len(words) > 1 or not _HEXADECIMAL.fullmatch(words[0]):
        return None
    with View(register_path, entered) as view:
        return _claim(view, words[0])


def _scope(words: Sequence[str], claim: Evidence | None) -> list[str]:
    """The names of the things that the question can touch; none where only a fact is named: then all is looked at."""
    if claim is not None:
        subject = claim.claim.subject
        head = subject.partition("/")[0]
        return [subject if claim.claim.kind in SUBJECT_IS_PERSON else head.partition("@")[2] or head]
    return [] if len(words) == 1 and may_be_fact_name(words[0]) else [words[0]]


def _named(
    facts: Facts,
    catalogue: Catalogue,
    words: Sequence[str],
    claim: Evidence | None,
    decisions: Iterable[Decision],
) -> tuple[Fact, ...]:
    """The facts that the words name. Raises ``UnknownNameError`` if there is none."""
    if claim is not None:
        of_claim = tuple(f for f in facts if any(s.evidence.claim_id == claim.claim_id for s in f.statements))
        if not of_claim:
            refusals = [
                d for d in in_force(decisions) if d.claim_id == claim.claim_id and d.kind is DecisionKind.REJECT
            ]
            why_not = signed(refusals[0]) if refusals else "it was not yet public on the day of knowledge"
            raise UnknownNameError(f"The claim {claim.claim_id[:SHORT]} does not count: {why_not}.")
        return of_claim
    if len(words) > 1 or not may_be_fact_name(words[0]):
        return facts_of(facts, catalogue, words)
    by_name = facts_by_name(facts, words[0])
    try:
        return by_name or facts_of(facts, catalogue, words)
    except UnknownNameError as error:
        raise UnknownNameError(
            f"Neither a fact nor a claim has a name that begins with {words[0]!r}; contingent show --facts tells the "
            "names of facts, contingent document those of claims.",
            error.nearest,
        ) from error


def rejected_claims(
    view: View, fact: Fact, evidence: Iterable[Evidence], decisions: Iterable[Decision], catalogue: Catalogue
) -> list[Evidence]:
    """The claims that people rejected and that would otherwise be statements of the fact."""
    counting = in_force(decisions)
    refusals = [d for d in counting if d.kind is DecisionKind.REJECT and d.claim_id is not None]
    if not refusals:
        return []
    items = {d.claim_id: _claim(view, d.claim_id or "") for d in refusals}
    refused = [replace(item, decision=d) for d in refusals if (item := items[d.claim_id]) is not None]
    others = [d for d in counting if d.kind is not DecisionKind.REJECT]
    names = {statement.evidence.claim_id for statement in fact.statements}
    for other in resolve((*evidence, *refused), catalogue, others):
        members = {statement.evidence.claim_id for statement in other.statements}
        if members & names or other.id == fact.id:
            return [item for item in refused if item.claim_id in members]
    return []


def _claim(view: View, claim_id: str) -> Evidence | None:
    try:
        return view.claim(claim_id)
    except ContingentError:
        # Its document was read again, and this reading no longer makes the claim.
        return None


def places_of(view: View, shown: Sequence[Evidence], *, with_text: bool, with_rules: bool = True) -> dict[str, Place]:
    """Where each statement stands: the words around its quote, its version, and the reader's rules.

    For the rules, documents are read once more: where an answer must be quick they are left out.
    """
    documents = dict.fromkeys(item.document_id for item in shown)
    texts = {document_id: view.text_of(document_id) for document_id in documents} if with_text else {}
    numbers = view.version_numbers(documents)
    rules = rules_by_claim(view, shown) if with_rules else {}
    places = {}
    for item in shown:
        version, versions = numbers.get((item.document_id, item.address), (0, 0))
        text = texts.get(item.document_id, "")
        places[item.claim_id] = Place(text, version, versions, rules.get(item.claim_id, ()))
    return places
