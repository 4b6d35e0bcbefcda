"""Two drafts and a seed -> the exercise "Predict the next draft".

A paragraph of the older draft is shown with what somebody asked of it, or with a cue (`cues.py`); the learner
writes the line that they expect, and sees then what came. No line is right or wrong: `foretold.py` lays the
two beside each other.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import polars as pl

from workbook.compare.words import split_words
from workbook.learn.cues import Suggested, tell_asks, tell_cue, tell_suggested
from workbook.learn.exercise import Actual, Exercise, Material, Question, Shown
from workbook.learn.picking import Sides, order_by_seed, pick_number, say_paragraph
from workbook.schemas import WorkbookError
from workbook.text.objectives import list_objectives

KIND = "predict"
# Words of the older paragraph: shorter ones leave nothing to expect, longer ones take too long to read.
FEWEST, MOST = 8, 130
# Words that changed, and their share of all words on both sides: of less there is nothing to write, of more
# nothing that one could expect. Where fewer paragraphs than these are left, all that changed will do.
FEWEST_CHANGED, MOST_SHARE, ENOUGH = 3, 0.5, 5
# So many words tell a place.
PLACE = 6


class Step(NamedTuple):
    """A paragraph on its way from one draft to the next."""

    old: Shown
    new: Shown
    asked: str  # what somebody asked of it; empty: nobody that is known
    cue: str
    hints: tuple[str, ...]
    fair: bool  # not too little changed, nor too much
    told: str  # what this is, for the seed


def find_steps(
    sides: Sides,
    frames: dict[str, pl.DataFrame],
    asks: pl.DataFrame,
    suggested: Sequence[Suggested] = (),
    titles: dict[str, str] | None = None,
) -> list[Step]:
    """The paragraphs whose next state can be asked for.

    `frames` holds `paragraphs`, `pairs`, `diffs`, `trail`, `tags` and `terms` of the two drafts. `asks` are
    the rows of ASKS put to the older draft, `suggested` other drafts that suggest changes to it, `titles`
    those of drafts that asks come with. Paragraphs that were split or merged are left out. Raises
    WorkbookError where no other one changed in substance.
    """
    texts, trail, tags = _group(frames)
    steps = []
    for (old, new), rows in _list_edited(frames["pairs"], frames["diffs"]).items():
        before, after = texts[sides.old, old], texts[sides.new, new]
        spans = [row for row in rows if row["op"] != "equal" and row["weight"] == "substance"]
        if spans:
            came, went = (" ".join(row[f"{side}_text"] for row in spans) for side in ("new", "old"))
            about = {"old": tags[sides.old, old], "new": tags[sides.new, new]}
            asked = (
                tell_asks(asks, sides, titles or {}, before.label, after.label),
                tell_suggested(suggested, old),
            )
            counts = len(split_words(came)), len(split_words(went))
            step = Step(
                before,
                after,
                "\n\n".join(filter(None, asked)),
                tell_cue(trail[old, new], about, came, went),
                _hint(rows, spans, counts),
                _is_fair(before.text, after.text, sum(counts)),
                f"{old} {new} {before.text}",
            )
            steps.append(step)
    if not steps:
        raise WorkbookError(
            "“Predict the next draft” finds no paragraph that these two drafts both have and whose words "
            "changed. Choose two drafts of one text with changes between them."
        )
    fair = [step for step in steps if step.fair]
    return fair if len(fair) >= ENOUGH else steps


def make_predict(steps: list[Step], sides: Sides, seed: int) -> Exercise:
    """The exercise of this seed, out of what `find_steps` found; where asks are known, half have one."""
    asked = [step for step in steps if step.asked] if pick_number(seed, f"{KIND} asked", 0, 1) else []
    step = order_by_seed(asked or steps, seed, KIND, lambda each: each.told)[0]
    read = "Read what is asked of it" if step.asked else "Read it, and the cue"
    return Exercise(
        id=f"{KIND}-{seed}",
        title="Predict the next draft",
        minutes=10,
        task=(
            f"Below stands {say_paragraph(step.old.label)} of {sides.old_title}. {read}, "
            f"then write it as you expect it in {sides.new_title}: the whole paragraph, or the line that you "
            "would change.\n\nThen look at what came. No line is right or wrong here: the two are laid "
            "beside each other, by their words and by the rungs of their verbs; what the difference means is "
            "yours to say."
        ),
        questions=(_ask(step, sides),),
        material=(Material(sides.old, title=sides.old_title.strip("“”"), paragraphs=(step.old,)),),
        debrief=(
            "Where does what came go further than your line, and where does it stop short of it? Who gains?",
            "What did you know of the people in the room when you wrote your line? What did you guess?",
        ),
        seed=seed,
        about=sides.tell_about(seed),
        cautions=sides.cautions,
    )


def _ask(step: Step, sides: Sides) -> Question:
    """With an ask, where one is known; the cue is a hint then. No answer is accepted, and none refused."""
    ask = step.asked or (
        "Nobody's ask for this paragraph is known here. A cue for want of one, which the workbook drew from "
        f"the change itself: {step.cue}"
    )
    return Question(
        id="a",
        kind="write",
        ask=f"How will the paragraph read in {sides.new_title}?\n\n{ask}",
        wanted=1,
        hints=(f"In kind: {step.cue}",) * bool(step.asked) + step.hints,
        draft=sides.old,
        label=step.old.label,
        paragraph=step.old,
        actual=Actual(sides.new, step.new.position, step.new.label, step.new.text),
    )


def _is_fair(before: str, after: str, changed: int) -> bool:
    """Whether there is something to expect, neither too little nor too much."""
    words = len(split_words(before)), len(split_words(after))
    fits = FEWEST <= words[0] <= MOST and words[1] <= 2 * MOST
    return fits and FEWEST_CHANGED <= changed <= MOST_SHARE * sum(words)


def _group(frames: dict[str, pl.DataFrame]) -> tuple[dict, defaultdict, defaultdict]:
    """The paragraphs by place, the rows of the trail by pair, what each paragraph is about."""
    places = frames["paragraphs"].select("draft", "position", "label", "text").iter_rows()
    texts = {(draft, position): Shown(label or "", position, text) for draft, position, label, text in places}
    trail, tags = defaultdict(list), defaultdict(list)
    keys = ["old_position", "new_position"]
    for row in frames["trail"].sort(*keys, "old_clause", "new_clause").iter_rows(named=True):
        trail[row["old_position"], row["new_position"]].append(row)
    titles = {row[:2]: row[2] for row in frames["terms"].select("scheme", "tag", "title").iter_rows()}
    # Of drafts that list none of the Compact's objectives nobody knows that they concern it.
    listed = ["objective"] * (not list_objectives(frames["paragraphs"]).is_empty())
    about = frames["tags"].filter(pl.col("scheme").is_in(["theme", "principle", *listed]))
    for row in about.sort("draft", "position", "start", "scheme", "tag").iter_rows(named=True):
        row["title"] = titles.get((row["scheme"], row["tag"]), "")
        tags[row["draft"], row["position"]].append(row)
    return texts, trail, tags


def _list_edited(pairs: pl.DataFrame, diffs: pl.DataFrame) -> dict[tuple[int, int], list[dict]]:
    """The spans of each pair that was edited, neither split nor merged, in their order."""
    keys, rows = ["old_position", "new_position"], defaultdict(list)
    edited = pairs.filter(pl.col("relation").cast(pl.String) == "edited").select(keys)
    for row in diffs.join(edited, on=keys, how="semi").sort(*keys, "span").iter_rows(named=True):
        rows[row["old_position"], row["new_position"]].append(row)
    return rows


def _hint(rows: list[dict], spans: list[dict], counts: tuple[int, int]) -> tuple[str, ...]:
    """How much changes, and where it begins: words that stay."""
    came, went = counts
    said = f"{came} {'word comes' if came == 1 else 'words come'} in, {went} {'goes' if went == 1 else 'go'}"
    first = rows.index(spans[0])
    before = "".join(row["old_text"] for row in rows[:first]).split()[-PLACE:]
    place = f"behind “{' '.join(before)}”" if before else "with the first word"
    number = f"{len(spans)} places" if len(spans) > 1 else "one place"
    return (f"{said}, in {number}.", f"The first of these changes begins {place}.")
