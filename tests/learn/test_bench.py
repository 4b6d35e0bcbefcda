"""The amendment bench: what a paragraph's amended text moves, by the same rules as between two drafts."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbook.learn.balance import compare_marks, compare_themes, find_highest
from workbook.learn.bench import Lists, amend_paragraph, read_paragraph
from workbook.learn.effects import tell_effects
from workbook.learn.exercise import Goal
from workbook.learn.goals import check_goal, read_goal
from workbook.learn.leaning import Reference
from workbook.meaning.agreed import find_agreed
from workbook.meaning.ladder import load_ladder
from workbook.meaning.lexicon import load_terms
from workbook.meaning.own_scale import edit_ladder
from workbook.meaning.references import load_documents, load_pinpoints
from workbook.schemas import PARAGRAPHS, WorkbookError, frame_of
from workbook.text.typed import read_typed, write_typed

AIM = (
    "We aim to develop safe disembarkation mechanisms for rescued people, complying with international "
    "obligations at borders, and life-saving assistance."
)
SOURCES = ("[SG report, paras 104 to 106]",)


def paragraphs(*texts, draft="draft"):
    rows = [
        (draft, at, str(55 + at), f"{55 + at}.", "", "", "paragraph", "", text, at + 1, at + 1)
        for at, text in enumerate(texts)
    ]
    return frame_of(rows, PARAGRAPHS)


@pytest.fixture(scope="module")
def lists():
    return Lists(load_terms(), load_ladder(), load_documents(), load_pinpoints())


@pytest.fixture(scope="module")
def amend(lists):
    """What moves where the paragraph about rescue is amended."""
    old = read_paragraph(paragraphs(AIM), SOURCES, lists)
    return lambda typed, **given: amend_paragraph(old, typed, given.pop("by", lists), **given)


def put(old, new):
    return write_typed(AIM.replace(old, new), SOURCES)


def test_an_aim_that_becomes_a_promise_of_a_process_moves_from_rung_4_to_5(amend):
    moved = amend(put("aim to develop", "commit to developing"))
    assert (find_highest(moved.old), find_highest(moved.new)) == (4, 5)
    assert moved.sentence == "55: “aim to” becomes “commit to developing”, commitment 4 to 5."
    assert moved.trail["direction"].to_list() == ["up"]


def test_a_caveat_leaves_the_rung_and_counts_as_one(amend):
    moved = amend(put("to develop safe", "to develop, as appropriate, safe"))
    assert (find_highest(moved.old), find_highest(moved.new)) == (4, 4)
    assert compare_marks(moved, "hedge") == {"gained": ["as appropriate"], "lost": []}


def test_regardless_of_status_is_one_emphasis(amend):
    moved = amend(put("assistance", "assistance regardless of their migration status"))
    assert compare_marks(moved, "booster") == {
        "gained": ["regardless of their migration status"],
        "lost": [],
    }


def test_freedom_of_association_lights_its_theme_and_the_others_stay(amend, lists):
    themes = compare_themes(amend(put("assistance", "assistance and freedom of association")), lists.terms)
    gained = {theme["tag"]: theme["words"] for theme in themes["gained"]}
    assert gained["T03"] == ["freedom of association"]
    assert {"T08", "T10"} <= {theme["tag"] for theme in themes["kept"]}
    assert themes["lost"] == []


def test_a_source_that_is_typed_in_brackets_is_gained_and_no_words_are(amend):
    moved = amend(f"{write_typed(AIM, SOURCES)} [GCM para 15(g)]")
    told = tell_effects(moved, frame_of([], {"scheme": str, "tag": str, "title": str}))
    assert told["sources"] == {"gained": ["GCM para 15(g)"], "lost": []}
    assert told["new_text"] == told["old_text"] == AIM


def test_a_source_that_is_struck_is_lost_unless_only_the_running_text_was_typed(amend, lists):
    lost = tell_effects(amend(AIM), lists.terms)["sources"]["lost"]
    assert lost == ["SG report para 104", "SG report para 105", "SG report para 106"]
    assert tell_effects(amend(AIM, whole=False), lists.terms)["sources"] == {"gained": [], "lost": []}


def test_nothing_typed_strikes_the_paragraph(amend, lists):
    moved = amend(" \n ")
    assert moved.sentence.startswith("55: gone, ")
    told = tell_effects(moved, lists.terms)
    assert (told["new_text"], told["highest"]) == ("", [4, 0])
    assert told["trail"][0]["rule"] == "the amended paragraph has no such clause"


def test_options_in_brackets_are_words_and_both_rungs_are_read(lists):
    old = read_paragraph(paragraphs("We [aim to][will] protect migrants."), (), lists)
    moved = amend_paragraph(old, "We will protect migrants.", lists)
    assert moved.old.text == "We [aim to][will] protect migrants."
    assert moved.old.clauses["other_rung"].to_list() == [4]
    assert moved.new.clauses["other_rung"].to_list() == [None]


def test_a_verb_that_the_reader_put_on_the_scale_counts_and_the_sentence_says_whose_scale_it_is(amend, lists):
    typed = put("aim to develop", "commit to establishing")
    assert find_highest(amend(typed).new) == 5
    own = lists._replace(ladder=edit_ladder(load_ladder(), "add.6.establishing"), own_scale=True)
    moved = amend(typed, by=own)
    assert find_highest(moved.new) == 6
    assert moved.sentence.endswith("commitment 4 to 6 (your scale).")


def test_agreed_language_is_told_only_where_a_reference_text_is_known(amend, lists):
    typed = put("at borders", "at all borders")
    assert tell_effects(amend(typed), lists.terms)["agreed"]["known"] is False
    there = "They recall complying with international obligations at borders, and life-saving assistance."
    reference = Reference("other", "An earlier text", paragraphs("Nothing alike.", there, draft="other"))
    agreed = tell_effects(amend(typed, reference=reference), lists.terms, reference)["agreed"]
    assert agreed["broken"] == [
        {
            "words": "complying with international obligations at borders, and life-saving assistance",
            "where": "56",
        }
    ]
    untouched = tell_effects(amend(put("aim", "seek"), reference=reference), lists.terms, reference)["agreed"]
    assert (untouched["broken"], untouched["kept"]) == ([], 1)


def test_a_reference_text_is_narrowed_to_what_can_agree_and_agrees_in_the_same_words(lists):
    texts = [
        "We recall the safe and orderly and regular movement of people.",
        "Safe and orderly and regular movement of people matters at all borders.",
        "Another thing entirely.",
    ]
    whole = paragraphs(*texts, draft="other")
    near = Reference("other", "Other", whole).narrow([f"So: {texts[1]}", "thing entirely"])
    assert near["position"].to_list() == [0, 1]
    drafts = paragraphs(f"So: {texts[1]}")
    assert find_agreed(drafts, near).equals(find_agreed(drafts, whole))


WORDS = [
    "we",
    "commit to",
    "[aim to]",
    "[GCM para 7]",
    "[NEW]",
    "(a)",
    "protect",
    "migrants",
    "Ä\U0001f30d",
    ".",
]


@settings(derandomize=True, deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join), st.sampled_from([" ", "\n\n"])
)
def test_whoever_types_the_same_text_moves_nothing(text, space):
    lists = Lists(load_terms(), load_ladder(), load_documents(), load_pinpoints())
    old = read_paragraph(paragraphs(text), SOURCES, lists)
    typed = write_typed(text, SOURCES).replace(" ", space)
    told = tell_effects(amend_paragraph(old, typed, lists), lists.terms)
    assert told["new_text"] == told["old_text"]
    assert {span[0] for span in told["spans"]} <= {"equal"}
    for name in ("hedges", "boosters", "themes", "sources"):
        assert (told[name]["gained"], told[name]["lost"]) == ([], [])
    assert {step["direction"] for step in told["trail"]} <= {"none"}
    assert told["sentence"] == "55: unchanged."
    assert json.loads(json.dumps(told)) == told


@pytest.mark.parametrize("hostile", ["\x00\x1e\ud800", "[" * 400, "<script>" * 50, "We " * 3000, "=1+1"])
def test_whatever_is_typed_can_be_told(amend, lists, hostile):
    assert json.dumps(tell_effects(amend(hostile), lists.terms)).encode()


def test_a_paragraph_is_typed_as_it_is_written_and_read_as_it_is_typed():
    typed = read_typed("We aim\nto [shall] act [GCM para 15(g)], and [Based on 76/172; OP6] more [NEW].")
    assert typed.text == "We aim to [shall] act, and more."
    assert typed.citations == ("[GCM para 15(g)]", "[Based on 76/172; OP6]")
    assert typed.remarks == ("[NEW]",)


# Goals


def told_of(goal, moved, lists):
    return [(part.met, part.told) for part in check_goal(goal, moved, lists.terms)]


def test_a_goal_is_met_by_just_as_many_and_each_part_says_what_it_found(amend, lists):
    moved = amend(put("aim to develop", "commit to developing, as appropriate,"))
    goal = Goal(highest_rung=5, hedges_gained=1, hedges_lost=0, themes_gained=("T03",), themes_kept=("T08",))
    assert told_of(goal, moved, lists) == [
        (True, "Yes: the highest rung is 5."),
        (True, "Yes: 1 caveat came in (“as appropriate”)."),
        (False, "Not yet: 1 caveat went (“aim to”); wanted is none."),
        (False, "Not yet: “Freedom of association and ILO standards” (T03) does not come in yet."),
        (
            True,
            "Yes: “Saving lives and humanitarian help” (T08) stays, by the words “disembarkation”, "
            "“rescued”, “life-saving”.",
        ),
    ]
    assert [met for met, _told in told_of(Goal(hedges_gained=2, boosters_gained=0), moved, lists)] == [
        False,
        True,
    ]


def test_a_rung_is_not_met_where_no_clause_is_on_the_scale(amend, lists):
    assert told_of(Goal(highest_rung=0), amend("Borders are closed."), lists) == [
        (False, "Not yet: no clause is on the scale; wanted is rung 0.")
    ]


def test_a_goal_that_a_page_sends_is_checked():
    assert read_goal({"highest_rung": 5, "themes_kept": ["T08"]}) == Goal(5, themes_kept=("T08",))
    strange = [[], {"other": 1}, {"highest_rung": 7}, {"hedges_gained": True}, {"themes_kept": [1]},
               {"themes_lost": ["x" * 99]}, {"themes_gained": "T03"}, {"hedges_lost": -1}]  # fmt: skip
    for given_goal in strange:
        with pytest.raises(WorkbookError, match="does not understand"):
            read_goal(given_goal)
