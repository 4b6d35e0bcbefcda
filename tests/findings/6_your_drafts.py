"""What 6_your_drafts says, and what its numbers are."""

import polars as pl

from workbook.app import compare_drafts
from workbook.show.tallies import count_hands
from workbook.text.drafts import load_drafts, shipped_data
from workbook.text.paragraphs import body_of, split_paragraphs
from workbook.text.runs import read_runs

FINDINGS = [
    "So the two files give {own_drafts} drafts, {own_each} each.",
    "Here are the runs of paragraph {own_first}.",
    'struck "must" and put "should" in its place on {own_days[0]} May; '
    "the Network of port communities put in its clause on {own_days[1]} May.",
    "Of the {own_runs} runs of the file, {own_marked} bear a change. "
    "The last table shows paragraph {own_shown} as each reading has it.",
    "cut paragraph {own_split[0]} in two, so the text before the changes has {own_before} paragraphs, "
    "and the one after them {own_after}: {own_split[1]} came out of {own_split[0]}, {own_new} is new, "
    "and {own_gone} is gone.",
    "{own_edited} paragraphs were edited, paragraph {own_split[0]} was split, "
    "paragraph {own_gone} is gone and {own_new} is new.",
    "the Network put in {own_words[0][0]} and struck {own_words[0][1]}, "
    "the Chair's office put in {own_words[1][0]} and struck {own_words[1][1]}.",
    "in the text before them, paragraph {own_split[0]} in {own_torn} pieces.",
    "read as two hands, {own_marked} marked runs in all; its two states were compared in {own_pairs} rows",
]


def find_facts(_compare):
    folder = shipped_data() / "samples"
    drafts = load_drafts(folder)
    word = drafts.filter(pl.col("draft").str.starts_with("harbours.docx"))
    runs = read_runs(word)
    marked = runs.filter((pl.col("inserted_by") != "") | (pl.col("deleted_by") != ""))
    body = body_of(split_paragraphs(runs, word))
    found = compare_drafts("harbours.docx@none", "harbours.docx@all", folder)
    pairs = found.pairs
    [split] = pairs.filter(relation="split").select("old_label").unique().to_series()
    words = {row[0]: row[2:] for row in count_hands(found.origins).rows()}
    assert set(words) == {"Network of port communities", "Chair's office"}
    pdf = drafts.filter(pl.col("draft") == "harbours.pdf@none")
    torn = body_of(split_paragraphs(read_runs(pdf), pdf))
    days = marked.filter(pl.col("block") == 2)["date"].dt.day().unique().sort().to_list()
    return {
        "own_drafts": len(drafts),
        "own_each": len(word),
        "own_first": runs.filter(pl.col("block") == 2)["text"][0].split(".")[0],
        "own_days": days,
        "own_runs": len(runs),
        "own_marked": len(marked),
        "own_shown": "3",
        "own_before": len(body.filter(draft="harbours.docx@none")),
        "own_after": len(body.filter(draft="harbours.docx@all")),
        "own_split": (
            split,
            *pairs.filter(pl.col("relation") == "split", pl.col("new_label") != split)["new_label"],
        ),
        "own_new": pairs.filter(relation="inserted")["new_label"].item(),
        "own_gone": pairs.filter(relation="deleted")["old_label"].item(),
        "own_edited": len(pairs.filter(relation="edited")),
        "own_words": [words["Network of port communities"], words["Chair's office"]],
        "own_torn": 1 + len(torn) - len(body.filter(draft="harbours.docx@none")),
        "own_pairs": len(pairs),
    }
