"""What `workbook dashboard` can be asked for on the command line."""

import argparse
from pathlib import Path

from workbook.schemas import WorkbookError
from workbook.share.serve.offer import Find, Offer


def add_options(command: argparse.ArgumentParser) -> None:
    """Gives the command its options."""
    command.add_argument("--data", type=Path, metavar="FOLDER", help="a folder with drafts of your own")
    command.add_argument(
        "--port", type=int, metavar="N", help="the port to use (default: the first free one)"
    )
    command.add_argument("--no-browser", action="store_true", help="print the address only")
    command.add_argument(
        "--edit", action="store_true", help="whoever opens it may change marks: saved beside the data"
    )
    command.add_argument(
        "--share", action="store_true", help="let others on this machine's networks in who have the address"
    )
    command.add_argument(
        "--name",
        action="append",
        default=[],
        metavar="HOST",
        help="a further name under which it is reached, as behind a proxy (may be given again)",
    )
    command.add_argument(
        "--most", type=int, metavar="N", help="how many visitors may compare at a time (default: by memory)"
    )
    command.add_argument("--hub", action="store_true", help="started by JupyterHub (see SECURITY.md)")
    command.add_argument("--log", type=Path, metavar="FILE", help="where to note what goes wrong")


def read_offer(asked: argparse.Namespace, find_bundle: Find) -> Offer:
    """What was asked for. Raises WorkbookError where a number means nothing, or two wishes clash."""
    if asked.most is not None and asked.most < 1:
        raise WorkbookError("--most takes a number from 1 on.")
    if asked.hub and asked.share:
        raise WorkbookError("--hub and --share exclude each other: behind JupyterHub the hub lets people in.")
    return Offer(
        data_folder=asked.data,
        port=asked.port,
        open_browser=not asked.no_browser,
        find_bundle=find_bundle,
        hub=asked.hub,
        share=asked.share,
        names=tuple(asked.name),
        most=asked.most,
        log=asked.log,
    )
