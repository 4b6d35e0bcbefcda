"""Marked text (CriticMarkup) -> RUNS: the printed words in their order, each with whose hand is on it.

{++words++} were put in, {--words--} were struck, and behind each mark stands a comment that says by
whom, how surely and why: {>>rev2 inferred: the sentence has two verbs without it<<}. What one hand put
in and another struck stands in both marks; what one struck and another put back in one, whose comment
says "rev3 inferred until wimn: ...". Above the text, one comment a line, the file says whose
hands there are and of which printed text it is an edition:

    {>>hands: rev3 = Rev 3's drafters; wimn = WIMN's suggested language<<}
    {>>printed: ../printed/wimn-on-rev3-as-printed.txt<<}
"""

import re
from pathlib import Path
from typing import NamedTuple

from workbook.schemas import GRADE, WorkbookError
from workbook.text.read.plain import decode, read_plain, read_text
from workbook.text.read.source import RESERVED, Run, Source, make_source

_SIGN = re.compile(r"\{\+\+|\{--|\+\+\}|--\}|\{>>|<<\}")
# What a comment says before its colon, with single spaces between its words.
_SAID = re.compile(
    rf"(?P<hand>\S(?:.*\S)?) (?P<grade>{'|'.join(GRADE.categories)})"
    r"(?: from (?P<moved>\S+))?(?: until (?P<until>\S.*))?"
)
_ACTS = {"{++": "inserted", "{--": "deleted"}
_CLOSING = {"{++": "++}", "{--": "--}"}
# As many characters of the text as an error message repeats.
_QUOTED = 60
# The names of a dozen hands are shorter than this.
_NAMED = 120


class Comment(NamedTuple):
    """What a comment says of its mark."""

    hand: str
    grade: str
    moved_from: str
    until: str  # who put back what was struck
    reason: str


class Stretch(NamedTuple):
    """A stretch of printed characters in one state."""

    text: str
    inserted: Comment | None
    deleted: Comment | None


class _Mark(NamedTuple):
    """A mark that waits for its end, or, closed, for its comment."""

    opening: str
    first: int  # the stretch that it begins with
    start: int  # where it stands in the file


def read_marked(path: Path, raw: bytes) -> Source:
    """One run a stretch of a printed line with the same hands on it.

    `line` counts the lines of the printed text; the texts joined, with the breaks, are that text,
    character for character. A file without marks is read as plain text. Raises WorkbookError, with
    file, line and words, where a mark is not closed, has no comment, names a hand that the head does not
    or an unknown grade, or where the words are not those of the printed text that the head names.
    """
    text, doubt = decode(path, raw)
    head, start = read_head(text)
    if not _SIGN.search(text):
        return read_plain(path, raw)
    hands = _hands_of(head)
    if reserved := RESERVED & set(hands):
        raise WorkbookError(
            f"{path}, line 1: no hand can be called {', '.join(sorted(reserved))}. Rename it."
        )
    stretches = _read_marks(path, text, start, hands)
    _compare_printed(path, head, "".join(stretch.text for stretch in stretches))
    return make_source(path, _list_runs(stretches), hands, notices=(doubt,) if doubt else ())


def read_head(text: str) -> tuple[dict[str, str], int]:
    """The entries above the text, a line each, and where the text begins."""
    head: dict[str, str] = {}
    start = 0
    while (end := text.find("\n", start)) >= 0:
        line = text[start:end].strip()
        name, colon, said = line.removeprefix("{>>").removesuffix("<<}").partition(":")
        if not (line.startswith("{>>") and line.endswith("<<}") and colon and name.strip().isidentifier()):
            break
        head[name.strip()] = said.strip()
        start = end + 1
    return head, start


def _hands_of(head: dict[str, str]) -> dict[str, str]:
    entries = (entry.partition("=") for entry in head.get("hands", "").split(";"))
    return {hand.strip(): name.strip() or hand.strip() for hand, _, name in entries if hand.strip()}


def _read_marks(path: Path, text: str, at: int, hands: dict[str, str]) -> list[Stretch]:
    stretches: list[Stretch] = []
    opened: list[_Mark] = []
    closed: _Mark | None = None
    while sign := _SIGN.search(text, at):
        start = sign.start()
        if closed and (start > at or sign[0] != "{>>"):
            _refuse(path, text, closed.start, "no comment stands right behind this mark", _MEND_COMMENT)
        if start > at:
            stretches.append(Stretch(text[at:start], None, None))
        at = sign.end()
        if sign[0] in _ACTS:
            opened.append(_Mark(sign[0], len(stretches), start))
        elif sign[0] == "{>>":
            at, comment = _read_comment(path, text, start, closed, hands)
            for number in range(closed.first, len(stretches)):
                stretches[number] = _put_on(stretches[number], closed, comment, path, text)
            closed = None
        elif not opened or _CLOSING[opened[-1].opening] != sign[0]:
            _refuse(path, text, start, f"{sign[0]} closes nothing", _MEND_NESTING)
        else:
            closed = opened.pop()
    if closed:
        _refuse(path, text, closed.start, "no comment stands right behind this mark", _MEND_COMMENT)
    if opened:
        _refuse(path, text, opened[-1].start, "this mark never closes", _MEND_NESTING)
    return [*stretches, Stretch(text[at:], None, None)] if text[at:] else stretches


