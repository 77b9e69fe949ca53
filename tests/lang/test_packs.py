"""Every language pack has the same tables with the same keys: who knows one knows where to look in another."""

from __future__ import annotations

from typing import Any

import pytest

from contingent.lang import languages, load

FIRST, *OTHERS = languages()


def settings(table: dict[str, Any], prefix: str = "") -> set[str]:
    """The keys of a table and of its parts; a part that gives words of the language a value has keys of its own."""
    found = set()
    for key, value in table.items():
        found.add(prefix + key)
        if isinstance(value, dict) and any(isinstance(inner, list | dict) for inner in value.values()):
            found |= settings(value, f"{prefix}{key}.")
    return found


@pytest.mark.parametrize("code", OTHERS)
def test_a_pack_has_the_tables_of_the_others(code: str) -> None:
    assert set(load(code).tables) == set(load(FIRST).tables)


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("name", load(FIRST).tables)
def test_a_table_has_the_keys_that_it_has_in_the_other_packs(code: str, name: str) -> None:
    assert settings(load(code).table(name)) == settings(load(FIRST).table(name))
