"""What cannot be read: one WorkbookError that names the file and the line and says how to mend it."""

import pytest

from workbook.schemas import DRAFTS, WorkbookError
from workbook.text.drafts import draft_of_file, load_drafts, pick_drafts
from workbook.text.paragraphs import split_paragraphs
from workbook.text.runs import read_runs

GOOD = {
    "draft": "one",
    "title": "One",
    "date": "2024-05-06",
    "kind": "revision",
    "file": "one.txt",
    "hands": "printed",
    "amends": "",
    "status": "as issued",
    "source": "me",
}


def write_table(folder, *rows, columns=tuple(DRAFTS)):
    lines = [",".join(columns), *(",".join(row[name] for name in columns) for row in rows)]
    (folder / "drafts.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def message_of(action, *arguments):
    with pytest.raises(WorkbookError) as caught:
        action(*arguments)
    return str(caught.value)


def test_good_rows_load(tmp_path):
    write_table(tmp_path, GOOD, GOOD | {"draft": "two"})
    assert load_drafts(tmp_path)["draft"].to_list() == ["one", "two"]


def test_a_folder_without_drafts_csv_is_told_what_it_needs(tmp_path):
    message = message_of(load_drafts, tmp_path)
    assert str(tmp_path / "drafts.csv") in message
    assert all(column in message for column in DRAFTS)


@pytest.mark.parametrize(
    ("column", "word", "mend"),
    [
        ("kind", "sketch", "revision, proposal, printed"),
        ("status", "perfect", "as issued, flattened, reconstructed"),
        ("date", "6 May 2024", "2022-04-27"),
        ("date", "2024-13-01", "2022-04-27"),
    ],
)
def test_a_word_that_a_column_does_not_know_is_named_with_its_line(column, word, mend, tmp_path):
    write_table(tmp_path, GOOD, GOOD | {"draft": "two", column: word}, GOOD | {"draft": "three"})
    message = message_of(load_drafts, tmp_path)
    assert f"{tmp_path / 'drafts.csv'}, line 3" in message
    assert word in message
    assert mend in message


def test_two_rows_with_one_id_are_refused_at_the_second(tmp_path):
    write_table(tmp_path, GOOD, GOOD | {"draft": "two"}, GOOD)
    message = message_of(load_drafts, tmp_path)
    assert f"{tmp_path / 'drafts.csv'}, line 4" in message
    assert "one" in message
    assert "own id" in message


@pytest.mark.parametrize("column", list(DRAFTS))
def test_a_missing_column_is_named(column, tmp_path):
    write_table(tmp_path, GOOD, columns=[name for name in DRAFTS if name != column])
    message = message_of(load_drafts, tmp_path)
    assert f"{tmp_path / 'drafts.csv'}, line 1" in message
    assert column in message


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00\x01", b'draft,title\n"one', b"\n\n"])
def test_a_table_that_is_no_csv_is_refused_with_its_name(content, tmp_path):
    (tmp_path / "drafts.csv").write_bytes(content)
    assert str(tmp_path / "drafts.csv") in message_of(load_drafts, tmp_path)


def test_a_column_too_many_is_left_aside(tmp_path):
    write_table(tmp_path, GOOD | {"notes": "mine"}, columns=[*DRAFTS, "notes"])
    assert load_drafts(tmp_path).columns == list(DRAFTS)


def test_an_unknown_id_is_told_the_known_ones(data):
    message = message_of(pick_drafts, load_drafts(data), ["rev9"])
    assert message.startswith("rev9:")
    assert "rev2-printed, wimn-printed" in message


def read_file(path):
    drafts = draft_of_file(path)
    return split_paragraphs(read_runs(drafts), drafts)


def test_a_missing_file_is_named(tmp_path):
    message = message_of(read_file, tmp_path / "none.txt")
    assert str(tmp_path / "none.txt") in message
    assert "Check the name" in message


def test_a_folder_is_no_file(tmp_path):
    assert str(tmp_path) in message_of(read_file, tmp_path)


def test_an_ending_that_no_reader_knows_is_told_the_known_ones(tmp_path):
    (tmp_path / "one.xls").write_bytes(b"1. We rest.")
    message = message_of(read_file, tmp_path / "one.xls")
    assert str(tmp_path / "one.xls") in message
    assert ".txt" in message


@pytest.mark.parametrize("content", [b"", b"   ", b"\n \n\t\r\n", b"\f\n"])
def test_an_empty_file_is_refused(content, tmp_path):
    (tmp_path / "one.txt").write_bytes(content)
    message = message_of(read_file, tmp_path / "one.txt")
    assert str(tmp_path / "one.txt") in message
    assert "empty" in message


@pytest.mark.parametrize(
    "content", [b"1. We\nthank \xff\xfe all.", b"1. We\nthank\x00 all.", b"1. We\n\x89PNG\r\n"]
)
def test_bytes_that_are_no_text_are_refused_with_their_line(content, tmp_path):
    (tmp_path / "one.txt").write_bytes(content)
    message = message_of(read_file, tmp_path / "one.txt")
    assert f"{tmp_path / 'one.txt'}, line 2" in message
    assert "Save" in message


@pytest.mark.parametrize("content", ["[Lamp Act, para 4]\n", "[bookmark: x]\n"])
def test_a_file_without_a_paragraph_is_refused(content, tmp_path):
    (tmp_path / "one.txt").write_text(content)
    message = message_of(read_file, tmp_path / "one.txt")
    assert f"{tmp_path / 'one.txt'}, line 1" in message
    assert "no paragraph" in message
    assert "numbered paragraphs" in message


def test_hostile_words_stay_text(read):
    hostile = "<script>alert(1)</script> =HYPERLINK('javascript:x') \"><img onerror=x> ${7*7}"
    assert read(f"1. We note {hostile} here.\n2. We rest.\n").text["1"] == f"We note {hostile} here."
