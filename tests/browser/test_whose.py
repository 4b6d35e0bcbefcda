"""Whose words a change is, in an exported comparison of two readings."""

import re

import pytest
from playwright.sync_api import Page, expect

# Fixtures and the classes that they return are in conftest.py beside this file.


@pytest.fixture(scope="module")
def exported(compared) -> str:
    return compared("rev2", "rev3").as_uri()


@pytest.fixture
def page(visit, exported) -> Page:
    visit.page.goto(exported)
    expect(visit.page.locator(".found")).to_have_text("79 paragraphs")
    return visit.page


def test_words_are_counted_by_hand_and_those_of_no_known_hand_apart(page):
    told = page.locator(".hands")
    expect(told).to_contain_text("Rev 3's drafters, as reconstructed:")
    expect(told).to_contain_text("Of no known hand (dotted lines), counted for nobody:")


def test_paragraphs_can_be_asked_for_by_hand(page):
    page.get_by_label("Whose change", exact=True).select_option("?")
    expect(page.locator(".found")).to_have_text("47 of 79 paragraphs: changed by: not known")
    page.get_by_label("Kind of change", exact=True).select_option("same")
    expect(page.locator(".found")).to_contain_text("0 of 79 paragraphs")


def test_a_card_says_whose_words_they_are_how_surely_and_why(page):
    card = page.get_by_role("article", name=re.compile("^Paragraph 39bis:"))
    card.get_by_text("whose words", exact=True).click()
    expect(card).to_contain_text("in “contribution to”")
    expect(card).to_contain_text("Rev 3's drafters, as reconstructed · documented: ")


def test_words_of_no_known_hand_have_a_line_of_their_own_and_are_heard_as_such(page):
    nobodys = page.get_by_role("article", name=re.compile("^Paragraph 44:")).locator("ins > .nobody").first
    expect(nobodys).to_have_css("text-decoration-style", "dotted")
    expect(nobodys).to_contain_text("(whose is not known)")


def test_a_pair_of_printed_texts_tells_of_no_hands(visit, compared):
    visit.page.goto(compared("rev2-printed", "wimn-printed").as_uri())
    expect(visit.page.locator(".found")).to_have_text("82 paragraphs")
    expect(visit.page.get_by_label("Whose change", exact=True)).to_be_hidden()
    expect(visit.page.locator(".hands")).to_have_text("")
