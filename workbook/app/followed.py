"""The frames that follow words through several drafts, and a letter's asks: by name, for the command line."""

from collections.abc import Iterable
from functools import cache, partial
from itertools import pairwise
from pathlib import Path

import polars as pl

from workbook.app.readings import read_drafts
from workbook.schemas import ASK_WORDS, WorkbookError, frame_of
from workbook.text.drafts import load_drafts, pick_drafts

ASKED = ("asks", "ask_words", "ask_places")
TRACED = ("trace", "seen", "travels", "passages")
FOLLOWED = (*ASKED, *TRACED, "ledger")


def follow_drafts(
    name: str, ids: list[str], folder: Path | str | None = None
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The frame of this name (one of FOLLOWED) and the DRAFTS rows that it was made from.

    Of asks, `ids` are the suggested texts meant; of what is TRACED, the drafts in their order; of ledger, the
    amended draft, the proposal and, where there is one, a later draft. Without any, those of the data folder
    are taken: every draft behind the one that it amends, and the first proposal. Raises WorkbookError where a
    draft is unknown, or a ledger has no proposal.
    """
    known = load_drafts(folder)
    if name in ASKED:
        return _answer_asks(name, ids, known, folder)
    if name in TRACED:
        return _trace(name, ids or order_drafts(known), known, folder)
    return _keep_ledger(_name_ledger(ids, known), known, folder)


def order_drafts(drafts: pl.DataFrame) -> list[str]:
    """The ids of these DRAFTS, each behind the draft that it amends; mere printouts are left out."""
    rows = drafts.filter(pl.col("kind") != "printed") if (drafts["kind"] != "printed").any() else drafts
    waiting = dict(rows.select("draft", "amends").iter_rows())
    ordered: list[str] = []
    while waiting:
        # Where drafts amend each other in a ring, the first one listed begins.
        free = next((draft for draft, base in waiting.items() if base not in waiting), next(iter(waiting)))
        ordered.append(free)
        del waiting[free]
    return ordered


def compare_steps(
    paragraphs: pl.DataFrame, steps: Iterable[tuple[str, str]]
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """PAIRS and DIFFS of these older and newer drafts, one comparison behind the other, each once."""
    from workbook.compare.diffs import diff_words
    from workbook.compare.pairs import pair_drafts, read_draft
    from workbook.schemas import PAIRS

    read = cache(partial(read_draft, paragraphs))  # each is one side of several comparisons
    paired = (pair_drafts(read(old), read(new)) for old, new in dict.fromkeys(steps))
    pairs = pl.concat([frame_of([], PAIRS), *paired])
    return pairs, diff_words(pairs, paragraphs)


def trace_steps(
    diffs: pl.DataFrame, marks: pl.DataFrame, paragraphs: pl.DataFrame, drafts: pl.DataFrame
) -> pl.DataFrame:
    """ORIGINS of several comparisons, whose DIFFS stand one behind the other; `drafts` as for trace_hands."""
    from workbook.compare.origins import trace_hands
    from workbook.schemas import ORIGINS

    steps = diffs.partition_by("old_draft", "new_draft", maintain_order=True)
    told = [trace_hands(step, marks, paragraphs, drafts) for step in steps]
    return pl.concat([frame_of([], ORIGINS), *told])


def _answer_asks(
    name: str, ids: list[str], known: pl.DataFrame, folder: Path | str | None
) -> tuple[pl.DataFrame, pl.DataFrame]:
    from workbook.meaning.asks import load_asks
    from workbook.meaning.verdicts import judge_asks
    from workbook.meaning.wanted import find_wanted
    from workbook.text.marks import find_marks
    from workbook.text.paragraphs import split_paragraphs

    asks = load_asks(folder)
    ids = ids or asks["draft"].unique(maintain_order=True).to_list()
    asks = asks.filter(pl.col("draft").is_in(ids))
    drafts = pick_drafts(known, ids) if ids else known.clear()
    if name == "asks":
        return asks, drafts
    wanted = frame_of([], ASK_WORDS)
    if len(asks):
        drafts, runs = read_drafts(drafts, folder)
        listed = _list_known(drafts, known)
        wanted = find_wanted(asks, split_paragraphs(runs, drafts), find_marks(runs, drafts), listed)
    return wanted if name == "ask_words" else judge_asks(asks, wanted), drafts


def _trace(
    name: str, ids: list[str], known: pl.DataFrame, folder: Path | str | None
) -> tuple[pl.DataFrame, pl.DataFrame]:
    from workbook.compare.seen import date_words
    from workbook.compare.trace import trace_paragraphs
    from workbook.text.marks import find_marks
    from workbook.text.paragraphs import split_paragraphs

    drafts, runs = read_drafts(pick_drafts(known, ids), folder)
    paragraphs, ids = split_paragraphs(runs, drafts), drafts["draft"].to_list()
    pairs, diffs = compare_steps(paragraphs, pairwise(ids))
    if name == "seen":
        origins = trace_steps(diffs, find_marks(runs, drafts), paragraphs, _list_known(drafts, known))
        return date_words(paragraphs, diffs, ids, origins), drafts
    if name != "trace":
        return _follow_tags(name, paragraphs, pairs, diffs, ids, folder), drafts
    return trace_paragraphs(paragraphs, pairs, diffs, ids), drafts


def _follow_tags(
    name: str,
    paragraphs: pl.DataFrame,
    pairs: pl.DataFrame,
    diffs: pl.DataFrame,
    ids: list[str],
    folder: Path | str | None,
) -> pl.DataFrame:
    from workbook.meaning.lexicon import load_terms
    from workbook.meaning.tags import tag_paragraphs
    from workbook.meaning.travels import ABOUT, follow_tags
    from workbook.show.gains import count_passages

    terms = load_terms(folder and Path(folder) / "lexicon", ABOUT)
    travels = follow_tags(tag_paragraphs(paragraphs, terms), pairs, diffs, paragraphs, ids)
    return travels if name == "travels" else count_passages(travels, terms)


def _name_ledger(ids: list[str], known: pl.DataFrame) -> list[str]:
    """The amended draft, the proposal and perhaps a later draft."""
    if len(ids) in (2, 3):
        return ids
    proposals = known.filter(pl.col("draft").is_in(ids) if ids else pl.col("kind") == "proposal")
    proposals = proposals.filter(pl.col("amends") != "")
    if len(ids) > 1 or proposals.is_empty():
        raise WorkbookError(
            "ledger needs a draft and a proposal that changes it, and takes a later draft: name two or three."
        )
    return [proposals["amends"][0], proposals["draft"][0]]


def _keep_ledger(
    ids: list[str], known: pl.DataFrame, folder: Path | str | None
) -> tuple[pl.DataFrame, pl.DataFrame]:
    from workbook.compare.origins import trace_hands
    from workbook.meaning.ledger import keep_ledger
    from workbook.text.marks import find_marks
    from workbook.text.paragraphs import split_paragraphs

    drafts, runs = read_drafts(pick_drafts(known, ids), folder)
    paragraphs = split_paragraphs(runs, drafts)
    amended, proposal, *later = ids
    steps = [(amended, proposal), *((old, draft) for draft in later for old in (amended, proposal))]
    pairs, diffs = compare_steps(paragraphs, steps)
    own = diffs.filter(pl.col("old_draft") == amended, pl.col("new_draft") == proposal)
    origins = trace_hands(own, find_marks(runs, drafts), paragraphs, _list_known(drafts, known))
    return keep_ledger(pairs, diffs, origins, paragraphs, *ids), drafts


def _list_known(drafts: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """These drafts, and all others that the data folder lists."""
    return pl.concat([drafts, known]).unique("draft", keep="first", maintain_order=True)
