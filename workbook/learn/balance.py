"""What came into an amended paragraph and went out of it: caveats, emphases, themes; its highest rung."""

from collections.abc import Iterable, Iterator

import polars as pl

from workbook.learn.bench import Moved, Read
from workbook.show.style import shorten_tag

# What a paragraph is about, in the order in which it is told.
ABOUT = ("theme", "principle", "objective")


def find_highest(read: Read) -> int:
    """The highest rung of a paragraph's clauses; 0 where it has none."""
    return max(read.clauses["rung"].to_list(), default=0)


def compare_marks(moved: Moved, scheme: str) -> dict[str, list[str]]:
    """The caveats ("hedge") or emphases ("booster") that came into the paragraph and went out of it.

    They are counted: of two of a kind of which one is left, one is lost.
    """
    before, after = _list_marks(moved.old, scheme), _list_marks(moved.new, scheme)
    return {"gained": list(_without(after, before)), "lost": list(_without(before, after))}


def compare_themes(moved: Moved, terms: pl.DataFrame) -> dict[str, list[dict]]:
    """The themes, principles and objectives that came, went and stayed, with the words that speak of each."""
    titles = {row[:2]: row[2] for row in terms.select("scheme", "tag", "title").iter_rows()}
    before, after = _list_themes(moved.old), _list_themes(moved.new)

    def tell(found: dict[tuple, list[str]], keys: Iterable[tuple]) -> list[dict]:
        ordered = sorted(keys, key=lambda key: (ABOUT.index(key[0]), list(found).index(key)))
        return [
            {
                "scheme": scheme,
                "tag": tag,
                "title": shorten_tag(scheme, tag, titles.get((scheme, tag), "")),
                "words": list(dict.fromkeys(found[scheme, tag])),
            }
            for scheme, tag in ordered
        ]

    return {
        "gained": tell(after, after.keys() - before.keys()),
        "lost": tell(before, before.keys() - after.keys()),
        "kept": tell(after, before.keys() & after.keys()),
    }


def _list_marks(read: Read, scheme: str) -> list[tuple[str, str]]:
    return read.tags.filter(pl.col("scheme") == scheme).select("term", "match").rows()


def _without(these: list[tuple[str, str]], those: list[tuple[str, str]]) -> Iterator[str]:
    """The words of these, without as many of the same term as there are among those."""
    left = [term for term, _match in those]
    for term, match in these:
        if term in left:
            left.remove(term)
        else:
            yield match


def _list_themes(read: Read) -> dict[tuple, list[str]]:
    found: dict[tuple, list[str]] = {}
    for scheme, tag, match in read.tags.select("scheme", "tag", "match").iter_rows():
        if scheme in ABOUT:
            found.setdefault((scheme, tag), []).append(match)
    return found
