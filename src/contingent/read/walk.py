"""The state of a walk over a stretch of a sentence, from left to right.

The walk knows two things: the owner (whoever the clause or the list says has all that the stretch names) and the
holder (the noun phrase just read, on which "of 120", "in Gao", "with four helicopters" hang).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from contingent.read import units
from contingent.read.entities import Entity, Sort
from contingent.read.mood import Mood
from contingent.read.sentence_reading import Reading
from contingent.read.units import Unit

ELEMENTS = (units.UNIT, units.PEOPLE)
"""The sorts of units of a row that name an element."""
BODIES = (*ELEMENTS, units.OPERATION, units.ANAPHOR, units.CONTRIBUTION)
"""Those that name what can be led or commanded, or be a whole that others belong to."""


@dataclass
class Walk:
    """One walk over a stretch of a sentence."""

    reading: Reading
    mood: Mood
    owner: Entity | None
    having: bool
    """Whether the stretch says that the owner has, sends or consists of what it names."""
    sender: str | None = None
    rule: str = "a phrase"
    start: int | None = None
    """Where a quote must begin to take in the owner; None where the phrase alone states the claim."""
    holder: Entity | None = None
    holder_unit: Unit | None = None
    preposition: str = ""
    kept: str = ""
    """A preposition that goes on to govern the next phrase: "under the command of …"."""
    inside: bool = False
    """Behind "with" or "including" after an element: what follows belongs to that element."""
    inside_of: Entity | None = None
    """The element behind which "with" stood last; what is joined to the phrase behind "with" belongs to it too."""
    with_having: bool = False
    """Whether "with" names what the owner has: "joined last month with three staff officers"."""
    absorbed: str = ""
    """The preposition that belongs to the verb, as "of" does in "consists of"."""
    moving: bool = False
    """Whether "to" tells where somebody is: "deployed to the air base"."""
    unframed: bool = False
    """Behind a verb that no frame knows: equipment there is as often others' as the owner's, and the place that is
    acted on says where the owner is ("patrols the Gulf of Aden")."""
    placing: bool = True
    """Whether a place says where the holder is; behind a verb that no frame knows it says where it acted."""
    from_base: bool = False
    """Whether "from" tells a base: "flies from Sigonella", "runs it from Al Minhad"."""
    opening: int | None = None
    """Where the words begin that tell how many the owner is: behind "consists", whatever preposition follows."""
    governed: str = ""
    """The preposition that governed the phrase just read."""
    joining: bool = False
    """Whether the verb says that the owner becomes part of what is named, which then is there already."""
    introducing: bool = True
    """False where another rule states what the elements belong to ("the team went home in May")."""
    introduced: list[Entity] = field(default_factory=list)
    placed: set[int] = field(default_factory=set)

    def pass_word(self, number: int, unit: Unit) -> None:
        reading = self.reading
        before = reading.row[number - 1] if number else None
        if reading.is_in("with", unit):
            joined = before is not None and reading.is_in("conjunctions_and", before)
            self.inside = self.holder is not None and self.holder is not self.owner and not joined
            self.inside_of = self.holder if self.inside else None
            if joined:
                self.holder, self.holder_unit = self.owner, None
        if (
            before is not None
            and reading.is_in("of", unit)
            and (reading.is_in("partitives", before) or before.low.split()[-1] in reading.words.sets["commands"])
        ):
            return  # "a total of 500", "under the command of": what stood before "a total" governs
        if reading.is_in("conjunctions_and", unit):
            self._go_on_with(number)
        if self.preposition and self._leads_to_place(number):
            return  # "in the northern | town | of Gao"
        if unit.low == self.absorbed:
            self.preposition, self.absorbed = "", ""  # "consists of": the preposition is the verb's own
        elif unit.low in reading.words.sets["prepositions"]:
            self.preposition = unit.low
        elif not (
            reading.is_in("partitives", unit)
            or reading.is_in("definite", unit)
            or reading.is_in("indefinite", unit)
            or reading.is_in("adverbs", unit)
        ) and not reading.is_in("conjunctions_and", unit):
            self.preposition = ""

    def _leads_to_place(self, number: int) -> bool:
        """Whether a word is a noun before the name of a place, describes one, or joins it to the name."""
        reading, row = self.reading, self.reading.row
        unit, before = row[number], row[number - 1] if number else row[number]
        if reading.is_in("of", unit):
            return reading.is_in("place_nouns", before)
        if reading.is_in("place_nouns", unit):
            return True
        ahead = row[number + 1] if number + 1 < len(row) else None
        small = any(reading.is_in(name, unit) for name in ("prepositions", "conjunctions_and"))
        return ahead is not None and not small and reading.is_in("place_nouns", ahead)

    def pass_sign(self, number: int, unit: Unit) -> None:
        following = self.reading.row[number + 1 : number + 2]
        if unit.text == "," and following and following[0].sort in (*ELEMENTS, units.ASSET):
            self._go_on_with(number)
        if unit.text == ":" and self.having and self._follows_holder(number):
            self.owner = self.holder  # "The transport section: 48 men, 22 lorries and two cranes"
        if unit.text == ";":
            self.inside = False
            self.holder, self.holder_unit = self.owner, None
        if unit.text == ":" and self.reading.listed and self.holder is not None and self.holder in self.introduced:
            self.owner = self.holder  # "Transport platoon: 48 soldiers, 22 lorries"
        if unit.text not in ("(", ")", "-", ",") and unit.text not in self.reading.words.grammar["genitive"]:
            self.preposition = ""

    def _follows_holder(self, number: int) -> bool:
        """Whether a sign stands right behind the one element that is spoken of."""
        holder = self.holder
        at_unit = number > 0 and self.reading.row[number - 1] is self.holder_unit
        return at_unit and holder is not None and holder.sort is Sort.ELEMENT and not holder.plural

    def _go_on_with(self, number: int) -> None:
        """ "With a company and a medical team": what is joined to a phrase behind "with" stands behind it too."""
        around = self.reading.row[max(0, number - 1) : number + 2 : 2]
        if len(around) < 2 or around[0].sort not in (*ELEMENTS, units.ASSET):
            return
        if self.governed not in self.reading.words.sets["with"]:
            return
        alike = (around[0].sort == units.ASSET) == (around[1].sort == units.ASSET)
        if self.inside_of is not None and self.inside_of.sort is Sort.ELEMENT and alike:
            self.preposition, self.inside = self.governed, True
            self.holder, self.holder_unit = self.inside_of, None
        elif self.with_having:
            self.preposition = self.governed
            self.holder, self.holder_unit = self.owner, None

    def states_behind(self, number: int) -> list[Unit]:
        """The states in brackets right behind a unit, whose it is: "a P-3C (Germany)", "a brigade (Fiji, Nepal)"."""
        discourse, row = self.reading.discourse, self.reading.row
        if number + 1 >= len(row) or row[number + 1].text != "(":
            return []
        found: list[Unit] = []
        for unit in row[number + 2 :]:
            if unit.text == ")":
                return found
            if unit.sort == units.ACTOR and discourse.contributes(discourse.operation, str(unit.value)):
                found.append(unit)
            elif unit.text != "," and not self.reading.is_in("conjunctions_and", unit):
                return []
        return []

    def state_behind(self, number: int) -> str | None:
        """The only state in brackets right behind a unit."""
        states = self.states_behind(number)
        return str(states[0].value) if len(states) == 1 else None

    def governed_by(self, name: str) -> bool:
        return self.preposition in self.reading.words.sets[name]

    def begin(self, unit: Unit) -> int:
        return unit.start if self.start is None else min(self.start, unit.start)

    def is_subject(self, unit: Unit) -> bool:
        own = self.reading.clause_of(unit)
        bearing = [clause for clause in self.reading.clauses if clause is own or clause.parted]
        return any(unit is subject for clause in bearing for subject in clause.subjects)
