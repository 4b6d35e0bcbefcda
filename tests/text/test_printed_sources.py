"""The two source texts that ship: every count, label and trap, by its line."""

import csv
import hashlib
import re

import polars as pl
import pytest

SHA256 = {
    "rev2-as-printed.txt": "5b03bbb6e05353b436564335d5fa7a8cb3dc91c8bd24367b0f1de8bb374f4a25",
    "wimn-on-rev3-as-printed.txt": "e421101c5480c35ffd18e13cbea8eaf76a4c940572e8aec6e9123d8b9fbbdc99",
}
FILES = {"rev2-printed": "rev2-as-printed.txt", "wimn-printed": "wimn-on-rev3-as-printed.txt"}
REV2_LABELS = """
    1 2 3 4 5 6 7 9 9bis 9ter 10 11 12 12bis 12ter 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30
    31 31bis 31ter 32 33 34 35 36 37 37bis 38 39 39bis 40 41 42 42bis 42ter 43 43bis 43ter 43quat
    43quint 44 45 46 47 48 49 50 51 52 53 54 55 56 57
"""
WIMN_LABELS = """
    1 2 3 4 4bis 5 6 6bis 6ter 7 7bis 9pre 9bis 9quat 10 11 11bis 12 12bis 12ter 14 15 16 17 18 19 20
    21 22 23 24 25 26 26bis 27 28 29 29bis 30 30bis 31 31bis 31ter 32 33 34pre 34 34bis 35 35bis 36 37
    37bis 37ter 38 39 39bis 40 41 42 42bis 42ter 43 43bis 43ter 43quat 43quint 44 44bis 45 45bis 46 47
    48 49 50 51 52 53 54 56 57
"""
# The paragraphs that give a source in brackets.
REV2_SOURCES = """
    3 4 5 6 7 9 9bis 9ter 10 11 12 12bis 12ter 19 29 38 39bis 40 41 42 42bis 42ter 43 43bis 43ter
    43quat 44 45 46 48 51 55
"""
# The first words of each heading, and the labels that it stands above.
SECTIONS = [
    ("Introduction", "2", "17"),
    ("Progress, challenges and gaps", "18", "20"),
    ("Round table 1 (objectives 2, 5, 6, 12 and 18)", "21", "24"),
    ("Round table 2 (objectives 4, 8, 9, 10, 11, 13 and 21)", "25", None),
    ("Round table 3 (objectives 14, 15, 16, 19, 20 and 22)", "31", None),
    ("Round table 4 (objectives 1, 3, 7, 17 and 23)", "35", None),
    ("Recommendations ", "38", "57"),
]
both = pytest.mark.parametrize("draft", FILES)


def rows_of_line(reading, line):
    """The rows of the account on this line that hold more than white space."""
    return reading.account.filter((pl.col("line") == line) & (pl.col("role") != "space"))


def owners_of_line(reading, line):
    """The paragraphs that this line belongs to, as dicts."""
    positions = rows_of_line(reading, line)["position"].unique().to_list()
    return reading.paragraphs.filter(pl.col("position").is_in(positions)).to_dicts()


def owner_of_line(reading, line):
    (owner,) = owners_of_line(reading, line)
    return owner


def is_first_line(reading, line):
    return reading.paragraphs["first_line"].is_in([line]).any()


# The files


@pytest.mark.parametrize("name", SHA256)
def test_the_printed_file_is_the_source_byte_for_byte(name, data):
    assert hashlib.sha256((data / "printed" / name).read_bytes()).hexdigest() == SHA256[name]


@both
def test_the_account_joined_is_the_file(draft, printed, data):
    joined = "".join(printed[draft].account["text"])
    assert joined.encode() == (data / "printed" / FILES[draft]).read_bytes()


@both
def test_the_account_says_where_each_stretch_starts_and_on_which_line(draft, printed):
    start, line = 0, 1
    for row in printed[draft].account.iter_rows(named=True):
        assert (row["start"], row["line"]) == (start, line)
        start, line = start + len(row["text"]), line + row["text"].count("\n")


@both
def test_no_character_of_a_word_counts_as_space(draft, printed):
    space = printed[draft].account.filter(pl.col("role") == "space")["text"]
    assert [text for text in space if text.strip()] == []


