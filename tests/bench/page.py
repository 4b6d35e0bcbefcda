"""How fast the dashboard and an exported page are: in Chromium, and for thirty readers at once.

The times are those of a clock, so the machine should have nothing else to do. How far that was so stands
beside each number: the load, and how many times as long as alone a program took just then.
`make bench` runs this.
"""

import itertools
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import crowd
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from served import ROOT, Served, ask_modules, serve, weigh
from work import weigh_choices

BROWSERS = ["chromium", "chromium-browser", "google-chrome"]
WATCH = (Path(__file__).parent / "page.js").read_text(encoding="utf-8")
NO_TOUR = "localStorage.setItem('workbook-toured', 'yes')"  # a newcomer's tour would stand before it
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
VISITS, CHOICES = 3, 30
KINDS = ("filter", "words", "cell", "paragraph", "reading", "tab")  # of choices, so many of each
Row = tuple[str, str, str]  # what, target, measured


def main() -> None:
    """Measure everything and print it."""
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        sys.exit("No Chromium on this machine: apt-get install chromium")
    print(f"{'':62}{'target':>10}{'measured':>12}{'best':>9}{'load':>7}{'stretch':>9}")
    parts = sys.argv[1:] or ["loads", "use", "weight", "crowd", "export"]
    with serve() as served:
        if "crowd" in parts:
            measure_crowd(served)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
            for name, measure in (("loads", measure_loads), ("use", measure_use), ("weight", measure_weight)):
                if name in parts:
                    measure(browser, served)
            if "export" in parts:
                measure_export(browser)
            browser.close()


def tell(what: str, target: str, times: list[float]) -> None:
    """Print one line of the table: the middle one of several measurements, and the lowest."""
    best = f"{min(times):.2f}" if len(times) > 1 else ""
    middle, load = statistics.median(times), os.getloadavg()[0]
    print(f"{what:62}{target:>10}{middle:>12.2f}{best:>9}{load:>7.1f}{stretch():>9.1f}", flush=True)


def stretch() -> float:
    """How many times as long as alone a program takes at this moment."""
    start, used = time.perf_counter(), time.process_time()
    while time.process_time() - used < 0.1:
        pass
    return (time.perf_counter() - start) / (time.process_time() - used)


def visit(context: BrowserContext, url: str) -> tuple[Page, dict]:
    """A page in a new tab, and when its parts were there (milliseconds)."""
    page = context.new_page()
    page.add_init_script(f"{WATCH};{NO_TOUR}")
    page.goto(url, wait_until="commit")
    return page, page.evaluate("bench.load()")


def measure_loads(browser: Browser, served: Served) -> None:
    """Visits with an empty browser cache, each followed by two with a warm one."""
    cold, warm = [], []
    for _ in range(VISITS):
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        for times in (cold, warm, warm):
            served.settle()
            page, seen = visit(context, served.key)
            times.append(seen | {"kernel": page.evaluate("bench.kernel()")})
            page.goto("about:blank")
            page.close()
        context.close()
    for name, times, goal in (("empty", cold, "< 1.5"), ("warm", warm, "< 0.7")):
        tell(f"First paint, {name} browser cache, s", "< 0.5", [each["first"] / 1000 for each in times])
        tell(f"  redlines on screen, {name} cache, s", "", [each["seen"] / 1000 for each in times])
        tell(f"  first choice shown, {name} cache, s", goal, [each["live"] / 1000 for each in times])
        after = [(each["chart"] - each["live"]) / 1000 for each in times]
        tell(f"  chart drawn after that, {name} cache, s", "< 1", after)
        tell(f"  a kernel has taken over, {name} cache, s", "", [each["kernel"] / 1000 for each in times])


