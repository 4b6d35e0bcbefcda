"""Comments that readers left on a PDF -> the words and the paragraph that each one stands on."""

from workbook.text.read.pdf.annotations import Remark
from workbook.text.read.pdf.hands import clean_author, read_date
from workbook.text.read.pdf.page import Line

# In points: a note's sign stands this much above or below its line.
_NEAR = 20.0


def place_remarks(remarks: list[tuple[int, Remark]], blocks: list[list[Line]]) -> list[tuple]:
    """For each comment (block, author, date, words, text); a comment on no words has the nearest block."""
    return [_place(page, remark, blocks) for page, remark in remarks] if blocks else []


def _place(page: int, remark: Remark, blocks: list[list[Line]]) -> tuple:
    words: list[str] = []
    block, nearest = 0, float("inf")
    for number, lines in enumerate(blocks):
        for line in lines:
            if line.page != page:
                continue
            for x0, top, x1, bottom in remark.boxes:
                far = abs(line.baseline - (top + bottom) / 2)
                if top <= line.baseline <= bottom + 1 and (found := _words_in(line, x0, x1)):
                    words.append(found)
                    far = -1.0
                if far < nearest:
                    block, nearest = number, far
    said = "" if nearest > _NEAR else " ".join(words)
    return block, clean_author(remark.author), read_date(remark.date), said, remark.text


def _words_in(line: Line, x0: float, x1: float) -> str:
    middle = [(left + right) / 2 for left, right in zip(line.lefts, line.rights, strict=True)]
    return "".join(letter for letter, x in zip(line.text, middle, strict=True) if x0 <= x <= x1).strip()
