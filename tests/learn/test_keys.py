"""The keys of the exercises that ship, found anew in the frames: nothing is missing, nothing made up.

What is typed in data/exercises/*.toml is compared both ways: nothing is accepted that the frames do not show,
and what they show is accepted, or is a trap with its reason.
"""

import functools
import re

import polars as pl
import pytest

from workbook.app import compare_drafts, make_table
from workbook.app.chapters import Asked, make_chapter
from workbook.app.ghosts import find_struck
from workbook.meaning.clauses import find_clauses
from workbook.meaning.ladder import load_ladder
from workbook.schemas import PARAGRAPHS, frame_of
from workbook.text.drafts import shipped_data

DRAFTS = ("rev2", "rev3", "wimn", "rev2-printed", "wimn-printed")
QUOTED = re.compile("“([^“”]+)”")


@pytest.fixture(scope="module")
def exercises():
    told = make_chapter("workshop", Asked("rev2", "rev3", shipped_data()))
    assert told["left_out"] == []
    return {exercise["id"]: exercise for exercise in told["exercises"]}


@functools.cache
def table(name, *ids):
    return make_table(name, list(ids or DRAFTS), shipped_data())[0]


def text_of(draft, label, kinds=("paragraph", "item")):
    rows = table("paragraphs").filter(pl.col("kind").is_in(kinds), draft=draft, label=label)
    return rows["text"].item()


def ask(exercises, name, question):
    return next(asked for asked in exercises[name]["questions"] if asked["id"] == question)


def given(question, which="accepted"):
    return {answer["answer"] for answer in question[which]}


def labels_shown(exercise, draft):
    """The numbers of the paragraphs of a draft that can be read, in their order."""
    shown = next(material for material in exercise["material"] if material["draft"] == draft)
    return [paragraph["label"] for paragraph in shown["paragraphs"]]


def spans(question, which="accepted"):
    """The words marked: paragraph, start, end."""
    return {
        tuple(answer["answer"][key] for key in ("paragraph", "start", "end")) for answer in question[which]
    }


def is_met(span, others):
    label, start, end = span
    return any(label == other and start < last and first < end for other, first, last in others)


def find_in(clause, words):
    """Where words stand in a clause of a draft: its paragraph, start, end."""
    text = text_of(clause["draft"], clause["label"])
    start = text.lower().index(words.lower(), clause["start"])
    assert start < clause["end"]
    return clause["label"], start, start + len(words)


# E1: softer verbs, caveats, smaller objects


@pytest.fixture(scope="module")
def softened(exercises):
    """What the trail between Rev 2 and Rev 3 shows in the paragraphs of E1: spans in Rev 3, by kind."""
    shown = labels_shown(exercises["E1"], "rev3")
    clauses = {(row["label"], row["clause"]): row for row in table("clauses").filter(draft="rev3").to_dicts()}
    found = {"verb": set(), "fewer": set(), "object": set(), "caveat": set(), "up": set(), "form": set()}
    for row in table("trail", "rev2", "rev3").filter(pl.col("new_label").is_in(shown)).to_dicts():
        if row["new_clause"] is None:
            continue
        clause = clauses[row["new_label"], row["new_clause"]]
        decisive = (QUOTED.findall(row["rule"]) or [row["new_phrase"]])[-1]
        kind = {"down": "verb"}.get(row["direction"], row["direction"])
        if kind in found:
            found[kind].add(find_in(clause, decisive))
        if kind == "form" and set(row["new_phrase"].split()) < set(re.findall(r"\w+", row["old_phrase"])):
            found["fewer"].add(find_in(clause, decisive))
        for words in filter(None, row["hedges_gained"].split("; ")):
            found["caveat"].add(find_in(clause, words))
    return found


def test_each_softer_verb_is_accepted_and_each_verb_accepted_is_softer(exercises, softened):
    first = ask(exercises, "E1", "a")
    assert {span[0] for span in softened["verb"]} == {"39", "42", "42bis", "43quint"}
    assert [span for span in softened["verb"] | softened["fewer"] if not is_met(span, spans(first))] == []
    effort = {span for span in softened["caveat"] if is_met(span, softened["form"])}
    shown = softened["verb"] | softened["fewer"] | effort
    assert effort
    assert [span for span in spans(first) if not is_met(span, shown)] == []


