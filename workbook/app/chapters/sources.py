"""The chapters on what two drafts cite, and on what of them stands in a reference text."""

from typing import TYPE_CHECKING

import polars as pl

from workbook.app.chapters.asked import Asked
from workbook.app.cited import find_cited, follow_agreed
from workbook.schemas import WorkbookError

if TYPE_CHECKING:
    from pathlib import Path


def make_sources(asked: Asked) -> dict:
    """What each paragraph cites, and what became of it; which texts would help as a reference."""
    from workbook.meaning.references import load_documents, load_pinpoints, load_references
    from workbook.meaning.source_changes import count_sources
    from workbook.show.explorer.bundle import name_pair
    from workbook.show.explorer.chapters.sources import tell_sources

    found, lexicon = asked.comparison, _lexicon_of(asked)
    changes = asked.source_changes
    return tell_sources(
        changes,
        count_sources(changes),
        found.pairs,
        load_documents(lexicon),
        load_pinpoints(lexicon),
        load_references(asked.folder),
        name_pair(found.drafts, asked.old, asked.new),
    )


def make_agreed(asked: Asked) -> dict:
    """What the newer draft shares with the text that `extra` names as `reference`, and what broke of it.

    Without one there is nothing to tell. Raises WorkbookError where it is no draft that can be chosen.
    """
    from workbook.meaning.cited_words import find_cited_words
    from workbook.meaning.references import load_documents
    from workbook.meaning.sources import name_text
    from workbook.show.explorer.chapters.agreed import tell_agreed
    from workbook.show.older import tell_order
    from workbook.text.paragraphs import split_paragraphs

    reference = asked.extra.get("reference")
    if not reference:
        return {"reference": None}
    if reference == asked.new:
        raise WorkbookError("Every word of a draft stands in the draft itself. Choose an earlier text.")
    (drafts, runs), found = asked.read([reference]), asked.comparison
    texts = split_paragraphs(runs, drafts)
    agreed, changes = follow_agreed(found, texts)
    row = drafts.to_dicts()[0]
    document = name_text(row["title"], load_documents(_lexicon_of(asked)))
    cited = find_cited(found.runs, found.drafts, found.tags, asked.folder)
    citing = cited.filter(pl.col("draft") == asked.new, pl.col("source") == document)
    told = tell_agreed(
        agreed, changes, find_cited_words(citing, agreed, texts), found.paragraphs, texts, asked.new
    )
    order = tell_order(reference, asked.old, asked.new, asked.known)
    return told | {"reference": reference, "title": row["title"], "document": document, "order": order}


def _lexicon_of(asked: Asked) -> "Path | None":
    from pathlib import Path

    return Path(asked.folder) / "lexicon" if asked.folder else None
