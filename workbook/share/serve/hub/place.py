"""Where JupyterHub expects the server that it starts for a reader."""

import os
from typing import NamedTuple
from urllib.parse import urlsplit

from workbook.schemas import WorkbookError


class Placed(NamedTuple):
    """Where the hub expects this reader's server."""

    host: str
    port: int
    base: str  # the path that all of its addresses begin with


def read_place() -> Placed:
    """Where the hub expects us, as it says in the environment. Raises WorkbookError where no hub does."""
    address, base = (os.environ.get(f"JUPYTERHUB_SERVICE_{name}") for name in ("URL", "PREFIX"))
    if not address or not base:
        raise WorkbookError(
            "--hub is for JupyterHub's spawner, which says in the environment where it looks for us."
        )
    parts = urlsplit(address)
    return Placed(parts.hostname or "127.0.0.1", parts.port or 80, base)
