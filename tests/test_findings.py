"""What the notebooks say, every number computed anew from the frames; and what people found in the drafts.

A finding is a piece of a notebook's prose with its numbers left open. Filled in, each must stand in
the prose word for word, and the prose must hold no number besides. For each notebook a file of its
name in findings/ has its FINDINGS and counts their facts, from the comparisons that it asks for; a fact
found for one serves them all. What workshop/guide.ipynb says is in findings/workshop/guide.py.

findings/domain.csv holds facts about the words of the drafts that people counted before there was any
code: a pattern, and for the printed texts and the readings how often it stands there, or in which paragraphs.
"""

import csv
import functools
import json
import re
import runpy
from pathlib import Path

import polars as pl
import pytest

from workbook.app import compare_drafts, make_table, measure_agreement, read_text
from workbook.schemas import GRADE
from workbook.text.drafts import load_drafts, shipped_data
from workbook.text.paragraphs import body_of, split_paragraphs
from workbook.text.runs import read_runs

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"
TAUGHT = sorted(path.stem for path in NOTEBOOKS.glob("[0-9]_*.ipynb"))
# Of a guide and of cards: what they say of the page and the room stands beside no cell.
WORKSHOP = sorted(f"workshop/{path.stem}" for path in NOTEBOOKS.glob("workshop/*.ipynb"))
FOUND = Path(__file__).parent / "findings"
TOLD = {
    path.relative_to(FOUND).with_suffix("").as_posix(): runpy.run_path(str(path))
    for path in FOUND.rglob("*.py")
}
NUMBER = re.compile(r"\d+(?:[.,]\d+)*[a-z]*")  # 7,722 and 0.219, and a paragraph's label: 44bis
# Code, names of drafts, and the numbers of a list: numbers that nobody counted.
NAMED = re.compile(r"`[^`]*`|\bRev \d\b|^\d+\. ", re.M)
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


@pytest.mark.parametrize("name", [*TAUGHT, *WORKSHOP])
def test_every_number_in_the_prose_is_what_the_frames_say(name, facts):
    assert check_prose(read_prose(name), fill_in(name, facts)) == ([], [])


@pytest.mark.parametrize("name", [*TAUGHT, *WORKSHOP])
def test_any_wrong_number_in_the_prose_would_be_found(name, facts):
    prose, findings = read_prose(name), fill_in(name, facts)
    named = [range(*match.span()) for match in NAMED.finditer(prose)]
    numbers = [match.span() for match in NUMBER.finditer(prose)]
    counted = [(start, end) for start, end in numbers if not any(start in span for span in named)]
    assert len(counted) > (20 if name in TAUGHT else 0)
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


# What stands in the drafts: words

TEXTS = ("rev2-printed", "wimn-printed", "rev2", "rev3", "wimn")
with (Path(__file__).parent / "findings" / "domain.csv").open(encoding="utf-8", newline="") as table:
    WORDS = list(csv.DictReader(table))


@pytest.fixture(scope="module")
def paragraphs():
    """PARAGRAPHS of all drafts that ship."""
    drafts = load_drafts(shipped_data())
    return split_paragraphs(read_runs(drafts), drafts)


@pytest.fixture(scope="module")
def texts(paragraphs):
    """The body of each text: labels with their words, in their order."""
    return {draft: body_of(paragraphs, draft).select("label", "text").rows() for draft in TEXTS}


def tell_places(text, pattern, as_places):
    """How often a pattern stands in a text; or in which paragraphs, "in 9bis×2 22"."""
    found = [(label, len(re.findall(pattern, words, re.IGNORECASE))) for label, words in text]
    if not as_places:
        return str(sum(times for _label, times in found))
    return f"in {' '.join(label + (f'×{times}' if times > 1 else '') for label, times in found if times)}"


@pytest.mark.parametrize("fact", WORDS, ids=lambda fact: f"{fact['section']} {fact['pattern'][:40]}")
def test_words_stand_where_people_counted_them(texts, fact):
    told = {
        draft: tell_places(texts[draft], fact["pattern"], fact[draft].startswith("in ")) for draft in TEXTS
    }
    assert told == {draft: fact[draft] for draft in TEXTS}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [  # words in Rev 2, in the later printed copy, in Rev 3, in the suggested language
        ("9bis", "9bis", (79, 223, 83, 171)),
        ("12ter", "12ter", (21, 102, 67, 96)),
        ("26", "26 26bis", (167, 247, 150, 224)),
        ("43bis", "43bis", (125, 240, 127, 173)),
        ("43quat", "43quat", (58, 152, 82, 129)),
        ("55", "44bis", (49, 126, 90, 99)),
    ],
)
def test_the_paragraphs_that_grew_most_grew_by_so_many_words(texts, old, new, words):
    labels = dict.fromkeys(("wimn-printed", "rev3", "wimn"), new) | {"rev2-printed": old}
    wanted = [(draft, labels[draft].split()) for draft in ("rev2-printed", "wimn-printed", "rev3", "wimn")]
    counted = [
        sum(len(text.split()) for label, text in texts[draft] if label in own) for draft, own in wanted
    ]
    assert tuple(counted) == words


