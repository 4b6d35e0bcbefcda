"""The explorer on the drafts of a data folder, in a notebook and in the dashboard."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from workbook.app.comparison import compare_drafts, make_page_bundle
from workbook.app.kept import name_bundle
from workbook.app.readings import find_remarks, name_drafts
from workbook.schemas import WorkbookError
from workbook.share.cache import remember
from workbook.text.drafts import data_folder, load_drafts, pick_drafts

if TYPE_CHECKING:
    from workbook.app.uploads import Uploads
    from workbook.show.explorer.widget import Explorer


def explore(
    old: str | None = None, new: str | None = None, folder: Path | str | None = None, edit: bool = True
) -> "Explorer":
    """The explorer on the drafts of the data folder; without ids the first two are compared.

    With `edit`, what a reader changes on a mark is written to your-reading.csv in the data folder at once;
    without, it stays in this explorer, and can be downloaded from its page.
    """
    from workbook.app.scaling import OwnScale
    from workbook.app.uploads import Uploads
    from workbook.share.reading import Reading
    from workbook.show.explorer.served import choose_explorer

    drafts, data = load_drafts(folder), Path(folder or data_folder())
    reading, uploads = Reading(data, edit, lambda remarks: _check_remarks(remarks, data)), Uploads()

    own_scale = OwnScale(folder)

    def make_bundle(old: str, new: str) -> dict:
        scale = own_scale.changes
        if uploads.holds(old, new):
            return _compare_own(old, new, folder, reading.session, uploads, scale)
        wanted = name_bundle(old, new, folder, reading.session)

        def make() -> dict:
            found = compare_drafts(old, new, folder, wanted.remarks)
            return make_page_bundle(found, wanted.drafts, folder, scale)

        if len(reading.session) or scale:  # what a visitor thinks is not kept on disk
            return make()
        return remember(wanted.name, wanted.sources, make)

    def tell(name: str, old: str, new: str, extra: dict) -> dict:
        from workbook.app.chapters import Asked, make_chapter

        asked = Asked(
            old, new, folder, reading.session, uploads, extra, scale=own_scale.changes, desk=uploads.desk
        )
        return make_chapter(name, asked)

    def take(kind: str, old: str, new: str, selection: pl.DataFrame, *given: object) -> tuple[str, bytes]:
        from workbook.app.chapters import Asked
        from workbook.app.taking import make_taken

        asked = Asked(old, new, folder, reading.session, uploads, scale=own_scale.changes, desk=uploads.desk)
        return make_taken(kind, asked, selection, *given)

    listed = name_drafts(drafts, folder)
    return choose_explorer()(make_bundle, listed, old, new, reading, uploads, tell, own_scale, take)


def _compare_own(
    old: str,
    new: str,
    folder: Path | str | None,
    session: pl.DataFrame,
    uploads: "Uploads",
    scale: str,
) -> dict:
    """The page of two drafts of which one at least is a visitor's own: nothing of it is kept on disk."""
    current = load_drafts(folder)
    others = [draft for draft in (old, new) if not uploads.holds(draft)]
    remarks = find_remarks(pick_drafts(current, others) if others else current.clear(), folder, session)

    def make() -> dict:
        found = compare_drafts(old, new, folder, remarks, uploads.pick(old, new))
        return make_page_bundle(found, name_drafts(current, folder, session), folder, scale)

    return uploads.remember((old, new, scale, *remarks.rows()), make)


def _check_remarks(remarks: pl.DataFrame, data: Path) -> None:
    """Raises WorkbookError where the file of these remarks is no draft's, or one does not fit it."""
    from workbook.text.read import read_file
    from workbook.text.remarks import apply_remarks

    name = remarks["file"][-1]
    file = f"{data.resolve()}/{name}"
    if file not in load_drafts(data)["file"].to_list():
        raise WorkbookError(f"Your reading: no draft of this data folder has the file “{name[:80]}”.")
    apply_remarks(read_file(Path(file)), remarks, data)


def allow_edits(allowed: bool, folder: Path | None = None) -> None:
    """Tells the kernels of a dashboard, through WORKBOOK_EDIT, whether what is changed in it is saved.

    Raises WorkbookError where it shall be, and the data folder cannot be written.
    """
    from workbook.share.reading import find_trouble

    if allowed and (trouble := find_trouble(Path(folder or data_folder()))):
        raise WorkbookError(trouble)
    os.environ["WORKBOOK_EDIT"] = "yes" if allowed else "no"


def show_dashboard() -> "Explorer | None":
    """What the dashboard's one cell shows: the explorer on the drafts of WORKBOOK_DATA, or on ours.

    What visitors change on marks is kept in the data folder where WORKBOOK_EDIT is "yes", as for
    `workbook dashboard --edit`; else in the page of each alone. Where they cannot be shown, it says why on
    the dashboard's page; in a notebook the error is raised.
    """
    from workbook.show.explorer.parts import OUR_PAGE
    from workbook.show.faults import tell_fault

    try:
        return explore(edit=os.environ.get("WORKBOOK_EDIT") == "yes")
    except Exception as error:
        if not os.environ.get(OUR_PAGE):
            raise
        print(error if isinstance(error, WorkbookError) else tell_fault("opening the dashboard", error))
        return None
