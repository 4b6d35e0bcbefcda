"""What holds for any two drafts: nothing is lost, nothing is told twice, there and back are mirror images."""

import itertools
from collections import Counter

import polars as pl
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from workbook.compare.diffs import diff_words
from workbook.compare.pairs import pair_paragraphs
from workbook.compare.spans import diff_texts
from workbook.compare.words import split_tokens
from workbook.schemas import DIFFS, PAIR_KEYS, PAIRS

SIDES = ("old", "new")
# Few words, so that drafts repeat themselves as real ones do.
WORDS = [
    *("we", "shall", "not", "may", "should", "and", "of", "the", "in", "work;", "school.", "home", "family,"),
    *(
        "2030",
        "8,436",
        "A/76/642",
        "15(g)",
        "sea-rescue",
        "Migrants",
        "migrants",
        "rights",
        "return",
        "borders",
    ),
    *("data", "health", "labour", "justice,by", "“access”", "[agreed]", "(new)", "climate:", "-"),
]
LABELS = ("", "1", "2", "2bis", "3", "4", "4ter", "5", "OP6")

words = st.sampled_from(WORDS)
sentences = st.lists(words, min_size=1, max_size=14).map(" ".join)
texts = sentences | st.lists(sentences, max_size=3).map(". ".join)
# Any white space, and any character but half a surrogate pair, which no file can hold.
spaces = st.sampled_from(
    [" ", "  ", "\t", "\n", "\u00a0", "\u202f", "\u2028", "\u200b", "\ufeff", "\x1c", ""]
)
odd_texts = st.lists(words | spaces, max_size=20).map("".join)
any_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@st.composite
def edited(draw, text):
    """A text with some of its words struck, replaced or followed by new ones."""
    kept = text.split()
    for _ in range(draw(st.integers(0, 5))):
        at = draw(st.integers(0, len(kept)))
        kept[at : at + draw(st.integers(0, 3))] = draw(st.lists(words, max_size=3))
    return " ".join(kept)


@st.composite
def text_pairs(draw):
    """Two texts: one edited into the other, or any two at all."""
    old = draw(texts)
    return old, draw(edited(old) | texts)


@st.composite
def drafts(draw):
    """Two drafts as (label, text) rows: the second is the first edited, split, merged, moved ..."""
    numbered = st.tuples(st.sampled_from(LABELS), texts)
    old = draw(st.lists(numbered, min_size=1, max_size=5))
    new = [(label, draw(edited(text))) for label, text in old]
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(new) - 1))
        other = draw(st.integers(0, len(new) - 1))
        match draw(st.sampled_from(["split", "merge", "move", "delete", "insert", "copy"])):
            case "split":
                label, text = new[at]
                cut = draw(st.integers(0, len(text.split())))
                halves = text.split()[:cut], text.split()[cut:]
                new[at : at + 1] = [(label, " ".join(halves[0])), (f"{label}bis", " ".join(halves[1]))]
            case "merge" if at != other:
                new[at] = (new[at][0], f"{new[at][1]} {new[other][1]}".strip())
                del new[other]
            case "move":
                new.insert(other, new.pop(at))
            case "delete" if len(new) > 1:
                del new[at]
            case "insert":
                new.insert(at, draw(numbered))
            case "copy":
                new.insert(other, (draw(st.sampled_from(LABELS)), new[at][1]))
    return old, new


def mirror(spans):
    turned = {"insert": "delete", "delete": "insert"}
    return [(turned.get(op, op), now, was, weight) for op, was, now, weight in spans]


@given(text_pairs() | st.tuples(odd_texts, odd_texts) | st.tuples(any_texts, any_texts))
def test_the_spans_turn_the_old_text_into_the_new_one(pair):
    spans = diff_texts(*pair)
    assert ("".join(span.old_text for span in spans), "".join(span.new_text for span in spans)) == pair


