"""The chapter on paragraphs through all drafts: which drafts, and everything that is told of them."""

import json
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import polars as pl

from workbook.app.chapters.asked import Asked
from workbook.app.cited import find_cited
from workbook.app.followed import compare_steps, order_drafts, trace_steps
from workbook.app.readings import name_drafts
from workbook.schemas import HANDS, WorkbookError, frame_of

if TYPE_CHECKING:
    from pathlib import Path

# More columns than this cannot be told apart on a screen.
MOST_DRAFTS = 8
# With so many paragraphs in all, every two drafts are compared; with more, neighbours: the rest when asked.
MOST_PARAGRAPHS = 1200


def make_follow(asked: Asked) -> dict:
    """Every paragraph through all drafts, the visitor's own among them, or through those that `extra` names.

    Raises WorkbookError where `extra` asks for drafts that are not in the list, or for too many.
    """
    from workbook.compare.seen import date_words
    from workbook.compare.trace import trace_paragraphs
    from workbook.meaning.clauses import find_clauses
    from workbook.meaning.lexicon import load_terms
    from workbook.meaning.tags import tag_paragraphs
    from workbook.show.explorer.chapters.follow import tell_follow
    from workbook.show.figures import draw_flow
    from workbook.text.marks import find_marks
    from workbook.text.paragraphs import body_of, split_paragraphs

    ids, lexicon = choose_drafts(asked), _lexicon_of(asked)
    drafts, runs = asked.read(ids)
    paragraphs = split_paragraphs(runs, drafts)
    steps = list(pairwise(ids))
    compared = combinations(ids, 2) if len(body_of(paragraphs)) <= MOST_PARAGRAPHS else steps
    pairs, diffs = compare_steps(paragraphs, compared)
    is_step = pl.any_horizontal(
        pl.lit(False), *(pl.col("old_draft").eq(old) & pl.col("new_draft").eq(new) for old, new in steps)
    )
    near = diffs.filter(is_step)
    known = pl.concat([drafts, asked.known]).unique("draft", keep="first", maintain_order=True)
    origins = trace_steps(near, find_marks(runs, drafts), paragraphs, known)
    trace = trace_paragraphs(paragraphs, pairs.filter(is_step), near, ids)
    terms = load_terms(lexicon)
    tags = tag_paragraphs(paragraphs, terms)
    return tell_follow(
        drafts=drafts,
        paragraphs=paragraphs,
        trace=trace,
        seen=date_words(paragraphs, near, ids, origins),
        pairs=pairs,
        diffs=diffs,
        origins=origins,
        hands=_list_hands(asked, ids, runs),
        tags=tags,
        terms=terms,
        clauses=find_clauses(paragraphs, asked.ladder),
        sources=find_cited(runs, drafts, tags, asked.folder),
        figure=json.loads(draw_flow(trace, drafts, look=None).to_json()),
        own_scale=bool(asked.scale),
    )


def choose_drafts(asked: Asked) -> list[str]:
    """Which drafts are followed, in their order.

    Those of the data folder, each behind the one that it amends, then the visitor's own; printed ones are
    left out. The two on show are always among them: where they are of another kind, or both the visitor's
    own, nothing else is. Raises WorkbookError as `make_follow` does.
    """
    wanted, shown = asked.extra.get("drafts"), list(dict.fromkeys([asked.old, asked.new]))
    ordered = order_drafts(asked.known)
    if wanted is not None:
        return _check_wanted(asked, wanted, ordered)
    own = [] if asked.uploads is None else [draft for draft in ordered if asked.uploads.holds(draft)]
    if not set(shown) <= set(ordered):
        return shown
    followed = own if set(shown) <= set(own) else ordered
    # Of too many, those on show and the last of the others.
    others = [draft for draft in followed if draft not in shown][len(shown) - MOST_DRAFTS :]
    return [draft for draft in followed if draft in (*shown, *others)]


def name_followed(asked: Asked) -> str:
    """The drafts that are followed, and how they are listed: what the chapter is about."""
    titles = dict(name_drafts(asked.known, asked.folder, asked.session).select("draft", "title").iter_rows())
    return json.dumps([[draft, titles.get(draft)] for draft in choose_drafts(asked)])


def _check_wanted(asked: Asked, wanted: object, ordered: list[str]) -> list[str]:
    """The drafts that a page names, in the order that all have."""
    if not isinstance(wanted, list) or not all(isinstance(draft, str) for draft in wanted):
        raise WorkbookError("The workbook does not understand which drafts to follow. Load the page anew.")
    ids = asked.check(list(dict.fromkeys(wanted)))
    if not 1 <= len(ids) <= MOST_DRAFTS:
        raise WorkbookError(f"Choose at least one draft and at most {MOST_DRAFTS}.")
    every = [*ordered, *asked.known["draft"], *ids]
    return sorted(ids, key=every.index)


def _list_hands(asked: Asked, ids: list[str], runs: pl.DataFrame) -> pl.DataFrame:
    """HANDS of the drafts' files; of a visitor's own, with the names that the visitor gave."""
    from workbook.text.marks import list_hands

    named = frame_of([], HANDS) if asked.uploads is None else asked.uploads.pick(*ids).hands
    return pl.concat([list_hands(runs.filter(~pl.col("file").is_in(named["file"].to_list()))), named])


def _lexicon_of(asked: Asked) -> "Path | None":
    from pathlib import Path

    return Path(asked.folder) / "lexicon" if asked.folder else None
