"""The two printed drafts, paired: what two people read in them, and a redline easier than latexdiff's."""

import itertools
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import polars as pl
import pytest

from workbook.compare.diffs import diff_words
from workbook.compare.pairs import pair_paragraphs
from workbook.compare.spans import diff_texts
from workbook.compare.words import split_tokens
from workbook.schemas import PAIR_KEYS
from workbook.text.paragraphs import body_of

OLD, NEW = "rev2-printed", "wimn-printed"
SPLIT = ("6", "7", "11", "26", "30", "34", "35", "37")
# What latexdiff 1.3.2 makes of the same 69 pairs of paragraphs.
LATEXDIFF = {"hunks": 244, "words touched": 2499, "one-word islands": 1}


@pytest.fixture(scope="module")
def pairs(printed):
    return pair_paragraphs(printed, OLD, NEW)


def test_five_paragraphs_stand_unchanged(pairs, links):
    unchanged = {(label, label) for label in ("1", "16", "20", "57")}
    assert links(pairs, "same") == unchanged | {("37bis", "37ter")}


def test_two_paragraphs_moved_and_the_new_draft_announces_both(pairs, links):
    assert links(pairs, "moved") == links(pairs, "announced") == {("9", "6ter"), ("55", "44bis")}


def test_four_paragraphs_have_another_number(pairs, links):
    numbers = {("9", "6ter"), ("9ter", "9quat"), ("37bis", "37ter"), ("55", "44bis")}
    assert links(pairs, "renumbered") == numbers


def test_eight_paragraphs_are_split_into_themselves_and_their_bis(pairs, links):
    halves = {(label, label + end) for label in SPLIT for end in ("", "bis")}
    assert links(pairs, "split") == halves


def test_five_paragraphs_are_new_and_none_is_gone(pairs, links):
    new = ("4bis", "9pre", "29bis", "34pre", "45bis")
    assert links(pairs, "inserted") == {("", label) for label in new}
    assert links(pairs, "deleted", "merged") == set()


def test_every_other_paragraph_is_edited_under_its_own_number(pairs, links):
    edited = links(pairs, "edited")
    assert len(edited) == 56
    renumbered = {(old, new) for old, new in edited if old != new}
    assert renumbered == {("9", "6ter"), ("9ter", "9quat"), ("55", "44bis")}


def test_copied_sentences_are_fragments(pairs, links):
    assert links(pairs, "fragment") >= {("46", "34pre"), ("22", "31"), ("32", "34bis")}


def test_repeated_formulas_are_no_fragments(pairs, links):
    formulas = {("40", "37bis"), ("53", "42ter"), ("43quat", "29bis")}
    assert not links(pairs, "fragment") & formulas


def test_every_paragraph_of_both_drafts_is_in_a_pair(pairs, printed):
    told = pairs.filter(pl.col("relation") != "fragment")
    for side, draft in (("old", OLD), ("new", NEW)):
        positions = body_of(printed, draft)["position"].to_list()
        assert sorted(told[f"{side}_position"].drop_nulls().unique()) == positions


def test_without_the_drafters_notes_only_the_announcements_are_missing(pairs, printed):
    silent = pair_paragraphs(printed.with_columns(former=pl.lit("")), OLD, NEW)
    assert not silent["announced"].any()
    told = ["old_position", "new_position", "relation", "moved", "renumbered", "score"]
    assert silent.select(told).equals(pairs.select(told))


def test_without_any_labels_the_same_texts_are_linked(printed, pairs, links):
    blank = printed.with_columns(label=pl.lit(""), former=pl.lit(""))
    whole = pl.col("relation").is_in(["same", "edited"])
    sides = ["old_position", "new_position"]
    found = set(pair_paragraphs(blank, OLD, NEW).select(sides).iter_rows())
    assert set(pairs.filter(whole).select(sides).iter_rows()) <= found


