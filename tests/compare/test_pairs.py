"""What became of a paragraph, on invented drafts of a few sentences."""

import polars as pl
import pytest

from workbook.compare.pairs import pair_paragraphs
from workbook.schemas import WorkbookError

BEES = "The keepers count their hives each spring and tell the village how many swarms outlived the frost."
BRIDGE = "Carts heavier than two tons take the lower bridge until the masons have mended its third arch."
BREAD = "Every baker marks a loaf with the initials of the mill where its flour was ground last week."
BELLS = "Two ringers climb the tower at dawn and sound the small bell for boats lost in thick fog."
ROPE = "Sailors splice old rope during winter evenings, and apprentices tar it before the herring arrive."
WELL = "Water from the northern well is boiled twice whenever heavy rain has stirred the clay beneath it."
HAY = "Hay stacked against the chapel wall must be covered with sailcloth before the autumn storms begin."


@pytest.fixture
def pair(make):
    return lambda old, new: pair_paragraphs(make(old=old, new=new), "old", "new")


def test_a_paragraph_that_moved_keeps_its_words_and_is_moved(pair, links):
    old = [("1", BEES), ("2", BRIDGE), ("3", BREAD), ("4", BELLS)]
    pairs = pair(old, [old[3], *old[:3]])
    assert len(links(pairs, "same")) == 4
    assert links(pairs, "moved") == {("4", "4")}
    assert not pairs["renumbered"].any()


def test_a_moved_paragraph_can_also_be_edited(pair, links):
    edited = BELLS.replace("small bell", "great bell").replace("thick ", "")
    old = [("1", BEES), ("2", BRIDGE), ("3", BREAD), ("4", BELLS)]
    pairs = pair(old, [("1", BEES), ("1bis", edited), ("2", BRIDGE), ("3", BREAD)])
    assert links(pairs, "edited") == links(pairs, "moved") == links(pairs, "renumbered") == {("4", "1bis")}


def test_of_two_paragraphs_that_changed_places_the_renumbered_one_moved(pair, links):
    pairs = pair([("1", BEES), ("2", BRIDGE)], [("2", BRIDGE), ("3", BEES)])
    assert links(pairs, "moved") == {("1", "3")}


def test_a_moved_paragraph_can_be_announced(pair, links):
    old = [("1", BEES), ("2", BRIDGE), ("9", BREAD)]
    pairs = pair(old, [("1", BEES), ("1bis", BREAD, "9"), ("2", BRIDGE)])
    assert links(pairs, "announced") == links(pairs, "moved") == {("9", "1bis")}


def test_a_note_about_another_paragraph_announces_nothing(pair, links):
    pairs = pair([("1", BEES), ("2", BRIDGE)], [("1", BEES), ("3", BRIDGE, "7")])
    assert links(pairs, "renumbered") == {("2", "3")}
    assert links(pairs, "announced") == set()


def test_a_new_paragraph_pushes_numbers_on_and_moves_nothing(pair, links):
    old = [("1", BEES), ("2", BRIDGE), ("3", BREAD)]
    pairs = pair(old, [("1", BEES), ("2", ROPE), ("3", BRIDGE), ("4", BREAD)])
    assert links(pairs, "inserted") == {("", "2")}
    assert links(pairs, "renumbered") == {("2", "3"), ("3", "4")}
    assert links(pairs, "moved") == set()


def test_a_split_is_a_row_for_each_part(pair, links):
    old = [("1", BEES), ("2", f"{BRIDGE} {BREAD}"), ("3", BELLS)]
    pairs = pair(old, [("1", BEES), ("2", BRIDGE), ("2bis", BREAD), ("3", BELLS)])
    assert links(pairs, "split") == {("2", "2"), ("2", "2bis")}
    assert links(pairs, "moved", "renumbered", "inserted") == set()


def test_a_split_can_have_three_parts(pair, links):
    pairs = pair(
        [("1", f"{BEES} {BRIDGE} {BREAD}"), ("2", BELLS)],
        [("1", BEES), ("1bis", BRIDGE), ("1ter", BREAD), ("2", BELLS)],
    )
    assert links(pairs, "split") == {("1", "1"), ("1", "1bis"), ("1", "1ter")}


def test_a_part_can_stand_far_from_its_paragraph(pair, links):
    old = [("1", f"{BEES} {BRIDGE}"), ("2", BREAD), ("3", BELLS)]
    pairs = pair(old, [("1", BEES), ("2", BREAD), ("3", BELLS), ("4", BRIDGE)])
    assert links(pairs, "split") == {("1", "1"), ("1", "4")}
    assert links(pairs, "moved") == {("1", "4")}


def test_the_larger_part_does_not_take_the_number(pair, links):
    pairs = pair([("2", f"{BEES} {BRIDGE} {BREAD}")], [("2", BEES), ("2bis", f"{BRIDGE} {BREAD}")])
    assert links(pairs, "split") == {("2", "2"), ("2", "2bis")}
    assert "same number" in pairs.filter(pl.col("new_label") == "2")["matched_by"].item()


