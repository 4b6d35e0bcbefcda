"""What a dashboard is asked to be: what it shows, to whom, and how it is reached."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

# The page of two drafts, by their ids, as it is kept on disk; empty ids: the first two.
Find = Callable[[str, str], bytes | None]


def find_nothing(_old: str, _new: str) -> None:
    """No page is kept."""


@dataclass
class Offer:
    """How a dashboard is served. As it stands: on 127.0.0.1, on the first free port from 8866 on."""

    data_folder: Path | None = None  # other drafts than the workbook's own; kernels find it in WORKBOOK_DATA
    port: int | None = None
    open_browser: bool = True
    find_bundle: Find = find_nothing  # shown until there is a kernel
    hub: bool = False  # JupyterHub has started this server, says where it is looked for, and knows the reader
    share: bool = False  # answer on every network of this machine
    names: tuple[str, ...] = ()  # further names under which it is reached, as behind a proxy
    most: int | None = None  # kernels that visitors have at a time; as many as half of the memory carries
    log: Path | None = None  # where faults are noted; in the user's folder for such things
