"""Voilà behind the gate, ending quietly."""

import asyncio
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
from workbook.share.serve.early import list_handlers
from workbook.share.serve.exporter import compile_once
from workbook.share.serve.gate import Door, guard_handler
from workbook.share.serve.hosts import EVERYWHERE, HERE, LOCAL, choose_hosts, warn_of_sharing, write_address
from workbook.share.serve.hub.place import read_place
from workbook.share.serve.lobby import Lobby, list_room_handlers, open_lobby
from workbook.share.serve.offer import Offer
from workbook.share.serve.ports import bind_port
from workbook.share.serve.reception import Reception, count_room
from workbook.share.serve.settings import POOL, POOL_OF_A_ROOM, POOL_OF_ONE, build_settings
from workbook.share.serve.template import build_jupyter_folder, find_notebook
from workbook.show.faults import log_file, open_log

STOP_SIGNALS = {"SIGINT", "SIGTERM", "SIGHUP"}  # Ctrl-C, kill, and a terminal window that is closed


class DashboardServer(Voila):
    """Voilà with one notebook, our settings and nobody else's."""

    identity_provider: Door
    offer: Offer
    most: int  # kernels that visitors have at the same time
    hosts: list[str]  # names and addresses that are handed out, besides those of this machine to itself
    lobby: Lobby | None  # where it is shared
    listener: socket.socket  # bound before anything else is started

    def load_config_file(self, *names: str, **places: object) -> None:
        """Nothing: a reader's own Voilà settings must not open what is closed here."""

    def init_settings(self) -> dict:
        """Voilà's, with what the gate needs to know."""
        settings = super().init_settings()
        ours = {"hosts": LOCAL | set(self.hosts), "reception": Reception(self.kernel_manager, self.most)}
        return settings | ours | {"has_rooms": self.lobby is not None}

    def init_handlers(self) -> list[tuple]:
        """Our handlers and Voilà's, each behind the gate."""
        ours = list_handlers(self.offer.find_bundle, self.base_url)
        ours += list_room_handlers(self.offer, self.lobby, self.base_url)
        handlers = [*ours, *list_entrances(self.offer, self.base_url), *super().init_handlers()]
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
        """Print the addresses, and open a browser where one was asked for and there is a screen."""
        if self.offer.hub:
            print("The dashboard is ready, behind its hub.")
        else:
            print("The dashboard is ready. Open this address; Ctrl-C stops it." + self.list_places())
        if self.lobby and self.lobby.rooms.said:
            print(self.lobby.rooms.said)
        print(f"What goes wrong is noted in {self.offer.log}.", flush=True)
        if self.open_browser and not self.offer.hub and has_screen():
            url = f"http://{HERE}:{self.port}/?token={self.identity_provider.write_ticket()}"
            threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()

    def list_places(self) -> str:
        """The address for this machine, or, where it is shared, the warning and the addresses to hand out."""
        if not self.offer.share:
            return f"\n\n    http://{HERE}:{self.port}/?token={self.token}\n"
        warning = warn_of_sharing(self.most, os.environ.get("WORKBOOK_EDIT") == "yes")
        places = [f"    {write_address(host, self.port, '')}?token={self.token}\n" for host in self.hosts]
        return "\n".join(["\n" + warning, *places])


def run_server(offer: Offer) -> None:
    """Serve until stopped: what `serve_dashboard` promises."""
    notebook = find_notebook()
    set_data_folder(offer.data_folder)
    door = choose_door(offer)
    hosts = choose_hosts(offer.share, list(offer.names))
    listener, base = bind_place(offer)
    choose_log(offer)
    compile_once()
    for name in ("tornado.access", "tornado.general"):  # a refused request is no event for a reader
        logging.getLogger(name).setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory(prefix="gcm-workbook-") as folder:
        jupyter = build_jupyter_folder(Path(folder) / "jupyter")
        others = os.environ.get("JUPYTER_PATH")
        os.environ["JUPYTER_PATH"] = os.pathsep.join([str(jupyter), others] if others else [str(jupyter)])
        server = DashboardServer(
            config=build_settings(choose_pool(offer)),
            identity_provider_class=door,
            base_url=base,
            open_browser=offer.open_browser,
        )
        server.token = secrets.token_urlsafe(24)
        server.connection_dir_root = folder
        server.notebook_path = str(notebook)
        server.offer, server.hosts, server.most = offer, hosts, offer.most or count_room()
        server.listener, server.port = listener, listener.getsockname()[1]
        server.lobby = open_lobby(offer, hosts, server.port)
        server.initialize([])
        server.start()


def bind_place(offer: Offer) -> tuple[socket.socket, str]:
    """The listening socket, and the path that every address begins with."""
    if offer.hub:
        place = read_place()
        return bind_port(place.port, place.host), place.base
    return bind_port(offer.port, EVERYWHERE if offer.share else HERE), "/"


def choose_pool(offer: Offer) -> int:
    """How many kernels wait for readers."""
    if offer.hub:
        return POOL_OF_ONE
    return POOL_OF_A_ROOM if offer.share else POOL


def choose_door(offer: Offer) -> type[Door]:
    """Who knows the readers: the hub, or the token. Raises WorkbookError where JupyterHub is missing."""
    if not offer.hub:
        return Door
    try:
        from workbook.share.serve.hub.door import HubDoor
    except ImportError:
        raise WorkbookError(
            "--hub needs JupyterHub beside the workbook: pip install 'gcm-workbook[hub]'."
        ) from None
    return HubDoor


def list_entrances(offer: Offer, base: str) -> list[tuple]:
    """The routes that are open to who is not known yet: the one to which the hub sends its readers back."""
    if not offer.hub:
        return []
    from workbook.share.serve.hub.door import list_hub_handlers

    return list_hub_handlers(base)


def choose_log(offer: Offer) -> None:
    """Opens the log. Raises WorkbookError where it cannot be written."""
    try:
        offer.log = (offer.log or log_file()).absolute()
        open_log(offer.log)
    except (OSError, RuntimeError) as error:  # RuntimeError: nobody's home
        said = getattr(error, "strerror", None) or str(error)
        raise WorkbookError(
            f"The log {offer.log or ''} cannot be written ({said}). Give --log a file."
        ) from None


def set_data_folder(data_folder: Path | None) -> None:
    """Tell the kernels, through WORKBOOK_DATA, where the drafts are."""
    if data_folder is None:
        return
    folder = Path(data_folder).expanduser().resolve()
    if not folder.is_dir():
        raise WorkbookError(f"There is no folder {folder}. Give --data the folder that holds your drafts.")
    os.environ["WORKBOOK_DATA"] = str(folder)


def has_screen() -> bool:
    """Whether a browser window can open here: on Linux and BSD, where a display is set."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
