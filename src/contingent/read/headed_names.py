"""Operations that a text names or describes by a noun: "Harbour Assistance Mission", "the EU's mission in Mali"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from contingent import catalogue
from contingent.catalogue import ANY_LANGUAGE, Operation
from contingent.errors import PeriodError
from contingent.period import parse_bound
from contingent.read.introduction_words import Introduction, Words, plain, whole, words_before

_LONGER_BEFORE, _LONGER_AFTER = 3, 4
"""How many words more than a phrase a name of the catalogue may have before it and behind it."""

_WORD_BEHIND = re.compile(r"\w[\w'’-]*")


class Mentions:
    """What a text names of the catalogue, looked for once however often it is asked."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._mentioned: dict[str, bool] = {}
        self._hosts_named: dict[str, bool] = {}

    def mention(self, operation: Operation) -> bool:
        """Whether the text mentions an operation by a name that is its alone."""
        found = self._mentioned.get(operation.name)
        if found is None:
            known = catalogue.load().operation_names
            names = (n.name for n in known if n.operation == operation.name and not n.ambiguous and n.name in self.text)
            found = any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", self.text) for name in names)
            self._mentioned[operation.name] = found
        return found

    def name_host(self, operation: Operation) -> bool:
        """Whether the text names a state that an operation works in."""
        found = self._hosts_named.get(operation.name)
        if found is None:
            hosts = (n.name for n in catalogue.load().actor_names if n.actor in operation.hosts and n.form == "name")
            found = any(host in self.text for host in hosts if len(host) > 3)
            self._hosts_named[operation.name] = found
        return found


def names_operation(printed: str, words: Words) -> bool:
    """Whether a phrase is the name of an operation: its head, the last word before a place, is one of the table's."""
    low, parts = printed.lower(), printed.lower().split()
    if any(word in low if " " in word else word in parts for word in words.lists["not_operations"]):
        return False
    place = next((i for i, part in enumerate(parts) if i and part in words.lists["place_joiners"]), len(parts))
    own = " ".join(parts[:place])
    if _ends_with(own, words.lists["operation_heads"], words.compounds):
        return own not in words.lists["operation_heads"] or place < len(parts)
    qualified = any(part in words.lists["qualifiers"] for part in parts[:place])
    return qualified and _ends_with(own, words.lists["qualified_heads"], words.compounds)


def _ends_with(phrase: str, heads: Iterable[str], compounds: bool) -> bool:
    return any(phrase.endswith(head if compounds else f" {head}") or phrase == head for head in heads)


def headed_names(mentions: Mentions, start: int, end: int, words: Words) -> Iterator[Introduction]:
    """Capitalised names with the head of an operation that no name of the catalogue takes in."""
    text = mentions.text
    for head in words.head.finditer(text, start, end):
        if not words.compounds and text[head.start() - 1 : head.start()].isalnum():
            continue
        if (
            not (head.group()[0].isupper() or words.compounds)
            or text[head.end() : head.end() + 2].strip(" \n-–")[:1].isupper()
        ):
            continue
        before = words_before(text, start, head.end())
        first = _first_capitalised(before, words)
        own = [word.group() for word in before[first:-1]]
        if (before[-1:] and before[-1].end() != head.end()) or all(words.has("no_names", word) for word in own):
            continue
        place = words.place.match(text, head.end(), end)
        begin, stop = before[first].start(), place.end() if place else head.end()
        printed = plain(text[begin:stop])
        if (
            printed.isupper()
            or not names_operation(printed, words)
            or _inside_known(text, start, end, begin, head.end(), words)
        ):
            continue
        meant = _shortened(mentions, printed)
        name, short = (printed, None) if meant is None else (meant.name, printed)
        yield Introduction(begin, stop, name, short, "operation")


def _first_capitalised(before: list[re.Match[str]], words: Words) -> int:
    """Where the capitalised words at the end of a phrase begin; an article, a genitive first is no part."""
    first = len(before)
    while first and before[first - 1].group()[0].isupper():
        first -= 1
    while first < len(before) and (
        words.has("articles", before[first].group())
        or words.has("prepositions", before[first].group())
        or before[first].group().endswith(("'s", "’s"))
    ):
        first += 1
    return first


def _inside_known(text: str, start: int, end: int, begin: int, stop: int, words: Words) -> bool:
    """Whether the words, with or without some around them, are a name that the catalogue has."""
    before = [word.start() for word in words_before(text, start, stop) if word.start() <= begin]
    behind = [stop, *(word.end() for word in _WORD_BEHIND.finditer(text, stop, min(end, stop + 60)))]
    for first in {begin, *before[-_LONGER_BEFORE - 1 :]}:
        for last in behind[: _LONGER_AFTER + 1]:
            if catalogue.load().find_operation(text[first:last], words.code) is not None:
                return True
    return False


