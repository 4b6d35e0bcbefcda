"""Who gets a kernel, and when: by turns, few being started at a time, and no more than there is room for."""

import asyncio
import contextlib
import os
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

from jupyter_client.multikernelmanager import MultiKernelManager

# A kernel that starts keeps a processor busy for half a second: more at once would all be late.
STARTED_AT_ONCE = os.cpu_count() or 1
EACH = 150_000_000  # bytes of a kernel that has compared: half of the machine's memory may go into kernels
FEWEST = 4  # kernels, however small the machine
UNMET = 45  # seconds: a page that has got its kernel and taken no line to it by then has been left


class Place:
    """One page that waits for its kernel."""

    def __init__(self) -> None:
        self.stirred, self.left, self.served = asyncio.Event(), False, False


class Reception:
    """The pages that wait, in the order in which they came, and whose each kernel is."""

    def __init__(self, kernels: MultiKernelManager, most: int) -> None:
        """`most` kernels are handed out at the same time."""
        self.kernels, self.most = kernels, most
        self.waiting: list[Place] = []
        self.starting: list[Place] = []
        self.owners: dict[str, str] = {}
        self.lines: Counter[str] = Counter()

    async def wait(self, place: Place) -> AsyncIterator[int]:
        """How many come before, told anew when that changes, until it is this page's turn or it is left."""
        self.waiting.append(place)
        told = 0
        try:
            while not place.left and (before := self.count_before(place)) > 0:
                place.stirred.clear()
                if before != told:
                    told = before
                    yield before
                else:
                    await place.stirred.wait()
        finally:
            self.waiting.remove(place)
        if not place.left:
            self.starting.append(place)
        self.stir()

    def count_before(self, place: Place) -> int:
        """How many pages must have their kernel before this one's turn comes."""
        return self.waiting.index(place) + len(self.starting) - STARTED_AT_ONCE + 1

    def leave(self, place: Place) -> None:
        """This page has its kernel, or waits no longer."""
        place.left = True
        with contextlib.suppress(ValueError):  # it was not its turn yet
            self.starting.remove(place)
        self.stir()

    def stir(self) -> None:
        """Let everyone who waits look again."""
        for place in self.waiting:
            place.stirred.set()

    def is_full(self) -> bool:
        """Whether no further kernel may be handed out. The page that asks is being served already."""
        self.owners = {kernel: owner for kernel, owner in self.owners.items() if kernel in self.kernels}
        return len(self.owners) + sum(not place.served for place in self.starting) > self.most

    def hand_out(self, kernel: str, owner: str, place: Place) -> None:
        """The kernel is this reader's, and nobody else's; it ends if no page comes for it."""
        self.owners[kernel], place.served = owner, True
        self.look_later(kernel, 0 if place.left else UNMET)

    def look_later(self, kernel: str, patience: float) -> None:
        """Look after so many seconds whether a page holds a line to this kernel, and end it if none does."""
        loop = asyncio.get_running_loop()
        loop.call_later(patience, lambda: loop.create_task(self.end_lonely(kernel)))

    async def end_lonely(self, kernel: str) -> None:
        """Shut the kernel down if no page holds a line to it."""
        if kernel not in self.kernels or self.lines[kernel] > 0:
            return
        if self.kernels.kernel_model(kernel)["connections"] == 0:
            await self.kernels.shutdown_kernel(kernel)


def count_room() -> int:
    """How many kernels half of this machine's memory carries."""
    return max(FEWEST, int(measure_memory() / 2 / EACH))


def measure_memory() -> float:
    """Bytes of memory of this machine, or of the container in which we are."""
    try:
        whole = float(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"))
    except (ValueError, OSError, AttributeError):  # not told here: as much as a small laptop has
        whole = 8e9
    try:
        return min(whole, float(Path("/sys/fs/cgroup/memory.max").read_text(encoding="ascii")))
    except (ValueError, OSError):  # "max", or no container
        return whole
