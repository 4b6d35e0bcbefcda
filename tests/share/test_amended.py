"""A draft with amendments as a Word file: the draft when rejected, the amended one when accepted."""

import pytest

from tests.share.tracked import list_changes, list_ids, open_part, read_heads, settle
from workbook.app import read_text
from workbook.app.amending import MOST_AMENDMENTS
from workbook.app.chapters import Asked, make_chapter
from workbook.app.taking import make_taken
from workbook.schemas import PAIRS, WorkbookError, frame_of
from workbook.text.asides import read_comments
from workbook.text.citations import find_citations
from workbook.text.drafts import load_drafts, pick_drafts
from workbook.text.paragraphs import lines_of, split_paragraphs
from workbook.text.runs import read_runs

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = """Part One

1. We aim to develop mechanisms for rescued people. [GCM para 24]

2. We welcome the progress of cities.

3. Parties [shall][should] act, on a note.
"""


def take(folder, *amendments, draft="draft.txt"):
    asked = Asked(draft, draft, folder)
    given = {"draft": draft, "amendments": list(amendments)}
    return make_taken("docx", asked, frame_of([], PAIRS), [], "", given)


@pytest.fixture
def folder(tmp_path):
    """A data folder with one short draft."""
    (tmp_path / "draft.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def amend(position, old, text, delegation="Ruritania", reason=""):
    return {"position": position, "old": old, "text": text, "delegation": delegation, "reason": reason}


AIM = amend(
    1,
    "We aim to develop mechanisms for rescued people.",
    "We commit to developing mechanisms for all rescued people. [GCM para 24] [GCM para 15(g)]",
    reason="A promise, not an aim.\nSee <GCM> & \x00 para 24.",
)


def test_reject_gives_the_draft_and_accept_the_amended_one_in_the_delegations_name(folder):
    name, raw = take(folder, AIM)
    assert name == "draft.txt-amended.docx"
    assert settle(raw, False) == [
        "Part One",
        "1.\tWe aim to develop mechanisms for rescued people. [GCM para 24]",
        "2.\tWe welcome the progress of cities.",
        "3.\tParties [shall][should] act, on a note.",
    ]
    accepted = settle(raw, True)
    assert accepted[1] == (
        "1.\tWe commit to developing mechanisms for all rescued people. [GCM para 24] [GCM para 15(g)]"
    )
    assert accepted[2:] == settle(raw, False)[2:]
    assert {author for _act, author, _date in list_changes(raw)} == {"Ruritania"}
    assert "draft: amendments by Ruritania" in " ".join(read_heads(raw))
    assert len(set(list_ids(raw))) == len(list_ids(raw))


def test_the_reason_is_a_comment_of_the_delegation_that_our_own_reader_finds(folder, tmp_path):
    file = tmp_path / "amended.docx"
    file.write_bytes(take(folder, AIM)[1])
    [row] = read_comments(pick_drafts(load_drafts(folder), [str(file)])).to_dicts()
    assert row["author"] == "Ruritania"
    assert row["text"] == "A promise, not an aim.\nSee <GCM> & para 24."
    assert "mechanisms for all rescued people" in row["words"]


def test_a_second_wording_of_a_paragraph_is_an_alternative_behind_it_and_the_head_says_so(folder):
    other = amend(1, AIM["old"], "We will develop them.", "Freedonia", "Shorter.")
    third = amend(1, AIM["old"], "", "Sylvania")
    _name, raw = take(folder, AIM, other, third)
    assert settle(raw, False) == settle(take(folder, AIM)[1], False)
    assert settle(raw, True)[2:4] == [
        "1 Alt.\tWe will develop them.",
        "1 Alt. 2\t[Sylvania would strike paragraph 1.]",
    ]
    changes = list_changes(raw)
    assert {author for _act, author, _date in changes} == {"Ruritania", "Freedonia", "Sylvania"}
    heads = " ".join(read_heads(raw))
    assert "amendments by Ruritania, Freedonia and Sylvania" in heads and "marked Alt." in heads
    assert "marked Alt." not in " ".join(read_heads(take(folder, AIM)[1]))


def test_nothing_typed_strikes_the_paragraph(folder):
    _name, raw = take(folder, amend(2, "We welcome the progress of cities.", "  "))
    assert [words.partition("\t")[0] for words in settle(raw, True)] == ["Part One", "1.", "3."]
    assert settle(raw, False)[2] == "2.\tWe welcome the progress of cities."


def test_options_in_brackets_are_words_that_can_be_amended(folder):
    _name, raw = take(
        folder, amend(3, "Parties [shall][should] act, on a note.", "Parties shall act, on a note.")
    )
    assert settle(raw, True)[3] == "3.\tParties shall act, on a note."


def test_hostile_names_and_words_are_words_in_the_file(folder):
    bad = '=HYPERLINK("x")</w:t><w:b/>\x01\ud800'
    _name, raw = take(folder, amend(2, "We welcome the progress of cities.", f"We {bad}", bad, bad))
    assert {author for _act, author, _date in list_changes(raw)} == {'=HYPERLINK("x")</w:t><w:b/>'}
    assert settle(raw, True)[2] == '2.\tWe =HYPERLINK("x")</w:t><w:b/>'
    assert not list(open_part(raw).iter(f"{W}b"))


@pytest.mark.parametrize("draft", ["rev2", "wimn-printed"])
def test_our_own_reader_finds_a_real_draft_and_the_amended_one_in_the_file(draft, tmp_path):
    paragraphs, drafts = read_text(draft, None)
    body = make_chapter("bench", Asked(draft, draft))["paragraphs"]
    wanted = [row for row in body if len(row["text"]) > 400][:4]
    changed = {row["position"]: f"{row['text'][:200]} indeed{row['text'][200:]}" for row in wanted}
    given = [
        amend(at, row["text"], " ".join([changed[at], *row["citations"]]))
        for row in wanted
        for at in [row["position"]]
    ]
    file = tmp_path / "amended.docx"
    file.write_bytes(take(None, *given, draft=draft)[1])
    sources = find_citations(read_runs(drafts), drafts).select("label", "printed").rows()
    for hands, texts in (("none", {}), ("all", changed)):
        again = pick_drafts(load_drafts(), [f"{file}@{hands}"])
        found = split_paragraphs(read_runs(again), again)
        lines = lines_of(paragraphs).select("kind", "label", "text", "position").rows()
        assert lines_of(found).select("kind", "label", "text").rows() == [
            (*row[:2], texts.get(row[3], row[2])) for row in lines
        ]
        assert found.filter(kind="footnote")["text"].to_list() == (
            paragraphs.filter(kind="footnote")["text"].to_list()
        )
        assert find_citations(read_runs(again), again).select("label", "printed").rows() == sources


def test_what_is_no_amendment_of_this_draft_is_refused_in_a_sentence(folder):
    old = "We welcome the progress of cities."
    cases = {
        "No amendment is saved": [],
        "takes 500 amendments": [amend(2, old, "x")] * (MOST_AMENDMENTS + 1),
        "does not stand in “draft": [amend(2, "Other words.", "x")],
        "delegation's name": [amend(2, old, "x", " \x00 ")],
        "too long": [amend(2, old, "x" * 20_001)],
        "does not understand": [{"position": True, "text": "x"}],
    }
    for said, given in cases.items():
        with pytest.raises(WorkbookError, match=said):
            take(folder, *given)
    with pytest.raises(WorkbookError, match="Choose one of the list"):
        make_taken("docx", Asked("draft.txt", "draft.txt", folder), frame_of([], PAIRS), [], "",
                   {"draft": "/etc/passwd", "amendments": [amend(2, old, "x")]})  # fmt: skip


def test_an_amendment_is_found_where_its_paragraph_stands_by_now(folder):
    _name, raw = take(folder, amend(99, "We welcome the progress of cities.", "We welcome it."))
    assert settle(raw, True)[2] == "2.\tWe welcome it."
