import json

import polars as pl
import pytest

from workbook.schemas import DRAFTS, HANDS, ORIGINS, frame_of
from workbook.show.cards import FLATTENED
from workbook.show.explorer.bundle import bundle_comparison, find_whose, group_tags, list_drafts, list_rows

HOSTILE = '</script><img src=x onerror="alert(1)"><a href="javascript:alert(1)">'


@pytest.fixture
def frames(make):
    """One edited paragraph that also takes words of a deleted one."""
    edited, gone = make.pair((0, "1"), (0, "1"), "edited"), make.pair((1, "2"), None, "deleted")
    fragment = make.pair((1, "2"), (0, "1"), "fragment")
    return {
        "drafts": make.drafts(("one", "One", "flattened"), ("two", HOSTILE, "as issued")).with_columns(
            file=pl.Series(["a.txt", "b.txt"])
        ),
        "paragraphs": make.paragraphs(
            ("one", 0, "1", HOSTILE), ("one", 1, "2", HOSTILE), ("two", 0, "1", HOSTILE)
        ),
        "pairs": make.pairs(edited, fragment, gone),
        "diffs": make.diffs(
            (edited, ("equal", HOSTILE, HOSTILE), ("insert", "", "data")), (gone, ("delete", "b", ""))
        ),
        "tags": make.tags(("two", 0, "objective", "1", "data"), ("two", 0, "hedge", "H1", "may")),
        "terms": make.terms(("objective", "1", "Data"), ("hedge", "H1", "may")),
        "runs": make.runs(("a.txt", 1, HOSTILE), ("a.txt", 3, "third")),
        "similarity": make.similarity((0, 0, 0.876), (1, 0, 0.04)),
    }


# No mark tells of any hand.
NOBODYS = find_whose(None, None, frame_of([], DRAFTS))


def test_a_bundle_is_plain_json_and_keeps_hostile_words_as_they_are(frames):
    bundle = json.loads(json.dumps(bundle_comparison("one", "two", **frames), allow_nan=False))
    assert bundle["rows"][0]["spans"] == [HOSTILE, ["", "data"]]
    assert bundle["sections"][0]["section"] == HOSTILE
    assert "<img" not in json.dumps(bundle["figures"])


def test_the_same_frames_give_the_same_bytes(frames):
    first, second = (json.dumps(bundle_comparison("one", "two", **frames)) for _ in range(2))
    assert first == second


def test_a_fragment_is_a_link_of_the_paragraph_that_it_feeds(frames):
    rows = bundle_comparison("one", "two", **frames)["rows"]
    assert [(row["words"], [link["words"] for link in row["links"]]) for row in rows] == [
        ("edited", ["also uses words of 2"]),
        ("gone", []),
    ]


def test_a_row_says_itself_which_kinds_of_change_it_shows(frames):
    bundle = bundle_comparison("one", "two", **frames)
    assert [row["kinds"] for row in bundle["rows"]] == [["edited", "fragment"], ["gone"]]
    assert set(bundle["kinds"]) > {"edited", "fragment", "gone"}


def test_what_a_draft_is_goes_along_with_it(frames):
    drafts = frames["drafts"].with_columns(source=pl.Series(["A copy of the file.", None]))
    assert [draft["about"] for draft in list_drafts(drafts)] == ["A copy of the file.", ""]


def test_tags_come_with_the_words_that_matched_and_hedges_are_no_topic(frames):
    bundle = bundle_comparison("one", "two", **frames)
    assert bundle["rows"][0]["tags"] == [[0, ["data"]]]
    assert [term["tag"] for term in bundle["tags"]] == ["1"]


def test_the_caution_stands_beside_a_flattened_draft_alone(frames):
    assert [draft["caution"] for draft in list_drafts(frames["drafts"])] == [FLATTENED, ""]


def test_a_paragraph_without_words_has_a_card_all_the_same(make):
    pairs, paragraphs = (
        make.pairs(make.pair((0, "8"), (0, "8"), "same")),
        make.paragraphs(("two", 0, "8", "Start")),
    )
    [row] = list_rows(paragraphs, pairs, make.diffs(), group_tags(make.tags(), make.terms()), NOBODYS)
    assert (row["section"], row["spans"], row["amounts"]) == ("Start", [], [0, 0, 0, 0])


def test_the_printed_file_comes_along_line_for_line(frames):
    bundle = bundle_comparison("one", "two", **frames)
    assert bundle["printed"] == {"old": f"{HOSTILE}\n\nthird", "new": ""}


def test_only_cells_that_hold_a_paragraph_are_sent(frames):
    bundle = bundle_comparison("one", "two", **frames)
    [[tag, section, paragraphs, touched, *amounts]] = bundle["counts"]
    assert (bundle["tags"][tag]["tag"], bundle["sections"][section]["section"]) == ("1", HOSTILE)
    assert (paragraphs, touched, amounts[2:]) == (1, 1, [1, 0, None])


def test_paragraphs_that_share_next_to_nothing_are_left_out_of_the_map(frames):
    assert bundle_comparison("one", "two", **frames)["similarity"] == [[0, 0, 88]]


@pytest.fixture
def told(frames):
    """The bundle of a comparison whose marks tell of hands."""
    pair = ["one", 0, "1", "two", 0, "1"]
    rows = [
        [*pair, 1, "new", "inserted", "rev3", "inferred", "two verbs", "da", 1, "substance", 0, 2],
        [*pair, 1, "new", "inserted", "", "unknown", "nothing tells", "ta", 1, "substance", 2, 4],
    ]
    given = {"origins": frame_of(rows, ORIGINS), "hands": frame_of([["b", "rev3", HOSTILE]], HANDS)}
    frames["drafts"] = frames["drafts"].with_columns(status=pl.lit("reconstructed"))
    return bundle_comparison("one", "two", **frames, **given)


def test_the_stretches_of_a_change_say_whose_they_are(told):
    assert told["rows"][0]["spans"][1] == ["", "data", 0, [], [[2, 0], [2, 1]]]
    assert told["told"] == [["rev3", "inferred", "two verbs"], ["?", "unknown", "nothing tells"]]


def test_hands_are_named_as_reconstructed_and_words_of_nobody_come_last(told):
    assert told["hands"] == [
        {"hand": "rev3", "name": f"{HOSTILE}, as reconstructed", "words": [1, 0]},
        {"hand": "?", "name": "not known", "words": [1, 0]},
    ]


def test_a_row_lists_the_hands_that_changed_its_words(told):
    assert [row["hands"] for row in told["rows"]] == [["?", "rev3"], []]


def test_a_cell_counts_the_words_of_no_known_hand(told):
    assert told["counts"][0][-1] == 1
