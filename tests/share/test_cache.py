"""What is kept on disk of a result: under the name of what it was made from, for its user alone."""

import os
import time
from pathlib import Path

import pytest

from workbook.share import cache
from workbook.share.cache import cache_folder, find_kept, remember


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


@pytest.mark.skipif(os.name != "posix", reason="Windows has other rights")
def test_what_is_kept_is_its_users_alone(source):
    cache_folder().mkdir(parents=True, mode=0o755)  # as an older workbook made it
    keep(source)
    (kept,) = cache_folder().iterdir()
    assert [path.stat().st_mode & 0o777 for path in (cache_folder(), kept)] == [0o700, 0o600]


def test_what_a_kernel_left_that_was_ended_while_it_wrote_is_taken_away(source):
    cache_folder().mkdir(parents=True)
    for name, age in (("left.json.1.part", 3700), ("now.json.2.part", 60)):
        (cache_folder() / name).write_text("{", encoding="utf-8")
        os.utime(cache_folder() / name, (time.time() - age,) * 2)
    keep(source)
    assert [part.name for part in cache_folder().glob("*.part")] == ["now.json.2.part"]


def test_what_is_asked_for_in_thousands_takes_the_place_of_nothing_else(source, monkeypatch):
    monkeypatch.setattr(cache, "MOST_KEPT", 2)
    keep(source)
    for seed in range(5):
        remember(f"task {seed}", [source], lambda: {"words": "x"}, "tasks")
    assert find_kept("page", [source])
    assert len(list((cache_folder() / "tasks").glob("*.json"))) == 2
    assert {folder.stat().st_mode & 0o777 for folder in (cache_folder(), cache_folder() / "tasks")} == {0o700}
