"""PARAGRAPHS of two drafts -> PAIRS: what became of each paragraph, and by what evidence."""

import polars as pl

from workbook.compare.assign import Draft, assign_pairs, assign_rewritten, family_of
from workbook.compare.evidence import number_runs, weigh_links
from workbook.compare.facts import Facts, state_facts
from workbook.compare.links import Link, Side, find_fragments, find_parts
from workbook.compare.words import split_words
from workbook.schemas import PAIRS, WorkbookError, frame_of
from workbook.text.paragraphs import body_of


def pair_paragraphs(paragraphs: pl.DataFrame, old: str, new: str) -> pl.DataFrame:
    """One row a link between a paragraph of the old draft and one of the new: the frame PAIRS.

    An inserted or deleted paragraph is a row with one side empty; a split is a row for each of its
    parts. The rows follow the new draft; a deleted paragraph stands where it stood in the old one.
    Raises WorkbookError where a draft has no paragraphs in the frame.
    """
    return pair_drafts(read_draft(paragraphs, old), read_draft(paragraphs, new))


def pair_drafts(before: Draft, after: Draft) -> pl.DataFrame:
    """The same of two drafts that were read before: the frame PAIRS."""
    runs = number_runs(before.words, after.words)
    evidence = weigh_links(runs)
    main = assign_pairs(before, after, evidence)
    old_side = Side(runs, 0, [family_of(label) for label in before.labels])
    new_side = Side(runs, runs.olds, [family_of(label) for label in after.labels])
    splits = find_parts(old_side, new_side, evidence, main)
    turned = find_parts(new_side, old_side, evidence.turn(), {new: old for old, new in main.items()})
    mergers = [Link(link.new, link.old, link.share, link.words) for link in turned]
    rewritten = _find_rewritten(before, after, main, splits, mergers)
    main |= dict(rewritten.keys())
    linked = [*main.items(), *((link.old, link.new) for link in (*splits, *mergers))]
    fragments = find_fragments(old_side, new_side, runs, evidence, linked)
    facts = state_facts(before, after, evidence, main, rewritten, splits, mergers, fragments)
    return _frame(before, after, facts)


def _find_rewritten(
    before: Draft,
    after: Draft,
    main: dict[int, int],
    splits: list[Link],
    mergers: list[Link],
) -> dict[tuple[int, int], float]:
    """Pairs among the paragraphs that have no link yet, each with its likeness."""
    olds = set(range(len(before.texts))) - set(main) - {link.old for link in mergers}
    news = set(range(len(after.texts))) - set(main.values()) - {link.new for link in splits}
    if not (olds and news):
        return {}
    evidence = weigh_links(number_runs(before.words, after.words, length=1))
    return assign_rewritten(before, after, evidence, olds, news)


def read_draft(paragraphs: pl.DataFrame, draft: str) -> Draft:
    """One side of a comparison. Raises WorkbookError where a draft has no paragraphs in the frame."""
    body = body_of(paragraphs, draft).sort("position")
    if body.is_empty():
        raise WorkbookError(f"{draft}: this frame holds no paragraph of that draft. Read it first.")
    columns = (body[column].to_list() for column in ("position", "label", "former", "section", "text"))
    return Draft(draft, *columns, [split_words(text) for text in body["text"]])


def _frame(before: Draft, after: Draft, facts: list[Facts]) -> pl.DataFrame:
    rows = [
        (
            before.name,
            None if fact.old is None else before.positions[fact.old],
            "" if fact.old is None else before.labels[fact.old],
            after.name,
            None if fact.new is None else after.positions[fact.new],
            "" if fact.new is None else after.labels[fact.new],
            *fact[2:],
        )
        for fact in facts
    ]
    return frame_of(rows, PAIRS)
