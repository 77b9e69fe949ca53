"""Who is meant: the operation, the nation and the element that a sentence speaks of, and references to them.

The reading goes through the document in order. What a heading, a lead-in or a sentence introduces is
remembered here; pronouns, short forms and "the mission" are looked up here.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from contingent import catalogue
from contingent.document import BlockKind
from contingent.read import units
from contingent.read.annotate import Annotated
from contingent.read.phrases import Phrase
from contingent.read.units import Unit

_LEAST_SHARE = 0.4
"""A state is the one that a page speaks for if it has this share of all mentions of states. Tried on pages
of ministries (0.5 to 1.0) and of alliances (0.1 to 0.3)."""


@dataclass
class Context:
    """What is meant at the present point of the document."""

    annotated: Annotated
    home: str | None = None
    """The state that the page speaks for, if it speaks for one."""
    operation: str | None = None
    element: str | None = None
    """The element that the section or list item is about."""
    section_element: str | None = None
    """The element that the heading above names."""
    last_element: str | None = None
    last_person: str | None = None
    last_subject: str | None = None
    names: dict[str, str] = field(default_factory=dict)
    """References by name in lower case: elements and abbreviations that the document introduced."""
    stated: set[tuple[str, str]] = field(default_factory=set)
    """Elements and modalities for which it has been said what they belong to."""
    by_head: dict[str, str] = field(default_factory=dict)
    """The element last mentioned with a head noun."""

    @property
    def contribution(self) -> str | None:
        """The contribution of the page's own state to the present operation."""
        return f"{self.home}@{self.operation}" if self.home and self.operation else None

    def remember(self, reference: str, phrase: Phrase | None, name: str) -> None:
        """Note an element that was spoken of, under its name, its abbreviation and its head noun."""
        self.names.setdefault(_key(name), reference)
        if phrase is not None:
            if phrase.abbreviation:
                self.names[phrase.abbreviation.lower()] = reference
            self.by_head[phrase.head.lemma.split()[-1]] = reference
        self.last_element = reference

    def reference(self, unit: Unit) -> str | None:
        """The reference of a phrase, in the form of the claim format; None if it names nothing that can be known."""
        if unit.sort == units.OPERATION:
            return f"@{unit.value}"
        if unit.sort == units.ANAPHOR:
            return f"@{self.operation}" if self.operation else None
        if unit.sort == units.ACTOR:
            return str(unit.value)
        if unit.sort == units.WORD:
            return self._pronoun(unit)
        if not isinstance(unit.detail, Phrase):
            return None
        phrase: Phrase = unit.detail
        operation = phrase.operation or self.operation
        nation = next((n for n in phrase.nations if self._is_state(n) and not self.hosts(operation, n)), None)
        if unit.sort in (units.CONTRIBUTION, units.PERSONS):
            if unit.sort == units.PERSONS and phrase.determiner == "third person" and self.last_element:
                return self.last_element
            if unit.sort == units.PERSONS and nation is None and self.element:
                return self.element
            actor = nation or self.home
            return f"{actor}@{operation}" if actor and operation else None
        if unit.sort in (units.UNIT, units.PEOPLE):
            return self._element(unit, phrase, operation, nation)
        return None

    @staticmethod
    def hosts(operation: str | None, code: str) -> bool:
        """Whether an operation works in a state: its forces are then partners, not contributors."""
        known = catalogue.load().operations.get(operation or "")
        return known is not None and code in known.hosts and known.country != code

    def _pronoun(self, unit: Unit) -> str | None:
        sets = self.annotated.words.sets
        known = self.names.get(unit.low)
        if known:
            return known
        if unit.low in sets["pronouns_first"]:
            return self.contribution
        if (
            unit.low in sets["pronouns_thing"]
            or unit.low in sets["pronouns_things"]
            or unit.low in sets["possessive_third"]
        ):
            return self.element or self.last_subject or self.last_element
        return None

    def _element(self, unit: Unit, phrase: Phrase, operation: str | None, nation: str | None) -> str | None:
        text = self.annotated.document.text
        name = clean_name(text[phrase.name_start : phrase.name_end])
        known = self.names.get(_key(name)) or (
            self.names.get(phrase.abbreviation.lower()) if phrase.abbreviation else None
        )
        repeated = phrase.determiner not in ("indefinite",) or phrase.named
        within = known is not None and operation is not None and f"@{operation}/" in known
        if (
            known is not None
            and repeated
            and (nation is None or known.startswith(nation))
            and (within or phrase.determiner == "definite")
        ):
            return known
        bare = not phrase.modified and not phrase.named
        words = self.annotated.words
        lemma = phrase.head.lemma.split()[-1]
        if bare and phrase.determiner in ("definite", "third person", "first person", None) and nation is None:
            found = self.by_head.get(lemma)
            if found is not None:
                return found
            if phrase.head.lemma in words.headquarters and operation:
                return f"@{operation}/{name}"
            if phrase.head.lemma in words.empty:
                return self.element or self.last_element if phrase.determiner == "definite" else None
        if not name or any(self.hosts(operation, n) for n in phrase.nations):
            return None
        low = name.lower()
        ours = nation or self.home
        whole = any(head in low for head in words.operation_units) or lemma in words.headquarters
        if operation and (ours is None or (whole and nation is None)):
            return f"@{operation}/{name}"
        if ours is None:
            return None
        return f"{ours}@{operation}/{name}" if operation else f"{ours}/{name}"

    def _is_state(self, code: str) -> bool:
        actor = catalogue.load().actors.get(code)
        return actor is not None and actor.kind != "organisation"


