"""Who wrote these words? What the files say of it; and where they do not say, what they do say.

Nothing is answered out of likelihood: that words would suit a hand is no evidence. A mark says who made a
change, never who had asked for it.
"""

import re
from typing import NamedTuple

import polars as pl

from workbook.compare.attribution import GRADES
from workbook.show.cards import join_names, name_label
from workbook.text.labels import canonical_label

# What can be asked about besides the hands that the files name.
STATE = "a State"
_STATES = (
    "The files do not say which State asked for these words, if any: a mark names who made a change, not who "
    "wanted it."
)
_GRADED = {
    "documented": "The files say so",
    "corroborated": "The files do not state it themselves; another text bears it out",
    "inferred": "The files do not state it; it is inferred",
}
_VERDICTS = {"documented": "said", "corroborated": "borne out", "inferred": "inferred"}
# What may be a paragraph's number in running text: "42", "9 pre".
_LABEL = re.compile(r"(?<![\w.])\d+(?:\s?[a-z]+)?")
# So many places are told; whoever asks about "We" has to say where.
MOST_PLACES = 10


class Answer(NamedTuple):
    """What is answered: a verdict, the sentence, and what the files do say, a sentence each."""

    verdict: str  # said, borne out, inferred, otherwise, not said, not found
    sentence: str
    said: list[str]
    hand: str
    grade: str | None


class Named(NamedTuple):
    """Names for people: of hands and of drafts, by their ids."""

    hands: dict[str, str]
    drafts: dict[str, str]


def answer_whose(
    words: str, label: str, hand: str, written: pl.DataFrame, letters: pl.DataFrame, named: Named
) -> Answer:
    """Whether the files say that a hand wrote these words, in a paragraph or anywhere, and what they do say.

    `written` is WRITTEN of these words; `letters` are PARAGRAPHS of letters printed with the drafts. `hand`
    is a hand, STATE, or empty for whoever it was; an empty `label` means everywhere.
    """
    wanted = canonical_label(label) if label.strip() else ""
    rows = written.to_dicts()
    here = [row for row in rows if not wanted or wanted in (row["label"], row["seen_label"])]
    acts = [row for row in here if row["act"] == "put in"] or [row for row in here if row["act"] == "struck"]
    grade = max((row["grade"] for row in acts if row["grade"]), key=GRADES.index, default=None)
    hands = "; ".join(dict.fromkeys(row["hand"] for row in acts if row["hand"])) if grade != "unknown" else ""
    verdict, sentence = _judge(words.strip(), wanted, hand, rows, here, acts, named)
    told = acts + [row for row in here if row not in acts]
    said = [_tell_place(row, named) for row in told[:MOST_PLACES]]
    if len(told) > MOST_PLACES:
        said.append(f"And in {len(told) - MOST_PLACES} more places: name a paragraph to see fewer.")
    if here or not rows:
        said += _tell_letters(words, wanted, letters, named)
    if hand == STATE or verdict in ("not said", "not found"):
        said.append(_tell_hands(named))
    return Answer(verdict, sentence, list(dict.fromkeys(said)), hands, grade)


def _judge(
    words: str, label: str, hand: str, rows: list[dict], here: list[dict], acts: list[dict], named: Named
) -> tuple[str, str]:
    quoted, place = f"“{words}”", f" in {label}" if label else ""
    if not rows:
        return "not found", f"{quoted} stands in none of these drafts: {'; '.join(named.drafts.values())}."
    if not here:
        there = join_names(list(dict.fromkeys(name_label(row["label"]) for row in rows)))
        return "not found", f"{quoted} does not stand{place} in any of these drafts. It stands in {there}."
    if hand == STATE:
        return "not said", _STATES
    if not acts:
        first = join_names(list(dict.fromkeys(named.drafts[row["draft"]] for row in here)))
        return (
            "not said",
            f"The files do not say: {quoted} stood{place} already in {first}, and no mark says whose it is.",
        )
    return _judge_acts(f"{quoted}{place}", hand, acts, named)


def _judge_acts(what: str, hand: str, acts: list[dict], named: Named) -> tuple[str, str]:
    """The verdict on words that somebody put in, or struck where nobody put them in."""
    own = [row for row in acts if (hand in row["hand"].split("; ") if hand else row["hand"])]
    unknown = [row for row in acts if not row["hand"]]
    verb = "put in" if acts[0]["act"] == "put in" else "struck"
    if own and unknown:
        return "not said", f"The files say it of some places and not of others, where {what} was {verb}."
    if unknown:
        asked = (
            f"whether {what} is of this hand: {named.hands.get(hand, hand)}" if hand else f"who wrote {what}"
        )
        return "not said", f"The files do not say {asked}."
    if not own:
        others = _name_hands(acts, named)
        return "otherwise", f"The marks tell of another hand: {what} was {verb}; the hand is {others}."
    grades = {row["grade"] for row in own}
    grade = max(grades, key=GRADES.index)
    several = " This holds for each place below; of some it is surer." if len(grades) > 1 else ""
    if len(own) < len(acts):
        several = f" This holds for {len(own)} of the {len(acts)} places below; the others are another's."
    hands = named.hands.get(hand) or _name_hands(own, named)
    return _VERDICTS[grade], f"{_GRADED[grade]}: {what} was {verb}; the hand is {hands}.{several}"


def _name_hands(rows: list[dict], named: Named) -> str:
    hands = dict.fromkeys(hand for row in rows for hand in row["hand"].split("; ") if hand)
    return join_names([named.hands.get(hand, hand) for hand in hands])


def _tell_place(row: dict, named: Named) -> str:
    """One place where the words stand, came in or went, and what is told of it."""
    title = named.drafts.get(row["draft"], row["draft"])
    later = named.drafts.get(row["seen_draft"], row["seen_draft"])
    label, quoted = name_label(row["label"]), f"“{row['text']}”"
    if row["act"] == "stood":
        return f"{quoted} stands in {title}, {label}: the first of these drafts."
    seen = f"is first seen in {title}, {label}"
    gone = f"stands in {title}, {label}, and no longer in {later}"
    where = f"{quoted} {seen if row['act'] == 'put in' else gone}"
    if row["grade"] is None:
        return f"{where}. No mark tells whose change that is."
    reason = f": {row['reason']}" if row["reason"] else ""
    if not row["hand"]:
        known = f"Whose change that is, is not known (graded {row['grade']}){reason}"
        return f"{where}. {known}. It counts for nobody."
    return f"{where}. The hand is {_name_hands([row], named)}, graded {row['grade']}{reason}."


def _tell_letters(words: str, label: str, letters: pl.DataFrame, named: Named) -> list[str]:
    """Whether the letters that are printed with the drafts speak of the words, or of the paragraph."""
    said = []
    for draft, texts in letters.group_by("draft", maintain_order=True):
        title = named.drafts.get(draft[0], draft[0])
        whole = "\n".join(texts["text"])
        pattern = r"\W+".join(map(re.escape, re.findall(r"\w+", words)))
        quoted = re.search(rf"(?<!\w){pattern}(?!\w)", whole, re.IGNORECASE)
        named_there = {canonical_label(hit[0]) for hit in _LABEL.finditer(whole)} | {*texts["label"]}
        parts = ["has these words" if quoted else "does not have these words"]
        if label:
            parts.append(f"names {label}" if label in named_there else f"does not name {label}")
        said.append(f"The letter printed with {title} {' and '.join(parts)}.")
    return said


def _tell_hands(named: Named) -> str:
    if not named.hands:
        return "No hand is named in these files: no change in them is marked."
    return f"The hands that these files name: {', '.join(dict.fromkeys(named.hands.values()))}."
