"""What 0_start says, and what its numbers are."""

from pathlib import Path

import polars as pl

from workbook.compare.words import COUNTED
from workbook.show.counts import count_words, place_words
from workbook.show.tallies import count_hands
from workbook.text.drafts import load_drafts, shipped_data
from workbook.text.paragraphs import body_of, split_paragraphs
from workbook.text.runs import read_runs

FINDINGS = [
    "In the file behind Rev 3, {marked[wimn]} of {runs[wimn]:,} runs are marked; "
    "in the printed texts, {marked[printed]}.",
    "paragraph {doubled}, as it is printed and as it is read",
    "Rev 2 is read with {old} paragraphs and {words_old:,} words, "
    "Rev 3 with {new} paragraphs and {words_new:,} words. "
    "WIMN's suggested language has {wimn} paragraphs and {words_wimn:,} words.",
    "In {same} pairs the words are the same, and {edited} pairs are edited. "
    "The {halves} splits are {split} old paragraphs",
    "there is {inserted} paragraph with no forerunner, and {fragments} fragments",
    "Here is paragraph {spoken}, and then the count",
    "Of {words_old:,} old words, the redlines strike {words_out}; "
    "of {words_new:,} new words, {words_in:,} are put in. "
    "{hand[words_in]} of the words put in and {hand[words_out]} of those struck "
    "are attributed to Rev 3's drafters. "
    "The row without a name holds the rest, {nobody[words_in]} in and {nobody[words_out]} out",
    'In paragraph {spoken} migrants\' "participation in" policy became a "contribution to" it.',
    "More words came in under the recommendations, by far the longest part, than anywhere else: "
    "{longest[words_in]}.",
    "For its length the part on round table {grown_table} grew most, "
    "from {grown[words_old]:,} to {grown[words_new]:,} words.",
    "no square has more change than objective {square[tag]}, on return and reintegration, "
    "in round table {grown_table}: {square[words]} words, {square[percent]} percent, "
    "in {square[touched]} of {square[paragraphs]} paragraphs",
    "Of {old} paragraphs of Rev 2, {same} stand unchanged in Rev 3, and {edited} are edited. "
    "Another {split} are split in two, and {inserted} paragraph is new. "
    "The redlines put {words_in:,} words in and strike {words_out}.",
]


def find_facts(compare):
    comparison = compare("rev2", "rev3")
    return count_runs() | count_texts(comparison) | count_places(comparison)


def count_runs():
    drafts = load_drafts(shipped_data())
    runs, found = read_runs(drafts), {"runs": {}, "marked": {}}
    for name, file in {"wimn": "marked/wimn-on-rev3.md", "printed": "printed/"}.items():
        own = runs.filter(pl.col("file").str.contains(file, literal=True))
        marks = own.filter((pl.col("inserted_by") != "") | (pl.col("deleted_by") != ""))
        found["runs"][name], found["marked"][name] = len(own), len(marks)
    body = body_of(split_paragraphs(runs, drafts))
    suggested = body_of(body, "wimn")
    doubled = body.filter(pl.col("text").str.starts_with("We commend recognize the work"))["label"].item()
    read = body.filter(pl.col("draft") == "rev2", pl.col("label") == doubled)["text"].item()
    assert read.startswith("We recognize the work")
    assert {Path(file).suffix for file in drafts["file"]} == {".md", ".txt"}
    return found | {
        "doubled": doubled,
        "wimn": len(suggested),
        "words_wimn": suggested["text"].str.count_matches(COUNTED).sum(),
    }


def count_texts(comparison):
    body, origins = body_of(comparison.paragraphs), comparison.origins
    tallies = {row["hand"]: row for row in count_hands(origins).to_dicts()}
    assert set(tallies) == {"rev3", ""}
    totals = count_words(comparison.diffs).select(pl.col("^words_.*$").sum()).row(0, named=True)
    assert totals["words_in"] == tallies["rev3"]["words_in"] + tallies[""]["words_in"]
    assert totals["words_out"] == tallies["rev3"]["words_out"] + tallies[""]["words_out"]
    spoken = origins.filter(pl.col("text") == "participation in", pl.col("grade") == "documented")
    return {
        "old": len(body_of(body, comparison.old)),
        "new": len(body_of(body, comparison.new)),
        "hand": tallies["rev3"],
        "nobody": tallies[""],
        "spoken": spoken["new_label"].item(),
        **totals,
    }


def count_places(comparison):
    placed = place_words(comparison.diffs, comparison.paragraphs).group_by("section", maintain_order=True)
    parts, changed = placed.agg(pl.col("^words_.*$").sum()), pl.col("words_in") + pl.col("words_out")
    longest = parts.sort("words_new").row(-1, named=True)
    grown = parts.sort(pl.col("words_new") / pl.col("words_old")).row(-1, named=True)
    squares = comparison.counts.filter(pl.col("scheme") == "objective").with_columns(words=changed)
    square = squares.sort("words").row(-1, named=True)
    assert parts.filter(changed == 0)["section"].to_list() == [""]
    assert longest["section"].startswith("Recommended actions")
    assert longest["words_in"] == parts["words_in"].max()
    assert square["section"] == grown["section"]
    assert "sustainable reintegration" in square["title"]
    square["percent"] = round(100 * square["share"])
    return {
        "longest": longest,
        "grown": grown,
        "grown_table": grown["section"].removeprefix("Round table ").split()[0],
        "square": square,
    }
