"""`make fuzz`: files made to break a reader, and valid files damaged by chance, tried for a while.

    python -m tests.fuzz.run [--seconds 60] [--first NUMBER] [--folder FOLDER]

Each must be read, or refused in one sentence: in time, within memory, with nothing fetched. Whatever else
comes of one is a finding: its file is saved, and the command fails. A number always makes the same file.
"""

import argparse
import multiprocessing
import re
import socket
import sys
import time
from collections import Counter
from operator import attrgetter
from pathlib import Path

from tests.fuzz.cases import make_case
from tests.fuzz.hostile.targets import PORT, SECRET, SECRET_FILE
from tests.fuzz.judge import Verdict
from tests.fuzz.worker import Trial, work

# What a reader may need for one file, on a slow machine that does other things too.
SECONDS, MEGABYTES = 10, 500


def main() -> int:
    """Tries files until the time is up; 1 where there was a finding."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--first", type=int, default=0, help="the number of the first file")
    parser.add_argument("--folder", type=Path, default=Path("fuzz-findings"), help="where findings are saved")
    asked = parser.parse_args()
    SECRET_FILE.write_text(SECRET)
    with socket.create_server(("127.0.0.1", PORT)) as listener:
        trials = try_files(asked.first, asked.seconds)
        listener.setblocking(False)
        fetched = _was_asked(listener)
    SECRET_FILE.unlink()
    findings = [trial for trial in trials if trial.verdict.kind == "finding"]
    report(trials, findings, fetched)
    save(findings, asked.folder)
    return int(bool(findings or fetched))


def try_files(first: int, seconds: float) -> list[Trial]:
    """What became of the files from this number on, until the time is up."""
    trials: list[Trial] = []
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        trials += _try_until_one_fails(first, until)
        first = trials[-1].number + 1
    return trials


def _try_until_one_fails(first: int, until: float) -> list[Trial]:
    """The same, in one process: it is ended by a file that hangs in it or brings it down."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=work, args=(theirs, first), daemon=True)
    process.start()
    theirs.close()
    trials: list[Trial] = []
    head = (first, "", "the start of the worker", 0)
    try:
        # The worker begins with imports, and some bombs take their time to be made.
        while time.monotonic() < until and ours.poll(60):
            head = ours.recv()
            if not ours.poll(SECONDS):
                return [*trials, Trial(*head, Verdict("finding", f"no answer in {SECONDS} s"), SECONDS, 0)]
            trials.append(_weigh(ours.recv()))
    except EOFError:
        trials.append(Trial(*head, Verdict("finding", "it brought the process down"), 0, 0))
    finally:
        process.kill()
        process.join()
    return trials


def _weigh(trial: Trial) -> Trial:
    if trial.verdict.kind != "finding" and trial.megabytes > MEGABYTES:
        return trial._replace(verdict=Verdict("finding", f"it took {trial.megabytes:.0f} MB"))
    return trial


def _was_asked(listener: socket.socket) -> bool:
    try:
        listener.accept()
    except BlockingIOError:
        return False
    return True


def report(trials: list[Trial], findings: list[Trial], fetched: bool) -> None:
    """Prints what was tried, by format and by refusal, what took longest and most, and the findings."""
    heads = f"{'files':>8}{'read':>8}{'refused':>9}{'findings':>10}{'slowest':>11}{'most memory':>13}"
    print(f"{'format':<8}{heads}")
    for ending in sorted({trial.ending for trial in trials}):
        own = [trial for trial in trials if trial.ending == ending]
        kinds = Counter(trial.verdict.kind for trial in own)
        slowest, most = max(trial.seconds for trial in own), max(trial.megabytes for trial in own)
        counts = f"{len(own):>8}{kinds['read']:>8}{kinds['refused']:>9}{kinds['finding']:>10}"
        print(f"{ending:<8}{counts}{slowest:>9.2f} s{most:>10.0f} MB")
    print("\nRefusals")
    refusals = Counter(_generalise(trial) for trial in trials if trial.verdict.kind == "refused")
    for (ending, words), times in sorted(refusals.items(), key=lambda each: (each[0][0], -each[1])):
        print(f"{times:>6}  {ending:<6} {words}")
    for title, measure in (("Slowest", "seconds"), ("Most memory", "megabytes")):
        print(f"\n{title}")
        for trial in sorted(trials, key=attrgetter(measure), reverse=True)[:5]:
            print(f"  {trial.seconds:6.2f} s {trial.megabytes:5.0f} MB  {_name(trial)} ({trial.size} bytes)")
    print(f"\n{len(trials)} files, {len(findings)} findings" + (", AN ADDRESS WAS ASKED" if fetched else "."))
    for trial in findings:
        print(f"  {_name(trial)}: {trial.verdict.words}")


def _generalise(trial: Trial) -> tuple[str, str]:
    """A refusal without what differs from file to file."""
    words = re.sub(r"“[^”]*”|\([^()]*\)|\d+", "…", trial.verdict.words)
    return trial.ending, words[:110]


def _name(trial: Trial) -> str:
    return f"case {trial.number}, {trial.ending}, {trial.name}"


def save(findings: list[Trial], folder: Path) -> None:
    """Writes the file of each finding there."""
    if not findings:
        return
    folder.mkdir(exist_ok=True)
    for trial in findings:
        (folder / f"case-{trial.number}{trial.ending}").write_bytes(make_case(trial.number).raw)
    print(f"Their files are in {folder}; --first NUMBER tries from one of them on.")


if __name__ == "__main__":
    sys.exit(main())
