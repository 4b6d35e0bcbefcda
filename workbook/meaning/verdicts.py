"""ASK_WORDS -> ASK_PLACES: whether the suggested language does in a paragraph what its letter asks for there.

One rule for every paragraph. Words put in are to be seen in any copy. Words struck are not, where the copy
lost its strike-through: by themselves they leave it open; beside words put in for them they make agreement
probable. What marks call unknown decides nothing.
"""

from collections import defaultdict

import polars as pl

from workbook.compare.attribution import GRADES
from workbook.schemas import ASK_PLACES, frame_of

_DONE, _LIKELY, _OPEN, _NOT = "done", "likely", "open", "not"
_SURE = ("documented", "corroborated")
# What holds without anybody's act: of a want, the state.
_SETTLED = {
    *(("in", "stood already"), ("out", "missing"), ("kept", "kept"), ("paragraph", "stood already")),
}
_SAID = {
    ("in", "put in"): "“{words}” is put in ({grade})",
    ("in", "stood already"): "“{words}” stood there already",
    ("in", "missing"): "“{words}” does not stand there",
    ("paragraph", "put in"): "a new paragraph, with “{words}” in it ({grade})",
    ("paragraph", "stood already"): "the paragraph was there already, with “{words}” in it",
    ("paragraph", "missing"): "no such paragraph with “{words}” in it",
    ("out", "struck"): "“{words}” is struck ({grade})",
    ("out", "still there"): "“{words}” still stands there",
    ("out", "missing"): "“{words}” does not stand there",
    ("kept", "kept"): "“{words}” is kept there",
    ("kept", "missing"): "“{words}” does not stand there",
}
_UNSEEN = "“{words}” is read as struck ({grade}), but the copy lost its strike-through and still prints it"
_NOWHERE = "“{words}” stands nowhere in the suggested language"


def judge_asks(asks: pl.DataFrame, wanted: pl.DataFrame) -> pl.DataFrame:
    """One row an ask and a paragraph, in the order of ASK_WORDS: the frame ASK_PLACES.

    `reason` says of each wanted thing what became of it, and ends with what the letter leaves open there.
    `grade` is that of the least sure words, null where nothing was put in or struck.
    """
    keys = ["draft", "ask", "position", "label"]
    titles = dict(asks.select("ask", "title").iter_rows())
    notes = asks.filter(pl.col("note") != "").select("ask", "words", "labels", "note").rows()
    rows = []
    places = defaultdict(list)
    for row in wanted.iter_rows(named=True):
        places[tuple(row[name] for name in keys)].append(row)
    for (draft, ask, position, label), words in places.items():
        reason = "; ".join(_say(each) for each in words) + "."
        listed = any(each["listed"] for each in words)
        open_ = [
            note
            for of, named, labels, note in notes
            if listed
            and of == ask
            and label in labels.split(";")
            and any(named == each["words"] for each in words)
        ]
        done = [each["words"] for each in words if _weigh(each) in (_DONE, _LIKELY)]
        missing = [each["words"] for each in words if _weigh(each) == _NOT]
        hands = [each["hand"] for each in words if each["hand"]]
        told = (listed, _judge(words), " ".join([reason, *open_]), "; ".join(done), "; ".join(missing))
        grade = max((each["grade"] for each in words if each["grade"]), key=GRADES.index, default=None)
        hand = "; ".join(dict.fromkeys(hands))
        rows.append((draft, position, label, ask, titles[ask], *told, hand, grade))
    return frame_of(rows, ASK_PLACES)


def _judge(words: list[dict]) -> str:
    weights = {_weigh(each) for each in words}
    if _NOT in weights:
        if weights & {_DONE, _LIKELY}:
            return "agrees in part"
        return "cannot be told" if _OPEN in weights else "does not agree"
    if _OPEN in weights:
        # Of an exchange the words put in are seen, and they speak for the others.
        exchanged = any(each["want"] == "in" and _weigh(each) in (_DONE, _LIKELY) for each in words)
        return "probably agrees" if exchanged else "cannot be told"
    return "probably agrees" if _LIKELY in weights else "agrees"


def _weigh(word: dict) -> str:
    """How far a wanted thing was done."""
    if (word["want"], word["state"]) in _SETTLED:
        return _DONE
    if word["state"] not in ("put in", "struck"):
        return _NOT
    if not word["seen"] or word["grade"] == "unknown":
        return _OPEN
    return _DONE if word["grade"] in _SURE else _LIKELY


def _say(word: dict) -> str:
    if word["position"] is None:
        return (f"there is no paragraph {word['label']}" if word["label"] else _NOWHERE).format(**word)
    unseen = word["state"] == "struck" and not word["seen"]
    return (_UNSEEN if unseen else _SAID[word["want"], word["state"]]).format(**word)
