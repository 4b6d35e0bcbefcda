"""Formatting that looks like a redline, in Word files that track no changes."""

from tests.office.word import ins, paragraph, plain, text

STRIKE, LINE = "<w:strike/>", '<w:u w:val="single"/>'
RED, BLUE = '<w:color w:val="FF0000"/>', '<w:color w:val="0000FF"/>'


def style(name, properties):
    return (
        f'<w:style w:type="character" w:styleId="{name}"><w:name w:val="{name}"/>'
        f"<w:rPr>{properties}</w:rPr></w:style>"
    )


def notices(file):
    return " ".join(file.source.notices)


def test_struck_and_underlined_words_are_marks_of_the_hand_formatting(read):
    file = read(paragraph(text("We "), text("must", STRIKE), text("should", LINE), text(" act.")))
    assert (file.all, file.none) == (["We should act."], ["We must act."])
    run = file.run("should")
    assert (run["inserted_by"], run["inserted_grade"]) == ("formatting", "inferred")
    assert run["inserted_note"]
    assert "formatting" in file.source.hands
    assert "without tracked changes were read as deleted by the hand “formatting”: 1." in notices(file)


def test_a_strike_that_is_off_or_a_line_that_is_none_marks_nothing(read):
    file = read(paragraph(text("We ", '<w:strike w:val="0"/>'), text("act.", '<w:u w:val="none"/>')))
    assert file.runs["deleted_by"].to_list() == [""]
    assert file.source.notices == ()


def test_a_style_of_characters_marks_too(read):
    styles = style("Gone", "<w:dstrike/>")
    file = read(paragraph(text("We "), text("all ", '<w:rStyle w:val="Gone"/>'), text("act.")), styles=styles)
    assert file.all == ["We act."]


def test_an_underline_alone_says_nothing(read):
    file = read(paragraph(text("We act "), text("now", LINE), text(".")))
    assert file.none == file.all == ["We act now."]
    assert "were put in, were taken for no change: 1." in notices(file)


def test_underlined_words_of_a_colour_amid_a_text_were_put_in(read):
    file = read(paragraph(text("We act "), text("now", LINE + BLUE), text(".")))
    assert file.none == ["We act ."]


def test_a_colour_alone_is_no_change_and_is_said(read):
    file = read(paragraph(text("We act "), text("now", RED), text(".")))
    assert file.none == ["We act now."]
    assert "was taken for no change: 1." in notices(file)


def test_in_a_redline_of_colours_a_bare_underline_is_no_change(read):
    file = read(
        paragraph(text("Recalling", LINE), text(" the Charter, "), text("all", STRIKE + RED)),
        paragraph(text("We act "), text("now and here", LINE + BLUE)),
    )
    assert file.none == ["Recalling the Charter, all", "We act "]


def test_words_at_the_head_of_paragraphs_are_underlined_by_habit(read):
    heads = [
        paragraph(text(f"{word}ing", LINE), text(" the Charter,")) for word in ("Recall", "Not", "Stress")
    ]
    file = read(*heads, paragraph(text("We "), text("all", STRIKE), text("each", LINE), text(" act.")))
    assert file.none == [
        "Recalling the Charter,",
        "Noting the Charter,",
        "Stressing the Charter,",
        "We all act.",
    ]


def test_an_underlined_gap_is_a_line_to_be_filled_in_and_no_change(read):
    gap = text("  ", LINE + BLUE)
    words = paragraph(text("We "), text("all", STRIKE), text("each", LINE + BLUE), text(" act."))
    file = read(words, paragraph(gap), paragraph(text("Signed: "), gap))
    assert file.runs.filter(text="  ")["inserted_by"].to_list() == ["", ""]


def test_a_title_underlined_as_a_whole_is_no_change_but_a_paragraph_is(read):
    file = read(
        paragraph(text("A title of the text", LINE)),
        paragraph(text("We act in all that we do, today, tomorrow and in all the days to come.", LINE)),
        paragraph(text("We "), text("all ", STRIKE), text("agree.")),
    )
    assert file.none == ["A title of the text", "We all agree."]


def test_links_are_no_insertions(read):
    own = text("there", '<w:rStyle w:val="Hyperlink"/>' + BLUE)
    link = f'<w:hyperlink w:anchor="a">{text("here", LINE + BLUE)}</w:hyperlink>'
    file = read(
        paragraph(text("We "), text("all ", STRIKE), text("act "), link, own), styles=style("Hyperlink", LINE)
    )
    assert file.none == ["We all act herethere"]


def test_where_changes_are_tracked_formatting_is_none_and_is_said(read):
    file = read(paragraph(text("We "), text("all ", STRIKE), ins("now "), text("act.")))
    assert file.all == ["We all now act."]
    assert "were read as they stand" in notices(file)


def test_a_text_that_is_struck_whole_keeps_its_words(read):
    file = read(paragraph(text("We act.", STRIKE)), plain(""))
    assert file.all == ["We act."]
    assert "none was read as deleted" in notices(file)
