import re

import polars as pl
import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from workbook.meaning.lexicon import load_terms
from workbook.meaning.tags import PLAIN, find_matches, make_cue, needed_words, tag_paragraphs
from workbook.schemas import TAGS


@pytest.fixture(scope="module")
def terms():
    return load_terms()


@pytest.fixture
def tags_of(make_paragraphs, terms):
    """The tags of a text, as a set."""
    return lambda text: set(tag_paragraphs(make_paragraphs(text), terms)["tag"])


@pytest.mark.parametrize(
    ("tag", "friend", "false_friend"),
    [
        ("T01", "pathways for regular migration", "safe, orderly and regular migration"),
        ("5", "more pathways for regular migration", "We facilitate safe, orderly and regular migration"),
        ("discretion", "the voluntary elaboration of plans", "the voluntary return of migrants"),
        ("discretion", "on a voluntary basis", "safe, voluntary and dignified return"),
        ("T10", "controls at borders", "cross-border cooperation"),
        ("11", "Borders are managed together", "We improve cross-border operational cooperation"),
        ("T11", "their return to Mali", "the right to return to one’s own country"),
        ("T11", "sustainable reintegration", "the recovery and reintegration of victims"),
        ("T13", "integration of newcomers", "sustainable reintegration"),
        ("T13", "the participation of migrants", "the participation of all relevant stakeholders"),
        ("T15", "collection of data", "mobile-enabled data"),
        ("1", "We collect data on migration", "the protection of personal data"),
        ("P06", "human rights", "national human rights institutions"),
        ("T05", "the rights of every child", "child-sensitive procedures"),
        ("T05", "migrant children", "the best interests of the child"),
        ("T03", "trade union rights", "academia, trade unions and the media"),
        ("T12", "discrimination", "non-discriminatory access"),
        ("18", "We recognize the skills of migrants", "migrants at all skills levels"),
        ("16", "the social inclusion of migrants", "digital and financial inclusion"),
        ("T07", "natural disasters", "the Sendai Framework for Disaster Risk Reduction"),
        ("T16", "the Network on Migration", "networks of smugglers"),
        ("T01", "irregular status", "regular and inclusive reviews"),
        ("9", "smuggling of migrants", "the Protocol against the Smuggling of Migrants by Land"),
        ("21", "their return", "the right to return"),
        ("soft verb", "we seek coherence", "people seeking asylum"),
        ("soft verb", "we endeavour to cooperate", "a joint endeavour"),
        ("soft verb", "we intend to cooperate", "migrants who intend to stay"),
        ("discretion", "assistance upon request", "a request for assistance"),
        ("discretion", "States share data, if they so wish", "to return, if they so wish"),
        ("discretion", "States share data, if they wish to do so", "children, should they wish to return"),
        ("discretion", "measures, where necessary", "such as necessary measures"),
        ("universality", "all rescued people", "all actions concerning people"),
        ("narrowing", "the potential effects", "it limits their potential"),
    ],
)
def test_false_friends_are_told_from_friends(tags_of, tag, friend, false_friend):
    assert tag in tags_of(friend)
    assert tag not in tags_of(false_friend)


def test_offsets_point_at_the_match_whatever_stands_before_it(make_paragraphs, terms):
    text = "İ𝄞 – the migrants’ decent work, the workers’ wages and “labor standards”"
    tags = tag_paragraphs(make_paragraphs("Nothing here", text), terms)
    assert tags.schema == TAGS
    assert "decent work" in set(tags["match"])
    assert set(tags["position"]) == {1}
    assert all(text[row["start"] : row["end"]] == row["match"] for row in tags.to_dicts())


@pytest.mark.parametrize("text", ["migrants' integration", "migrants’ integration", "MIGRANTS’ INTEGRATION"])
def test_straight_and_curly_apostrophes_are_one(tags_of, text):
    assert "16" in tags_of(text)


@pytest.mark.parametrize(
    "texts",
    [("labour inspection", "labor inspection"), ("regularisation", "regularization"),
     ("detention centres", "detention centers"), ("people-centred", "people-centered")],
)  # fmt: skip
def test_british_and_american_spelling_are_one(tags_of, texts):
    first, second = map(tags_of, texts)
    assert first == second != set()


def test_of_overlapping_matches_of_one_tag_the_longest_stays(make_paragraphs, make_terms):
    terms = make_terms(("A", "data", "", None), ("A", "migration data", "", None), ("B", "data", "", None))
    tags = tag_paragraphs(make_paragraphs("all migration data"), terms)
    assert tags.select("tag", "match").rows() == [("A", "migration data"), ("B", "data")]


def test_only_running_text_is_tagged(make_paragraphs, make_terms):
    kinds = ["paragraph", "item", "heading", "footnote", "letter", "title", "debris"]
    paragraphs = make_paragraphs(*((kind, "data") for kind in kinds))
    tags = tag_paragraphs(paragraphs, make_terms(("A", "data", "", None)))
    assert tags["position"].to_list() == [0, 1]


