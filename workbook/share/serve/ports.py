"""The listening socket: bound before anything else, so that a taken port is said at once."""

import contextlib
import errno
import socket

from workbook.schemas import WorkbookError
from workbook.share.serve.hosts import HERE

FIRST_PORT = 8866  # Voilà's own; the next ones are tried where it is taken
PORTS_TRIED = 50
REASONS = {
    errno.EADDRINUSE: "another program has it. Choose another with --port, or leave --port away",
    errno.EACCES: "it needs an administrator. Choose one above 1023 with --port",
}


def bind_port(port: int | None, host: str = HERE) -> socket.socket:
    """The listening socket: on the port asked for, or on the first free one from 8866 on."""
    if port is None:
        return bind_free_port(host)
    if not 0 < port < 65536:
        raise WorkbookError(f"Port {port} cannot be used: choose a number from 1024 to 65535 with --port.")
    try:
        return socket.create_server((host, port))
    except OSError as error:
        reason = REASONS.get(error.errno, error.strerror or str(error))
        raise WorkbookError(f"Port {port} cannot be used: {reason}.") from None


def bind_free_port(host: str) -> socket.socket:
    """The listening socket on the first port from 8866 on that nobody has."""
    for port in range(FIRST_PORT, FIRST_PORT + PORTS_TRIED):
        with contextlib.suppress(OSError):
            return socket.create_server((host, port))
    raise WorkbookError(f"No free port from {FIRST_PORT} on. Choose one with --port.")
