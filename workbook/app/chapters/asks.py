"""The chapter on a letter's asks, on what became of a proposal, and on words that somebody asks about."""

from typing import NamedTuple

import polars as pl

from workbook.app.chapters.asked import Asked
from workbook.app.comparison import Comparison, Linked
from workbook.schemas import LEDGER, WorkbookError, frame_of
from workbook.text.drafts import data_folder

# As many characters are taken of what a page asks.
MOST_ASKED = 4000


class Proposal(NamedTuple):
    """A draft that suggests changes, and the one that it changes; `chosen`: just the two on show."""

    amended: str
    draft: str
    chosen: bool


def make_asks(asked: Asked) -> dict:
    """The asks, and the proposal's changes; what became of them where `extra` names a `later` draft.

    With `sentence` and `draft` in `extra`: whether the sentence stands in the draft. With `words`, and
    perhaps `label` and `hand`: who wrote these words. Raises WorkbookError where a draft is none of the list,
    or there are no words.
    """
    if "sentence" in asked.extra:
        return _look_for(asked)
    if "words" in asked.extra:
        return _ask_whose(asked)
    from workbook.show.explorer.bundle import find_whose
    from workbook.show.explorer.chapters.asks import VERDICTS, tell_asks, tell_ledger

    proposal = find_proposal(asked, asked.asks)
    shown = (proposal.amended, proposal.draft) == (asked.old, asked.new)
    found = asked.comparison if shown else asked.link(proposal.amended, proposal.draft)
    hands = find_whose(None, found.hands, found.drafts).names
    titles = dict(asked.known.select("draft", "title").iter_rows())
    later = _take(asked, "later")
    told = {
        "proposal": [proposal.draft, titles.get(proposal.draft, proposal.draft)],
        "amended": [proposal.amended, titles.get(proposal.amended, proposal.amended)],
        "chosen": proposal.chosen,
        "later": later,
        "laters": _list_later(asked, proposal),
        "verdicts": VERDICTS,
        "ledger": tell_ledger(_keep_ledger(asked, found, later), hands),
        "hands": list(map(list, _list_line_hands(asked).items())),
        "folder": str(asked.folder or data_folder()),
    }
    if later:  # the asks are there already
        return told
    own, places, _paragraphs = asked.judge(proposal.draft)
    return told | {"asks": tell_asks(own, places, found.pairs, found.diffs)}


def find_proposal(asked: Asked, asks: pl.DataFrame) -> Proposal:
    """The proposal that is meant: one of the two on show, else one with asks, else any other of the list.

    Where the list has none, or both on show are the visitor's own, the newer of the two is looked at as if it
    proposed to change the older.
    """
    rows = asked.known.filter(pl.col("amends").is_in(asked.known["draft"].to_list()))
    proposals = dict(rows.filter(pl.col("kind") == "proposal").select("draft", "amends").iter_rows())
    with_asks = [draft for draft in asks["draft"].unique(maintain_order=True) if draft in proposals]
    own = asked.uploads
    if own is None or not (own.holds(asked.old) and own.holds(asked.new)):
        shown = [draft for draft in (asked.new, asked.old) if draft in proposals]
        for draft in [*shown, *with_asks, *proposals]:
            return Proposal(proposals[draft], draft, chosen=False)
    return Proposal(asked.old, asked.new, chosen=True)


def _list_line_hands(asked: Asked) -> dict[str, str]:
    """The hands of all drafts that these two come from or lead to."""
    from workbook.app.asking import list_line

    return _name_hands(asked, *asked.read(list_line(asked.old, asked.new, asked.known)))


def _list_later(asked: Asked, proposal: Proposal) -> list[list[str]]:
    """The drafts that may be the later one, the visitor's own first: no printout, none that came before."""
    amends, before = dict(asked.known.select("draft", "amends").iter_rows()), [proposal.draft]
    while (base := amends.get(before[-1]) or "") and base not in before:
        before.append(base)
    others = ~pl.col("draft").is_in([*before, proposal.amended]) & (pl.col("kind") != "printed")
    drafts = asked.known.filter(others).select("draft", "title").rows()
    own = asked.uploads
    return [list(row) for row in sorted(drafts, key=lambda row: own is None or not own.holds(row[0]))]


def _keep_ledger(asked: Asked, found: Comparison | Linked, later: str) -> pl.DataFrame:
    from workbook.app.followed import compare_steps
    from workbook.meaning.ledger import keep_ledger
    from workbook.text.paragraphs import split_paragraphs

    frames = (found.pairs, found.diffs, found.origins, found.paragraphs)
    if found.old == found.new:
        return frame_of([], LEDGER)
    if not later:
        return keep_ledger(*frames, found.old, found.new)
    if later in (found.old, found.new):
        raise WorkbookError("The later draft is one of the two. Choose one that came after the proposal.")
    drafts, runs = asked.read([later])
    paragraphs = pl.concat([found.paragraphs, split_paragraphs(runs, drafts)])
    pairs, diffs = compare_steps(paragraphs, [(found.old, later), (found.new, later)])
    both = (pl.concat([found.pairs, pairs]), pl.concat([found.diffs, diffs]))
    return keep_ledger(*both, found.origins, paragraphs, found.old, found.new, later)


def _look_for(asked: Asked) -> dict:
    from workbook.meaning.presence import look_for
    from workbook.show.explorer.chapters.asks import tell_presence
    from workbook.text.paragraphs import split_paragraphs

    draft, sentence = _take(asked, "draft") or asked.new, _take(asked, "sentence")
    drafts, runs = asked.read([draft])
    found = look_for(sentence, split_paragraphs(runs, drafts), draft)
    return {"draft": draft, "title": drafts["title"][0], "found": tell_presence(found)}


def _ask_whose(asked: Asked) -> dict:
    from workbook.app.asking import answer_line, follow_line
    from workbook.show.explorer.chapters.asks import tell_answer

    words, label, hand = _take(asked, "words"), _take(asked, "label"), _take(asked, "hand")
    line = follow_line(asked.old, asked.new, asked.known, asked.read)
    answer = answer_line(line, _name_hands(asked, line.drafts, line.runs), words, label, hand)
    return {"words": words, "answer": tell_answer(answer)}


def _name_hands(asked: Asked, drafts: pl.DataFrame, runs: pl.DataFrame) -> dict[str, str]:
    from workbook.app.asking import name_hands

    own = None if asked.uploads is None else asked.uploads.pick(*drafts["draft"]).hands
    return name_hands(drafts, runs, own)


def _take(asked: Asked, name: str) -> str:
    """What the page asks under this name. Raises WorkbookError where it is no text, or too long."""
    value = asked.extra.get(name) or ""
    if not isinstance(value, str) or len(value) > MOST_ASKED:
        raise WorkbookError(f"What you ask about is too long: take {MOST_ASKED} characters at most.")
    return value
