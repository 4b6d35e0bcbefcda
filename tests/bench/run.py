"""How fast the workbook is, beside other tools: measured in one run, printed as a table.

Times are processor time, medians, warm. `make bench` runs this; the machine should have nothing else to do.
"""

import difflib
import itertools
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import polars as pl
from meaning import what_changes_mean
from pdf import draw_redline
from redlines import Redlines

from workbook.compare.alignment import align_words, match_words
from workbook.compare.diffs import diff_words
from workbook.compare.manners import polish
from workbook.compare.pairs import pair_paragraphs
from workbook.compare.spans import diff_pieces, diff_texts, share_vocabulary, split_pieces
from workbook.compare.words import Vocabulary, split_tokens
from workbook.schemas import PARAGRAPHS, conform
from workbook.text.drafts import load_drafts, shipped_data
from workbook.text.paragraphs import split_paragraphs
from workbook.text.parse import parse_text
from workbook.text.read.pdf import read_pdf
from workbook.text.runs import read_runs

ROOT = Path(__file__).parents[2]
OLD, NEW = "rev2-printed", "wimn-printed"
ROUNDS = 15

Texts = list[tuple[str, str]]
Row = tuple[str, str, str]  # what, target, measured


def main() -> None:
    """Measure everything and print it."""
    texts = main_texts()
    rows = [whole_chain(), *what_changes_mean(processor_time), *word_diffs(texts), *big_drafts()]
    rows += [start_up(), pdf_pages(), *redline_counts(texts)]
    print(f"{'':62}{'target':>10}{'measured':>12}")
    for what, target, measured in rows:
        print(f"{what:62}{target:>10}{measured:>12}")


