"""What a page may do to a reading: make a remark, take one back, ask for all of them as a table."""

from collections.abc import Callable
from typing import Protocol

import polars as pl
import traitlets

from workbook.schemas import REMARKS, WorkbookError
from workbook.show.faults import tell_fault


class Keeper(Protocol):
    """Where remarks are kept; `share.reading.Reading` is one."""

    saves: bool  # on disk, beside the data
    trouble: str  # why not, where that was asked for

    def list_remarks(self) -> pl.DataFrame:
        """All remarks, with the columns of REMARKS and `row`, which is null for those of this session."""

    def add(self, *remarks: object) -> None:
        """Makes remarks, all or none."""

    def take_back(self, remark: object) -> None:
        """Takes one back."""

    def write(self) -> str:
        """All of them as a table."""


# What a page asks for; "list": whether another window has changed the reading meanwhile.
ASKED = ("remark", "take back", "table", "list")
# More than any act of a page makes.
MOST_AT_ONCE = 100


def _take_columns(remark: object) -> dict | None:
    return {name: remark.get(name) for name in REMARKS} if isinstance(remark, dict) else None


def stay(name: str) -> Callable[[object, traitlets.HasTraits], object]:
    """What a page gives for a trait that only Python sets becomes what the trait holds already."""
    return lambda _given, widget: getattr(widget, name)


class Remarking(traitlets.HasTraits):
    """The part of the explorer that changes a reading. Nothing that a page sends is trusted."""

    remarks = traitlets.List().tag(sync=True, from_json=stay("remarks"))
    # Where remarks are kept: on disk, in this session, or nowhere, since none can be made
    keeps = traitlets.Unicode().tag(sync=True, from_json=stay("keeps"))
    trouble = traitlets.Unicode().tag(sync=True, from_json=stay("trouble"))

    keeper: Keeper | None = None

    def keep(self, keeper: Keeper | None) -> None:
        """Takes the keeper of the remarks on."""
        self.keeper = keeper
        if keeper is not None:
            self.keeps = "disk" if keeper.saves else "session"
            self.trouble = keeper.trouble
            self.list_remarks()

    def list_remarks(self) -> None:
        """Keeps `remarks` in step with what the keeper has; what is wrong with it stands in `trouble`."""
        try:
            found = self.keeper.list_remarks().to_dicts()
            self.trouble = self.keeper.trouble
        except WorkbookError as error:
            self.trouble = str(error)
            return
        self.remarks = [{**row, "mine": self.keeper.saves or row["row"] is None} for row in found]

    def act(self, content: dict) -> dict:
        """Does what a page asks, and returns what to tell it: `table`, or what went wrong in `error`."""
        if self.keeper is None:
            return {"error": "Nothing can be changed here."}
        given = content.get("remarks")
        remarks = [_take_columns(remark) for remark in (given if isinstance(given, list) else [])]
        try:
            match content.get("ask"):
                case "remark":
                    self.keeper.add(*remarks[:MOST_AT_ONCE])
                case "take back":
                    for remark in remarks[:MOST_AT_ONCE]:
                        self.keeper.take_back(remark)
                case "table":
                    return {"table": self.keeper.write(), "error": ""}
        except WorkbookError as error:
            return {"error": str(error)}
        except Exception as error:  # the page must go on, and say what happened
            return {"error": f"Your reading was not changed. {tell_fault('changing a reading', error)}"}
        self.list_remarks()
        return {"error": ""}
