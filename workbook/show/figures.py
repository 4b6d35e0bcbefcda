"""COUNTS -> plotly Figures. Titles from a draft are escaped: plotly reads some HTML in its texts."""

import html

import plotly.graph_objects as go
import polars as pl

from workbook.show.style import shorten_section, shorten_tag, style_figures


def draw_changes(counts: pl.DataFrame, scheme: str = "objective", look: str = "light") -> go.Figure:
    """A heatmap of the share of words changed: a section a row, a tag of the scheme a column.

    A cell without a number is empty: nothing in that section is tagged so. `customdata` of a cell
    holds tag and section. `look` is "light" or "dark".
    """
    counts = counts.filter(pl.col("scheme") == scheme)
    sections = counts["section"].unique(maintain_order=True).to_list()
    tags = counts.unique(["tag"], maintain_order=True)
    names = [shorten_tag(scheme, tag, title) for tag, title in tags.select("tag", "title").iter_rows()]
    cells = [counts.filter(pl.col("section") == section).to_dicts() for section in sections]
    heatmap = go.Heatmap(
        x=list(range(len(names))),
        y=list(range(len(sections))),
        z=[[cell["share"] for cell in row] for row in cells],
        customdata=[[[cell["tag"], cell["section"]] for cell in row] for row in cells],
        hovertext=[[tell_cell(cell) for cell in row] for row in cells],
        hovertemplate="%{hovertext}<extra></extra>",
        texttemplate="%{z:.0%}",
        xgap=2,
        ygap=2,
        coloraxis="coloraxis",
    )
    rows = [shorten_section(section) for section in sections]
    return go.Figure(heatmap).update_layout(lay_out(names, rows, scheme), template=style_figures(look))


def lay_out(columns: list[str], rows: list[str], scheme: str) -> dict:
    """The layout of a heatmap with these names on its axes, first row on top."""
    # Room for a row of text, and for the slanted names above the first one.
    height = 130 + 30 * len(rows)
    return {
        "height": height,
        "margin": {"l": 8, "r": 60, "t": 8, "b": 8},  # right: room for the last slanted name
        "xaxis": {"side": "top", "tickangle": -45, **name_ticks(columns)},
        "yaxis": {"autorange": "reversed", **name_ticks(rows)},
        "coloraxis": {"cmin": 0, "cmax": 1, "showscale": False},  # each cell says its share
        "meta": {"scheme": scheme},
    }


def name_ticks(names: list[str]) -> dict:
    """Axis ticks that carry the names, escaped, in order."""
    written = [html.escape(name, quote=False) for name in names]
    return {"tickvals": list(range(len(names))), "ticktext": written}


def tell_cell(cell: dict) -> str:
    """What one row of COUNTS says, for a hover: where, then how many words and paragraphs of how many."""
    name = shorten_tag(cell["scheme"], cell["tag"], cell["title"])
    place = html.escape(f"{name} · {shorten_section(cell['section'])}", quote=False)
    if not cell["paragraphs"]:
        return f"<b>{place}</b><br>no paragraph"
    changed, words = cell["words_in"] + cell["words_out"], cell["words_old"] + cell["words_new"]
    return (
        f"<b>{place}</b><br>{changed} of {words} words changed,"
        f"<br>in {cell['touched']} of {cell['paragraphs']} paragraphs"
    )
