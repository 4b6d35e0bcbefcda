"""Taking away: files from the dashboard, pictures of charts, and paper."""

import io
import re
import zipfile
from pathlib import Path

import polars as pl
from playwright.sync_api import Page, expect

from tests.browser import hosts


def take(page: Page, button: str) -> tuple[str, bytes]:
    """The name and the bytes of what a button hands to the browser."""
    with page.expect_download() as handed:
        page.get_by_role("button", name=button).filter(visible=True).click()
    return handed.value.suggested_filename, Path(handed.value.path()).read_bytes()


def test_the_dashboard_hands_out_what_the_filters_leave_and_a_page_that_opens_at_the_view(visit, served):
    page = visit.page
    page.goto(f"{served.key}{hosts.START}&words=detention")
    expect(page.locator(".found")).to_contain_text("“detention”")
    left = int(page.locator(".found").text_content().split()[0])
    page.get_by_role("button", name="Take away").click()
    box = page.get_by_role("dialog", name="Take away")
    expect(box).to_contain_text(f"{left} of 82 paragraphs: “detention”")
    name, packed = take(page, "Parquet")
    expect(box.get_by_role("status")).to_have_text(f"Handed to your browser: {name}")
    archive = zipfile.ZipFile(io.BytesIO(packed))
    table = pl.read_parquet(io.BytesIO(archive.read(name.removesuffix(".zip"))))
    assert table["new_position"].drop_nulls().n_unique() + table["new_position"].null_count() == left
    assert "filters: words in either text: “detention”\n" in archive.read("read-me.txt").decode()

    name, packed = take(page, "Excel")
    assert zipfile.ZipFile(io.BytesIO(packed)).testzip() is None and name.endswith(".xlsx")
    name, alone = take(page, "One HTML file")
    box.get_by_role("button", name="Close").click()
    expect(page.get_by_role("button", name="Take away")).to_be_focused()
    held = re.search(rb'id="workbook-view">"([^<]*)"</script>', alone)[1].decode()
    assert "words=detention" in held and "token" not in held


def test_a_page_that_stands_alone_gives_pictures_in_light_colours_and_paper(visit, compared, tmp_path):
    page = visit.page
    page.emulate_media(color_scheme="dark")
    page.goto(compared("rev2-printed", "wimn-printed").as_uri())
    expect(page.locator(".bars, .heatmaplayer image").first).to_be_visible()
    name, drawing = take(page, "Save the picture as SVG")
    assert name == "changes-rev2-printed-to-wimn-printed.svg"
    assert b"rgb(255, 255, 255)" in drawing and b"<script" not in drawing
    name, picture = take(page, "Save the picture as PNG")
    assert picture.startswith(b"\x89PNG")
    page.get_by_role("button", name="Take away").click()
    box = page.get_by_role("dialog", name="Take away")
    expect(box).to_contain_text("This page stands alone")
    expect(box.get_by_role("button", name="Excel")).to_have_count(0)

    page.evaluate("window.print = () => (window.printed = document.querySelector('dialog[open]') === null)")
    box.get_by_role("button", name="Print").click()
    page.wait_for_function("window.printed === true")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(".workbook-explorer")).to_have_attribute("data-look", "light")
    for gone in (page.get_by_role("tablist"), page.get_by_label("Words", exact=True), page.locator(".where")):
        expect(gone).to_be_hidden()
    unchanged = page.locator("article.card", has=page.locator("details.body")).first
    expect(unchanged.locator(".text")).to_be_visible()  # folded on the screen
    struck, put_in = page.locator(".card del").first, page.locator(".card ins").first
    expect(struck).to_have_css("text-decoration-line", "line-through")
    expect(put_in).to_have_css("text-decoration-line", "underline")
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.group > h4')).display")
        == "table-header-group"
    )
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".workbook-explorer")).to_have_attribute("data-look", "dark")
