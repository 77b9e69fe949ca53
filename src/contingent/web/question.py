"""What the address of a page asks beside its thing: the day, the day of knowledge, the gap rule, and the language.

The law of this module: every link of a page asks what the page was asked, so that nobody loses the day on the way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlencode

from contingent.errors import UsageError
from contingent.show.gap import parse_gap
from contingent.web.messages import LANGUAGES

KEPT = ("on", "known", "gap", "lang")
"""The parts of a question that links keep, in the order in which they are written."""
_PLAIN = "/@:,()"
"""Characters of names that stand for themselves in the path of an address."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question as its address asks it. ``said`` are those of its parts that the address itself gives."""

    on: date
    known: date | None
    gap: int | None
    language: str
    said: tuple[tuple[str, str], ...] = ()

    def link(self, *path: str, mark: str = "", **more: str | None) -> str:
        """The address of a page that asks the same; ``more`` are further parts, None takes one out."""
        parts = {**dict(self.said), **more}
        query = urlencode([(name, value) for name, value in parts.items() if value])
        address = "/" + "/".join(quote(part, safe=_PLAIN) for part in path)
        return address + (f"?{query}" if query else "") + (f"#{mark}" if mark else "")


def question(query: Mapping[str, str], accepted: str, today: date) -> Question:
    """The question of an address and of the languages that a browser accepts. Raises ``UsageError`` with a sentence."""
    said = tuple((name, query[name].strip()) for name in KEPT if query.get(name, "").strip())
    words = dict(said)
    language = words.get("lang")
    if language is not None and language not in LANGUAGES:
        raise UsageError(f"There is no language {language!r} here; use one of {', '.join(LANGUAGES)}.")
    return Question(
        _day("on", words.get("on")) or today,
        _day("known", words.get("known")),
        _gap(words.get("gap")),
        language or preferred(accepted),
        said,
    )


def preferred(accepted: str) -> str:
    """The language of ``LANGUAGES`` that a browser likes best, by its header; English if it names none of them."""
    found = [(weight, code) for code, weight in _weighed(accepted) if code in LANGUAGES and weight > 0]
    return max(found, key=lambda pair: pair[0], default=(1.0, LANGUAGES[0]))[1]


def _weighed(accepted: str) -> Iterable[tuple[str, float]]:
    for part in accepted.split(","):
        code, _, weight = part.partition(";q=")
        try:
            yield code.strip().partition("-")[0].lower(), float(weight or 1)
        except ValueError:
            continue


def _day(name: str, text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{name}: {text!r} is not one day; write YYYY-MM-DD.") from None


def _gap(text: str | None) -> int | None:
    if text is None:
        return None
    try:
        return parse_gap(text)
    except UsageError as error:
        raise UsageError(str(error).removeprefix("--")) from error