@both
def test_all_but_space_belongs_to_a_paragraph(draft, printed):
    account = printed[draft].account
    assert account.filter((pl.col("role") != "space") & pl.col("position").is_null()).is_empty()


@both
def test_the_words_of_a_paragraph_are_those_of_its_account(draft, printed):
    reading = printed[draft]
    as_text = reading.account.with_columns(
        pl.col("role").replace_strict({"heading": "text"}, default=pl.col("role"))
    )
    for row in reading.paragraphs.iter_rows(named=True):
        role = row["kind"] if row["kind"] in ("footnote", "letter", "title") else "text"
        own = as_text.filter((pl.col("position") == row["position"]) & pl.col("role").is_in([role, "space"]))
        words = re.sub(r"(?<=\w)-\s*\n\s*(?=\w)", "-", " ".join(own["text"])).split()
        # A hyphen at a line's end is part of a word, and no space is left where a source was taken out.
        assert "".join(words) == row["text"].replace(" ", ""), row["label"]


# Labels


def test_rev2_has_69_paragraphs_in_this_order(rev2):
    assert len(rev2.labels) == 69
    assert rev2.labels == REV2_LABELS.split()


def test_the_line_by_line_text_has_82_paragraphs_in_this_order(wimn):
    assert len(wimn.labels) == 82
    assert wimn.labels == WIMN_LABELS.split()


@both
def test_every_body_paragraph_is_a_paragraph_with_words(draft, printed):
    body = printed[draft].body
    assert set(body["kind"]) == {"paragraph"}
    assert body["text"].str.len_chars().min() > 100


@pytest.mark.parametrize(
    ("label", "printed_label"),
    [
        ("1", "1."),
        ("4bis", "4 bis (new)"),
        ("6ter", "6ter [former para 9]."),
        ("7bis", "7 bis"),
        ("9pre", "9pre."),
        ("9quat", "9quatter."),
        ("11bis", "11 bis"),
        ("26bis", "26 bis"),
        ("34bis", "34bis [SPLIT PARA]."),
        ("43quat", "43quat."),
        ("43quint", "43quint."),
        ("44bis", "44bis [former 55]."),
        ("45bis", "45bis (NEW)."),
    ],
)
def test_the_printed_spelling_of_a_label_is_kept(label, printed_label, wimn):
    assert wimn.row(label)["printed_label"] == printed_label


def test_two_labels_announce_their_former_number(wimn):
    former = wimn.body.filter(pl.col("former") != "")
    assert former.select("label", "former").rows() == [("6ter", "9"), ("44bis", "55")]


def test_rev2_announces_no_former_number(rev2):
    assert rev2.body.filter(pl.col("former") != "").is_empty()


def test_the_drafters_remarks_stand_apart(wimn):
    remarks = wimn.body.filter(pl.col("remark") != "").select("label", "remark").rows()
    assert remarks == [
        ("4bis", "NEW"),
        ("34bis", "SPLIT PARA"),
        ("35bis", "SPLIT PARA"),
        ("43quint", "NEW"),
        ("45bis", "NEW"),
    ]


def test_rev2_marks_one_paragraph_as_new(rev2):
    remarks = rev2.body.filter(pl.col("remark") != "").select("label", "remark").rows()
    assert remarks == [("43quint", "NEW")]


# Headings and sections


@both
def test_the_seven_headings_are_the_sections_in_order(draft, printed):
    reading = printed[draft]
    headings = reading.of_kind("heading")
    assert len(headings) == 7
    assert all(found.startswith(start) for found, (start, _, _) in zip(headings, SECTIONS, strict=True))
    assert reading.body["section"].unique(maintain_order=True).to_list() == ["", *headings]


@both
def test_each_section_begins_and_ends_with_its_paragraphs(draft, printed):
    reading = printed[draft]
    for start, first, last in SECTIONS:
        labels = reading.body.filter(pl.col("section").str.starts_with(start))["label"]
        assert labels[0] == first
        assert last in (labels[-1], None)


@both
def test_paragraph_1_stands_before_the_first_section(draft, printed):
    assert printed[draft].row("1")["section"] == ""


def test_only_the_line_by_line_text_has_a_title(printed):
    assert printed["rev2-printed"].of_kind("title") == []
    assert printed["wimn-printed"].of_kind("title") == ["WIMN Suggested Language, Rev 3, 4-27-22"]


