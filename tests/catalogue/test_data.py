"""Rules that every row of the catalogue keeps, and rows that break them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from contingent import catalogue
from contingent.catalogue.check import check
from contingent.catalogue.table import FOLDER
from contingent.errors import DataError

NORDIC_FORMS = {
    "DNK": ("danske", "dänischen", "Danes", "danskerne", "Däninnen", "Folketinget"),
    "SWE": ("svenske", "schwedische", "Swedes", "svenskerne", "Schweden", "Riksdag"),
}


def test_every_row_keeps_the_rules() -> None:
    check()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the catalogue that a test may break."""
    folder = tmp_path / "catalogue"
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return folder


BAD_ROWS = [
    ("actors.csv", "QQQ,planet,Nowhere", "the kind 'planet' is not known"),
    ("actors.csv", "DNK,state,Denmark", "a second time"),
    ("actor_names.csv", "QQQ,en,name,Nowhere,", "the actor 'QQQ' is not known"),
    ("actor_names.csv", "SWE,en,name,Denmark,", "'Denmark' means SWE here and DNK in actors.csv"),
    ("actor_names.csv", "SWE,*,name,Danmark,", "mark it ambiguous"),
    ("actor_names.csv", "SWE,en,nickname,Up North,", "the form 'nickname' is not known"),
    ("actor_names.csv", "SWE,english,name,Up North,", "no ISO 639-1 code"),
    ("actor_names.csv", "SWE,en,name,Up  North,", "stray spaces"),
    ("actor_names.csv", "SWE,en,name,Up North,maybe", "the mark of ambiguity 'maybe' is not known"),
    ("actor_names.csv", "SWE,en,name", "the row has 3 cells; it must have 5"),
    ("operations.csv", "Operation X,nato,NATO,QQQ,,,,,", "the actor 'QQQ' is not known"),
    ("operations.csv", "Operation X,nato,NATO,,May 2020,,,,", "is not a bound in time"),
    ("operations.csv", "Operation X,nato,NATO,,2020,2019,,,", "ends before it starts"),
    ("operations.csv", "Operation X,nato,NATO,,,,Operation Y,,", "the operation 'Operation Y' is not known"),
    ("operations.csv", "Operation X,nato,NATO,,,,Operation X,,", "is part of itself"),
    ("operations.csv", "Operation X/Y,nato,NATO,,,,,,", "cannot be the name of an operation"),
    ("operations.csv", "Operation X,national,DNK,,,,,,", "does not go with the kind"),
    ("operation_names.csv", "Kosovo Force,*,abbreviation,ISAF,", "'ISAF' means Kosovo Force here"),
    ("operation_names.csv", "Kosovo Force,en,name,UN Stabilisation Mission in Mali,", "mark it ambiguous"),
    ("ranks.csv", "OF-11,en,Star Marshal,", "the grade 'OF-11' is not known"),
    ("ranks.csv", "OF-3,en,Colonel,", "'Colonel' means OF-3 here and OF-5"),
    ("assets.csv", "hovercraft,vessel,en,hovercraft,", "the asset type 'vessel' is not known"),
    ("assets.csv", "hovercraft,,da,luftpudebåd,", "only the English row"),
    ("places.csv", "Camp X,,camp,DNK,95.0,10.0,exact", "no position on the earth"),
    ("places.csv", "Camp Adazi,,camp,LVA,57.0,24.0,exact", "stands in line"),
]


@pytest.mark.parametrize(("file", "row", "complaint"), BAD_ROWS, ids=[f"{file}: {row}" for file, row, _ in BAD_ROWS])
def test_a_bad_row_is_named_with_its_file_and_line(copy: Path, file: str, row: str, complaint: str) -> None:
    path = copy / file
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}{row}\n", encoding="utf-8")
    with pytest.raises(DataError) as raised:
        check(copy)
    assert complaint in str(raised.value)
    assert f"Catalogue file {file}, line {text.count(chr(10)) + 1}:" in str(raised.value)


def test_a_marked_name_may_mean_two_things(copy: Path) -> None:
    path = copy / "actor_names.csv"
    path.write_text(path.read_text(encoding="utf-8") + "SWE,en,name,Denmark,yes\n", encoding="utf-8")
    check(copy)


def test_unknown_columns_are_refused(copy: Path) -> None:
    path = copy / "ranks.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("grade,language", "grade,tongue"), encoding="utf-8")
    with pytest.raises(DataError, match=r"ranks\.csv, line \d+: the columns are grade, tongue"):
        check(copy)


def test_a_missing_file_is_named(copy: Path) -> None:
    (copy / "assets.csv").unlink()
    with pytest.raises(DataError, match=r"assets\.csv cannot be read"):
        check(copy)