def processor_time(action: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Median seconds of processor time, after one round that does not count."""
    action()
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        action()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def read_both() -> pl.DataFrame:
    """PARAGRAPHS of the two printed documents, read anew."""
    parse_text.cache_clear()
    drafts = load_drafts(shipped_data())
    return split_paragraphs(read_runs(drafts), drafts)


def whole_chain() -> Row:
    """Two files -> paragraphs -> pairs -> word diffs."""

    def chain() -> None:
        paragraphs = read_both()
        diff_words(pair_paragraphs(paragraphs, OLD, NEW), paragraphs)

    return "Read, pair and diff the two documents, ms", "< 60", f"{processor_time(chain) * 1000:.1f}"


def main_texts() -> Texts:
    """Old and new text of each old paragraph and the one it became (of a split, the one of its number)."""
    paragraphs = read_both()
    texts = {(draft, at): text for draft, at, text in paragraphs["draft", "position", "text"].iter_rows()}
    pairs = pair_paragraphs(paragraphs, OLD, NEW).filter(
        pl.col("relation").is_in(["same", "edited"])
        | ((pl.col("relation") == "split") & (pl.col("old_label") == pl.col("new_label")))
    )
    chosen = pairs.select("old_position", "new_position").rows()
    assert len(chosen) == 69
    return [(texts[OLD, old], texts[NEW, new]) for old, new in chosen]


def word_diffs(texts: Texts) -> list[Row]:
    """The same 69 pairs through this engine, difflib and redlines, from ready words and from strings."""
    tokens = [(split_tokens(old), split_tokens(new)) for old, new in texts]
    pieces = [(split_pieces(old), split_pieces(new)) for old, new in texts]
    coding = share_vocabulary()
    codes = [(coding.encode(old), coding.encode(new)) for old, new in pieces]

    raw = processor_time(lambda: [match_words(*pair) for pair in codes])
    polished = processor_time(lambda: polish_coded(codes, coding))
    ours_pieces = processor_time(lambda: diff_ready(pieces))
    ours_strings = processor_time(lambda: [diff_texts(*pair) for pair in texts])
    theirs = processor_time(lambda: [difflib_opcodes(*pair) for pair in tokens], 7)
    theirs_strings = processor_time(
        lambda: [difflib_opcodes(split_tokens(old), split_tokens(new)) for old, new in texts], 7
    )
    redlines = processor_time(lambda: [Redlines(old, new).opcodes for old, new in texts], 7)
    times = {
        "raw spans, words coded before": raw,
        "spans with manners, words coded before": polished,
        "spans with manners and their text, from ready words": ours_pieces,
        "the same, from strings": ours_strings,
        "difflib, from ready words": theirs,
        "difflib, from strings": theirs_strings,
        "redlines, from strings (it takes no words)": redlines,
    }
    return [
        *[(f"69 pairs: {what}, ms", "", f"{taken * 1000:.2f}") for what, taken in times.items()],
        *faster("Raw spans", raw, ("difflib, ready words", theirs, 10), ("redlines", redlines, 10)),
        *faster("With manners", polished, ("difflib, ready words", theirs, 2), ("redlines", redlines, 4)),
        *faster("With manners and text, ready words", ours_pieces, ("difflib, ready words", theirs)),
        *faster(
            "With manners and text, from strings",
            ours_strings,
            ("difflib, from strings", theirs_strings),
            ("redlines", redlines),
        ),
    ]


def faster(what: str, taken: float, *others: tuple) -> list[Row]:
    """How many times as fast as others, each given as (name, time) or (name, time, target)."""
    return [
        (f"{what}: times as fast as {name}", f">= {goal[0]}" if goal else "", f"{time_ / taken:.1f}")
        for name, time_, *goal in others
    ]


def polish_coded(codes: list[tuple[str, str]], vocabulary: Vocabulary) -> None:
    """Blocks of kept words of every pair, as a redliner would have them."""
    for old, new in codes:
        polish(align_words(old, new, vocabulary.lone), old, new, vocabulary.words)


def diff_ready(pieces: list[tuple[list[str], list[str]]]) -> None:
    """Redlines of every pair, as the whole chain makes them."""
    vocabulary = share_vocabulary()
    for old, new in pieces:
        diff_pieces(old, new, vocabulary)


def difflib_opcodes(old: list[str], new: list[str]) -> list:
    """What difflib makes of two lists of words, with nothing called junk."""
    return difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def big_drafts() -> list[Row]:
    """Two drafts of 2,000 made-up paragraphs of about 95 words: words changed, 200 paragraphs moved."""
    chance = random.Random(1)
    # Words as frequent as in a language (Zipf and Mandelbrot): the first one is every sixteenth word.
    words = [f"w{number}" for number in range(20_000)]
    often = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    old = [chance.choices(words, cum_weights=often, k=chance.randint(60, 130)) for _ in range(2000)]
    other = itertools.cycle(chance.choices(words, cum_weights=often, k=50_000))
    new = [
        (str(label), [next(other) if chance.random() < 0.1 else word for word in paragraph])
        for label, paragraph in enumerate(old, 1)
    ]
    for _ in range(200):
        new.insert(chance.randrange(2000), new.pop(chance.randrange(2000)))
    rows = [
        dict.fromkeys(PARAGRAPHS, "")
        | {"draft": draft, "position": at, "kind": "paragraph", "label": label, "text": " ".join(paragraph)}
        | {"first_line": at, "last_line": at}
        for draft, paragraphs in (("old", [(str(at), text) for at, text in enumerate(old, 1)]), ("new", new))
        for at, (label, paragraph) in enumerate(paragraphs)
    ]
    frame = pl.DataFrame(rows, schema=list(PARAGRAPHS), infer_schema_length=None).pipe(conform, PARAGRAPHS)
    walls = []
    for _ in range(5):
        start = time.perf_counter()
        pair_paragraphs(frame, "old", "new")
        walls.append(time.perf_counter() - start)
    used = processor_time(lambda: pair_paragraphs(frame, "old", "new"), 5)
    return [
        ("Pair 2,000 paragraphs a side, s by the clock", "< 0.3", f"{statistics.median(walls):.2f}"),
        ("  the same, s of processor time", "", f"{used:.2f}"),
    ]


def pdf_pages() -> Row:
    """A marked PDF of a hundred pages, its bytes in memory."""
    raw = draw_redline(100)
    taken = processor_time(lambda: read_pdf(Path("draft.pdf"), raw), 3)
    return "Read a page of a marked PDF, ms", "< 30", f"{taken * 10:.1f}"


def start_up() -> Row:
    """A fresh interpreter that imports the workbook, less one that imports Polars alone."""

    def fresh(module: str) -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", f"import {module}"], check=True, cwd=ROOT, env=os.environ)
        return time.perf_counter() - start

    fresh("workbook")  # the first import writes the compiled files
    # In turn, so that whatever else the machine does falls on both.
    rounds = [(fresh("workbook"), fresh("polars")) for _ in range(7)]
    ours, theirs = (statistics.median(times) for times in zip(*rounds, strict=True))
    return "import workbook, less import polars, s", "<= 0.1", f"{ours - theirs:.3f}"


def redline_counts(texts: Texts) -> list[Row]:
    """How readable the 69 redlines are; beside latexdiff's where that is installed."""
    ours = count_changes(
        [[(span.op != "equal", span.old_text, span.new_text) for span in diff_texts(*pair)] for pair in texts]
    )
    theirs = count_changes(latexdiff(texts)) if shutil.which("latexdiff") else (244, 2499, 1)
    source = "latexdiff here" if shutil.which("latexdiff") else "latexdiff 1.3.2"
    names = ("Hunks", "Words touched", "One-word islands")
    signs = ("<", "<", "<=")
    return [
        (f"69 redlines: {name} ({source}: {other})", f"{sign} {goal}", str(count))
        for name, sign, goal, count, other in zip(names, signs, (244, 2499, 1), ours, theirs, strict=True)
    ]


def count_changes(redlines: list[list[tuple[bool, str, str]]]) -> tuple[int, int, int]:
    """Runs of changes, words in them, and single kept words between two of them."""
    hunks = touched = islands = 0
    for spans in redlines:
        runs = [(changed, list(run)) for changed, run in itertools.groupby(spans, key=lambda span: span[0])]
        hunks += sum(changed for changed, _ in runs)
        touched += sum(
            len(old.split()) + len(new.split()) for changed, run in runs if changed for _, old, new in run
        )
        islands += sum(
            not changed and len("".join(old for _, old, _ in run).split()) == 1 for changed, run in runs[1:-1]
        )
    return hunks, touched, islands


def latexdiff(texts: Texts) -> list[list[tuple[bool, str, str]]]:
    """The redlines that latexdiff makes, one paragraph of a document for each pair."""
    marks = {"\\DIFdel": (1, 0), "\\DIFadd": (0, 1)}
    with tempfile.TemporaryDirectory() as folder:
        for name, side in (("old", 0), ("new", 1)):
            # What TeX would read as commands stands for itself no better than a letter does.
            body = [re.sub(r"[\\%&$#_{}~^]", "x", pair[side]) for pair in texts]
            marked = [f"PAIR{at} {text}" for at, text in enumerate(body)]
            Path(folder, f"{name}.tex").write_text("\n\n".join(marked), encoding="utf-8")
        run = subprocess.run(
            ["latexdiff", "--encoding=utf8", "old.tex", "new.tex"],
            cwd=folder,
            capture_output=True,
            check=True,
        )
    redlines = []
    for paragraph in re.split(r"PAIR\d+ ?", run.stdout.decode())[1:]:
        plain = re.sub(r"\\DIF(?:add|del)(?:begin|end)(?:FL)? ?|%.*\n?|\\DIF(?:add|del)FL", "", paragraph)
        spans = []
        for mark, inside, kept in re.findall(r"(\\DIF(?:del|add))\{([^{}]*)\}|([^\\]+)", plain):
            if mark:
                old, new = marks[mark]
                spans.append((True, inside * old, inside * new))
            elif kept.strip():
                spans.append((False, kept, kept))
        redlines.append(spans)
    return redlines


if __name__ == "__main__":
    main()
