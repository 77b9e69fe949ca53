"""How Hypothesis looks for examples: the same in each run, so that a build server's run tells of the change alone.

``python -m pytest --hypothesis-profile=wide`` looks for new ones, and more of them.
"""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("steady", derandomize=True)
settings.register_profile("wide", derandomize=False, max_examples=1_000, deadline=None)
settings.load_profile("steady")
