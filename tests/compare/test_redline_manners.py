"""A redline reads as a person writes it. In the examples [-struck-] and {+put in+} mark changes."""

import itertools

import pytest

from workbook.compare.spans import diff_texts
from workbook.compare.words import split_tokens, split_words


def redline(old, new):
    marks = {"equal": "{0}", "delete": "[-{0}-]", "insert": "{{+{1}+}}", "replace": "[-{0}-]{{+{1}+}}"}
    return "".join(marks[op].format(was, now) for op, was, now, _ in diff_texts(old, new))


def weights(old, new):
    return [span.weight for span in diff_texts(old, new) if span.op != "equal"]


# 1. Numbers, symbols and hyphenated words are whole.
@pytest.mark.parametrize(
    "whole",
    [
        "8,436",
        "6.3",
        "A/76/642",
        "15(g)",
        "2(b)",
        "gender-responsive",
        "COVID-19",
        "people-to-people",
        "children’s",
    ],
)
def test_a_number_a_symbol_and_a_hyphenated_word_are_one_word(whole):
    assert split_tokens(f"see {whole}, too") == ["see", whole, ",", "too"]
    assert split_words(f"See {whole}, too") == ["see", whole.lower(), "too"]


def test_a_number_does_not_swallow_the_stop_behind_it():
    assert split_tokens("in 2019, of 2030.") == ["in", "2019", ",", "of", "2030", "."]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("8,436", "8,437"),
        ("6.3", "6.4"),
        ("A/76/642", "A/76/643"),
        ("15(g)", "15(h)"),
        ("gender-responsive", "age-responsive"),
        ("well-managed", "well-governed"),
    ],
)
def test_a_changed_number_or_symbol_is_replaced_whole(old, new):
    assert redline(f"we saw {old} again", f"we saw {new} again") == f"we saw [-{old}-]{{+{new}+}} again"


# 2. What is put in or struck begins where a sentence or a clause begins.
def test_a_sentence_put_in_is_marked_from_its_start():
    old = "The boats wait. The crews rest."
    new = "The boats wait. The boats leak. The crews rest."
    assert redline(old, new) == "The boats wait. {+The boats leak. +}The crews rest."


def test_a_list_item_put_in_takes_the_comma_before_it():
    assert redline("for nets, ropes and sails", "for nets, hooks, ropes and sails") in (
        "for nets{+, hooks+}, ropes and sails",
        "for nets, {+hooks, +}ropes and sails",
    )


def test_a_clause_struck_begins_with_its_and():
    old = "we mend nets and paint boats and sell fish"
    assert redline(old, "we mend nets and sell fish") == "we mend nets [-and paint boats -]and sell fish"


# 3. A weak island between two changes is no reason to break them up.
def test_a_lone_and_between_two_changes_joins_them():
    assert (
        redline("we mend nets and paint", "we sell ropes and tar")
        == "we [-mend nets and paint-]{+sell ropes and tar+}"
    )


def test_three_words_between_two_changes_stay():
    old, new = "the red boat floats near home", "the blue boat floats near town"
    assert redline(old, new) == "the [-red-]{+blue+} boat floats near [-home-]{+town+}"


def test_three_words_without_meaning_between_two_changes_go():
    old, new = "crews that are in barns", "clerks that are in towns"
    assert redline(old, new) == "[-crews that are in barns-]{+clerks that are in towns+}"


def test_four_words_without_meaning_between_two_changes_stay():
    old, new = "crews that are in the barns", "clerks that are in the towns"
    assert redline(old, new) == "[-crews-]{+clerks+} that are in the [-barns-]{+towns+}"


def test_two_words_of_meaning_stay_where_less_than_twice_as_many_changed():
    old, new = "the red boat floats home", "the boat floats away"
    assert redline(old, new) == "the [-red -]boat floats [-home-]{+away+}"


def test_two_words_of_meaning_go_between_large_changes():
    old = "hungry gulls circle quiet harbour while crews unload"
    new = "tired geese follow quiet harbour before clerks tally"
    assert redline(old, new) == f"[-{old}-]{{+{new}+}}"


def test_a_lone_word_of_meaning_goes_between_large_changes():
    old = "hungry gulls circle every morning harbour while tired crews unload cargo"
    new = "quiet geese follow distant evening harbour before young clerks tally barrels"
    assert redline(old, new) == f"[-{old}-]{{+{new}+}}"


