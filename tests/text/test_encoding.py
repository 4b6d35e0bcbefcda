"""How the letters of a file are coded: said by the file, or guessed, and then the doubt is said."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.schemas import WorkbookError
from workbook.text.read import parse_source, read_source
from workbook.text.read.encoding import guess_letters, read_as

FRENCH = "1. Nous réaffirmons que les États ont la responsabilité première, où qu’ils soient.\n"
SPANISH = "1. Reconocemos la contribución de los migrantes y los niños a la economía.\n2. ¿Cómo? Mañana.\n"
CZECH = "1. Uznáváme, že státy nesou hlavní odpovědnost za ochranu uprchlíků, včetně dětí a příslušných.\n"
POLISH = "1. Uznajemy, że państwa ponoszą główną odpowiedzialność za ochronę uchodźców.\n"
RUSSIAN = "1. Мы признаем, что государства несут главную ответственность за защиту мигрантов.\n"
GREEK = "1. Αναγνωρίζουμε ότι τα κράτη έχουν την κύρια ευθύνη για την προστασία των μεταναστών.\n"
TURKISH = "1. Devletlerin göçmenlerin korunmasına ilişkin birincil sorumluluğunu kabul ediyoruz.\n"
ARABIC = "1. نحن نعترف بأن الدول تتحمل المسؤولية الرئيسية عن حماية المهاجرين.\n"
HEBREW = "1. אנו מכירים בכך שהמדינות נושאות באחריות העיקרית להגנה על המהגרים.\n"


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_file_that_says_how_it_is_coded_leaves_no_doubt(coding):
    assert guess_letters(FRENCH.encode(coding)) == (FRENCH, "")


def test_big_ends_first_are_read_where_the_file_says_so():
    assert guess_letters(b"\xfe\xff" + FRENCH.encode("utf-16-be")) == (FRENCH, "")


@given(
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])).filter(
        lambda t: t[:1] != "\ufeff"
    )
)
def test_utf_8_is_read_letter_for_letter_and_without_doubt(text):
    assert guess_letters(text.encode()) == (text, "")


@pytest.mark.parametrize("coding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [FRENCH, RUSSIAN, ARABIC])
def test_wide_letters_are_told_by_their_zero_bytes(text, coding):
    found = guess_letters(text.encode(coding))
    assert found.text == text
    assert coding[:6].upper() in found.doubt


@pytest.mark.parametrize(
    ("text", "coding", "name"),
    [
        (FRENCH, "cp1252", "Windows-1252 (Western European)"),
        (FRENCH, "mac_roman", "Mac Roman"),
        (SPANISH, "cp1252", "Windows-1252"),
        (SPANISH, "mac_roman", "Mac Roman"),
        (SPANISH, "cp850", "code page 850"),
        (CZECH, "cp1250", "Windows-1250"),
        (CZECH, "iso8859_2", "ISO-8859-2"),
        (POLISH, "cp1250", "Windows-1250"),
        (POLISH, "iso8859_2", "ISO-8859-2"),
        (POLISH, "cp852", "code page 852"),
        (TURKISH, "cp1254", "Windows-1254"),
        (RUSSIAN, "cp1251", "Windows-1251"),
        (RUSSIAN, "koi8_r", "KOI8-R"),
        (RUSSIAN, "cp866", "code page 866"),
        (RUSSIAN, "iso8859_5", "ISO-8859-5"),
        (GREEK, "cp1253", "Windows-1253"),
        (ARABIC, "cp1256", "Windows-1256"),
        (ARABIC, "iso8859_6", "ISO-8859-6"),
        (HEBREW, "cp1255", "Windows-1255"),
    ],
)
def test_a_coding_that_nothing_tells_is_guessed_and_the_doubt_names_it(text, coding, name):
    found = guess_letters(text.encode(coding))
    assert found.text == text
    assert name in found.doubt
    assert "does not say" in found.doubt


@pytest.mark.parametrize(
    "words", ["Réunion", "Türkiye", "São Tomé", "El Niño", "the States’ rights", "a – dash"]
)
@pytest.mark.parametrize("length", [1, 2000])
def test_a_single_letter_with_an_accent_among_english_ones_is_enough(words, length):
    text = "1. We agree to act together. " * length + words
    assert guess_letters(text.encode("cp1252")).text == text


@pytest.mark.parametrize("words", ["Réunion", "Türkiye", "the States’ rights"])
def test_an_old_macintosh_is_told_by_its_letters(words):
    text = f"1. We agree. {words}\n"
    assert guess_letters(text.encode("mac_roman")).text == text


def test_utf_8_with_a_byte_that_is_wrong_is_no_other_coding():
    assert guess_letters(FRENCH.encode() + b"\xff" + FRENCH.encode()) is None


@given(st.binary(max_size=300))
def test_any_bytes_are_a_text_or_none_and_the_same_each_time(raw):
    assert guess_letters(raw) == guess_letters(raw)


@given(st.binary(min_size=200, max_size=2000).filter(lambda raw: len(set(raw)) > 100))
def test_bytes_at_random_are_no_text(raw):
    assert guess_letters(raw) is None


@pytest.mark.parametrize(
    "raw",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"\xff\xd8\xff\xe0\x10JFIF\x01",
        b"PK\x03\x04\x14\0\x06\0",
        bytes(range(1, 256)),
        b"\xff\xfe\x01\x00\x02\x00",
        b"We\0thank all",
        b"1. We\n\nthank\0\n",  # read in pairs, these are letters of many scripts
        b"1. We\n\xff\n",
    ],
)
def test_a_picture_or_an_archive_is_no_text(raw):
    assert guess_letters(raw) is None


def test_a_file_guessed_at_says_so_in_its_notices(tmp_path):
    (tmp_path / "one.txt").write_bytes(FRENCH.encode("cp1252"))
    source = read_source(tmp_path / "one.txt")
    assert source.runs["text"][0] == FRENCH.rstrip("\n")
    assert len(source.notices) == 1
    assert "Windows-1252" in source.notices[0]
    assert read_source_of(FRENCH.encode()).notices == ()


def read_source_of(raw):
    return parse_source(Path("one.txt"), raw)


def test_a_marked_text_guessed_at_says_so_too():
    raw = "{>>hands: ana<<}\n1. We {++réaffirmons++}{>>ana documented: told<<}.\n".encode("cp1252")
    source = parse_source(Path("one.md"), raw)
    assert "réaffirmons" in source.runs["text"].to_list()
    assert "Windows-1252" in source.notices[0]


def test_wide_letters_without_a_line_feed_but_with_the_old_macintosh_s_have_lines():
    assert len(read_source_of("1. Où.\r2. Là.\r".encode("utf-16")).runs) == 3


def test_bytes_that_are_no_text_are_refused_with_their_line():
    with pytest.raises(WorkbookError, match=r"one\.txt, line 2: these bytes are no text"):
        read_source_of(b"1. We rest.\n\x81\x8d\x90\xff\xfe\x02")


def test_latin_1_is_read_as_the_web_reads_it():
    assert read_as("“où”".encode("cp1252"), "ISO-8859-1").text == "“où”"


@pytest.mark.parametrize("coding", ["no such coding", "utf-8", "hex", "rot13", "idna", "", "a\0b"])
def test_a_coding_that_the_bytes_are_not_in_is_none(coding):
    assert read_as(b"1. We \xe9", coding) is None
