"""A comparison as a file to hand on: a web page, or a Word file with tracked changes."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from workbook.app.comparison import Comparison, make_page_bundle
from workbook.schemas import WorkbookError

if TYPE_CHECKING:
    from workbook.app.chapters import Asked

Writer = Callable[[Comparison], bytes]


def find_writer(file: Path) -> Writer:
    """What makes a comparison into a file with this ending. Raises WorkbookError where nothing does."""
    writers: dict[str, Writer] = {".html": make_page, ".htm": make_page, ".docx": make_docx}
    if file.suffix.lower() not in writers:
        raise WorkbookError(f"{file}: a comparison is written to a file ending in .html or .docx.")
    return writers[file.suffix.lower()]


def make_page(found: Comparison, asked: "Asked | None" = None, view: str = "") -> bytes:
    """The comparison as a web page that opens anywhere and fetches nothing.

    `asked` says by whose remarks and scale, where a page on show is taken away; `view` is its #fragment.
    """
    from workbook.app.chapters import Asked, make_all
    from workbook.share.html import write_page

    frames = (found.drafts, found.paragraphs, found.pairs, found.diffs)
    asked = asked or Asked(found.old, found.new, found.folder, made=found)
    bundle = make_page_bundle(found, None, found.folder, asked.scale)
    page = write_page(*frames, bundle, notices=found.notices, chapters=make_all(asked), view=view)
    return page.encode()


def make_docx(found: Comparison) -> bytes:
    """The comparison as a Word file: reject all changes for the old draft, accept all for the new one."""
    from workbook.share.docx import write_docx

    return write_docx(
        drafts=found.drafts,
        runs=found.runs,
        paragraphs=found.paragraphs,
        pairs=found.pairs,
        diffs=found.diffs,
        hands=found.hands,
        origins=found.origins,
    )


def save_comparison(found: Comparison, file: Path | str, write: Writer | None = None) -> None:
    """Writes the comparison to a file, as its ending asks: .docx or .html.

    Raises WorkbookError where the ending is another, or the file cannot be written there.
    """
    written = (write or find_writer(Path(file)))(found)
    try:
        Path(file).write_bytes(written)
    except OSError as error:
        raise WorkbookError(f"{file}: the comparison cannot be written there ({error.strerror}).") from error
