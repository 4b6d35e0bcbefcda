"""How a claim differs from the same finding made anew, in sentences."""

from workbook.share.claims import SHOWN, Claim

# What a person calls the parts of what was found.
NAMES = {
    "relation": "what became of the paragraph",
    "whose": "whose words they are",
    "rule": "the rule that fired",
    "times": "how often the words stand",
    "places": "where the words stand",
    "rows": "the count",
    "of": "the whole",
    "text": "the words of the paragraph",
    "old_text": "the words of the older clause",
    "new_text": "the words of the newer clause",
}
# Words around the first one that differs, and characters of anything else that is shown.
AROUND, LONGEST = 5, 160


def tell_differences(claim: Claim, anew: Claim) -> list[str]:
    """Why a claim no longer holds; nothing where all is as it was."""
    told = [
        words for pair in zip(claim["drafts"], anew["drafts"], strict=True) for words in _tell_draft(*pair)
    ]
    told += _tell_found(claim["found"], anew["found"])
    if claim["about"] != anew["about"]:
        told.append(_tell_about(claim["about"], anew["about"]))
    if claim["sentence"] != anew["sentence"] and not told:
        told.append(f"the sentence is not what the workbook says of it now: {anew['sentence']}")
    return told


def tell_settings(claim: Claim, anew: Claim) -> list[str]:
    """What changed round a claim: the workbook, its lists, a reader's own remarks."""
    then, now = claim["settings"], anew["settings"]
    told = []
    if then["workbook"] != now["workbook"]:
        told.append(f"pinned with version {then['workbook']} of the workbook, checked with {now['workbook']}")
    lists = {each["file"]: each["sha256"] for each in now["lexicon"]}
    changed = [each["file"] for each in then["lexicon"] if lists.get(each["file"]) != each["sha256"]]
    if changed:
        told.append(f"{', '.join(changed)} changed since")
    if then["remarks"] != now["remarks"]:
        counts = [f"{side['count']} remarks of a reader's own" for side in (then["remarks"], now["remarks"])]
        told.append(f"pinned with {counts[0]}, checked with {counts[1]}")
    return told


def _tell_draft(then: dict, now: dict) -> list[str]:
    told = [
        f"{then['draft']}: {name} was “{then[key]}”, is “{now[key]}”"
        for key, name in (("title", "its title"), ("hands", "whose changes are made in it"))
        if then[key] != now[key]
    ]
    files = {source["file"]: source["sha256"] for source in now["sources"]}
    for source in then["sources"]:
        if source["file"] not in files:
            told.append(f"the source {source['file']} is no longer what {then['draft']} is read from")
        elif files[source["file"]] != source["sha256"]:
            was, is_now = source["sha256"][:SHOWN], files[source["file"]][:SHOWN]
            told.append(f"the source {source['file']} changed (SHA-256 {was}, now {is_now})")
    came = sorted(set(files) - {source["file"] for source in then["sources"]})
    return told + [f"{then['draft']} is read from {file} besides" for file in came]


def _tell_found(then: dict, now: dict) -> list[str]:
    told = []
    for name in now:
        if then[name] == now[name]:
            continue
        if name == "spans":
            told += _tell_spans(then["spans"], now["spans"])
        elif name.endswith("text"):
            told.append(f"{NAMES[name]} differ: {_tell_words(then[name], now[name])}")
        else:
            called = NAMES.get(name, name.replace("_", " "))
            told.append(f"{called}: then {_show(then[name])}, now {_show(now[name])}")
    return told


def _tell_spans(then: list[list[str]], now: list[list[str]]) -> list[str]:
    """Where the words of the older or of the newer paragraph are others."""
    told = []
    for left_out, side, name in (("insert", 1, "older"), ("delete", -1, "newer")):
        was, is_now = (
            "".join(span[side] for span in spans if len(span) > 1 and span[0] != left_out)
            for spans in (then, now)
        )
        if was != is_now:
            told.append(f"the words of the {name} paragraph differ: {_tell_words(was, is_now)}")
    return told or ["the same words are matched otherwise"]


def _tell_words(then: str, now: str) -> str:
    """The first place where two texts differ."""
    was, is_now = then.split(), now.split()
    both = zip(was, is_now, strict=False)
    at = next((place for place, (one, other) in enumerate(both) if one != other), min(len(was), len(is_now)))
    cut = [" ".join(words[max(0, at - AROUND) : at + AROUND]) or "nothing" for words in (was, is_now)]
    return f"then “{cut[0]}”, now “{cut[1]}”"


def _tell_about(then: dict, now: dict) -> str:
    """The numbers and places by which the finding is named: labels of a draft may move on."""
    changed = [name for name in now if then.get(name) != now[name]]
    parts = [
        f"{name.replace('_', ' ')} was {_show(then.get(name))}, is {_show(now[name])}" for name in changed
    ]
    return f"it stands elsewhere: {'; '.join(parts)}"


def _show(value: object) -> str:
    shown = str(value) if value not in ("", None, []) else "nothing"
    return shown if len(shown) <= LONGEST else f"{shown[:LONGEST]} …"
