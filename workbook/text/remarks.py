"""RUNS and REMARKS -> RUNS: a reader who disagrees with a mark changes it, and the edition stays as it is.

A file that has marks names its hands, and a remark names one of them. In a file without any, nobody
knows whose the struck words are: the hand of a remark is NOT_KNOWN.
"""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import polars as pl

from workbook.schemas import RUNS, WorkbookError, frame_of
from workbook.text.marks import list_hands
from workbook.text.read import name_hands
from workbook.text.read.remarks import NOT_KNOWN, YOURS
from workbook.text.runs import STATE

YOUR_READING = "your reading"
OWN = f"marks in it are changed, as {YOURS} in the data folder says."
# As many of its words as a message repeats.
_QUOTED = 80
# What a remark replaces on the characters that it covers; the rest of a run stays.
_STATE = [*STATE, "moved_from", "date"]
State = tuple


def apply_remarks(runs: pl.DataFrame, remarks: pl.DataFrame, folder: Path | str) -> pl.DataFrame:
    """RUNS with the remarks made, the later ones over the earlier: the frame RUNS.

    `remarks` are REMARKS or NOTED; `folder` is the data folder that they name their files in. The words of
    a remark may go on over line ends, and take the ends of lines that they fill along. Raises WorkbookError
    where the words do not stand in their line, or the file knows no such hand.
    """
    if remarks.is_empty():
        return runs
    own = remarks.with_columns(file=pl.lit(f"{Path(folder).resolve()}/") + pl.col("file"), name="file")
    touched = own.join(runs, on="file", how="semi", maintain_order="left")
    if touched.is_empty():
        return runs
    hands = list_hands(runs.join(touched, on="file", how="semi", maintain_order="left"))
    rows = []
    for (file,), part in runs.group_by("file", maintain_order=True):
        mine = touched.filter(pl.col("file") == file).to_dicts()
        mine = [remark | {"note": f"{YOUR_READING}: {remark['reason']}"} for remark in mine]
        known = hands.filter(pl.col("file") == file)["hand"].to_list() or [NOT_KNOWN]
        for remark in mine:
            _check_hands(remark, known)
        rows += _remark_file(part, mine) if mine else part.iter_rows()
    return frame_of(rows, RUNS)


def mark_places(runs: pl.DataFrame, remarks: pl.DataFrame) -> pl.DataFrame:
    """RUNS of one file with the remarks made, whoever's they are: the frame RUNS."""
    return frame_of(
        list(_remark_file(runs, remarks.with_columns(name="file", note="reason").to_dicts())), RUNS
    )


def name_readings(
    drafts: pl.DataFrame, remarks: pl.DataFrame, folder: Path | str, runs: pl.DataFrame | None = None
) -> pl.DataFrame:
    """DRAFTS whose titles say which of them the remarks change; their hands are those that are left.

    A printed text without marks is read with the remarks made; one whose marks are printed as they stand is
    not changed by remarks. With `runs`, as they are once the remarks are made, a hand that lost its last
    mark is none of a draft's hands any more.
    """
    if remarks.is_empty():
        return drafts
    touched = {f"{Path(folder).resolve()}/{file}" for file in remarks["file"].unique()}
    left = {} if runs is None else dict(_list_left(runs.filter(pl.col("file").is_in(list(touched)))))
    rows = []
    for row in drafts.iter_rows(named=True):
        if row["file"] in touched and (hands := _read_with(row["hands"], row["file"], left)):
            row |= {"title": f"{row['title'] or row['draft']}, {YOUR_READING}", "hands": hands}
        rows.append(tuple(row.values()))
    return pl.DataFrame(rows, schema=drafts.schema, orient="row")


def _list_left(runs: pl.DataFrame) -> Iterator[tuple[str, set[str]]]:
    for (file,), own in runs.group_by("file"):
        yield file, {*own["inserted_by"], *own["deleted_by"], *own["restored_by"]}


def _read_with(hands: str, file: str, left: dict[str, set[str]]) -> str:
    """The hands with which a remarked file is read; empty where remarks change nothing for them."""
    if hands == "printed":
        return "" if not Path(file).is_file() or name_hands(Path(file)) else "all"
    if hands in ("none", "all") or file not in left:
        return hands
    return ";".join(name for name in hands.split(";") if name.strip() in left[file]) or "none"


def _check_hands(remark: dict, known: list[str]) -> None:
    for hand in filter(None, (remark["inserted_by"], remark["deleted_by"])):
        if hand not in known:
            raise WorkbookError(
                f"{_place(remark)}: {remark['name']} knows no hand “{hand}”, which shall have changed "
                f"“{_quote(remark)}”. Its hands are: {', '.join(known)}."
            )


def _place(remark: dict) -> str:
    return f"{YOURS}, line {remark['row']}" if remark.get("row") else "Your reading"


