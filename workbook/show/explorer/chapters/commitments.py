"""What the page's tab on commitments shows of two drafts: each clause, its rung, and what became of it."""

from collections import Counter, defaultdict

import polars as pl

from workbook.meaning.tags import RUNNING
from workbook.show.trails import WAYS, name_way, tell_clause

SIDES = ("old", "new")
# What stands beside a clause, as TRAIL names what came and what went of it.
MARKS = ("hedges_gained", "hedges_lost", "boosters_gained", "boosters_lost")
Rows = list[dict]


def tell_commitments(
    old: str,
    new: str,
    paragraphs: pl.DataFrame,
    clauses: pl.DataFrame,
    tags: pl.DataFrame,
    trail: pl.DataFrame,
    hands: dict[str, str],
    title: str,
    own_scale: bool = False,
) -> dict:
    """The chapter: `ways` (what can become of a clause), `rows` (one a clause), `summary` (sentences),
    `drafts` (each paragraph with its clauses) and `figure` (plotly's JSON; None where it would be empty).

    `hands` names the hands for people, `title` the two drafts; `own_scale`: a reader changed the scale. `old`
    and `new` of a row are places in the list of its paragraph's clauses.
    """
    rows = [tell_row(row, hands, own_scale) for row in trail.to_dicts()]
    marks = _gather_marks(tags)
    return {
        "ways": WAYS,
        "rows": rows,
        "summary": sum_up(rows),
        "drafts": {
            side: list_paragraphs(paragraphs, clauses, marks, draft)
            for side, draft in zip(SIDES, (old, new), strict=True)
        },
        "figure": draw_dumbbell(trail, hands, title, own_scale),
    }


def tell_row(row: dict, hands: dict[str, str], own_scale: bool) -> dict:
    """One clause of TRAIL: which way it went, the sentence, the rule, whose change it is, and its caveats."""
    way, (told, whose) = name_way(row), tell_clause(row, hands, own_scale)
    kept = ("old_position", "old_label", "new_position", "new_label", "rule", "grade")
    return {name: row[name] for name in kept} | {
        "old": row["old_clause"],
        "new": row["new_clause"],
        "way": way,
        "told": told or _tell_same(row),
        "whose": whose,
        "rungs": [row["old_rung"], row["new_rung"]],
        "marks": [row[name] for name in MARKS],
    }


def _tell_same(row: dict) -> str:
    """A clause that kept its verbs is told as loudly as one that did not."""
    old, new = row["old_phrase"], row["new_phrase"]
    verbs = f"“{new}”" if old == new else f"“{old}” and “{new}”"
    return f"{verbs} in both drafts, rung {row['new_rung']}: {row['rule']}."


def sum_up(rows: Rows) -> list[str]:
    """What became of all the clauses, in sentences whose numbers add up."""
    ways = Counter(row["way"] for row in rows)
    both = len(rows) - ways["gone"] - ways["came"]
    if not rows:
        return ["No clause of these drafts promises, asks, takes a stance or notices."]
    still = sum(row["way"] == "same" and row["rule"] == "no word changed" for row in rows)
    changed = [f"{ways[way]} {words}" for way, words in _NAMED.items() if ways[way]]
    if changed:
        number, words = changed[0].split(" ", 1)
        changed[0] = f"{number} {'has' if number == '1' else 'have'} {words}"
    stayed = (
        f"Of {_count(both)} that stand in both drafts, {ways['same']} have the same verb, and in {still} of "
        "these no word changed at all."
    )
    return [
        stayed if both else "No clause stands in both drafts.",
        *([f"Of the others, {_join(changed)}."] if changed else []),
        f"In the older draft alone: {_count(ways['gone'])}; in the newer alone: {_count(ways['came'])}.",
        _tell_caveats(rows),
    ]


# What so many clauses have, in words.
_NAMED = {
    "down": "a weaker verb",
    "up": "a stronger verb",
    "tone": "another tone",
    "object": "the same verb with another object",
    "form": "other words on the same rung",
    "doubled": "two verbs side by side, and the file cannot say which is live",
}


def _tell_caveats(rows: Rows) -> str:
    came, went = (sum(bool(row["marks"][at]) for row in rows) for at in (0, 1))
    if not came and not went:
        return "No caveat came in or went."
    return (
        f"In {_count(came)} a caveat came in, and in {_count(went)} one went: it stands beside the rung and "
        "never changes it."
    )


def _count(number: int) -> str:
    return f"{number} {'clause' if number == 1 else 'clauses'}"


def _join(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def list_paragraphs(
    paragraphs: pl.DataFrame, clauses: pl.DataFrame, marks: dict[tuple, list], draft: str
) -> Rows:
    """The paragraphs of a draft in their order, each with its clauses and its highest rung; 0: none."""
    of = defaultdict(list)
    for clause in clauses.filter(pl.col("draft") == draft).to_dicts():
        of[clause["position"]].append(_tell_clause(clause, marks[draft, clause["position"]]))
    running = paragraphs.filter(pl.col("draft") == draft, pl.col("kind").cast(pl.String).is_in(RUNNING))
    return [
        {
            "position": position,
            "label": label,
            "highest": max((clause["rung"] for clause in of[position]), default=0),
            "clauses": of[position],
        }
        for position, label in running.select("position", "label").iter_rows()
    ]


def _tell_clause(clause: dict, marks: list[tuple]) -> dict:
    kept = ("phrase", "rung", "other_rung", "listed", "text")
    inside = [mark for mark in marks if clause["start"] <= mark[2] < clause["end"]]
    return {name: clause[name] for name in kept} | {
        f"{scheme}s": [match for kind, match, _start in inside if kind == scheme]
        for scheme in ("hedge", "booster")
    }


def _gather_marks(tags: pl.DataFrame) -> dict[tuple, list[tuple]]:
    """The caveats and emphases of each paragraph: hedge or booster, the words, where they begin."""
    marks = defaultdict(list)
    wanted = tags.filter(pl.col("scheme").cast(pl.String).is_in(["hedge", "booster"])).sort("start")
    for draft, position, *mark in wanted.select("draft", "position", "scheme", "match", "start").iter_rows():
        marks[draft, position].append(tuple(mark))
    return marks


def draw_dumbbell(trail: pl.DataFrame, hands: dict[str, str], title: str, own_scale: bool) -> dict | None:
    """The chart of clauses whose rung, tone or object changed, without its template; None where none did."""
    from workbook.show.figures.trail import lay_trail  # plotly loads when first needed

    if trail.filter(pl.col("direction").cast(pl.String).is_in(["up", "down", "tone", "object"])).is_empty():
        return None
    return lay_trail(trail, hands, title, own_scale)
