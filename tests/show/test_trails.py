"""Plain sentences on what became of a clause."""

import polars as pl
import pytest

from workbook.schemas import TRAIL, conform
from workbook.show.trails import SENTENCES, tell_trail

ROW = {
    "old_draft": "a", "old_position": 1, "old_label": "42bis", "new_draft": "b", "new_position": 1,
    "new_label": "42bis", "old_clause": 0, "old_phrase": "will evaluate", "old_rung": 6, "new_clause": 0,
    "new_phrase": "will consider", "new_rung": 4, "direction": "down", "rule": "rung 6 to 4",
    "hedges_gained": "", "hedges_lost": "", "boosters_gained": "", "boosters_lost": "", "hand": "rev3",
    "grade": "inferred",
}  # fmt: skip


@pytest.fixture
def tell():
    """The sentence and whose change it is, of one row of the trail."""

    def tell(own_scale: bool = False, **changed: object) -> list[tuple[str, str]]:
        trail = pl.DataFrame({name: [(ROW | changed)[name]] for name in TRAIL}).pipe(conform, TRAIL)
        told = tell_trail(trail, {"rev3": "Rev 3's drafters"}, own_scale)
        assert told.schema == pl.Schema(SENTENCES)
        return told.select("sentence", "whose").rows()

    return tell


def test_a_change_of_rung_names_both_verbs_and_both_rungs(tell):
    sentence = "42bis: “will evaluate” becomes “will consider”, commitment 6 to 4."
    assert tell() == [(sentence, "whose change: Rev 3's drafters (inferred)")]


def test_words_of_no_known_hand_are_nobodys(tell):
    assert tell(hand="", grade="unknown")[0][1] == "whose change: not known"
    assert tell(hand="", grade=None)[0][1] == ""


def test_caveats_stand_beside_the_verbs(tell):
    told = tell(
        direction="none", rule="", new_rung=6, new_phrase="will evaluate", hedges_gained="relevant; may be"
    )
    assert told[0][0] == "42bis: a caveat came in: “relevant”, “may be”."


def test_a_clause_of_one_draft_is_told_as_such(tell):
    told = tell(old_clause=None, old_phrase="", old_rung=None, direction="none")
    assert told[0][0] == "42bis: “will consider” (rung 4) is in the newer draft alone."


def test_results_of_an_edited_scale_say_so(tell):
    assert "(your scale)" in tell(own_scale=True)[0][0]
    alone = {"old_clause": None, "old_phrase": "", "old_rung": None, "direction": "none"}
    assert "(your scale)" in tell(own_scale=True, **alone)[0][0]
    caveats = {"new_rung": 6, "new_phrase": "will evaluate", "hedges_gained": "relevant"}
    assert "your scale" not in tell(own_scale=True, direction="none", rule="", **caveats)[0][0]
    assert "your scale" not in tell()[0][0]


def test_a_clause_that_kept_its_verbs_and_caveats_has_no_sentence(tell):
    assert tell(direction="none", rule="no word changed", new_rung=6, new_phrase="will evaluate") == []


def test_of_two_verbs_side_by_side_the_sentence_says_that_nobody_can_tell(tell):
    assert "cannot say" in tell(direction="none", rule="two verbs side by side: the file cannot say")[0][0]
