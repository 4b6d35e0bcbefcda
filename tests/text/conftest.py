"""Texts as people have them, read by the public functions of this wing."""

from pathlib import Path
from types import SimpleNamespace

import polars as pl
import pytest

from workbook.text.account import account_for
from workbook.text.citations import find_citations
from workbook.text.drafts import draft_of_file, load_drafts
from workbook.text.paragraphs import body_of, split_paragraphs
from workbook.text.runs import read_runs

DATA = Path(__file__).parents[2] / "data"


def read_frames(drafts):
    """PARAGRAPHS, CITATIONS and ACCOUNT of these drafts."""
    runs = read_runs(drafts)
    return SimpleNamespace(
        paragraphs=split_paragraphs(runs, drafts),
        citations=find_citations(runs, drafts),
        account=account_for(runs, drafts),
    )


class Reading:
    """One text as read; the lists that most facts are about."""

    def __init__(self, frames):
        self.paragraphs, self.citations, self.account = frames.paragraphs, frames.citations, frames.account
        self.body = body_of(self.paragraphs)
        self.labels = self.body["label"].to_list()
        self.texts = self.body["text"].to_list()
        self.text = dict(zip(self.labels, self.texts, strict=True))

    def of_kind(self, kind, column="text"):
        return self.paragraphs.filter(pl.col("kind") == kind)[column].to_list()

    def row(self, label):
        """The row of the body that bears this label, as a dict."""
        return self.body.row(by_predicate=pl.col("label") == label, named=True)


@pytest.fixture(scope="session")
def data():
    return DATA


@pytest.fixture(scope="session")
def read(tmp_path_factory):
    """Reads a text, given as a string or as bytes, as a user's file is read."""
    file = tmp_path_factory.mktemp("texts") / "draft.txt"

    def read_text(text):
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return Reading(read_frames(draft_of_file(file)))

    return read_text


@pytest.fixture(scope="session")
def printed():
    """The two source texts as read, by draft."""
    frames = read_frames(load_drafts(DATA))
    return {
        draft: Reading(
            SimpleNamespace(**{name: frame.filter(draft=draft) for name, frame in vars(frames).items()})
        )
        for draft in ("rev2-printed", "wimn-printed")
    }


@pytest.fixture(scope="session")
def rev2(printed):
    return printed["rev2-printed"]


@pytest.fixture(scope="session")
def wimn(printed):
    return printed["wimn-printed"]
