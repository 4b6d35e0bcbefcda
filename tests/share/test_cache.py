"""What is kept on disk of a result: under the name of what it was made from, for its user alone."""

from pathlib import Path

import pytest

from workbook.share.cache import find_kept, remember


@pytest.fixture(autouse=True)
def source(tmp_path, monkeypatch):
    """A draft of two words, on a machine that has kept nothing yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    file = tmp_path / "draft.txt"
    file.write_text("We rest.", encoding="utf-8")
    return file


def keep(source: Path) -> dict:
    return remember("page", [source], lambda: {"words": source.read_text("utf-8")})


def test_a_result_is_made_once_while_its_sources_stay(source):
    made = []
    for _ in range(2):
        assert remember("page", iter([source]), lambda: made.append(1) or {"words": "x"}) == {"words": "x"}
    assert made == [1]


def test_a_draft_that_is_saved_while_it_is_compared_is_compared_anew(source):
    def save_and_read() -> dict:
        source.write_text("We go on.", encoding="utf-8")
        return {"words": source.read_text("utf-8")}

    before = source.read_text("utf-8")
    assert remember("page", [source], save_and_read) == {"words": "We go on."}
    assert find_kept("page", [source]) is None
    source.write_text(before, encoding="utf-8")
    assert keep(source) == {"words": before}


def test_a_draft_that_goes_away_while_it_is_compared_is_no_failure(source):
    assert remember("page", [source], lambda: source.unlink() or {"words": ""}) == {"words": ""}
    assert remember("page", [source], lambda: {"words": "again"}) == {"words": "again"}
