"""Who is meant: what the document has spoken of so far, and what a name, noun phrase or pronoun refers to.

The reading goes through the document in order. Headings, lead-ins and sentences introduce entities; short
forms, abbreviations, "the mission", "the team", "it" and "we" are looked up here.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from dataclasses import dataclass, field, replace

from contingent import catalogue
from contingent.document import BlockKind
from contingent.read import units
from contingent.read.annotate import Annotated
from contingent.read.bulletins import reported_spell
from contingent.read.entities import Entity, Held, Sort
from contingent.read.equipment_phrases import is_vessel
from contingent.read.initials import long_form
from contingent.read.layout import Layout, find_layout
from contingent.read.persons import PersonExpression
from contingent.read.phrases import Phrase
from contingent.read.proposals import When
from contingent.read.units import Unit

_LEAST_SHARE = 0.45
"""A state is the one that a page speaks for if it has this share of all mentions of states. Tried on pages
of ministries (0.5 to 1.0) and of alliances (0.1 to 0.4)."""
_LEAST_SHARE_OF_NEWS = 0.55
"""The share that it takes where nothing shows that the page is a state's own."""
_LEAST_MENTIONS = 4
_HEADING_WEIGHT = 3
_LONGEST_ACTOR = 3
"""How many words of a publisher's name are looked up together as a state's name."""
_SPOKEN_OF = 0.34
"""An operation named so often, as a share of the main one, is spoken of in sentences that do not name it too."""
_DOMINATING = 0.6
"""With this share of all mentions one operation is the subject of a page that names others in passing."""
_MOST_REMEMBERED = 12
"""How many elements back a bare noun ("the team") is looked for."""
_SHORTEST_INITIALS = 3
"""Letters of the shortest last word that may stand for the words of a longer name."""
_FORM_WEIGHTS = {"armed forces": 3, "unit": 3, "adjective": 2, "people": 2, "authority": 3}

_NOT_WORDS = re.compile(r"\W+")


