"""Clauses: who promises, asks, takes a stance or notices, and in which words."""

import polars as pl
import pytest

from workbook.meaning.clauses import find_clauses
from workbook.meaning.ladder import load_ladder
from workbook.schemas import CLAUSES, PARAGRAPHS, WorkbookError, conform


@pytest.fixture
def read():
    """The clauses of one paragraph."""

    def read(text: str, ladder: pl.DataFrame | None = None) -> pl.DataFrame:
        row = {"draft": "d", "position": 0, "label": "1", "kind": "paragraph", "text": text}
        given = {name: [row.get(name)] for name in PARAGRAPHS}
        paragraphs = pl.DataFrame(given).pipe(conform, PARAGRAPHS)
        return find_clauses(paragraphs, load_ladder() if ladder is None else ladder)

    return read


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("We commit to adopting laws.", [("commit to adopting", 6)]),
        ("We will strengthen our efforts to end it.", [("will strengthen", 5)]),
        ("We will further align plans.", [("will further align", 6)]),
        ("We will commit to redoubling our efforts.", [("will commit to redoubling", 5)]),
        ("We will aim to integrate it.", [("will aim to", 4)]),
        ("We will, where appropriate, ensure access.", [("will, where appropriate, ensure", 6)]),
        ("We aim, as appropriate, to develop plans.", [("aim, as appropriate, to", 4)]),
        ("We commit, within our means, to adopting laws.", [("commit, within our means, to adopting", 6)]),
        ("We commit, as we were told by those who came before us, and by those who came after, to act.", []),
        ("We commit to promoting and protecting rights.", [("commit to promoting and protecting", 6)]),
        ("We call upon States to act and protect people.", [("call upon", 3)]),
        ("We are also deeply concerned that people die.", [("are also deeply concerned", 2)]),
        (
            "We recall the rules, and reaffirm our commitment to them.",
            [("recall", 1), ("reaffirm our commitment", 4)],
        ),
        (
            "We take note with appreciation of it and welcome the rest.",
            [("take note with appreciation", 1), ("welcome", 2)],
        ),
        ("We , and, in this regard, declare our solidarity with, and support for, them.", [("declare", 2)]),
        ("We call fortheir release.", [("call for", 3)]),
        ("Requests the Secretary-General to report.", [("Requests", 3)]),
        ("Also decides to establish a fund.", [("decides to establish", 5)]),
        ("Each Party shall ensure access.", [("shall ensure", 6)]),
        ("The Parties shall endeavour to cooperate.", [("shall endeavour to", 4)]),
        ("No Party shall provide arms.", [("shall provide", 6)]),
        ("States Parties may, where needed, decide to provide aid.", [("may", 4)]),
        ("The secretariat shall, on request, provide help.", [("shall, on request, provide", 6)]),
        ("The Conference of the Parties may establish bodies.", [("may", 4)]),
        ("The Committee on Trade, at its first session, shall adopt rules.", [("shall adopt", 6)]),
    ],
)
def test_a_clause_is_known_by_its_verbs(read, text, phrases):
    assert read(text).select("phrase", "rung").rows() == phrases


@pytest.mark.parametrize(
    "text",
    [
        "Recognizing that people move, and recalling the rules.",
        "Member States recognized the challenge and committed to act.",
        "Progress has been made in protecting people.",
        "We, the Heads of State, meeting in New York, have adopted the following.",
        "Requests for asylum rose, and needs of children grew.",
        "The secretariat supports the Parties and the Committee notes that help.",
        "Wishing that interested parties may meet, and that third parties shall agree to it.",
    ],
)
def test_framing_and_what_others_did_are_no_clauses(read, text):
    assert read(text).is_empty()


def test_what_may_happen_is_no_clause_of_who_says_so(read):
    assert read("We recognize that storms grow and may displace people.")["phrase"].to_list() == ["recognize"]


def test_two_verbs_side_by_side_show_both_rungs(read):
    assert read("We commit to adopting developing laws.").select("rung", "other_rung").rows() == [(6, 5)]
    assert read("We appreciate recognize the work.").select("rung", "other_rung").rows() == [(2, 1)]
    assert read("We commit to adopting laws.")["other_rung"].to_list() == [None]


@pytest.mark.parametrize(
    ("text", "phrase", "rungs"),
    [
        ("Each Party [shall][should] collect data.", "[shall][should] collect", (5, 4)),
        ("Each Party [shall] [endeavour to] take measures.", "[shall] [endeavour to] take", (5, 4)),
        ("We [commit to] [aim to] protecting migrants.", "[commit to] [aim to] protecting", (6, 4)),
        ("Each Party [may] [shall] ensure access.", "[may] [shall] ensure", (6, 4)),
        ("The Parties [shall] cooperate [on it].", "[shall] cooperate", (5, None)),
        ("Each Party shall [, where it can,] collect data.", "shall [, where it can,] collect", (5, None)),
        ("[We commit to ensuring access.]", "commit to ensuring", (6, None)),
        ("We will aim to integrate it.", "will aim to", (4, None)),
    ],
)
def test_brackets_hide_no_verb_and_what_they_part_can_be_read_either_way(read, text, phrase, rungs):
    assert read(text).select("phrase", "rung", "other_rung").rows() == [(phrase, *rungs)]


def test_an_act_that_the_scale_lacks_gets_rung_5_and_says_so(read):
    assert read("We commit to establishing a fund.").select("rung", "listed").rows() == [(5, False)]


def test_a_verb_added_to_the_scale_counts(read):
    own = load_ladder().filter(pl.col("term") == "adopt").with_columns(pattern=pl.lit("establish(?:ing)?"))
    found = read("We commit to establishing a fund.", pl.concat([load_ladder(), own]))
    assert found.select("rung", "listed").rows() == [(6, True)]


def test_a_clause_ends_where_the_next_one_or_its_sentence_does(read):
    found = read("We reaffirm the Compact, and recall its aims. More was done. We request a report.")
    assert found["text"].to_list() == ["We reaffirm the Compact", "recall its aims.", "We request a report."]
    assert found["clause"].to_list() == [0, 1, 2]


def test_places_are_those_of_the_paragraph(read):
    text = "It’s so. We will ensure it; we note the rest."
    found = read(text)
    assert [text[start:end] for start, end in found.select("start", "end").rows()] == found["text"].to_list()
    assert found.schema == pl.Schema(CLAUSES)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("act,6,Own,adopt,adopt,,seven,", "the rung 'seven'"),
        ("act,6,Own,adopt,adopt,,,", "rung is empty"),
        ("verb,6,Own,adopt,adopt,,6,", "no scheme is called 'verb'"),
        ("act,6,Own,adopt,(adopt,,6,", "no regular expression"),
    ],
)
def test_a_bad_row_of_the_scale_is_named_by_file_and_line(tmp_path, row, told):
    (tmp_path / "ladder.csv").write_text(f"scheme,tag,title,term,pattern,except,rung,note\n{row}\n")
    with pytest.raises(WorkbookError) as error:
        load_ladder(tmp_path)
    assert "ladder.csv, line 2" in str(error.value)
    assert told in str(error.value)
