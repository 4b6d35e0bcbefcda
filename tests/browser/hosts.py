"""The places where an explorer lives, each opened on the same drafts: a site, the dashboard, a notebook."""

import csv
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from workbook.__main__ import main
from workbook.schemas import DRAFTS
from workbook.text.drafts import shipped_data

START = "#old=rev2-printed&new=wimn-printed"
ABOUT = "A short note of three paragraphs."
# Two printed texts as they ship, and a short one that was never flattened.
TEXTS = [
    ("rev2-printed", "Rev 2, as printed", "rev2-as-printed.txt", "flattened", "Rev 2 as it was sent."),
    ("wimn-printed", "WIMN on Rev 3", "wimn-on-rev3-as-printed.txt", "flattened", "A marked copy."),
    ("note", "The note", "note.txt", "as issued", ABOUT),
]
NOTE = "1. We recall the Global Compact.\n2. We note migrant children.\n3. We rest.\n"
# In a notebook a field is linked to the explorer, a line tells its selection, a button sets it back.
CELL = """import ipywidgets
from workbook.app import explore
explorer = explore("rev2-printed", "wimn-printed", {folder!r})
first = {{name: getattr(explorer, name) for name in explorer.keys if name in {choices!r}}}
linked, told = ipywidgets.Text(description="linked"), ipywidgets.Label()
ipywidgets.link((linked, "value"), (explorer, "words"))
tell = lambda _: setattr(told, "value", f"{{explorer.selection.height}} rows, cell {{explorer.cell}}")
explorer.observe(tell, ["selection", "cell"])
again = ipywidgets.Button(description="set back")
again.on_click(lambda button: [setattr(explorer, *choice) for choice in first.items()])
display(linked, told, again, explorer)"""
CHOICES = ["old", "new", "objective", "theme", "section", "change", "words", "changed_only", "map", "measure",
           "view", "reading", "paragraph"]  # fmt: skip


@dataclass
class Host:
    """An explorer that a reader has open: where it lives, its page, and how it is set back."""

    name: str
    page: Page
    complaints: list[str]
    restart: Callable[[], None]

    @property
    def root(self) -> Locator:
        return self.page.locator(".workbook-explorer")

    @property
    def found(self) -> Locator:
        """The line that says how many paragraphs are listed, and why."""
        return self.root.locator(".found")

    def field(self, label: str) -> Locator:
        return self.root.get_by_label(label, exact=True)

    def press(self, name: str) -> None:
        self.root.get_by_role("button", name=name, exact=True).click()

    def count(self) -> int:
        """How many paragraphs the list's title counts."""
        return int(self.found.text_content().split()[0])


def choose_section(host: Host, words: str) -> None:
    """Chooses the section whose name holds these words."""
    option = host.field("Section").locator("option", has_text=words)
    host.field("Section").select_option(option.get_attribute("value"))


def read_printed(draft: str) -> str:
    """The file of a shipped draft, as printed."""
    names = {name: file for name, _title, file, *_rest in TEXTS}
    return (shipped_data() / "printed" / names[draft]).read_text("utf-8")


def write_data(folder: Path) -> Path:
    """A data folder with the drafts of TEXTS."""
    with (folder / "drafts.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(DRAFTS), restval="")
        table.writeheader()
        for draft, title, name, status, source in TEXTS:
            words = NOTE if draft == "note" else (shipped_data() / "printed" / name).read_text("utf-8")
            (folder / name).write_text(words, encoding="utf-8")
            facts = {"kind": "printed", "hands": "printed", "status": status, "source": source}
            table.writerow({"draft": draft, "title": title, "file": name} | facts)
    return folder


def write_notebook(folder: Path, data: Path) -> None:
    """The notebook explorer.ipynb, whose one cell is CELL."""
    source = CELL.format(folder=str(data), choices=CHOICES)
    cell = {"cell_type": "code", "id": "explorer", "metadata": {}, "outputs": [], "source": source}
    kernel = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    notebook = {"cells": [cell | {"execution_count": None}], "metadata": kernel}
    path = folder / "explorer.ipynb"
    path.write_text(json.dumps(notebook | {"nbformat": 4, "nbformat_minor": 5}), encoding="utf-8")


def open_site(visit, folder: Path, data: Path) -> Host:
    """A page of the exported site, from disk."""
    assert main(["site", str(folder), "--data", str(data)]) == 0
    first = (folder / "rev2-printed--wimn-printed.html").as_uri()

    def restart() -> None:
        visit.page.goto("about:blank")  # a fragment alone would not load the page anew
        visit.page.goto(first)

    return Host("site", visit.page, visit.complaints, restart)


def open_dashboard(visit, server) -> Host:
    """The dashboard; it is set back as by a link, so that one kernel serves all."""
    visit.page.goto(server.key + START)

    def restart() -> None:
        visit.page.evaluate("(fragment) => { location.hash = fragment; }", START)

    return Host("dashboard", visit.page, visit.complaints, restart)


def open_notebook(visit, server) -> Host:
    """The notebook of `write_notebook` in JupyterLab, its cell run."""
    page = visit.page
    # A workspace of its own: what is open here is not opened again in other tests.
    page.goto(f"{server.address}lab/workspaces/explorer/tree/explorer.ipynb?token={server.token}")
    expect(page.get_by_text("| Idle")).to_be_visible()
    page.get_by_text("import ipywidgets").click()
    page.keyboard.press("Shift+Enter")
    back = page.get_by_role("button", name="set back")
    expect(back).to_be_visible()
    return Host("notebook", page, visit.complaints, lambda: back.click())


@contextmanager
def hear_complaints(host: Host) -> Iterator[Host]:
    """The host set back to its first view; whatever its page complains of until the end is a failure."""
    host.complaints.clear()
    host.restart()
    expect(host.found).to_have_text("82 paragraphs")
    expect(host.field("Map")).to_have_value("objective")
    yield host
    assert host.complaints == []
