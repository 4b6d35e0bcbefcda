"""TRAIL -> a dumbbell: where each clause stood on the scale of commitment, and where it stands now."""

import plotly.graph_objects as go
import polars as pl

from workbook.show.cards import name_label
from workbook.show.figures.layout import entitle, escape, lay_rows
from workbook.show.style import RUNGS, shorten, style_figures
from workbook.show.trails import YOUR_SCALE, tell_trail

# The longest phrase, in characters: two of them and a label fit on a line of a phone.
PHRASE = 26
# So many characters fit on a line of a phone; of more, the phrase gives way to what changed in it.
LINE = 52
# From this rung on there is more room to the left of a mark than to its right.
FAR = 4
# How far above its marks a row's words stand, in rows: clear of the rings.
ABOVE = 0.2
# And how far below its marks the line stands that parts it from the next one.
BETWEEN = 0.36
_SCALE = "the rungs are an order, not a measure;<br>a higher one is no better text"
_SHOWN = {"hovertemplate": "%{hovertext}<extra></extra>"}
# What became of a clause, its mark and its words; the mark alone tells, without its colour.
_MARKS = {
    "up": ("triangle-right", "now, higher"),
    "down": ("triangle-left", "now, lower"),
    "tone": ("diamond", "another tone"),
    "object": ("square", "another object"),
}


def draw_trail(
    trail: pl.DataFrame,
    look: str | None = "light",
    hands: dict[str, str] | None = None,
    title: str = "",
    own_scale: bool = False,
) -> go.Figure:
    """A row a clause whose rung, tone or object changed: a ring where it stood, a mark where it stands.

    The mark lies inside the ring where the rung is the same and a word inside the clause changed. Beside it
    stands how surely one knows whose change it is, with `hands` (names of hands for people) in the hover.
    Clauses with two verbs side by side have no row: the file cannot say which is live. `customdata` holds
    the two positions. `look` is "light" or "dark", None for a page that brings its own template; `title` says
    under the chart what is compared, `own_scale` that a user changed the scale.
    """
    figure = lay_trail(trail, hands, title, own_scale)
    layout = figure["layout"] if look is None else figure["layout"] | {"template": style_figures(look)}
    return go.Figure(figure["data"], layout)


def lay_trail(
    trail: pl.DataFrame, hands: dict[str, str] | None = None, title: str = "", own_scale: bool = False
) -> dict:
    """The same chart as plotly's own JSON, `data` and `layout`, without a template: a page brings its own."""
    moved = pl.col("direction").cast(pl.String).is_in(list(_MARKS))
    shown = trail.filter(moved)
    rows, told = shown.to_dicts(), tell_trail(shown, hands or {}, own_scale)
    hovers = [_hover(*row) for row in told.select("sentence", "whose").iter_rows()]
    marks = [_place(name, rows, hovers) for name in _MARKS]
    layout = _lay_out(rows, own_scale)
    entitle(layout, title)
    return {"data": [_join(rows), _ring(rows, hovers), *marks, _tell_beside(rows)], "layout": layout}


def _lay_out(rows: list[dict], own_scale: bool) -> dict:
    """Words above the rows and lines between them: names at the side would leave no room on a phone."""
    layout = lay_rows([""] * len(rows), room=50)
    layout["xaxis"] |= {
        "tickvals": list(RUNGS),
        "ticktext": [f"<b>{rung}</b><br>{name}" for rung, name in RUNGS.items()],
        "tickfont": {"size": 10},
        "range": [-0.5, max(RUNGS) + 0.5],
        "title": {"text": f"{_SCALE} ({YOUR_SCALE})" if own_scale else _SCALE},
    }
    between = [at + BETWEEN for at in range(-1, len(rows))]
    layout["yaxis"] |= {"tickvals": between, "showticklabels": False, "showgrid": True}
    layout["yaxis"]["range"] = [len(rows) - 0.6, -0.7]
    layout["annotations"] = [_write_above(at, row) for at, row in enumerate(rows)]
    return layout


def _write_above(at: int, row: dict) -> dict:
    place = {"x": 0, "xref": "paper", "xanchor": "left", "y": at - ABOVE, "yanchor": "bottom"}
    return {"text": _name(row), "showarrow": False, "font": {"size": 12}, **place}


def _name(row: dict) -> str:
    """The clause of a row: its paragraph, the older phrase, and what took its place."""
    label = name_label(row["new_label"] or row["old_label"])
    old, new = (shorten(row[name], PHRASE) for name in ("old_phrase", "new_phrase"))
    joint = "…" if row["old_phrase"] == row["new_phrase"] else "→"
    if old == new:  # then the rule ends with the words that changed
        why, _, words = row["rule"].rpartition(": ")
        new = words if "→" in words else f"{words} {' '.join(why.split()[-2:])}"  # "is gone"
        old = old if len(label + old + new) <= LINE else ""
    return f"<b>{escape(label)}</b>  {escape(old)} {joint} {escape(new)}"


def _hover(sentence: str, whose: str) -> str:
    return escape("; ".join(filter(None, [sentence, whose]))).replace("; ", "<br>")


def _join(rows: list[dict]) -> dict:
    """The lines from the older rungs to the newer ones."""
    ends = [[row["old_rung"], row["new_rung"], None] for row in rows]
    across, down = [x for three in ends for x in three], [at for at in range(len(rows)) for _ in range(3)]
    return _scatter(x=across, y=down, mode="lines", hoverinfo="skip", showlegend=False)


def _scatter(**traits: object) -> dict:
    return {"type": "scatter"} | traits


def _ring(rows: list[dict], hovers: list[str]) -> dict:
    points = {"x": [row["old_rung"] for row in rows], "y": list(range(len(rows)))}
    return _scatter(**points, name="before", mode="markers", hovertext=hovers, **_SHOWN)


def _place(direction: str, rows: list[dict], hovers: list[str]) -> dict:
    own = [at for at, row in enumerate(rows) if row["direction"] == direction]
    symbol, name = _MARKS[direction]
    return _scatter(
        x=[rows[at]["new_rung"] for at in own],
        y=own,
        customdata=[[rows[at]["old_position"], rows[at]["new_position"]] for at in own],
        hovertext=[hovers[at] for at in own],
        name=name,
        mode="markers",
        marker={"symbol": symbol},
        **_SHOWN,
    )


def _tell_beside(rows: list[dict]) -> dict:
    """Beside the marks: how surely one knows whose each change is; of tone and object, which way."""
    told = [
        " · ".join(filter(None, [_tell_way(row), f"hand: {row['grade']}" if row["grade"] else ""]))
        for row in rows
    ]
    ends = [sorted((row["old_rung"], row["new_rung"])) for row in rows]
    far = [low >= FAR for low, _high in ends]
    return _scatter(
        x=[end[0 if left else 1] for end, left in zip(ends, far, strict=True)],
        y=list(range(len(rows))),
        text=[f"    {words}    " for words in told],
        textposition=[f"middle {'left' if left else 'right'}" for left in far],
        mode="text",
        hoverinfo="skip",
        showlegend=False,
    )


def _tell_way(row: dict) -> str:
    """The rule's own words, "weaker object", where no rung says it."""
    return escape(row["rule"].partition(",")[0]) if row["direction"] in ("tone", "object") else ""
