"""Sources: one name for a document, one row for each place, what it stands for, and what is doubtful."""

import polars as pl
import pytest

from workbook.meaning.pinpoints import split_pinpoint
from workbook.meaning.references import load_documents, load_pinpoints, load_references
from workbook.meaning.sources import find_sources
from workbook.schemas import CITATIONS, REFERENCES, SOURCES, TAGS, WorkbookError, frame_of
from workbook.text.brackets import read_sources


@pytest.fixture
def find():
    """The sources of a paragraph that ends in these brackets and is about these objectives."""

    def find(*brackets: str, about: tuple[str, ...] = ()) -> list[dict]:
        rows = [("one", 3, "4", *source, bracket) for bracket in brackets for source in read_sources(bracket)]
        tags = [("one", 3, "4", "objective", tag, "", "", 0, 1) for tag in about]
        return find_sources(
            frame_of(rows, CITATIONS), load_documents(), load_pinpoints(), frame_of(tags, TAGS)
        ).to_dicts()

    return find


# Places


@pytest.mark.parametrize(
    ("printed", "places"),
    [
        ("para 15(g)", ["para 15(g)"]),
        ("paras 25, 25(c)", ["para 25", "para 25(c)"]),
        ("paras 26, 26(c), 26(e) and 26(h)", ["para 26", "para 26(c)", "para 26(e)", "para 26(h)"]),
        ("paras 104 to 106", ["para 104", "para 105", "para 106"]),
        ("paras 76, 104–105", ["para 76", "para 104", "para 105"]),
        ("para 15(b) to 15(d)", ["para 15(b)", "para 15(c)", "para 15(d)"]),
        ("OP4 (a)", ["OP4(a)"]),
        ("op 1", ["OP1"]),
        ("pp5", ["PP5"]),
        ("para.15", ["para 15"]),
        ("Objective 16", ["objective 16"]),
        ("objective 5 para 21(a)", ["objective 5", "para 21(a)"]),
        ("pages 3, 4 and 3", ["page 3", "page 4"]),
        ("", []),
    ],
)
def test_a_compound_pinpoint_is_split_into_single_places(printed, places):
    assert [str(spot) for spot in split_pinpoint(printed)] == places


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ("paras 1 to 1000000000", "para 1 to 1000000000"),
        ("paras 15(a) to 17", "para 15(a) to 17"),
        ("paras 9 to 3", "para 9 to 3"),
    ],
)
def test_a_range_that_is_no_short_list_stays_one_place(printed, kept):
    assert [str(spot) for spot in split_pinpoint(printed)] == [kept]


# Names


@pytest.mark.parametrize(
    ("bracket", "source"),
    [
        ("[76/172, OP2]", "A/RES/76/172"),
        ("[A/RES/76/172, OP2]", "A/RES/76/172"),
        ("[based on 55/488, para 2]", "decision 55/488"),
        ("[A/CONF.5/2021/CRP.2, para 4]", "A/CONF.5/2021/CRP.2"),
        ("[Global Compact for Migration, para 2]", "GCM"),
        ("[73/195, para 2]", "GCM"),
        ("[NY Declaration, para 2]", "New York Declaration"),
        ("[SG Report, para 2]", "SG report"),
        ("[SG’s report, para 2]", "SG report"),
        ("[Kyoto Declaration, para 2]", "Kyoto Declaration"),
    ],
)
def test_a_document_has_one_name_however_it_is_written(find, bracket, source):
    assert {row["source"] for row in find(bracket)} == {source}


def test_the_number_of_a_goal_is_a_place_in_the_goals(find):
    (row,) = find("[based on SDG 10.7]")
    assert (row["source"], row["pinpoint"]) == ("SDG", "target 10.7")


def test_a_place_that_two_brackets_name_has_one_row(find):
    rows = find("(GCM para 18)", "[based on GCM paras 18 and 23(j)]")
    assert [row["pinpoint"] for row in rows] == ["para 18", "para 23(j)"]
    assert rows[0]["printed"] == "(GCM para 18)"


def test_a_source_without_a_place_has_a_row_of_its_own(find):
    (row,) = find("[based on Kyoto Declaration]")
    assert (row["pinpoint"], row["tag"], row["doubt"]) == ("", "", "")


def test_a_bracket_that_names_no_document_says_so(find):
    (row,) = find("[based on para 7]")
    assert row["source"] == "" and row["pinpoint"] == "para 7"


# What a place stands for


@pytest.mark.parametrize(
    ("place", "stands_for"),
    [
        ("para 17", ("objective", "1")),
        ("para 25(c)", ("objective", "9")),
        ("para 30(a)", ("objective", "14")),
        ("para 39", ("objective", "23")),
        ("objective 2(b)", ("objective", "2")),
        ("para 15(a)", ("principle", "P01")),
        ("para 15(g)", ("principle", "P07")),
        ("para 15(j)", ("principle", "P10")),
        ("para 15", (None, "")),
        ("para 15(k)", (None, "")),
        ("para 16", (None, "")),
        ("para 41", (None, "")),
    ],
)
def test_a_place_in_the_compact_stands_for_an_objective_or_a_principle(find, place, stands_for):
    (row,) = find(f"[GCM, {place}]")
    assert (row["scheme"], row["tag"]) == stands_for


