"""What the page's tab on themes and objectives shows of two drafts: what each gains and loses, and why.

Rows speak of paragraphs by their positions; the page has the texts already. Nothing here counts whole texts.
"""

from collections import Counter, defaultdict
from collections.abc import Callable

import polars as pl

from workbook.schemas import GAINS, PASSAGES
from workbook.show.counts import name_tags
from workbook.show.style import GAIN_MEASURES, shorten_tag

Rows = list[dict]
Tag = tuple[str, str]
# The schemes in the order of the page, each in the words of its button.
SCHEMES = {"objective": "Objectives", "theme": "Topics", "principle": "Guiding principles"}
CAVEAT = (
    "A mention is no approval. What is deplored is counted like what is promised, and what is said in other "
    "words is not found."
)
WEIGHTED = (
    "One cue does not make an objective: a paragraph needs one strong cue or several faint ones, and counts "
    "under four objectives at most. Mentions are those in such paragraphs."
)
_NUMBERS = [name for name in (GAINS | PASSAGES) if name not in ("scheme", "tag", "title")]
NUMBERS = [name for name in _NUMBERS if not name.endswith("_draft")]


def tell_themes(
    gains: pl.DataFrame,
    mentions: pl.DataFrame,
    passages: pl.DataFrame,
    travels: pl.DataFrame,
    tags: pl.DataFrame,
    terms: pl.DataFrame,
    hands: dict[str, str],
    drafts: tuple[str, str],
    title: str,
) -> dict:
    """The chapter: `schemes`, each with its `tags`, their numbers, places and terms, and its `figures`.

    `gains` are GAINS of every scheme, `mentions` what list_mentions gives, `hands` name the hands for people,
    `drafts` are the ids of the older and the newer one, which may be the same;
    `told` says whether marks tell of hands at all. A tag's `came` are [put in (1) or struck (0), position,
    label, words, hand, grade]; its `travels` [standing, entered, moved, position, label, older position, its
    label, words, reason]; its `terms` [term, pattern, except, points, matches in the older draft, matches in
    the newer one, the words].
    """
    numbers, titles = _list_numbers(gains, passages), defaultdict(dict)
    for scheme, tag, full in name_tags(terms).iter_rows():
        titles[scheme][tag] = full
    places = {
        "came": _group(mentions, _list_mention(hands)),
        "travels": _group(travels.filter(_is_news(travels)), _list_travel),
        "terms": _list_terms(terms, tags, drafts),
    }
    return {
        "told": bool(gains["words_unknown"].is_not_null().any()),
        "caveat": CAVEAT,
        "measures": GAIN_MEASURES,
        "numbers": NUMBERS,
        "schemes": [
            {
                "scheme": scheme,
                "name": name,
                "note": WEIGHTED if scheme == "objective" else "",
                "tags": [
                    {"tag": tag, "title": full, "short": shorten_tag(scheme, tag, full)}
                    | {"numbers": numbers[scheme, tag]}
                    | {what: found.get((scheme, tag), []) for what, found in places.items()}
                    for tag, full in titles[scheme].items()
                ],
                "figures": _draw(gains.filter(pl.col("scheme") == scheme), title),
            }
            for scheme, name in SCHEMES.items()
            if scheme in titles
        ],
    }


def _list_numbers(gains: pl.DataFrame, passages: pl.DataFrame) -> dict[Tag, list]:
    """Of each tag the NUMBERS, in their order."""
    keys = ["scheme", "tag"]
    joined = gains.join(passages.drop("title"), on=keys, how="left", maintain_order="left")
    joined = joined.with_columns(pl.col([name for name in PASSAGES if name in NUMBERS]).fill_null(0))
    return {(row["scheme"], row["tag"]): [row[name] for name in NUMBERS] for row in joined.to_dicts()}


def _group(frame: pl.DataFrame, make: Callable[[dict], list]) -> dict[Tag, list]:
    found = defaultdict(list)
    for row in frame.iter_rows(named=True):
        found[row["scheme"], row["tag"]].append(make(row))
    return found


def _list_mention(hands: dict[str, str]) -> Callable[[dict], list]:
    def list_mention(row: dict) -> list:
        names = " and ".join(hands.get(hand, hand) for hand in row["hand"].split("; ") if hand)
        came = int(row["way"] == "in")
        return [came, row["position"], row["label"], row["match"], names, row["grade"]]

    return list_mention


def _is_news(travels: pl.DataFrame) -> pl.Series:
    """The rows that say more than that a paragraph goes on to bear a tag where it was."""
    return travels.select(pl.col("entered") | (pl.col("standing") != "own") | pl.col("moved")).to_series()


def _list_travel(row: dict) -> list:
    names = (
        "standing",
        "entered",
        "moved",
        "position",
        "label",
        "old_position",
        "old_label",
        "words",
        "reason",
    )
    return [row[name] for name in names]


def _list_terms(terms: pl.DataFrame, tags: pl.DataFrame, drafts: tuple[str, str]) -> dict[Tag, list]:
    """The terms of each tag with what they found; those that found most first."""
    matches: dict[tuple, tuple[list, dict]] = defaultdict(lambda: ([0, 0], {}))
    rows = Counter(tags.select("draft", "scheme", "tag", "term", "match").rows())
    for (draft, scheme, tag, term, match), times in rows.items():
        counted, words = matches[scheme, tag, term]
        for at, side in enumerate(drafts):
            counted[at] += times * (draft == side)
        words[match.lower()] = None
    found: dict[Tag, list] = defaultdict(list)
    for row in terms.iter_rows(named=True):
        counted, words = matches.get((row["scheme"], row["tag"], row["term"]), ([0, 0], {}))
        listed = [row["term"], row["pattern"], row["except"] or "", row["weight"], *counted, list(words)]
        found[row["scheme"], row["tag"]].append(listed)
    return {tag: sorted(rows, key=lambda row: -row[4] - row[5]) for tag, rows in found.items()}


def _draw(gains: pl.DataFrame, title: str) -> dict[str, dict]:
    """The bars of each measure as plotly's own JSON, without a template, which the page brings."""
    from workbook.show.figures.bars import lay_gains  # plotly loads when first needed

    return {measure: lay_gains(gains, measure, title) for measure in GAIN_MEASURES}
