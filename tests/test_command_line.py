"""The command line as its users meet it: what it prints, what it writes, and what it says when it cannot."""

import csv
import io
import os
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import polars as pl
import pytest

from workbook.__main__ import main
from workbook.schemas import DRAFTS, FRAMES
from workbook.show.cards import CAUTION, FLATTENED, RECONSTRUCTED
from workbook.text.drafts import shipped_data

SCRIPT = Path(sys.executable).parent / "workbook"
PRINTED = ("rev2-printed", "wimn-printed")
COMPARING = {"pairs", "diffs", "counts"}
OLD = "1. We agree on lamps.\n2. We will light the long road.\n3. Ships carry salt.\n"
NEW = "1. We agree on lamps.\n2. We will light the short road.\n3. Ships carry salt.\n4. Birds return.\n"

# Every frame, the four formats, the page, and what is printed.
EXPORTS = [
    *(["table", name, "-o", f"{name}.csv"] for name in FRAMES),
    ["table", "diffs", "-o", "diffs.parquet"],
    ["table", "diffs", "-o", "diffs.json"],
    ["table", "changes", "-o", "changes.xlsx"],
    ["compare", *PRINTED, "-o", "page.html"],
    ["compare", *PRINTED],
    ["text", "wimn-printed"],
]
EXPORT = f"from workbook.__main__ import main\nfor command in {EXPORTS}:\n    main(command)"


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    """Each test runs in a folder of its own, on the drafts that ship."""
    monkeypatch.delenv("WORKBOOK_DATA", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(capsys):
    """Runs one command here and says code, what was printed, and what stands on standard error."""

    def command(*arguments):
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        return SimpleNamespace(code=code, **capsys.readouterr()._asdict())

    return command


@pytest.fixture
def texts(own_folder):
    """Two invented drafts as files beside the user, old.txt and new.txt."""
    (own_folder / "old.txt").write_text(OLD, encoding="utf-8")
    (own_folder / "new.txt").write_text(NEW, encoding="utf-8")
    return own_folder


@pytest.fixture
def own_data(texts, monkeypatch):
    """A data folder of the user's own, named by WORKBOOK_DATA, with the drafts old and new."""

    def make(ids=("old", "new"), status="as issued"):
        with (texts / "drafts.csv").open("w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, list(DRAFTS), restval="")
            table.writeheader()
            for draft in ids:
                row = {"draft": draft, "title": draft.title(), "kind": "revision", "file": f"{draft}.txt"}
                table.writerow(row | {"hands": "printed", "status": status})
        monkeypatch.setenv("WORKBOOK_DATA", str(texts))
        return texts

    return make


def read_csv(text):
    return list(csv.reader(io.StringIO(text, newline="")))


def start(*arguments, **how):
    """A process of the installed script, with Python's usual buffering."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.Popen(
        [SCRIPT, *arguments], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **how
    )


# What is printed and written


@pytest.mark.parametrize("name", FRAMES)
def test_a_table_has_exactly_the_columns_of_its_schema(name, run):
    found = run("table", name)
    header, *rows = read_csv(found.out)
    assert found.code == 0
    assert header == list(FRAMES[name])
    # Nobody commented on our texts, and nothing in them had to be guessed.
    assert rows or name in ("comments", "notices")
    assert {len(row) for row in rows} <= {len(header)}


@pytest.mark.parametrize("name", FRAMES)
def test_a_table_of_two_files_has_the_same_columns(name, texts, run):
    header, *_ = read_csv(run("table", name, "old.txt", "new.txt").out)
    assert header == list(FRAMES[name])


def test_a_table_of_one_draft_holds_that_draft_alone(run):
    _, *rows = read_csv(run("table", "paragraphs", "rev2-printed").out)
    assert {row[0] for row in rows} == {"rev2-printed"}


@pytest.mark.parametrize("name", FRAMES)
def test_a_parquet_file_keeps_the_types_of_its_schema(name, run):
    assert run("table", name, "-o", "a.parquet").code == 0
    assert pl.read_parquet("a.parquet").schema == FRAMES[name]


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_a_file_holds_the_format_of_its_ending_and_nothing_is_printed(ending, run):
    found = run("table", "citations", "-o", f"a.{ending}")
    read = {"csv": pl.read_csv, "json": pl.read_json}[ending]
    assert (found.code, found.out) == (0, "")
    assert read(f"a.{ending}").columns == list(FRAMES["citations"])


def test_what_is_written_as_csv_is_what_is_printed(run):
    printed = run("table", "pairs").out
    run("table", "pairs", "-o", "a.csv")
    assert Path("a.csv").read_text(encoding="utf-8") == printed


def test_the_account_that_is_handed_out_gives_the_source_back(run):
    run("table", "account", "wimn-printed", "-o", "a.parquet")
    source = shipped_data() / "printed/wimn-on-rev3-as-printed.txt"
    assert "".join(pl.read_parquet("a.parquet")["text"]) == source.read_text(encoding="utf-8")


@pytest.mark.parametrize(("draft", "paragraphs"), [("rev2-printed", 69), ("wimn-printed", 82)])
def test_a_text_is_a_line_a_paragraph_label_tab_words(draft, paragraphs, run):
    *lines, last = run("text", draft).out.split("\n")
    cells = [line.split("\t") for line in lines]
    assert (len(lines), last) == (paragraphs, "")
    assert {len(pair) for pair in cells} == {2}
    assert len({label for label, _ in cells}) == paragraphs
    assert all(label and words == " ".join(words.split()) for label, words in cells)


def test_a_text_of_a_file_is_printed_too(texts, run):
    assert run("text", "old.txt").out.splitlines() == [
        "1\tWe agree on lamps.",
        "2\tWe will light the long road.",
        "3\tShips carry salt.",
    ]


def test_breaks_inside_a_paragraph_do_not_break_its_line(own_folder, run):
    Path("a.txt").write_text("1. We\tare\u2028one\x0bline\rin\x85all.\n2. We rest.\n", encoding="utf-8")
    assert run("text", "a.txt").out == "1\tWe are one line in all.\n2\tWe rest.\n"


def test_a_comparison_of_two_files_is_printed(texts, run):
    found = run("compare", "old.txt", texts / "new.txt")
    heads = [line for line in found.out.splitlines() if not line.startswith(" ")]
    assert (found.code, found.err) == (0, "")
    told = "1: unchanged.\n2: “long” becomes “short”.\n3: unchanged.\n4: new, 2 words; “Birds return”."
    assert heads == told.splitlines()
    assert "[-long" in found.out
    assert "{+Birds return.+}" in found.out


def test_a_draft_can_be_compared_with_a_file(texts, run):
    found = run("table", "pairs", "rev2-printed", "new.txt")
    _, *rows = read_csv(found.out)
    assert {row[0] for row in rows} == {"rev2-printed"}
    assert {row[3] for row in rows} == {"new.txt"}


@pytest.mark.parametrize("name", ["page.html", "PAGE.HTM"])
def test_a_comparison_is_written_to_a_page(name, texts, run):
    found = run("compare", "old.txt", "new.txt", "-o", name)
    page = Path(name).read_text(encoding="utf-8")
    assert (found.code, found.out, found.err) == (0, "", "")
    assert page.startswith("<!doctype html>")
    assert page.rstrip().endswith("</html>")


def test_a_comparison_of_the_printed_texts_names_every_paragraph_of_the_newer(run):
    labels = {line.split("\t")[0] for line in run("text", "wimn-printed").out.splitlines()}
    heads = run("compare", *PRINTED).out.splitlines()
    assert labels <= {line.split(":")[0] for line in heads if not line.startswith(" ")}


def test_drafts_of_the_users_own_come_from_the_folder_that_workbook_data_names(own_data, run):
    own_data()
    assert [row[0] for row in read_csv(run("table", "drafts").out)] == ["draft", "old", "new"]
    assert run("compare", "old", "new").out.startswith("1: unchanged.\n2: “long” becomes “short”.\n")


def test_the_installed_script_does_the_same(texts):
    process = start("compare", "old.txt", "new.txt", text=True)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (0, "")
    assert out.startswith("1: unchanged.\n2: “long” becomes “short”.\n")


def test_a_reader_that_has_enough_is_not_answered_with_a_traceback():
    process = start("table", "account")
    assert process.stdout.readline() == b"file,line,start,role,draft,position,text\n"
    process.stdout.close()
    said = process.stderr.read().decode()
    process.stderr.close()
    process.wait(timeout=30)
    assert "Traceback" not in said
    assert "Error" not in said


def test_the_same_input_gives_the_same_bytes_whatever_the_hash_seed(own_folder, monkeypatch, capsys):
    here, there = own_folder / "here", own_folder / "there"
    here.mkdir()
    there.mkdir()
    seed = "0" if os.environ.get("PYTHONHASHSEED") == "4711" else "4711"
    how = {"cwd": there, "env": os.environ | {"PYTHONHASHSEED": seed}, "stdout": subprocess.PIPE}
    process = subprocess.Popen([sys.executable, "-c", EXPORT], **how)
    monkeypatch.chdir(here)
    for command in EXPORTS:
        assert main(command) == 0
    printed = process.communicate(timeout=120)[0].decode()
    files = {file.name: file.read_bytes() for file in here.iterdir()}
    assert process.returncode == 0
    beside = [name for name in files if name.endswith(".read-me.txt")]
    assert len(files) - len(beside) == len(FRAMES) + 4
    said = [told for name in beside if "\ndraft " in (told := files[name].decode())]
    assert all(CAUTION in words or RECONSTRUCTED in words for words in said) and said
    assert [name for name, content in files.items() if (there / name).read_bytes() != content] == []
    assert printed == capsys.readouterr().out


# What a printed text is not


@pytest.mark.parametrize("command", [["text"], ["table", "paragraphs"], ["table", "drafts"]])
def test_a_printed_text_comes_with_its_caution_beside_the_data(command, run):
    found = run(*command, "rev2-printed")
    assert found.err == f"Rev 2, as printed: {CAUTION}\n"
    assert CAUTION not in found.out


@pytest.mark.parametrize("name", FRAMES)
@pytest.mark.parametrize("where", [(), ("-o", "a.csv")])
def test_every_table_of_the_printed_texts_comes_with_both_cautions(name, where, run):
    assert run("table", name, *PRINTED, *where).err.count(CAUTION) == 2


def test_a_reading_comes_with_the_sentence_that_it_is_reconstructed(run):
    assert run("compare", "rev2", "rev3").err.count(RECONSTRUCTED) == 2
    assert run("table", "counts", "rev2", "rev3", "-o", "a.csv").err.count(RECONSTRUCTED) == 2
    assert RECONSTRUCTED in Path("a.csv.read-me.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("hands", "words", "said"),
    [
        ("printed", "We commend recognize the work", 0),
        ("none", "We commend the work", 1),
        ("all", "We recognize the work", 1),
        ("rev2", "We recognize the work", 1),
    ],
)
def test_the_hands_of_a_marked_text_can_be_chosen(hands, words, said, run):
    found = run("text", str(shipped_data() / "marked" / "rev2.md"), "--hands", hands)
    assert f"\n17\t{words}" in found.out
    assert found.err.count(RECONSTRUCTED) == said


def test_how_far_the_editions_agree_is_printed_with_the_places_where_not(run):
    lines = run("agreement").out.splitlines()
    assert re.fullmatch(r"99\.\d% of [\d,]+ words: Rev 2, read out of each of the two files", lines[0])
    assert "This is consistency, not accuracy: two readings can agree and both be wrong." in lines
    assert any(line.startswith("40: [-actors-] {+authorities+}") for line in lines)


def test_a_comparison_of_printed_texts_bears_the_caution_on_screen_and_in_the_page(run):
    assert run("compare", *PRINTED).err.count(CAUTION) == 2
    assert run("compare", *PRINTED, "-o", "a.html").err.count(CAUTION) == 2
    assert Path("a.html").read_text(encoding="utf-8").count(CAUTION.replace("'", "&#x27;")) == 2


def test_the_caution_goes_with_the_printed_one_of_two_texts(texts, run):
    found = run("compare", "rev2-printed", "new.txt", "-o", "a.html")
    assert found.err == f"Rev 2, as printed: {CAUTION}\n"
    assert Path("a.html").read_text(encoding="utf-8").count('<p class="caution">') == 1


@pytest.mark.parametrize(
    "arguments",
    [("text", "old.txt"), ("table", "runs", "old.txt"), ("table", "counts", "old.txt", "new.txt"),
     ("compare", "old.txt", "new.txt"), ("compare", "old.txt", "new.txt", "-o", "a.html")],
)  # fmt: skip
def test_another_file_comes_without_the_caution(arguments, texts, run):
    found = run(*arguments)
    assert (found.code, found.err) == (0, "")
    assert CAUTION not in found.out
    assert not any(CAUTION[:20] in page.read_text(encoding="utf-8") for page in texts.glob("*.html"))


@pytest.mark.parametrize(("status", "times"), [("flattened", 2), ("as issued", 0), ("reconstructed", 0)])
def test_the_status_of_a_draft_decides_on_its_caution(status, times, own_data, run):
    own_data(status=status)
    assert run("compare", "old", "new").err.count(FLATTENED) == times


# What cannot be done: code 2, one line on standard error, nothing printed


def refused(found):
    """The one line that says what is wrong, after checking that it is the only one."""
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith("workbook: ")
    assert found.err.count("\n") == 1
    assert "Traceback" not in found.err
    assert found.err.rstrip().endswith(".")
    return found.err.strip().removeprefix("workbook: ")


COMMANDS = [
    ("text",),
    ("table", "runs"),
    ("table", "tags"),
    ("table", "pairs", "old.txt"),
    ("compare", "old.txt"),
]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", ["rev9", "nowhere.txt", "folder", ""])
def test_an_unknown_id_and_a_missing_file_are_told_the_known_ids(command, name, texts, run):
    (texts / "folder").mkdir()
    message = refused(run(*command, name))
    assert message.startswith(f"{name}: no draft has this id and no file this name")
    assert "rev2-printed, wimn-printed" in message


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("content", "place", "mend"),
    [
        (b"", "", "the file is empty"),
        (b" \n\t\r\n", "", "the file is empty"),
        (b"1. We\nthank \xff\xfe\n", ", line 2", "encoding UTF-8"),
        (b"1. We\n\nthank\x00\n", ", line 3", "encoding UTF-8"),
        (b"\x89PNG\r\n\x1a\n\x00", ", line 1", "encoding UTF-8"),
    ],
)
def test_a_file_that_is_no_text_is_named_with_the_line(command, content, place, mend, texts, run):
    (texts / "bad.txt").write_bytes(content)
    message = refused(run(*command, "bad.txt"))
    assert message.startswith(f"{texts / 'bad.txt'}{place}:")
    assert mend in message


@pytest.mark.parametrize("command", [("text",), ("table", "tags"), ("compare", "old.txt")])
def test_a_file_without_a_paragraph_is_told_what_a_draft_is(command, texts, run):
    (texts / "bad.txt").write_text("[bookmark: x]\n", encoding="utf-8")
    message = refused(run(*command, "bad.txt"))
    assert message.startswith(f"{texts / 'bad.txt'}, line 1: no paragraph")
    assert "numbered paragraphs" in message


@pytest.mark.parametrize("name", ["a.odt", "a.doc", "a.xls"])
def test_a_format_that_cannot_be_read_is_told_the_ones_that_can(name, own_folder, run):
    Path(name).write_text("1. We agree.\n", encoding="utf-8")
    message = refused(run("text", name))
    assert message.startswith(f"{own_folder / name}:")
    assert ".txt" in message


@pytest.mark.parametrize(
    "arguments", [("table", "drafts"), ("table", "pairs"), ("text", "old"), ("compare", "old", "new")]
)
def test_two_rows_with_one_id_are_refused_at_the_second(arguments, own_data, run):
    folder = own_data(ids=("old", "new", "old"))
    message = refused(run(*arguments))
    assert message.startswith(f"{folder / 'drafts.csv'}, line 4:")
    assert "own id" in message


def test_a_data_folder_without_drafts_csv_is_told_what_it_needs(own_folder, monkeypatch, run):
    monkeypatch.setenv("WORKBOOK_DATA", str(own_folder))
    message = refused(run("table", "drafts"))
    assert message.startswith(f"{own_folder / 'drafts.csv'}:")
    assert all(column in message for column in DRAFTS)


def test_a_row_of_drafts_csv_whose_file_is_missing_names_that_file(own_data, run):
    folder = own_data()
    (folder / "old.txt").unlink()
    assert refused(run("text", "old")).startswith(f"{folder / 'old.txt'}: there is no such file")


@pytest.mark.parametrize("arguments", [("table", "tags"), ("table", "counts"), ("compare", "old", "new")])
def test_a_term_that_does_not_compile_is_named_with_its_line(arguments, own_data, run):
    folder = own_data()
    (folder / "lexicon").mkdir()
    (folder / "lexicon/themes.csv").write_text(
        "scheme,tag,title,term,pattern,except,weight,note\n"
        "theme,T01,Lamps,lamp,\\blamps?\\b,,,\n"
        "theme,T01,Lamps,road,(unclosed,,,\n",
        encoding="utf-8",
    )
    message = refused(run(*arguments))
    assert message.startswith(f"{folder / 'lexicon/themes.csv'}, line 3:")
    assert "(unclosed" in message


@pytest.mark.parametrize("name", sorted(COMPARING))
@pytest.mark.parametrize("drafts", [("old.txt",), ("old.txt", "new.txt", "rev2-printed")])
def test_a_comparison_of_other_than_two_drafts_is_refused(name, drafts, texts, run):
    assert "name two" in refused(run("table", name, *drafts))


@pytest.mark.parametrize("name", ["a.ods", "a", "a.html"])
def test_a_table_is_written_to_no_other_ending(name, texts, run):
    message = refused(run("table", "runs", "old.txt", "-o", name))
    assert message.startswith(f"{name}:")
    assert ".csv, .parquet, .json, .xlsx" in message
    assert not Path(name).exists()


@pytest.mark.parametrize("name", ["a.csv", "a.pdf", "a"])
def test_a_comparison_is_written_to_no_other_ending(name, texts, run):
    message = refused(run("compare", "old.txt", "new.txt", "-o", name))
    assert message.startswith(f"{name}:")
    assert ".html" in message
    assert not Path(name).exists()


@pytest.mark.parametrize("ending", ["csv", "parquet", "json", "html"])
def test_a_place_that_cannot_be_written_to_is_named(ending, texts, run):
    (texts / f"folder.{ending}").mkdir()
    command = ("compare",) if ending == "html" else ("table", "runs")
    for place in (f"nowhere/a.{ending}", f"folder.{ending}"):
        message = refused(run(*command, "old.txt", "new.txt", "-o", place))
        assert message.startswith(f"{place}:")
        assert "cannot be written there" in message


@pytest.mark.parametrize(
    "arguments", [(), ("table",), ("table", "nonsense"), ("text",), ("compare", "old"), ("print", "old")]
)
def test_a_command_that_does_not_exist_is_answered_with_the_usage(arguments, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(list(arguments))
    said = capsys.readouterr()
    assert (stopped.value.code, said.out) == (2, "")
    assert said.err.startswith("usage: workbook")


def test_an_unknown_table_is_told_the_known_ones(capsys):
    with pytest.raises(SystemExit):
        main(["table", "nonsense"])
    said = capsys.readouterr().err
    assert all(name in said for name in FRAMES)


@pytest.mark.parametrize("command", ["table", "text", "compare", "dashboard"])
def test_every_command_explains_itself(command, capsys):
    with pytest.raises(SystemExit) as stopped:
        main([command, "--help"])
    assert stopped.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: workbook {command}")
