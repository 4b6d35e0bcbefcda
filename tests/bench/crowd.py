"""A room of readers, without browsers: each loads the page, speaks with a kernel of its own, and leaves.

`python tests/bench/crowd.py --readers 30 --over 10 --seconds 300` prints how long each waited, how long a
choice took, what failed, what memory it took, and when the last kernel had gone.
"""

import argparse
import asyncio
import os
import random
import re
import statistics
import time
from dataclasses import dataclass, field

from served import POOL, Served, serve
from tornado.httpclient import AsyncHTTPClient

from tests.speaking import LARGEST, PATIENCE, Line, open_line

READERS = 30


@dataclass
class Stay:
    """What one reader met with."""

    ready: float = 0.0  # seconds from arriving until the explorer's state is there
    choices: list[float] = field(default_factory=list)  # milliseconds until the kernel has answered
    errors: list[str] = field(default_factory=list)
    line: Line | None = None


@dataclass
class Crowd:
    """What a whole room met with."""

    stays: list[Stay]
    memory: list[float]  # megabytes: before anybody came, when all were there, when all had chosen
    gone: float  # seconds from leaving until no kernel was left but those that wait; -1: some stayed

    @property
    def waits(self) -> list[float]:
        return sorted(stay.ready for stay in self.stays)

    @property
    def choices(self) -> list[float]:
        return sorted(taken for stay in self.stays for taken in stay.choices)

    @property
    def errors(self) -> list[str]:
        return [error for stay in self.stays for error in stay.errors]


def gather_crowd(served: Served, readers: int = READERS, over: float = 0, seconds: float = 0) -> Crowd:
    """So many readers arrive over so many seconds, and each chooses once a second for so many seconds."""

    async def run() -> Crowd:
        AsyncHTTPClient.configure(None, max_clients=readers, max_body_size=LARGEST)
        memory = [served.memory()]
        cookies = await enter(served)
        delays = [over * each / max(1, readers - 1) for each in range(readers)]
        stays = await asyncio.gather(*(arrive(served, cookies, delay) for delay in delays))
        memory.append(served.memory())
        here = [stay for stay in stays if stay.line is not None]
        await asyncio.gather(*(choose(stay, seconds) for stay in here))
        memory.append(served.memory())
        for stay in here:
            stay.line.close()
        return Crowd(stays, memory, await wait_until_gone(served))

    return asyncio.run(run())


async def enter(served: Served) -> str:
    """The cookie that the token buys."""
    answer = await AsyncHTTPClient().fetch(served.key, follow_redirects=False, raise_error=False)
    return "; ".join(cookie.split(";")[0] for cookie in answer.headers.get_list("Set-Cookie"))


async def arrive(served: Served, cookies: str, delay: float) -> Stay:
    """A reader who comes after so many seconds, loads the page, and opens a line to the kernel."""
    await asyncio.sleep(delay)
    stay, start = Stay(), time.perf_counter()
    try:
        headers = {"Cookie": cookies}
        page = await AsyncHTTPClient().fetch(served.address, headers=headers, request_timeout=PATIENCE)
        kernel = re.search(r'"kernelId":\s*"([^"]+)"', page.body.decode())[1]
        stay.line = await open_line(served.address, kernel, cookies)
        stay.ready = time.perf_counter() - start
    except Exception as error:
        stay.errors.append(f"arriving: {type(error).__name__}: {error}")
    return stay


async def choose(stay: Stay, seconds: float) -> None:
    """One choice a second: a filter, until the kernel has taken it and says that it is idle."""
    start, end = random.random(), time.perf_counter() + seconds
    await asyncio.sleep(start)
    while time.perf_counter() < end:
        began = time.perf_counter()
        objective, words = random.choice(["7", "13", "23", None]), random.choice(["", "children"])
        try:
            await stay.line.choose({"objective": objective, "words": words})
            stay.choices.append((time.perf_counter() - began) * 1000)
        except Exception as error:
            stay.errors.append(f"choosing: {type(error).__name__}: {error}")
            return
        await asyncio.sleep(max(0, 1 - (time.perf_counter() - began)))


async def wait_until_gone(served: Served) -> float:
    """Seconds until the readers' kernels have ended; -1: after a minute and a half some have not."""
    start = time.perf_counter()
    while time.perf_counter() - start < PATIENCE:
        if len(served.kernels()) <= POOL:
            return time.perf_counter() - start
        await asyncio.sleep(0.5)
    return -1


def main() -> None:
    """Gather a crowd and print what it met with."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--readers", type=int, default=READERS)
    parser.add_argument("--over", type=float, default=10, help="seconds in which they arrive")
    parser.add_argument("--seconds", type=float, default=300, help="how long each chooses once a second")
    asked = parser.parse_args()
    with serve() as served:
        served.settle()
        before = os.getloadavg()[0]
        crowd = gather_crowd(served, asked.readers, asked.over, asked.seconds)
    waits, choices = crowd.waits, crowd.choices
    print(f"load of the machine before, and after: {before:.1f}, {os.getloadavg()[0]:.1f}")
    print(f"{len(waits)} readers within {asked.over:g} s: the last waited {waits[-1]:.1f} s, the middle one "
          f"{statistics.median(waits):.1f} s")  # fmt: skip
    if choices:
        middle, late = statistics.median(choices), choices[int(len(choices) * 0.95)]
        told = f"median {middle:.1f} ms, 95th percentile {late:.1f} ms, longest {choices[-1]:.0f} ms"
        print(f"{len(choices)} choices: {told}")
    sizes = ", ".join(f"{each:.0f} MB" for each in crowd.memory)
    print(f"memory before, with all there, after their choices: {sizes}")
    print(f"kernels gone after {crowd.gone:.0f} s" if crowd.gone >= 0 else "kernels stayed")
    print(f"errors: {len(crowd.errors)}", *crowd.errors[:5], sep="\n  ")


if __name__ == "__main__":
    main()
