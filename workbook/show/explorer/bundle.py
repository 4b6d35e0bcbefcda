"""The frames of one comparison -> one JSON-able dict, all that the explorer's page needs.

Words from a draft stay plain text in it: the page shows them through `textContent` alone.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import repeat

import polars as pl

from workbook.schemas import HANDS, ORIGINS, PAIR_KEYS, PAIRS, frame_of
from workbook.show.cards import caution_draft, tell_relations
from workbook.show.counts import AMOUNTS, count_changes, name_tags, place_words
from workbook.show.explorer.beside import Beside
from workbook.show.explorer.drawn import list_figures
from workbook.show.explorer.kinds import list_kinds, name_kinds
from workbook.show.explorer.marked import list_marks, read_lines
from workbook.show.explorer.promises import Promises
from workbook.show.explorer.struck import Struck
from workbook.show.explorer.whose import Whose
from workbook.show.style import CELL, MEASURES, shorten_section, shorten_tag, style_figures
from workbook.show.trails import HONEST

# Hedges and boosters are counted elsewhere; here a tag says what a paragraph is about.
SCHEMES = ["objective", "principle", "theme"]
KEYS = list(PAIR_KEYS)
PAIRED = [name for name in PAIRS if not name.endswith("_draft")]
# Two paragraphs that share less than this say nothing to the eye; leaving them out keeps the page small.
FAINT = 0.05
Rows = list[dict]


def bundle_comparison(
    old: str,
    new: str,
    *,
    drafts: pl.DataFrame,
    runs: pl.DataFrame,
    paragraphs: pl.DataFrame,
    pairs: pl.DataFrame,
    diffs: pl.DataFrame,
    tags: pl.DataFrame,
    terms: pl.DataFrame,
    similarity: pl.DataFrame,
    hands: pl.DataFrame | None = None,
    origins: pl.DataFrame | None = None,
    ghosts: pl.DataFrame | None = None,
    trail: pl.DataFrame | None = None,
    own_scale: bool = False,
    cards: pl.DataFrame | None = None,
    comments: pl.DataFrame | None = None,
    notices: pl.DataFrame | None = None,
    left_out: Sequence[str] = (),
    folder: str = "",
) -> dict:
    """Everything about one pair of drafts that the page shows, as plain dicts, lists, words and numbers.

    `rows` has one a pair of paragraphs, in the order of PAIRS; `told` what marks say of changes, `printed`
    the two files as printed, `marks` what hands did to them, `struck` words of the older one that were
    probably struck (None where nobody asked), `doubts` what their readers had to guess, `left_out` which
    files in `folder` are no drafts, and why. `src/types.js` says what stands under each of the other keys.
    """
    terms, tags = (frame.filter(pl.col("scheme").is_in(SCHEMES)) for frame in (terms, tags))
    counts = count_changes(diffs, tags, paragraphs, terms, origins)
    whose = find_whose(origins, hands, drafts.filter(pl.col("draft").is_in([old, new])))
    struck, beside = Struck(ghosts, paragraphs, runs, drafts), Beside(drafts, runs, comments, notices)
    sides, promises = (("old", old), ("new", new)), Promises(trail, whose.names, own_scale)
    rows = list_rows(paragraphs, pairs, diffs, group_tags(tags, terms), whose, struck, beside, promises)
    return {
        "old": old,
        "new": new,
        "drafts": list_drafts(drafts),
        "rows": say_rows(rows, cards),
        "sections": list_sections(diffs, paragraphs),
        "tags": list_tags(terms),
        "counts": list_counts(counts),
        "measures": MEASURES,
        "kinds": name_kinds(own_scale),
        "cell": CELL,
        "hands": whose.list_hands(),
        "told": whose.list_told(),
        "backwards": whose.backwards,
        "similarity": list_similarity(similarity),
        "printed": {side: read_lines(runs, drafts, draft) for side, draft in sides},
        "marks": {side: read_marks(runs, drafts, draft, whose, folder) for side, draft in sides},
        "struck": struck.listed,
        "figures": list_figures(counts, paragraphs, old, new, SCHEMES, name_pair(drafts, old, new)),
        "doubts": beside.list_doubts(old, new),
        "left_out": list(left_out),
        "honest": HONEST,
        "templates": {look: style_figures(look) for look in ("light", "dark")},
    }


def say_rows(rows: Rows, cards: pl.DataFrame | None) -> Rows:
    """The rows, each with its sentence in `said`; CARDS have theirs in the order of the rows."""
    sentences = repeat("") if cards is None else cards["sentence"]
    return [row | {"said": said} for row, said in zip(rows, sentences, strict=False)]


def name_pair(drafts: pl.DataFrame, old: str, new: str) -> str:
    """The titles of the two drafts, as a chart bears them."""
    titles = {draft: title or draft for draft, title in drafts.select("draft", "title").iter_rows()}
    return f"{titles.get(old, old)} → {titles.get(new, new)}"


def find_whose(origins: pl.DataFrame | None, hands: pl.DataFrame | None, drafts: pl.DataFrame) -> Whose:
    """Whose changes they are; nobody's, where no origins are given."""
    told = frame_of([], ORIGINS) if origins is None else origins
    named = frame_of([], HANDS) if hands is None else hands
    return Whose(told, named, reconstructed="reconstructed" in drafts["status"].to_list())


