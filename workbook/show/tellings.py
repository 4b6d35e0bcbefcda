"""What is told of a change, and in which order: from what a pair's clauses, sources, themes and words show.

The order is one general rule for all texts. First a promise whose verb changed; then a tone or an object that
changed inside a clause; a promise or request that only one draft has; another verb that changed; caveats and
emphases that came or went; treaties, resolutions and sources named; themes that came or went; else the
longest words put in or struck. It says which words stand where, and nothing of what they are for.
"""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import NamedTuple

from workbook.compare.words import split_words
from workbook.meaning.instruments import find_instruments
from workbook.show.changed import Pair, cut, find_phrase, quote
from workbook.show.style import shorten_tag

# From this rung on a clause is a promise; on the one below it asks others.
PROMISE, REQUEST = 4, 3
# Shorter words than this tell nothing, unless they are all that changed.
FEWEST = 3
# A name reaches at most so many characters out of the words that changed.
AROUND = 100
# A pair with no more changes than this is told by them, however short.
FEW_CHANGES = 2
_MARKS = {
    "hedges_gained": ("new", "a caveat came in"),
    "hedges_lost": ("old", "a caveat went"),
    "boosters_gained": ("new", "an emphasis came in"),
    "boosters_lost": ("old", "an emphasis went"),
}


class Telling(NamedTuple):
    """One thing told of a change: which rule found it, the words, and what marks tell of whose they are."""

    rule: str
    words: str
    told: list[dict]  # rows of ORIGINS


def list_tellings(pair: Pair) -> Iterator[Telling]:
    """What can be told of a pair of paragraphs, the most telling first; nothing where no word changed."""
    yield from chain(
        tell_verbs(pair, lambda row: max(row["old_rung"], row["new_rung"]) >= PROMISE, "verb of a promise"),
        tell_shades(pair),
        tell_lone(pair),
        tell_verbs(pair, lambda row: max(row["old_rung"], row["new_rung"]) < PROMISE, "verb"),
        tell_marks(pair),
        tell_named(pair),
        tell_sources(pair),
        tell_themes(pair),
        tell_opening(pair) if pair.is_whole else tell_longest(pair),
    )


def tell_verbs(pair: Pair, wanted: Callable[[dict], bool], rule: str) -> Iterator[Telling]:
    """The verbs of clauses that went up or down the scale, those of the highest rungs first."""
    rows = [row for row in pair.trail if row["direction"] in ("up", "down") and _is_followed(row)]
    for row in sorted(filter(wanted, rows), key=lambda row: -max(row["old_rung"], row["new_rung"])):
        if row["old_rung"] == row["new_rung"]:
            yield Telling(rule, row["rule"], _find_phrases(pair, row, row["rule"]))
            continue
        scale = "commitment" if min(row["old_rung"], row["new_rung"]) >= PROMISE else "rung"
        phrases = f"{quote(row['old_phrase'])} becomes {quote(row['new_phrase'])}"
        words = f"{phrases}, {scale} {row['old_rung']} to {row['new_rung']}"
        yield Telling(rule, words, _find_exchanged(pair, row))


def tell_shades(pair: Pair) -> Iterator[Telling]:
    """Tones and objects that changed inside a clause."""
    for row in pair.trail:
        if row["direction"] in ("tone", "object"):
            yield Telling(row["direction"], row["rule"], _find_phrases(pair, row, row["rule"]))


def tell_lone(pair: Pair) -> Iterator[Telling]:
    """Promises and requests that one of the two paragraphs alone has, the highest rung first."""
    lone = [
        (side, row[f"{side}_rung"], row)
        for row in pair.trail
        if not _is_followed(row)
        for side in ("old", "new")
        if row[f"{side}_clause"] is not None and row[f"{side}_rung"] >= REQUEST
    ]
    for side, rung, row in sorted(lone, key=lambda each: -each[1]):
        clause = pair.side(side).clauses[row[f"{side}_clause"]]
        called = "commitment" if rung >= PROMISE else "request"
        told = pair.find(side, clause["start"], clause["start"] + len(cut(clause["text"])))
        way = "" if pair.is_whole else " put in" if side == "new" else " gone"
        if pair.is_changed(side, clause["start"], clause["start"] + len(row[f"{side}_phrase"])):
            yield Telling("clause", f"{called}{way}: {quote(clause['text'])} (rung {rung})", told)


def tell_marks(pair: Pair) -> Iterator[Telling]:
    """Caveats and emphases that came into a clause or went out of it."""
    for row in pair.trail:
        for name, (side, words) in _MARKS.items():
            if found := [word for word in row[name].split("; ") if word]:
                clause = pair.side(side).clauses[row[f"{side}_clause"]]
                told = [each for word in found for each in _find_in_clause(pair, side, clause, word)]
                yield Telling("caveat", f"{words}: {', '.join(map(quote, found))}", told)


def tell_named(pair: Pair) -> Iterator[Telling]:
    """Treaties, resolutions and the like that are named in words that came or went."""
    for side, other, way in (("new", "old", "named"), ("old", "new", "no longer named")):
        there = pair.side(other).text.lower()
        for name, start, end in dict.fromkeys(_find_named(pair, side)):
            if name.lower() not in there:
                yield Telling("instrument", f"{quote(name)} {way}", pair.find(side, start, end))


