"""Claims: a finding pinned now holds, any change of its words is found, a stranger's file is refused."""

import csv
import json
import re
import shutil
from types import SimpleNamespace

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbook.__main__ import main
from workbook.app import compare_drafts
from workbook.app.chapters.asked import Asked
from workbook.app.claims import check_claims, make_claim, pin_finding
from workbook.app.sentences import make_cards
from workbook.app.uploads import Uploads
from workbook.meaning.own_scale import write_changes
from workbook.schemas import ASKS, DRAFTS, WorkbookError
from workbook.share.claim_files import LARGEST_FILE, MOST_CLAIMS, read_claims, write_claims
from workbook.share.claims import is_sealed, seal_claim
from workbook.text.drafts import load_drafts, shipped_data

OLD = "1. We commit to building lamps for all.\n2. We note the light.\n3. We rest.\n"
NEW = "1. We will consider building lamps for all, as appropriate.\n2. We note the light.\n4. We go.\n"
# “building on” and its like go to the highest rung.
OWN_SCALE = write_changes([("act", "build on", "6")])
ASK = ("new", "1", "Lamps", "1", "in", "lamps", r"\blamps\b", "We want lamps.", "")
# A finding of every kind about these drafts.
ABOUT = {
    "change": (["old", "new"], {"new_label": "1"}),
    "clause": (["old", "new"], {"new_label": "1", "phrase": "consider"}),
    "ask": (["new"], {"ask": "1", "label": "1"}),
    "words": (["new"], {"words": "lamp*"}),
    "count": (["old", "new"], {"frame": "pairs", "where": {"relation": "edited"}}),
}


@pytest.fixture
def folder(tmp_path):
    """A data folder with two drafts and a letter's ask."""
    return write_folder(tmp_path)


def write_folder(folder, old=OLD, new=NEW):
    with (folder / "drafts.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(DRAFTS), restval="")
        table.writeheader()
        for draft, text in (("old", old), ("new", new)):
            (folder / f"{draft}.txt").write_text(text, encoding="utf-8")
            row = {"draft": draft, "title": draft.title(), "kind": "revision", "file": f"{draft}.txt"}
            table.writerow(row | {"hands": "printed", "status": "as issued"})
    with (folder / "asks.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([list(ASKS), ASK])
    return folder


def pin(folder, kind):
    return make_claim(kind, *ABOUT[kind], folder)


def check(claims, folder):
    return [reasons for _claim, reasons, _notes in check_claims(claims, folder)]


# What a card says


@pytest.mark.parametrize("kind", ABOUT)
def test_a_finding_that_was_written_and_read_again_holds(folder, kind):
    (folder / "claims.json").write_text(write_claims([pin(folder, kind)]), encoding="utf-8")
    assert check(read_claims(folder / "claims.json"), folder) == [[]]


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("ask", "Ask 1 (Lamps), 1: agrees: “lamps” stood there already."),
        ("words", "“lamp*” stands 1 time in 1 of the 3 paragraphs of New: 1."),
        ("count", "pairs has 1 of 4 rows with relation edited."),
    ],
)
def test_a_finding_is_said_in_one_sentence(folder, kind, sentence):
    assert pin(folder, kind)["sentence"] == sentence


def test_a_change_is_said_as_its_card_in_the_explorer_says_it(folder):
    said = make_cards(compare_drafts("old", "new", folder), folder).filter(new_label="1")["sentence"].item()
    assert pin(folder, "change")["sentence"] == said


def test_a_finding_by_a_scale_of_ones_own_is_checked_by_that_scale(folder):
    claim = make_claim(*("clause", *ABOUT["clause"]), folder, scale=OWN_SCALE)
    assert claim["found"]["old_rung"] != pin(folder, "clause")["found"]["old_rung"]
    assert "your scale" in claim["sentence"]
    assert check([claim], folder) == [[]]


def test_words_that_stand_nowhere_are_a_finding_too(folder):
    claim = make_claim("words", ["old"], {"words": "lamp"}, folder)
    assert claim["sentence"] == "“lamp” stands in none of the 3 paragraphs of Old."
    assert check([claim], write_folder(folder, old=OLD.replace("lamps", "lamp")))[0] != []


def test_the_citation_names_drafts_paragraphs_files_and_the_card(folder):
    claim = pin(folder, "change")
    old, new = (draft["sources"][0]["sha256"][:12] for draft in claim["drafts"])
    version = claim["settings"]["workbook"]
    assert claim["citation"] == (
        f"Old, para 1 (old.txt, SHA-256 {old}) → New, para 1 (new.txt, SHA-256 {new}). "
        f"GCM drafts workbook {version}, {claim['id']}."
    )


