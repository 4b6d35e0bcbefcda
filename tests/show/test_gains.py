"""Themes named in words put in, and in words struck."""

import polars as pl
import pytest

from workbook.app.comparison import compare_drafts
from workbook.compare.diffs import diff_words
from workbook.compare.pairs import pair_paragraphs
from workbook.meaning.tags import tag_paragraphs
from workbook.schemas import GAINS, PARAGRAPHS, TERMS, frame_of
from workbook.show.gains import count_gains, list_mentions
from workbook.text.drafts import shipped_data

LIST = [
    ("theme", "T1", "Work", r"\bdecent work\b|\bwork(?:ers)?\b"),
    ("theme", "T2", "Women", r"\bwom[ae]n\b"),
    ("theme", "T3", "Pay", r"\bfair pay\b"),
]
TERMS_OF_BOTH = frame_of([(*row[:3], row[2], row[3], "", None, "") for row in LIST], TERMS)
CONTEXT = "The parties met in the harbour and spoke of the sea, of boats and of long journeys."


def make_text(draft, *texts):
    rows = [
        dict.fromkeys(PARAGRAPHS, "")
        | {"draft": draft, "position": at, "label": str(at + 1), "kind": "paragraph", "text": text}
        | {"first_line": at, "last_line": at}
        for at, text in enumerate(texts)
    ]
    return [list(row.values()) for row in rows]


@pytest.fixture
def count():
    """The counts of each tag, from the paragraphs of an older and a newer text."""

    def count(old, new):
        paragraphs = frame_of([*make_text("one", *old), *make_text("two", *new)], PARAGRAPHS)
        diffs = diff_words(pair_paragraphs(paragraphs, "one", "two"), paragraphs)
        gains = count_gains(diffs, tag_paragraphs(paragraphs, TERMS_OF_BOTH), paragraphs, TERMS_OF_BOTH)
        assert gains.schema == pl.Schema(GAINS)
        return {row["tag"]: row for row in gains.to_dicts()}

    return count


def tell(row):
    return row["mentions_in"], row["mentions_out"], row["paragraphs_in"], row["paragraphs_out"]


def test_a_mention_that_stands_in_both_texts_is_neither_gained_nor_lost(count):
    found = count([f"{CONTEXT} Women spoke."], [f"{CONTEXT} Women spoke, and they were heard by all."])
    assert tell(found["T2"]) == (0, 0, 0, 0)
    assert found["T2"]["words_in"] == 6


def test_a_mention_put_in_is_gained_and_a_struck_one_lost(count):
    old, new = f"{CONTEXT} Workers spoke.", f"{CONTEXT} Women, and women again, spoke."
    assert tell(count([old], [new])["T2"]) == (2, 0, 1, 0)
    assert tell(count([old], [new])["T1"]) == (0, 1, 0, 1)


def test_there_and_back_exchanges_gains_and_losses(count):
    old, new = f"{CONTEXT} Workers spoke.", f"{CONTEXT} Women and workers spoke, and women slept."
    there, back = count([old], [new])["T2"], count([new], [old])["T2"]
    assert (
        (there["mentions_in"], there["mentions_out"]) == (back["mentions_out"], back["mentions_in"]) == (2, 0)
    )


def test_a_mention_that_only_grew_is_no_new_one(count):
    found = count([f"{CONTEXT} They praise work."], [f"{CONTEXT} They praise decent work."])
    assert tell(found["T1"]) == (0, 0, 0, 0)


def test_a_mention_that_a_struck_word_had_kept_apart_came_in(count):
    found = count([f"{CONTEXT} They praise fair and equal pay."], [f"{CONTEXT} They praise fair pay."])
    assert tell(found["T3"]) == (1, 0, 1, 0)


def test_another_spelling_of_case_is_no_new_mention(count):
    found = count([f"{CONTEXT} The Women spoke."], [f"{CONTEXT} The women spoke."])
    assert tell(found["T2"]) == (0, 0, 0, 0)


def test_a_whole_new_paragraph_gains_all_that_it_names(count):
    found = count(
        [CONTEXT], [CONTEXT, "Women who work in fishing villages mend nets, and women sell the catch."]
    )
    assert tell(found["T2"]) == (2, 0, 1, 0)
    assert tell(found["T1"]) == (1, 0, 1, 0)


def test_a_paragraph_split_in_two_gains_and_loses_nothing(count):
    halves = [f"{CONTEXT} Women spoke there.", "Later in the year the workers of the old mill came to vote."]
    found = count([" ".join(halves)], halves)
    assert [tell(row) for row in found.values()] == [(0, 0, 0, 0)] * len(LIST)


def test_a_theme_that_nobody_names_keeps_its_row(count):
    assert [row["title"] for row in count([CONTEXT], [CONTEXT]).values()] == ["Work", "Women", "Pay"]


def test_a_mention_of_unknown_hand_is_counted_and_counted_apart():
    found = compare_drafts("rev2", "rev3", shipped_data())
    frames = (found.diffs, found.tags, found.paragraphs, found.terms)
    mentions = list_mentions(*frames[:3], found.origins)
    nobodys = mentions.filter(pl.col("hand") == "", pl.col("scheme") == "theme")
    gains = count_gains(*frames, "theme", found.origins)
    assert 0 < gains["mentions_unknown"].sum() == len(nobodys) < gains["mentions_in"].sum()
    assert (gains["words_unknown"] <= gains["words_in"] + gains["words_out"]).all()
    assert count_gains(*frames, "theme").select("mentions_unknown", "words_unknown").null_count().row(0) == (
        len(gains),
        len(gains),
    )
