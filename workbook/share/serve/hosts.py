"""Under which names and addresses the dashboard answers, and what is printed of them."""

import ipaddress
import re
import socket

import psutil

from workbook.schemas import WorkbookError

HERE = "127.0.0.1"
EVERYWHERE = "0.0.0.0"  # every network that this machine is on
WEB = 80  # the port that an address need not name
LOCAL = frozenset({HERE, "localhost"})
NAME = re.compile(r"(?!-)[a-z0-9.-]{1,253}(?<!-)", re.ASCII)

WARNING = """
Anyone who has one of the addresses below can now open the dashboard from another machine, until Ctrl-C.
  - Give them to the people in the room, and to nobody else: the address is the key. So is the short address
    of a room, once you have opened one (tab Workshop, For the teacher), until you close it.
  - What passes is not encrypted. Whoever runs the network, or listens on it, can read along, and can read
    the drafts that visitors add. On a network that you do not trust, do not use --share (see SECURITY.md).
  - {most} visitors at a time have an engine of their own on this machine; further ones can read and filter.
"""
EDITABLE = "  - You started it with --edit: whatever visitors change on marks is saved beside your drafts.\n"


def list_addresses() -> list[str]:
    """The addresses of this machine (IPv4) that other machines can reach, on the networks that are up."""
    up = {name for name, state in psutil.net_if_stats().items() if state.isup}
    found = [
        each.address
        for name, addresses in psutil.net_if_addrs().items()
        for each in addresses
        if name in up and each.family == socket.AF_INET
    ]
    return [address for address in dict.fromkeys(found) if is_reachable(address)]


def is_reachable(address: str) -> bool:
    """Whether another machine can mean this one by it."""
    known = ipaddress.ip_address(address)
    return not (known.is_loopback or known.is_link_local or known.is_unspecified or known.is_multicast)


def check_name(name: str) -> str:
    """The name of a host as browsers send it. Raises WorkbookError where it is none."""
    lowered = name.strip().lower().rstrip(".")
    if not NAME.fullmatch(lowered) or lowered in LOCAL:
        raise WorkbookError(
            f"“{name[:80]}” is no name for --name: give the host's name alone, such as drafts.example.org."
        )
    return lowered


def choose_hosts(share: bool, names: list[str]) -> list[str]:
    """The names and addresses that are handed out, in the order in which they are printed.

    Raises WorkbookError where it shall be shared, and this machine is on no network and was given no name.
    """
    addresses = list_addresses() if share else []
    if share and not addresses and not names:
        raise WorkbookError("This machine is on no network, so --share has nobody to share with.")
    return [*map(check_name, names), *addresses]


def write_address(host: str, port: int, path: str) -> str:
    """The whole address of a path (without its first slash) under a name or an address of this machine."""
    host = f"[{host}]" if ":" in host else host
    return f"http://{host}/{path}" if port == WEB else f"http://{host}:{port}/{path}"


def warn_of_sharing(most: int, editable: bool) -> str:
    """What must be known before the addresses are handed out."""
    return WARNING.format(most=most) + (EDITABLE if editable else "")
