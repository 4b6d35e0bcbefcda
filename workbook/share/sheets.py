"""A frame and what must be known of it -> an Excel file with two sheets.

Words are written as words and never as anything else: XlsxWriter's `write_string` makes no formula and no
link of them, whatever they begin with.
"""

import datetime
import io
import math

import polars as pl
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from workbook.schemas import ABOUT, WorkbookError, frame_of

# Excel holds no more in a cell, and no more rows in a sheet.
MOST_SIGNS, MOST_ROWS = 32_767, 1_048_576
CUT = " … [cut here: a cell of Excel holds no more]"
# Columns as wide as this, in characters, are read in lines; a number needs no more than the second.
WIDEST, NARROW = 60, 12
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def write_sheets(frame: pl.DataFrame, about: pl.DataFrame | None = None) -> bytes:
    """The bytes of an .xlsx whose first sheet is the frame and whose second says what must be known of it.

    A text that is too long for a cell is cut, and says so. Raises WorkbookError for more rows than Excel
    has.
    """
    if len(frame) >= MOST_ROWS:
        raise WorkbookError(f"Excel holds {MOST_ROWS - 1:,} rows, and these are more. Take .csv or .parquet.")
    stream = io.BytesIO()
    with Workbook(stream, _OPTIONS) as workbook:
        workbook.set_properties({"title": "GCM drafts workbook", "created": datetime.datetime(2000, 1, 1)})
        wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
        bold = workbook.add_format({"bold": True, "valign": "top", "bottom": 1})
        _fill(workbook.add_worksheet("table"), frame, wrapped, bold)
        known = frame_of([], ABOUT) if about is None else about
        _fill(workbook.add_worksheet("about this table"), known, wrapped, bold)
    return stream.getvalue()


def _fill(sheet: Worksheet, frame: pl.DataFrame, wrapped: Format, bold: Format) -> None:
    for column, (name, dtype) in enumerate(frame.schema.items()):
        words = dtype == pl.String
        longest = frame[name].str.len_chars().max() if words else NARROW
        sheet.set_column(column, column, min(WIDEST, max(NARROW, len(name), longest or 0)), wrapped)
        sheet.write_string(0, column, name, bold)
        for row, value in enumerate(frame[name], 1):
            _write(sheet, row, column, value)
    sheet.freeze_panes(1, 0)
    if len(frame):
        sheet.autofilter(0, 0, len(frame), frame.width - 1)


def _write(sheet: Worksheet, row: int, column: int, value: object) -> None:
    match value:
        case None:
            return
        case bool():
            sheet.write_boolean(row, column, value)
        case float() if not math.isfinite(value):  # Excel knows no such number
            sheet.write_string(row, column, "not a number" if math.isnan(value) else f"{value}inite")
        case int() | float():
            sheet.write_number(row, column, value)
        case _:
            words = str(value)
            short = words if len(words) <= MOST_SIGNS else words[: MOST_SIGNS - len(CUT)] + CUT
            sheet.write_string(row, column, short)
