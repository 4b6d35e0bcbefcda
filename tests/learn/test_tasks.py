"""Exercises made out of any two drafts: the same for the same seed, solvable, and true to the texts."""

import json
import re
import subprocess
import sys
from collections import Counter
from itertools import product

import polars as pl
import pytest

from workbook.app.chapters import Asked, make_chapter, tasks
from workbook.app.chapters.tasks import KINDS, lay_tasks
from workbook.app.desk import Desk
from workbook.compare.manners import WEAK
from workbook.compare.similarity import weigh_similarity
from workbook.compare.words import split_words
from workbook.learn.picking import order_by_seed
from workbook.learn.telling import tell_exercise
from workbook.schemas import WorkbookError

PAIRS = [("rev2-printed", "wimn-printed"), ("rev2", "rev3"), ("rev3", "wimn"), ("old.txt", "new.txt")]
every_pair = pytest.mark.parametrize("pair", PAIRS, ids="-".join)


def read_change(question):
    """The two texts of a change, and the words said of it."""
    _where, before, after, said = question.ask.split("\n\n")
    texts = [part.partition(": “")[2].removesuffix("”") for part in (before, after)]
    return *(text.removeprefix("… ").removesuffix(" …") for text in texts), said


def list_stretches(spans, side):
    """The words that came (new) or went (old) in substance, stretch by stretch."""
    return [row[f"{side}_text"] for row in spans if row["op"] != "equal" and row["weight"] == "substance"]


# The seed


def test_the_order_of_a_seed_is_written_in_stone():
    words = ["we", "commit", "to", "respect", "and", "protect"]
    assert order_by_seed(words, 7, "a test", str) == ["and", "to", "we", "protect", "commit", "respect"]
    assert order_by_seed(words[::-1], 7, "a test", str) == order_by_seed(words, 7, "a test", str)


@every_pair
def test_seeds_make_different_tasks_and_each_always_the_same(pair, grounds):
    for kind, exercises in grounds[pair].exercises.items():
        make = grounds[pair].makers[kind]
        assert [make(seed) for seed in (1, 200)] == [exercises[0], exercises[-1]]
        assert len({each.questions for each in exercises}) >= 4


def test_a_fresh_process_makes_the_same_tasks(treaty, grounds):
    code = (
        "import json, sys; from workbook.app.chapters.asked import Asked;"
        "from workbook.app.chapters.tasks import KINDS, lay_tasks;"
        "from workbook.learn.telling import tell_exercise;"
        "makers = [lay_tasks(Asked('old.txt', 'new.txt', sys.argv[1]), kind) for kind in KINDS];"
        "print(json.dumps([tell_exercise(make(seed)) for make in makers for seed in (1, 9)]))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(treaty)],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": "1", "PYTHONIOENCODING": "utf-8"},
    )
    makers = grounds["old.txt", "new.txt"].makers
    here = [tell_exercise(makers[kind](seed)) for kind, seed in product(KINDS, (1, 9))]
    assert json.loads(run.stdout) == here


@pytest.mark.parametrize("pair", [PAIRS[1], PAIRS[3]], ids="-".join)
def test_the_order_of_rows_makes_no_difference(pair, grounds, monkeypatch):
    ground = grounds[pair]
    frames = ("paragraphs", "pairs", "diffs", "tags", "terms")
    mixed = {name: getattr(ground.found, name).sample(fraction=1, shuffle=True, seed=4) for name in frames}
    asked = Asked(*pair, ground.asked.folder, made=ground.found._replace(**mixed))
    for kind, make in ground.makers.items():
        again = lay_tasks(asked, kind)
        assert [again(seed) for seed in range(1, 21)] == [make(seed) for seed in range(1, 21)]


def test_what_drafts_are_called_makes_no_difference(treaty, grounds, tmp_path):
    for old, new in (("old.txt", "a.txt"), ("new.txt", "b.txt")):
        (tmp_path / new).write_bytes((treaty / old).read_bytes())
    asked = Asked("a.txt", "b.txt", tmp_path)
    for kind, make in grounds["old.txt", "new.txt"].makers.items():
        again = lay_tasks(asked, kind)
        for seed in range(1, 11):
            one, two = make(seed), again(seed)
            assert [each.hints for each in two.questions] == [each.hints for each in one.questions]
            assert [each.options for each in two.questions] == [each.options for each in one.questions]


# Solvable


