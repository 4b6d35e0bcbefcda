import re
from html.parser import HTMLParser

import pytest

from workbook.show.redline import write_redline, write_redlines

HOSTILE = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "<a href='javascript:alert(1)'>x</a>",
    "&lt;b&gt;",
]


def redline(make, *spans):
    return write_redline(make.diffs((make.pair((0, "1"), (0, "1"), "edited"), *spans)))


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("op", ["equal", "insert", "delete", "replace"])
def test_hostile_words_stay_words(make, op, text):
    page = Reader(redline(make, (op, text, text)))
    assert page.elements <= {"del", "ins", "span"}
    assert page.attributes <= {("class", "unseen")}
    assert text in page.text


def test_what_was_struck_stands_before_what_was_put_in(make):
    written = redline(
        make, ("equal", "We ", "We "), ("replace", "commend ", "recognize "), ("equal", "all", "all")
    )
    assert re.sub(r"<span.*?</span>", "", written) == "We <del>commend</del> <ins>recognize</ins> all"


def test_exactly_one_space_parts_struck_and_inserted_words(make):
    for old, new in [("a", "b"), ("a ", "b"), ("a", " b"), ("a ", " b")]:
        written = re.sub(r"<span.*?</span>", "", redline(make, ("replace", old, new)))
        assert written == "<del>a</del> <ins>b</ins>"


def test_a_screen_reader_hears_what_was_deleted_and_inserted(make):
    heard = Reader(redline(make, ("replace", "will", "may"))).text
    assert heard == "deleted will end deleted,  inserted may end inserted, "


def test_a_change_of_form_is_quiet_and_its_old_form_is_not_read_aloud(make):
    written = redline(make, ("replace", "States", "states", "form"))
    assert written == '<del class="form" aria-hidden="true">States</del><ins class="form">states</ins>'


def test_spaces_alone_are_never_struck(make):
    assert redline(make, ("replace", "  ", " ", "form"), ("insert", "", " ", "form")) == "  "


def test_each_pair_has_one_redline_in_the_order_of_its_spans(make):
    first, second = make.pair((0, "1"), (0, "1"), "same"), make.pair((1, "2"), (1, "2"), "same")
    diffs = make.diffs((first, ("equal", "a ", "a "), ("equal", "b", "b")), (second, ("equal", "c", "c")))
    assert write_redlines(diffs.reverse()).sort("new_position")["html"].to_list() == ["a b", "c"]


class Reader(HTMLParser):
    """What a browser would make of it: elements, attributes and text."""

    def __init__(self, page):
        super().__init__()
        self.elements, self.attributes, self.text = set(), set(), ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.elements.add(tag)
        self.attributes.update(attrs)

    def handle_data(self, data):
        self.text += data
