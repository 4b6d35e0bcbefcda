"""Many readers at once, without browsers: each loads the page and asks its kernel for the state."""

import asyncio
import json
import re
import time
import uuid

from served import Served
from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.websocket import websocket_connect

READERS = 30
PATIENCE = 90  # seconds
LARGEST = 100_000_000  # bytes of a message


def arrive(served: Served, readers: int = READERS) -> tuple[list[float], float]:
    """Seconds until each reader's explorer is there, in order; and megabytes added while all are reading."""
    before = served.memory()

    async def all_arrive() -> tuple[list[float], float]:
        AsyncHTTPClient.configure(None, max_clients=readers, max_body_size=LARGEST)
        cookies = await enter(served)
        start = time.perf_counter()
        lines = await asyncio.gather(*(read(served, cookies, start) for _ in range(readers)))
        added = served.memory() - before
        for _, line in lines:
            line.close()
        return sorted(taken for taken, _ in lines), added

    return asyncio.run(all_arrive())


async def enter(served: Served) -> str:
    """The cookie that the token buys."""
    answer = await AsyncHTTPClient().fetch(served.key, follow_redirects=False, raise_error=False)
    return "; ".join(cookie.split(";")[0] for cookie in answer.headers.get_list("Set-Cookie"))


async def read(served: Served, cookies: str, start: float) -> tuple[float, object]:
    """The second at which the explorer's state has arrived, and the open line to its kernel."""
    headers = {"Cookie": cookies}
    page = await AsyncHTTPClient().fetch(served.address, headers=headers, request_timeout=PATIENCE)
    kernel = re.search(r'"kernelId":\s*"([^"]+)"', page.body.decode())[1]
    url = f"{served.address.replace('http', 'ws', 1)}api/kernels/{kernel}/channels"
    line = await websocket_connect(HTTPRequest(url, headers=headers), max_message_size=LARGEST)
    comm = uuid.uuid4().hex
    await line.write_message(
        say("comm_open", {"comm_id": comm, "target_name": "jupyter.widget.control", "data": {}})
    )
    await line.write_message(say("comm_msg", {"comm_id": comm, "data": {"method": "request_states"}}))
    while message := await asyncio.wait_for(line.read_message(), PATIENCE):
        text = message if isinstance(message, str) else message.decode(errors="replace")
        if '"update_states"' in text and '"similarity"' in text:
            return time.perf_counter() - start, line
    raise AssertionError("the kernel has hung up")


def say(kind: str, content: dict) -> str:
    """A message to a kernel."""
    header = {
        "msg_id": uuid.uuid4().hex,
        "msg_type": kind,
        "username": "",
        "session": "bench",
        "version": "5.3",
    }
    return json.dumps(
        {
            "channel": "shell",
            "header": header,
            "parent_header": {},
            "metadata": {"version": "1.0.0"},  # of the messages about all widgets
            "content": content,
            "buffers": [],
        }
    )
