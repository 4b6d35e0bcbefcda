"""Pairs of drafts that exercises are made from: those of the workbook, and a treaty of five articles."""

from types import SimpleNamespace

import pytest

from workbook.app.chapters import Asked
from workbook.app.chapters.tasks import KINDS, lay_tasks

TREATY = {
    "old": """
1. The Parties shall protect seafarers in harbours and at sea, and shall provide medical care without delay.
2. Each Party shall adopt safety standards for cranes, ladders, and gangways, and shall publish them yearly.
3. Masters may refuse a pilot who shows no licence, and report the refusal to the harbour authority.
4. The Parties shall inspect foreign vessels at least once in 3 years and detain those that leak oil.
5. Disputes between Parties are settled by negotiation or, failing that, by an arbitral tribunal of 3 judges.
""",
    "new": """
1. The Parties should protect seafarers in harbours and at sea, and shall provide medical care free of charge.
2. Each Party shall develop safety standards for cranes, ladders and gangways, and shall publish them yearly.
3. The Parties shall inspect foreign vessels at least once in 2 years and detain those that leak oil or waste.
4. Masters may refuse a pilot who shows no valid licence, and report the refusal to the harbour authority.
5. Disputes between Parties are settled by negotiation or, failing that, by an arbitral tribunal of 5 judges.
""",
}
PAIRS = [("rev2-printed", "wimn-printed"), ("rev2", "rev3"), ("rev3", "wimn"), ("old.txt", "new.txt")]


@pytest.fixture(scope="session")
def treaty(tmp_path_factory):
    """A data folder with two drafts of a short treaty."""
    folder = tmp_path_factory.mktemp("treaty")
    for name, text in TREATY.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def grounds(treaty):
    """By pair: what is asked about it, its comparison, the texts of its two drafts, a maker a kind, and of
    each kind the exercises of 200 seeds."""
    made = {}
    for old, new in PAIRS:
        asked = Asked(old, new, treaty if old.endswith(".txt") else None)
        makers = {kind: lay_tasks(asked, kind) for kind in KINDS}
        found = asked.comparison
        texts = {
            draft: dict(found.paragraphs.filter(draft=draft).select("position", "text").iter_rows())
            for draft in (old, new)
        }
        exercises = {kind: [make(seed) for seed in range(1, 201)] for kind, make in makers.items()}
        made[old, new] = SimpleNamespace(
            asked=asked, found=found, texts=texts, makers=makers, exercises=exercises
        )
    return made
