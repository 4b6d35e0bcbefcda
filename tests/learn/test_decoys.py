"""Changes that the workbook makes up: what each rule does, and that the lists it goes by agree."""

import polars as pl
import pytest

from workbook.learn.decoys import RULES, Swaps, make_decoys
from workbook.meaning.clauses import find_clauses
from workbook.meaning.ladder import load_ladder
from workbook.meaning.lexicon import load_terms
from workbook.meaning.swaps import load_swaps
from workbook.meaning.tags import tag_paragraphs
from workbook.schemas import PARAGRAPHS, SWAPS, conform, frame_of

TEXTS = {
    "We commit to adopting measures.": "We commit to developing measures.",
    "We recognize the burden.": "We acknowledge the burden.",
    "Each Party shall report.": "Each Party should report.",
    "They report within 3 months.": "They report within 5 months.",
    "This ends by 2030.": "This ends by 2035.",
    "They seek full access.": "They seek access.",
    "Pilots need training and licences.": "Pilots need training or licences.",
    "They asked for labour inspectors.": "They asked for labor inspectors.",
    "They asked for labor inspectors.": "They asked for labour inspectors.",
    "Local governments help.": "Local Governments help.",
    "We need safe, orderly and regular ways.": "We need safe, orderly, and regular ways.",
    "We need safe, orderly, and regular ways.": "We need safe, orderly and regular ways.",
    "We need child-sensitive care.": "We need child sensitive care.",
    "We thank the secretariat for it.": "We thank the Secretariat for it.",
}


def change_text(text, swaps):
    """What can be made of a text: each text as it comes out, with its decoy; and the paragraph."""
    ladder, row = load_ladder(), dict.fromkeys(PARAGRAPHS) | {"draft": "one", "position": 0, "text": text}
    rows = [row | {"kind": "paragraph"}]
    shown = pl.DataFrame(rows, schema=list(PARAGRAPHS), infer_schema_length=None).pipe(conform, PARAGRAPHS)
    decoys = make_decoys(shown, find_clauses(shown, ladder), ladder, swaps)
    return [(text[: each.start] + each.words + text[each.end :], each) for each in decoys], shown


@pytest.fixture(scope="module")
def swaps():
    return Swaps(load_swaps())


@pytest.fixture(scope="module")
def change(swaps):
    return lambda text: change_text(text, swaps)


@pytest.mark.parametrize(("before", "after"), TEXTS.items())
def test_each_rule_makes_its_change(before, after, change):
    assert after in [text for text, _decoy in change(before)[0]]


def test_every_rule_is_tried_above(change):
    made = {decoy.rule for text in TEXTS for _after, decoy in change(text)[0]}
    assert made == {*RULES, "a verb one rung down"}


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 73/195 recalls the 2030 Agenda and Article 12(3) of 8,436 words.",
        "An effective remedy is given.",
        "We commit to visiting harbours",
        "They met on land, by national and local bodies",
    ],
)
def test_symbols_names_and_words_that_others_hang_on_are_left_alone(text, change):
    rules = {decoy.rule for _after, decoy in change(text)[0]}
    wrong = ("another number", "a word struck", "a verb one rung down", "the comma before the last of a list")
    assert not rules & set(wrong)


def test_a_verb_goes_one_rung_down_or_stays(change):
    ladder = load_ladder()
    for text in ("We commit to ensuring safety.", "We welcome the report.", "We will ratify the protocol."):
        [(after, decoy)] = [row for row in change(text)[0] if row[1].rule == "a verb one rung down"]
        rungs = [find_clauses(change(each)[1], ladder)["rung"].to_list() for each in (text, after)]
        assert rungs[1] == [rungs[0][0] - 1]
        assert f"rung {rungs[0][0]}" in decoy.why and f"rung {rungs[1][0]}" in decoy.why


def test_a_verb_that_the_scale_does_not_put_one_rung_lower_is_no_decoy():
    for old, new in (("ensuring", "guaranteeing"), ("ensuring", "considering"), ("promoting", "ensuring")):
        swaps = Swaps(frame_of([("verb", old, new, "")], SWAPS))
        made, _shown = change_text(f"We commit to {old} safety", swaps)
        assert made == []


def test_every_caveat_that_is_put_in_is_a_hedge_of_the_lists(swaps, change):
    hedges = load_terms(schemes=("hedge",))
    assert swaps.caveats
    for caveat in swaps.caveats:
        assert len(tag_paragraphs(change(f"We act, {caveat}.")[1], hedges)) == 1


def test_every_exchange_of_verbs_is_one_that_the_scale_bears_out(swaps, change):
    for verb, lower in swaps.words["verb"].items():
        leads = ["We commit to", "We will", "We", "Each Party"]
        made = [after for lead in leads for after, _decoy in change(f"{lead} {verb} the work.")[0]]
        assert {f"{lead} {lower} the work." for lead in leads} & set(made), f"{verb} to {lower}"
