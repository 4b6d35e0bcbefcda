"""One comparison from end to end, and what its page shows."""

from pathlib import Path
from typing import NamedTuple

import polars as pl

from workbook.app.readings import Own, read_asides, read_drafts
from workbook.schemas import HANDS, frame_of
from workbook.text.drafts import data_folder, list_left_out, load_drafts, pick_drafts


class Linked(NamedTuple):
    """Two drafts, what became of each paragraph and word between them, and whose the changes are."""

    old: str
    new: str
    drafts: pl.DataFrame  # these two, as `runs` and `paragraphs` are theirs
    runs: pl.DataFrame
    paragraphs: pl.DataFrame
    citations: pl.DataFrame
    pairs: pl.DataFrame
    diffs: pl.DataFrame
    marks: pl.DataFrame
    hands: pl.DataFrame
    origins: pl.DataFrame


class Comparison(NamedTuple):
    """Every frame of one comparison: those of Linked, what the drafts are about, and what stands beside."""

    old: str
    new: str
    drafts: pl.DataFrame
    runs: pl.DataFrame
    paragraphs: pl.DataFrame
    citations: pl.DataFrame
    pairs: pl.DataFrame
    diffs: pl.DataFrame
    terms: pl.DataFrame
    tags: pl.DataFrame
    marks: pl.DataFrame
    hands: pl.DataFrame
    origins: pl.DataFrame
    counts: pl.DataFrame
    comments: pl.DataFrame
    notices: pl.DataFrame
    folder: Path | str | None = None  # the data folder, where it is not the workbook's own


def compare_drafts(
    old: str,
    new: str,
    folder: Path | str | None = None,
    remarks: pl.DataFrame | None = None,
    own: Own | None = None,
) -> Comparison:
    """Two drafts read, paired, diffed, tagged and counted; an id or the path of a file names each.

    `folder` is the data folder to use instead of the workbook's own; `remarks`, as NOTED, are made instead of
    those that stand in it; `own` are those of the two that lie in no file. Raises WorkbookError where a draft
    is unknown, its file cannot be read, a remark does not fit, or the term lists have an error.
    """
    # Imported when a comparison is made: a page whose results are kept needs no engine.
    from workbook.meaning.lexicon import load_terms
    from workbook.meaning.tags import tag_paragraphs
    from workbook.show.counts import count_changes

    linked = link_drafts(old, new, folder, remarks, own)
    terms = load_terms(folder and Path(folder) / "lexicon")
    tags = tag_paragraphs(linked.paragraphs, terms)
    comments, notices = read_asides(linked.drafts, own)
    return Comparison(
        **linked._asdict(),
        terms=terms,
        tags=tags,
        counts=count_changes(linked.diffs, tags, linked.paragraphs, terms, linked.origins),
        comments=comments,
        notices=notices,
        folder=folder,
    )


def link_drafts(
    old: str,
    new: str,
    folder: Path | str | None = None,
    remarks: pl.DataFrame | None = None,
    own: Own | None = None,
) -> Linked:
    """Two drafts read, paired and diffed, where nobody asks what they are about.

    Takes what `compare_drafts` takes, and raises WorkbookError as it does of drafts.
    """
    from workbook.compare.diffs import diff_words
    from workbook.compare.origins import trace_hands
    from workbook.compare.pairs import pair_paragraphs
    from workbook.text.citations import find_citations
    from workbook.text.marks import find_marks, list_hands
    from workbook.text.paragraphs import split_paragraphs
    from workbook.text.parse import parse_drafts

    known = load_drafts(folder) if own is None else pl.concat([own.drafts, load_drafts(folder)])
    drafts, runs = read_drafts(pick_drafts(known, [old, new]), folder, remarks, own)
    parsed = parse_drafts(runs, drafts)
    paragraphs = split_paragraphs(runs, drafts, parsed)
    citations = find_citations(runs, drafts, parsed)
    pairs = pair_paragraphs(paragraphs, old, new)
    diffs = diff_words(pairs, paragraphs)
    marks = find_marks(runs, drafts, parsed)
    named = frame_of([], HANDS) if own is None else own.hands
    hands = pl.concat([list_hands(runs.filter(~pl.col("file").is_in(named["file"].to_list()))), named])
    origins = trace_hands(diffs, marks, paragraphs, pl.concat([drafts, known]).unique("draft", keep="first"))
    return Linked(old, new, drafts, runs, paragraphs, citations, pairs, diffs, marks, hands, origins)


def make_trail(found: Comparison, folder: Path | str | None = None, scale: str = "") -> pl.DataFrame:
    """What became of each clause between the two drafts, by the scale of the data folder: the frame TRAIL.

    `scale` are a reader's changes to it. Raises WorkbookError where one cannot be made.
    """
    from workbook.app.scaling import load_scale

    return weigh_clauses(found, load_scale(folder, scale))[1]


def weigh_clauses(found: Comparison, ladder: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The clauses of both drafts and what became of each, by this scale: the frames CLAUSES and TRAIL."""
    from workbook.meaning.clauses import find_clauses
    from workbook.meaning.trail import follow_clauses

    clauses = find_clauses(found.paragraphs, ladder)
    return clauses, follow_clauses(clauses, found.pairs, found.tags, ladder, found.origins)


def make_page_bundle(
    found: Comparison, drafts: pl.DataFrame | None = None, folder: Path | str | None = None, scale: str = ""
) -> dict:
    """All that the explorer's page shows of a comparison; `drafts` are those to choose from with its two.

    `scale` are a reader's changes to the scale of commitment; they stand in it under that name.
    """
    from workbook.app.cited import follow_sources
    from workbook.app.scaling import load_scale
    from workbook.app.sentences import make_cards
    from workbook.compare.ghosts import find_ghosts
    from workbook.compare.similarity import weigh_similarity
    from workbook.meaning.glossary import load_glossary
    from workbook.show.explorer.bundle import bundle_comparison
    from workbook.show.explorer.cited import list_cited
    from workbook.text.versions import name_version

    status = dict(found.drafts.select("draft", "status").iter_rows())
    ghosts = None
    if status[found.old] == "flattened":
        ghosts = find_ghosts(found.pairs, found.paragraphs, status[found.new] == "flattened")
    listed = found.drafts if drafts is None else pl.concat([drafts, found.drafts])
    weighed, changes = weigh_clauses(found, load_scale(folder, scale)), follow_sources(found, folder)
    glossary = load_glossary(folder and Path(folder) / "lexicon")
    bundle = bundle_comparison(
        found.old,
        found.new,
        drafts=listed.unique("draft", keep="first", maintain_order=True),
        runs=found.runs,
        folder=str(Path(folder or data_folder()).resolve()),
        paragraphs=found.paragraphs,
        pairs=found.pairs,
        diffs=found.diffs,
        tags=found.tags,
        terms=found.terms,
        similarity=weigh_similarity(found.paragraphs, found.old, found.new),
        hands=found.hands,
        origins=found.origins,
        ghosts=ghosts,
        trail=weighed[1],
        cards=make_cards(found, folder, weighed, scale, changes),
        own_scale=bool(scale),
        comments=found.comments,
        notices=found.notices,
        left_out=list_left_out(folder) if drafts is not None else [],
    )
    versions = {
        side: name_version(found.paragraphs, draft)
        for side, draft in (("old", found.old), ("new", found.new))
    }
    return bundle | {
        "scale": scale,
        "glossary": [list(row) for row in glossary.rows()],
        "cited": list_cited(changes),
        "versions": versions,
    }
