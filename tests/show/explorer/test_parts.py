"""The files of the front end fit the pages that they are put into."""

import json
import re
from pathlib import Path

from plotly.offline import get_plotlyjs_version

from workbook.show.explorer import kinds
from workbook.show.explorer.parts import STATIC, read_plotly, read_script, read_style

SOURCES = Path(kinds.__file__).parent / "src"


def test_no_part_ends_the_element_that_it_stands_in():
    assert "</script" not in read_script().lower()
    assert "<!--" not in read_script()
    assert "</style" not in read_style().lower()


def test_no_part_names_an_address_to_fetch():
    assert not re.search(r"https?://(?!www\.w3\.org/)", read_script() + read_style())


def test_plotly_knows_whatever_python_writes_into_a_figure():
    # Within a major version each minor one adds to what a figure can say, and takes nothing away.
    major, minor, _ = map(int, re.search(r" v(\d+)\.(\d+)\.(\d+)\n", read_plotly()[:200].decode()).groups())
    asked_major, asked_minor, *_ = map(int, get_plotlyjs_version().split("."))
    assert major == asked_major
    assert minor >= asked_minor


def test_plotly_bears_its_licence():
    assert b"Licensed under the MIT license" in read_plotly()[:200]
    assert "Permission is hereby granted" in (STATIC / "plotly.LICENSE").read_text(encoding="utf-8")


def test_the_page_and_python_know_the_same_kinds_of_change():
    state = (SOURCES / "state.js").read_text(encoding="utf-8")
    closed = re.search(r"change: (\[.*?\])", state)[1]
    assert json.loads(closed) == list(kinds.KINDS)