def test_the_catalogue_is_as_large_as_promised() -> None:
    known = catalogue.load()
    assert len(known.operations) >= 300
    assert sum(actor.kind == "state" for actor in known.actors.values()) >= 195
    forces = {name.actor for name in known.actor_names if name.form == "armed forces"}
    assert len(forces) >= 60
    assert len({name.name for name in known.asset_names if name.model}) >= 200
    assert len(known.asset_types) >= 60


@pytest.mark.parametrize("language", ["en", "da", "de"])
def test_every_state_has_a_name_an_adjective_and_a_people_in_each_language(language: str) -> None:
    known = catalogue.load()
    named = {(name.actor, name.form) for name in known.actor_names if name.language == language}
    states = {actor.code for actor in known.actors.values() if actor.kind == "state"}
    assert {code for code in states if (code, "name") not in named} == set()
    # Saint Kitts and Nevis has no settled adjective in Danish and German; the Holy See has no people.
    assert {code for code in states if (code, "adjective") not in named} <= {"KNA"}
    assert {code for code in states if (code, "people") not in named} <= {"KNA", "VAT"}


def test_regular_forms_are_made_by_rule_and_irregular_ones_listed() -> None:
    names = {(name.actor, name.name) for name in catalogue.load().actor_names}
    for actor, forms in NORDIC_FORMS.items():
        for form in forms:
            assert (actor, form) in names, form
    for actor, form in (
        ("FRA", "franskmændene"),
        ("DEU", "Deutsche"),
        ("CHE", "Schweizer"),
        ("GBR", "Britons"),
        ("POL", "polakkerne"),
    ):
        assert (actor, form) in names, form


@pytest.mark.parametrize("kind", ["un peacekeeping", "nato", "eu military", "eu civilian", "african union"])
def test_operations_of_organisations_have_a_leading_actor(kind: str) -> None:
    assert all(operation.lead for operation in catalogue.load().operations.values() if operation.kind == kind)


def test_no_place_is_named_by_a_word_of_rank_or_equipment() -> None:
    known = catalogue.load()
    words = {rank.name.casefold() for rank in known.ranks}
    words |= {asset.name.casefold() for asset in known.asset_names if not asset.model}
    assert {name for name in catalogue.place_names() if name.casefold() in words} == set()


def test_every_form_of_an_asset_noun_leads_to_its_singular() -> None:
    known = catalogue.load()
    nouns = {(asset.language, asset.name): asset for asset in known.asset_names if not asset.model}
    for (language, name), asset in nouns.items():
        singular = nouns[language, asset.singular]
        assert singular.singular == singular.name, name
        assert singular.type == asset.type, name
    for language, name, singular_form in (
        ("en", "patrol boats", "patrol boat"),
        ("en", "fighter aircraft", "fighter aircraft"),
        ("da", "fregatterne", "fregat"),
        ("da", "kampflyene", "kampfly"),
        ("da", "pansrede mandskabsvogne", "pansret mandskabsvogn"),
        ("de", "Hubschraubern", "Hubschrauber"),
    ):
        assert nouns[language, name].singular == singular_form


def test_every_asset_type_leads_up_to_equipment() -> None:
    types = catalogue.load().asset_types
    for name in types:
        above = [name]
        while (parent := types[above[-1]].parent) is not None:
            assert parent in types
            assert parent not in above
            above.append(parent)
        assert above[-1] == "equipment"


def test_regular_danish_nouns_of_equipment_have_all_their_forms() -> None:
    names = {asset.name for asset in catalogue.load().asset_names if asset.language == "da" and not asset.model}
    for noun in sorted(name for name in names if name.endswith(("skib", "fartøj")) and " " not in name):
        assert {f"{noun}et", f"{noun}{'e' if noun.endswith('b') else 'er'}"} <= names, noun
    for noun in sorted(name for name in names if name.endswith("helikopter") and " " not in name):
        assert {f"{noun}en", f"{noun}e", f"{noun}ne"} <= names, noun


OFFICERS_OF = ("cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "hu", "it", "lt", "lv", "nb", "nl", "pl")


@pytest.mark.parametrize("language", [*OFFICERS_OF, "pt", "ro", "sk", "sv", "tr"])
def test_each_main_force_has_a_rank_of_every_officer_grade(language: str) -> None:
    grades = {rank.grade for rank in catalogue.load().ranks if rank.language == language}
    assert {f"OF-{number}" for number in range(1, 10)} <= grades


@pytest.mark.parametrize("language", ["da", "de", "en"])
def test_each_language_pack_has_a_rank_of_every_grade(language: str) -> None:
    grades = {rank.grade for rank in catalogue.load().ranks if rank.language == language}
    assert {f"OF-{number}" for number in range(1, 11)} | {f"OR-{number}" for number in range(1, 10)} <= grades


def test_every_rank_has_one_grade_in_its_language() -> None:
    seen: dict[tuple[str, str], str] = {}
    for rank in catalogue.load().ranks:
        assert seen.setdefault((rank.language, rank.name.casefold()), rank.grade) == rank.grade, rank
        assert rank.name == " ".join(rank.name.split())
