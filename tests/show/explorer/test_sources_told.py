"""What the page's tab on sources is told: citations counted, agreed language in its text, what broke."""

import json

import polars as pl
import pytest

from tests.meaning.test_agreed import AGREED_BEFORE, make_paragraphs
from workbook.app.chapters import CHAPTERS, Asked
from workbook.meaning.agreed import find_agreed
from workbook.schemas import WorkbookError
from workbook.show.explorer.chapters.agreed import cut_pieces, draw_change
from workbook.show.explorer.cited import list_cited


@pytest.fixture(scope="module")
def sources():
    return CHAPTERS["sources"](Asked("rev2-printed", "wimn-printed"))


def cut(text):
    """The pieces of a text beside AGREED_BEFORE."""
    agreed = find_agreed(make_paragraphs(text), make_paragraphs(AGREED_BEFORE, draft="compact"))
    return cut_pieces(text, agreed.to_dicts())


def text_of(pieces):
    return "".join(piece if isinstance(piece, str) else piece[0] for piece in pieces)


# Sources


def test_paragraphs_that_cite_are_told_with_their_whole(sources):
    assert sources["whole"] == {"old": [32, 69], "new": [32, 82]}


def test_every_place_leads_to_its_document_and_its_bracket(sources):
    places = [(row["new_label"], *place) for row in sources["rows"] for place in row["places"]]
    (place,) = [place for place in places if place[0] == "10" and place[3] == "para 18(i)"]
    _label, change, document, _pinpoint, scheme, tag, _doubt, bracket = place
    assert (change, sources["documents"][document]["source"], scheme, tag) == (
        "kept",
        "GCM",
        "objective",
        "2",
    )
    assert "18(i)" in sources["brackets"][bracket]


def test_documents_have_as_many_places_as_the_rows(sources):
    for at, document in enumerate(sources["documents"]):
        told = [place[0] for row in sources["rows"] for place in row["places"] if place[1] == at]
        assert [told.count(change) for change in ("kept", "gained", "lost")] == [
            document[change] for change in ("kept", "gained", "lost")
        ]


def test_texts_that_would_help_say_where_they_are_published_and_how_often_they_are_cited(sources):
    first = sources["helps"][0]
    assert first["symbol"] == "A/RES/73/195" and first["address"].startswith("https://")
    assert first["cited"] == next(
        each["paragraphs_new"] for each in sources["documents"] if each["source"] == "GCM"
    )


def test_drafts_that_cite_nothing_have_an_empty_chapter_without_a_figure(tmp_path):
    (tmp_path / "old.txt").write_text("1. We agree on lamps.\n", encoding="utf-8")
    (tmp_path / "new.txt").write_text("1. We agree on bells.\n", encoding="utf-8")
    told = CHAPTERS["sources"](Asked("old.txt", "new.txt", tmp_path))
    assert (told["rows"], told["documents"], told["figure"]) == ([], [], None)
    assert told["whole"] == {"old": [0, 1], "new": [0, 1]}


def test_a_card_has_the_places_of_its_pair_each_with_what_became_of_it():
    from workbook.app.cited import follow_sources
    from workbook.app.comparison import compare_drafts

    found = compare_drafts("rev2", "rev3")
    listed = list_cited(changes := follow_sources(found))
    assert sum(map(len, listed.values())) == len(changes)
    assert ["lost", "SDG target 10.7"] in listed["6-6"]
    assert [place[:2] for place in listed["64-74"] if len(place) == 3] == [["kept", "GCM para 39(b)"]]
    assert len(json.dumps(listed)) < 6000


# Agreed language


def test_pieces_joined_are_the_text_and_the_marked_ones_stand_in_the_reference():
    text = f"🜁 Hence, {AGREED_BEFORE} Gladly."
    pieces = cut(text)
    assert text_of(pieces) == text
    assert pieces == ["🜁 Hence, ", [AGREED_BEFORE.rstrip("."), 0], ". Gladly."]


def test_words_that_depart_inside_a_quotation_are_a_piece_of_their_own():
    pieces = cut("States Members of the Union, to respect each other’s needs and worries over fog")
    assert [piece for piece in pieces if len(piece) == 3] == [["respect", 0, 1]]


def test_a_long_stretch_between_changes_is_cut_short_and_a_changed_word_is_not():
    old = f"An old wish stands before it: {AGREED_BEFORE}"
    first, (out, put), last = draw_change(old, old.replace("worries", "concerns"))
    assert (out, put) == ("worries", "concerns")
    assert first.startswith("…") and last == " over fog, and an old duty to …"


def test_the_chapter_counts_the_agreed_words_of_the_newer_draft_with_their_whole():
    told = CHAPTERS["agreed"](Asked("rev3", "wimn", extra={"reference": "rev2"}))
    agreed, of = told["whole"]["words"]
    assert 0 < agreed < of
    assert [row["label"] for row in told["rows"]] and json.dumps(told)
    row = next(row for row in told["rows"] if row["label"] == "5")
    assert told["places"][row["spans"][0][0]][0] == "5"
    broken = [lost for lost in told["lost"] if lost["old_label"] == "10"]
    assert [change for lost in broken for change in lost["redline"] if not isinstance(change, str)]


def test_places_cited_in_the_reference_are_checked_against_its_words(tmp_path):
    (tmp_path / "old.txt").write_text("1. We rest.\n", encoding="utf-8")
    cited = f"1. We rest. {AGREED_BEFORE} [GCM, paras 10 and 11]\n"
    (tmp_path / "new.txt").write_text(cited, encoding="utf-8")
    compact = f"10. We sail.\n11. {AGREED_BEFORE}\n"
    (tmp_path / "Global Compact on Migration.txt").write_text(compact, encoding="utf-8")
    asked = Asked("old.txt", "new.txt", tmp_path, extra={"reference": "Global Compact on Migration.txt"})
    told = CHAPTERS["agreed"](asked)
    assert told["document"] == "GCM"
    assert [check[:2] for check in told["rows"][0]["cited"]] == [["para 10", "10"], ["para 11", "11"]]
    assert [check[2] > 0 for check in told["rows"][0]["cited"]] == [False, True]


@pytest.mark.parametrize("reference", ["../../etc/passwd", 7, ["rev2"], {"a": 1}, "wimn"])
def test_a_reference_that_is_none_is_refused(reference):
    with pytest.raises(WorkbookError):
        CHAPTERS["agreed"](Asked("rev3", "wimn", extra={"reference": reference}))


@pytest.mark.parametrize(
    ("reference", "said"), [("wimn", "was made out of"), ("rev2", "older of the two"), ("rev1", "")]
)
def test_a_reference_that_is_not_the_older_text_is_told_gently(reference, said):
    told = CHAPTERS["agreed"](Asked("rev2", "rev3", extra={"reference": reference}))
    assert said in told["order"] and bool(told["order"]) == bool(said)


def test_a_later_date_is_told():
    from workbook.schemas import DRAFTS, conform
    from workbook.show.older import tell_order

    rows = [("old", "2020-01-01"), ("new", "2021-01-01"), ("later", "2022-01-01")]
    empty = dict.fromkeys(DRAFTS) | {"amends": ""}
    frame = pl.DataFrame([empty | {"draft": draft, "title": draft, "date": date} for draft, date in rows])
    drafts = frame.with_columns(pl.col("date").str.to_date()).pipe(conform, DRAFTS)
    assert "later date (2022-01-01)" in tell_order("later", "old", "new", drafts)
    assert tell_order("old", "x", "new", drafts) == ""
