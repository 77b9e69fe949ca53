"""The label of an entry of an info box: what its words mean, and the state that they name beside that."""

from __future__ import annotations

from dataclasses import dataclass

from contingent.document import Block
from contingent.read.discourse import Discourse
from contingent.read.named_actors import is_state
from contingent.read.vocabulary import TOKEN, Vocabulary

_LONGEST = 4
"""Words of a label whose last word alone can tell what it means."""
_BY_LAST_WORD = ("base", "strength", "asset")
"""What the last word of a label means whatever stands before it: "Joint headquarters", "Dutch staff"."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label's meaning, one of the keys of the language's labels, or None; and the state that it names."""

    key: str | None
    nation: str | None
    noun: str
    """Its words in lower case without the state's."""


def label_of(discourse: Discourse, block: Block) -> Label:
    """What a label says."""
    return read_words(discourse.annotated.words, discourse.annotated.document.text_of(block))


def read_words(words: Vocabulary, text: str) -> Label:
    """What the words of a label say."""
    name = text.strip(" :*\n\t").casefold()
    key = _key(words, name)
    parts = [match.group() for match in TOKEN.finditer(name)]
    codes = [_state(words, part) for part in parts]
    nation = next((code for code in codes if code is not None), None)
    noun = " ".join(part for part, code in zip(parts, codes, strict=True) if code is None)
    if key is None and noun and nation is not None:
        key = _key(words, noun)
    if key is None and noun and len(parts) <= _LONGEST:
        last = _key(words, noun.split()[-1])
        key = last if last in _BY_LAST_WORD else None
    return Label(key, nation, noun)


def _key(words: Vocabulary, name: str) -> str | None:
    return next((k for k, names in words.labels.items() if isinstance(names, list) and name in names), None)


def _state(words: Vocabulary, part: str) -> str | None:
    """The state that a word names or is the adjective of."""
    name = words.names.named((part,))
    return name.value if name is not None and name.sort == "actor" and is_state(name.value) else None
