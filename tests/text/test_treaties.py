"""Treaties and decisions: Articles, Options, items, decimal numbers, brackets that stay."""

import pytest


def test_numbering_starts_over_in_each_article(read):
    found = read(
        "Article 1\n1. Each Party shall light lamps.\n2. It shall keep them.\n\n"
        "Article 2\n1. Each Party shall ring bells.\n2. It shall rest.\n3. Nothing more.\n"
    )
    assert found.labels == ["1", "2", "1", "2", "3"]
    assert found.body["section"].to_list() == ["Article 1"] * 2 + ["Article 2"] * 3


def test_the_title_of_an_article_is_part_of_its_section(read):
    found = read("Article 1\nUse of lamps\n\n1. Each Party shall light lamps.\n\n2. It shall keep them.\n")
    assert found.body["section"].unique().to_list() == ["Article 1 – Use of lamps"]


def test_a_reference_to_an_article_does_not_start_numbering_over(read):
    found = read(
        "1. Each Party shall light the lamps under\nArticle 2 of the Lamp Act, and\nmay rest.\n"
        "2. It shall keep\nthem.\n3. It shall ring\nbells.\n"
    )
    assert found.labels == ["1", "2", "3"]
    assert found.of_kind("heading") == []


@pytest.mark.parametrize("name", ["Option 1", "Option A", "Alternative 1"])
def test_numbering_starts_over_in_each_option(name, read):
    other = name[:-1] + {"1": "2", "A": "B"}[name[-1]]
    found = read(
        f"Article 3\n\n{name}:\n\n1. Each Party shall light lamps.\n\n2. It shall keep them.\n\n"
        f"{other}:\n\n1. Parties may light lamps.\n\n2. They may keep them.\n"
    )
    assert found.labels == ["1", "2", "1", "2"]
    assert found.body["section"][2].endswith(f"{other}:")


def test_an_option_with_its_text_on_its_line_is_no_heading(read):
    found = read(
        "Article 5\n\n1. Each Party shall light lamps.\n\n2. Option 1: The Parties shall keep all lamps.\n"
        "Option 2: The Parties are encouraged to keep some lamps.\n\n3. Parties meet.\n"
    )
    assert found.of_kind("heading") == ["Article 5"]
    assert "Option 2: The Parties are encouraged to keep some lamps." in found.of_kind("paragraph")
    assert set(found.body["section"]) == {"Article 5"}


def test_an_option_whose_text_goes_on_below_is_no_heading(read):
    found = read(
        "Article 5\n\n1. Each Party shall light lamps.\n\n2. Option 1: The Parties shall keep all lamps.\n"
        "Option 2: The Parties are encouraged to keep some\nlamps, where they can.\n\n3. Parties meet.\n"
    )
    assert found.of_kind("heading") == ["Article 5"]
    assert set(found.body["section"]) == {"Article 5"}


def test_alternatives_of_one_paragraph_have_their_own_labels(read):
    found = read(
        "1. Each Party shall light lamps.\n2. ALT 1: It shall keep them.\n"
        "2. ALT 2: It may keep them.\n3. Done.\n"
    )
    assert found.labels == ["1", "2alt1", "2alt2", "3"]


def test_an_article_with_a_suffix_is_a_heading(read):
    found = read(
        "Article 4\n\n1. Each Party shall light lamps.\n\nArticle 4 bis\n\n1. Each Party shall ring bells.\n"
    )
    assert found.of_kind("heading") == ["Article 4", "Article 4 bis"]
    assert found.labels == ["1", "1"]


def test_an_article_can_have_one_unnumbered_paragraph(read):
    found = read(
        "Article 1\n\n1. Each Party shall light lamps.\n\n2. It shall keep them.\n\n"
        "Article 2\n\nThis Act ends in winter.\n\nArticle 3\n\n1. Parties meet.\n\n2. They vote.\n"
    )
    assert found.labels == ["1", "2", "", "1", "2"]
    assert found.body["section"][2] == "Article 2"


@pytest.mark.parametrize(
    "words",
    [
        "We [shall] [should] light the lamps.",
        "We light lamps [and ring bells].",
        "We note that [the ferries are [very] slow].",
        "We thank the pilots [EU: and the crews].",
        "We light lamps[, including at night].",
        "[We light the lamps.]",
        "[[The Guild] [The Assembly] may meet.]",
    ],
)
def test_contested_words_stay_in_the_text_with_their_brackets(words, read):
    found = read(f"1. We thank the masters.\n2. {words}\n3. We rest.\n")
    assert found.text["2"] == words
    assert found.citations.is_empty()


def test_a_bracket_around_a_whole_numbered_paragraph_stays_around_it(read):
    found = read("1. We thank the masters.\n[2. We light lamps.]\n3. We rest.\n")
    assert found.text["2"] == "[We light lamps.]"


# Items


