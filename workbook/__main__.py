"""The command line: serve the dashboard, print a text or a table, compare two drafts."""

import argparse
import io
import os
import re
import sys
from pathlib import Path

import polars as pl

from workbook.schemas import FRAMES, WorkbookError

# Control characters but tab and line feed, and those that override the direction of writing.
_OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
# What went wrong is the user's to mend: the same code as for a wrong option.
MENDABLE = 2


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; 0 where it worked, 2 with one sentence on standard error where it did not.

    1: it worked, and a claim no longer holds.
    """
    asked = _parser().parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # whatever the terminal says: the texts need it
    found = 0
    try:
        found = asked.run(asked) or 0
        sys.stdout.flush()
    except WorkbookError as error:
        print(_defuse(f"workbook: {' '.join(str(error).split())}"), file=sys.stderr)
        return MENDABLE
    except BrokenPipeError:  # the reader of our output, `head` say, has enough
        _close_output()
    except OSError as error:
        print(_defuse(f"workbook: a file cannot be read or written: {error}."), file=sys.stderr)
        _close_output()
        return MENDABLE
    return found


def _close_output() -> None:
    """Sends what is left of the output nowhere, so that Python does not complain of it at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="workbook", description="See how a negotiated text changes from draft to draft."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    from workbook.share.serve.options import add_options

    dashboard = commands.add_parser("dashboard", help="serve the dashboard on this machine")
    add_options(dashboard)
    dashboard.set_defaults(run=_serve)

    table = commands.add_parser("table", help="print a frame as CSV, or write it to a file")
    table.add_argument("name", choices=FRAMES, metavar="NAME", help=", ".join(FRAMES))
    table.add_argument(
        "drafts",
        nargs="*",
        metavar="DRAFT",
        help="ids or files; frames that compare (pairs, diffs, trail ...) take two",
    )
    table.add_argument(
        "-o", type=Path, metavar="FILE", dest="file", help="a .csv, .xlsx, .parquet or .json file"
    )
    table.set_defaults(run=_write_table)

    text = commands.add_parser("text", help="print a draft's paragraphs, one a line: label, tab, text")
    text.add_argument("draft", metavar="DRAFT", help="an id or a file")
    text.add_argument(
        "--hands", metavar="WHO", help="whose changes are made: printed, none, all, or names joined by ;"
    )
    text.set_defaults(run=_print_text)

    compare = commands.add_parser("compare", help="print what changed, or write a web page or a Word file")
    compare.add_argument("old", metavar="OLD", help="an id or a file")
    compare.add_argument("new", metavar="NEW", help="an id or a file")
    compare.add_argument("-o", type=Path, metavar="FILE", dest="file", help="the .html or .docx to write")
    compare.set_defaults(run=_compare)

    agreement = commands.add_parser(
        "agreement", help="print how far the marked editions agree, and where not"
    )
    agreement.add_argument("--data", type=Path, metavar="FOLDER", help="a folder with marked/ of your own")
    agreement.set_defaults(run=_print_agreement)

    ghosts = commands.add_parser(
        "ghosts", help="print words of a flattened draft that were probably struck, or write a marked text"
    )
    ghosts.add_argument("old", metavar="OLD", help="the flattened draft: an id or a file")
    ghosts.add_argument("new", metavar="NEW", help="the draft that came later")
    ghosts.add_argument("-o", type=Path, metavar="FILE.md", dest="file", help="the marked text to write")
    ghosts.set_defaults(run=_find_ghosts)

    _add_check(commands)

    site = commands.add_parser("site", help="write a page for every pair of drafts, for any static host")
    site.add_argument("folder", type=Path, metavar="FOLDER", help="where to write them")
    site.add_argument("--data", type=Path, metavar="FOLDER", help="a folder with drafts of your own")
    site.set_defaults(run=_write_site)
    return parser


