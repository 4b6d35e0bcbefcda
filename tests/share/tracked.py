"""A Word file with its tracked changes accepted or rejected, by the letter of the standard alone."""

import io
import zipfile

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# What is gone once all changes are accepted, and once all are rejected.
_GONE = {True: {"del", "moveFrom"}, False: {"ins", "moveTo"}}


def open_part(raw, name="word/document.xml"):
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        return etree.fromstring(file.read(name))


def settle(raw, accepted):
    """The texts of the paragraphs that are left; a call of a note is followed by its words in braces."""
    notes = {note.get(f"{_W}id"): note for note in open_part(raw, "word/footnotes.xml")}
    gone = {f"{_W}{name}" for name in _GONE[accepted]}
    texts, open_text = [], ""
    for paragraph in open_part(raw).iter(f"{_W}p"):
        open_text += _read(paragraph, gone, notes)
        marks = paragraph.find(f"{_W}pPr/{_W}rPr")
        if marks is None or not gone & {mark.tag for mark in marks}:
            texts.append(open_text)
            open_text = ""
    return [*texts, open_text] if open_text else texts


def _read(element, gone, notes):
    text = ""
    for child in element:
        name = child.tag.removeprefix(_W)
        if child.tag in gone or name in ("pPr", "rPr"):
            continue
        if name in ("t", "delText"):
            text += child.text or ""
        elif name == "footnoteReference":
            text += "{" + _read(notes[child.get(f"{_W}id")], gone, notes).strip() + "}"
        else:
            text += {"tab": "\t", "br": "\n"}.get(name) or _read(child, gone, notes)
    return text


def list_changes(raw, name="word/document.xml"):
    """What each tracked change of a part does, by whom and when."""
    acts = {f"{_W}{act}" for act in ("ins", "del", "moveFrom", "moveTo")}
    return [
        (element.tag.removeprefix(_W), element.get(f"{_W}author"), element.get(f"{_W}date"))
        for element in open_part(raw, name).iter()
        if element.tag in acts
    ]


def read_heads(raw):
    """The sentences above the pages."""
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        names = [name for name in file.namelist() if name.startswith("word/header")]
    return ["".join(paragraph.itertext()) for name in names for paragraph in open_part(raw, name)]


def list_ids(raw):
    """The number of every tracked change and every end of a move, in the text and in the notes."""
    counted = {
        f"{_W}{name}"
        for name in ("ins", "del", "moveFrom", "moveTo", "moveFromRangeStart", "moveToRangeStart")
    }
    parts = [open_part(raw, name) for name in ("word/document.xml", "word/footnotes.xml")]
    return [element.get(f"{_W}id") for part in parts for element in part.iter() if element.tag in counted]
