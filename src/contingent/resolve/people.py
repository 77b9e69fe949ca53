"""People: who is who among all postings, kept up as postings come and go.

The law of this module: names are compared only with names of one key, so that a posting touches few others; what
``of`` gives is what ``persons.Persons`` would, made of all postings at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from contingent.catalogue import Catalogue
from contingent.claim import Reference
from contingent.decision import Rulings, Thing
from contingent.resolve.joining import connected
from contingent.resolve.naming import normal, person_key, without_post
from contingent.resolve.persons import Persons, Posting


class People:
    """The persons of all postings, in blocks of names that can be one person."""

    def __init__(self, catalogue: Catalogue, rulings: Rulings) -> None:
        """Begin without postings, under the rulings of ``rule``."""
        self._catalogue = catalogue
        self._rulings = rulings
        self._leads_to = _joined_keys(rulings)
        self._postings: dict[str, Counter[Posting]] = {}
        self._persons: dict[str, Persons] = {}
        self._touched: set[str] = set()

    def rule(self, rulings: Rulings) -> None:
        """Judge by what people decided about names, from the next ``settle`` on."""
        if rulings == self._rulings:
            return
        self._rulings, self._leads_to = rulings, _joined_keys(rulings)
        postings = [each for counted in self._postings.values() for each in counted.elements()]
        self._touched |= self._postings.keys()
        self._postings = {}
        self.put(postings)

    def put(self, postings: Iterable[Posting]) -> None:
        """Take in postings; they count from the next ``settle`` on."""
        for posting in postings:
            block = self._block(posting.name)
            self._postings.setdefault(block, Counter())[posting] += 1
            self._touched.add(block)

    def remove(self, posting: Posting) -> None:
        """Give up a posting that was taken in before."""
        block = self._block(posting.name)
        counted = self._postings[block]
        counted[posting] -= 1
        if not counted[posting]:
            del counted[posting]
        self._touched.add(block)

    def settle(self) -> set[Reference]:
        """Work out who is who now. Returns the posts of which a holder is shown by another name than before."""
        before: dict[tuple[str, Reference], str] = {}
        after: dict[tuple[str, Reference], str] = {}
        for block in self._touched:
            if (persons := self._persons.pop(block, None)) is not None:
                before |= persons.shown()
            if counted := self._postings.get(block):
                self._persons[block] = Persons(counted.elements(), self._catalogue, self._rulings)
                after |= self._persons[block].shown()
            else:
                self._postings.pop(block, None)
        self._touched = set()
        return {post for (name, post), shown in before.items() if after.get((name, post)) != shown}

    def of(self, name: str, post: Reference) -> str:
        """The shown name of the person whom a claim calls ``name`` in ``post``; no other person has it."""
        return self._persons[self._block(name)].of(name, post)

    def _block(self, name: str) -> str:
        key = person_key(normal(name))
        return self._leads_to.get(key, key)


def _joined_keys(rulings: Rulings) -> dict[str, str]:
    """The block of every key that a merge of persons joins with another; other keys are blocks of their own."""
    links: list[tuple[str, str]] = []
    for pair in rulings.merged[Thing.PERSON]:
        # A name may be followed by its post in parentheses, as it is shown where several persons share it.
        first, *others = (person_key(normal(part)) for name in pair for part in (name, without_post(name)))
        links += ((first, other) for other in others)
    return connected((key for link in links for key in link), links)
