"""What 1_read says, and what its numbers are."""

import re
from pathlib import Path

import polars as pl

from workbook.text.account import account_for
from workbook.text.citations import find_citations
from workbook.text.objectives import list_objectives
from workbook.text.paragraphs import body_of
from workbook.text.runs import read_runs

OLD, NEW = "rev2-printed", "wimn-printed"
FINDINGS = [
    "The first file has {lines[0]} runs, each a whole paragraph or heading on one long line. "
    "The second has {lines[1]:,}: it was a PDF",
    "The columns for hands hold {hands} marks in both files",
    "{old} numbered paragraphs in the first file, {new} in the second; "
    "each has {headings} headings and {footnotes} footnotes. "
    "The second also brings a letter in {letter} pieces",
    'It lists its requests as "{requests[0]}." to "{requests[1]}."',
    "{quoted} pieces of the letter bear the number of a paragraph: "
    "{boxes[0]}, {boxes[1]}, {boxes[2]} and {boxes[3]}.",
    "A new paragraph behind {behind[0]} becomes {behind[1]}, the next ones *ter*, *quat* and *quint*; "
    "a new one before {before[0]} becomes {before[1]}.",
    '"{odd[0]}", as printed, is {odd[1]}; "{apart[0]}" is {apart[1]}. '
    "{renamed} labels name their old number: "
    "{announced[0][0]} was {announced[0][1]}, and {announced[1][0]} was {announced[1][1]}.",
    "{unused} numbers are used in neither file, {gaps[0]} and {gaps[1]}.",
    "The round tables list {objectives} objectives, each of them once",
    "{bracketed} brackets name sources, those in the letter among them.",
    '{leftovers} leftovers of a word processor, "bookmark"',
    'the Global Compact itself ("gcm", {compact[0]} times in the first file, '
    "{compact[1]} times in the second), "
    "resolution {resolution} of the General Assembly ({resolved} times in each) "
    "and the report of the Secretary-General ({reports[0]} and {reports[1]} times)",
    "This one, in paragraph {instructed}, asks somebody to add a citation. "
    "It is an instruction, and yet it is counted, as {instructions} sources.",
    "The first file holds {characters[0]:,} characters, the second {characters[1]:,}.",
    "{words[0]:,} characters of the first are the words of its {old} paragraphs, "
    "and {words[1]:,} of the second are the words of its {new}; ",
    "a letter of {letter_characters:,} characters. The footnotes of both name {objectives} objectives.",
]


def find_facts(comparison):
    body, runs = body_of(comparison.paragraphs), read_runs(comparison.drafts)
    files = [Path(file).read_text(encoding="utf-8") for file in comparison.drafts["file"]]
    return {
        **count_pieces(comparison.paragraphs, runs, files),
        **name_labels(body),
        **count_brackets(comparison.paragraphs, files),
        **count_sources(
            find_citations(runs, comparison.drafts).join(body, on=["draft", "position"], how="semi")
        ),
        **count_characters(account_for(runs, comparison.drafts), files),
    }


def count_pieces(paragraphs, runs, files):
    kinds = {row[:2]: row[2] for row in paragraphs.group_by("draft", "kind").len().iter_rows()}
    boxes = paragraphs.filter(pl.col("kind") == "letter", pl.col("label") != "")["label"].to_list()
    requests = re.findall(r"^ ?(\d)\. ", files[1][: files[1].index("WIMN Suggested Language")], re.M)
    for kind in ("heading", "footnote"):
        assert kinds[OLD, kind] == kinds[NEW, kind]
    assert kinds[NEW, "title"] == 1
    assert not {(OLD, "letter"), (OLD, "title"), (OLD, "item"), (NEW, "item")} & set(kinds)
    return {
        "lines": runs.group_by("file", maintain_order=True).len()["len"].to_list(),
        "hands": len(runs.filter((pl.col("inserted_by") + pl.col("deleted_by")) != "")),
        "headings": kinds[OLD, "heading"],
        "footnotes": kinds[OLD, "footnote"],
        "letter": kinds[NEW, "letter"],
        "requests": requests[:: len(requests) - 1],
        "quoted": len(boxes),
        "boxes": boxes,
    }


def name_labels(body):
    labels = body.filter(pl.col("draft") == NEW)["label"].to_list()
    printed = dict(body.filter(pl.col("draft") == NEW).select("label", "printed_label").iter_rows())
    former = body.filter(pl.col("former") != "").select("label", "former").rows()
    numbers = {int(re.match(r"\d+", label)[0]) for label in body["label"]}
    assert labels.index("4bis") == labels.index("4") + 1
    assert labels.index("9pre") < labels.index("9bis")
    return {
        "behind": ("4", "4bis"),
        "before": ("9", "9pre"),
        "odd": (printed["9quat"].strip("."), "9quat"),
        "apart": (printed["26bis"], "26bis"),
        "renamed": len(former),
        "announced": former,
        "gaps": (gaps := sorted(set(range(1, max(numbers))) - numbers)),
        "unused": len(gaps),
    }


def count_brackets(paragraphs, files):
    squares = [square for file in files for square in re.findall(r"\[[^\]]*\]", file)]
    leftovers = [square for square in squares if square.startswith("[bookmark")]
    other = r"\[(?:bookmark|footnoteRef|\d: |NEW|SPLIT|former)"
    listed = list_objectives(paragraphs).sort("draft", "objective")
    for draft in (OLD, NEW):
        numbers = listed.filter(pl.col("draft") == draft)["objective"].to_list()
        assert numbers == list(range(1, len(numbers) + 1))
    assert listed["objective"].n_unique() == listed.select("objective", "title").n_unique()
    return {
        "bracketed": len([square for square in squares if not re.match(other, square)]),
        "leftovers": len(leftovers),
        "objectives": listed["objective"].n_unique(),
    }


def count_sources(sources):
    named = sources.with_columns(pl.col("source").str.to_lowercase()).group_by("draft", "source").len()
    times = {row[:2]: row[2] for row in named.iter_rows()}
    most = [times[draft, source] for source in ("gcm", "sg report", "76/172") for draft in (OLD, NEW)]
    assert sorted(most) == sorted(named["len"].to_list())[-6:]
    assert times[OLD, "76/172"] == times[NEW, "76/172"]
    notes = sources.filter(pl.col("printed").str.contains("add a citation"))
    return {
        "compact": [times[OLD, "gcm"], times[NEW, "gcm"]],
        "reports": [times[OLD, "sg report"], times[NEW, "sg report"]],
        "resolution": "76/172",
        "resolved": times[OLD, "76/172"],
        "instructed": notes["label"].unique().item(),
        "instructions": len(notes),
    }


def count_characters(account, files):
    roles = account.group_by("draft", "role").agg(pl.col("text").str.len_chars().sum())
    lengths = {row[:2]: row[2] for row in roles.iter_rows()}
    for draft, file in zip((OLD, NEW), files, strict=True):
        assert "".join(account.filter(pl.col("draft") == draft)["text"]) == file
    return {
        "characters": [len(file) for file in files],
        "words": [lengths[OLD, "text"], lengths[NEW, "text"]],
        "letter_characters": lengths[NEW, "letter"],
    }
