"""What the form of a page states: info boxes, tables, and the order in which sentences are read."""

from __future__ import annotations

import itertools
from dataclasses import replace

from contingent import catalogue
from contingent.claim import Quantity
from contingent.document import Block, BlockKind, Document
from contingent.read import units
from contingent.read.annotate import Annotated
from contingent.read.clauses import find_clauses
from contingent.read.context import Context, begin, clean_name, enter_section, is_state
from contingent.read.numbers import number_reader
from contingent.read.proposals import Proposal, When, quantity_of, when
from contingent.read.statements import Reading, read_sentence
from contingent.read.times import time_reader
from contingent.read.units import Sentence

_LISTING = ("consist", "contribute", "participate", "have", "part")


def read_blocks(annotated: Annotated) -> list[Proposal]:
    """All proposals of a document, read in the order of the text."""
    context = begin(annotated)
    document = annotated.document
    found: list[Proposal] = []
    lead_ins: dict[int, Reading] = {}
    elements: dict[int, str | None] = {}
    for sentence in annotated.sentences:
        block = document.blocks[sentence.block]
        if block.kind is BlockKind.HEADING:
            enter_section(context, sentence.units)
            found += _heading(context, sentence)
            continue
        if block.kind in (BlockKind.LABEL, BlockKind.CELL):
            continue
        if block.kind is BlockKind.VALUE:
            if block.label is not None:
                found += _label(context, document.blocks[block.label], block, sentence)
            continue
        if sentence.start == block.start:
            context.element = (
                elements.get(block.lead_in, context.section_element)
                if block.kind is BlockKind.ITEM and block.lead_in is not None
                else context.section_element
            )
        inline = _inline_label(context, document, sentence)
        if inline is not None:
            found += inline
            continue
        named = [u.value for u in sentence.units if u.sort == units.OPERATION]
        if len(set(named)) == 1 and (block.kind is not BlockKind.ITEM or context.operation is None):
            context.operation = named[0]
        reading = _prepare(context, sentence, block, lead_ins)
        duties = _listed_task(reading, block, lead_ins)
        found += duties or read_sentence(reading)
        lead_ins[sentence.block] = reading
        if block.kind is not BlockKind.ITEM:
            elements[sentence.block] = context.element or _subject_of(reading)
        _move_on(context, sentence, block)
    found += _tables(context)
    return found


def _prepare(context: Context, sentence: Sentence, block: Block, lead_ins: dict[int, Reading]) -> Reading:
    clauses = find_clauses(sentence, context.annotated.words)
    reading = Reading(context, sentence, clauses, When())
    if block.kind is not BlockKind.ITEM:
        return reading
    lead_in = lead_ins.get(block.lead_in) if block.lead_in is not None else None
    first = sentence.start == block.start
    if lead_in is not None:
        leading = next((c for c in lead_in.clauses if c.frame is not None and c.frame.sort in _LISTING), None)
        leading = leading or (lead_in.clauses[-1] if lead_in.clauses else None)
        if leading is not None:
            tense = leading.group.tense
            published = context.annotated.published
            reading.times = when(leading.times, published, tense == "future") if first else When()
            reading.modality = {"future": "planned", "permission": "authorised"}.get(tense)
            if tense == "infinitive" and any(c.group.tense == "future" for c in lead_in.clauses):
                reading.modality = "planned"
            reading.listed = first and leading.frame is not None and leading.frame.sort in (*_LISTING, "say")
    else:
        reading.listed = first
    return reading


def _subject_of(reading: Reading) -> str | None:
    """The element that a lead-in speaks of."""
    for clause in reversed(reading.clauses):
        if clause.subjects:
            reference = reading.context.reference(clause.subjects[-1])
            return reference if reference and "/" in reference else None
    return None


def _listed_task(reading: Reading, block: Block, lead_ins: dict[int, Reading]) -> list[Proposal]:
    """An item that is a task: it starts with a verb, or its lead-in announces tasks."""
    if block.kind is not BlockKind.ITEM or reading.sentence.start != block.start or block.lead_in is None:
        return []
    context = reading.context
    lead_in = lead_ins.get(block.lead_in)
    verb = (
        bool(reading.clauses)
        and reading.clauses[0].group.first == 0
        and reading.clauses[0].group.tense in ("present", "gerund", "infinitive")
    )
    announced = lead_in is not None and any(reading.is_in("duties", u) for u in lead_in.row[-8:])
    if not (verb or announced) or (lead_in is None and not verb):
        return []
    owner = (
        context.element
        or context.last_subject
        or context.contribution
        or (f"@{context.operation}" if context.operation else None)
    )
    if lead_in is not None and lead_in.clauses and lead_in.clauses[-1].subjects:
        owner = context.reference(lead_in.clauses[-1].subjects[-1]) or owner
    if owner is None or "@" not in owner:
        return []
    text = reading.text
    start, end = reading.sentence.start, reading.sentence.end
    words = clean_name(text[start:end].strip(" .;,"))
    if len(words.split()) < 2 and not announced:
        return []
    return [
        Proposal(
            "task",
            owner,
            words,
            start,
            end,
            "an item that is a task",
            starts=reading.times.starts,
            modality=reading.modality if reading.modality in ("planned", "authorised") and not verb else "actual",
        )
    ]


