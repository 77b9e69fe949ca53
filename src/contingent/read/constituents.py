"""What a stretch of a sentence says somebody has: elements, people, equipment, places, in the order of the words.

The walk goes from left to right and knows two things: the owner (whoever the clause or the list says has all this)
and the holder (the noun phrase just read, on which "of 120", "in Gao", "with four helicopters" hang).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from contingent.read import units
from contingent.read.discourse import clean_name, is_state
from contingent.read.entities import Entity, Sort
from contingent.read.phrases import Phrase
from contingent.read.places import is_place, place_name, role_of
from contingent.read.proposals import quantity_of
from contingent.read.sentence_reading import Mood, Reading
from contingent.read.units import Unit

ELEMENTS = (units.UNIT, units.PEOPLE)
_NUMBER_REACH = 3


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
    with_having: bool = False
    """Whether "with" names what the owner has: "joined last month with three staff officers"."""
    placing: bool = True
    """Whether a place says where the holder is; behind a verb that no frame knows it says where it acted."""
    from_base: bool = False
    """Whether "from" tells a base: "flies from Sigonella", "runs it from Al Minhad"."""
    opening: int | None = None
    """Where the words begin that tell how many the owner is: behind "consists", whatever preposition follows."""
    introducing: bool = True
    """False where another rule states what the elements belong to ("the team went home in May")."""
    introduced: list[Entity] = field(default_factory=list)
    placed: set[int] = field(default_factory=set)

    def over(self, first: int, last: int) -> None:
        """Walk over the units from ``first`` up to ``last``."""
        row = self.reading.row
        number = first
        while number < min(last, len(row)):
            unit = row[number]
            if unit.sort == units.WORD:
                self._word(number, unit)
            elif unit.sort == units.SIGN:
                self._sign(number, unit)
            elif unit.sort in ELEMENTS:
                self._element(number, unit)
            elif unit.sort == units.CONTRIBUTION:
                self._contribution(number, unit)
            elif unit.sort in (units.PERSONS, units.NUMBER):
                self._people(number, unit)
            elif unit.sort == units.ASSET:
                self._asset(number, unit)
            elif unit.sort == units.COUNTRIES:
                self._countries(number, unit)
            elif unit.sort in (units.OPERATION, units.ANAPHOR):
                self._operation(number, unit)
            if is_place(unit):
                self._place(number, unit)
            if unit.sort not in (units.WORD, units.SIGN, units.TIME):
                self.preposition, self.kept = self.kept, ""
            number += 1

    # --- words --------------------------------------------------------------------------------

    def _word(self, number: int, unit: Unit) -> None:
        reading = self.reading
        before = reading.row[number - 1] if number else None
        if reading.is_in("with", unit):
            joined = before is not None and reading.is_in("conjunctions_and", before)
            self.inside = self.holder is not None and self.holder is not self.owner and not joined
            if joined:
                self.holder, self.holder_unit = self.owner, None
        if (
            before is not None
            and reading.is_in("of", unit)
            and (reading.is_in("partitives", before) or before.low.split()[-1] in reading.words.sets["commands"])
        ):
            return  # "a total of 500", "under the command of": what stood before "a total" governs
        if unit.low in reading.words.sets["prepositions"]:
            self.preposition = unit.low
        elif not (
            reading.is_in("partitives", unit)
            or reading.is_in("definite", unit)
            or reading.is_in("indefinite", unit)
            or reading.is_in("adverbs", unit)
        ) and not reading.is_in("conjunctions_and", unit):
            self.preposition = ""

    def _sign(self, number: int, unit: Unit) -> None:
        if unit.text == ";":
            self.inside = False
            self.holder, self.holder_unit = self.owner, None
        if unit.text not in ("(", ")", "-", "'s", "’s", ","):
            self.preposition = ""

    def _is(self, name: str) -> bool:
        return self.preposition in self.reading.words.sets[name]

    def _begin(self, unit: Unit) -> int:
        return unit.start if self.start is None else min(self.start, unit.start)

    # --- elements -----------------------------------------------------------------------------

    def _element(self, number: int, unit: Unit) -> None:
        reading, phrase = self.reading, unit.detail
        discourse = reading.discourse
        words = reading.words
        if self._is("under") and phrase.head.lemma in words.sets["commands"] and not phrase.named:
            self.kept = self.preposition
            return
        bare = not phrase.modified and not phrase.named
        anaphor = bare and phrase.determiner in ("definite", "third person", None) and phrase.number is None
        nation = next((n for n in phrase.nations if discourse.contributes(discourse.operation, n)), None)
        governed = any(map(self._is, ("of", "from", "by", "for"))) and nation is None
        having = self.having or (self.with_having and self._is("with"))
        known = set(map(id, discourse.recent))
        sender = self.sender if having or self.inside else None
        if having and self.owner is not None and self.owner.nation and not phrase.nations:
            sender = sender or self.owner.nation
        if len(discourse.resolve_all(unit, sender)) > 1:
            self.holder, self.holder_unit = None, None
            return  # "the three groups": spoken of before
        entity = discourse.resolve(unit, sender)
        if entity is None:
            return
        if self._relates(number, unit, entity):
            return
        headquarters = phrase.head.lemma in words.headquarters
        if headquarters and self._hosts(number, unit, entity):
            return
        introduces = (
            self.introducing
            and not governed
            and not headquarters
            and not (anaphor and nation is None and phrase.head.sort != "people")
            and (having or self.inside or bool(nation) or phrase.named or self._subject(unit))
        )
        if introduces and entity.sort is Sort.ELEMENT:
            whole = self._whole(entity, phrase, nation)
            self.belongs(
                entity, whole, self._begin(unit) if self.start is not None and not nation else unit.start, unit.end
            )
        elif id(entity) not in known and entity.sort is Sort.ELEMENT and not phrase.named and not nation:
            # Spoken of as the object of a verb that gives nothing: not a part of the contribution.
            discourse.forget(entity)
            return
        self.holder, self.holder_unit = entity, unit
        self.inside = False
        self._size(number, unit, entity)
        if phrase.type and entity.nation is not None:
            self._ship_type(unit, entity, phrase.type)

    def _hosts(self, number: int, unit: Unit, headquarters: Entity) -> bool:
        """ "Its headquarters is in Gao", "the sector headquarters in Gao": the base of whoever is led there."""
        reading, row = self.reading, self.reading.row
        phrase: Phrase = unit.detail
        discourse = reading.discourse
        after = row[number + 1] if number + 1 < len(row) else None
        if after is not None and reading.is_in("of", after) and number + 2 < len(row):
            body = discourse.resolve(row[number + 2]) if row[number + 2].sort != units.WORD else None
        elif phrase.determiner == "third person" or (self.having and self.owner is not None):
            body = self.owner or discourse.last_subject
        elif not phrase.named or phrase.head.lemma != headquarters.name.lower():
            body = discourse._by_name(_without_head(headquarters.name), phrase, None, discourse.operation, False)
            body = body or headquarters.operation
        else:
            body = headquarters.operation
        if body is None or not body.is_part():
            return False
        self.holder, self.holder_unit = body, None
        self.start = unit.start if self.start is None else self.start
        return True

    def _subject(self, unit: Unit) -> bool:
        clause = self.reading.clause_of(unit)
        return clause is not None and any(unit is s for s in clause.subjects)

    def _whole(self, entity: Entity, phrase: Phrase, nation: str | None) -> Entity | None:
        discourse = self.reading.discourse
        if self.inside and self.holder is not None and self.holder is not entity:
            return self.holder
        if self.having and self.owner is not None and self.owner is not entity and self.owner.is_part():
            same = nation is None or self.owner.nation in (nation, None)
            if same:
                return self.owner
        if phrase.determiner == "third person" and discourse.last_subject is not None:
            last = discourse.last_subject
            if last is not entity and last.is_part() and last.nation in (entity.nation, None):
                return last
        if nation is None and phrase.determiner != "indefinite" and discourse.focus is not None:
            focus = discourse.focus
            if focus.sort is Sort.ELEMENT and focus is not entity and focus.operation is entity.operation:
                return focus
        if entity.nation is not None:
            return discourse.a_contribution(entity.nation, entity.operation) if entity.operation else None
        return entity.operation

    def belongs(self, entity: Entity, whole: Entity | None, start: int, end: int) -> None:
        """State what an element belongs to, once for each whole and modality."""
        if whole is None or whole is entity:
            return
        mark = (id(whole), self.mood.modality)
        again = {modality for _, modality in entity.stated} & {self.mood.modality, "actual"}
        if mark in entity.stated or (again and whole.sort is not Sort.ELEMENT):
            return
        entity.stated.add(mark)
        entity.whole = entity.whole or whole
        self.introduced.append(entity)
        self.reading.state("element", entity, whole, start, end, self.rule, self.mood)

    def _relates(self, number: int, unit: Unit, entity: Entity) -> bool:
        """ "A team under the command of the mission", "officers at the headquarters of the force"."""
        reading = self.reading
        holder = self.holder
        if holder is None or holder is entity or holder.sort is not Sort.ELEMENT or not self.preposition:
            return False
        headquarters = unit.detail.head.lemma in reading.words.headquarters
        under = self._is("under")
        if (
            not under
            and not (headquarters and (self._is("standing") or self._is("to")))
            and not (
                self._is("standing")
                and unit.detail.named
                and self.holder_unit is not None
                and entity.sort is Sort.ELEMENT
            )
        ):
            return False
        if headquarters and entity.operation is not None:
            entity.nation = next((n for n in unit.detail.nations if is_state(n)), None)
        start = self.holder_unit.start if self.holder_unit is not None else self._begin(unit)
        reading.state(
            "element", holder, entity, start, unit.end, self.rule + "; under a command or at a headquarters", self.mood
        )
        return True

    def _operation(self, number: int, unit: Unit) -> None:
        reading = self.reading
        entity = reading.discourse.resolve(unit)
        holder = self.holder
        if self._is("under") and holder is not None and holder.sort is Sort.ELEMENT and entity is not None:
            start = self.holder_unit.start if self.holder_unit is not None else unit.start
            reading.state("element", holder, entity, start, unit.end, self.rule + "; under the operation", self.mood)
            return
        # A place behind "the contributions to the operation in …" is the operation's, which ``attributes`` reads.
        governed = any(map(self._is, ("to", "of", "from", "with")))
        self.holder, self.holder_unit = (None, None) if governed else (entity, unit)

    def _contribution(self, number: int, unit: Unit) -> None:
        entity = self.reading.entity(unit, self.sender)
        if entity is not None:
            self.holder, self.holder_unit = entity, unit
            self._size(number, unit, entity)
            self._taking_part(number, unit, entity)

    def _taking_part(self, number: int, unit: Unit, contribution: Entity) -> None:
        """ "The Danish contribution to KFOR" says that Denmark takes part, whatever is said of it."""
        phrase: Phrase = unit.detail
        if contribution.nation is None or phrase.determiner == "indefinite" or not any(map(is_state, phrase.nations)):
            return
        following = self.reading.row[number + 1 : number + 4]
        named = next((u for u in following if u.sort == units.OPERATION and u.value == phrase.operation), unit)
        self.reading.propose(
            "participation",
            self.reading.discourse.an_actor(contribution.nation),
            contribution.operation,
            unit.start,
            named.end,
            self.rule + "; a contribution spoken of",
            modality="past" if self.mood.modality == "past" else "actual",
            implied=True,
        )

    # --- people -------------------------------------------------------------------------------

    def _size(self, number: int, unit: Unit, entity: Entity) -> None:
        phrase: Phrase = unit.detail
        if phrase.number is not None and (unit.sort == units.PEOPLE):
            self._strength(entity, phrase.number, unit.start, unit.end)

    def _strength(self, entity: Entity | None, number: object, start: int, end: int) -> None:
        quantity = quantity_of(number, "persons")  # type: ignore[arg-type]
        if entity is None or quantity is None or not entity.is_part():
            return
        times, as_of = self.mood.observed()
        self.reading.propose(
            "strength",
            entity,
            None,
            start,
            end,
            self.rule + "; counted people",
            times,
            modality=self.mood.modality,
            quantity=quantity,
            as_of=as_of,
        )

    def _people(self, number: int, unit: Unit) -> None:
        reading = self.reading
        row = reading.row
        counted = unit.detail.number if unit.sort == units.PERSONS else unit.value
        if counted is None:
            if unit.sort == units.PERSONS:
                self._uncounted(unit)
            return
        if unit.sort == units.NUMBER and (counted.measure is not None or not self._bare_count(number, unit)):
            return
        close = self.holder is not None and self.holder_unit is not None
        if unit.sort == units.PERSONS and unit.detail.nations:
            nation = next((n for n in unit.detail.nations if is_state(n)), None)
            entity = reading.entity(unit)
            if nation is None or entity is None:
                return
            self._strength(entity, counted, unit.start, unit.end)
            self.holder, self.holder_unit = entity, unit
            return
        before = row[number - 1] if number else None
        apposed = before is not None and before.text in (",", "(", "-", "–", ":")
        if close and (self._is("of") or self._is("with") or apposed) and self.holder is not None:
            assert self.holder_unit is not None
            self._strength(self.holder, counted, self.holder_unit.start, unit.end)
            return
        counts = self.opening is not None and all(u.sort == units.WORD for u in row[self.opening : number])
        if any(map(self._is, ("of", "from", "by", "for"))) and not counts:
            return
        strong = number + 1 < len(row) and reading.is_in("strong", row[number + 1])
        if unit.sort == units.NUMBER:
            if strong:
                self._strength(self.holder or self.owner, counted, self._begin(unit), row[number + 1].end)
            return
        if self.having or (self.with_having and self._is("with")) or self._subject(unit):
            inside = self._inside_unit(number)
            if inside is not None:
                entity, last = inside
                self._strength(entity, counted, unit.start, last.end)
                self.holder, self.holder_unit = entity, unit
                return
            subject = self._subject(unit)
            entity = reading.entity(unit, self.sender) if subject or self.owner is None else self.owner
            if entity is not None:
                self._strength(entity, counted, self._begin(unit) if not subject else unit.start, unit.end)
                self.holder, self.holder_unit = entity, unit

    def _inside_unit(self, number: int) -> tuple[Entity, Unit] | None:
        """The element in which counted people serve: "240 sailors in the Maritime Task Force"."""
        reading, row = self.reading, self.reading.row
        if (
            number + 2 >= len(row)
            or not reading.is_in("standing", row[number + 1])
            or row[number + 2].sort != units.UNIT
        ):
            return None
        unit = row[number + 2]
        if not (unit.detail.named or unit.detail.determiner == "definite"):
            return None
        entity = reading.discourse.resolve(unit, self.sender)
        return (entity, unit) if entity is not None and entity.sort is Sort.ELEMENT else None

    def _uncounted(self, unit: Unit) -> None:
        if unit.detail.nations or self._subject(unit):
            entity = self.reading.entity(unit)
            if entity is not None:
                self.holder, self.holder_unit = entity, unit

    def _bare_count(self, number: int, unit: Unit) -> bool:
        """Whether a number without a noun counts people: "a team of 14", "Italy (638)", "1,400 strong"."""
        row = self.reading.row
        before = row[number - 1] if number else None
        after = row[number + 1] if number + 1 < len(row) else None
        if after is not None and self.reading.is_in("strong", after):
            return True
        if before is not None and self.reading.is_in("of", before):
            return after is None or after.sort in (units.SIGN, units.WORD, units.PLACE, units.TIME)
        if before is not None and before.text == "(" and after is not None and after.text == ")":
            return not self._listed_nation(number)
        return False

    def _listed_nation(self, number: int) -> bool:
        row = self.reading.row
        return number >= 2 and row[number - 2].sort == units.ACTOR

    # --- equipment ----------------------------------------------------------------------------

    def _asset(self, number: int, unit: Unit) -> None:
        reading, phrase = self.reading, unit.detail
        if not isinstance(phrase, Phrase):
            return
        discourse, words = reading.discourse, reading.words
        if phrase.determiner in ("definite", "third person") and phrase.number is None and not phrase.nations:
            known = discourse.resolve(unit)
            if known is not None:
                self.holder, self.holder_unit = known, unit
                return
            if phrase.determiner == "third person" and phrase.number is None:
                return
        nation = next((n for n in phrase.nations if discourse.contributes(discourse.operation, n)), None)
        of_contribution = (
            self._is("of") and self.holder_unit is not None and self.holder_unit.sort == units.CONTRIBUTION
        )
        governed = not of_contribution and any(map(self._is, ("of", "from", "by", "under")))
        given = self.having and self.owner is not None and self.holder is not None
        to_operation = given and self.holder is not None and self.holder.sort is Sort.OPERATION
        with_ = (self._is("with") or self.inside) and self.holder is not None and not to_operation
        if nation is not None:
            owner = discourse.a_contribution(nation)
        elif (with_ or of_contribution) and self.holder is not None:
            owner = self.holder
        elif self.having or (self.with_having and self._is("with")):
            owner = self.owner
        elif self._subject(unit):
            owner = discourse.resolve(unit) or discourse.focus or discourse.ours
            if phrase.number is None and not reading.listed:
                return
        else:
            return
        if owner is None or (governed and nation is None):
            return
        if owner.sort is Sort.ACTOR:
            owner = reading.discourse.a_contribution(owner.name)
        name = singular(reading.text[phrase.name_start : phrase.name_end], bool(words.grammar["compounds"]))
        tail = " ".join(u.low for u in reading.row[number + 1 : number + 5])
        role = "reserve" if any(word in tail for word in words.sets["reserve"]) else None
        more = self._more_in_reserve(number)
        if more is not None:
            role = None
        times, as_of = self.mood.observed()
        start = self._begin(unit) if phrase.number is None and self.start is not None else unit.start
        reading.propose(
            "asset",
            owner,
            name,
            start,
            unit.end,
            self.rule + "; equipment",
            times,
            modality=self.mood.modality,
            quantity=quantity_of(phrase.number, None),
            role=role,
            as_of=as_of,
        )
        if owner is not None:
            for word in {phrase.head.lemma.casefold(), name.split()[-1].casefold(), unit.text.split()[-1].casefold()}:
                discourse.equipment[word] = owner
        if more is not None:
            reading.propose(
                "asset",
                owner,
                name,
                unit.start,
                more[1],
                self.rule + "; equipment in reserve",
                times,
                modality=self.mood.modality,
                quantity=quantity_of(more[0].value, None),
                role="reserve",
                as_of=as_of,
            )

    def _ship_type(self, unit: Unit, ship: Entity, printed: str) -> None:
        """A named ship is also equipment of its type."""
        owner = self.reading.discourse.a_contribution(ship.nation, ship.operation)
        times, as_of = self.mood.observed()
        name = singular(printed, bool(self.reading.words.grammar["compounds"]))
        self.reading.propose(
            "asset",
            owner,
            name,
            unit.start,
            unit.end,
            self.rule + "; a ship's type",
            times,
            modality=self.mood.modality,
            as_of=as_of,
        )
        self.reading.discourse.equipment[name.split()[-1].casefold()] = ship

    def _more_in_reserve(self, number: int) -> tuple[Unit, int] | None:
        """A second number of the same equipment: "two helicopters and two more in reserve"."""
        reading = self.reading
        row = reading.row
        for at in range(number + 1, min(len(row), number + 1 + _NUMBER_REACH)):
            if row[at].sort == units.NUMBER:
                tail = row[at + 1 : at + 6]
                held = next((u for u in tail if reading.is_in("reserve", u)), None)
                if held is not None and not any(u.sort in (units.ASSET, units.UNIT) for u in tail[:2]):
                    return row[at], held.end
                return None
        return None

    # --- countries and places -----------------------------------------------------------------

    def _countries(self, number: int, unit: Unit) -> None:
        reading = self.reading
        if unit.detail.number is None:
            return
        row = reading.row
        near = [u for u in row[:number] if u.sort in (units.OPERATION, units.ANAPHOR)]
        after = row[number + 1] if number + 1 < len(row) else None
        entity = reading.discourse.operation
        if after is not None and after.sort == units.OPERATION:
            entity = reading.discourse.resolve(after)
        elif near:
            entity = reading.discourse.resolve(near[-1])
        if entity is None or entity.sort is not Sort.OPERATION:
            return
        reading.propose(
            "membership",
            entity,
            None,
            unit.start,
            unit.end,
            self.rule + "; countries counted",
            modality=self.mood.modality,
            quantity=quantity_of(unit.detail.number, "countries"),
        )

    def _place(self, number: int, unit: Unit) -> None:
        reading = self.reading
        row = reading.row
        before = row[number - 1] if number else None
        if self._says_where(number):
            return
        listed = self._as_well_as(number) or (
            before is not None
            and number >= 2
            and is_place(row[number - 2])
            and (before.text == "," or reading.is_in("conjunctions_and", before))
        )
        apposed = (
            before is not None
            and before.text in (",", "(")
            and number >= 2
            and row[number - 2] is self.holder_unit
            and self.holder is not None
            and (self.holder.sort is Sort.OPERATION or reading.listed or unit.detail == "marked")
        )
        holder = self.holder
        if holder is None or not holder.is_part() or not self.placing:
            return
        if holder.sort is Sort.OPERATION and self.holder_unit is not None:
            return  # where an operation works is read by ``attributes``
        if (listed and self.placed) or apposed:
            pass
        elif not self._is("standing") and not (self._is("from") and self.from_base and unit.sort == units.PLACE):
            return
        elif self.placed and not listed and self._recently_placed(number):
            return  # "at Ali al Salem Air Base in Kuwait": the base comes before the country
        role = role_of(reading, unit, self.preposition)
        self.placed.add(id(unit))
        start = self.holder_unit.start if self.holder_unit is not None else self._begin(unit)
        if self.start is not None and (self.holder_unit is None or self.holder is self.owner):
            start = min(start, self.start)
        times, as_of = self.mood.observed()
        reading.propose(
            "location",
            holder,
            place_name(unit),
            start,
            unit.end,
            self.rule + "; where",
            times,
            modality=self.mood.modality,
            role=role,
            as_of=as_of,
        )

    def _as_well_as(self, number: int) -> bool:
        """Whether a joining phrase of several words stands between two places: "Syria as well as Iraq"."""
        row = self.reading.row
        for phrase in self.reading.words.phrases["conjunctions_and"]:
            start = number - len(phrase)
            if start > 0 and is_place(row[start - 1]) and tuple(u.low for u in row[start:number]) == phrase:
                return True
        return False

    def _says_where(self, number: int) -> bool:
        """Whether a state only says where the place before it is: "Dakar, Senegal", not "Gao, Menaka and Kidal"."""
        row = self.reading.row
        if number < 2 or row[number - 1].text != "," or row[number].sort != units.ACTOR or row[number].detail != "name":
            return False
        return row[number - 2].sort == units.PLACE

    def _recently_placed(self, number: int) -> bool:
        """Whether a place stands just before, so that this one only says where that one is."""
        for unit in reversed(self.reading.row[max(0, number - 4) : number]):
            if is_place(unit):
                return id(unit) in self.placed
        return False


def _without_head(name: str) -> str:
    return " ".join(name.split()[:-1])


def singular(name: str, listed: bool) -> str:
    """The singular of a printed noun phrase of equipment (the rules of English; other languages as printed)."""
    name = clean_name(name)
    if listed:
        return name
    if name.endswith("ies") and len(name) > 5:
        return name[:-3] + "y"
    if name.endswith("s") and not name.endswith(("ss", "us")):
        return name[:-1]
    return name
