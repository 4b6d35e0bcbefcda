"""How far two readings agree: of one text read out of two files, and of one file marked by two readers.

Agreement is consistency: two readers, or two files, can agree and both be wrong.
"""

import polars as pl

from workbook.compare.words import WORD
from workbook.schemas import AGREEMENT, DIFFERENCES, WorkbookError, conform, frame_of
from workbook.show.counts import count_words

State = tuple[str, str, str]  # who put a character in, who struck it, who put it back


def weigh_agreement(compared: str, diffs: pl.DataFrame) -> pl.DataFrame:
    """How many words two readings of one text share, through their pairs: one row of AGREEMENT.

    `words` are those of both readings, `agreed` those of them that stand in both; what differs in
    form alone (case, commas) agrees.
    """
    totals = count_words(diffs).select(pl.col(pl.UInt32, pl.Int64, pl.UInt64).exclude("^.*_position$").sum())
    words = totals["words_old"][0] + totals["words_new"][0]
    apart = totals["words_in"][0] + totals["words_out"][0]
    return frame_of([[compared, "words", words, words - apart, (words - apart) / words]], AGREEMENT)


def list_differences(diffs: pl.DataFrame) -> pl.DataFrame:
    """One row a place where two readings of one text differ in substance: the frame DIFFERENCES."""
    return (
        diffs.filter(pl.col("op") != "equal", pl.col("weight") == "substance")
        .select("old_label", "new_label", pl.col("old_text", "new_text").str.strip_chars())
        .with_columns(reason=pl.lit(""))
        .pipe(conform, DIFFERENCES)
    )


def give_reasons(differences: pl.DataFrame, reasons: pl.DataFrame) -> pl.DataFrame:
    """DIFFERENCES with the reason that somebody wrote down for each; empty where nobody did.

    `reasons` has columns label, words and reason; `words` stand in one of the two texts of the place.
    """
    known = reasons.select("label", "words", "reason").rows()

    def explain(place: dict) -> str:
        return next(
            (
                reason
                for label, words, reason in known
                if label in (place["old_label"], place["new_label"])
                and words in (place["old_text"], place["new_text"])
            ),
            "",
        )

    return differences.with_columns(
        reason=pl.struct(pl.all()).map_elements(explain, return_dtype=pl.String)
    ).pipe(conform, DIFFERENCES)


def compare_marks(compared: str, first: pl.DataFrame, second: pl.DataFrame) -> pl.DataFrame:
    """How far two readers of one printed text marked its words alike: two rows of AGREEMENT.

    `first` and `second` are RUNS; the second reader may have read a part of the text, in its order.
    One row counts all words of that part, the other those that either reader marked. Two readers agree
    on a word where each of its characters has the same hands on it, whatever the grade. Raises
    WorkbookError where a line of the second is not in the first.
    """
    theirs = _list_lines(first)
    rows, line = [], 0
    for text, states in _list_lines(second):
        if not text.strip():
            continue
        line = next((at for at in range(line, len(theirs)) if theirs[at][0] == text), None)
        if line is None:
            raise WorkbookError(f"{second['file'][0]}: no such line in {first['file'][0]}: “{text[:80]}”.")
        for word in WORD.finditer(text):
            one, other = (each[word.start() : word.end()] for each in (theirs[line][1], states))
            rows.append((one == other, any(map(any, one)) or any(map(any, other))))
        line += 1
    marked = [agreed for agreed, either in rows if either]
    agreed = [agreed for agreed, _either in rows]
    counts = [("words", agreed), ("words that either marked", marked)]
    return frame_of(
        [[compared, what, len(found), sum(found), sum(found) / max(1, len(found))] for what, found in counts],
        AGREEMENT,
    )


def _list_lines(runs: pl.DataFrame) -> list[tuple[str, list[State]]]:
    """The printed lines, each with the state of each of its characters."""
    lines = []
    for (_line,), own in runs.group_by("line", maintain_order=True):
        text, states = "", []
        for piece, *state in own.select("text", "inserted_by", "deleted_by", "restored_by").iter_rows():
            text += piece
            states += [tuple(hand or "" for hand in state)] * len(piece)
        lines.append((text, states))
    return lines
