"""The manners of the notebooks: short, mostly prose, one question, and nothing saved that does not last."""

import json
import re
import statistics
from pathlib import Path

import pytest

from workbook.show.cards import CAUTION

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
TAUGHT = sorted(path.stem for path in NOTEBOOKS.glob("[0-9]_*.ipynb"))
WORKSHOP = ["workshop/guide", "workshop/roles", "workshop/start"]
SAVED = [*TAUGHT, *WORKSHOP, "dashboard"]
LARGEST = 50_000  # characters of one output: a heatmap has 40,000
MACHINE = re.compile(r"(?<![\w.:/])/(?:home|root|tmp|work|usr|var|Users)/|[A-Z]:\\\\")
PROGRAMMING = re.compile(r"\b(def|class|for|while|lambda)\b|^\s*[!%]", re.M)


def read_notebook(name):
    return json.loads((NOTEBOOKS / f"{name}.ipynb").read_text(encoding="utf-8"))


def read_sources(name, kind):
    cells = read_notebook(name)["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == kind]


@pytest.mark.parametrize("name", [*TAUGHT, *WORKSHOP])
def test_the_title_asks_and_the_last_cell_answers(name):
    cells, prose = read_notebook(name)["cells"], read_sources(name, "markdown")
    assert [cells[0]["cell_type"], cells[-1]["cell_type"]] == ["markdown", "markdown"]
    assert re.match(r"# .+\?\n", prose[0])
    for told in ("What we may conclude", "What we may not conclude"):
        assert told in prose[-1]


@pytest.mark.parametrize("name", [*TAUGHT, *WORKSHOP])
def test_the_prose_says_what_a_printed_text_is_not(name):
    assert any(CAUTION in cell for cell in read_sources(name, "markdown"))


@pytest.mark.parametrize("name", [*TAUGHT, *WORKSHOP])
def test_there_are_few_cells_and_few_lines_in_each(name):
    code = read_sources(name, "code")
    lines = [len([line for line in source.split("\n") if line.strip()]) for source in code]
    # Role cards and a page of one screen need no more cells than they have.
    fewest = 3 if name in ("workshop/roles", "workshop/start") else 10
    assert fewest <= len(read_notebook(name)["cells"]) <= 25
    assert statistics.median(lines) <= (3 if name != "workshop/start" else 4)
    assert max(lines) <= 8


@pytest.mark.parametrize("name", [*TAUGHT, *WORKSHOP])
def test_there_is_at_least_as_much_prose_as_code(name):
    prose, code = (sum(map(len, read_sources(name, kind))) for kind in ("markdown", "code"))
    assert prose >= code


@pytest.mark.parametrize("name", [*TAUGHT, *WORKSHOP])
def test_code_cells_hold_no_programming(name):
    for source in read_sources(name, "code"):
        assert not PROGRAMMING.search(re.sub(r'"[^"]*"', '""', source)), source


@pytest.mark.parametrize("name", SAVED)
def test_outputs_are_small_and_name_no_place_on_a_machine(name):
    outputs = [output for cell in read_notebook(name)["cells"] for output in cell.get("outputs", [])]
    assert {output["output_type"] for output in outputs} <= {"execute_result", "display_data"}
    assert max((len(json.dumps(output)) for output in outputs), default=0) < LARGEST
    assert not MACHINE.search(json.dumps(outputs, ensure_ascii=False))


@pytest.mark.parametrize("name", SAVED)
def test_neither_widgets_nor_times_are_saved(name):
    notebook = read_notebook(name)
    assert "widgets" not in notebook["metadata"]
    assert [cell["id"] for cell in notebook["cells"] if "execution" in cell["metadata"]] == []


def test_a_participants_page_fits_one_screen():
    first, *others = read_sources("workshop/start", "markdown")
    lines = [len(line) // 100 + 1 for line in first.split("\n")]
    assert sum(lines) <= 25 and len(others) == 1
    assert len(read_sources("workshop/start", "code")) == 1


def test_the_guide_answers_what_teachers_ask_each_in_a_part_of_its_own():
    asked = re.findall(r"^### .+\?$", "\n".join(read_sources("workshop/guide", "markdown")), re.M)
    subjects = (
        "answer hidden;without me;hide hints;offline machine;at once;quote;glossary;misreadings;collect;reset"
    )
    assert [subject in question for subject, question in zip(subjects.split(";"), asked, strict=True)] == [
        True
    ] * 10


def test_what_the_workshops_notebooks_call_a_button_or_a_place_is_called_so_on_the_page():
    sources = NOTEBOOKS.parent / "workbook/show/explorer/src"
    page = "\n".join(path.read_text(encoding="utf-8") for path in sources.rglob("*.js"))
    prose = "\n".join("\n".join(read_sources(name, "markdown")) for name in WORKSHOP)
    said = set(re.findall(r"(?<![*\w])\*([^*\n]+)\*(?![*\w])", prose))
    said -= {"Where", "page", "paper", "room", "unknown", "one laptop serves the room"}  # of the guide itself
    assert len(said) > 20
    assert sorted(name for name in said if name not in page) == []
