"""LibreOffice prints a file with tracked changes to PDF: our reader finds its marked words there again."""

from collections import Counter
from pathlib import Path

import pytest

from tests.office.pairs import REAL
from workbook.text.read import parse_source

# Of the first pairs, at least .9995 and .9976 were right; where fewer are, the reader has become worse.
PRECISION, RECALL = 0.995, 0.995


@pytest.mark.parametrize("name", REAL)
def test_marked_words_are_found_in_the_print(name, pairs, settled, report_print):
    marked = count_marked(parse_source(Path("compared.docx"), pairs[name].raw))
    found = count_marked(parse_source(Path("printed.pdf"), settled[name].printed))
    common = (marked & found).total()
    precision, recall = common / max(1, found.total()), common / marked.total()
    report_print((name, marked.total(), found.total(), precision, recall))
    assert precision >= PRECISION
    assert recall >= RECALL


def count_marked(source):
    """How often each word is put in, and how often struck."""
    marked = Counter()
    for text, inserted, deleted, part in source.runs.select(
        "text", "inserted_by", "deleted_by", "part"
    ).iter_rows():
        act = "struck" if deleted else "put in" if inserted else ""
        if act and part != "furniture":
            marked.update((act, word) for word in text.split())
    return marked
