"""The frames of the data folder's drafts, by name, for the command line."""

from pathlib import Path

import polars as pl

from workbook.app.cited import find_cited, follow_agreed, follow_sources
from workbook.app.comparison import Comparison, compare_drafts, make_trail
from workbook.app.followed import FOLLOWED, follow_drafts
from workbook.app.readings import name_drafts, read_drafts
from workbook.schemas import DRAFTS, WorkbookError, conform, frame_of
from workbook.text.drafts import load_drafts, pick_drafts
from workbook.text.folder import tell_status
from workbook.text.read.remarks import NOTED

# Frames that two drafts make together.
COMPARED = (
    "pairs",
    "diffs",
    "origins",
    "tallies",
    "counts",
    "gains",
    "changes",
    "trail",
    "cards",
    "source_changes",
)


def read_text(name: str, hands: str | None = None) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The PARAGRAPHS of a draft or a file, and its DRAFTS row; with `hands`, as these hands make it.

    Raises WorkbookError where there is no such draft, file or hand.
    """
    from workbook.text.paragraphs import split_paragraphs

    drafts, runs = pick_reading(name, hands)
    return split_paragraphs(runs, drafts), drafts


def pick_reading(name: str, hands: str | None = None) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The DRAFTS row of a draft or a file, with `hands` if they are given, and its RUNS.

    Raises WorkbookError where there is no such draft or file.
    """
    # As it is printed, a text is nobody's reading.
    remarks = frame_of([], NOTED) if hands == "printed" else None
    drafts, runs = read_drafts(pick_drafts(load_drafts(), [name]), None, remarks)
    if hands is not None:
        marked = runs["inserted_by"].n_unique() + runs["deleted_by"].n_unique() > 2
        drafts = drafts.with_columns(hands=pl.lit(hands))
        if marked:  # what its row says holds for other hands
            title = f"{Path(drafts['file'][0]).name}, hands: {hands}"
            drafts = drafts.with_columns(title=pl.lit(title), status=pl.lit("as issued"))
            drafts = tell_status(drafts.pipe(conform, DRAFTS), runs)
    return drafts, runs


def make_table(
    name: str, ids: list[str], folder: Path | str | None = None
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The frame of this name (a key of schemas.FRAMES) and the DRAFTS rows that it was made from.

    `ids` are draft ids or paths of files; without any, all drafts of the data folder are meant, and
    for the frames that compare (COMPARED) its first two. Raises WorkbookError where other than two are
    given there.
    """
    if name in FOLLOWED:
        return follow_drafts(name, ids, folder)
    drafts = load_drafts(folder)
    if name in COMPARED:
        ids = ids or drafts["draft"].head(2).to_list()
        if len(ids) != 2:
            raise WorkbookError(f"{name} compares two drafts, an older and a newer one: name two.")
        comparison = compare_drafts(*ids, folder)
        return _make_compared(name, comparison, folder), comparison.drafts
    if name == "agreed_changes":
        return _follow_agreed(ids or drafts["draft"].head(2).to_list(), folder)
    drafts = pick_drafts(drafts, ids)
    if name == "drafts":
        drafts = name_drafts(drafts, folder)
        return drafts, drafts
    drafts, runs = read_drafts(drafts, folder)
    return _make_frame(name, drafts, runs, folder), drafts


def _make_compared(name: str, found: Comparison, folder: Path | str | None) -> pl.DataFrame:
    from workbook.app.changes import make_changes
    from workbook.app.sentences import make_cards
    from workbook.meaning.travels import ABOUT
    from workbook.show.gains import add_gains, list_mentions
    from workbook.show.tallies import count_hands

    if name == "tallies":
        return count_hands(found.origins)
    if name == "gains":
        is_about = pl.col("scheme").cast(pl.String).is_in(ABOUT)
        frames = (found.diffs, found.tags.filter(is_about), found.paragraphs)
        mentions, terms = list_mentions(*frames, found.origins), found.terms.filter(is_about)
        return add_gains(mentions, *frames[:2], terms, found.origins)
    if name == "changes":
        return make_changes(found, folder)
    if name == "trail":
        return make_trail(found, folder)
    if name == "cards":
        return make_cards(found, folder)
    if name == "source_changes":
        return follow_sources(found, folder)
    return getattr(found, name)


def _find_agreed(paragraphs: pl.DataFrame, drafts: pl.DataFrame) -> pl.DataFrame:
    """What the drafts share with the last one named, which is the reference text."""
    from workbook.meaning.agreed import find_agreed

    reference = drafts["draft"][-1]
    if len(drafts) < 2:
        raise WorkbookError("agreed finds a draft's words in another text: name the draft, then that text.")
    is_reference = pl.col("draft") == reference
    return find_agreed(paragraphs.filter(~is_reference), paragraphs.filter(is_reference))


def _follow_agreed(ids: list[str], folder: Path | str | None) -> tuple[pl.DataFrame, pl.DataFrame]:
    """What became of agreed language between two drafts: of a third text, or else of the older draft."""
    from workbook.text.paragraphs import split_paragraphs

    if len(ids) not in (2, 3):
        raise WorkbookError(
            "agreed_changes compares two drafts, an older and a newer one, and takes a text that was agreed "
            "before as a third: name two or three."
        )
    found = compare_drafts(*ids[:2], folder)
    reference, runs = read_drafts(pick_drafts(load_drafts(folder), [(*ids, ids[0])[2]]), folder)
    _agreed, changes = follow_agreed(found, split_paragraphs(runs, reference))
    drafts = pl.concat([found.drafts, reference]).unique("draft", keep="first", maintain_order=True)
    return changes, drafts


def _lexicon_of(folder: Path | str | None) -> Path | None:
    return Path(folder) / "lexicon" if folder else None


def _make_frame(
    name: str, drafts: pl.DataFrame, runs: pl.DataFrame, folder: Path | str | None
) -> pl.DataFrame:
    from workbook.meaning.clauses import find_clauses
    from workbook.meaning.ladder import load_ladder
    from workbook.meaning.lexicon import load_terms
    from workbook.meaning.tags import tag_paragraphs
    from workbook.text.account import account_for
    from workbook.text.asides import read_comments, read_notices
    from workbook.text.citations import find_citations
    from workbook.text.marks import find_marks, list_hands
    from workbook.text.objectives import list_objectives
    from workbook.text.paragraphs import split_paragraphs

    lexicon = _lexicon_of(folder)
    makers = {
        "runs": lambda: runs,
        "hands": lambda: list_hands(runs),
        "comments": lambda: read_comments(drafts),
        "notices": lambda: read_notices(drafts),
        "marks": lambda: find_marks(runs, drafts),
        "paragraphs": lambda: split_paragraphs(runs, drafts),
        "objectives": lambda: list_objectives(split_paragraphs(runs, drafts)),
        "citations": lambda: find_citations(runs, drafts),
        "account": lambda: account_for(runs, drafts),
        "ladder": lambda: load_ladder(lexicon),
        "clauses": lambda: find_clauses(split_paragraphs(runs, drafts), load_ladder(lexicon)),
        "tags": lambda: tag_paragraphs(split_paragraphs(runs, drafts), load_terms(lexicon)),
        "sources": lambda: find_cited(runs, drafts, makers["tags"](), folder),
        "agreed": lambda: _find_agreed(split_paragraphs(runs, drafts), drafts),
    }
    return makers[name]()
