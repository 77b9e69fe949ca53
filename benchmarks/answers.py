"""How long ``contingent show`` takes from the call to its end in a register of 50,000 claims; medians of five.

The register holds pages about a hundred operations of the catalogue, each with thirty contributions; the actor asked
for takes part in every tenth. The ceiling is 1 s; ends with code 1 above it.
"""

from __future__ import annotations

import hashlib
import random
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from benchmarks.parts.program import seconds
from contingent.catalogue import load
from contingent.claim import CitedClaim, Claim, Quantity
from contingent.document import Document
from contingent.reading import Reading, Source
from contingent.register import Register

DOCUMENTS, CLAIMS_EACH = 1_000, 50
OPERATIONS, CONTRIBUTIONS = 100, 30
CEILING = 1.0
FIRST_DAY = date(2015, 1, 1)
SERVICES = ("Transport", "Medical", "Signals", "Engineer", "Training", "Escort", "Guard", "Air Defence")
SURNAMES = ("Berg", "Dahl", "Fors", "Holm", "Lind")


def statements(operation: str, actors: list[str], chance: random.Random) -> Iterator[Claim]:
    """The claims of one page about an operation: who heads it, and what some nations send."""
    yield Claim("existence", f"@{operation}", start="2014", quote="since 2014")
    person = f"Alex {chance.choice(SURNAMES)} {operation.split()[-1].capitalize()}"
    yield Claim("posting", person, f"@{operation}", title="Commander", rank="Major General", quote=person)
    while True:
        contribution = f"{chance.choice(actors)}@{operation}"
        actor, count = contribution.partition("@")[0], chance.randrange(5, 900)
        element = f"{contribution}/{chance.choice(SERVICES)} Company"
        persons = Quantity(count, count, unit="persons")
        yield Claim("participation", actor, f"@{operation}", quote=f"{actor} takes part")
        yield Claim("strength", contribution, quantity=persons, quote=f"{count} soldiers of {actor}")
        yield Claim("element", element, contribution, quote="A company")
        yield Claim("location", element, f"Camp {operation}", role="base", quote="at the camp")
        yield Claim("task", element, "supports the force", quote="supports the force")
        yield Claim("asset", element, "helicopter", quantity=Quantity(2, 2), quote="two helicopters")


def reading(number: int, operation: str, actors: list[str], chance: random.Random) -> Reading:
    """A document about one operation with ``CLAIMS_EACH`` claims."""
    claims = [claim for claim, _ in zip(statements(operation, actors, chance), range(CLAIMS_EACH), strict=False)]
    text = f"Page {number}\n" + "\n".join(claim.quote for claim in claims)
    published = FIRST_DAY + timedelta(days=number * 3)
    document = Document(
        text, (), hashlib.sha256(text.encode()).hexdigest(), "text/plain", language="en",
        publisher=f"Ministry {number % 40}", published=published.isoformat(), published_from="metadata",
    )  # fmt: skip
    cited, place = [], text.index("\n") + 1
    for claim in claims:
        cited.append(CitedClaim(claim, document.quote(place, place + len(claim.quote))))
        place += len(claim.quote) + 1
    return Reading(Source(text.encode(), f"page{number}.txt"), document, tuple(cited), "benchmark")


def fill(path: Path) -> None:
    """Write the register; the same each time."""
    chance, catalogue = random.Random(1), load()
    operations = ["NATO Mission Iraq", *sorted(catalogue.operations)[: OPERATIONS - 1]]
    states = [code for code, actor in sorted(catalogue.actors.items()) if actor.kind == "state" and code != "DNK"]
    actors = {each: chance.sample(states, CONTRIBUTIONS) for each in operations}
    for each in operations[::10]:
        actors[each][0] = "DNK"
    with Register(path) as register:
        for number in range(DOCUMENTS):
            operation = operations[number % len(operations)]
            register.keep(reading(number, operation, actors[operation], chance))


def main() -> int:
    slow = False
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "contingent.db"
        fill(path)
        for kind, name in (
            ("an operation", "NMI"),
            ("a person", "Alex Berg Iraq"),
            ("a place", "Camp NATO Mission Iraq"),
            ("an actor", "Danmark"),
        ):
            taken = seconds("show", name, "--on", "2020-06-01", "--register", str(path)).clock
            slow |= taken > CEILING
            claims = DOCUMENTS * CLAIMS_EACH
            print(f"answers: contingent show for {kind}, {claims:,} claims: {taken:.2f} s (ceiling {CEILING} s)")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
