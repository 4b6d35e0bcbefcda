"""What the notebooks say: every number in their prose, computed anew from the frames.

A finding is a piece of a notebook's prose with its numbers left open. Filled in, each must stand in
the prose word for word, and the prose must hold no number besides.
"""

import json
import re
from pathlib import Path

import polars as pl
import pytest

from workbook.app import compare_drafts
from workbook.show.counts import count_words, place_words
from workbook.text.drafts import load_drafts, shipped_data
from workbook.text.paragraphs import body_of
from workbook.text.runs import read_runs

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"
TAUGHT = sorted(path.stem for path in NOTEBOOKS.glob("[0-9]_*.ipynb"))
OLD, NEW = "rev2-printed", "wimn-printed"
NUMBER = re.compile(r"\d+(?:[.,]\d+)*[a-z]*")  # 7,722 and 0.219, and a paragraph's label: 44bis
NAMED = re.compile(r"`[^`]*`|\bRev \d\b")  # code and names of drafts: numbers that nobody counted
SPELLED = re.compile(r"\b(three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred)\b", re.I)

FINDINGS = {
    "0_start": [
        "of {runs:,} runs, {marked} are marked",
        "The first file has {old} paragraphs with {words_old:,} words, "
        "the second {new} paragraphs with {words_new:,} words",
        "Paragraph {doubled} shows how that looks",
        "In {same} pairs the words are the same, and {edited} pairs are edited",
        "The {halves} splits are {split} old paragraphs",
        "there are {inserted} paragraphs with no forerunner, and {fragments} fragments",
        "Here is paragraph {doubled} again",
        "Of {words_old:,} old words, only {words_out} are not in the second file; "
        "of its {words_new:,} words, {words_in:,} are not in the first",
        "More words came in under the recommendations, by far the longest part, than anywhere else: "
        "{longest[words_in]}.",
        "For its length the introduction grew most, from {grown[words_old]:,} to {grown[words_new]:,} words",
        "no square has more change than objective {square[tag]}, on fair recruitment and decent work, "
        "in the recommendations: {square[words]} words, {square[percent]} percent, "
        "in {square[touched]} of {square[paragraphs]} paragraphs",
        "Of {old} paragraphs in the file of Rev 2, {same} stand unchanged in the file that WIMN sent, "
        "and {edited} are edited. Another {split} are split in two, and {inserted} paragraphs are new. "
        "{words_in:,} words stand only in the second file and {words_out} only in the first",
        "there more words changed under objective {square[tag]} than under any other",
    ],
    "2_compare": [
        "`score`, from {lowest:.0f} to {highest:.0f},",
        "Most paragraphs, {edited} of them, are edited. "
        "{halves} rows are the halves of {split} split paragraphs. "
        "{inserted} paragraphs are new (*inserted*), and {fragments} rows are fragments",
        "{same} paragraphs have the same words in both files. {moved} paragraphs moved: "
        "{first[0]} is now {first[1]}, and {second[0]} is now {second[1]}",
        'announces both in a bracket such as "[former {second[0]}]"',
        "{silent} paragraphs have a new number without a word about it: "
        "{other[0]} is now {other[1]}, and {trap[0]} is now {trap[1]}",
        "there is a {trap[0]} in both files",
        "The new {trap[0]} was split from {parent}, and the old {trap[0]}, word for word, "
        "is now called {trap[1]}",
        '{split} paragraphs are split, each into itself and its "bis"',
        "For {weak[old_label]} and {weak[new_label]} it is only {weak[score]:.3f}: "
        "one reader may call {weak[new_label]} a part of {weak[old_label]}",
        "Still, {borrower} uses words of {lender}",
        "The least sure of the edited pairs, {doubtful[new_label]}, still shares {doubtful[percent]} percent "
        "of its rarer wording with the old {doubtful[old_label]}",
        "This is the new {other[1]}:",
        "chooses objective {borders}, on borders",
        "Of the old paragraphs, {same} stand unchanged, {edited} were edited and {split} were split. "
        "{moved} of the edited ones moved, and the new text says so; {silent} more got another number, "
        "and the new text does not say so. {inserted} paragraphs are new. None is marked as gone",
    ],
}


@pytest.fixture(scope="module")
def facts():
    """Everything that a finding names, and what the prose says of it without a number."""
    comparison = compare_drafts(OLD, NEW, shipped_data())
    steps = (count_texts, count_kinds, name_moves, name_doubts, count_places)
    return {name: fact for step in steps for name, fact in step(comparison).items()}


def count_texts(comparison):
    body, runs = body_of(comparison.paragraphs), read_runs(load_drafts(shipped_data()))
    doubled = body.filter(pl.col("text").str.starts_with("We commend recognize the work"))
    return {
        "runs": len(runs),
        "marked": len(runs.filter((pl.col("inserted_by") != "") | (pl.col("deleted_by") != ""))),
        "old": len(body_of(body, OLD)),
        "new": len(body_of(body, NEW)),
        "doubled": doubled["label"].item(),
        **count_words(comparison.diffs).select(pl.col("^words_.*$").sum()).row(0, named=True),
    }


def count_kinds(comparison):
    pairs = comparison.pairs
    kinds = dict(pairs.group_by("relation").len().iter_rows())
    split = pairs.filter(pl.col("relation") == "split")
    into = split.select("old_label", "new_label")
    assert set(into.iter_rows()) == {(old, old + end) for old in into["old_label"] for end in ("", "bis")}
    assert not {"deleted", "merged"} & set(kinds)
    return {
        "same": kinds["same"],
        "edited": kinds["edited"],
        "inserted": kinds["inserted"],
        "fragments": kinds["fragment"],
        "halves": kinds["split"],
        "split": split["old_position"].n_unique(),
    }