def test_the_last_heading_keeps_its_doubled_words(wimn):
    assert wimn.of_kind("heading")[-1] == (
        "Recommendations Recommended actions to accelerate the implementation of the Global Compact "
        "and to strengthen and commitments and actions for further international cooperation on "
        "international migration"
    )


# Footnotes


def test_the_five_footnotes_are_the_same_in_both_files(rev2, wimn):
    notes = rev2.of_kind("footnote")
    assert rev2.of_kind("footnote", "label") == wimn.of_kind("footnote", "label") == ["1", "2", "3", "4", "5"]
    assert notes == wimn.of_kind("footnote")
    assert [len(note.split()) for note in notes] == [73, 94, 81, 66, 25]


@both
def test_the_footnotes_name_the_23_objectives_as_the_lexicon_does(draft, printed, data):
    notes = " ".join(printed[draft].of_kind("footnote")[:4])
    named = {number: title.strip(" .") for number, title in re.findall(r"Objective (\d+): ([^;.]+)", notes)}
    with (data / "lexicon" / "objectives.csv").open(encoding="utf-8") as file:
        titles = {row["tag"]: row["title"] for row in csv.DictReader(file)}
    assert sorted(named, key=int) == [str(number) for number in range(1, 24)]
    assert named == titles


# The covering letter


def test_the_letter_has_four_asks_without_a_label(wimn):
    letter = wimn.paragraphs.filter(pl.col("kind") == "letter")
    asks = letter.filter(pl.col("printed_label").str.contains(r"^\d\.$"))
    assert asks.select("printed_label", "label").rows() == [(f"{number}.", "") for number in range(1, 5)]
    assert [text.split()[0] for text in asks["text"]] == ["Create", "Separate", "A", "A"]


def test_the_letter_boxes_four_paragraphs_under_their_labels(wimn):
    letter = wimn.paragraphs.filter(pl.col("kind") == "letter")
    assert letter.filter(pl.col("label") != "")["label"].to_list() == ["9pre", "42", "9bis", "22"]


def test_rev2_has_no_letter(rev2):
    assert rev2.of_kind("letter") == []


def test_the_letter_stands_before_the_title_and_the_body(wimn):
    kinds = wimn.paragraphs["kind"].to_list()
    assert kinds[:12] == ["letter"] * 12
    assert kinds[12] == "title"
    assert "letter" not in kinds[12:]


# Texts of both files


@pytest.mark.parametrize("label", ["1", "16", "20", "57"])
def test_a_paragraph_that_nobody_touched_reads_the_same_in_both(label, rev2, wimn):
    assert rev2.text[label] == wimn.text[label]


def test_37bis_of_rev2_reads_as_37ter_of_the_other(rev2, wimn):
    assert rev2.text["37bis"] == wimn.text["37ter"]


def test_no_other_paragraphs_are_the_same(rev2, wimn):
    same = {label for label in set(rev2.labels) & set(wimn.labels) if rev2.text[label] == wimn.text[label]}
    assert same == {"1", "16", "20", "57"}


# Sources in brackets


@both
def test_no_source_is_left_in_the_running_text(draft, printed):
    rest = [re.findall(r"\[[^\]]*\]|\([^)]*\)", text) for text in printed[draft].texts]
    words = {bracket for brackets in rest for bracket in brackets}
    own = {
        "rev2-printed": {"(A/76/642)"},
        "wimn-printed": {
            "(A/76/642)",
            "(including domestic workers, often excluded from national labor law)",
            "(ILO Convention 190)",
        },
    }
    assert words == own[draft]


def test_rev2_gives_its_sources_in_these_paragraphs(rev2):
    assert rev2.citations["label"].unique(maintain_order=True).to_list() == REV2_SOURCES.split()


def test_one_bracket_with_three_sources_makes_three_rows(rev2):
    assert rev2.citations.filter(label="38").select("source", "pinpoint").rows() == [
        ("SG report", "para 98"),
        ("76/172", "OP6(f)"),
        ("A/CONF.219/2021/IPC/CRP.2", "para 84"),
    ]


# Trap 1: a line that starts with a number and goes on with a sentence


