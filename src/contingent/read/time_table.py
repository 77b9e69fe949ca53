"""The time table of a language, checked and made ready: words with their values, patterns, points.

``lang/<code>/time.toml`` is the source; its comments say what each table means. The law of this module:
every pattern is bounded in length, so that no text can make a match take long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from contingent.errors import DataError
from contingent.read.time_points import Point

SPACE = r"(?:[^\S\n]{0,2}\s[^\S\n]{0,2})"
"""White space between words: at most one line's end, since blank lines part blocks."""

DASH = r"[^\S\n]{0,2}[-‐‑–—−/][^\S\n]{0,2}"

_WORDS = ("months", "weekdays", "seasons", "holidays", "parts", "halves", "quarters", "shifts", "units", "counts")
_SINGULAR = {"halves": "half"}
_SETTINGS = ("day_ending", "numeric_order", "capitalised", "seeds", "points", "publication")
_PHRASES = ("shifted", "leads", "links", "durations", "offsets", "words", "not_a_year")
_ENTRIES = frozenset((*_WORDS, *_PHRASES, *_SETTINGS))
_SLOT = re.compile(r"\{([a-z_]+)\}")
_SPACE_OR_SET = re.compile(r"\[[^\]]*\]| ")
_NUMERALS = r"(?:0?[1-9]|[12]\d|3[01])"
_ROLES = ("since", "from", "until", "on", "throughout", "as_of", "due", "between", "none")
_FORM_ROLES = ("repeated", "age")
_NUMERIC_FORMS = (
    # Written in figures alone, the same in every language.
    {
        "form": r"(?P<%year>(?:19|20)\d\d)-(?P<%month_number>0[1-9]|1[0-2])-(?P<%day_number>0[1-9]|[12]\d|3[01])(?!\d)"
        r"(?:t\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:z|[+-]\d\d:?\d\d)?)?"
    },
    {
        "form": rf"(?P<%one>{_NUMERALS})(?P<%sign>[./-])(?P<%two>{_NUMERALS})(?:(?P=%sign)|[-/])"
        r"(?P<%year>(?:19|20)\d\d)(?!\d)"
    },
    {"form": r"(?P<%year>(?:19|20)\d\d)-(?P<%month_number>0[1-9]|1[0-2])(?![\d-])"},
)


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a point in time: the values that it gives outright and how it may be used."""

    given: Mapping[str, Any]
    slots: Mapping[str, str]
    """From the name of a slot to the name of its group in the pattern."""
    bare: bool
    """Only behind a lead or in a range."""
    partner: bool
    """Only in a range, its other half telling the month."""
    role: str | None = None
    """``repeated`` or ``age``: what the form is when it names no point in time."""


@dataclass(frozen=True, slots=True)
class TimeTable:
    """All that the reader of times knows of a language."""

    forms: tuple[Form, ...]
    words: Mapping[str, Mapping[str, Any]]
    """For each slot, from a word to its value."""
    leads: Mapping[str, str]
    """From a lead to its role."""
    links: Mapping[str, str]
    month_only: frozenset[str]
    counting_leads: frozenset[str]
    capitalised: frozenset[str]
    """Words that count only with a capital letter."""
    day_first: bool
    seed: re.Pattern[str]
    """A word that every expression has: where it does not occur, nothing need be tried."""
    vocabulary: frozenset[str]
    """Every word that an expression can hold; an expression reaches left over these and figures only."""
    parting: re.Pattern[str]
    """A lead that other words may part from its point."""
    expression: re.Pattern[str]
    """A lead and a point, a duration, or words that set nothing."""
    spell: re.Pattern[str]
    """A length of time."""
    singular: frozenset[str]
    """Units that a number above one does not count: in "412 day patrols" it counts the patrols."""
    link: re.Pattern[str]
    row: re.Pattern[str]
    """What stands between the members of a row: a comma, and before the last one "and"."""
    offset: re.Pattern[str]
    duration_start: re.Pattern[str]
    duration_behind: re.Pattern[str]
    counted: re.Pattern[str]
    """A word that a number in front of it counts, so that the number is no year."""
    present: re.Pattern[str]
    onward: re.Pattern[str]
    """Words behind a point that make it a beginning: "2014 onwards"."""


def compile_table(table: Mapping[str, Any]) -> TimeTable:
    """The table made ready. Raises ``DataError`` that names what is missing or malformed."""
    try:
        return _compiled(table)
    except KeyError as error:
        raise DataError(f"A time.toml lacks the entry {error}; add it as in the other languages.") from error


def alternatives(phrases: Iterable[str]) -> str:
    """The pattern of any of the phrases, the longest that fits, as whole words; never matches if there are none."""
    listed = sorted(set(phrases))
    return rf"(?:{_trie(listed)}(?:(?<!\w)|(?!\w)))" if listed else r"(?!)"


def plain(words: str) -> str:
    """Words as keys are written: in lower case, parted by single spaces."""
    return " ".join(words.lower().split())


def _compiled(table: Mapping[str, Any]) -> TimeTable:
    unknown = set(table) - _ENTRIES
    if unknown:
        raise DataError(
            f"A time.toml has the unknown entry {unknown.pop()!r}; use one of {', '.join(sorted(_ENTRIES))}."
        )
    words = _words(table)
    rows = [*_NUMERIC_FORMS, *table["points"]]
    patterns = _slot_patterns(table, words)
    forms, points = _forms(rows, patterns)
    led_forms, led_points = _forms([row for row in rows if row.get("led")], patterns, len(forms))
    links = {phrase: kind for kind in ("to", "and", "or") for phrase in table["links"][kind]}
    spoken = rf"(?P<open>{alternatives(table['words']['open'])})|(?P<none>{alternatives(table['words']['none'])})"
    led = "|".join(led_points) or "(?!)"
    spell = _spell_pattern(table, words)
    whole = rf"(?<!\w)(?:{spoken}|{led}|{_lead_pattern(table['leads'])}(?:{'|'.join(points)})|{spell})"
    offset = table["offsets"]
    return TimeTable(
        forms=(*forms, *led_forms),
        words=words,
        leads={phrase: role for role in _ROLES for phrase in table["leads"][role]},
        links=links,
        month_only=frozenset(table["leads"]["month_only"]),
        counting_leads=frozenset(table["leads"]["not_before_year"]),
        capitalised=frozenset(word for name in table["capitalised"] for word in table[name]),
        day_first=table["numeric_order"] == "dmy",
        seed=_seed(table, words),
        vocabulary=_vocabulary(table),
        parting=re.compile(
            rf"(?<!\w){alternatives(phrase for row in table['leads']['apart'].values() for phrase in row)}"
        ),
        expression=_expression(whole, rows, points),
        spell=re.compile(rf"(?<!\w){spell}"),
        singular=frozenset(table["durations"]["singular"]),
        link=re.compile(rf"(?:{DASH}|,?{SPACE}(?P<link>{alternatives(links)}){SPACE}|[^\S\n]{{0,2}}[–—-]{SPACE})"),
        row=re.compile(rf"(?:,?{SPACE}(?P<linked>{alternatives(table['links']['and'])}){SPACE}|,{SPACE})"),
        offset=re.compile(
            rf"{SPACE}(?:(?P<before>{alternatives(offset['before'])})|(?P<after>{alternatives(offset['after'])})){SPACE}"
        ),
        duration_start=re.compile(rf"{SPACE}{alternatives(table['durations']['from'])}{SPACE}"),
        duration_behind=re.compile(_lasting_pattern(table, words, links)),
        counted=re.compile(rf"{SPACE}{alternatives(table['not_a_year']['before'])}"),
        present=re.compile(rf"{alternatives(table['words']['present'])}"),
        onward=re.compile(rf"{SPACE}{alternatives(table['words']['onward'])}"),
    )


def _expression(whole: str, rows: Sequence[Mapping[str, Any]], points: Sequence[str]) -> re.Pattern[str]:
    """The pattern of all expressions; if it does not compile, the form that is to blame is named."""
    try:
        return re.compile(whole)
    except re.error:
        for row, point in zip(rows, points, strict=True):
            try:
                re.compile(point)
            except re.error as error:
                message = f"The form {row['form']!r} in a time.toml is no pattern: {error.msg}; correct it."
                raise DataError(message) from error
        raise


def _lead_pattern(leads: Mapping[str, Any]) -> str:
    """A lead, with its point or parted from it by a few words, and words that change neither."""
    apart = "|".join(rf"(?P<apart_{role}>{alternatives(phrases)})" for role, phrases in leads["apart"].items())
    between = rf"{SPACE}(?!{alternatives(leads['not_between'])}|(?:19|20)\d\d)[\w'’-]{{1,25}}"
    parted = rf"(?:{apart})(?:{between}){{1,6}}?{SPACE}{alternatives(leads['apart_by'])}"
    lead = rf"(?P<lead>{alternatives(phrase for role in _ROLES for phrase in leads[role])})"
    return rf"(?:(?:{lead}|{parted}){SPACE})?(?:{alternatives(leads['fillers'])}{SPACE})?"


def _count_pattern(table: Mapping[str, Any], words: Mapping[str, Mapping[str, Any]], group: str) -> str:
    """A number of days, weeks, months or years, perhaps an approximate one; groups begin with ``group``."""
    return (
        rf"(?P<{group}_about>{alternatives(table['durations']['about'])}{SPACE})?"
        rf"(?P<{group}_count>{alternatives(words['count'])}|\d{{1,3}}){SPACE}(?P<{group}_unit>{alternatives(words['unit'])})"
    )


def _spell_pattern(table: Mapping[str, Any], words: Mapping[str, Mapping[str, Any]]) -> str:
    """A length of time: "for about six months", "the next two years", "12 months ahead"."""
    duration = table["durations"]
    sides = "|".join(rf"(?P<{side}>{alternatives(duration[side])})" for side in ("past", "next", "for"))
    ahead = rf"(?:{SPACE}(?P<ahead>{alternatives(duration['ahead'])}))?"
    return rf"(?:(?:{sides}){SPACE})?{_count_pattern(table, words, 'for')}{ahead}"


def _lasting_pattern(table: Mapping[str, Any], words: Mapping[str, Mapping[str, Any]], links: Iterable[str]) -> str:
    """A length of time behind the point from which it is counted."""
    duration = table["durations"]
    return (
        rf"(?:{SPACE}{alternatives(duration['for'])}{SPACE}{_count_pattern(table, words, 'for')}"
        rf"|,?{SPACE}(?:{alternatives(links)}{SPACE})?{_count_pattern(table, words, 'ahead')}"
        rf"{SPACE}{alternatives(duration['ahead'])})"
    )


def _words(table: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """The words of each slot with their values."""
    words: dict[str, Mapping[str, Any]] = {_SINGULAR.get(name, name[:-1]): table[name] for name in _WORDS}
    for unit in ("day", "weekend", "week", "month", "year"):
        words[f"shifted_{unit}"] = {phrase: (unit, shift) for phrase, shift in table["shifted"][unit].items()}
    return words


def _slot_patterns(table: Mapping[str, Any], words: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """What each slot of a form matches."""
    patterns = {name: alternatives(listed) for name, listed in words.items()}
    patterns["day"] = r"(?:3[01]|[12]\d|0?[1-9])" + table["day_ending"] + r"(?![\w]|[.,]\d|%)"
    patterns["year"] = r"(?:19|20)\d\d(?![\w%]|[.,]\d)"
    patterns["yy"] = r"(?:(?:19|20)\d\d|\d\d)(?!\w)"
    patterns["week"] = r"(?:5[0-3]|[1-4]\d|0?[1-9])(?!\w)"
    patterns["count"] = rf"(?:{patterns['count']}|\d{{1,3}}(?!\w))"
    patterns["decade"] = r"(?:(?:19|20)?\d0)"
    return patterns


def _forms(
    rows: Sequence[Mapping[str, Any]], patterns: Mapping[str, str], first: int = 0
) -> tuple[list[Form], list[str]]:
    """The forms, and for each its pattern, with groups of its own, numbered from ``first``."""
    forms, points = [], []
    known = set(Point.__dataclass_fields__)
    for number, row in enumerate(rows, first):
        slots: dict[str, str] = {}

        def group(found: re.Match[str], number: int = number, slots: dict[str, str] = slots) -> str:
            name = found.group(1)
            if name not in patterns:
                raise DataError(
                    f"A form in a time.toml has the unknown slot {{{name}}}; use one of {', '.join(patterns)}."
                )
            if name in slots:
                return patterns[name]
            slots[name] = f"p{number}_{name}"
            return f"(?P<{slots[name]}>{patterns[name]})"

        form = _SPACE_OR_SET.sub(lambda found: SPACE if found.group() == " " else found.group(), row["form"])
        form = _SLOT.sub(group, form)
        for name in re.findall(r"<%(\w+)>", form):
            slots[name] = f"p{number}_{name}"
        form = form.replace("<%", f"<p{number}_").replace("=%", f"=p{number}_")
        points.append(f"(?P<p{number}>{form})(?!\\w)")
        given = {key: value for key, value in row.items() if key in known}
        unknown = set(row) - known - {"form", "bare", "partner", "led", "role"}
        if row.get("role", "age") not in _FORM_ROLES:
            raise DataError(
                f"The form {row['form']!r} in a time.toml has the unknown role {row['role']!r}; "
                f"use one of {', '.join(_FORM_ROLES)}."
            )
        if unknown:
            raise DataError(
                f"The form {row['form']!r} in a time.toml has the unknown key {unknown.pop()!r}; remove it."
            )
        forms.append(Form(given, slots, bool(row.get("bare")), bool(row.get("partner")), row.get("role")))
    return forms, points


def _seed(table: Mapping[str, Any], words: Mapping[str, Mapping[str, Any]]) -> re.Pattern[str]:
    """A pattern for the one word of each expression that is rarest in other text."""
    seeds = {phrase.rstrip(".") for name in ("month", "weekday", "season", "holiday", "unit") for phrase in words[name]}
    phrases = [*table["words"]["none"], *table["words"]["open"], *table["seeds"], *words["half"], *words["quarter"]]
    phrases += [phrase for unit in table["shifted"].values() for phrase in unit]
    seeds.update(phrase for phrase in phrases if not seeds.intersection(phrase.split()))
    return re.compile(rf"(?<!\w)(?:{_trie(sorted(seeds))})(?!\w)|(?<!\d)(?:19|20)\d\d(?!\d)")


def _vocabulary(table: Any) -> frozenset[str]:
    """The words of all keys, values and forms of a table."""
    if isinstance(table, str):
        return frozenset(re.findall(r"[^\W\d_]+", table))
    if isinstance(table, Mapping):
        return _vocabulary(list(table)).union(*map(_vocabulary, table.values()))
    return frozenset().union(*map(_vocabulary, table)) if isinstance(table, list) else frozenset()


def _trie(words: list[str]) -> str:
    """A pattern for the longest of the words that fits, which tries each letter once, however many words there are."""
    heads: dict[str, list[str]] = {}
    for word in words:
        heads.setdefault(word[:1], []).append(word[1:])
    complete = heads.pop("", None) is not None
    branches = [(SPACE if head == " " else re.escape(head)) + _trie(tails) for head, tails in sorted(heads.items())]
    if not branches:
        return ""
    rest = branches[0] if len(branches) == 1 and not complete else f"(?:{'|'.join(branches)})"
    return f"{rest}?" if complete else rest
