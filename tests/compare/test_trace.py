"""One paragraph through every draft, and the draft in which its words are first and last seen."""

from itertools import pairwise

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.app.followed import compare_steps, order_drafts
from workbook.compare.seen import date_words
from workbook.compare.trace import trace_paragraphs
from workbook.schemas import DRAFTS, ORIGINS, WorkbookError, frame_of
from workbook.text.drafts import load_drafts, pick_drafts, shipped_data
from workbook.text.paragraphs import body_of, split_paragraphs
from workbook.text.runs import read_runs

LAMPS = "We light the lamps of the harbour every evening before the ships of the coast come home"
SHIPS = "The keepers of the tower write down each ship, its flag, its master and its load of salt"
ROADS = "We ask the council of the islands to mend the long road from the market to the quay"


@pytest.fixture(scope="module")
def follow(make):
    """(TRACE, SEEN) of drafts as lists of (label, text)."""

    def follow(**drafts):
        paragraphs = make(**drafts)
        ids = list(drafts)
        pairs, diffs = compare_steps(paragraphs, pairwise(ids))
        return trace_paragraphs(paragraphs, pairs, diffs, ids), date_words(paragraphs, diffs, ids)

    return follow


def chain_of(trace, draft, label):
    return trace.filter(draft=draft, label=label)["chain"].unique().item()


def test_a_chain_goes_on_under_another_number(follow):
    trace, _ = follow(
        one=[("1", LAMPS), ("2", SHIPS)], two=[("1", SHIPS), ("2", LAMPS)], three=[("7", LAMPS), ("8", SHIPS)]
    )
    assert chain_of(trace, "one", "1") == chain_of(trace, "two", "2") == chain_of(trace, "three", "7")


def test_of_a_split_the_part_with_most_words_goes_on_and_the_other_says_where_it_came_from(follow):
    trace, _ = follow(
        one=[("1", f"{LAMPS}. {SHIPS}. {ROADS}.")], two=[("1", f"{LAMPS}."), ("2", f"{SHIPS}. {ROADS}.")]
    )
    rows = trace.filter(draft="two").sort("position").to_dicts()
    assert [row["relation"] for row in rows] == ["split", "split"]
    assert [row["chain"] == row["old_chain"] for row in rows] == [False, True]
    assert sum(row["carried"] for row in rows) == rows[0]["old_words"]


def test_of_a_merger_the_chain_of_most_words_goes_on(follow):
    trace, _ = follow(
        one=[("1", f"{LAMPS}. {ROADS}."), ("2", f"{SHIPS}.")], two=[("1", f"{LAMPS}. {ROADS}. {SHIPS}.")]
    )
    rows = trace.filter(draft="two").to_dicts()
    assert {row["chain"] for row in rows} == {chain_of(trace, "one", "1")}
    assert {row["old_chain"] for row in rows} == {chain_of(trace, "one", label) for label in ("1", "2")}


def test_a_paragraph_that_goes_and_one_that_comes_have_rows(follow):
    trace, _ = follow(one=[("1", LAMPS), ("2", SHIPS)], two=[("1", LAMPS), ("3", ROADS)])
    gone, come = (trace.filter(relation=relation).to_dicts()[0] for relation in ("deleted", "inserted"))
    assert (gone["position"], gone["old_label"], gone["words"]) == (None, "2", None)
    assert gone["chain"] == chain_of(trace, "one", "2")
    assert (come["label"], come["old_chain"], come["share"]) == ("3", None, 1)


def test_boxes_and_ribbons_of_a_flow_figure_add_up(follow):
    trace, _ = follow(one=[("1", LAMPS), ("2", SHIPS)], two=[("1", f"{LAMPS} and rest"), ("2", ROADS)])
    boxes = trace.drop_nulls("position").unique(["draft", "position"])
    ribbons = trace.filter(pl.col("carried") > 0)
    assert boxes.height == 4
    assert (ribbons["carried"] <= ribbons["words"]).all() and (
        ribbons["carried"] <= ribbons["old_words"]
    ).all()


def test_a_number_that_another_paragraph_had_is_flagged(follow):
    trace, _ = follow(one=[("1", LAMPS), ("2", SHIPS)], two=[("1", SHIPS), ("2", ROADS), ("3", LAMPS)])
    assert trace.filter(pl.col("label_words_differ"))["label"].to_list() == ["1", "2"]