def _shortened(mentions: Mentions, printed: str) -> Operation | None:
    """The one operation mentioned in the text whose full name holds these words."""
    wanted = f" {printed.lower()} "
    holding = (operation for name, operation in _padded_names() if wanted in name)
    mentioned = [operation for operation in holding if mentions.mention(operation)]
    return mentioned[0] if len(mentioned) == 1 else None


@functools.cache
def _padded_names() -> tuple[tuple[str, Operation], ...]:
    """The operations by their names in lower case, a space at each end."""
    return tuple((f" {name.lower()} ", operation) for name, operation in catalogue.load().operations.items())


def described_operations(mentions: Mentions, published: str | None, words: Words) -> Iterator[Introduction]:
    """Operations that the text only describes, by their leader and their place or by a name of several.

    Of several that fit, the one that the text mentions by a name of its own is meant, otherwise the only one
    that ran when the document was published.
    """
    known, text = catalogue.load(), mentions.text
    for match in whole(words.described, text, 0, len(text)):
        leader = known.find_actor(match.group(1), words.code)
        place, host = match.group(2), None
        while place and host is None:
            host = known.find_actor(place, words.code)
            place = place if host else place.rpartition(" ")[0]
        if leader is None or host is None:
            continue
        stop = match.start(2) + len(place)
        printed = plain(text[match.start() : stop])
        first, _, rest = printed.partition(" ")
        if any(
            known.find_operation(name, words.code) for name in (printed, rest if words.has("articles", first) else "")
        ):
            continue
        fitting = [o for o in known.operations.values() if o.lead == leader.code and host.code in o.hosts]
        fitting = [o for o in fitting if _ran(o, published) or mentions.mention(o)] or fitting
        meant = _meant(mentions, _closest(printed, fitting), published)
        if meant is not None:
            yield Introduction(match.start(), stop, meant.name, printed, "operation")


def _closest(printed: str, operations: list[Operation]) -> list[Operation]:
    """Those of some operations whose names share the most words with a description."""
    said = {word for word in re.split(r"[\W_]+", printed.lower()) if len(word) > 2}
    shared: dict[str, set[str]] = {}
    names = {operation.name for operation in operations}
    for name in catalogue.load().operation_names:
        if name.operation in names:
            shared.setdefault(name.operation, set()).update(said & set(re.split(r"[\W_]+", name.name.lower())))
    most = max((len(words) for words in shared.values()), default=0)
    return [operation for operation in operations if len(shared[operation.name]) == most]


def shared_names(mentions: Mentions, published: str | None, words: Words) -> Iterator[Introduction]:
    """Names that the catalogue knows for several operations ("EUTM"), where the text tells which is meant."""
    text = mentions.text
    for printed, operations in _shared(words.code).items():
        if printed not in text:
            continue
        for at in re.finditer(rf"(?<!\w){re.escape(printed)}(?!\w)", text):
            if _inside_known(text, max(0, at.start() - 100), len(text), *at.span(), words):
                continue
            meant = _meant(mentions, operations, published)
            if meant is not None:
                yield Introduction(*at.span(), meant.name, printed, "operation")
            break


@functools.cache
def _shared(language: str) -> dict[str, list[Operation]]:
    """The names of a language that mean several operations, and which."""
    shared: dict[str, list[Operation]] = {}
    for name in catalogue.load().operation_names:
        if name.ambiguous and name.language in (language, ANY_LANGUAGE):
            shared.setdefault(name.name, []).append(catalogue.load().operations[name.operation])
    return shared


def _meant(mentions: Mentions, operations: list[Operation], published: str | None) -> Operation | None:
    for fitting in (
        [operation for operation in operations if mentions.mention(operation)],
        [operation for operation in operations if mentions.mention(operation) and _ran(operation, published)],
        [operation for operation in operations if mentions.name_host(operation) and _ran(operation, published)],
    ):
        names = {operation.name for operation in fitting}
        fitting = [operation for operation in fitting if operation.parent not in names]
        if len(fitting) == 1:
            return fitting[0]
    return None


def _ran(operation: Operation, published: str | None) -> bool:
    """Whether the operation ran on the day of publication, as far as that is known."""
    if published is None:
        return True
    try:
        day = parse_bound(published)[1]
    except PeriodError:
        return True
    began = operation.start is None or parse_bound(operation.start)[0] <= day
    return began and (operation.end is None or parse_bound(operation.end)[1] >= day)
