"""Rules at characters -> marks: a rule through words strikes them, a rule under words puts them in."""

from bisect import bisect_left, bisect_right

from workbook.text.read.pdf.annotations import Annotations
from workbook.text.read.pdf.drawing import THICKEST, Box
from workbook.text.read.pdf.hands import is_coloured
from workbook.text.read.pdf.page import Line, Mark, Post, Rule
from workbook.text.read.pdf.tables import TOUCH

# Where rules run, in sizes of the type below the baseline: through the small letters or the middle of the
# large ones; or right under the line, where a second rule of a double one runs lower. The third is for waves.
_THROUGH = (-0.52, -0.12)
_UNDER = (0.02, 0.34)
_WAVE_UNDER = 0.5
# LibreOffice shows what moved in this green, whoever moved it.
_MOVED = 0x008000
# Rules end with the words that they mark, but for a space; a table's reach as far as its cells.
_OVERHANG = {"struck": 1.0, "inserted": 0.45}
# A rule that begins with its words may run on by so much, one in colour by more: tables are drawn in black.
# The first says how exactly it has to begin.
_EXACT, _BLANKS, _BLANKS_IN_COLOUR = 0.15, 1.0, 6.0
# A wave is drawn of signs of this width, as many as there is room for.
_WAVE_ROOM = 0.7
# As much of a rule has letters over it, however the words are spaced.
_FILLED = 0.7


def mark_lines(lines: list[Line], rules: list[Rule], posts: list[Post], notes: Annotations) -> list[Rule]:
    """Puts the marks on the lines. What comes back are the rules that are none."""
    lines_down = sorted(lines, key=lambda line: line.baseline)
    baselines = [line.baseline for line in lines_down]
    posts = sorted(posts)
    cuts = []
    for rule in rules:
        if _is_grid(rule, posts) or not _mark_by_rule(rule, lines_down, baselines, notes.links):
            cuts.append(rule)
    for rule in notes.rules:
        _mark_by_annotation(rule, lines_down, baselines)
    for line in lines:
        _tell_moves(line)
    return cuts


def _tell_moves(line: Line) -> None:
    """What an office strikes and underlines at once in its colour for moves has only moved away."""
    struck = [mark for mark in line.marks if mark.act == "struck" and mark.colour == _MOVED]
    line.marks = [
        mark
        for mark in line.marks
        if mark.act == "struck"
        or mark.colour != _MOVED
        or not any(mark.start < other.end and other.start < mark.end for other in struck)
    ]


def _is_grid(rule: Rule, posts: list[Post]) -> bool:
    """Whether the rule meets a line that runs down the page, as in a table or a box."""
    at = bisect_left(posts, (rule.x0 - TOUCH,))
    while at < len(posts) and posts[at].x <= rule.x1 + TOUCH:
        if posts[at].y0 - TOUCH <= rule.y <= posts[at].y1 + TOUCH:
            return True
        at += 1
    return False


def _mark_by_rule(rule: Rule, lines: list[Line], baselines: list[float], links: list[Box]) -> bool:
    covered: dict[str, list[tuple[Line, int, int]]] = {"struck": [], "inserted": []}
    # No type is so large that its rule runs further from the baseline.
    at = bisect_left(baselines, rule.y - 40)
    while at < len(lines) and baselines[at] <= rule.y + 40:
        line = lines[at]
        at += 1
        act = _tell_act(rule, line)
        if act and line.x0 < rule.x1 and line.x1 > rule.x0:
            start, end = _find_covered(rule, line)
            if start < end:
                covered[act].append((line, start, end))
    for act, found in covered.items():
        if found and _fits(rule, found, act) and not (act == "inserted" and _is_link(rule, found, links)):
            for line, start, end in found:
                colour = _ink_of(rule, line, start)
                line.marks.append(Mark(start, end, act, colour, rule.author, rule.date))
            return True
    return False


def _tell_act(rule: Rule, line: Line) -> str:
    if rule.height > max(THICKEST, 0.15 * line.size) and not rule.wave:
        return ""
    below = (rule.y - line.baseline) / line.size
    if _THROUGH[0] <= below <= _THROUGH[1]:
        return "struck"
    lowest = _WAVE_UNDER if rule.wave else _UNDER[1]
    return "inserted" if _UNDER[0] <= below <= lowest else ""


def _find_covered(rule: Rule, line: Line) -> tuple[int, int]:
    """The characters whose middle the rule runs along."""
    start, end = bisect_left(line.rights, rule.x0), bisect_right(line.lefts, rule.x1)
    while start < end and line.lefts[start] + line.rights[start] < 2 * rule.x0:
        start += 1
    while end > start and line.lefts[end - 1] + line.rights[end - 1] > 2 * rule.x1:
        end -= 1
    return (start, end) if not rule.wave else _take_coloured(line, start, end, rule)


def _take_coloured(line: Line, start: int, end: int, rule: Rule) -> tuple[int, int]:
    """The same of a wave, which ends up to a sign before or behind its words: they are in its colour."""
    room = _WAVE_ROOM * line.size
    coloured = [part for part in line.parts if part.style.colour == rule.colour]
    if not any(part.start < end and start < part.end for part in coloured):
        return start, end
    inside = [
        at
        for part in coloured
        for at in range(part.start, part.end)
        if line.lefts[at] > rule.x0 - room and line.rights[at] < rule.x1 + room
    ]
    return (inside[0], inside[-1] + 1) if inside else (start, end)


def _fits(rule: Rule, found: list[tuple[Line, int, int]], act: str) -> bool:
    """Whether the rule is about as long as the words that it runs along."""
    size = found[0][0].size
    first = min(line.lefts[start] for line, start, _ in found)
    last = max(line.rights[end - 1] for line, _, end in found)
    room = _OVERHANG["struck" if rule.wave else act] * size
    filled = sum(line.rights[end - 1] - line.lefts[start] for line, start, end in found)
    if filled < _FILLED * (rule.x1 - rule.x0) and rule.x1 - rule.x0 - filled > 2 * room:
        return False
    # Blanks at a line's end are underlined with its words and are not in the text.
    blanks = _BLANKS_IN_COLOUR if is_coloured(rule.colour) else _BLANKS
    behind = max(room, blanks * size) if first - rule.x0 <= _EXACT * size else room
    return first - rule.x0 <= room and rule.x1 - last <= behind


def _is_link(rule: Rule, found: list[tuple[Line, int, int]], links: list[Box]) -> bool:
    if any(word in line.text[start:end] for line, start, end in found for word in ("://", "www.", "@")):
        return True
    return any(
        x0 - TOUCH <= rule.x0 and rule.x1 <= x1 + TOUCH and y0 - TOUCH <= rule.y <= y1 + 2 * TOUCH
        for x0, y0, x1, y1 in links
    )


def _ink_of(rule: Rule, line: Line, start: int) -> int:
    """The rule's colour; that of its words where it has none of its own."""
    if rule.colour:
        return rule.colour
    return next(part.style.colour for part in line.parts if part.start <= start < part.end)


def _mark_by_annotation(rule: Rule, lines: list[Line], baselines: list[float]) -> None:
    """A reader of the PDF marked a box: the lines whose letters stand in it."""
    at = bisect_left(baselines, rule.top)
    while at < len(lines) and baselines[at] <= rule.y + 1:
        line = lines[at]
        at += 1
        if line.x0 < rule.x1 and line.x1 > rule.x0:
            start, end = _find_covered(rule, line)
            if start < end:
                line.marks.append(Mark(start, end, rule.act, rule.colour, rule.author, rule.date))
