"""A comparison -> plain text for a terminal or a message: [-struck-] and {+put in+}."""

from collections.abc import Iterable

import polars as pl

from workbook.schemas import PAIR_KEYS
from workbook.share.claims import Claim
from workbook.show.cards import tell_relations


def write_plain(pairs: pl.DataFrame, diffs: pl.DataFrame, cards: pl.DataFrame | None = None) -> str:
    """One block a pair: the label and what became of it, then its redline where words changed.

    With `cards`, as CARDS, what became of it is told in their sentences.
    """
    marks = (
        pl.when(pl.col("op") == "equal")
        .then("new_text")
        .otherwise(_mark("old_text", "[-", "-]") + _mark("new_text", "{+", "+}"))
    )
    keys = list(PAIR_KEYS)
    redlines = diffs.group_by(keys, maintain_order=True).agg(
        redline=marks.sort_by("span").str.join(), changed=(pl.col("op") != "equal").any()
    )
    rows = tell_relations(pairs).join(redlines, on=keys, how="left", nulls_equal=True, maintain_order="left")
    said = {} if cards is None else {row[:6]: row[6] for row in cards.select(*keys, "sentence").iter_rows()}
    blocks = [
        said.get(
            tuple(row[key] for key in keys),
            f"{row['new_label'] or row['old_label'] or 'unnumbered'}: {row['words']}",
        )
        + (f"\n    {row['redline']}" if row["changed"] else "")
        for row in rows.iter_rows(named=True)
    ]
    return "\n".join(blocks)


def write_ghosts(ghosts: pl.DataFrame) -> str:
    """A line a run of words that was probably struck: where, the words, how surely, why, and the seam."""
    lines = [
        f"{row['label'] or 'unnumbered'}: [-{row['words']}-]  probably struck ({row['surety']:.2f} of 1): "
        f"{row['reason']}; {row['later_label'] or 'there'} has “{row['seam']}”"
        for row in ghosts.iter_rows(named=True)
    ]
    counted = (
        f"{len(lines)} places where words were probably struck. This is inferred, and may be wrong: "
        "the figures are our estimates, from texts whose changes we made or judged ourselves."
    )
    return "\n".join([*lines, *([""] if lines else []), counted])


def write_agreement(agreement: pl.DataFrame, differences: pl.DataFrame) -> str:
    """A line a measure, then a line a place where two readings of one text differ, with its reason."""
    lines = [
        f"{share:.1%} of {words:,} {counted}: {compared}"
        for compared, counted, words, _agreed, share in agreement.iter_rows()
    ]
    lines.append("This is consistency, not accuracy: two readings can agree and both be wrong.")
    places = [
        f"{old or new}: [-{was}-] {{+{now}+}}  {reason or 'no reason noted'}"
        for old, new, was, now, reason in differences.iter_rows()
    ]
    return "\n".join([*lines, "", f"{len(places)} places where they differ:", *places])


def write_checked(checked: Iterable[tuple[Claim, list[str], list[str]]]) -> str:
    """A block a claim: its id, whether it holds, its sentence; why not; what changed round it."""
    lines, held, count = [], 0, 0
    for claim, reasons, notes in checked:
        count, held = count + 1, held + (not reasons)
        lines.append(f"{' '.join(claim['id'].split())}: {'no longer holds' if reasons else 'holds'}")
        said = [claim["sentence"], *(f"no longer holds: {reason}" for reason in reasons)]
        # A card may come from anybody: whatever it says stays on its own line.
        lines += [f"    {' '.join(words.split())}" for words in (*said, *(f"note: {note}" for note in notes))]
    return "\n".join([*lines, "", f"{held} of {count} {'claim' if count == 1 else 'claims'} hold."])


def _mark(column: str, opening: str, closing: str) -> pl.Expr:
    return pl.when(pl.col(column) == "").then(pl.lit("")).otherwise(opening + pl.col(column) + closing)
