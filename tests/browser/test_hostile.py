"""A draft that wants to run something, through every view of the exported file; short and long drafts."""

import csv
import itertools
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import Page, expect

from workbook.__main__ import main
from workbook.schemas import DRAFTS

# Fixtures and the classes that they return are in conftest.py beside this file.

HOSTILE = (
    "</script><script>window.hurt=1</script><img src=x onerror=window.hurt=1> <b>bold</b> ' onfocus=x "
    '" & &lt; <!-- ]]> </style></template> <a href="javascript:window.hurt=1">x</a> {{7*7}} \u202e \u2028'
)
READINGS = {"inline": "inline", "beside": "side by side"}


@pytest.fixture
def export(tmp_path, capsys):
    """Writes two texts, compares them, and gives the page's address."""

    def run(old: str, new: str) -> str:
        for name, text in (("old", old), ("new", new)):
            (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        files = [str(tmp_path / name) for name in ("old.txt", "new.txt", "page.html")]
        assert main(["compare", *files[:2], "-o", files[2]]) == 0
        return (tmp_path / "page.html").as_uri()

    return run


def test_a_hostile_draft_is_shown_in_every_view_and_never_obeyed(visit, export):
    page = visit.page
    old = f"Section {HOSTILE}\n\n1. We note migrant children {HOSTILE} in part.\n2. We rest.\n"
    new = f"Section {HOSTILE}\n\n1. We note migrant children in part.\n2. We rest {HOSTILE}.\n"
    address = export(old, new)
    pressed = page.locator(".toggle [aria-pressed=true]")
    for kind in ("objective", "theme", "principle", "similarity"):
        page.goto("about:blank")
        for view, reading in itertools.product(("table", "chart"), ("inline", "beside")):
            page.goto(f"{address}#map={kind}&view={view}&reading={reading}&words=%3Cscript")
            expect(pressed).to_have_text([view, READINGS[reading]])
            expect(page.get_by_label("Map", exact=True)).to_have_value(kind)
            expect(page.locator(".found")).to_contain_text("2 of 2 paragraphs: “<script”")
    page.get_by_role("button", name="next hit").click()
    for fold in page.locator("summary:visible").all():
        fold.click()
    expect(page.locator("pre.lines").first).to_contain_text("</script><script>window.hurt=1</script>")
    expect(page.locator(".canvas .nsewdrag").first).to_be_visible()
    page.locator(".canvas .nsewdrag").first.hover()
    assert page.evaluate("window.hurt === undefined")
    assert page.locator("main img, main b").count() == 0


def test_an_address_that_holds_more_than_can_be_taken_opens_the_page_and_says_so(visit, export):
    page, words = visit.page, "lamp%2C" * 1000
    address = export("1. We light a lamp.\n", "1. We light the lamp.\n")
    strange = "strange=1&" * 500
    page.goto(f"{address}#words={words}&watched={words}%3Blamp&ticked={words * 5}&{strange}map=theme")
    said = page.locator(".notice[role=alert]")
    expect(said).to_contain_text("“words” (at most 2,000 characters), “ticked” (at most 20,000 characters)")
    expect(said).to_contain_text("“strange=1”, 495 more has no meaning here")
    expect(page.get_by_label("Map", exact=True)).to_have_value("theme")
    page.get_by_role("tab", name="My list").click()
    expect(page.locator("[data-words]")).to_have_count(1)


def test_drafts_of_one_paragraph_have_every_view(visit, export):
    page = visit.page
    old, new = "1. We seek alternatives to detention.\n", "1. We seek many alternatives to detention.\n"
    page.goto(export(old, new) + "#map=similarity")
    expect(page.locator(".found")).to_have_text("1 paragraph")
    expect(page.locator(".canvas .nsewdrag").first).to_be_visible()
    page.get_by_label("Map", exact=True).select_option("objective")
    page.get_by_role("button", name="table").click()
    expect(page.locator("td").first).to_be_visible()


def test_drafts_of_very_many_paragraphs_are_listed_and_the_map_says_what_to_do(visit, export):
    page = visit.page
    texts = [" ".join(f"word{at * 7 % 997}x{at % 13 + step}" for step in range(9)) for at in range(600)]
    old = "".join(f"{at + 1}. {text}.\n" for at, text in enumerate(texts))
    page.goto(export(old, old.replace("x5 ", "x5 newly ")) + "#map=similarity&paragraph=550-550")
    expect(page.locator(".found")).to_have_text("600 paragraphs")
    expect(page.locator("article.card.chosen")).to_be_in_viewport()
    expect(page.locator(".where .note:visible")).to_contain_text("too many to draw side by side")
    page.get_by_label("Words", exact=True).fill("word7x")
    expect(page.locator(".found")).not_to_contain_text("600 of")
    expect(page.locator(".canvas .nsewdrag").first).to_be_visible()


# A title, a source, a heading, a label, a hand, a reason and a file's name want to run something as well.
TITLE = "Draft <img src=x onerror=window.hurt=1> </script><script>window.hurt=2</script>"
BEFORE = f"""# Chapter {HOSTILE}

1. We, the Heads of State, recalling General Assembly resolution 73/195 {HOSTILE}, commit to protect children.
2. We will consider detention <svg onload=window.hurt=3> (Objective 13; SDG 10.7 <b>x</b>).
<i>3bis</i>. We shall rest {HOSTILE}.
"""
AFTER = f"""{{>>hands: evil = The <img src=x onerror=window.hurt=8> delegation<<}}
# Chapter {HOSTILE}

1. We, the Heads of State, recalling General Assembly resolution 73/195, may protect {HOSTILE} children.
2. We {{++<img src=x onerror=window.hurt=4>++}}{{>>evil inferred: <script>hurt=5</script><<}} rest {HOSTILE}.
"""
# What no page of ours has, and these words would make if they were obeyed.
STRANGE = "img, b, iframe, svg[onload], a[href^='javascript:'], [onerror], [onfocus]"
WORKING = "Working this out …"  # said in a tab until what it shows is there


@pytest.fixture(scope="module")
def hostile_folder(tmp_path_factory) -> Path:
    """A data folder in which every word wants to run something."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "before.txt").write_text(BEFORE, encoding="utf-8")
    (folder / "after.md").write_text(AFTER, encoding="utf-8")
    with (folder / "drafts.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(DRAFTS), restval="")
        table.writeheader()
        for draft, name in (("before", "before.txt"), ("after", "after.md")):
            facts = {"kind": "revision", "hands": "all", "status": "as issued", "source": HOSTILE}
            table.writerow({"draft": draft, "title": f"{draft} {TITLE}", "file": name} | facts)
    return folder


def walk_tabs(page: Page) -> list[str]:
    """Opens every tab that the page lists, and whatever can be unfolded in it; the tabs' names."""
    tabs = page.get_by_role("tab")
    names = tabs.all_text_contents()
    for at, name in enumerate(names):
        tabs.nth(at).click()
        panel = page.get_by_role("tabpanel", name=name, exact=True)
        expect(panel).to_be_visible()
        expect(panel).not_to_have_text("")
        expect(panel.get_by_text(WORKING).locator("visible=true")).to_have_count(0)
        for fold in panel.locator("summary:visible").all()[:12]:
            fold.click()
        for chart in panel.locator(".nsewdrag:visible").all()[:3]:
            chart.hover()
        assert_unharmed(page, name)
    return names


def assert_unharmed(page: Page, where: str) -> None:
    """Nothing of a draft has run, or stands in the page as more than text."""
    assert page.evaluate("window.hurt === undefined"), where
    assert page.locator("main").locator(STRANGE).count() == 0, where


def test_a_hostile_folder_is_harmless_in_every_page_and_tab_of_its_site(
    visit, hostile_folder, tmp_path, chromium
):
    assert main(["site", str(tmp_path), "--data", str(hostile_folder)]) == 0
    page, pages = visit.page, sorted(tmp_path.glob("*.html"))
    assert len(pages) >= 3
    with chromium.new_context(java_script_enabled=False) as still:
        bare = still.new_page()
        for file in pages:
            bare.goto(file.as_uri())
            expect(bare.locator("body")).to_contain_text("<img src=x onerror=window.hurt=1>")
            assert (
                bare.locator(
                    "img, b, iframe, svg[onload], a[href^='javascript:'], [onerror], [onfocus]"
                ).count()
                == 0
            )
    page.goto((tmp_path / "index.html").as_uri())
    assert_unharmed(page, "index")
    page.goto((tmp_path / "before--after.html").as_uri())
    assert len(walk_tabs(page)) >= 2
    page.get_by_role("tab", name="Compare").click()
    save = page.get_by_role("button", name="Save the picture as SVG").filter(visible=True)
    with page.expect_download() as handed:
        save.click()
    picture = tmp_path / "picture.svg"
    handed.value.save_as(picture)
    assert_inert(page, picture)


def assert_inert(page: Page, picture: Path) -> None:
    """A picture with words of a draft in it, opened by itself, is a picture and nothing else."""
    drawing = etree.parse(picture)
    names = {etree.QName(each).localname for each in drawing.iter(etree.Element)}
    assert "text" in names and names.isdisjoint(
        {"script", "foreignObject", "iframe", "animate", "set", "use"}
    )
    said = [(name, value) for each in drawing.iter(etree.Element) for name, value in each.attrib.items()]
    assert [each for each in said if each[0].startswith("on") or "javascript:" in each[1]] == []
    assert "<img src=x" in "".join(drawing.getroot().itertext())
    page.goto(picture.as_uri())
    assert page.evaluate("document.documentElement.localName === 'svg' && window.hurt === undefined")


def test_a_hostile_folder_and_a_hostile_file_are_harmless_in_every_tab_of_the_dashboard(
    visit, start, hostile_folder
):
    page, server = visit.page, start("workbook", "dashboard", "--no-browser", "--data", str(hostile_folder))
    page.goto(server.key)
    expect(page.locator(".found")).to_be_attached()
    page.get_by_role("tab", name="Your drafts").click()
    name = "mine <img src=x onerror=window.hurt=6>.md"
    page.locator("input[type=file]").first.set_input_files(
        {"name": name, "mimeType": "text/markdown", "buffer": AFTER.encode()}
    )
    expect(page.get_by_text("mine <img src=x onerror=window.hurt=6>").first).to_be_attached()
    assert len(walk_tabs(page)) >= 2
