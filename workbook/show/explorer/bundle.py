"""The frames of one comparison -> one JSON-able dict, all that the explorer's page needs.

Words from a draft stay plain text in it: the page shows them through `textContent` alone.
"""

import json
from collections import defaultdict

import polars as pl

from workbook.schemas import PAIR_KEYS
from workbook.show.cards import caution_draft, tell_relations
from workbook.show.counts import AMOUNTS, count_changes, name_tags, place_words
from workbook.show.style import shorten_section, shorten_tag, style_figures

# Hedges and boosters are counted elsewhere; here a tag says what a paragraph is about.
SCHEMES = ["objective", "principle", "theme"]
KEYS = list(PAIR_KEYS)
SHOWN = ["old_label", "new_label", "relation", "moved", "renumbered", "matched_by"]
Rows = list[dict]


def bundle_comparison(
    old: str,
    new: str,
    *,
    drafts: pl.DataFrame,
    paragraphs: pl.DataFrame,
    pairs: pl.DataFrame,
    diffs: pl.DataFrame,
    tags: pl.DataFrame,
    terms: pl.DataFrame,
) -> dict:
    """Everything about one pair of drafts that the page shows, as plain dicts, lists, words and numbers.

    Keys: old, new (draft ids), drafts, rows (one a pair of paragraphs, in the order of PAIRS), sections,
    tags, counts (COUNTS of objectives), figure and templates (plotly JSON).
    """
    terms = terms.filter(pl.col("scheme").is_in(SCHEMES))
    tags = tags.filter(pl.col("scheme").is_in(SCHEMES))
    counts = count_changes(diffs, tags, paragraphs, terms)
    return {
        "old": old,
        "new": new,
        "drafts": list_drafts(drafts),
        "rows": list_rows(paragraphs, pairs, diffs, tags),
        "sections": list_sections(diffs, paragraphs),
        "tags": list_tags(terms),
        "counts": counts.filter(pl.col("scheme") == "objective").drop("title").to_dicts(),
        "figure": list_figure(counts),
        "templates": {look: style_figures(look) for look in ("light", "dark")},
    }


def list_drafts(drafts: pl.DataFrame) -> Rows:
    """The drafts to choose from: draft, title, date, status and the caution that goes with it."""
    return [
        {
            "draft": row["draft"],
            "title": row["title"] or row["draft"],
            "date": row["date"].isoformat() if row["date"] else "",
            "status": row["status"] or "",
            "caution": caution_draft(row["status"]),
        }
        for row in drafts.to_dicts()
    ]


def list_sections(diffs: pl.DataFrame, paragraphs: pl.DataFrame) -> Rows:
    """The sections that hold a compared paragraph, in document order, with their short names."""
    sections = place_words(diffs, paragraphs).sort("gone", "position")["section"].unique(maintain_order=True)
    return [{"section": section, "short": shorten_section(section)} for section in sections]


def list_tags(terms: pl.DataFrame) -> Rows:
    """The objectives, principles and themes, each with its title and its short name."""
    return [row | {"short": shorten_tag(**row)} for row in name_tags(terms).to_dicts()]


def list_figure(counts: pl.DataFrame) -> dict:
    """The heatmap as plotly's own JSON, without a template: the page adds the one for its look."""
    from workbook.show.figures import draw_changes  # plotly loads when first needed

    figure = json.loads(draw_changes(counts).to_json())
    figure["layout"].pop("template", None)
    return figure


def list_rows(paragraphs: pl.DataFrame, pairs: pl.DataFrame, diffs: pl.DataFrame, tags: pl.DataFrame) -> Rows:
    """One dict a pair of paragraphs, in the order of PAIRS; a fragment is a link of the row it feeds."""
    told = {key_of(row): row["words"] for row in tell_relations(pairs).to_dicts()}
    amounts = {key_of(row): measure(row) for row in place_words(diffs, paragraphs).to_dicts()}
    places = paragraphs.select("draft", "position", "section").iter_rows()
    empty = {(draft, position): measure({"section": section}) for draft, position, section in places}
    spans, found, links = group_spans(diffs), group_tags(tags), defaultdict(list)
    for row in pairs.filter(pl.col("relation") == "fragment").to_dicts():
        links[row["new_position"]].append(told[key_of(row)])
    rows = []
    for row in pairs.filter(pl.col("relation") != "fragment").to_dicts():
        key, side = key_of(row), "old" if row["new_position"] is None else "new"
        subject = (row[f"{side}_draft"], row[f"{side}_position"])
        card = {name: row[name] for name in SHOWN} | {"words": told[key]}
        card |= {"paragraph": f"{side} {subject[1]}", "spans": spans[key], "tags": found[subject]}
        card["links"] = links[row["new_position"]] if side == "new" else []
        rows.append(card | amounts.get(key, empty[subject]))
    return rows


def measure(row: dict) -> dict:
    """Where a pair stands, how many words it has, old and new together, and how many of them changed."""
    old, new, put_in, taken_out = (row.get(name, 0) for name in AMOUNTS)
    return {"section": row["section"], "words_all": old + new, "words_changed": put_in + taken_out}


def group_spans(diffs: pl.DataFrame) -> dict[tuple, Rows]:
    """The word diff of each pair; what is equal is given once."""
    spans = defaultdict(list)
    for row in diffs.sort("span", maintain_order=True).to_dicts():
        old = "" if row["op"] == "equal" else row["old_text"] or ""
        spans[key_of(row)].append(
            {"op": row["op"], "old": old, "new": row["new_text"] or "", "form": row["weight"] == "form"}
        )
    return spans


def group_tags(tags: pl.DataFrame) -> dict[tuple, Rows]:
    """The tags of each paragraph with the words that matched, each once."""
    found = defaultdict(dict)
    number = pl.col("tag").str.to_integer(strict=False)
    for row in tags.sort("scheme", number, "tag", "start", maintain_order=True).to_dicts():
        words = found[(row["draft"], row["position"])].setdefault((row["scheme"], row["tag"]), {})
        words[row["match"]] = None
    listed = {
        subject: [
            {"scheme": scheme, "tag": tag, "matches": list(words)} for (scheme, tag), words in tagged.items()
        ]
        for subject, tagged in found.items()
    }
    return defaultdict(list, listed)


def key_of(row: dict) -> tuple:
    """The six keys of a row's pair."""
    return tuple(row[name] for name in KEYS)
