"""Voilà, bound to 127.0.0.1, behind the gate, ending quietly."""

import asyncio
import contextlib
import errno
import logging
import os
import secrets
import signal
import socket
import sys
import tempfile
import threading
import webbrowser
from pathlib import Path

from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from voila.app import Voila

from workbook.schemas import WorkbookError
from workbook.share.serve.early import Find, list_handlers
from workbook.share.serve.gate import Door, guard_handler
from workbook.share.serve.settings import build_settings
from workbook.share.serve.template import build_jupyter_folder, find_notebook

HOST = "127.0.0.1"
FIRST_PORT = 8866  # Voilà's own; the next ones are tried where it is taken
PORTS_TRIED = 50
REASONS = {
    errno.EADDRINUSE: "another program has it. Choose another with --port, or leave --port away",
    errno.EACCES: "it needs an administrator. Choose one above 1023 with --port",
}
STOP_SIGNALS = {"SIGINT", "SIGTERM", "SIGHUP"}  # Ctrl-C, kill, and a terminal window that is closed


class DashboardServer(Voila):
    """Voilà with one notebook, our settings and nobody else's."""

    identity_provider: Door
    find_bundle: Find
    listener: socket.socket  # bound before anything else is started

    def load_config_file(self, *names: str, **places: object) -> None:
        """Nothing: a reader's own Voilà settings must not open what is closed here."""

    def init_handlers(self) -> list[tuple]:
        """Our handlers and Voilà's, each behind the gate."""
        handlers = [*list_handlers(self.find_bundle), *super().init_handlers()]
        return [(path, guard_handler(handler), *rest) for path, handler, *rest in handlers]

    def listen(self) -> None:
        """Answer on the sockets bound beforehand until told to stop; then end every kernel."""
        server = HTTPServer(self.app)
        self.listener.setblocking(False)
        server.add_socket(self.listener)
        self.ioloop = IOLoop.current()
        for name in STOP_SIGNALS & set(signal.Signals.__members__):
            signal.signal(signal.Signals[name], self._handle_signal_stop)
        self.announce()
        self.ioloop.start()
        server.stop()
        self.stop()
        print("The dashboard has stopped.")

    def stop(self) -> None:
        """End every kernel at once: none of them holds anything that must be saved."""
        self.ioloop.run_sync(self.end_kernels)

    async def end_kernels(self) -> None:
        """End the kernels; one that is still being started is waited for, since it cannot be ended yet."""
        await asyncio.gather(*self.kernel_manager._pending_kernels.values(), return_exceptions=True)
        await self.kernel_manager.shutdown_all(now=True)

    def _handle_signal_stop(self, number: int, frame: object) -> None:
        self.ioloop.add_callback(self.ioloop.stop)

    def announce(self) -> None:
        """Print the address, and open a browser where one was asked for and there is a screen."""
        address = f"http://{HOST}:{self.port}/?token="
        print(f"The dashboard is ready. Open this address; Ctrl-C stops it.\n\n    {address}{self.token}\n")
        sys.stdout.flush()
        if self.open_browser and has_screen():
            url = address + self.identity_provider.write_ticket()
            threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()


def run_server(data_folder: Path | None, port: int | None, open_browser: bool, find_bundle: Find) -> None:
    """Serve until stopped: what `serve_dashboard` promises."""
    notebook = find_notebook()
    set_data_folder(data_folder)
    listener = bind_port(port)
    for name in ("tornado.access", "tornado.general"):  # a refused request is no event for a reader
        logging.getLogger(name).setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory(prefix="gcm-workbook-") as folder:
        jupyter = build_jupyter_folder(Path(folder) / "jupyter")
        others = os.environ.get("JUPYTER_PATH")
        os.environ["JUPYTER_PATH"] = os.pathsep.join([str(jupyter), others] if others else [str(jupyter)])
        server = DashboardServer(
            config=build_settings(), identity_provider_class=Door, open_browser=open_browser
        )
        server.token = secrets.token_urlsafe(24)
        server.connection_dir_root = folder
        server.notebook_path = str(notebook)
        server.find_bundle = find_bundle
        server.listener, server.port = listener, listener.getsockname()[1]
        server.initialize([])
        server.start()


def set_data_folder(data_folder: Path | None) -> None:
    """Tell the kernels, through WORKBOOK_DATA, where the drafts are."""
    if data_folder is None:
        return
    folder = Path(data_folder).expanduser().resolve()
    if not folder.is_dir():
        raise WorkbookError(f"There is no folder {folder}. Give --data the folder that holds your drafts.")
    os.environ["WORKBOOK_DATA"] = str(folder)


def bind_port(port: int | None) -> socket.socket:
    """The listening socket: on the port asked for, or on the first free one from 8866 on."""
    if port is None:
        return bind_free_port()
    if not 0 < port < 65536:
        raise WorkbookError(f"Port {port} cannot be used: choose a number from 1024 to 65535 with --port.")
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        reason = REASONS.get(error.errno, error.strerror or str(error))
        raise WorkbookError(f"Port {port} cannot be used: {reason}.") from None


def bind_free_port() -> socket.socket:
    """The listening socket on the first port from 8866 on that nobody has."""
    for port in range(FIRST_PORT, FIRST_PORT + PORTS_TRIED):
        with contextlib.suppress(OSError):
            return socket.create_server((HOST, port))
    raise WorkbookError(f"No free port from {FIRST_PORT} on. Choose one with --port.")


def has_screen() -> bool:
    """Whether a browser window can open here: on Linux and BSD, where a display is set."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
