"""What stands beside the text of a Word file: notes, comments, heads and feet of pages."""

import datetime

from tests.office.word import change, cut, ins, note, note_mark, paragraph, plain, struck, text
from workbook.text.drafts import draft_of_file
from workbook.text.paragraphs import split_paragraphs

DATED = 'w:author="Ana" w:date="2018-02-05T10:00:00Z"'


def test_a_note_stands_behind_the_text_with_its_number_and_its_changes(read):
    file = read(
        paragraph(text("We act"), note_mark(2), text(".")),
        plain("Last."),
        footnotes=note(2, paragraph(text(" See "), cut("this"), ins("that"), text("."))),
    )
    assert file.all == ["We act1.", "Last.", "1  See that."]
    assert file.none[-1] == "1  See this."
    assert file.standing("all", "note mark", "note number", "footnote") == ["1", "1  See that."]


def test_notes_are_numbered_in_the_order_in_which_the_text_calls_for_those_that_stand(read):
    gone = change("del", note_mark(1))
    file = read(
        paragraph(text("a"), gone, text("b"), note_mark(7), text("c"), note_mark(2)),
        footnotes=note(1, plain("Gone.")) + note(2, plain("Later.")) + note(7, plain("Sooner.")),
    )
    assert file.all == ["ab1c2", "1 Sooner.", "2 Later."]
    assert file.none == ["a1b2c3", "1 Gone.", "2 Sooner.", "3 Later."]


def test_two_marks_side_by_side_are_two_notes(read):
    file = read(
        paragraph(text("a"), note_mark(1), note_mark(2)), footnotes=note(1, plain("x")) + note(2, plain("y"))
    )
    assert file.all == ["a12", "1 x", "2 y"]


def test_a_note_with_a_mark_of_its_own_keeps_it(read):
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    file = read(paragraph(text("Draft"), own), footnotes=note(1, plain("Not final.")))
    assert file.all == ["Draft*", "* Not final."]


def test_a_mark_of_its_own_is_short_and_calls_in_one_run_do_not_each_take_all_its_words(read):
    calls = '<w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t>' * 50
    file = read(plain("We act."), paragraph(f"<w:r>{calls}</w:r>"), footnotes=note(1, plain("No.")))
    assert file.all[-1] == "*" * 20 + " No."


def test_separators_and_notes_that_nobody_calls_for_are_no_text(read):
    notes = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>' + note(5, plain("Left over."))
    assert read(plain("We act."), footnotes=notes).all == ["We act."]


def test_endnotes_come_behind_footnotes(read):
    body = paragraph(text("a"), note_mark(1, "endnote"), text("b"), note_mark(1))
    file = read(body, footnotes=note(1, plain("Foot.")), endnotes=note(1, plain("End."), kind="endnote"))
    assert file.all[1:] == ["1 Foot.", "1 End."]


def test_a_whole_note_is_one_footnote_of_the_draft(read):
    file = read(
        paragraph(text("We act"), note_mark(1), text(" now.")),
        footnotes=note(1, plain("One."), plain("Two.")),
    )
    found = split_paragraphs(file.runs, draft_of_file("a.docx").with_columns(file=file.runs["file"].head(1)))
    assert found.select("kind", "label", "text").rows() == [
        ("paragraph", "", "We act now."),
        ("footnote", "1", "One. Two."),
    ]


def test_heads_and_feet_stand_once_at_the_end_as_furniture(read):
    file = read(plain("We act."), header=paragraph(text("A/1"), cut("2"), ins("3")), footer=plain("Geneva"))
    assert file.all == ["We act.", "A/13", "Geneva"]
    assert file.standing("none", "furniture") == ["A/12", "Geneva"]


def comment(id_, words, more=""):
    return f'<w:comment w:id="{id_}" {DATED}{more}>{words}</w:comment>'


def test_a_comment_has_its_author_day_words_and_paragraph_and_its_text_is_no_run(read):
    body = paragraph(text("We "), '<w:commentRangeStart w:id="4"/>', text("all "), cut("now "), text("act"))
    end = paragraph(text("."), '<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>')
    said = comment(4, paragraph(text("Who "), cut("is"), ins("are"), text(" we?")) + plain("Say."))
    file = read(plain("First."), body, end, comments=said)
    assert file.source.comments.drop("file").rows() == [
        (1, "Ana", datetime.date(2018, 2, 5), "all act.", "Who are we?\nSay.")
    ]
    assert "Who" not in "".join(file.runs["text"])


def test_comments_that_never_end_are_not_each_given_all_words(read, monkeypatch):
    monkeypatch.setattr("workbook.text.read.docx.book.LONGEST_QUOTE", 2)
    begun = "".join(f'<w:commentRangeStart w:id="{at}"/>' + plain(f"{at} ") for at in range(4))
    file = read(begun, comments="".join(comment(at, plain("Why?")) for at in range(4)))
    assert file.source.comments["words"].to_list() == ["0 1", "1 2", "2 3", "3"]


def test_a_comment_on_struck_words_names_them(read):
    struck_words = change("del", struck("all "))
    body = paragraph(
        '<w:commentRangeStart w:id="0"/>', struck_words, '<w:commentRangeEnd w:id="0"/>', text("Act.")
    )
    assert read(body, comments=comment(0, plain("Why?"))).source.comments["words"].to_list() == ["all"]


def test_a_comment_without_a_range_stands_where_it_is_called(read):
    body = plain("First.") + paragraph(text("We act."), '<w:r><w:commentReference w:id="0"/></w:r>')
    assert read(body, comments=comment(0, plain("Why?"))).source.comments.select("block", "words").rows() == [
        (1, "")
    ]
