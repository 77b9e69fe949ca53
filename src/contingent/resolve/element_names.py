"""Elements made one, level by level: a name means something only within what the element belongs to.

Names join by their words, by a type that both say in words of any language, and by decision. The law of this module:
a type joins two names only where no document uses two names of that type for parts of one thing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from contingent.catalogue import Catalogue
from contingent.claim import Reference
from contingent.resolve.elements import Described, described, fits, plain, same_form
from contingent.resolve.joining import Pair, joined
from contingent.resolve.naming import WORDS, normal, usual


@dataclass(slots=True)
class _Siblings:
    """The names of the parts of one thing, by their normal forms."""

    spelled: dict[str, Counter[str]] = field(default_factory=dict)
    side_by_side: list[frozenset[str]] = field(default_factory=list)
    """For each document that uses several of the names, those that it uses."""
    merged: set[Pair[str]] = field(default_factory=set)
    split: set[Pair[str]] = field(default_factory=set)


def join_elements(
    written: Counter[str],
    parsed: Mapping[str, Reference],
    heads: Mapping[str, Reference],
    catalogue: Catalogue,
    merged: Collection[Pair[str]],
    split: Collection[Pair[str]],
    documents: Iterable[Collection[str]],
) -> dict[str, Reference]:
    """The one reference of each text of ``parsed``, whose actor and operation ``heads`` has.

    ``merged`` and ``split`` are pairs of such texts; ``documents`` and ``written`` are those of ``References``.
    """
    listed = [texts for texts in documents if len(texts) > 1]
    found = dict(heads)
    depth = 0
    while deeper := [text for text, reference in parsed.items() if len(reference.elements) > depth]:
        children: dict[Reference, _Siblings] = {}
        nodes = {text: normal(parsed[text].elements[depth]) for text in deeper}
        for text in deeper:
            name = parsed[text].elements[depth]
            spelled = children.setdefault(found[text], _Siblings()).spelled
            spelled.setdefault(nodes[text], Counter())[name] += written[text]
        for texts in listed:
            for parent, several in _by_parent(texts, found, nodes):
                children[parent].side_by_side.append(several)
        for pairs, kind in ((merged, "merged"), (split, "split")):
            for one, other in pairs:
                if found[one] == found[other] and len(parsed[one].elements) == len(parsed[other].elements) == depth + 1:
                    getattr(children[found[one]], kind).update(((nodes[one], nodes[other]), (nodes[other], nodes[one])))
        names = {parent: _shown(parent, siblings, catalogue) for parent, siblings in children.items()}
        for text in deeper:
            parent = found[text]
            found[text] = Reference(parent.actor, parent.operation, (*parent.elements, names[parent][nodes[text]]))
        depth += 1
    return _joined_across(found, written, merged, split) if merged else found


def _by_parent(
    texts: Iterable[str], found: Mapping[str, Reference], nodes: Mapping[str, str]
) -> Iterator[tuple[Reference, frozenset[str]]]:
    """The names that one document uses for parts of one thing, where it uses several."""
    names: dict[Reference, set[str]] = {}
    for text in texts:
        if text in nodes:
            names.setdefault(found[text], set()).add(nodes[text])
    return ((parent, frozenset(several)) for parent, several in names.items() if len(several) > 1)


def _shown(parent: Reference, siblings: _Siblings, catalogue: Catalogue) -> dict[str, str]:
    """The name to show for each normal form, forms that mean the same taken together."""
    spelled = siblings.spelled
    if len(spelled) == 1:
        return {name: usual(spellings) for name, spellings in spelled.items()}
    said = {name: described(name, catalogue, parent.actor) for name in spelled}
    same_words = {*_same_words(spelled), *_same_forms(said)}
    group_of = joined(
        spelled,
        same_words | set(_same_type(said, joined(spelled, same_words), siblings.side_by_side)),
        lambda one, other: _may_be_one(said[one], said[other]),
        siblings.merged,
        lambda one, other: (one, other) in siblings.split,
    )
    together: dict[str, Counter[str]] = {}
    for name, first in group_of.items():
        together.setdefault(first, Counter()).update(spelled[name])
    return {name: usual(together[first]) for name, first in group_of.items()}


def _same_words(names: Iterable[str]) -> Iterator[Pair[str]]:
    """Pairs of names in the same words, one slip of the pen allowed; only names of one key are compared."""
    comparable: dict[str, list[str]] = {}
    for name in names:
        comparable.setdefault(WORDS.key(plain(name)), []).append(name)
    for block in comparable.values():
        for one, other in combinations(block, 2):
            if WORDS.same(plain(one), plain(other)):
                yield one, other


def _same_forms(said: Mapping[str, Described]) -> Iterator[Pair[str]]:
    """Pairs of names in forms of the same words, one of them with an article at its end or in the plural."""
    comparable: dict[tuple[str | None, str | None, tuple[str, ...]], list[str]] = {}
    for name, what in said.items():
        comparable.setdefault((what.type, what.head, what.left), []).append(name)
    for block in comparable.values():
        yield from ((one, other) for one, other in combinations(block, 2) if same_form(said[one], said[other]))


def _same_type(
    said: Mapping[str, Described], words_of: Mapping[str, str], side_by_side: Iterable[frozenset[str]]
) -> Iterator[Pair[str]]:
    """Pairs of names that say only one type, where no document has two names of it."""
    of_type: dict[tuple[str | None, str | None, tuple[str, ...]], list[str]] = {}
    for name, what in said.items():
        if what.type is not None or what.head is not None:
            of_type.setdefault((what.type, None if what.type else what.head, what.left), []).append(name)
    for names in of_type.values():
        if len({words_of[name] for name in names}) > 1 and not _two_of_it(said[names[0]], said, words_of, side_by_side):
            yield from ((one, other) for one, other in combinations(names, 2) if fits(said[one], said[other]))


def _two_of_it(
    what: Described,
    said: Mapping[str, Described],
    words_of: Mapping[str, str],
    side_by_side: Iterable[frozenset[str]],
) -> bool:
    """Whether any document has two names for parts of one thing that may be two of the type that ``what`` says."""

    def of_it(other: Described) -> bool:
        same = other.type == what.type and (what.type is not None or other.head == what.head)
        return same and (not what.left or other.left == what.left)

    return any(len({words_of[name] for name in names if of_it(said[name])}) > 1 for names in side_by_side)


def _may_be_one(one: Described, other: Described) -> bool:
    """Whether nothing speaks against two names: they do not say two types, or two sizes."""
    if one.type is not None and other.type is not None and one.type != other.type:
        return False
    return one.head == other.head or one.general or other.general or None in (one.head, other.head)


def _joined_across(
    found: dict[str, Reference], written: Counter[str], merged: Collection[Pair[str]], split: Collection[Pair[str]]
) -> dict[str, Reference]:
    """The same references, but those that a decision merges although they belong to different things are one."""
    used: Counter[str] = Counter()
    for text, reference in found.items():
        used[str(reference)] += written[text]
    one_of = {str(reference): reference for reference in found.values() if reference.elements}

    def ruled(pairs: Collection[Pair[str]]) -> set[Pair[str]]:
        named = {(str(found[one]), str(found[other])) for one, other in pairs}
        return named | {(other, one) for one, other in named}

    apart = ruled(split)
    group_of = joined(one_of, (), merged=ruled(merged), apart=lambda one, other: (one, other) in apart)
    groups: dict[str, list[str]] = {}
    for text, first in group_of.items():
        groups.setdefault(first, []).append(text)
    becomes = {
        one_of[text]: one_of[min(group, key=lambda text: (len(one_of[text].elements), -used[text], text))]
        for group in groups.values()
        if len(group) > 1
        for text in group
    }
    return {text: _replaced(reference, becomes) for text, reference in found.items()}


def _replaced(reference: Reference, becomes: Mapping[Reference, Reference]) -> Reference:
    """The reference with whatever it lies in, or is, replaced by what it was merged with, the innermost first.

    Nothing becomes what lies deeper, so that this comes to an end; what it becomes may lie in something merged, too.
    """
    for depth in range(len(reference.elements), 0, -1):
        outer = Reference(reference.actor, reference.operation, reference.elements[:depth])
        new = becomes.get(outer, outer)
        if new != outer:
            whole = Reference(new.actor, new.operation, (*new.elements, *reference.elements[depth:]))
            return _replaced(whole, {old: target for old, target in becomes.items() if old != outer})
    return reference
