"""Pages and decisions made up for Hypothesis, in few names so that they meet: spellings, namesakes, parts of parts."""

from __future__ import annotations

from hypothesis import strategies as st

from contingent.decision import Decision, DecisionKind, Thing
from tests.evidence import claim, page

ACTORS = ("DNK", "Denmark", "SWE", "United Force")
OPERATIONS = ("Harbour Watch", "harbour-watch", "Kosovo Force", "KFOR")
ELEMENTS = ("", "/Support Group", "/Suport Group", "/Guard", "/Support Group/Guard")
PERSONS = ("Anna Holm", "Ana Holm", "Anna B. Holm", "Bo Lind")
PLACES = ("Camp Bondsteel", "camp bondsteel", "Kosovo", "Danmark", "Denmark")
REFERENCES = st.builds(
    lambda actor, operation, element: f"{actor}@{operation}{element}",
    st.sampled_from(("", *ACTORS)), st.sampled_from(OPERATIONS), st.sampled_from(ELEMENTS),
)  # fmt: skip
UNITS = st.builds("{}/7 Division".format, st.sampled_from(ACTORS))
CLAIMS = st.one_of(
    st.builds(lambda a, o: claim("participation", a, f"@{o}"), st.sampled_from(ACTORS), st.sampled_from(OPERATIONS)),
    st.builds(lambda p, r: claim("posting", p, r, title="Commander"), st.sampled_from(PERSONS), REFERENCES | UNITS),
    st.builds(lambda r, p: claim("location", r, p, role="base"), REFERENCES | UNITS, st.sampled_from(PLACES)),
    st.builds(lambda r, o: claim("support", r, o), REFERENCES, REFERENCES | UNITS),
    st.builds(lambda r, end: claim("existence", r, end=end), REFERENCES, st.sampled_from((None, "2021-03", "2022"))),
    st.builds(lambda r: claim("task", r, "guards the port"), REFERENCES),
)
PAGES = st.lists(st.builds(page, st.sampled_from(("2021-01-05", "2021-06-30")), CLAIMS), min_size=1, max_size=12)


NAMES = {
    Thing.OPERATION: OPERATIONS,
    Thing.ACTOR: ACTORS,
    Thing.PERSON: (*PERSONS, "Anna Holm (Kosovo Force)"),
    Thing.PLACE: PLACES,
    Thing.ELEMENT: ("DNK@Harbour Watch/Guard", "DNK@Harbour Watch/Support Group", "@Kosovo Force/Guard"),
}


@st.composite
def rulings_on_names(draw: st.DrawFn) -> Decision:
    thing = draw(st.sampled_from(sorted(NAMES)))
    one, other = draw(st.lists(st.sampled_from(NAMES[thing]), min_size=2, max_size=2, unique=True))
    kind = draw(st.sampled_from((DecisionKind.MERGE, DecisionKind.MERGE, DecisionKind.SPLIT)))
    return Decision(
        kind=kind, by="Ada", made_at="2021-07-01T12:00:00.000Z", reason="So it is.", thing=thing, names=(one, other)
    )
