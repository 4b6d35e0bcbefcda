"""data/lexicon/glossary.csv -> GLOSSARY: words of negotiators and of the workbook, in plain ones."""

from pathlib import Path

import polars as pl

from workbook.meaning.sheet import read_sheet, refuse_gaps
from workbook.schemas import GLOSSARY, WorkbookError, conform
from workbook.text.drafts import data_folder, shipped_data


def load_glossary(folder: Path | str | None = None) -> pl.DataFrame:
    """One row a word, in the order of the alphabet: the frame GLOSSARY.

    `folder` holds glossary.csv; without one, or where it holds none, the project's own is taken. Raises
    WorkbookError, with file and line, where a column is missing, a word or its meaning is empty, or a word
    stands there twice.
    """
    own = (Path(folder) if folder else data_folder() / "lexicon") / "glossary.csv"
    path = own if own.is_file() else shipped_data() / "lexicon" / "glossary.csv"
    rows, places = [], {}
    for place, row in read_sheet(path, GLOSSARY, "a glossary"):
        refuse_gaps(row, ("term", "meaning"), place)
        for form in list_forms(row["term"], row["forms"]):
            if places.setdefault(form.casefold(), place) != place:
                raise WorkbookError(f"{place}: “{form}” is explained before. Take one of the two rows out.")
        rows.append({name: row[name].strip() for name in GLOSSARY})
    rows.sort(key=lambda row: row["term"].casefold())
    return pl.DataFrame(rows, schema=GLOSSARY).pipe(conform, GLOSSARY)


def list_forms(term: str, forms: str) -> list[str]:
    """The term, and the other words that mean it: `forms` are joined by semicolons."""
    return [word.strip() for word in (term, *forms.split(";")) if word.strip()]
