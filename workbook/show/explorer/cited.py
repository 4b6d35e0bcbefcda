"""SOURCE_CHANGES -> what the cards of the page say of sources, in as few words as can be."""

import polars as pl


def list_cited(changes: pl.DataFrame) -> dict[str, list[list[str]]]:
    """For each pair of paragraphs that cites anything, by its name: change, place, and the doubt about it.

    A pair is named "old position-new position", as the page names it.
    """
    listed: dict[str, list[list[str]]] = {}
    columns = ("old_position", "new_position", "change", "source", "pinpoint", "doubt")
    for old, new, change, *place, doubt in changes.select(columns).iter_rows():
        name = f"{'' if old is None else old}-{'' if new is None else new}"
        words = " ".join(filter(None, place)) or "no document named"
        listed.setdefault(name, []).append([change, words, doubt] if doubt else [change, words])
    return listed