def test_lettered_items_are_labelled_under_their_paragraph(read):
    found = read("1. We will:\n(a) light lamps;\n(b) ring bells; and\n(c) rest.\n2. We thank all.\n")
    assert found.labels == ["1", "1(a)", "1(b)", "1(c)", "2"]
    assert found.texts[1:4] == ["light lamps;", "ring bells; and", "rest."]
    assert set(found.of_kind("item", "printed_label")) == {"(a)", "(b)", "(c)"}


def test_roman_items_stand_under_the_letter_above_them(read):
    found = read(
        "1. We will:\n(a) keep a book that says:\n(i) who;\n(ii) when;\n(iii) why;\n(b) rest.\n2. We go.\n"
    )
    assert found.labels == ["1", "1(a)", "1(a)(i)", "1(a)(ii)", "1(a)(iii)", "1(b)", "2"]


def test_roman_items_can_stand_under_the_paragraph_itself(read):
    marks = ["i", "ii", "iii", "iv", "v", "vi"]
    found = read(
        "1. We will:\n" + "".join(f"({mark}) light lamp {mark};\n" for mark in marks) + "2. We rest.\n"
    )
    assert found.labels == ["1", *(f"1({mark})" for mark in marks), "2"]


def test_i_behind_h_is_a_letter(read):
    found = read(
        "1. We will:\n" + "".join(f"({mark}) do {mark} well;\n" for mark in "abcdefghijk") + "2. We rest.\n"
    )
    assert found.labels == ["1", *(f"1({mark})" for mark in "abcdefghijk"), "2"]


def test_an_item_can_be_put_in_later(read):
    found = read("1. We will:\na) light lamps;\nb) ring bells;\nb bis) rest;\n2. We thank all.\n")
    assert found.labels == ["1", "1(a)", "1(b)", "1(bbis)", "2"]


def test_a_letter_in_brackets_inside_a_sentence_is_no_item(read):
    found = read(
        "1. We recall the rule of paragraph 4\n(a) of the Lamp Act, which holds for\nall harbours.\n"
        "2. We\nrest.\n"
    )
    assert found.labels == ["1", "2"]


def test_an_item_may_run_over_lines(read):
    found = read("1. We will:\n(a) light all lamps of the\nold pier;\n(b) rest.\n2. We thank the\nmasters.\n")
    assert found.text["1(a)"] == "light all lamps of the old pier;"


# Decimal numbers and numbered headings


def test_2_10_follows_2_9(read):
    found = read(
        "2. Bells\n\n" + "".join(f"2.{number} We ring bell {number}.\n\n" for number in range(1, 13))
    )
    assert found.labels == [f"2.{number}" for number in range(1, 13)]


def test_a_numbered_line_with_numbers_below_it_is_a_heading(read):
    found = read("1. Lamps\n\n1.1 We light lamps.\n\n1.2 We keep lamps.\n\n2. Bells\n\n2.1 We ring bells.\n")
    assert found.of_kind("heading") == ["Lamps", "Bells"]
    assert found.labels == ["1.1", "1.2", "2.1"]
    assert found.body["section"].to_list() == ["Lamps", "Lamps", "Bells"]


def test_a_figure_at_the_start_of_a_line_is_no_decimal_label(read):
    found = read(
        "1.1 We note that the fleet has grown by\n1.2 billion tons, or\n1.5 per cent.\n\n"
        "1.2 We light\nlamps.\n\n1.3 We\nrest.\n"
    )
    assert found.labels == ["1.1", "1.2", "1.3"]


def test_a_third_level_is_read(read):
    labels = ["3.1", "3.2", "3.2.1", "3.2.2", "3.3"]
    assert read("".join(f"{label} We light {label} lamps.\n\n" for label in labels)).labels == labels


def test_roman_numbered_headings_part_sections(read):
    found = read("I. Lamps\n\n1. We light lamps.\n\n2. We keep them.\n\nII. Bells\n\n3. We ring bells.\n")
    assert found.of_kind("heading") == ["I. Lamps", "II. Bells"]
    assert found.labels == ["1", "2", "3"]


def test_preambular_and_operative_paragraphs_have_each_their_row(read):
    found = read(
        "PP1. Recalling the lamps,\nPP1bis. Noting bells,\nPP2. Seeing fog,\n"
        "OP1. Decides to light;\nOP2. Decides to rest.\n"
    )
    assert found.labels == ["PP1", "PP1bis", "PP2", "OP1", "OP2"]


def test_an_unnumbered_preamble_is_read_paragraph_by_paragraph(read):
    found = read(
        "The Parties,\n\nRecalling the lamps,\n\nNoting the fog,\n\n"
        "1. Decide to light;\n\n2. Decide to rest.\n"
    )
    assert found.labels == ["", "", "", "1", "2"]
    assert found.texts[1] == "Recalling the lamps,"
