"""The Word file round the text: styles, page, head and foot, what it is called; nothing else."""

import io
import zipfile
from importlib import resources

from docx import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.shared import Cm
from lxml import etree

from workbook.share.docx.markup import W, add, clean

_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
# What we need of the library's template; its thumbnail, theme, lists and hundreds of styles go.
_KEPT = {"officeDocument", "core-properties", "styles", "settings"}
# Word refuses longer ones.
_LONGEST_TITLE = 255
# The parts of a file name their namespaces at their root: this one cannot hold any harm, for we wrote it.
_PARSER = etree.XMLParser(remove_blank_text=True)


class Package:
    """A Word file: its `body`, its `notes` and its `comments` are there to be filled, then it is saved."""

    def __init__(self, title: str, head: list[str], first: list[str]) -> None:
        """`head` are the sentences above every page, `first` those that follow them above the first."""
        self._document = Document()
        part = self._document.part
        for relations in (part.package.rels, part.rels):
            for name in [name for name, rel in relations.items() if rel.reltype.split("/")[-1] not in _KEPT]:
                del relations[name]
        _refill(self._document.styles.element, _read("styles.xml"))
        _refill(self._document.settings.element, _read("settings.xml"))
        self._set_names(title)
        self._set_page(head, first)
        self.body = self._document.element.body
        self.notes = _read("footnotes.xml")
        notes = XmlPart(PackURI("/word/footnotes.xml"), _NOTES_TYPE, self.notes, part.package)
        part.relate_to(notes, RELATIONSHIP_TYPE.FOOTNOTES)
        self.comments = etree.Element(f"{{{W}}}comments", nsmap={"w": W})

    def save(self) -> bytes:
        """The file's bytes: the same for the same text, whenever it is written."""
        self.body.append(self.body.find(f"{{{W}}}sectPr"))  # behind what was filled in
        if len(self.comments):  # a file without comments has no part for them
            part = self._document.part
            comments = XmlPart(
                PackURI("/word/comments.xml"), CONTENT_TYPE.WML_COMMENTS, self.comments, part.package
            )
            part.relate_to(comments, RELATIONSHIP_TYPE.COMMENTS)
        dated, file = io.BytesIO(), io.BytesIO()
        self._document.save(dated)
        with zipfile.ZipFile(dated) as parts, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as undated:
            for name in parts.namelist():
                undated.writestr(zipfile.ZipInfo(name), parts.read(name), zipfile.ZIP_DEFLATED)
        return file.getvalue()

    def _set_names(self, title: str) -> None:
        """A title and a language; the template's author and dates are nobody's."""
        names = self._document.core_properties
        for stray in list(names._element):
            names._element.remove(stray)
        names.title = clean(title)[:_LONGEST_TITLE]
        names.language = "en"

    def _set_page(self, head: list[str], first: list[str]) -> None:
        section = self._document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.75)
        section.top_margin, section.bottom_margin = Cm(2.5), Cm(2.25)
        section.header_distance = section.footer_distance = Cm(1.1)
        section.different_first_page_header_footer = True
        for header, said in ((section.header, head), (section.first_page_header, [*head, *first])):
            _fill_head(header._element, said)
        for footer in (section.footer, section.first_page_footer):
            _fill_foot(footer._element)


def _fill_head(header: etree._Element, said: list[str]) -> None:
    for stray in list(header):
        header.remove(stray)
    for at, sentence in enumerate(said):
        paragraph = add(header, "p")
        properties = add(paragraph, "pPr")
        add(properties, "pStyle", val="Header")
        if at == len(said) - 1:
            line = {"val": "single", "sz": 4, "space": 4, "color": "A6A6A6"}
            add(add(properties, "pBdr"), "bottom", **line)
            add(properties, "spacing", after=240)
        run = add(paragraph, "r")
        if at == 0:
            add(add(run, "rPr"), "b")
        add(run, "t").text = clean(sentence)


def _fill_foot(footer: etree._Element) -> None:
    for stray in list(footer):
        footer.remove(stray)
    paragraph = add(footer, "p")
    add(add(paragraph, "pPr"), "pStyle", val="Footer")
    for words, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        text = add(add(paragraph, "r"), "t")
        text.text = words
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        add(add(add(paragraph, "fldSimple", instr=field), "r"), "t").text = "1"


def _read(name: str) -> etree._Element:
    raw = resources.files(__package__).joinpath(name).read_bytes()
    return etree.fromstring(raw, _PARSER)


def _refill(element: etree._Element, source: etree._Element) -> None:
    """The source's children in the place of the element's own."""
    for stray in list(element):
        element.remove(stray)
    element.extend(list(source))
