"""The dashboard as a reader starts it, in a home of its own, and what it takes of the machine."""

import contextlib
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
from jupyter_client import BlockingKernelClient

ROOT = Path(__file__).parents[2]
QUIET = 20  # percent: of a machine that does less than this, little is missing
POOL = 2  # kernels that wait for readers
MAKE_BOTH = "from workbook.app import explore; page = explore(); page.old, page.new = page.new, page.old"


@dataclass
class Served:
    """A dashboard that answers."""

    process: psutil.Process
    address: str  # http://127.0.0.1:PORT/
    token: str
    home: Path

    @property
    def key(self) -> str:
        return f"{self.address}?token={self.token}"

    @property
    def kept(self) -> list[Path]:
        """The results that are kept on disk."""
        return list(self.home.glob("cache/gcm-workbook/*.json"))

    def kernels(self) -> list[psutil.Process]:
        """The kernels that run; one that has just ended may still stand in the list of processes."""
        found = []
        for child in self.process.children(recursive=True):
            with contextlib.suppress(psutil.NoSuchProcess):  # or a zombie
                if "ipykernel_launcher" in child.cmdline():
                    found.append(child)
        return found

    def kernel(self, kernel_id: str) -> psutil.Process:
        return next(each for each in self.kernels() if kernel_id in " ".join(each.cmdline()))

    def work(self) -> float:
        """Seconds of processor time that the kernels have taken."""
        total = 0.0
        for kernel in self.kernels():
            with contextlib.suppress(psutil.NoSuchProcess):
                total += sum(kernel.cpu_times()[:2])
        return total

    def memory(self) -> float:
        """Megabytes of the server and of all its kernels; what they share is counted once."""
        return sum(map(weigh, [self.process, *self.kernels()]))

    def settle(self, readers: int = 0, patience: float = 5) -> None:
        """Wait until all kernels are ready and the machine is quiet, but no longer than patience lasts."""
        end = time.monotonic() + patience
        while len(self.kernels()) != POOL + readers and time.monotonic() < end:
            time.sleep(0.1)
        while time.monotonic() < end:
            used = self.work()
            busy = psutil.cpu_percent(0.5)
            if self.work() - used < 0.05 and busy < QUIET:
                return


def weigh(process: psutil.Process) -> float:
    """Megabytes of memory; what is shared with others is counted in part (PSS)."""
    rollup = Path(f"/proc/{process.pid}/smaps_rollup").read_text(encoding="utf-8")
    return int(re.search(r"^Pss:\s+(\d+)", rollup, re.MULTILINE)[1]) / 1000


def ask_modules(kernel: psutil.Process) -> set[str]:
    """The packages that a kernel has imported, as it says itself."""
    command = kernel.cmdline()
    client = BlockingKernelClient(connection_file=command[command.index("-f") + 1])
    client.load_connection_file()
    client.start_channels()
    try:
        question = {"names": "sorted({name.split('.')[0] for name in __import__('sys').modules})"}
        request = client.execute("", silent=True, user_expressions=question)
        while True:
            answer = client.get_shell_msg(timeout=30)
            if answer["parent_header"].get("msg_id") == request:
                return set(
                    re.findall(r"\w+", answer["content"]["user_expressions"]["names"]["data"]["text/plain"])
                )
    finally:
        client.stop_channels()


@contextmanager
def serve() -> Iterator[Served]:
    """The dashboard, its results made before and kept on disk, until the block ends."""
    with tempfile.TemporaryDirectory(prefix="workbook-bench-") as folder:
        home = Path(folder)
        places = {"HOME": folder, "XDG_CACHE_HOME": str(home / "cache")}
        environment = os.environ | places
        subprocess.run([sys.executable, "-c", MAKE_BOTH], env=environment, cwd=ROOT, check=True)
        process = subprocess.Popen(
            [sys.executable, "-m", "workbook", "dashboard", "--no-browser"],
            env=environment,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        try:
            found = next(
                filter(None, (re.search(r"(http://\S+/)\?token=(\S+)", line) for line in process.stdout))
            )
            threading.Thread(target=process.stdout.read, daemon=True).start()
            yield Served(psutil.Process(process.pid), found[1], found[2], home)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=60)
