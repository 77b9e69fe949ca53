"""The day of publication that a text states of itself."""

from __future__ import annotations

import html
import json
import re
from datetime import date
from pathlib import Path

import pytest

from contingent.lang import load
from contingent.period import parse_bound
from contingent.read.publication import find_covered_week, find_publication_day
from contingent.read.times import time_reader

GOLD = Path(__file__).parents[3] / "shared" / "gold"
UNDATED = {"sweden-takuba-resolution", "un-unmiss-facts", "iraq-page"}
"""Documents whose day of publication stands outside their text."""
SET_ASIDE = {
    *("hormuz-agenor", "irak-september-2021", "kosovo-kfor", "atalanta-handover-news", "eufor-althea-factsheet"),
    *("kfor-rc-east-handover-news", "malta-unifil-news", "uk-tosca-page"),
}
"""The third of the gold documents on which nothing is built."""


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "News\n\nThe force left in May 2014.\n\nLast updated 14 June 2017", "2017-06-14"),
        ("en", "The force left on 3 May 2014.\n\nPage updated 18/12/2020\n", "2020-12-18"),
        ("en", "Text.\nPublished 15 December 2020. Updated 10 February 2021", "2021-02-10"),
        ("en", "Text.\nUpdated: 10 February 2021\nUpdated: 3 March 2020", "2021-02-10"),
        ("en", "Text.\nDate modified: 2020-10-02", "2020-10-02"),
        ("en", "Published on 15 December 2020 by the ministry.\nOlder: published 3 May 2019", "2020-12-15"),
        ("en", "Title\n\nOttawa bureau · Tuesday, September 3, 2019\n\nThe force left.", "2019-09-03"),
        ("en", "Key Facts and Figures              February 2022\n\nMission\n\nIt came on 12 June 1999.", "2022-02"),
        ("en", "Title\nMay 2021\n3 June 2021\nText", "2021-06-03"),
        ("en", "Title\n\nThe force left on 12 June 1999.", None),
        ("en", "Adopted by the Chamber: 11 June 2020\n\nYesterday it voted.", None),
        ("en", "Issue 40 • 28 September – 4 October 2020\n\nText.", "2020-10-04/2020-10-05"),
        ("en", "No. 46 of 2021. Covers 8 - 14 November\n\nText.", "2021-11-14/2021-11-15"),
        ("en", "Exercise Quiet Harbour, 8 - 14 November 2021\n\nText.", None),
        ("en", "Issued at Pemba, Monday 21 March 2022\nPeriod covered: 14 to 20 March 2022", "2022-03-21"),
        ("en", "Title\n\nRAMSTEIN, Germany, May 6, 2020\n\nText.", "2020-05-06"),
        ("en", "OTTAWA, Sept. 3, 2019 (News Agency) - The force left in May.", "2019-09-03"),
        ("en", "Augusta, 18 October 2021 - This morning the flag changed hands.", "2021-10-18"),
        ("en", "Title\nBy Jane Doe, 12 May 2021\nText", "2021-05-12"),
        ("en", "NEWS RELEASE\nFor immediate release: May 12, 2021\n\nText", "2021-05-12"),
        ("en", "Published at 10:15 on 12 May 2021\nText", "2021-05-12"),
        ("en", "Text\n\nPage last edited: 2021-05-12T10:15:00Z", "2021-05-12"),
        ("en", "2021-05-12T10:15:00+02:00\nText", "2021-05-12"),
        ("en", "News > Deployments > 12.05.2021\nText", "2021-05-12"),
        ("en", "House of Commons, Wednesday 12 May 2021\nText", "2021-05-12"),
        ("en", "(Updated on the day of the peacekeepers, 29 May 2020)\nText", "2020-05-29"),
        ("en", "The treaty was published on 12 May 1999 in the gazette.", None),
        ("en", "Figures as of 31 May 2021\n\nText", None),
        ("en", "", None),
        ("en", "Title\n" + "Text of a line.\n" * 40 + "12 June 1999\n", None),
        ("da", "Tekst.\n\nSidst opdateret 20. oktober 2017", "2017-10-20"),
        ("da", "Siden er opdateret den 21. september 2020", "2020-09-21"),
        ("da", "Siden er senest ændret 2. juni 2020.", "2020-06-02"),
        ("da", "Mission update uge 28 - 2020\n\n13-07-2020 - kl. 11:30\n\nSiden maj 2019 …", "2020-07-13"),
        ("da", "Udland  |  28. september 2022 kl. 06.15\n\nTekst", "2022-09-28"),
        ("da", "2. august 2021 – Kl. 10.05\nAf Forsvarskommandoen", "2021-08-02"),
        ("da", "Titel\nOpdateret den 3. maj 2021 kl. 10.15\nTekst", "2021-05-03"),
        ("da", "Titel\nAf Jens Hansen, 3. maj 2021\nTekst", "2021-05-03"),
        ("da", "Titel\nKøbenhavn d. 3/5 2021\nTekst", "2021-05-03"),
        ("da", "AVISEN\nTorsdag d. 21. marts 2024, side 6\nTekst", "2024-03-21"),
        ("da", "Titel\nman. 3. maj 2021\nTekst", "2021-05-03"),
        ("da", "Uge 28, 2020\n\nTekst", "2020-07-12/2020-07-13"),
        ("da", "Nyt fra missionerne i uge 28, 2020\n\nTekst", "2020-07-12/2020-07-13"),
        ("da", "Folketinget vedtog den 24. oktober 2019 bidraget.", None),
    ],
)
def test_a_text_tells_its_day_of_publication(language: str, text: str, day: str | None) -> None:
    assert find_publication_day(text, load(language)) == day


