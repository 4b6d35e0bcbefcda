"""How sure the pairs are, on drafts made from the printed ones by changes that are known.

Each printed draft is changed at random: paragraphs are moved, renumbered, split, merged, deleted, put in
(held back from the older draft), and half of all paragraphs have a tenth to a half of their words changed.
A floor is what was measured over all seeds, less a little.
"""

import itertools
import random
import re
from collections import Counter
from typing import NamedTuple

import polars as pl
import pytest

from workbook.compare.pairs import pair_paragraphs
from workbook.text.paragraphs import body_of

KINDS = ("any", "split", "merged", "moved", "deleted", "inserted")
DRAFTS = ("rev2-printed", "wimn-printed")
EACH = 4  # changes of a kind in a draft
SUFFIXES = ("bis", "ter", "quat", "quint", "sext", "sept", "oct")
FAR = 8  # paragraphs that a moved one passes at least
LONG = 45  # words that a paragraph has at least before it is split


class Piece(NamedTuple):
    """A paragraph of the newer draft: where its words come from, its label, whether it was moved."""

    olds: tuple[int, ...]
    label: str
    words: list[str]
    moved: bool = False


def edit(words, vocabulary, chance):
    """The words with a tenth to a half of them struck, replaced or added to, one to five at a time."""
    share, edited, at = chance.uniform(0.1, 0.5), [], 0
    while at < len(words):
        run = chance.randint(1, 5)
        put_in, struck = chance.choice([(0, run), (run, run), (run, 0)])
        changed = chance.random() < share
        edited += chance.choices(vocabulary, k=put_in) if changed else words[at : at + run]
        at += struck if changed else run
    return edited or words


def free_label(label, pieces):
    """The first number behind this one that no piece has: 37ter where there is a 37bis."""
    number, taken = re.match(r"\d+", label)[0], {piece.label for piece in pieces}
    return next(number + end for end in SUFFIXES if number + end not in taken)


def split(pieces, piece, chance):
    """The piece cut at the sentence nearest to its middle, or near the middle."""
    words, middle = piece.words, len(piece.words) // 2
    stops = [at for at in range(12, len(words) - 12) if words[at - 1].endswith((".", ";"))]
    cut = min(stops, key=lambda at: abs(at - middle), default=middle + chance.randint(-5, 5))
    second = Piece(piece.olds, free_label(piece.label, pieces), words[cut:])
    at = pieces.index(piece)
    pieces[at : at + 1] = [piece._replace(words=words[:cut]), second]


def move(pieces, piece, chance):
    """The piece far from where it stood, under another number or its own."""
    at = pieces.index(piece)
    places = [to for to in range(1, len(pieces)) if abs(to - at) >= FAR]
    pieces.remove(piece)
    to = chance.choice(places)
    label = chance.choice([piece.label, free_label(pieces[to - 1].label, pieces)])
    pieces.insert(to, piece._replace(label=label, moved=True))


def merge(pieces, piece, taken):
    """The piece made one with the next one, if that is an old paragraph which stays as it is."""
    at = pieces.index(piece)
    for behind in pieces[at + 1 : at + 2]:
        if len(behind.olds) == 1 and behind.olds not in taken:
            merged = Piece((*piece.olds, *behind.olds), piece.label, piece.words + behind.words)
            pieces[at : at + 2] = [merged]


def mutate(paragraphs, chance):
    """(label, text) of the older draft, and the pieces of the newer one."""
    new_at = set(chance.sample(range(len(paragraphs)), EACH))
    old = [row for at, row in enumerate(paragraphs) if at not in new_at]
    order = iter(range(len(old)))
    pieces = [
        Piece(() if at in new_at else (next(order),), label, text.split())
        for at, (label, text) in enumerate(paragraphs)
    ]
    kept = chance.sample([piece for piece in pieces if piece.olds], len(old))
    splits = [piece for piece in kept if len(piece.words) >= LONG][:EACH]
    rest = iter([piece for piece in kept if piece not in splits])
    moves, renumberings, deletions, mergers = ([next(rest) for _ in range(EACH)] for _ in range(4))
    for piece in splits:
        split(pieces, piece, chance)
    for piece in renumberings:
        pieces[pieces.index(piece)] = piece._replace(label=f"{chance.randint(58, 99)}")
    taken = {piece.olds for piece in (*splits, *moves, *renumberings, *deletions, *mergers)}
    for piece in mergers:
        merge(pieces, piece, taken)
    for piece in deletions:
        pieces.remove(piece)
    for piece in moves:
        move(pieces, piece, chance)
    vocabulary = [word for _, text in paragraphs for word in text.split()]
    return old, [
        piece._replace(words=edit(piece.words, vocabulary, chance)) if chance.random() < 0.5 else piece
        for piece in pieces
    ]


