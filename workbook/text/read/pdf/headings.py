"""Which paragraphs are headings: larger or bold lines of their own, with no stop at their end."""

from workbook.text.read.pdf.joining import Paragraph

# More words, or lines, than these are no heading.
_MOST_WORDS = 45
_MOST_LINES = 5
# Type this much larger than the text's is a heading's.
_LARGER = 1.1
# Where more of a text is bold, bold says nothing.
_MOSTLY = 0.5


def mark_headings(paragraphs: list[Paragraph], usual: float) -> None:
    """Calls the headings among the paragraphs so."""
    letters = sum(len(line.text) for paragraph in paragraphs for line in paragraph.lines)
    bold = sum(len(line.text) for paragraph in paragraphs for line in paragraph.lines if line.bold)
    for paragraph in paragraphs:
        if _is_heading(paragraph, usual, bold > _MOSTLY * letters):
            paragraph.part = "heading"


def _is_heading(paragraph: Paragraph, usual: float, all_bold: bool) -> bool:
    lines = paragraph.lines
    text = " ".join(line.text.strip() for line in lines)
    if len(lines) > _MOST_LINES or len(text.split()) > _MOST_WORDS or text.endswith((".", ";", ":", ",")):
        return False
    if not any(letter.isalpha() for letter in text):
        return False
    large = all(line.size >= _LARGER * usual for line in lines)
    return large or (not all_bold and all(line.bold for line in lines))
