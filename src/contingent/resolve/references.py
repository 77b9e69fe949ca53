"""References made one: every spelling of an operation, an actor or an element leads to one reference.

The law of this module: the reference that a spelling leads to depends on the set of claims and decisions alone,
never on their order. Spellings are compared only within one operation, or one actor's own forces, so that a
document touches few others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from contingent.catalogue import Catalogue
from contingent.claim import Claim, Reference, parse_reference
from contingent.decision import Rulings, Thing
from contingent.errors import ClaimError
from contingent.fact import Mention
from contingent.resolve.element_names import join_elements
from contingent.resolve.joining import connected
from contingent.resolve.named import ActorNames, OperationNames, operation_key

OBJECT_IS_REFERENCE = frozenset({"participation", "lead", "element", "posting", "support"})
"""The kinds whose object names an operation, a contribution, an element or an actor."""
OBJECT_IS_PLACE = frozenset({"location"})
"""The kinds whose object is the name of a place."""
SUBJECT_IS_PERSON = frozenset({"posting"})
"""The kinds whose subject is a person's name; every other subject is a reference."""


def written_references(claim: Claim) -> tuple[str, ...]:
    """The references that a claim holds, as they are written."""
    found = [] if claim.kind in SUBJECT_IS_PERSON else [claim.subject]
    if claim.kind in OBJECT_IS_REFERENCE and claim.object:
        found.append(claim.object)
    return tuple(found)


def mention_of(claim: Claim) -> Mention:
    """What a claim names."""
    names_its_object = claim.kind in OBJECT_IS_REFERENCE or claim.kind in OBJECT_IS_PLACE
    return Mention(claim.kind, claim.subject, claim.object if names_its_object else None)


class References:
    """The one reference for each spelling that claims use, kept up as documents come and go."""

    def __init__(self, catalogue: Catalogue, rulings: Rulings) -> None:
        """Begin without documents, under what people decided about names."""
        self._catalogue = catalogue
        self._written_by: dict[str, Counter[str]] = {}
        """For each document how often it writes each reference."""
        self._blocks: dict[str, dict[str, Counter[str]]] = {}
        """The same for each block of references that can be one, only those of the block."""
        self._found: dict[str, dict[str, Reference]] = {}
        """For each block what its spellings lead to."""
        self._touched: set[str] = set()
        self._take_rulings(rulings)

    def rule(self, rulings: Rulings) -> None:
        """Judge by what people decided about names, from the next ``settle`` on."""
        if rulings == self._rulings:
            return
        self._take_rulings(rulings)
        self._touched |= self._found.keys()
        self._blocks = {}
        documents, self._written_by = self._written_by, {}
        for document_id, written in documents.items():
            self.put(document_id, written)

    def put(self, document_id: str, written: Counter[str]) -> None:
        """Take in how often a document writes each reference, in place of what it wrote before."""
        if written == self._written_by.get(document_id, Counter()):
            return
        for block in {self._block(text) for text in self._written_by.pop(document_id, ())}:
            del self._blocks[block][document_id]
            self._touched.add(block)
        if written:
            self._written_by[document_id] = written
        blocks: dict[str, Counter[str]] = {}
        for text, times in written.items():
            blocks.setdefault(self._block(text), Counter())[text] = times
        for block, counted in blocks.items():
            # Most documents speak of one operation: what they write is kept once.
            self._blocks.setdefault(block, {})[document_id] = counted if len(blocks) > 1 else written
            self._touched.add(block)

    def settle(self) -> dict[str, Reference]:
        """Work out what every spelling means now. Returns the former reference of each that means something else."""
        before: dict[str, Reference] = {}
        after: dict[str, Reference] = {}
        for block in self._touched:
            before |= self._found.pop(block, {})
            if documents := self._blocks.get(block):
                self._found[block] = self._joined(documents)
                after |= self._found[block]
            else:
                self._blocks.pop(block, None)
        self._touched = set()
        return {text: former for text, former in before.items() if after.get(text) != former}

    def of(self, text: str) -> Reference:
        """The reference that ``text``, as a claim writes it, leads to."""
        return self._found[self._block(text)][text]

    def _take_rulings(self, rulings: Rulings) -> None:
        self._rulings = rulings
        self._actors = ActorNames(self._catalogue, rulings)
        self._block_of: dict[str, str] = {}
        self._leads_to: dict[str, str] = {}
        pairs = [(f"@{one}", f"@{other}") for one, other in rulings.merged[Thing.OPERATION]]
        pairs += rulings.merged[Thing.ELEMENT]
        links = [(self._block(one), self._block(other)) for one, other in pairs]
        self._leads_to = connected((block for link in links for block in link), links)
        self._block_of = {}

    def _block(self, text: str) -> str:
        """The block of a reference: its operation, else its actor, as far as that is told by the name alone."""
        block = self._block_of.get(text)
        if block is None:
            reference = taken_apart(text)
            if reference.operation is not None:
                own = f"@{operation_key(reference.operation, self._catalogue)}"
            else:
                own = self._actors.of(reference.actor or "")
            block = self._block_of[text] = self._leads_to.get(own, own)
        return block

    def _joined(self, documents: Mapping[str, Counter[str]]) -> dict[str, Reference]:
        """What the spellings of one block lead to."""
        written = Counter[str]()
        for counted in documents.values():
            written.update(counted)
        merged, split = (
            self._pairs_among(written, self._rulings.merged),
            self._pairs_among(written, self._rulings.split),
        )
        # What a decision names need not be written anywhere, but has a place among what is.
        parsed = {
            text: taken_apart(text) for text in (*written, *(text for pair in (*merged, *split) for text in pair))
        }
        operations = Counter[str]()
        for text, reference in parsed.items():
            if reference.operation is not None:
                operations[" ".join(reference.operation.split())] += written[text]
        of_operations = self._rulings.merged[Thing.OPERATION], self._rulings.split[Thing.OPERATION]
        names = OperationNames(operations, self._catalogue, *of_operations)
        heads = {
            text: Reference(
                None if reference.actor is None else self._actors.of(reference.actor),
                None if reference.operation is None else names.of(reference.operation),
                (),
            )
            for text, reference in parsed.items()
        }
        return join_elements(written, parsed, heads, self._catalogue, merged, split, documents.values())

    def _pairs_among(
        self, written: Iterable[str], pairs: Mapping[Thing, frozenset[tuple[str, str]]]
    ) -> list[tuple[str, str]]:
        """The pairs of elements that people decided on, which lie in the block of these spellings."""
        if not pairs[Thing.ELEMENT]:
            return []
        block = self._block(next(iter(written)))
        return [pair for pair in sorted(pairs[Thing.ELEMENT]) if {self._block(text) for text in pair} == {block}]


def taken_apart(text: str) -> Reference:
    """The reference taken apart; what names neither actor nor operation stands for itself, as an actor would."""
    try:
        return parse_reference(text)
    except ClaimError:
        return Reference(text.strip("/ ") or text, None, ())
