"""Lines of a PDF joined to paragraphs, over line ends, columns and pages."""

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.text.read.pdf.sheets import BOLD, LEADING, LEFT, SENTENCE, TOP

OTHER = "The Parties shall take all the measures that they can to carry out what was agreed between them. "
RIGHT = 310


def put_column(sheets, x, y, lines):
    for line in lines:
        sheets.put(x, y, line)
        y -= LEADING
    return y


def test_two_columns_are_read_one_after_the_other(sheets, read):
    left, right = sheets.lines(SENTENCE * 6, 210), sheets.lines(OTHER * 6, 210)
    put_column(sheets, LEFT, TOP, left)
    put_column(sheets, RIGHT, TOP, right)
    assert read(sheets).blocks() == [(SENTENCE * 6).strip(), (OTHER * 6).strip()]


def test_columns_whose_lines_are_not_level_are_columns_too(sheets, read):
    put_column(sheets, LEFT, TOP, sheets.lines(SENTENCE * 6, 210))
    put_column(sheets, RIGHT, TOP - 5, sheets.lines(OTHER * 6, 210))
    assert read(sheets).blocks() == [(SENTENCE * 6).strip(), (OTHER * 6).strip()]


def test_a_paragraph_goes_on_in_the_next_column(sheets, read):
    lines = sheets.lines(SENTENCE * 9, 210)
    put_column(sheets, LEFT, TOP, lines[:11])
    put_column(sheets, RIGHT, TOP, lines[11:])
    assert read(sheets).blocks() == [(SENTENCE * 9).strip()]


def test_a_heading_over_both_columns_parts_what_stands_above_from_what_stands_below(sheets, read):
    put_column(sheets, LEFT, TOP, sheets.lines(SENTENCE * 4, 210))
    y = put_column(sheets, RIGHT, TOP, sheets.lines(OTHER * 4, 210))
    sheets.put(230, y - 20, "Second part of the draft", font=BOLD)
    put_column(sheets, LEFT, y - 50, sheets.lines("2. " + SENTENCE * 4, 210))
    put_column(sheets, RIGHT, y - 50, sheets.lines("3. " + OTHER * 4, 210))
    starts = [text[:6] for text in read(sheets).blocks()]
    assert starts == ["We rea", "The Pa", "Second", "2. We ", "3. The"]


def test_labels_that_hang_in_the_margin_are_no_column(sheets, read):
    for number in range(1, 7):
        y = TOP - 40 * number
        sheets.put(LEFT, y, f"{number}.")
        put_column(sheets, LEFT + 30, y, sheets.lines(SENTENCE * 2, 400))
    assert read(sheets).blocks() == [f"{number}. {(SENTENCE * 2).strip()}" for number in range(1, 7)]


def test_an_indented_first_line_opens_a_paragraph(sheets, read):
    y = sheets.fill(LEFT, TOP, SENTENCE * 3 + "So it goes on as it was agreed upon", 450, first=20)
    sheets.fill(LEFT, y, OTHER * 3, 450, first=20)
    assert [text[:6] for text in read(sheets).blocks()] == ["We rea", "The Pa"]


def test_a_short_last_line_ends_a_paragraph(sheets, read):
    y = sheets.fill(LEFT, TOP, SENTENCE * 2 + "So it is, and so it stays.", 450)
    sheets.fill(LEFT, y, OTHER * 2, 450)
    assert len(read(sheets).blocks()) == 2


def test_a_label_opens_a_paragraph_without_space_or_indent(sheets, read):
    y = sheets.fill(LEFT, TOP, "39. " + SENTENCE, 450)
    y = sheets.fill(LEFT, y, "39bis. " + OTHER * 2, 450)
    y = sheets.fill(LEFT, y, "(a) " + SENTENCE, 450)
    sheets.fill(LEFT, y, "OP5 " + OTHER, 450)
    assert [text.split()[0] for text in read(sheets).blocks()] == ["39.", "39bis.", "(a)", "OP5"]


def test_a_number_that_a_line_happens_to_begin_with_is_no_label(sheets, read):
    put_column(
        sheets,
        LEFT,
        TOP,
        ["We recall what all of the States agreed upon in the month of July of", "2018. We go on."],
    )
    assert len(read(sheets).blocks()) == 1


def test_a_bold_line_of_its_own_is_a_heading(sheets, read):
    sheets.put(LEFT, TOP, "Scope and purpose", font=BOLD)
    sheets.fill(LEFT, TOP - 20, SENTENCE * 3, 450)
    sheets.put(LEFT, TOP - 100, "We agree in bold type, and end in a stop.", font=BOLD)
    assert read(sheets).of_part("heading") == ["Scope and purpose"]


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("We agree on the follow-", "up of the review.", "follow-up"),
        ("We agree on the imple-", "mentation of it.", "implementation"),
        ("We agree on short-", "and long-term aims.", "short- and"),
        ("We agree on aims and/", "or goals of it.", "and/or"),
    ],
)
def test_a_hyphen_at_a_line_end_is_kept_where_it_belongs_to_the_word(above, below, joined, sheets, read):
    for at, line in enumerate([above, below, "The implementation of it needs follow-up."]):
        sheets.put(LEFT, TOP - LEADING * at, line)
    assert joined in read(sheets).blocks()[0]


def test_words_set_without_space_signs_are_parted(sheets, read):
    x = LEFT
    for word in SENTENCE.split():
        x = sheets.put(x, TOP, word) + stringWidth(" ", "Times-Roman", 11)
    assert read(sheets).blocks() == [SENTENCE.strip()]


def test_letters_off_the_page_are_left_out_and_counted(sheets, read):
    sheets.put(LEFT, TOP, "We agree.")
    sheets.put(700, TOP, "printer")
    draft = read(sheets)
    assert draft.blocks() == ["We agree."]
    assert "7 characters off" in draft.notices


def test_each_cell_of_a_drawn_table_is_read_by_itself(sheets, read):
    for row in range(3):
        for column, x in enumerate((LEFT, LEFT + 150, LEFT + 300)):
            words = sheets.lines(f"Cell {row} {column} holds some words of its own kind", 138)
            put_column(sheets, x + 6, TOP - 50 * row, words)
    for row in range(4):
        sheets.rule(LEFT, LEFT + 450, TOP + 15 - 50 * row)
    for x in (LEFT, LEFT + 150, LEFT + 300, LEFT + 450):
        sheets.canvas.line(x, TOP + 15, x, TOP - 135)
    cells = [
        f"Cell {row} {column} holds some words of its own kind" for row in range(3) for column in range(3)
    ]
    assert read(sheets).blocks() == cells
