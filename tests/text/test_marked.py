"""Marked texts: CriticMarkup with a hand, a grade and a reason behind each mark."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.schemas import WorkbookError
from workbook.text.read import name_hands, read_file
from workbook.text.runs import apply_hands

HEAD = "{>>hands: rev3 = Rev 3's drafters; wimn = WIMN's suggested language<<}\n"
REV3, WIMN = "{>>rev3 inferred: two verbs<<}", "{>>wimn documented: the letter says so<<}"


@pytest.fixture
def marked(tmp_path):
    """Reads a marked text that stands below the usual head."""
    file = tmp_path / "marked" / "text.md"
    file.parent.mkdir()

    def read(text, head=HEAD):
        file.write_text(head + text, encoding="utf-8")
        return read_file(file)

    return read


def join(runs, hands):
    ends = {"none": "", "kept": "\n", "inserted": "\n", "deleted": "\n"}
    rows = apply_hands(runs, hands).select("text", "break").iter_rows()
    return "".join(text + ends[behind] for text, behind in rows)


def test_each_hand_can_be_applied_alone(marked):
    runs = marked(f"We {{--commend--}}{REV3}{{++ recognize++}}{REV3} it{{++ all++}}{WIMN}.\n")
    readings = {hands: join(runs, hands) for hands in ("printed", "none", "rev3", "rev3;wimn")}
    assert readings == {
        "printed": "We commend recognize it all.\n",
        "none": "We commend it.\n",
        "rev3": "We  recognize it.\n",
        "rev3;wimn": "We  recognize it all.\n",
    }


def test_words_that_one_hand_put_in_and_another_struck_carry_both(marked):
    runs = marked(f"in {{--{{++discussions++}}{REV3}--}}{WIMN}{{--processes--}}{REV3} here")
    row = runs.row(1, named=True)
    assert (row["inserted_by"], row["inserted_grade"]) == ("rev3", "inferred")
    assert (row["deleted_by"], row["deleted_grade"]) == ("wimn", "documented")
    assert row["deleted_note"] == "the letter says so"


def test_words_that_one_hand_struck_and_another_put_back_are_away_in_between(marked):
    runs = marked("in policy{-- processes--}{>>rev3 documented until wimn: the letter asks for it<<}.")
    assert runs["restored_by"].to_list() == ["", "wimn", ""]
    assert [join(runs, hands) for hands in ("none", "all")] == ["in policy processes."] * 2
    runs = marked("in{-- the--}{>>rev3 documented until wimn: why<<} hall{++ now++}{>>rev3 inferred: why<<}.")
    assert join(runs, "rev3") == "in hall now."


def test_a_break_inside_a_mark_has_its_hand(marked):
    runs = marked(f"a text{{++.\n\n11 bis. We++}}{REV3} agree.\n")
    assert runs["break"].to_list() == ["none", "inserted", "inserted", "none", "kept"]
    assert join(runs, "none") == "a text agree.\n"


def test_lines_are_those_of_the_printed_text(marked):
    runs = marked(f"one\n{{++two\nthree++}}{REV3}\nfour")
    assert dict(zip(runs["text"], runs["line"], strict=True)) == {
        "one": 1, "two": 2, "three": 3, "": 3, "four": 4}  # fmt: skip


def test_a_mark_says_where_its_words_came_from(marked):
    runs = marked("We agree{++ to it++}{>>rev3 corroborated from 7bis: it stood there<<}.")
    assert runs["moved_from"].to_list() == ["", "7bis", ""]


def test_a_reason_may_hold_a_colon(marked):
    runs = marked("We{++ agree++}{>>rev3 inferred: so says GCM: para 7<<}.")
    assert runs["inserted_note"][1] == "so says GCM: para 7"


def test_hands_have_names_for_people(marked, tmp_path):
    marked("We agree.")
    assert name_hands(tmp_path / "marked" / "text.md") == {
        "rev3": "Rev 3's drafters",
        "wimn": "WIMN's suggested language",
    }


def test_a_text_without_marks_is_plain_text(marked):
    assert join(marked("# We\n\n[a] agree.\n", head=""), "printed") == "# We\n\n[a] agree.\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("We\n{++agree++} on it", "line 3: no comment stands right behind this mark: “{++agree++} on it"),
        ("We {++agree++}", "line 2: no comment stands right behind this mark"),
        ("We {++agree\non it", "line 2: this mark never closes: “{++agree on it"),
        ("We agree++} on it", "line 2: ++} closes nothing"),
        (f"{{++We {{--agree++}}{REV3}--}}{WIMN}", "line 2: ++} closes nothing"),
        ("We{++ agree++}{>>who inferred: why<<}", "the head names no hand who"),
        ("We{-- agree--}{>>rev3 inferred until who: why<<}", "the head names no hand who"),
        ("We{++ agree++}{>>rev3 sure: why<<}", "lacks its hand, its grade or its reason"),
        ("We{++ agree++}{>>rev3 inferred:  <<}", "lacks its hand, its grade or its reason"),
        ("We{++ agree++}{>>rev3 inferred<<}", "lacks its hand, its grade or its reason"),
        ("We agree {>>rev3 inferred: why<<}", "line 2: this comment stands behind no mark"),
        (f"{{++We {{++agree++}}{REV3}++}}{WIMN}", "a second hand has inserted words"),
        (f"We{{++ agree++}}{{>>rev3 inferred: why, and {{--on it--}}{REV3}", "this comment never closes"),
        ("We{++ agree++}{>>rev3 inferred: why and all the rest", "this comment never closes"),
        ("We agree <<} on it", "<<} closes nothing"),
    ],
)
def test_a_wrong_mark_is_refused_with_its_line_and_words(text, message, marked):
    with pytest.raises(WorkbookError) as refused:
        marked(text)
    assert message in str(refused.value)


def test_a_refusal_stays_one_sentence_however_long_a_name_is(marked):
    with pytest.raises(WorkbookError) as refused:
        marked(
            "We{++ agree++}{>>" + "x" * 5000 + " inferred: why<<}.",
            head=f"{{>>hands: {'y' * 5000} = Us<<}}\n",
        )
    assert len(str(refused.value)) < 1000


@pytest.mark.parametrize("hand", ["?", "not known", "all", "none", "printed"])
def test_a_hand_cannot_be_called_nobody_or_everybody(hand, marked):
    with pytest.raises(WorkbookError, match="no hand can be called"):
        marked("We{++ agree++}{>>x inferred: why<<}.", head=f"{{>>hands: {hand} = Them<<}}\n")


def test_a_marked_text_may_have_the_line_ends_of_windows(marked):
    runs = marked(f"We{{++ agree++}}{REV3}.\r\nAll.\r\n", head=HEAD.replace("\n", "\r\n"))
    assert join(runs, "rev3") == "We agree.\r\nAll.\r\n"


@pytest.mark.parametrize(
    "text", ["{++x++}{>>" + " " * 50_000 + "<<}", "{>>a" * 50_000, "{>>hands: a" + " " * 50_000 + "b<<}"]
)
def test_no_text_keeps_the_reader_waiting(text, marked):
    """Without an end: a pattern that goes back and forth would take hours here."""
    with pytest.raises(WorkbookError):
        marked(text + "{++y++}")


@pytest.fixture
def edition(marked, tmp_path):
    """Reads a marked text that is an edition of a printed one."""
    (tmp_path / "printed").mkdir()

    def read(text, printed, name="../printed/text.txt"):
        (tmp_path / "printed" / "text.txt").write_text(printed, encoding="utf-8")
        return marked(text, HEAD + f"{{>>printed: {name}<<}}\n")

    return read


def test_an_edition_has_the_words_of_its_printed_text(edition):
    runs = edition(f"We {{++agree++}}{REV3}.\n", "We agree.\n")
    assert join(runs, "printed") == "We agree.\n"


@pytest.mark.parametrize("text", ["We agre.\n", "We agree. \n", "We agree.\nAll.\n", "We agree."])
def test_other_words_than_the_printed_ones_are_refused(text, edition):
    with pytest.raises(WorkbookError, match=r"without its marks, line \d is not that of text.txt"):
        edition(text + f"{{++++}}{REV3}", "We agree.\n")


def test_line_ends_that_an_editor_changed_are_named(edition):
    with pytest.raises(WorkbookError, match="the line ends are not those of"):
        edition(f"We {{++agree++}}{REV3}.\r\n", "We agree.\n")


def test_an_edition_looks_for_its_printed_text_in_its_own_data_folder_alone(edition, tmp_path):
    secret = tmp_path.parent / "secret.txt"
    secret.write_text("a password")
    with pytest.raises(WorkbookError, match="there is no printed text") as refused:
        edition(f"We {{++agree++}}{REV3}.", "We agree.", name="../../secret.txt")
    assert "password" not in str(refused.value)


WORDS = st.text(st.sampled_from("abé \n"), min_size=1, max_size=8)


def mark(kind, words):
    put = f"{{++{words}++}}{REV3}"
    struck = f"{{--{put if kind == 'both' else words}--}}{WIMN}"
    return {"plain": words, "put": put}.get(kind, struck)


@given(
    st.lists(st.tuples(st.sampled_from(["plain", "put", "struck", "both"]), WORDS), min_size=1, max_size=6)
)
def test_taking_the_marks_away_gives_the_printed_text(tmp_path_factory, pieces):
    file = tmp_path_factory.mktemp("marked") / "text.md"
    file.write_text(HEAD + "x" + "".join(mark(*piece) for piece in pieces), encoding="utf-8")
    assert join(read_file(file), "printed") == "x" + "".join(words for _kind, words in pieces)


def test_a_text_is_read_anew_when_its_words_change_and_its_date_and_length_do_not(tmp_path):
    printed, edition = tmp_path / "printed.txt", tmp_path / "marked" / "text.md"
    edition.parent.mkdir()

    def write(file, text):
        file.write_text(text, encoding="utf-8")
        os.utime(file, (0, 0))

    write(printed, "We act.")
    write(edition, "{>>printed: ../printed.txt<<}\nWe act.")
    assert join(read_file(edition), "printed") == "We act."
    write(printed, "We ask.")
    with pytest.raises(WorkbookError, match="line 1 is not that of printed"):
        read_file(edition)
    write(edition, "{>>printed: ../printed.txt<<}\nWe ask.")
    assert join(read_file(edition), "printed") == "We ask."