def _inline_label(context: Context, document: Document, sentence: Sentence) -> list[Proposal] | None:
    """A sentence of the form "Headquarters: Camp X" or "Commander: General Y" inside a paragraph or item."""
    words = document.text[sentence.start : sentence.end]
    head, colon, rest = words.partition(":")
    if not colon or len(head) > 50 or not rest.strip() or len(rest) > 160:
        return None
    known = any(isinstance(v, list) and head.strip().casefold() in v for v in context.annotated.words.labels.values())
    person = any(w in context.annotated.words.posts for w in head.lower().split())
    if not known and not person:
        return None
    label = Block(BlockKind.LABEL, sentence.start, sentence.start + len(head))
    value = Block(BlockKind.VALUE, sentence.start + len(head) + 1, sentence.end)
    inner = Sentence(sentence.block, value.start, sentence.end, [u for u in sentence.units if u.start >= value.start])
    return _label(context, label, value, inner)


def _move_on(context: Context, sentence: Sentence, block: Block) -> None:
    """After a sentence: the operation that it named is the one that the next sentence means."""
    if block.kind is BlockKind.ITEM:
        return
    named = [u.value for u in sentence.units if u.sort == units.OPERATION]
    if named and len(set(named)) == 1:
        context.operation = named[0]


def _heading(context: Context, sentence: Sentence) -> list[Proposal]:
    """Headings state where an operation works: "UNIFIL (Lebanon)", "Mali: MINUSMA"."""
    reading = Reading(context, sentence, [], When())
    return [p for p in read_sentence(reading) if p.kind in ("location", "lead")]


# --- info boxes -------------------------------------------------------------------------------


def _label(context: Context, label: Block, value: Block, sentence: Sentence) -> list[Proposal]:
    annotated = context.annotated
    document, words = annotated.document, annotated.words
    name = document.text_of(label).strip(" :\n\t").casefold()
    key = next((k for k, labels in words.labels.items() if isinstance(labels, list) and name in labels), None)
    if key is None or context.operation is None:
        return _label_person(context, label, sentence)
    whole = context.element or f"@{context.operation}"
    ours = context.element or context.contribution or whole
    start, end = label.start, sentence.end
    proposal = Proposal("", whole, None, start, end, f"info box: {key}")
    text = document.text_of(value).strip()
    if key in ("place", "base"):
        role = "area" if key == "place" else "base"
        places = [u for u in sentence.units if u.sort == units.PLACE or (u.sort == units.ACTOR and is_state(u.value))]
        names = (
            [clean_name(u.text) for u in places[:1] if key == "base"]
            or [clean_name(u.text) for u in places]
            or [clean_name(text)]
        )
        return [replace(proposal, kind="location", object=n, role=role) for n in names]
    if key == "strength":
        numbers = number_reader(words.pack).find(text)
        return (
            [replace(proposal, kind="strength", subject=ours, quantity=quantity_of(numbers[0], "persons"))]
            if numbers
            else []
        )
    if key == "contributors":
        numbers = number_reader(words.pack).find(text)
        if numbers:
            return [replace(proposal, kind="membership", quantity=quantity_of(numbers[0], "countries"))]
        return [
            replace(proposal, kind="participation", subject=u.value, object=whole)
            for u in sentence.units
            if u.sort == units.ACTOR
        ]
    if key in ("period", "ended"):
        time = time_reader(words.pack).whole(text)
        resolved = time.resolve(annotated.published) if time else None
        if resolved is None or not (resolved.starts or resolved.on or resolved.ends):
            return []
        if key == "ended":
            return [replace(proposal, kind="existence", ends=resolved.on or resolved.ends, modality="past")]
        return [replace(proposal, kind="existence", starts=resolved.starts or resolved.on, ends=resolved.ends)]
    if key == "lead":
        actors = [u for u in sentence.units if u.sort == units.ACTOR]
        return [replace(proposal, kind="lead", subject=u.value, object=whole) for u in actors[:2]]
    if key == "mandate":
        return [replace(proposal, kind="mandate", object=clean_name(text))]
    if key == "task":
        return [replace(proposal, kind="task", object=clean_name(text))]
    return []


