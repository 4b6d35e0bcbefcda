"""Printed pages: breaks, running heads, numbers, footnotes and line ends in mid-sentence."""

import pytest

# What most of these texts say, however they are printed.
LAMPS = ["We thank the harbour masters for the lamps of the old pier.", "We note that the ferries are slow."]


def test_a_form_feed_in_mid_sentence_parts_nothing(read):
    found = read(
        "1. We thank the harbour masters\nfor the lamps of the\n\fold pier.\n\n"
        "2. We note that the ferries\nare slow.\n"
    )
    assert (found.labels, found.texts) == (["1", "2"], LAMPS)


def test_a_form_feed_alone_on_its_line_parts_nothing(read):
    found = read(
        "1. We thank the harbour masters\nfor the lamps of the\n\f\nold pier.\n\n"
        "2. We note that the ferries\nare slow.\n"
    )
    assert (found.labels, found.texts) == (["1", "2"], LAMPS)


def test_a_label_behind_a_form_feed_opens_its_paragraph(read):
    found = read(
        "1. We thank the harbour masters\nfor the lamps of the old pier.\n"
        "\f2. We note that the ferries\nare slow.\n"
    )
    assert (found.labels, found.texts) == (["1", "2"], LAMPS)


def test_a_running_head_is_debris_wherever_it_comes(read):
    head = "\n\nHarbour talks, third draft\n\n"
    found = read(
        f"{head}1. We thank the harbour masters\nfor the lamps of the{head}old pier.\n\n"
        f"2. We note that the ferries{head}are slow.\n"
    )
    assert found.texts == LAMPS
    assert found.of_kind("debris", "first_line") == [3, 8, 14]


@pytest.mark.parametrize("shape", ["{}", "- {} -", "Page {} of 3", "{}/3"])
def test_page_numbers_are_debris(shape, read):
    first, second, third = (f"\n\n{shape.format(number)}\n\f" for number in (1, 2, 3))
    found = read(
        f"1. We thank the harbour masters\nfor the lamps of the{first}old pier.\n\n"
        f"2. We note that the ferries{second}are slow.{third}"
    )
    assert found.texts == LAMPS
    assert len(found.of_kind("debris")) == 3


def test_symbols_and_job_numbers_at_page_edges_are_debris(read):
    found = read(
        "1. We thank the harbour masters\nfor the lamps of the\n\n24-01234 (E)   1/2\n*2401234*\n"
        "\fA/CONF.9/L.1\n\nold pier.\n\n2. We note that the ferries\nare slow.\n\n2/2   24-01234\n"
    )
    assert found.texts == LAMPS
    assert found.of_kind("debris", "first_line") == [4, 5, 6, 13]


def test_a_line_that_comes_back_as_a_sentence_is_text(read):
    found = read(
        "".join(f"{number}. We thank the masters.\n\nThey kept the lamps.\n\n" for number in range(1, 5))
    )
    assert found.of_kind("debris") == []


def test_one_paragraph_a_line_needs_no_blank_lines(read):
    found = read(
        "Introduction\n1. We thank the masters.\n2. We note the fog.\n"
        "Next steps\n3. We buy bells.\n3bis. We ring.\n"
    )
    assert found.labels == ["1", "2", "3", "3bis"]
    assert found.body["section"].to_list() == ["Introduction", "Introduction", "Next steps", "Next steps"]


def test_double_spacing_parts_nothing(read):
    found = read(
        "Introduction\n\n1. We thank the harbour masters\n\nfor the lamps of the\n\nold pier.\n\n"
        "2. We note that the ferries\n\nare slow.\n"
    )
    assert (found.labels, found.texts) == (["1", "2"], LAMPS)


def test_a_text_without_numbers_is_read_paragraph_by_paragraph(read):
    found = read("We thank the harbour masters.\n\nWe note the fog.\n")
    assert found.texts == ["We thank the harbour masters.", "We note the fog."]
    assert found.labels == ["", ""]


def test_indented_lines_are_read_like_others(read):
    found = read("    1.   We thank the harbour masters\n    for the lamps of the old pier.\n\n"
                 "    2.   We note that the ferries\n    are slow.\n")  # fmt: skip
    assert (found.labels, found.texts) == (["1", "2"], LAMPS)