@given(text_pairs() | st.tuples(odd_texts, odd_texts) | st.tuples(any_texts, any_texts))
def test_the_operation_says_which_sides_a_span_has(pair):
    sides = {"insert": (False, True), "delete": (True, False), "replace": (True, True)}
    for op, was, now, weight in diff_texts(*pair):
        if op == "equal":
            assert was == now != ""
            assert weight == "form"
        else:
            assert (was != "", now != "") == sides[op]
            assert was != now


@given(text_pairs() | st.tuples(odd_texts, odd_texts) | st.tuples(any_texts, any_texts))
def test_changes_and_kept_words_take_turns(pair):
    kept = [span.op == "equal" for span in diff_texts(*pair)]
    assert all(one != other for one, other in itertools.pairwise(kept))


@given(texts | odd_texts | any_texts)
def test_a_text_against_itself_has_no_change(text):
    assert [span[:3] for span in diff_texts(text, text)] == [("equal", text, text)] * bool(text)


@given(text_pairs() | st.tuples(odd_texts, odd_texts) | st.tuples(any_texts, any_texts))
def test_the_redline_back_mirrors_the_redline_there(pair):
    old, new = pair
    assert diff_texts(new, old) == mirror(diff_texts(old, new))


@given(texts, texts, st.sampled_from(["not", "shall", "8,436", "A/76/642"]))
def test_a_guarded_word_in_both_texts_once_is_not_retyped_in_a_lone_change(old, new, word):
    assume(word not in split_tokens(old) and word not in split_tokens(new))
    changes = [span for span in diff_texts(f"{word} {old}", f"{word} {new}") if span.op != "equal"]
    assert not any(word in split_tokens(span.old_text) for span in changes)


@given(texts | odd_texts | any_texts)
def test_tokens_hold_every_character_that_is_no_white_space(text):
    assert "".join(split_tokens(text)) == "".join(text.split())


@given(texts, texts)
def test_a_change_of_form_leaves_no_other_word(old, new):
    for op, was, now, weight in diff_texts(old, new):
        if op != "equal" and weight == "form":
            assert [word.lower() for word in split_tokens(was) if word != ","] == [
                word.lower() for word in split_tokens(now) if word != ","
            ]


def told(diffs, side):
    """The words of each paragraph of a side as its rows tell them."""
    text = f"{side}_text"
    rows = diffs.group_by(list(PAIR_KEYS)).agg(pl.col(text).sort_by("span").str.join())
    counted = Counter()
    for position, words_ in rows.select(f"{side}_position", text).iter_rows():
        counted.update((position, word) for word in split_tokens(words_))
    return counted


@given(drafts())
def test_every_word_is_told_exactly_once(make, pair):
    paragraphs = make(old=pair[0], new=pair[1])
    diffs = diff_words(pair_paragraphs(paragraphs, "old", "new"), paragraphs)
    for side, draft in zip(SIDES, pair, strict=True):
        assert told(diffs, side) == Counter(
            (position, word) for position, (_, text) in enumerate(draft) for word in split_tokens(text)
        )


@given(drafts())
def test_kept_words_are_kept_on_both_sides_of_a_row(make, pair):
    paragraphs = make(old=pair[0], new=pair[1])
    diffs = diff_words(pair_paragraphs(paragraphs, "old", "new"), paragraphs)
    kept = diffs.filter(pl.col("op") == "equal")
    assert kept["old_text"].equals(kept["new_text"])
    assert not kept.select(pl.any_horizontal("old_position", "new_position").is_null().any()).item()


@given(drafts())
def test_every_paragraph_is_in_a_pair(make, pair):
    pairs = pair_paragraphs(make(old=pair[0], new=pair[1]), "old", "new")
    whole = pairs.filter(pl.col("relation") != "fragment")
    for side, draft in zip(SIDES, pair, strict=True):
        assert sorted(whole[f"{side}_position"].drop_nulls().unique()) == list(range(len(draft)))


@given(drafts())
def test_no_two_paragraphs_are_linked_twice(make, pair):
    pairs = pair_paragraphs(make(old=pair[0], new=pair[1]), "old", "new")
    assert pairs.select("old_position", "new_position").is_unique().all()


