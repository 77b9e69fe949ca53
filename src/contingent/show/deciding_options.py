"""The commands that decide: their options, each with one call; what they do is in ``deciding_commands``."""

from __future__ import annotations

from pathlib import Path

import click

from contingent.show.options import ENTERED, REGISTER, Command, form_option, one_day

_CLAIMS = click.argument("claims", nargs=-1, required=True, metavar="CLAIM...")
_AT = click.option(
    "--at", type=click.IntRange(min=1), metavar="N", help="Where the words stand several times: at the Nth place."
)
_KIND_OF_THING = click.option(
    "--kind",
    type=click.Choice(["operation", "actor", "element", "person", "place"]),
    help="The kind of thing that is meant, where the names are those of several.",
)


def _signature(command: Command) -> Command:
    """The options of every decision: who decides, why, and in which register."""
    reason = click.option("--reason", metavar="TEXT", required=True, help="Why: a sentence for those who come later.")
    by = click.option("--by", metavar="NAME", help="Who decides.  [default: the user of the system]")
    return reason(by(REGISTER(command)))


@click.command(short_help="Vouch for claims.")
@_CLAIMS
@_signature
def accept(claims: tuple[str, ...], register_path: Path, by: str | None, reason: str) -> None:
    """Vouch for claims.

    CLAIM is the claim's name as contingent document lists it, or the beginning of it.
    """
    from contingent.decision import DecisionKind
    from contingent.show.deciding_commands import judge

    judge(DecisionKind.ACCEPT, claims, register_path, by, reason)


@click.command(short_help="Let claims not count.")
@_CLAIMS
@_signature
def reject(claims: tuple[str, ...], register_path: Path, by: str | None, reason: str) -> None:
    """Let claims not count in any answer; they stay in the register.

    CLAIM is the claim's name as contingent document lists it, or the beginning of it.
    """
    from contingent.decision import DecisionKind
    from contingent.show.deciding_commands import judge

    judge(DecisionKind.REJECT, claims, register_path, by, reason)


@click.command(short_help="Put fields of a claim right.")
@click.argument("claim")
@click.argument("fields", nargs=-1, required=True, metavar="FIELD=VALUE...")
@_AT
@_signature
def correct(
    claim: str, fields: tuple[str, ...], at: int | None, register_path: Path, by: str | None, reason: str
) -> None:
    """Put fields of a claim right; answers go by the claim as corrected, and say so.

    CLAIM is the claim's name as contingent document lists it, or the beginning of it. FIELD is a field of the claim
    format, or low, high, approx or unit of its quantity; FIELD= without a value leaves it null.
    """
    from contingent.show.deciding_commands import correct as correct_claim

    correct_claim(claim, fields, at, register_path, by, reason)


@click.command(name="claim", short_help="Enter a claim by hand.")
@click.argument("document")
@click.option("--quote", required=True, metavar="WORDS", help="The words of the document that state the claim.")
@_AT
@click.option("--kind", required=True, help="What is stated: strength, posting, location … (see the claim format).")
@click.option("--subject", required=True, help="Of whom or what.")
@click.option("--object", help="The other end: an operation, a place, a task …")
@click.option("--low", metavar="NUMBER", help="The least count.")
@click.option("--high", metavar="NUMBER", help="The greatest count; the same as --low for an exact one.")
@click.option("--approx", metavar="yes|no", help="Whether the count is approximate.")
@click.option("--unit", help="What is counted.  [default: persons of a strength, countries of a membership]")
@click.option("--start", metavar="DAY", help="When it began: YYYY-MM-DD, YYYY-MM, YYYY, or two days with a slash.")
@click.option("--end", metavar="DAY", help="When it ended, written likewise.")
@click.option("--as-of", metavar="DAY", help="The day that the document speaks of, if not that of publication.")
@click.option("--modality", help="actual, past, planned or authorised.  [default: actual]")
@click.option("--title", help="The title of a posting, as printed.")
@click.option("--rank", help="The rank of a posting, as printed.")
@click.option("--role", help="base or area of a location, reserve of equipment.")
@click.option("--scope", help="What the count leaves out or takes in, in the document's words.")
@_signature
def enter(
    document: str, quote: str, at: int | None, register_path: Path, by: str | None, reason: str, **fields: str | None
) -> None:
    """Enter a claim by hand. Like any other it cites a document of the register and words that stand there.

    DOCUMENT is its name as contingent documents lists it, or its address: then its newest version is cited.
    """
    from contingent.show.deciding_commands import enter as enter_claim

    enter_claim(document, quote, at, fields, register_path, by, reason)


@click.command(short_help="Make two names those of one thing.")
@click.argument("name")
@click.argument("other")
@_KIND_OF_THING
@_signature
def merge(name: str, other: str, kind: str | None, register_path: Path, by: str | None, reason: str) -> None:
    """Make two names those of one thing: two operations, actors, elements, persons or places.

    NAME and OTHER are names that contingent show understands, or references as claims write them.
    """
    from contingent.decision import DecisionKind, Thing
    from contingent.show.deciding_commands import rule

    rule(DecisionKind.MERGE, (name, other), Thing(kind) if kind else None, register_path, by, reason)


@click.command(short_help="Make two names those of two things.")
@click.argument("name")
@click.argument("other")
@_KIND_OF_THING
@_signature
def split(name: str, other: str, kind: str | None, register_path: Path, by: str | None, reason: str) -> None:
    """Make two names those of two things: two operations, actors, elements, persons or places.

    NAME and OTHER are names that contingent show understands, or references as claims write them. Two persons of one
    name are told apart by the body of their post, in parentheses: "John Smith (Kosovo Force)".
    """
    from contingent.decision import DecisionKind, Thing
    from contingent.show.deciding_commands import rule

    rule(DecisionKind.SPLIT, (name, other), Thing(kind) if kind else None, register_path, by, reason)


@click.command(short_help="Undo decisions.")
@click.argument("decisions", nargs=-1, required=True, metavar="DECISION...")
@_signature
def undo(decisions: tuple[str, ...], register_path: Path, by: str | None, reason: str) -> None:
    """Undo decisions; undoing an undo brings back what it undid.

    DECISION is its name as contingent decisions lists it, or the beginning of it.
    """
    from contingent.show.deciding_commands import undo as undo_decisions

    undo_decisions(decisions, register_path, by, reason)


@click.command(name="decisions")
@REGISTER
@ENTERED
@form_option("table", "json")
def list_decisions(register_path: Path, entered: str | None, form: str) -> None:
    """List who decided what, when and why, and whether it counts."""
    from contingent.show.decisions_command import list_decisions as show_list

    show_list(register_path, one_day("--entered", entered), form)


DECIDING = (accept, reject, correct, enter, merge, split, undo, list_decisions)
"""The commands of this module."""
