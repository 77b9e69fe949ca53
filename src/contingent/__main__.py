"""``python -m contingent`` is the program ``contingent``."""

from contingent.show.command_line import main

main()
