"""The page's own modules on answers: what is accepted, what an address and a file hold. No browser."""

import json
import re
from pathlib import Path

import pytest

from tests.browser.practice import run_module
from workbook.text.labels import canonical_label

SCRIPT = Path(__file__).with_name("answers.mjs")
TEXT = "We will aim to adopt laws, as appropriate, and rest."
NOTHING = {"given": [], "hints": 0, "checked": False, "right": False, "revealed": False, "text": ""}


@pytest.fixture(scope="module")
def ask():
    """What a module makes of each of these."""

    return lambda name, *values: run_module(SCRIPT, name, values)


def mark(words: str, paragraph: str = "1") -> dict:
    start = TEXT.index(words)
    return {"paragraph": paragraph, "start": start, "end": start + len(words)}


def test_a_typed_number_is_spelled_as_python_spells_it(ask):
    printed = [
        "44 bis",
        "9 quatter",
        "43-QUINT.",
        "OP5",
        "PP 2",
        "12",
        "1.1",
        "7pre",
        "5 alt",
        "5 alt. 2",
        "12A.",
    ]
    assert ask("spell", *printed) == [canonical_label(label) for label in printed]
    assert ask("spell", "Para. 44 Bis", "(44bis)", "paragraph 3", "12a", "no number") == [
        "44bis", "44bis", "3", "12A", "nonumber",
    ]  # fmt: skip


def test_a_number_is_found_among_the_words_that_were_typed_and_told_as_it_was_typed(ask):
    found = [
        "former 55",
        "55 of Rev 2",
        "[former para 9 bis]?",
        "Rev 3: OP 5",
        "it is 12A, I think",
        "44 BIS",
    ]
    assert ask("find", *found) == ["55", "55", "9bis", "OP5", "12A", "44bis"]
    assert ask("find", "55 or 44", "Rev 2", "", "none", "¶", "2030", "stop") == [""] * 7
    question = {"id": "a", "kind": "label", "wanted": 1, "traps": [], "otherwise": ""}
    question["accepted"] = [{"answer": "55", "why": ""}]
    tried = ["former 55", "55 of Rev 2", "55 or 44", "44 of Rev 2"]
    told = ask("judge", *({"question": question, "values": [value]} for value in tried))
    assert [judged["right"] for judged in told] == [True, True, False, False]
    told = ask("name", *({"question": question, "value": value} for value in ("55 of Rev 2", "Para. 3 BIS")))
    assert told == ["“55 of Rev 2”", "Paragraph 3bis"]


def test_of_a_long_answer_four_words_are_enough_where_nothing_else_is_marked(ask):
    words = "will aim to adopt laws, as appropriate, and rest."
    accepted = [{"answer": mark(words) | {"words": words}, "why": ""}]
    question = {"id": "a", "kind": "mark", "wanted": 1, "accepted": accepted, "traps": [], "otherwise": ""}
    tried = [
        "aim to adopt laws,",
        "to adopt laws,",
        "as appropriate, and rest.",
        "We will aim to adopt",
        "We",
    ]
    told = ask("judge", *({"question": question, "values": [mark(each)]} for each in tried))
    assert [judged["verdicts"][0]["state"] for judged in told] == ["right", "near", "right", "near", "other"]


def test_a_mark_needs_half_of_the_words_and_little_besides(ask):
    accepted = [{"answer": mark("will aim to") | {"words": "will aim to"}, "why": "aim"}]
    traps = [{"answer": mark("rest") | {"words": "rest"}, "why": "rest"}]
    question = {
        "id": "a",
        "kind": "mark",
        "wanted": 1,
        "accepted": accepted,
        "traps": traps,
        "otherwise": "no",
    }
    tried = [
        [mark("will aim")], [mark("aim")], [mark("ill aim t")], [mark("aim to adopt laws")],
        [mark("rest")], [mark("adopt")], [mark("will aim to", "2")],
        [mark("will aim to") | {"end": 3 + 11 + 60}], [mark("will aim to") | {"end": 3 + 11 + 61}],
        [mark("will aim"), mark("aim to")], [mark("will aim"), mark("rest")], [],
    ]  # fmt: skip
    told = ask("judge", *({"question": question, "values": values} for values in tried))
    states = [[verdict["state"] for verdict in judged["verdicts"]] for judged in told]
    assert states == [
        ["right"], ["near"], ["near"], ["right"], ["trap"], ["other"], ["other"], ["right"], ["near"],
        ["right", "again"], ["right", "trap"], [],
    ]  # fmt: skip
    assert [judged["right"] for judged in told] == [
        True,
        False,
        False,
        True,
        *[False] * 3,
        True,
        False,
        True,
    ] + [False] * 2
    assert (told[4]["verdicts"][0]["why"], told[5]["verdicts"][0]["why"]) == ("rest", "no")
    assert "mark more" in told[1]["verdicts"][0]["why"] and "mark fewer" in told[8]["verdicts"][0]["why"]


