"""What stands round the text of a PDF: running heads, page numbers, notes and their marks."""

import pytest

from tests.text.read.pdf.sheets import LEADING, LEFT, SENTENCE, TOP


def put_page(sheets, number, paragraphs, last=False):
    sheets.put(LEFT, 800, "A/CONF.231/L.2", size=9)
    sheets.put(480, 800, "Draft of July", size=9)
    sheets.put(290, 40, str(number), size=9)
    y = TOP
    for paragraph in paragraphs:
        y = sheets.fill(LEFT, y, paragraph, 450) - 8
    if not last:
        sheets.turn()


def test_running_heads_and_page_numbers_are_furniture(sheets, read):
    put_page(sheets, 11, [f"1. {SENTENCE * 3}"])
    put_page(sheets, 12, [f"2. {SENTENCE * 3}"])
    put_page(sheets, 13, [f"3. {SENTENCE * 3}"], last=True)
    draft = read(sheets)
    assert draft.of_part("furniture") == [
        *("A/CONF.231/L.2", "Draft of July", "11"),
        *("A/CONF.231/L.2", "Draft of July", "12"),
        *("A/CONF.231/L.2", "Draft of July", "13"),
    ]
    assert [text[:2] for text in draft.blocks("paragraph")] == ["1.", "2.", "3."]


def test_a_single_page_has_a_number_and_a_symbol_too(sheets, read):
    sheets.put(470, 800, "A/RES/73/195")
    sheets.fill(LEFT, TOP, "1. " + SENTENCE * 4, 450)
    sheets.put(290, 40, "- 1 -")
    assert read(sheets).of_part("furniture") == ["A/RES/73/195", "- 1 -"]


def test_a_paragraph_goes_on_over_the_page(sheets, read):
    lines = sheets.lines("7. " + SENTENCE * 6, 450)
    for at, line in enumerate(lines[:4]):
        sheets.put(LEFT, 200 - LEADING * at, line)
    sheets.put(290, 40, "2", size=9)
    sheets.turn()
    for at, line in enumerate(lines[4:]):
        sheets.put(LEFT, TOP - LEADING * at, line)
    sheets.put(290, 40, "3", size=9)
    draft = read(sheets)
    assert draft.blocks("paragraph") == [("7. " + SENTENCE * 6).strip()]


def put_note(sheets, y, number, words, rule=True):
    if rule:
        sheets.rule(LEFT, LEFT + 144, y + 12)
    x = sheets.put(LEFT, y + 3, number, size=6)
    return sheets.fill(x + 2, y, words, 430, size=9, leading=11)


def test_a_note_and_its_mark_leave_the_text(sheets, read):
    x = sheets.put(LEFT, TOP, "1. We recall the Compact")
    x = sheets.put(x, TOP + 4, "12", size=7)
    sheets.put(x, TOP, " and the goals.")
    sheets.fill(LEFT, TOP - 30, "2. " + SENTENCE * 5, 450)
    put_note(sheets, 90, "12", "Resolution 73/195, annex.")
    draft = read(sheets)
    assert draft.blocks()[0] == "1. We recall the Compact12 and the goals."
    assert draft.of_part("note mark") == ["12"]
    assert draft.of_part("note number") == ["12 "]
    assert draft.of_part("footnote") == ["Resolution 73/195, annex."]


def test_a_raised_figure_that_no_note_bears_stays_in_the_text(sheets, read):
    x = sheets.put(LEFT, TOP, "1. Camps of 40,000 m")
    sheets.put(sheets.put(x, TOP + 4, "2", size=7), TOP, " and more are needed.")
    draft = read(sheets)
    assert draft.of_part("note mark") == []
    assert draft.blocks() == ["1. Camps of 40,000 m2 and more are needed."]


def test_a_long_note_goes_on_over_the_page(sheets, read):
    lines = sheets.lines(SENTENCE * 6, 430, size=9)
    x = sheets.fill(LEFT, TOP, "1. " + SENTENCE * 3, 450)
    x = sheets.put(LEFT, 300, "2. We recall the Compact")
    sheets.put(sheets.put(x, 304, "1", size=7), 300, " and the goals.")
    put_note(sheets, 90, "1", " ".join(lines[:2]))
    sheets.turn()
    sheets.fill(LEFT, TOP, "3. " + SENTENCE * 3, 450)
    sheets.rule(LEFT, LEFT + 144, 112)
    for at, line in enumerate(lines[2:]):
        sheets.put(LEFT, 100 - 11 * at, line, size=9)
    draft = read(sheets)
    assert draft.of_part("footnote") == [(SENTENCE * 6).strip()]
    assert [text[:2] for text in draft.blocks("paragraph")] == ["1.", "2.", "3."]


def test_notes_stand_behind_the_text_in_their_order(sheets, read):
    for page in (1, 2):
        x = sheets.put(LEFT, TOP, f"{page}. We recall it")
        sheets.put(sheets.put(x, TOP + 4, str(page), size=7), TOP, " now.")
        sheets.fill(LEFT, TOP - 40, SENTENCE * 4, 450)
        put_note(sheets, 90, str(page), f"Note {page}.")
        if page == 1:
            sheets.turn()
    draft = read(sheets)
    assert draft.blocks()[-2:] == ["1 Note 1.", "2 Note 2."]


@pytest.mark.parametrize("size", [9, 11])
def test_a_list_at_the_foot_of_a_page_is_no_note(size, sheets, read):
    sheets.fill(LEFT, TOP, "1. " + SENTENCE * 3, 450)
    sheets.put(LEFT, 110, "2. We agree.", size=11)
    sheets.put(LEFT, 90, "3. We end.", size=11)
    assert read(sheets).of_part("footnote") == []


def test_a_stamp_that_runs_up_the_margin_is_furniture(sheets, read):
    sheets.fill(LEFT, TOP, "1. " + SENTENCE * 3, 450)
    sheets.canvas.rotate(90)
    sheets.put(300, -30, "Please recycle")
    assert read(sheets).of_part("furniture") == ["Please recycle"]


def test_a_mark_at_a_line_end_takes_no_space_along(sheets, read):
    x = sheets.put(LEFT, TOP, "1. We recall what all of the States agreed upon in the Compact")
    sheets.put(x, TOP + 4, "1", size=7)
    sheets.put(LEFT, TOP - LEADING, "and its goals.")
    sheets.fill(LEFT, TOP - 60, "2. " + SENTENCE * 4, 450)
    put_note(sheets, 90, "1", "Resolution 73/195.")
    draft = read(sheets)
    assert draft.of_part("note mark") == ["1"]
    assert draft.blocks()[0].endswith("Compact1 and its goals.")


def test_numbers_that_count_the_rows_are_furniture(sheets, read):
    lines = sheets.lines("1. " + SENTENCE * 14, 400)
    for at, line in enumerate(lines):
        sheets.put(LEFT - 30, TOP - LEADING * at, str(at + 1), size=8)
        sheets.put(LEFT, TOP - LEADING * at, line)
    draft = read(sheets)
    assert draft.of_part("furniture") == [str(at + 1) for at in range(len(lines))]
    assert draft.blocks("paragraph") == ["1. " + (SENTENCE * 14).strip()]
