"""The workbook put together: comparisons, tables, the explorer that shows them, a reader's own remarks."""

from workbook.app.agreement import measure_agreement
from workbook.app.comparison import Comparison, compare_drafts, make_page_bundle
from workbook.app.page import explore, show_dashboard
from workbook.app.tables import make_table, read_text

__all__ = [
    "Comparison",
    "compare_drafts",
    "explore",
    "make_page_bundle",
    "make_table",
    "measure_agreement",
    "read_text",
    "show_dashboard",
]
