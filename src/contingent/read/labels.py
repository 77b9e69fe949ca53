"""Info boxes and lines of the form "Label: value"."""

from __future__ import annotations

from contingent.document import Block, BlockKind
from contingent.read import units
from contingent.read.discourse import Discourse, clean_name, is_state
from contingent.read.entities import Entity
from contingent.read.mandates import read_named_acts
from contingent.read.numbers import number_reader
from contingent.read.places import is_place
from contingent.read.post_labels import read_post_label, units_of
from contingent.read.proposals import Proposal, quantity_of
from contingent.read.times import time_reader
from contingent.read.units import Sentence

_LONGEST_LABEL = 50
_LONGEST_VALUE = 160


def read_inline_label(discourse: Discourse, sentence: Sentence) -> list[Proposal] | None:
    """A sentence such as "Headquarters: Camp X" or "Commander: General Y"; None if it is no such line."""
    text = discourse.annotated.document.text[sentence.start : sentence.end]
    head, colon, rest = text.partition(":")
    if not colon or len(head) > _LONGEST_LABEL or not rest.strip() or len(rest) > _LONGEST_VALUE:
        return None
    known = _key(discourse, head) is not None
    person = any(u.sort == units.TITLE and u.end <= sentence.start + len(head) for u in sentence.units)
    if not known and not person:
        return None
    label = Block(BlockKind.LABEL, sentence.start, sentence.start + len(head))
    value = Block(BlockKind.VALUE, sentence.start + len(head) + 1, sentence.end)
    inner = Sentence(sentence.block, value.start, sentence.end, [u for u in sentence.units if u.start >= value.start])
    return read_label(discourse, label, value, inner)


def is_label(discourse: Discourse, cell: Block) -> bool:
    """Whether a cell of a table is the label of an info box: one of its words, or the title of a post."""
    if _key(discourse, discourse.annotated.document.text_of(cell)) is not None:
        return True
    return any(unit.sort == units.TITLE for unit in units_of(discourse, cell))


def _key(discourse: Discourse, label: str) -> str | None:
    name = label.strip(" :\n\t").casefold()
    labels = discourse.annotated.words.labels
    return next((k for k, names in labels.items() if isinstance(names, list) and name in names), None)


def read_label(discourse: Discourse, label: Block, value: Block, sentence: Sentence) -> list[Proposal]:
    """What one entry of an info box states."""
    annotated = discourse.annotated
    document, words = annotated.document, annotated.words
    key = _key(discourse, document.text_of(label))
    operation = discourse.operation
    if key is None or operation is None:
        title = Sentence(sentence.block, label.start, label.end, units_of(discourse, label))
        return read_post_label(discourse, title, sentence)
    focus = discourse.focus if discourse.focus is not None and discourse.focus.is_part() else None
    whole: Entity = focus or operation
    ours = focus or discourse.ours or operation
    start, end = label.start, sentence.end
    rule = f"info box: {key}"
    text = document.text_of(value).strip()

    def propose(kind: str, subject: Entity, object_: Entity | str | None, **more: object) -> Proposal:
        return Proposal(kind, subject, object_, start, end, rule, **more)  # type: ignore[arg-type]

    if key in ("place", "base"):
        role = "area" if key == "place" else "base"
        places = [u for u in sentence.units if is_place(u)]
        names = [clean_name(u.text) for u in (places[:1] if key == "base" else places)] or [clean_name(text)]
        return [propose("location", whole, name, role=role) for name in names]
    if key == "strength":
        numbers = number_reader(words.pack).find(text)
        return [propose("strength", ours, None, quantity=quantity_of(numbers[0], "persons"))] if numbers else []
    if key == "contributors":
        numbers = number_reader(words.pack).find(text)
        if numbers:
            return [propose("membership", operation, None, quantity=quantity_of(numbers[0], "countries"))]
        return [
            propose("participation", discourse.an_actor(u.value), operation)
            for u in sentence.units
            if u.sort == units.ACTOR and is_state(u.value)
        ]
    if key in ("period", "ended"):
        return _period(discourse, whole, key, text, propose("existence", whole, None))
    if key == "lead":
        actors = [u for u in sentence.units if u.sort == units.ACTOR]
        return [propose("lead", discourse.an_actor(u.value), whole) for u in actors[:2]]
    if key == "mandate":
        return read_named_acts(discourse, sentence, whole) or [propose("mandate", whole, clean_name(text))]
    if key == "task":
        return [propose("task", whole, clean_name(text))]
    return []


def _period(discourse: Discourse, whole: Entity, key: str, text: str, draft: Proposal) -> list[Proposal]:
    time = time_reader(discourse.annotated.words.pack).whole(text)
    resolved = time.resolve(discourse.annotated.published) if time else None
    if resolved is None or not (resolved.starts or resolved.on or resolved.ends):
        return []
    ends = resolved.on or resolved.ends
    if key == "ended":
        return [_dated(draft, None, ends, "past")]
    starts = resolved.starts or resolved.on
    return [_dated(draft, starts, resolved.ends, "actual")]


def _dated(draft: Proposal, starts: str | None, ends: str | None, modality: str) -> Proposal:
    return Proposal(
        draft.kind,
        draft.subject,
        draft.object,
        draft.start,
        draft.end,
        draft.rule,
        starts=starts,
        ends=ends,
        modality=modality,
    )