@every_pair
@pytest.mark.parametrize("kind", KINDS)
def test_every_task_of_200_seeds_can_be_solved(kind, pair, grounds):
    for seed, exercise in enumerate(grounds[pair].exercises[kind], 1):
        assert (exercise.id, exercise.seed) == (f"{kind}-{seed}", seed)
        assert len({question.id for question in exercise.questions}) == len(exercise.questions)
        for question in exercise.questions:
            options = [option.id for option in question.options]
            accepted, traps = ([each.answer for each in rows] for rows in (question.accepted, question.traps))
            # One option is right, every other one a trap with its reason; to a line of one's own nothing is.
            assert sorted(accepted + traps) == sorted(set(options))
            assert len(accepted) == (0 if kind == "predict" else 1) <= question.wanted
            assert len({option.text for option in question.options}) == len(options)
            assert all(each.why for each in (*question.accepted, *question.traps))
            assert question.hints
        assert exercise.debrief and exercise.minutes


@every_pair
def test_what_is_asked_of_became_is_what_the_pairing_found(pair, grounds):
    ground, (old, new) = grounds[pair], pair
    parents = {
        row["new_position"]: row
        for row in ground.found.pairs.iter_rows(named=True)
        if row["new_position"] is not None
    }
    links = Counter(position for position in ground.found.pairs["new_position"] if position is not None)
    for exercise in ground.exercises["became"]:
        [[shown]], [question] = (material.paragraphs for material in exercise.material), exercise.questions
        link, texts = parents[shown.position], {option.id: option.text for option in question.options}
        assert shown.text == ground.texts[new][shown.position]
        assert shown.label == ""
        assert links[shown.position] == 1
        key = question.accepted[0].answer
        if link["old_position"] is None:
            assert key == "none"
        else:
            label = f"{link['old_label']}: " if link["old_label"] else ""
            assert texts[key] == label + ground.texts[old][link["old_position"]]
        bare = {text.partition(": ")[2] if ": " in text else text for text in texts.values()} | set(
            texts.values()
        )
        assert len(bare & set(ground.texts[old].values())) == len(texts) - 1  # all but "none", word for word


@every_pair
def test_a_change_is_a_drafts_word_for_word_or_said_to_be_made_up(pair, grounds):
    ground = grounds[pair]
    olds, news = ("\n".join(ground.texts[draft].values()) for draft in pair)
    seen = Counter()
    for exercise in ground.exercises["substance"]:
        assert "made up by the workbook" in exercise.task
        sorts = {question.accepted[0].answer for question in exercise.questions}
        assert sorts == {"substance", "form"}
        assert 4 <= len(exercise.questions) <= 6
        for question in exercise.questions:
            before, after, said = read_change(question)
            [answer] = question.accepted
            made = "Made up by the workbook" in answer.why
            assert before in olds
            assert before != after
            assert (after in news) is not made
            assert not (made and after in olds)
            assert "made up" not in question.ask.lower() + said
            assert ("A real change" in answer.why) is not made
            seen[answer.answer, made] += 1
    assert seen["substance", False] and seen["substance", True] and seen["form", True]