def test_the_numbers_of_other_documents_stand_for_nothing(find):
    (row,) = find("[76/172, para 25]")
    assert (row["scheme"], row["tag"], row["doubt"]) == (None, "", "")


# Doubts


@pytest.mark.parametrize(
    ("bracket", "said"),
    [
        ("[GCM para 55]", "there is no para 55: they go from 1 to 54"),
        ("[GCM para 0]", "there is no para 0"),
        ("[GCM objective 24]", "there is no objective 24: they go from 1 to 23"),
        ("[GCM para 15(k)]", "para 15 has the letters (a) to (j) and no other"),
        ("[GCM para 38(d)]", "para 38 has the letters (a) to (c)"),
        ("[GCM para 21A]", "perhaps 21(a) is meant"),
        ("[76/172, OP6A]", "perhaps 6(a) is meant"),
        ("[76/172, OP6(1)]", "a digit stands in 6(1)"),
        ("[GCM para 9(c)]", "Objective 9 is para 25: perhaps that is meant"),
        ("[GCM objective 5 para 20(a)]", "belongs to Objective 4, and the bracket names objective 5"),
        ("[76/172, paras 9 to 3]", "the range runs backwards"),
    ],
)
def test_a_doubtful_place_says_why(find, bracket, said):
    assert said in find(bracket)[-1]["doubt"]


@pytest.mark.parametrize(
    "bracket",
    [
        "[GCM para 54]",
        "[GCM paras 17, 17(z)]",  # how many letters it has is not known
        "[GCM para 43(c)]",
        "[GCM objective 5 para 21(a)]",
        "[GCM para 11, 12, 41]",
        "[SG report, paras 104 to 106]",
        "[76/172, OP11(g)]",
        "[Convention on Something, art 13(2)]",
        "[Convention on Something, art 6A]",
    ],
)
def test_nothing_is_doubted_that_no_rule_speaks_against(find, bracket):
    assert {row["doubt"] for row in find(bracket)} == {""}


def test_of_two_spellings_that_the_eye_confuses_each_names_the_other(find):
    first, second = find("[GCM para 7(1); GCM para 7(i)]")
    assert "the same bracket also writes it 7(i)" in first["doubt"]
    assert "the same bracket also writes it 7(1)" in second["doubt"]


def test_a_letter_is_doubted_where_the_paragraph_is_about_what_the_place_beside_it_stands_for(find):
    rows = find("[GCM para 37 and 39(b)]", about=("21",))
    assert rows[0]["doubt"] == ""
    assert "Objective 23" in rows[1]["doubt"] and "perhaps 37(b) is meant" in rows[1]["doubt"]
    assert find("[GCM para 37 and 39(b)]", about=("21", "23"))[1]["doubt"] == ""
    assert find("[GCM para 37 and 39(b)]", about=("5",))[1]["doubt"] == ""
    assert find("[GCM para 37 and 39]", about=("21",))[1]["doubt"] == ""


def test_no_citation_gives_no_row(find):
    none = find_sources(frame_of([], CITATIONS), load_documents(), load_pinpoints(), frame_of([], TAGS))
    assert none.schema == pl.Schema(SOURCES) and none.is_empty()


# The lists


def test_every_text_that_would_help_says_why_and_where_it_is_published():
    references = load_references()
    assert references.schema == pl.Schema(REFERENCES)
    assert references["symbol"].is_unique().all()
    assert (references["address"] == "https://undocs.org/" + references["symbol"]).all()
    assert (references["why"].str.len_chars() > 20).all()


def test_a_list_of_ones_own_goes_before_ours(tmp_path):
    own = "source,symbol,title,pattern,note\nRules,,,House rules?,\n"
    (tmp_path / "sources.csv").write_text(own, encoding="utf-8")
    assert load_documents(tmp_path)["source"].to_list() == ["Rules"]
    assert load_pinpoints(tmp_path).equals(load_pinpoints())


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("sources.csv", "source,symbol,title,note\n", "line 1: no column pattern"),
        ("sources.csv", "source,symbol,title,pattern,note\nA,,,(,\n", "line 2: the pattern"),
        ("sources.csv", "source,symbol,title,pattern,note\n,,,A,\n", "line 2: the column source is empty"),
        ("sources.csv", "source,symbol,title,pattern,note\nA,,,A,,more\n", "line 2: more cells than columns"),
        ("sources.csv", b"\xff\xfe\x00", "cannot be read as a table"),
        ("pinpoints.csv", "source,kind,first,last,letters,scheme,tag,note\nA,para,x,2,,,,\n", "no number"),
        (
            "pinpoints.csv",
            "source,kind,first,last,letters,scheme,tag,note\nA,para,1,2,,goal,,\n",
            "no scheme is called",
        ),
    ],
)
def test_a_list_that_cannot_be_used_names_file_and_line(tmp_path, name, text, said):
    (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    load = load_documents if name == "sources.csv" else load_pinpoints
    with pytest.raises(WorkbookError, match=said) as error:
        load(tmp_path)
    assert name in str(error.value)
