"""What the page shows of commitments."""

from workbook.show.explorer.promises import Promises


def test_a_pair_has_a_sentence_for_each_clause_that_changed_and_which_way_it_went(make):
    one = make.pair((0, "1"), (0, "1"), "edited")
    other = make.pair((1, "2"), (1, "2"), "edited")
    promises = Promises(make.trail((one, "down", 6, 4), (one, "up", 4, 5)), {})
    key = tuple(one.values())[:6]
    assert promises.of_pair(key) == [
        ["down", "“old” becomes “new”, commitment 6 to 4.", ""],
        ["up", "“old” becomes “new”, commitment 4 to 5.", ""],
    ]
    assert promises.of_pair(tuple(other.values())[:6]) == []


def test_without_a_trail_nothing_is_said():
    assert Promises(None, {}).of_pair(("one", 0, "1", "two", 0, "1")) == []
