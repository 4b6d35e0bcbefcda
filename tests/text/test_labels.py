"""How a paragraph's number is printed, and the one spelling in which labels are compared."""

import pytest

from workbook.text.labels import canonical_label, read_label

LABELS = """
    PP1 PP1bis PP2 OP1 1bis 1ter 2pre 2 2bis 2ter 2quat 2quint 2sext 2sept 2oct 2non 2dec
    2.1 2.2 2.2bis 2.3 2.9 2.10 2.10.1 3 3alt 4A 4B 10
"""
IN_ORDER = LABELS.split()


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("7.", "7"),
        ("7)", "7"),
        ("7bis", "7bis"),
        ("7 bis.", "7bis"),
        ("7-bis.", "7bis"),
        ("7.bis", "7bis"),
        ("7 BIS.", "7bis"),
        ("9quat.", "9quat"),
        ("9quater.", "9quat"),
        ("9quatter.", "9quat"),
        ("9 quarter.", "9quat"),
        ("9quint.", "9quint"),
        ("9 quinquies.", "9quint"),
        ("9sexies.", "9sext"),
        ("9septies.", "9sept"),
        ("9octies.", "9oct"),
        ("9nonies.", "9non"),
        ("9novies.", "9non"),
        ("9decies.", "9dec"),
        ("9 pre.", "9pre"),
        ("OP 3.", "OP3"),
        ("op3bis.", "OP3bis"),
        ("PP12.", "PP12"),
        ("2.10", "2.10"),
        ("2.2 bis", "2.2bis"),
        ("3.2.1", "3.2.1"),
        ("4a.", "4A"),
        ("11 alt.", "11alt"),
        ("2. ALT 1:", "2alt1"),
        ("12 [former para 9].", "12"),
        ("12bis (NEW).", "12bis"),
    ],
)
def test_a_label_has_one_canonical_spelling(printed, canonical):
    assert canonical_label(printed) == canonical


@pytest.mark.parametrize("canonical", IN_ORDER)
def test_a_canonical_label_stays_as_it_is(canonical):
    assert canonical_label(f"{canonical}.") == canonical


@pytest.mark.parametrize("words", ["Introduction", "", "bis", "We note", "a.", "(see 4)"])
def test_what_is_no_label_comes_back_as_it_is(words):
    assert canonical_label(words) == words


def test_keys_put_labels_in_the_order_of_the_document():
    keys = [read_label(f"{label}. We note").key for label in IN_ORDER]
    assert sorted(keys) == keys
    assert len(set(keys)) == len(keys)


def test_2_10_comes_after_2_9():
    assert read_label("2.10 We").key > read_label("2.9 We").key


@pytest.mark.parametrize("label", ["9pre", "34 pre", "OP2pre"])
def test_pre_stands_before_its_number(label):
    number = label.replace("pre", "").strip()
    assert read_label(f"{label}. We").key < read_label(f"{number}. We").key


@pytest.mark.parametrize(
    ("line", "printed", "behind"),
    [
        ("12. We note", "12.", " We note"),
        ("12bis.We note", "12bis.", "We note"),
        ("[12. We note]", "12.", " We note]"),
        ("  12 ter  We note", "12 ter", "  We note"),
        ("9quatter. We note", "9quatter.", " We note"),
        ("12 [SPLIT PARA]. We", "12 [SPLIT PARA].", " We"),
    ],
)
def test_a_label_knows_where_it_stands_in_its_line(line, printed, behind):
    label = read_label(line)
    assert label.printed == printed
    assert line[label.start :].startswith(printed)
    assert line[label.end :] == behind


@pytest.mark.parametrize(
    ("line", "former"),
    [
        ("6ter [former para 9]. We", "9"),
        ("44bis [former 55]. We", "55"),
        ("44bis (formerly 9 quatter). We", "9quat"),
        ("44 [ex 4bis]. We", "4bis"),
        ("44 [old para. 7]. We", "7"),
        ("44 [moved from OP3]. We", "OP3"),
        ("44 [previous paragraph 12]. We", "12"),
        ("44bis. We recall the former 55.", ""),
    ],
)
def test_a_label_can_announce_its_former_number(line, former):
    assert read_label(line).former == former


@pytest.mark.parametrize(
    ("line", "remark"),
    [
        ("4 bis (new) We seek", "NEW"),
        ("45bis (NEW). We", "NEW"),
        ("34bis [SPLIT PARA]. We", "SPLIT PARA"),
        ("34bis [Merged paras]. We", "MERGED PARAS"),
        ("5 [agreed ad ref]. We", "AGREED AD REF"),
        ("5. We open a new pier.", ""),
        ("5 (newly built) We", ""),
    ],
)
def test_a_remark_beside_the_number_is_read(line, remark):
    assert read_label(line).remark == remark


@pytest.mark.parametrize("line", ["12. We", "12) We", "12bis We", "OP12 We", "12 (new) We", "12 alt We"])
def test_a_dot_a_suffix_or_a_note_marks_a_label(line):
    assert read_label(line).marked


@pytest.mark.parametrize("line", ["2030 Agenda", "1000. We", "19-May", "3rd of May", "A1. We", "twelve. We"])
def test_what_only_resembles_a_number_is_no_label(line):
    assert read_label(line) is None


def test_a_bare_number_is_read_but_not_marked():
    assert read_label("15 per cent of all ships").marked is False


@pytest.mark.parametrize("word", ["biscuits", "terms", "present", "nondescript", "alternative", "october"])
def test_a_word_that_begins_like_a_suffix_is_none(word):
    assert read_label(f"7. {word} are served").canonical == "7"
    assert read_label(f"7 {word} are served").canonical == "7"
