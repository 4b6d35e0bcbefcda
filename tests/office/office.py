"""LibreOffice, asked what stands in Word files once their changes are accepted or rejected."""

import json
import subprocess
from pathlib import Path
from typing import NamedTuple

# The system's own: python3-uno is built for no other.
_PYTHON = "/usr/bin/python3"
# Seconds for all files; a hundred small ones take a quarter of it on two slow cores.
_PATIENCE = 300


class Settled(NamedTuple):
    """A file as LibreOffice reads it: (where, words) of each paragraph, by what was done with the changes."""

    readings: dict[str, list[tuple[str, str]]]
    error: str
    printed: bytes  # its own PDF of the file, where one was asked for


def settle(
    files: dict[str, bytes], folder: Path, to_print: frozenset[str] = frozenset()
) -> dict[str, Settled]:
    """What one office, started for all of them, makes of these files; of those to print, its PDF too."""
    paths = {name: folder / f"{number:03}.docx" for number, name in enumerate(files)}
    for name, path in paths.items():
        path.write_bytes(files[name])
        if name in to_print:
            path.with_suffix(".pdf").touch()
    answer = folder / "settled.json"
    script = Path(__file__).with_name("settle.py")
    subprocess.run([_PYTHON, script, folder, answer], check=True, timeout=_PATIENCE)
    told = json.loads(answer.read_text())
    return {name: _gather(told[path.stem], path.with_suffix(".pdf")) for name, path in paths.items()}


def _gather(told: dict, pdf: Path) -> Settled:
    error = told.pop("error", "")
    readings = {hands: [tuple(each) for each in paragraphs] for hands, paragraphs in told.items()}
    return Settled(readings, error, pdf.read_bytes() if pdf.exists() else b"")
