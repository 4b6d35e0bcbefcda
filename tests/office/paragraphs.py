"""Paragraphs in a form in which two programs can be held against each other.

White space counts as one space, and paragraphs without words are left out: Writer keeps one behind each
table, one where nothing else is left of a text, and one where Word would join a paragraph to a table.
"""

from workbook.text.read.source import Source
from workbook.text.runs import apply_hands

# A number of a list or a note is counted by the program, and stands in no run of the file.
_COUNTED = ("number", "note number", "note mark")
# Writer puts it into the cells of a struck row that is empty, where it needs something to mark.
_WRITERS_OWN = "\u200d"

Paragraphs = dict[str, list[str]]  # by where they stand: "text" in its order, "furniture" sorted


def of_office(paragraphs: list[tuple[str, str]]) -> Paragraphs:
    """What LibreOffice read, notes behind the text; text boxes stand nowhere in its order of paragraphs."""
    told = [(where, _squeeze(words.replace(_WRITERS_OWN, ""))) for where, words in paragraphs]
    text = [words for where, words in told if words and where != "furniture"]
    return {
        "text": sorted(text) if any(where == "box" for where, _words in told) else text,
        "furniture": sorted(words for where, words in told if words and where == "furniture"),
    }


def of_source(source: Source, hands: str, in_order: bool = True) -> Paragraphs:
    """What we read, these hands applied."""
    told: list[tuple[bool, str]] = []
    words, furniture = "", False
    runs = apply_hands(source.runs, hands).select("text", "part", "break")
    for text, part, ending in runs.iter_rows():
        words += "" if part in _COUNTED else text
        furniture = furniture or part == "furniture"
        if ending != "none":
            told.append((furniture, _squeeze(words)))
            words, furniture = "", False
    told.append((furniture, _squeeze(words)))
    text = [words for furniture, words in told if words and not furniture]
    return {
        "text": text if in_order else sorted(text),
        "furniture": sorted(words for furniture, words in told if words and furniture),
    }


def _squeeze(words: str) -> str:
    return " ".join(words.split())
