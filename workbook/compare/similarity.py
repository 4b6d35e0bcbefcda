"""PARAGRAPHS of two drafts -> SIMILARITY: each old paragraph beside each new one that shares its words."""

import polars as pl

from workbook.compare.evidence import number_runs, weigh_links
from workbook.compare.words import split_words
from workbook.schemas import SIMILARITY, conform
from workbook.text.paragraphs import body_of


def weigh_similarity(paragraphs: pl.DataFrame, old: str, new: str) -> pl.DataFrame:
    """One row for each old and new paragraph that share wording which is not boilerplate.

    `score` is the larger of two shares, 0 to 1: how much of the old paragraph's wording the new one
    has, and how much of the new one's the old one has; rarer runs of three words weigh more. It is
    what the pairing weighs first, before numbers and order. Ordered by old, then new position.
    """
    before, after = (body_of(paragraphs, draft).sort("position") for draft in (old, new))
    words = [[split_words(text) for text in body["text"]] for body in (before, after)]
    evidence = weigh_links(number_runs(*words))
    return pl.DataFrame(
        {
            "old_position": before["position"].gather(evidence.old),
            "new_position": after["position"].gather(evidence.new),
            "score": pl.Series(evidence.share).clip(0, 1),  # rounding may pass 1 by a hair
        }
    ).pipe(conform, SIMILARITY)
