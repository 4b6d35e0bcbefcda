"""What the figures have in common: names on an axis, and a title under the chart.

Words from a draft are escaped: plotly reads some HTML in its texts.
"""

import html

# More names than this on one axis would run into each other: then some are left out.
MOST_NAMES = 40
# Pixels under the rows: the legend has three lines where the page is narrow.
LEGEND = 62


def escape(words: str) -> str:
    """The words as plotly shows them, whatever stands in them."""
    return html.escape(words, quote=False)


def entitle(layout: dict, title: str) -> None:
    """Puts the title, escaped, under the chart: a picture of it must say which texts it compares."""
    if title:
        place = {"x": 0, "xref": "container", "y": 0, "yref": "container", "yanchor": "bottom"}
        layout["title"] = {"text": escape(title), "font": {"size": 12}, **place}
        layout["title"]["pad"] = {"l": 8, "b": 6}
        layout["margin"]["b"] += 22
        layout["height"] += 22


def name_ticks(names: list[str]) -> dict:
    """Axis ticks that carry the names, escaped, in order; of very many only each second, third ..."""
    step = -(-len(names) // MOST_NAMES) or 1
    shown = range(0, len(names), step)
    return {"tickvals": list(shown), "ticktext": [escape(names[at]) for at in shown]}


def lay_rows(names: list[str], room: int) -> dict:
    """The layout of a chart with a row a name, first one on top; `room` is a row's height in pixels.

    The names are written as they are: escape what comes from a draft.
    """
    return {
        # Above the first row stand the axis and its title, below the last one the legend.
        "height": 90 + LEGEND + room * len(names),
        "margin": {"l": 8, "r": 24, "t": 8, "b": LEGEND},
        "xaxis": {"side": "top", "showgrid": True, "fixedrange": True, "tickangle": 0},
        "yaxis": {
            "tickvals": list(range(len(names))),
            "ticktext": names,
            "range": [len(names) - 0.5, -0.5],
            "fixedrange": True,
        },
        "legend": {"orientation": "h", "x": 0, "y": 0, "yanchor": "top", "traceorder": "normal"},
        "hovermode": "closest",
    }