@dataclass
class Discourse:
    """What is spoken of at the present point of the document."""

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
    focus: Entity | None = None
    """What the section, the list item or its lead-in is about."""
    last_subject: Entity | None = None
    last_person: PersonExpression | None = None
    """Whoever "he" or "she" would mean."""
    posts: dict[str, Held] = field(default_factory=dict)
    """The posts of persons by their full names."""
    changed: str | None = None
    """The day on which a post was last said to change hands, in words that name no person."""
    opened: Held | None = None
    """A post that the sentence before said to get a new holder: "KFOR got a new commander on Tuesday."."""
    operations: dict[str, Entity] = field(default_factory=dict)
    actors: dict[str, Entity] = field(default_factory=dict)
    contributions: dict[tuple[str, str], Entity] = field(default_factory=dict)
    names: dict[str, list[Entity]] = field(default_factory=dict)
    """Elements by their names and abbreviations, in the form of ``key``; the last one mentioned last."""
    recent: list[Entity] = field(default_factory=list)
    """Elements in the order of mention, the last one last."""
    spell: When | None = None
    """The days that the document reports on, if it is a bulletin of a week."""
    equipment: dict[str, Entity] = field(default_factory=dict)
    """Who has equipment, by its noun or designation."""
    last_equipment: tuple[Entity, str] | None = None
    """The equipment last spoken of, with its owner."""

    # --- making entities ----------------------------------------------------------------------

    def an_operation(self, name: str) -> Entity:
        """The entity of an operation."""
        return self.operations.setdefault(name, Entity(Sort.OPERATION, name, named=True))

    def an_actor(self, code: str) -> Entity:
        """The entity of a state or organisation."""
        return self.actors.setdefault(code, Entity(Sort.ACTOR, code, named=True))

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
        return (None if hosted else self.sender) or self.home or self._only_contributor(self.operation)

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
        if len(entities) > _MOST_REMEMBERED * 4:
            entities.pop(0).called.discard(short)

    # --- resolving ----------------------------------------------------------------------------

    def resolve(self, unit: Unit, sender: str | None = None) -> Entity | None:
        """What a unit refers to; an element that is not known yet is made.

        ``sender`` is the actor that the clause says provides it, for phrases that name none themselves.
        None if the unit refers to nothing that can be known.
        """
        entity = self._meant(unit, sender)
        if entity is not None:
            entity.mentions[unit.start] = unit.end
        return entity

    def _meant(self, unit: Unit, sender: str | None) -> Entity | None:
        if unit.sort == units.OPERATION:
            return self.an_operation(unit.value)
        if unit.sort == units.ACTOR:
            return self.an_actor(unit.value)
        if unit.sort == units.WORD:
            return self._word(unit)
        phrase = unit.detail
        if not isinstance(phrase, Phrase):
            return None
        if unit.sort == units.ASSET:
            known = self.equipment.get(phrase.head.lemma.casefold()) or self.equipment.get(_last_word(unit.text))
            return known or self._ship_spoken_of(phrase)
        operation = self.an_operation(phrase.operation) if phrase.operation else self.operation
        if unit.sort == units.ANAPHOR:
            return self._operation_spoken_of(phrase, unit, operation)
        senders = list(dict.fromkeys(n for n in phrase.nations if self.contributes(operation, n)))
        nation = senders[0] if senders else None
        if len(senders) > 1 and unit.sort in (units.UNIT, units.PEOPLE):
            return self._element(unit, replace(phrase, nations=[], modified=True), operation, None, None, shared=True)
        if unit.sort == units.CONTRIBUTION:
            return self._contribution(phrase, nation or sender, operation)
        if unit.sort == units.PERSONS:
            return self._persons(phrase, nation or sender, operation)
        several = self._several(unit)
        if several:
            return several[-1]
        if unit.sort in (units.UNIT, units.PEOPLE):
            return self._element(unit, phrase, operation, nation, sender)
        return None

    def _ship_spoken_of(self, phrase: Phrase) -> Entity | None:
        """ "The frigate", "the ship": the named ship last spoken of."""
        if phrase.determiner != "definite" or phrase.nations or phrase.number is not None:
            return None
        if not is_vessel(phrase.head.lemma):
            return None
        return next((e for e in reversed(self.recent[-_MOST_REMEMBERED:]) if e.head == "ship"), None)

    def resolve_all(self, unit: Unit, sender: str | None = None) -> list[Entity]:
        """All that a unit refers to: "the three groups", "both teams" mean the last ones of that noun."""
        several = self._several(unit)
        if several:
            return several
        entity = self.resolve(unit, sender)
        return [entity] if entity is not None else []

    def _several(self, unit: Unit) -> list[Entity]:
        phrase = unit.detail
        if not isinstance(phrase, Phrase) or unit.sort != units.UNIT or not _means_several(phrase):
            return []
        lemma = phrase.head.lemma.split()[-1]
        same = [e for e in self.recent if e.head == lemma]
        count = phrase.number.low if phrase.number is not None else None
        if len(same) < 2 or (count is not None and len(same) < count):
            return []
        return same[-int(count) :] if count else same

    def contributes(self, operation: Entity | None, code: str) -> bool:
        """Whether an actor named in a phrase can be the one that sends: a state that the operation does not work in."""
        return is_state(code) and not self.hosts(operation, code)

    def hosts(self, operation: Entity | None, code: str) -> bool:
        """Whether an operation works in a state: its forces are then partners, not contributors."""
        known = catalogue.load().operations.get(operation.name) if operation else None
        return known is not None and code in known.hosts and known.country != code and code != self.home

    def _word(self, unit: Unit) -> Entity | None:
        sets = self.annotated.words.sets
        named = self.names.get(unit.low)
        if named:
            return named[-1]
        if unit.low in sets["pronouns_first"] or unit.low in sets["possessive_first"]:
            return self.ours
        if (
            unit.low in sets["pronouns_thing"]
            or unit.low in sets["pronouns_things"]
            or unit.low in sets["possessive_third"]
        ):
            return self.last_subject or self.focus or (self.recent[-1] if self.recent else None)
        return None

    def _operation_spoken_of(self, phrase: Phrase, unit: Unit, operation: Entity | None) -> Entity | None:
        """ "The mission", "the force": an element of that name if one is under discussion, else the operation."""
        if self.focus is not None and self.focus.sort is Sort.ELEMENT and self.focus.head == phrase.head.lemma:
            return self.focus
        words = phrase.head.lemma.split()
        for entity in reversed(self.recent[-_MOST_REMEMBERED:]):
            called = f" {key(phrase.head.lemma)} " in f" {key(entity.name)} "
            if len(words) > 1 and called and phrase.determiner == "definite":
                return entity
        return operation

    def _contribution(self, phrase: Phrase, nation: str | None, operation: Entity | None) -> Entity | None:
        if nation is None and phrase.determiner == "definite":
            spoken = self.last_subject
            if spoken is not None and spoken.sort is Sort.CONTRIBUTION and spoken.operation is operation:
                return spoken  # "Denmark contributes to the mission. The contribution includes …"
            last = self.recent[-1] if self.recent else None
            if last is not None and last.operation is operation and self._is_a(last, phrase.head.lemma):
                return last
        nation = nation or self.provider or self._only_contributor(operation)
        if nation is None and phrase.determiner == "definite":
            nation = self._state_of_readers()
        return self.a_contribution(nation, operation)

    def _state_of_readers(self) -> str | None:
        """The state that a text in this language need not name, if there is one."""
        state: str | None = self.annotated.words.grammar["state"] or None
        return state

    def _only_contributor(self, operation: Entity | None) -> str | None:
        """The state whose contribution is meant where the text has spoken of that of one state only."""
        nations = {c.nation for c in self.contributions.values() if c.operation is operation}
        return nations.pop() if len(nations) == 1 else None

    def _persons(self, phrase: Phrase, nation: str | None, operation: Entity | None) -> Entity | None:
        if nation is not None:
            return self.a_contribution(nation, operation)
        if phrase.determiner == "third person":
            return self.last_subject or self.focus
        if phrase.determiner == "first person":
            return self.ours
        if self.focus is not None and self.focus.sort is not Sort.ACTOR:
            return self.focus
        return self.ours or operation

    def _element(
        self,
        unit: Unit,
        phrase: Phrase,
        operation: Entity | None,
        nation: str | None,
        sender: str | None,
        shared: bool = False,
    ) -> Entity | None:
        words = self.annotated.words
        name = self.name_of(phrase)
        lemma = phrase.head.lemma.split()[-1]
        if lemma in words.sets["crews"] and phrase.determiner in ("definite", "third person") and self.last_ship:
            return self.last_ship
        bare = not phrase.modified and not phrase.named
        fresh = phrase.determiner == "indefinite" and not phrase.named
        of_operation = phrase.head.sort == "operation" and lemma not in words.sets["forces"]
        if of_operation and nation is None and phrase.determiner == "indefinite":
            return operation  # "UNIFIL is a force that patrols …": the operation spoken of
        force = phrase.head.lemma in words.sets["forces"] and not phrase.named
        if force and nation is not None:
            return self.a_contribution(nation, operation)  # "the Danish force in KFOR": what Denmark has there
        general = phrase.determiner is None and not phrase.named and phrase.head.plural
        known = self._by_name(name, phrase, nation or (sender if fresh or general else None), operation, fresh)
        if known is not None:
            self.mention(known)
            return known
        if force and phrase.determiner != "indefinite" and phrase.number is None and words.grammar["compounds"]:
            return operation  # "the whole force", "Fordoblet styrke"
        given = general and sender is not None  # "lend observers": their own, not those spoken of before
        if bare and not fresh and not given and nation is None and phrase.number is None:
            found = self.last_called(lemma)
            if found is not None:
                self.mention(found)
                return found
            if phrase.determiner is not None and lemma in words.empty and lemma not in words.headquarters:
                if self.focus is not None and self.focus.sort is Sort.ELEMENT:
                    return self.focus
                return operation if phrase.head.lemma in words.sets["forces"] else None
        if any(word in name.lower() for word in words.not_elements):
            return None
        if not name or (phrase.nations and nation is None and any(is_state(n) for n in phrase.nations)):
            return None  # the forces of a host state, "Iraqi security forces"
        if phrase.determiner == "third person" and self.last_subject is not None:
            sender = sender or self.last_subject.nation
        whole = self._serves_all(name, lemma)
        at_home = phrase.named and self._stands_at_home(lemma, nation or sender or self.home, operation)
        ours = nation or sender or (None if shared or (whole and not at_home) else self.provider)
        given = phrase.determiner == "definite" and any(lemma.endswith(n) for n in words.contributions)
        if (phrase.type is not None or given) and not phrase.nations:
            # "The frigate Absalon", "the helicopter contribution": what is ours needs no nationality.
            ours = ours or self._only_contributor(operation) or self._state_of_readers()
        if operation is None and ours is None:
            return None
        entity = Entity(
            Sort.ELEMENT,
            name,
            ours,
            operation,
            head=lemma,
            named=phrase.named,
            plural=phrase.head.plural or unit.sort == units.PEOPLE,
        )
        if at_home:
            entity.operation = None
        self.call(entity, name)
        if phrase.abbreviation:
            self.call(entity, phrase.abbreviation)
        self.mention(entity)
        return entity

    def name_of(self, phrase: Phrase) -> str:
        """The name of a unit: its proper name as printed, or its description without an article."""
        name = clean_name(self.annotated.document.text[phrase.name_start : phrase.name_end])
        return name if phrase.named else self._without_article(name)

    def _without_article(self, name: str) -> str:
        """A description in the form that it has behind an indefinite article, where the article is an ending."""
        words = self.annotated.words
        if not words.indefinite or not name:
            return name
        *before, last = name.split()
        base = words.base_form(last)
        if base.lower() == last.lower():
            return name
        first = before[0] if before else base
        initials = any(letter.isupper() or letter.isdigit() for letter in first[1:])
        small = first if initials else first[:1].lower() + first[1:]
        return " ".join([small, *before[1:], base] if before else [small])

    def _by_name(
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
            if same or (phrase.determiner == "definite" and not fresh):
                return entity
        if phrase.determiner == "definite" and phrase.modified and not phrase.named:
            # "The joint task force" for "Joint Task Force 633": the words of the phrase begin or end a name.
            short = key(name)
            for entity in reversed(self.recent[-_MOST_REMEMBERED:]):
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
            for entity in self.recent[-_MOST_REMEMBERED:]
            if key(entity.name).startswith(start)
            and long_form(key(entity.name)[len(start) :].split(), last, frozenset()) == 0
        ]

    def last_called(self, lemma: str) -> Entity | None:
        """The element last mentioned that a bare noun can mean: of the same noun, or any unit for "the unit"."""
        if self.focus is not None and self._is_a(self.focus, lemma):
            return self.focus
        for entity in reversed(self.recent[-_MOST_REMEMBERED:]):
            if self._is_a(entity, lemma):
                return entity
        return None

    def _is_a(self, entity: Entity, lemma: str) -> bool:
        """Whether a noun can mean an element: its own noun or, where nouns are written together, the end of it."""
        compounds = bool(self.annotated.words.grammar["compounds"])
        return entity.head == lemma or (compounds and entity.head.endswith(lemma))

    def _serves_all(self, name: str, lemma: str) -> bool:
        """Whether a part without a nation is the operation's own: sectors, commands, headquarters."""
        low, words = name.lower(), self.annotated.words
        return any(noun in low for noun in words.operation_units) or lemma in words.headquarters

    def _stands_at_home(self, lemma: str, nation: str | None, operation: Entity | None) -> bool:
        """Whether a named unit is a standing formation of an armed force rather than a part of a contribution."""
        if nation is None or lemma in self.annotated.words.pack.table("units")["sectors"]:
            return False
        known = catalogue.load().operations.get(operation.name) if operation else None
        return operation is None or (known is not None and nation in known.hosts)


