"""What a change is, in one plain sentence: a list's row, a chart's hover and what a screen reader reads."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import polars as pl

from workbook.compare.attribution import judge_rows, pick_deciding
from workbook.schemas import CARDS, PAIR_KEYS, frame_of
from workbook.show.cards import join_names, name_label, tell_relations
from workbook.show.changed import Frames, Pair, gather_pairs
from workbook.show.tellings import Telling, list_tellings
from workbook.show.trails import YOUR_SCALE
from workbook.text.read.remarks import NOT_KNOWN

# Two things are told of a change: a third makes a sentence that nobody hears to its end.
MOST = 2
# So long may what is told of a change be, in characters, without whose it is.
LONGEST = 200
# So much is said of a source's own reason; the card has all of it.
LONGEST_REASON = 80
# Rules that name what words are about without quoting what they say.
NAMING = ("theme", "source", "instrument")
# Rules that rest on the scale of commitment.
WEIGHED = ("verb of a promise", "verb", "clause")
UNCHANGED = "no word changed"
_FORM = "only commas, capitals, spaces or the forms of words differ"


class Sentence(NamedTuple):
    """What is told of one pair of paragraphs: what became of it, and the most telling of its changes."""

    key: tuple
    fate: str
    tellings: list[Telling]
    count: str  # how many words came and went, where there is nothing more telling


def tell_changes(frames: Frames, hands: dict[str, str], own_scale: bool = False) -> pl.DataFrame:
    """One row a pair of paragraphs, in the order of PAIRS without fragments: the frame CARDS.

    `frames` are named as in `gather_pairs`; `hands` names the hands for people; `own_scale` says that a user
    changed the scale, and so does each sentence that rests on it. `rule` says which rules of
    `show/tellings.py` chose what is told, `hand` and `grade` are of the words it quotes. A sentence claims
    nothing that its words do not show: it names, counts and quotes.
    """
    rows = []
    for said in list_sentences(frames):
        change = "; ".join(telling.words for telling in said.tellings) or said.count
        whose = judge_rows(row for telling in said.tellings for row in telling.told)
        rules = "; ".join(dict.fromkeys(telling.rule for telling in said.tellings))
        label = name_label(said.key[5] or said.key[2])
        rows.append(
            (
                *said.key,
                said.fate,
                change,
                rules,
                *whose,
                f"{label}: {write_sentence(said, hands, own_scale)}",
            )
        )
    return frame_of(rows, CARDS)


def list_sentences(frames: Frames) -> Iterator[Sentence]:
    """The parts of the sentence of each pair, in the order of PAIRS without fragments."""
    keys = list(PAIR_KEYS)
    told = {
        tuple(row[name] for name in keys): row["words"] for row in tell_relations(frames["pairs"]).to_dicts()
    }
    for pair in gather_pairs(frames):
        key = tuple(pair.row[name] for name in keys)
        yield Sentence(key, _tell_fate(pair, told[key]), pick_tellings(pair), _count(pair))


def pick_tellings(pair: Pair) -> list[Telling]:
    """The most telling changes of a pair: one a rule, none that only repeats what another one quotes."""
    picked: list[Telling] = []
    for telling in list_tellings(pair):
        same_rule = any(telling.rule == other.rule for other in picked)
        if same_rule or _repeats(telling, picked) or not _adds(telling, pair, picked):
            continue
        if picked and sum(len(each.words) for each in (*picked, telling)) > LONGEST:
            continue
        picked.append(telling)
        if len(picked) == MOST:
            break
    return picked


def _adds(telling: Telling, pair: Pair, picked: list[Telling]) -> bool:
    """Whether it says more: of a whole paragraph, a promise or the opening; words for want of verbs."""
    if pair.is_whole:
        return telling.rule in ("clause", "instrument", "source", "opening") and not (
            picked and telling.rule == "opening"
        )
    return telling.rule != "words" or all(other.rule in NAMING for other in picked)


def write_sentence(said: Sentence, hands: dict[str, str], own_scale: bool = False) -> str:
    """The sentence behind the paragraph's number: what became of it, what is told, and whose words these are.

    Where two things told are of the same hand for the same reason, that is said once, behind both.
    """
    whose = [tell_whose(telling.told, hands) for telling in said.tellings]
    parts = [said.fate]
    for at, telling in enumerate(said.tellings):
        last = whose[at + 1 :] != [whose[at]]
        parts.append(f"{telling.words} ({whose[at]})" if whose[at] and last else telling.words)
    if not said.tellings:
        parts.append(said.count)
    own = own_scale and any(telling.rule in WEIGHED for telling in said.tellings)
    return f"{'; '.join(filter(None, parts)) or UNCHANGED}{f' ({YOUR_SCALE})' if own else ''}."


def tell_whose(told: Iterable[dict], hands: dict[str, str]) -> str:
    """Whose words are of which marks tell this, how surely and why; empty where no mark tells anything.

    `told` are rows of ORIGINS or of another frame with hand, grade and reason.
    """
    deciding = pick_deciding(told)
    whose = judge_rows(deciding)
    if whose.grade is None:
        return ""
    if not whose.hand:
        return f"whose change: {NOT_KNOWN}"
    names = join_names([hands.get(hand, hand) for hand in whose.hand.split("; ")])
    said = f"{names}, {whose.grade}"
    # Of what we judged, the card has the reasons; what a source says itself is said at once.
    return f"{said}: {shorten_reason(deciding[0]['reason'])}" if whose.grade == "documented" else said


def shorten_reason(reason: str | None) -> str:
    """A mark's reason, cut behind a word where it is long."""
    if not reason:
        return "the file says so"
    if len(reason) <= LONGEST_REASON:
        return reason
    return f"{reason[:LONGEST_REASON].rpartition(' ')[0].rstrip(' ,;:')} …"


def _repeats(telling: Telling, picked: list[Telling]) -> bool:
    """Whether all that it quotes stands in what was picked."""
    quoted = [words.partition("”")[0].rstrip(" …").lower() for words in telling.words.split("“")[1:]]
    before = " ".join(other.words for other in picked).lower()
    return bool(picked and quoted) and all(words in before for words in quoted)


def _tell_fate(pair: Pair, relation: str) -> str:
    """What became of the paragraph; of one that only one draft has, how long it is."""
    if pair.is_whole:
        amount = len((pair.new.text or pair.old.text).split())
        return f"{relation}, {amount} {'word' if amount == 1 else 'words'}"
    return "" if relation == "edited" else relation


def _count(pair: Pair) -> str:
    """How many words came in and went out; that the form alone changed; empty where nothing did."""
    if pair.row["relation"] in ("inserted", "deleted", "same"):
        return ""
    spans = [span for span in pair.spans if span["weight"] == "substance"]
    put, out = (sum(len(span[side].split()) for span in spans) for side in ("new_text", "old_text"))
    if put or out:
        return f"{put} {'word' if put == 1 else 'words'} in, {out} out"
    return _FORM if pair.spans else ""
