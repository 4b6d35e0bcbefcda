"""How far the marked editions of a data folder agree."""

from pathlib import Path

import polars as pl

from workbook.text.drafts import data_folder


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
