"""What a reader of a PDF had to guess or leave out, in plain sentences; and what cannot be read at all."""

from collections import Counter
from pathlib import Path

from workbook.schemas import WorkbookError
from workbook.text.read.pdf.hands import PLAIN_HAND, name_colour
from workbook.text.read.pdf.page import Line, Page
from workbook.text.read.pdf.writing import Hands

# Where more of the characters are unknown, what is left is no text.
_MOST_UNREADABLE = 0.1
# As many page numbers as a sentence names.
_NAMED = 8


def refuse_textless(path: Path, pages: list[Page]) -> None:
    """Raises WorkbookError where there is no text to read, saying what there is instead."""
    letters = sum(len(line.text) for page in pages for line in page.lines + page.stray)
    unreadable = sum(page.unreadable for page in pages)
    if letters and unreadable > _MOST_UNREADABLE * letters:
        raise WorkbookError(
            f"{path}: the fonts of this PDF do not say which letters its signs stand for. "
            "Run text recognition (OCR) first, or get the text in another format."
        )
    if letters:
        return
    if any(page.pictures for page in pages):
        raise WorkbookError(
            f"{path}: this PDF holds pictures of pages, no text: run text recognition (OCR) first."
        )
    raise WorkbookError(f"{path}: there is no text on the pages of this PDF. Choose another file.")


def tell_pages(pages: list[Page]) -> list[str]:
    """What was left out or could not be read on which pages."""
    told = {
        "Pages of pictures without text, which are missing here (run text recognition, OCR)": [
            page.number for page in pages if page.pictures and not (page.lines or page.stray)
        ],
        "Damaged pages that could not be read": [page.number for page in pages if page.damaged],
        "Pages with more signs or lines than a text has, which were not all read": [
            page.number for page in pages if page.crowded
        ],
        "Pages with signs whose letters the file does not name": [
            page.number for page in pages if page.unreadable
        ],
    }
    said = [f"{what}: {_name_pages(numbers)}." for what, numbers in told.items() if numbers]
    if outside := sum(page.outside for page in pages):
        said.append(f"{outside} characters off the visible pages were left out.")
    return said


def tell_marks(lines: list[Line], hands: Hands, dropped: int) -> list[str]:
    """What was taken for marks, and what was not."""
    said = []
    acts: dict[str, Counter[str]] = {"struck": Counter(), "inserted": Counter()}
    for line in lines:
        for mark in line.marks:
            if not mark.author:
                acts[mark.act][hands[mark.colour, ""]] += 1
    for act, where, meaning in (("struck", "through", "struck"), ("inserted", "under", "put in")):
        if acts[act]:
            counts = ", ".join(f"{_name_hand(hand)} ({count})" for hand, count in acts[act].most_common())
            said.append(f"Rules {where} words were taken to say that they are {meaning}: {counts}.")
    colours = {hand for count in acts.values() for hand in count} - {PLAIN_HAND}
    if colours:
        said.append("The colour of a rule was taken for the hand of one person: the file names nobody.")
    if dropped:
        said.append(
            f"Black underlines of headings or opening words were taken for stress, not for marks: {dropped}."
        )
    if bare := count_coloured(lines):
        counts = ", ".join(f"{name} ({count} words)" for name, count in bare.most_common(3))
        said.append(f"Words in colour without a rule were read as text, not as marks: {counts}.")
    return said


def count_coloured(lines: list[Line]) -> Counter[str]:
    """Words set in a colour that no rule marks, by the name of the colour."""
    bare: Counter[str] = Counter()
    for line in lines:
        for part in line.parts:
            name = name_colour(part.style.colour) if part.style.colour else PLAIN_HAND
            marked = any(mark.start < part.end and part.start < mark.end for mark in line.marks)
            words = line.text[part.start : part.end]
            if name != PLAIN_HAND and not marked and "://" not in words and "www." not in words:
                bare[name] += len(words.split())
    return bare


def _name_hand(hand: str) -> str:
    return "in the text's own black" if hand == PLAIN_HAND else hand


def _name_pages(numbers: list[int]) -> str:
    named = ", ".join(str(number + 1) for number in numbers[:_NAMED])
    more = f" and {len(numbers) - _NAMED} more" if len(numbers) > _NAMED else ""
    return named + more