def name_moves(comparison):
    sides, pairs = ["old_label", "new_label"], comparison.pairs
    moved = pairs.filter("moved")
    silent = pairs.filter(pl.col("renumbered") & ~pl.col("announced"))
    assert moved.select(pl.col("announced") & (pl.col("relation") == "edited")).to_series().all()
    assert silent["relation"].to_list() == ["edited", "same"]
    (first, second), (other, trap) = moved.select(sides).rows(), silent.select(sides).rows()
    parent = pairs.filter(pl.col("new_label") == trap[0])["old_label"].item()
    found = {"moved": len(moved), "silent": len(silent), "parent": parent}
    return found | {"first": first, "second": second, "other": other, "trap": trap}


def name_doubts(comparison):
    pairs = comparison.pairs.sort("score")
    split, edited, new, fragments = (
        pairs.filter(pl.col("relation") == kind) for kind in ("split", "edited", "inserted", "fragment")
    )
    borrowed = fragments.filter(pl.col("new_label").is_in(new["new_label"].to_list()))
    doubtful = edited.row(0, named=True)
    borders = comparison.terms.filter(pl.col("title").str.starts_with("Manage borders"))
    return {
        "lowest": pairs["score"].min(),
        "highest": pairs["score"].max(),
        "weak": split.row(0, named=True),
        "doubtful": doubtful | {"percent": round(100 * doubtful["score"])},
        "borrower": borrowed["new_label"].item(),
        "lender": borrowed["old_label"].item(),
        "borders": borders["tag"].unique().item(),
    }


def count_places(comparison):
    placed = place_words(comparison.diffs, comparison.paragraphs).group_by("section", maintain_order=True)
    parts, changed = placed.agg(pl.col("^words_.*$").sum()), pl.col("words_in") + pl.col("words_out")
    longest = parts.sort("words_new").row(-1, named=True)
    grown = parts.sort(pl.col("words_new") / pl.col("words_old")).row(-1, named=True)
    squares = comparison.counts.filter(pl.col("scheme") == "objective").with_columns(words=changed)
    square = squares.sort("words").row(-1, named=True)
    assert parts.filter(changed == 0)["section"].to_list() == [""]
    assert longest["section"].startswith("Recommendations")
    assert longest["words_in"] == parts["words_in"].max()
    assert grown["section"] == "Introduction"
    assert square["section"] == longest["section"]
    assert "ethical recruitment" in square["title"]
    square["percent"] = round(100 * square["share"])
    return {"longest": longest, "grown": grown, "square": square}


def read_cells(name):
    return json.loads((NOTEBOOKS / f"{name}.ipynb").read_text(encoding="utf-8"))["cells"]


def read_source(cell):
    return "".join(cell["source"])


def read_prose(name):
    return "\n\n".join(read_source(cell) for cell in read_cells(name) if cell["cell_type"] == "markdown")


def fill_in(name, facts):
    return [finding.format(**facts) for finding in FINDINGS[name]]


def check_prose(prose, findings):
    """The findings that do not stand in the prose, and the numbers in it that are no finding."""
    absent = [finding for finding in findings if finding not in prose]
    for finding in findings:
        prose = prose.replace(finding, "")
    rest = NAMED.sub("", prose)
    return absent, NUMBER.findall(rest) + SPELLED.findall(rest)


@pytest.mark.parametrize("name", TAUGHT)
def test_every_number_in_the_prose_is_what_the_frames_say(name, facts):
    assert check_prose(read_prose(name), fill_in(name, facts)) == ([], [])


@pytest.mark.parametrize("name", TAUGHT)
def test_any_wrong_number_in_the_prose_would_be_found(name, facts):
    prose, findings = read_prose(name), fill_in(name, facts)
    named = [range(*match.span()) for match in NAMED.finditer(prose)]
    numbers = [match.span() for match in NUMBER.finditer(prose)]
    counted = [(start, end) for start, end in numbers if not any(start in span for span in named)]
    assert len(counted) > 20
    for start, end in counted:
        wrong = f"{prose[:start]}999{prose[end:]}"
        assert check_prose(wrong, findings) != ([], []), prose[start - 40 : end + 40]


@pytest.mark.parametrize("name", TAUGHT)
def test_a_number_stands_beside_the_cell_that_shows_it(name, facts):
    cells = read_cells(name)
    for finding in fill_in(name, facts):
        for place in [at for at, cell in enumerate(cells) if finding in read_source(cell)]:
            beside = cells if place == len(cells) - 1 else find_neighbours(cells, place)
            shown = NUMBER.findall("\n".join(read_shown(cell) for cell in beside))
            told = set(NUMBER.findall(NAMED.sub("", finding)))
            assert told <= {number.removesuffix(".0") for number in shown}, finding


def find_neighbours(cells, place):
    """The code cells that stand directly before and behind the prose at this place."""
    before, behind = cells[:place][::-1], cells[place + 1 :]
    texts = [[cell["cell_type"] for cell in side] + ["markdown"] for side in (before, behind)]
    return before[: texts[0].index("markdown")] + behind[: texts[1].index("markdown")]


def read_shown(cell):
    """A code cell's source and its output as plain text; of prose, nothing."""
    if cell["cell_type"] == "markdown":
        return ""
    outputs = ["".join(output.get("data", {}).get("text/plain", "")) for output in cell["outputs"]]
    return "\n".join([read_source(cell), *outputs])
