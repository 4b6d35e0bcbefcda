"""A .docx as a package: its parts, read from memory within limits, nothing unpacked to disk or fetched."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from workbook.schemas import WorkbookError
from workbook.text.read.docx.disguise import ZIP, name_kind, name_package
from workbook.text.read.docx.names import CONTENT_TYPES, RELATION, W, is_strict, loosen

# Real packages of 20 MB hold some hundred parts, pictures and all.
MOST_PARTS = 5_000
# The text of a thousand pages with marks: 30 MB of XML. Its tree takes ten times as much memory.
LARGEST_TEXT = 40 * 10**6
# A hundred pages with a mark on every third word have half a million.
MOST_TAGS = 2_500_000
# All parts together, unpacked: pictures hardly shrink, so that this is far above any real package.
LARGEST_PACKAGE = 300 * 10**6
# Text with much markup shrinks to a fiftieth; what shrinks further than this was made to burst.
STEEPEST = 400
# Below this no part bursts anything, however far it shrinks.
_HARMLESS = 2 * 10**6
_DAMAGED = "It is damaged or was cut off. Copy or download it again, or save it anew from Word."
_FAILURES = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError)


class Relation(NamedTuple):
    """A part that another part names: what it is to it ("footnotes"), and its name in the package."""

    kind: str
    id: str
    target: str
    outside: bool  # a file or address outside the package: never followed


class Package:
    """The parts of one file. Raises WorkbookError where it is no package of Word's or breaks a limit."""

    def __init__(self, path: Path, raw: bytes) -> None:
        self._path, self._bytes, self._tags = path, 0, 0
        if not raw.startswith(ZIP):
            raise WorkbookError(f"{path}: this is no Word file but {name_kind(raw)}")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(raw))
            self._infos = {_plain(info.filename): info for info in self._zip.infolist()}
        except _FAILURES as error:
            raise WorkbookError(f"{path}: this Word file cannot be opened. {_DAMAGED}") from error
        self._refuse_bombs()
        self.main, self.text = self._find_main()

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._infos

    def read_tree(self, name: str) -> etree._Element:
        """The root of a part's XML, names of the strict format made those of the common one."""
        raw = self._read(name)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,  # they may stand amid words
            remove_pis=True,
        )
        try:
            if b"<!DOCTYPE" in raw:
                raise WorkbookError(self._say(name, "declares a document type, which no Word file does"))
            root = etree.fromstring(raw, parser)
        except etree.XMLSyntaxError as error:
            why = "is nested too deeply" if "depth" in str(error) else f"is no XML ({error.msg})"
            raise WorkbookError(self._say(name, why)) from error
        if root.getroottree().docinfo.internalDTD is not None:  # in UTF-16, say
            raise WorkbookError(self._say(name, "declares a document type, which no Word file does"))
        return loosen(root) if is_strict(root) else root

    def list_relations(self, name: str = "") -> Iterator[Relation]:
        """The parts that a part (or the package itself) names."""
        folder, file = posixpath.split(name)
        listed = posixpath.join(folder, "_rels", f"{file}.rels")
        if listed not in self:
            return
        for relation in self.read_tree(listed).iter(f"{RELATION}Relationship"):
            target = relation.get("Target", "")
            inside = posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/"))).lstrip("/")
            outside = relation.get("TargetMode") == "External"
            kind = relation.get("Type", "").rpartition("/")[2]
            yield Relation(kind, relation.get("Id", ""), target if outside else inside, outside)

    def _find_main(self) -> tuple[str, etree._Element]:
        """The name of the part that holds the text, and its tree."""
        mains = [part.target for part in self.list_relations() if part.kind == "officeDocument"]
        for name in mains:
            if name in self and (root := self.read_tree(name)).tag == f"{W}document":
                return name, root
        if CONTENT_TYPES in self and any(_plain(name).startswith("word/") for name in [*self._infos, *mains]):
            raise WorkbookError(f"{self._path}: the text itself is missing in this Word file. {_DAMAGED}")
        mimetype = self._read("mimetype") if "mimetype" in self else b""
        raise WorkbookError(
            f"{self._path}: this is no Word file but {name_package(set(self._infos), mimetype)}"
        )

    def _refuse_bombs(self) -> None:
        infos = self._infos.values()
        if len(self._zip.infolist()) > MOST_PARTS or sum(info.file_size for info in infos) > LARGEST_PACKAGE:
            raise WorkbookError(
                f"{self._path}: unpacked, this file holds more than {MOST_PARTS} parts or "
                f"{LARGEST_PACKAGE // 10**6} MB. No text does; it was not read."
            )

    def _read(self, name: str) -> bytes:
        info = self._infos.get(_plain(name))
        if info is None:
            raise WorkbookError(self._say(name, "is missing"))
        if info.flag_bits & 1:
            raise WorkbookError(
                f"{self._path}: this file is encrypted. Take its password off and save it again."
            )
        self._bytes += info.file_size
        if self._bytes > LARGEST_TEXT or info.file_size > max(_HARMLESS, STEEPEST * info.compress_size):
            raise self._refuse(f"{name} has {info.file_size // 10**6} MB")
        try:
            with self._zip.open(info) as part:
                raw = part.read(info.file_size + 1)
        except _FAILURES as error:
            raise WorkbookError(self._say(name, "cannot be unpacked")) from error
        self._tags += raw.count(b"<")
        if self._tags > MOST_TAGS:
            raise self._refuse(f"{name} has more than {MOST_TAGS} tags")
        return raw

    def _refuse(self, what: str) -> WorkbookError:
        return WorkbookError(
            f"{self._path}: unpacked, {what}, which is far more than a text has. It was not read. "
            "Save the document anew, or take a part of it."
        )

    def _say(self, name: str, what: str) -> str:
        return f"{self._path}: the part {name} {what}. {_DAMAGED}"


def _plain(name: str) -> str:
    """A part's name as it is compared: without regard to case, its slashes forward."""
    return name.replace("\\", "/").lstrip("/").lower()
