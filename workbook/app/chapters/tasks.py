"""The chapter of exercises made out of the two drafts on show: the same number, the same exercise."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from workbook.app.chapters.asked import Asked
from workbook.app.comparison import Comparison
from workbook.app.desk import stamp_files
from workbook.schemas import WorkbookError
from workbook.text.drafts import data_folder, shipped_data

if TYPE_CHECKING:
    from workbook.learn.exercise import Exercise
    from workbook.learn.picking import Sides

KINDS = ("predict", "substance", "became")
# Of each kind so many are made without being asked for: a page without a kernel has these.
FIRST_SEEDS = range(1, 6)
Make = Callable[[int], "Exercise"]


def make_tasks(asked: Asked) -> dict:
    """The `exercise` of the `kind` and `seed` that `extra` names; else the first ones of each kind.

    Without an extra: `tasks` by "<kind>-<seed>", and in `none` by kind why the two drafts give none. A
    visitor's own scale changes none of them, so that a room sees the same. Raises WorkbookError where the
    kind or the seed is none, or the two drafts give none of that kind.
    """
    from workbook.learn.picking import check_seed
    from workbook.learn.telling import tell_exercise

    if asked.extra:
        kind = asked.extra.get("kind")
        if not isinstance(kind, str) or kind not in KINDS:
            raise WorkbookError(f"An exercise is of one of these kinds: {', '.join(KINDS)}. Choose one.")
        return {"exercise": _keep(asked, kind, check_seed(asked.extra.get("seed")))}
    tasks, none = {}, {}
    for kind in KINDS:
        try:
            make = lay_tasks(asked, kind)
        except WorkbookError as error:
            none[kind] = str(error)
            continue
        tasks |= {f"{kind}-{seed}": tell_exercise(make(seed)) for seed in FIRST_SEEDS}
    return {"tasks": tasks, "none": none}


def _keep(asked: Asked, kind: str, seed: int) -> dict:
    """The exercise; kept on disk where nothing is a visitor's own, since a room asks for it all at once."""
    from workbook.app.kept import list_every_source, name_bundle
    from workbook.learn.telling import tell_exercise
    from workbook.share.cache import remember

    def make() -> dict:
        return tell_exercise(lay_tasks(asked, kind)(seed))

    own = asked.uploads is not None and asked.uploads.holds(asked.old, asked.new)
    if own or (asked.session is not None and len(asked.session)):
        return make()
    wanted = name_bundle(asked.old, asked.new, asked.folder)
    sources = sorted({*wanted.sources, *list_every_source(asked.folder)})
    return remember(json.dumps(["task", kind, seed, wanted.name]), sources, make, "tasks")


def lay_tasks(asked: Asked, kind: str) -> Make:
    """What makes the exercises of this kind from a seed, laid ready once a visit and pair of drafts.

    Raises WorkbookError where the two drafts give none.
    """

    def lay() -> Make | str:
        try:
            return _MAKERS[kind](asked, *_compare(asked))
        except WorkbookError as error:
            return str(error)  # that there is none takes as long to find out

    laid = asked.desk.remember(("tasks", kind, _name_sources(asked)), lay)
    if isinstance(laid, str):
        raise WorkbookError(laid)
    return laid


def _compare(asked: Asked) -> tuple[Comparison, "Sides"]:
    """The two drafts compared, and what a task says of them."""
    from workbook.app.about import list_cautions
    from workbook.learn.picking import name_sides

    found = asked.desk.remember(("compared", _name_sources(asked)), lambda: asked.comparison)
    drafts = found.drafts.unique("draft", keep="first", maintain_order=True)
    return found, name_sides(drafts, asked.old, asked.new, list_cautions(drafts))


def _name_sources(asked: Asked) -> tuple:
    """All that a task may be made from, as it is now: every draft, its asks, and the lists."""
    folders = dict.fromkeys((Path(asked.folder or data_folder()), shipped_data()))
    lists = stamp_files(
        file for folder in folders for file in (*folder.glob("asks.csv"), *folder.glob("lexicon/*.csv"))
    )
    every = list(dict.fromkeys([asked.old, asked.new, *asked.known["draft"]]))
    return asked.old, asked.new, lists, asked.name_made(every)


def _lay_became(asked: Asked, found: Comparison, sides: "Sides") -> Make:
    from workbook.compare.similarity import weigh_similarity
    from workbook.learn.became import make_became
    from workbook.learn.parents import find_choices

    similarity = weigh_similarity(found.paragraphs, found.old, found.new)
    choices = find_choices(sides, found.paragraphs, found.pairs, similarity, found.tags)
    return partial(make_became, choices, sides)


def _lay_substance(asked: Asked, found: Comparison, sides: "Sides") -> Make:
    from workbook.app.scaling import load_scale
    from workbook.learn.changes import list_made, list_real
    from workbook.learn.decoys import Swaps, make_decoys
    from workbook.learn.substance import check_changes, make_substance
    from workbook.meaning.clauses import find_clauses
    from workbook.meaning.swaps import load_swaps
    from workbook.text.paragraphs import body_of

    swaps = Swaps(load_swaps(asked.folder and Path(asked.folder) / "lexicon"))
    shown, ladder = body_of(found.paragraphs, found.old), load_scale(asked.folder)
    decoys = make_decoys(shown, find_clauses(shown, ladder), ladder, swaps)
    texts = dict(shown.select("position", "text").iter_rows())
    made = list_made(decoys, texts, found.paragraphs["text"], found.diffs, sides)
    real = list_real(found.diffs, found.pairs, found.origins, sides, swaps)
    changes = check_changes(real, made)
    return partial(make_substance, changes, sides)


def _lay_predict(asked: Asked, found: Comparison, sides: "Sides") -> Make:
    from workbook.app.comparison import make_trail
    from workbook.learn.predict import find_steps, make_predict

    frames = {name: getattr(found, name) for name in ("paragraphs", "pairs", "diffs", "tags", "terms")}
    frames["trail"] = make_trail(found, asked.folder)
    steps = find_steps(sides, frames, *_find_asks(asked))
    return partial(make_predict, steps, sides)


def _find_asks(asked: Asked) -> tuple[pl.DataFrame, list, dict[str, str]]:
    """The asks put to the older draft, the drafts that suggest changes to it, and the titles of these.

    A proposal that is itself the newer draft is what came, so only its letter is asked of; and to one that
    came before the older draft nothing was asked.
    """
    from workbook.learn.cues import Suggested

    amends = dict(asked.known.select("draft", "amends").iter_rows())
    before = [asked.old]
    while (base := amends.get(before[-1], "")) and base not in before:
        before.append(base)
    kinds, titles = (dict(asked.known.select("draft", name).iter_rows()) for name in ("kind", "title"))
    if asked.new in before:
        return asked.asks.clear(), [], titles
    to_older = [draft for draft, base in amends.items() if base == asked.old and kinds[draft] == "proposal"]
    suggested = [
        Suggested(titles[draft], asked.compare(asked.old, draft).diffs)
        for draft in to_older
        if draft != asked.new
    ]
    return asked.asks.filter(pl.col("draft").is_in(to_older)), suggested, titles


_MAKERS = {"predict": _lay_predict, "substance": _lay_substance, "became": _lay_became}