def test_one_box_of_the_letter_is_the_paragraph_word_for_word_and_another_is_not(paragraphs):
    own = paragraphs.filter(draft="wimn-printed")
    same = {
        label: own.filter(label=label)["text"].n_unique() == 1
        for label in own.filter(pl.col("kind") == "letter", pl.col("label") != "")["label"]
    }
    assert same == {"9pre": True, "42": False, "9bis": False, "22": False}


@pytest.mark.parametrize(("draft", "size"), [("rev2-printed", 5650), ("wimn-printed", 7720)])
def test_the_printed_texts_have_about_so_many_words(texts, draft, size):
    assert sum(len(text.split()) for _label, text in texts[draft]) == pytest.approx(size, abs=10)


# What became of them: commitments, themes, hands

# Stances, by verb; where two verbs stand side by side, under both.
CONCERNED, RECOGNIZED = "9 9ter 10 12 12bis 12ter 19", "5 6 7 9bis 11 17 18 19"
ALIKE = {"stress": "42", "welcome": "14 52"}
STANCES = {
    "rev2-printed": {"reaffirm": "2 3 5 6", "recognize": RECOGNIZED, "concerned": CONCERNED}
    | {"commend": "9 17", "underline": "9bis", "declare": "11", "condemn": ""},
    "rev2": {"reaffirm": "2 3 5 6", "recognize": RECOGNIZED, "concerned": CONCERNED}
    | {"commend": "9", "underline": "9bis", "declare": "11", "condemn": ""},
    "rev3": {"reaffirm": "3 5 6", "recognize": "5 6bis 7 9bis 9bis 11 15 17 18 19"}
    | {"concerned": "6ter 9quat 10 12 12ter 19", "commend": "6ter", "underline": ""}
    | {"declare": "11bis", "condemn": "12bis"},
}


@pytest.mark.parametrize("draft", STANCES)
def test_the_stances_of_a_draft_are_those_counted_by_hand(draft):
    clauses = make_table("clauses", [draft])[0].filter(rung=2)
    wanted = {verb: labels.split() for verb, labels in (STANCES[draft] | ALIKE).items()}
    found = {verb: clauses.filter(pl.col("phrase").str.contains(verb))["label"].to_list() for verb in wanted}
    assert found == wanted


@pytest.fixture(scope="module")
def to_rev3():
    return make_table("trail", ["rev2", "rev3"])[0]


@pytest.mark.parametrize(
    ("label", "phrases", "rungs", "grade"),
    [
        ("4", ("recommit to", "are determined to"), (4, 4), "corroborated"),
        ("38", ("commit to promoting", "commit to promoting"), (5, 5), "documented"),
        ("39", ("will integrate", "will aim to"), (6, 4), "unknown"),
        ("39bis", ("commit to promoting", "commit to promoting"), (5, 5), "documented"),
        ("42", ("commit to adopting", "commit to developing"), (6, 5), "inferred"),
        ("42bis", ("will evaluate", "will consider"), (6, 4), "unknown"),
        ("43quint", ("commit to enhancing", "commit to enhancing"), (5, 5), "unknown"),
        ("45", ("commit to facilitating", "commit to continuing"), (5, 5), "unknown"),
        ("53", ("will further align", "commit to further aligning"), (6, 6), "inferred"),
    ],
)
def test_each_step_of_the_verb_trail_shows_how_surely_its_words_are_known(
    to_rev3, label, phrases, rungs, grade
):
    steps = to_rev3.filter(new_label=label).select(
        "old_phrase", "new_phrase", "old_rung", "new_rung", "grade"
    )
    assert (*phrases, *rungs, grade) in steps.rows()


@pytest.mark.parametrize(
    ("tag", "old", "new"),
    [  # matches and paragraphs, Rev 2 and the line-by-line as printed
        ("P01", (10, 8), (14, 10)),
        ("P04", (13, 10), (23, 15)),
        ("P05", (33, 18), (41, 22)),
        ("P07", (4, 4), (19, 16)),
        ("P08", (10, 8), (14, 10)),
        ("P09", (12, 9), (12, 9)),
        ("P10", (35, 19), (43, 22)),
        ("T01", (20, 9), (32, 15)),
        ("T09", (31, 9), (45, 9)),
        ("T10", (20, 8), (22, 9)),
    ],
)
def test_a_principle_or_a_theme_is_as_frequent_as_it_was_counted(tag, old, new):
    tags = all_tags().filter(tag=tag)
    own = [tags.filter(draft=draft) for draft in ("rev2-printed", "wimn-printed")]
    assert [(len(each), each["position"].n_unique()) for each in own] == [old, new]


@functools.cache
def all_tags():
    return make_table("tags", ["rev2-printed", "wimn-printed"])[0]


def test_nobody_can_say_from_the_files_who_wrote_aim_to_in_39():
    told = {
        pair: make_table("origins", list(pair))[0].filter(pl.col("new_label") == "39", text="aim to")
        for pair in (("rev2", "rev3"), ("rev3", "wimn"))
    }
    assert told["rev2", "rev3"].select("hand", "grade").rows() == [("", "unknown")]
    assert told["rev3", "wimn"].is_empty()


def test_the_files_name_three_hands_and_no_state():
    names = ["Rev 2's drafters", "Rev 3's drafters", "WIMN's suggested language"]
    assert make_table("hands", [])[0]["name"].to_list() == names
