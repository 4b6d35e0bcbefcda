"""What `workbook text` prints of a Word file: each paragraph as "accept all" or "reject all" leaves it."""

import pytest

from tests.office import word
from workbook.app.lines import read_lines


@pytest.fixture
def print_lines(tmp_path):
    """The lines that are printed of a Word file with this body."""

    def print_lines(*paragraphs: str, hands: str = "all") -> list[tuple[str, str]]:
        file = tmp_path / "a.docx"
        file.write_bytes(word.pack("".join(paragraphs)))
        return read_lines(str(file), hands)[0]

    return print_lines


def test_paragraphs_that_are_a_source_or_a_remark_alone_are_printed(print_lines):
    body = [word.paragraph(word.text(words)) for words in ("We agree.", "(A/RES/70/1, para. 3)", "[new]")]
    assert print_lines(*body) == [("", "We agree."), ("", "(A/RES/70/1, para. 3)"), ("", "[new]")]


def test_sources_stay_in_the_words_and_the_label_stands_before_them(print_lines):
    assert print_lines(word.paragraph(word.text("1. We agree [GCM, para 3] on it."))) == [
        ("1", "We agree [GCM, para 3] on it.")
    ]


def test_a_file_of_which_nothing_is_left_prints_nothing(print_lines):
    assert print_lines(word.paragraph(word.ins("We agree.")), hands="none") == []


def test_a_file_without_any_sentence_prints_what_stands_in_it(print_lines):
    assert print_lines(word.paragraph(word.text("(A/RES/70/1, para. 3)"))) == [("", "(A/RES/70/1, para. 3)")]