def test_a_reading_carries_its_marked_and_its_printed_file():
    claim = make_claim("words", ["rev2"], {"words": "refugees"}, shipped_data())
    names = [source["file"] for source in claim["drafts"][0]["sources"]]
    assert names == ["marked/rev2.md", "printed/rev2-as-printed.txt"]
    assert claim["found"]["times"] == 0


def test_the_date_is_no_part_of_what_a_card_says(folder):
    import datetime

    dated = make_claim("words", *ABOUT["words"], folder, date=datetime.date(2026, 5, 5))
    assert dated["date"] == "2026-05-05"
    assert dated | {"date": ""} == pin(folder, "words")


@pytest.mark.parametrize("kind", ABOUT)
def test_the_page_and_a_notebook_pin_the_same_bytes(folder, kind):
    drafts, about = ABOUT[kind]
    named = {"old_position": 0, "new_position": 0} if kind == "change" else about
    on_page = pin_finding(kind, Asked(drafts[0], drafts[-1], folder, extra={"pin": "…"}), named)
    assert write_claims([on_page]) == write_claims([pin(folder, kind)])


# What no longer holds


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_other_word_in_a_quoted_paragraph_is_found(tmp_path, data):
    kind = data.draw(st.sampled_from(["change", "clause", "ask", "words"]))
    claim = pin(write_folder(tmp_path), kind)
    quoted = json.dumps(claim["found"], ensure_ascii=False)
    texts = [text for text, draft in ((OLD, "old"), (NEW, "new")) if draft in ABOUT[kind][0]]
    words = {word for text in texts for word in re.findall(r"[a-z]{2,}", text)}
    words = sorted(word for word in words if re.search(rf"\b{word}\b", quoted))
    word = data.draw(st.sampled_from(words))
    other = data.draw(st.text("abcdefghij", min_size=1, max_size=6).filter(lambda other: other != word))
    changed = {name: re.sub(rf"\b{word}\b", other, text) for name, text in (("old", OLD), ("new", NEW))}
    reasons = check([claim], write_folder(tmp_path, **changed))[0]
    assert [reason for reason in reasons if not reason.startswith("the source ")]  # the words themselves


@pytest.mark.parametrize(
    ("kind", "old", "new", "reason"),
    [
        ("change", "light", "lights", "the source old.txt changed"),
        (
            "change",
            "lamps",
            "torches",
            "the words of the older paragraph differ: then “We commit to building lamps",
        ),
        ("words", "lamps", "torches", "how often the words stand: then 1, now 0"),
        ("clause", "consider", "ensure", "new phrase: then will consider building, now will ensure"),
        ("ask", "lamps", "torches", "verdict: then agrees, now does not agree"),
        ("change", "1. ", "7. ", "it cannot be found any more: Of the paragraphs"),
        ("count", "light", "dark", "the source old.txt changed"),
    ],
)
def test_what_differs_is_said(folder, kind, old, new, reason):
    claim = pin(folder, kind)
    changed = [text.replace(old, new) for text in (OLD, NEW)]
    assert any(told.startswith(reason) for told in check([claim], write_folder(folder, *changed))[0])


