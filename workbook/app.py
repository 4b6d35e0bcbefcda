"""The workbook put together: one comparison from end to end, and the explorer that shows it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import polars as pl

from workbook.schemas import DRAFTS, WorkbookError, conform
from workbook.share.cache import remember
from workbook.text.drafts import data_folder, load_drafts, pick_drafts, shipped_data

if TYPE_CHECKING:
    from workbook.share.site import Leaf
    from workbook.show.explorer.widget import Explorer


class Comparison(NamedTuple):
    """Every frame of one comparison; `drafts` and `paragraphs` hold the two drafts compared."""

    old: str
    new: str
    drafts: pl.DataFrame
    paragraphs: pl.DataFrame
    pairs: pl.DataFrame
    diffs: pl.DataFrame
    terms: pl.DataFrame
    tags: pl.DataFrame
    marks: pl.DataFrame
    hands: pl.DataFrame
    origins: pl.DataFrame
    counts: pl.DataFrame


def compare_drafts(old: str, new: str, folder: Path | str | None = None) -> Comparison:
    """Two drafts read, paired, diffed, tagged and counted; an id or the path of a file names each.

    `folder` is the data folder to use instead of the workbook's own. Raises WorkbookError where a
    draft is unknown, its file cannot be read, or the term lists have an error.
    """
    # Imported when a comparison is made: a page whose results are kept needs no engine.
    from workbook.compare.diffs import diff_words
    from workbook.compare.origins import trace_hands
    from workbook.compare.pairs import pair_paragraphs
    from workbook.meaning.lexicon import load_terms
    from workbook.meaning.tags import tag_paragraphs
    from workbook.show.counts import count_changes
    from workbook.text.marks import find_marks, list_hands
    from workbook.text.paragraphs import split_paragraphs
    from workbook.text.runs import read_runs

    known = load_drafts(folder)
    drafts = pick_drafts(known, [old, new])
    runs = read_runs(drafts)
    paragraphs = split_paragraphs(runs, drafts)
    pairs = pair_paragraphs(paragraphs, old, new)
    diffs = diff_words(pairs, paragraphs)
    terms = load_terms(folder and Path(folder) / "lexicon")
    tags = tag_paragraphs(paragraphs, terms)
    marks, hands = find_marks(runs, drafts), list_hands(runs)
    origins = trace_hands(diffs, marks, paragraphs, pl.concat([drafts, known]).unique("draft", keep="first"))
    counts = count_changes(diffs, tags, paragraphs, terms, origins)
    return Comparison(old, new, drafts, paragraphs, pairs, diffs, terms, tags, marks, hands, origins, counts)


def explore(old: str | None = None, new: str | None = None, folder: Path | str | None = None) -> "Explorer":
    """The explorer on the drafts of the data folder; without ids the first two are compared."""
    from workbook.show.explorer.widget import Explorer

    drafts = load_drafts(folder)

    def make_bundle(old: str, new: str) -> dict:
        current = load_drafts(folder)  # the table may have changed since the page was opened
        sources = _sources(current, [old, new], folder)
        name = json.dumps(["bundle", old, new])
        return remember(name, sources, lambda: make_page_bundle(compare_drafts(old, new, folder), current))

    return Explorer(make_bundle, drafts, old, new)


def make_page_bundle(found: Comparison, drafts: pl.DataFrame | None = None) -> dict:
    """All that the explorer's page shows of a comparison; `drafts` are those to choose from with its two."""
    from workbook.compare.similarity import weigh_similarity
    from workbook.show.explorer.bundle import bundle_comparison
    from workbook.text.runs import read_runs

    listed = found.drafts if drafts is None else pl.concat([drafts, found.drafts])
    return bundle_comparison(
        found.old,
        found.new,
        drafts=listed.unique("draft", keep="first", maintain_order=True),
        runs=read_runs(found.drafts),
        paragraphs=found.paragraphs,
        pairs=found.pairs,
        diffs=found.diffs,
        tags=found.tags,
        terms=found.terms,
        similarity=weigh_similarity(found.paragraphs, found.old, found.new),
        hands=found.hands,
        origins=found.origins,
    )


def compare_all(drafts: pl.DataFrame, folder: Path | str | None = None) -> Iterator["Leaf"]:
    """The page of every pair of these drafts, either way round, one after the other."""
    from workbook.share.html import sum_up, write_page
    from workbook.share.site import PLOTLY, Leaf, name_pages

    files = name_pages(drafts["draft"].to_list())
    pages = {
        json.dumps(pair, ensure_ascii=False, separators=(",", ":")): file for pair, file in files.items()
    }
    titles = dict(drafts.select("draft", "title").iter_rows())
    for old, new in files:
        found = compare_drafts(old, new, folder)
        frames = (found.drafts, found.paragraphs, found.pairs, found.diffs)
        page = write_page(*frames, make_page_bundle(found, drafts), plotly=PLOTLY, pages=pages)
        yield Leaf(old, new, f"{titles[old]} → {titles[new]}", sum_up(found.pairs), page)