@pytest.mark.parametrize(
    ("language", "text", "published", "week"),
    [
        ("en", "Weekly news • Issue 40 • 28 September – 4 October 2020\n\nText.", None, ("2020-09-28", "2020-10-04")),
        ("en", "No. 46 of 2021. Covers 8 - 14 November\n\nText.", None, ("2021-11-08", "2021-11-14")),
        ("en", "Weekly update, week 30\n\nText.", date(2021, 8, 2), ("2021-07-26", "2021-08-01")),
        ("en", "Weekly update, week 30\n\nText.", None, None),
        ("en", "Exercise Quiet Harbour, 8 - 14 November 2021\n\nText.", None, None),
        ("en", "Period covered: 1 May 2021 to 30 June 2021\n\nText.", None, None),
        ("da", "Mission update - uge 28 2020\n\nTekst.", None, ("2020-07-06", "2020-07-12")),
        ("da", "UGENS MISSIONER\nUge 19 / 2013\n\nTekst.", None, ("2013-05-06", "2013-05-12")),
        ("da", "Titel\n\nHoldet kom hjem i 2013.", None, None),
        ("da", "Titel\n\nFire fly bliver i næste uge overført til Keflavik.", date(2021, 3, 2), None),
    ],
)
def test_a_bulletin_tells_the_week_that_it_covers(
    language: str, text: str, published: date | None, week: tuple[str, str] | None
) -> None:
    times = time_reader(load(language)).find(text)
    assert find_covered_week(text, times, load(language), published) == week


def gold_documents() -> list[Path]:
    return [path for path in sorted(GOLD.glob("*/*.json")) if path.stem not in SET_ASIDE]


def test_gold_documents_tell_their_day_of_publication() -> None:
    documents = gold_documents()
    if not documents:
        pytest.skip("The gold documents are not beside the repository.")
    for path in documents:
        gold = json.loads(path.read_text(encoding="utf-8"))
        found = find_publication_day(_text(path), load(gold["language"]))
        if path.stem in UNDATED:
            assert found is None, path.stem
        else:
            assert found, path.stem
            first, last = parse_bound(found)
            assert first.isoformat() <= gold["published"] <= last.isoformat(), path.stem


def _text(path: Path) -> str:
    plain = path.with_suffix(".txt")
    if plain.exists():
        return plain.read_text(encoding="utf-8")
    page = re.sub(r"(?s)<(style|script|head).*?</\1>", "", path.with_suffix(".html").read_text(encoding="utf-8"))
    return html.unescape(re.sub("<[^>]*>", "\n", page))
