"""How much of a choice is work: the processor time of the page's own thread, as Chromium's trace tells it.

What a clock says of a choice holds waiting too: for the next frame of the screen, and for processors that
do something else. The processor time does not. To trace takes time itself, so choices are traced apart from
those that are clocked.
"""

import json
from collections.abc import Iterable

from playwright.sync_api import Page

TASK = "ThreadControllerImpl::RunTask"  # all that a thread of Chromium does, it does in tasks
TRACED = ["toplevel", "blink.user_timing"]  # those tasks, and what `bench.act` measures
Event = dict


def weigh_choices(page: Page, kind: str, numbers: Iterable[int]) -> list[float]:
    """Milliseconds of work in each of these choices: script, style, layout and paint, until it is painted."""
    browser = page.context.browser
    assert browser is not None
    browser.start_tracing(page=page, categories=TRACED)
    for number in numbers:
        page.evaluate("(asked) => bench.act(...asked)", [kind, number])
    return weigh_acts(json.loads(browser.stop_tracing())["traceEvents"])


def weigh_acts(events: list[Event]) -> list[float]:
    """For each choice in a trace, the milliseconds of its page's thread until it is painted."""
    acts = [event for event in events if event["name"] == "chosen" and event["ph"] in "be"]
    starts, ends = (sorted(act["ts"] for act in acts if act["ph"] == sign) for sign in "be")
    threads = {(act["pid"], act["tid"]) for act in acts}
    tasks = [each for each in events if each["name"] == TASK and (each["pid"], each["tid"]) in threads]
    tasks = [task for task in tasks if "tdur" in task]  # one that the trace cut off has none
    return [sum(overlap(task, *act) for task in tasks) / 1000 for act in zip(starts, ends, strict=True)]


def overlap(task: Event, start: float, end: float) -> float:
    """The part of a task's processor time between two moments: as large as that of its duration."""
    inside = min(end, task["ts"] + task["dur"]) - max(start, task["ts"])
    return task["tdur"] * inside / task["dur"] if inside > 0 else 0