def test_what_became_smaller_without_its_verb_is_accepted_in_the_second_question(exercises, softened):
    first, second = ask(exercises, "E1", "a"), ask(exercises, "E1", "b")
    around = {span for span in softened["caveat"] if not is_met(span, spans(first))}
    shown = softened["object"] | around
    assert len(softened["object"]) == 2
    assert [span for span in shown if not is_met(span, spans(second))] == []
    assert [span for span in spans(second) if not is_met(span, shown)] == []


def test_no_trap_of_the_first_exercise_is_a_softer_promise(exercises, softened):
    first, second = spans(ask(exercises, "E1", "a"), "traps"), spans(ask(exercises, "E1", "b"), "traps")
    soft = softened["verb"] | softened["caveat"]
    assert [span for span in first if is_met(span, soft)] == []
    verbs = {span for span in second if is_met(span, spans(ask(exercises, "E1", "a")))}
    assert [span for span in second - verbs if is_met(span, soft | softened["object"])] == []
    assert [
        span for span in softened["up"] | softened["form"] - softened["fewer"] if not is_met(span, first)
    ] == [span for span in softened["form"] if span[0] == "45"]
    assert "55" in table("pairs", "rev2", "rev3").filter(new_label="44bis")["old_label"].to_list()
    assert "We aim to" in text_of("rev2", "55")


def test_where_the_copy_prints_two_verbs_side_by_side_the_answer_is_most_likely_only(exercises):
    beside = (
        table("clauses").filter(pl.col("other_rung").is_not_null(), draft="wimn-printed")["label"].to_list()
    )
    answers = ask(exercises, "E1", "a")["accepted"]
    unsure = {answer["answer"]["paragraph"] for answer in answers if answer["sure"] == "most likely"}
    assert unsure == {answer["answer"]["paragraph"] for answer in answers} & set(beside)


def test_nobody_can_tell_whose_the_words_aim_to_are(exercises):
    mark = table("marks").filter(pl.col("text").str.strip_chars() == "aim to", draft="rev3", label="39")
    asks = pl.read_csv(shipped_data() / "asks.csv")
    assert mark["grade"].to_list() == ["unknown"]
    assert "39" not in ";".join(asks["labels"].fill_null("")).split(";")
    assert given(ask(exercises, "E1", "c")) == {"open"}


# E2: an ask


def list_holding(draft, pattern):
    body = table("paragraphs").filter(pl.col("kind").is_in(["paragraph", "item"]), draft=draft)
    return set(body.filter(pl.col("text").str.contains(f"(?i){pattern}"))["label"])


def test_the_right_is_named_where_the_key_says_and_nowhere_else(exercises):
    assert list_holding("rev2", "freedom of association|collective(?:ly)? bargain") == set()
    assert given(ask(exercises, "E2", "a")) == {"none"}
    named = list_holding("wimn", "freedom of association")
    assert given(ask(exercises, "E2", "b")) == named == list_holding("wimn-printed", "freedom of association")
    assert not given(ask(exercises, "E2", "b"), "traps") & named


def test_what_the_letter_does_not_list_is_beyond_it(exercises):
    asks = pl.read_csv(shipped_data() / "asks.csv").filter(pl.col("words") == "freedom of association")
    listed = set(asks["labels"].item().split(";"))
    question = ask(exercises, "E2", "c")
    assert given(question) == list_holding("wimn", "freedom of association") - listed
    assert given(question, "traps") == listed


def test_the_two_conventions_stand_together_where_the_key_says(exercises):
    question = ask(exercises, "E2", "d")
    assert given(question) == list_holding("wimn", "Conventions 189 and 190")
    assert not given(question, "traps") & list_holding("wimn", "189")


def test_all_paragraphs_on_work_can_be_read(exercises):
    work = table("tags").filter(pl.col("tag").is_in(["T02", "T03"]))
    for draft in ("rev2", "wimn"):
        found = work.filter(draft=draft)["label"].unique(maintain_order=True).to_list()
        assert labels_shown(exercises["E2"], draft) == found


# E3: numbers that change


