"""The trail: what became of each clause, and the rule that says so."""

import polars as pl
import pytest

from workbook.compare.pairs import pair_paragraphs
from workbook.meaning.clauses import find_clauses
from workbook.meaning.ladder import load_ladder
from workbook.meaning.lexicon import load_terms
from workbook.meaning.tags import tag_paragraphs
from workbook.meaning.trail import follow_clauses
from workbook.schemas import ORIGINS, PARAGRAPHS, TRAIL, conform, frame_of

REST = " All people who move, whatever their status, are holders of rights under the law of every country."


@pytest.fixture
def follow():
    """The trail between two paragraphs, or two lists of them."""

    def follow(
        old: str | list[str], new: str | list[str], origins: pl.DataFrame | None = None
    ) -> pl.DataFrame:
        rows = [
            {"draft": draft, "position": at, "label": str(at + 1), "kind": "paragraph", "text": text}
            for draft, texts in (("old", old), ("new", new))
            for at, text in enumerate([texts] if isinstance(texts, str) else texts)
        ]
        given = {name: [row.get(name) for row in rows] for name in PARAGRAPHS}
        paragraphs = pl.DataFrame(given).pipe(conform, PARAGRAPHS)
        ladder = load_ladder()
        return follow_clauses(
            find_clauses(paragraphs, ladder),
            pair_paragraphs(paragraphs, "old", "new"),
            tag_paragraphs(paragraphs, load_terms(schemes=("hedge", "booster"))),
            ladder,
            frame_of([], ORIGINS) if origins is None else origins,
        )

    return follow


@pytest.mark.parametrize(
    ("old", "new", "direction"),
    [
        ("We will evaluate the practice.", "We will consider the practice.", "down"),
        ("We commit to adopting the laws.", "We commit to developing the laws.", "down"),
        ("We commit to accelerating efforts to end it.", "We commit to ending it.", "up"),
        (
            "We commit to enhancing work to reduce harm.",
            "We commit to enhancing work to eliminate harm.",
            "up",
        ),
        (
            "We commit to strengthening it and will strive to include data.",
            "We commit to strengthening it and to including data.",
            "up",
        ),
        ("We are deeply concerned about hatred.", "We condemn hatred.", "tone"),
        ("We are concerned about hatred.", "We are deeply concerned about hatred.", "tone"),
        ("We commend the work of the Network.", "We recognize the work of the Network.", "tone"),
        (
            "We commit to promoting participation in policy.",
            "We commit to promoting contribution to policy.",
            "object",
        ),
        ("We will redouble our efforts.", "We will commit to redoubling our efforts.", "form"),
        ("We will ensure access to care.", "We will ensure access to health care.", "none"),
        ("We will ensure access to care.", "We will ensure access to care.", "none"),
    ],
)
def test_the_direction_follows_a_stated_rule(follow, old, new, direction):
    (row,) = follow(old + REST, new + REST).to_dicts()
    assert row["direction"] == direction
    assert row["rule"]


def test_the_rule_repeats_the_words_that_it_rests_on(follow):
    (row,) = follow("We will evaluate it." + REST, "We will consider it." + REST).to_dicts()
    assert row["rule"] == "rung 6 to 4: “will evaluate” → “will consider”"


def test_hedges_stand_beside_the_rung_and_never_change_it(follow):
    (row,) = follow(
        "We will ensure access." + REST, "We will ensure access, as appropriate." + REST
    ).to_dicts()
    assert (row["old_rung"], row["new_rung"], row["direction"]) == (6, 6, "none")
    assert (row["hedges_gained"], row["hedges_lost"]) == ("as appropriate", "")


def test_of_two_verbs_side_by_side_nothing_is_judged(follow):
    (row,) = follow(
        "We commit to adopting laws." + REST, "We commit to adopting developing laws." + REST
    ).to_dicts()
    assert row["direction"] == "none"
    assert "“commit to adopting developing” (rungs 6 and 5): the file cannot say which is live" in row["rule"]


def test_a_softening_verb_that_is_one_of_two_side_by_side_judges_nothing(follow):
    old, new = "We will evaluate the practice." + REST, "We will evaluate consider the practice." + REST
    for (row,) in (follow(old, new).to_dicts(), follow(new, old).to_dicts()):
        assert row["direction"] == "none"
        assert "“will evaluate consider” (rungs 6 and 4)" in row["rule"]


def test_a_clause_of_one_draft_alone_is_neither_up_nor_down(follow):
    old, new = (
        "We recall the rules." + REST,
        "We recall the rules. We commit to adopting laws on wages." + REST,
    )
    gone, here = follow(new, old), follow(old, new)
    assert here.filter(pl.col("old_clause").is_null()).select("new_rung", "direction").rows() == [(6, "none")]
    assert gone.filter(pl.col("new_clause").is_null()).select("old_rung", "direction").rows() == [(6, "none")]


def test_a_clause_is_followed_into_the_half_of_a_split_that_has_it(follow):
    first = "We recall the rules of the sea and of the air, which bind all States that signed them."
    second = "We commit to adopting laws on wages for workers in kitchens, fields and factories everywhere."
    found = follow(f"{first} {second}", [first, second])
    assert found.select("old_clause", "new_label", "direction").rows() == [(0, "1", "none"), (1, "2", "none")]


def test_a_clause_that_lost_its_longer_half_to_another_is_known_by_how_it_begins(follow):
    begun = " our efforts to take legislative and other measures to prevent trafficking in persons"
    rest = " assistance to victims by providing access to recovery, avoiding punishment and hearing them"
    trail = follow(
        f"We will redouble{begun}, including by{rest}{REST}",
        f"We commit to redoubling{begun}. We commit to enhancing{rest}{REST}",
    )
    redoubled = trail.filter(pl.col("old_phrase") == "will redouble")
    assert redoubled.select("new_phrase", "direction").rows() == [("commit to redoubling", "form")]


def test_the_grade_is_that_of_the_least_sure_deciding_words(follow):
    keys = ("old", 0, "1", "new", 0, "1")
    told = [
        (*keys, 0, "old", "struck", "a", "documented", "", "evaluate", 1, "substance", 8, 16),
        (*keys, 0, "new", "inserted", "a", "inferred", "", "consider", 1, "substance", 8, 16),
        (*keys, 1, "new", "inserted", "b", "unknown", "", "rights", 1, "substance", 60, 66),
    ]
    found = follow("We will evaluate it." + REST, "We will consider it." + REST, frame_of(told, ORIGINS))
    assert found.select("hand", "grade").rows() == [("a", "inferred")]
    assert found.schema == pl.Schema(TRAIL)


def test_the_hands_of_several_words_stand_in_the_order_of_the_words(follow):
    hedged = "as appropriate, where possible, on a voluntary basis and within existing resources"
    new = f"We will consider, {hedged}, the practice.{REST}"
    old = "We will consider the practice." + REST
    words = follow(old, new)["hedges_gained"][0].split("; ")
    hands = [f"hand {at}" for at in range(len(words), 0, -1)]
    keys, places = ("old", 0, "1", "new", 0, "1"), [(new.index(word), word) for word in words]
    told = [
        (*keys, at, "new", "inserted", hand, "inferred", "", word, 1, "substance", start, start + len(word))
        for at, (hand, (start, word)) in enumerate(zip(hands, places, strict=True))
    ]
    assert len(words) == 4
    assert follow(old, new, frame_of(told, ORIGINS))["hand"].to_list()[0] == "; ".join(hands)