_MEND_COMMENT = "Write {++words++}{>>HAND GRADE: reason<<}, the comment right behind the mark."
_MEND_NESTING = "Close {++ with ++} and {-- with --}, the inner mark first."


def _read_comment(
    path: Path, text: str, start: int, closed: _Mark | None, hands: dict[str, str]
) -> tuple[int, Comment]:
    """Where the comment that begins here ends, and what it says."""
    if closed is None:
        _refuse(path, text, start, "this comment stands behind no mark", _MEND_COMMENT)
    end = text.find("<<}", start)
    said = text[start + 3 : end]
    if end < 0 or _SIGN.search(said):
        _refuse(path, text, start, "this comment never closes", "End it with <<}, before the next mark.")
    head, _colon, reason = said.partition(":")
    told = _SAID.fullmatch(" ".join(head.split()))
    if not told or not reason.strip():
        grades = ", ".join(GRADE.categories)
        mend = f"Write {{>>HAND GRADE: reason<<}}; the grade is one of {grades}."
        _refuse(path, text, start, "this comment lacks its hand, its grade or its reason", mend)
    for hand in filter(None, (told["hand"], told["until"])):
        if hand not in hands:
            known, other = _shorten("; ".join(hands)) or "nobody", _shorten(hand)
            mend = f"The first line names {known}: {{>>hands: {other} = the name in full<<}} names another."
            _refuse(path, text, start, f"the head names no hand {other}", mend)
    moved, until = told["moved"] or "", told["until"] or ""
    return end + 3, Comment(told["hand"], told["grade"], moved, until, " ".join(reason.split()))


def _put_on(stretch: Stretch, mark: _Mark, comment: Comment, path: Path, text: str) -> Stretch:
    act = _ACTS[mark.opening]
    if getattr(stretch, act) is not None:
        what = f"a second hand has {act} words that were {act} before"
        _refuse(path, text, mark.start, what, "Nest an insertion and a deletion, never two of one kind.")
    return stretch._replace(**{act: comment})


def _shorten(name: str) -> str:
    """The name; where it is too long to be one, its beginning."""
    return name if len(name) <= _NAMED else f"{name[:_NAMED]} …"


def _refuse(path: Path, text: str, at: int, what: str, mend: str) -> None:
    line = 1 + text.count("\n", 0, at)
    words = " ".join(text[at : at + _QUOTED].split())
    raise WorkbookError(f"{path}, line {line}: {what}: “{words} …”. {mend}")


def _compare_printed(path: Path, head: dict[str, str], flat: str) -> None:
    """Holds the words of an edition against the printed text that its head names, in the same data folder."""
    if not (name := head.get("printed")):
        return
    printed = find_printed(path, name)
    theirs = read_text(printed)
    if flat == theirs:
        return
    if flat.replace("\r", "") == theirs.replace("\r", ""):
        raise WorkbookError(
            f"{path}: the line ends are not those of {printed.name}: an editor or git changed them. "
            "Save both files with the same line ends."
        )
    pairs = zip([*flat.split("\n"), "the end"], [*theirs.split("\n"), "the end"], strict=False)
    line, (own, other) = next((at, pair) for at, pair in enumerate(pairs, 1) if pair[0] != pair[1])
    at = next((at for at, two in enumerate(zip(own, other, strict=False)) if two[0] != two[1]), 0)
    start = max(0, at - _QUOTED // 2)
    raise WorkbookError(
        f"{path}: without its marks, line {line} is not that of {printed.name}: "
        f"“{own[start : at + _QUOTED]}” here, “{other[start : at + _QUOTED]}” there. "
        "Marks may be changed; the words, spaces and line ends may not."
    )


def find_printed(path: Path, name: str) -> Path:
    """The printed text that a head names. Raises WorkbookError where none lies in the same data folder."""
    try:
        printed = (path.parent / name).resolve()
        if printed.is_relative_to(path.resolve().parents[1]) and printed.is_file():
            return printed
    except OSError:  # a name that no file can have
        pass
    raise WorkbookError(f"{path}, line 1: there is no printed text {name[:80]} in this data folder.")


def _list_runs(stretches: list[Stretch]) -> list[Run]:
    runs: list[Run] = []
    line, run = 1, 0
    for stretch in stretches:
        for piece in re.findall(r"[^\n]*\n|[^\n]+", stretch.text):
            ends = piece.endswith("\n")
            runs.append(Run(line - 1, run, line, piece.rstrip("\n"), **_state(stretch, ends)))
            line, run = (line + 1, 0) if ends else (line, run + 1)
    return runs


def _state(stretch: Stretch, ends: bool) -> dict[str, str | None]:
    """What a run says behind its text; a break has the hands of the run that it stands behind."""
    put, struck = stretch.inserted, stretch.deleted
    state = {"break_": "none" if not ends else "deleted" if struck else "inserted" if put else "kept"}
    if put:
        state |= {"inserted_by": put.hand, "inserted_grade": put.grade, "inserted_note": put.reason}
        state |= {"moved_from": put.moved_from}
    if struck:
        state |= {"deleted_by": struck.hand, "deleted_grade": struck.grade, "deleted_note": struck.reason}
        state |= {"restored_by": struck.until}
    return state
