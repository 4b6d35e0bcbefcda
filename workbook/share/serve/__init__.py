"""The dashboard on this machine: Voilà with our page, one notebook, and a token at the door."""

import contextlib
from collections.abc import Callable
from pathlib import Path


def find_nothing(_old: str, _new: str) -> None:
    """No page is kept."""


def serve_dashboard(
    data_folder: Path | None = None,
    port: int | None = None,
    open_browser: bool = True,
    find_bundle: Callable[[str, str], bytes | None] = find_nothing,
) -> None:
    """Serve the dashboard on 127.0.0.1 until Ctrl-C, after printing its one address with its token.

    `data_folder` holds other drafts than the workbook's own; the kernel finds it in the environment
    variable WORKBOOK_DATA. Without a `port` the first free one from 8866 on is taken.
    `find_bundle` returns the page of two drafts where one is kept: it is shown until there is a kernel.
    Raises WorkbookError where the folder or the notebook is missing, or the port is taken.
    """
    from workbook.share.serve.server import run_server  # Voilà takes half a second to import

    with contextlib.suppress(KeyboardInterrupt):  # Ctrl-C before it was ready
        run_server(data_folder, port, open_browser, find_bundle)
