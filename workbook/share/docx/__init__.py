"""A comparison -> a Word file with tracked changes: "reject all" gives the old text, "accept all" the new.

Every title, heading and paragraph of both drafts is in it, in both orders, with the number as printed.
Moves are moves, splits and mergers are paragraph marks put in or struck, footnotes are footnotes.
Sources and remarks stand in their brackets at the end of their paragraph, wherever they stood in it;
the furniture of printed pages, line ends and type are left out, and notes are numbered anew.
"""

import polars as pl

from workbook.share.docx.authors import NOT_KNOWN, RECONSTRUCTION, Credits
from workbook.share.docx.ends import set_ends
from workbook.share.docx.lines import list_lines
from workbook.share.docx.markup import Markup
from workbook.share.docx.order import order_lines
from workbook.share.docx.package import Package
from workbook.share.docx.weave import Entry, Weaver
from workbook.show.cards import caution_draft
from workbook.text.parse import parse_drafts

LIMITS = (
    "Sources and remarks in brackets stand at the end of their paragraph. Page heads, line ends and type are "
    "left out, and footnotes are numbered anew."
)
_TOLD = {
    NOT_KNOWN: f"The author “{NOT_KNOWN}” is nobody: the files do not tell whose these changes are.",
    RECONSTRUCTION: f"The author “{RECONSTRUCTION}” is nobody: whose they are is inferred or not known.",
}


def write_docx(
    *,
    drafts: pl.DataFrame,
    runs: pl.DataFrame,
    paragraphs: pl.DataFrame,
    pairs: pl.DataFrame,
    diffs: pl.DataFrame,
    hands: pl.DataFrame,
    origins: pl.DataFrame,
) -> bytes:
    """The comparison of two drafts as the bytes of a Word file; `drafts` has the old draft first.

    The author of a change is the hand that a mark names, with the mark's date; in a reconstructed text,
    where no document says or shows whose it is, "reconstruction"; between two texts without marks, the new
    draft's title. What a draft is not, the head of every page says.
    """
    ids = [drafts["draft"][0], drafts["draft"][-1]]
    credits_ = Credits(drafts, runs, hands, origins)
    parsed = {found.draft: found for found in parse_drafts(runs, drafts)}
    olds, news = (list_lines(paragraphs.filter(pl.col("draft") == draft), parsed[draft]) for draft in ids)
    written = Weaver(olds, news, diffs, credits_).weave(order_lines(olds, news, pairs, diffs))
    entries = set_ends(written)
    title = " → ".join([drafts["title"][0], drafts["title"][-1]])
    package = Package(title, [title, *_list_cautions(drafts)], _explain(drafts, _list_authors(entries)))
    Markup(package.body, package.notes).write(entries)
    return package.save()


def _explain(drafts: pl.DataFrame, authors: set[str]) -> list[str]:
    """What stands above the first page alone: how to read the file, and what is not in it."""
    old, new = drafts["title"][0], drafts["title"][-1]
    how = f"Tracked changes: reject all of them for “{old}”, accept all for “{new}”."
    return [how, LIMITS, *(said for name, said in _TOLD.items() if name in authors)]


def _list_authors(entries: list[Entry]) -> set[str]:
    """The names in the margin."""
    authors = {piece.author for entry in entries for piece in entry.pieces}
    marked = {entry.author for entry in entries if entry.mark != "kept"}
    return {author.name for author in authors | marked if author}


def _list_cautions(drafts: pl.DataFrame) -> list[str]:
    """What the drafts are not, each sentence once."""
    said: dict[str, list[str]] = {}
    for title, status, file in drafts.select("title", "status", "file").iter_rows():
        if caution := caution_draft(status, file):
            said.setdefault(caution, []).append(title)
    return [f"{'; '.join(titles)}: {caution}" for caution, titles in said.items()]
