"""A part of a Word file -> its paragraphs in pieces, in reading order, each with whose hands are on it."""

from itertools import islice
from pathlib import Path

from lxml import etree

from workbook.schemas import WorkbookError
from workbook.text.counters import Counter
from workbook.text.read.docx.book import AS_USUAL, Book, Call, Paragraph, Piece
from workbook.text.read.docx.fields import Fields
from workbook.text.read.docx.looks import read_look
from workbook.text.read.docx.marks import CHANGES, PLAIN, TRACKED, Marks
from workbook.text.read.docx.names import MC, SPACE, M, W, find, is_on, value
from workbook.text.read.docx.ranges import SIGNS, Ranges

# Tables in tables in boxes: no text comes near, and Python's own limit is not reached.
DEEPEST = 200
# A thousand pages have twenty thousand.
MOST_PARAGRAPHS = 200_000
# Characters that have elements of their own. A soft hyphen is seen at a line's end only: it is left out.
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": " ", "br": " ", "noBreakHyphen": "\u2011"}
# Stretches of words, and characters, of a note's own mark, which is one sign or two.
_LONGEST_SIGN = 20
# What holds no words of the text.
_PASSED = {
    *("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sectPr"),
    *("customXmlPr", "smartTagPr", "instrText", "delInstrText", "fldData", "rt", "rubyPr"),
}
_WORDS = (f"{W}t", f"{W}delText", f"{M}t", f"{W}sym")


