"""Splits and mergers: the words of a paragraph divided among its links, each word to exactly one."""

from workbook.compare.alignment import align_words, match_words
from workbook.compare.words import Vocabulary

Key = tuple[str, int]  # draft and position
Pieces = dict[Key, list[str]]
Share = tuple[list[str], list[str]]  # of the old pieces, of the new ones

# Parts paragraphs in a joined text; those of the two sides never match.
_SEAMS = ("\0", "\1")


def divide_words(
    links: dict[tuple[Key, Key], int], olds: Pieces, news: Pieces, vocabulary: Vocabulary
) -> dict[int, Share]:
    """For each link, given as (old, new) -> its row, its share of the old pieces and of the new ones.

    The paragraphs that are linked with each other are aligned as one text: what both texts keep goes
    to the link between the two paragraphs it stands in, the rest stays with the words around it.
    """
    olds, news = _put_in_order(olds, news, vocabulary)
    old_flat, old_owner = _join(olds, _SEAMS[0])
    new_flat, new_owner = _join(news, _SEAMS[1])
    old_row: list[int | None] = [None] * len(old_flat)
    new_row: list[int | None] = [None] * len(new_flat)
    # In one canonical order, so that the redline there and the redline back are mirror images.
    turned = old_flat > new_flat
    codes = [vocabulary.encode(flat) for flat in (old_flat, new_flat)]
    for i, j, length in align_words(*(codes[::-1] if turned else codes), vocabulary.lone):
        i, j = (j, i) if turned else (i, j)
        for step in range(length):
            row = links.get((old_owner[i + step], new_owner[j + step]))
            old_row[i + step] = new_row[j + step] = row
    _settle(old_row, old_owner, {key: [row for (old, _), row in links.items() if old == key] for key in olds})
    _settle(new_row, new_owner, {key: [row for (_, new), row in links.items() if new == key] for key in news})
    return {row: (_take(old_flat, old_row, row), _take(new_flat, new_row, row)) for row in links.values()}


def _put_in_order(olds: Pieces, news: Pieces, vocabulary: Vocabulary) -> tuple[Pieces, Pieces]:
    """The parts in the order in which the whole has them: a part may have been moved before its whole."""
    if len(olds) == 1:
        return olds, _sort_parts(*olds.values(), news, vocabulary)
    if len(news) == 1:
        return _sort_parts(*news.values(), olds, vocabulary), news
    return olds, news


def _sort_parts(whole: list[str], parts: Pieces, vocabulary: Vocabulary) -> Pieces:
    code = vocabulary.encode(whole)

    def place(key: Key) -> float:
        blocks = match_words(code, vocabulary.encode(parts[key]))
        middles = sum(length * (start + length / 2) for start, _, length in blocks)
        return middles / max(1, sum(length for _, _, length in blocks))

    return {key: parts[key] for key in sorted(parts, key=place)}


def _join(sides: Pieces, seam: str) -> tuple[list[str], list[Key | None]]:
    flat: list[str] = []
    owner: list[Key | None] = []
    for key, pieces in sides.items():
        flat += [*pieces, seam]
        owner += [key] * len(pieces) + [None]
    return flat, owner


def _settle(row: list[int | None], owner: list[Key | None], rows_of: dict[Key, list[int]]) -> None:
    """Words that were not matched stay with the words before them, at a start with those behind."""
    for order in (range(len(row)), range(len(row) - 1, -1, -1)):
        last: dict[Key, int | None] = {}
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


def _take(flat: list[str], rows: list[int | None], row: int) -> list[str]:
    return [piece for piece, own in zip(flat, rows, strict=True) if own == row]
