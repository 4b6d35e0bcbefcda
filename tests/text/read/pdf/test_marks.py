"""Rules over and under words in a PDF: which of them mark words, and whose they are."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.text.read.pdf.sheets import BLACK, BLUE, LEADING, LEFT, RED, TOP, Sheets, read_drawn

GREEN = (0, 0.5, 0)


def put_redline(sheets, y=TOP, draw=None, colours=(RED, BLUE)):
    """ "1. We will {struck}evaluate {put in}consider progress." """
    x = sheets.put(LEFT, y, "1. We will ")
    x = sheets.mark(x, y, "evaluate", "struck", colours[0], draw=draw)
    x = sheets.put(x, y, " ")
    x = sheets.mark(x, y, "consider", "inserted", colours[1], draw=draw)
    return sheets.put(x, y, " progress.")


def test_a_rule_through_words_strikes_them_and_one_under_words_puts_them_in(sheets, read):
    put_redline(sheets)
    draft = read(sheets)
    assert draft.marked() == [("evaluate", "", "red"), ("consider", "blue", "")]
    assert draft.blocks(hands="all") == ["1. We will  consider progress."]
    assert draft.blocks(hands="none") == ["1. We will evaluate  progress."]


def test_rules_may_be_thin_filled_rectangles(sheets, read):
    put_redline(sheets, draw=sheets.bar)
    assert read(sheets).marked() == [("evaluate", "", "red"), ("consider", "blue", "")]


def test_rules_may_be_drawn_in_many_short_strokes(sheets, read):
    def dashes(x0, x1, y, colour):
        while x0 < x1:
            sheets.rule(x0, min(x0 + 2, x1), y, colour)
            x0 += 3

    put_redline(sheets, draw=dashes)
    assert read(sheets).marked() == [("evaluate", "", "red"), ("consider", "blue", "")]


def test_a_double_underline_is_one_mark(sheets, read):
    put_redline(
        sheets, draw=lambda x0, x1, y, c: (sheets.rule(x0, x1, y, c), sheets.rule(x0, x1, y - 1.6, c))
    )
    assert ("consider", "blue", "") in read(sheets).marked()


def test_a_wavy_underline_puts_words_in(sheets, read):
    x = sheets.put(LEFT, TOP, "We will ")
    end = sheets.put(x, TOP, "consider", colour=BLUE)
    sheets.canvas.setStrokeColorRGB(*BLUE)
    path = sheets.canvas.beginPath()
    path.moveTo(x, TOP - 2)
    for step in range(int((end - x) / 2) + 1):
        path.lineTo(min(x + 2 * step, end), TOP - 2 - 1.5 * (step % 2))
    sheets.canvas.drawPath(path)
    sheets.put(end, TOP, " progress.")
    assert read(sheets).marked() == [("consider", "blue", "")]


def test_black_rules_belong_to_the_hand_marks(sheets, read):
    put_redline(sheets, colours=(BLACK, BLACK))
    draft = read(sheets)
    assert {hand for _, *hands in draft.marked() for hand in hands} == {"", "marks"}
    assert draft.runs["deleted_grade"].drop_nulls().to_list() == ["inferred"]


def test_a_black_rule_over_coloured_words_has_their_colour(sheets, read):
    x = sheets.put(LEFT, TOP, "We ")
    sheets.mark(x, TOP, "agree", "struck", BLACK, text=GREEN)
    assert read(sheets).marked() == [("agree", "", "green")]


def test_words_struck_and_underlined_were_put_in_and_struck(sheets, read):
    x = sheets.put(LEFT, TOP, "We ")
    sheets.put(sheets.mark(x, TOP, "agree", "both", RED), TOP, " now.")
    draft = read(sheets)
    assert draft.marked() == [("agree", "red", "red")]
    assert draft.blocks(hands="all") == draft.blocks(hands="none") == ["We  now."]


def test_words_moved_away_were_not_put_in(sheets, read):
    x = sheets.put(LEFT, TOP, "We ")
    green = (0, 128 / 255, 0)
    sheets.put(sheets.mark(x, TOP, "agree", "both", green), TOP, " now.")
    assert read(sheets).marked() == [("agree", "", "green")]


def test_a_mark_over_two_lines_takes_the_space_between_them_along(sheets, read):
    x = sheets.put(LEFT, TOP, "We all agree here on what was said there, and will ")
    sheets.mark(x, TOP, "strike these four", "struck", RED)
    x = sheets.mark(LEFT, TOP - LEADING, "words", "struck", RED)
    sheets.put(x, TOP - LEADING, " and no others here.")
    assert read(sheets).marked() == [("strike these four words", "", "red")]


def test_part_of_a_word_can_be_struck(sheets, read):
    x = sheets.put(LEFT, TOP, "We commit to integrat")
    x = sheets.mark(x, TOP, "ing", "struck", RED)
    sheets.put(sheets.mark(x, TOP, "e", "inserted", RED), TOP, " them.")
    assert read(sheets).blocks(hands="all") == ["We commit to integrate them."]


def test_the_lines_of_a_table_mark_nothing(sheets, read):
    put_redline(sheets)
    for row in range(4):
        y = 600 - 20 * row
        sheets.put(LEFT + 6, y, f"Country {row}")
        sheets.put(LEFT + 156, y, f"{row} million")
    for row in range(5):
        sheets.rule(LEFT, LEFT + 300, 616 - 20 * row)
    for x in (LEFT, LEFT + 150, LEFT + 300):
        sheets.canvas.line(x, 616, x, 536)
    assert [words for words, *_ in read(sheets).marked()] == ["evaluate", "consider"]


def test_a_frame_drawn_close_round_words_marks_nothing(sheets, read):
    put_redline(sheets)
    end = sheets.put(LEFT, 600, "AGREED AD REF")
    for y in (597, 610):
        sheets.rule(LEFT, end, y)
    for x in (LEFT, end):
        sheets.canvas.line(x, 597, x, 610)
    assert [words for words, *_ in read(sheets).marked()] == ["evaluate", "consider"]


def test_a_line_across_the_page_marks_nothing(sheets, read):
    put_redline(sheets)
    sheets.put(LEFT, 600, "Annex to the draft")
    sheets.rule(LEFT - 2, 523, 598)
    assert [words for words, *_ in read(sheets).marked()] == ["evaluate", "consider"]


def test_an_address_underlined_as_a_link_is_no_change(sheets, read):
    put_redline(sheets)
    sheets.mark(LEFT, 600, "www.example.org/drafts", "inserted", BLUE, text=BLUE)
    x = sheets.put(LEFT, 560, "See the ")
    end = sheets.mark(x, 560, "first draft", "inserted", BLUE, text=BLUE)
    sheets.canvas.linkURL("https://example.org", (x, 556, end, 572))
    assert [words for words, *_ in read(sheets).marked()] == ["evaluate", "consider"]


def test_an_underlined_heading_is_no_change_where_nothing_is_struck(sheets, read):
    sheets.mark(LEFT, TOP, "Scope of the Compact", "inserted")
    x = sheets.mark(LEFT, TOP - 30, "Recalling", "inserted")
    sheets.put(x, TOP - 30, " its resolution of last year, we agree.")
    draft = read(sheets)
    assert draft.marked() == []
    assert "stress" in draft.notices


def test_a_title_underlined_for_stress_is_no_change_among_changes(sheets, read):
    sheets.mark(LEFT, TOP + 40, "COMPROMISE TEXT", "inserted", size=16)
    put_redline(sheets, colours=(BLACK, BLACK))
    assert [words for words, *_ in read(sheets).marked()] == ["evaluate", "consider"]


def test_a_paragraph_put_in_whole_brings_its_end_along(sheets, read):
    sheets.put(LEFT, TOP, "1. We agree.")
    sheets.mark(LEFT, TOP - 30, "2. We go further.", "inserted", BLUE)
    sheets.put(LEFT, TOP - 60, "3. We end.")
    sheets.mark(400, TOP - 60, "x", "struck", RED)
    draft = read(sheets)
    assert draft.runs.filter(text="", inserted_by="blue")["break"].to_list() == ["inserted"]
    assert "2. We go further." not in "".join(draft.blocks(hands="none"))


def test_words_in_colour_without_a_rule_are_text_and_the_reader_says_so(sheets, read):
    x = sheets.put(LEFT, TOP, "We ")
    sheets.put(sheets.put(x, TOP, "strongly", colour=RED), TOP, " agree.")
    draft = read(sheets)
    assert draft.marked() == []
    assert "red (1 words)" in draft.notices


def test_marks_inside_a_form_stand_where_the_form_is_drawn(sheets, read):
    sheets.canvas.beginForm("inner")
    put_redline(sheets, y=0)
    sheets.canvas.endForm()
    sheets.canvas.beginForm("outer")
    sheets.canvas.translate(0, 100)
    sheets.canvas.doForm("inner")
    sheets.canvas.endForm()
    sheets.put(LEFT, TOP, "Draft of the text")
    sheets.canvas.translate(10, 300)
    sheets.canvas.scale(0.8, 0.8)
    sheets.canvas.doForm("outer")
    assert read(sheets).marked() == [("evaluate", "", "red"), ("consider", "blue", "")]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_seen(turn, sheets, read):
    sheets.canvas.translate(*{90: (595, 0), 180: (595, 842), 270: (0, 842)}[turn])
    sheets.canvas.rotate(turn)
    put_redline(sheets, y=400)
    sheets.put(LEFT, 370, "2. We end.")
    draft = read(sheets)
    assert draft.marked() == [("evaluate", "", "red"), ("consider", "blue", "")]
    assert draft.blocks()[1] == "2. We end."


def annotate(sheets, kind, x0, x1, y, author, said=""):
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

    quad = PDFArray([x0, y + 9, x1, y + 9, x0, y - 3, x1, y - 3])
    note = {"Type": PDFName("Annot"), "Subtype": PDFName(kind), "Rect": PDFArray([x0, y - 3, x1, y + 9])}
    note |= {"QuadPoints": quad, "T": PDFString(author), "M": PDFString("D:20180711120000Z")}
    note |= {"Contents": PDFString(said), "C": PDFArray([1, 0, 0])}
    sheets.canvas._addAnnotation(PDFDictionary(note))


def test_what_readers_of_the_pdf_struck_is_theirs_by_name_and_day(sheets, read):
    x = sheets.put(LEFT, TOP, "We will ")
    end = sheets.put(x, TOP, "evaluate")
    annotate(sheets, "StrikeOut", x, end, TOP, "Ana")
    x = sheets.put(end, TOP, " the ")
    end = sheets.put(x, TOP, "whole")
    annotate(sheets, "Underline", x, end, TOP, "Ben; of Chad")
    sheets.put(end, TOP, " progress.")
    draft = read(sheets)
    assert draft.marked() == [("evaluate", "", "Ana"), ("whole", "Ben of Chad", "")]
    assert set(draft.runs.filter(text="evaluate")["date"]) == {datetime.date(2018, 7, 11)}
    assert draft.blocks(hands="Ana") == ["We will  the  progress."]


def test_a_comment_names_its_words_and_its_paragraph(sheets, read):
    sheets.put(LEFT, TOP, "1. We agree.")
    x = sheets.put(LEFT, TOP - 40, "2. We ")
    annotate(sheets, "Highlight", x, sheets.put(x, TOP - 40, "welcome"), TOP - 40, "Ana", "Too weak.")
    comments = read(sheets).source.comments
    assert comments["block", "author", "words", "text"].rows() == [(1, "Ana", "welcome", "Too weak.")]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(["kept", "struck", "inserted"]), min_size=1, max_size=60))
def test_every_word_keeps_its_mark_and_none_is_lost(states):
    sheets, x, y, words = Sheets(), LEFT, TOP, []
    for at, state in enumerate(states):
        word = f"Word{at}"
        words.append((word, state))
        if x > 450:
            x, y = LEFT, y - LEADING
        x = sheets.put(x, y, word) if state == "kept" else sheets.mark(x, y, word, state, RED)
        x = sheets.put(x, y, " ")
    runs = read_drawn(sheets).runs
    found = [
        (word, "struck" if deleted else "inserted" if inserted else "kept")
        for text, inserted, deleted in runs["text", "inserted_by", "deleted_by"].iter_rows()
        for word in text.split()
    ]
    assert found == words
