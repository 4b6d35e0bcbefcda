"""The scale of commitment that a visitor changes in the page, and which of its clauses are listed."""

from typing import Protocol

import traitlets

from workbook.schemas import WorkbookError
from workbook.show.trails import WAYS


class Scaler(Protocol):
    """Who makes pages by a changed scale; `app.scaling.OwnScale` is one."""

    def take(self, changes: str) -> None:
        """Goes over to the scale with these changes. Raises WorkbookError where one cannot be made."""


# Which clauses the tab on commitments lists: all, those that went one way, those whose caveats changed.
LISTED = ["", *WAYS, "marks"]


class Scaling(traitlets.HasTraits):
    """The part of the explorer that has a scale of its own. Nothing that a page sends is trusted."""

    # the changes to the scale, as `edit_ladder` takes them; empty: the scale of the data folder
    scale = traitlets.Unicode().tag(sync=True)
    way = traitlets.Enum(LISTED, "").tag(sync=True)

    _scaler: Scaler | None = None

    def open_scale(self, scaler: Scaler | None) -> None:
        """Takes the one on who makes pages by a changed scale."""
        self._scaler = scaler

    def use_scale(self) -> None:
        """Has the next page made by the chosen scale. Raises WorkbookError where there is none such."""
        if self._scaler is not None:
            self._scaler.take(self.scale)
        elif self.scale:
            raise WorkbookError("The scale cannot be changed here.")
