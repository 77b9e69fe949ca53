"""How Hypothesis looks for examples: the same in each run, so that a build server's run tells of the change alone.

``python -m pytest --hypothesis-profile=wide`` looks for new ones, and more of them.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# No clock: on a machine with other work to do, an example may take any time.
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("steady", patient, derandomize=True)
settings.register_profile("wide", patient, derandomize=False, max_examples=1_000)
settings.load_profile("steady")
