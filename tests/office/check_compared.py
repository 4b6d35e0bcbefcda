"""A comparison that we write: LibreOffice's "reject all" leaves the old draft in it, "accept all" the new."""

import pytest

from tests.office.pairs import AMENDED, EDITED, REAL
from workbook.app import read_text
from workbook.text.paragraphs import lines_of

# What our file has behind a paragraph's words: sources and remarks, in brackets.
BEHIND = ("", "[", "(")


@pytest.mark.parametrize("hands", ["all", "none"])
@pytest.mark.parametrize("name", [*REAL, *EDITED, AMENDED])
def test_a_draft_is_in_the_comparison_paragraph_for_paragraph(name, hands, pairs, settled, report):
    pair, theirs = pairs[name], settled[name]
    assert not theirs.error
    paragraphs, _drafts = read_text(pair.new if hands == "all" else pair.old, None)
    rows = lines_of(paragraphs).select("printed_label", "text").iter_rows()
    wanted = [_squeeze(f"{label} {text}") for label, text in rows]
    found = [_squeeze(words) for where, words in theirs.readings[hands] if where == "text" and words.strip()]
    notes = sorted(_squeeze(text) for text in paragraphs.filter(kind="footnote")["text"])
    found_notes = sorted(_squeeze(words) for where, words in theirs.readings[hands] if where == "note")
    equal = len(wanted) == len(found) and all(map(_holds, found, wanted)) and notes == found_notes
    report((name, hands, len(wanted) + len(notes), "equal" if equal else "DIFFERENT"))
    if not equal:
        lines = [
            f"{theirs}\n  {ours}"
            for theirs, ours in zip(found, wanted, strict=False)
            if not _holds(theirs, ours)
        ]
        counts = f"{len(found)} paragraphs for {len(wanted)}, notes {notes == found_notes}"
        pytest.fail("\n".join([counts, "LibreOffice, and below it the draft:", *lines[:5]]), pytrace=False)


def _holds(found, wanted):
    return found.startswith(wanted) and found[len(wanted) :].lstrip()[:1] in BEHIND


def _squeeze(words):
    return " ".join(words.split())