def test_an_announced_number_that_the_words_do_not_bear_out_is_flagged(follow):
    trace, _ = follow(
        one=[("1", LAMPS), ("2", SHIPS), ("3", ROADS)], two=[("1", LAMPS), ("4", SHIPS, "3"), ("5", ROADS)]
    )
    announced = trace.filter(draft="two", label="4")["label_words_differ"].to_list()
    right = follow(one=[("1", LAMPS), ("2", SHIPS)], two=[("1", LAMPS), ("4", SHIPS, "2")])[0]
    assert announced == [True]
    assert right["label_words_differ"].any() is False


def test_neighbours_that_were_not_compared_are_an_error(make):
    paragraphs = make(one=[("1", LAMPS)], two=[("1", LAMPS)])
    pairs, diffs = compare_steps(paragraphs, [])
    with pytest.raises(WorkbookError, match="one and two"):
        trace_paragraphs(paragraphs, pairs, diffs, ["one", "two"])


# Words


def seen_words(seen, draft):
    rows = seen.filter(draft=draft).select("text", "first_draft", "last_draft", "returned").rows()
    return {text.strip(): told for text, *told in rows}


def test_words_are_first_seen_where_they_came_in_and_last_where_they_went(follow):
    two = LAMPS.replace("every evening", "every stormy evening")
    _, seen = follow(one=[("1", LAMPS)], two=[("1", two)], three=[("1", two.replace("of the coast ", ""))])
    words = seen_words(seen, "two")
    assert words["stormy"] == ["two", "three", False]
    assert words["of the coast"] == ["one", "two", False]
    assert seen_words(seen, "three")["stormy"] == ["two", "three", False]


def test_words_that_come_back_are_first_seen_where_they_stood_first(follow):
    _, seen = follow(one=[("1", LAMPS)], two=[("1", LAMPS.replace("evening", "dawn"))], three=[("1", LAMPS)])
    assert seen_words(seen, "three")["evening"] == ["one", "three", True]
    assert seen_words(seen, "one")["evening"] == ["one", "one", False]


def test_a_change_of_form_is_the_same_word(follow):
    _, seen = follow(one=[("1", LAMPS)], two=[("1", LAMPS.replace("harbour", "Harbour"))])
    assert set(seen.filter(draft="two")["first_draft"]) == {"one"}


def test_words_of_a_split_paragraph_keep_their_past(follow):
    whole = f"{LAMPS}. {SHIPS}. {ROADS}."
    _, seen = follow(one=[("1", whole)], two=[("1", f"{LAMPS}."), ("2", f"{SHIPS}. {ROADS}.")])
    assert seen.filter(draft="two").select("first_draft", "first_label").unique().rows() == [("one", "1")]


def test_words_are_whose_they_were_where_they_are_first_seen(make):
    drafts = {"one": [("1", LAMPS)], "two": [("1", f"{LAMPS} at dawn")], "three": [("7", f"{LAMPS} at dawn")]}
    paragraphs = make(**drafts)
    _, diffs = compare_steps(paragraphs, pairwise(drafts))
    start = len(LAMPS) + 1
    row = ("one", 0, "1", "two", 0, "1", 1, "new", "inserted", "chair", "inferred", "", "at dawn", 2)
    origins = frame_of([(*row, "substance", start, start + 7)], ORIGINS)
    seen = date_words(paragraphs, diffs, list(drafts), origins)
    told = {
        (draft, text.strip()): rest
        for draft, text, *rest in seen.select("draft", "text", "hand", "grade").rows()
    }
    assert told["two", "at dawn"] == told["three", "at dawn"] == ["chair", "inferred"]
    assert told["one", LAMPS] == told["three", LAMPS] == ["", None]


_words = st.lists(
    st.sampled_from(["lamp", "ship", "the", "of", "road", "salt,", "Sea."]), min_size=1, max_size=14
)
_drafts = st.lists(st.lists(_words.map(" ".join), min_size=1, max_size=3), min_size=2, max_size=3)


