"""How well a language pack reads its own examples: python -m scripts.examples CODE [--mark] [--about WORDS].

Prints how many are read exactly, core and full F1 over all claims, and what is missed and invented in the others.
``--mark`` writes into the file which examples are not read, and takes away the marks of those that are.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

import msgspec

from contingent.claim import Claim
from contingent.lang.examples import Example, examples_file, load_examples
from tests.lang.comparison import Outcome, try_example


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("language", help="the code of the language pack, such as en")
    parser.add_argument("--mark", action="store_true", help="rewrite the marks of examples that are not read")
    parser.add_argument("--about", default="", help="only the examples whose subject begins so")
    asked = parser.parse_args()
    examples = load_examples(asked.language)
    outcomes = [try_example(example, asked.language) for example in examples]
    chosen = [
        (example, outcome)
        for example, outcome in zip(examples, outcomes, strict=True)
        if example.about.startswith(asked.about)
    ]
    for example, outcome in chosen:
        if not outcome.exact:
            _print_failure(example, outcome)
    _print_figures([outcome for _, outcome in chosen])
    if asked.mark:
        examples_file(asked.language).write_bytes(marked_lines(examples, outcomes))


def marked_lines(examples: Sequence[Example], outcomes: Sequence[Outcome]) -> bytes:
    """The file of examples with a mark, and why, on each that is not read exactly, and on no other."""
    marked = (
        msgspec.structs.replace(example, unread=outcome.reason() or None)
        for example, outcome in zip(examples, outcomes, strict=True)
    )
    return b"".join(msgspec.json.encode(example) + b"\n" for example in marked)


def _print_failure(example: Example, outcome: Outcome) -> None:
    print(f"\n[{example.about}] {example.document_text}")
    for claim in outcome.missed:
        print(f"  missed    {_brief(claim)}")
    for claim in outcome.invented:
        print(f"  invented  {_brief(claim)}")
    for claim, seen, names in outcome.wrong:
        values = "; ".join(f"{name} {_detail(seen, name)} instead of {_detail(claim, name)}" for name in names)
        print(f"  wrong     {_brief(claim)}: {values}")


def _print_figures(outcomes: Sequence[Outcome]) -> None:
    expected = sum(outcome.expected for outcome in outcomes)
    read = sum(outcome.read for outcome in outcomes)
    core = expected - sum(len(outcome.missed) for outcome in outcomes)
    full = core - sum(len(outcome.wrong) for outcome in outcomes)
    exact = sum(outcome.exact for outcome in outcomes)
    print(f"\n{exact} of {len(outcomes)} examples are read exactly")
    print(f"{expected} claims expected, {read} read; core F1 {_f1(core, expected, read):.3f}", end="")
    print(f", full F1 {_f1(full, expected, read):.3f}")


def _f1(right: int, expected: int, read: int) -> float:
    return 2 * right / (expected + read) if expected + read else 1.0


def _brief(claim: Claim) -> str:
    fields = msgspec.structs.asdict(claim)
    details = [f"{name}={fields[name]}" for name in ("start", "end", "as_of", "title", "rank", "role") if fields[name]]
    count = f"{claim.quantity.low}..{claim.quantity.high}" if claim.quantity else None
    parts = [claim.kind, claim.subject, claim.object, count, claim.modality, *details]
    return " | ".join(part for part in parts if part) + f'   "{claim.quote}"'


def _detail(claim: Claim, name: str) -> str:
    if name == "approx":
        return str(claim.quantity.approx if claim.quantity else None)
    return str(getattr(claim, name))


if __name__ == "__main__":
    main()
