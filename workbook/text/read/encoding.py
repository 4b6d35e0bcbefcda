"""The bytes of a file -> its letters, with the doubt where it does not say how they are coded."""

import codecs
import re
import unicodedata
from collections import Counter
from typing import NamedTuple

# What a file may begin with to say how it is coded, beside the sign of UTF-8; the longer signs first.
_SIGNS = {
    b"\xff\xfe\0\0": "utf-32",
    b"\0\0\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
# Where a file says nothing, the codings of one byte a letter that are tried, likelier ones first.
_CODINGS = {
    "cp1252": "Windows-1252 (Western European)",
    "iso8859_15": "ISO-8859-15 (Western European)",
    "mac_roman": "Mac Roman (Western European)",
    "cp850": "code page 850 (Western European, DOS)",
    "iso8859_2": "ISO-8859-2 (Central European)",
    "cp1250": "Windows-1250 (Central European)",
    "cp852": "code page 852 (Central European, DOS)",
    "cp1254": "Windows-1254 (Turkish)",
    "cp1251": "Windows-1251 (Cyrillic)",
    "koi8_r": "KOI8-R (Cyrillic)",
    "cp866": "code page 866 (Cyrillic, DOS)",
    "mac_cyrillic": "Mac Cyrillic",
    "iso8859_5": "ISO-8859-5 (Cyrillic)",
    "cp1253": "Windows-1253 (Greek)",
    "cp1256": "Windows-1256 (Arabic)",
    "iso8859_6": "ISO-8859-6 (Arabic)",
    "cp1255": "Windows-1255 (Hebrew)",
}
_LATIN = {"cp1252", "iso8859_15", "mac_roman", "cp850", "iso8859_2", "cp1250", "cp852", "cp1254"}
_WIDE = {"utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "utf-32-le": "UTF-32", "utf-32-be": "UTF-32"}
# Codings that texts are in; Python knows others, which only look so or are slow to undo.
_OF_TEXTS = re.compile(
    r"(?:utf-(?:8|16|32)|ascii|cp\d+|iso8859-\d|koi8|mac-|gb|hz|big5|euc_|shift_jis|iso2022)"
)
# The letters beyond ASCII of languages in Latin script: a text in one of them needs no others.
_ALPHABETS = [
    *("àâæçéèêëîïôœùûüÿ", "áéíñóúü", "ãõáâàçéêíóôúü", "äöüß", "àèéìíòóùú", "åäöéæøàü", "áðéíóúýþæö"),
    *("ëïéèöüáó", "àçéèíïòóúü", "ąćęłńóśźż", "áäčďéěíĺľňóôŕřšťúůýž", "áéíóöőúüű", "ăâîșțşţ", "čćđšžáé"),
    "çğıiöşüâîû",
]
# What stands in printed text beside letters.
_SIGNS_OF_TEXT = frozenset("“”‘’„‚–—…•°§«»©®€£·¿¡¶\xa0\xad")
# Fewer letters of another script are no text in it.
_FEW = 20
# Words with letters beyond ASCII, as many bytes as tell one coding from another.
_SAMPLE = 4_000
# As much of a text as is written in one alphabet and in the signs and digits that all share.
_ONE_SCRIPT = 0.9
# A coding that makes more of the letters strange than this is not the file's: bytes at random come to half.
_STRANGEST = 1 / 3
# What no text holds: control characters but tab, line and page ends, and the end of a file in DOS.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")


class Letters(NamedTuple):
    """The text that bytes are, and a sentence on what had to be guessed; without doubt, none."""

    text: str
    doubt: str = ""


def guess_letters(raw: bytes) -> Letters | None:
    """The text that these bytes most likely are, decided by them alone; None where they are no text.

    A mark at the start says how the file is coded; without one it is UTF-8 where it can be. Else each likely
    coding is tried: the one whose letters look least strange in their words, and, of equals, the one whose
    text is most like a language (charset-normalizer), is taken, and the doubt says so.
    """
    text = _decode(raw, "utf-8-sig")
    if text is not None and "\0" not in text:
        return Letters(text)
    for sign, coding in _SIGNS.items():
        if raw.startswith(sign):
            text = _decode(raw, coding)
            return Letters(text) if text is not None and not _CONTROLS.search(text) else None
    return _guess_wide(raw) if b"\0" in raw else _guess_narrow(raw)


def read_as(raw: bytes, coding: str) -> Letters | None:
    """The text of bytes that are said to be coded so; None where no text is known to be, or they are not."""
    try:
        named = codecs.lookup(coding).name
    except (LookupError, ValueError):
        return None
    # What is called Latin 1 or ASCII is Windows-1252 in practice, and the web's standard says so.
    text = (
        _decode(raw, "cp1252" if named in ("iso8859-1", "ascii") else named)
        if _OF_TEXTS.match(named)
        else None
    )
    return Letters(text) if text is not None and "\0" not in text else None


def _decode(raw: bytes, coding: str) -> str | None:
    try:
        return raw.decode(coding)
    except (UnicodeError, LookupError, ValueError):
        return None


def _guess_wide(raw: bytes) -> Letters | None:
    """Two or four bytes a letter: the zero bytes of Latin letters stand between the others."""
    for coding, name in _WIDE.items():
        text = _decode(raw, coding)
        if text and not _CONTROLS.search(text) and _is_of_one_script(text):
            return Letters(text, _tell_doubt(name))
    return None


def _is_of_one_script(text: str) -> bool:
    """Whether the text is in one alphabet and the signs of all; pairs of bytes read wrongly are of many."""
    pages = Counter(ord(letter) >> 8 for letter in text)
    latin, others = pages.pop(0, 0), max(pages.values(), default=0)
    return latin + others >= _ONE_SCRIPT * len(text) and latin > 0


def _guess_narrow(raw: bytes) -> Letters | None:
    if _CONTROLS.search(raw.decode("latin-1")):
        return None
    words = b" ".join(word for word in raw.split() if not word.isascii())[:_SAMPLE]
    # The byte FF, of which pictures and archives are full, is in Latin script a letter that hardly occurs.
    codings = [coding for coding in _CODINGS if b"\xff" not in raw or coding not in _LATIN]
    texts = {coding: text for coding in codings if (text := _decode(words, coding)) is not None}
    texts = {coding: text for coding, text in texts.items() if coding in _LATIN or not _has_few(text)}
    strange = {coding: measure_strangeness(text) for coding, text in texts.items()}
    likely = [coding for coding in texts if strange[coding] <= _STRANGEST and _decode(raw, coding)]
    if not likely or _is_broken(raw):
        return None
    alike = _weigh_languages(words, likely)
    best = min(
        likely, key=lambda coding: (strange[coding] + count_outside(texts[coding]), -alike.get(coding, 0))
    )
    return Letters(raw.decode(best), _tell_doubt(_CODINGS[best]))


def _is_broken(raw: bytes) -> bool:
    """Whether this is UTF-8 with some bytes wrong: it is nothing else, but damaged."""
    broken = raw.decode("utf-8", "replace").count("\ufffd")
    whole = sum(not letter.isascii() for letter in raw.decode("utf-8", "ignore"))
    return whole >= broken


def _weigh_languages(words: bytes, codings: list[str]) -> dict[str, float]:
    """How much like a language the words are in each coding, 0 to 1."""
    import charset_normalizer  # needed by few files

    found = charset_normalizer.from_bytes(words, cp_isolation=codings, threshold=0.9)
    return {match.encoding: round(match.coherence, 2) for match in found}


def count_outside(text: str) -> float:
    """The share of the letters beyond ASCII that the alphabet lacks which fits the text best: 0 to 1."""
    letters = [letter.lower() for letter in text if letter > "\x7f" and _is_latin(letter)]
    outside = (sum(letter not in alphabet for letter in letters) for alphabet in _ALPHABETS)
    return round(min(outside) / len(letters), 2) if letters else 0


def measure_strangeness(text: str) -> float:
    """The share of the letters and signs beyond ASCII that stand where none like them stands in a text."""
    padded = f" {text} "
    around = [padded[at - 1 : at + 2] for at in range(1, len(padded) - 1) if padded[at] > "\x7f"]
    few = _has_few(text)
    return round(sum(_weigh_sign(*three, few) for three in around) / max(len(around), 1), 2)


def _has_few(text: str) -> bool:
    return sum(map(_is_foreign, text)) < _FEW


def _weigh_sign(before: str, sign: str, behind: str, few: bool) -> float:
    """How strange a sign is between its neighbours: 0 as in any text, 1 as in none."""
    if not sign.isalpha():
        return _weigh_mark(before, sign, behind)
    if _is_foreign(sign):
        return 1 if few or _is_latin(before) or _is_latin(behind) else 0
    if sign.isupper() and before.isalpha() and (before.islower() or behind.islower()):
        return 1
    if (sign.islower() and behind.isupper()) or before.isdigit() or behind.isdigit():
        return 1
    # Letters beyond ASCII stand among others, in Latin script.
    return 0 if any(near.isascii() and near.isalpha() for near in (before, behind)) else 0.5


def _weigh_mark(before: str, sign: str, behind: str) -> float:
    if unicodedata.category(sign) in ("Cc", "Cn", "Co") or "\u2500" <= sign <= "\u25ff":  # boxes and blocks
        return 1
    if before.isalpha() and behind.isalpha() and sign not in "’‘·\xad\xa0":
        return 1
    if sign not in _SIGNS_OF_TEXT:
        return 1 if behind.isalpha() else 0.25
    return 0


def _is_latin(letter: str) -> bool:
    return letter.isalpha() and unicodedata.name(letter, "").startswith("LATIN")


def _is_foreign(letter: str) -> bool:
    return letter > "\x7f" and letter.isalpha() and not _is_latin(letter) and letter not in "ªºµ"


def _tell_doubt(name: str) -> str:
    return (
        f"The file does not say how its letters are coded; it was read as {name}. "
        "Look at letters with accents before you trust it."
    )
