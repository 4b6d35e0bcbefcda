"""DIFFS, and a draft's own words -> changes shown in their context: real ones, and some that are made up.

Of the real ones those are taken that can be told apart without argument. Form: nothing but case, commas or a
listed spelling differs, and one can see it. Substance: two words of meaning came in or went, or some were
exchanged for others, or a "not", a "shall", a number. Left out are words that only changed their ending or
their place, what is long, what stands among too many other changes, and traces of how a text was put together
(`seams.py`). Of those made up none is what happened between the two drafts.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

import polars as pl

from workbook.compare.manners import GUARDED, WEAK
from workbook.compare.words import split_words
from workbook.learn.decoys import Decoy, Swaps
from workbook.learn.picking import Sides, say_paragraph
from workbook.learn.seams import Key, is_seam, list_unsure

# So many words stand on either side of a change, at most and together at least.
AROUND, LEAST_AROUND = 14, 6
# Words of a change: of more one cannot see at a glance what they do. Two words of meaning are no slip.
MOST_WORDS, FEWEST = 20, 2
# Two words that begin with so many letters alike are taken for forms of one.
STEM = 5
# What nobody sees on a page: the shape of quotes and hyphens.
_UNSEEN = str.maketrans("’‘“”‐‑", "''\"\"--")
_WORD = re.compile(r"\S+")


class Change(NamedTuple):
    """A change in its context, real or made up."""

    position: int  # of the older paragraph
    label: str
    start: int  # where `before` stands in its text, in code points
    before: str  # words of it, as they stand there
    after: str
    cut: tuple[bool, bool]  # whether the paragraph goes on before and behind these words
    said: str  # what was put in, struck or exchanged
    weight: str  # substance or form
    rule: str  # by which it was made up; empty: it is real
    why: str
    told: str  # what this is, for the seed


def list_real(
    diffs: pl.DataFrame, pairs: pl.DataFrame, origins: pl.DataFrame, sides: Sides, swaps: Swaps
) -> list[Change]:
    """The clear changes of paragraphs that were neither split nor merged, out of DIFFS and PAIRS.

    Where a text was read out of another one, a change of form whose hand ORIGINS does not know for sure is
    left out: it may come from the reading.
    """
    keys, spans = ["old_position", "new_position"], defaultdict(list)
    edited = pairs.filter(pl.col("relation").cast(pl.String) == "edited").select(keys)
    for row in diffs.join(edited, on=keys, how="semi").sort(*keys, "span").iter_rows(named=True):
        spans[row["old_position"], row["new_position"]].append(row)
    unsure = list_unsure(origins) if sides.doubtful else set()
    return [change for rows in spans.values() for change in _read_spans(rows, unsure, sides, swaps)]


def list_made(
    decoys: list[Decoy], texts: dict[int, str], every: Iterable[str], diffs: pl.DataFrame, sides: Sides
) -> list[Change]:
    """The changes made up in these texts of the older draft, by position.

    None whose outcome stands in `every` text of the two drafts, and none that DIFFS has between them: the
    same words exchanged anywhere, or in that paragraph among others.
    """
    known, happened, made = "\n".join(map(_see, every)), _Happened(diffs), []
    for decoy in decoys:
        text = texts[decoy.position]
        around, words = (text[: decoy.start], text[decoy.end :]), text[decoy.start : decoy.end]
        shown = _show(decoy.position, decoy.label, *around, words, decoy.words)
        if shown is None or _see(shown.after) in known or happened.holds(decoy.position, words, decoy.words):
            continue
        why = (
            f"{decoy.why} Made up by the workbook (its rule: {decoy.rule}): {sides.old_title} has the "
            f"first text, in {say_paragraph(decoy.label)}; word for word, the second stands in neither draft."
        )
        told = f"{decoy.position} {decoy.start} {shown.said}"
        made.append(shown._replace(weight=decoy.weight, rule=decoy.rule, why=why, told=told))
    return made


class _Happened:
    """What was exchanged between two drafts, out of DIFFS: everywhere, and in each older paragraph."""

    def __init__(self, diffs: pl.DataFrame) -> None:
        self.everywhere: set[tuple[str, str]] = set()
        self.here: dict[int, list[tuple[str, ...]]] = defaultdict(list)
        changed = diffs.filter(pl.col("op").cast(pl.String) != "equal")
        for position, *texts in changed.select("old_position", "old_text", "new_text").iter_rows():
            old, new = (_fold(text) for text in texts)
            self.everywhere.add((old, new))
            self.here[position].append(tuple(map(_pad_words, texts)))

    def holds(self, position: int, old: str, new: str) -> bool:
        """Whether just this was done somewhere, or in this paragraph as a part of a longer change."""
        exchanged = _fold(old), _fold(new)
        if any(exchanged) and exchanged in self.everywhere:
            return True
        went, came = map(_pad_words, (old, new))
        if went == came:  # a mark or a capital, which words do not tell
            return False
        return any(
            (not went or (went in gone and went not in put))
            and (not came or (came in put and came not in gone))
            for gone, put in self.here[position]
        )


def _read_spans(rows: list[dict], unsure: set[Key], sides: Sides, swaps: Swaps) -> Iterator[Change]:
    """The clear changes of one pair of paragraphs; `rows` are its DIFFS, in order."""
    texts = {side: "".join(row[f"{side}_text"] for row in rows) for side in ("old", "new")}
    whole = {side: _stems(text) for side, text in texts.items()}
    starts = [0, *accumulate(len(row["old_text"]) for row in rows)]
    for at, row in enumerate(rows):
        old, new = row["old_text"], row["new_text"]
        judged = None if row["op"] == "equal" else _judge(old, new, row["weight"], whole, swaps)
        if judged is None:
            continue
        if judged[0] == "form":
            before, behind = texts["old"][: starts[at]], texts["old"][starts[at + 1] :]
            key = (row["old_position"], row["new_position"], row["span"])
            if key in unsure or is_seam(before, old, new, behind):
                continue
        left, right = (
            rows[near]["old_text"] if 0 <= near < len(rows) and rows[near]["op"] == "equal" else ""
            for near in (at - 1, at + 1)
        )
        shown = _show(row["old_position"], row["old_label"] or "", left, right, old, new)
        if shown is None:
            continue
        begins = starts[at] - len(left)
        why = (
            f"{judged[1]} A real change: the first text stands in {say_paragraph(row['old_label'])} of "
            f"{sides.old_title}, the second in {say_paragraph(row['new_label'])} of {sides.new_title}."
        )
        yield shown._replace(
            start=begins + shown.start,
            cut=(shown.cut[0] or begins > 0, shown.cut[1] or starts[at + 1] + len(right) < starts[-1]),
            weight=judged[0],
            why=why,
            told=f"{row['old_position']} {row['new_position']} {row['span']} {shown.said}",
        )


def _judge(
    old: str, new: str, weight: str, whole: dict[str, set[str]], swaps: Swaps
) -> tuple[str, str] | None:
    """Form or substance, and why; None where people could argue about it, or cannot see it."""
    if weight == "form":
        alike = "The words are the same; only capitals or commas differ."
        return None if _see(old) == _see(new) else ("form", alike)
    words, spelled = [split_words(text) for text in (old, new)], swaps.words["spelling"]
    one, two = ([min(word, spelled.get(word, word)) for word in each] for each in words)
    if one == two:  # where the words are the same in every letter, marks came or went: a bracket, a full stop
        return ("form", "The same words in two spellings.") if words[0] != words[1] else None
    if len(words[0]) + len(words[1]) > MOST_WORDS:
        return None
    went, came = (_stems(text) for text in (old, new))
    went, came = went - came, came - went
    if came and went and not came <= whole["old"] and not went <= whole["new"]:
        return "substance", "Words that carry meaning were exchanged for others."
    if len(came) >= FEWEST and not went and not came <= whole["old"]:
        return "substance", "Words that carry meaning came in."
    if len(went) >= FEWEST and not came and not went <= whole["new"]:
        return "substance", "Words that carry meaning went."
    if set(words[0]) & GUARDED ^ set(words[1]) & GUARDED:
        return "substance", "A word that permits, obliges or denies came in or went."
    return None


def _show(position: int, label: str, left: str, right: str, old: str, new: str) -> Change | None:
    """A change with the words around it; None where these are too few to understand it."""
    before, behind = list(_WORD.finditer(left)), list(_WORD.finditer(right))
    if len(before) + len(behind) < LEAST_AROUND:
        return None
    start = before[-AROUND].start() if len(before) > AROUND else 0
    end = behind[AROUND - 1].end() if len(behind) > AROUND else len(right)
    near, far = left[start:], right[:end]
    said = _say(old.strip(), new.strip(), before[-1][0] if before else "")
    cut = (start > 0, end < len(right))
    return Change(position, label, start, near + old + far, near + new + far, cut, said, "", "", "", "")


def _say(old: str, new: str, last: str) -> str:
    """What was put in, struck or exchanged; of a mark, behind which word."""
    behind = f" behind “{last}”" if last and not any(map(str.isalnum, old + new)) else ""
    if old and new:
        return f"“{old}” became “{new}”{behind}"
    return f"“{new}” was put in{behind}" if new else f"“{old}” was struck{behind}"


def _see(text: str) -> str:
    """The text as the eye has it: whatever the shape of quotes, hyphens and spaces."""
    return " ".join(text.translate(_UNSEEN).split())


def _fold(text: str) -> str:
    return _see(text).strip(" ,").casefold()


def _pad_words(text: str) -> str:
    """The words between spaces, so that one is not found within another; empty where there is none."""
    words = " ".join(split_words(text))
    return words and f" {words} "


def _stems(text: str) -> set[str]:
    return {word[:STEM] for word in split_words(text) if word not in WEAK}
