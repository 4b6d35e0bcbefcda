"""PARAGRAPHS of drafts and of a reference text -> AGREED: the drafts' words that stand in that text already.

It says that words are the same: neither who took them from where, nor that a quotation is faithful in
meaning. What every text of a family repeats is told apart as a formula.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

import polars as pl

from workbook.compare.words import COUNTED
from workbook.meaning.quotations import (
    FEWEST,
    Quotation,
    count_places,
    find_gaps,
    find_quotations,
    index_words,
    thin_index,
)
from workbook.meaning.wording import Wording, code_paragraphs, make_vocabulary
from workbook.schemas import AGREED, conform

# Words that stand in so many paragraphs of one text are a formula ...
OFTEN = 3
# ... where so many stand in a row ...
RUN = 4
# ... and a quotation is one as a whole where fewer than this many of its words are left without them.
LEFT = 4


def find_agreed(paragraphs: pl.DataFrame, references: pl.DataFrame) -> pl.DataFrame:
    """One row a span of words that also stands in the reference text, in the drafts' order: the frame AGREED.

    `references` are PARAGRAPHS too. A span has six words or more, and is as long as it can be; case,
    punctuation, the shape of quotes, and hyphens do not count. Where it stands in several paragraphs of the
    reference (`places`), the one that agrees in most words around it is named. Spans of one such paragraph
    that follow each other closely are one `quotation`; between two departures inside it, a span may be
    shorter. `departure` are the draft's words behind the span, up to the next one of the quotation, and
    `departure_from` those of the reference in their place; both are empty behind the last span.
    """
    vocabulary = make_vocabulary()
    drafts, texts = code_paragraphs(paragraphs, vocabulary), code_paragraphs(references, vocabulary)
    others = [text.words for text in texts]
    words = [text.words for text in drafts]
    index = index_words(others, words)
    thinned = thin_index(index, words)
    common = _find_common(drafts) | _find_common(texts)
    count = cache(lambda words: count_places(words, others, index))  # short rows between two spans come back
    rows = [
        row
        for text in drafts
        for number, quotation in enumerate(find_quotations(text.words, others, thinned))
        for row in _list_rows(text, texts, quotation, number, common, count)
    ]
    raw = pl.DataFrame(rows, schema={name: AGREED[name] for name in AGREED if name != "words"}, orient="row")
    long = pl.col("words").max().over("draft", "position", "quotation") >= FEWEST
    return (
        raw.with_columns(words=pl.col("text").str.count_matches(COUNTED))
        .filter(long)  # "COVID-19" is two words when it is looked for, and one to people
        .pipe(conform, AGREED)
    )


def _find_common(texts: list[Wording]) -> set[str]:
    """The rows of four words that stand in three paragraphs of one text."""
    times: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        words = text.words
        times[text.draft].update({words[at : at + RUN] for at in range(len(words) - RUN + 1)})
    return {row for counted in times.values() for row, often in counted.items() if often >= OFTEN}


def _list_rows(
    text: Wording,
    texts: list[Wording],
    quotation: Quotation,
    number: int,
    common: set[str],
    count: Callable[[str], int],
) -> Iterator[tuple]:
    formula = _is_formula([text.words[span.first : span.last] for span in quotation], common)
    for span, behind in pairwise([*quotation, None]):
        there = texts[span.reference]
        here_gap, there_gap = find_gaps(span, behind) if behind else (0, 0)
        words = text.words[span.first : span.last]
        yield (
            *(text.draft, text.position, text.label),
            *(text.places[span.first][0], text.places[span.last - 1][1]),
            text.cut(span.first, span.last),
            *(there.draft, there.position, there.label),
            there.cut(span.there, span.there_last),
            count(words),
            formula,
            number,
            text.cut(span.last, span.last + here_gap),
            there.cut(span.there_last, span.there_last + there_gap),
        )


def _is_formula(spans: list[str], common: set[str]) -> bool:
    """Whether fewer than four words of a quotation are left without the rows that come again and again."""
    left = 0
    for words in spans:
        rows = [at for at in range(len(words) - RUN + 1) if words[at : at + RUN] in common]
        left += len(words) - len({at + step for at in rows for step in range(RUN)})
    return left < LEFT
