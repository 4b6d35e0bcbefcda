"""A draft that wants to run something, through every view of the exported file; short and long drafts."""

import itertools

import pytest
from playwright.sync_api import expect

from workbook.__main__ import main

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
