"""What the page's tab on themes and objectives is told, also of drafts that are about neither."""

import json

import pytest

from workbook.app.chapters import Asked
from workbook.app.chapters.themes import make_themes
from workbook.schemas import GAINS

SHIPS = "The keepers of the tower write down each ship, its flag, its master, its crew and its load of salt."
WOMEN = "We commit to hearing the women of the bay, and to protecting migrant children in detention."


@pytest.fixture
def tell(tmp_path):
    """The chapter of two texts, each a list of paragraphs."""

    def tell(old, new):
        for name, texts in (("old", old), ("new", new)):
            numbered = "\n\n".join(f"{at}. {text}" for at, text in enumerate(texts, 1))
            (tmp_path / f"{name}.txt").write_text(numbered, encoding="utf-8")
        told = make_themes(Asked("old.txt", "new.txt", tmp_path))
        return json.loads(json.dumps(told))

    return tell


def find(told, scheme, tag):
    tags = next(each for each in told["schemes"] if each["scheme"] == scheme)["tags"]
    found = next(each for each in tags if each["tag"] == tag)
    return found | dict(zip(told["numbers"], found["numbers"], strict=True))


def test_a_mention_that_came_names_its_paragraph_its_words_and_nobody_where_no_mark_tells(tell):
    told = tell([SHIPS], [f"{SHIPS} {WOMEN}"])
    women = find(told, "theme", "T04")
    assert women["came"] == [[1, 0, "1", "women", "", None]]
    assert (women["mentions_in"], women["mentions_out"], women["entered"]) == (1, 0, 1)
    assert (told["told"], women["mentions_unknown"]) == (False, None)


def test_a_part_of_a_split_is_told_to_inherit_and_where_the_words_are(tell):
    inherited = find(tell([f"{SHIPS} {WOMEN}"], [SHIPS, WOMEN]), "theme", "T04")["travels"]
    assert [(row[0], row[4]) for row in inherited] == [("inherited", "1")]
    assert inherited[0][-1] == "it came from 1, whose words on this (“women”) are now in 2"


def test_each_term_says_how_often_it_was_found_in_which_draft_and_as_what(tell):
    terms = find(tell([WOMEN], [WOMEN, WOMEN.replace("women", "Women and women")]), "theme", "T04")["terms"]
    found = [(row[4:]) for row in terms if row[4] or row[5]]
    assert found == [[1, 3, ["women"]]]
    assert all(row[1] for row in terms)


def test_a_draft_beside_itself_has_its_terms_on_both_sides(tell, tmp_path):
    tell([WOMEN], [WOMEN])
    terms = find(make_themes(Asked("new.txt", "new.txt", tmp_path)), "theme", "T04")["terms"]
    assert [row[4:6] for row in terms if row[4] or row[5]] == [[1, 1]]


def test_drafts_about_none_of_it_have_every_row_and_nothing_in_it(tell):
    told = tell([SHIPS], [SHIPS.replace("salt", "sand")])
    for scheme in told["schemes"]:
        assert {number for tag in scheme["tags"] for number in tag["numbers"]} <= {0, None}
        assert not any(tag["came"] or tag["travels"] for tag in scheme["tags"])
    assert [scheme["scheme"] for scheme in told["schemes"]] == ["objective", "theme", "principle"]


def test_no_text_is_sent_twice_and_figures_bring_no_template(tell):
    told = tell([SHIPS], [f"{SHIPS} {WOMEN}"])
    assert SHIPS[:40] not in json.dumps(told)
    for scheme in told["schemes"]:
        assert set(scheme["figures"]) == set(told["measures"])
        assert all("template" not in figure["layout"] for figure in scheme["figures"].values())
    assert {name for name in GAINS if name.startswith(("mentions", "words"))} <= set(told["numbers"])
