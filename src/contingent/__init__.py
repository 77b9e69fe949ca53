"""Contingent: a register of international operations in which every fact points at its words."""

__version__ = "0.1.0"
