"""Take the README's pictures anew: the page as it is, out of a comparison written to one file."""

import shutil
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from workbook.app import compare_drafts
from workbook.app.files import save_comparison

IMAGES = Path(__file__).parents[1] / "notebooks" / "images"
BROWSERS = ["chromium", "chromium-browser", "google-chrome"]
# Colours of a picture: enough for text and a map, and a third of the bytes.
COLOURS = 200
FOLLOWED = "44bis"
CHOSEN = "#old=rev2&new=rev3"
# Name, what is chosen in the address, what is there when all is, width, height, light or dark.
VIEWS = [
    ("explorer", "&objective=13&section=Round+table+2", ".heatmap .main-svg", 1280, 860, "light"),
    ("follow", "&tab=follow&followed=rev3:{place}", ".passport h4", 1280, 1000, "light"),
    ("commitments", "&tab=commitments", ".commitments-tab .parts", 1280, 1000, "dark"),
    ("asks", "&tab=asks", "article.ask", 1280, 1000, "light"),
    ("phone", "&change=weaker&view=chart", "article.card ins", 390, 844, "dark"),
]


def main() -> None:
    """Write each view to notebooks/images."""
    program = next(filter(None, map(shutil.which, BROWSERS)))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "page.html"
        found = compare_drafts("rev2", "rev3")
        save_comparison(found, page_file)
        followed = found.paragraphs.filter(draft="rev3", label=FOLLOWED)["position"].item()
        browser = playwright.chromium.launch(executable_path=program, args=["--disable-gpu"])
        for name, chosen, there, width, height, look in VIEWS:
            size = {"width": width, "height": height}
            page = browser.new_page(viewport=size, color_scheme=look, reduced_motion="reduce")
            page.add_init_script("localStorage.setItem('workbook-toured', 'yes')")
            page.goto(page_file.as_uri() + CHOSEN + chosen.format(place=followed))
            page.locator(there).first.wait_for()
            shot = Path(folder) / f"{name}.png"
            page.screenshot(path=shot)
            kept = IMAGES / f"{name}.png"
            few = Image.open(shot).convert("RGB").quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE)
            few.save(kept, optimize=True)
            print(f"notebooks/images/{name}.png", kept.stat().st_size, "bytes")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
