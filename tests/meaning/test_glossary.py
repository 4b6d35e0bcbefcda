import re

import pytest

from workbook.meaning.glossary import list_forms, load_glossary
from workbook.schemas import GLOSSARY, WorkbookError


def write(folder, *rows):
    (folder / "glossary.csv").write_text("\n".join(["term,forms,meaning", *rows]), encoding="utf-8")
    return folder


def test_words_stand_in_the_order_of_the_alphabet_whatever_their_case(tmp_path):
    rows = ("rung,rungs,A step.", "IMRF,,A forum.", "bis,ter; quat,A second time.")
    found = load_glossary(write(tmp_path, *rows))
    assert found["term"].to_list() == ["bis", "IMRF", "rung"]
    assert list(found.columns) == list(GLOSSARY)
    assert list_forms(*found.row(0)[:2]) == ["bis", "ter", "quat"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("quat,Bis,Again.", "line 3: “Bis” is explained before"),
        ("rung,,", "line 3: the column meaning is empty"),
        (" ,,A step.", "line 3: the column term is empty"),
    ],
)
def test_what_cannot_be_used_is_named_with_file_and_line(tmp_path, row, said):
    with pytest.raises(WorkbookError, match=re.escape(f"glossary.csv, {said}")):
        load_glossary(write(tmp_path, "bis,ter,A second time.", row))


def test_a_folder_without_a_glossary_takes_the_workbooks_own(tmp_path):
    assert load_glossary(tmp_path).equals(load_glossary())


def test_the_workbooks_glossary_explains_each_word_in_sentences():
    terms = load_glossary()
    assert {"bis", "chapeau", "operative", "preambular", "agreed language", "flattened", "reconstructed",
            "hand", "rung"} <= set(terms["term"])  # fmt: skip
    for term, _forms, meaning in terms.iter_rows():
        assert re.search(r"^[A-Z“].*\.$", meaning), term
        assert len(meaning) < 300, term
