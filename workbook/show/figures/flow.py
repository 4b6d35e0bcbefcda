"""TRACE -> the flow: drafts as columns, paragraphs as boxes, and ribbons for what became of them."""

import textwrap

import plotly.graph_objects as go
import polars as pl

from workbook.show.cards import name_label
from workbook.show.figures.boxes import HALF, Box, Flow, Place, Ribbon, bend, lay_flow
from workbook.show.figures.layout import entitle, escape
from workbook.show.flows import FIRST, MISLEADING, tell_links
from workbook.show.style import shorten, style_figures

# Above the columns stand the legend (of two lines where it is narrow) and their titles; above it the scale.
HEAD, SCALE = 110, 56
# A title's lines; how many letters fit beside one another, and how many the narrowest column has.
LINES, LETTERS, FEWEST = 3, 100, 14
# The sizes of a number, in pixels, and how high a box is in which it stands; a lower one has no room for any.
SIZES = {10: 11.0, 8: 7.0}
# Each kind of ribbon, its name in the legend, and a pattern that tells it without its colour.
RIBBONS = {
    "stayed": ("in its place", ""),
    "moved": ("moved", ""),
    "split": ("split", "/"),
    "merged": ("merged", "\\"),
    "fragment": ("some of its words", "."),
}
# What no ribbon says of a box, in the order in which the template styles bars: put in, struck, kept.
FATES = ("new", "gone", "")


def draw_flow(
    trace: pl.DataFrame,
    drafts: pl.DataFrame | None = None,
    look: str | None = "light",
    title: str = "",
) -> go.Figure:
    """A column a draft, a box a paragraph, as high as its words; ribbons lead from draft to draft.

    A box is the darker the more of its words were put in or struck since the draft before. A ribbon is as
    wide as the words that it carried: quiet where a paragraph stayed, clear where it moved, was split or
    merged. A box that no ribbon reaches is new, one that none leaves is gone. `drafts` are DRAFTS, whose
    titles stand above the columns; `customdata` of a box holds its place, "draft:position", and its chain.
    `look` is "light" or "dark", None for a page that brings its own template; `title` stands below.
    """
    flow, told = lay_flow(trace), _tell_boxes(trace)
    names = dict(drafts.select("draft", "title").iter_rows()) if drafts is not None else {}
    ids = trace["draft"].unique(maintain_order=True).to_list()
    titles = [names.get(draft) or draft for draft in ids]
    traces: list[go.Scatter | go.Bar] = [_fill(kind, flow.ribbons) for kind in RIBBONS]
    for fate in FATES:
        own = {place: box for place, box in flow.boxes.items() if box.fate == fate}
        traces.append(_stand(fate, own, flow.scale, told, titles))
    layout = _lay_out(flow, titles, scaled=look is not None)
    entitle(layout, title)
    return go.Figure(traces, layout if look is None else layout | {"template": style_figures(look)})


def _fill(kind: str, ribbons: list[Ribbon]) -> go.Scatter:
    """All ribbons of a kind in one trace, with a gap between two."""
    own = [bend(ribbon) for ribbon in ribbons if ribbon.kind == kind]
    name, pattern = RIBBONS[kind]
    return go.Scatter(
        x=[None if x is None else round(x, 3) for across, _ in own for x in (*across, None)],
        y=[None if y is None else round(y, 1) for _, down in own for y in (*down, None)],
        name=name,
        mode="lines",
        fill="toself",
        fillpattern={"shape": pattern, "size": 5, "solidity": 0.35} if pattern else None,
        # A thin ribbon that runs steeply would be hardly wider than nothing.
        line={"width": 0 if kind == "stayed" else 1.5},
        hoverinfo="skip",
        visible=True if own else "legendonly",
        showlegend=bool(own),
    )


