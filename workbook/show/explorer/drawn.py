"""The heatmaps of the explorer as plotly's own JSON."""

import json

import polars as pl

from workbook.schemas import SIMILARITY


def list_figures(
    counts: pl.DataFrame, paragraphs: pl.DataFrame, old: str, new: str, schemes: list[str], title: str
) -> dict:
    """The heatmaps of these schemes and of similarity, without cells or template: the page adds them."""
    from workbook.show.figures import draw_changes, draw_similarity  # plotly loads when first needed

    figures = {scheme: draw_changes(counts, scheme, look=None, title=title) for scheme in schemes}
    empty = pl.DataFrame(schema=SIMILARITY)
    figures["similarity"] = draw_similarity(empty, paragraphs.clear(), old, new, look=None, title=title)
    return {name: empty_figure(json.loads(figure.to_json())) for name, figure in figures.items()}


def empty_figure(figure: dict) -> dict:
    """A figure without what the page fills in itself."""
    figure["layout"].pop("template", None)
    for name in ("z", "customdata", "hovertext"):
        figure["data"][0].pop(name, None)
    return figure
