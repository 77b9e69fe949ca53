"""The command line: one command a stage; a command parses its options, calls one function, and ends with its code.

The law of this module: every error is one sentence, never a traceback. Codes are 0 for success, 1 for work that
failed in part or whole, 2 for wrong use, 130 for Ctrl-C, and 141 if nobody reads the output any more.

The stages are imported inside the commands, so that ``contingent --help`` waits for none of them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from contingent.errors import ContingentError
from contingent.show.counting_options import COUNTING
from contingent.show.deciding_options import DECIDING
from contingent.show.options import ENTERED, GAP, KNOWN, LANGUAGE, ON, PUBLISHED, REGISTER, bound, form_option, one_day
from contingent.show.serving_options import SERVING

EXIT_INTERRUPTED = 130
EXIT_PIPE_CLOSED = 141


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="contingent", message="%(prog)s %(version)s")
def commands() -> None:
    """Reads pages about international operations, keeps them, and answers as of any day.

    Every answer points at the exact words that state it.
    """


@commands.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@PUBLISHED
@LANGUAGE
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl"]),
    default="table",
    show_default=True,
    help="A table to read, or one claim a line in the claim format.",
)
@click.option("--explain", is_flag=True, help="With each claim, the rules that made it and the words that filled it.")
@click.option("--trace", is_flag=True, help="What was seen and not used, and why.")
@click.pass_context
def read(
    context: click.Context,
    paths: tuple[str, ...],
    published: str | None,
    language: str | None,
    form: str,
    explain: bool,
    trace: bool,
) -> None:
    """Print the claims of documents; nothing is stored.

    PATH is a text, HTML, PDF or DOCX file, an http(s) address, or - for standard input.
    """
    from contingent.reading import Said
    from contingent.show.read_command import ClaimFormat, read_documents

    said = Said(bound("--published", published), language)
    context.exit(read_documents(paths, said, ClaimFormat(form), explain=explain, trace=trace))


@commands.command(short_help="Add documents and their claims to the register.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@REGISTER
@PUBLISHED
@LANGUAGE
@click.pass_context
def add(
    context: click.Context, sources: tuple[str, ...], register_path: Path, published: str | None, language: str | None
) -> None:
    """Add documents and their claims to the register, which is made if it is not there.

    SOURCE is a file, a folder with files, an http(s) address, or - for standard input. What is in the register
    already stays as it is; an address with other bytes than before becomes a new version.
    """
    from contingent.reading import Said
    from contingent.show.add_command import add_documents

    context.exit(add_documents(sources, Said(bound("--published", published), language), register_path))


@commands.command(short_help="Answer who has what where on a day.")
@click.argument("what")
@REGISTER
@ON
@KNOWN
@ENTERED
@GAP
@form_option("table", "json", "csv", "markdown")
@click.option("--facts", is_flag=True, help="With each line of the table the name of its fact, for contingent why.")
def show(
    what: str,
    register_path: Path,
    on: str | None,
    known: str | None,
    entered: str | None,
    gap: int | None,
    form: str,
    facts: bool,
) -> None:
    """Answer who has what where on a day, with the sentences that say so.

    WHAT is any name of an operation, an actor, a person, an element or a place: "NMI", "Danmark", "DNK".
    """
    from contingent.show.show_command import show_answer

    day = one_day("--on", on) or date.today()
    days = one_day("--known", known), one_day("--entered", entered)
    show_answer(what, register_path, day, *days, gap, form, facts=facts)


@commands.command(short_help="Tell what an answer rests on, and why.")
@click.argument("words", metavar="WHAT [RESPECT]...", nargs=-1, required=True)
@REGISTER
@ON
@KNOWN
@ENTERED
@GAP
@form_option("text", "json")
def why(
    words: tuple[str, ...],
    register_path: Path,
    on: str | None,
    known: str | None,
    entered: str | None,
    gap: int | None,
    form: str,
) -> None:
    """Tell what an answer rests on: its statements, the rules that weighed them, the words of the pages, and decisions.

    WHAT is the name of a fact or a claim, or the beginning of one. It may also be any name that contingent show knows,
    with a kind, a topic or words that say which fact is meant: "NATO Mission Iraq" strength, Danmark equipment.
    """
    from contingent.show.why_command import explain_answer

    day = one_day("--on", on) or date.today()
    days = one_day("--known", known), one_day("--entered", entered)
    explain_answer(words, register_path, day, *days, gap, form)


@commands.command(short_help="Tell what a page said and no longer says.")
@click.argument("what", metavar="PAGE")
@click.argument("other", metavar="[OTHER]", required=False)
@REGISTER
@click.option("--versions", metavar="N M", nargs=2, type=click.IntRange(min=1), help="Compare these two versions.")
@click.option("--all", "every", is_flag=True, help="Compare each version with the one before.")
@ENTERED
@form_option("table", "json", "csv", "markdown")
def changes(
    what: str,
    other: str | None,
    register_path: Path,
    versions: tuple[int, int] | None,
    every: bool,
    entered: str | None,
    form: str,
) -> None:
    """Tell what a page said and no longer says, what it says otherwise, what is new and what is only reworded.

    PAGE is a web address or the path of a file as it was added: its last two versions are compared. With OTHER, any
    two documents are compared, each named by its address, its path or its name as contingent documents lists it.
    """
    from contingent.show.changes_command import show_changes

    show_changes(what, other, versions, register_path, one_day("--entered", entered), form, every=every)


@commands.command(name="conflicts", short_help="List what the documents say that cannot all be so.")
@click.argument("what", required=False)
@REGISTER
@click.option("--on", metavar="DAY", help="Only conflicts that touch this day (YYYY-MM-DD).")
@KNOWN
@ENTERED
@click.option("--all", "settled", is_flag=True, help="Also those of which a person accepted one side.")
@form_option("list", "json", "csv")
def list_conflicts(
    what: str | None,
    register_path: Path,
    on: str | None,
    known: str | None,
    entered: str | None,
    settled: bool,
    form: str,
) -> None:
    """List what the documents say that cannot all be so, the hardest conflicts first, with the quotes of both sides.

    WHAT limits the list to an operation, an actor, a person, an element or a place, by any of its names.
    """
    from contingent.show.conflicts import Question
    from contingent.show.conflicts_command import show_conflicts

    days = (one_day("--on", on), one_day("--known", known), one_day("--entered", entered))
    show_conflicts(Question(what, *days), register_path, form, settled=settled)


@commands.command(name="matches", short_help="List names that are likely those of one thing.")
@click.argument("what", required=False)
@REGISTER
@KNOWN
@ENTERED
@form_option("list", "json", "csv")
def list_matches(what: str | None, register_path: Path, known: str | None, entered: str | None, form: str) -> None:
    """List names that are likely those of one thing, with the reason and the commands that settle it.

    WHAT limits the list to an operation, an actor, a person, an element or a place, by any of its names.
    """
    from contingent.show.asked_facts import Asked
    from contingent.show.matches_command import show_matches

    show_matches(what, Asked(register_path, one_day("--known", known), one_day("--entered", entered)), form)


@commands.command()
@REGISTER
@ENTERED
def documents(register_path: Path, entered: str | None) -> None:
    """List the documents of the register."""
    from contingent.show.register_commands import list_documents

    list_documents(register_path, one_day("--entered", entered))


@commands.command()
@click.argument("name", metavar="ID")
@REGISTER
@ENTERED
@form_option("text", "json")
def document(name: str, register_path: Path, entered: str | None, form: str) -> None:
    """Print a document's claims, each with its name, the text around its quote, and what was decided of it.

    ID is the document's name as contingent documents lists it, or the beginning of it, or its address.
    """
    from contingent.show.document_command import show_document

    show_document(name, register_path, one_day("--entered", entered), form)


@commands.command(short_help="Prove that the register is as it was written.")
@REGISTER
@click.pass_context
def verify(context: click.Context, register_path: Path) -> None:
    """Prove that every document, text and quote of the register is as it was written."""
    from contingent.show.register_commands import verify_register

    context.exit(verify_register(register_path))


for command in (*DECIDING, *COUNTING, *SERVING):
    commands.add_command(command)


def run(arguments: Sequence[str]) -> int:
    """Run one command line (without the program's name). Returns the exit code; never raises."""
    try:
        code = commands.main(list(arguments), prog_name="contingent", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return 2
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        path = context.command_path if context else "contingent"
        return _fail(f"{error.format_message()} See {path} --help.", error.exit_code)
    except ContingentError as error:
        return _fail(str(error), error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        return _fail("Stopped.", EXIT_INTERRUPTED)
    except BrokenPipeError:
        # Python would complain once more when it flushes standard output at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_PIPE_CLOSED
    except SystemExit as end:
        # Both click and rich answer a closed pipe, once they have silenced standard output, with this.
        return EXIT_PIPE_CLOSED if isinstance(end.__context__, BrokenPipeError) else 1
    except Exception as error:
        from contingent.show.failures import unexpected

        return _fail(unexpected(error), 1)
    return code if isinstance(code, int) else 0


def _fail(sentence: str, code: int) -> int:
    click.echo(f"contingent: {sentence}", err=True)
    return code


def main() -> None:
    """The program ``contingent``."""
    # A page may hold characters that the terminal's encoding lacks; they are shown escaped rather than refused.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))
