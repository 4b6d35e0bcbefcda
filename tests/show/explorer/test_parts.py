"""The files of the front end fit the pages that they are put into."""

import json
import re
from pathlib import Path

from workbook.show.explorer import kinds
from workbook.show.explorer.parts import list_plotly_styles, read_plotly, read_script, read_style

SOURCES = Path(kinds.__file__).parent / "src"


def test_no_part_ends_the_element_that_it_stands_in():
    assert "</script" not in read_script().lower()
    assert "<!--" not in read_script()
    assert "</style" not in read_style().lower()


def test_no_part_names_an_address_to_fetch():
    assert not re.search(r"https?://(?!www\.w3\.org/)", read_script() + read_style())


def test_the_styles_that_plotly_brings_are_known_by_their_names():
    names = list_plotly_styles()
    assert names
    assert all(f'.id="{name}"' in read_plotly().decode() for name in names)


def test_the_page_and_python_know_the_same_kinds_of_change():
    state = (SOURCES / "state.js").read_text(encoding="utf-8")
    closed = re.search(r"change: (\[.*?\])", state)[1]
    assert json.loads(closed) == list(kinds.KINDS)
