"""The dashboard before its kernel answers, and when it takes over."""

import re
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.hosts import START, write_data
from tests.browser.servers import Server
from tests.browser.test_dashboard import admit, ask, find_kernel_id

ALONE = "!document.body.dataset.kernel"


@pytest.fixture(scope="module")
def served(start: Callable[..., Server], tmp_path_factory: pytest.TempPathFactory) -> Server:
    """A dashboard that has kept its first pair, and no other."""
    data, cache = write_data(tmp_path_factory.mktemp("data")), str(tmp_path_factory.mktemp("cache"))
    server = start("workbook", "dashboard", "--no-browser", "--data", str(data), XDG_CACHE_HOME=cache)
    cookie, end = admit(server), time.monotonic() + 30
    while ask(server, "/workbook/kept", Cookie=cookie).status != 200:
        assert time.monotonic() < end, "nothing was kept"
        time.sleep(0.2)
    return server


@pytest.fixture
def page(visit) -> Page:
    return visit.page


@pytest.fixture
def held(page) -> "Held":
    return Held(page)


# Cards and counts that wait until nothing else is to be done are there when six such moments changed nothing.
QUIET = """() => new Promise((done) => {
  let quiet = 0;
  const watcher = new MutationObserver(() => { quiet = 0; });
  watcher.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  const look = () => {
    quiet += document.querySelector("[data-filling]") ? 0 : 1;
    if (quiet <= 6) return requestIdleCallback(look);
    watcher.disconnect();
    done();
  };
  look();
})"""


# A page that can do nothing for longer than Voilà's program waits, just when the kernel tells what it has.
BUSY = """window.WebSocket = class extends WebSocket {
  constructor(...given) {
    super(...given);
    this.addEventListener("message", ({ data }) => {
      const words = typeof data === "string" ? data : new TextDecoder().decode(data);
      if (window.wasBusy || !words.includes("update_states")) return;
      window.wasBusy = true;
      for (const end = performance.now() + 2600; performance.now() < end;);
    });
  }
}"""


class Held:
    """A page whose kernel does not answer until it is let go."""

    def __init__(self, page: Page) -> None:
        self.page, self.routes, self.free = page, [], False
        page.route("**/api/kernels/*", self.hold)

    def hold(self, route: Route) -> None:
        """Keeps a question to the kernel back."""
        if self.free:
            route.continue_()
        else:
            self.routes.append(route)

    def release(self) -> None:
        """Lets the kernel answer, and waits until it has taken over."""
        self.free = True
        for route in self.routes:
            route.continue_()
        expect(self.page.locator("body[data-kernel]")).to_be_attached()


def found(page: Page):
    return page.locator(".found")


def choose(page: Page, label: str, value: str) -> None:
    page.get_by_label(label, exact=True).select_option(value)


def test_the_page_is_usable_before_any_kernel_answers(page, served, held):
    page.goto(served.key)
    expect(found(page)).to_have_text("82 paragraphs")
    choose(page, "Objective", "13")
    expect(found(page)).to_have_text("4 of 82 paragraphs: objective 13 Detention")
    expect(page.locator(".canvas .nsewdrag").first).to_be_visible()
    page.get_by_label("Words", exact=True).fill("detention")
    expect(found(page)).to_contain_text("“detention”")
    expect(page.locator(".error:visible")).to_have_count(0)
    expect(page.get_by_role("main")).to_have_count(1)
    assert page.evaluate(ALONE)