def measure_use(browser: Browser, served: Served) -> None:
    """Choices in a page that has loaded; and other pairs, from the disk and made anew."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    served.settle()
    page, _ = visit(context, served.key)
    page.evaluate("bench.kernel()")
    served.settle(readers=1)
    for label, what in (("Objective", "A filter chosen"), ("Measure", "Another measure chosen")):
        values = page.evaluate("label => bench.values(label)", label)
        chosen = itertools.islice(
            itertools.cycle(values[2:5] if label == "Objective" else values[::-1]), CHOICES
        )
        times = [
            page.evaluate("([label, value]) => bench.choose(label, value)", [label, value])
            for value in chosen
        ]
        if label == "Objective":
            tell(f"{what}: list on screen, ms", "< 50", [each["list"] for each in times])
        tell(f"{what}: chart redrawn, ms", "< 120", [each["chart"] for each in times])
    measure_choices(page, "")
    swaps = [swap(page) for _ in range(CHOICES)]
    tell("Another pair, kept on disk, ms", "< 400", swaps)
    for file in served.kept:
        file.unlink()
    tell("Another pair, nothing kept, engine not yet imported, ms", "", [swap(page)])
    times = []
    for _ in range(5):
        for file in served.kept:
            file.unlink()
        times.append(swap(page))
    tell("Another pair, nothing kept, engine imported, ms", "", times)
    swap(page)
    context.close()


def measure_choices(page: Page, where: str) -> None:
    """Choices of every kind: until each is painted, and what 19 of 20 are faster than."""
    page.evaluate("bench.choose('Objective', 'All')")
    page.get_by_role("button", name="table", exact=True).first.click()  # the chart's cells are its own
    everything = []
    for kind in KINDS:
        asked = [[kind, number] for number in range(CHOICES * 2)]
        times = [page.evaluate("(asked) => bench.act(...asked)", each) for each in asked]
        everything += times
        tell(f"  chosen{where}: {kind}, on screen, ms", "", times)
        tell("    the page's own work on it, processor ms", "", weigh_choices(page, kind, range(CHOICES)))
    told = f"{len(everything)} choices of {len(KINDS)} kinds{where}: on screen, ms"
    tell(told, "< 50", everything)
    tell("  the 95th of 100, ms", "< 120", [statistics.quantiles(everything, n=20)[-1]])


def swap(page: Page) -> float:
    """Milliseconds until the drafts stand there the other way round."""
    time.sleep(0.3)
    seen = page.evaluate("bench.swap()")
    assert not seen["error"], seen
    return seen["list"]


def measure_weight(browser: Browser, served: Served) -> None:
    """What a page load sends over the websocket, and what its kernel takes."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    served.settle()
    page = context.new_page()
    received = []
    page.on("websocket", lambda line: line.on("framereceived", lambda frame: received.append(len(frame))))
    page.add_init_script(f"{WATCH};{NO_TOUR}")
    page.goto(served.key, wait_until="commit")
    page.evaluate("bench.load()")
    page.evaluate("bench.kernel()")
    page.wait_for_timeout(500)
    tell("Websocket at load, MB", "< 0.5", [sum(received) / 1e6])
    script = "JSON.parse(document.getElementById('jupyter-config-data').textContent).kernelId"
    kernel = served.kernel(page.evaluate(script))
    tell("A kernel's memory (PSS), MB", "< 90", [weigh(kernel)])
    heavy = sorted({"scipy", "plotly", "numpy", "rapidfuzz"} & ask_modules(kernel))
    print(f"  imported in it: {', '.join(heavy) or 'neither scipy nor plotly'}", flush=True)
    context.close()


def measure_crowd(served: Served) -> None:
    """Thirty readers in the same moment, and each leaves after some choices."""
    served.settle()
    met = crowd.gather_crowd(served, seconds=10)
    assert not met.errors, met.errors
    tell(f"{len(met.waits)} readers at once: the last one's page is there, s", "< 20", [met.waits[-1]])
    tell("  the middle one's, s", "", [statistics.median(met.waits)])
    tell("  one choice a second each: until the kernel has it, ms", "< 60", [statistics.median(met.choices)])
    tell("  memory added, GB", "", [(met.memory[1] - met.memory[0]) / 1000])
    tell("  all have left: until their kernels have gone, s", "< 90", [met.gone])


def measure_export(browser: Browser) -> None:
    """A comparison as one file, opened from disk."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        command = [
            sys.executable,
            "-m",
            "workbook",
            "compare",
            "rev2-printed",
            "wimn-printed",
            "-o",
            str(file),
        ]
        start = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        tell("Export a comparison, s", "", [time.perf_counter() - start])
        tell("  its size, MB", "< 6", [file.stat().st_size / 1e6])
        times = []
        for at in range(VISITS):
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            page, seen = visit(context, file.as_uri())
            times.append(seen)
            if at + 1 == VISITS:
                measure_choices(page, ", no kernel")
            context.close()
        tell("  first choice shown, from disk, s", "< 1", [each["live"] / 1000 for each in times])
        tell("  chart drawn, from disk, s", "", [each["chart"] / 1000 for each in times])


if __name__ == "__main__":
    main()
