"""COUNTS and SIMILARITY -> heatmaps."""

import plotly.graph_objects as go
import polars as pl

from workbook.schemas import WorkbookError
from workbook.show.figures.layout import entitle, escape, name_ticks
from workbook.show.style import CELL, MEASURES, shorten_section, shorten_tag, style_figures
from workbook.text.paragraphs import body_of


def draw_changes(
    counts: pl.DataFrame,
    scheme: str = "objective",
    look: str | None = "light",
    measure: str = "share",
    title: str = "",
) -> go.Figure:
    """A heatmap of what changed: a section a row, a tag of the scheme a column.

    `measure` is share (of all words put in or taken out), words_in, words_out or touched (paragraphs).
    A cell without a number is empty: nothing in that section is tagged so. `customdata` of a cell
    holds tag and section. `look` is "light" or "dark", None for a page that brings its own template;
    `title` says under the chart what is compared. Raises WorkbookError for another measure.
    """
    if measure not in MEASURES:
        raise WorkbookError(f"{measure}: there is no such measure. Choose one of {', '.join(MEASURES)}.")
    counts = counts.filter(pl.col("scheme") == scheme)
    sections = counts["section"].unique(maintain_order=True).to_list()
    tags = counts.unique(["tag"], maintain_order=True)
    names = [shorten_tag(scheme, tag, title) for tag, title in tags.select("tag", "title").iter_rows()]
    cells = [counts.filter(pl.col("section") == section).to_dicts() for section in sections]
    heatmap = lay_cells(
        z=[[cell[measure] if cell["paragraphs"] else None for cell in row] for row in cells],
        customdata=[[[cell["tag"], cell["section"]] for cell in row] for row in cells],
        hovertext=[[tell_cell(cell) for cell in row] for row in cells],
        texttemplate="%{z:.0%}" if measure == "share" else "%{z}",
    )
    rows = [shorten_section(section) for section in sections]
    most = 1 if measure == "share" else max(1, counts[measure].max() or 0)
    layout = lay_out(names, rows, most) | {"meta": {"scheme": scheme}}
    entitle(layout, title)
    return dress(heatmap, layout, look)


def draw_similarity(
    similarity: pl.DataFrame,
    paragraphs: pl.DataFrame,
    old: str,
    new: str,
    look: str | None = "light",
    title: str = "",
) -> go.Figure:
    """A heatmap of SIMILARITY: a paragraph of the old draft a row, one of the new a column.

    What stayed in place lies on the diagonal; a paragraph that moved lies off it.
    """
    before, after = (body_of(paragraphs, draft).sort("position") for draft in (old, new))
    rows, columns = ([label or "¶" for label in body["label"]] for body in (before, after))
    scores = {(old, new): score for old, new, score in similarity.iter_rows()}
    told = "old %{customdata[0]}, new %{customdata[1]}: %{z:.0%} of the rarer wording<extra></extra>"
    heatmap = lay_cells(
        z=[[scores.get((one, other)) for other in after["position"]] for one in before["position"]],
        customdata=[[[escape(row), escape(column)] for column in columns] for row in rows],
        hovertemplate=told,
        xgap=1,
        ygap=1,
    )
    layout = lay_out(columns, rows, 1, room=10)
    layout["xaxis"]["title"], layout["yaxis"]["title"] = {"text": "new paragraph"}, {"text": "old paragraph"}
    entitle(layout, title)
    return dress(heatmap, layout, look)


def dress(cells: go.Heatmap, layout: dict, look: str | None) -> go.Figure:
    """The figure of these cells, with the template of a look: that takes longer than all the rest.

    The template is given when the figure is made: one that comes later is mixed with plotly's own.
    """
    return go.Figure(cells, layout if look is None else layout | {"template": style_figures(look)})


def lay_cells(z: list[list], **traits: object) -> go.Heatmap:
    """The cells of a heatmap, first row on top, coloured by the scale of its layout."""
    given = {"hovertemplate": "%{hovertext}<extra></extra>", "xgap": 2, "ygap": 2} | traits
    columns = len(z[0]) if z else 0
    return go.Heatmap(x=list(range(columns)), y=list(range(len(z))), z=z, coloraxis="coloraxis", **given)


def lay_out(columns: list[str], rows: list[str], most: float, room: int = 30) -> dict:
    """The layout of a heatmap with these names on its axes; `most` is the value of the strongest colour.

    `room` is the height of a row, in pixels: by default enough for a line of text.
    """
    return {
        # Above the first row stand the slanted names, about five pixels high a letter.
        "height": 45 + 5 * max(map(len, columns), default=0) + room * len(rows),
        # Right: room for the last slanted name, which plotly would leave out where it leaves the axis.
        "margin": {"l": 8, "r": max(60, 4 * len(columns[-1]) if columns else 0), "t": 8, "b": 8},
        "xaxis": {"side": "top", "tickangle": -45, "ticklabeloverflow": "allow", **name_ticks(columns)},
        "yaxis": {"autorange": "reversed", **name_ticks(rows)},
        "coloraxis": {"cmin": 0, "cmax": most, "showscale": False},  # each cell says its number
    }


def tell_cell(cell: dict) -> str:
    """What one row of COUNTS says, for a hover: where, then CELL's facts, each on its line."""
    name = shorten_tag(cell["scheme"], cell["tag"], cell["title"])
    place = escape(f"{name} · {shorten_section(cell['section'])}")
    kinds = ["told" if cell["paragraphs"] else "empty"]
    if cell["paragraphs"] and cell["words_unknown"] is not None:
        kinds.append("hands")
        changed = cell["words_in"] + cell["words_out"]
        cell = cell | {"all": changed, "known": changed - cell["words_unknown"]}
    facts = [fact.format_map(cell) for kind in kinds for fact in CELL[kind]]
    return "<br>".join([f"<b>{place}</b>", *facts])
