"""A table that is kept in memory is the file's, whatever becomes of the file."""

import os
import shutil

import pytest

from workbook.meaning.asks import load_asks
from workbook.meaning.ladder import load_ladder
from workbook.meaning.references import load_documents, load_pinpoints
from workbook.schemas import WorkbookError
from workbook.text.drafts import load_drafts, shipped_data


def test_a_changed_table_is_read_anew_though_its_time_and_length_are_as_before(tmp_path):
    path = tmp_path / "asks.csv"
    shutil.copy(shipped_data() / "asks.csv", path)
    title, stood = load_asks(tmp_path)["title"][0], path.stat()
    path.write_bytes(path.read_bytes().replace(title.encode(), title.upper().encode()))
    os.utime(path, ns=(stood.st_atime_ns, stood.st_mtime_ns))
    assert load_asks(tmp_path)["title"][0] == title.upper() != title


@pytest.mark.parametrize("load", [load_asks, load_documents, load_drafts, load_ladder, load_pinpoints])
def test_what_somebody_does_to_a_table_is_his_own_affair(load):
    table = load()
    columns = table.columns
    table.drop_in_place(columns[0])
    assert load().columns == columns


def test_a_table_with_an_error_is_refused_every_time(tmp_path):
    (tmp_path / "asks.csv").write_text("draft\nwimn\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(WorkbookError, match="no column"):
            load_asks(tmp_path)
