"""TAGS, PAIRS and DIFFS -> TRAVELS: what a paragraph is about, followed through splits, mergers and moves.

A paragraph that is split leaves its words on migrants in detention in one part, and the other goes on about
"such measures". The other part is still about detention, though no word of it says so: it inherits the tag.
That is never counted as a mention; it says where to look, and which paragraph to read beside it.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

import polars as pl

from workbook.compare.whereabouts import place_spans
from workbook.meaning.stretches import find_touched
from workbook.schemas import PAIR_KEYS, TRAVELS, WorkbookError, frame_of

# What a paragraph is about; hedges and boosters belong to their clause, and stay there.
ABOUT = ("objective", "principle", "theme")
Place = tuple[str, int]  # draft and position
Tag = tuple[str, str]  # scheme and tag
Said = dict[tuple[Place, Tag], list[tuple[str, int, int]]]  # the words that say so: match, start, end


class Borne(NamedTuple):
    """A tag that a paragraph bears: its words, and where they stand, which may be in an earlier draft."""

    words: tuple[str, ...]
    draft: str
    label: str
    own: bool


class Fate(NamedTuple):
    """What became of a tag's words on the way into one paragraph: some came along, some went apart."""

    came: tuple[str, ...]
    struck: tuple[str, ...]
    apart: tuple[str, ...]
    where: tuple[str, ...]  # the labels of the paragraphs that those apart stand in


def follow_tags(
    tags: pl.DataFrame, pairs: pl.DataFrame, diffs: pl.DataFrame, paragraphs: pl.DataFrame, drafts: list[str]
) -> pl.DataFrame:
    """One row a paragraph, a tag, and the older paragraph that had the tag too: the frame TRAVELS.

    `drafts` are ids in their order; `pairs` and `diffs` hold every two neighbours of them; the first has no
    rows. A paragraph inherits a tag where the words that say so went into another part of the paragraph that
    it came from, or came along and are not enough any more. A tag is lost where they were struck. Words that
    a paragraph took over from elsewhere (relation fragment) make it no heir. Raises WorkbookError where two
    neighbours have not been compared.
    """
    tags = tags.filter(pl.col("scheme").cast(pl.String).is_in(ABOUT))
    said = _group_matches(tags)
    own = _list_own(said, paragraphs)
    bearing = {place: dict(each) for place, each in own.items() if drafts and place[0] == drafts[0]}
    rows: list[tuple] = []
    for old, new in pairwise(drafts):
        is_step = (pl.col("old_draft") == old) & (pl.col("new_draft") == new)
        links = pairs.filter(is_step).to_dicts()
        if not links:
            raise WorkbookError(f"{old} and {new}: these neighbours have not been compared. Pair them first.")
        whereabouts = _Whereabouts(diffs.filter(is_step), paragraphs, said)
        step = _Step(links, whereabouts, bearing, own)
        rows += step.list_rows()
        bearing = step.bearing
    return frame_of(rows, TRAVELS)


def _group_matches(tags: pl.DataFrame) -> Said:
    said = defaultdict(list)
    columns = ("draft", "position", "scheme", "tag", "match", "start", "end")
    for draft, position, scheme, tag, *match in tags.select(columns).iter_rows():
        said[(draft, position), (scheme, tag)].append(match)
    return said


def _list_own(said: Said, paragraphs: pl.DataFrame) -> dict[Place, dict[Tag, Borne]]:
    labels = _index(paragraphs, "label")
    own: dict[Place, dict[Tag, Borne]] = defaultdict(dict)
    for (place, tag), matches in said.items():
        own[place][tag] = Borne(_once(match for match, *_ in matches), place[0], labels[place], True)
    return own


def _index(paragraphs: pl.DataFrame, column: str) -> dict[Place, str]:
    rows = paragraphs.select("draft", "position", column).iter_rows()
    return {(draft, position): value for draft, position, value in rows}


class _Whereabouts:
    """Where the older draft's words went: in DIFFS each of them belongs to one pair alone."""

    def __init__(self, diffs: pl.DataFrame, paragraphs: pl.DataFrame, said: Said) -> None:
        self._labels, self._texts = _index(paragraphs, "label"), _index(paragraphs, "text")
        self._said, self._stretches = said, defaultdict(list)
        for span in place_spans(diffs, paragraphs):
            kept = span.op == "equal" or span.weight == "form"
            for start, end in span.old_at:
                self._stretches[span.old].append((start, end, kept, span.new))
        for own in self._stretches.values():
            own.sort(key=itemgetter(0))

    def tell(self, old: Place, new: Place, tag: Tag) -> Fate:
        """What became of the tag's words in the old paragraph, as seen from a new one."""
        found = [(match, *self._trace(old, *at)) for match, *at in self._said[old, tag]]
        apart = [(match, went) for match, whole, went in found if whole and new not in went]
        return Fate(
            _once(match for match, whole, went in found if whole and new in went),
            _once(match for match, whole, went in found if not whole and new in went),
            _once(match for match, _ in apart),
            _once(self._labels[place] for _, went in apart for place in sorted(went)),
        )

    def _trace(self, place: Place, first: int, last: int) -> tuple[bool, set[Place]]:
        """Whether all of these words came along, and where they went; else the pairs that changed them."""
        over = [
            (kept, new)
            for start, end, kept, new in find_touched(self._stretches[place], first, last)
            if self._texts[place][max(start, first) : min(end, last)].strip()
        ]
        whole = bool(over) and all(kept for kept, _ in over)
        return whole, {new for kept, new in over if whole or not kept}


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