# 4. Some words are never struck and put back.
@pytest.mark.parametrize(
    "kept",
    ["not", "no", "never", "without", "shall", "should", "will", "may", "must", "2030", "8,436", "A/76/642"],
)
def test_a_negation_a_modal_and_a_number_stay_between_two_changes(kept):
    assert (
        redline(f"crews {kept} repair", f"clerks {kept} count")
        == f"[-crews-]{{+clerks+}} {kept} [-repair-]{{+count+}}"
    )


def test_a_sentence_stop_and_the_word_behind_it_are_not_struck_over():
    redlined = redline("We mend nets. The crews rest", "We mend ropes. The clerks rest")
    assert redlined == "We mend [-nets-]{+ropes+}. The [-crews-]{+clerks+} rest"


def test_shall_becomes_should_in_one_change():
    assert redline("States shall act now", "States should act now") == "States [-shall-]{+should+} act now"


# 5. A changed word is replaced whole.
@pytest.mark.parametrize(
    ("old", "new"),
    [("redouble", "redoubling"), ("child", "children"), ("well", "unwell"), ("co-operate", "cooperate")],
)
def test_a_changed_word_is_replaced_whole(old, new):
    assert redline(f"we {old} here", f"we {new} here") == f"we [-{old}-]{{+{new}+}} here"


# 6. What is struck stands before what is put in, as one change.
def test_a_replacement_is_one_span_with_both_sides():
    spans = diff_texts("we commend the crews", "we recognize the crews")
    assert [span.op for span in spans] == ["equal", "replace", "equal"]
    assert spans[1][1:3] == ("commend", "recognize")


def test_no_two_changes_touch():
    old = "We commend the crews, who mend nets at night, and thank their widows."
    new = "They thank the widows who sell fish, and bread, at night."
    changed = [span.op != "equal" for span in diff_texts(old, new)]
    assert all(one != other for one, other in itertools.pairwise(changed))


# 7. Case, commas, spaces and the shape of quotes are form.
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("the Crews rest", "the crews rest"),
        ("nets, and ropes", "nets and ropes"),
        ("the crews rest", "the  crews rest"),
        ("the crew’s nets", "the crew's nets"),
        ("a “new” net", 'a "new" net'),
        ("a co‑operative net", "a co-operative net"),
    ],
)
def test_case_comma_space_and_the_shape_of_quotes_are_form(old, new):
    assert weights(old, new) == ["form"]
    assert weights(new, old) == ["form"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("crews rest", "crews work"),
        ("nets; ropes", "nets: ropes"),
        ("crews rest.", "crews rest"),
        ("crews rest", "crews may rest"),
        ("in 2030 here", "in 2031 here"),
        ("8,436 here", "84,36 there"),
        ("resign", "re-sign"),
    ],
)
def test_other_words_and_other_stops_are_substance(old, new):
    assert weights(old, new) == ["substance"]


def test_a_word_in_upper_and_lower_case_side_by_side_is_one_change():
    assert redline("in Humanitarian aid", "in humanitarian aid") == "in [-Humanitarian-]{+humanitarian+} aid"


# 8. Brackets mean that the words in them are not agreed.
def test_brackets_around_words_are_substance():
    old, new = "we [shall] act", "we shall act"
    assert redline(old, new) == "we [-[-]shall[-]-] act"
    assert weights(old, new) == ["substance", "substance"]


def test_a_bracket_that_stays_is_not_struck_over():
    assert (
        redline("nets [ropes hooks", "sails [tar planks")
        == "[-nets-]{+sails+} [[-ropes hooks-]{+tar planks+}"
    )


# And a text is what it is, to the last space.
def test_nothing_changed_nothing_marked():
    assert redline("we mend nets", "we mend nets") == "we mend nets"
    assert diff_texts("", "") == []


def test_all_of_a_text_can_be_put_in_or_struck():
    assert redline("", "we mend nets") == "{+we mend nets+}"
    assert redline("we mend nets", "") == "[-we mend nets-]"


def test_a_rewritten_sentence_is_one_change():
    old, new = "Hungry gulls circle above the pier.", "Tomorrow our oldest clerk counts barrels."
    assert redline(old, new) == f"[-{old[:-1]}-]{{+{new[:-1]}+}}."