def _label_person(context: Context, label: Block, sentence: Sentence) -> list[Proposal]:
    """ "Force Commander: Lieutenant General X": the label is the title."""
    target = context.element or (f"@{context.operation}" if context.operation else None)
    person = next((u for u in sentence.units if u.sort == units.PERSON), None)
    if person is None or target is None:
        return []
    times = when([u.value for u in sentence.units if u.sort == units.TIME], context.annotated.published, False)
    title = clean_name(context.annotated.document.text_of(label).strip(" :"))
    return [
        Proposal(
            "posting",
            person.value.name,
            target,
            label.start,
            sentence.end,
            "info box: person",
            starts=times.starts or times.on,
            ends=times.ends,
            title=title,
            rank=person.value.rank,
        )
    ]


# --- tables -----------------------------------------------------------------------------------


def _tables(context: Context) -> list[Proposal]:
    """Tables of nations and numbers, of activities and counts, read row by row."""
    document = context.annotated.document
    rows: dict[tuple[int, int], list[tuple[int, Block]]] = {}
    for index, block in enumerate(document.blocks):
        if block.kind is BlockKind.CELL and block.table is not None and block.row is not None:
            rows.setdefault((block.table, block.row), []).append((index, block))
    found: list[Proposal] = []
    for cells in rows.values():
        found += _row(context, document, cells)
    return found


def _row(context: Context, document: Document, cells: list[tuple[int, Block]]) -> list[Proposal]:
    found: list[Proposal] = []
    known, words = catalogue.load(), context.annotated.words
    operation = _operation_of(context, document, cells[0][1])
    for (_, name), (_, count) in itertools.pairwise(cells):
        numbers = number_reader(words.pack).find(document.text_of(count))
        text = document.text_of(count).strip()
        if len(numbers) != 1 or numbers[0].measure is not None or len(text) > (numbers[0].end - numbers[0].start) + 12:
            continue
        label = clean_name(document.text_of(name))
        actor = known.find_actor(label, words.pack.code)
        if actor is not None and is_state(actor.code) and operation:
            found.append(
                Proposal(
                    "participation", actor.code, f"@{operation}", name.start, count.end, "table: nation and number"
                )
            )
            found.append(
                Proposal(
                    "strength",
                    f"{actor.code}@{operation}",
                    None,
                    name.start,
                    count.end,
                    "table: nation and number",
                    quantity=quantity_of(numbers[0], "persons"),
                )
            )
        elif (
            actor is None
            and known.find_operation(label) is None
            and _is_activity(words, label)
            and (context.element or operation)
        ):
            subject = _activity_subject(context, operation)
            times = _table_time(context, document, count)
            quantity = quantity_of(numbers[0], None)
            if quantity is not None and any(
                w in words.heads and words.heads[w].sort in ("persons", "people") for w in label.lower().split()
            ):
                quantity = Quantity(quantity.low, quantity.high, quantity.approx, "persons")
            found.append(
                Proposal(
                    "activity",
                    subject,
                    label,
                    name.start,
                    count.end,
                    "table: activity and number",
                    quantity=quantity,
                    starts=times.starts or times.on,
                    ends=times.ends or times.on,
                    modality="past",
                )
            )
    return found


def _is_activity(words: object, label: str) -> bool:
    return 1 <= len(label.split()) <= 10 and not any(c.isdigit() for c in label)


def _activity_subject(context: Context, operation: str | None) -> str:
    return context.element or context.last_element or context.contribution or f"@{operation}"


def _table_time(context: Context, document: Document, cell: Block) -> When:
    """The spell that a table's headers or caption give."""
    for index in (
        *cell.column_headers,
        *cell.row_headers,
        *((cell.caption,) if cell.caption is not None else ()),
        *cell.headings[::-1],
    ):
        block = document.blocks[index]
        expressions = time_reader(context.annotated.words.pack).find(document.text, block.start, block.end)
        if expressions:
            return when(expressions, context.annotated.published, False)
    if cell.table is not None:
        for other in document.blocks:
            if other.table == cell.table and other.row == 0:
                expressions = time_reader(context.annotated.words.pack).find(document.text, other.start, other.end)
                if expressions:
                    return when(expressions, context.annotated.published, False)
    return When()


def _operation_of(context: Context, document: Document, cell: Block) -> str | None:
    """The operation of a table: named in its caption or the nearest heading, else the last one before it."""
    for sentence in reversed(context.annotated.sentences):
        if sentence.start >= cell.start:
            continue
        named = [u.value for u in sentence.units if u.sort == units.OPERATION]
        if named:
            return str(named[-1])
    return context.operation
