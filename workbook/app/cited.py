"""What drafts cite, and what of them stands in a reference text, from end to end."""

from pathlib import Path

import polars as pl

from workbook.app.comparison import Comparison


def find_cited(
    runs: pl.DataFrame, drafts: pl.DataFrame, tags: pl.DataFrame, folder: Path | str | None = None
) -> pl.DataFrame:
    """The places that these drafts cite, by the lists of the data folder: the frame SOURCES."""
    from workbook.text.citations import find_citations

    return read_cited(find_citations(runs, drafts), tags, folder)


def read_cited(citations: pl.DataFrame, tags: pl.DataFrame, folder: Path | str | None = None) -> pl.DataFrame:
    """The same of CITATIONS that were found before."""
    from workbook.meaning.references import load_documents, load_pinpoints
    from workbook.meaning.sources import find_sources

    lexicon = Path(folder) / "lexicon" if folder else None
    return find_sources(citations, load_documents(lexicon), load_pinpoints(lexicon), tags)


def follow_sources(found: Comparison, folder: Path | str | None = None) -> pl.DataFrame:
    """What became of the places that two drafts cite: the frame SOURCE_CHANGES."""
    from workbook.meaning.source_changes import compare_sources

    return compare_sources(read_cited(found.citations, found.tags, folder), found.pairs)


def follow_agreed(found: Comparison, reference: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """What both drafts share with a reference text (its PARAGRAPHS): the frames AGREED and AGREED_CHANGES."""
    from workbook.meaning.agreed import find_agreed
    from workbook.meaning.agreed_changes import compare_agreed

    agreed = find_agreed(found.paragraphs, reference)
    return agreed, compare_agreed(agreed, found.paragraphs, found.pairs, found.diffs)
