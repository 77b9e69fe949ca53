"""What a document has spoken of so far: entities, the names they were called by, and the order of mention."""

from __future__ import annotations

from dataclasses import dataclass, field

from contingent import catalogue
from contingent.read.annotate import Annotated
from contingent.read.authority import Authority
from contingent.read.entities import Entity, Held, Sort
from contingent.read.initials import long_form
from contingent.read.layout import Layout
from contingent.read.named_actors import is_state
from contingent.read.names_of_elements import key
from contingent.read.persons import PersonExpression
from contingent.read.phrase import Phrase
from contingent.read.proposals import When

MOST_REMEMBERED = 12
"""How many elements back a bare noun ("the team") is looked for."""
_SHORTEST_INITIALS = 3
"""Letters of the shortest last word that may stand for the words of a longer name."""


@dataclass
class SpokenOf:
    """What is known at the present point of the document, and what was called by which name."""

    annotated: Annotated
    layout: Layout
    home: str | None = None
    """The state that the page speaks for, if it speaks for one."""
    sender: str | None = None
    """The state whose contribution the present paragraph is about: "Fiji provides 160 people. The squadron …"."""
    operation: Entity | None = None
    main: Entity | None = None
    """The operation that the page is about."""
    spoken_of: frozenset[str] = frozenset()
    """The operations that are named often enough to be the subject of several sentences."""
    dominated: bool = False
    """Whether the page is about its main operation and names others only in passing."""
    overview: bool = False
    """Whether the page goes from one of several operations to the next."""
    focus: Entity | None = None
    """What the section, the list item or its lead-in is about."""
    last_subject: Entity | None = None
    main_subject: Entity | None = None
    """Whoever the last clause that is not relative was about."""
    last_person: PersonExpression | None = None
    """Whoever "he" or "she" would mean."""
    posts: dict[str, Held] = field(default_factory=dict)
    """The posts of persons by their full names."""
    changed: str | None = None
    """The day on which a post was last said to change hands, in words that name no person."""
    changing: Entity | None = None
    """Whatever was last said to have a ceremony for its change of command."""
    opened: Held | None = None
    """A post that the sentence before said to get a new holder: "KFOR got a new commander on Tuesday."."""
    operations: dict[str, Entity] = field(default_factory=dict)
    actors: dict[str, Entity] = field(default_factory=dict)
    contributions: dict[tuple[str, str], Entity] = field(default_factory=dict)
    names: dict[str, list[Entity]] = field(default_factory=dict)
    """Elements by their names and abbreviations, in the form of ``key``; the last one mentioned last."""
    recent: list[Entity] = field(default_factory=list)
    """Elements in the order of mention, the last one last."""
    proposed: Authority | None = None
    """The proposal before a parliament that the document was last said to be about."""
    spell: When | None = None
    """The days that the document reports on, if it is a bulletin of a week."""
    equated: dict[int, Entity] = field(default_factory=dict)
    """Phrases, by where they start, that only say what something is: "EUFOR is | a multinational force that …"."""
    equipment: dict[str, Entity] = field(default_factory=dict)
    """Who has equipment, by its noun or designation."""
    last_equipment: tuple[Entity, str] | None = None
    """The equipment last spoken of, with its owner."""

    # --- making entities ----------------------------------------------------------------------

    def an_operation(self, name: str) -> Entity:
        """The entity of an operation."""
        if name not in self.operations:
            self.operations[name] = Entity(Sort.OPERATION, name, named=True)
        return self.operations[name]

    def an_actor(self, code: str) -> Entity:
        """The entity of a state or organisation."""
        if code not in self.actors:
            self.actors[code] = Entity(Sort.ACTOR, code, named=True)
        return self.actors[code]

    def a_contribution(self, nation: str | None, operation: Entity | None = None) -> Entity | None:
        """What ``nation`` sends to ``operation`` (to the present one where none is given)."""
        operation = operation or self.operation
        if nation is None or operation is None:
            return None
        key = (nation, operation.name)
        if key not in self.contributions:
            self.contributions[key] = Entity(Sort.CONTRIBUTION, nation=nation, operation=operation)
        return self.contributions[key]

    @property
    def last_ship(self) -> Entity | None:
        """The named ship last spoken of."""
        return next((e for e in reversed(self.recent) if e.head == "ship" and e.named), None)

    @property
    def provider(self) -> str | None:
        """The state that provides what is named without one: the paragraph's, the page's own, or the only one."""
        hosted = self.sender is not None and self.hosts(self.operation, self.sender)
        spoken_for = (None if hosted else self.sender) or self.home or self.only_contributor(self.operation)
        return spoken_for or self._readers_contribute(self.operation)

    @property
    def ours(self) -> Entity | None:
        """The contribution spoken of where none is named: of the paragraph's state or of the page's own."""
        return self.a_contribution(self.provider)

    def mention(self, entity: Entity) -> None:
        """Note that an element is spoken of now."""
        if entity.sort is Sort.ELEMENT:
            if entity in self.recent:
                self.recent.remove(entity)
            self.recent.append(entity)
            del self.recent[:-40]

    def forget(self, entity: Entity) -> None:
        """Take an element back that turned out not to be one."""
        if entity in self.recent:
            self.recent.remove(entity)
        for name in entity.called:
            self.names[name].remove(entity)
        entity.called.clear()

    def call(self, entity: Entity, name: str) -> None:
        """Note a name of an element."""
        short = key(name)
        entities = self.names.setdefault(short, [])
        if short in entity.called:
            entities.remove(entity)
        entity.called.add(short)
        entities.append(entity)
        if len(entities) > MOST_REMEMBERED * 4:
            entities.pop(0).called.discard(short)

    # --- states and operations ----------------------------------------------------------------

    def contributes(self, operation: Entity | None, code: str) -> bool:
        """Whether an actor named in a phrase can be the one that sends: a state that the operation does not work in."""
        return is_state(code) and not self.hosts(operation, code)

    def hosts(self, operation: Entity | None, code: str) -> bool:
        """Whether an operation works in a state: its forces are then partners, not contributors."""
        known = catalogue.load().operations.get(operation.name) if operation else None
        return known is not None and code in known.hosts and known.country != code and code != self.home

    def only_contributor(self, operation: Entity | None) -> str | None:
        """The state whose contribution is meant where the text has spoken of that of one state only."""
        nations = {c.nation for c in self.contributions.values() if c.operation is operation}
        return nations.pop() if len(nations) == 1 else None

    def state_of_readers(self) -> str | None:
        """The state that a text in this language need not name, if there is one."""
        state: str | None = self.annotated.words.grammar["state"] or None
        return state

    def _readers_contribute(self, operation: Entity | None) -> str | None:
        """The state that a text in this language need not name, if it was said to be among those that contribute."""
        state = self.state_of_readers()
        sends = state is not None and operation is not None and (state, operation.name) in self.contributions
        return state if sends else None

    # --- elements by their names --------------------------------------------------------------

    def called_before(
        self, name: str, phrase: Phrase, nation: str | None, operation: Entity | None, fresh: bool
    ) -> Entity | None:
        """The element that was called so before, in the operation spoken of unless the phrase is definite."""
        candidates = list(self.names.get(key(name), ()))
        if phrase.abbreviation:
            candidates += self.names.get(key(phrase.abbreviation), ())
        candidates += self._by_initials(name) if phrase.named and not candidates else ()
        for entity in reversed(candidates):
            same = entity.operation is operation or entity.operation is None
            if nation is not None and entity.nation is None and phrase.named and same and entity.named:
                entity.nation = nation  # "the 116th Brigade", later "the Virginia National Guard's 116th Brigade"
            if nation is not None and entity.nation != nation:
                continue
            told_apart = phrase.modified or phrase.named  # "the headquarters" is that of the operation spoken of now
            if same or (phrase.determiner == "definite" and not fresh and told_apart):
                return entity
        if phrase.determiner == "definite" and phrase.modified and not phrase.named:
            # "The joint task force" for "Joint Task Force 633": the words of the phrase begin or end a name.
            short = key(name)
            for entity in reversed(self.recent[-MOST_REMEMBERED:]):
                long = key(entity.name)
                if len(short.split()) > 1 and (long.startswith(short + " ") or long.endswith(" " + short)):
                    return entity
        return None

    def _by_initials(self, name: str) -> list[Entity]:
        """The elements whose name is this with its last word spelt out: "86th IBCT" for "86th Infantry Brigade …"."""
        *before, last = name.split()
        if not before or len(last) < _SHORTEST_INITIALS or not last.isupper():
            return []
        start = key(" ".join(before)) + " "
        return [
            entity
            for entity in self.recent[-MOST_REMEMBERED:]
            if key(entity.name).startswith(start)
            and long_form(key(entity.name)[len(start) :].split(), last, frozenset()) == 0
        ]

    def last_called(self, lemma: str) -> Entity | None:
        """The element last mentioned that a bare noun can mean: of the same noun, or any unit for "the unit"."""
        if self.focus is not None and self.can_mean(self.focus, lemma):
            return self.focus
        for entity in reversed(self.recent[-MOST_REMEMBERED:]):
            if self.can_mean(entity, lemma):
                return entity
        return None

    def can_mean(self, entity: Entity, lemma: str) -> bool:
        """Whether a noun can mean an element: its own noun or, where nouns are written together, the end of it."""
        compounds = bool(self.annotated.words.grammar["compounds"])
        return entity.head == lemma or (compounds and entity.head.endswith(lemma))
