import subprocess
import sys

import polars as pl
import pytest

from workbook.schemas import COUNTS, PARAGRAPHS, WorkbookError, conform
from workbook.show.figures import draw_changes, draw_similarity
from workbook.show.style import style_figures


def count(tag, section, paragraphs, words, share, scheme="objective"):
    amounts = {"paragraphs": paragraphs, "touched": paragraphs, "words_old": words, "words_new": words}
    changed = {"words_in": words // 2, "words_out": 0, "words_unknown": None, "share": share}
    return {"scheme": scheme, "tag": tag, "title": "Title", "section": section} | amounts | changed


def draw(*rows, **choices):
    return draw_changes(pl.DataFrame(rows, infer_schema_length=None).pipe(conform, COUNTS), **choices)


def test_sections_are_rows_and_tags_are_columns_and_a_cell_knows_both():
    figure = draw(*(count(tag, section, 1, 10, 0.25) for tag in ("1", "13") for section in ("Start", "End")))
    [heatmap] = figure.data
    assert list(figure.layout.xaxis.ticktext) == ["1 Data", "13 Detention"]
    assert list(figure.layout.yaxis.ticktext) == ["Start", "End"]
    assert list(heatmap.customdata[1][0]) == ["1", "End"]


def test_a_hover_tells_the_whole():
    [[words]] = draw(count("13", "Start", 2, 60, 0.25)).data[0].hovertext
    where, *facts = words.split("<br>")
    assert where == "<b>13 Detention · Start</b>"
    assert facts == ["words put in: 30 of 60", "words taken out: 0 of 60", "paragraphs touched: 2 of 2"]


def test_an_empty_cell_is_no_zero():
    figure = draw(count("1", "Start", 0, 0, None), count("2", "Start", 1, 5, 0.0))
    assert [list(row) for row in figure.data[0].z] == [[None, 0.0]]
    assert "no paragraph" in figure.data[0].hovertext[0][0]


def test_another_scheme_can_be_drawn():
    rows = [count("1", "Start", 1, 5, 0.0), count("T04", "Start", 1, 5, 0.0, scheme="theme")]
    assert list(draw(*rows, scheme="theme").layout.xaxis.ticktext) == ["Title"]


def test_another_measure_can_be_drawn_and_has_a_scale_of_its_own():
    figure = draw(count("1", "Start", 1, 8, 0.25), count("2", "Start", 0, 0, None), measure="words_in")
    assert [list(row) for row in figure.data[0].z] == [[4, None]]
    assert figure.layout.coloraxis.cmax == 4


def test_a_measure_that_is_none_is_named_with_those_that_are():
    with pytest.raises(WorkbookError, match="share, words_in, words_out, touched"):
        draw(count("1", "Start", 1, 8, 0.25), measure="wrods")


def test_a_paragraph_that_moved_lies_off_the_diagonal(make):
    paragraphs = make.paragraphs(*((d, at, str(at), "Start") for d in ("one", "two") for at in (0, 1)))
    paragraphs = paragraphs.with_columns(kind=pl.lit("paragraph", dtype=PARAGRAPHS["kind"]))
    figure = draw_similarity(make.similarity((0, 1, 0.9), (1, 0, 0.8)), paragraphs, "one", "two")
    assert [list(row) for row in figure.data[0].z] == [[None, 0.9], [0.8, None]]
    assert list(figure.layout.xaxis.ticktext) == ["0", "1"]


def test_a_hostile_heading_stays_text():
    figure = draw(count("1", "<b>x</b>", 1, 5, 0.0))
    assert list(figure.layout.yaxis.ticktext) == ["&lt;b&gt;x&lt;/b&gt;"]
    assert "&lt;b&gt;x" in figure.data[0].hovertext[0][0]


def test_the_wing_loads_plotly_only_to_draw():
    loaded = "import sys, workbook.show.explorer.widget, workbook.show.counts; print('plotly' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True).stdout == "False\n"


def test_a_chart_says_which_texts_it_compares_and_escapes_them():
    row = count("13", "Start", 2, 60, 0.25)
    layout = draw(row, title="Rev 2, reconstructed → <b>Rev 3").layout
    assert layout.title.text == "Rev 2, reconstructed → &lt;b&gt;Rev 3"
    assert layout.height > draw(row).layout.height


def test_a_hover_gives_the_range_with_and_without_words_of_no_known_hand():
    [[words]] = draw(count("13", "Start", 2, 60, 0.25) | {"words_unknown": 12}).data[0].hovertext
    assert words.endswith("words changed by known hands: 18; with those of no known hand: 30")


def test_a_chart_has_the_template_of_its_look_and_nothing_of_plotlys_own():
    template = draw(count("13", "Start", 2, 60, 0.25), look="dark").layout.template.to_plotly_json()
    wanted = style_figures("dark")
    assert [list(each) for each in template["data"]["heatmap"]] == [["textfont", "type"]]
    assert set(template["data"]) == set(wanted["data"])
    assert set(template["layout"]) == set(wanted["layout"])
