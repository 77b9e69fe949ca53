"""The verbs of a language: their forms, and the frames that say what a clause with a verb states."""

from __future__ import annotations

from typing import Any, NamedTuple

from contingent.read.noun_table import english_plural

DOUBT = "?"
"""The mark of a form that is mostly another word."""


class VerbForm(NamedTuple):
    """One form of a verb.

    ``tense`` is ``present``, ``past``, ``participle``, ``infinitive``, ``gerund`` or ``passive``.
    """

    lemma: str
    tense: str


class Frame(NamedTuple):
    """What a clause with a verb states: a row of the pack's verb table."""

    sort: str
    words: tuple[str, ...]
    """The words that must follow the verb, without articles and adverbs."""
    source: str
    """Where the row stands, for explanations: file and number of the frame."""


def verb_forms(verbs: dict[str, Any], posts: dict[str, list[str]], listed: bool) -> dict[str, tuple[VerbForm, ...]]:
    """All forms of all verbs. Regular forms are made by rule unless the pack lists every form."""
    found: dict[str, set[VerbForm]] = {}

    def add(form: str, lemma: str, tense: str) -> None:
        if form and form != "-":
            found.setdefault(form.lower(), set()).add(VerbForm(lemma, tense))

    lemmas = {row.split()[0] for frame in verbs["frame"] for row in frame["verbs"]}
    deeds = [*verbs["tasks"]["verbs"], *verbs["tasks"]["light"]]
    lemmas |= {row.split()[0] for row in deeds} | set(verbs["forms"])
    lemmas |= {row.split()[0] for rows in posts.values() for row in rows}
    for lemma in lemmas:
        given = verbs["forms"].get(lemma, "").split()
        add(lemma, lemma, "infinitive")
        if listed:
            for forms, tense in zip(given, ("present", "past", "participle", "passive"), strict=False):
                for form in forms.split("/"):
                    add(form.removesuffix(DOUBT), lemma, tense)
            continue
        stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith(("ee", "ye")) else lemma
        consonant_y = lemma.endswith("y") and lemma[-2:-1] not in ("a", "e", "o", "u")
        past = given[0] if given else (lemma[:-1] + "ied" if consonant_y else lemma.removesuffix("e") + "ed")
        add(
            given[2]
            if len(given) > 2
            else english_plural(lemma)
            if lemma[-1] in "sxyho" and lemma[-2:] not in ("th", "ph")
            else lemma + "s",
            lemma,
            "present",
        )
        add(past, lemma, "past")
        add(given[1] if len(given) > 1 else past, lemma, "participle")
        add(given[3] if len(given) > 3 else stem + "ing", lemma, "gerund")
    return {form: tuple(sorted(forms)) for form, forms in found.items()}


def frames_by_verb(verbs: dict[str, Any], code: str, sets: dict[str, frozenset[str]]) -> dict[str, tuple[Frame, ...]]:
    """The frames of each verb in its dictionary form, those of most words first."""
    frames: dict[str, list[Frame]] = {}
    dropped = sets["definite"] | sets["indefinite"]
    for number, frame in enumerate(verbs["frame"], 1):
        for row in frame["verbs"]:
            lemma, *words = row.split()
            kept = tuple(word for word in words if word not in dropped)
            frames.setdefault(lemma, []).append(
                Frame(frame["class"], kept, f"{code}/verbs.toml, frame {number}: {row}")
            )
    return {lemma: tuple(sorted(rows, key=lambda row: -len(row.words))) for lemma, rows in frames.items()}


def may_part(frame: Frame, verbs: dict[str, tuple[VerbForm, ...]], particles: frozenset[str]) -> bool:
    """Whether other words may stand between the words of a frame: among several, before "supplied" or "home"."""
    if len(frame.words) == 1:
        return frame.words[0] in particles or any(form.tense == "participle" for form in verbs.get(frame.words[0], ()))
    return bool(frame.words)
