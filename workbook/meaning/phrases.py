"""A phrase that somebody types in plain words -> rows of LADDER that find it in a text, and nothing else."""

import re
from collections.abc import Callable

from workbook.schemas import WorkbookError

# In characters and in words: more than any verb of a clause has.
LONGEST_PHRASE, MOST_WORDS = 60, 6
# From this rung on a phrase is what is promised, behind "commit to"; below it, it leads the clause.
PROMISED = 4
_WORDS = re.compile(r"[^\W\d_][^\W\d_’'-]*(?: [^\W\d_][^\W\d_’'-]*)*")
# The ending of a doubled letter: "stopping" is from "stop".
_DOUBLED = re.compile(r"([^aeiou])\1$")
_SHORT = re.compile(r"[^aeiou][aeiou][^aeiouwxy]$")
_HISSING = ("s", "x", "z", "ch", "sh", "o")


def check_phrase_words(given: object) -> str:
    """The words that somebody typed, with single spaces. Raises WorkbookError where they are no phrase."""
    words = " ".join(str(given)[: 4 * LONGEST_PHRASE].split())
    if len(words) > LONGEST_PHRASE or words.count(" ") >= MOST_WORDS or not _WORDS.fullmatch(words):
        raise WorkbookError(
            f"Your scale: “{words[:LONGEST_PHRASE]}” is no phrase. Write up to {MOST_WORDS} words, "
            f"{LONGEST_PHRASE} letters at most, without signs and numbers: “establishing”, “take steps”."
        )
    return words


def make_rows(words: str, rung: int, title: str) -> list[dict]:
    """The rows of LADDER for a phrase on this rung: one that leads, one for what is promised, or both.

    Its first word is found in its other form too: "establish" beside "establishing", "regrets" with "regret".
    """
    made = {"tag": str(rung), "title": title, "term": words, "except": "", "rung": rung, "note": ""}
    rows = []
    if rung <= PROMISED:
        rows.append(made | {"scheme": "lead", "pattern": _write_pattern(words, _conjugate)})
    if rung >= PROMISED:
        rows.append(made | {"scheme": "act", "pattern": _write_pattern(words, _make_forms)})
    return rows


def _write_pattern(words: str, inflect: Callable[[str], list[str]]) -> str:
    first, space, rest = words.partition(" ")
    forms = "|".join(re.escape(form) for form in dict.fromkeys(inflect(first)))
    return f"(?:{forms}){re.escape(space + rest)}"


def _conjugate(verb: str) -> list[str]:
    """As "we" says it and as a body does: regret, regrets."""
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return [verb, f"{verb[:-1]}ies"]
    return [verb, f"{verb}es" if verb.endswith(_HISSING) else f"{verb}s"]


def _make_forms(verb: str) -> list[str]:
    """As it stands behind "will" and behind "commit to": where spelling leaves it open, each that may be."""
    if verb.endswith("ing") and len(verb) > len("ring"):
        stem = verb.removesuffix("ing")
        single = [stem[:-1]] if _DOUBLED.search(stem) else []
        return [verb, stem, f"{stem}e", *single]
    if verb.endswith("e") and not verb.endswith("ee"):
        return [verb, f"{verb[:-1]}ing"]
    doubled = [f"{verb}{verb[-1]}ing"] if _SHORT.search(verb) else []
    return [verb, f"{verb}ing", *doubled]
