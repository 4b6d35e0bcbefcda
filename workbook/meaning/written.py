"""DIFFS and ORIGINS of neighbouring drafts -> WRITTEN: where words came in or went, and whose act that is.

What the files do not tell stays unknown here, by the same rule as everywhere: `judge_rows`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

import polars as pl

from workbook.compare.attribution import Attributions, judge_rows, pick_deciding
from workbook.compare.whereabouts import place_spans
from workbook.compare.words import split_words
from workbook.meaning.tags import PLAIN
from workbook.schemas import WRITTEN, WorkbookError, frame_of
from workbook.text.paragraphs import body_of

# Whoever asks for more words has a sentence: whether that stands in a draft is another question.
MOST_WORDS = 60
Place = tuple[str, int]  # draft and position


def find_written(
    words: str, paragraphs: pl.DataFrame, diffs: pl.DataFrame, origins: pl.DataFrame
) -> pl.DataFrame:
    """One row a place where words came in, went, or stood in the first draft: the frame WRITTEN.

    `diffs` hold the steps from each draft to the next, `origins` whose changes they are; a draft that is
    newer in none of them is a first one. The row of a place where only some of the words came in or went is
    about these, and `text` has them all. Case and the shape of apostrophes do not count. Raises WorkbookError
    where there are no words, or more than MOST_WORDS.
    """
    pattern = _make_pattern(words)
    steps = diffs.select("old_draft", "new_draft").unique(maintain_order=True).rows()
    newer = {new for _, new in steps}
    changed, whose = _place_changes(diffs, paragraphs), Attributions(origins)
    links = _link(diffs)
    rows = []
    for draft in paragraphs["draft"].unique(maintain_order=True):
        for position, label, start, end, text in _find(pattern, body_of(paragraphs, draft)):
            place = (draft, position, label)
            if draft not in newer:
                rows.append((*place, "stood", text, start, end, "", None, "", draft, label))
            elif _touches(changed[draft, position, "new"], start, end):
                rows.append(
                    (
                        *place,
                        "put in",
                        text,
                        start,
                        end,
                        *_tell(whose, draft, position, start, end),
                        draft,
                        label,
                    )
                )
            for later in (new for old, new in steps if old == draft):
                if _touches(changed[draft, position, later], start, end):
                    told = _tell(whose, draft, position, start, end, later)
                    rows.append(
                        (
                            *place,
                            "struck",
                            text,
                            start,
                            end,
                            *told,
                            later,
                            links.get((draft, position, later), ""),
                        )
                    )
    return frame_of(rows, WRITTEN)


def _make_pattern(words: str) -> re.Pattern:
    asked = split_words(words.translate(PLAIN))
    if not asked:
        raise WorkbookError("There are no words to look for. Type the words that you ask about.")
    if len(asked) > MOST_WORDS:
        raise WorkbookError(f"These are {len(asked)} words. Ask about {MOST_WORDS} at most.")
    between = r"\W+".join(map(re.escape, asked))
    return re.compile(rf"(?<!\w){between}(?!\w)")


def _find(pattern: re.Pattern, body: pl.DataFrame) -> Iterator[tuple[int, str, int, int, str]]:
    for position, label, text in body.select("position", "label", "text").iter_rows():
        for hit in pattern.finditer(text.translate(PLAIN).lower()):
            yield position, label, *hit.span(), text[slice(*hit.span())]


def _place_changes(diffs: pl.DataFrame, paragraphs: pl.DataFrame) -> dict[tuple, list[tuple[int, int]]]:
    """Where words came in, by draft, position and "new"; where they went, by the draft that lacks them."""
    found = defaultdict(list)
    drafts = diffs["new_draft"].to_list()
    for later, span in zip(drafts, place_spans(diffs, paragraphs), strict=True):
        if span.op != "equal" and span.weight != "form":
            if span.new:
                found[*span.new, "new"] += span.new_at
            if span.old:
                found[*span.old, later] += span.old_at
    return found


def _touches(stretches: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in stretches)


def _link(diffs: pl.DataFrame) -> dict[tuple, str]:
    """The label of the newer paragraph that an older one went to."""
    keys = diffs.select("old_draft", "old_position", "new_draft", "new_label").unique(maintain_order=True)
    return {row[:3]: row[3] or "" for row in reversed(keys.rows()) if row[1] is not None}


def _tell(
    whose: Attributions, draft: str, position: int, start: int, end: int, later: str = ""
) -> tuple[str, str | None, str]:
    """Hand, grade and reason of what was put in there, or of what a later draft struck."""
    rows = [
        row
        for row in whose.find(draft, position, start, end)
        if (row["side"] == "old" and row["new_draft"] == later) or (row["side"] == "new" and not later)
    ]
    hand, grade = judge_rows(rows)
    deciding = [row["reason"] for row in pick_deciding(rows) if row["grade"] == grade]
    return hand, grade, next(iter(deciding), "") or ""