def test_each_number_asked_for_is_the_partner_that_the_pairs_have(exercises):
    pairs = table("pairs", "rev2", "rev3")
    partners = {
        "a": pairs.filter(new_label="44bis")["old_label"],
        "b": pairs.filter(old_label="9")["new_label"],
        "c": pairs.filter(old_label="9ter")["new_label"],
        "d": pairs.filter(old_label="37bis")["new_label"],
    }
    for name, found in partners.items():
        assert given(ask(exercises, "E3", name)) == set(found)
    announced = pairs.filter(pl.col("announced"))["new_label"].to_list()
    assert announced == ["6ter", "44bis"]
    assert pairs.filter(old_label="37bis")["relation"].to_list() == ["same"]


def test_the_paragraphs_that_were_divided_are_those_of_the_key(exercises):
    pairs, question = table("pairs", "rev2", "rev3"), ask(exercises, "E3", "e")
    shown = labels_shown(exercises["E3"], "rev2")
    divided = pairs.filter(pl.col("old_label").is_in(shown), relation="split")
    assert given(question) == set(divided["old_label"])
    assert question["wanted"] == 2
    seen = set(labels_shown(exercises["E3"], "rev3"))
    assert set(divided["new_label"]) <= seen


# E4: words probably struck


def test_of_two_rivals_the_one_accepted_stands_on_and_the_other_is_struck(exercises):
    struck = table("marks").filter(draft="rev2", act="struck")
    for name in "abcde":
        question = ask(exercises, "E4", name)
        label, quote = question["ask"].split(":")[0], QUOTED.search(question["ask"])[1]
        words = {option["id"]: option["text"] for option in question["options"]}
        (lives,) = given(question)
        assert quote in text_of("rev2-printed", label)
        assert words[lives] in text_of("wimn-printed", label) and words[lives] in text_of("rev2", label)
        for dead in given(question, "traps") - {"both"}:
            assert words[dead] in struck.filter(label=label)["text"].str.strip_chars().to_list()
            assert words[dead] not in text_of("wimn-printed", label)


def test_in_39_will_lives_and_commit_to_is_struck(exercises):
    marks = table("marks").filter(draft="rev2", label="39")
    struck = marks.filter(act="struck")["text"].str.strip_chars().to_list()
    assert "commit to" in struck and "ing" in struck
    assert "we will integrate" in text_of("rev2", "39") and "we will aim to integrate" in text_of(
        "wimn-printed", "39"
    )
    assert given(ask(exercises, "E4", "f")) == {"will"}


def test_the_words_to_mark_are_those_that_were_probably_struck(exercises):
    ghosts = find_struck("rev2-printed", "wimn-printed", shipped_data()).ghosts
    asked = ghosts.filter(pl.col("label").is_in(["47", "54"])).select("label", "start", "end")
    question = ask(exercises, "E4", "g")
    assert spans(question) == set(asked.rows())
    everywhere = {tuple(row) for row in ghosts.select("label", "start", "end").iter_rows()}
    assert [span for span in spans(question, "traps") if is_met(span, everywhere)] == []


def test_every_answer_on_struck_words_says_most_likely(exercises):
    answers = [answer for question in exercises["E4"]["questions"] for answer in question["accepted"]]
    assert {answer["sure"] for answer in answers} == {"most likely"}


# E5: sources


def test_the_paragraphs_that_cite_the_resolution_are_those_of_the_key(exercises):
    cited = table("sources").filter(draft="rev2", source="A/RES/76/172")
    question = ask(exercises, "E5", "a")
    assert given(question) == set(cited["label"])
    assert not given(question, "traps") & set(cited["label"])
    shown = next(part for part in exercises["E5"]["material"] if part["draft"] == "rev2")["paragraphs"]
    assert {row["label"] for row in shown if "76/172" in row["text"]} == set(cited["label"])


def test_each_place_in_the_compact_belongs_to_what_the_key_says(exercises):
    sources = table("sources").filter(draft="rev2")
    for name, label, accepted in (("b", "43ter", "9"), ("c", "44", "14")):
        found = sources.filter(pl.col("scheme") == "objective", label=label)["tag"].unique().to_list()
        assert found == [accepted] and given(ask(exercises, "E5", name)) == {accepted}
    principle = sources.filter(label="42", pinpoint="para 15(g)").row(0, named=True)
    titles = dict(find_titles())
    assert principle["scheme"] == "principle"
    assert given(ask(exercises, "E5", "d")) == {"principle"}
    words = next(
        option["text"] for option in ask(exercises, "E5", "d")["options"] if option["id"] == "principle"
    )
    assert titles[principle["tag"]].lower() in words