def _means_several(phrase: Phrase) -> bool:
    bare = phrase.head.plural and not phrase.modified and not phrase.nations
    return bare and phrase.determiner in ("definite", None)


@functools.lru_cache(maxsize=4096)
def key(name: str) -> str:
    """A name as names are compared: lower case, only letters and digits."""
    return _NOT_WORDS.sub(" ", name).strip().lower()


def clean_name(name: str) -> str:
    """A name as an element's name: one line, no slash (it divides a reference)."""
    return " ".join(name.split()).replace("/", "-").strip(" -–")


def _last_word(text: str) -> str:
    return text.split()[-1].casefold()


def is_state(code: str) -> bool:
    """Whether an actor's code is that of a state."""
    actor = catalogue.load().actors.get(code)
    return actor is not None and actor.kind != "organisation"


def begin(annotated: Annotated) -> Discourse:
    """The discourse at the start of a document: the state it speaks for and its main operation."""
    discourse = Discourse(annotated, find_layout(annotated), spell=reported_spell(annotated))
    discourse.main = _main_operation(discourse)
    discourse.operation = discourse.main
    publisher = _publisher(annotated.document.publisher or "")
    if publisher is not None:
        discourse.home = publisher.code if publisher.kind != "organisation" else None
    else:
        discourse.home = _state_spoken_for(annotated)
    return discourse


