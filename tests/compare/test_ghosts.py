"""Words that were probably struck already: what tells them, and what does not."""

import polars as pl
import pytest

from workbook.compare.ghosts import AGAIN, BEGINNING, BROKEN, ENDING, NATURAL, SEAM, VERBS, find_ghosts
from workbook.compare.pairs import pair_paragraphs
from workbook.schemas import GHOSTS, WorkbookError

USE = "We commend the network. We recognize the cost of lamps for the harbour and of oil for the town."
CLEAN = "We recognize the work of the masters, who keep the lamps of the harbour and the bells of the coast."


@pytest.fixture
def ask(make):
    """GHOSTS of drafts that differ in their first paragraph; the second shows how words are used."""

    def build(old, new, use=USE, **wishes):
        frame = make(old=[("1", old), ("2", use)], new=[("1", new), ("2", use)])
        return find_ghosts(pair_paragraphs(frame, "old", "new"), frame, **wishes)

    return build


def told(ghosts):
    return list(ghosts.select("words", "reason").iter_rows())


def test_a_doubled_verb_is_told_even_beside_a_clean_later_draft(ask):
    flat = CLEAN.replace("We recognize", "We commend recognize")
    assert told(ask(flat, CLEAN)) == [("commend", VERBS)]


def test_the_order_of_two_rival_verbs_does_not_matter(ask):
    flat = CLEAN.replace("We recognize", "We recognize commend")
    assert told(ask(flat, CLEAN)) == [("commend", VERBS)]


def test_two_rivals_may_end_in_ing(ask):
    clean = CLEAN.replace("who keep", "who commit to promoting")
    assert told(ask(clean.replace("promoting", "ensuring promoting"), clean)) == [("ensuring", VERBS)]


def test_stray_letters_beside_a_word_are_a_broken_ending(ask):
    use = "Lighting, hauling, mending, rowing, fishing, diving, sewing, baking, selling and buying go on."
    clean = CLEAN.replace("who keep", "who will keep")
    flat = clean.replace("will keep", "will keep ing")
    assert told(ask(flat, clean, use)) == [("ing", ENDING)]


def test_a_short_word_in_which_others_end_is_no_broken_ending(ask):
    use = "Cabin, basin, resin, satin, cousin, margin, dolphin, penguin, violin, bobbin: in port, in rain."
    assert told(ask(CLEAN.replace("who keep", "who in keep"), CLEAN, use)) == []


def test_a_sentence_that_begins_twice_lost_its_first_beginning(ask):
    use = "All masters agree, and several of them stay."
    clean = f"{CLEAN} Several masters came to the harbour."
    flat = clean.replace("Several", "Many Several")
    assert told(ask(flat, clean, use)) == [("Many", BEGINNING)]


def test_a_whole_sentence_put_in_before_the_second_beginning_does_not_hide_it(ask):
    use = "All masters agree, and several of them stay."
    clean = f"{CLEAN} Several masters came to the harbour."
    later = clean.replace("Several", "No bell was lost. Several")
    ghosts = ask(clean.replace("Several", "Many Several"), later, use)
    assert told(ghosts) == [("Many", BEGINNING)]
    assert ghosts["seam"].item() == "bell was lost. | Several masters came to"


def test_a_capital_inside_a_sentence_is_no_second_beginning(ask):
    clean = CLEAN.replace("of the coast", "of Harbour Street")
    assert told(ask(clean.replace("Harbour", "Old Harbour"), clean)) == []


def test_a_name_behind_the_lost_words_is_no_second_beginning(ask):
    clean = f"{CLEAN} Geneva keeps a bell."
    assert told(ask(clean.replace("Geneva", "Old Geneva"), clean)) == []


def test_a_seam_that_closes_is_trusted_only_beside_a_flattened_later_draft(ask):
    flat = CLEAN.replace("the lamps", "the costly new lamps")
    assert told(ask(flat, CLEAN)) == []
    assert told(ask(flat, CLEAN, later_flattened=True)) == [("costly new", SEAM)]


def test_words_that_read_well_where_they_stand_are_not_shown(ask):
    flat = CLEAN.replace("who keep", "of the harbour who keep")
    use = f"{USE} The masters, of the harbour who knows, sing."
    assert told(ask(flat, CLEAN, use, later_flattened=True)) == []
    all_of_them = ask(flat, CLEAN, use, later_flattened=True, surety=0.5)
    assert told(all_of_them) == [("of the harbour", NATURAL)]


def test_common_words_that_meet_nowhere_else_are_surer_than_a_seam(ask):
    use = " ".join(["The price of oil is for the town."] * 6)
    flat = CLEAN.replace("the bells of", "the bells for of")
    assert told(ask(flat, CLEAN, use, later_flattened=True)) == [("for", BROKEN)]


