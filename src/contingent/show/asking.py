"""What a question is asked of: the claims of the register that can matter to it, and the decisions on them.

The law of this module: every command that asks goes through here, so that none of them forgets a decision.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from contingent.ask import touching
from contingent.catalogue import Catalogue
from contingent.decision import Decision, rulings
from contingent.fact import Evidence, Mention
from contingent.register import View
from contingent.resolve.deciding import decided
from contingent.show.terminal import waiting


@dataclass(frozen=True, slots=True)
class Held:
    """What a register holds that can matter to a question: ``resolve`` makes facts of the two."""

    evidence: tuple[Evidence, ...]
    decisions: tuple[Decision, ...]


def held(register_path: Path, whats: Iterable[str], catalogue: Catalogue, entered: date | None = None) -> Held:
    """What the register holds about things named ``whats``, by the end of the day ``entered`` if that is given.

    All claims are given where none of the names is known, or all claims about them are rejected: a name that nothing
    bears is compared with all names, to offer the nearest.
    """
    with waiting("Reading the register …"), View(register_path, entered) as view:
        decisions = view.decisions()
        ruled = rulings(decisions)
        about: list[frozenset[Mention]] = [touching(view.mentions(), what, catalogue, ruled) for what in whats]
        if all(about):
            evidence = tuple(decided(view.claims_mentioning(frozenset().union(*about)), decisions))
            if evidence:
                return Held(evidence, decisions)
        return Held(tuple(view.claims()), decisions)