def list_drafts(drafts: pl.DataFrame) -> Rows:
    """The drafts to choose from: draft, title, date, status, what it is, and its caution."""
    return [
        {
            "draft": row["draft"],
            "title": row["title"] or row["draft"],
            "date": row["date"].isoformat() if row["date"] else "",
            "status": row["status"] or "",
            "about": row["source"] or "",
            "caution": caution_draft(row["status"], row["file"]),
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


def list_counts(counts: pl.DataFrame) -> list[list]:
    """The cells of the heatmaps that hold a paragraph: tag, section, paragraphs, touched, the AMOUNTS, and
    the words of no known hand (null where no mark tells of hands).

    Tag and section are given as places in `tags` and `sections`, which list them in the same order.
    """
    tags, sections = {}, {}
    cells = []
    for scheme, tag, section, *amounts in counts.select(
        "scheme", "tag", "section", "paragraphs", "touched", *AMOUNTS, "words_unknown"
    ).iter_rows():
        place = [tags.setdefault((scheme, tag), len(tags)), sections.setdefault(section, len(sections))]
        if amounts[0]:
            cells.append([*place, *amounts])
    return cells


def list_similarity(similarity: pl.DataFrame) -> list[list]:
    """The pairs of paragraphs that share wording: old position, new position, percent."""
    percent = (pl.col("score") * 100).round().cast(pl.UInt8)
    shown = similarity.filter(pl.col("score") >= FAINT)
    return [list(row) for row in shown.select("old_position", "new_position", percent).iter_rows()]


def read_marks(
    runs: pl.DataFrame, drafts: pl.DataFrame, draft: str, whose: Whose, folder: str
) -> dict | None:
    """What hands did to the printed words of a draft's file; None where nobody did anything."""
    return list_marks(runs, drafts, draft, whose.name_hands(drafts, draft), folder)


def list_rows(
    paragraphs: pl.DataFrame,
    pairs: pl.DataFrame,
    diffs: pl.DataFrame,
    tags: dict[tuple, list],
    whose: Whose,
    struck: Struck | None = None,
    beside: Beside | None = None,
    promises: Promises | None = None,
) -> Rows:
    """One dict a pair of paragraphs, in the order of PAIRS; a fragment is a link of the row it feeds."""
    told = tell_relations(pairs).select("words", "label_reused").to_dicts()
    amounts = {key_of(row): row for row in place_words(diffs, paragraphs).to_dicts()}
    places = {
        (draft, position): (section, first, last)
        for draft, position, section, first, last in paragraphs.select(
            "draft", "position", "section", "first_line", "last_line"
        ).iter_rows()
    }
    spans, links = group_spans(diffs, whose), defaultdict(list)
    rows = []
    for at, (row, relation) in enumerate(zip(pairs.to_dicts(), told, strict=True)):
        card = {"at": at, **{name: row[name] for name in PAIRED}, **relation}
        if row["relation"] == "fragment":
            links[row["new_position"]].append(card)
            continue
        side = "old" if row["new_position"] is None else "new"
        subject = (row[f"{side}_draft"], row[f"{side}_position"])
        measured = amounts.get(key_of(row)) or {"section": places[subject][0]}
        card |= {"section": measured["section"], "amounts": [measured.get(name, 0) for name in AMOUNTS]}
        key = key_of(row)
        card |= {"spans": spans[key], "tags": tags[subject], "hands": whose.of_pair(key)}
        card["struck"] = struck.in_row(row["old_position"], spans[key]) if struck else []
        card["lines"] = {
            each: list(places.get((row[f"{each}_draft"], row[f"{each}_position"]), ())[1:])
            for each in ("old", "new")
        }
        card["promises"] = promises.of_pair(key) if promises else []
        card["comments"] = beside.in_row(row, card["lines"]) if beside else []
        rows.append(card)
    for card in rows:
        card["links"] = links[card["new_position"]] if card["new_position"] is not None else []
        card["kinds"] = list_kinds(card)
    return rows


def group_spans(diffs: pl.DataFrame, whose: Whose) -> dict[tuple, list]:
    """The word diff of each pair: equal words alone, else [taken out, put in], with a 1 behind for form.

    Where marks tell of hands, a 0 or 1 and the stretches of both sides follow: [length, place in `told`].
    """
    spans = defaultdict(list)
    for row in diffs.sort("span", maintain_order=True).to_dicts():
        old, new = row["old_text"] or "", row["new_text"] or ""
        form = row["weight"] == "form"
        changed = [old, new, 1] if form else [old, new]
        if whose.told and row["op"] != "equal":
            changed = [old, new, int(form), *whose.of_span(key_of(row), row["span"], old, new)]
        spans[key_of(row)].append(new if row["op"] == "equal" else changed)
    return spans


def group_tags(tags: pl.DataFrame, terms: pl.DataFrame) -> dict[tuple, list]:
    """The tags of each paragraph, as places in `terms`' tags, each with the words that matched, each once."""
    places = {(row["scheme"], row["tag"]): at for at, row in enumerate(name_tags(terms).to_dicts())}
    found = defaultdict(lambda: defaultdict(dict))
    for row in tags.sort("start", maintain_order=True).to_dicts():
        at = places[(row["scheme"], row["tag"])]
        found[(row["draft"], row["position"])][at][row["match"]] = None
    listed = {subject: [[at, list(tagged[at])] for at in sorted(tagged)] for subject, tagged in found.items()}
    return defaultdict(list, listed)


def key_of(row: dict) -> tuple:
    """The six keys of a row's pair."""
    return tuple(row[name] for name in KEYS)
