"""Tracked changes of words and of paragraph marks: accept all, reject all, and one author alone."""

import datetime

import pytest

from tests.office.word import change, cut, field, ins, moved, paragraph, plain, struck, table, text
from workbook.text.flow import read_layout
from workbook.text.runs import apply_hands

LAST = plain("Last.")


def test_inserted_and_deleted_words_have_their_author_and_their_day(read):
    file = read(paragraph(text("We "), cut("must", "Ben"), ins("should", "Ana"), text(" act.")))
    assert (file.all, file.none) == (["We should act."], ["We must act."])
    assert file.run("must")["deleted_by"] == "Ben"
    assert file.run("should")["inserted_by"] == "Ana"
    assert file.run("should")["date"] == datetime.date(2018, 2, 5)
    assert file.run("should")["inserted_grade"] is None
    assert file.source.hands == {"Ben": "Ben", "Ana": "Ana"}


def test_words_that_one_put_in_and_another_struck_have_both_hands(read):
    file = read(
        paragraph(text("We "), change("ins", change("del", struck("all "), "Ben"), "Ana"), text("act."))
    )
    run = file.run("all ")
    assert (run["inserted_by"], run["deleted_by"]) == ("Ana", "Ben")
    assert file.standing("Ana") == ["We all act."]
    assert file.all == file.none == file.standing("Ben") == ["We act."]


def test_an_insertion_inside_a_deletion_has_both_hands_too(read):
    file = read(
        paragraph(text("We "), change("del", change("ins", struck("all "), "Ana"), "Ben"), text("act."))
    )
    assert (file.run("all ")["inserted_by"], file.run("all ")["deleted_by"]) == ("Ana", "Ben")


def test_a_deletion_round_a_field_or_a_link_takes_their_words(read):
    link = f'<w:hyperlink w:anchor="a">{cut("a link ")}</w:hyperlink>'
    code = field("REF a", text("page 3 ")).replace("w:t ", "w:delText ").replace("w:t>", "w:delText>")
    file = read(paragraph(text("See "), change("del", code), link, text("here.")))
    assert (file.all, file.none) == (["See here."], ["See page 3 a link here."])


def test_a_content_control_is_no_change_of_words(read):
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{text('all ')}{cut('good ')}</w:sdtContent></w:sdt>"
    file = read(paragraph(text("We "), control, text("act.")))
    assert (file.all, file.none) == (["We all act."], ["We all good act."])


@pytest.mark.parametrize("act", ["Ins", "Del", "MoveFrom", "MoveTo"])
def test_a_control_that_was_put_in_struck_or_moved_leaves_its_words(read, act):
    start = f'<w:customXml{act}RangeStart w:id="1" w:author="Ana"/>'
    file = read(
        paragraph(text("We "), start, text("all "), f'<w:customXml{act}RangeEnd w:id="1"/>', text("act."))
    )
    assert file.all == file.none == ["We all act."]


def test_a_change_of_formatting_changes_no_words(read):
    words = change("rPrChange", "<w:rPr><w:b/></w:rPr>")
    body = paragraph(text("We act.", words), properties=change("pPrChange", "<w:pPr/>"))
    assert read(body).all == read(body).none == ["We act."]


def test_an_author_without_a_name_is_the_unknown_author(read):
    file = read(paragraph(text("We "), "<w:ins>" + text("all ") + "</w:ins>", text("act.")))
    assert file.run("all ")["inserted_by"] == "unknown author"
    assert file.run("all ")["date"] is None
    assert any("unknown author" in said for said in file.source.notices)


@pytest.mark.parametrize("author", ["none", "ALL", "printed", "formatting", "A; B"])
def test_an_author_whose_name_means_something_else_gets_another_hand(read, author):
    file = read(paragraph(ins("We act.", author)))
    hand = file.run("We act.")["inserted_by"]
    assert file.standing(hand) == ["We act."]
    assert file.source.hands == {hand: author}
    assert any(hand in said for said in file.source.notices)


def test_one_author_in_two_spellings_is_two_hands(read):
    file = read(paragraph(ins("We ", "Ana"), ins("act.", " ana")))
    assert list(file.source.hands) == ["Ana", "ana"]


def test_an_empty_change_is_none(read):
    assert read(paragraph(text("We "), "<w:del w:author='Ana'/>", text("act."))).all == ["We act."]


# Moves


def test_moved_words_say_what_paragraph_they_come_from(read):
    file = read(
        paragraph(text("3. We "), '<w:moveFromRangeStart w:id="1" w:name="m"/>', moved("all ", "From"))
        + '<w:moveFromRangeEnd w:id="1"/>',
        paragraph('<w:moveToRangeStart w:id="2" w:name="m"/>', text("They "), moved("all "), text("act.")),
    )
    there = file.runs.filter(inserted_by="Ana").row(0, named=True)
    assert (there["text"], there["moved_from"]) == ("all ", "3")
    assert (file.all, file.none) == (["3. We ", "They all act."], ["3. We all ", "They act."])


def test_words_moved_from_nobody_knows_where_come_from_elsewhere(read):
    assert read(paragraph(moved("We act."))).run("We act.")["moved_from"] == "elsewhere"


def test_a_moved_paragraph_takes_its_mark_along(read):
    file = read(
        paragraph(moved("First.", "From"), mark="moveFrom"),
        plain("Second."),
        paragraph(moved("First."), mark="moveTo"),
        LAST,
    )
    assert (file.all, file.none) == (["Second.", "First.", "Last."], ["First.", "Second.", "Last."])


def test_moved_words_that_were_edited_have_both_changes(read):
    inside = change("moveTo", text("We ") + change("ins", text("all "), "Ben") + text("act."))
    file = read(paragraph(inside), LAST)
    assert (file.all, file.standing("Ana")) == (["We all act.", "Last."], ["We act.", "Last."])


