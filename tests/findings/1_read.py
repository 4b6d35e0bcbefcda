"""What 1_read says, and what its numbers are."""

import re
from pathlib import Path

import polars as pl

from workbook.compare.words import COUNTED
from workbook.text.account import account_for
from workbook.text.citations import find_citations
from workbook.text.drafts import load_drafts, shipped_data
from workbook.text.marks import find_marks
from workbook.text.objectives import list_objectives
from workbook.text.paragraphs import body_of, split_paragraphs
from workbook.text.runs import read_runs

OLD, NEW = "rev2-printed", "wimn-printed"
FINDINGS = [
    "The first printed file has {lines[0]} runs, each a whole paragraph or heading on one long line. "
    "The second has {lines[1]:,}: it was a PDF",
    "The columns for hands hold {hands} marks in both.",
    "{printed_old} numbered paragraphs in the first file, {printed_new} in the second; "
    "each has {headings} headings and {footnotes} footnotes. "
    "The second also brings a letter in {letter} pieces",
    "Rev 3 is read with {read_rev3} of them, since {added} are WIMN's; of Rev 1 we see {read_rev1}.",
    "{quoted} pieces of the letter bear the number of a paragraph: "
    "{boxes[0]}, {boxes[1]}, {boxes[2]} and {boxes[3]}.",
    "A new paragraph behind {behind[0]} becomes {behind[1]}, the next ones *ter*, *quat* and *quint*; "
    "a new one before {before[0]} becomes {before[1]}.",
    '"{odd_label[0]}", as printed, is {odd_label[1]}; "{apart[0]}" is {apart[1]}. '
    "{renamed} labels name their old number: "
    "{announced[0][0]} was {announced[0][1]}, and {announced[1][0]} was {announced[1][1]}.",
    "{unused} numbers are used in no draft, {gaps[0]} and {gaps[1]}.",
    "{bracketed} brackets name sources, those in the letter among them.",
    '{leftovers} leftovers of a word processor, "bookmark"',
    "the one in paragraph {instructed}, above, asks somebody to add a citation, "
    "and yet it is counted, as {instructions} sources.",
    "The footnotes name all {objectives} objectives of the Global Compact. "
    "The first file holds {characters[0]:,} characters, the second {characters[1]:,}; "
    "{words[0]:,} and {words[1]:,} of them are the words of the numbered paragraphs.",
    "Paragraph {case}, of which the letter speaks",
    "Paragraph {asked}: the letter documents it",
    "The next table is paragraph {asked}, where",
    "Paragraph {open}: where words stay unknown",
    "came into paragraph {open}.",
    "{grades[rev3][unknown]} that are read as Rev 3's change, {grades[wimn][unknown]} read as WIMN's "
    "and {grades[rev2][unknown]} in Rev 2's file. "
    "On the other side stand {grades[wimn][documented]} of WIMN's words that are documented.",
    "The first file holds {characters[0]:,} characters, the second {characters[1]:,}, and every one",
    "{words[0]:,} characters of the first are the words of its {printed_old} paragraphs, "
    "and {words[1]:,} of the second are the words of its {printed_new}.",
]


def find_facts(compare):
    drafts = load_drafts(shipped_data())
    printed = drafts.filter(pl.col("kind") == "printed")
    assert printed["draft"].to_list() == [OLD, NEW]
    runs = read_runs(drafts)
    paragraphs = split_paragraphs(runs, drafts)
    files = [Path(file).read_text(encoding="utf-8") for file in printed["file"]]
    return {
        **count_pieces(paragraphs, read_runs(printed)),
        **name_labels(body_of(paragraphs)),
        **count_brackets(paragraphs, files),
        **count_instructions(find_citations(runs, printed)),
        **count_characters(account_for(runs, printed), files),
        **weigh_marks(find_marks(runs, drafts)),
    }


def count_pieces(paragraphs, runs):
    kinds = {row[:2]: row[2] for row in paragraphs.group_by("draft", "kind").len().iter_rows()}
    letter = paragraphs.filter(pl.col("draft") == NEW, pl.col("kind") == "letter", pl.col("label") != "")
    boxes = letter["label"].to_list()
    for kind in ("heading", "footnote"):
        assert kinds[OLD, kind] == kinds[NEW, kind]
    assert kinds[NEW, "title"] == 1
    assert not {(OLD, "letter"), (OLD, "title"), (OLD, "item"), (NEW, "item")} & set(kinds)
    return {
        "lines": runs.group_by("file", maintain_order=True).len()["len"].to_list(),
        "hands": len(runs.filter((pl.col("inserted_by") + pl.col("deleted_by")) != "")),
        "printed_old": kinds[OLD, "paragraph"],
        "printed_new": kinds[NEW, "paragraph"],
        "read_rev3": kinds["rev3", "paragraph"],
        "read_rev1": kinds["rev1", "paragraph"],
        "added": kinds["wimn", "paragraph"] - kinds["rev3", "paragraph"],
        "headings": kinds[OLD, "heading"],
        "footnotes": kinds[OLD, "footnote"],
        "letter": kinds[NEW, "letter"],
        "quoted": len(boxes),
        "boxes": boxes,
    }


def name_labels(body):
    copy = body.filter(pl.col("draft") == NEW)
    labels = copy["label"].to_list()
    printed = dict(copy.select("label", "printed_label").iter_rows())
    former = copy.filter(pl.col("former") != "").select("label", "former").rows()
    numbers = {int(re.match(r"\d+", label)[0]) for label in body["label"]}
    assert labels.index("4bis") == labels.index("4") + 1
    assert labels.index("9pre") < labels.index("9bis")
    return {
        "behind": ("4", "4bis"),
        "before": ("9", "9pre"),
        "odd_label": (printed["9quat"].strip("."), "9quat"),
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


def count_instructions(sources):
    notes = sources.filter(pl.col("printed").str.contains("add a citation"))
    return {"instructed": notes["label"].unique().item(), "instructions": len(notes)}


def count_characters(account, files):
    roles = account.group_by("draft", "role").agg(pl.col("text").str.len_chars().sum())
    lengths = {row[:2]: row[2] for row in roles.iter_rows()}
    for draft, file in zip((OLD, NEW), files, strict=True):
        assert "".join(account.filter(pl.col("draft") == draft)["text"]) == file
    return {
        "characters": [len(file) for file in files],
        "words": [lengths[OLD, "text"], lengths[NEW, "text"]],
    }


def weigh_marks(marks):
    """The words under the marks of each hand, by grade, and what the prose says of the chosen paragraphs."""
    words = pl.col("text").str.count_matches(COUNTED).sum()
    grades = {}
    counted = marks.filter(pl.col("draft").is_in(["rev2", "wimn"])).group_by("hand", "grade").agg(words)
    for hand, grade, number in counted.iter_rows():
        grades.setdefault(hand, {})[grade] = number
    suggested = marks.filter(pl.col("draft") == "wimn")
    case, asked, unknown = (suggested.filter(pl.col("label") == label) for label in ("39bis", "42", "44"))
    assert find_grades(case, "contribution to") == find_grades(case, "participation in") == {"documented"}
    assert find_grades(case, "UN Migration Network") == {"inferred"}
    assert find_grades(asked, "and children, in particular girls") == {"documented"}
    assert find_grades(unknown, "voluntary") == find_grades(unknown, "right to privacy") == {"unknown"}
    assert find_grades(unknown, "confiscation") == {"inferred"}
    return {"grades": grades, "case": "39bis", "asked": "42", "open": "44"}


def find_grades(marks, words):
    return set(marks.filter(pl.col("text").str.contains(words, literal=True))["grade"])