def test_so_many_different_answers_as_are_wanted_and_no_other_make_a_question_right(ask):
    accepted = [{"answer": "9bis", "why": "x"}, {"answer": "22", "why": "y", "sure": "most likely"}]
    question = {"id": "b", "kind": "pick", "wanted": 2, "accepted": accepted, "traps": [], "otherwise": ""}
    tried = [["9bis"], ["9 BIS", "22"], ["22", "9bis", "5"], ["9bis", "9 bis"]]
    told = ask("judge", *({"question": question, "values": values} for values in tried))
    assert [(judged["found"], judged["right"]) for judged in told] == [
        (1, False),
        (2, True),
        (2, False),
        (1, False),
    ]
    assert told[1]["verdicts"][1]["sure"] == "most likely"
    chosen = question | {"kind": "choose", "wanted": 1, "accepted": [{"answer": "a", "why": ""}]}
    told = ask("judge", *({"question": chosen, "values": [value]} for value in ("a", "A")))
    assert [judged["right"] for judged in told] == [True, False]


def test_answers_come_back_from_an_address_and_from_a_file_as_they_were(ask):
    values = ["a", "44 bis", "¶3", "x*y.z_1a_<", "é-1-2", {"paragraph": "3-1 bis", "start": 0, "end": 12}]
    answered = [
        ["a", {"given": values, "hints": 2, "checked": True, "right": True}],
        ["b", {"revealed": True}],
    ]
    (told,) = ask(
        "round", [["E1", answered], ["became-7-k3", [["a", {"text": "my <line>", "checked": True}]]]]
    )
    assert told["read"]["E1"]["a"] == NOTHING | answered[0][1]
    assert told["read"]["became-7-k3"]["a"] == NOTHING | {"checked": True}  # no address holds a text
    assert told["same"] and told["address"] == told["all"]
    assert set(told["address"]) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.*")
    file = json.loads(told["file"])
    assert file["exercises"]["E1"]["a"]["given"][-1] == values[-1] | {"words": "words"}
    assert file["exercises"]["became-7-k3"]["a"]["given"] == ["my <line>"]


def test_an_address_keeps_to_its_length_and_has_the_latest_answers(ask):
    many = [[f"E{number}", [["a", {"given": ["x" * 60], "checked": True}]]] for number in range(60)]
    (told,) = ask("round", many)
    assert 1_900 < len(told["address"]) <= 2_000 < len(told["all"])
    assert told["all"].endswith(told["address"]) and len(told["read"]) == 60


def test_what_a_stranger_writes_is_read_by_shape_or_left_out(ask):
    strange = ["", "**", "E1", "E1*a", "<x>*a.c.x", "E1*a.cc.x", "__proto__*a.c.x", "E1*a.99c.--5-1*b.zz",
               "E1*a.c._zzzzz_", "E1*" + "*".join(f"q{number}.c" for number in range(99))]  # fmt: skip
    told = ask("address", *strange)
    assert told[:7] == [{}, {}, {}, {"E1": {"a": NOTHING}}, {}, {}, {}]
    assert told[7]["E1"] == {"a": NOTHING | {"hints": 20, "checked": True}}
    assert len(told[9]["E1"]) == 40
    given = {"given": [1, None, {"start": 1}, "ok"], "hints": -4, "checked": "yes"}
    told = {"workbook": "answers", "version": 1, "exercises": {"E1": {"a": given, "b": 3}, "<": {}}}
    files = ["", "[]", "null", json.dumps(told | {"version": 2}), json.dumps(told)]
    read = ask("file", *files)
    assert [bool(each["error"]) for each in read] == [True] * 4 + [False]
    assert read[4]["progress"] == {"E1": {"a": NOTHING | {"given": ["ok"]}}}


def test_a_file_carries_a_mark_that_is_drawn_by_lot_and_read_by_shape(ask):
    [drawn] = ask("draw", 200)
    assert len(set(drawn)) == 200 and all(re.fullmatch("[a-z0-9]{10}", each) for each in drawn)
    assert ask("called", "7k3mxx") == ["answers-7k3m.json"]
    told = {"workbook": "answers", "version": 1, "exercises": {}}
    marks = [*drawn[:1], "", "../x", "ABCDEF", "x" * 17, 12345, ["abcdef"], None]
    read = ask("file", *(json.dumps(told | {"mark": each}) for each in marks), json.dumps(told))
    assert [each["about"]["mark"] for each in read] == [drawn[0], *[""] * 8]


def test_an_answer_that_no_option_has_stands_in_quotation_marks_so_that_no_sheet_takes_it_for_a_formula(ask):
    question = {"kind": "choose", "options": [{"id": "a", "text": "It is."}]}
    told = ask("name", *({"question": question, "value": value} for value in ("a", "=1+1", "@SUM(A1)")))
    assert told == ["It is.", "“=1+1”", "“@SUM(A1)”"]


def test_a_plan_is_offered_where_its_exercises_are_and_says_which_are_missing(ask):
    steps = {"A": ["X1", "X2", "X1"], "B": ["X1"], "C": ["X2", "X3"], "D": [""]}
    plans = [
        {"id": plan, "title": f"Plan {plan}", "steps": [{"exercise": each} for each in exercises]}
        for plan, exercises in steps.items()
    ]
    written = [[], ["X1"], ["X1", "X2", "X3"]]
    told = ask("plans", *({"plans": plans, "written": [{"id": each} for each in own]} for own in written))
    assert [each["offered"] for each in told] == [["D"], ["B", "D", "A"], ["A", "B", "C", "D"]]
    [sentence] = told[1]["told"]
    assert sentence.startswith("“Plan A” was written for other drafts") and "X2 is missing" in sentence
    assert told[2]["told"] == []
    [nothing] = ask("plans", {"plans": plans[:3], "written": []})
    assert nothing["offered"] == [] and "Begin with exercises made from" in nothing["told"][0]
