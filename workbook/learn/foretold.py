"""A learner's line beside what really came: by words, and by rung. No line is right or wrong.

Words are counted, not places: of each text those that it has more often than the older paragraph are put in,
those that it has less often are struck. So words that only changed places count as neither, and it makes no
difference how two texts are laid beside each other. Small words (the, of, and) are left out of the count.
Rungs are an order: the highest of each text is named, and nothing is added up.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import polars as pl

from workbook.compare.manners import WEAK
from workbook.compare.spans import diff_texts
from workbook.compare.words import split_words
from workbook.meaning.clauses import find_clauses
from workbook.meaning.tags import tag_paragraphs
from workbook.schemas import PARAGRAPHS, conform

# Whoever keeps fewer than this share of the older words has written a line, not the whole paragraph.
WHOLE = 0.5
# More words than this are counted and not listed.
MOST_LISTED = 40
_PLAIN = {"put in": "put in", "struck": "strike"}
TEXTS = ("old", "yours", "draft")
_LINE = "You wrote a line, not the whole paragraph: what it would strike cannot be told."


class Counted(NamedTuple):
    """Words that both texts put in, or struck; that the learner's alone did; that the draft alone did."""

    both: list[str]
    yours: list[str]
    draft: list[str]


def lay_beside(
    old: str, yours: str, draft: str, title: str, ladder: pl.DataFrame, terms: pl.DataFrame
) -> dict:
    """The learner's line beside the draft's paragraph, both as changes to the older one; JSON-able.

    `whole`: whether the learner wrote the whole paragraph; of a mere line nobody can say what it strikes, so
    `struck` is None and `spans["yours"]` is empty. `came` and `struck` hold the words `both`, `yours` (alone)
    and `draft` (alone), each word once, with `counts` of all; `rungs` the highest rung of each of TEXTS with
    its phrase, None where no clause is known; `hedges` and `boosters` the words that came, as often as they
    did; `spans` the two redlines; `sentences` all of it in plain words, with `title` for the draft.
    """
    texts = dict(zip(TEXTS, (old, yours, draft), strict=True))
    words = {name: _count(text) for name, text in texts.items()}
    kept = (words["old"] & words["yours"]).total()
    whole = kept >= WHOLE * words["old"].total()
    came = _compare(words["yours"] - words["old"], words["draft"] - words["old"])
    struck = _compare(words["old"] - words["yours"], words["old"] - words["draft"]) if whole else None
    paragraphs = _make_paragraphs(texts)
    rungs = _find_rungs(paragraphs, ladder)
    marks = {scheme: _compare_marks(paragraphs, terms, scheme) for scheme in ("hedge", "booster")}
    sentences = [
        *_tell_words(came, title, "put in"),
        *(_tell_words(struck, title, "struck") if struck else [_LINE]),
        _tell_rungs(rungs, title),
        *_tell_marks(marks["hedge"], title, "Caveats"),
        *_tell_marks(marks["booster"], title, "Emphases"),
    ]
    return {
        "whole": whole,
        "came": _show(came),
        "struck": struck and _show(struck),
        "rungs": rungs,
        "hedges": marks["hedge"]._asdict(),
        "boosters": marks["booster"]._asdict(),
        "spans": {
            "yours": [list(span) for span in diff_texts(old, yours)] if whole else [],
            "draft": [list(span) for span in diff_texts(old, draft)],
        },
        "sentences": sentences,
    }


def _count(text: str) -> Counter:
    return Counter(word for word in split_words(text) if word not in WEAK)


def _compare(yours: Counter, draft: Counter) -> Counted:
    both = yours & draft
    return Counted(*(list(counted.elements()) for counted in (both, yours - both, draft - both)))


def _make_paragraphs(texts: dict[str, str]) -> pl.DataFrame:
    rows = [
        dict.fromkeys(PARAGRAPHS)
        | {"draft": name, "position": position, "label": "", "kind": "paragraph", "text": text}
        for position, (name, text) in enumerate(texts.items())
    ]
    return pl.DataFrame(rows, schema=list(PARAGRAPHS), infer_schema_length=None).pipe(conform, PARAGRAPHS)


