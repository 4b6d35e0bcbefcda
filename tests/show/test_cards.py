import pytest

from workbook.show.cards import CAUTION, FLATTENED, caution_draft, tell_relations
from workbook.text.drafts import shipped_data

NUMBER = {"renumbered": True}
MOVED = {"moved": True, "renumbered": True}


@pytest.mark.parametrize(
    ("old", "new", "relation", "facts", "words"),
    [
        ((0, "1"), (0, "1"), "same", {}, "unchanged"),
        ((0, "1"), (0, "1"), "edited", {}, "edited"),
        (None, (0, "4bis"), "inserted", {}, "new"),
        ((0, "9"), None, "deleted", {}, "gone"),
        ((0, "55"), (3, "44bis"), "edited", MOVED | {"announced": True}, "moved from 55, as announced"),
        ((0, "55"), (3, "44bis"), "edited", MOVED, "moved from 55, not announced"),
        ((0, "9ter"), (0, "9quat"), "edited", NUMBER, "renumbered from 9ter, not announced"),
        ((0, "5"), (3, "5"), "edited", {"moved": True}, "moved, number kept"),
        ((0, "46"), (3, "34pre"), "fragment", {}, "also uses words of 46"),
        ((0, "2"), (0, "3"), "same", NUMBER, "renumbered from 2, not announced; words unchanged"),
        ((0, ""), (3, "3"), "edited", MOVED, "moved, and had no number before"),
    ],
)  # fmt: skip
def test_one_pair_in_plain_words(make, old, new, relation, facts, words):
    assert tell_relations(make.pairs(make.pair(old, new, relation, **facts)))["words"].item() == words


def test_a_split_names_where_the_words_came_from_and_where_they_went(make):
    pairs = make.pairs(
        make.pair((0, "37"), (0, "37"), "split"),
        make.pair((0, "37"), (1, "37bis"), "split"),
        make.pair((1, "37bis"), (2, "37ter"), "same", renumbered=True),
    )
    assert tell_relations(pairs)["words"].to_list() == [
        "split, part of it now in 37bis",
        "split from 37; label kept, words from elsewhere",
        "renumbered from 37bis, not announced; words unchanged",
    ]
    assert tell_relations(pairs)["label_reused"].to_list() == [False, True, False]


def test_a_merge_names_both_parents_and_its_own_label_is_one_of_them(make):
    pairs = make.pairs(
        make.pair((0, "7"), (0, "7"), "merged"), make.pair((1, "7bis"), (0, "7"), "merged")
    )  # fmt: skip
    assert tell_relations(pairs)["words"].to_list() == ["merged from 7 and 7bis"] * 2


def test_a_new_paragraph_under_an_old_number_says_so(make):
    pairs = make.pairs(make.pair(None, (0, "9"), "inserted"), make.pair((0, "9"), (1, "10"), "edited"))
    assert tell_relations(pairs)["words"][0] == "new, under a number used before"


def test_only_a_flattened_text_carries_the_caution():
    assert CAUTION == "Struck and inserted words stand together here; this is neither Rev 3 nor WIMN's text."
    assert caution_draft("flattened", str(shipped_data() / "printed" / "a.txt")) == CAUTION
    assert caution_draft("flattened", "/elsewhere/a.txt") == FLATTENED
    assert caution_draft("as issued") == caution_draft(None) == ""
