from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def register_path(tmp_path: Path) -> Path:
    """Where a test's register is to be; nothing is there yet."""
    return tmp_path / "contingent.db"
