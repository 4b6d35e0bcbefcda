"""The chapter on what themes and objectives gain and lose between two drafts."""

import polars as pl

from workbook.app.changes import make_travels
from workbook.app.chapters.asked import Asked


def make_themes(asked: Asked) -> dict:
    """What each objective, topic and principle gains and loses, who inherits it, which words count."""
    from workbook.meaning.travels import ABOUT
    from workbook.show.explorer.bundle import name_pair
    from workbook.show.explorer.chapters.themes import tell_themes
    from workbook.show.gains import add_gains, count_passages, list_mentions

    found = asked.comparison
    is_about = pl.col("scheme").cast(pl.String).is_in(ABOUT)
    tags, terms = found.tags.filter(is_about), found.terms.filter(is_about)
    mentions = list_mentions(found.diffs, tags, found.paragraphs, found.origins)
    travels = make_travels(found)
    return tell_themes(
        add_gains(mentions, found.diffs, tags, terms, found.origins),
        mentions,
        count_passages(travels, terms),
        travels,
        tags,
        terms,
        dict(found.hands.select("hand", "name").iter_rows()),
        (asked.old, asked.new),
        name_pair(found.drafts, asked.old, asked.new),
    )
