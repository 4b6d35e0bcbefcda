"""A page's characters -> spans: what the file draws at one go, in one style, on one baseline.

Calls to pdfium are what reading costs, so that for each character only its box is asked; its letter comes
with those of the whole page, and all else once for each text object.
"""

import ctypes
from collections.abc import Iterator
from itertools import repeat

import pypdfium2.raw as pdfium

from workbook.text.read.pdf.calls import address_of, get_box, get_text_object
from workbook.text.read.pdf.page import Span, Style
from workbook.text.read.pdf.styles import Styles

# A gap this wide, in sizes of the type, may be that between two columns.
WIDE_GAP = 0.9
# A page of the smallest print holds fewer.
MOST_CHARACTERS = 100_000
# pdfium writes this for a hyphen that stands at a line's end, and 0xFFFE where it is asked for a whole text.
_HYPHEN_AT_END = 2
_SAME = {_HYPHEN_AT_END: "-", 0xFFFE: "-", 0x2010: "-", 0x2011: "-"}
_SAME |= dict.fromkeys((0x9, 0xA, 0xD, 0xA0, 0x2002, 0x2003, 0x2007, 0x2009, 0x200A, 0x202F), " ")
# What Word's fonts of signs call their bullets.
_SAME |= {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF02D: "–"}
_INVISIBLE = {0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF}
_SOFT, _UNKNOWN = "\u00ad", "\ufffd"
# A gap narrower than this, in sizes of the type, parts letters and not words: TeX's narrowest space is .22.
_LETTER_GAP, _HINTED_GAP = 0.16, 0.06
# A text object no further from the last one goes on with it: a gap between cells or columns is wider.
_CLOSE = 0.4
# In points: baselines that are one.
_LEVEL = 0.05
# Whether so many characters belong to one text object is asked at once, where as many did just before.
_LONGEST_STEP = 32


class _Letters(dict[str, str]):
    """The letter that each sign of pdfium's stands for; of others a mark for that, or nothing."""

    def __missing__(self, sign: str) -> str:
        letter = _SAME.get(ord(sign)) or sign
        if not letter.isprintable() and letter != _SOFT:
            letter = "" if ord(sign) in _INVISIBLE else _UNKNOWN
        self[sign] = letter
        return letter


def read_spans(textpage: object, styles: Styles) -> tuple[dict[int, list[Span]], int]:
    """The spans of a page by the way that they run, in quarter turns (-1: aslant), and how many
    characters no letter is known of."""
    letters = _read_letters(textpage)
    page, box = address_of(textpage), pdfium.FS_RECTF()
    box_at = ctypes.addressof(box)
    written = _Written()
    span, turn, wide, last = written.span, 0, 0.0, 0.0
    apart, holders = True, _walk_holders(page, len(letters))
    for at, (letter, holder) in enumerate(zip(letters, holders, strict=True)):
        if not holder:  # pdfium's own space or line end between two text objects
            apart = True
            continue
        if not letter:
            continue
        get_box(page, at, box_at)
        if holder != written.holder:
            style, turn, baseline = styles.read(page, at, holder)
            left = _run_along(box, turn)[0]
            span = written.take(holder, Span(style, baseline, apart), turn, left - last)
            wide, apart, last = WIDE_GAP * style.size, False, span.rights[-1] if span.rights else left
        left, right = (box.left, box.right) if turn <= 0 else _run_along(box, turn)
        if not -wide <= left - last <= wide:
            span = written.open(Span(span.style, span.baseline, True), turn)
        if right <= left:
            if letter == _SOFT:
                continue
            if letter == " ":  # pdfium's own, between two words of one text object
                left = min(last, left)
        last = right
        written.text.append(letter)
        span.lefts.append(left)
        span.rights.append(right)
    return written.close(), letters.count(_UNKNOWN)


class _Written:
    """The spans written so far, and the letters of the one that is being written."""

    def __init__(self) -> None:
        self.spans: dict[int, list[Span]] = {}
        self.span, self.turn, self.holder = Span(Style(1, False, 0, False), 0, True), 0, 0
        self.text: list[str] = []

    def take(self, holder: int, span: Span, turn: int, gap: float) -> Span:
        """The span that a text object is written to: the last one where it goes on with it, or its own."""
        self.holder = holder
        last, size = self.span, span.style.size
        level = last.style == span.style and self.turn == turn and abs(last.baseline - span.baseline) < _LEVEL
        if not (level and last.rights and -_CLOSE * size < gap < _CLOSE * size):
            return self.open(span, turn)
        if parts_words(gap, size, span.apart) and self.text[-1] != " ":
            self.text.append(" ")
            last.lefts.append(last.rights[-1])
            last.rights.append(last.rights[-1] + gap)
        return last

    def open(self, span: Span, turn: int) -> Span:
        """A span of its own, the last one's text written down."""
        self.span.text, self.text = "".join(self.text), []
        self.spans.setdefault(turn, []).append(span)
        self.span, self.turn = span, turn
        return span

    def close(self) -> dict[int, list[Span]]:
        """All spans by their turn."""
        self.span.text = "".join(self.text)
        for span in (span for own in self.spans.values() for span in own):
            span.text = span.text.replace(
                _SOFT, "-"
            )  # drawn, it is the hyphen of a font that has one for both
        return self.spans


def parts_words(gap: float, size: float, hinted: bool) -> bool:
    """Whether a gap parts two words; `hinted`: pdfium thinks that it does."""
    return gap > (_HINTED_GAP if hinted else _LETTER_GAP) * size


def _walk_holders(page: int, count: int) -> Iterator[int]:
    """The text object of each character, asked for a stretch of characters at once."""
    at, step = 0, 1
    while at < count:
        found = get_text_object(page, at) or 0
        alike = found and at + step <= count and (step == 1 or get_text_object(page, at + step - 1) == found)
        long = step if alike else 1
        yield from repeat(found, long)
        at += long
        step = min(2 * step, _LONGEST_STEP) if alike else max(step // 2, 1)


def _read_letters(textpage: object) -> list[str]:
    """The letter of each character of a page."""
    count = min(pdfium.FPDFText_CountChars(textpage), MOST_CHARACTERS)
    codes = (ctypes.c_ushort * (count + 1))()
    got = pdfium.FPDFText_GetText(textpage, 0, count, codes)
    text = bytes(codes)[: 2 * count].decode("utf-16-le", "surrogatepass")
    if got != count + 1 or len(text) != count:  # some characters have two codes or none: each is asked for
        return [_LETTERS[chr(pdfium.FPDFText_GetUnicode(textpage, at))] for at in range(count)]
    return [_LETTERS[letter] for letter in text]


_LETTERS = _Letters()


def _run_along(box: object, turn: int) -> tuple[float, float]:
    """Where a character begins and ends in the direction that its text runs."""
    if turn == 1:
        return box.bottom, box.top
    if turn == 2:
        return -box.right, -box.left
    if turn == 3:
        return -box.top, -box.bottom
    return box.left, box.right
