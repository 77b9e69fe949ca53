"""Serving: the application at an address of this machine, until somebody stops it.

The law of this module: it binds where it is told and nowhere else, and ends without a trace of the program's inside.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import uvicorn

from contingent.errors import UsageError
from contingent.web.application import application, prepare
from contingent.web.desk import Desk


class _Server(uvicorn.Server):
    """A server that tells its address once it answers there."""

    def __init__(self, config: uvicorn.Config, tell: Callable[[str], None]) -> None:
        super().__init__(config)
        self._tell = tell

    async def startup(self, *sockets: Any, **named: Any) -> None:
        await super().startup(*sockets, **named)
        if self.started:
            port = self.servers[0].sockets[0].getsockname()[1]
            host = f"[{self.config.host}]" if ":" in self.config.host else self.config.host
            self._tell(f"http://{host}:{port}/")


def serve(path: Path, host: str, port: int, today: Callable[[], date], tell: Callable[[str], None]) -> None:
    """Answer at ``host`` and ``port`` (0 for any that is free) from the register at ``path``, until interrupted.

    ``tell`` is given the address when the first question can be asked. Raises ``RegisterError`` if the register cannot
    be read, and ``UsageError`` if the address cannot be used.
    """
    desk = Desk(path)
    try:
        prepare(desk, today())
        app = application(desk, today)
        config = uvicorn.Config(app, host=host, port=port, log_level="critical", lifespan="off", server_header=False)
        server = _Server(config, tell)
        try:
            server.run()
        except SystemExit:
            # That is how the library says that it cannot bind.
            raise UsageError(f"Nothing can be served at {host}, port {port}; give another --host or --port.") from None
    finally:
        desk.close()