@pytest.mark.parametrize(
    ("line", "label"),
    [
        (102, "1"),
        (151, "6bis"),
        (228, "12"),
        (259, "15"),
        (442, "30"),
        (634, "39bis"),
        (705, "42ter"),
    ],
)
def test_a_number_at_the_start_of_a_line_can_go_on_with_a_sentence(line, label, wimn):
    owner = owner_of_line(wimn, line)
    assert (owner["label"], owner["first_line"] < line) == (label, True)


def test_a_number_can_begin_a_line_of_a_footnote_at_358(wimn):
    owner = owner_of_line(wimn, 358)
    assert (owner["kind"], owner["label"]) == ("footnote", "2")
    assert "Objective 10: Prevent, combat and eradicate" in owner["text"]


def test_a_date_at_line_4_is_no_paragraph_28(wimn):
    owner = owner_of_line(wimn, 4)
    assert (owner["kind"], owner["label"]) == ("letter", "")


# Trap 2: what a letter quotes and lists looks like paragraphs


@pytest.mark.parametrize(("line", "label"), [(20, "9pre"), (36, "42"), (47, "9bis"), (66, "22")])
def test_a_box_of_the_letter_is_no_paragraph_of_the_body(line, label, wimn):
    owner = owner_of_line(wimn, line)
    assert (owner["kind"], owner["label"], owner["first_line"]) == ("letter", label, line)


@pytest.mark.parametrize(("line", "number"), [(14, "1."), (32, "2."), (43, "3."), (82, "4.")])
def test_an_ask_of_the_letter_has_a_number_but_no_label(line, number, wimn):
    owner = owner_of_line(wimn, line)
    found = owner["kind"], owner["printed_label"], owner["label"], owner["first_line"]
    assert found == ("letter", number, "", line)


@pytest.mark.parametrize(
    ("label", "in_letter", "in_body"),
    [
        ("9bis", "in bi-lateral labor agreements", "through bi-lateral labor agreements"),
        ("22", "exercise of freedom of association", "exercise of Freedom of Association"),
        ("42", "We commit to adopting national", "We commit to adopting developing national"),
    ],
)
def test_the_box_and_the_body_are_kept_apart_where_they_differ(label, in_letter, in_body, wimn):
    (box,) = wimn.paragraphs.filter((pl.col("kind") == "letter") & (pl.col("label") == label))["text"]
    assert in_letter in box
    assert in_body in wimn.text[label]
    assert in_body not in box


# Traps 3, 4: labels without a dot, and notes between the number and its dot


@pytest.mark.parametrize(
    ("line", "label", "begins"),
    [
        (126, "4bis", "We seek coherence"),
        (166, "7bis", ", and that Rremittances"),
        (221, "11bis", "We , and, in this regard"),
        (377, "26bis", "Efforts are being made"),
        (446, "30bis", "In some instances"),
    ],
)
def test_a_label_without_a_dot_opens_a_paragraph(line, label, begins, wimn):
    owner = owner_of_line(wimn, line)
    assert (owner["label"], owner["first_line"]) == (label, line)
    assert owner["text"].startswith(begins)


@pytest.mark.parametrize(
    ("line", "label", "begins"),
    [
        (153, "6ter", "We commend"),
        (519, "34bis", "Despite the fact"),
        (531, "35bis", "During the pandemic"),
        (867, "44bis", "We aim to develop"),
        (886, "45bis", "We reiterate"),
    ],
)
def test_a_note_between_number_and_dot_is_part_of_the_label(line, label, begins, wimn):
    owner = owner_of_line(wimn, line)
    assert (owner["label"], owner["first_line"]) == (label, line)
    assert owner["text"].startswith(begins)


# Traps 5, 6, 7: order, spelling, gaps


@pytest.mark.parametrize(("line", "label", "next_label"), [(172, "9pre", "9bis"), (501, "34pre", "34")])
def test_a_pre_paragraph_stands_before_its_number(line, label, next_label, wimn):
    assert owner_of_line(wimn, line)["label"] == label
    assert wimn.labels[wimn.labels.index(label) + 1] == next_label


@pytest.mark.parametrize(("line", "label"), [(204, "9quat"), (806, "43quat"), (827, "43quint")])
def test_a_suffix_has_one_canonical_spelling(line, label, wimn):
    assert owner_of_line(wimn, line)["label"] == label


