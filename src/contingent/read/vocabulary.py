"""The words of one language and the names of the catalogue, arranged for looking up.

All words come from the language pack's tables (``grammar``, ``units``, ``verbs``, ``labels``) and from the
catalogue; ``noun_table`` and ``verb_table`` make the inflected forms, and this module indexes all of them.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from contingent import catalogue
from contingent.catalogue.equipment import EquipmentFinder
from contingent.lang import LanguagePack
from contingent.read.names import Name, Names
from contingent.read.noun_table import SHORTEST_ENDING, Head, all_forms, first_forms, heads_of, indefinite_forms
from contingent.read.units import SILENT
from contingent.read.verb_table import DOUBT, Frame, VerbForm, frames_by_verb, may_part, verb_forms

TOKEN = re.compile(r"\w+(?:[-'’/.]\w+)*|[^\w\s]")
"""Words with inner hyphens, apostrophes, slashes and points are one token; any other sign is its own."""


_SMALL = (
    "prepositions",
    "definite",
    "indefinite",
    "adverbs",
    "conjunctions_and",
    "conjunctions_subordinate",
    "negations",
    "relatives",
    "possessive_first",
)
_CLOSED = (*_SMALL, "possessive_third")
_PRONOUNS = ("pronouns_thing", "pronouns_things", "pronouns_person", "pronouns_first")
_FINITE = ("be.present", "be.past", "have.present", "have.past")
_MODALS = ("modals.future", "modals.permission", "modals.obligation")
_STOPPING = (*_SMALL, *_PRONOUNS, *_FINITE, *_MODALS)
_VERB_MARKS = (*_FINITE, *_MODALS, "become.present", "become.past", "do.present", "do.past", "infinitive")

_SHORTEST_STEM = 3
"""How many letters stand before the last noun of a compound, at the least."""

_OPENERS = (
    *("definite", "indefinite", "possessive_first", "possessive_third", "pronouns_thing", "pronouns_things"),
    *("pronouns_person", "pronouns_first", "prepositions", "adverbs", "conjunctions_and", "conjunctions_subordinate"),
)


@dataclass
class Vocabulary:
    """Everything the reader looks up for one language. Made once by ``vocabulary``; never changed afterwards."""

    pack: LanguagePack
    grammar: dict[str, Any]
    labels: dict[str, Any]
    equipment: EquipmentFinder
    heads: dict[str, Head] = field(default_factory=dict)
    endings: dict[str, Head] = field(default_factory=dict)
    """In languages that write compounds together: the endings of words that make them a head."""
    longest_ending: int = 0
    doubtful: frozenset[str] = frozenset()
    """Forms that are verbs only before the words of a frame: "så dagens lys"."""
    verbs: dict[str, tuple[VerbForm, ...]] = field(default_factory=dict)
    participles: dict[str, str] = field(default_factory=dict)
    """The participle of each verb."""
    frames: dict[str, tuple[Frame, ...]] = field(default_factory=dict)
    framed: dict[tuple[str, str], list[Frame]] = field(default_factory=dict)
    """Frames by their verb and the first word behind it ("" for none), the longest first."""
    loose_frames: dict[str, tuple[Frame, ...]] = field(default_factory=dict)
    """Frames of several words, which others may part ("keep the task force supplied")."""
    small_frames: dict[str, tuple[Frame, ...]] = field(default_factory=dict)
    """Frames with a word that others are matched over: "er hjemme", "beteiligt sich an"."""
    abbreviations: frozenset[str] = frozenset()
    """Words whose full stop ends no sentence. Case matters."""
    openers: frozenset[str] = frozenset()
    """The small words with which a sentence may begin."""
    skipped: frozenset[str] = frozenset()
    """Articles, describing adjectives and adverbs that are no prepositions, over which frames are matched."""
    auxiliaries: tuple[str, ...] = ()
    """The verbs with which the language makes its passive."""
    names: Names = field(default_factory=Names)
    two_forms: frozenset[str] = frozenset()
    """Names of states, in lower case, that are adjectives as well: "UK", "U.S."."""
    categories: frozenset[str] = frozenset()
    empty: frozenset[str] = frozenset()
    operation_units: tuple[str, ...] = ()
    named_heads: frozenset[str] = frozenset()
    contributions: tuple[str, ...] = ()
    """Nouns of contributions, in their dictionary form."""
    not_units: frozenset[str] = frozenset()
    """Words that end as a head does and mean something else: "forhold"."""
    not_elements: tuple[str, ...] = ()
    """Words in the name of an office that speaks for a force."""
    naming_contributions: frozenset[str] = frozenset()
    """Nouns of a contribution that name an element when a word says of what sort."""
    led: frozenset[str] = frozenset()
    """Words that say behind a nation that it leads: "britisk | ledet"."""
    headquarters: frozenset[str] = frozenset()
    shared_names: frozenset[str] = frozenset()
    """Names that the armed forces of several states bear, in lower case: "defence forces"."""
    ship_prefixes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The states whose ships bear a prefix."""
    indefinite: dict[str, str] = field(default_factory=dict)
    """The indefinite form of each definite form of a noun, in languages that put the article at the end."""
    sets: dict[str, frozenset[str]] = field(default_factory=dict)
    """The closed word classes of the grammar, by name."""
    phrases: dict[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    """The members of the classes that have more than one word."""
    place_names: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()
    """The small words that are no noun, verb or pronoun."""
    stopping: frozenset[str] = frozenset()
    """The words that never describe a noun."""
    verb_marks: frozenset[str] = frozenset()
    """Modals, auxiliaries and what marks an infinitive."""
    long_heads: frozenset[str] = frozenset()
    """The first words of heads of several words."""

    def head(self, low: str) -> Head | None:
        """The head noun that a word in lower case is, by itself or as the end of a compound."""
        found = self.heads.get(low)
        if found is None and self.endings and low not in self.not_units:
            # The longest ending first: "kirurgholdet" by "holdet", not by "et".
            longest = min(len(low) - _SHORTEST_STEM, self.longest_ending)
            for length in range(longest, SHORTEST_ENDING - 1, -1):
                head = self.endings.get(low[-length:])
                if head is not None:
                    stem = low[:-length] + head.lemma
                    return Head(stem, "unit" if head.sort == "contribution" else head.sort, head.plural, head.definite)
        return found

    def bears_numbers(self, lemma: str) -> bool:
        """Whether units of a noun have numbers for names: "7 Division", "27. bjergjægerbataljon"."""
        endings = tuple(self.named_heads) if self.grammar["compounds"] else ()
        return lemma in self.named_heads or lemma.endswith(endings)

    def base_form(self, word: str) -> str:
        """A noun without the article at its end: "kirurgholdet" is "kirurghold"; any other word as it is."""
        low = word.lower()
        for length in range(len(low), SHORTEST_ENDING - 1, -1):
            form = self.indefinite.get(low[-length:])
            if form is not None:
                return word[: len(word) - length] + form if length < len(low) else form
        return word

    def frames_of(self, lemma: str, first: str) -> list[Frame]:
        """The frames of a verb whose first word behind it is ``first``."""
        return self.framed.get((lemma, first), [])

    def moves_itself(self, lemma: str) -> bool:
        """Whether a verb only says that its subject comes or goes: "arrive", but not "deploy"."""
        sorts = {frame.sort for frame in self.frames_of(lemma, "")}
        return bool(sorts) and sorts <= {"arrive", "return"}

    def is_in(self, name: str, low: str) -> bool:
        """Whether a word belongs to a word class of the grammar."""
        return low in self.sets.get(name, frozenset())


def _words(text: str) -> tuple[str, ...]:
    """The tokens of a name in lower case; most names have no sign, and are parted by their spaces alone."""
    if text.replace(" ", "").isalnum():
        return tuple(text.lower().split())
    return tuple(match.group().lower() for match in TOKEN.finditer(text))


@functools.cache
def vocabulary(pack: LanguagePack) -> Vocabulary:
    """The vocabulary of a language. Raises ``DataError`` if the pack lacks a table."""
    grammar, units, verbs = pack.table("grammar"), pack.table("units"), pack.table("verbs")
    known = catalogue.load()
    finder = EquipmentFinder(known, pack.code, compounds=bool(grammar["compounds"]))
    made = Vocabulary(pack, grammar, pack.table("labels"), finder)
    for name, value in grammar.items():
        if isinstance(value, list):
            made.sets[name] = frozenset(value)
            made.phrases[name] = tuple(_words(v) for v in value if " " in v)
        elif isinstance(value, dict):
            for tense, forms in value.items():
                made.sets[f"{name}.{tense}"] = frozenset(forms)
    made.closed = _union(made.sets, _CLOSED)
    made.stopping = _union(made.sets, _STOPPING)
    made.verb_marks = _union(made.sets, _VERB_MARKS)
    for name, rows in verbs["tasks"].items():
        made.sets[f"tasks.{name}"] = frozenset(rows)
    made.heads, made.endings = heads_of(units, bool(grammar["compounds"]))
    made.long_heads = frozenset(form.split(" ", 1)[0] for form in made.heads if " " in form)
    made.longest_ending = max(map(len, made.endings), default=0)
    made.categories = frozenset(first_forms(units["categories"]))
    made.empty = frozenset(first_forms(units["empty"])) | frozenset(all_forms(units["empty"]))
    made.operation_units = tuple(first_forms(units["operation_units"]))
    made.contributions = tuple(head.lemma for head in set(made.heads.values()) if head.sort == "contribution")
    made.named_heads = frozenset(all_forms(units["named_heads"]))
    made.not_units = frozenset(units["not_units"])
    made.not_elements = tuple(units["not_elements"])
    made.naming_contributions = frozenset(units["naming_contributions"])
    made.led = frozenset(word for word in (*units["led"], *units["led_apart"]) if word.isalpha())
    made.headquarters = frozenset(form for row in units["headquarters"] for form in (row, row.lower()))
    made.ship_prefixes = known.ship_prefixes
    made.indefinite = indefinite_forms(units) if grammar["compounds"] else {}
    posts = pack.table("postings")["verbs"]
    made.verbs = verb_forms(verbs, posts, bool(grammar["compounds"]))
    for text, each in made.verbs.items():
        made.participles.update({form.lemma: text for form in each if form.tense == "participle"})
    given = (form for forms in verbs["forms"].values() for form in forms.split())
    made.doubtful = frozenset(form.removesuffix(DOUBT) for form in given if form.endswith(DOUBT))
    made.frames = frames_by_verb(verbs, pack.code, made.sets)
    adverbs = made.sets["adverbs"] - made.sets["prepositions"]
    made.abbreviations = frozenset(grammar["sentence"]["abbreviations"])
    made.openers = frozenset(word for name in _OPENERS for word in made.sets[name])
    describing = made.sets["evaluative.words"]
    made.skipped = made.sets["definite"] | made.sets["indefinite"] | describing | adverbs | {SILENT}
    made.auxiliaries = tuple(low for table in ("be", "become") for low in grammar.get(table, {}).get("infinitive", ()))
    for lemma, rows in made.frames.items():
        for frame in rows:
            made.framed.setdefault((lemma, frame.words[0] if frame.words else ""), []).append(frame)
        small = tuple(frame for frame in rows if not made.skipped.isdisjoint(frame.words))
        if small:
            made.small_frames[lemma] = small
        made.loose_frames[lemma] = tuple(frame for frame in rows if may_part(frame, made.verbs, made.sets["particles"]))
    made.names = _names(pack.code, grammar["state"] or None)
    made.two_forms = _two_forms(pack.code)
    made.shared_names = frozenset(
        name.name.lower() for name in catalogue.load().actor_names if name.ambiguous and name.form == "armed forces"
    )
    made.place_names = catalogue.place_names()
    return made


def _union(sets: dict[str, frozenset[str]], names: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*(sets.get(name, ()) for name in names))


def _two_forms(code: str) -> frozenset[str]:
    """The names of states in a language that are adjectives as well."""
    named = [name for name in catalogue.load().actor_names if name.language == code and not name.ambiguous]
    adjectives = {name.name.lower() for name in named if name.form == "adjective"}
    return frozenset(adjectives & {name.name.lower() for name in named if name.form == "name"})


def _names(code: str, state: str | None) -> Names:
    """The catalogue's names in this language and in all languages.

    "The government" is that of ``state``, if texts in this language mean one state where they name none.
    """
    known = catalogue.load()
    names = Names()
    for operation in known.operation_names:
        # An ambiguous name or an abbreviation that is a plain word is left to the document's own introduction.
        if not (operation.ambiguous and operation.form == "description"):
            names.add(_words(operation.name), Name("operation", operation.operation, operation.form))
    for language in (code, catalogue.ANY_LANGUAGE, "en"):
        for actor in known.actor_names:
            ours = (actor.form, actor.actor) == ("authority", state)
            told = not actor.ambiguous or actor.form in ("armed forces", "unit") or ours
            if actor.language == language and told:
                names.add(_words(actor.name), Name("actor", actor.actor, actor.form))
    return names
