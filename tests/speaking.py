"""Readers without browsers: what a page and its kernel say to one another on their line."""

import asyncio
import json
import uuid
from dataclasses import dataclass

from tornado.httpclient import HTTPRequest
from tornado.netutil import Resolver
from tornado.websocket import WebSocketClientConnection, websocket_connect

PATIENCE = 90  # seconds
LARGEST = 100_000_000  # bytes of a message


@dataclass
class Line:
    """A reader's line to a kernel, and the explorer at its other end."""

    connection: WebSocketClientConnection
    model: str = ""  # the explorer's id
    asked: int = 0

    async def say(self, kind: str, content: dict, *buffers: bytes) -> str:
        """Sends a message, with bytes behind it; its number."""
        header = {
            "msg_id": uuid.uuid4().hex,
            "msg_type": kind,
            "username": "",
            "session": "a",
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
        written = json.dumps(message)
        if buffers:
            await self.connection.write_message(pack(written.encode(), *buffers), binary=True)
        else:
            await self.connection.write_message(written)
        return header["msg_id"]

    async def hear(self) -> dict:
        """The next message of the kernel."""
        message = await asyncio.wait_for(self.connection.read_message(), PATIENCE)
        if message is None:
            raise ConnectionError("the kernel has hung up")
        if isinstance(message, bytes):  # with buffers behind it: their number, where each begins, the message
            first, second = (int.from_bytes(message[at : at + 4], "big") for at in (4, 8))
            message = message[first:second]
        return json.loads(message)

    async def choose(self, state: dict) -> None:
        """Sets choices of the page, and waits until the kernel has taken them."""
        data = {"method": "update", "state": state, "buffer_paths": []}
        number = await self.say("comm_msg", {"comm_id": self.model, "data": data})
        while not is_done(await self.hear(), number):
            pass

    async def ask(self, what: str, *buffers: bytes, **more: object) -> dict:
        """What the explorer answers to what its page asks of it."""
        self.asked += 1
        content = {"method": "custom", "content": {"ask": what, "id": self.asked, **more}}
        await self.say("comm_msg", {"comm_id": self.model, "data": content}, *buffers)
        while True:
            told = find_told(await self.hear())
            if told.get("told") == self.asked:
                return told

    async def ask_state(self) -> dict:
        """All choices of the page, and what it shows."""
        comm = await self.ask_states()
        while True:
            states = find_states(await self.hear(), comm)
            if self.model in states:
                return states[self.model]["state"]

    async def ask_states(self) -> str:
        """Asks for the states of all widgets; where the answer comes."""
        comm = uuid.uuid4().hex
        await self.say("comm_open", {"comm_id": comm, "target_name": "jupyter.widget.control", "data": {}})
        await self.say("comm_msg", {"comm_id": comm, "data": {"method": "request_states"}})
        return comm

    def close(self) -> None:
        """Hangs up."""
        self.connection.close()


async def open_line(address: str, kernel: str, cookies: str, resolver: Resolver | None = None) -> Line:
    """A line to a kernel of the dashboard at this address, once its explorer is there."""
    url = f"{address.replace('http', 'ws', 1)}api/kernels/{kernel}/channels"
    request = HTTPRequest(url, headers={"Cookie": cookies})
    line = Line(await websocket_connect(request, max_message_size=LARGEST, resolver=resolver))
    comm = await line.ask_states()
    while not line.model:
        states = find_states(await line.hear(), comm)
        line.model = next((model for model, told in states.items() if "bundle" in told["state"]), "")
    return line


def find_states(message: dict, comm: str) -> dict:
    """The states of the widgets by their ids, where the message answers what was asked under this comm."""
    content = message.get("content", {})
    data = content.get("data", {})
    return data.get("states", {}) if content.get("comm_id") == comm and isinstance(data, dict) else {}


def pack(*parts: bytes) -> bytes:
    """Bytes as Jupyter sends them: how many parts, where each begins, the parts."""
    places = [4 * (len(parts) + 1)]
    for part in parts[:-1]:
        places.append(places[-1] + len(part))
    return b"".join([*(number.to_bytes(4, "big") for number in (len(parts), *places)), *parts])


def is_done(message: dict, number: str) -> bool:
    """Whether the kernel says by this that it has done what was asked under this number."""
    ours = message.get("parent_header", {}).get("msg_id") == number
    return ours and message.get("content", {}).get("execution_state") == "idle"


def find_told(message: dict) -> dict:
    """What the explorer tells by this message, if it is one of its own."""
    data = message.get("content", {}).get("data", {})
    return data.get("content", {}) if isinstance(data, dict) and data.get("method") == "custom" else {}
