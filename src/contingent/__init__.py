"""Contingent: a register of international operations in which every fact points at its words."""
