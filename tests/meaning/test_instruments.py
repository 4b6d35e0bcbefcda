"""Names of instruments in a text: whole ones, and in time whatever the text."""

import time

import pytest

from workbook.meaning.instruments import find_instruments


@pytest.mark.parametrize("name", ["A/RES/71/1", "S/2022/1", "CEDAW/C/GC/38", "A/AC/WG/RES/5"])
def test_a_symbol_is_found_with_its_parts_before_the_number(name):
    found = [words for words, _start, _end in find_instruments(f"Recalling {name} and others.")]
    assert found == [name]


def test_a_symbol_without_end_takes_no_long_time():
    started = time.process_time()
    assert find_instruments("A/" * 10_000) == []
    assert time.process_time() - started < 1
