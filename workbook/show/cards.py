"""What became of a paragraph, in plain words; and what a printed text must always say of itself."""

import datetime
from collections import defaultdict
from pathlib import Path

import polars as pl

from workbook.schemas import PAIR_KEYS, Schema, conform
from workbook.text.drafts import shipped_data

# Every view and every export of the two printed texts that we ship shows the first sentence, unchanged;
# anybody else's flattened text gets the second.
CAUTION = "Struck and inserted words stand together here; this is neither Rev 3 nor WIMN's text."
FLATTENED = "Struck and inserted words stand together here; nobody proposed this text as it stands."
# A reading that was made out of a flattened text says so, whoever made it.
RECONSTRUCTED = (
    "Reconstructed by judgement from a flattened copy: nobody issued this text, and it is no UN document."
)

# The number stayed where it was, and the words under it came from another paragraph.
LABEL_REUSED = "label kept, words from elsewhere"
RELATIONS: Schema = PAIR_KEYS | {"words": pl.String, "label_reused": pl.Boolean}


def caution_draft(status: str, file: str = "") -> str:
    """The sentence to show beside a text of this status, read from this file; empty where none is needed."""
    if status != "flattened":
        return RECONSTRUCTED if status == "reconstructed" else ""
    return CAUTION if Path(file).is_relative_to(shipped_data()) else FLATTENED


def tell_notices(drafts: pl.DataFrame, notices: pl.DataFrame | None) -> list[str]:
    """What readers had to guess or left out, a sentence each, with the title of the text that it is about.

    Of several texts out of one file, the file is named, and its sentences are said once.
    """
    if notices is None or notices.is_empty():
        return []
    titles = defaultdict(list)
    for title, file in drafts.unique("draft", maintain_order=True).select("title", "file").iter_rows():
        titles[file].append(title)
    return [
        f"{titles[file][0] if len(titles[file]) == 1 else Path(file).name}: {notice}"
        for file, notice in notices.iter_rows()
        if file in titles
    ]


def tell_comment(author: str, date: datetime.date | None, words: str, text: str) -> str:
    """A comment in one sentence: by whom, when, on which words, and what it says."""
    when = f", {date.day} {date:%B %Y}" if date else ""
    on = f", on “{words}”" if words else ""
    return f"Comment by {author or 'an unnamed author'}{when}{on}: {text}"


def tell_relations(pairs: pl.DataFrame) -> pl.DataFrame:
    """One row a pair: its six keys, `words`, such as "moved from 55, as announced", and `label_reused`.

    `label_reused` holds where the words say LABEL_REUSED.
    """
    rows = pairs.to_dicts()
    siblings, parents = defaultdict(list), defaultdict(list)
    for row in rows:
        if row["relation"] in ("split", "merged"):
            siblings[row["old_position"]].append(row["new_label"])
            parents[row["new_position"]].append(row["old_label"])
    old_labels = {row["old_label"] for row in rows if row["old_label"]}
    reused = [reuses_label(row, parents[row["new_position"]], old_labels) for row in rows]
    words = [
        tell_relation(row, siblings[row["old_position"]], parents[row["new_position"]], old_labels)
        for row in rows
    ]
    told = pairs.with_columns(
        pl.Series("words", words, pl.String), pl.Series("label_reused", reused, pl.Boolean)
    )
    return told.select(*RELATIONS).pipe(conform, RELATIONS)


def tell_relation(row: dict, siblings: list[str], parents: list[str], old_labels: set[str]) -> str:
    """One pair in plain words.

    `siblings` are the labels that its old paragraph was split into, `parents` those that its new
    one was merged from, `old_labels` all labels of the older draft.
    """
    relation = row["relation"]
    if relation == "deleted":
        return "gone"
    if relation == "inserted":
        return "new, under a number used before" if row["new_label"] in old_labels else "new"
    if relation == "fragment":
        return f"also uses words of {name_label(row['old_label'])}"
    told = [tell_split(row, siblings), tell_merge(relation, parents), tell_place(row)]
    if reuses_label(row, parents, old_labels):
        told.append(LABEL_REUSED)
    told = [words for words in told if words]
    if relation == "same":
        told.append("words unchanged" if told else "unchanged")
    return "; ".join(told) or "edited"


def reuses_label(row: dict, parents: list[str], old_labels: set[str]) -> bool:
    """Whether the new paragraph bears a number of the older draft, and none of its words stood under it."""
    if row["relation"] in ("deleted", "inserted", "fragment"):
        return False
    return row["new_label"] in old_labels - {row["old_label"], *parents}


def tell_split(row: dict, siblings: list[str]) -> str:
    """ "split from 7", or what was split off where the label stayed; empty for no split."""
    if row["relation"] != "split":
        return ""
    if row["old_label"] != row["new_label"]:
        return f"split from {name_label(row['old_label'])}{', as announced' if row['announced'] else ''}"
    others = [name_label(label) for label in siblings if label != row["new_label"]]
    return f"split, part of it now in {join_names(others)}" if others else "split"


def tell_merge(relation: str, parents: list[str]) -> str:
    """ "merged from 7 and 7bis"; empty for no merge."""
    if relation != "merged":
        return ""
    return f"merged from {join_names([name_label(label) for label in parents])}"


def tell_place(row: dict) -> str:
    """ "moved from 55, as announced", "renumbered from 9ter, not announced"; empty where it stayed."""
    if row["relation"] in ("split", "merged") or not (row["moved"] or row["renumbered"]):
        return ""
    if not row["renumbered"]:
        return "moved, number kept"
    verb = "moved" if row["moved"] else "renumbered"
    if not row["old_label"]:  # an option, or a line of a list: nobody announces a number for it
        return "moved, and had no number before" if row["moved"] else "had no number before"
    notice = "as announced" if row["announced"] else "not announced"
    return f"{verb} from {name_label(row['old_label'])}, {notice}"


def name_label(label: str | None) -> str:
    """The label, or words for a paragraph that has none."""
    return label or "an unnumbered paragraph"


def join_names(names: list[str]) -> str:
    """The names as a sentence lists them: "7, 7bis and 7ter"."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
