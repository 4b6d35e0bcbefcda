"""Whatever two authors did to a text: accept all, reject all and one author alone are what they should be."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.office.word import change, pack, struck, text
from tests.text.read.docx.conftest import Reading

# Who put a piece in and who struck it; "" for nobody. The two acts of one author on one piece are left out.
STATES = st.sampled_from(
    [("", ""), ("Ana", ""), ("Ben", ""), ("", "Ana"), ("", "Ben"), ("Ana", "Ben"), ("Ben", "Ana")]
)
WORDS = st.text("abc ", min_size=1, max_size=3)
PARAGRAPHS = st.lists(
    st.tuples(st.lists(st.tuples(WORDS, STATES, st.booleans()), max_size=4), STATES), min_size=1, max_size=6
)


def write_piece(words, put, gone, moved):
    inside = struck(words) if gone and not moved else text(words)
    inside = change("moveFrom" if moved else "del", inside, gone) if gone else inside
    return change("moveTo" if moved else "ins", inside, put) if put else inside


def write_paragraph(pieces, mark):
    put, gone = mark
    own = (change("ins", by=put) if put else "") + (change("del", by=gone) if gone else "")
    content = "".join(write_piece(words, *state, moved) for words, state, moved in pieces)
    return f"<w:p><w:pPr><w:rPr>{own}</w:rPr></w:pPr>{content}</w:p>"


def stands(state, applied):
    put, gone = state
    return (not put or put in applied) and not (gone and gone in applied)


def expect(paragraphs, applied):
    """The model: characters one after the other, a paragraph's mark among them, the last one kept."""
    shown = ""
    for at, (pieces, mark) in enumerate(paragraphs):
        shown += "".join(words for words, state, _moved in pieces if stands(state, applied))
        shown += "\n" if at == len(paragraphs) - 1 or stands(mark, applied) else ""
    return [line for line in shown.split("\n") if line.strip()]


@settings(max_examples=60, deadline=None)
@given(PARAGRAPHS)
def test_what_stands_is_what_a_plain_model_of_the_text_says(paragraphs):
    # Both authors are hands of the file, whatever else they did.
    known = [([("x", ("Ana", ""), False), ("y", ("Ben", ""), False), ("z", ("", ""), False)], ("", ""))]
    file = Reading(pack("".join(write_paragraph(*own) for own in known + paragraphs)))
    for hands, applied in {"all": {"Ana", "Ben"}, "none": set(), "Ana": {"Ana"}, "Ben": {"Ben"}}.items():
        assert file.standing(hands) == expect(known + paragraphs, applied), hands
