"""What a name of equipment means, in any language and with or without the designation of a model."""

from __future__ import annotations

import pytest

from contingent.catalogue import load
from contingent.resolve.equipment import equipment_meant, may_be_one_type


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("EH101 helicopter", "EH-101-helikopter", True),
        ("helicopter", "Hubschrauber", True),
        ("EH101 helicopter", "helicopter", False),
        ("EH101 helicopter", "NH90 helicopter", False),
        ("helicopter", "transport helicopter", False),
    ],
)
def test_names_that_mean_one_type(one: str, other: str, same: bool) -> None:
    assert (equipment_meant(one, load()) == equipment_meant(other, load())) is same


def test_words_that_nobody_knows_mean_nothing() -> None:
    assert equipment_meant("splendid helicopter", load()) is None
    assert equipment_meant("thingamajig", load()) is None


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("helicopter", "EH101-helikopter", True),
        ("helicopter", "transport helicopter", True),
        ("EH101 helicopter", "NH90 helicopter", False),
        ("helicopter", "frigate", False),
    ],
)
def test_a_name_that_says_less_can_mean_the_same(one: str, other: str, may_be: bool) -> None:
    assert may_be_one_type(one, other, load()) is may_be
    assert may_be_one_type(other, one, load()) is may_be
