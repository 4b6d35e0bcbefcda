"""The workbook put together: comparisons, the explorer on real files, and a data folder of one's own."""

import csv

import polars as pl
import pytest

from workbook.app import compare_drafts, explore, make_table, show_dashboard
from workbook.meaning.lexicon import load_terms
from workbook.schemas import DRAFTS, FRAMES, TERMS, WorkbookError
from workbook.show.cards import CAUTION, RECONSTRUCTED
from workbook.text.drafts import load_drafts, shipped_data

OLD = "Introduction\n\n1. We agree on lamps.\n2. We will light the long road.\n"
NEW = "Introduction\n\n1. We agree on lamps.\n2. We will light the short road.\n3. Birds return.\n"
LAMPS = [["theme", "T01", "Lamps", "lamp", r"\blamps?\b", "", "", ""]]


@pytest.fixture(autouse=True)
def no_folder_named(monkeypatch):
    monkeypatch.delenv("WORKBOOK_DATA", raising=False)


@pytest.fixture
def folder(tmp_path):
    """A data folder of the user's own: the drafts old, new, and bad, which is no text; no lexicon."""
    with (tmp_path / "drafts.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(DRAFTS), restval="")
        table.writeheader()
        for draft, content in (("old", OLD.encode()), ("new", NEW.encode()), ("bad", b"1. We\n\xff\n")):
            (tmp_path / f"{draft}.txt").write_bytes(content)
            row = {"draft": draft, "title": draft.title(), "kind": "revision", "file": f"{draft}.txt"}
            table.writerow(row | {"hands": "printed", "status": "as issued"})
    return tmp_path


@pytest.fixture
def write_terms(folder):
    """Puts a list of terms into the user's own lexicon."""

    def write(rows, name="themes.csv"):
        (folder / "lexicon").mkdir(exist_ok=True)
        with (folder / "lexicon" / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([list(TERMS), *rows])

    return write


@pytest.fixture
def open_explorer():
    """Makes explorers and closes them."""
    opened = []

    def make(*arguments, **named):
        opened.append(explore(*arguments, **named))
        return opened[-1]

    yield make
    for explorer in opened:
        explorer.close()


def tags_of(terms, scheme="theme"):
    return set(terms.filter(pl.col("scheme") == scheme)["tag"])


# Comparisons


def test_a_comparison_holds_every_frame_of_its_two_drafts(folder):
    found = compare_drafts("old", "new", folder)
    assert (found.old, found.new) == ("old", "new")
    for name in ("drafts", "paragraphs", "pairs", "diffs", "tags", "counts"):
        assert getattr(found, name).schema == FRAMES[name]
    assert found.terms.schema == TERMS
    assert found.paragraphs["draft"].unique(maintain_order=True).to_list() == ["old", "new"]


def test_the_older_draft_stands_first_whatever_their_order_in_drafts_csv(folder):
    found = compare_drafts("new", "old", folder)
    assert found.drafts["draft"].to_list() == ["new", "old"]
    assert found.pairs["relation"].to_list().count("deleted") == 1


def test_what_became_of_each_paragraph(folder):
    assert compare_drafts("old", "new", folder).pairs.select("new_label", "relation").rows() == [
        ("1", "same"), ("2", "edited"), ("3", "inserted"),
    ]  # fmt: skip


def test_the_path_of_a_file_works_wherever_an_id_does(folder):
    old, new = str(folder / "old.txt"), str(folder / "new.txt")
    for found in (compare_drafts(old, new), compare_drafts("old", new, folder)):
        assert found.pairs["relation"].to_list() == ["same", "edited", "inserted"]
        assert found.drafts["draft"].to_list() == [found.old, new]


def test_a_draft_beside_itself_has_no_change(folder):
    found = compare_drafts("new", "new", folder)
    assert set(found.pairs["relation"]) == {"same"}
    assert set(found.diffs["op"]) == {"equal"}
    assert found.counts.select("touched", "words_in", "words_out").sum().row(0) == (0, 0, 0)


def test_the_folder_may_be_given_as_words_or_as_a_path(folder):
    assert compare_drafts("old", "new", str(folder)).pairs.equals(compare_drafts("old", "new", folder).pairs)


@pytest.mark.parametrize(("ids", "said"), [(("old", "rev9"), "rev9: no draft"), (("bad", "new"), "line 2")])
def test_a_draft_that_cannot_be_read_is_an_error_for_people(ids, said, folder):
    with pytest.raises(WorkbookError, match=said):
        compare_drafts(*ids, folder)


# A folder and a lexicon of one's own


def test_without_a_lexicon_of_their_own_users_have_ours(folder):
    assert compare_drafts("old", "new", folder).terms.equals(load_terms(shipped_data() / "lexicon"))


def test_a_list_of_the_users_own_goes_before_ours_file_by_file(folder, write_terms):
    write_terms(LAMPS)
    found = compare_drafts("old", "new", folder)
    assert tags_of(found.terms) == {"T01"}
    assert tags_of(found.terms, "objective") == {str(number) for number in range(1, 24)}
    assert found.tags.filter(pl.col("scheme") == "theme")["match"].to_list() == ["lamps", "lamps"]


def test_workbook_data_names_the_folder_for_everything(folder, write_terms, monkeypatch, open_explorer):
    write_terms(LAMPS)
    monkeypatch.setenv("WORKBOOK_DATA", str(folder))
    assert tags_of(compare_drafts("old", "new").terms) == {"T01"}
    assert make_table("drafts", [])[0]["draft"].to_list() == ["old", "new", "bad"]
    assert (open_explorer().old, open_explorer().new) == ("old", "new")


def test_a_folder_that_is_given_goes_before_workbook_data(folder, monkeypatch, tmp_path_factory):
    monkeypatch.setenv("WORKBOOK_DATA", str(tmp_path_factory.mktemp("empty")))
    assert compare_drafts("old", "new", folder).terms.equals(load_terms(shipped_data() / "lexicon"))


def test_an_empty_list_of_ones_own_takes_ours_away_and_the_rest_works(folder, write_terms, open_explorer):
    write_terms([], "objectives.csv")
    assert tags_of(compare_drafts("old", "new", folder).terms, "objective") == set()
    explorer = open_explorer(folder=folder)
    assert (explorer.error, len(explorer.bundle["rows"])) == ("", 3)


# The explorer


def test_the_explorer_opens_on_the_first_two_drafts(folder, open_explorer):
    explorer = open_explorer(folder=folder)
    assert [draft["draft"] for draft in explorer.drafts] == ["old", "new", "bad"]
    assert (explorer.bundle["old"], explorer.bundle["new"], explorer.error) == ("old", "new", "")
    assert [row["relation"] for row in explorer.bundle["rows"]] == ["same", "edited", "inserted"]


def test_the_explorer_opens_on_the_drafts_that_are_named(folder, open_explorer):
    explorer = open_explorer("new", "old", folder)
    assert (explorer.bundle["old"], explorer.bundle["new"]) == ("new", "old")


def test_the_explorer_takes_files_for_drafts(folder, open_explorer):
    explorer = open_explorer("rev2-printed", str(folder / "new.txt"))
    assert (explorer.error, explorer.bundle["new"]) == ("", str(folder / "new.txt"))


def test_one_draft_alone_is_shown_beside_itself(folder, open_explorer):
    table = (folder / "drafts.csv").read_text(encoding="utf-8").splitlines()
    (folder / "drafts.csv").write_text("\n".join(table[:2]) + "\n", encoding="utf-8")
    explorer = open_explorer(folder=folder)
    assert (explorer.old, explorer.new, explorer.error) == ("old", "old", "")


@pytest.mark.parametrize(("draft", "said"), [("rev9", "rev9: no draft has this id"), ("bad", "line 2")])
def test_a_bad_draft_is_told_in_place_and_the_rest_keeps_working(draft, said, folder, open_explorer):
    explorer = open_explorer(folder=folder)
    explorer.new = draft
    assert said in explorer.error
    assert explorer.bundle["new"] == "new"
    explorer.new = "old"
    assert (explorer.error, explorer.bundle["new"]) == ("", "old")


@pytest.mark.parametrize("draft", ["rev9", "bad"])
def test_a_bad_first_choice_still_opens_an_explorer(draft, folder, open_explorer):
    explorer = open_explorer("old", draft, folder)
    assert (explorer.error != "", explorer.bundle) == (True, {})
    assert len(explorer.drafts) == 3
    explorer.new = "new"
    assert (explorer.error, explorer.bundle["new"]) == ("", "new")


def test_a_term_that_does_not_compile_is_told_until_it_is_mended(folder, write_terms, open_explorer):
    write_terms([["theme", "T01", "Lamps", "lamp", "(unclosed", "", "", ""]])
    explorer = open_explorer(folder=folder)
    assert f"{folder / 'lexicon/themes.csv'}, line 2" in explorer.error
    write_terms(LAMPS)
    explorer.new = "old"
    assert (explorer.error, explorer.bundle["new"]) == ("", "old")


def test_drafts_csv_without_a_row_is_told_at_once(folder):
    (folder / "drafts.csv").write_text(",".join(DRAFTS) + "\n", encoding="utf-8")
    with pytest.raises(WorkbookError, match="no rows"):
        explore(folder=folder)


def test_the_dashboard_opens_on_what_the_drafters_changed_and_every_text_has_its_caution():
    explorer = show_dashboard()
    assert (explorer.old, explorer.new, explorer.error) == ("rev2", "rev3", "")
    assert [draft["caution"] for draft in explorer.drafts] == [RECONSTRUCTED] * 4 + [CAUTION] * 2
    explorer.close()


# Tables


@pytest.mark.parametrize("name", FRAMES)
def test_a_table_comes_with_the_drafts_it_was_made_from(name, folder):
    frame, drafts = make_table(name, ["new", "old"], folder)
    assert frame.schema == FRAMES[name]
    assert drafts["draft"].to_list() == ["new", "old"]


@pytest.mark.parametrize("name", ["drafts", "runs", "paragraphs", "tags"])
def test_a_table_without_ids_is_made_from_all_drafts(name):
    _, drafts = make_table(name, [], shipped_data())
    assert drafts.equals(load_drafts(shipped_data()))


@pytest.mark.parametrize("name", ["pairs", "diffs", "counts"])
def test_a_comparison_without_ids_takes_the_first_two_drafts(name, folder):
    frame, drafts = make_table(name, [], folder)
    assert drafts["draft"].to_list() == ["old", "new"]
    assert frame.equals(getattr(compare_drafts("old", "new", folder), name))


@pytest.mark.parametrize("name", ["pairs", "diffs", "counts"])
@pytest.mark.parametrize("ids", [["old"], ["old", "new", "old"]])
def test_a_comparison_of_other_than_two_is_refused(name, ids, folder):
    with pytest.raises(WorkbookError, match="name two"):
        make_table(name, ids, folder)


def test_tags_go_by_the_lexicon_of_the_folder(folder, write_terms):
    write_terms(LAMPS)
    tags, _ = make_table("tags", ["old"], folder)
    assert tags.filter(pl.col("scheme") == "theme")["tag"].to_list() == ["T01"]
