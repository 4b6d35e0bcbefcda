"""Brackets: a source and its place, a remark, or words of the text."""

import pytest

from workbook.text.brackets import is_source, read_sources


@pytest.mark.parametrize(
    "bracket",
    [
        "[Lamp Act, para 4]",
        "[based on the Bell Act]",
        "[Based on Lamp Act and 71/9, OP2]",
        "[71/9, pp4]",
        "[OP6(k), 71/9]",
        "[A/CONF.9/L.2, annex]",
        "[see the annex]",
        "[PROPOSAL OF THE CHAIR building on Lamp Act para 3]",
        "(Lamp Act, para 13)",
        "(LA para 18)",
    ],
)
def test_a_bracket_that_names_a_document_or_a_place_is_a_source(bracket):
    assert is_source(bracket)


@pytest.mark.parametrize(
    "bracket",
    [
        "[shall]",
        "[and ring bells]",
        "[EU: and the crews]",
        "[We light all lamps under paragraph 4.]",
        "[Parties should apply article 3]",
        "[]",
        "[60th]",
        "[in line with 71/9]",
        "(A/76/642)",
        "(including all lamps)",
        "(see paragraph 3)",
        "(b)",
        "(Convention 190)",
    ],
)
def test_a_bracket_with_words_of_the_text_is_no_source(bracket):
    assert not is_source(bracket)


@pytest.mark.parametrize(
    ("bracket", "sources"),
    [
        ("[Lamp Act, para 4]", [("Lamp Act", "para 4")]),
        ("[71/9, pp4]", [("71/9", "pp4")]),
        ("[OP6(k), 71/9]", [("71/9", "OP6(k)")]),
        ("[para 29 of 70/1]", [("70/1", "para 29")]),
        ("[based on LA para 11 and 71/9, pp5]", [("LA", "para 11"), ("71/9", "pp5")]),
        (
            "[based on LA, para 1; on 71/9, OP6(f); and BA, para 84]",
            [("LA", "para 1"), ("71/9", "OP6(f)"), ("BA", "para 84")],
        ),
        ("[based on 71/9, op2 + para 18(i), LA]", [("71/9", "op2"), ("LA", "para 18(i)")]),
        ("[based on LA paras 26, 26(c) and 26(h)]", [("LA", "paras 26, 26(c) and 26(h)")]),
        ("[LA, paras 104 to 106]", [("LA", "paras 104 to 106")]),
        ("[Guild report & Lamp Bank]", [("Guild report", ""), ("Lamp Bank", "")]),
        ("(Lamp Act, para 13)", [("Lamp Act", "para 13")]),
        ("[based on LA\n  para 11]", [("LA", "para 11")]),
    ],
)
def test_each_source_has_its_place(bracket, sources):
    assert read_sources(bracket) == sources


def test_a_source_is_out_of_the_text_and_in_the_citations(read):
    found = read("1. We note the fog. [Lamp Act, para 4]\n2. We rest.\n")
    assert found.text["1"] == "We note the fog."
    assert found.citations.select("position", "label", "source", "pinpoint", "printed").rows() == [
        (0, "1", "Lamp Act", "para 4", "[Lamp Act, para 4]")
    ]


def test_no_gap_is_left_before_a_comma_where_a_source_was(read):
    found = read("1. We light (Lamp Act, para 4), and ring [Bell Act, art 2], bells.\n2. We rest.\n")
    assert found.text["1"] == "We light, and ring, bells."
    assert found.citations["source"].to_list() == ["Lamp Act", "Bell Act"]


def test_a_source_can_run_over_a_line_end(read):
    found = read("1. We note the fog of the bay and the\nlamps. [based on Lamp\nAct, para 4]\n2. We\nrest.\n")
    assert found.citations["printed"].to_list() == ["[based on Lamp Act, para 4]"]
    assert found.text["1"].endswith("lamps.")


def test_what_parts_two_sources_goes_with_them(read):
    found = read("1. We note the fog. [Lamp Act, para 4] , [Bell Act, art 2]\n2. We rest.\n")
    assert found.text["1"] == "We note the fog."
    assert len(found.citations) == 2


def test_an_item_can_have_a_source(read):
    found = read("1. We will:\n(a) light lamps; [Lamp Act, para 4]\n(b) rest.\n2. We go.\n")
    assert found.text["1(a)"] == "light lamps;"
    assert found.citations["label"].to_list() == ["1(a)"]


@pytest.mark.parametrize("bracket", ["[NEW]", "(new)", "[SPLIT PARA]", "[agreed ad ref]"])
def test_a_remark_behind_the_text_is_no_part_of_it(bracket, read):
    found = read(f"1. We note the fog. {bracket}\n2. We rest.\n")
    assert found.row("1")["text"] == "We note the fog."
    assert found.row("1")["remark"] == bracket.strip("[]()").upper()


def test_a_bracket_in_a_footnote_stays_there(read):
    found = read(
        "1. We thank the masters,1 who keep\nthe lamps.\n\n1 See the list [Lamp Act, para 4] below.\n"
    )
    assert found.of_kind("footnote") == ["See the list [Lamp Act, para 4] below."]
    assert found.citations.is_empty()
