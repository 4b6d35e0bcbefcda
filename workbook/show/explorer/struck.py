"""GHOSTS -> what the explorer's page shows of words that were probably struck: an inference, never a fact."""

from collections import defaultdict

import polars as pl

Spans = list[str | list]


class Struck:
    """The ghosts of the older draft as the page needs them: listed once, and found in the words of a row."""

    def __init__(
        self, ghosts: pl.DataFrame | None, paragraphs: pl.DataFrame, runs: pl.DataFrame, drafts: pl.DataFrame
    ) -> None:
        """`ghosts` are GHOSTS of one draft; None: nobody asked, since it is no flattened one."""
        self._found: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
        self.listed: list[dict] | None = None
        if ghosts is None:
            return
        from workbook.text.places import Places  # a page that only shows what is kept reads no text

        self.listed = []
        draft = ghosts["draft"][0] if len(ghosts) else ""
        self._texts = dict(paragraphs.filter(pl.col("draft") == draft).select("position", "text").iter_rows())
        places = Places(runs, drafts, draft) if draft else None
        for at, row in enumerate(ghosts.iter_rows(named=True)):
            [printed] = places.find(row["position"], [(row["start"], row["end"])])
            self._found[row["position"]].append((row["start"], row["end"], at))
            facts = {name: row[name] for name in ("words", "reason", "surety", "seam")}
            self.listed.append(facts | {"places": [list(place) for place in printed]})

    def in_row(self, position: int | None, spans: Spans) -> list[list[int]]:
        """Where a row's spans hold such words: [span, start in its old words, length, place in `listed`]."""
        if position not in self._found:
            return []
        text, cursor, held = self._texts[position], 0, []
        for at, span in enumerate(spans):
            words = span if isinstance(span, str) else span[0]
            begin = max(text.find(words, cursor), cursor)
            cursor = begin + len(words)
            for start, end, listed in self._found[position]:
                first, last = max(start, begin), min(end, cursor)
                if first < last:
                    held.append([at, first - begin, last - first, listed])
        return held
