"""PAIRS and PARAGRAPHS -> DIFFS: the words that each link kept, struck and put in."""

from collections.abc import Iterable

import polars as pl

from workbook.compare.alignment import align_words
from workbook.compare.spans import Span, diff_pieces, new_vocabulary, split_pieces
from workbook.compare.words import Vocabulary
from workbook.schemas import DIFFS, PAIR_KEYS, WorkbookError, conform

# Parts paragraphs in a joined text; the two sides never match in it.
_SEAMS = ("\0", "\1")

Row = tuple[int | None, int | None]


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
    return pl.DataFrame(table, schema=list(DIFFS), orient="row").pipe(conform, DIFFS)


def _diff_rows(rows: list[tuple], texts: dict[tuple[str, int], str]) -> list[list[Span]]:
    pieces = {}
    for old_draft, old, _, new_draft, new, _ in rows:
        for key in ((old_draft, old), (new_draft, new)):
            if key[1] is not None and key not in pieces:
                pieces[key] = split_pieces(_text(texts, key))
    shares: dict[int, tuple[list[str], list[str]]] = {}
    vocabulary = new_vocabulary()
    for group in _groups(rows):
        olds = list(dict.fromkeys((rows[at][0], rows[at][1]) for at in group))
        news = list(dict.fromkeys((rows[at][3], rows[at][4]) for at in group))
        if len(group) == 1:
            shares[group[0]] = (pieces.get(olds[0], []), pieces.get(news[0], []))
        else:
            shares |= _divide(
                rows,
                group,
                {key: pieces[key] for key in olds},
                {key: pieces[key] for key in news},
                vocabulary,
            )
    return [diff_pieces(*shares[at], vocabulary) for at in range(len(rows))]


def _text(texts: dict[tuple[str, int], str], key: tuple[str, int]) -> str:
    if key not in texts:
        raise WorkbookError(f"{key[0]}: the paragraphs lack position {key[1]}, which a pair names.")
    return texts[key]


def _groups(rows: list[tuple]) -> Iterable[list[int]]:
    """Rows that share a paragraph, directly or by way of others, in the order of the rows."""
    leader: dict[object, int] = {}
    group_of: list[list[int]] = []
    for at, (old_draft, old, _, new_draft, new, _) in enumerate(rows):
        sides = [(0, old_draft, old)] * (old is not None) + [(1, new_draft, new)] * (new is not None)
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


def _divide(
    rows: list[tuple], group: list[int], olds: dict, news: dict, vocabulary: Vocabulary
) -> dict[int, tuple[list[str], list[str]]]:
    """For each row of a split or merger, its share of the old pieces and of the new ones."""
    old_flat, old_owner = _join(olds, _SEAMS[0])
    new_flat, new_owner = _join(news, _SEAMS[1])
    row_of = {((rows[at][0], rows[at][1]), (rows[at][3], rows[at][4])): at for at in group}
    old_row: list[int | None] = [None] * len(old_flat)
    new_row: list[int | None] = [None] * len(new_flat)
    # In one canonical order, for the same reason as in diff_pieces.
    turned = old_flat > new_flat
    codes = [vocabulary.encode(flat) for flat in (old_flat, new_flat)]
    for i, j, length in align_words(*(codes[::-1] if turned else codes), vocabulary.lone):
        i, j = (j, i) if turned else (i, j)
        for step in range(length):
            at = row_of.get((old_owner[i + step], new_owner[j + step]))
            old_row[i + step] = new_row[j + step] = at
    _settle(old_row, old_owner, {key: [at for (o, _), at in row_of.items() if o == key] for key in olds})
    _settle(new_row, new_owner, {key: [at for (_, n), at in row_of.items() if n == key] for key in news})
    return {
        at: (
            [piece for piece, own in zip(old_flat, old_row, strict=True) if own == at],
            [piece for piece, own in zip(new_flat, new_row, strict=True) if own == at],
        )
        for at in group
    }


def _join(sides: dict, seam: str) -> tuple[list[str], list]:
    flat: list[str] = []
    owner: list = []
    for key, pieces in sides.items():
        flat += [*pieces, seam]
        owner += [key] * len(pieces) + [None]
    return flat, owner


def _settle(row: list[int | None], owner: list, rows_of: dict) -> None:
    """Words that were not matched stay with the words before them, at a start with those behind."""
    last: dict = {}
    for order in (range(len(row)), range(len(row) - 1, -1, -1)):
        last = {}
        for at in order:
            if owner[at] is None:
                continue
            if row[at] is None:
                row[at] = last.get(owner[at])
            else:
                last[owner[at]] = row[at]
    for at, key in enumerate(owner):
        if key is not None and row[at] is None:
            row[at] = rows_of[key][0]