def test_windows_line_ends_read_like_others(read):
    text = (
        "1. We thank the harbour masters\nfor the lamps of the old pier.\n\n"
        "Next steps\n\n2. We note that the ferries\nare slow.\n"
    )
    windows = read(text.replace("\n", "\r\n"))
    assert windows.texts == read(text).texts == LAMPS
    assert windows.of_kind("heading") == ["Next steps"]


def test_a_byte_order_mark_hides_no_label(read):
    assert read(b"\xef\xbb\xbf1. We thank.\n2. We note.\n").labels == ["1", "2"]


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("a child-\nsensitive plan", "a child-sensitive plan"),
        ("a child-  \n\n  sensitive plan", "a child-sensitive plan"),
        ("the COVID-\n19 years", "the COVID-19 years"),
        ("short-\nand long-term plans", "short- and long-term plans"),
        ("a pause -\nand then", "a pause - and then"),
        ("line- by- line", "line- by- line"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_joins_unless_it_stands_alone(printed, text, read):
    assert read(f"1. We note {printed}.\n2. We rest.\n").texts[0] == f"We note {text}."


# Footnotes


def test_a_footnote_below_its_page_is_out_of_the_sentence_that_goes_on(read):
    found = read(
        "1. We thank the harbour masters,1 who kept the\nlamps, and the pilots of the\n\n"
        "1 The masters are named in the annex.\n\fouter roads.\n\n2. We note that the ferries\nare slow.\n"
    )
    assert (
        found.text["1"]
        == "We thank the harbour masters, who kept the lamps, and the pilots of the outer roads."
    )
    assert found.of_kind("footnote") == ["The masters are named in the annex."]


def test_a_footnote_goes_on_at_the_foot_of_the_next_page(read):
    found = read(
        "1. We thank the harbour masters,1 who kept the\nlamps and guided the ferries that\n\n"
        "1 The masters belong to the guild, which has kept them since the\n\fcame home.\n\n"
        "2. We note that the ferries are slow and\nregret the loss of the bell,\n\n\n"
        "great fire of the lower town.\n\fwhich was melted.\n\n3. We buy\nbells.\n"
    )
    assert found.texts == [
        "We thank the harbour masters, who kept the lamps and guided the ferries that came home.",
        "We note that the ferries are slow and regret the loss of the bell, which was melted.",
        "We buy bells.",
    ]
    assert found.of_kind("footnote") == [
        "The masters belong to the guild, which has kept them since the great fire of the lower town."
    ]


def test_footnotes_with_blank_lines_between_are_two(read):
    found = read(
        "1. We thank the masters,1 who kept the lamps,\nand the pilots,2 who guided all ferries\nhome.\n\n"
        "1 The lamps are listed below.\n\n2 The pilots are named below.\n"
    )
    assert found.of_kind("footnote") == ["The lamps are listed below.", "The pilots are named below."]
    assert found.text["1"].endswith("lamps, and the pilots, who guided all ferries home.")


def test_footnotes_behind_a_printed_rule_need_no_blank_lines(read):
    found = read(
        "1. We thank the masters,1 who kept the lamps,\nand the pilots,2 who guided all ferries\nhome.\n"
        "____________\n1 The lamps are listed below.\n2 The pilots are named below.\n"
    )
    assert found.of_kind("footnote") == ["The lamps are listed below.", "The pilots are named below."]
    assert found.of_kind("debris", "first_line") == [4]


def test_a_note_set_into_its_line_is_a_footnote_of_its_own(read):
    found = read(
        "1. We thank the masters,[footnoteRef:1] who rest. [1: They are named below.]\n2. We note the fog.\n"
    )
    assert found.texts == ["We thank the masters, who rest.", "We note the fog."]
    assert found.of_kind("footnote") == ["They are named below."]


@pytest.mark.parametrize("word", ["OP2", "G20", "pp4]", "the 3", "2.1", "A4"])
def test_a_number_that_no_note_answers_is_no_note_mark(word, read):
    found = read(f"1. We thank the masters of {word} for lamps.\n2. We note the fog.\n")
    assert word in found.text["1"]
    assert "note mark" not in found.account["role"].to_list()


def test_paragraph_1_is_no_footnote(read):
    assert read("Lamps of the year1\n\n1. We thank the masters.\n\n2. We note the fog.\n").labels == [
        "1",
        "2",
    ]
