"""Names of operations and actors made one: by the catalogue, by their own words, and by what people decided.

The law of this module: a name that the catalogue knows means what the catalogue says, unless a person said
otherwise; a name that only documents know means itself.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable

from contingent.catalogue import Catalogue, Operation
from contingent.catalogue.table import rows
from contingent.decision import Rulings, Thing
from contingent.resolve.joining import Pair, joined
from contingent.resolve.naming import normal, pairs_meant, usual

OPERATION_WORD_COLUMNS = ("language", "words")
Pairs = Iterable[Pair[str]]


class OperationNames:
    """The one name for each spelling of the operations that claims write."""

    def __init__(self, written: Counter[str], catalogue: Catalogue, merged: Pairs, split: Pairs) -> None:
        """Join the spellings that mean the same; ``written`` counts each, the pairs are what people decided."""
        spelled: dict[str, Counter[str]] = {}
        known: dict[str, str] = {}
        bearers: dict[str, list[str]] = {}
        for name, times in written.items():
            node = normal(name)
            if node not in spelled:
                bearers.setdefault(operation_key(name, catalogue), []).append(node)
                if (operation := known_operation(name, catalogue)) is not None:
                    known[node] = operation.name
            spelled.setdefault(node, Counter())[name] += times
        links = [(nodes[0], other) for nodes in bearers.values() for other in nodes[1:]]
        by_label = _labels(spelled, known)
        apart = set(pairs_meant(split, by_label))
        self._group_of = joined(
            spelled, links, merged=set(pairs_meant(merged, by_label)), apart=lambda one, other: (one, other) in apart
        )
        self._shown = self._shown_names(spelled, known)

    def of(self, name: str) -> str:
        """The one name for a spelling that was among those written."""
        return self._shown[self._group_of[normal(name)]]

    def _shown_names(self, spelled: dict[str, Counter[str]], known: dict[str, str]) -> dict[str, str]:
        """The name of each group, by its first node.

        The catalogue's name goes to the group that holds it, else to the one that uses its other names most.
        """
        together: dict[str, Counter[str]] = {}
        claimed: dict[str, Counter[str]] = {}
        holders: dict[str, str] = {}
        for node, first in self._group_of.items():
            together.setdefault(first, Counter()).update(spelled[node])
            if (name := known.get(node)) is not None:
                claimed.setdefault(name, Counter())[first] += spelled[node].total()
                if node == normal(name):
                    holders[name] = first
        shown = {first: usual(spellings) for first, spellings in together.items()}
        best: dict[str, tuple[int, str]] = {}
        for name, groups in claimed.items():
            first = holders.get(name) or min(groups, key=lambda group: (-groups[group], group))
            # Of two names that a person merged, the one that is used more names both.
            rank = (-groups[first], name)
            if first not in best or rank < best[first]:
                best[first], shown[first] = rank, name
        return shown


class ActorNames:
    """The one name for each spelling of an actor: its code, else the name as it is written."""

    def __init__(self, catalogue: Catalogue, rulings: Rulings) -> None:
        """Name actors by the catalogue and by what people decided."""
        self._catalogue = catalogue
        merged, split = rulings.merged[Thing.ACTOR], rulings.split[Thing.ACTOR]
        self._for_itself = frozenset(self._without(one, other) for one, other in split)
        self._becomes: dict[str, str] = {}
        if merged:
            pairs = {(self._own(one), self._own(other)) for one, other in merged}
            apart = {(self._own(one), self._own(other)) for one, other in split}
            group_of = joined(
                {name for pair in pairs for name in pair},
                (),
                merged=pairs,
                apart=lambda one, other: (one, other) in apart or (other, one) in apart,
            )
            groups: dict[str, list[str]] = {}
            for name, first in group_of.items():
                groups.setdefault(first, []).append(name)
            for names in groups.values():
                # A code says more than a name that only documents know.
                shown = min(names, key=lambda name: (name not in catalogue.actors, name))
                self._becomes |= dict.fromkeys(names, shown)

    def of(self, name: str) -> str:
        """The one name for a spelling."""
        own = self._own(name)
        return self._becomes.get(own, own)

    def _own(self, name: str) -> str:
        if normal(name) not in self._for_itself and (actor := self._catalogue.find_actor(name)) is not None:
            return actor.code
        return " ".join(name.split())

    def _without(self, one: str, other: str) -> str:
        """Of two names that are kept apart, the one that no longer means what the catalogue says."""
        actors = self._catalogue.actors

        def usual_name(name: str) -> bool:
            found = self._catalogue.find_actor(name)
            return found is not None and (name in actors or found.name == name)

        return normal(min((one, other), key=lambda name: (usual_name(name), name)))


def _labels(spelled: Iterable[str], known: dict[str, str]) -> dict[str, set[str]]:
    """The nodes that a decision may mean by a name: the name itself, and all that the catalogue calls so."""
    found: dict[str, set[str]] = {node: {node} for node in spelled}
    for node, name in known.items():
        found.setdefault(normal(name), set()).add(node)
    return found


def known_operation(name: str, catalogue: Catalogue) -> Operation | None:
    """The catalogue's operation of this name, also without a word for operation or with another one."""
    found = catalogue.find_operation(name)
    if found is None and (bare := _without_operation_word(name)) != name:
        found = catalogue.find_operation(bare) or catalogue.find_operation(f"Operation {bare}")
    return found


def operation_key(name: str, catalogue: Catalogue) -> str:
    """What the name of an operation means: equal keys are one operation, unless a person decided otherwise."""
    known = known_operation(name, catalogue)
    return normal(_without_operation_word(name)) if known is None else f"={known.name}"


@functools.lru_cache(maxsize=65536)
def _without_operation_word(name: str) -> str:
    first, _, rest = " ".join(name.split()).partition(" ")
    return rest if rest and normal(first) in _operation_words() else name


@functools.cache
def _operation_words() -> frozenset[str]:
    listed = rows("operation_words.csv", OPERATION_WORD_COLUMNS)
    return frozenset(normal(word) for _, (_, words) in listed for word in words.split("|"))