def _find_rungs(paragraphs: pl.DataFrame, ladder: pl.DataFrame) -> dict[str, dict | None]:
    """The highest rung of each text, with the first phrase that stands on it."""
    rows = find_clauses(paragraphs, ladder).select("draft", "rung", "phrase").to_dicts()
    found: dict[str, dict | None] = dict.fromkeys(TEXTS)
    for name in TEXTS:
        clauses = [row for row in rows if row["draft"] == name]
        if clauses:
            best = max(clauses, key=lambda row: row["rung"])
            found[name] = {"highest": best["rung"], "phrase": best["phrase"]}
    return found


def _compare_marks(paragraphs: pl.DataFrame, terms: pl.DataFrame, scheme: str) -> Counted:
    """The caveats or emphases that each text has more often than the older one, by the words that say so."""
    tags = tag_paragraphs(paragraphs, terms.filter(pl.col("scheme").cast(pl.String) == scheme))
    found: dict[str, Counter] = {name: Counter() for name in TEXTS}
    words: dict[str, str] = {}
    for name, term, match in tags.select("draft", "term", "match").iter_rows():
        found[name][term] += 1
        words.setdefault(term, match)
    marks = _compare(found["yours"] - found["old"], found["draft"] - found["old"])
    return Counted(*([words[term] for term in terms] for terms in marks))


def _show(counted: Counted) -> dict:
    return {
        "counts": {name: len(words) for name, words in counted._asdict().items()},
        **{name: list(Counter(words))[:MOST_LISTED] for name, words in counted._asdict().items()},
    }


def _tell_words(counted: Counted, title: str, act: str) -> Iterator[str]:
    """How many words each put in or struck, always with their whole, and which both did."""
    both, yours, draft = map(len, counted)
    if not both + draft:
        yield f"{title} {act} no word of meaning."
    elif not both:
        whole = f"Of the {_name(draft)} that {title} {act}, you {act} none."
        yield whole if draft > 1 else f"You did not {_PLAIN[act]} the one word of meaning that {title} {act}."
    elif both + draft == 1:
        yield f"The one word of meaning that {title} {act}, you {act} too: {_quote(counted.both)}."
    else:
        yield (
            f"Of the {_name(both + draft)} that {title} {act}, you {act} {both} too: {_quote(counted.both)}."
        )
    if yours and both + yours == 1:
        yield f"The one word of meaning that you {act} is yours alone: {_quote(counted.yours)}."
    elif yours:
        alone = f"{yours} {'is' if yours == 1 else 'are'} yours alone"
        yield f"Of the {_name(both + yours)} that you {act}, {alone}: {_quote(counted.yours)}."
    elif not both:
        yield f"You {act} no word of meaning."


def _tell_rungs(rungs: dict[str, dict | None], title: str) -> str:
    called = {"old": "the older paragraph", "yours": "your text", "draft": title}
    told = [
        f"{rung['highest']} in {called[name]} (“{rung['phrase']}”)"
        if rung
        else f"none in {called[name]}, which has no clause that the scale knows"
        for name, rung in rungs.items()
    ]
    words = f"Highest rung of the scale of commitment: {'; '.join(told)}."
    yours, draft = rungs["yours"], rungs["draft"]
    if not yours or not draft:
        return words
    if yours["highest"] == draft["highest"]:
        return f"{words} Your text and {title} stand on the same rung."
    way = "higher" if yours["highest"] > draft["highest"] else "lower"
    return f"{words} Your text stands on a {way} rung than {title}."


def _tell_marks(counted: Counted, title: str, called: str) -> Iterator[str]:
    parts = [
        f"{by}: {_quote(words)}"
        for by, words in (
            ("both put in", counted.both),
            ("only you", counted.yours),
            (f"only {title}", counted.draft),
        )
        if words
    ]
    if parts:
        yield f"{called}: {'; '.join(parts)}."


def _name(count: int) -> str:
    return f"{count} words of meaning"


def _quote(words: list[str]) -> str:
    """The words, each once, with how often it counts."""
    counted = Counter(words)
    listed = [f"“{word}”" + f" ({count} times)" * (count > 1) for word, count in counted.items()]
    return ", ".join(listed[:MOST_LISTED]) + " and others" * (len(listed) > MOST_LISTED)
