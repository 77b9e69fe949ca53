"""The register: the only place that keeps anything. ``Register`` adds, ``View`` reads, and nothing is ever lost."""

from contingent.register.register import Addition, Outcome, Register
from contingent.register.view import StoredDocument, Version, View

__all__ = ["Addition", "Outcome", "Register", "StoredDocument", "Version", "View"]
