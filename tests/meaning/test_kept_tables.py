"""A table that is kept in memory is the file's, whatever becomes of the file."""

import os
import shutil

import pytest

from workbook.meaning.asks import load_asks
from workbook.schemas import WorkbookError
from workbook.text.drafts import shipped_data


def test_a_changed_table_is_read_anew_though_its_time_and_length_are_as_before(tmp_path):
    path = tmp_path / "asks.csv"
    shutil.copy(shipped_data() / "asks.csv", path)
    title, stood = load_asks(tmp_path)["title"][0], path.stat()
    path.write_bytes(path.read_bytes().replace(title.encode(), title.upper().encode()))
    os.utime(path, ns=(stood.st_atime_ns, stood.st_mtime_ns))
    assert load_asks(tmp_path)["title"][0] == title.upper() != title


def test_a_table_with_an_error_is_refused_every_time(tmp_path):
    (tmp_path / "asks.csv").write_text("draft\nwimn\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(WorkbookError, match="no column"):
            load_asks(tmp_path)