@pytest.mark.parametrize(
    ("draft", "missing"), [("rev2-printed", ["8", "13"]), ("wimn-printed", ["8", "9", "13", "55"])]
)
def test_a_number_that_is_skipped_stays_missing(draft, missing, printed):
    numbers = map(str, range(1, 58))
    assert [number for number in numbers if number not in printed[draft].labels] == missing


# Traps 8, 12: blank lines part nothing


@pytest.mark.parametrize(
    ("label", "first", "last"),
    [
        ("6bis", 145, 151),
        ("29bis", 423, 437),
        ("34pre", 501, 507),
        ("38", 582, 598),
        ("43", 719, 748),
        ("44", 845, 865),
        ("44bis", 867, 876),
        ("45", 878, 884),
        ("45bis", 886, 889),
        ("46", 890, 904),
        ("56", 999, 1015),
    ],
)
def test_a_double_spaced_paragraph_is_one_paragraph(label, first, last, wimn):
    row = wimn.row(label)
    assert (row["first_line"], row["last_line"]) == (first, last)


@pytest.mark.parametrize(
    ("line", "before", "behind"),
    [(183, "9pre", "9bis"), (185, "9pre", "9bis"), (622, "39", "39bis"), (717, "42ter", "43")],
)
def test_spacing_between_paragraphs_holds_no_footnote(line, before, behind, wimn):
    assert rows_of_line(wimn, line).is_empty()
    assert wimn.row(behind)["position"] == wimn.row(before)["position"] + 1


# Trap 9: page breaks


@pytest.mark.parametrize(
    ("line", "label", "across"),
    [
        (199, "9bis", "employer-tied visa regimes and sponsorship systems"),
        (251, "14", "drawing on contributions from and the meaningful"),
        (307, "21", "much more is needed to make such agreements"),
        (410, "28", "in the Protocol against the Smuggling of Migrants"),
        (471, "31bis", "as well as access to unemployment benefits"),
        (653, "40", "in accordance with international law, recognizing"),
        (736, "43", "in line with national laws legislation"),
        (821, "43quat", "returning migrants are assisted in their sustainable"),
    ],
)
def test_a_sentence_goes_on_over_a_page_break(line, label, across, wimn):
    assert owner_of_line(wimn, line)["label"] == label
    assert across in wimn.text[label]


@pytest.mark.parametrize(
    ("line", "kind", "label"),
    [
        (1, "letter", ""),
        (43, "letter", ""),
        (95, "title", ""),
        (145, "paragraph", "6bis"),
        (359, "paragraph", "25"),
        (524, "heading", ""),
        (575, "paragraph", "37ter"),
        (890, "paragraph", "46"),
        (967, "paragraph", "52"),
    ],
)
def test_a_page_can_begin_with_something_new(line, kind, label, wimn):
    owner = owner_of_line(wimn, line)
    assert (owner["kind"], owner["label"], owner["first_line"]) == (kind, label, line)


# Traps 10, 11, 13: footnotes in mid-page, over two pages, their marks glued to words


@pytest.mark.parametrize(
    ("number", "first", "last"),
    [("1", 302, 306), ("2", 355, 409), ("3", 465, 470), ("4", 570, 574), ("5", 1024, 1026)],
)
def test_a_footnote_in_the_middle_of_a_text_is_set_apart(number, first, last, wimn):
    (note,) = wimn.paragraphs.filter((pl.col("kind") == "footnote") & (pl.col("label") == number)).to_dicts()
    assert (note["first_line"], note["last_line"]) == (first, last)


def test_a_footnote_over_two_pages_is_one_and_the_text_between_is_not_in_it(wimn):
    lines = wimn.account.filter(pl.col("role") == "footnote").join(
        wimn.paragraphs.filter((pl.col("kind") == "footnote") & (pl.col("label") == "2")), on="position"
    )["line"]
    assert sorted(set(lines)) == [355, 357, 358, 408, 409]