def truth(old, pieces):
    """The links that were made, by kind; every link is of the kind "any" too."""
    parts = Counter(at for piece in pieces for at in piece.olds)
    links = {kind: set() for kind in KINDS}
    for new, piece in enumerate(pieces):
        for at in piece.olds:
            links["any"].add((at, new))
            if len(piece.olds) > 1 or parts[at] > 1:
                links["merged" if len(piece.olds) > 1 else "split"].add((at, new))
            if piece.moved:
                links["moved"].add((at, new))
    links["deleted"] = {(at, None) for at in range(len(old)) if at not in parts}
    links["inserted"] = {(None, new) for new, piece in enumerate(pieces) if not piece.olds}
    return links


def found(pairs):
    """The links of the pairs, by the same kinds."""
    links = {kind: set() for kind in KINDS}
    rows = pairs.filter(pl.col("relation") != "fragment")
    for old, new, relation, moved in rows.select("old_position", "new_position", "relation", "moved").rows():
        if old is not None and new is not None:
            links["any"].add((old, new))
        if relation in links:
            links[relation].add((old, new))
        if moved:
            links["moved"].add((old, new))
    return links


def measure(printed, make, seeds, labels):
    """For each kind of link how many were right, told and true, over all seeds of both drafts."""
    sums = dict.fromkeys(KINDS, (0, 0, 0))
    for draft, seed in itertools.product(DRAFTS, seeds):
        paragraphs = body_of(printed, draft).select("label", "text").rows()
        old, pieces = mutate(paragraphs, random.Random(f"{draft} {seed}"))
        frame = make(old=old, new=[(piece.label, " ".join(piece.words)) for piece in pieces])
        told = found(pair_paragraphs(frame if labels else frame.with_columns(label=pl.lit("")), "old", "new"))
        for kind, true in truth(old, pieces).items():
            counts = len(told[kind] & true), len(told[kind]), len(true)
            sums[kind] = tuple(map(sum, zip(sums[kind], counts, strict=True)))
    return sums


# Precision and recall; a paragraph that did not move is never said to have moved.
FLOORS = {
    "any": (0.99, 0.99),
    "split": (0.97, 0.93),
    "merged": (0.94, 0.94),
    "moved": (1, 0.97),
    "deleted": (0.94, 0.94),
    "inserted": (0.92, 0.96),
}
# Without labels nothing tells a part that was rewritten from a new paragraph.
FLOORS_WITHOUT_LABELS = FLOORS | {"split": (0.98, 0.9), "deleted": (0.92, 0.97), "inserted": (0.88, 0.97)}


@pytest.fixture(scope="module")
def with_labels(printed, make):
    return measure(printed, make, range(10), labels=True)


@pytest.fixture(scope="module")
def without_labels(printed, make):
    return measure(printed, make, range(5), labels=False)


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_pairs_tell_is_what_was_done(with_labels, kind):
    right, told, true = with_labels[kind]
    precision, recall = FLOORS[kind]
    assert right >= precision * told, f"{told - right} of {told} told are wrong"
    assert right >= recall * true, f"{true - right} of {true} are missed"


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_pairs_tell_is_what_was_done_without_labels_too(without_labels, kind):
    right, told, true = without_labels[kind]
    precision, recall = FLOORS_WITHOUT_LABELS[kind]
    assert right >= precision * told, f"{told - right} of {told} told are wrong"
    assert right >= recall * true, f"{true - right} of {true} are missed"


def test_every_kind_of_change_was_made_often(with_labels):
    assert all(true >= 70 for _, _, true in with_labels.values())
