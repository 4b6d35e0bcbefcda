"""Claims made and checked: a finding pinned with the fingerprints of its files, and compared anew later."""

import datetime
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from workbook.app.chapters.asked import Asked
from workbook.app.findings import Finding, find_ask, find_count, find_words
from workbook.app.findings_between import find_change, find_clause
from workbook.app.readings import find_remarks, name_drafts
from workbook.schemas import WorkbookError
from workbook.share.claims import KINDS, Claim, is_sealed, seal_claim
from workbook.share.differences import tell_differences, tell_settings
from workbook.text.drafts import data_folder, pick_drafts, shipped_data
from workbook.text.read import list_sources
from workbook.text.read.remarks import write_remarks
from workbook.text.read.source import read_raw

FINDERS: dict[str, Callable[[Asked, Mapping[str, object]], Finding]] = {
    "change": find_change,
    "clause": find_clause,
    "ask": find_ask,
    "words": find_words,
    "count": find_count,
}


class Checked(NamedTuple):
    """A claim compared anew: it holds where there are no reasons why not; notes are what changed besides."""

    claim: Claim
    reasons: list[str]
    notes: list[str]


def make_claim(
    kind: str,
    drafts: Sequence[str],
    about: Mapping[str, object],
    folder: Path | str | None = None,
    date: datetime.date | None = None,
    scale: str = "",
) -> Claim:
    """A finding about drafts of the data folder as a claim card: a dict, as `share.claims.CLAIM` says.

    `kind` is one of change, clause, ask, words and count; `drafts` are one or two ids, as `about` needs: for
    a change {"new_label": "12"}, a clause {"new_label": "12", "phrase": "will"}, an ask {"ask": "3",
    "label": "22"}, words {"words": "child*"}, a count {"frame": "pairs", "where": {"relation": "split"}}.
    `date` is when it was pinned, and is no part of what the card says; `scale` are changes to the scale of
    commitment, as the page's address has them. Raises WorkbookError where a draft is none of the data
    folder's, or nothing fits `about`.
    """
    old, new = check_kind(kind, drafts)
    claim = pin_finding(kind, Asked(old, new, folder, scale=scale), about)
    return claim | {"date": date.isoformat() if date else ""}


def check_kind(kind: str, drafts: Sequence[str]) -> tuple[str, str]:
    """The older and the newer of these drafts; where one is enough, that one twice."""
    if kind not in KINDS:
        raise WorkbookError(f"There is no claim of the kind “{kind[:40]}”. Kinds are: {', '.join(KINDS)}.")
    wanted = {"change": (2,), "clause": (2,), "ask": (1,), "words": (1,), "count": (1, 2)}[kind]
    if isinstance(drafts, str) or len(drafts) not in wanted:
        raise WorkbookError(
            f"A claim of the kind “{kind}” is about {' or '.join(map(str, wanted))} of the drafts."
        )
    return drafts[0], drafts[-1]


def pin_finding(kind: str, asked: Asked, about: Mapping[str, object]) -> Claim:
    """The claim card of a finding about the drafts asked for; without a date."""
    ids = list(dict.fromkeys((asked.old, asked.new)))
    for draft in ids:
        if draft not in asked.listed["draft"]:
            raise WorkbookError(_tell_foreign(draft, asked))
    rows = pick_drafts(asked.listed, ids)
    finding = FINDERS[kind](asked, about)
    titles = dict(name_drafts(rows, asked.folder, asked.session).select("draft", "title").iter_rows())
    home = Path(asked.folder or data_folder()).resolve()
    listed = [
        {
            "draft": draft,
            "title": titles[draft] or draft,
            "hands": hands,
            "sources": [_name_source(path, home) for path in list_sources(Path(file))],
        }
        for draft, hands, file in rows.select("draft", "hands", "file").iter_rows()
    ]
    remarks = find_remarks(rows, asked.folder, asked.session)
    settings = {
        "workbook": version("gcm-workbook"),
        "scale": asked.scale,
        "lexicon": [_name_source(path, path.parent) for path in _find_lists(finding.lists, home)],
        "remarks": {
            "count": len(remarks),
            "sha256": _hash(write_remarks(remarks).encode()) if len(remarks) else "",
        },
    }
    content = {"kind": kind, "sentence": finding.sentence, "drafts": listed, "about": finding.about}
    return seal_claim(content | {"found": finding.found, "settings": settings})


def _tell_foreign(draft: str, asked: Asked) -> str:
    if asked.uploads is not None and asked.uploads.holds(draft):
        return (
            "A finding in a draft of your own cannot be pinned here: it is in this visit's memory alone, "
            "and nobody else could check it. Put it into a data folder (workbook dashboard --data FOLDER)."
        )
    ids = ", ".join(asked.listed["draft"])
    return f"There is no draft “{draft[:80]}” in this data folder. A claim names drafts of it: {ids}."


def _name_source(path: Path, home: Path) -> dict[str, str]:
    name = str(path.relative_to(home)) if path.is_relative_to(home) else path.name
    return {"file": name, "sha256": _hash(read_raw(path))}


def _hash(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def _find_lists(names: Iterable[str], home: Path) -> list[Path]:
    """The lists of these names, * for all: those of the data folder, or ours; asks are its own alone."""
    ours, own = shipped_data() / "lexicon", home / "lexicon"
    found = {path.name: path for name in names for folder in (ours, own) for path in folder.glob(name)}
    if set(names) & {"*.csv", "asks.csv"} and (home / "asks.csv").is_file():
        found["asks.csv"] = home / "asks.csv"
    return [found[name] for name in sorted(found)]


def check_claims(claims: Sequence[Claim], folder: Path | str | None = None) -> list[Checked]:
    """Each claim compared anew with the drafts of the data folder, in their order.

    What is in the claims is a stranger's: it opens no file that the data folder does not list as a draft.
    """
    # Drafts are compared once for all claims.
    ask = cache(lambda old, new, scale: Asked(old, new, folder, scale=scale))
    return [_check(claim, ask) for claim in claims]


def _check(claim: Claim, ask: Callable[[str, str, str], Asked]) -> Checked:
    ids = [draft["draft"] for draft in claim["drafts"]]
    try:
        asked = ask(*check_kind(claim["kind"], ids), claim["settings"]["scale"])
        missing = [draft for draft in ids if draft not in asked.listed["draft"]]
        if missing:
            return Checked(
                claim, [f"the draft “{draft}” is not in this data folder" for draft in missing], []
            )
        anew = pin_finding(claim["kind"], asked, claim["about"])
    except WorkbookError as error:
        return Checked(claim, [f"it cannot be found any more: {error}"], [])
    edited = (
        []
        if is_sealed(claim)
        else ["the card was edited: its id and citation are not those of what it holds"]
    )
    return Checked(claim, [*edited, *tell_differences(claim, anew)], tell_settings(claim, anew))
