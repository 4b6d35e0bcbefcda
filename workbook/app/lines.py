"""A draft as text, paragraph for paragraph: what `workbook text` prints."""

import polars as pl

from workbook.app.tables import pick_reading
from workbook.schemas import WorkbookError
from workbook.text.flow import tells_parts
from workbook.text.paragraphs import body_of, split_paragraphs
from workbook.text.runs import apply_hands

# What stands beside the paragraphs of a file, and the calls of notes in them.
_BESIDE = ["note mark", "note number", "footnote", "furniture"]
Lines = list[tuple[str, str]]


def read_lines(name: str, hands: str | None = None) -> tuple[Lines, pl.DataFrame]:
    """The paragraphs of a draft or a file, each its label and its words, and the DRAFTS row.

    Of a printed text these are the body's paragraphs. A file whose format says what its paragraphs are gives
    all of them, headings, sources and remarks too, as "accept all" or "reject all" would leave them in Word;
    empty ones, notes, and the heads and feet of pages are left out. Raises WorkbookError where there is no
    such file or hand, or no paragraph in a printed text.
    """
    drafts, runs = pick_reading(name, hands)
    if not tells_parts(runs):
        return body_of(split_paragraphs(runs, drafts)).select("label", "text").rows(), drafts
    standing = apply_hands(runs, drafts["hands"][0])
    labels = _find_labels(runs, drafts)
    return [_cut_label(*labels.get(line, ("", "")), words) for line, words in _join_lines(standing)], drafts


def _find_labels(runs: pl.DataFrame, drafts: pl.DataFrame) -> dict[int, tuple[str, str]]:
    """For the line that a paragraph begins on, its label in canonical spelling and as printed."""
    try:
        paragraphs = split_paragraphs(runs, drafts)
    except WorkbookError:  # no sentence is in the file, or no word is left: its lines are what they are
        return {}
    return {line: told for line, *told in paragraphs.select("first_line", "label", "printed_label").rows()}


def _join_lines(standing: pl.DataFrame) -> list[tuple[int, str]]:
    """Each line that has words: the printed line that it begins on, and its words."""
    lines: list[tuple[int, str]] = []
    begun, words = None, ""
    for line, text, part, ending in standing.select("line", "text", "part", "break").iter_rows():
        begun = line if begun is None else begun
        words += "" if part in _BESIDE else text
        if ending != "none":
            lines.append((begun, words))
            begun, words = None, ""
    lines += [] if begun is None else [(begun, words)]
    return [(line, " ".join(words.split())) for line, words in lines if words.strip()]


def _cut_label(label: str, printed: str, words: str) -> tuple[str, str]:
    """The label apart from the words that follow it; none where the line does not begin with it."""
    if label and printed and words.startswith(printed):
        return label, words[len(printed) :].strip()
    return "", words
