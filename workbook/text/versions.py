"""Which version of a text somebody saw: a short name for its very words."""

import hashlib

import polars as pl

# Of 32 bits: two versions of one text have the same name once in four thousand million.
DIGITS = 8


def name_version(paragraphs: pl.DataFrame, draft: str) -> str:
    """Eight hexadecimal digits that change with any word, number or order of a draft's PARAGRAPHS.

    The first digits of a SHA-256 over kinds, labels and texts. They tell that a text changed, and no more:
    who wants proof compares the files.
    """
    digest = hashlib.sha256()
    own = paragraphs.filter(pl.col("draft") == draft).sort("position")
    for row in own.select(pl.col("kind").cast(pl.String), "label", "text").iter_rows():
        for cell in row:
            raw = (cell or "").encode()
            digest.update(len(raw).to_bytes(8, "big") + raw)
    return digest.hexdigest()[:DIGITS]