def test_a_merger_is_a_row_for_each_source(pair, links):
    old = [("1", BEES), ("2", BRIDGE), ("3", BREAD), ("4", BELLS)]
    pairs = pair(old, [("1", BEES), ("2", f"{BRIDGE} {BREAD}"), ("4", BELLS)])
    assert links(pairs, "merged") == {("2", "2"), ("3", "2")}
    assert links(pairs, "deleted") == set()


def test_a_copied_sentence_is_a_fragment_and_its_paragraph_is_new(pair, links):
    copied = f"{BEES} Nobody had asked the miller, the ferryman, or any widow living beyond the old marsh."
    pairs = pair([("1", BEES), ("2", BRIDGE)], [("1", BEES), ("2", BRIDGE), ("3", copied)])
    assert links(pairs, "fragment") == {("1", "3")}
    assert links(pairs, "same") == {("1", "1"), ("2", "2")}


def test_a_fragment_that_also_stayed_does_not_make_its_paragraph_a_split(pair, links):
    pairs = pair([("1", BEES), ("2", BRIDGE)], [("1", BEES), ("2", f"{BRIDGE} {BEES}")])
    assert links(pairs, "fragment") == {("1", "2")}
    assert links(pairs, "split", "merged") == set()


def test_a_paragraph_with_nothing_alike_is_new(pair, links):
    pairs = pair([("1", BEES)], [("1", BEES), ("2", ROPE)])
    assert links(pairs, "inserted") == {("", "2")}
    assert pairs.filter(pl.col("new_label") == "2")["score"].item() == 0


def test_a_paragraph_that_is_gone_is_deleted_and_stands_where_it_stood(pair, links):
    pairs = pair([("1", BEES), ("2", BRIDGE), ("3", BREAD)], [("1", BEES), ("3", BREAD)])
    assert links(pairs, "deleted") == {("2", "")}
    assert pairs["old_label"].to_list() == ["1", "2", "3"]


def test_a_number_given_to_other_words_pairs_with_neither(pair, links):
    pairs = pair([("1", BEES), ("2", BRIDGE)], [("1", BEES), ("2", ROPE)])
    assert links(pairs, "deleted") == {("2", "")}
    assert links(pairs, "inserted") == {("", "2")}


def test_a_number_given_to_words_from_elsewhere_follows_the_words(pair, links):
    old = [("1", BEES), ("2", BRIDGE), ("3", BREAD)]
    pairs = pair(old, [("1", BEES), ("2", BREAD), ("3", ROPE)])
    assert links(pairs, "renumbered") == {("3", "2")}
    assert links(pairs, "deleted") == {("2", "")}
    assert links(pairs, "inserted") == {("", "3")}


def test_a_number_can_stand_twice_in_one_draft(pair, links):
    twice = [("1", BEES), ("2", BRIDGE), ("2", BREAD)]
    pairs = pair(twice, [("1", BEES), ("2", BRIDGE), ("3", BREAD)])
    assert links(pairs, "same") == {("1", "1"), ("2", "2"), ("2", "3")}
    assert links(pairs, "renumbered") == {("2", "3")}


def test_a_formula_that_stands_everywhere_pairs_nothing(pair, links):
    formula = "in keeping with the laws and the customs of the harbour and its council"
    starts = [
        "Bakers rest",
        "Ferries wait",
        "Goats graze",
        "Lamps burn",
        "Nets dry",
        "Oxen plough",
        "Pipes freeze",
    ]
    old = [(str(at), f"{start} {formula}.") for at, start in enumerate(starts)]
    new = [*old, ("98", f"Quarrels end {formula}."), ("99", f"Rooks nest {formula}.")]
    pairs = pair(old, new)
    assert len(links(pairs, "same")) == 7
    assert links(pairs, "inserted") == {("", "98"), ("", "99")}
    assert links(pairs, "fragment", "split", "edited") == set()


def test_equal_paragraphs_pair_in_their_order(pair):
    twins = [("1", BEES), ("2", BREAD), ("3", BEES), ("4", BEES)]
    blank = [("", text) for _, text in twins]
    for draft in (twins, blank):
        pairs = pair(draft, draft)
        assert pairs["old_position"].to_list() == pairs["new_position"].to_list() == [0, 1, 2, 3]
        assert not pairs["moved"].any()


def test_of_two_equal_candidates_the_number_decides(pair, links):
    pairs = pair([("5", BEES)], [("4", BEES), ("5", BEES)])
    assert links(pairs, "same") == {("5", "5")}


