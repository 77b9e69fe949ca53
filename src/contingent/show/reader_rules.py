"""The reader's rules for claims that are in the register: the stored documents are read once more to tell them.

The law of this module: it explains and never changes. What the present reader does not read has no rule here.
"""

from __future__ import annotations

from collections.abc import Iterable

from contingent.errors import ContingentError
from contingent.fact import Evidence
from contingent.reading import Said, Source, read_source
from contingent.register import View
from contingent.show.rule_places import name_of, place_of

_MOST_DOCUMENTS = 12
"""How many documents are read again for one question; a fact that a hundred pages state is clear from the first."""

Rule = tuple[str, str | None]
"""A rule's name for people, and the file and line where it stands."""


def rules_by_claim(view: View, items: Iterable[Evidence]) -> dict[str, tuple[Rule, ...]]:
    """For each claim, by its name, the rules that make it in the present reader; nothing for one that it does not make.

    Only the first documents are read again; the claims of the others have no entry.
    """
    # Only this question needs the reader; those that merely ask should not wait for it.
    from contingent.show.read_command import Looking

    wanted: dict[str, list[Evidence]] = {}
    for item in items:
        wanted.setdefault(item.document_id, []).append(item)
    found: dict[str, tuple[Rule, ...]] = {}
    for document_id in list(wanted)[:_MOST_DOCUMENTS]:
        stored = view.document(document_id)
        source = Source(view.bytes_of(document_id), stored.address, stored.declared_media_type)
        looking = Looking()
        try:
            read_source(source, Said(stored.published, stored.language), looking)
        except ContingentError:
            continue
        if looking.annotated is None:
            continue
        names = {item.claim_id for item in wanted[document_id]}
        code = looking.annotated.words.pack.code
        for proposal, cited in looking.annotated.claims:
            if cited.id in names:
                found[cited.id] = tuple((name_of(rule), place_of(rule, code)) for rule in proposal.rule.split("; "))
    return found
