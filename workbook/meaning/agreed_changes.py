"""AGREED of two drafts, and how they differ -> AGREED_CHANGES: agreed language kept, gained and broken.

A span is kept where its words stand in one piece in both drafts, in whatever paragraph: what moved is not
broken. What stands in the place of a broken one is what the word diff put there.
"""

from collections import defaultdict

import polars as pl

from workbook.meaning.quotations import FEWEST
from workbook.meaning.wording import code_paragraphs, code_words, make_vocabulary
from workbook.schemas import AGREED, AGREED_CHANGES, PAIR_KEYS, frame_of

# Stands between two paragraphs, so that no row of words goes on from one to the next.
_BETWEEN = "\0"
_TOLD = [name for name in AGREED_CHANGES if name in AGREED]


def compare_agreed(
    agreed: pl.DataFrame, paragraphs: pl.DataFrame, pairs: pl.DataFrame, diffs: pl.DataFrame
) -> pl.DataFrame:
    """One row a span of six words or more that stands in the reference, in the drafts' order: AGREED_CHANGES.

    First those of the newer draft, kept or gained, then those that the older one had in one piece and the
    newer one has nowhere: lost. A span is told with the pair that holds most of its paragraph.
    """
    long = agreed.filter(pl.col("words") >= FEWEST)
    holds = _Holder(paragraphs)
    rows = []
    for side, other, missing in (("new", "old", "gained"), ("old", "new", "lost")):
        links = _find_links(pairs, side)
        draft = pairs[f"{other}_draft"].drop_nulls().first()
        places = _Places(diffs) if side == "old" else None
        for row in long.to_dicts():
            link = links.get((row["draft"], row["position"]))
            if link is None or (side == "old" and holds(draft, row["text"])):
                continue
            change = missing if side == "old" or not holds(draft, row["text"]) else "kept"
            now = places.find(row) if places else ""
            told = (change, *(row[name] for name in _TOLD))
            rows.append((*link, *told, now))
    return frame_of(rows, AGREED_CHANGES)


def _find_links(pairs: pl.DataFrame, side: str) -> dict[tuple, tuple]:
    """The keys of the pair that holds most of each paragraph of one side."""
    main = pairs.filter(pl.col("relation") != "fragment").sort("score", descending=True, nulls_last=True)
    place = [f"{side}_draft", f"{side}_position"]
    own = main.filter(pl.col(place[1]).is_not_null()).unique(place, keep="first", maintain_order=True)
    keys = own.select(*PAIR_KEYS).rows()
    return dict(zip(own.select(*place).rows(), keys, strict=True))


class _Holder:
    """Whether a draft has words in one piece."""

    def __init__(self, paragraphs: pl.DataFrame) -> None:
        self._vocabulary = make_vocabulary()
        texts = defaultdict(list)
        for wording in code_paragraphs(paragraphs, self._vocabulary):
            texts[wording.draft].append(wording.words)
        self._whole = {draft: _BETWEEN.join(words) for draft, words in texts.items()}

    def __call__(self, draft: str | None, text: str) -> bool:
        words, _ = code_words(text, self._vocabulary)
        return words in self._whole.get(draft or "", "")


class _Places:
    """What stands in the newer draft where words of the older one stood."""

    def __init__(self, diffs: pl.DataFrame) -> None:
        self._spans: dict[tuple, dict[int | None, list[tuple[str, str]]]] = defaultdict(dict)
        columns = ("old_draft", "old_position", "new_position", "old_text", "new_text")
        for draft, position, new, old_text, new_text in diffs.select(columns).iter_rows():
            self._spans[draft, position].setdefault(new, []).append((old_text or "", new_text or ""))

    def find(self, row: dict) -> str | None:
        """The newer draft's words in the place of a span; None where its words went to several places."""
        parts = self._spans.get((row["draft"], row["position"]), {})
        for spans in parts.values():
            whole = "".join(old for old, _ in spans)
            # Of a paragraph that was split each part has its own words; else the text is the paragraph's.
            start = row["start"] if len(parts) == 1 else whole.find(row["text"])
            if start >= 0:
                return _cut(spans, start, start + len(row["text"]))
        return None


def _cut(spans: list[tuple[str, str]], start: int, end: int) -> str:
    """The new words of a redline from one place in its old words to another."""
    found, at = [], 0
    for old, new in spans:
        first, last = max(start - at, 0), min(end - at, len(old))
        if old == new:
            found.append(new[first:last] if first < last else "")
        elif first < last or (not old and start < at < end):
            found.append(new)
        at += len(old)
    return "".join(found).strip()
