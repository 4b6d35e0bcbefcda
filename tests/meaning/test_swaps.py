"""data/lexicon/swaps.csv: read, or refused with its line."""

import pytest

from workbook.meaning.swaps import load_swaps
from workbook.schemas import SWAP_RULE, SWAPS, WorkbookError


def test_the_shipped_table_has_words_for_every_rule_and_none_twice():
    swaps = load_swaps()
    assert swaps.schema == SWAPS
    assert set(swaps["rule"]) == set(SWAP_RULE.categories)
    assert swaps.select("rule", "from", "to").is_unique().all()


def test_a_folder_of_ones_own_goes_first(tmp_path):
    (tmp_path / "swaps.csv").write_text("rule,from,to,note\nmodal,shall,may,\n", encoding="utf-8")
    assert load_swaps(tmp_path).rows() == [("modal", "shall", "may", "")]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("mood,shall,may,", "line 2: no rule is called 'mood'"),
        ("modal,shall,shall,", "line 2: from and to are the same"),
    ],
)
def test_a_row_that_changes_nothing_is_refused_with_its_line(row, told, tmp_path):
    (tmp_path / "swaps.csv").write_text(f"rule,from,to,note\n{row}\n", encoding="utf-8")
    with pytest.raises(WorkbookError, match=told):
        load_swaps(tmp_path)
