"""What the notebooks say: every number in their prose, computed anew from the frames.

A finding is a piece of a notebook's prose with its numbers left open. Filled in, each must stand in
the prose word for word, and the prose must hold no number besides. For each notebook a file of its
name in findings/ has its FINDINGS and counts their facts, from the comparisons that it asks for; a fact
found for one serves them all.
"""

import functools
import json
import re
import runpy
from pathlib import Path

import pytest

from workbook.app import compare_drafts, measure_agreement, read_text
from workbook.schemas import GRADE
from workbook.text.drafts import shipped_data

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"
TAUGHT = sorted(path.stem for path in NOTEBOOKS.glob("[0-9]_*.ipynb"))
TOLD = {path.stem: runpy.run_path(str(path)) for path in Path(__file__).parent.glob("findings/*.py")}
NUMBER = re.compile(r"\d+(?:[.,]\d+)*[a-z]*")  # 7,722 and 0.219, and a paragraph's label: 44bis
NAMED = re.compile(r"`[^`]*`|\bRev \d\b")  # code and names of drafts: numbers that nobody counted
SPELLED = re.compile(r"\b(three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred)\b", re.I)


@pytest.fixture(scope="module")
def facts():
    """Everything that a finding names, and what the prose says of it without a number."""
    compare = functools.cache(lambda old, new: compare_drafts(old, new, shipped_data()))
    found = [told["find_facts"](compare) for told in TOLD.values()]
    assert len({name for facts in found for name in facts}) == sum(map(len, found)), "a name for two facts"
    return {name: fact for facts in found for name, fact in facts.items()}


def read_cells(name):
    return json.loads((NOTEBOOKS / f"{name}.ipynb").read_text(encoding="utf-8"))["cells"]


def read_source(cell):
    return "".join(cell["source"])


def read_prose(name):
    return "\n\n".join(read_source(cell) for cell in read_cells(name) if cell["cell_type"] == "markdown")


def fill_in(name, facts):
    return [finding.format(**facts) for finding in TOLD[name]["FINDINGS"]]


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
            assert told <= {*shown, *(number.removesuffix(".0") for number in shown)}, finding


def test_the_readme_tells_the_agreement_that_is_measured_and_the_words_of_the_readings():
    readme = (NOTEBOOKS.parent / "README.md").read_text(encoding="utf-8")
    for words, share in measure_agreement(shipped_data())[0].select("words", "share").iter_rows():
        assert f"{share:.1%} of {words:,}" in readme or f"{share:.1%} of the {words:,}" in readme
    for old, new in (("rev2", "rev3"), ("rev3", "wimn")):
        origins = compare_drafts(old, new).origins.filter(weight="substance")
        words = [origins.filter(grade=grade)["words"].sum() for grade in GRADE.categories]
        assert f"| {' | '.join(f'{count:,}' for count in words)} |" in readme
    rows = dict(re.findall(r"^\| ([^|]+) \| (we commit to [^|]+) \|$", readme, re.M))
    assert len(rows) == 4
    for draft, told in zip(["rev2", "rev3", "wimn", "wimn-printed"], rows.values(), strict=True):
        text = read_text(draft)[0].filter(label="39bis", kind="paragraph")["text"].item()
        quoted = told.replace("**", "").removesuffix(" ...")
        assert quoted in text


def test_the_readme_shows_what_each_reading_of_the_sample_says():
    readme = (NOTEBOOKS.parent / "README.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([^`]+)` \| (We commit to [^|]+) \|$", readme, re.M))
    assert set(rows) == {"none", "all", "Chair's office", "Network of port communities"}
    for hands, told in rows.items():
        text = read_text(f"{shipped_data()}/samples/harbours.docx@{hands}")[0]
        assert text.filter(label="3")["text"].item() == told.replace("**", "")


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
