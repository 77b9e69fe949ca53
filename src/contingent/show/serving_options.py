"""The command that serves the register in a browser: its options, calling one function."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from contingent.show.options import REGISTER


@click.command(short_help="Show the register in a browser.")
@REGISTER
@click.option("--host", metavar="NAME", default="127.0.0.1", show_default=True, help="The address to answer at.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8400, show_default=True, help="The port; 0 for a free one."
)
def serve(register_path: Path, host: str, port: int) -> None:
    """Show the register in a browser, until you stop it with Ctrl-C.

    Only this machine can see the pages unless --host says otherwise.
    """
    from contingent.show.terminal import print_error, print_plain
    from contingent.web.server import serve as serve_pages

    def tell(address: str) -> None:
        print_plain(address)
        if host not in ("127.0.0.1", "localhost", "::1"):
            print_error("Everybody who can reach this machine can read the register there.")

    print_error(f"Taking in {register_path} …")
    serve_pages(register_path, host, port, date.today, tell)
    print_error("Stopped.")


SERVING = (serve,)
"""The commands of this module."""
