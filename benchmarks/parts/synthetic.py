"""A register as large as a web archive's, made up: a million claims from 50,000 pages about 2,000 operations.

The sizes of operations follow Zipf's law, as those of real ones do: the largest has an eighth of all pages. Pages of
one operation speak of the same nations, elements and posts again and again, with other counts and days. The same
numbers give the same register.

    python -m benchmarks.parts.synthetic FILE [CLAIMS]
"""

from __future__ import annotations

import hashlib
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from contingent.catalogue import load
from contingent.claim import CitedClaim, Claim, Modality, Quantity
from contingent.document import Document
from contingent.reading import Reading, Source
from contingent.register import Register

CLAIMS = 1_000_000
CLAIMS_EACH = 20
OPERATIONS = 2_000
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2021, 12, 31)
SERVICES = (
    "transport company", "field hospital", "signal squadron", "engineer company", "training team", "escort platoon",
    "guard company", "radar unit", "support element", "staff element", "infantry battalion", "reconnaissance troop",
)  # fmt: skip
TASKS = ("protects the camp", "trains local forces", "flies patients", "clears mines", "watches the border")
ASSETS = ("helicopter", "armoured vehicle", "transport aircraft", "drone")
FIRST_NAMES = ("Anna", "Bo", "Carl", "Dora", "Emil", "Freya", "Georg", "Hanne", "Ivan", "Judith", "Karim", "Lars")
SYLLABLES = ("ber", "dal", "fors", "hol", "lin", "mar", "nor", "sten", "vik", "win", "kov", "sen", "ro", "ta")
_BATCH = 500


@dataclass(frozen=True)
class Operation:
    """A made-up operation: its name, who sends what to it, where that is, and who headed it since when."""

    name: str
    elements: tuple[str, ...]
    contributions: tuple[str, ...]
    places: tuple[str, ...]
    heads: tuple[tuple[date, str], ...]


def names_of_operations(number: int) -> list[str]:
    """The catalogue's operations, and as many made-up names as are missing."""
    known = sorted(load().operations)[:number]
    return known + [f"Operation Harbour {n}" for n in range(len(known), number)]


