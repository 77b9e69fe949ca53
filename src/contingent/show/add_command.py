"""``contingent add``: documents into the register, one whole document after the other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

from contingent.gather import STANDARD_INPUT, expand, fetch, is_address
from contingent.reading import Said, Source
from contingent.register import Addition, Outcome, Register, View
from contingent.show.command_line import EXIT_INTERRUPTED
from contingent.show.decision_words import NO_LONGER_READ, SHORT, states
from contingent.show.failures import Failures
from contingent.show.terminal import course, print_error, source_name
from contingent.show.wording import counted


def add_documents(
    names: Sequence[str],
    said: Said,
    register_path: Path,
    take_in: Callable[[Register, Source, Said], Addition] = Register.take_in,
) -> int:
    """Add each named source, and the files of each named folder, to the register. Returns the exit code.

    One line a source goes to standard output when it is in the register; what failed is listed at the end.
    """
    failures = Failures()
    sources: list[str] = []
    for name in names:
        with failures.around(name, counts=False):
            sources.extend(expand(name))
    undated: list[str] = []
    read_again: set[str] = set()
    with Register(register_path) as register, course(len(sources)) as progress:
        try:
            for name in sources:
                progress.begin(name)
                with failures.around(name):
                    addition = take_in(register, _source(register, name), said)
                    progress.tell(_line(name, addition))
                    if addition.published is None:
                        undated.append(name)
                    if addition.outcome is Outcome.READ_AGAIN:
                        read_again.add(addition.document_id)
                progress.done()
        except KeyboardInterrupt:
            print_error(
                f"Stopped after {failures.finished} of {len(sources)} documents; those are whole in the register, "
                "and the same command goes on from there."
            )
            return EXIT_INTERRUPTED
    _warn(undated)
    if read_again:
        _warn_of_decisions(register_path, read_again)
    return failures.report()


def _source(register: Register, name: str) -> Source:
    source = fetch(name)
    if name == STANDARD_INPUT or is_address(name):
        return source
    return replace(source, address=register.address_of(name))


def _line(name: str, addition: Addition) -> str:
    outcome = str(addition.outcome)
    if addition.outcome is Outcome.NEW_VERSION:
        outcome += f" ({addition.version})"
    number = counted(addition.claims, "claim")
    day = addition.published or "unknown"
    return f"{addition.document_id[:SHORT]}  {outcome}  {source_name(name)}  ({number}, published {day})"


def _warn(undated: Sequence[str]) -> None:
    if undated:
        shown = ", ".join(source_name(name) for name in undated[:3]) + (" …" if len(undated) > 3 else "")
        print_error(
            f"No day of publication was found for {len(undated)} ({shown}), so nothing in them is certain that the "
            "text does not date; add them again with --published DAY."
        )


def _warn_of_decisions(register_path: Path, read_again: Collection[str]) -> None:
    """Say how many decisions have lost their claims because these documents were read again."""
    with View(register_path) as view:
        decisions = view.decisions()
        names = {decision.claim_id for decision in decisions if decision.claim_id}
        of_these = {name for name in names if not set(view.documents_of_claims([name])).isdisjoint(read_again)}
        state = states(decisions, (names - of_these) | view.claims_still_read(of_these))
    lost = sum(words == NO_LONGER_READ for words in state.values())
    if lost:
        print_error(
            f"{counted(lost, 'decision')} without effect, because what was decided on is no longer read; "
            "contingent decisions tells which."
        )
