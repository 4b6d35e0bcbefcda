"""The kinds of change that a paragraph can be asked for, and which of them a row of a bundle shows."""

from workbook.show.cards import LABEL_REUSED
from workbook.show.trails import YOUR_SCALE

# Each kind in plain words, and how a row shows it. The page reads both out of the bundle.
KINDS = {
    "same": ("words unchanged", lambda row: row["relation"] == "same"),
    "edited": ("edited", lambda row: row["relation"] == "edited"),
    "parted": ("split or merged", lambda row: row["relation"] in ("split", "merged")),
    "moved": ("moved", lambda row: row["moved"]),
    "renumbered": ("renumbered", lambda row: row["renumbered"]),
    "new": ("new", lambda row: row["relation"] == "inserted"),
    "gone": ("gone", lambda row: row["relation"] == "deleted"),
    "fragment": ("with words from elsewhere", lambda row: bool(row["links"])),
    "weaker": ("a weaker verb", lambda row: _went(row, "down")),
    "stronger": ("a stronger verb", lambda row: _went(row, "up")),
    "reused": (LABEL_REUSED, lambda row: row["label_reused"]),
}


def name_kinds(own_scale: bool = False) -> dict[str, str]:
    """The kinds of change, each in plain words; by a scale that a reader changed, those of verbs say so."""
    yours = f" ({YOUR_SCALE})" if own_scale else ""
    return {kind: words + yours * (kind in ("weaker", "stronger")) for kind, (words, _shows) in KINDS.items()}


def list_kinds(row: dict) -> list[str]:
    """The kinds of change that a row shows; it has PAIRS' columns, `links`, `promises`, `label_reused`."""
    return [kind for kind, (_words, shows) in KINDS.items() if shows(row)]


def _went(row: dict, direction: str) -> bool:
    """Whether a clause of the paragraph went this way on the scale of commitment."""
    return any(promise[0] == direction for promise in row["promises"])


def has_changed(row: dict) -> bool:
    """Whether words, place or number of the paragraph changed, or words from elsewhere came in."""
    return any(kind != "same" for kind in row["kinds"])
