"""Agreed language: words of a draft that stand in an earlier text, and what departs inside a quotation."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.meaning.agreed import find_agreed
from workbook.meaning.quotations import FEWEST, MOST_LOOKS, find_quotations, index_words, thin_index
from workbook.schemas import AGREED, PARAGRAPHS, conform

AGREED_BEFORE = (
    "We share the care for harbours as States Members of the Union, to address each other’s needs and "
    "worries over fog, and an old duty to keep every lamp alight, whatever the season."
)


def make_paragraphs(*texts, draft="new"):
    """PARAGRAPHS from texts, or from (label, text) or (label, text, kind)."""
    rows = [(str(at + 1), text) if isinstance(text, str) else text for at, text in enumerate(texts)]
    given = [
        dict.fromkeys(PARAGRAPHS)
        | {"draft": draft, "position": at, "label": label, "text": text, "kind": (*kind, "paragraph")[0]}
        for at, (label, text, *kind) in enumerate(rows)
    ]
    return pl.DataFrame(given, schema=list(PARAGRAPHS), infer_schema_length=None).pipe(conform, PARAGRAPHS)


@pytest.fixture
def find():
    def find(drafts, references):
        frame = find_agreed(make_paragraphs(*drafts), make_paragraphs(*references, draft="compact"))
        assert frame.schema == pl.Schema(AGREED)
        return frame.to_dicts()

    return find


def test_six_words_in_a_row_are_agreed_language_and_five_are_not(find):
    assert find(["They keep every lamp alight, always"], [AGREED_BEFORE]) == []
    (row,) = find(["They have a duty to keep every lamp alight"], [AGREED_BEFORE])
    assert (row["text"], row["words"]) == ("duty to keep every lamp alight", 6)


def test_a_span_names_its_place_in_the_draft_and_in_the_reference(find):
    text = "Hence an old duty to keep every lamp alight."
    (row,) = find(["Nothing here.", text], [("10", "Nothing there."), ("11", AGREED_BEFORE)])
    assert text[row["start"] : row["end"]] == row["text"] == "an old duty to keep every lamp alight"
    assert (row["label"], row["reference"], row["reference_label"]) == ("2", "compact", "11")
    assert row["reference_text"] == row["text"]


def test_an_item_is_named_by_its_letter(find):
    (row,) = find([AGREED_BEFORE], [("18", "They will:"), ("18(i)", AGREED_BEFORE, "item")])
    assert row["reference_label"] == "18(i)"


@pytest.mark.parametrize(
    "text",
    [
        "TO ADDRESS EACH OTHER'S NEEDS AND WORRIES OVER FOG",
        "to address each other‘s needs – and worries – over fog",
        "to address, each other’s needs; and worries (over fog)",
    ],
)
def test_case_quotes_and_punctuation_do_not_count(find, text):
    (row,) = find([text], [AGREED_BEFORE])
    assert row["text"] == text.rstrip(")")


def test_hyphens_do_not_count_and_a_hyphenated_word_is_one(find):
    (row,) = find(["a whole of society care for lamps"], ["a whole-of-society care for lamps"])
    assert row["words"] == 7
    assert find(["a whole-of-society care"], ["a whole-of-society care"]) == []


def test_a_span_is_as_long_as_it_can_be(find):
    (row,) = find([AGREED_BEFORE], ["Hear this. " + AGREED_BEFORE + " So be it."])
    assert row["text"] + "." == AGREED_BEFORE


def test_headings_and_notes_quote_nothing(find):
    assert find([("", AGREED_BEFORE, "heading"), ("", AGREED_BEFORE, "footnote")], [AGREED_BEFORE]) == []
    assert find([AGREED_BEFORE], [("", AGREED_BEFORE, "heading")]) == []


# Departures


def test_a_word_exchanged_inside_a_quotation_is_a_departure(find):
    text = AGREED_BEFORE.replace("to address", "to respect")
    first, second = find([text], [AGREED_BEFORE])
    assert (first["departure"], first["departure_from"]) == ("respect", "address")
    assert (second["departure"], second["departure_from"]) == ("", "")
    assert first["quotation"] == second["quotation"]


def test_two_departures_close_to_each_other_are_told_apart(find):
    text = AGREED_BEFORE.replace("States Members", "Member States").replace("to address", "to respect")
    rows = find([text], [AGREED_BEFORE])
    assert [(row["departure"], row["departure_from"]) for row in rows] == [
        ("Member States", "States Members"),
        ("respect", "address"),
        ("", ""),
    ]
    assert rows[1]["text"] == "of the Union, to"


@pytest.mark.parametrize(
    ("old", "new", "departure"),
    [
        ("duty to", "solemn duty to", ("solemn", "")),
        ("needs and worries", "needs", ("", "and worries")),
        ("an old duty", "an old, old duty", ("old", "")),
    ],
)
def test_words_put_in_or_left_out_are_departures(find, old, new, departure):
    rows = find([AGREED_BEFORE.replace(old, new)], [AGREED_BEFORE])
    assert [(row["departure"], row["departure_from"]) for row in rows] == [departure, ("", "")]


def test_six_other_words_part_two_quotations(find):
    text = AGREED_BEFORE.replace("over fog,", "over fog, as told in six other words here,")
    rows = find([text], [AGREED_BEFORE])
    assert [(row["quotation"], row["departure"]) for row in rows] == [(0, ""), (1, "")]


def test_words_quoted_in_another_order_are_two_quotations(find):
    half = AGREED_BEFORE.index(" and an old")
    rows = find([AGREED_BEFORE[half:].strip() + " " + AGREED_BEFORE[:half]], [AGREED_BEFORE])
    assert len({row["quotation"] for row in rows}) == 2


# Several places, and formulas


def test_of_several_places_the_one_that_agrees_most_around_it_is_named(find):
    short = "It is an old duty to keep every lamp alight."
    (row,) = find([AGREED_BEFORE], [short, AGREED_BEFORE])
    assert (row["reference_label"], row["places"]) == ("2", 1)


def test_a_phrase_that_comes_again_and_again_is_a_formula(find):
    formula = "the Great Compact for Safe, Orderly and Regular Shipping"
    reference = [f"{word} {formula} {word}s." for word in ("Boat", "Lamp", "Rope")]
    rows = find([f"We recall {formula} here.", AGREED_BEFORE], [*reference, AGREED_BEFORE])
    assert [(row["formula"], row["places"]) for row in rows] == [(True, 3), (False, 1)]


def test_what_a_draft_repeats_is_a_formula_too(find):
    formula = "countries of origin, transit and destination"
    drafts = [f"{word} in {formula} {word}s." for word in ("Boat", "Lamp", "Rope")]
    rows = find(drafts, [f"People from {formula} meet."])
    assert {row["formula"] for row in rows} == {True} and len(rows) == 3


def test_a_quotation_around_a_formula_is_none(find):
    formula = "countries of origin, transit and destination"
    reference = [f"{word} in {formula} {word}s." for word in ("Boat", "Lamp", "Rope")]
    agreed = f"each pilot shall be paid in {formula}"
    rows = find([agreed], [*reference, agreed])
    assert [row["formula"] for row in rows] == [False]


def test_a_text_agrees_with_nothing_where_there_is_none(find):
    assert find([AGREED_BEFORE], []) == []
    assert find([], [AGREED_BEFORE]) == []


# What always holds

PLAIN_WORDS = ["a", "b", "c", "d"]
WORDS = st.lists(st.sampled_from([*PLAIN_WORDS, "old-new", "COVID-19", "İ", "’", "é"]), max_size=40)
TEXTS = st.lists(WORDS.map(" ".join), max_size=3)


@given(TEXTS, TEXTS)
def test_every_row_stands_where_it_says_and_every_shared_row_of_words_is_in_a_quotation(drafts, references):
    paragraphs, reference = make_paragraphs(*drafts), make_paragraphs(*references, draft="compact")
    found = find_agreed(paragraphs, reference).to_dicts()
    for row in found:
        assert drafts[row["position"]][row["start"] : row["end"]] == row["text"]
        assert row["reference_text"] in references[row["reference_position"]]
        assert row["places"] >= 1
    ranges = {}
    for row in found:
        ranges.setdefault((row["position"], row["quotation"]), []).extend((row["start"], row["end"]))
    covered = {(at, place) for (at, _), ends in ranges.items() for place in range(min(ends), max(ends))}
    for at, text in enumerate(drafts):
        words = text.split()
        for first in range(len(words) - FEWEST + 1):
            stretch = words[first : first + FEWEST]
            shared = any(f" {' '.join(stretch)} " in f" {other} " for other in references)
            if shared and all(word in PLAIN_WORDS for word in stretch):
                start = len(" ".join([*words[:first], ""]))
                told = [
                    (at, start + step) in covered
                    for step, sign in enumerate(" ".join(stretch))
                    if sign != " "
                ]
                assert all(told)


def test_a_text_that_repeats_itself_without_end_costs_no_more_looks_and_its_quotations_are_found():
    line, quoted = "abcdefghij" * 30, "the words of an old treaty".replace(" ", "")
    drafts, references = [line * 40 + quoted], [line] * 200 + [quoted]
    index = index_words(references, drafts)
    thinned = thin_index(index, drafts)
    looks = sum(len(thinned.get(drafts[0][at : at + FEWEST], ())) for at in range(len(drafts[0])))
    assert (
        0 < looks <= MOST_LOOKS < sum(len(index.get(drafts[0][at : at + FEWEST], ())) for at in range(12_000))
    )
    found = find_quotations(drafts[0], references, thinned)
    assert found[-1][-1].reference == 200 and found[0][0].last == 300
    usual = index_words(references[-2:], [quoted])
    assert thin_index(usual, [quoted]) is usual
