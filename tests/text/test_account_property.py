"""Nothing is lost, whatever the text: these hold for texts that nobody has thought of."""

import textwrap
from itertools import accumulate
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from workbook.schemas import WorkbookError
from workbook.text.labels import canonical_label

# What readers of printed texts stumble over, to be strung together in any order.
FRAGMENTS = [
    *(
        "1. We thank all.",
        "2bis. ",
        "3 quatter ",
        "[4.",
        "OP5 ",
        "12",
        "1 The note.",
        "2.1 ",
        "2.10 We",
        "9 pre.",
    ),
    *(
        "[former 3]",
        "(new)",
        "[SPLIT PARA].",
        "[Lamp Act, para 4]",
        "[",
        "]",
        "(",
        ")",
        "[[a] b]",
        "(Act, para 2)",
    ),
    *(
        "(a) ",
        "(i) rest;",
        "b)",
        "Article 2",
        "Option A:",
        "Introduction",
        "PART I",
        "# Title",
        "**3.**",
        "____",
    ),
    *(
        "[bookmark: x]",
        "[footnoteRef:1]",
        "[1: A note.]",
        "[^1]",
        "harbours,1",
        "Guild.2",
        "child-\nled",
        "1/2",
    ),
    *(
        "We note the fog",
        "and the lamps.",
        "lamps:",
        "2030",
        "Harbour talks",
        "A/9/L.1",
        "Page 2 of 3",
        "“Bells”",
    ),
    *(
        " ",
        "  ",
        "\t",
        "\n",
        "\n\n",
        "\n \n",
        "\r\n",
        "\r",
        "\f",
        "\n\f",
        "\v",
        "\u00a0",
        "\u202f",
        "\u2028",
        "\x85",
    ),
]
PIECES = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=4), max_size=20).map("".join)
# A sentence in the middle, so that there is something to read.
ANY_TEXT = st.builds(lambda before, behind: f"{before}\nWe thank the masters.\n{behind}", PIECES, PIECES)
# As it can stand in a file: no halves of surrogate pairs, no zero bytes, no byte order mark.
STORABLE = ANY_TEXT.map(
    lambda text: text.encode("utf-8", "ignore").decode().replace("\0", "").lstrip("\ufeff")
)


def try_to_read(read, text):
    """The text as read, or None where all of it could be a title and furniture."""
    try:
        return read(text)
    except WorkbookError as error:
        assert "no paragraph" in str(error)
        return None


@settings(max_examples=100, deadline=None, derandomize=True)
@given(text=STORABLE)
def test_every_character_comes_back_and_no_word_is_space(text, read):
    if found := try_to_read(read, text):
        account = found.account
        assert "".join(account["text"]) == text
        ends = list(accumulate(account["text"].str.len_chars()))
        assert account["start"].to_list() == [0, *ends[:-1]]
        assert not "".join(account.filter(role="space")["text"]).strip()
        assert account.filter(account["role"] != "space")["position"].null_count() == 0


@settings(max_examples=50, deadline=None, derandomize=True)
@given(text=STORABLE)
def test_a_paragraph_holds_the_words_of_its_account_and_no_others(text, read):
    if found := try_to_read(read, text):
        for position, words in found.body.select("position", "text").iter_rows():
            own = found.account.filter(position=position, role="text")["text"]
            assert "".join("".join(own).split()) == words.replace(" ", "")
            assert words == " ".join(words.split())


@settings(max_examples=40, deadline=None, derandomize=True)
@given(text=STORABLE)
def test_positions_count_rows_in_the_order_of_their_first_lines(text, read):
    if found := try_to_read(read, text):
        rows = found.paragraphs
        assert rows["position"].to_list() == list(range(len(rows)))
        assert rows["first_line"].is_sorted()
        assert (rows["first_line"] <= rows["last_line"]).all()


# Declarations made from labels and words, printed in many ways

SUFFIXES = ["pre", "", "bis", "ter", "quater"]
PRINTED = {
    "pre": ["pre.", " pre."],
    "": [".", ")"],
    "bis": ["bis.", " bis.", " bis", "bis (NEW)."],
    "ter": ["ter.", " ter", "ter [SPLIT PARA]."],
    "quater": ["quat.", "quater.", "quatter.", " quater"],
}

FIGURES = ["", "", "", "", "2030 ", "15 ", "8,436 ", "child-led "]


@st.composite
def labels(draw):
    """Printed labels in their order: numbers may be skipped, suffixes come and go."""
    number, printed = 0, []
    for _ in range(draw(st.integers(3, 8))):
        number += draw(st.sampled_from([1, 1, 1, 2]))
        chosen = draw(st.sets(st.sampled_from(SUFFIXES), min_size=1, max_size=3)) | (
            {""} if number == 1 else set()
        )
        for suffix in sorted(chosen, key=SUFFIXES.index):
            printed.append(f"{number}{draw(st.sampled_from(PRINTED[suffix]))}")
    return printed


def spell(number):
    """A word of its own for each number, so that no two lines are alike."""
    consonants, vowels = "bdfgklmnprst", "aeiou"
    word = ""
    while number or len(word) < 4:
        number, rest = divmod(number, 60)
        word += consonants[rest // 5] + vowels[rest % 5]
    return word


@st.composite
def declarations(draw):
    """(printed label, text) pairs: "We", then words of their own, with figures between them."""
    # Hypothesis chooses the labels and one number, from which the words follow: they need no shrinking.
    chance, count, pairs = Random(draw(st.integers(0, 10**6))), 0, []
    for label in draw(labels()):
        words = ["We"]
        for _ in range(chance.randint(20, 45)):
            words.append(chance.choice(FIGURES) + spell(count))
            count += 1
        pairs.append((label, " ".join(words) + "."))
    return pairs


def give_back(found, pairs):
    assert found.labels == [canonical_label(label) for label, _ in pairs]
    assert found.texts == [text for _, text in pairs]


def wrap(label, text, width):
    return textwrap.wrap(f"{label} {text}", width, break_long_words=False, break_on_hyphens=True)


@settings(max_examples=50, deadline=None, derandomize=True)
@given(pairs=declarations(), width=st.integers(40, 90), spacing=st.sampled_from(["\n", "\n\n", " \n"]))
def test_a_wrapped_declaration_gives_back_its_labels_and_words(pairs, width, spacing, read):
    blocks = [spacing.join(wrap(label, text, width)) for label, text in pairs]
    give_back(read("\n\n".join(blocks) + "\n"), pairs)


@settings(max_examples=50, deadline=None, derandomize=True)
@given(pairs=declarations(), width=st.integers(40, 90), page=st.integers(5, 30))
def test_page_breaks_take_nothing_away(pairs, width, page, read):
    lines = [line for label, text in pairs for line in [*wrap(label, text, width), ""]]
    for number in range(page, len(lines), page):
        lines[number] = "\f" + lines[number]
    give_back(read("\n".join(lines)), pairs)


@settings(max_examples=30, deadline=None, derandomize=True)
@given(pairs=declarations(), end=st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_one_paragraph_a_line_gives_back_its_labels_and_words(pairs, end, read):
    give_back(read("".join(f"{label} {text}{end}" for label, text in pairs)), pairs)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(pairs=declarations(), width=st.integers(40, 90))
def test_a_source_behind_each_paragraph_leaves_its_words(pairs, width, read):
    blocks = ["\n".join(wrap(label, text + " [Lamp Act, para 4]", width)) for label, text in pairs]
    found = read("\n\n".join(blocks) + "\n")
    give_back(found, pairs)
    assert found.citations["source"].to_list() == ["Lamp Act"] * len(pairs)