def _quote(remark: dict) -> str:
    words = " ".join(remark["words"].split())
    return words if len(words) <= _QUOTED else f"{words[:_QUOTED]} …"


def _remark_file(runs: pl.DataFrame, remarks: list[dict]) -> Iterator[tuple]:
    """The runs of a file, cut where the remarks begin and end; lines without a remark stay as they are."""
    signs: list[str] = []
    states: list[State] = []
    starts: dict[int, int] = {}
    for line, *state, text, behind in runs.select("line", *_STATE, "text", "break").iter_rows():
        starts.setdefault(line, len(signs))
        own = text if behind == "none" else f"{text}\n"
        signs += own
        states += [tuple(state)] * len(own)
    printed, begins, touched = "".join(signs), list(starts.values()), set()
    for remark in remarks:
        start = starts.get(remark["line"], len(printed)) + remark["start"]
        end = start + len(remark["words"])
        if printed[start:end] != remark["words"] or not remark["words"]:
            raise _refuse(remark)
        first, last = _take_space(printed, states, start, end)
        end = last if first < start else max(last, _take_line_end(printed, start, end))
        start = first
        states[start:end] = [_state(remark)] * (end - start)
        touched.update(range(bisect_right(begins, start) - 1, bisect_right(begins, end - 1)))
    ends = [*begins[1:], len(printed)]
    for at, (_line, part) in enumerate(runs.group_by("line", maintain_order=True)):
        if at in touched:
            place = slice(begins[at], ends[at])
            yield from _cut_line(part.row(-1, named=True), printed[place], states[place])
        else:
            yield from part.iter_rows()


def _refuse(remark: dict) -> WorkbookError:
    return WorkbookError(
        f"{_place(remark)}: “{_quote(remark)}” does not stand at its place in line {remark['line']} of "
        f"{remark['name']}: that text was changed since. Delete this remark and make it anew."
    )


def _take_line_end(printed: str, start: int, end: int) -> int:
    """Behind words that fill their lines, the end of the line too: an empty line would part paragraphs."""
    first, last = printed.rfind("\n", 0, start) + 1, printed.find("\n", end)
    fills = not printed[first:start].strip() and last >= 0 and not printed[end:last].strip()
    return last + 1 if fills else end


def _take_space(printed: str, states: list[State], start: int, end: int) -> tuple[int, int]:
    """With words of a mark the white space that parts them from what stands behind or before the mark.

    Words without a mark need none: what is put in or struck among them leaves white space on both sides.
    The end of a line goes along out of struck words alone: elsewhere it may part paragraphs.
    """
    if printed[start].isspace() or printed[end - 1].isspace():
        return start, end
    first, last = start, end
    while first and _same_mark(states[first - 1], states[start]):
        first -= 1
    while last < len(printed) and _same_mark(states[last], states[end - 1]):
        last += 1
    before, behind = printed[first:start], printed[end:last]
    leads, trails = before[:1].isspace(), behind[-1:].isspace()
    if leads and (not trails or not printed[first - 1 : first].isspace()):
        start -= len(before) - len(before.rstrip(_spaces(states[start])))
        trails = trails and not printed[last : last + 1].isspace()
    if trails:
        end += len(behind) - len(behind.lstrip(_spaces(states[end - 1])))
    return start, end


def _same_mark(one: State, other: State) -> bool:
    """Whether one mark covers both: an editor strikes spaces of their own beside the words of another."""
    struck = _STATE.index("deleted_by")
    return any(one) and (one[struck] == other[struck] if one[struck] else one == other)


def _spaces(state: State) -> str | None:
    """What `strip` takes off as white space of this state."""
    return None if state[_STATE.index("deleted_by")] else " "


def _state(remark: dict) -> State:
    told = (remark["grade"], remark["note"])
    put, struck = remark["inserted_by"], remark["deleted_by"]
    nothing = (None, "")
    # Of words that stood there and stay, the reason is kept where nobody's hand is on them.
    first = told if put else nothing if struck else (None, remark["note"])
    return (put, struck, "", *first, *(told if struck else nothing), "", None)


def _cut_line(last: dict, printed: str, states: list[State]) -> Iterator[tuple]:
    """One run a stretch of a line in one state; its end has the state of the run that it stands behind."""
    if not printed:
        yield tuple(last[name] for name in RUNS)
    at = 0
    for run, (state, stretch) in enumerate(groupby(states)):
        start, at = at, at + len(list(stretch))
        told = dict(zip(_STATE, state, strict=True))
        ending = "deleted" if told["deleted_by"] else "inserted" if told["inserted_by"] else "kept"
        text = printed[start:at]
        row = last | told | {"run": run, "text": text.removesuffix("\n")}
        row["break"] = ending if text.endswith("\n") else "none"
        yield tuple(row[name] for name in RUNS)
