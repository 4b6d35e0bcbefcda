"""GAINS and SOURCE_COUNTS -> bars on both sides of a line: left of it what went, right of it what came."""

import plotly.graph_objects as go
import polars as pl

from workbook.schemas import WorkbookError
from workbook.show.figures.layout import entitle, escape, lay_rows
from workbook.show.style import CHIP, GAIN_MEASURES, shorten, shorten_tag, style_figures

_SHOWN = {"hovertemplate": "%{hovertext}<extra></extra>"}


def draw_gains(
    gains: pl.DataFrame, look: str = "light", measure: str = "mentions", title: str = ""
) -> go.Figure:
    """A row a theme: what was struck to the left, what was put in to the right.

    Where there is both, a diamond stands where they leave the theme. `measure` is mentions (in the words
    that changed) or words (all that changed in paragraphs about it). The theme that gained most stands
    first, and one that nothing touched keeps its row. `customdata` holds the tag. Raises WorkbookError for
    another measure.
    """
    figure = lay_gains(gains, measure, title)
    return go.Figure(figure["data"], figure["layout"] | {"template": style_figures(look)})


def lay_gains(gains: pl.DataFrame, measure: str = "mentions", title: str = "") -> dict:
    """The same chart as plotly's own JSON, `data` and `layout`, without a template: a page brings its own.

    Raises WorkbookError for another measure.
    """
    if measure not in GAIN_MEASURES:
        raise WorkbookError(f"{measure}: there is no such measure. Choose one of {', '.join(GAIN_MEASURES)}.")
    columns = [pl.col(f"{measure}_{way}").cast(pl.Int64).alias(way) for way in ("in", "out")]
    rows = gains.with_columns(columns).with_columns(net=pl.col("in") - pl.col("out"))
    rows = rows.sort("net", "in", descending=True, maintain_order=True).to_dicts()
    names = [shorten_tag(row["scheme"], row["tag"], row["title"]) for row in rows]
    told = {
        "hovertext": [_tell_gain(name, row) for name, row in zip(names, rows, strict=True)],
        "customdata": [[row["tag"]] for row in rows],
    }
    net = [row["net"] if row["in"] and row["out"] else None for row in rows]
    places = {"x": net, "y": list(range(len(rows)))}
    marks = {"type": "scatter", "name": "put in less struck", "mode": "markers"}
    traces = [
        _bar([row["in"] for row in rows], "put in", **told),
        _bar([-row["out"] for row in rows], "struck", **told),
        marks | places | told | _SHOWN,
    ]
    layout = _lay_out(names, f"← struck    {GAIN_MEASURES[measure]}    put in →")
    entitle(layout, title)
    return {"data": traces, "layout": layout}


def draw_sources(counts: pl.DataFrame, look: str = "light", title: str = "") -> go.Figure:
    """A row a document: places in it that both drafts cite, that the newer one adds, and that it drops.

    `counts` is SOURCE_COUNTS, and rows keep its order. Right of the line stands what the newer draft cites;
    what the older one cited is the first part of it and what stands left of the line.
    """
    figure = lay_sources(counts, title)
    return go.Figure(figure["data"], figure["layout"] | {"template": style_figures(look)})


def lay_sources(counts: pl.DataFrame, title: str = "") -> dict:
    """The same chart as plotly's own JSON, `data` and `layout`, without a template: a page brings its own."""
    rows = counts.to_dicts()
    names = [shorten(row["source"] or "no document named", CHIP) for row in rows]
    told = {"hovertext": [_tell_source(row) for row in rows], "customdata": [[row["source"]] for row in rows]}
    traces = [
        _bar([row["gained"] for row in rows], "gained", base=[row["kept"] for row in rows], **told),
        _bar([-row["lost"] for row in rows], "lost", **told),
        _bar([row["kept"] for row in rows], "kept", **told)
        | {
            "textposition": ["inside" if row["gained"] else "outside" for row in rows],
            "insidetextanchor": "end",
        },
    ]
    layout = _lay_out(names, "← lost    places cited    kept, gained →")
    entitle(layout, title)
    return {"data": traces, "layout": layout}


def _bar(amounts: list[int], name: str, **traits: object) -> dict:
    """One bar a row, with its amount, which has no sign, behind it."""
    return {
        "type": "bar",
        "x": amounts,
        "y": list(range(len(amounts))),
        "name": name,
        "orientation": "h",
        "text": [f"{abs(amount):,}" if amount else "" for amount in amounts],
        "textposition": "outside",
        "cliponaxis": False,
        **_SHOWN,
        **traits,
    }


def _lay_out(names: list[str], axis: str) -> dict:
    layout = lay_rows([escape(name) for name in names], room=26)
    # Each bar says its number, and to the left of the line there is nothing negative.
    layout["xaxis"] |= {"title": {"text": escape(axis)}, "zeroline": True, "showticklabels": False}
    return layout | {"barmode": "overlay", "bargap": 0.3}


def _tell_gain(name: str, row: dict) -> str:
    unknown = {
        what: "" if row[f"{what}_unknown"] is None else f"; of no known hand: {row[f'{what}_unknown']}"
        for what in GAIN_MEASURES
    }
    return "<br>".join(
        [
            escape(name),  # bold would need a style in an attribute, which an exported page forbids
            f"mentions put in: {row['mentions_in']}, in {row['paragraphs_in']} paragraphs",
            f"mentions struck: {row['mentions_out']}, in {row['paragraphs_out']} paragraphs"
            + unknown["mentions"],
            f"words put in where it is spoken of: {row['words_in']}; struck: {row['words_out']}"
            + unknown["words"],
        ]
    )


def _tell_source(row: dict) -> str:
    return "<br>".join(
        [
            escape(row["source"] or "no document named"),
            f"cited in {row['paragraphs_old']} paragraphs, now in {row['paragraphs_new']}",
            f"places kept: {row['kept']}, gained: {row['gained']}, lost: {row['lost']}",
        ]
    )
