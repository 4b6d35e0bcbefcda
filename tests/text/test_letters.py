"""A covering letter before the draft: its own list, what it quotes, and where the draft begins."""

import pytest

HARBOURS = ["Norr", "Sund", "Vik", "Holm", "Ness", "Strand", "Hamn"]
BODY = "".join(
    f"{number}. We thank {harbour} and its masters, who\nkept the lamps burning.\n\n"
    for number, harbour in enumerate(HARBOURS, 1)
)
LETTER = f"""Dear friends of the harbour.

Please bring this to the talks.

1. Keep the lamps. The old text
reads well.

6bis. We honour the pilots of the outer
roads.

2. Name the bells. The guild asks
for this.

4. We thank the pilots of Holm, who kept
all lamps burning.

Draft declaration

{BODY}"""


@pytest.fixture(scope="module")
def letter(read):
    return read(LETTER)


def test_the_body_begins_where_numbering_starts_over(letter):
    assert letter.labels == ["1", "2", "3", "4", "5", "6", "7"]


def test_the_asks_of_a_letter_are_printed_numbers_but_no_labels(letter):
    rows = letter.paragraphs.filter(kind="letter").select("printed_label", "label").rows()
    assert [row for row in rows if row[0] in ("1.", "2.")] == [("1.", ""), ("2.", "")]


def test_a_paragraph_that_the_letter_quotes_keeps_its_label(letter):
    rows = letter.paragraphs.filter(kind="letter").select("printed_label", "label").rows()
    assert [row for row in rows if row[1]] == [("6bis.", "6bis"), ("4.", "4")]


def test_the_words_of_the_letter_are_not_in_the_body(letter):
    assert "pilots" not in " ".join(letter.texts)
    assert "pilots" in " ".join(letter.of_kind("letter"))


def test_the_line_above_the_body_is_its_title(letter):
    assert letter.of_kind("title") == ["Draft declaration"]


def test_the_letters_words_have_the_role_letter(letter):
    letters = letter.paragraphs.filter(kind="letter")["position"].to_list()
    roles = letter.account.filter(letter.account["position"].is_in(letters))["role"].unique().to_list()
    assert set(roles) - {"space"} == {"letter", "label"}


def test_a_text_whose_numbers_never_start_over_has_no_letter(read):
    assert read(BODY).of_kind("letter") == []


def test_a_title_and_a_preamble_before_paragraph_1_are_no_letter(read):
    assert read(f"Draft declaration\n\nThe ministers met in winter.\n\n{BODY}").of_kind("letter") == []