@pytest.mark.parametrize(
    ("line", "number", "text_before"),
    [(294, "1", "18)"), (352, "2", "21)"), (452, "3", "22)"), (524, "4", "23)"), (967, "5", "Network,")],
)
def test_a_note_number_glued_to_a_word_is_its_mark(line, number, text_before, wimn):
    marks = rows_of_line(wimn, line).filter(pl.col("role") == "note mark")
    assert marks["text"].to_list() == [number]
    assert any(text_before + number not in row["text"] for row in owners_of_line(wimn, line))
    assert any(text_before in row["text"] for row in owners_of_line(wimn, line))


def test_there_are_five_note_marks_and_no_more(wimn):
    assert len(wimn.account.filter(pl.col("role") == "note mark")) == 5


# Trap 14: headings at the top of a page, and over three lines


def test_a_heading_can_open_a_page_at_524(wimn):
    assert owner_of_line(wimn, 524)["text"] == "Round table 4 (objectives 1, 3, 7, 17 and 23)"


@pytest.mark.parametrize("line", [578, 579, 580])
def test_a_heading_can_run_over_three_lines(line, wimn):
    owner = owner_of_line(wimn, line)
    assert (owner["kind"], owner["first_line"], owner["last_line"]) == ("heading", 578, 580)


# Trap 15: hyphens at line ends