class _Step:
    """The tags on their way from one draft to the next."""

    def __init__(
        self,
        links: list[dict],
        whereabouts: _Whereabouts,
        borne: dict[Place, dict[Tag, Borne]],
        own: dict[Place, dict[Tag, Borne]],
    ) -> None:
        self.links, self.whereabouts, self.borne, self.own = links, whereabouts, borne, own
        self.bearing: dict[Place, dict[Tag, Borne]] = {}

    def list_rows(self) -> list[tuple]:
        """The rows of TRAVELS; fills `bearing`, what each paragraph of the newer draft bears."""
        gone, came = [], defaultdict(list)
        for link in self.links:
            if link["new_position"] is None:
                gone.append(link)
            else:
                came[link["new_draft"], link["new_position"]].append(link)
        rows = [row for new, links in came.items() for row in self._enter(new, links)]
        return rows + [row for link in gone for row in self._leave(link)]

    def _enter(self, new: Place, links: list[dict]) -> list[tuple]:
        own = self.own.get(new, {})
        rows = [row for tag, words in own.items() for row in self._keep(tag, words, links)]
        heirs = [
            found
            for link in links
            if link["old_position"] is not None and link["relation"] != "fragment"
            for tag, borne in self.borne.get(_older(link), {}).items()
            if tag not in own and (found := self._inherit(link, tag, borne))
        ]
        inherited = {tag: borne for tag, borne, standing, _ in heirs if standing == "inherited"}
        self.bearing[new] = {tag: borne._replace(own=False) for tag, borne in inherited.items()} | own
        # What comes from one of two merged paragraphs is not lost by the other.
        rows += [row for tag, _, standing, row in heirs if standing == "inherited" or tag not in inherited]
        return rows

    def _keep(self, tag: Tag, words: Borne, links: list[dict]) -> list[tuple]:
        """Rows of a tag with words of its own: one for each older paragraph that had it, else one alone."""
        came = [link for link in links if link["relation"] != "fragment"]
        before = [link for link in came if tag in self.borne.get(_older(link), {})]
        if not before:
            return [_row(links[0] | _NOWHERE, tag, "own", words.words, "", "", _tell_entered(words, links))]
        said = f"its own words say so ({_quote(words.words)}), as"
        return [
            _row(link, tag, "own", words.words, "", "", f"{said} those of {_name(link['old_label'])} did")
            for link in before
        ]

    def _inherit(self, link: dict, tag: Tag, borne: Borne) -> tuple | None:
        """The tag, what is borne, its standing, its row; None where another part of the older one tells."""
        older = _name(link["old_label"])
        if not borne.own:
            standing, reason = "inherited", f"{older} inherited it from {_name(borne.label)} of {borne.draft}"
        else:
            fate = self.whereabouts.tell(_older(link), (link["new_draft"], link["new_position"]), tag)
            if fate.apart:
                there = " and ".join(map(_name, fate.where))
                standing = "inherited"
                reason = (
                    f"it came from {older}, whose words on this ({_quote(fate.apart)}) are now in {there}"
                )
            elif fate.struck:
                standing, reason = "lost", f"the words on this in {older} ({_quote(fate.struck)}) were struck"
            elif fate.came:
                standing = "inherited"
                reason = (
                    f"the words on this came along ({_quote(fate.came)}), and are not enough by themselves"
                )
            else:
                return None
        return tag, borne, standing, _row(link, tag, standing, borne.words, borne.draft, borne.label, reason)

    def _leave(self, link: dict) -> list[tuple]:
        """Rows of the tags that went with a paragraph that is gone."""
        reason = f"{_name(link['old_label'])} is gone"
        return [
            _row(link, tag, "lost", borne.words, borne.draft, borne.label, reason)
            for tag, borne in self.borne.get(_older(link), {}).items()
        ]


# A link that leads to no older paragraph.
_NOWHERE = {"old_position": None, "old_label": "", "moved": False}


def _older(link: dict) -> Place:
    return link["old_draft"], link["old_position"]


def _tell_entered(words: Borne, links: list[dict]) -> str:
    """Why a tag that no older paragraph had is there."""
    new = all(link["old_position"] is None for link in links if link["relation"] != "fragment")
    before = "the paragraph is new" if new else "those of what it came from did not"
    taken = [_name(link["old_label"]) for link in links if link["relation"] == "fragment"]
    also = f", and also uses words of {' and '.join(taken)}" if new and taken else ""
    return f"its own words say so ({_quote(words.words)}); {before}{also}"


def _row(
    link: dict, tag: Tag, standing: str, words: tuple[str, ...], source: str, label: str, reason: str
) -> tuple:
    keys = [link[name] for name in ("new_draft", "new_position", "new_label")]
    moved = bool(link["moved"]) and link["new_position"] is not None
    entered = standing == "own" and link["old_position"] is None
    older = [link[name] for name in list(PAIR_KEYS)[:3]]
    return (*keys, *tag, standing, entered, moved, "; ".join(words), *older, source, label, reason)


def _quote(words: tuple[str, ...]) -> str:
    return "“" + "”, “".join(words) + "”"


def _name(label: str | None) -> str:
    return label or "an unnumbered paragraph"
