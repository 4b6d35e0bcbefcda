"""What is on show in a page, as a file to take away."""

import re
from collections.abc import Sequence

import polars as pl

from workbook.app.chapters.asked import Asked
from workbook.schemas import PAIR_KEYS


def make_taken(
    kind: str,
    asked: Asked,
    selection: pl.DataFrame,
    filters: Sequence[str],
    view: str = "",
    given: dict | None = None,
) -> tuple[str, bytes]:
    """The name of a file and the file: "xlsx", "csv", "parquet" (CHANGES), "docx" or "html".

    A table holds the pairs of the `selection` and says by which `filters` it came about; a Word file holds
    the whole comparison, and so does a page, which opens at the `view`, a page's #fragment. Where amendments
    are `given`, as `make_amended` takes them, a Word file holds one draft with these. Raises WorkbookError
    where a draft cannot be read, the table is too long for Excel, or an amendment is none.
    """
    if given and kind == "docx":
        from workbook.app.amending import make_amended

        return make_amended(asked, given)
    from workbook.app.files import make_docx, make_page

    name = "-to-".join(re.sub(r"[^A-Za-z0-9.]+", "-", draft).strip("-.") or "draft" for draft in
                       (asked.old, asked.new))  # fmt: skip
    if kind == "docx":
        return f"{name}.docx", make_docx(asked.comparison)
    if kind == "html":
        return f"{name}.html", make_page(asked.comparison, asked, view)
    return _make_table(f".{kind}", name, asked, selection, filters)


def _make_table(
    ending: str, name: str, asked: Asked, selection: pl.DataFrame, filters: Sequence[str]
) -> tuple[str, bytes]:
    from workbook.app.about import describe_table
    from workbook.app.changes import make_changes
    from workbook.share.tables import pack_both

    found = asked.comparison
    changes = make_changes(found, asked.folder, asked.scale)
    kept = changes.join(
        selection.select(list(PAIR_KEYS)).unique(),
        on=list(PAIR_KEYS),
        how="semi",
        nulls_equal=True,
        maintain_order="left",
    )
    rows = (len(kept), len(changes))
    about = describe_table("changes", found.drafts, asked.folder, filters, rows, asked.scale)
    return pack_both(kept, f"changes-{name}", ending, about)
