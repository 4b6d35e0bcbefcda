"""PAIRS with what is known of each -> CHANGES: one table of a comparison, to be taken away.

What a cell would hold several of is joined by "; ": clauses, hedges and tags have tables of their own.
"""

from collections import defaultdict

import polars as pl

from workbook.schemas import CHANGES, GRADE, PAIR_KEYS, conform
from workbook.show.cards import name_label, tell_relations
from workbook.show.counts import count_words, name_tags, place_words
from workbook.show.style import shorten_tag
from workbook.show.tallies import SUBSTANTIAL
from workbook.show.trails import tell_trail

KEYS = list(PAIR_KEYS)
JOINED = "; "
SCHEMES = {"objectives": "objective", "principles": "principle", "themes": "theme"}
Place = tuple[str, int]


def list_changes(
    pairs: pl.DataFrame,
    diffs: pl.DataFrame,
    paragraphs: pl.DataFrame,
    tags: pl.DataFrame,
    terms: pl.DataFrame,
    travels: pl.DataFrame,
    clauses: pl.DataFrame,
    trail: pl.DataFrame,
    origins: pl.DataFrame,
    hands: pl.DataFrame,
    own_scale: bool = False,
) -> pl.DataFrame:
    """One row a pair, in their order: the frame CHANGES. `own_scale` says that a reader changed the scale.

    `hands` are HANDS, which name them for people; where `origins` are empty, no mark tells whose words
    they are. A pair's redline has each word of a split or merged paragraph once over all its rows.
    """
    names = dict(hands.select("hand", "name").iter_rows())
    keys, nulls = {"on": KEYS, "how": "left", "maintain_order": "left"}, {"nulls_equal": True}
    words = count_words(diffs).select(*KEYS, "words_in", "words_out")
    sections = place_words(diffs, paragraphs).select(*KEYS, "section")
    told = tell_relations(pairs).select(*KEYS, pl.col("words").alias("change"))
    rows = pairs
    for each in (told, words, sections, _join_redlines(diffs), _tell_whose(origins, names)):
        rows = rows.join(each, **keys, **nulls)
    clause = tell_trail(trail, names, own_scale)
    said = clause.group_by(KEYS, maintain_order=True).agg(commitments=_join("told", " "))
    facts = _Facts(paragraphs, tags, terms, travels, clauses)
    found = rows.join(said, **keys, **nulls).to_dicts()
    table = pl.DataFrame([row | facts.tell(row) for row in found], schema=CHANGES, infer_schema_length=None)
    return table.with_columns(pl.col("commitments", "whose").fill_null("")).pipe(conform, CHANGES)


def _join(column: str, by: str = JOINED) -> pl.Expr:
    return pl.col(column).str.join(by)


def _join_redlines(diffs: pl.DataFrame) -> pl.DataFrame:
    """One row a pair: its keys, and both texts in one, marked; what only changed its form is not."""
    quiet = (pl.col("op") == "equal") | (pl.col("weight") == "form")
    marked = (
        pl.when(pl.col(f"{side}_text").fill_null("") == "")
        .then(pl.lit(""))
        .otherwise(pl.concat_str(pl.lit(opening), f"{side}_text", pl.lit(closing)))
        for side, opening, closing in (("old", "[-", "-]"), ("new", "{+", "+}"))
    )
    spans = pl.when(quiet).then(pl.col("new_text").fill_null("")).otherwise(pl.concat_str(*marked))
    return diffs.group_by(KEYS, maintain_order=True).agg(redline=spans.sort_by("span").str.join(""))


def _tell_whose(origins: pl.DataFrame, names: dict[str, str]) -> pl.DataFrame:
    """One row a pair whose words somebody put in or struck: a sentence part for each hand."""
    put, struck = (pl.col("words").filter(pl.col("act") == act).sum() for act in ("inserted", "struck"))
    tallies = (
        origins.filter(SUBSTANTIAL)
        .group_by(*KEYS, "hand", maintain_order=True)
        .agg(put=put, struck=struck, grades=pl.col("grade").unique())
        .sort(pl.col("hand") == "", maintain_order=True)
    )
    whose = [
        f"{names.get(hand, hand) if hand else 'no known hand'}: {put} in, {struck} out"
        + (f" ({', '.join(grade for grade in GRADE.categories if grade in grades)})" if hand else "")
        for hand, put, struck, grades in tallies.select("hand", "put", "struck", "grades").iter_rows()
    ]
    told = tallies.select(*KEYS, whose=pl.Series(whose, dtype=pl.String))
    return told.group_by(KEYS, maintain_order=True).agg(_join("whose"))


class _Facts:
    """What is known of each paragraph by itself."""

    def __init__(
        self,
        paragraphs: pl.DataFrame,
        tags: pl.DataFrame,
        terms: pl.DataFrame,
        travels: pl.DataFrame,
        clauses: pl.DataFrame,
    ) -> None:
        self.texts = {row[:2]: row[2] for row in paragraphs.select("draft", "position", "text").iter_rows()}
        self.names = {
            (row["scheme"], row["tag"]): _name_tag(**row) for row in name_tags(terms).iter_rows(named=True)
        }
        self.tags: dict[tuple[Place, str], dict[str, None]] = defaultdict(dict)
        for draft, position, scheme, tag, match in tags.select(
            "draft", "position", "scheme", "tag", "match"
        ).iter_rows():
            said = match if scheme == "hedge" else self.names.get((scheme, tag), tag)
            self.tags[(draft, position), scheme][said] = None
        self.inherited: dict[Place, dict[str, None]] = defaultdict(dict)
        for row in travels.filter(pl.col("standing") == "inherited").iter_rows(named=True):
            name = self.names.get((row["scheme"], row["tag"]), row["tag"])
            said = f"{name} (from {name_label(row['old_label'])})"
            self.inherited[row["draft"], row["position"]][said] = None
        self.rungs: dict[Place, list[str]] = defaultdict(list)
        for draft, position, rung in clauses.select("draft", "position", "rung").iter_rows():
            self.rungs[draft, position].append(str(rung))

    def tell(self, row: dict) -> dict:
        """The columns that speak of the two paragraphs of a pair."""
        old, new = ((row[f"{side}_draft"], row[f"{side}_position"]) for side in ("old", "new"))
        subject = old if row["new_position"] is None else new
        sides = {"old": old, "new": new}
        return (
            {f"{side}_text": self.texts.get(place) for side, place in sides.items()}
            | {f"{side}_rungs": JOINED.join(self.rungs.get(place, ())) for side, place in sides.items()}
            | {
                f"{side}_hedges": JOINED.join(self.tags.get((place, "hedge"), ()))
                for side, place in sides.items()
            }
            | {name: JOINED.join(self.tags.get((subject, each), ())) for name, each in SCHEMES.items()}
            | {"inherited": JOINED.join(self.inherited.get(new, ()))}
        )


def _name_tag(scheme: str, tag: str, title: str) -> str:
    short = shorten_tag(scheme, tag, title)
    return short if short.startswith(tag) else f"{tag} {title}"
