"""The ghosts of the printed Rev 2 beside its marked edition, which other readers made without them.

Nobody tuned the one on the other. But both look at WIMN's later copy for evidence: that they agree is
consistency, not accuracy.
"""

import polars as pl
import pytest

from workbook.compare.ghosts import SHOWN, find_ghosts
from workbook.compare.pairs import pair_paragraphs
from workbook.compare.words import WORD
from workbook.text.drafts import load_drafts, shipped_data
from workbook.text.paragraphs import split_paragraphs
from workbook.text.places import Places
from workbook.text.read import read_file
from workbook.text.runs import read_runs

OLD, NEW = "rev2-printed", "wimn-printed"


def count_words(stretches):
    """{(line, start of a word)} of stretches (line, start, words) of a printed text, over line ends too."""
    return {
        (line + at, (start if at == 0 else 0) + word.start())
        for line, start, words in stretches
        for at, part in enumerate(words.split("\n"))
        for word in WORD.finditer(part)
    }


@pytest.fixture(scope="module")
def edition():
    """The words that the edition's readers say were struck, as (line, start) of the printed text."""
    runs = read_file(shipped_data() / "marked" / "rev2.md")
    width = pl.col("text").str.len_chars()
    struck = runs.with_columns(start=(width.cum_sum() - width).over("line")).filter(
        pl.col("deleted_by") != ""
    )
    return count_words(struck.select("line", "start", "text").iter_rows())


@pytest.fixture(scope="module")
def show():
    """The words that are shown as probably struck at a given surety, in the same way."""
    drafts = load_drafts(shipped_data()).filter(pl.col("draft").is_in([OLD, NEW]))
    runs = read_runs(drafts)
    paragraphs = split_paragraphs(runs, drafts)
    pairs, places = pair_paragraphs(paragraphs, OLD, NEW), Places(runs, drafts, OLD)

    def run(surety):
        ghosts = find_ghosts(pairs, paragraphs, later_flattened=True, surety=surety)
        found = ghosts.select("position", "start", "end").iter_rows()
        stretches = [stretch for at, *ends in found for stretch in places.find(at, [ends])]
        return count_words(place for stretch in stretches for place in stretch)

    return run


@pytest.mark.parametrize(("surety", "floor", "least"), [(SHOWN, 0.95, 0.65), (0, 0.9, 0.65)])
def test_what_is_shown_is_what_the_readers_of_the_edition_struck(edition, show, surety, floor, least):
    shown = show(surety)
    agreed = shown & edition
    print(
        f"surety {surety}: {len(shown)} words shown, {len(edition)} struck in the edition: precision "
        f"{len(agreed) / len(shown):.3f}, recall {len(agreed) / len(edition):.3f}"
    )
    assert len(agreed) >= floor * len(shown)
    assert len(agreed) >= least * len(edition)
