import csv
import re

import pytest

from workbook.meaning.lexicon import load_terms
from workbook.schemas import TERMS, WorkbookError
from workbook.text.drafts import shipped_data

HEADER = "scheme,tag,title,term,pattern,except,weight,note"
LEXICON = shipped_data() / "lexicon"


@pytest.fixture
def load_row(tmp_path):
    """Load a folder whose themes.csv has one good row and then this one."""

    def load(row, header=HEADER):
        lines = [header, r"theme,T01,Pathways,pathways,\bpathways?\b,,,", row]
        (tmp_path / "themes.csv").write_text("\n".join(lines), encoding="utf-8")
        return load_terms(tmp_path)

    return load


def test_the_shipped_lists_name_23_objectives_10_principles_and_16_topics():
    terms = load_terms()
    assert terms.schema == TERMS
    tags = {scheme: set(group["tag"]) for (scheme,), group in terms.group_by("scheme")}
    assert tags["objective"] == {str(number) for number in range(1, 24)}
    assert tags["principle"] == {f"P{number:02}" for number in range(1, 11)}
    assert tags["theme"] == {f"T{number:02}" for number in range(1, 17)}


def test_only_the_schemes_asked_for_are_loaded():
    assert set(load_terms(schemes=("hedge", "booster"))["scheme"]) == {"hedge", "booster"}


def test_a_folder_may_hold_only_the_list_that_was_changed(load_row):
    terms = load_row(r"theme,T99,Mine,mine,\bmine\b,,,")
    assert set(terms.filter(scheme="theme")["tag"]) == {"T01", "T99"}
    assert terms.filter(scheme="objective").height == load_terms(schemes=("objective",)).height


@pytest.mark.parametrize("name", ["objectives.csv", "themes.csv", "hedges.csv", "ladder.csv"])
def test_shipped_patterns_compile_without_look_around_and_no_row_stands_twice(name):
    with (LEXICON / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        for pattern in (row["pattern"], row["except"]):
            re.compile(pattern)
            assert not re.search(r"\(\?[=!<]", pattern), pattern
            assert "’" not in pattern
    assert len({(row["scheme"], row["tag"], row["term"]) for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("theme,T02,Work,work,\\b(work,,,", "no regular expression"),
        ("theme,T02,Work,work,work,[a,,", "the except '[a' is no regular expression"),
        ("topic,T02,Work,work,work,,,", "no scheme is called 'topic'"),
        ("theme,,Work,work,work,,,", "the column tag is empty"),
        ("theme,T02,Work,work,,,,", "the column pattern is empty"),
        ("theme,T02,Work,work,(work)?,,,", "where there are no words"),
        ("theme,T02,Work,work,work,,heavy,", "the weight 'heavy'"),
        ("theme,T02,Work,work,wor{1,2}k,,,,", "more cells than columns"),
        ("theme,T02,Work", "the column term is empty"),
    ],
)
def test_a_bad_row_is_named_by_file_and_line(load_row, row, told):
    with pytest.raises(WorkbookError) as error:
        load_row(row)
    assert "themes.csv, line 3" in str(error.value)
    assert told in str(error.value)


def test_a_missing_column_is_named(load_row):
    with pytest.raises(WorkbookError, match=r"themes\.csv, line 1: no column pattern"):
        load_row("", header=HEADER.replace("pattern", "regex"))


def test_bytes_that_are_no_text_are_refused(tmp_path):
    (tmp_path / "hedges.csv").write_bytes(b"\xff\xfe\x00scheme")
    with pytest.raises(WorkbookError, match=r"hedges\.csv: cannot be read"):
        load_terms(tmp_path)
