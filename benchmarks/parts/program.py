"""The program as its users start it: with modules that are compiled already, as installing it or its first run does.

Where ``PYTHONDONTWRITEBYTECODE`` is set, every start compiles some two hundred modules again, which nobody waits for
who has installed the program. The compiled modules are kept in a folder of their own, and the first run is not counted.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

RUNS = 5
_COMPILED = Path(tempfile.gettempdir()) / f"contingent-compiled-{os.getuid()}"


class Taken(NamedTuple):
    """Seconds of a command from the call to its end: of the processor, and on the clock. Medians of ``RUNS``."""

    processor: float
    clock: float


def seconds(*arguments: str) -> Taken:
    """How long ``contingent`` takes with these arguments. Raises ``CalledProcessError`` if it fails."""
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    surroundings["PYTHONPYCACHEPREFIX"] = str(_COMPILED)
    taken = []
    for _ in range(RUNS + 1):
        begin, before = time.perf_counter(), _children()
        command = [sys.executable, "-m", "contingent", *arguments]
        subprocess.run(command, capture_output=True, check=True, env=surroundings)
        taken.append(Taken(_children() - before, time.perf_counter() - begin))
    return Taken(*(statistics.median(each) for each in zip(*taken[1:], strict=True)))


def _children() -> float:
    """The processor time of all programs started so far."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