def _publisher(name: str) -> catalogue.Actor | None:
    """The actor that a publisher's name names whole or, in the name of an office, in part ("Defence of Mexico")."""
    known = catalogue.load()
    whole = known.find_actor(name)
    if whole is not None:
        return whole
    words = re.findall(r"[\w'’.-]+", name)
    runs = [" ".join(words[a : a + n]) for n in range(_LONGEST_ACTOR, 0, -1) for a in range(len(words) - n + 1)]
    states = [actor for run in runs if run[0].isupper() and (actor := known.find_actor(run)) and is_state(actor.code)]
    capitals = _capitals()
    states += [known.actors[capitals[run]] for run in runs if run in capitals]
    return states[0] if states else None


@functools.cache
def _capitals() -> dict[str, str]:
    """The states by their capitals."""
    return {name.name: name.actor for name in catalogue.load().actor_names if name.form == "capital"}


def _main_operation(discourse: Discourse) -> Entity | None:
    """The operation that the page is about: named most, in headings above all; of two the one named first."""
    named: Counter[str] = Counter()
    for sentence in discourse.annotated.sentences:
        heading = discourse.annotated.document.blocks[sentence.block].kind is BlockKind.HEADING
        for unit in sentence.units:
            for operation in operations_in(unit):
                named[operation] += _HEADING_WEIGHT if heading else 1
    if not named:
        return None
    name, count = named.most_common(1)[0]
    discourse.spoken_of = frozenset(other for other, times in named.items() if times >= _SPOKEN_OF * count)
    discourse.dominated = count >= _DOMINATING * sum(named.values())
    return discourse.an_operation(name)