def test_the_order_of_the_rows_does_not_matter(pairs, printed):
    shuffled = printed.sample(fraction=1, shuffle=True, seed=5)
    assert pair_paragraphs(shuffled, OLD, NEW).equals(pairs)
    assert diff_words(pairs, shuffled).equals(diff_words(pairs, printed))


def test_the_names_of_the_drafts_do_not_matter(pairs, printed):
    names = {OLD: "zebra", NEW: "aardvark"}
    renamed = pair_paragraphs(printed.with_columns(pl.col("draft").replace(names)), "zebra", "aardvark")
    sides = {"old_draft": pl.lit(OLD), "new_draft": pl.lit(NEW)}
    assert renamed.with_columns(**sides).equals(pairs)


@pytest.mark.parametrize("seed", ["1", "20220428"])
def test_the_seed_of_the_hashes_does_not_matter(pairs, printed, seed):
    program = f"""
from workbook.compare.diffs import diff_words
from workbook.compare.pairs import pair_paragraphs
from workbook.text.drafts import load_drafts, shipped_data
from workbook.text.paragraphs import split_paragraphs
from workbook.text.runs import read_runs
drafts = load_drafts(shipped_data())
paragraphs = split_paragraphs(read_runs(drafts), drafts)
pairs = pair_paragraphs(paragraphs, {OLD!r}, {NEW!r})
print(pairs.write_json(), diff_words(pairs, paragraphs).write_json(), sep="\\n", end="")
"""
    run = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program],
        cwd=Path(__file__).parents[2],
        env=os.environ | {"PYTHONHASHSEED": seed},
        capture_output=True,
        encoding="utf-8",
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.split("\n") == [pairs.write_json(), diff_words(pairs, printed).write_json()]


@pytest.mark.parametrize("side", ["old", "new"])
def test_every_word_of_both_drafts_is_told_exactly_once(pairs, printed, side):
    draft, text = {"old": OLD, "new": NEW}[side], f"{side}_text"
    rows = diff_words(pairs, printed).group_by(list(PAIR_KEYS)).agg(pl.col(text).sort_by("span").str.join())
    told = Counter()
    for position, words in rows.select(f"{side}_position", text).iter_rows():
        told.update((position, word) for word in split_tokens(words))
    body = body_of(printed, draft).select("position", "text").iter_rows()
    assert told == Counter((position, word) for position, words in body for word in split_tokens(words))


@pytest.fixture(scope="module")
def redlines(pairs, printed):
    """The spans of the 69 main pairs, whole old text against whole new text."""
    texts = {(draft, place): text for draft, place, text in printed["draft", "position", "text"].iter_rows()}
    main = pairs.filter(pl.col("relation").is_in(["same", "edited", "split"])).filter(
        ~((pl.col("relation") == "split") & pl.col("new_label").str.ends_with("bis"))
    )
    assert len(main) == 69
    return [
        diff_texts(texts[OLD, old], texts[NEW, new])
        for old, new in main.select("old_position", "new_position").iter_rows()
    ]


def test_fewer_hunks_than_latexdiff(redlines):
    hunks = sum(
        changed
        for spans in redlines
        for changed, _ in itertools.groupby(spans, key=lambda span: span.op != "equal")
    )
    assert 200 < hunks < LATEXDIFF["hunks"]


def test_fewer_words_touched_than_latexdiff(redlines):
    changes = [span for spans in redlines for span in spans if span.op != "equal"]
    touched = sum(len(span.old_text.split()) + len(span.new_text.split()) for span in changes)
    assert 2000 < touched < LATEXDIFF["words touched"]


def test_no_more_lone_words_between_changes_than_latexdiff(redlines):
    islands = [
        span.old_text
        for spans in redlines
        for before, span, behind in zip(spans, spans[1:], spans[2:], strict=False)
        if span.op == "equal" and "equal" not in (before.op, behind.op) and len(span.old_text.split()) == 1
    ]
    assert len(islands) <= LATEXDIFF["one-word islands"], islands
