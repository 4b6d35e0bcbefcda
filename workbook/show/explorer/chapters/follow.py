"""What the tab "Follow a paragraph" shows: paragraphs through all drafts, their links, what each holds."""

from collections import defaultdict
from itertools import groupby

import polars as pl

from workbook.schemas import ORIGINS, frame_of
from workbook.show.explorer.bundle import SCHEMES, list_drafts
from workbook.show.explorer.chapters.follow_pairs import Sayings, list_pairs
from workbook.show.explorer.whose import RECONSTRUCTED, Whose
from workbook.show.figures.boxes import find_kind, lay_flow
from workbook.show.flows import tell_links
from workbook.show.style import RUNGS, shorten_tag
from workbook.text.labels import CANONICAL
from workbook.text.read.remarks import NOT_KNOWN

Place = tuple[str, int]  # draft and position
Rows = list[dict]


def tell_follow(
    *,
    drafts: pl.DataFrame,
    paragraphs: pl.DataFrame,
    trace: pl.DataFrame,
    seen: pl.DataFrame,
    pairs: pl.DataFrame,
    diffs: pl.DataFrame,
    origins: pl.DataFrame,
    hands: pl.DataFrame,
    tags: pl.DataFrame,
    terms: pl.DataFrame,
    clauses: pl.DataFrame,
    sources: pl.DataFrame,
    figure: dict | None = None,
    own_scale: bool = False,
) -> dict:
    """The chapter: the drafts in the order of their rows, each with the boxes of its paragraphs.

    `pairs` and `diffs` hold the comparisons that redlines are made from, older drafts before newer ones;
    `origins` those of neighbours. Keys: drafts, texts and said (each text and each sentence once), links,
    rows (the chains, each a row of the table, in the order of the document), tags, told and hands (whose
    words, as in a bundle), pairs, figure, rungs (their names), own_scale (whether a reader changed the scale)
    and spellings (of the suffixes of labels). `src/follow/types.js` says what stands in each.
    """
    texts, said, order = Sayings(), Sayings(), drafts["draft"].to_list()
    names = _name_hands(drafts, hands)
    parts = _Parts(seen, tags, terms, clauses, sources, names, order, said)
    whose = Whose(origins if len(origins) else frame_of([], ORIGINS), _as_read(hands, drafts), False)
    boxes = _list_boxes(paragraphs, trace, parts, texts)
    links = [
        _tell_link(row, order, said) for row in tell_links(trace).iter_rows(named=True) if row["old_draft"]
    ]
    compared = list_pairs(pairs, diffs, paragraphs, whose, order, said)
    return {
        "drafts": [row | {"boxes": boxes[row["draft"]]} for row in list_drafts(drafts)],
        "links": links,
        "rows": order_chains(trace),
        "tags": parts.listed,
        "pairs": compared,
        "texts": texts.listed,
        "said": said.listed,
        "told": whose.list_told(),
        "hands": whose.list_hands(),
        "figure": figure,
        "rungs": {str(rung): name.replace("<br>", " ") for rung, name in RUNGS.items()},
        "own_scale": own_scale,
        "spellings": {
            spelling: canonical for spelling, canonical in CANONICAL.items() if spelling != canonical
        },
    }


def order_chains(trace: pl.DataFrame) -> list[int]:
    """The chains in the order of the document; what is gone stands behind what it last stood behind."""
    columns = defaultdict(list)
    stands = trace.drop_nulls("position").unique(["draft", "position"], maintain_order=True)
    for draft, chain in stands.sort("position", maintain_order=True).select("draft", "chain").iter_rows():
        columns[draft].append(chain)
    ordered: list[int] = []
    for draft in reversed(trace["draft"].unique(maintain_order=True).to_list()):
        at = 0
        for chain in columns[draft]:
            if chain in ordered:
                at = ordered.index(chain) + 1
            else:
                ordered.insert(at, chain)
                at += 1
    return ordered


def _name_hands(drafts: pl.DataFrame, hands: pl.DataFrame) -> dict[tuple[str, str], str]:
    """Who a hand in a draft is, for people; a reading made by judgement says so behind the name."""
    named = {(file, hand): name for file, hand, name in hands.iter_rows()}
    return {
        (row["draft"], hand): name + RECONSTRUCTED * (row["status"] == "reconstructed")
        for row in drafts.to_dicts()
        for (file, hand), name in named.items()
        if file == row["file"]
    }


def _as_read(hands: pl.DataFrame, drafts: pl.DataFrame) -> pl.DataFrame:
    """HANDS with the names that people read."""
    judged = drafts.filter(pl.col("status") == "reconstructed")["file"].unique().to_list()
    suffix = pl.when(pl.col("file").is_in(judged)).then(pl.lit(RECONSTRUCTED)).otherwise(pl.lit(""))
    return hands.with_columns(name=pl.col("name") + suffix)


