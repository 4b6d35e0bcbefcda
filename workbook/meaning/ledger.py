"""PAIRS, DIFFS and ORIGINS -> LEDGER: each insertion and deletion of a proposal, and what became of it.

It says "corresponds to", never "caused": that words stand in both texts does not tell why. Without a later
draft it says that the outcome is unknown.
"""

import polars as pl

from workbook.meaning.atoms import Atom, list_atoms
from workbook.meaning.outcomes import Later, Outcome
from workbook.schemas import LEDGER, WorkbookError, frame_of

NO_LATER = "no later draft loaded: outcome unknown"
_SAID = {
    ("inserted", "verbatim"): "corresponds verbatim to words put in there",
    ("inserted", "in part"): "corresponds in part to words put in there, {similarity:.0%} alike",
    ("inserted", "elsewhere"): "corresponds to words put in elsewhere, in {label}, {similarity:.0%} alike",
    ("inserted", "already there"): "these words stand there, and most of them stood there before",
    ("inserted", "not found"): "not found there",
    ("struck", "verbatim"): "corresponds: the words are gone there",
    ("struck", "in part"): "corresponds in part: of the words {similarity:.0%} are gone there",
    ("struck", "not found"): "not found: the words still stand there",
}
_CHANCE = "; {as_well} of {phrases} random phrases of that length score as well"


def keep_ledger(
    pairs: pl.DataFrame,
    diffs: pl.DataFrame,
    origins: pl.DataFrame,
    paragraphs: pl.DataFrame,
    amended: str,
    proposal: str,
    later: str = "",
) -> pl.DataFrame:
    """One row an atom, in the order of the proposal: the frame LEDGER.

    `diffs` and `origins` are those from the amended draft to the proposal; with a later draft, `pairs` also
    hold both drafts paired with it, and `diffs` the amended one compared with it. `similarity` of words put
    in: twice the words that the atom and the most alike stretch of its length have in common, in the same
    order, of all words of both; of struck words: the share that is gone. Raises WorkbookError where the
    later draft has not been compared.
    """
    own = diffs.filter(pl.col("old_draft") == amended, pl.col("new_draft") == proposal)
    atoms = list_atoms(own, origins, paragraphs)
    if not later:
        return frame_of([_row(number, atom) for number, atom in enumerate(atoms)], LEDGER)
    for old in (amended, proposal):
        if pairs.filter(pl.col("old_draft") == old, pl.col("new_draft") == later).is_empty():
            raise WorkbookError(f"{old} and {later} have not been compared. Pair them first.")
    draft = Later(pairs, diffs, paragraphs, (amended, proposal, later))
    return frame_of([_judged_row(number, atom, draft, later) for number, atom in enumerate(atoms)], LEDGER)


def _row(number: int, atom: Atom) -> tuple:
    unknown = ("unknown", "", None, "", None, None, "", None, None, None)
    return (*atom.key, number, *atom[1:], *unknown, NO_LATER)


def _judged_row(number: int, atom: Atom, draft: Later, later: str) -> tuple:
    found = draft.judge(atom)
    label = draft.body.labels.get(found.position, "")
    text = "" if found.start is None else draft.body.texts[found.position][found.start : found.end]
    place = (found.outcome, later, found.position, label, found.start, found.end, text)
    return (*atom.key, number, *atom[1:], *place, *found[4:], _say(atom, found, label))


def _say(atom: Atom, found: Outcome, label: str) -> str:
    words = _SAID[atom.act, found.outcome]
    if found.outcome != "not found" and found.phrases:
        words += _CHANCE
    return words.format(**found._asdict(), label=label or "a paragraph without a number")