def measure_agreement(folder: Path | str | None = None) -> tuple[pl.DataFrame, pl.DataFrame]:
    """How far the marked editions agree, as AGREEMENT, and where the first two do not, as DIFFERENCES.

    `marked/agreement.csv` in the data folder says what is held against what: two readings of one text out
    of two files, through their pairs, or, where it names no hands, the marks of two readers of one file.
    `marked/differences.csv` holds the reasons. Raises WorkbookError where a table or a file is missing.
    """
    from workbook.show.agreement import compare_marks, give_reasons, list_differences, weigh_agreement
    from workbook.text.read import read_file, read_table

    marked = Path(folder or data_folder()) / "marked"
    weighed, differences = [], []
    for row in read_table(marked / "agreement.csv").to_dicts():
        files = [marked / row[side] for side in ("old", "new")]
        if not row["old_hands"]:
            weighed.append(compare_marks(row["compared"], *map(read_file, files)))
            continue
        diffs = _diff_readings(
            [(file, row[f"{side}_hands"]) for file, side in zip(files, ("old", "new"), strict=True)]
        )
        weighed.append(weigh_agreement(row["compared"], diffs))
        differences.append(list_differences(diffs))
    return pl.concat(weighed), give_reasons(differences[0], read_table(marked / "differences.csv"))


def _diff_readings(readings: list[tuple[Path, str]]) -> pl.DataFrame:
    from workbook.compare.diffs import diff_words
    from workbook.compare.pairs import pair_paragraphs
    from workbook.text.drafts import draft_of_file
    from workbook.text.paragraphs import split_paragraphs
    from workbook.text.runs import read_runs

    drafts = pl.concat(
        draft_of_file(file).with_columns(draft=pl.lit(side), hands=pl.lit(hands))
        for side, (file, hands) in zip(("old", "new"), readings, strict=True)
    )
    paragraphs = split_paragraphs(read_runs(drafts), drafts)
    return diff_words(pair_paragraphs(paragraphs, "old", "new"), paragraphs)


def _sources(drafts: pl.DataFrame, ids: list[str], folder: Path | str | None) -> list[Path]:
    """The files that a comparison of these drafts is made from. Raises WorkbookError where one is missing."""
    files = [Path(file) for file in pick_drafts(drafts, ids)["file"]]
    for file in files:
        if not file.is_file():
            raise WorkbookError(f"{file}: there is no such file. Check the column file in drafts.csv.")
    own = Path(folder) if folder else data_folder()
    # Where the user's folder has no term list, ours is used.
    lexicons = [*(own / "lexicon").glob("*.csv"), *(shipped_data() / "lexicon").glob("*.csv")]
    return [*files, own / "drafts.csv", *sorted(lexicons)]


def show_dashboard() -> "Explorer":
    """What the dashboard's one cell shows: the explorer on the drafts of WORKBOOK_DATA, or on ours."""
    return explore()


def read_text(name: str, hands: str | None = None) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The PARAGRAPHS of a draft or a file, and its DRAFTS row; with `hands`, as these hands make it.

    Raises WorkbookError where there is no such draft, file or hand.
    """
    from workbook.text.paragraphs import split_paragraphs
    from workbook.text.runs import read_runs

    drafts = pick_drafts(load_drafts(), [name])
    runs = read_runs(drafts)
    if hands is not None:
        drafts = drafts.with_columns(hands=pl.lit(hands))
        if runs["inserted_grade"].count() + runs["deleted_grade"].count():  # its marks were judged
            status = "flattened" if hands == "printed" else "reconstructed"
            drafts = drafts.with_columns(status=pl.lit(status)).pipe(conform, DRAFTS)
    return split_paragraphs(runs, drafts), drafts


def make_table(
    name: str, ids: list[str], folder: Path | str | None = None
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The frame of this name (a key of schemas.FRAMES) and the DRAFTS rows that it was made from.

    `ids` are draft ids or paths of files; without any, all drafts of the data folder are meant, and
    for pairs, diffs and counts its first two. Raises WorkbookError where other than two are given there.
    """
    from workbook.show.tallies import count_hands

    drafts = load_drafts(folder)
    if name in ("pairs", "diffs", "origins", "tallies", "counts"):
        ids = ids or drafts["draft"].head(2).to_list()
        if len(ids) != 2:
            raise WorkbookError(f"{name} compares two drafts, an older and a newer one: name two.")
        comparison = compare_drafts(*ids, folder)
        made = count_hands(comparison.origins) if name == "tallies" else getattr(comparison, name)
        return made, comparison.drafts
    drafts = pick_drafts(drafts, ids)
    return _read_table(name, drafts, folder), drafts


def _read_table(name: str, drafts: pl.DataFrame, folder: Path | str | None) -> pl.DataFrame:
    from workbook.meaning.lexicon import load_terms
    from workbook.meaning.tags import tag_paragraphs
    from workbook.text.account import account_for
    from workbook.text.citations import find_citations
    from workbook.text.marks import find_marks, list_hands
    from workbook.text.objectives import list_objectives
    from workbook.text.paragraphs import split_paragraphs
    from workbook.text.runs import read_runs

    if name == "drafts":
        return drafts
    runs = read_runs(drafts)
    lexicon = folder and Path(folder) / "lexicon"
    makers = {
        "runs": lambda: runs,
        "hands": lambda: list_hands(runs),
        "marks": lambda: find_marks(runs, drafts),
        "paragraphs": lambda: split_paragraphs(runs, drafts),
        "objectives": lambda: list_objectives(split_paragraphs(runs, drafts)),
        "citations": lambda: find_citations(runs, drafts),
        "account": lambda: account_for(runs, drafts),
        "tags": lambda: tag_paragraphs(split_paragraphs(runs, drafts), load_terms(lexicon)),
    }
    return makers[name]()
