"""Numbers that Word counts: what they look like, and how they run on once changes are made."""

import pytest

from tests.office.word import change, cut, ins, paragraph, plain, text
from workbook.text.drafts import draft_of_file
from workbook.text.paragraphs import split_paragraphs


def level(at, shown, form="decimal", more="", start=1):
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{shown}"/></w:lvl>'
    )


def lists(*levels, more=""):
    own = "".join(levels)
    return (
        f'<w:abstractNum w:abstractNumId="7">{own}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{more}'
    )


def item(words, at=0, number=1, **state):
    own = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text(words) if not words.startswith("<") else words, properties=own, **state)


PLAIN = lists(level(0, "%1."))


def test_paragraphs_are_numbered_as_word_shows_them(read):
    file = read(item("We agree."), plain("Between."), item("We act."), numbering=PLAIN)
    assert file.all == ["1. We agree.", "Between.", "2. We act."]
    assert file.standing("all", "number") == ["1. ", "2. "]


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("lowerLetter", ["y", "z", "aa"]),
        ("upperLetter", ["Y", "Z", "AA"]),
        ("lowerRoman", ["xxv", "xxvi", "xxvii"]),
        ("upperRoman", ["XXV", "XXVI", "XXVII"]),
        ("decimalZero", ["25", "26", "27"]),
        ("ordinalText", ["25", "26", "27"]),
    ],
)
def test_numbers_have_many_forms(read, form, shown):
    file = read(item("a"), item("b"), item("c"), numbering=lists(level(0, "(%1)", form, start=25)))
    assert file.standing("all", "number") == [f"({number}) " for number in shown]


@pytest.mark.parametrize("form", ["bullet", "none"])
def test_bullets_give_no_words(read, form):
    file = read(item("We act."), numbering=lists(level(0, "•" if form == "bullet" else "", form)))
    assert file.all == ["We act."]


def test_levels_are_counted_apart_and_start_over_below_a_higher_one(read):
    levels = lists(level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter"))
    file = read(*(item("a", at) for at in (0, 1, 2, 2, 1, 2, 0, 1)), numbering=levels)
    assert [number.strip() for number in file.standing("all", "number")] == [
        *("1.", "1.1", "(a)", "(b)", "1.2", "(a)", "2.", "2.1"),
    ]


def test_a_level_may_go_on_below_a_higher_one(read):
    levels = lists(level(0, "%1."), level(1, "(%2)", "lowerLetter", '<w:lvlRestart w:val="0"/>'))
    file = read(item("a"), item("b", 1), item("c"), item("d", 1), numbering=levels)
    assert [number.strip() for number in file.standing("all", "number")] == ["1.", "(a)", "2.", "(b)"]


def test_a_legal_number_is_in_digits_throughout(read):
    levels = lists(level(0, "%1.", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>"))
    assert read(item("a"), item("b", 1), numbering=levels).standing("all", "number") == ["I. ", "1.1 "]


def test_two_lists_of_one_definition_are_counted_together_unless_one_starts_anew(read):
    again = '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    anew = (
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = [item("a"), item("b", number=2), item("c", number=3), item("d", number=3)]
    file = read(*body, numbering=lists(level(0, "%1."), more=again + anew))
    assert file.standing("all", "number") == ["1. ", "2. ", "5. ", "6. "]


def test_a_style_brings_its_number_and_a_paragraph_can_refuse_it(read):
    own = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = (
        f'<w:style w:type="paragraph" w:styleId="P">{own}</w:style>'
        '<w:style w:type="paragraph" w:styleId="Q"><w:basedOn w:val="P"/></w:style>'
    )
    levels = lists(level(0, "%1."), level(1, "(%2)", more='<w:pStyle w:val="P"/>'))
    body = [paragraph(text("a"), properties=f'<w:pStyle w:val="{style}"/>') for style in "PQ"]
    none = paragraph(text("c"), properties='<w:pStyle w:val="P"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert read(*body, none, styles=styles, numbering=levels).all == ["(1) a", "(2) a", "c"]


def test_numbers_are_counted_over_the_paragraphs_that_stand(read):
    gone = item(cut("Gone."), mark="del")
    new = item(ins("New.", "Ben"), mark="ins", by="Ben")
    file = read(item("One."), gone, item("Two."), new, item("Three."), numbering=PLAIN)
    assert file.all == ["1. One.", "2. Two.", "3. New.", "4. Three."]
    assert file.none == ["1. One.", "2. Gone.", "3. Two.", "4. Three."]
    assert file.standing("Ana") == ["1. One.", "2. Two.", "3. Three."]


def test_a_number_goes_with_the_mark_of_its_paragraph_and_stands_in_front_of_what_is_joined(read):
    file = read(item("One, ", mark="del"), item("two."), item("Three."), numbering=PLAIN)
    assert file.all == ["1. One, two.", "2. Three."]
    file = read(paragraph(text("We agree:"), mark="del"), item("Two."), numbering=PLAIN)
    assert (file.all, file.none) == (["1. We agree:Two."], ["We agree:", "1. Two."])


def test_an_item_without_words_is_counted_and_not_shown(read):
    assert read(item("One."), item(""), item("Three."), numbering=PLAIN).all == ["1. One.", "3. Three."]


def test_a_number_put_in_by_itself_goes_by_itself(read):
    own = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>{change("ins")}</w:numPr>'
    file = read(paragraph(text("We act."), properties=own), numbering=PLAIN)
    assert (file.all, file.none) == (["1. We act."], ["We act."])


def test_of_a_list_that_was_changed_the_old_number_and_the_new_one_are_known(read):
    two = lists(level(0, "%1."), more=(
        f'<w:abstractNum w:abstractNumId="8">{level(0, "(%1)", "lowerLetter")}</w:abstractNum>'
        '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    ))  # fmt: skip
    old = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr>'
    new = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    file = read(paragraph(text("We act."), properties=new + change("pPrChange", old)), numbering=two)
    assert (file.all, file.none) == (["1. We act."], ["(a) We act."])


def test_a_counted_number_is_its_paragraphs_label_whatever_it_looks_like(read):
    levels = lists(level(0, "Article %1:"), level(1, "%2."), level(2, "(%3)", "lowerLetter"))
    body = [
        item("Scope."),
        item("We agree:", 1),
        item("to act;", 2),
        item("2030 is the year.", 1),
        item("Aims."),
    ]
    file = read(*body, item("We act.", 1), numbering=levels)
    drafts = draft_of_file("a.docx").with_columns(file=file.runs["file"].head(1))
    assert split_paragraphs(file.runs, drafts).select("label", "text").rows() == [
        ("Article 1", "Scope."),
        ("1", "We agree:"),
        ("1(a)", "to act;"),
        ("2", "2030 is the year."),
        ("Article 2", "Aims."),
        ("1", "We act."),
    ]


def test_words_moved_out_of_a_numbered_paragraph_come_from_its_old_number(read):
    from tests.office.word import moved

    start = '<w:moveFromRangeStart w:id="1" w:name="m"/>'
    left = item(start + moved("We act.", "From"), mark="moveFrom")
    there = paragraph('<w:moveToRangeStart w:id="2" w:name="m"/>', moved("We act."), mark="moveTo")
    file = read(item(ins("New."), mark="ins"), item("One."), left, plain("Two."), there, numbering=PLAIN)
    assert set(file.runs["moved_from"]) == {"", "2"}