@every_pair
def test_half_of_the_changes_of_substance_are_real_where_there_are_so_many(pair, grounds):
    ground = grounds[pair]
    for exercise in ground.exercises["substance"]:
        answers = [question.accepted[0] for question in exercise.questions]
        rows = [answer for answer in answers if answer.answer == "substance"]
        real = [answer for answer in rows if "A real change" in answer.why]
        assert len(real) == -(-len(rows) // 2)


@every_pair
def test_a_prediction_shows_an_older_paragraph_and_keeps_what_came(pair, grounds):
    ground, (old, new) = grounds[pair], pair
    links = set(ground.found.pairs.select("old_position", "new_position").iter_rows())
    for exercise in ground.exercises["predict"]:
        [question] = exercise.questions
        assert question.accepted == question.traps == ()
        assert question.paragraph.text == ground.texts[old][question.paragraph.position]
        assert question.actual.text == ground.texts[new][question.actual.position]
        assert question.actual.text != question.paragraph.text
        assert (question.paragraph.position, question.actual.position) in links


def test_half_of_the_predictions_have_an_ask_where_one_is_known(grounds):
    asked = [exercise.questions[0].ask for exercise in grounds["rev3", "wimn"].exercises["predict"]]
    assert 80 < len([ask for ask in asked if "The letter with" in ask]) < 160


@every_pair
def test_the_others_shown_share_less_than_half_of_what_the_true_one_shares(pair, grounds):
    ground = grounds[pair]
    scores = {row[:2]: row[2] for row in weigh_similarity(ground.found.paragraphs, *pair).iter_rows()}
    places = {text: position for position, text in ground.texts[pair[0]].items()}
    for exercise in ground.exercises["became"]:
        [question], new = exercise.questions, exercise.material[0].paragraphs[0].position
        shown = {}
        for option in question.options[:-1]:
            text = option.text if option.text in places else option.text.partition(": ")[2]
            shown[option.id] = scores.get((places[text], new), 0.0)
        true = shown.pop(question.accepted[0].answer, None)
        assert len(shown) >= 2
        assert max(shown.values()) < (0.15 if true is None else min(0.3, true / 2))
        assert true is None or true >= 0.5


@pytest.mark.parametrize("pair", PAIRS[:2], ids="-".join)
def test_most_paragraphs_asked_about_are_hidden_by_their_number_or_their_beginning(pair, grounds):
    ground, (old, new) = grounds[pair], pair
    links = {row["new_position"]: row for row in ground.found.pairs.iter_rows(named=True)}
    asked = [exercise.material[0].paragraphs[0].position for exercise in ground.exercises["became"]]
    linked = [links[position] for position in asked if links[position]["old_position"] is not None]
    same = [row for row in linked if row["old_label"] == row["new_label"]]
    begins = [
        row
        for row in linked
        if split_words(ground.texts[old][row["old_position"]])[:5]
        == split_words(ground.texts[new][row["new_position"]])[:5]
    ]
    assert len(same) <= len(asked) / 2
    assert len(begins) <= len(asked) / 4
    assert len({*asked}) >= 12
    # "None of them" is no good guess.
    assert len(asked) - len(linked) <= len(asked) / 3


@every_pair
def test_nothing_made_up_is_what_the_two_drafts_did(pair, grounds):
    ground = grounds[pair]
    changed = ground.found.diffs.filter(pl.col("op").cast(pl.String) != "equal")
    done = {tuple(text.strip() for text in row) for row in changed.select("old_text", "new_text").iter_rows()}
    for exercise in ground.exercises["substance"]:
        for question in exercise.questions:
            if "Made up" not in question.accepted[0].why:
                continue
            said = read_change(question)[2].removeprefix("What differs: ")
            words = re.findall("“(.*?)”", said.split(" behind ")[0])
            exchanged = (
                tuple(words) if "became" in said else ("", words[0]) if "put in" in said else (words[0], "")
            )
            assert exchanged not in done or not any(map(split_words, exchanged))


# Nothing gives the answer away


@every_pair
def test_no_hint_of_became_names_the_answer(pair, grounds):
    for exercise in grounds[pair].exercises["became"]:
        [question] = exercise.questions
        texts = {option.id: option.text for option in question.options}
        key = texts[question.accepted[0].answer]
        begins = question.hints[2].partition("“")[2].partition(" …”")[0]
        ruled_out = [id for id, text in texts.items() if text.partition(": ")[2].startswith(begins)]
        assert len(ruled_out) == 1
        assert question.accepted[0].answer not in ruled_out
        for said in (exercise.task, question.ask, *question.hints):
            assert key not in said
        # What to look for stands in the older paragraph that it came from, or in none of those shown.
        words = re.findall("“(.+?)”", question.hints[1])
        holders = {id for id, text in texts.items() if {*words} & {*split_words(text)}}
        assert holders == {question.accepted[0].answer} - {"none"}


@every_pair
def test_hints_on_changes_are_the_same_for_all_of_them(pair, grounds):
    asked = [each for exercise in grounds[pair].exercises["substance"] for each in exercise.questions]
    assert len({question.hints for question in asked}) == 1
    words = " ".join(asked[0].hints).lower()
    assert "form" not in words and "substance" not in words


@every_pair
def test_no_cue_and_no_hint_holds_words_that_came(pair, grounds):
    ground = grounds[pair]
    spans = {}
    for row in ground.found.diffs.iter_rows(named=True):
        spans.setdefault((row["old_position"], row["new_position"]), []).append(row)
    for exercise in ground.exercises["predict"]:
        [question] = exercise.questions
        rows = spans[question.paragraph.position, question.actual.position]
        cue = question.ask if "A cue" in question.ask else question.hints[0]
        told = " ".join(split_words(f"{cue} {' '.join(question.hints)}"))
        older = " ".join(split_words(question.paragraph.text))
        for stretch in list_stretches(rows, "new"):
            words = split_words(stretch)
            meaning = [word for word in words if word not in WEAK]
            if len(meaning) > 1 and " ".join(words) not in older:
                assert " ".join(words) not in told


# Drafts that give nothing


@pytest.mark.parametrize("kind", KINDS)
def test_a_draft_beside_itself_gives_no_task_and_says_why(kind, treaty):
    with pytest.raises(WorkbookError, match=r"Choose two drafts of one text"):
        lay_tasks(Asked("old.txt", "old.txt", treaty), kind)


def test_a_draft_of_one_paragraph_gives_nothing_to_choose_from(tmp_path):
    for name, text in (("one", "We shall protect migrants at sea and on land."), ("two", "We protect them.")):
        (tmp_path / f"{name}.txt").write_text(f"1. {text}\n", encoding="utf-8")
    with pytest.raises(WorkbookError, match="needs an older draft of more than 2 paragraphs: “one” has 1"):
        lay_tasks(Asked("one.txt", "two.txt", tmp_path), "became")


def test_where_the_form_alone_changed_there_is_nothing_to_predict(tmp_path):
    (tmp_path / "one.txt").write_text(
        "1. We help, at sea, all migrants of all countries.\n", encoding="utf-8"
    )
    (tmp_path / "two.txt").write_text("1. We help at sea all Migrants of all countries.\n", encoding="utf-8")
    with pytest.raises(WorkbookError, match="no paragraph that these two drafts both have and whose words"):
        lay_tasks(Asked("one.txt", "two.txt", tmp_path), "predict")


def test_drafts_that_share_nothing_give_no_task(tmp_path):
    (tmp_path / "one.txt").write_text(
        "1. Ships sail on.\n2. Birds sing.\n3. Trees grow tall.\n", encoding="utf-8"
    )
    (tmp_path / "two.txt").write_text(
        "1. Nobody knew.\n2. Rain fell hard.\n3. Lamps burn.\n", encoding="utf-8"
    )
    for kind in KINDS:
        with pytest.raises(WorkbookError, match="Choose"):
            lay_tasks(Asked("one.txt", "two.txt", tmp_path), kind)


# The chapter


@pytest.fixture
def cached(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def test_the_chapter_holds_the_first_five_of_each_kind_and_makes_any_other(treaty, cached):
    told = make_chapter("tasks", Asked("old.txt", "new.txt", treaty))
    assert list(told["tasks"]) == [f"{kind}-{seed}" for kind in KINDS for seed in range(1, 6)]
    assert told["none"] == {}
    for kind, seed in (("became", 3), ("substance", 1), ("predict", 9999)):
        one = make_chapter("tasks", Asked("old.txt", "new.txt", treaty, extra={"kind": kind, "seed": seed}))
        assert one["exercise"]["id"] == f"{kind}-{seed}"
        if seed <= 5:
            assert one["exercise"] == told["tasks"][f"{kind}-{seed}"]


def test_the_chapter_says_of_each_kind_why_there_is_none(treaty, cached):
    told = make_chapter("tasks", Asked("old.txt", "old.txt", treaty))
    assert told["tasks"] == {}
    assert list(told["none"]) == list(KINDS)
    assert all(words.endswith(".") for words in told["none"].values())


def test_that_two_drafts_give_none_is_found_out_once(treaty, monkeypatch):
    laid, desk = [], Desk()
    monkeypatch.setitem(tasks._MAKERS, "became", lambda *_given: laid.append(1) or refuse())
    for seed in (1, 2):
        with pytest.raises(WorkbookError, match="There is none"):
            asked = Asked("old.txt", "old.txt", treaty, extra={"kind": "became", "seed": seed}, desk=desk)
            make_chapter("tasks", asked)
    assert laid == [1]


def refuse():
    raise WorkbookError("There is none.")


def test_a_visitors_own_scale_changes_no_task(treaty, grounds):
    for kind, exercises in grounds["old.txt", "new.txt"].exercises.items():
        own = lay_tasks(Asked("old.txt", "new.txt", treaty, scale="merge"), kind)
        assert [own(seed) for seed in range(1, 41)] == exercises[:40]


@pytest.mark.parametrize(
    ("extra", "told"),
    [
        ({"kind": "became"}, "A seed is a whole number from 1 to 9999"),
        ({"kind": "became", "seed": "7"}, "A seed is a whole number"),
        ({"kind": "became", "seed": True}, "A seed is a whole number"),
        ({"kind": "became", "seed": 7.0}, "A seed is a whole number"),
        ({"kind": "became", "seed": -1}, "A seed is a whole number"),
        ({"kind": "became", "seed": 10**30}, "A seed is a whole number"),
        ({"kind": "quiz", "seed": 1}, "one of these kinds: predict, substance, became"),
        ({"kind": ["became"], "seed": 1}, "one of these kinds"),
        ({"seed": 1}, "one of these kinds"),
    ],
)
def test_a_strange_kind_or_seed_is_refused_in_a_sentence(extra, told, treaty):
    with pytest.raises(WorkbookError, match=told):
        make_chapter("tasks", Asked("old.txt", "new.txt", treaty, extra=extra))


def test_a_task_says_what_its_drafts_cannot_tell(grounds):
    for make in grounds["rev2", "rev3"].makers.values():
        cautions = make(1).cautions
        assert [words.split(":")[0] for words in cautions] == [
            "Rev 2, reconstructed",
            "Rev 3, reconstructed from WIMN's marked copy",
        ]
    answers = [each.accepted[0] for each in grounds["rev2", "rev3"].makers["substance"](1).questions]
    assert {answer.sure for answer in answers if "A real change" in answer.why} == {"most likely"}
    assert {answer.sure for answer in answers if "Made up" in answer.why} == {""}
    assert grounds["old.txt", "new.txt"].makers["became"](1).cautions == ()