def test_no_paragraphs_or_no_terms_give_an_empty_frame(make_paragraphs, make_terms):
    for texts, rows in [((), [("A", "a", "", None)]), (("a",), [])]:
        assert tag_paragraphs(make_paragraphs(*texts), make_terms(*rows)).schema == TAGS


LONG = " and so on" * 20


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("strong" + LONG, ["strong"]),
        ("some" + LONG, []),
        ("some other" + LONG, ["some", "other"]),
        ("some some some" + LONG, []),
        ("some. And some" + LONG, ["some", "some"]),
        ("some", ["some"]),
    ],
)
def test_a_passing_mention_makes_no_topic(make_paragraphs, make_terms, text, found):
    terms = make_terms(("A", "strong", "", 4), ("A", "some", "", 2), ("A", "other", "", 2))
    assert tag_paragraphs(make_paragraphs(text), terms)["match"].to_list() == found


def test_a_paragraph_is_about_four_objectives_at_most(make_paragraphs, make_terms):
    terms = make_terms(*((tag, f"word{tag}", "", 4) for tag in "ABCDE"), ("E", "more", "", 4))
    tags = tag_paragraphs(make_paragraphs("wordA wordB wordC wordD wordE more" + LONG), terms)
    assert set(tags["tag"]) == {"A", "B", "C", "E"}


def test_a_match_stays_inside_its_paragraph_and_sentence(make_paragraphs, make_terms):
    terms = make_terms(("A", r"one\W+two", "", None))
    assert tag_paragraphs(make_paragraphs("one", "two", "One. Two", "one - two"), terms)[
        "position"
    ].to_list() == [3]


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\bborders?\b", {"border"}),
        (r"\blabou?r (?:law|right)s\b", {"labo"}),
        (r"\b(?:fair|ethical) jobs?\b|\bdecent work\b", {" job", "decent work"}),
        (r"\b(?:very )?poor\b", {"poor"}),
        (r"[sz]\w*", {""}),
        (r"(?!no)data(?<!a b)", {"data"}),
        (r"(?i:no)data", {""}),
        (r"[\]a]nd \x41s|[]x]or", {"nd ", "or"}),
    ],
)
def test_each_match_holds_a_needed_word(pattern, words):
    assert set(needed_words(pattern)) == words


ATOMS = [
    "a",
    "b",
    "cd",
    ".",
    r"\.",
    r"\w",
    "[ab]",
    "[^c]",
    r"[\]x]",
    "(?:ab|cd)",
    "(?:a(?:bc|d)|e)",
    "(?:abc )",
    "a|b",
    "{",
]
OFTEN = ["", "", "?", "*", "+", "??", "*?", "+?", "{0}", "{2}", "{0,2}", "{1,2}?", "{,1}"]
PATTERNS = st.lists(
    st.tuples(st.sampled_from(ATOMS), st.sampled_from(OFTEN)).map("".join), min_size=1, max_size=5
)


@given(pieces=PATTERNS, data=st.data())
def test_whatever_a_pattern_matches_holds_one_of_its_needed_words(pieces, data):
    pattern = "".join(pieces)
    try:
        compiled = re.compile(pattern)
    except re.error:
        reject()
    found = compiled.search(data.draw(st.from_regex(pattern)))
    assert any(word in found[0] for word in needed_words(pattern))


@pytest.mark.parametrize("pattern", ["abc\ue001", "abc" + "(d)" * 6400])
def test_what_cannot_be_cut_up_needs_no_word(pattern):
    assert needed_words(pattern) == ("",)


def test_the_short_cut_by_needed_words_loses_no_match(terms):
    text = " ".join(re.sub(r"[\\^$.|?*+()\[\]{}]", " ", pattern) for pattern in terms["pattern"])
    text = (
        f"{text} human rights of all migrant children, safe and equal access to health-care services".lower()
    )
    cues = [
        make_cue(*row)
        for row in terms.select("scheme", "tag", "term", "weight", "pattern", "except").iter_rows()
    ]
    with_all = [cue._replace(words=("",)) for cue in cues]
    assert [m[:3] for m in find_matches(text.translate(PLAIN), cues)] == [
        m[:3] for m in find_matches(text.translate(PLAIN), with_all)
    ]


def test_hedges_and_boosters_show_the_words_that_carry_them(make_paragraphs, terms):
    text = "We will aim to ensure, as appropriate and upon their request, relevant support to all migrants."
    tags = tag_paragraphs(make_paragraphs(text), terms.filter(pl.col("scheme").is_in(["hedge", "booster"])))
    assert tags.select("tag", "match").rows() == [
        ("soft verb", "aim to"),
        ("guarantee", "ensure"),
        ("discretion", "as appropriate"),
        ("discretion", "upon their request"),
        ("narrowing", "relevant"),
        ("universality", "all migrants"),
    ]
