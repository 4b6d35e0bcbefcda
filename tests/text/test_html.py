"""Web pages: their paragraphs, numbers, notes and marks; what is hidden or runs is no text."""

import datetime
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.schemas import WorkbookError
from workbook.text.folder import draft_of_file, list_readings
from workbook.text.paragraphs import split_paragraphs
from workbook.text.read import parse_source
from workbook.text.runs import apply_hands

PAGE = Path("page.html")


def source_of(body, name="page.html"):
    return parse_source(Path(name), body if isinstance(body, bytes) else body.encode())


def lines(body, hands="all"):
    """The text of each paragraph as these hands make it, its number in front."""
    runs = apply_hands(source_of(body).runs, hands)
    told = "".join(
        text + ("\n" if ending != "none" else "") for text, ending in runs.select("text", "break").iter_rows()
    )
    return [line for line in told.split("\n") if line]


def paragraphs(body, hands="all"):
    source = source_of(body)
    (draft,) = source.runs["file"].unique()
    return split_paragraphs(source.runs, draft_of_file("page.html", hands).with_columns(file=pl.lit(draft)))


def test_blocks_are_paragraphs_and_line_ends_in_them_are_spaces():
    body = (
        "<h1>Ports</h1><p>We\n agree<br>to <b>act</b>.</p><table><tr><td>One<td>Two</table><blockquote>Three"
    )
    assert lines(body) == ["Ports", "We agree to act.", "One", "Two", "Three"]


def test_two_line_ends_part_paragraphs_and_so_does_an_item():
    assert lines("We agree.<br><br>We act.<br>2. We rest.") == ["We agree.", "We act.", "2. We rest."]


def test_verbatim_text_is_parted_by_its_empty_lines_and_items():
    assert lines("<pre>\n1. We\nagree.\n2. We act.\n\nWe rest.</pre>") == [
        "1. We agree.",
        "2. We act.",
        "We rest.",
    ]


def test_entities_are_letters():
    assert lines("<p>R&eacute;union &amp; &#8220;x&#8221; &lt;b&gt;") == ["Réunion & “x” <b>"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>no()</script>",
        "<style>p{}</style>",
        "<template>no</template>",
        "<noscript>no</noscript>",
        "<!-- no -->",
        "<span hidden>no</span>",
        "<span style='display: none'>no</span>",
        "<style>.h{display:none}</style><i class=h>no</i>",
        "<textarea>no</textarea>",
    ],
)
def test_what_is_hidden_or_runs_is_no_text(hidden):
    assert lines(f"<head><title>no</title></head><p>We {hidden}agree.") == ["We agree."]


def test_what_stands_round_the_text_on_every_page_is_furniture():
    body = (
        "<nav>A</nav><header>B</header><article><header><h1>Ports</h1></header>We agree.</article><footer>x"
    )
    assert [part for part, _text in parts_of(body)] == [
        "furniture",
        "furniture",
        "heading",
        "paragraph",
        "furniture",
    ]


def parts_of(body):
    runs = source_of(body).runs
    return runs.filter(runs["text"] != "").select("part", "text").rows()


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("<ol><li>x<li>y</ol>", ["1. ", "2. "]),
        ("<ol start=4><li>x<li value=9>y<li>z</ol>", ["4. ", "9. ", "10. "]),
        ("<ol type=a><li>x<li>y</ol>", ["a. ", "b. "]),
        ("<ol type=I start=4><li>x</ol>", ["IV. "]),
        ("<ol reversed><li>x<li>y</ol>", ["2. ", "1. "]),
        ("<ol style='list-style-type: lower-roman'><li>x<li>y</ol>", ["i. ", "ii. "]),
        ("<ol style='list-style: none'><li>x</ol>", []),
        ("<ul><li>x</ul>", []),
        ("<ol><li><li>y</ol>", ["2. "]),
        ("<ol start=99999999999999999999><li value='²'>x</ol>", ["1. "]),
    ],
)
def test_the_numbers_of_lists_are_those_that_a_browser_shows(body, shown):
    assert [text for part, text in parts_of(body) if part == "number"] == shown


def test_a_list_inside_an_item_counts_for_itself():
    assert lines("<ol><li>We act:<ol type=a><li>now</ol><li>We rest.</ol>") == [
        "1. We act:",
        "a. now",
        "2. We rest.",
    ]