@given(_drafts)
def test_the_rows_of_a_paragraph_joined_are_its_text(make, drafts):
    named = {f"d{at}": [(str(n), text) for n, text in enumerate(texts, 1)] for at, texts in enumerate(drafts)}
    paragraphs = make(**named)
    _, diffs = compare_steps(paragraphs, pairwise(named))
    seen = date_words(paragraphs, diffs, list(named))
    joined = seen.group_by("draft", "position", maintain_order=True).agg(pl.col("text").str.join(""))
    assert joined.rows() == paragraphs.select("draft", "position", "text").rows()
    order = list(named)
    assert all(
        order.index(first) <= order.index(draft) <= order.index(last)
        for first, draft, last in seen.select("first_draft", "draft", "last_draft").iter_rows()
    )


# The drafts that ship


@pytest.fixture(scope="module")
def shipped():
    """(PARAGRAPHS, TRACE, SEEN) of the four readings in their order."""
    known = load_drafts(shipped_data())
    ids = order_drafts(known)
    drafts = pick_drafts(known, ids)
    paragraphs = split_paragraphs(read_runs(drafts), drafts)
    pairs, diffs = compare_steps(paragraphs, pairwise(ids))
    return paragraphs, trace_paragraphs(paragraphs, pairs, diffs, ids), date_words(paragraphs, diffs, ids)


def test_the_drafts_stand_behind_those_that_they_amend():
    assert order_drafts(load_drafts(shipped_data())) == ["rev1", "rev2", "rev3", "wimn"]


def test_drafts_that_amend_each_other_are_still_put_in_order():
    rows = [
        (draft, draft, None, "revision", "a", "all", base, "as issued", "") for draft, base in ("ab", "ba")
    ]
    assert order_drafts(frame_of(rows, DRAFTS)) == ["a", "b"]


def test_every_paragraph_of_every_draft_is_in_one_chain(shipped):
    paragraphs, trace, _ = shipped
    chains = trace.drop_nulls("position").group_by("draft", "position").agg(pl.col("chain").n_unique())
    assert len(chains) == len(body_of(paragraphs).filter(pl.col("draft").is_in(trace["draft"].to_list())))
    assert set(chains["chain"]) == {1}
    alive = trace.drop_nulls("position").unique(["draft", "position"])
    assert alive.select(pl.struct("draft", "chain").is_duplicated().any()).item() is False


def test_where_55_went(shipped):
    (row,) = shipped[1].filter(draft="rev3", label="44bis").to_dicts()
    assert (row["old_label"], row["moved"], row["announced"]) == ("55", True, True)
    assert row["chain"] == chain_of(shipped[1], "rev2", "55") == chain_of(shipped[1], "wimn", "44bis")


@pytest.mark.parametrize(
    ("old", "new", "announced"), [("9", "6ter", True), ("9ter", "9quat", False), ("37bis", "37ter", False)]
)
def test_moves_with_and_without_notice(shipped, old, new, announced):
    (row,) = shipped[1].filter(draft="rev3", label=new).to_dicts()
    assert (row["old_label"], row["announced"], row["renumbered"]) == (old, announced, True)


@pytest.mark.parametrize(
    ("old", "parts"),
    [("7", ["7", "7bis"]), ("26", ["26", "26bis"]), ("37", ["37", "37bis"]), ("46", ["34pre", "46"])],
)
def test_splits_that_nobody_announced(shipped, old, parts):
    rows = shipped[1].filter(draft="rev3", old_label=old, relation="split")
    assert rows["label"].to_list() == parts


def test_one_label_says_one_thing_and_the_words_another(shipped):
    assert shipped[1].filter(pl.col("label_words_differ")).select("draft", "label").rows() == [
        ("rev3", "37bis")
    ]


def test_the_words_that_the_letter_wants_back_are_seen_in_rev_2_already(shipped):
    back = shipped[2].filter(pl.col("returned"), draft="wimn").select("label", "text").rows()
    assert {("38", "processes"), ("39bis", "participation in")} <= {
        (label, text.strip()) for label, text in back
    }


def test_freedom_of_association_is_first_seen_in_the_suggested_language(shipped):
    hits = shipped[2].filter(pl.col("text").str.to_lowercase().str.contains("freedom of association"))
    assert set(hits["first_draft"]) == {"wimn"}
    assert hits["label"].to_list() == ["9bis", "22", "24", "43quint", "45bis"]
