"""A reader's browser window, which hears what its page asks for and complains of."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, expect

# Where Plotly has put the first cell with a number, and what a hover over it says.
FIRST_CELL = """() => {
  const chart = document.querySelector(".canvas"), {z, customdata, hovertext} = chart.data[0];
  const row = z.findIndex((each) => each.some((value) => value !== null));
  const column = z[row].findIndex((value) => value !== null);
  const [tag, section] = customdata[row][column], {xaxis, yaxis} = chart._fullLayout;
  return {tag, section, told: hovertext[row][column], x: xaxis.c2p(column), y: yaxis.c2p(row)};
}"""


# The tour of a first visit would stand before whatever else is tried.
NO_TOUR = "try { localStorage.setItem('workbook-toured', 'yes'); } catch { /* a page that keeps nothing */ }"


@dataclass
class Visit:
    """A reader's browser window, and all that went wrong in it."""

    page: Page
    complaints: list[str]

    def choose_drafts(self) -> None:
        """Compares the two printed texts, and waits until they stand there."""
        self.page.get_by_label("From", exact=True).select_option("rev2-printed")
        self.page.get_by_label("to", exact=True).select_option("wimn-printed")
        expect(self.page.locator(".found")).to_have_text("82 paragraphs")

    def click_cell(self) -> dict:
        """Clicks the chart's first cell that is not empty; its objective, section and paragraphs' number."""
        return click_cell(self.page)


def click_cell(page: Page) -> dict:
    """Clicks the chart's first cell that is not empty; its tag, its section and what a hover tells."""
    chart = page.locator(".canvas .nsewdrag").first
    expect(chart).to_be_visible()
    cell = page.evaluate(FIRST_CELL)
    chart.click(position={"x": cell["x"], "y": cell["y"]})
    return cell


@contextmanager
def open_window(chromium: Browser, *, first: bool = False, policy: bool = True) -> Iterator[Visit]:
    """A new window that hears which hosts its page asks, and what it complains of.

    `first`: of somebody who was never here; without `policy` the page's own holds back nothing.
    """
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=not policy)
    if not first:
        context.add_init_script(NO_TOUR)
    complaints: list[str] = []

    def hear(url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("blob", "data", "about", "file") and parts.hostname != "127.0.0.1":
            complaints.append(f"asked another host: {url}")

    context.on("request", lambda request: hear(request.url))
    page = context.new_page()
    page.on("websocket", lambda line: hear(line.url))
    page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
    page.on("console", lambda said: said.type == "error" and complaints.append(f"console: {said.text}"))
    yield Visit(page, complaints)
    context.close()
