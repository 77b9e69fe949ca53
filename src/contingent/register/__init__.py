"""The register: the only place that keeps anything. ``Register`` adds, ``View`` reads, and nothing is ever lost."""

from contingent.register.decisions import Verdict
from contingent.register.register import Addition, Outcome, Register
from contingent.register.stored import StoredDocument, Version
from contingent.register.view import View

__all__ = ["Addition", "Outcome", "Register", "StoredDocument", "Verdict", "Version", "View"]
