"""What stands beside the words of two drafts: comments in their files, and what readers had to guess."""

from collections import defaultdict

import polars as pl

from workbook.show.cards import tell_comment


class Beside:
    """The comments and notices of files, as sentences for the page."""

    def __init__(
        self,
        drafts: pl.DataFrame,
        runs: pl.DataFrame,
        comments: pl.DataFrame | None,
        notices: pl.DataFrame | None,
    ) -> None:
        self._files = dict(drafts.select("draft", "file").iter_rows())
        self._comments: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._notices: dict[str, list[str]] = defaultdict(list)
        if comments is not None and len(comments):
            lines = runs.group_by("file", "block").agg(pl.col("line").min())
            placed = comments.join(lines, on=["file", "block"], how="left", maintain_order="left")
            for row in placed.iter_rows(named=True):
                said = tell_comment(row["author"], row["date"], row["words"], row["text"])
                self._comments[row["file"]].append((row["line"] or row["block"] + 1, said))
        if notices is not None:
            for file, notice in notices.iter_rows():
                self._notices[file].append(notice)

    def in_row(self, row: dict, lines: dict[str, list[int]]) -> list[str]:
        """The comments on a pair of paragraphs, which stand on these `lines` of their files; each once."""
        found = [
            said
            for side in ("old", "new")
            if lines[side]
            for line, said in self._comments.get(self._files.get(row[f"{side}_draft"], ""), ())
            if lines[side][0] <= line <= lines[side][1]
        ]
        return list(dict.fromkeys(found))

    def list_doubts(self, old: str, new: str) -> dict[str, list[str]]:
        """The notices on the files of two drafts; where both stand in one file, with the first alone."""
        files = {"old": self._files.get(old, ""), "new": self._files.get(new, "")}
        doubts = {side: self._notices.get(file, []) for side, file in files.items()}
        return doubts | ({"new": []} if files["old"] == files["new"] else {})