# Paragraph marks


def test_a_new_mark_splits_a_paragraph_and_an_old_one_joins_two(read):
    split = read(paragraph(text("One. "), mark="ins"), plain("Two."))
    assert (split.all, split.none) == (["One. ", "Two."], ["One. Two."])
    joined = read(paragraph(text("One. "), mark="del"), paragraph(text("Two. "), mark="del"), plain("Three."))
    assert (joined.all, joined.none) == (["One. Two. Three."], ["One. ", "Two. ", "Three."])


def test_a_paragraph_goes_whole_with_its_mark(read):
    file = read(plain("One."), paragraph(cut("Gone."), mark="del"), plain("Two."))
    assert (file.all, file.none) == (["One.", "Two."], ["One.", "Gone.", "Two."])


def test_a_joined_paragraph_passes_over_one_that_goes_whole(read):
    file = read(paragraph(text("One "), mark="del"), paragraph(cut("gone "), mark="del"), plain("two."))
    assert file.all == ["One two."]


@pytest.mark.parametrize("mark", ["del", "ins"])
def test_no_paragraph_joins_a_table_or_nothing(read, mark):
    before = read(
        paragraph(text("One."), mark=mark), table("<w:tr><w:tc>" + plain("Cell.") + "</w:tc></w:tr>"), LAST
    )
    assert before.all == before.none == ["One.", "Cell.", "Last."]
    last = read(plain("One."), paragraph(text("Two."), mark=mark))
    assert last.all == last.none == ["One.", "Two."]


@pytest.mark.parametrize("mark", ["del", "ins"])
def test_the_last_mark_of_a_cell_stays(read, mark):
    cell = paragraph(text("a"), mark=mark)
    file = read(table(f"<w:tr><w:tc>{cell}</w:tc><w:tc>{plain('b')}</w:tc></w:tr>"), LAST)
    assert file.all == file.none == ["a", "b", "Last."]


def test_a_paragraph_joins_over_a_table_that_goes_with_its_mark(read):
    row = f"<w:tr><w:trPr>{change('del')}</w:trPr><w:tc>{plain('Cell.')}</w:tc></w:tr>"
    file = read(paragraph(text("One "), mark="del"), table(row), plain("two."))
    assert (file.all, file.none) == (["One two."], ["One ", "Cell.", "two."])


def test_a_paragraph_does_not_join_over_a_table_that_somebody_else_struck(read):
    row = f"<w:tr><w:trPr>{change('del', by='Ben')}</w:trPr><w:tc>{plain('Cell.')}</w:tc></w:tr>"
    file = read(paragraph(text("One"), ins("."), mark="del"), table(row), plain("Two."))
    assert file.standing("Ana") == ["One.", "Cell.", "Two."]


def test_a_heading_that_is_joined_to_a_paragraph_is_none(read):
    heading = '<w:outlineLvl w:val="0"/>'
    file = read(paragraph(text("Scope "), mark="del", properties=heading), plain("We act."))
    assert read_layout(apply_hands(file.runs, "none")).headings == {0}
    assert read_layout(apply_hands(file.runs, "all")).headings == frozenset()


# Rows, cells, formulas


def test_a_row_goes_with_all_its_words_marked_or_not(read):
    def row(*cells, how=""):
        own = "".join(f"<w:tc>{plain(words)}</w:tc>" for words in cells)
        return f"<w:tr><w:trPr>{change(how) if how else ''}</w:trPr>{own}</w:tr>"

    file = read(table(row("a", "b"), row("c", "d", how="ins"), row("e", "f", how="del")), LAST)
    assert (file.all, file.none) == (["a", "b", "c", "d", "Last."], ["a", "b", "e", "f", "Last."])


@pytest.mark.parametrize(("element", "made", "unmade"), [("cellIns", "ab", "a"), ("cellDel", "a", "ab")])
def test_a_cell_goes_with_its_words(read, element, made, unmade):
    row = f"<w:tr><w:tc>{plain('a')}</w:tc><w:tc><w:tcPr>{change(element)}</w:tcPr>{plain('b')}</w:tc></w:tr>"
    file = read(table(row), LAST)
    assert (file.all, file.none) == ([*made, "Last."], [*unmade, "Last."])


def test_merged_cells_keep_their_words(read):
    merged = change("cellMerge", more=' w:vMerge="cont"')
    file = read(table(f"<w:tr><w:tc><w:tcPr>{merged}</w:tcPr>{plain('a')}</w:tc></w:tr>"), LAST)
    assert file.all == file.none == ["a", "Last."]


def test_words_that_others_changed_inside_a_row_keep_their_own_hand(read):
    cell = paragraph(text("a"), cut("b", "Ben"))
    file = read(table(f"<w:tr><w:trPr>{change('ins', by='Ana')}</w:trPr><w:tc>{cell}</w:tc></w:tr>"), LAST)
    assert file.standing("Ana") == ["ab", "Last."]
    assert file.all == ["a", "Last."]


@pytest.mark.parametrize(
    ("element", "made", "unmade"), [("ins", "a numden", "a "), ("del", "a ", "a numden")]
)
def test_a_formula_goes_with_its_sign(read, element, made, unmade):
    parts = "".join(f"<m:{part}><m:r><m:t>{part}</m:t></m:r></m:{part}>" for part in ("num", "den"))
    sign = f"<m:fPr><m:ctrlPr>{change(element)}</m:ctrlPr></m:fPr>"
    file = read(paragraph(text("a "), f"<m:oMath><m:f>{sign}{parts}</m:f></m:oMath>"), LAST)
    assert (file.all, file.none) == ([made, "Last."], [unmade, "Last."])
