"""A room of readers, without browsers: each loads the page, speaks with a kernel of its own, and leaves.

`python tests/bench/crowd.py --readers 30 --over 10 --seconds 300` prints how long each waited, how long a
choice took, what failed, what memory it took, and when the last kernel had gone.
"""

import argparse
import asyncio
import json
import os
import random
import re
import statistics
import time
import uuid
from dataclasses import dataclass, field

from served import POOL, Served, serve
from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.websocket import websocket_connect

READERS = 30
PATIENCE = 90  # seconds
LARGEST = 100_000_000  # bytes of a message


@dataclass
class Stay:
    """What one reader met with."""

    ready: float = 0.0  # seconds from arriving until the explorer's state is there
    choices: list[float] = field(default_factory=list)  # milliseconds until the kernel has answered
    errors: list[str] = field(default_factory=list)
    line: object = None
    model: str = ""


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
    stay, start, headers = Stay(), time.perf_counter(), {"Cookie": cookies}
    try:
        page = await AsyncHTTPClient().fetch(served.address, headers=headers, request_timeout=PATIENCE)
        kernel = re.search(r'"kernelId":\s*"([^"]+)"', page.body.decode())[1]
        url = f"{served.address.replace('http', 'ws', 1)}api/kernels/{kernel}/channels"
        stay.line = await websocket_connect(HTTPRequest(url, headers=headers), max_message_size=LARGEST)
        comm = uuid.uuid4().hex
        await stay.line.write_message(
            say("comm_open", {"comm_id": comm, "target_name": "jupyter.widget.control", "data": {}})[1]
        )
        request = {"comm_id": comm, "data": {"method": "request_states"}}
        await stay.line.write_message(say("comm_msg", request)[1])
        while not stay.model:
            stay.model = find_model(await hear(stay))
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
        state = {
            "objective": random.choice(["7", "13", "23", None]),
            "words": random.choice(["", "children"]),
        }
        update = {"comm_id": stay.model, "data": {"method": "update", "state": state, "buffer_paths": []}}
        number, message = say("comm_msg", update)
        try:
            await stay.line.write_message(message)
            while not is_answer(await hear(stay), number):
                pass
            stay.choices.append((time.perf_counter() - began) * 1000)
        except Exception as error:
            stay.errors.append(f"choosing: {type(error).__name__}: {error}")
            return
        await asyncio.sleep(max(0, 1 - (time.perf_counter() - began)))


async def hear(stay: Stay) -> dict:
    """The next message of the kernel."""
    message = await asyncio.wait_for(stay.line.read_message(), PATIENCE)
    if message is None:
        raise ConnectionError("the kernel has hung up")
    if isinstance(message, bytes):  # with buffers behind it: their number, where each begins, the message
        first, second = (int.from_bytes(message[at : at + 4], "big") for at in (4, 8))
        message = message[first:second]
    return json.loads(message)


def find_model(message: dict) -> str:
    """The id of the explorer's model where the message tells of it; else nothing."""
    states = message.get("content", {}).get("data", {})
    states = states.get("states", {}) if isinstance(states, dict) else {}
    return next((model for model, told in states.items() if "bundle" in told.get("state", {})), "")


def is_answer(message: dict, number: str) -> bool:
    """Whether the kernel says by this that it has done what was asked under this number."""
    ours = message.get("parent_header", {}).get("msg_id") == number
    return ours and message.get("content", {}).get("execution_state") == "idle"


def say(kind: str, content: dict) -> tuple[str, str]:
    """A message to a kernel, and its number."""
    header = {
        "msg_id": uuid.uuid4().hex,
        "msg_type": kind,
        "username": "",
        "session": "bench",
        "version": "5.3",
    }
    message = {
        "channel": "shell",
        "header": header,
        "parent_header": {},
        "metadata": {"version": "1.0.0"},  # of the messages about all widgets
        "content": content,
        "buffers": [],
    }
    return header["msg_id"], json.dumps(message)


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