@given(drafts())
def test_a_relation_says_how_many_partners_a_paragraph_has(make, pair):
    pairs = pair_paragraphs(make(old=pair[0], new=pair[1]), "old", "new")
    whole = pairs.filter(pl.col("relation") != "fragment")
    partners = {side: Counter(whole[f"{side}_position"].drop_nulls()) for side in SIDES}
    for relation, old, new in whole.select("relation", "old_position", "new_position").iter_rows():
        many = partners["old"][old] > 1, partners["new"][new] > 1
        assert {"split": many[0], "merged": many[1]}.get(relation, not any(many))


@given(drafts())
def test_the_draft_against_itself_is_the_same_throughout(make, pair):
    paragraphs = make(old=pair[0], new=pair[0])
    pairs = pair_paragraphs(paragraphs, "old", "new")
    assert pairs.filter(pl.col("relation") != "fragment")["relation"].to_list() == ["same"] * len(pair[0])
    assert not pairs["moved"].any()


@given(drafts(), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter_for_any_drafts(make, pair, random):
    paragraphs = make(old=pair[0], new=pair[1])
    order = list(range(len(paragraphs)))
    random.shuffle(order)
    shuffled = paragraphs[order]
    pairs = pair_paragraphs(paragraphs, "old", "new")
    assert pair_paragraphs(shuffled, "old", "new").equals(pairs)
    assert diff_words(pairs, shuffled).equals(diff_words(pairs, paragraphs))


@given(drafts())
def test_the_same_input_gives_the_same_frames(make, pair):
    paragraphs = make(old=pair[0], new=pair[1])
    pairs, again = (pair_paragraphs(paragraphs, "old", "new") for _ in range(2))
    assert pairs.schema == PAIRS
    assert pairs.write_json() == again.write_json()
    diffs, twice = diff_words(pairs, paragraphs), diff_words(again, paragraphs)
    assert diffs.schema == DIFFS
    assert diffs.write_json() == twice.write_json()


@given(drafts())
def test_the_pairs_back_mirror_the_pairs_there_for_any_drafts(make, pair):
    paragraphs = make(old=pair[0], new=pair[1])
    back = {"split": "merged", "merged": "split", "inserted": "deleted", "deleted": "inserted"}
    there = pair_paragraphs(paragraphs, "old", "new").filter(pl.col("relation") != "fragment")
    again = pair_paragraphs(paragraphs, "new", "old").filter(pl.col("relation") != "fragment")
    there = there.with_columns(pl.col("relation").cast(pl.String).replace(back))
    left = there.select("old_position", "new_position", "relation", "renumbered").rows()
    right = again.select("new_position", "old_position", "relation", "renumbered").rows()
    assert sorted(left, key=str) == sorted(right, key=str)


@given(drafts())
def test_the_diffs_back_mirror_the_diffs_there(make, pair):
    paragraphs = make(old=pair[0], new=pair[1])
    pairs = pair_paragraphs(paragraphs, "old", "new")
    turned = pairs.with_columns(
        pl.col(f"{other}_{part}").alias(f"{side}_{part}")
        for side, other in (SIDES, SIDES[::-1])
        for part in ("draft", "position", "label")
    )
    spans = ["op", "old_text", "new_text", "weight"]
    left = mirror(diff_words(pairs, paragraphs)[spans].rows())
    right = diff_words(turned, paragraphs)[spans].rows()
    assert left == right


@settings(max_examples=20)
@given(st.lists(any_texts, min_size=1, max_size=4), st.lists(any_texts, min_size=1, max_size=4))
def test_any_characters_can_be_paired(make, old, new):
    paragraphs = make(old=[("", text) for text in old], new=[("", text) for text in new])
    diffs = diff_words(pair_paragraphs(paragraphs, "old", "new"), paragraphs)
    for side, draft in zip(SIDES, (old, new), strict=True):
        whole = diffs.group_by(f"{side}_position").agg(pl.col(f"{side}_text").str.join().str.len_chars())
        lengths = dict(whole.drop_nulls().iter_rows())
        assert all(lengths.get(position, 0) == len(text) for position, text in enumerate(draft))