def test_a_draft_that_is_not_there_is_named(folder, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    shutil.copy(folder / "new.txt", other)
    claim = pin(folder, "change")
    assert check([claim], other) == [
        [f"the draft “{name}” is not in this data folder" for name in ("old", "new")]
    ]


def test_another_list_is_only_noted_where_the_finding_is_the_same(folder):
    claim = pin(folder, "clause")
    ours = (shipped_data() / "lexicon" / "ladder.csv").read_text(encoding="utf-8")
    (folder / "lexicon").mkdir()
    (folder / "lexicon" / "ladder.csv").write_text(
        f"{ours}lead,6,Own action,we knit,we knit\\b,,6,\n", encoding="utf-8"
    )
    ((_claim, reasons, notes),) = check_claims([claim], folder)
    assert (reasons, notes) == ([], ["ladder.csv changed since"])


@pytest.mark.parametrize("sealed", [False, True])
def test_a_card_that_somebody_edited_does_not_hold(folder, sealed):
    claim = pin(folder, "words") | {"sentence": "“lamp*” stands everywhere."}
    assert not is_sealed(claim)
    assert check([seal_claim(claim) if sealed else claim], folder)[0] != []


# What cannot be pinned, and what cannot be read


@pytest.mark.parametrize(
    ("kind", "drafts", "about", "reason"),
    [
        ("guess", ["old"], {}, "no claim of the kind “guess”"),
        ("change", ["old"], {"new_label": "1"}, "is about 2 of the drafts"),
        ("change", ["old", "new"], {"new_label": "99"}, "there is none such"),
        ("change", ["old", "new"], {}, "4 fit"),
        ("words", ["/etc/passwd"], {"words": "root"}, "There is no draft"),
        ("words", ["old"], {"words": " * "}, "have 1 to 200 characters"),
        ("words", ["old"], {"words": "x" * 10**6}, "have 1 to 200 characters"),
        ("count", ["old", "new"], {"frame": "secrets"}, "no frame"),
        ("count", ["old", "new"], {"frame": "pairs", "where": {"salary": 1}}, "values of its columns"),
    ],
)
def test_what_cannot_be_pinned_is_said_in_one_sentence(folder, kind, drafts, about, reason):
    with pytest.raises(WorkbookError, match=re.escape(reason)):
        make_claim(kind, drafts, about, folder)


def test_a_finding_in_a_visitors_own_draft_is_refused_since_nobody_could_check_it(folder):
    shelf = Uploads()
    shelf.files = [SimpleNamespace(drafts=load_drafts(folder).with_columns(draft=pl.lit("your-draft-1")))]
    asked = Asked("your-draft-1", "new", folder, uploads=shelf)
    with pytest.raises(WorkbookError, match="in this visit's memory alone, and nobody else could check it"):
        pin_finding("change", asked, {"new_label": "1"})


def test_a_claim_opens_no_file_that_is_no_draft(folder):
    claim = pin(folder, "words")
    claim["drafts"][0]["draft"] = str(folder / "new.txt")
    assert check([claim], folder)[0] == [f"the draft “{folder / 'new.txt'}” is not in this data folder"]


def spoil(claim, **changes):
    return json.dumps({"format": "gcm-workbook claims 1", "claims": [claim | changes]})


@pytest.mark.parametrize(
    ("write", "reason"),
    [
        (lambda claim: "not json", "this is no file of claims"),
        (lambda claim: "[" * 100_000, "nested too deeply"),
        (lambda claim: spoil(claim, found=float("nan")), "NaN is no number"),
        (lambda claim: "[]", "there is no claim in this file"),
        (lambda claim: '{"format": "cards 9", "claims": []}', "the format is “cards 9”"),
        (lambda claim: json.dumps([claim] * (MOST_CLAIMS + 1)), f"{MOST_CLAIMS} claims at most"),
        (lambda claim: " " * (LARGEST_FILE + 1), "10 MB at most"),
        (lambda claim: spoil(claim, drafts=[]), "claim 1: it names 0 drafts"),
        (lambda claim: spoil(claim, kind=["words"]), "claim 1: kind is"),
        (lambda claim: spoil(claim, date="yesterday"), "the date is not written"),
        (lambda claim: spoil(claim, about={"words": 5}), "claim 1: words is “5”"),
        (lambda claim: spoil(claim, found={}), "claim 1: found is not what a card holds"),
        (lambda claim: spoil(claim, secret=1), "claim 1: it is not what a card holds"),
    ],
)
def test_a_file_that_holds_no_claims_is_refused_in_one_sentence(folder, write, reason):
    (folder / "claims.json").write_text(write(pin(folder, "words")), encoding="utf-8")
    with pytest.raises(WorkbookError, match=re.escape(reason)):
        read_claims(folder / "claims.json")


# The command


def test_the_command_says_of_each_claim_whether_it_holds(folder, capsys):
    file = folder / "claims.json"
    file.write_text(write_claims([pin(folder, "words"), pin(folder, "change")]), encoding="utf-8")
    asked = ["check", str(file), "--data", str(folder)]
    assert main(asked) == 0
    assert capsys.readouterr().out.endswith("\n2 of 2 claims hold.\n")
    write_folder(folder, old=OLD.replace("light", "dark"))
    assert main(asked) == 1
    said = capsys.readouterr().out
    assert "no longer holds: the source old.txt changed" in said
    assert said.endswith("\n1 of 2 claims hold.\n")


def test_a_card_cannot_write_lines_of_its_own(folder, capsys):
    claim = pin(folder, "words")
    claim |= {"id": "claim-1\nclaim-2: holds", "sentence": "all well\n9 of 9 claims hold.\x1b[2J"}
    (folder / "claims.json").write_text(write_claims([claim]), encoding="utf-8")
    assert main(["check", str(folder / "claims.json"), "--data", str(folder)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if not line.startswith((" ", "claim-1 claim-2"))] == [
        "",
        "0 of 1 claim hold.",
    ]
