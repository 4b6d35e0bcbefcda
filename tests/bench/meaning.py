"""How long it takes to say what a change means: the chapters of a pair, and five drafts followed."""

import os
import tempfile
from collections.abc import Callable
from unittest.mock import patch

from workbook.app.chapters import CHAPTERS, Asked, make_chapter
from workbook.app.comparison import compare_drafts

PAIR = ("rev2", "rev3")
FIVE = ["rev1", "rev2", "rev3", "wimn", "rev2-printed"]
# What the tabs tell of the changes between two drafts, all of it beside the sentences of the cards.
ABOUT_A_PAIR = ["themes", "commitments", "scale", "sources", "agreed", "asks", "list"]

Timer = Callable[[Callable[[], object], int], float]
Row = tuple[str, str, str]


def what_changes_mean(processor_time: Timer) -> list[Row]:
    """Each chapter of a pair that is compared already, all that is told of it, and five drafts followed."""
    found = compare_drafts(*PAIR)

    def tell_all() -> None:
        asked = Asked(*PAIR, made=found)
        assert len(asked.cards) == len(found.pairs.filter(found.pairs["relation"] != "fragment"))
        for name in ABOUT_A_PAIR:
            CHAPTERS[name](asked)

    alone = {
        name: processor_time(lambda name=name: CHAPTERS[name](Asked(*PAIR, made=found)), 5)
        for name in ABOUT_A_PAIR
    }
    together = processor_time(tell_all, 7)
    through = processor_time(lambda: CHAPTERS["follow"](Asked(*PAIR, extra={"drafts": FIVE})), 5)
    return [
        *[
            (f"Chapter {name}, alone, of a compared pair, ms", "", f"{s * 1000:.0f}")
            for name, s in alone.items()
        ],
        ("All that the tabs say of one pair, made anew, ms", "< 150", f"{together * 1000:.0f}"),
        ("The same, of a pair that is kept on disk, ms", "< 150", f"{ask_again(processor_time) * 1000:.0f}"),
        ("Five drafts: all pairs, trace and flow, made anew, s", "< 1", f"{through:.2f}"),
    ]


def ask_again(processor_time: Timer) -> float:
    """Seconds for what the tabs say where somebody has asked for it before, in a place of its own."""
    with tempfile.TemporaryDirectory() as folder, patch.dict(os.environ, XDG_CACHE_HOME=folder):
        return processor_time(lambda: [make_chapter(name, Asked(*PAIR)) for name in ABOUT_A_PAIR], 7)
