import json
import shutil
from pathlib import Path

import pytest

from workbook.app import explore
from workbook.app.kept import find_bundle
from workbook.schemas import WorkbookError
from workbook.text.read import list_sources

NOTES = {"one.txt": "1. We recall the Compact.\n2. We rest.\n", "two.txt": "1. We recall it.\n2. We rest.\n"}


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of two short drafts, on a machine that has kept nothing yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "data"
    folder.mkdir()
    for name, words in NOTES.items():
        (folder / name).write_text(words, encoding="utf-8")
    rows = [
        f"{name[:3]},{name},,printed,{name},printed,,as issued,A note of two paragraphs." for name in NOTES
    ]
    head = "draft,title,date,kind,file,hands,amends,status,source"
    (folder / "drafts.csv").write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return folder


def test_what_a_kernel_made_is_found_under_the_same_name(data: Path):
    assert find_bundle(folder=data) is None
    page = explore(folder=data)
    assert json.loads(find_bundle(folder=data))["made"] == page.bundle
    assert find_bundle("one", "two", data) == find_bundle(folder=data)
    assert find_bundle("two", "one", data) is None


def test_what_was_kept_of_an_older_file_is_not_found(data: Path):
    explore(folder=data)
    (data / "two.txt").write_text("1. We recall all of it.\n", encoding="utf-8")
    assert find_bundle(folder=data) is None


def test_what_was_kept_of_a_marked_text_is_not_found_when_its_printed_text_has_changed(data: Path):
    (data / "marked").mkdir()
    head = "{>>hands: one = One<<}\n{>>printed: ../one.txt<<}\n"
    marked = head + NOTES["one.txt"].replace("the Compact", "{--the Compact--}{>>one inferred: why<<}")
    (data / "marked" / "one.md").write_text(marked, encoding="utf-8")
    table = data / "drafts.csv"
    table.write_text(table.read_text("utf-8").replace(",one.txt,printed", ",marked/one.md,printed"), "utf-8")
    assert explore(folder=data).error == ""
    assert find_bundle(folder=data) is not None
    (data / "one.txt").write_text("1. We recall nothing.\n", encoding="utf-8")
    assert find_bundle(folder=data) is None
    assert "without its marks, line 1 is not that of one.txt" in explore(folder=data).error


@pytest.mark.parametrize("name", ["gone.txt", "../../one.txt", "", "x" * 300])
def test_a_printed_text_that_is_not_there_is_told_by_the_comparison(data: Path, name: str):
    (data / "two.md").write_text(f"{{>>printed: {name}<<}}\n1. We rest.\n", encoding="utf-8")
    assert list_sources(data / "two.md") == [data / "two.md"]


def test_what_was_cut_short_is_not_found(data: Path, tmp_path: Path):
    explore(folder=data)
    (kept,) = tmp_path.glob("cache/gcm-workbook/*.json")
    kept.write_bytes(kept.read_bytes()[:-100])
    assert find_bundle(folder=data) is None


@pytest.mark.parametrize("name", ["nobody's", "two.txt", "../data/two.txt", "/etc/passwd", "two\0", "\ud800"])
def test_only_a_draft_of_the_folder_is_looked_for(data: Path, name: str):
    explore(folder=data)
    for path in (name, str(data / name)):
        with pytest.raises(WorkbookError, match=r"No draft is called .* The drafts are: one, two\."):
            find_bundle("one", path, data)


def test_a_folder_of_one_draft_is_compared_with_itself(data: Path):
    table = data / "drafts.csv"
    table.write_text("\n".join(table.read_text("utf-8").splitlines()[:2]), encoding="utf-8")
    page = explore(folder=data)
    assert json.loads(find_bundle(folder=data))["made"] == page.bundle


def test_a_missing_file_is_named(data: Path):
    shutil.move(data / "two.txt", data / "three.txt")
    with pytest.raises(WorkbookError, match=r"two\.txt: there is no such file"):
        find_bundle(folder=data)