NOTED = {
    "pandoc": '<p>We agree<a href="#fn1" id="r1" role="doc-noteref"><sup>1</sup></a>.</p><p>Then.</p>'
    '<section role="doc-endnotes"><ol><li id="fn1"><p>See annex.<a href="#r1">↩</a></p></li></ol></section>',
    "wikipedia": '<p>We agree<sup id="cr1"><a href="#cn1">[1]</a></sup>.</p><p>Then.</p>'
    '<ol><li id="cn1"><span><a href="#cr1">^</a></span> See annex.</li></ol>',
    "word": '<p>We agree<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>.</p><p>Then.</p>'
    '<div><hr><div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> See annex.</p></div></div>',
    "libreoffice": '<p>We agree<a name="f1anc" href="#f1sym"><sup>1</sup></a>.</p><p>Then.</p>'
    '<div id="f1"><p><a name="f1sym" href="#f1anc">1</a>See annex.</p></div>',
    "google": '<p>We agree<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>.</p><p>Then.</p><hr>'
    '<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span> See annex.</span></p></div>',
    "epub": '<p>We agree<a epub:type="noteref" href="#n1">1</a>.</p><p>Then.</p>'
    '<aside epub:type="footnote" id="n1">See annex.</aside>',
}


@pytest.mark.parametrize("program", NOTED)
def test_notes_leave_no_number_in_the_text_and_stand_apart(program):
    found = paragraphs(NOTED[program])
    assert found.select("kind", "text").rows() == [
        ("paragraph", "We agree."),
        ("paragraph", "Then."),
        ("footnote", "See annex."),
    ]


def test_a_note_without_words_lends_its_number_to_nothing():
    body = '<p>We agree<sup><a href="#a" id="r">1</a></sup>.</p><p id=a><a href="#r">1</a></p><p>Then.</p>'
    assert lines(body) == ["We agree1.", "Then."]


def test_two_notes_keep_to_their_own_words():
    body = (
        '<p>We<sup><a href="#a" id="ra">1</a></sup> agree<sup><a href="#b" id="rb">2</a></sup>.</p>'
        "<ol><li id=a>See annex.<p>It is long.</p></li><li id=b>Idem.</li></ol>"
    )
    notes = paragraphs(body).filter(kind="footnote")
    assert notes.select("label", "text").rows() == [("1", "See annex. It is long."), ("2", "Idem.")]


@pytest.mark.parametrize(
    "body",
    [
        '<p><a href="#s1">1</a> Scope</p><p id=s1>We agree.</p>',  # a table of contents
        "<p>We grow by 10<sup>6</sup> each year.</p>",
        '<p>See <a href="#none">1</a>.</p>',
        '<p>Back to <sup><a href="#top">1</a></sup></p>',
    ],
)
def test_a_link_that_leads_to_no_note_is_text(body):
    assert {part for part, _text in parts_of(body)} == {"paragraph"}


MARKED = (
    "<p>We <ins data-author=Ana datetime=2022-05-02T10:00Z>will </ins>agree <del title=Ben>now</del>.</p>"
)


@pytest.mark.parametrize(
    ("hands", "text"),
    [
        ("none", "We agree now."),
        ("all", "We will agree ."),
        ("Ana", "We will agree now."),
        ("Ben", "We agree ."),
    ],
)
def test_ins_and_del_are_marks_of_whom_they_name(hands, text):
    assert lines(MARKED, hands) == [text]


def test_a_mark_has_its_date():
    runs = source_of(MARKED).runs
    assert runs.filter(runs["inserted_by"] == "Ana")["date"].to_list() == [datetime.date(2022, 5, 2)]


def test_a_mark_that_names_nobody_is_by_a_hand_of_its_own_and_said_by_the_file():
    source = source_of("<p>We <ins>will</ins> agree.")
    assert list(source.hands) == ["marks in the page"]
    assert source.runs["inserted_grade"].is_null().all()
    assert source.notices == ()


@pytest.mark.parametrize("name", ["all", "none", "printed", "formatting", "?"])
def test_nobody_is_called_what_we_call_all_hands_or_none(name):
    assert list(source_of(f"<p>We <ins title='{name}'>will</ins> act.").hands) == [f"{name} (author)"]


def test_a_paragraph_all_of_whose_words_go_takes_its_break_and_number_along():
    body = "<ol><li>We agree.<li><del title=Ben>We rest.</del></ol><ins title=Ana><p>We act.</p></ins>"
    assert lines(body, "none") == ["1. We agree.", "2. We rest."]
    assert lines(body, "all") == ["1. We agree.", "We act."]


def test_words_that_go_at_the_end_of_a_paragraph_join_it_to_no_other():
    assert lines("<p>We agree<del title=Ben> now</del></p><p>We act.</p>", "all") == ["We agree", "We act."]


def test_a_word_that_one_put_in_and_another_struck_bears_both_hands():
    body = "<p>We <ins title=Ana><del title=Ben>may </del></ins>act.</p>"
    assert [lines(body, hands) for hands in ("none", "Ana", "all")] == [
        ["We act."],
        ["We may act."],
        ["We act."],
    ]