def _stand(
    fate: str, boxes: dict[Place, Box], scale: float, told: dict[Place, list[str]], titles: list[str]
) -> go.Bar:
    """Boxes of a kind as bars, each with its number where there is room for it."""
    return go.Bar(
        x=[box.column for box in boxes.values()],
        base=[round(box.top, 1) for box in boxes.values()],
        y=[box.words for box in boxes.values()],
        width=2 * HALF,
        name=fate or "goes on",
        text=[_name(box, scale) for box in boxes.values()],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        constraintext="none",
        textfont={"size": [_size(box, scale) or min(SIZES) for box in boxes.values()]},
        marker={
            "color": [round(box.share, 2) for box in boxes.values()],
            "coloraxis": "coloraxis",
            "line": {"width": 2 if fate else 1},
            "pattern": {"solidity": 0.15},
        },
        customdata=[[f"{draft}:{position}", box.chain] for (draft, position), box in boxes.items()],
        hovertext=[_tell(box, titles, told[place]) for place, box in boxes.items()],
        hovertemplate="%{hovertext}<extra></extra>",
        showlegend=False,
    )


def _size(box: Box, scale: float) -> int:
    """The largest size of a number that stands within the box; 0 where none does."""
    return next((size for size, room in SIZES.items() if box.words * scale >= room), 0)


def _name(box: Box, scale: float) -> str:
    if not _size(box, scale):
        return ""
    return escape(" · ".join(filter(None, [box.label or "¶", box.fate])))


def _tell(box: Box, titles: list[str], told: list[str]) -> str:
    """What a box says when it is pointed at: the facts of its paragraph's card, one a line."""
    lines = [f"{name_label(box.label)}, {shorten(titles[box.column], 60)}", f"{box.words} words", *told]
    if not box.first and not box.new:
        lines.append(f"{box.share:.0%} of the words changed since the draft before")
    if box.gone:
        lines.append("gone in the next draft")
    return "<br>".join(escape(line[0].upper() + line[1:]) for line in lines)


def _tell_boxes(trace: pl.DataFrame) -> dict[Place, list[str]]:
    """What became of each paragraph since the draft before, a fact a line."""
    told: dict[Place, list[str]] = {}
    for row in tell_links(trace).drop_nulls("position").iter_rows(named=True):
        lines = told.setdefault((row["draft"], row["position"]), [])
        flags = [MISLEADING] if row["label_words_differ"] else []
        lines += [line for line in (row["told"], *flags) if line not in (*lines, FIRST)]
    return told


def _lay_out(flow: Flow, titles: list[str], scaled: bool) -> dict:
    """The layout, with the scale of shades or without: a page shows one of its own.

    To draw it plotly sets styles in attributes, which an exported page forbids.
    """
    columns, head = len(titles), HEAD + SCALE * scaled
    height = head + flow.height + 12
    scale = {"colorbar": _lay_scale(height)} if scaled else {"showscale": False}
    return {
        "height": height,
        "margin": {"l": 8, "r": 8, "t": head, "b": 12},
        "barmode": "overlay",
        "xaxis": {
            "side": "top",
            "range": [-0.4, columns - 0.6],
            "fixedrange": True,
            "tickvals": list(range(columns)),
            "ticktext": [_wrap(title, max(FEWEST, LETTERS // columns)) for title in titles],
            "tickangle": 0,
            "ticklabeloverflow": "allow",
        },
        "yaxis": {"range": [round(flow.depth, 1), 0], "visible": False, "fixedrange": True},
        "coloraxis": {"cmin": 0, "cmax": 1} | scale,
        "legend": {
            "orientation": "h",
            "x": 0,
            "y": round(1 - SCALE * scaled / height, 4),
            "yref": "container",
            "yanchor": "top",
            "itemclick": False,
            "itemdoubleclick": False,
        },
        "hovermode": "closest",
    }


def _lay_scale(height: int) -> dict:
    """The shades and what they say, at the top of a chart that is so many pixels high."""
    return {
        "y": round(1 - 16 / height, 4),
        "orientation": "h",
        "thickness": 8,
        "len": 0.5,
        "lenmode": "fraction",
        "x": 0,
        "xanchor": "left",
        "yanchor": "top",
        "yref": "container",
        "xpad": 0,
        "ypad": 0,
        "tickvals": [0, 0.5, 1],
        "ticktext": ["none", "half", "all or new"],
        "title": {"text": "words changed since the draft before", "side": "top"},
    }


def _wrap(title: str, letters: int) -> str:
    """A title above its column, in few short lines."""
    lines = textwrap.wrap(title, letters, max_lines=LINES, placeholder=" …")
    return "<br>".join(escape(line) for line in lines)
