"""What changed from one document to another: what is no longer said, said otherwise, new, or in other words.

    found = changes(evidence_of_march, evidence_of_october, load())

The law of this module: what is compared is what the documents state, with names resolved, so that another spelling
or language is no change; the pairs that agree best are taken first, so that no order of claims matters; and every line
carries the words of both documents, as far as both have any.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from contingent.ask.pairing import Comparison, Difference, Pair, Said, written_anew
from contingent.ask.wording import claim_text, end_name
from contingent.catalogue import Catalogue
from contingent.decision import Decision
from contingent.fact import Evidence
from contingent.resolve import resolve
from contingent.resolve.posts import HEAD


class Sort(StrEnum):
    """What became of a statement, in the order in which people look for it."""

    LOST = "lost"
    """The earlier document states it, the later one no longer does."""
    CHANGED = "changed"
    """Both state it, with another number, day, modality, title or the like."""
    NEW = "new"
    """Only the later document states it."""
    REWORDED = "reworded"
    """Both state the same in other words."""


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the comparison: whom it is ``about`` and what is said (``text``), in words, with both quotes.

    ``before`` is None for what is new, ``after`` for what is lost; ``text`` is that of the later document where it
    has one. ``fact`` is the name of the fact that the later statement, or else the earlier, belongs to when only these
    two documents are known.
    """

    sort: Sort
    kind: str
    about: str
    text: str
    fact: str
    before: Evidence | None
    after: Evidence | None
    differences: tuple[Difference, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """All that differs, lost first; ``kept`` counts the statements of the earlier document that stand as they were."""

    lines: tuple[Change, ...]
    kept: int

    def of(self, sort: Sort) -> tuple[Change, ...]:
        """The lines of one sort, in the order of the page."""
        return tuple(line for line in self.lines if line.sort is sort)


def changes(
    earlier: Iterable[Evidence],
    later: Iterable[Evidence],
    catalogue: Catalogue,
    later_text: str = "",
    earlier_text: str = "",
    decisions: Iterable[Decision] = (),
) -> Changes:
    """What the evidence of a later document says otherwise than that of an earlier one.

    The texts are those of the two documents: a statement that is lost or new although its words stand in both is
    marked, for then it may be the reading that changed and not the page. A claim that a person entered by hand counts
    only where the other document does not hold its words: there nobody may have looked for it.
    """
    standing, stood = (" ".join(text.split()) for text in (later_text, earlier_text))
    before = {item.claim_id: item for item in earlier if not _only_entered(item, standing)}
    after = {item.claim_id: item for item in later if not _only_entered(item, stood)}
    compare = Comparison(catalogue)
    pairs: list[Pair] = []
    lost: list[Said] = []
    new: list[Said] = []
    kept = 0
    for old_ones, new_ones in _by_thing(before, after, catalogue, decisions):
        found = compare.best_pairs(old_ones, new_ones)
        paired = {id(said) for pair in found for said in pair}
        gone = [said for said in old_ones if id(said) not in paired and not compare.says_no_more(said, new_ones)]
        kept += len(old_ones) - len(gone) - len(found)
        pairs += found
        lost += gone
        new += [said for said in new_ones if id(said) not in paired and not compare.says_no_more(said, old_ones)]
    anew = written_anew(lost, new)
    settled = {id(said) for pair in anew for said in pair}
    lost, new = ([said for said in side if id(said) not in settled] for side in (lost, new))
    lines = [_lost(said, new, standing, catalogue) for said in lost]
    lines += [_new(said, stood, catalogue) for said in new]
    paired_lines = [_paired(*pair, compare, catalogue) for pair in (*pairs, *anew)]
    lines += filter(None, paired_lines)
    return Changes(tuple(sorted(lines, key=_place)), kept + paired_lines.count(None))


def _by_thing(
    before: Mapping[str, Evidence], after: Mapping[str, Evidence], catalogue: Catalogue, decisions: Iterable[Decision]
) -> Iterable[tuple[list[Said], list[Said]]]:
    """What either document says of each thing, the claims of each given by their names."""
    things: dict[tuple[object, ...], tuple[list[Said], list[Said]]] = {}
    for fact in resolve({**after, **before}.values(), catalogue, decisions):
        # Neither role nor post: "in reserve" and "in use", "acting head" and "head" are one thing said otherwise.
        old, new = things.setdefault((fact.kind, fact.subject, fact.object), ([], []))
        for statement in fact.statements:
            if statement.evidence.claim_id in before:
                old.append(Said(fact, statement))
            if statement.evidence.claim_id in after:
                new.append(Said(fact, statement))
    return things.values()


def _paired(old: Said, new: Said, compare: Comparison, catalogue: Catalogue) -> Change | None:
    """The line of two statements of one thing; None where they say the same in the same words."""
    differences = tuple(compare.differences(old, new))
    same_words = old.words == new.words
    if differences:
        remarks = ("the quoted words are the same",) if same_words else ()
        return _line(Sort.CHANGED, old, new, catalogue, differences, remarks)
    return None if same_words else _line(Sort.REWORDED, old, new, catalogue)


def _only_entered(item: Evidence, other_text: str) -> bool:
    """Whether a claim was entered from words that the other document, its spaces made single, holds as well."""
    return item.entry is not None and " ".join(item.claim.quote.split()) in other_text


def _place(line: Change) -> tuple[int, int, int, str]:
    """Lost before changed before new; then as the page has them."""
    item = line.before or line.after
    return (
        list(Sort).index(line.sort),
        item.quote_start if item else 0,
        item.quote_end if item else 0,
        item.claim_id if item else "",
    )


_STILL_STANDS = "its words still stand in the later document: perhaps the reading changed, and not the page"
_STOOD_BEFORE = "its words stood in the earlier document: perhaps the reading changed, and not the page"


def _lost(said: Said, new: Iterable[Said], standing: str, catalogue: Catalogue) -> Change:
    remarks = []
    if said.words in standing:
        remarks.append(_STILL_STANDS)
    if said.fact.kind == "posting" and said.fact.post == HEAD:
        heads = {
            str(other.fact.subject)
            for other in new
            if (other.fact.kind, other.fact.post, other.fact.object) == ("posting", HEAD, said.fact.object)
        }
        remarks += [f"the later document names {name}" for name in sorted(heads)]
    return _line(Sort.LOST, said, None, catalogue, remarks=tuple(remarks))


def _new(said: Said, stood: str, catalogue: Catalogue) -> Change:
    return _line(Sort.NEW, None, said, catalogue, remarks=(_STOOD_BEFORE,) if said.words in stood else ())


def _line(
    sort: Sort,
    old: Said | None,
    new: Said | None,
    catalogue: Catalogue,
    differences: tuple[Difference, ...] = (),
    remarks: tuple[str, ...] = (),
) -> Change:
    shown = new or old
    assert shown is not None, "a line has a statement on one side at least"
    return Change(
        sort=sort,
        kind=shown.fact.kind,
        about=end_name(shown.fact.subject, catalogue),
        text=claim_text(shown.claim, shown.fact, catalogue),
        fact=shown.fact.id,
        before=None if old is None else old.statement.evidence,
        after=None if new is None else new.statement.evidence,
        differences=differences,
        remarks=remarks,
    )