def test_what_was_chosen_focused_opened_and_scrolled_to_stays_when_the_kernel_takes_over(page, served, held):
    page.goto(served.key)
    choose(page, "Objective", "13")
    choose(page, "Map", "theme")
    page.get_by_role("button", name="side by side").click()
    card = page.locator("article.card:visible").nth(1)
    card.locator(".printed summary").click()
    card.locator(".link").first.click()
    page.get_by_label("Words", exact=True).press_sequentially("detention")
    page.evaluate("scrollBy(0, 150)")
    page.evaluate(QUIET)
    told, address, steps = found(page).text_content(), page.url, page.evaluate("history.length")
    page.evaluate("""() => {
      window.root = document.querySelector(".workbook-explorer");
      window.height = root.offsetHeight;
      window.scrolled = scrollY;
      window.removed = 0;
      const watcher = new MutationObserver((seen) => {
        removed += seen.flatMap((each) => [...each.removedNodes]).length;
      });
      watcher.observe(root.querySelector(".cards"), { childList: true, subtree: true });
    }""")
    held.release()
    page.wait_for_timeout(500)  # whatever should follow has followed
    expect(found(page)).to_have_text(told)
    assert page.url == address
    assert page.evaluate("history.length") == steps
    assert page.evaluate("document.querySelectorAll('.workbook-explorer').length") == 1
    assert page.evaluate("[root.isConnected, root.offsetHeight - height, scrollY - scrolled, removed]") == [
        True,
        0,
        0,
        0,
    ]
    expect(page.get_by_label("Words", exact=True)).to_be_focused()
    expect(card.locator("pre.lines").first).to_be_visible()
    expect(page.get_by_label("Map", exact=True)).to_have_value("theme")
    choose(page, "Objective", "7")
    expect(page).to_have_url(re.compile("objective=7"))


@pytest.mark.parametrize("early", [True, False])
def test_a_page_that_is_busy_while_its_kernel_answers_has_it_all_the_same(page, served, early):
    page.add_init_script(BUSY)
    if not early:
        page.route("**/workbook/kept*", lambda route: route.fulfill(status=204))
    page.goto(served.key)
    expect(page.locator("body[data-kernel] .workbook-explorer")).to_be_visible()
    assert page.evaluate("window.wasBusy")
    choose(page, "to", "note")
    expect(page.locator(".summary")).to_contain_text("3 paragraphs in the newer draft")


def test_a_page_that_cannot_show_what_its_engine_sent_says_so_and_goes_on(page, served, held):
    page.goto(served.key)
    expect(found(page)).to_have_text("82 paragraphs")
    damaged = "workbookExplorer.meet({ get() { throw new Error('damaged'); } })"
    page.evaluate(f"try {{ {damaged} }} catch {{ /* for the browser's log */ }}")
    expect(page.locator(".error:visible")).to_contain_text("What its engine sent could not be shown")
    choose(page, "Objective", "13")
    expect(found(page)).to_have_text("4 of 82 paragraphs: objective 13 Detention")
    assert page.evaluate(ALONE)


def test_a_pair_that_is_kept_is_shown_without_a_kernel(page, served, held):
    page.goto(served.key)
    held.release()
    page.get_by_role("button", name="swap").click()  # now this pair is kept as well
    expect(found(page)).to_contain_text("of them gone")
    held.free = False
    page.goto("about:blank")
    page.goto(served.address)
    expect(found(page)).to_have_text("82 paragraphs")
    page.get_by_role("button", name="swap").click()
    expect(found(page)).to_contain_text("of them gone")
    expect(page.get_by_label("From", exact=True)).to_have_value("wimn-printed")
    page.reload()
    expect(found(page)).to_contain_text("of them gone")
    assert page.evaluate(ALONE)
    held.release()
    expect(page.get_by_label("From", exact=True)).to_have_value("wimn-printed")
    expect(found(page)).to_contain_text("of them gone")


def test_a_pair_that_is_not_kept_waits_for_the_kernel(page, served, held):
    page.goto(served.key)
    choose(page, "to", "note")
    expect(page.locator(".summary")).to_have_text("Comparing …")
    choose(page, "Objective", "13")
    held.release()
    expect(page.locator(".summary")).to_contain_text("3 paragraphs in the newer draft")
    expect(page.get_by_label("Objective", exact=True)).to_have_value("13")
    assert "new=note" in page.url


def test_an_address_that_asks_for_a_pair_not_kept_shows_the_first_until_the_kernel_has_it(page, served, held):
    page.goto(f"{served.key}#old=note&new=rev2-printed&map=theme")
    expect(page.locator(".summary")).to_have_text("Comparing …")
    expect(found(page)).to_have_text("82 paragraphs")
    held.release()
    expect(page.locator(".summary")).not_to_have_text("Comparing …")
    expect(page.get_by_label("From", exact=True)).to_have_value("note")
    expect(page.get_by_label("Map", exact=True)).to_have_value("theme")


