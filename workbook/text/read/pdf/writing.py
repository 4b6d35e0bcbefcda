"""Paragraphs with their marks -> runs."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from workbook.text.read.pdf.hands import read_date
from workbook.text.read.pdf.hyphens import Hyphens
from workbook.text.read.pdf.joining import Paragraph
from workbook.text.read.pdf.notes import find_note_marks, read_number
from workbook.text.read.pdf.page import Line, Mark
from workbook.text.read.source import Run

Hands = dict[tuple[int, str], str]


class State(NamedTuple):
    """What a character is, and what was done to it."""

    part: str
    inserted: Mark | None = None
    deleted: Mark | None = None


Piece = tuple[str, State]


def write_paragraph(paragraph: Paragraph, numbers: set[str], hyphens: Hyphens) -> list[Piece]:
    """The text of a paragraph in pieces of one state, its lines joined."""
    pieces: list[Piece] = []
    for at, line in enumerate(paragraph.lines):
        own = list(_cut_line(line, paragraph, numbers, first=at == 0))
        if pieces and own:
            taken, put = hyphens.joint("".join(t for t, _ in pieces[-6:]).rstrip(), own[0][0])
            text, state = pieces[-1]
            text = text.rstrip()
            pieces[-1] = (text[: len(text) - taken], state)
            if put:
                alike = state if _same(state, own[0][1]) else State(paragraph.part)
                pieces.append((put, alike._replace(part=paragraph.part)))
        pieces += own
    return _merge(pieces)


def _same(one: State, other: State) -> bool:
    return one is other or _who(one) == _who(other)


def _who(state: State) -> tuple:
    return tuple(mark and (mark.colour, mark.author) for mark in (state.inserted, state.deleted))


def _cut_line(line: Line, paragraph: Paragraph, numbers: set[str], first: bool) -> Iterator[Piece]:
    parts: list[tuple[int, int, str]] = []
    if paragraph.part == "footnote":
        number = read_number(line) if first and paragraph.number else None
        parts = [(0, number.end, "note number")] if number else []
    elif paragraph.part != "furniture":
        parts = [(start, end, "note mark") for start, end in find_note_marks(line, numbers)]
    if not parts and not line.marks:
        yield _squeeze(line.text).strip(), State(paragraph.part)
        return
    states = [State(paragraph.part)] * len(line.text)
    for start, end, part in parts:
        states[start:end] = [State(part)] * (end - start)
    for mark in line.marks:
        side = "inserted" if mark.act == "inserted" else "deleted"
        for at in range(mark.start, mark.end):
            states[at] = states[at]._replace(**{side: mark})
    _fill_spaces(line.text, states)
    start = len(line.text) - len(line.text.lstrip())
    end = len(line.text.rstrip())
    for _, group in groupby(range(start, end), key=states.__getitem__):
        own = list(group)
        yield _squeeze(line.text[own[0] : own[-1] + 1]), states[own[0]]


def _fill_spaces(text: str, states: list[State]) -> None:
    """A space between two words with the same marks on them bears those marks."""
    for gap in re.finditer(r"(?<=\S)\s+(?=\S)", text):
        before, behind = states[gap.start() - 1], states[gap.end()]
        if before is behind or (_same(before, behind) and before.part == behind.part):
            states[gap.start() : gap.end()] = [before] * (gap.end() - gap.start())


def _squeeze(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _merge(pieces: list[Piece]) -> list[Piece]:
    merged: list[Piece] = []
    for text, state in pieces:
        if merged and merged[-1][1].part == state.part and _same(merged[-1][1], state):
            merged[-1] = (merged[-1][0] + text, merged[-1][1])
        elif text:
            merged.append((text, state))
    return merged


def write_runs(block: int, pieces: list[Piece], hands: Hands) -> Iterator[Run]:
    """The runs of one block; the paragraph mark behind it is its own where hands are on the words."""
    last = len(pieces) - 1
    marked = any(_who(state) != (None, None) for _, state in pieces[-1:])
    for number, (text, state) in enumerate(pieces):
        ending = "kept" if number == last and not marked else "none"
        yield Run(block, number, block + 1, text, break_=ending, part=state.part, **_tell(state, hands))
    if marked:
        whole = {_who(state) for text, state in pieces if text.strip()}
        state = pieces[-1][1] if len(whole) == 1 else State("paragraph")
        ending = "deleted" if state.deleted else "inserted" if state.inserted else "kept"
        part = pieces[-1][1].part
        yield Run(block, last + 1, block + 1, "", break_=ending, part=part, **_tell(state, hands))


def _tell(state: State, hands: Hands) -> dict:
    told: dict = {}
    for act, mark in (("inserted", state.inserted), ("deleted", state.deleted)):
        if mark is None:
            continue
        told[f"{act}_by"] = hands[0 if mark.author else mark.colour, mark.author]
        if mark.author:
            told["date"] = read_date(mark.date)
        else:
            where = "under" if act == "inserted" else "through"
            colour = hands[mark.colour, ""].split()[0]
            article = "an" if colour.startswith("o") else "a"  # orange
            kind = f"{article} {colour} rule" if colour != "marks" else "a rule"
            told |= {f"{act}_grade": "inferred", f"{act}_note": f"{kind} runs {where} these words"}
    return told
