"""Who is meant: what a name, noun phrase or pronoun refers to, given what the document has spoken of so far.

The reading goes through the document in order. Headings, lead-ins and sentences introduce entities; short
forms, abbreviations, "the mission", "the team", "it" and "we" are looked up here.
"""

from __future__ import annotations

from dataclasses import replace

from contingent import catalogue
from contingent.read import units
from contingent.read.entities import Entity, Sort
from contingent.read.equipment_phrases import is_vessel
from contingent.read.named_actors import is_state
from contingent.read.names_of_elements import clean_name, key, last_word
from contingent.read.phrase import Phrase
from contingent.read.spoken_of import MOST_REMEMBERED, SpokenOf
from contingent.read.units import Unit


class Discourse(SpokenOf):
    """What is spoken of at the present point of the document, and what expressions there refer to."""

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
        if unit.start in self.equated:
            return self.equated[unit.start]
        if unit.sort == units.ASSET:
            known = self.equipment.get(phrase.head.lemma.casefold()) or self.equipment.get(last_word(unit.text))
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
        if unit.sort == units.PERSONS and len(senders) > 1 and phrase.number is None:
            for state in senders:
                self.a_contribution(state, operation)
            return operation  # "soldiers from Austria, Hungary and Turkey": no one state's
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
        return next((e for e in reversed(self.recent[-MOST_REMEMBERED:]) if e.head == "ship"), None)

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
            plural = unit.low in sets["pronouns_things"] or unit.low in sets["possessive_plural"]
            return self._agreeing(plural) or self.focus or (self.recent[-1] if self.recent else None)
        return None

    def _agreeing(self, plural: bool) -> Entity | None:
        """The last subject or, where that is one and the word means several, the subject around it.

        "The doctors join a detachment, which is in Sarajevo. Their job is …" is about the doctors.
        """
        last, around = self.last_subject, self.main_subject
        parts = last is not None and around is not None and last.sort is around.sort is Sort.ELEMENT
        if plural and parts and last is not None and around is not None and around.plural and not last.plural:
            return around
        return last

    def _operation_spoken_of(self, phrase: Phrase, unit: Unit, operation: Entity | None) -> Entity | None:
        """ "The mission", "the force": an element of that name if one is under discussion, else the operation."""
        if self.focus is not None and self.focus.sort is Sort.ELEMENT and self.focus.head == phrase.head.lemma:
            return self.focus
        words = phrase.head.lemma.split()
        if phrase.head.plural and phrase.determiner is None and words[-1] not in self.annotated.words.sets["forces"]:
            return None  # "France launched military operations": not the one spoken of
        for entity in reversed(self.recent[-MOST_REMEMBERED:]):
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
            if last is not None and last.operation is operation and self.can_mean(last, phrase.head.lemma):
                return last
        nation = nation or self.provider or self.only_contributor(operation)
        if nation is None and phrase.determiner == "definite":
            nation = self.state_of_readers()
        return self.a_contribution(nation, operation)

    def _persons(self, phrase: Phrase, nation: str | None, operation: Entity | None) -> Entity | None:
        if nation is not None:
            return self.a_contribution(nation, operation)
        if phrase.determiner == "third person":
            return self.last_subject or self.focus
        if phrase.determiner == "first person":
            return self.ours
        if phrase.operation is not None and operation is not self.operation:
            return self.a_contribution(self.provider, operation) or operation
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
        if name.lower() in words.sets["services"] and not phrase.head.definite:
            return self.a_contribution(nation or self.home, operation)
        if lemma in words.sets["crews"] and phrase.determiner in ("definite", "third person") and self.last_ship:
            return self.last_ship
        bare = not phrase.modified and not phrase.named
        fresh = phrase.determiner == "indefinite" and not phrase.named
        of_operation = phrase.head.sort == "operation" and lemma not in words.sets["forces"]
        given = sender is not None and phrase.modified  # "Canada contributes a Land Task Force"
        if of_operation and nation is None and phrase.determiner == "indefinite" and not given:
            return operation  # "UNIFIL is a force that patrols …": the operation spoken of
        force = phrase.head.lemma in words.sets["forces"] and not phrase.named
        if force and nation is not None:
            return self.a_contribution(nation, operation)  # "the Danish force in KFOR": what Denmark has there
        general = phrase.determiner is None and not phrase.named and phrase.head.plural
        known = self.called_before(
            name, phrase, nation or (sender if fresh or general else None) or None, operation, fresh
        )
        if known is not None:
            self.mention(known)
            return known
        taken_up = self._taken_up(phrase, name, operation) if nation is None else None
        if taken_up is not None:
            self.mention(taken_up)
            return taken_up
        if force and phrase.determiner != "indefinite" and phrase.number is None and words.grammar["compounds"]:
            return operation  # "the whole force", "Fordoblet styrke"
        given = general and sender is not None  # "lend observers": their own, not those spoken of before
        if bare and not fresh and not given and nation is None and phrase.number is None:
            found = self.last_called(lemma)
            if found is not None and lemma in words.headquarters and found.operation is not operation:
                found = None  # each operation has one of its own
            if found is not None:
                self.mention(found)
                return found
            known_by_article = lemma not in words.headquarters and lemma not in words.sets["rotations"]
            if phrase.determiner is not None and lemma in words.empty and known_by_article:
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
        nobody = shared or (whole and not at_home) or sender == ""
        ours = nation or sender or (None if nobody else self.provider)
        given = phrase.determiner == "definite" and any(lemma.endswith(n) for n in words.contributions)
        given = given or (phrase.named and lemma in words.sets["rotations"])
        if (phrase.type is not None or given) and not phrase.nations:
            # "The frigate Absalon", "the helicopter contribution": what is ours needs no nationality.
            ours = ours or self.only_contributor(operation) or self.state_of_readers()
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

    def _taken_up(self, phrase: Phrase, name: str, operation: Entity | None) -> Entity | None:
        """The element that a definite compound alone takes up: "Det danskledede militærpoliti … Militærpolitiet …"."""
        lemma = phrase.head.lemma
        if phrase.determiner != "definite" or phrase.named or phrase.number is not None or name.lower() != lemma:
            return None
        recent = self.recent[-MOST_REMEMBERED:]
        return next((e for e in reversed(recent) if e.head == lemma and e.operation is operation), None)

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
