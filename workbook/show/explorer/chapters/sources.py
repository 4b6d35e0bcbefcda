"""What the page's tab on sources shows of two drafts: what each paragraph cites, kept, gained and lost."""

import polars as pl

from workbook.schemas import PAIR_KEYS

Rows = list[dict]


def tell_sources(
    changes: pl.DataFrame,
    counts: pl.DataFrame,
    pairs: pl.DataFrame,
    documents: pl.DataFrame,
    pinpoints: pl.DataFrame,
    references: pl.DataFrame,
    title: str,
) -> dict:
    """The chapter: `documents` with their counts, `rows` a pair of paragraphs, the `figure`, rules and helps.

    `changes` are SOURCE_CHANGES, `counts` their SOURCE_COUNTS; `documents`, `pinpoints` and `references` are
    the lists of what is known. A row's places are [change, document, place, scheme, tag, doubt, bracket], the
    document and the bracket as places in `documents` and `brackets`.
    """
    return {
        "whole": count_citing(changes, pairs),
        "documents": list_documents(counts, documents),
        "brackets": (brackets := changes["printed"].unique(maintain_order=True).to_list()),
        "rows": list_rows(changes, counts["source"].to_list(), brackets),
        "rules": list_rules(pinpoints),
        "helps": list_helps(references, counts, documents),
        "figure": draw_counts(counts, title),
    }


def count_citing(changes: pl.DataFrame, pairs: pl.DataFrame) -> dict[str, list[int]]:
    """How many paragraphs of each draft cite anything, and of how many."""
    return {
        side: [
            changes.filter(pl.col("change") != other)[f"{side}_position"].drop_nulls().n_unique(),
            pairs[f"{side}_position"].drop_nulls().n_unique(),
        ]
        for side, other in (("old", "gained"), ("new", "lost"))
    }


def list_documents(counts: pl.DataFrame, documents: pl.DataFrame) -> Rows:
    """Each document that is cited: its name, what that stands for, and its numbers."""
    known = {row["source"]: row for row in documents.to_dicts()}
    return [
        row | {name: known.get(row["source"], {}).get(name, "") for name in ("symbol", "title")}
        for row in counts.to_dicts()
    ]


def list_rows(changes: pl.DataFrame, documents: list[str], brackets: list[str]) -> Rows:
    """The pairs of paragraphs that cite anything, with the places that they cite."""
    rows: dict[tuple, dict] = {}
    numbers = {printed: at for at, printed in enumerate(brackets)}
    for change in changes.to_dicts():
        key = tuple(change[name] for name in PAIR_KEYS)
        kept = ("old_position", "old_label", "new_position", "new_label")
        row = rows.setdefault(key, {name: change[name] for name in kept} | {"places": []})
        place = [change["pinpoint"], change["scheme"] or "", change["tag"], change["doubt"]]
        document = documents.index(change["source"])
        row["places"].append([change["change"], document, *place, numbers[change["printed"]]])
    return list(rows.values())


def list_rules(pinpoints: pl.DataFrame) -> list[str]:
    """What places of a document stand for, in words."""
    led = pinpoints.filter(pl.col("scheme") != "", pl.col("note") != "")
    return [
        f"{row['source']} {row['kind']} {_tell_range(row['first'], row['last'])}: {row['note']}"
        for row in led.to_dicts()
    ]


def _tell_range(first: int, last: int) -> str:
    return str(first) if first == last else f"{first} to {last}"


def list_helps(references: pl.DataFrame, counts: pl.DataFrame, documents: pl.DataFrame) -> Rows:
    """The texts that would help as a reference, where they are published, and how often they are cited."""
    names = {row["symbol"]: row["source"] for row in documents.to_dicts() if row["symbol"]}
    cited = dict(counts.select("source", "paragraphs_new").iter_rows())
    return [
        row | {"cited": cited.get(names.get(row["symbol"], row["symbol"]), 0)}
        for row in references.to_dicts()
    ]


def draw_counts(counts: pl.DataFrame, title: str) -> dict | None:
    """The figure as plotly's own JSON; None where nothing is cited."""
    from workbook.show.figures.bars import lay_sources  # plotly loads when first needed

    return None if counts.is_empty() else lay_sources(counts, title)
