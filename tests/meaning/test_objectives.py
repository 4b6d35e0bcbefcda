"""Objectives against people's indexing. `pytest -s tests/meaning/test_objectives.py` prints the numbers."""

import csv
from pathlib import Path

import pytest

from workbook.meaning.lexicon import load_terms
from workbook.meaning.tags import tag_paragraphs
from workbook.text.drafts import load_drafts
from workbook.text.paragraphs import body_of, split_paragraphs
from workbook.text.runs import read_runs

HERE = Path(__file__).parent


def read_rows(name):
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def score_objectives(rows, found):
    """F1 over all pairs of paragraph and objective; borderline ones are neither asked nor wrong."""
    hits = wrong = missed = 0
    for row, tags in zip(rows, found, strict=True):
        asked, borderline = set(row["objectives"].split()), set(row["borderline"].split())
        hits += len(tags & asked)
        wrong += len(tags - asked - borderline)
        missed += len(asked - tags)
    return 2 * hits / (2 * hits + wrong + missed), hits, wrong, missed


def report(name, rows, found):
    score, hits, wrong, missed = score_objectives(rows, found)
    print(f"\n{name}: F1 {score:.3f} ({hits} found, {wrong} wrong, {missed} missed; {len(rows)} paragraphs)")
    return score


def find_objectives(paragraphs):
    """{(draft, label): objectives}"""
    tags = tag_paragraphs(paragraphs, load_terms(schemes=("objective",)))
    found = {}
    for draft, label, tag in tags.select("draft", "label", "tag").iter_rows():
        found.setdefault((draft, label), set()).add(tag)
    return found


def test_objectives_agree_with_two_annotators_on_the_published_quarter():
    drafts = load_drafts()
    found = find_objectives(body_of(split_paragraphs(read_runs(drafts), drafts)))
    rows = read_rows("annotated_quarter.csv")
    assert (
        report("annotated quarter", rows, [found.get((r["draft"], r["label"]), set()) for r in rows]) >= 0.92
    )


@pytest.mark.parametrize(("name", "least"), [("other_texts.csv", 0.92), ("short_items.csv", 0.85)])
def test_objectives_are_found_in_words_of_other_texts(make_paragraphs, name, least):
    rows = read_rows(name)
    found = find_objectives(make_paragraphs(*(row["text"] for row in rows)))
    assert report(name, rows, [found.get(("one", str(place)), set()) for place in range(len(rows))]) >= least
