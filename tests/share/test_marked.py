"""RUNS written as a marked text are read back as they were."""

import pytest

from workbook.schemas import WorkbookError
from workbook.share.marked import save_marked, write_marked
from workbook.text.drafts import shipped_data
from workbook.text.read import name_hands, read_file


@pytest.mark.parametrize("name", ["rev2.md", "wimn-on-rev3.md"])
def test_an_edition_written_anew_is_read_as_it_was(tmp_path, name):
    edition = shipped_data() / "marked" / name
    runs = read_file(edition)
    save_marked(tmp_path / name, write_marked(runs, name_hands(edition)))
    assert read_file(tmp_path / name).drop("file").equals(runs.drop("file"))


def test_a_text_that_has_signs_of_marks_itself_is_refused(tmp_path):
    file = tmp_path / "text.txt"
    file.write_text("1. We\nrest {++ here.\n", encoding="utf-8")
    with pytest.raises(WorkbookError, match=r"text.txt, line 2: the text holds \{\+\+"):
        write_marked(read_file(file), {"struck": "struck"})


def test_a_marked_text_has_the_ending_that_is_read_as_one(tmp_path):
    with pytest.raises(WorkbookError, match=r"ending in \.md"):
        save_marked(tmp_path / "marks.txt", "")
    with pytest.raises(WorkbookError, match="cannot be written"):
        save_marked(tmp_path / "none" / "marks.md", "")