def _state_spoken_for(annotated: Annotated) -> str | None:
    """The state that most mentions on the page are of: by name, adjective, armed forces or national operation."""
    known = catalogue.load()
    states: Counter[str] = Counter()
    forces: Counter[str] = Counter()
    hosts: set[str] = set()
    acting: set[str] = set()
    for sentence in annotated.sentences:
        block = annotated.document.blocks[sentence.block]
        weight = _HEADING_WEIGHT if block.kind is BlockKind.HEADING else 1
        for unit in sentence.units:
            for code, form in _actors_in(unit):
                if is_state(code):
                    states[code] += weight * _FORM_WEIGHTS.get(form, 1)
                    forces[code] += form in ("armed forces", "unit")
            operation = known.operations.get(unit.value) if unit.sort == units.OPERATION else None
            if operation is not None:
                if operation.country:
                    states[operation.country] += _FORM_WEIGHTS["armed forces"]
                    acting.add(operation.country)
                hosts.update(host for host in operation.hosts if host != operation.country)
    for host in hosts - acting:
        states.pop(host, None)
    if not states:
        return None
    code, count = states.most_common(1)[0]
    share = _LEAST_SHARE if code in acting or forces[code] > 1 or _speaks_as_one(annotated) else _LEAST_SHARE_OF_NEWS
    # A page that names one state and no operation is about that state's forces.
    alone = len(states) == 1 and not any(operations_in(u) for s in annotated.sentences for u in s.units)
    enough = count >= _LEAST_MENTIONS or alone
    return code if enough and count >= share * sum(states.values()) else None


def _speaks_as_one(annotated: Annotated) -> bool:
    """Whether the page says "we" or "our" more than in passing."""
    first = annotated.words.sets["pronouns_first"] | annotated.words.sets["possessive_first"]
    return sum(u.sort == units.WORD and u.low in first for s in annotated.sentences for u in s.units) > 1


def operations_in(unit: Unit) -> list[str]:
    """The operations that a unit names: by itself, or inside a phrase ("UNIFIL's Maritime Task Force")."""
    if unit.sort == units.OPERATION:
        return [str(unit.value)]
    return [unit.detail.operation] if isinstance(unit.detail, Phrase) and unit.detail.operation else []


def _actors_in(unit: Unit) -> list[tuple[str, str]]:
    if unit.sort == units.ACTOR:
        return [(unit.value, unit.detail)]
    if isinstance(unit.detail, Phrase):
        return [(code, "adjective") for code in unit.detail.nations]
    return []
