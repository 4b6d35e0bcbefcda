"""How long it takes to say what a change means: the chapters of a pair, and five drafts followed."""

from collections.abc import Callable

from workbook.app.chapters import CHAPTERS, Asked
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
        ("All that the tabs say of one pair, processor time, ms", "< 150", f"{together * 1000:.0f}"),
        ("Five drafts: all pairs, trace and flow, processor time, s", "< 1", f"{through:.2f}"),
    ]