def _find_named(pair: Pair, side: str) -> Iterator[tuple[str, int, int]]:
    """The names that changed words are a part of: looked for around them alone: it takes long."""
    text, reached = pair.side(side).text, 0
    for first, last in sorted(pair.changed[side]):
        begin = max(reached, text.rfind(" ", 0, max(0, first - AROUND)) + 1)
        for name, start, end in find_instruments(text[begin : last + AROUND]):
            if pair.is_changed(side, begin + start, begin + end):
                yield name, begin + start, begin + end
        reached = last


def tell_sources(pair: Pair) -> Iterator[Telling]:
    """Sources in brackets that were added or dropped; no mark tells whose they are."""
    for change in ("gained", "lost"):
        rows = [row for row in pair.sources if row["change"] == change]
        names = [" ".join(filter(None, (row["source"], row["pinpoint"]))) for row in rows]
        if names:
            yield Telling("source", f"source {change}: {', '.join(dict.fromkeys(names))}", [])


def tell_themes(pair: Pair) -> Iterator[Telling]:
    """Themes and objectives that changed words speak of, and nothing in the other paragraph."""
    for side, other, way in (("new", "old", "gained"), ("old", "new", "lost")):
        there = {mention[:2] for mention in pair.side(other).tags}
        for scheme, tag, match, start, end, full in pair.side(side).tags:
            if (scheme, tag) not in there and pair.is_changed(side, start, end):
                there.add((scheme, tag))
                title, told = shorten_tag(scheme, tag, full), pair.find(side, start, end)
                yield Telling("theme", f"{scheme} {way}: {title} ({quote(match)})", told)


def tell_opening(pair: Pair) -> Iterator[Telling]:
    """The first words of a paragraph that only one of the drafts has."""
    side = "new" if pair.new.text else "old"
    text = pair.side(side).text
    yield Telling("opening", quote(text), pair.find(side, 0, len(cut(text))))


def tell_longest(pair: Pair) -> Iterator[Telling]:
    """The longest words put in or struck; of a change or two, whatever they are."""
    spans = [span for span in pair.spans if span["weight"] == "substance"]
    best = max(
        spans, key=lambda span: max(_length(span["old_text"]), _length(span["new_text"])), default=None
    )
    if best is None:
        return
    old, new = best["old_text"].strip(), best["new_text"].strip()
    told = pair.whose.of_span(pair.row, best["span"])
    if not _length(old) and not _length(new):
        yield Telling("words", _name_signs(spans), told)
        return
    if len(spans) > FEW_CHANGES and max(_length(old), _length(new)) < FEWEST:
        return
    if old and new and max(_length(old), _length(new)) <= FEWEST:
        yield Telling("words", f"{quote(old)} becomes {quote(new)}", told)
        return
    side, text, way = ("new", new, "put in") if _length(new) >= _length(old) else ("old", old, "struck")
    rows = [row for row in told if row["side"] == side]
    ends = len(cut(text)) + min((row["start"] for row in rows if row["start"] is not None), default=0)
    yield Telling("words", f"{way}: {quote(text)}", [row for row in rows if (row["start"] or 0) < ends])


def _name_signs(spans: list[dict]) -> str:
    """Brackets or other signs that came or went while every word stayed."""
    parts = []
    for side, way in (("old", "struck"), ("new", "put in")):
        signs = dict.fromkeys(span[f"{side}_text"].strip() for span in spans if span[f"{side}_text"].strip())
        if signs:
            quoted = ", ".join(f"“{sign}”" for sign in signs)
            parts.append(f"{way}: {'square brackets' if set(''.join(signs)) <= set('[]') else quoted}")
    return "; ".join(parts)


def _is_followed(row: dict) -> bool:
    return row["old_clause"] is not None and row["new_clause"] is not None


def _length(text: str) -> int:
    return len(split_words(text))


def _find_exchanged(pair: Pair, row: dict) -> list[dict]:
    """What marks tell of the words that only one of the two phrases has."""
    phrases = {side: split_words(row[f"{side}_phrase"]) for side in ("old", "new")}
    return [
        told
        for side, other in (("old", "new"), ("new", "old"))
        for word in dict.fromkeys(phrases[side])
        if word not in phrases[other]
        for told in _find_in_clause(pair, side, pair.side(side).clauses[row[f"{side}_clause"]], word)
    ]


def _find_phrases(pair: Pair, row: dict, rule: str) -> list[dict]:
    """What marks tell of the two phrases that a rule quotes: “old” → “new”, or one alone."""
    phrases = [words.partition("”")[0] for words in rule.split("“")[1:]]
    return [
        told
        for phrase in phrases
        for side in ("old", "new")
        for told in _find_in_clause(pair, side, pair.side(side).clauses[row[f"{side}_clause"]], phrase)
    ]


def _find_in_clause(pair: Pair, side: str, clause: dict, phrase: str) -> list[dict]:
    """What marks tell of a phrase, the first time that it stands in the clause and was changed."""
    for start, end in find_phrase(phrase, clause["text"]):
        if told := pair.find(side, clause["start"] + start, clause["start"] + end):
            return told
    return []
