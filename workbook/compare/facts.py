"""What each link is, said as facts: same, edited, split ...; moved; renumbered; announced; and why."""

import bisect
from typing import NamedTuple

import numpy as np

from workbook.compare.assign import Draft
from workbook.compare.evidence import Evidence
from workbook.compare.links import Link


class Facts(NamedTuple):
    """A row of PAIRS to be, its paragraphs as indices; None where a side is empty."""

    old: int | None
    new: int | None
    relation: str
    moved: bool
    renumbered: bool
    announced: bool
    score: float
    matched_by: str


def state_facts(
    before: Draft,
    after: Draft,
    evidence: Evidence,
    main: dict[int, int],
    rewritten: dict[tuple[int, int], float],
    splits: list[Link],
    mergers: list[Link],
    fragments: list[Link],
) -> list[Facts]:
    """Every link with its facts, and every paragraph that has none, in the order of the new draft."""
    shares = _share_main(evidence, main)
    parted, joined = {link.old for link in splits}, {link.new for link in mergers}
    facts = []
    for pair in main.items():
        relation = "split" * (pair[0] in parted) or "merged" * (pair[1] in joined)
        wording = "words" if pair in rewritten else "wording"
        share = rewritten.get(pair) or shares.get(pair, 1.0)
        facts.append(_main_fact(before, after, pair, share, relation, wording))
    for relation, links in (("split", splits), ("merged", mergers), ("fragment", fragments)):
        facts += [_part_fact(before, after, link, relation) for link in links]
    facts = _mark_moves(facts, before, after)
    linked_new = {fact.new for fact in facts if fact.relation != "fragment"}
    linked_old = {fact.old for fact in facts if fact.relation != "fragment"}
    facts += [_alone(None, new, "inserted") for new in range(len(after.texts)) if new not in linked_new]
    facts += [_alone(old, None, "deleted") for old in range(len(before.texts)) if old not in linked_old]
    return _in_order(facts)


def _share_main(evidence: Evidence, main: dict[int, int]) -> dict[tuple[int, int], float]:
    """The share of each main pair."""
    partner = np.full(max(evidence.old.max(initial=0), *main, 0) + 1, -1)
    partner[list(main)] = list(main.values())
    chosen = partner[evidence.old] == evidence.new
    links = evidence.old[chosen].tolist(), evidence.new[chosen].tolist()
    return dict(zip(zip(*links, strict=True), evidence.share[chosen].tolist(), strict=True))


def _main_fact(
    before: Draft, after: Draft, pair: tuple[int, int], share: float, relation: str, wording: str
) -> Facts:
    old, new = pair
    announced = bool(after.formers[new]) and after.formers[new] == before.labels[old]
    same_text = before.texts[old] == after.texts[new]
    labels = (before.labels[old], after.labels[new])
    words = "the same words" if same_text else f"{share:.0%} of the rarer {wording} shared"
    return Facts(
        old,
        new,
        relation or ("same" if same_text else "edited"),
        moved=False,
        renumbered=labels[0] != labels[1],
        announced=announced,
        score=1.0 if same_text else round(share, 3),
        matched_by=words + _say_labels(labels, announced),
    )


def _say_labels(labels: tuple[str, str], announced: bool) -> str:
    if announced:
        return "; the new draft names the old number"
    if labels[0] and labels[0] == labels[1]:
        return "; the same number"
    return "; the number differs" if labels[0] and labels[1] else ""


def _part_fact(before: Draft, after: Draft, link: Link, relation: str) -> Facts:
    announced = bool(after.formers[link.new]) and after.formers[link.new] == before.labels[link.old]
    row = f"{link.words} words in a row shared"
    share = f"{link.share:.0%} of the part's rarer wording"
    return Facts(
        link.old,
        link.new,
        relation,
        moved=False,
        renumbered=False,
        announced=announced,
        score=round(link.share, 3),
        matched_by=row if relation == "fragment" else f"{share}; {row}",
    )


def _alone(old: int | None, new: int | None, relation: str) -> Facts:
    return Facts(old, new, relation, False, False, False, 0.0, "no paragraph of the other draft is like it")


def _mark_moves(facts: list[Facts], before: Draft, after: Draft) -> list[Facts]:
    """The links that stand outside the longest row of links in the same order have moved.

    A link that keeps its label weighs more in that row than one that does not: of two paragraphs
    that changed places, the one with the new number is the one that moved.
    """
    # Seen from the same side whichever draft is called the old one, so that ties fall out the same.
    turned = before.texts > after.texts
    links = sorted(
        ((new, old), fact) if turned else ((old, new), fact)
        for fact in facts
        if fact.relation != "fragment"
        for old, new in [fact[:2]]
    )
    weights = [2 if before.labels[fact.old] == after.labels[fact.new] else 1 for _, fact in links]
    spine = heaviest_rise([place[1] for place, _ in links], weights)
    stays = {links[index][1][:2] for index in spine}
    return [fact._replace(moved=fact.relation != "fragment" and fact[:2] not in stays) for fact in facts]


def heaviest_rise(values: list[int], weights: list[int]) -> list[int]:
    """Indices of the heaviest subsequence that never falls (heaviest increasing subsequence)."""
    ends: list[tuple[int, int, int]] = []  # (value, total weight, index), both rising
    before: list[int | None] = []
    for index, (value, weight) in enumerate(zip(values, weights, strict=True)):
        at = bisect.bisect_right(ends, value, key=lambda end: end[0])
        total = weight + (ends[at - 1][1] if at else 0)
        before.append(ends[at - 1][2] if at else None)
        behind = at
        while behind < len(ends) and ends[behind][1] <= total:
            behind += 1
        ends[at:behind] = [(value, total, index)]
    chain = []
    index = ends[-1][2] if ends else None
    while index is not None:
        chain.append(index)
        index = before[index]
    return chain[::-1]


def _in_order(facts: list[Facts]) -> list[Facts]:
    """By new paragraph, then old one; a deleted paragraph behind what the old one before it became."""
    became: dict[int, int] = {}
    for fact in facts:
        if fact.old is not None and fact.new is not None and not fact.moved and fact.relation != "fragment":
            became[fact.old] = max(became.get(fact.old, -1), fact.new)

    def place(fact: Facts) -> tuple:
        if fact.new is not None:
            rank = fact.relation == "fragment"
            return (fact.new, 0, rank, -1 if fact.old is None else fact.old)
        behind = max((new for old, new in became.items() if old < fact.old), default=-1)
        return (behind, 1, 0, fact.old)

    return sorted(facts, key=place)
