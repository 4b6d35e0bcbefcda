"""The ghosts of the printed Rev 2, against what one reader marked in 64 of its paragraphs, before any tuning.

`test_ghosts_gold.csv`: label, state (struck; uncertain: it reads well, and the later authors may have cut it;
none: a paragraph without a struck word), words, the marked ones in brackets.
"""

import csv
from pathlib import Path

import polars as pl
import pytest

from workbook.compare.ghosts import find_ghosts
from workbook.compare.pairs import pair_paragraphs
from workbook.compare.words import WORD
from workbook.text.paragraphs import body_of

OLD, NEW = "rev2-printed", "wimn-printed"
GOLD = Path(__file__).with_name("test_ghosts_gold.csv")


@pytest.fixture(scope="module")
def gold(printed):
    """{label: {start of a word: state}} of the words that were marked, in the paragraphs that were read."""
    texts = dict(body_of(printed, OLD).select("label", "text").iter_rows())
    marked = {}
    with GOLD.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            states = marked.setdefault(row["label"], {})
            before, _, rest = row["words"].partition("[")
            words, _, behind = rest.partition("]")
            text, context = texts[row["label"]], before + words + behind
            assert not words or text.count(context) == 1, row
            start = text.find(context) + len(before)
            states |= {start + word.start(): row["state"] for word in WORD.finditer(words)}
            marked[row["label"]] = states
    return marked


def states_of(ghosts, gold):
    """The state of each word shown in a paragraph that was read: struck, uncertain or live."""
    return [
        gold[label].get(start + word.start(), "live")
        for label, start, words in ghosts.select("label", "start", "words").iter_rows()
        if label in gold
        for word in WORD.finditer(words)
    ]


@pytest.fixture(scope="module")
def pairs(printed):
    return pair_paragraphs(printed, OLD, NEW)


def test_the_words_shown_were_struck(pairs, printed, gold):
    told = states_of(find_ghosts(pairs, printed, later_flattened=True), gold)
    struck = sum(state == "struck" for states in gold.values() for state in states.values())
    right, live = told.count("struck"), told.count("live")
    print(
        f"{len(gold)} paragraphs, {struck} struck words: precision {right / (right + live):.3f}, "
        f"with each uncertain word counted wrong {right / len(told):.3f}, recall {right / struck:.3f}"
    )
    assert right >= 0.95 * (right + live)
    assert right >= 0.9 * len(told)
    assert right >= 0.85 * struck


def test_what_is_shown_without_trust_in_the_later_draft_was_struck(pairs, printed, gold):
    told = states_of(find_ghosts(pairs, printed), gold)
    print(f"without trust in the later draft: {told.count('struck')} of {len(told)} words shown were struck")
    assert len(told) >= 10
    assert told.count("struck") == len(told)


def test_the_order_of_the_rows_does_not_matter(pairs, printed):
    ghosts = find_ghosts(pairs, printed, later_flattened=True)
    shuffled = [frame.sample(fraction=1, shuffle=True, seed=3) for frame in (pairs, printed)]
    assert find_ghosts(*shuffled, later_flattened=True).equals(ghosts)


def test_every_ghost_stands_where_it_is_said_to_stand(pairs, printed):
    ghosts = find_ghosts(pairs, printed, later_flattened=True, surety=0)
    texts = {(draft, at): text for draft, at, text in printed["draft", "position", "text"].iter_rows()}
    for draft, at, start, end, words in ghosts["draft", "position", "start", "end", "words"].iter_rows():
        assert texts[draft, at][start:end] == words
    assert ghosts.select("position", "start").equals(ghosts.select("position", "start").sort(pl.all()))
