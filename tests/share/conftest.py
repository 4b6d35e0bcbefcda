"""Two invented drafts in a folder of their own, compared, and a page taken apart as a browser would."""

import csv
from html.parser import HTMLParser

import pytest

from workbook.app import compare_drafts
from workbook.schemas import DRAFTS
from workbook.share.html import write_page


@pytest.fixture
def compare(tmp_path):
    """Compares two texts as the drafts "old" and "new"; `facts` go into both rows of drafts.csv."""

    def run(old, new, **facts):
        with (tmp_path / "drafts.csv").open("w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, list(DRAFTS), restval="")
            table.writeheader()
            for draft, text in (("old", old), ("new", new)):
                (tmp_path / f"{draft}.txt").write_text(text, encoding="utf-8")
                row = {"draft": draft, "title": draft.title(), "kind": "revision", "file": f"{draft}.txt"}
                table.writerow(row | {"hands": "printed", "status": "as issued"} | facts)
        return compare_drafts("old", "new", tmp_path)

    return run


class Page(HTMLParser):
    """A page's elements with their attributes, and its articles: heading, and the text of each side."""

    def __init__(self, page):
        super().__init__()
        self.source, self.elements, self.texts = page, [], {}
        self.articles, self.sections, self.cautions = [], [], []
        self.open = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag == "article":
            self.articles.append({"heading": "", "old": "", "new": ""})
        if tag == "h2":
            self.sections.append("")
        if tag not in ("meta",):
            self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if self.open and self.open[-1][0] == tag:
            self.open.pop()

    def handle_data(self, data):
        tags = [tag for tag, _ in self.open]
        classes = [attributes.get("class") for _, attributes in self.open]
        last = tags[-1] if tags else ""
        self.texts[last] = self.texts.get(last, "") + data
        if last == "h2":
            self.sections[-1] += data
        if "caution" in classes:
            self.cautions.append(data)
        if "h3" in tags:
            self.articles[-1]["heading"] += data
        elif "article" in tags and "unseen" not in classes:
            self.articles[-1]["old"] += data if "ins" not in tags else ""
            self.articles[-1]["new"] += data if "del" not in tags else ""


@pytest.fixture
def page_of():
    """The page of a comparison, taken apart."""
    return lambda found: Page(write_page(found.drafts, found.paragraphs, found.pairs, found.diffs))
