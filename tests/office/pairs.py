"""Pairs of drafts that are compared and written as Word files: real ones, and some edited by chance."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from workbook.__main__ import main
from workbook.app import read_text
from workbook.app.amending import make_amended
from workbook.app.chapters import Asked
from workbook.text.paragraphs import lines_of

_DRAFTS = ["rev2", "rev3"], ["rev3", "wimn"], ["wimn", "rev2"], ["rev2-printed", "wimn-printed"]
REAL = {f"{old} → {new}": (old, new) for old, new in _DRAFTS}
EDITED = [f"edited by chance, {number}" for number in range(12)]
AMENDED = "amended by two delegations"
# Paragraphs of the draft that edited texts begin with, the longest of which make a page.
_TAKEN = 25


class Pair(NamedTuple):
    """Two drafts, their ids or files, and their comparison as the command line writes it."""

    old: str
    new: str
    raw: bytes


def compare_pairs(folder: Path) -> dict[str, Pair]:
    """Each pair by its name."""
    listed = REAL | dict(_edit_texts(folder))
    compared = {name: Pair(*pair, _compare(*pair, folder / "compared.docx")) for name, pair in listed.items()}
    return compared | {AMENDED: _amend(folder)}


def _amend(folder: Path) -> Pair:
    """A draft with amendments: reworded, struck, and reworded a second time, which stands behind it."""
    old = [f"We will build house {number} for all who come here by the sea." for number in range(1, 5)]
    first, last = (text.replace("will build", "aim to build") for text in (old[0], old[3]))
    other = "Build nothing at all."
    named = [(1, first, "Ruritania"), (1, other, "Freedonia"), (3, "", "Freedonia"), (4, last, "Ruritania"),
             (4, other, "Freedonia")]  # fmt: skip
    files = [folder / f"amended-{side}.txt" for side in ("old", "new")]
    new = [f"1. {first}", f"1 Alt. {other}", f"2. {old[1]}", f"4. {last}", f"4 Alt. {other}"]
    for file, texts in zip(files, ([f"{at}. {text}" for at, text in enumerate(old, 1)], new), strict=True):
        file.write_text("\n\n".join(texts) + "\n", "utf-8")
    amendments = [
        {"position": at - 1, "old": old[at - 1], "text": text, "delegation": name, "reason": "A reason."}
        for at, text, name in named
    ]
    drafts = tuple(str(file) for file in files)
    given = {"draft": drafts[0], "amendments": amendments}
    return Pair(*drafts, make_amended(Asked(drafts[0], drafts[0]), given)[1])


def _compare(old: str, new: str, file: Path) -> bytes:
    assert main(["compare", old, new, "-o", str(file)]) == 0
    return file.read_bytes()


def _edit_texts(folder: Path) -> Iterator[tuple[str, tuple[str, str]]]:
    paragraphs = lines_of(read_text("rev2", None)[0]).filter(kind="paragraph")["text"].to_list()
    for number, name in enumerate(EDITED):
        chance = Random(number)
        old = chance.sample(paragraphs, _TAKEN)
        files = [folder / f"{side}-{number}.txt" for side in ("old", "new")]
        for file, texts in zip(files, (old, _edit(list(old), chance)), strict=True):
            file.write_text("\n\n".join(f"{at}. {text}" for at, text in enumerate(texts, 1)) + "\n", "utf-8")
        yield name, (str(files[0]), str(files[1]))


def _edit(texts: list[str], chance: Random) -> list[str]:
    for _ in range(chance.randint(3, 12)):
        at = chance.randrange(len(texts) - 1)
        words = texts[at].split()
        cut = chance.randrange(len(words))
        match chance.choice(["strike", "put in", "edit", "edit", "move", "split", "join"]):
            case "strike":
                del texts[at]
            case "put in":
                texts.insert(at, " ".join(chance.sample(words, len(words))))
            case "edit":
                texts[at] = " ".join([*words[:cut], "and", "otherwise", *words[cut + chance.randint(0, 6) :]])
            case "move":
                texts.insert(chance.randrange(len(texts)), texts.pop(at))
            case "split":
                texts[at : at + 1] = [" ".join(words[:cut]) or "First.", " ".join(words[cut:])]
            case "join":
                texts[at : at + 2] = [" ".join(texts[at : at + 2])]
    return texts