def _add_check(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    check = commands.add_parser("check", help="say of pinned findings whether they still hold")
    check.add_argument("claims", type=Path, metavar="CLAIMS", help="the .json file that they were written to")
    check.add_argument("--data", type=Path, metavar="FOLDER", help="a folder with drafts of your own")
    check.set_defaults(run=_check_claims)


def _serve(asked: argparse.Namespace) -> None:
    from workbook.app.kept import find_bundle
    from workbook.app.page import allow_edits
    from workbook.share.serve import serve_dashboard
    from workbook.share.serve.options import read_offer
    from workbook.text.drafts import load_drafts

    load_drafts(asked.data)  # what is wrong with the table is said here, not on the page
    _warn_of_left_out(asked.data)
    allow_edits(asked.edit, asked.data)
    serve_dashboard(read_offer(asked, find_bundle))


def _write_table(asked: argparse.Namespace) -> None:
    from workbook.app import make_table
    from workbook.app.about import describe_table
    from workbook.share.tables import TABLES, check_ending, print_table, write_table

    if asked.file:
        check_ending(asked.file, TABLES)
    frame, drafts = make_table(asked.name, asked.drafts)
    _warn(drafts)
    if asked.file:
        write_table(frame, asked.file, describe_table(asked.name, drafts))
    else:
        print_table(frame, sys.stdout)


def _print_text(asked: argparse.Namespace) -> None:
    from workbook.app.lines import read_lines

    lines, drafts = read_lines(asked.draft, asked.hands)
    _warn(drafts)
    for label, words in lines:
        print(f"{label}\t{_defuse(words)}")


def _defuse(text: str) -> str:
    """The text without the characters that a terminal would obey or that turn its writing round."""
    return _OBEYED.sub("\ufffd", text)


def _compare(asked: argparse.Namespace) -> None:
    from workbook.app import compare_drafts
    from workbook.app.files import find_writer, save_comparison
    from workbook.app.sentences import make_cards
    from workbook.share.plain import write_plain

    write = asked.file and find_writer(asked.file)
    found = compare_drafts(asked.old, asked.new)
    _warn(found.drafts)
    if write:
        save_comparison(found, asked.file, write)
    else:
        print(_defuse(write_plain(found.pairs, found.diffs, make_cards(found))))


def _print_agreement(asked: argparse.Namespace) -> None:
    from workbook.app import measure_agreement
    from workbook.share.plain import write_agreement

    print(_defuse(write_agreement(*measure_agreement(asked.data))))


def _find_ghosts(asked: argparse.Namespace) -> None:
    from workbook.app.ghosts import find_struck, mark_struck
    from workbook.share.marked import save_marked
    from workbook.share.plain import write_ghosts

    found = find_struck(asked.old, asked.new)
    _warn(found.drafts)
    if asked.file:
        save_marked(asked.file, mark_struck(found, asked.file))
    print(_defuse(write_ghosts(found.ghosts)))


def _check_claims(asked: argparse.Namespace) -> int:
    from workbook.app.claims import check_claims
    from workbook.share.claim_files import read_claims
    from workbook.share.plain import write_checked

    checked = check_claims(read_claims(asked.claims), asked.data)
    print(_defuse(write_checked(checked)))
    return int(any(reasons for _claim, reasons, _notes in checked))


def _write_site(asked: argparse.Namespace) -> None:
    from workbook.app.sites import compare_all
    from workbook.share.site import write_site
    from workbook.text.drafts import load_drafts

    drafts = load_drafts(asked.data)
    if len(drafts) < 2:
        raise WorkbookError(
            "A site compares drafts, and there are fewer than two. Add files, or rows of drafts.csv."
        )
    _warn(drafts)
    _warn_of_left_out(asked.data)
    written = write_site(asked.folder, compare_all(drafts, asked.data), drafts["draft"].to_list())
    print(f"{len(written)} files in {asked.folder}. Begin with {written[-1]}.")


def _warn(drafts: pl.DataFrame) -> None:
    """Says beside the data, on standard error, what a printed text is not, and what was guessed."""
    _say(_cautions(drafts))


def _warn_of_left_out(folder: Path | None) -> None:
    """Says which files of a data folder are no drafts because they cannot be read."""
    from workbook.text.drafts import list_left_out

    _say([f"Left out: {said}" for said in list_left_out(folder)])


def _say(sentences: list[str]) -> None:
    for said in sentences:
        print(_defuse(" ".join(said.split())), file=sys.stderr)


def _cautions(drafts: pl.DataFrame) -> list[str]:
    from workbook.app.about import list_cautions

    return list_cautions(drafts)


if __name__ == "__main__":
    sys.exit(main())
