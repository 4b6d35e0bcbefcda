"""The files of the front end as they are handed out: its scripts, its stylesheet, and plotly.js."""

from pathlib import Path

STATIC = Path(__file__).parent / "static"
PLOTLY = "plotly.min.js"
# Set for a kernel whose page has the explorer already: it sends no script and no stylesheet.
OUR_PAGE = "WORKBOOK_PAGE"


def read_script() -> str:
    """The whole explorer as one script, for a page of its own."""
    return (STATIC / "alone.js").read_text(encoding="utf-8")


def read_style() -> str:
    """The explorer's stylesheet."""
    return (STATIC / "explorer.css").read_text(encoding="utf-8")


def read_plotly() -> bytes:
    """plotly.js with the kinds of charts that have two axes: a third of what Python's plotly brings along."""
    return (STATIC / PLOTLY).read_bytes()
