"""How long it takes to say what a change means: the chapters of a pair, and five drafts followed."""

from collections.abc import Callable

from workbook.app.chapters import CHAPTERS, Asked
from workbook.app.comparison import compare_drafts

PAIR = ("rev2", "rev3")
FIVE = ["rev1", "rev2", "rev3", "wimn", "rev2-printed"]
# What is told of one pair; the chapter on all drafts is measured by itself.
ABOUT_A_PAIR = [name for name in CHAPTERS if name != "follow"]

Timer = Callable[[Callable[[], object], int], float]
Row = tuple[str, str, str]


def what_changes_mean(processor_time: Timer) -> list[Row]:
    """Each chapter of a pair that is compared already, all of them together, and the flow of five drafts."""
    found = compare_drafts(*PAIR)
    rows, total = [], 0.0
    for name in ABOUT_A_PAIR:
        taken = processor_time(lambda name=name: CHAPTERS[name](Asked(*PAIR, made=found)), 5) * 1000
        total += taken
        rows.append((f"Chapter {name} of a compared pair, ms", "", f"{taken:.0f}"))
    rows.append(("All of these, ms", "< 150", f"{total:.0f}"))
    through = processor_time(lambda: CHAPTERS["follow"](Asked(*PAIR, extra={"drafts": FIVE})), 3)
    return [*rows, ("Paragraphs through five drafts, all pairs, s", "< 1", f"{through:.2f}")]
