"""The explorer in a page that has its script and its stylesheet already: our own server's."""

import os

from workbook.show.explorer.parts import OUR_PAGE, STATIC
from workbook.show.explorer.widget import Explorer


class ServedExplorer(Explorer):
    """The same explorer, whose page is not sent again what it has: a tenth of a megabyte for each visitor."""

    _esm = STATIC / "meet.js"
    _css = ""


def choose_explorer() -> type[Explorer]:
    """The explorer for the page behind this kernel: a notebook's needs the script, our own has it."""
    return ServedExplorer if os.environ.get(OUR_PAGE) else Explorer
