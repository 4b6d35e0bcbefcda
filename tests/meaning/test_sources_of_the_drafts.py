"""The sources of the two drafts, as people listed them before these rules were written."""

import polars as pl
import pytest

from workbook.app.tables import make_table

PRINTED = ("rev2-printed", "wimn-printed")
READ = ("rev2", "rev3", "wimn")
# The paragraphs that cite resolution 76/172, the same in every text.
CITING = ["5", "9bis", "10", "12bis", "12ter", "38", "40", "41", "42bis"]


@pytest.fixture(scope="module")
def sources():
    return make_table("sources", [*PRINTED, *READ])[0]


@pytest.fixture(scope="module")
def changes():
    def compare(old, new):
        return make_table("source_changes", [old, new])[0]

    return compare


def places_of(sources, draft, label, source="GCM"):
    chosen = sources.filter(pl.col("draft") == draft, pl.col("label") == label, pl.col("source") == source)
    return chosen.unique(["source", "pinpoint"], maintain_order=True)


@pytest.mark.parametrize("draft", [*PRINTED, *READ])
def test_the_same_nine_paragraphs_cite_the_resolution(sources, draft):
    cited = sources.filter(pl.col("draft") == draft, pl.col("source") == "A/RES/76/172")
    assert sorted({*cited["label"]}) == sorted(CITING)


@pytest.mark.parametrize("draft", [*PRINTED, *READ])
def test_places_in_the_compact_lead_to_objectives_and_principles(sources, draft):
    assert places_of(sources, draft, "43ter")["pinpoint"].to_list() == ["para 25", "para 25(c)"]
    assert {*places_of(sources, draft, "43ter")["tag"]} == {"9"}
    assert places_of(sources, draft, "44").select("pinpoint", "tag").rows() == [("para 30(a)", "14")]
    (principle,) = places_of(sources, draft, "42").to_dicts()
    assert (principle["scheme"], principle["tag"]) == ("principle", "P07")


def test_three_paragraphs_of_the_printed_copy_cite_what_should_be_looked_up(sources):
    doubtful = sources.filter(pl.col("draft") == "wimn-printed", pl.col("doubt") != "")
    assert doubtful.select("label", "pinpoint").rows() == [
        ("21", "para 21A"),
        ("43", "para 7(1)"),
        ("43", "para 7(i)"),
        ("43quat", "para 39(b)"),
    ]
    reasons = doubtful["doubt"].to_list()
    assert "21(a)" in reasons[0]
    assert all("Objective 7 is para 23" in reason for reason in reasons[1:3])
    assert "37(b)" in reasons[3]


@pytest.mark.parametrize(
    ("draft", "labels"),
    [
        ("rev2-printed", ["43quat"]),
        ("rev2", ["43quat"]),
        ("rev3", ["43quat"]),
        ("wimn", ["21", "43", "43quat"]),
    ],
)
def test_the_readings_share_the_doubts_of_the_words_that_stand_in_them(sources, draft, labels):
    doubtful = sources.filter(pl.col("draft") == draft, pl.col("doubt") != "")
    assert sorted({*doubtful["label"]}) == labels


@pytest.mark.parametrize("pair", [PRINTED, ("rev2", "rev3")])
def test_a_moved_paragraph_kept_its_source_and_gained_a_place(changes, pair):
    moved = changes(*pair).filter(pl.col("new_label") == "44bis")
    assert moved.select("old_label", "change", "source", "pinpoint").rows() == [
        ("55", "gained", "SG report", "para 76") if change == "gained" else ("55", "kept", "SG report", place)
        for change, place in zip(moved["change"], moved["pinpoint"], strict=True)
    ]
    assert sorted(moved["pinpoint"]) == ["para 104", "para 105", "para 106", "para 76"]
    assert moved["change"].to_list().count("gained") == 1


@pytest.mark.parametrize("pair", [PRINTED, ("rev2", "rev3"), ("rev3", "wimn")])
def test_no_citation_of_the_resolution_came_or_went(changes, pair):
    cited = changes(*pair).filter(pl.col("source") == "A/RES/76/172")
    assert {*cited["change"]} == {"kept"} and cited["new_label"].n_unique() == len(CITING)
