"""``contingent changes``: what a page said and no longer says, and how any two documents differ."""

from __future__ import annotations

import sys
from datetime import date
from itertools import pairwise
from pathlib import Path

from contingent.ask.changes import changes
from contingent.catalogue import load
from contingent.errors import UsageError
from contingent.register import Version, View
from contingent.show.changes import Step, render, version_words
from contingent.show.decision_words import SHORT
from contingent.show.naming import versions_named
from contingent.show.terminal import clean, print_error, print_plain, room


def show_changes(
    what: str,
    other: str | None,
    numbers: tuple[int, int] | None,
    register_path: Path,
    entered: date | None,
    form: str,
    *,
    every: bool,
) -> None:
    """Print what changed between two versions of a page, or from one document to another.

    ``what`` and ``other`` name documents by address, path or name. Without ``other``, the versions ``numbers`` of its
    page are compared, or each version with the one before (``every``), or the last two; of what the register held by
    the day ``entered`` if that is given.
    """
    if other is not None and (numbers or every):
        raise UsageError("--versions and --all choose among the versions of one page; leave out the second document.")
    with View(register_path, entered) as view:
        if other is not None:
            pairs = [(versions_named(view, what)[-1], versions_named(view, other)[-1])]
        else:
            versions = versions_named(view, what)
            if versions[-1].address is not None:
                # A document's own name stands for the page that it is a version of.
                versions = view.versions(versions[-1].address) or versions
            pairs = _pairs(versions, numbers, every=every)
        steps = [step_between(view, earlier, later) for earlier, later in pairs]
    if not steps:
        (only,) = versions
        where = clean(only.address or f"Document {only.document_id[:SHORT]}")
        line = f"{where} has one version ({version_words(only)}); there is nothing to compare it with yet."
        (print_plain if form == "table" else print_error)(line)
        if form == "table":
            return
    sys.stdout.write(render(steps, form, *room()))


def _pairs(
    versions: tuple[Version, ...], numbers: tuple[int, int] | None, *, every: bool
) -> list[tuple[Version, Version]]:
    """The versions to compare; none where a page has only one. Raises ``UsageError`` for numbers that it has not."""
    if numbers is None:
        steps = list(pairwise(versions))
        return steps if every else steps[-1:]
    by_number = {version.number: version for version in versions}
    for number in numbers:
        if number not in by_number:
            raise UsageError(f"--versions: there is no version {number}; the page has versions 1 to {len(versions)}.")
    return [(by_number[numbers[0]], by_number[numbers[1]])]


def step_between(view: View, earlier: Version, later: Version) -> Step:
    """What changed from one version to another, by the decisions that count now."""
    found = changes(
        view.claims(earlier.document_id),
        view.claims(later.document_id),
        load(),
        later_text=view.text_of(later.document_id),
        earlier_text=view.text_of(earlier.document_id),
        decisions=view.decisions(),
    )
    return Step(earlier, later, found)
