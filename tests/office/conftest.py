"""One office for all tests of this folder, and the table that is printed behind them."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from tests.office.cases import CASES
from tests.office.office import settle
from tests.office.pairs import REAL, compare_pairs

_REPORT, _PRINTS = pytest.StashKey(), pytest.StashKey()


@pytest.fixture(scope="session")
def pairs(tmp_path_factory):
    """The pairs of drafts, each with its comparison as a Word file."""
    return compare_pairs(tmp_path_factory.mktemp("pairs"))


@pytest.fixture(scope="session")
def settled(pairs, tmp_path_factory):
    """Every case and every comparison as LibreOffice reads it."""
    compared = {name: pair.raw for name, pair in pairs.items()}
    return settle({**CASES, **compared}, tmp_path_factory.mktemp("settled"), to_print=frozenset(REAL))


@pytest.fixture(scope="session")
def departures():
    """(case, hands) -> why LibreOffice departs there from Word and from ECMA-376."""
    table = Path(__file__).with_name("departures.csv")
    with table.open(encoding="utf-8", newline="") as rows:
        return {(each["case"], each["hands"]): each["reason"] for each in csv.DictReader(rows)}


@pytest.fixture
def report(request):
    """Takes (file, hands, paragraphs, verdict), a cell of the table."""
    return request.config.stash.setdefault(_REPORT, []).append


@pytest.fixture
def report_print(request):
    """Takes (file, words marked in it, words found marked in its print, precision, recall)."""
    return request.config.stash.setdefault(_PRINTS, []).append


def pytest_terminal_summary(terminalreporter, config):
    if cells := config.stash.get(_REPORT, []):
        _write_paragraphs(terminalreporter, cells)
    if rows := config.stash.get(_PRINTS, []):
        terminalreporter.section("marked words in LibreOffice's own PDF")
        terminalreporter.write_line(f"{'file':<40}{'marked':>8}{'found':>8}{'precision':>11}{'recall':>8}")
        for name, marked, found, precision, recall in rows:
            terminalreporter.write_line(f"{name:<40}{marked:>8}{found:>8}{precision:>11.4f}{recall:>8.4f}")


def _write_paragraphs(terminalreporter, cells):
    rows = defaultdict(dict)
    for name, hands, count, verdict in cells:
        rows[name][hands] = (count, verdict)
    write = terminalreporter.write_line
    terminalreporter.section("paragraphs as LibreOffice has them")
    write(f"{'file':<70} {'accept all':>16} {'reject all':>16}")
    for name, told in rows.items():
        write(f"{name[:70]:<70} {_tell(told.get('all')):>16} {_tell(told.get('none')):>16}")
    verdicts = [verdict for _name, _hands, _count, verdict in cells]
    equal, known, wrong = (verdicts.count(each) for each in ("equal", "known", "DIFFERENT"))
    paragraphs = sum(count for _name, _hands, count, _verdict in cells)
    write(
        f"{len(rows)} files, {len(cells)} readings, {paragraphs} paragraphs: {equal} readings equal, "
        f"{known} known departures, {wrong} different."
    )


def _tell(cell):
    return f"{cell[0]} {cell[1]}" if cell else ""