def find_titles():
    terms = compare_drafts("rev2", "rev3", shipped_data()).terms
    return terms.filter(pl.col("scheme") == "principle").select("tag", "title").unique().rows()


def test_the_citations_to_query_are_those_with_a_doubt(exercises):
    shown = labels_shown(exercises["E5"], "wimn-printed")
    sources = table("sources").filter(pl.col("label").is_in(shown), draft="wimn-printed")
    question = ask(exercises, "E5", "e")
    accepted = {(answer["answer"]["paragraph"], answer["answer"]["words"]) for answer in question["accepted"]}
    traps = {(answer["answer"]["paragraph"], answer["answer"]["words"]) for answer in question["traps"]}
    doubted = set(sources.filter(pl.col("doubt") != "").select("label", "pinpoint").rows())
    sound = set(sources.filter(pl.col("doubt") == "").select("label", "pinpoint").rows())
    for marked, known in ((accepted, doubted), (traps, sound)):
        assert all(
            any(place and words.endswith(place.split()[-1]) for at, place in known if at == label)
            for label, words in marked
        )
    assert {label for label, _ in accepted} == {label for label, _ in doubted} and len(accepted) == len(
        doubted
    )


# E6: amendments


def test_each_answer_shown_meets_its_goal_and_the_paragraph_as_it_stands_does_not(exercises):
    questions = [question for question in exercises["E6"]["questions"] if question["kind"] == "edit"]
    assert len(questions) == 4
    for question in questions:
        place = {"draft": question["draft"], "position": question["paragraph"]["position"], "apart": True}
        texts = [answer["answer"] for answer in question["accepted"]]
        assert texts and not question["traps"]
        for text, right in [*((text, True) for text in texts), (question["paragraph"]["text"], False)]:
            extra = place | {"text": text, "goal": question["goal"]}
            told = make_chapter("bench", Asked("rev2", "rev3", shipped_data(), extra=extra))
            assert all(aim["met"] for aim in told["goal"]) is right, (question["id"], told["goal"])


def test_a_paragraph_cut_down_to_its_verb_meets_no_goal(exercises):
    cut = {"text": "We commit to developing, as appropriate, mechanisms for all.", "apart": True}
    for question in (question for question in exercises["E6"]["questions"] if question["goal"]):
        place = {"draft": question["draft"], "position": question["paragraph"]["position"]}
        extra = cut | place | {"goal": question["goal"]}
        told = make_chapter("bench", Asked("rev2", "rev3", shipped_data(), extra=extra))
        assert not all(aim["met"] for aim in told["goal"]), question["id"]


def test_an_act_that_the_scale_does_not_list_is_on_the_lower_rung(exercises):
    row = ["typed", 0, "1", "1.", "", "", "paragraph", "", "We commit to establishing mechanisms.", 1, 1]
    clause = find_clauses(frame_of([row], PARAGRAPHS), load_ladder()).row(0, named=True)
    assert (clause["rung"], clause["listed"]) == (5, False)
    assert given(ask(exercises, "E6", "e")) == {"five"}


# E7: letter and line-by-line text


def test_both_copies_of_42_still_print_the_children(exercises):
    asks = pl.read_csv(shipped_data() / "asks.csv").filter(want="out", labels="42")
    assert asks["words"].to_list() == ["children"]
    for kinds in (("letter",), ("paragraph",)):
        assert "all migrant women and children, in particular girls" in text_of("wimn-printed", "42", kinds)
    assert given(ask(exercises, "E7", "a")) == {"both"}


def test_developing_stands_in_the_copy_of_rev_3_alone(exercises):
    texts = [text_of("rev2", "42"), text_of("wimn-printed", "42", ("letter",)), text_of("wimn-printed", "42")]
    assert [" adopting " in text for text in texts] == [True, True, True]
    assert [" developing " in text for text in texts] == [False, False, True]
    marks = table("marks").filter(pl.col("text").str.strip_chars() == "developing", label="42")
    assert set(marks.select("draft", "act", "hand").rows()) == {
        ("rev3", "inserted", "rev3"),
        ("wimn", "struck", "wimn"),
    }
    assert given(ask(exercises, "E7", "b")) == {"drafters"}


