"""What the page's tab that follows a paragraph is told: which drafts, each text once, redlines as lengths."""

import json
from itertools import pairwise

import polars as pl
import pytest

from workbook.app.chapters import Asked, make_chapter
from workbook.app.chapters.follow import MOST_DRAFTS, choose_drafts, make_follow
from workbook.app.followed import compare_steps
from workbook.app.uploads import Upload, Uploads
from workbook.compare.trace import trace_paragraphs
from workbook.schemas import COMMENTS, DRAFTS, PARAGRAPHS, RUNS, WorkbookError, frame_of
from workbook.show.explorer.chapters.follow import order_chains

READINGS = ["rev1", "rev2", "rev3", "wimn"]


@pytest.fixture(scope="module")
def told():
    """The chapter of the readings that ship."""
    return make_follow(Asked("rev2", "rev3"))


def box(told, draft, label):
    [drafts] = [each for each in told["drafts"] if each["draft"] == draft]
    [found] = [each for each in drafts["boxes"] if each["label"] == label]
    return found


def make_uploads(*ids):
    """A visitor's drafts, of which nothing but the list is looked at."""
    rest = ("all", "", "as issued", "")
    listed = [frame_of([(draft, draft, None, "revision", draft, *rest)], DRAFTS) for draft in ids]
    empty = (frame_of([], RUNS), frame_of([], COMMENTS), {}, [])
    return Uploads([Upload(own["draft"][0], "", 1, "", None, own, *empty) for own in listed])


# Which drafts


def test_all_readings_are_followed_in_their_order_whichever_way_round_the_pair_is():
    assert choose_drafts(Asked("rev2", "rev3")) == choose_drafts(Asked("wimn", "rev1")) == READINGS


def test_printed_texts_are_followed_where_they_are_on_show_and_nothing_beside_them():
    assert choose_drafts(Asked("rev2-printed", "wimn-printed")) == ["rev2-printed", "wimn-printed"]


def test_a_visitors_own_drafts_stand_behind_the_others_and_alone_where_both_are_on_show():
    own = make_uploads("mine", "yours")
    assert choose_drafts(Asked("rev2", "mine", uploads=own)) == [*READINGS, "mine", "yours"]
    assert choose_drafts(Asked("yours", "mine", uploads=own)) == ["mine", "yours"]


def test_of_too_many_drafts_those_on_show_are_among_the_followed():
    own = make_uploads(*(f"own{at}" for at in range(9)))
    chosen = choose_drafts(Asked("rev1", "own0", uploads=own))
    assert len(chosen) == MOST_DRAFTS
    assert {"rev1", "own0", "own8"} <= set(chosen)


def test_a_page_names_drafts_in_any_order_and_each_once():
    assert choose_drafts(Asked("rev2", "rev3", extra={"drafts": ["wimn", "rev1", "wimn"]})) == [
        "rev1",
        "wimn",
    ]


@pytest.mark.parametrize("drafts", [[], ["/etc/passwd"], "rev2", [["rev2"]], {"rev2": 1}, ["lost"]])
def test_what_a_page_may_not_ask_is_refused_in_a_sentence(drafts):
    with pytest.raises(WorkbookError):
        make_follow(Asked("rev2", "rev3", extra={"drafts": drafts}))


