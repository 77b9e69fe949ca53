"""Documents by any of their names: an address, the path of a file, or the beginning of the document's own name."""

from __future__ import annotations

from contingent.ask.lookup import listed, nearest
from contingent.errors import RegisterError, UnknownNameError
from contingent.register import StoredDocument, Version, View


def versions_named(view: View, name: str) -> tuple[Version, ...]:
    """All versions of a page named by its address, oldest first, or the one document of a name.

    Raises ``UnknownNameError`` with the nearest addresses if there is neither.
    """
    found = view.versions(name)
    if found:
        return found
    try:
        stored = view.document(name)
    except RegisterError as error:
        if _may_be_document_name(name):
            raise
        near = nearest(name, view.addresses())
        offer = f"did you mean {listed(near)}?" if near else "contingent documents lists what it holds."
        raise UnknownNameError(f"There is no page {name!r} in {view.path}; {offer}", near) from error
    return (_version_of(stored),)


def _may_be_document_name(name: str) -> bool:
    return len(name) >= 8 and all(letter in "0123456789abcdef" for letter in name.lower())


def _version_of(stored: StoredDocument) -> Version:
    return Version(stored.address, stored.version, stored.document_id, stored.added_at, stored.published, stored.reader)