def test_a_card_leads_to_its_own_drafts_while_others_are_on_their_way(page, served, held):
    page.goto(f"{served.key}#old=wimn-printed&new=note")
    expect(page.locator(".summary")).to_have_text("Comparing …")
    card = page.locator("article.card[data-relation=edited]").first
    expect(card.locator("a.link")).to_have_attribute("href", re.compile("old=rev2-printed&new=wimn-printed&"))
    card.get_by_role("button", name="amend").click()
    expect(page).to_have_url(re.compile("amended=wimn-printed%3A"))
    expect(page).to_have_url(re.compile("new=note"))
    held.release()
    expect(
        page.get_by_label(re.compile("^Paragraph .* of WIMN on Rev 3, as you would have it$"))
    ).to_be_visible()


def test_an_address_with_a_lost_draft_is_explained(page, served, held):
    page.goto(f"{served.key}#old=lost&new=wimn-printed&objective=13")
    expect(page.locator(".notice[role=alert]")).to_contain_text("“lost”, and no draft of that name is here")
    expect(found(page)).to_have_text("4 of 82 paragraphs: objective 13 Detention")
    held.release()
    expect(page.locator(".notice[role=alert]")).to_contain_text("“lost”")


def test_back_and_forward_lead_across_the_takeover(page, served, held):
    page.goto(served.key + START)
    choose(page, "Objective", "13")
    choose(page, "Map", "theme")
    page.go_back()
    expect(page.get_by_label("Map", exact=True)).to_have_value("objective")
    held.release()
    page.go_forward()
    expect(page.get_by_label("Map", exact=True)).to_have_value("theme")
    page.go_back()
    page.go_back()
    expect(found(page)).to_have_text("82 paragraphs")
    page.go_forward()
    expect(found(page)).to_have_text("4 of 82 paragraphs: objective 13 Detention")
    page.reload()
    expect(found(page)).to_have_text("4 of 82 paragraphs: objective 13 Detention")


def test_a_kernel_goes_with_a_tab_that_never_reached_it(page, served, held):
    page.goto(served.key)
    expect(found(page)).to_have_text("82 paragraphs")
    kernel = served.find_kernel(find_kernel_id(page))
    page.close()
    assert psutil.wait_procs([kernel], timeout=20)[1] == []


def test_without_voila_the_page_goes_on_and_says_so(visit, served):
    page = visit.page
    page.route("**/voila.js", lambda route: route.abort())
    page.goto(served.key)
    choose(page, "to", "note")
    expect(page.locator(".error:visible")).to_contain_text("The connection to the workbook is lost")
    choose(page, "to", "wimn-printed")
    choose(page, "Objective", "13")
    expect(found(page)).to_have_text("4 of 82 paragraphs: objective 13 Detention")
    visit.complaints.clear()  # the browser's own words on the program that did not come


def test_a_page_whose_kernel_was_not_started_goes_on_and_says_so(visit, served):
    page = visit.page
    head = (Path(__file__).parents[2] / "workbook/share/serve/page/head.html").read_text(encoding="utf-8")
    page.goto(served.key)
    page.route(served.address, lambda route: route.fulfill(body=head, content_type="text/html"))
    page.reload()
    expect(page.locator(".error:visible")).to_contain_text("The workbook's engine has stopped")
    choose(page, "Objective", "13")
    expect(found(page)).to_have_text("4 of 82 paragraphs: objective 13 Detention")


def test_where_nothing_is_kept_the_kernel_shows_the_page(page, served):
    page.route("**/workbook/kept*", lambda route: route.fulfill(status=204))
    page.goto(served.key)
    expect(found(page)).to_have_text("82 paragraphs")
    expect(page.locator("body[data-kernel] .workbook-explorer")).to_be_visible()
    expect(page.get_by_role("main").get_by_label("From", exact=True)).to_be_visible()
    expect(page.locator("#loading")).to_have_count(0)
    choose(page, "Objective", "13")
    expect(found(page)).to_have_text("4 of 82 paragraphs: objective 13 Detention")


def test_a_phone_has_it_early_too(page, served, held):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(served.key)
    expect(page.locator("table")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    held.release()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
