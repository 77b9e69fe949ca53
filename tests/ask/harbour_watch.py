"""A small world for tests: two pages of a ministry, a weekly update and a news report on one operation."""

from __future__ import annotations

from contingent.fact import Evidence
from tests.evidence import MISSION, claim, page

DENMARK = "DNK@Harbour Watch"

FIRST_PAGE = page(
    "2021-04-15",
    claim("existence", MISSION, start="2018-07"),
    claim("location", MISSION, "Djibouti", role="area"),
    claim("lead", "NOR", MISSION, start="2020-12", end="2022-05-01/2022-08-31"),
    claim("strength", MISSION, low=500, high=500, approx=True, unit="persons"),
    claim("posting", "Ida Holm", MISSION, title="Commander", rank="Commodore"),
    claim("posting", "Ida Holmm", MISSION, title="head of the mission"),
    claim("posting", "Jens Brandt", MISSION, title="Chief of Staff", rank="Colonel"),
    claim("participation", "DNK", MISSION),
    claim("strength", DENMARK, high=140, unit="persons", scope="without the helicopters"),
    claim("element", f"{DENMARK}/National Support Element", DENMARK),
    claim("location", f"{DENMARK}/National Support Element", "Camp Lemonnier", role="base"),
    claim("support", f"{DENMARK}/National Support Element", "NOR@Harbour Watch"),
    claim("element", f"{DENMARK}/dive team", DENMARK, modality="past"),
    claim("task", f"{DENMARK}/dive team", "clear mines"),
    claim("asset", DENMARK, "helicopter", low=2, high=2, modality="planned", start="2021-05", end="2022-05"),
    claim(
        "asset",
        DENMARK,
        "helicopter",
        low=2,
        high=2,
        modality="planned",
        start="2021-05",
        end="2022-05",
        role="reserve",
    ),
)
SECOND_PAGE = page(
    "2021-12-01",
    claim("posting", "Nora Vik", MISSION, title="Commander", rank="Rear Admiral"),
    claim("strength", DENMARK, low=120, high=120, unit="persons"),
)
UPDATE = page(
    "2021-06-14",
    claim(
        "activity",
        f"{DENMARK}/boarding team",
        "boarded ships",
        low=3,
        high=3,
        modality="past",
        start="2021-06-07",
        end="2021-06-13",
    ),
)
NEWS = page(
    "2021-12-01", claim("strength", DENMARK, low=185, high=185, unit="persons"), publisher="The Harbour Gazette"
)
ALL: list[Evidence] = [*FIRST_PAGE, *SECOND_PAGE, *UPDATE, *NEWS]