@pytest.mark.parametrize(
    ("line", "word"),
    [
        (115, "whole-of-government"),
        (441, "COVID-19"),
        (547, "rights-based"),
        (618, "child-sensitive"),
        (774, "child-sensitive"),
        (920, "whole-of-government"),
        (956, "system-wide"),
        (1018, "Secretary-General"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_joins_its_word(line, word, wimn):
    head, tail = word.rsplit("-", 1)
    assert rows_of_line(wimn, line)["text"][-1].rstrip().endswith(head.rsplit("-", 1)[-1] + "-")
    text = owner_of_line(wimn, line)["text"]
    assert word in text
    assert f"{head}- {tail}" not in text


def test_a_hyphen_that_stands_alone_keeps_its_space(wimn):
    assert "sudden- or slow-onset disasters" in wimn.text["21"]


# Traps 16, 17, 18: brackets


@pytest.mark.parametrize(
    ("draft", "label", "across"),
    [
        ("wimn-printed", "9pre", "safe, orderly and regular migration. We call for equal access"),
        ("wimn-printed", "12bis", "religion or belief. We recognize that global migration policy"),
        ("wimn-printed", "21", "human rights-based and gender-responsive. Progress has also been made"),
        ("rev2-printed", "11", "their personal aspirations, and, in this regard"),
    ],
)
def test_the_text_goes_on_behind_a_source(draft, label, across, printed):
    assert across in printed[draft].text[label]


def test_two_sources_and_an_instruction_at_742_are_all_out_of_the_text(wimn):
    assert wimn.text["43"].endswith("access to justice and services, among others.")


@pytest.mark.parametrize(
    ("line", "label", "bracket"),
    [
        (155, "6ter", "(including domestic workers, often excluded from national labor law)"),
        (261, "16", "(A/76/642)"),
        (829, "43quint", "(ILO Convention 190)"),
    ],
)
def test_a_bracket_that_belongs_to_the_sentence_stays(line, label, bracket, wimn):
    assert owner_of_line(wimn, line)["label"] == label
    assert bracket in wimn.text[label]


# Traps 19, 20, 21, 22: what was flattened stays as it is printed


def test_a_sentence_cut_short_at_375_ends_its_paragraph(wimn):
    assert wimn.text["26"].endswith("Recruitment agencies and exploitative employers")
    assert is_first_line(wimn, 377)


@pytest.mark.parametrize(
    ("draft", "line", "printed_words"),
    [
        ("wimn-printed", 167, "Rremittances are"),
        ("wimn-printed", 193, "of bothincluding in"),
        ("wimn-printed", 195, "call fortheir implementation"),
        ("wimn-printed", 285, "national actionresponses"),
        ("wimn-printed", 487, "diasporas bmakering,"),
        ("wimn-printed", 559, "xenophobia, Rr Racism,"),
        ("wimn-printed", 756, "investigate, ion and prosecute ion of,"),
        ("wimn-printed", 839, "to justice,by ratifying"),
        ("wimn-printed", 878, "to facilitate ing the"),
        ("rev2-printed", 55, "integrate ing promising"),
        ("rev2-printed", 68, "facilitating e the"),
    ],
)
def test_glued_words_and_stray_letters_are_not_mended(draft, line, printed_words, printed):
    assert printed_words in owner_of_line(printed[draft], line)["text"]


@pytest.mark.parametrize(
    ("line", "label", "words", "times"),
    [
        (107, "2", "reaffirm", 2),
        (312, "21", "However, the availability and flexibility of pathways for regular migration", 2),
        (382, "26bis", "taking into account that such detention is never in the best interests", 2),
        (498, "33", "which can place", 2),
        (626, "39bis", "participation in", 2),
    ],
)
def test_doubled_words_stay_doubled(line, label, words, times, wimn):
    assert owner_of_line(wimn, line)["label"] == label
    assert wimn.text[label].count(words) == times


@both
def test_running_text_has_one_space_between_words(draft, printed):
    texts = printed[draft].paragraphs["text"].to_list()
    assert [text for text in texts if text != " ".join(text.split())] == []


@pytest.mark.parametrize(
    ("line", "label", "words"), [(199, "9bis", "efforts to , emphasizing"), (221, "11bis", "We , and")]
)
def test_a_space_before_a_comma_is_kept_as_printed(line, label, words, wimn):
    assert owner_of_line(wimn, line)["label"] == label
    assert words in wimn.text[label]


@pytest.mark.parametrize("line", [816, 818])
def test_a_narrow_space_parts_words_like_any_other(line, wimn):
    assert any("\u202f" in text for text in wimn.account.filter(pl.col("line") == line)["text"])
    assert "\u202f" not in wimn.text["43quat"]


# Trap 23: what Word's converters leave behind


@pytest.mark.parametrize(("line", "residue"), [(47, "[bookmark: _Hlk97201545]"), (62, "[bookmark: _GoBack]")])
def test_a_bookmark_is_debris_in_front_of_what_it_marks(line, residue, rev2):
    debris = rows_of_line(rev2, line).filter(pl.col("role") == "debris")
    assert debris["text"].to_list() == [residue]


def test_a_bookmark_hides_no_label_and_no_heading(rev2):
    assert owner_of_line(rev2, 62)["label"] == "43"
    assert "Round table 4 (objectives 1, 3, 7, 17 and 23)" in [
        row["text"] for row in owners_of_line(rev2, 47)
    ]


@pytest.mark.parametrize(("line", "number"), [(25, "1"), (31, "2"), (39, "3"), (47, "4"), (75, "5")])
def test_a_note_set_into_its_line_is_a_footnote_of_its_own(line, number, rev2):
    marks = rows_of_line(rev2, line).filter(pl.col("role") == "note mark")
    assert marks["text"].to_list() == [f"[footnoteRef:{number}]"]
    notes = [row["label"] for row in owners_of_line(rev2, line) if row["kind"] == "footnote"]
    assert notes == [number]


def test_a_note_called_in_mid_sentence_leaves_the_sentence_whole(rev2):
    assert rev2.text["52"].startswith(
        "Building on the pledging initiative of the Network, we welcome pledges"
    )
    assert rev2.text["52"].endswith("their submissions of voluntary national reports.")


@both
def test_no_residue_is_left_in_any_text(draft, printed):
    texts = " ".join(printed[draft].paragraphs["text"])
    assert not re.search(r"bookmark|footnoteRef|_GoBack", texts)


# Trap 24: a text that stands twice in one draft


def test_what_stands_twice_in_a_draft_is_kept_twice(rev2):
    twice = "has been insufficient to meet the strong demand from Member States and stakeholders"
    assert twice in rev2.text["37"]
    assert twice in rev2.text["37bis"]


# Trap 25: figures and quotes


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("2", "the “Format and organizational aspects of the international migration review forums”."),
        ("5", "each other’s needs"),
        ("12", "more than 8,436 known migrants"),
        ("12", "and 5,534 migrants"),
        ("46", "at 6.3 per cent"),
        ("4", "its 360-degree vision"),
    ],
)
@both
def test_figures_and_curly_quotes_are_kept_whole(draft, label, words, printed):
    assert words in printed[draft].text[label]


def test_a_place_with_a_letter_is_kept_whole(rev2):
    assert rev2.citations.filter(label="42ter").select("source", "pinpoint").rows() == [
        ("GCM", "objective 2(b)")
    ]