class Story:
    """Reads one part, or one note, of a file into its `book`."""

    def __init__(self, path: Path, book: Book, part: str = "paragraph") -> None:
        self._path, self._book, self._part = path, book, part
        self._home, self._depth = 0, 0
        self._paragraph: Paragraph | None = None
        self._look, self._role = AS_USUAL, ""
        self._boxes: list[tuple[etree._Element, Marks]] = []
        self._ranges = Ranges(book)
        self._handlers = {
            **dict.fromkeys([W + name for name in _SIGNS], self._read_sign),
            **dict.fromkeys((f"{W}t", f"{W}delText", f"{M}t"), self._read_text),
            **dict.fromkeys(CHANGES, self._read_change),
            **dict.fromkeys([W + name for name in _PASSED], self._pass),
            **dict.fromkeys(SIGNS, self._pass_range),
            **dict.fromkeys((f"{W}footnoteReference", f"{W}endnoteReference"), self._read_call),
            f"{W}p": self._read_p,
            f"{W}r": self._read_r,
            f"{W}tr": self._read_tr,
            f"{W}tc": self._read_tc,
            f"{W}sym": self._read_sym,
            f"{W}fldChar": self._read_field,
            f"{W}txbxContent": self._put_off,
            f"{W}altChunk": self._pass_over,
            f"{W}subDoc": self._pass_over,
            f"{MC}AlternateContent": self._read_alternative,
        }

    def read(self, root: etree._Element, marks: Marks = PLAIN) -> None:
        """Reads all that stands under a root. Raises WorkbookError where it is nested too deeply."""
        self._fields = Fields(root)
        self._book.tracks |= next(root.iter(*TRACKED), None) is not None
        self._read_home(root, marks)

    def _read_home(self, element: etree._Element, marks: Marks) -> None:
        """The content of a body, cell, note or box: its last paragraph joins none behind it."""
        home, self._home = self._home, self._book.open_home()
        boxes, self._boxes = self._boxes, []
        self._walk(element, marks)
        self._read_boxes()
        self._home, self._boxes = home, boxes

    def _walk(self, element: etree._Element, marks: Marks) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise WorkbookError(
                f"{self._path}: this Word file is nested deeper than {DEEPEST} levels, which no text is. "
                "Copy its text into a new document."
            )
        for child in element:
            handle = self._handlers.get(child.tag)
            if handle:
                handle(child, marks)
            elif isinstance(child.tag, str):  # no XML comment
                self._walk(child, self._within_object(child, marks))
        self._depth -= 1

    def _within_object(self, element: etree._Element, marks: Marks) -> Marks:
        """A fraction, root ... is put in or struck by the control character in its properties."""
        if element.tag.startswith(M):
            for change in element.iterfind(f"*/{M}ctrlPr/*"):
                if change.tag in CHANGES:
                    return self._book.hands.read(change).within(marks)
        return marks

    # Blocks

    def _read_p(self, element: etree._Element, marks: Marks) -> None:
        outside = self._paragraph
        properties = find(element, "pPr")
        part = self._part
        if part == "paragraph" and self._book.styles.is_heading(properties):
            part = "heading"
        paragraph = Paragraph(self._home, part, marks)
        self._book.paragraphs.append(paragraph)
        if len(self._book.paragraphs) > MOST_PARAGRAPHS:
            raise WorkbookError(
                f"{self._path}: this file has more than {MOST_PARAGRAPHS} paragraphs. Take a part of it."
            )
        self._paragraph = paragraph
        paragraph.own = self._book.hands.read_all(find(properties, "rPr"), PLAIN)
        self._read_numbers(paragraph, properties)
        self._ranges.begin(paragraph)
        self._walk(element, marks)
        self._paragraph = outside
        # A mark with a hand on it may go, and the next paragraph then joins: boxes wait for one that stays.
        if paragraph.own == PLAIN:
            self._read_boxes()

    def _read_numbers(self, paragraph: Paragraph, properties: etree._Element | None) -> None:
        """The paragraph's number; where its list was changed, the old one and the new one."""
        hands, numbering = self._book.hands, self._book.numbering
        now, changed = numbering.find_counter(properties), find(properties, "pPrChange")
        put = find(properties, "numPr", "ins")
        before = numbering.find_counter(find(changed, "pPr")) if changed is not None else None
        if changed is not None and before != now:
            act = hands.read(changed)  # what is no insertion is read as striking
            struck = act.deleted
            if before:
                paragraph.numbers.append((before, act))
            if now:
                paragraph.numbers.append((now, Marks(inserted=struck, date=act.date)))
        elif now:
            paragraph.numbers.append((now, hands.read(put) if put is not None else PLAIN))

    def _read_tr(self, element: etree._Element, marks: Marks) -> None:
        self._walk(element, self._book.hands.read_all(find(element, "trPr"), marks))

    def _read_tc(self, element: etree._Element, marks: Marks) -> None:
        self._read_home(element, self._book.hands.read_all(find(element, "tcPr"), marks))

    def _put_off(self, element: etree._Element, marks: Marks) -> None:
        self._boxes.append((element, marks))

    def _read_boxes(self) -> None:
        """Text boxes stand behind the paragraph that they hang on."""
        while self._boxes:
            outside, self._paragraph = self._paragraph, None
            self._read_home(*self._boxes.pop(0))
            self._paragraph = outside

    def _read_alternative(self, element: etree._Element, marks: Marks) -> None:
        """One of several ways to say the same: the first that has words."""
        ways = [way for way in element if way.tag in (f"{MC}Choice", f"{MC}Fallback")]
        best = next((way for way in ways if next(way.iter(*_WORDS), None) is not None), None)
        if best is not None:
            self._walk(best, marks)

    def _pass(self, element: etree._Element, marks: Marks) -> None:
        """Nothing of this stands in the text."""

    def _pass_over(self, element: etree._Element, marks: Marks) -> None:
        self._book.note("foreign")

    # Changes

    def _read_change(self, element: etree._Element, marks: Marks) -> None:
        move = self._ranges.move if element.tag == f"{W}moveTo" else ""
        self._walk(element, self._book.hands.read(element, move).within(marks))

    def _pass_range(self, element: etree._Element, marks: Marks) -> None:
        self._ranges.pass_sign(element, self._paragraph)

    # Words

    def _read_r(self, element: etree._Element, marks: Marks) -> None:
        outside, role = self._look, self._role
        self._look, properties = AS_USUAL, find(element, "rPr")
        if properties is not None:
            self._look = read_look(properties, self._book.styles)
            # A run may be called a change in its own properties.
            marks = self._book.hands.read_all(properties, marks)
            if is_on(find(properties, "vanish")):
                self._book.note("hidden")
        self._walk(element, marks)
        self._look, self._role = outside, role

    def _read_text(self, element: etree._Element, marks: Marks) -> None:
        text = element.text or ""
        if element.get(SPACE) != "preserve":
            text = text.strip(" \t\r\n")
        self._add(text.replace("\n", " ").replace("\r", " "), marks)

    def _read_sign(self, element: etree._Element, marks: Marks) -> None:
        self._add(_SIGNS[etree.QName(element).localname], marks)

    def _read_sym(self, element: etree._Element, marks: Marks) -> None:
        try:
            self._add(chr(int(value(element, "char") or "", 16)), marks)
        except (ValueError, OverflowError):
            self._book.note("sign")

    def _read_field(self, element: etree._Element, marks: Marks) -> None:
        self._fields.pass_sign(element)

    def _read_call(self, element: etree._Element, marks: Marks) -> None:
        """A note is called: its number is counted, or the run's own words are its mark."""
        kind, id_ = etree.QName(element).localname.removesuffix("Reference"), value(element, "id") or ""
        own = value(element, "customMarkFollows") in ("1", "true", "on")
        words = islice(element.itersiblings(*_WORDS), _LONGEST_SIGN) if own else ()
        sign = "".join(text.text or "" for text in words)[:_LONGEST_SIGN]
        self._book.calls.setdefault((kind, id_), Call(kind, id_, marks, sign.strip()))
        if sign:
            self._role = "note mark"
        elif self._paragraph is not None:
            counter = Counter(list=f"{kind} mark")
            self._paragraph.pieces.append(Piece("1", marks, "note mark", AS_USUAL, counter))

    def _add(self, text: str, marks: Marks) -> None:
        if not text or self._paragraph is None or self._fields.in_code:
            return
        role = self._role or self._paragraph.part
        self._paragraph.pieces.append(Piece(text, marks, role, self._look))
        self._ranges.pass_words(text, marks, self._paragraph)