def _key(name: str) -> str:
    return re.sub(r"\W+", " ", name).strip().lower()


def clean_name(name: str) -> str:
    """A name as an element's name: one line, no slash (it divides a reference)."""
    return re.sub(r"\s+", " ", name).replace("/", "-").strip(" -–")


def is_state(code: str) -> bool:
    """Whether an actor's code is that of a state."""
    actor = catalogue.load().actors.get(code)
    return actor is not None and actor.kind != "organisation"


def begin(annotated: Annotated) -> Context:
    """The context at the start of a document: the state it speaks for and its main operation."""
    context = Context(annotated)
    states: Counter[str] = Counter()
    operations: Counter[str] = Counter()
    first: dict[str, int] = {}
    for sentence in annotated.sentences:
        block = annotated.document.blocks[sentence.block]
        weight = 3 if block.kind is BlockKind.HEADING else 1
        for unit in sentence.units:
            for code, form in _actors_in(unit):
                if is_state(code):
                    states[code] += {"armed forces": 3, "adjective": 2, "people": 2, "authority": 3}.get(form, 1)
            if unit.sort == units.OPERATION:
                operations[unit.value] += weight
                first.setdefault(unit.value, unit.start)
    publisher = catalogue.load().find_actor(annotated.document.publisher or "")
    total = sum(states.values())
    if states:
        code, count = states.most_common(1)[0]
        if count >= _LEAST_SHARE * total and count >= 4:
            context.home = code
    if publisher is not None:
        context.home = publisher.code if publisher.kind != "organisation" else None
    if operations:
        context.operation = min(first, key=lambda name: first[name])
    return context


def _actors_in(unit: Unit) -> list[tuple[str, str]]:
    if unit.sort == units.ACTOR:
        return [(unit.value, unit.detail)]
    if isinstance(unit.detail, Phrase):
        return [(code, "adjective") for code in unit.detail.nations]
    return []


def enter_section(context: Context, unit_row: list[Unit]) -> None:
    """Take what a heading says as what its section is about."""
    operations = [u for u in unit_row if u.sort == units.OPERATION]
    if len({u.value for u in operations}) == 1:
        context.operation = operations[0].value
        context.element = None
    elif not operations:
        elements = [u for u in unit_row if u.sort == units.UNIT and (u.detail.modified or u.detail.named)]
        context.element = None
        if len(elements) == 1:
            reference = context.reference(elements[0])
            if reference and "/" in reference:
                phrase = elements[0].detail
                text = context.annotated.document.text
                context.remember(reference, phrase, clean_name(text[phrase.name_start : phrase.name_end]))
                context.element = reference
    context.section_element = context.element
    context.last_subject = context.element
