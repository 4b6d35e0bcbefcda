"""A visitor's own scale of commitment: the data folder's, with the changes that the page asks for."""

from pathlib import Path

import polars as pl


def load_scale(folder: Path | str | None = None, changes: str = "") -> pl.DataFrame:
    """The scale of the data folder as LADDER, with these changes made, as `edit_ladder` takes them.

    Raises WorkbookError where the table has an error, or a change cannot be made.
    """
    from workbook.meaning.ladder import load_ladder
    from workbook.meaning.own_scale import edit_ladder

    return edit_ladder(load_ladder(folder and Path(folder) / "lexicon"), changes)


class OwnScale:
    """The changes that one visitor makes to the scale. They are kept in the page's address."""

    def __init__(self, folder: Path | str | None = None) -> None:
        self._folder = folder
        self.changes = ""

    def take(self, changes: str) -> None:
        """Goes over to the scale with these changes. Raises WorkbookError where one cannot be made."""
        if changes != self.changes:
            load_scale(self._folder, changes)
            self.changes = changes
