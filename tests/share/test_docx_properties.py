"""Whatever was changed: rejecting all gives the old paragraphs, accepting all the new ones."""

import csv
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.share.tracked import list_ids, settle
from workbook.app import compare_drafts
from workbook.app.files import make_docx
from workbook.schemas import DRAFTS
from workbook.share.docx.authors import Author
from workbook.share.docx.lines import Mark
from workbook.share.docx.notes import Piece, call_notes
from workbook.text.paragraphs import lines_of

# The same examples on every machine, however slow it is.
STEADY = settings(
    derandomize=True, deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
# Few words, so that paragraphs share many and links are doubtful.
WORDS = ["we", "states", "migrants", "welcome", "protect", "the", "of", "rights", "data", "borders", "cities"]

sentences = st.lists(st.sampled_from(WORDS), min_size=5, max_size=16).map(lambda words: " ".join(words) + ".")
texts = st.lists(sentences, min_size=1, max_size=7)


@st.composite
def revisions(draw):
    """A text, and what became of it: paragraphs struck, put in, edited, moved, split and joined."""
    old = draw(texts)
    new = list(old)
    for act in draw(
        st.lists(st.sampled_from(["strike", "insert", "edit", "move", "split", "join"]), max_size=5)
    ):
        at = draw(st.integers(0, max(0, len(new) - 1)))
        if act == "insert" or not new:
            new.insert(at, draw(sentences))
            continue
        words = new[at].split()
        cut = draw(st.integers(0, len(words)))
        if act == "strike" and len(new) > 1:
            del new[at]
        elif act == "edit":
            new[at] = " ".join([*words[:cut], draw(st.sampled_from(WORDS)), *words[cut + 1 :]])
        elif act == "move":
            new.insert(draw(st.integers(0, len(new) - 1)), new.pop(at))
        elif act == "split" and 2 < cut < len(words) - 2:
            new[at : at + 1] = [" ".join(words[:cut]), " ".join(words[cut:])]
        elif act == "join" and at + 1 < len(new):
            new[at : at + 2] = [" ".join(new[at : at + 2])]
    return number(draw, old), number(draw, new)


def number(draw, paragraphs):
    """The paragraphs with numbers, and sometimes with a heading among them."""
    start = draw(st.integers(1, 3))
    text = [f"{at}. {words}" for at, words in enumerate(paragraphs, start)]
    if draw(st.booleans()):
        text.insert(draw(st.integers(0, len(text))), draw(st.sampled_from(["Introduction", "Way forward"])))
    return "\n\n".join(text)


def compare(old, new):
    with tempfile.TemporaryDirectory() as folder:
        with (Path(folder) / "drafts.csv").open("w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, list(DRAFTS), restval="")
            table.writeheader()
            for draft, text in (("old", old), ("new", new)):
                (Path(folder) / f"{draft}.txt").write_text(text, encoding="utf-8")
                facts = {"kind": "revision", "hands": "printed", "status": "as issued"}
                table.writerow({"draft": draft, "title": draft, "file": f"{draft}.txt"} | facts)
        return compare_drafts("old", "new", folder)


@STEADY
@given(revisions())
def test_rejecting_gives_the_old_text_and_accepting_the_new_one(drawn):
    found = compare(*drawn)
    raw = make_docx(found)
    for draft, accepted in (("old", False), ("new", True)):
        rows = lines_of(found.paragraphs.filter(draft=draft)).select("printed_label", "text").iter_rows()
        wanted = [f"{label}\t{text}" if label else text for label, text in rows]
        left = settle(raw, accepted)
        assert [text for text in left if text] == wanted
        assert "" not in left[:-1]  # a last paragraph that was struck or put in leaves an empty one
    ids = list_ids(raw)
    assert len(ids) == len(set(ids))


piece = st.tuples(st.sampled_from(["kept", "inserted", "deleted"]), st.text("ab ", min_size=1, max_size=5))
pieces = st.lists(piece.map(lambda told: Piece(*told)), max_size=6)


@STEADY
@given(pieces, st.data())
def test_a_note_is_called_where_its_draft_calls_it(drawn, data):
    sides = []
    for gone in ("inserted", "deleted"):
        text = "".join(piece.text for piece in drawn if piece.act != gone)
        offsets = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=3)))
        sides.append((gone, text, [Mark(offset, f"note {at}") for at, offset in enumerate(offsets)]))
    called = call_notes(drawn, sides[0][2], sides[1][2], Author("somebody"))
    for gone, text, notes in sides:
        left = [piece for piece in called if piece.act != gone]
        assert "".join(piece.text for piece in left) == text
        at, found = 0, []
        for piece in left:
            at += len(piece.text)
            if piece.note is not None:
                words = "".join(part.text for part in piece.note if part.act != gone)
                found.append(Mark(at, words))
        assert found == notes
