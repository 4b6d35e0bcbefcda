"""Drawn tables and boxes: which cell a line of text stands in."""

from bisect import bisect_right
from typing import NamedTuple

from workbook.text.read.pdf.page import Line, Post, Rule

# In points: lines that meet in a corner do not always touch.
TOUCH = 1.5
# A page with more lines than this is a drawing and no table.
_MOST = 3000


class Table(NamedTuple):
    """Rules and posts that touch each other, and the box around them."""

    rules: list[Rule]
    posts: list[Post]
    x0: float
    y0: float
    x1: float
    y1: float

    def holds(self, line: Line) -> bool:
        """Whether the line stands inside."""
        middle = (line.x0 + line.x1) / 2
        return self.x0 <= middle <= self.x1 and self.y0 < line.baseline < self.y1 + TOUCH

    def find_cell(self, line: Line) -> tuple[float, float]:
        """Where the cell of a line begins, from the top and from the left."""
        middle, y = line.x0 + line.size / 2, line.baseline - line.size / 4
        tops = [rule.y for rule in self.rules if rule.y < y and rule.x0 - TOUCH <= middle <= rule.x1 + TOUCH]
        lefts = [post.x for post in self.posts if post.x < middle and post.y0 - TOUCH <= y <= post.y1 + TOUCH]
        return round(max(tops, default=self.y0) / TOUCH), round(max(lefts, default=self.x0) / TOUCH)


def find_tables(rules: list[Rule], posts: list[Post]) -> list[Table]:
    """The tables and boxes of a page, from its top down."""
    if len(rules) + len(posts) > _MOST:
        return []
    posts = sorted(posts)
    xs = [post.x for post in posts]
    groups: list[tuple[set[int], set[int]]] = []
    for number, rule in enumerate(rules):
        met = {
            at
            for at in range(bisect_right(xs, rule.x0 - TOUCH), bisect_right(xs, rule.x1 + TOUCH))
            if posts[at].y0 - TOUCH <= rule.y <= posts[at].y1 + TOUCH
        }
        if not met:
            continue
        joined = [group for group in groups if group[1] & met]
        groups = [group for group in groups if not group[1] & met]
        groups.append(({number}.union(*(own for own, _ in joined)), met.union(*(own for _, own in joined))))
    tables = [
        _surround([rules[at] for at in own], [posts[at] for at in met])
        for own, met in groups
        if len(own) > 1 and len(met) > 1
    ]
    return sorted(tables, key=lambda table: table.y0)


def _surround(rules: list[Rule], posts: list[Post]) -> Table:
    ys, xs = [rule.y for rule in rules], [post.x for post in posts]
    return Table(rules, posts, min(xs), min(ys), max(xs), max(ys))


def join_posts(posts: list[Post]) -> list[Post]:
    """Posts that go on where the last one ended are one: each cell of a table may draw its own."""
    joined: list[Post] = []
    for post in sorted(posts, key=lambda post: (round(post.x), post.y0)):
        last = joined[-1] if joined else None
        if last and abs(last.x - post.x) < TOUCH and post.y0 - last.y1 < TOUCH:
            joined[-1] = last._replace(y1=max(last.y1, post.y1))
        else:
            joined.append(post)
    return joined
