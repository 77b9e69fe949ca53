"""The nouns of a language: what the tables of its pack say of them, and the forms that follow by rule."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

SHORTEST_ENDING = 3
"""How many letters the last noun of a compound has, at the least."""


class Head(NamedTuple):
    """A noun that can head a phrase: its dictionary form, what it means here, and whether it is plural."""

    lemma: str
    sort: str
    """``unit``, ``people``, ``persons``, ``countries``, ``operation`` or ``contribution``."""
    plural: bool
    definite: bool = False


def first_forms(rows: Iterable[str]) -> list[str]:
    """The dictionary form of each row; a row with a low line lists forms, any other is one form."""
    return [row.split()[0].replace("_", " ") if "_" in row else row for row in rows]


def all_forms(rows: Iterable[str]) -> list[str]:
    """Every form that the rows list; of a row that is one form of several words, each word too."""
    return [form.replace("_", " ") for row in rows for form in (row.split() if "_" in row else [row, *row.split()])]


def english_plural(noun: str) -> str:
    """The regular plural of an English noun; verbs with such an ending are inflected alike ("carries", "watches")."""
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _inflected(row: str) -> list[tuple[str, bool, bool]]:
    """The forms of a noun, whether each is plural, and whether it is definite.

    A row holds four forms, the definite ones second and last, or, in languages whose article stands apart, the forms of
    the singular and those of the plural with a stroke between them ("bataillon bataillons / bataillone").
    """
    singular, stroke, plural = row.partition(" / ")
    if stroke:
        return [
            (form.replace("_", " "), several, False)
            for forms, several in ((singular, False), (plural, True))
            for form in forms.split()
        ]
    return [(form.replace("_", " "), index > 1, index % 2 == 1) for index, form in enumerate(row.split())]


def heads_of(units: dict[str, Any], inflected: bool) -> tuple[dict[str, Head], dict[str, Head]]:
    """Heads by form. Later tables win, so the order goes from the most general meaning to the most special."""
    heads: dict[str, Head] = {}
    for table, sort in (
        ("units", "unit"),
        ("people_singular", "people"),
        ("people", "people"),
        ("persons", "persons"),
        ("countries", "countries"),
        ("operations", "operation"),
        ("contributions", "contribution"),
    ):
        for row in units[table]:
            if inflected:
                forms = _inflected(row)
                lemma = forms[0][0]
                for form, plural, definite in forms:
                    heads[form.lower()] = Head(lemma, sort, plural or sort == "persons", definite)
            else:
                low = row.lower()
                heads[low] = Head(low, sort, sort in ("people", "persons", "countries") and table != "people_singular")
                if sort in ("unit", "operation", "contribution"):
                    heads[english_plural(low)] = Head(low, sort, True)
    endings = {
        form: head
        for form, head in heads.items()
        if inflected
        and head.sort in ("unit", "people", "contribution")
        and " " not in form
        and len(form) >= SHORTEST_ENDING
    }
    return heads, endings


def indefinite_forms(units: dict[str, Any]) -> dict[str, str]:
    """The indefinite form of each definite form in rows of four: singular and plural, each without and with article."""
    found: dict[str, str] = {}
    for table in ("units", "people", "contributions"):
        for row in units[table]:
            forms = row.split()
            if len(forms) == 4 and "_" not in row:
                found.update({forms[3]: forms[2], forms[1]: forms[0]})
    return {definite: form for definite, form in found.items() if definite != form}
