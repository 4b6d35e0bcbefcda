"""The package as a whole: quick to import, documented, in small pieces, and made for any draft."""

import ast
import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

import workbook
from workbook.show.cards import CAUTION
from workbook.text.drafts import load_drafts, shipped_data
from workbook.text.paragraphs import body_of, split_paragraphs
from workbook.text.runs import read_runs

PACKAGE = Path(workbook.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
# Each of these costs a noticeable part of a second; a visitor's kernel should not wait for them.
HEAVY = {
    "scipy",
    "plotly",
    "ipywidgets",
    "anywidget",
    "IPython",
    "traitlets",
    "voila",
    "tornado",
    "rapidfuzz",
    "lxml",
    "docx",
    "pypdfium2",
    "charset_normalizer",
    "xlsxwriter",
}
# Room above the aims of CONTRIBUTING.md (200 and 25), not a licence to fill it.
MOST_LINES, MOST_LINES_A_FUNCTION = 250, 60
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def name_file(path):
    return str(path.relative_to(PACKAGE))


def read_tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def is_public(node):
    return isinstance(node, (*FUNCTIONS, ast.ClassDef)) and not node.name.startswith("_")


def list_public(tree):
    """The public classes and functions of a module, and the public methods of these classes."""
    for node in filter(is_public, tree.body):
        yield node
        if isinstance(node, ast.ClassDef):
            yield from filter(is_public, node.body)


def list_words(path):
    """The words that the code itself holds, patterns among them: every literal that is no docstring."""
    tree = read_tree(path)
    said = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said
    ]


def run_python(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


# Importing


def test_importing_the_package_loads_nothing_heavy():
    loaded = run_python("import sys, workbook; print(*sys.modules)").split()
    roots = {name.split(".")[0] for name in loaded}
    assert "workbook" in roots
    assert roots & HEAVY == set()
    assert [name for name in roots if name.startswith("jupyter")] == []


def test_reading_a_text_loads_nothing_heavy():
    code = "import sys; from workbook import load_drafts, read_runs, split_paragraphs; print(*sys.modules)"
    assert {name.split(".")[0] for name in run_python(code).split()} & HEAVY == set()


@pytest.mark.parametrize("name", workbook.__all__)
def test_every_public_name_is_there_and_says_what_it_is(name):
    found = getattr(workbook, name)
    assert found.__name__ == name
    assert inspect.getdoc(found)
    assert name in dir(workbook)


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="nonsense"):
        _ = workbook.nonsense


def test_the_names_in_the_docstring_of_the_package_are_public():
    assert set(re.findall(r"(\w+)\(", workbook.__doc__)) <= set(workbook.__all__)


# Documentation and size


@pytest.mark.parametrize("path", FILES, ids=name_file)
def test_every_module_and_every_public_function_has_a_docstring(path):
    tree = read_tree(path)
    assert ast.get_docstring(tree)
    assert [node.name for node in list_public(tree) if not ast.get_docstring(node)] == []


def test_no_file_and_no_function_is_long():
    lengths = {name_file(path): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    # The list of all frames is as long as there are frames.
    files = {name: length for name, length in lengths.items() if name != "schemas.py"}
    functions = {
        f"{name_file(path)}: {node.name}": node.end_lineno - node.lineno + 1
        for path in FILES
        for node in ast.walk(read_tree(path))
        if isinstance(node, FUNCTIONS)
    }
    assert [name for name, lines in files.items() if lines > MOST_LINES] == []
    assert [name for name, lines in functions.items() if lines > MOST_LINES_A_FUNCTION] == []


# No rule for one text: what the two printed texts are called and what they say stands in data/ alone


@pytest.fixture(scope="module")
def printed():
    drafts = load_drafts(shipped_data())
    return split_paragraphs(read_runs(drafts), drafts)


@pytest.fixture(scope="module")
def own_names(printed):
    """A pattern for the names of the texts, and for the labels in them that few other texts have."""
    body = body_of(printed)
    spelled = {label.rstrip(".") for name in ("label", "printed_label") for label in body[name]}
    labels = {label for label in spelled if not label.isdigit()}
    names = {"rev ?[0-9]", "wimn", "imrf", "international migration review forum", "progress declaration"}
    inside = "|".join([*map(re.escape, sorted(labels)), *sorted(names)])
    return re.compile(rf"(?<![a-z0-9])(?:{inside})(?![a-z0-9])", re.IGNORECASE)


def list_phrases(text, length=4):
    words = re.findall(r"[a-z0-9]+", text.lower())
    return {" ".join(words[start : start + length]) for start in range(len(words) - length + 1)}


@pytest.mark.parametrize("path", FILES, ids=name_file)
def test_no_code_names_a_text_or_one_of_its_labels(path, own_names):
    assert [words for words in list_words(path) if words != CAUTION and own_names.search(words)] == []


@pytest.mark.parametrize("path", FILES, ids=name_file)
def test_no_code_holds_a_phrase_of_the_texts(path, printed):
    phrases = set().union(*map(list_phrases, printed["text"]))
    assert [words for words in list_words(path) if list_phrases(words) & phrases] == []


def test_the_explorer_names_no_text_either(own_names):
    sources = sorted((PACKAGE / "show/explorer/src").glob("*.js"))
    assert sources
    code = {path.name: re.sub(r"//.*|/\*.*?\*/", "", path.read_text(encoding="utf-8")) for path in sources}
    assert [name for name, text in code.items() if own_names.search(text)] == []


def test_the_names_that_are_looked_for_would_be_found(own_names):
    assert own_names.search('if label == "9pre":')
    assert own_names.search("Rev 2")
    assert not own_names.search(r"\d+(?:bis|ter)?")
    assert list_phrases("We reaffirm the Global Compact") == {
        "we reaffirm the global",
        "reaffirm the global compact",
    }
