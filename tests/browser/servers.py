"""Servers that tests start: the dashboard, JupyterLab."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psutil

ROOT = Path(__file__).parents[2]
HERE = "127.0.0.1"
STARTING, STOPPING = 60, 30  # seconds for a server to begin and to end


@dataclass
class Server:
    """A server that a test started: its address, the key to it, what it said, and its kernels."""

    process: subprocess.Popen
    address: str  # http://127.0.0.1:PORT/, or under the name that it was asked for
    token: str
    said: list[str]
    listener: threading.Thread

    @property
    def key(self) -> str:
        return f"{self.address}?token={self.token}"

    def find_kernel(self, kernel_id: str) -> psutil.Process:
        """The process of a kernel."""
        children = psutil.Process(self.process.pid).children(recursive=True)
        return next(child for child in children if kernel_id in " ".join(child.cmdline()))

    def stop(self, number: signal.Signals = signal.SIGINT) -> int:
        """Presses Ctrl-C, or closes the terminal's window; the exit code, once all was said."""
        self.process.send_signal(number)
        code = self.process.wait(timeout=STOPPING)
        self.listener.join()
        return code


def start_server(command: list[str], folder: Path, host: str = HERE, **more: str) -> Server:
    """Starts a command that prints an address with a token; its home is empty, so nobody's settings count.

    `host` is the name in the address that counts; `more` stands in the environment besides.
    """
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    process = subprocess.Popen(
        [sys.executable, "-m", *command],
        env=kept | {"HOME": str(folder)} | more,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    killer = threading.Timer(STARTING, process.kill)
    killer.start()
    said = []
    for line in process.stdout:
        said.append(line)
        if found := re.search(rf"(http://{re.escape(host)}:(\d+)/)\S*\?token=(\S+)", line):
            killer.cancel()
            listener = threading.Thread(target=hear_out, args=(process, said), daemon=True)
            listener.start()
            wait_until_open(f"http://{HERE}:{found[2]}/")
            return Server(process, found[1], found[3], said, listener)
    raise AssertionError(f"{command} printed no address:\n{''.join(said)}")


def wait_until_open(address: str) -> None:
    """Until somebody answers there: JupyterLab names its address a moment before it listens."""
    parts, end = urlsplit(address), time.monotonic() + STARTING
    while True:
        try:
            return socket.create_connection((parts.hostname, parts.port)).close()
        except ConnectionRefusedError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)


def hear_out(process: subprocess.Popen, said: list[str]) -> None:
    """Takes what a server says, so that it never waits for a listener."""
    with process.stdout:
        said.extend(process.stdout)
