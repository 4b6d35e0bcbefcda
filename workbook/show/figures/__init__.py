"""The figures, one file a kind of chart: frames -> plotly Figures."""

from workbook.show.figures.bars import draw_gains, draw_sources
from workbook.show.figures.flow import draw_flow
from workbook.show.figures.heatmaps import draw_changes, draw_similarity
from workbook.show.figures.trail import draw_trail

__all__ = ["draw_changes", "draw_flow", "draw_gains", "draw_similarity", "draw_sources", "draw_trail"]
