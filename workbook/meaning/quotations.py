"""Words of a paragraph that stand in a reference text: spans, and the quotations that close spans make up.

Texts are strings here, one character a word, so that they are cut and compared as strings.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

# As few words in a row as are rarely shared by chance: 5 to 10 are usual in studies of the reuse of texts.
FEWEST = 6
# A departure is shorter than what is quoted around it; a longer one parts two quotations ...
LONGEST_DEPARTURE = FEWEST - 1
# ... and between two such spans there is room for two departures, with a shorter agreement between them.
BETWEEN = 2 * FEWEST
# A single word between two departures ("of") agrees by chance.
BRIDGE = 2
# Where a phrase stands more often than this, its further places tell nothing more, and take time.
MOST_PLACES = 200
# Places looked at for all drafts together: a text of 50,000 words needs a tenth of it. Texts that repeat
# themselves without end need ten times as many: there fewer places of each phrase are looked at.
MOST_LOOKS = 1_000_000

Index = dict[str, list[tuple[int, int]]]


class Span(NamedTuple):
    """Words of a paragraph, `first` up to `last`, that stand in a reference paragraph from `there` on."""

    first: int
    last: int
    reference: int
    there: int

    @property
    def there_last(self) -> int:
        """Where the words end in the reference paragraph."""
        return self.there + self.last - self.first


Quotation = list[Span]


def index_words(texts: list[str], drafts: list[str]) -> Index:
    """Where in the reference paragraphs each row of six words begins that stands in a draft."""
    index: Index = {text[at : at + FEWEST]: [] for text in drafts for at in range(len(text) - FEWEST + 1)}
    for number, text in enumerate(texts):
        for at in range(len(text) - FEWEST + 1):
            places = index.get(text[at : at + FEWEST])
            if places is not None and len(places) < MOST_PLACES:
                places.append((number, at))
    return index


def thin_index(index: Index, drafts: list[str]) -> Index:
    """The index with fewer places of each phrase, where all of them would be looked at too often."""
    begun = Counter(text[at : at + FEWEST] for text in drafts for at in range(len(text) - FEWEST + 1))
    wanted = Counter({phrase: times * len(index.get(phrase, ())) for phrase, times in begun.items()})
    most = MOST_PLACES
    while most > 1 and sum(min(looks, begun[phrase] * most) for phrase, looks in wanted.items()) > MOST_LOOKS:
        most //= 2
    return index if most == MOST_PLACES else {phrase: places[:most] for phrase, places in index.items()}


def count_places(words: str, texts: list[str], index: Index) -> int:
    """How many reference paragraphs hold these words."""
    begun = index.get(words[:FEWEST], ()) if len(words) >= FEWEST else None
    if begun is None or len(begun) >= MOST_PLACES:
        return sum(words in text for text in texts)
    return sum(words in texts[number] for number in {number for number, _ in begun})


def find_quotations(words: str, texts: list[str], index: Index) -> list[Quotation]:
    """The quotations in a paragraph, in its order; each has a span of six words at least.

    The words of every such span are in one of them, or covered by those that agree in more words.
    """
    return _choose(_chain(_find_spans(words, texts, index), words, texts), len(words))


def _find_spans(words: str, texts: list[str], index: Index) -> Iterator[Span]:
    """Every row of words that is also one of a reference paragraph and can be made longer at neither end.

    Of one reference paragraph a row is left out that lies within another: so repetitions cost no time.
    """
    reach: dict[int, int] = defaultdict(int)  # how far the rows of each reference paragraph go by now
    for at in range(len(words) - FEWEST + 1):
        for reference, there in index.get(words[at : at + FEWEST], ()):
            other = texts[reference]
            length = max(FEWEST, reach[reference] + 1 - at)
            if at + length > len(words) or words[at : at + length] != other[there : there + length]:
                continue
            most = min(len(words) - at, len(other) - there)
            while length < most and words[at + length] == other[there + length]:
                length += 1
            reach[reference] = at + length
            yield Span(at, at + length, reference, there)


def _chain(spans: Iterable[Span], words: str, texts: list[str]) -> list[Quotation]:
    """Spans that follow each other closely, here and in one reference paragraph, with what agrees between."""
    quotations: list[Quotation] = []
    latest: dict[int, list[Quotation]] = defaultdict(list)
    for span in spans:
        near = latest[span.reference] = [
            one for one in latest[span.reference] if span.first - one[-1].last <= BETWEEN
        ]
        for quotation in near:
            bridges = _bridge(quotation[-1], span, words, texts[span.reference])
            if bridges is not None:
                quotation += [*bridges, span]
                break
        else:
            quotations.append([span])
            near.append(quotations[-1])
    return quotations


def find_gaps(before: Span, span: Span) -> tuple[int, int]:
    """How many words stand between two spans, here and in the reference; what both claim is the first's."""
    here, there = span.first - before.last, span.there - before.there_last
    shared = max(0, -here, -there)
    return here + shared, there + shared


def _bridge(before: Span, span: Span, words: str, other: str) -> list[Span] | None:
    """What agrees between two spans, in short rows of words; None where they are no one quotation."""
    if max(find_gaps(before, span)) > BETWEEN:
        return None
    here, there = words[before.last : span.first], other[before.there_last : span.there]
    matcher = SequenceMatcher(None, here, there, autojunk=False)
    bridges = [
        Span(before.last + at, before.last + at + size, span.reference, before.there_last + at_there)
        for at, at_there, size in matcher.get_matching_blocks()
        if size >= BRIDGE
    ]
    longest = max(max(find_gaps(*step)) for step in pairwise([before, *bridges, span]))
    return bridges if longest <= LONGEST_DEPARTURE else None


def _choose(quotations: list[Quotation], length: int) -> list[Quotation]:
    """Those that agree in most words, and what brings in a word that none of them covers."""
    kept: list[Quotation] = []
    covered = bytearray(length)
    for quotation in sorted(quotations, key=lambda spans: -sum(span.last - span.first for span in spans)):
        first, last = quotation[0].first, quotation[-1].last
        if covered.find(0, first, last) >= 0:
            covered[first:last] = bytes([1]) * (last - first)
            kept.append(quotation)
    return sorted(kept, key=lambda spans: spans[0].first)