def test_in_39bis_the_letter_says_the_reverse_of_what_it_complains_of(exercises):
    question = ask(exercises, "E7", "c")
    letter = " ".join(table("paragraphs").filter(draft="wimn-printed", kind="letter")["text"])
    assert "paragraph 39bis’s substitution of “participation in” for “contribution to”" in letter
    assert "paragraph 39bis’s substitution of “participation in” for “contribution to”" in question["ask"]
    assert "participation in policy development" in text_of("rev2", "39bis")
    assert "contribution to policy development" in text_of("rev3", "39bis")
    assert given(question) == {"reverse"}


def test_one_box_of_the_letter_is_in_the_copy_word_for_word(exercises):
    boxes = (
        table("paragraphs")
        .filter(pl.col("label") != "", draft="wimn-printed", kind="letter")["label"]
        .to_list()
    )
    same = {box for box in boxes if text_of("wimn-printed", box) == text_of("wimn-printed", box, ("letter",))}
    question = ask(exercises, "E7", "d")
    assert given(question) == same and given(question, "traps") == set(boxes) - same


# E8: one clause


def test_the_clause_stands_once_then_twice_and_the_readings_say_struck_and_put_back(exercises):
    clause = "never in the best interests of the child"
    counts = [
        text_of(*place).count(clause)
        for place in (("rev2", "26"), ("wimn-printed", "26bis"), ("rev3", "26bis"), ("wimn", "26bis"))
    ]
    assert counts == [1, 2, 0, 1]
    marks = table("marks").filter(pl.col("text").str.contains(clause), label="26bis")
    assert set(marks.select("draft", "act", "hand", "grade").rows()) == {
        ("rev3", "struck", "rev3", "inferred"),
        ("wimn", "struck", "rev3", "inferred"),
        ("wimn", "inserted", "wimn", "inferred"),
    }
    assert given(ask(exercises, "E8", "a")) == {"twice"} and given(ask(exercises, "E8", "b")) == {"restored"}


def test_the_words_in_its_place_are_those_that_came_in(exercises):
    diffs = table("diffs", "rev2", "rev3").filter(old_label="26", new_label="26bis")
    came, at = set(), 0
    for op, words in diffs.sort("span").select("op", "new_text").iter_rows():
        at = text_of("rev3", "26bis").index(words.strip(), at) if words.strip() else at
        if op in ("insert", "replace") and len(words.split()) > 2:
            came.add(("26bis", at, at + len(words.strip())))
        at += len(words.strip())
    question = ask(exercises, "E8", "c")
    accepted = {at for _, start, end in spans(question) for at in range(start, end)}
    for _, start, end in came:
        assert len(accepted & set(range(start, end))) > 0.9 * (end - start)
    assert came
    assert [span for span in spans(question) if not is_met(span, came)] == []
    assert [span for span in spans(question, "traps") if is_met(span, came)] == []


def test_no_hand_in_the_clause_is_a_state(exercises):
    hands = table("hands").filter(
        pl.col("hand").is_in(table("marks").filter(label="26bis")["hand"].to_list())
    )
    assert set(hands["name"]) == {"Rev 3's drafters", "WIMN's suggested language"}
    question = ask(exercises, "E8", "d")
    assert given(question) == {"open"} and given(question, "traps") == {"destination", "several"}


# All of them


def list_words(exercise):
    """All that is said to a learner: task, questions, hints, options, reasons."""
    yield exercise["task"]
    for question in exercise["questions"]:
        yield from (question["ask"], question["otherwise"], *question["hints"])
        yield from (option["text"] for option in question["options"])
        yield from (answer["why"] for answer in (*question["accepted"], *question["traps"]))


def test_what_is_quoted_stands_in_the_texts(exercises):
    known = " ".join([*table("paragraphs")["text"], *table("citations")["printed"]]).lower()
    for exercise in exercises.values():
        for said in list_words(exercise):
            for quote in QUOTED.findall(said):
                parts = [part.strip(" ,.").lower() for part in quote.split("…")]
                assert [part for part in parts if len(part.split()) > 4 and part not in known] == [], said


def test_every_exercise_has_hints_a_question_for_the_debrief_and_fits_its_time(exercises):
    assert list(exercises) == [f"E{number}" for number in range(1, 9)]
    for exercise in exercises.values():
        assert exercise["debrief"] and exercise["cautions"] and exercise["minutes"] <= 20
        assert all(question["hints"] for question in exercise["questions"])
