"""What a page is about, found before its first sentence is read: the state it speaks for, its main operation."""

from __future__ import annotations

import functools
import re
from collections import Counter

from contingent import catalogue
from contingent.document import BlockKind
from contingent.read import units
from contingent.read.annotate import Annotated
from contingent.read.bulletins import reported_spell
from contingent.read.discourse import Discourse
from contingent.read.entities import Entity
from contingent.read.layout import find_layout
from contingent.read.named_actors import actors_in, is_state, operations_in
from contingent.read.phrase import Phrase

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
_OVERVIEW = 3
"""A page on which no operation dominates, and that names so many, goes from one to the next."""
_LEAST_OF_ADDRESS = 4
"""Letters of an abbreviation in an address, at the least."""
_WORD_OF_NAME = re.compile(r"[^\W_]+")
_EARLY = 4
"""Among how many first sentences a name stands that a page gives once, and speaks of from its beginning on."""
_FORM_WEIGHTS = {"armed forces": 3, "unit": 3, "adjective": 2, "people": 2, "authority": 3}


def begin(annotated: Annotated) -> Discourse:
    """The discourse at the start of a document: the state it speaks for and its main operation."""
    discourse = Discourse(annotated, find_layout(annotated), spell=reported_spell(annotated))
    named_in = [[name for unit in s.units for name in operations_in(unit)] for s in annotated.sentences]
    discourse.main = _main_operation(discourse, named_in)
    discourse.operation = discourse.main if _is_announced(discourse, named_in) else None
    publisher = _publisher(annotated.document.publisher or "")
    if publisher is not None:
        discourse.home = publisher.code if publisher.kind != "organisation" else None
    else:
        discourse.home = _state_spoken_for(annotated, named_in)
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


def _main_operation(discourse: Discourse, named_in: list[list[str]]) -> Entity | None:
    """The operation that the page is about: named most, in headings above all; of two the one named first."""
    named: Counter[str] = Counter()
    for sentence, operations in zip(discourse.annotated.sentences, named_in, strict=True):
        heading = discourse.annotated.document.blocks[sentence.block].kind is BlockKind.HEADING
        for operation in operations:
            named[operation] += _HEADING_WEIGHT if heading else 1
    if not named:
        discourse.dominated = True
        said = _operation_outside(discourse.annotated)
        return discourse.an_operation(said) if said is not None else None
    name, count = named.most_common(1)[0]
    discourse.spoken_of = frozenset(other for other, times in named.items() if times >= _SPOKEN_OF * count)
    discourse.dominated = count >= _DOMINATING * sum(named.values())
    return discourse.an_operation(name)


def _operation_outside(annotated: Annotated) -> str | None:
    """The operation that the title of a page names whose text names none, or its address: "unmiss.unmissions.org"."""
    names, document = annotated.words.names, annotated.document
    page = document.address if (document.address or "").startswith(("http://", "https://")) else None  # no file's name
    for said in (document.title, page):
        lows = [match.group().lower() for match in _WORD_OF_NAME.finditer(said or "")]
        found = [names.longest_at(lows, at) for at in range(len(lows)) if lows[at] in names.firsts]
        long = said is document.title
        named = {name.value for name, length in filter(None, found) if name.sort == "operation"}
        named -= {
            name.value
            for at, low in enumerate(lows)
            if not long and len(low) < _LEAST_OF_ADDRESS and (name := names.named((low,))) is not None
        }
        if len(named) == 1:
            return str(named.pop())
    return None


def _is_announced(discourse: Discourse, named_in: list[list[str]]) -> bool:
    """Whether what stands before its first name is about the main operation too.

    It is where that is named early or more than once, and where a state that it works in is named early.
    """
    main, sentences = discourse.main, discourse.annotated.sentences
    if main is None:
        return False
    spoken = [number for number, operations in enumerate(named_in) if main.name in operations]
    if not spoken:
        return True  # the title of the page names it
    several = {name for operations in named_in for name in operations}
    discourse.overview = not discourse.dominated and len(several) >= _OVERVIEW
    if spoken[0] < _EARLY or (len(spoken) > 1 and not discourse.overview):
        return True
    if len(spoken) == 1 and any(_is_of_several(discourse, u) for s in sentences[: spoken[0]] for u in s.units):
        return False  # "soldiers take part in several missions"
    known = catalogue.load().operations.get(main.name)
    early = {code for s in sentences[:_EARLY] for u in s.units for code, _ in actors_in(u)}
    return known is not None and not early.isdisjoint(known.hosts)


def _is_of_several(discourse: Discourse, unit: units.Unit) -> bool:
    """Whether a unit speaks of several operations without naming them."""
    phrase = unit.detail
    if unit.sort != units.ANAPHOR or not isinstance(phrase, Phrase) or phrase.determiner is not None:
        return False
    return phrase.head.plural and phrase.head.lemma.split()[-1] not in discourse.annotated.words.sets["forces"]


def _state_spoken_for(annotated: Annotated, named_in: list[list[str]]) -> str | None:
    """The state that most mentions on the page are of: by name, adjective, armed forces or national operation."""
    known = catalogue.load()
    states: Counter[str] = Counter()
    forces: Counter[str] = Counter()
    hosts: set[str] = set()
    acting: set[str] = set()
    for sentence, operations in zip(annotated.sentences, named_in, strict=True):
        for entry in filter(None, map(known.operations.get, operations)):
            hosts.update(host for host in entry.hosts if host != entry.country)
        block = annotated.document.blocks[sentence.block]
        weight = _HEADING_WEIGHT if block.kind is BlockKind.HEADING else 1
        for unit, behind in zip(sentence.units, [*sentence.units[1:], None], strict=True):
            person = behind is not None and behind.sort in (units.PERSON, units.TITLE)
            for code, form in actors_in(unit) if not person else ():  # "US Army General X" is only where he is from
                if is_state(code):
                    states[code] += weight * _FORM_WEIGHTS.get(form, 1)
                    if form in ("armed forces", "unit"):
                        forces[code] += 1
            operation = known.operations.get(unit.value) if unit.sort == units.OPERATION else None
            if operation is not None and operation.country:
                states[operation.country] += _FORM_WEIGHTS["armed forces"]
                acting.add(operation.country)
    for host in hosts - acting:
        states.pop(host, None)
    if not states:
        return None
    code, count = states.most_common(1)[0]
    ours = code in acting or (forces[code] > 1 and len(forces) == 1) or _speaks_as_one(annotated)
    share = _LEAST_SHARE if ours else _LEAST_SHARE_OF_NEWS
    # A page that names one state and no operation is about that state's forces.
    alone = len(states) == 1 and not any(named_in)
    enough = count >= _LEAST_MENTIONS or alone
    return code if enough and count >= share * sum(states.values()) else None


def _speaks_as_one(annotated: Annotated) -> bool:
    """Whether the page says "we" or "our" more than in passing."""
    first = annotated.words.sets["pronouns_first"] | annotated.words.sets["possessive_first"]
    return sum(u.sort == units.WORD and u.low in first for s in annotated.sentences for u in s.units) > 1
