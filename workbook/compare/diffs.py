"""PAIRS and PARAGRAPHS -> DIFFS: the words that each link kept, struck and put in."""

from collections.abc import Iterable

import polars as pl

from workbook.compare.shares import divide_words
from workbook.compare.spans import Span, diff_pieces, share_vocabulary, split_pieces
from workbook.schemas import DIFFS, PAIR_KEYS, WorkbookError, frame_of


def diff_words(pairs: pl.DataFrame, paragraphs: pl.DataFrame) -> pl.DataFrame:
    """One row a span of a pair, in the order of the pairs: the frame DIFFS.

    Where a paragraph is split or merged, its words are divided among the rows: over all of them,
    every old word is kept or deleted once and every new word kept or inserted once. A fragment has
    no diff of its own: its words are told where they stand.
    """
    keys = list(PAIR_KEYS)
    rows = pairs.filter(pl.col("relation") != "fragment").select(keys)
    texts = {
        (draft, position): text
        for draft, position, text in paragraphs.select("draft", "position", "text").iter_rows()
    }
    spans = _diff_rows(list(rows.iter_rows()), texts)
    table = [
        (*key, number, *(span[:3]), span.weight)
        for key, of_row in zip(rows.iter_rows(), spans, strict=True)
        for number, span in enumerate(of_row)
    ]
    return frame_of(table, DIFFS)


def _diff_rows(rows: list[tuple], texts: dict[tuple[str, int], str]) -> list[list[Span]]:
    pieces = {}
    for old_draft, old, _, new_draft, new, _ in rows:
        for key in ((old_draft, old), (new_draft, new)):
            if key[1] is not None and key not in pieces:
                pieces[key] = split_pieces(_text(texts, key))
    shares: dict[int, tuple[list[str], list[str]]] = {}
    vocabulary = share_vocabulary()
    for group in _groups(rows):
        olds = list(dict.fromkeys((rows[at][0], rows[at][1]) for at in group))
        news = list(dict.fromkeys((rows[at][3], rows[at][4]) for at in group))
        if len(group) == 1:
            shares[group[0]] = (pieces.get(olds[0], []), pieces.get(news[0], []))
        else:
            links = {(rows[at][:2], rows[at][3:5]): at for at in group}
            sides = ({key: pieces[key] for key in keys} for keys in (olds, news))
            shares |= divide_words(links, *sides, vocabulary)
    return [diff_pieces(*shares[at], vocabulary) for at in range(len(rows))]


def _text(texts: dict[tuple[str, int], str], key: tuple[str, int]) -> str:
    if key not in texts:
        raise WorkbookError(f"{key[0]}: the paragraphs lack position {key[1]}, which a pair names.")
    return texts[key]


def _groups(rows: list[tuple]) -> Iterable[list[int]]:
    """Rows of two drafts that share a paragraph, directly or by way of others, in the order of the rows."""
    leader: dict[object, int] = {}
    group_of: list[list[int]] = []
    for at, (old_draft, old, _, new_draft, new, _) in enumerate(rows):
        ends = (("old", old), ("new", new))
        sides = [(old_draft, new_draft, *end) for end in ends if end[1] is not None]
        known = sorted({leader[side] for side in sides if side in leader})
        first = known[0] if known else len(group_of)
        if not known:
            group_of.append([])
        for other in known[1:]:
            group_of[first] += group_of[other]
            leader.update({side: first for side, group in leader.items() if group == other})
            group_of[other] = []
        group_of[first].append(at)
        leader.update(dict.fromkeys(sides, first))
    return (sorted(group) for group in group_of if group)
