import pytest

from workbook.schemas import COUNTS
from workbook.show.counts import count_changes, count_words

DATA = ("objective", "1", "Data")
RETURN = ("objective", "21", "Return")


def test_words_in_and_out_are_a_share_of_all_words(make):
    pair = make.pair((0, "1"), (0, "1"), "edited")
    diffs = make.diffs(
        (pair, ("equal", "We ", "We "), ("replace", "commend ", "recognize "), ("insert", "", "all "))
    )
    [row] = count(make, diffs, [("two", 0, "1", "Start")], [("two", 0, "objective", "1", "data")]).to_dicts()
    assert (row["words_old"], row["words_new"], row["words_in"], row["words_out"]) == (2, 3, 2, 1)
    assert row["share"] == pytest.approx(3 / 5)


def test_a_change_of_form_touches_nothing(make):
    diffs = make.diffs((make.pair((0, "1"), (0, "1"), "edited"), ("replace", "States", "states", "form")))
    [row] = count(
        make, diffs, [("two", 0, "1", "Start")], [("two", 0, "objective", "1", "states")]
    ).to_dicts()
    assert (row["paragraphs"], row["touched"], row["words_in"], row["share"]) == (1, 0, 0, 0.0)


def test_two_matches_of_a_tag_count_the_paragraph_once(make):
    diffs = make.diffs((make.pair(None, (0, "1"), "inserted"), ("insert", "", "data and more data")))
    tags = [("two", 0, "objective", "1", "data"), ("two", 0, "objective", "1", "more data")]
    [row] = count(make, diffs, [("two", 0, "1", "Start")], tags).to_dicts()
    assert (row["paragraphs"], row["words_in"]) == (1, 4)


def test_a_merged_paragraph_is_one_paragraph_with_the_words_of_both_rows(make):
    seven, bis = make.pair((0, "7"), (0, "7"), "merged"), make.pair((1, "7bis"), (0, "7"), "merged")
    diffs = make.diffs((seven, ("equal", "one two", "one two")), (bis, ("replace", "three", "four")))
    [row] = count(make, diffs, [("two", 0, "7", "Start")], [("two", 0, "objective", "1", "one")]).to_dicts()
    assert (row["paragraphs"], row["touched"], row["words_old"], row["words_new"]) == (1, 1, 3, 3)


def test_a_split_gives_each_part_its_own_share_of_the_old_words(make):
    seven, bis = make.pair((0, "7"), (0, "7"), "split"), make.pair((0, "7"), (1, "7bis"), "split")
    diffs = make.diffs((seven, ("equal", "one two", "one two")), (bis, ("equal", "three", "three")))
    paragraphs = [("two", 0, "7", "Start"), ("two", 1, "7bis", "Start")]
    [row] = count(make, diffs, paragraphs, [("two", 1, "objective", "1", "three")]).to_dicts()
    assert (row["paragraphs"], row["words_old"], row["words_new"]) == (1, 1, 1)


def test_a_deleted_paragraph_counts_where_it_stood(make):
    diffs = make.diffs((make.pair((4, "5"), None, "deleted"), ("delete", "gone words", "")))
    [row] = count(make, diffs, [("one", 4, "5", "End")], [("one", 4, "objective", "1", "words")]).to_dicts()
    assert (row["section"], row["words_out"], row["share"]) == ("End", 2, 1.0)


def test_a_deleted_paragraph_of_a_renamed_section_counts_under_the_new_name(make):
    kept, gone = make.pair((0, "1"), (0, "1"), "edited"), make.pair((1, "2"), None, "deleted")
    diffs = make.diffs((kept, ("equal", "a", "a")), (gone, ("delete", "b", "")))
    paragraphs = [("one", 0, "1", "Means"), ("one", 1, "2", "Means"), ("two", 0, "1", "Ways and means")]
    [row] = count(make, diffs, paragraphs, [("one", 1, "objective", "1", "b")]).to_dicts()
    assert (row["section"], row["words_out"]) == ("Ways and means", 1)


def test_an_empty_cell_has_no_share_and_sections_stand_in_document_order(make):
    pairs = [make.pair(None, (number, str(number)), "inserted") for number in (0, 1)]
    diffs = make.diffs(*((pair, ("insert", "", "new")) for pair in reversed(pairs)))
    paragraphs = [("two", 1, "1", "Later"), ("two", 0, "0", "Earlier")]
    counts = count(make, diffs, paragraphs, [("two", 1, "objective", "1", "new")])
    assert counts.select("section", "paragraphs", "share").rows() == [("Earlier", 0, None), ("Later", 1, 1.0)]


def test_every_tag_has_a_row_in_the_order_of_the_term_list(make):
    diffs = make.diffs((make.pair(None, (0, "1"), "inserted"), ("insert", "", "new")))
    counts = count(make, diffs, [("two", 0, "1", "Start")], [], RETURN, DATA, DATA)
    assert counts.schema == COUNTS
    assert counts["tag"].to_list() == ["21", "1"]


def test_a_word_keeps_its_hyphens_and_apostrophes(make):
    diffs = make.diffs(
        (
            make.pair(None, (0, "1"), "inserted"),
            ("insert", "", "States’ child-sensitive, co-ordinated – 2030"),
        )
    )
    assert count_words(diffs)["words_in"].item() == 4


def count(make, diffs, paragraphs, tags, *terms):
    return count_changes(
        diffs, make.tags(*tags), make.paragraphs(*paragraphs), make.terms(*(terms or [DATA]))
    )