def operation(name: str, pages: int, states: list[str], chance: random.Random) -> Operation:
    """An operation with as much to it as so many pages can speak of."""
    nations = chance.sample(states, min(3 + pages // 60, 50))
    contributions = tuple(f"{nation}@{name}" for nation in nations)
    per_nation = min(1 + pages // 400, 6)
    elements = tuple(f"{sent}/{service}" for sent in contributions for service in chance.sample(SERVICES, per_nation))
    places = tuple(f"Camp {''.join(chance.sample(SYLLABLES, 2)).capitalize()}" for _ in range(3 + per_nation))
    heads, day = [], FIRST_DAY + timedelta(days=chance.randrange(700))
    while day < LAST_DAY:
        surname = "".join(chance.sample(SYLLABLES, 3)).capitalize()
        heads.append((day, f"{chance.choice(FIRST_NAMES)} {surname}"))
        day += timedelta(days=chance.choice((180, 365, 365, 730)))
    return Operation(name, elements, contributions, places, tuple(heads))


def statements(about: Operation, published: date, chance: random.Random) -> Iterator[Claim]:
    """Claims of one page, without end: what it says of the operation, of a nation, and of a nation's elements."""
    year = published.year
    head = max((entry for entry in about.heads if entry[0] <= published), default=about.heads[0])
    yield Claim("posting", head[1], f"@{about.name}", title="Commander", rank="Major General", quote=head[1])
    total = chance.randrange(2_000, 9_000)
    yield Claim("strength", f"@{about.name}", quantity=_persons(total), quote=f"The force counts {total}")
    while True:
        sent = chance.choice(about.contributions)
        actor = sent.partition("@")[0]
        size = 20 + sum(map(ord, sent)) % 700 + chance.randrange(-15, 15)
        start = str(chance.randrange(2000, year + 1)) if chance.random() < 0.3 else None
        yield Claim("participation", actor, f"@{about.name}", start=start, quote=f"{actor} takes part since {start}")
        ceiling = chance.random() < 0.1
        modality = Modality.AUTHORISED if ceiling else Modality.ACTUAL
        persons = Quantity(None, size + 60, unit="persons") if ceiling else _persons(size)
        yield Claim("strength", sent, quantity=persons, modality=modality.value, quote=f"{actor} has {size} people")
        for element in chance.sample([e for e in about.elements if e.startswith(f"{sent}/")], 1):
            yield _element(element, sent, year, chance)
            base = about.places[sum(map(ord, element)) % len(about.places)]
            yield Claim("location", element, base, role="base", quote=f"It is based at {base}")
            task = TASKS[sum(map(ord, element)) % len(TASKS)]
            yield Claim("task", element, task, quote=f"It {task}")
            asset = ASSETS[len(element) % len(ASSETS)]
            count = chance.randrange(2, 6)
            yield Claim("asset", element, asset, quantity=Quantity(count, count), quote=f"with {count} {asset}s")


def _element(element: str, sent: str, year: int, chance: random.Random) -> Claim:
    """That an element is there, is to come, was there, or ends: one in ten each but the first."""
    name = element.rpartition("/")[2]
    dice = chance.random()
    if dice < 0.1:
        return Claim("element", element, sent, modality="planned", start=f"{year + 1}", quote=f"A {name} is to come")
    if dice < 0.15:
        return Claim("element", element, sent, modality="past", end=f"{year - 1}", quote=f"A {name} was there")
    if dice < 0.25:
        return Claim("element", element, sent, end=f"{year + 1}-06", quote=f"A {name} stays until June {year + 1}")
    return Claim("element", element, sent, quote=f"A {name} is there")


def _persons(count: int) -> Quantity:
    return Quantity(count, count, unit="persons")


def reading(number: int, about: Operation, chance: random.Random) -> Reading:
    """A page about an operation with ``CLAIMS_EACH`` claims."""
    published = FIRST_DAY + timedelta(days=chance.randrange((LAST_DAY - FIRST_DAY).days))
    claims = [claim for claim, _ in zip(statements(about, published, chance), range(CLAIMS_EACH), strict=False)]
    text = f"Page {number}\n" + "\n".join(claim.quote for claim in claims)
    data = text.encode()
    document = Document(
        text, (), hashlib.sha256(data).hexdigest(), "text/plain", language="en", title=f"Page {number}",
        publisher=f"Ministry {number % 40}", published=published.isoformat(), published_from="metadata",
    )  # fmt: skip
    cited, place = [], text.index("\n") + 1
    for claim in claims:
        cited.append(CitedClaim(claim, document.quote(place, place + len(claim.quote))))
        place += len(claim.quote) + 1
    return Reading(Source(data, f"page{number}.txt"), document, tuple(cited), "benchmark")


def made_up_world(claims: int, chance: random.Random) -> tuple[list[Operation], list[float]]:
    """The operations that so many claims speak of, the largest first, and the weight of each."""
    pages = claims // CLAIMS_EACH
    number = min(OPERATIONS, pages)
    weights = [1 / rank for rank in range(1, number + 1)]
    states = sorted(code for code, actor in load().actors.items() if actor.kind == "state")
    share = pages / sum(weights)
    sizes = zip(names_of_operations(number), weights, strict=True)
    return [operation(name, round(share * weight), states, chance) for name, weight in sizes], weights


def readings(claims: int = CLAIMS) -> Iterator[Reading]:
    """The pages of the made-up register, in no order of time or operation."""
    chance = random.Random(1)
    world, weights = made_up_world(claims, chance)
    about = [*world, *chance.choices(world, weights, k=claims // CLAIMS_EACH - len(world))]
    for page, each in enumerate(about):
        yield reading(page, each, chance)


def page_about(name: str, claims: int, chance: random.Random) -> Reading:
    """One more page about an operation of the made-up register."""
    world, _ = made_up_world(claims, random.Random(1))
    return reading(claims, next(each for each in world if each.name == name), chance)


def fill(path: Path, claims: int = CLAIMS) -> None:
    """Write the made-up register to ``path``."""
    with Register(path) as register:
        batch: list[Reading] = []
        for each in readings(claims):
            batch.append(each)
            if len(batch) == _BATCH:
                register.keep_all(batch)
                batch = []
        register.keep_all(batch)


def largest_and_middle(claims: int = CLAIMS) -> tuple[str, str]:
    """The names of the operation with the most pages and of one in the middle of the order of size."""
    names = names_of_operations(min(OPERATIONS, claims // CLAIMS_EACH))
    return names[0], names[len(names) // 2]


if __name__ == "__main__":
    fill(Path(sys.argv[1]), *map(int, sys.argv[2:3]))