def test_drafts_without_labels_are_paired_by_their_words(pair):
    old = [("", BEES), ("", BRIDGE), ("", BREAD)]
    pairs = pair(old, [("", BREAD), ("", BEES), ("", BRIDGE.replace("masons", "carpenters"))])
    assert pairs.sort("new_position")["old_position"].to_list() == [2, 0, 1]
    assert not pairs["renumbered"].any()
    assert pairs.filter("moved")["old_position"].to_list() == [2]


def test_a_label_put_in_where_there_was_none_is_still_no_other_paragraph(pair):
    pairs = pair([("", BEES), ("", BRIDGE)], [("1", BEES), ("2", BRIDGE)])
    assert pairs["relation"].to_list() == ["same", "same"]


def test_case_and_marks_do_not_part_a_paragraph_from_itself(pair):
    pairs = pair([("1", WELL), ("2", HAY)], [("3", WELL.upper().replace(".", " !")), ("4", HAY)])
    assert pairs["relation"].to_list() == ["edited", "same"]
    assert pairs["old_label"].to_list() == ["1", "2"]


def test_one_paragraph_a_side_is_enough(pair):
    assert pair([("1", BEES)], [("1", BEES)])["relation"].to_list() == ["same"]
    assert pair([("1", BEES)], [("2", ROPE)])["relation"].to_list() == ["deleted", "inserted"]


@pytest.mark.parametrize("text", ["", "—", "Yes", "Yes indeed"])
def test_a_paragraph_of_hardly_a_word_is_the_same_as_itself(pair, text):
    pairs = pair([("1", BEES), ("2", text)], [("1", BEES), ("2", text)])
    assert pairs["relation"].to_list() == ["same", "same"]


@pytest.mark.parametrize("missing", ["old", "new"])
def test_a_draft_without_paragraphs_is_an_error_that_names_it(make, missing):
    there = "new" if missing == "old" else "old"
    with pytest.raises(WorkbookError, match=missing):
        pair_paragraphs(make(**{there: [("1", BEES)]}), "old", "new")


def test_headings_and_footnotes_are_not_paired(make):
    frame = make(old=[("1", BEES), ("", "Round table 1")], new=[("1", BEES), ("", "Round table 1")])
    frame = frame.with_columns(kind=pl.Series(["paragraph", "heading"] * 2, dtype=frame.schema["kind"]))
    assert len(pair_paragraphs(frame, "old", "new")) == 1


def test_other_drafts_in_the_frame_do_not_count(make):
    old, new = [("1", BEES), ("2", BRIDGE)], [("1", BRIDGE), ("2", BEES)]
    alone = pair_paragraphs(make(old=old, new=new), "old", "new")
    crowd = pair_paragraphs(make(third=[("1", ROPE)], old=old, fourth=old, new=new), "old", "new")
    assert crowd.equals(alone)


def test_a_score_is_a_share_and_says_why_in_words(pair):
    pairs = pair([("1", f"{BEES} {WELL}"), ("2", HAY)], [("1", BEES.replace("spring", "autumn")), ("2", HAY)])
    assert pairs["score"].is_between(0, 1).all()
    assert pairs["score"].to_list()[1] == 1
    assert pairs["matched_by"].str.contains("%|same words").all()


def test_the_pairs_back_mirror_the_pairs_there(make):
    one = [("1", BEES), ("2", f"{BRIDGE} {BREAD}"), ("3", BELLS), ("4", ROPE), ("5", WELL), ("6", HAY)]
    other = [("1", HAY), ("2", BRIDGE), ("2bis", BREAD), ("3", f"{BELLS} {ROPE}"), ("4", BEES)]
    frame = make(one=one, other=other)
    back = {"split": "merged", "merged": "split", "inserted": "deleted", "deleted": "inserted"}
    facts = ["moved", "renumbered", "score"]
    there = pair_paragraphs(frame, "one", "other").with_columns(
        pl.col("relation").cast(pl.String).replace(back)
    )
    again = pair_paragraphs(frame, "other", "one").with_columns(pl.col("relation").cast(pl.String))
    left = there.select("old_position", "new_position", "relation", *facts).rows()
    right = again.select("new_position", "old_position", "relation", *facts).rows()
    assert {"split", "merged", "inserted"} <= set(there["relation"])
    assert sorted(left, key=str) == sorted(right, key=str)


def test_the_real_pairs_back_mirror_the_pairs_there(printed):
    back = {"split": "merged", "inserted": "deleted"}
    whole = pl.col("relation") != "fragment"
    there = pair_paragraphs(printed, "rev2-printed", "wimn-printed").filter(whole)
    again = pair_paragraphs(printed, "wimn-printed", "rev2-printed").filter(whole)
    there = there.with_columns(pl.col("relation").cast(pl.String).replace(back))
    left = there.select("old_label", "new_label", "relation", "moved", "renumbered").rows()
    right = again.select("new_label", "old_label", "relation", "moved", "renumbered").rows()
    assert sorted(left) == sorted(right)
