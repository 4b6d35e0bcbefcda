"""DIFFS -> HTML that is safe to show: every word of a draft is escaped, and no attribute holds one.

Deletion comes before insertion. What colour and line say to the eye, hidden words say to a screen reader:
"deleted ... end deleted, inserted ... end inserted". Changes of form (case, commas, spaces) stay quiet.
"""

import html

import polars as pl

from workbook.schemas import PAIR_KEYS, Schema, conform

REDLINES: Schema = PAIR_KEYS | {"html": pl.String}


def write_redlines(diffs: pl.DataFrame) -> pl.DataFrame:
    """One row a pair: its six keys and `html`, its word diff as safe HTML without a wrapping element."""
    return (
        diffs.with_columns(
            pl.struct("op", "old_text", "new_text", "weight")
            .map_elements(lambda span: write_span(**span), return_dtype=pl.String)
            .alias("html")
        )
        .group_by(list(PAIR_KEYS), maintain_order=True)
        .agg(pl.col("html").sort_by("span").str.join())
        .pipe(conform, REDLINES)
    )


def write_redline(spans: pl.DataFrame) -> str:
    """The rows of DIFFS of one pair as safe HTML."""
    return "".join(write_span(*span) for span in spans.sort("span").select(
        "op", "old_text", "new_text", "weight").iter_rows())  # fmt: skip


def write_span(op: str, old_text: str | None, new_text: str | None, weight: str) -> str:
    """One span as HTML: plain, or <del> before <ins>; `class="form"` where only the form differs."""
    if op == "equal":
        return html.escape(new_text or "")
    quiet = weight == "form"
    inserted = mark("ins", "inserted", new_text, quiet)
    if not old_text or not new_text:
        return mark("del", "deleted", old_text, quiet) + inserted
    # Spaces behind deleted words would double those behind the inserted ones; one space parts the two.
    between = "" if quiet or new_text[0].isspace() else " "
    return mark("del", "deleted", old_text.rstrip(), quiet) + between + inserted


def mark(element: str, said: str, text: str | None, quiet: bool) -> str:
    """The text in <del> or <ins>, with hidden words that say which; empty for no text."""
    words = (text or "").strip()
    if not words:
        return text or ""
    before, after = text.split(words, 1)  # spaces round the words stay outside the mark
    return before + wrap(element, said, html.escape(words), quiet) + after


def wrap(element: str, said: str, words: str, quiet: bool) -> str:
    """Escaped words in their element."""
    if quiet:
        # Read aloud, a changed comma would only be noise: the new form alone is heard.
        heard = ' aria-hidden="true"' if element == "del" else ""
        return f'<{element} class="form"{heard}>{words}</{element}>'
    opening, closing = (f'<span class="unseen">{heard}</span>' for heard in (f"{said} ", f" end {said}, "))
    return f"<{element}>{opening}{words}{closing}</{element}>"