STRUCK = "<p>We <s>will</s> <u>shall</u> act.</p>"


@pytest.mark.parametrize(
    "body",
    [
        STRUCK,
        "<p>We <span style='text-decoration:line-through'>will</span> "
        "<span style='text-decoration: underline'>shall</span> act.</p>",
        "<style>.o{text-decoration:line-through} .c1,.n{color:red;text-decoration:underline}</style>"
        "<p>We <span class='o'>will</span> <span class='n'>shall</span> act.</p>",
    ],
)
def test_where_words_are_struck_through_underlined_ones_were_put_in_as_is_inferred_and_said(body):
    source = source_of(body)
    assert lines(body, "none") == ["We will  act."]
    assert lines(body, "all") == ["We  shall act."]
    assert set(source.runs["inserted_grade"].drop_nulls()) == {"inferred"}
    assert "inferred" in source.notices[0]


def test_underlining_alone_is_emphasis():
    source = source_of("<p>We <u>shall</u> act.</p>")
    assert source.hands == {}
    assert source.notices == ()


def test_a_page_with_marks_gives_its_readings():
    drafts = list_readings(PAGE, source_of(MARKED))
    assert drafts["hands"].to_list() == ["none", "all", "Ana", "Ben"]


@pytest.mark.parametrize(
    "raw",
    [
        "<meta charset=windows-1251><p>Мир".encode("cp1251"),
        "<meta http-equiv=Content-Type content='text/html; charset=KOI8-R'><p>Мир".encode("koi8_r"),
        "<?xml version='1.0' encoding='iso-8859-5'?><p>Мир".encode("iso8859_5"),
        "<meta charset=koi8-r><p>Мир".encode("utf-8-sig"),
        "<p>Мир".encode("utf-16"),
        "<p>Мир".encode(),
    ],
)
def test_a_page_is_read_in_the_coding_that_it_names(raw):
    assert lines(raw) == ["Мир"]


def test_a_page_that_names_no_coding_is_guessed_at_and_says_so():
    source = source_of("<p>R\xe9union".encode("cp1252"))
    assert "Windows-1252" in source.notices[0]
    assert source.runs["text"].to_list() == ["Réunion"]


def test_a_page_in_utf_8_that_names_another_coding_says_so():
    source = source_of("<meta charset=iso-8859-1><p>Réunion")
    assert source.runs["text"].to_list() == ["Réunion"]
    assert "iso-8859-1" in source.notices[0]


def refuse(raw):
    with pytest.raises(WorkbookError, match=r"page\.html") as caught:
        source_of(raw)
    return str(caught.value)


def test_a_page_nested_too_deeply_is_refused_and_not_cut_short():
    assert "nested" in refuse("<p>We agree.</p>" + "<div>" * 100_000)


def test_a_page_as_deep_as_careless_programs_make_them_is_read():
    assert lines("<p>We agree.</p>" + "<font><b>" * 400 + "<p>We act.")[-1] == "We act."


@pytest.mark.parametrize(
    "raw", ["<br>" * 400_000, "<p " + " ".join(f"a{n}" for n in range(5000)) + ">We act."]
)
def test_a_page_of_far_too_many_tags_is_refused(raw):
    assert "tags" in refuse(raw)


@pytest.mark.parametrize("raw", ["<!-- -->", "\x0c", "<!-- ", "<p><img src=a>"])
def test_a_page_without_text_is_refused(raw):
    assert "no text" in refuse(raw)


def test_bytes_that_are_no_text_are_refused():
    assert "no text" in refuse(b"<p>\x89PNG\0\0")


def test_entities_of_a_document_type_are_not_made():
    body = '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]><p>We &a;&b; act.'
    assert lines(body)[-1] == "We &a;&b; act."


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<li>",
                "<ol>",
                "</ol>",
                "<ins>",
                "</ins>",
                "<del>",
                "</del>",
                "<br>",
                "<s>",
                "</s>",
                "<u>",
                "word ",
                "<pre>",
                "\n",
                "<td>",
                "<h1>",
                "</h1>",
            ]
        ),
        max_size=30,
    )
)
def test_no_word_is_lost_or_doubled_whatever_the_tags(pieces):
    words = "".join(pieces).count("word")
    try:
        runs = source_of("<body>x " + "".join(pieces)).runs
    except WorkbookError:
        return
    assert "".join(runs["text"]).count("word") == words


def test_a_heading_opens_the_section_of_what_follows():
    found = paragraphs("<p>We agree.</p><h2>Ports</h2><p>We act.</p>")
    assert found.select("kind", "section").rows()[1:] == [("heading", "Ports"), ("paragraph", "Ports")]