def test_it_is_made_once_for_all_pairs_of_the_same_drafts(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    made = make_chapter("follow", Asked("rev2", "rev3"))
    monkeypatch.setattr("workbook.app.chapters.CHAPTERS", {"follow": lambda _asked: pytest.fail("made anew")})
    assert make_chapter("follow", Asked("wimn", "rev2")) == json.loads(json.dumps(made))


# What is told


def test_every_text_stands_in_it_once(told):
    sent = json.dumps(told, ensure_ascii=False)
    assert len(set(told["texts"])) == len(told["texts"])
    # But for the parts of a paragraph that was split, whose words a redline has to divide.
    again = [text for text in told["texts"] if sent.count(json.dumps(text, ensure_ascii=False)[1:-1]) > 1]
    assert sum(map(len, again)) < 0.05 * sum(map(len, told["texts"]))
    assert len(sent) < 700_000


def test_a_redline_read_along_its_two_texts_is_the_two_texts(told):
    texts = [
        {each["position"]: told["texts"][each["text"]] for each in draft["boxes"]} for draft in told["drafts"]
    ]
    read = 0
    for pair in told["pairs"]:
        for old, new, _told, _why, _score, spans in pair["rows"]:
            if spans and all(isinstance(span, int) or isinstance(span[0], int) for span in spans):
                sides = [[span, span] if isinstance(span, int) else span for span in spans]
                before, after = (texts[draft][at] for draft, at in zip(pair["at"], (old, new), strict=True))
                assert (sum(side[0] for side in sides), sum(side[1] for side in sides)) == (
                    len(before),
                    len(after),
                )
                read += 1
    assert read > 300
    assert len(told["pairs"]) == 6


def test_the_ages_of_its_words_cover_a_paragraph_and_say_whose_they_are(told):
    found = box(told, "wimn", "44bis")
    assert sum(age[0] for age in found["seen"]) == len(told["texts"][found["text"]])
    whose = {(age[1], told["said"][age[5]]) for age in found["seen"]}
    assert (0, "") in whose  # nobody can tell who wrote the first draft
    assert (2, "Rev 3's drafters, as reconstructed (inferred)") in whose
    assert (2, "not known") in whose


def test_a_clause_has_its_rung_and_its_caveats(told):
    assert ["will consider", 4] in [clause[2:4] for clause in box(told, "rev3", "42bis")["clauses"]]
    assert ["will evaluate", 6] in [clause[2:4] for clause in box(told, "rev2", "42bis")["clauses"]]
    assert any("on a voluntary basis" in " ".join(each[6]) for each in box(told, "rev2", "57")["clauses"])


def test_a_number_that_misleads_is_told(told):
    misleading = [link for link in told["links"] if link["misleads"]]
    assert {(link["to"], box(told, "rev3", "37bis")["position"]) for link in misleading} == {
        (2, link["new"]) for link in misleading
    }


def test_one_draft_alone_can_be_told():
    told = make_follow(Asked("rev2", "rev2", extra={"drafts": ["rev2"]}))
    assert (len(told["drafts"]), told["pairs"], told["links"]) == (1, [], [])
    assert len(told["rows"]) == 69


def test_a_large_series_has_the_redlines_of_neighbours_alone(monkeypatch):
    monkeypatch.setattr("workbook.app.chapters.follow.MOST_PARAGRAPHS", 100)
    told = make_follow(Asked("rev2", "rev3", extra={"drafts": ["rev1", "rev2", "rev3"]}))
    assert [pair["at"] for pair in told["pairs"]] == [[0, 1], [1, 2]]


LAMPS = "We light the lamps of the harbour every evening before the ships of the coast come home"
SHIPS = "The keepers of the tower write down each ship, its flag, its master and its load of salt"
ROADS = "We ask the council of the islands to mend the long road from the market to the quay"


def test_rows_of_the_table_are_in_the_order_of_the_document_and_what_is_gone_keeps_its_place():
    drafts = {"one": [LAMPS, SHIPS, ROADS], "two": [LAMPS, ROADS], "three": [SHIPS.upper(), LAMPS, ROADS]}
    rows = [
        (draft, at, str(at), "", "", "", "paragraph", "", text, 1, 1)
        for draft, texts in drafts.items()
        for at, text in enumerate(texts)
    ]
    paragraphs = frame_of(rows, PARAGRAPHS)
    trace = trace_paragraphs(paragraphs, *compare_steps(paragraphs, pairwise(drafts)), list(drafts))
    chains = trace.filter(draft="one").sort("position")["chain"].to_list()
    late = trace.filter(pl.col("relation") == "inserted")["chain"].item()
    assert order_chains(trace) == [late, chains[0], chains[1], chains[2]]
