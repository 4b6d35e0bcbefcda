"""Spans -> lines: what stands in a row, from left to right, cut where a gutter between columns may be."""

from array import array
from bisect import bisect_left
from collections import Counter

from workbook.text.read.pdf.glyphs import WIDE_GAP, parts_words
from workbook.text.read.pdf.page import Line, Part, Post, Span

# Baselines in one row differ by less, in sizes of the type.
_SAME_ROW = 0.2
# Type smaller than this beside other type can be a note's number; it is raised by up to the second.
SMALL = 0.82
_RAISED = (-0.75, 0.3)
# It stands right behind its word; before the words of its own note there may be a gap.
_NEAR, _AHEAD = 0.5, 2.0
# As many characters as a raised number and its brackets have.
_LONGEST_MARK = 6


def build_lines(spans: list[Span], page: int, posts: list[Post]) -> list[Line]:
    """The lines of spans that run one way, from the top of the page down."""
    written = [span for span in spans if not span.style.wave and span.text.strip()]
    if not written:
        return []
    rows: list[list[Span]] = []
    start = 0.0
    placed = sorted(_find_rows(written), key=lambda one: one[0])
    for baseline, span in placed:
        if not rows or baseline - start > _SAME_ROW * span.style.size:
            rows.append([])
            start = baseline
        rows[-1].append(span)
    return [line for row in rows for line in _cut_row(row, page, posts)]


def _find_rows(spans: list[Span]) -> list[tuple[float, Span]]:
    """Each span with the baseline of its row; a raised number stands in the row of its neighbour."""
    sizes: Counter[float] = Counter()
    for span in spans:
        sizes[span.style.size] += len(span.text)
    usual = sizes.most_common(1)[0][0]
    # Numbers in small type, and those that a typewriter raised without making them smaller.
    maybe = {
        id(span)
        for span in spans
        if len(text := span.text.strip()) <= _LONGEST_MARK
        and (span.style.size <= SMALL * usual or (len(text) <= 3 and not text.isalpha()))
    }
    large = sorted((span for span in spans if id(span) not in maybe), key=lambda span: span.baseline)
    baselines = [span.baseline for span in large]
    return [(span.baseline, span) for span in large] + [
        (_row_beside(span, large, baselines), span) for span in spans if id(span) in maybe
    ]


def _row_beside(mark: Span, large: list[Span], baselines: list[float]) -> float:
    reach = 2 * mark.style.size
    at = bisect_left(baselines, mark.baseline - reach)
    best, nearest = mark.baseline, 1.0
    while at < len(large) and baselines[at] <= mark.baseline + reach:
        span = large[at]
        at += 1
        size = span.style.size
        up = (mark.baseline - span.baseline) / size
        behind, before = mark.lefts[0] - span.rights[-1], span.lefts[0] - mark.rights[-1]
        gap = max(behind / _NEAR, before / _AHEAD) / size
        if _RAISED[0] < up < _RAISED[1] and -1 < gap < nearest:
            best, nearest = span.baseline, gap
    return best


def _cut_row(row: list[Span], page: int, posts: list[Post]) -> list[Line]:
    row.sort(key=lambda span: span.lefts[0])
    middle = row[0].baseline - row[0].style.size / 4
    walls = [post.x for post in posts if post.y0 <= middle <= post.y1]
    groups: list[list[Span]] = []
    end = 0.0
    for span in row:
        start, size = _ink_start(span), max(span.style.size, groups[-1][-1].style.size if groups else 0)
        if not groups or start - end > WIDE_GAP * size or any(end - 1 < x < start + 1 for x in walls):
            groups.append([])
            end = -1e9
        groups[-1].append(span)
        end = max(end, _ink_end(span))
    return [join_spans(group, page) for group in groups]


def _ink_start(span: Span) -> float:
    return span.lefts[len(span.text) - len(span.text.lstrip())]


def _ink_end(span: Span) -> float:
    return span.rights[len(span.text.rstrip()) - 1]


def join_spans(spans: list[Span], page: int) -> Line:
    """One line of these spans, with a space wherever a word ends between two of them."""
    sizes: Counter[float] = Counter()
    for span in spans:
        sizes[span.style.size] += len(span.text)
    size = sizes.most_common(1)[0][0]
    baseline = max(
        (span for span in spans if span.style.size == size), key=lambda span: len(span.text)
    ).baseline
    texts: list[str] = []
    lefts, rights = array("f"), array("f")
    parts: list[Part] = []
    length = 0
    for span in spans:
        bare = texts and not texts[-1].endswith(" ") and not span.text.startswith(" ")
        if bare and parts_words(span.lefts[0] - rights[-1], min(size, span.style.size), span.apart):
            texts.append(" ")
            lefts.append(rights[-1])
            rights.append(span.lefts[0])
            parts[-1] = parts[-1]._replace(end=length + 1)
            length += 1
        texts.append(span.text)
        lefts.extend(span.lefts)
        rights.extend(span.rights)
        parts.append(Part(length, length + len(span.text), span.style, baseline - span.baseline))
        length += len(span.text)
    return Line(page, baseline, size, "".join(texts), lefts, rights, parts)


def join_lines(lines: list[Line]) -> Line:
    """The pieces of a row that stand in one column, as one line."""
    first = lines[0]
    for line in lines[1:]:
        first = _join_two(first, line)
    return first


def _join_two(left: Line, right: Line) -> Line:
    space = "" if left.text.endswith(" ") or right.text.startswith(" ") else " "
    shift = len(left.text) + len(space)
    gap = [left.rights[-1]] if space else []
    after = [right.lefts[0]] if space else []
    larger = left if len(left.text) >= len(right.text) else right
    raised = [larger.baseline - side.baseline for side in (left, right)]
    parts = [part._replace(raised=part.raised + raised[0]) for part in left.parts]
    parts[-1] = parts[-1]._replace(end=shift)
    parts += [
        Part(part.start + shift, part.end + shift, part.style, part.raised + raised[1])
        for part in right.parts
    ]
    marks = [mark._replace(start=mark.start + shift, end=mark.end + shift) for mark in right.marks]
    return Line(
        left.page,
        larger.baseline,
        larger.size,
        left.text + space + right.text,
        left.lefts + array("f", gap) + right.lefts,
        left.rights + array("f", after) + right.rights,
        parts,
        left.marks + marks,
    )
