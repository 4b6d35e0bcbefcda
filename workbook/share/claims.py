"""Claims: findings pinned so that others can check them. What a card holds, its file, its citation line.

A claim is a plain dict with the keys of CLAIM, in that order. Its file is JSON in UTF-8, `{"format": FORMAT,
"claims": [...]}`; a list of claims or a single one is read as well. The same finding is the same bytes.
"""

import hashlib
import json

FORMAT = "gcm-workbook claims 1"
Claim = dict

# What must stand in a card; [shape] is a list of such things, a set are all values that there are.
DRAFT = {
    "draft": str,  # its id
    "title": str,
    "hands": str,  # whose changes are made in it, as in DRAFTS
    "sources": [{"file": str, "sha256": str}],  # what it is read from, printed and marked, in the data folder
}
PAIR = {"old_label": str, "old_position": (int, None), "new_label": str, "new_position": (int, None)}
SETTINGS = {
    "workbook": str,  # its version
    "scale": str,  # a reader's changes to the scale of commitment
    "lexicon": [{"file": str, "sha256": str}],  # the lists that the finding rests on
    "remarks": {"count": int, "sha256": str},  # a reader's own, on these files
}
# For each kind of finding, what it is about, and what was found: this is compared when it is checked.
KINDS = {
    # A paragraph's change between two drafts.
    "change": (
        PAIR,
        {
            "relation": str,
            "spans": [
                [str]
            ],  # the whole redline: op as in DIFFS and words; of "replace" the old, then the new
            "whose": [[str]],  # act, words, whose they are (empty: not known), how surely
        },
    ),
    # What became of one clause of it, as in TRAIL.
    "clause": (
        PAIR | {"old_clause": (int, None), "new_clause": (int, None)},
        {
            "old_phrase": str,
            "new_phrase": str,
            "direction": str,
            "rule": str,
            "hedges_gained": str,
            "hedges_lost": str,
            "boosters_gained": str,
            "boosters_lost": str,
            "hand": str,
            "grade": str,
            "old_text": str,
            "new_text": str,
            "old_rung": (int, None),
            "new_rung": (int, None),
        },
    ),
    # What suggested language does where a letter asks, as in ASK_PLACES.
    "ask": (
        {"ask": str, "label": str},
        {
            "title": str,
            "letter": str,  # its words
            "verdict": str,
            "reason": str,
            "found": str,
            "missing": str,
            "hand": str,
            "grade": str,
            "text": str,  # of the paragraph
        },
    ),
    # Where words stand in a draft, or that they stand nowhere in it.
    "words": (
        {"words": str},
        {"paragraphs": int, "times": int, "places": [{"label": str, "position": int, "quoted": [str]}]},
    ),
    # How many rows of a frame (a key of FRAMES) have these values.
    "count": ({"frame": str, "where": dict}, {"rows": int, "of": int}),
}
CLAIM = {
    "id": str,  # made from everything but the date
    "kind": {*KINDS},
    "sentence": str,  # the finding in words
    "citation": str,
    "drafts": [DRAFT],  # one, or the older and the newer
    "about": dict,
    "found": dict,
    "settings": SETTINGS,
    "date": str,  # when it was pinned, 2022-04-27, or empty
}
# Characters of a fingerprint in a citation: enough to tell any two files apart.
SHOWN = 12


def seal_claim(claim: dict) -> Claim:
    """The claim with its id and its citation line, its keys in their order."""
    sealed = {"date": ""} | claim
    sealed["id"] = _name_claim(sealed)
    sealed["citation"] = cite_claim(sealed)
    return {name: sealed[name] for name in CLAIM}


def cite_claim(claim: Claim) -> str:
    """The line with which a finding is cited: drafts, paragraphs, files and fingerprints, version, id."""
    drafts = [
        f"{draft['title']}{_tell_labels(claim, at)} "
        f"({'; '.join(_tell_source(source) for source in draft['sources'])})"
        for at, draft in enumerate(claim["drafts"])
    ]
    version = f"GCM drafts workbook {claim['settings']['workbook']}"
    return f"{' → '.join(drafts)}. {version}, {claim['id']}."


def _tell_labels(claim: Claim, at: int) -> str:
    about, found = claim["about"], claim["found"]
    match claim["kind"]:
        case "change" | "clause":
            side = ("old", "new")[at]
            gone = about[f"{side}_position"] is None
            labels = [] if gone else [about[f"{side}_label"] or f"no. {about[f'{side}_position'] + 1}"]
        case "ask":
            labels = [about["label"]] if about["label"] else []
        case "words":
            labels = [place["label"] or f"no. {place['position'] + 1}" for place in found["places"]]
        case _:
            labels = []
    return f", para {', '.join(labels)}" if labels else ""


def _tell_source(source: dict) -> str:
    return f"{source['file']}, SHA-256 {source['sha256'][:SHOWN]}"


def _name_claim(claim: dict) -> str:
    """A short id that another finding does not have."""
    content = {name: claim[name] for name in CLAIM if name not in ("id", "citation", "date")}
    written = json.dumps(content, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return f"claim-{hashlib.sha256(written.encode()).hexdigest()[:10]}"


def is_sealed(claim: Claim) -> bool:
    """Whether the id and the citation are those of what stands in the card: nobody has edited it."""
    return claim["id"] == _name_claim(claim) and claim["citation"] == cite_claim(claim)