def test_words_in_whose_place_others_stand_are_not_told(ask):
    flat = CLEAN.replace("the lamps", "the costly lamps")
    later = CLEAN.replace("the lamps", "the brightest lamps")
    assert told(ask(flat, later, later_flattened=True)) == []


def test_words_that_went_elsewhere_in_the_paragraph_are_not_told(ask):
    flat = CLEAN.replace("the lamps", "the costly lamps")
    later = CLEAN.replace("the bells", "the costly bells")
    assert told(ask(flat, later, later_flattened=True)) == []


def test_a_small_word_is_told_although_another_one_was_put_in_elsewhere(ask):
    flat = CLEAN.replace("the lamps", "and the lamps")
    later = CLEAN.replace("the bells", "the nets and the bells")
    assert told(ask(flat, later, later_flattened=True)) == [("and", SEAM)]


def test_words_that_went_into_another_paragraph_are_not_told(make):
    moved = "in every port of the northern sea"
    frame = make(
        old=[("1", CLEAN.replace("the bells", f"{moved} the bells")), ("2", USE)],
        new=[("1", CLEAN), ("2", USE.replace("for the town", f"for the town {moved}"))],
    )
    pairs = pair_paragraphs(frame, "old", "new")
    assert find_ghosts(pairs, frame, later_flattened=True).is_empty()


def test_a_passage_that_stands_twice_in_the_draft_and_once_later_was_moved_by_its_authors(make):
    moved = "The watch is kept by night and by day, in summer as in winter, by old and young."
    rest = [("2", moved), ("3", USE)]
    frame = make(old=[("1", f"{CLEAN} {moved[:-1]} alike."), *rest], new=[("1", CLEAN), *rest])
    assert told(find_ghosts(pair_paragraphs(frame, "old", "new"), frame)) == [(f"{moved[:-1]} alike", AGAIN)]


def test_lost_marks_around_lost_words_are_left_alone(ask):
    flat = CLEAN.replace("the lamps", "the, costly, new, lamps")
    assert told(ask(flat, CLEAN, later_flattened=True)) == [("costly, new", SEAM)]


def test_lost_marks_alone_are_not_told(ask):
    flat = CLEAN.replace("lamps of", "lamps, of")
    assert told(ask(flat, CLEAN, later_flattened=True, surety=0)) == []


def test_the_part_that_a_split_moved_is_not_told(make):
    whole = f"{CLEAN} {USE} The watch is kept by night and by day, in summer as in winter, by old and young."
    parts = [("1", whole[: len(CLEAN)]), ("1bis", whole[len(CLEAN) + 1 :])]
    frame = make(old=[("1", whole.replace("the lamps", "the costly new lamps"))], new=parts)
    ghosts = find_ghosts(pair_paragraphs(frame, "old", "new"), frame, later_flattened=True)
    assert told(ghosts) == [("costly new", SEAM)]
    assert ghosts["later_label"].to_list() == ["1"]


def test_a_paragraph_of_which_only_a_fragment_stands_elsewhere_is_not_told(make):
    frame = make(old=[("1", CLEAN.replace("the lamps", "the costly new lamps"))], new=[("1", CLEAN)])
    pairs = pair_paragraphs(frame, "old", "new")
    assert len(find_ghosts(pairs, frame, later_flattened=True)) == 1
    fragments = pairs.with_columns(relation=pl.lit("fragment", pairs.schema["relation"]))
    assert find_ghosts(fragments, frame, later_flattened=True).is_empty()


def test_a_paragraph_that_is_gone_altogether_is_not_told(make):
    frame = make(old=[("1", CLEAN), ("2", USE)], new=[("1", CLEAN)])
    assert find_ghosts(pair_paragraphs(frame, "old", "new"), frame, later_flattened=True).is_empty()


def test_places_count_code_points_and_the_seam_shows_the_later_words(ask):
    later = CLEAN.replace("We recognize", "We 🌊 recognize")
    ghosts = ask(later.replace("recognize", "commend recognize"), later)
    told_at = ghosts.select("start", "end", "seam", "later_draft", "later_position").row(0)
    assert told_at == (5, 12, "We 🌊 | recognize the work of", "new", 0)


def test_no_ghosts_are_a_frame_of_the_same_columns(ask):
    assert ask(CLEAN, CLEAN).schema == pl.Schema(GHOSTS)


def test_paragraphs_that_lack_what_a_pair_names_are_an_error_for_people(make):
    frame = make(old=[("1", CLEAN)], new=[("1", CLEAN)])
    pairs = pair_paragraphs(frame, "old", "new")
    with pytest.raises(WorkbookError, match="new: the paragraphs lack position 0"):
        find_ghosts(pairs, frame.filter(pl.col("draft") == "old"))