def _list_boxes(
    paragraphs: pl.DataFrame, trace: pl.DataFrame, parts: "_Parts", texts: Sayings
) -> dict[str, Rows]:
    """The paragraphs of each draft, in their order: what a box is, and what it holds."""
    boxes: dict[str, Rows] = defaultdict(list)
    told = {row[:2]: row[2:] for row in paragraphs.select("draft", "position", "section", "text").iter_rows()}
    for (draft, position), box in lay_flow(trace).boxes.items():
        section, text = told[draft, position]
        boxes[draft].append(
            {
                "position": position,
                "label": box.label,
                "section": section,
                "chain": box.chain,
                "text": texts.place(text),
                "words": box.words,
                "share": round(box.share, 2),
                "new": box.new,
                "gone": box.gone,
                **parts.tell((draft, position)),
            }
        )
    return boxes


def _tell_link(row: dict, order: list[str], said: Sayings) -> dict:
    """One link of TRACE: between which boxes, what it is, how surely and why."""
    return {
        "to": order.index(row["draft"]),  # the older box stands in the column before
        "old": row["old_position"],
        "new": row["position"],
        "kind": find_kind(row),
        "told": said.place(row["told"]),
        "score": round(row["score"], 2),
        "why": said.place(row["matched_by"]),
        "announced": row["announced"],
        "misleads": row["label_words_differ"],
        "carried": row["carried"],
    }


class _Parts:
    """What paragraphs hold: the ages of their words, clauses, tags and sources."""

    def __init__(
        self,
        seen: pl.DataFrame,
        tags: pl.DataFrame,
        terms: pl.DataFrame,
        clauses: pl.DataFrame,
        sources: pl.DataFrame,
        names: dict[tuple[str, str], str],
        order: list[str],
        said: Sayings,
    ) -> None:
        self._names, self._order, self._said = names, order, said
        self._seen, self._clauses, self._sources = (_group(each) for each in (seen, clauses, sources))
        about = pl.col("scheme").cast(pl.String).is_in(SCHEMES)
        self._tags, self._marks = _group(tags.filter(about)), _group(tags.filter(~about))
        used = tags.filter(about).select("scheme", "tag").unique()
        titles = terms.unique(["scheme", "tag"], maintain_order=True).select("scheme", "tag", "title")
        kept = titles.join(used, on=["scheme", "tag"], how="semi", maintain_order="left").to_dicts()
        self._places = {(row["scheme"], row["tag"]): at for at, row in enumerate(kept)}
        self.listed = [
            {"scheme": row["scheme"], "tag": row["tag"], "short": shorten_tag(**row)} for row in kept
        ]

    def tell(self, place: Place) -> dict:
        """Keys of a box: seen, clauses, tags, sources."""
        found = defaultdict(dict)
        for row in self._tags[place]:
            found[self._places[row["scheme"], row["tag"]]][row["match"]] = None
        cited = [f"{row['source']} {row['pinpoint']}".strip() for row in self._sources[place]]
        return {
            "seen": [self._tell_words(row) for row in self._seen[place]],
            "clauses": [self._tell_clause(row, self._marks[place]) for row in self._clauses[place]],
            "tags": [[at, list(found[at])] for at in sorted(found)],
            "sources": list(dict.fromkeys(cited)),
        }

    def _tell_words(self, row: dict) -> list:
        """How many code points; first seen: draft, number; gone in between; last seen; whose they are."""
        first, last = (self._order.index(row[f"{end}_draft"]) for end in ("first", "last"))
        label = self._said.place(row["first_label"])
        return [row["end"] - row["start"], first, label, int(row["returned"]), last, self._tell_whose(row)]

    def _tell_whose(self, row: dict) -> int:
        if row["grade"] is None:
            return self._said.place("")
        name = self._names.get((row["first_draft"], row["hand"]), row["hand"])
        known = f"{name} ({row['grade']})" if row["hand"] and row["grade"] != "unknown" else NOT_KNOWN
        return self._said.place(known)

    def _tell_clause(self, row: dict, marks: Rows) -> list:
        """Start, end, phrase, rung, the other verb's rung, whether the act is listed, caveats, emphases."""
        # A verb that softens is told as the clause's own phrase.
        inside = [mark for mark in marks if row["start"] <= mark["start"] < row["end"]]
        own = [mark for mark in inside if mark["match"] not in row["phrase"]]
        words = [
            [mark["match"] for mark in own if mark["scheme"] == scheme] for scheme in ("hedge", "booster")
        ]
        return [*(row[name] for name in ("start", "end", "phrase", "rung", "other_rung", "listed")), *words]


def _group(frame: pl.DataFrame) -> dict[Place, Rows]:
    """The rows of each paragraph."""
    found = defaultdict(list)
    for place, rows in groupby(frame.to_dicts(), lambda row: (row["draft"], row["position"])):
        found[place] += rows
    return found
