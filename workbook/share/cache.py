"""What a comparison came to, kept on disk: a visitor's page need not wait for the engine.

A result is kept under a hash of all that it was made from: the texts, the term lists, the code and
the libraries. Whatever of these changes, the hash does too, and the result is made anew.
"""

import contextlib
import hashlib
import json
import os
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

# Results of a quarter of a megabyte each: the newest of them stay, on each shelf.
MOST_KEPT = 200
ABANDONED = 3600  # seconds: no result is so long in the writing
# The libraries whose next release could give another result.
_ENGINES = ("polars", "rapidfuzz", "scipy", "plotly")


def remember(name: str, sources: Iterable[Path], make: Callable[[], dict], shelf: str = "") -> dict:
    """What `make` returns, or what it returned for the same name and sources before.

    `name` says what is made; `sources` are the files that it is made from. Where nothing can be
    kept on this machine, or a source changes meanwhile, it is made anew the next time. What anybody
    can ask for in thousands has a `shelf` of its own: it takes the place of nothing else.
    """
    sources, kept = list(sources), None
    try:
        kept = _name_file(name, sources, shelf)
        known = json.loads(kept.read_bytes())
        if known["name"] == name and isinstance(known["made"], dict):
            return known["made"]
    except RuntimeError:  # nobody's home: there is no place to keep things
        return make()
    except (OSError, ValueError, KeyError, TypeError):
        pass  # not kept yet, cut short, or not ours
    made = make()
    with contextlib.suppress(OSError):  # a source that has gone meanwhile
        if _name_file(name, sources, shelf) == kept:  # else who can say which of its versions was read
            _keep(kept, {"name": name, "made": made})
    return made


def find_kept(name: str, sources: Iterable[Path]) -> bytes | None:
    """The JSON of what is kept for this name and these sources, its key `made` the result; None: nothing is.

    It is not made here, and not read either: who gets the bytes does that.
    """
    try:
        kept = _name_file(name, sources).read_bytes()
    except (OSError, RuntimeError):  # not kept yet, or no place to keep things
        return None
    ours = kept.startswith(_open(name).encode()) and kept.endswith(b"}}")
    return kept if ours else None


def cache_folder() -> Path:
    """Where results are kept: in the user's cache folder."""
    home = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(home).expanduser() / "gcm-workbook"


def _name_file(name: str, sources: Iterable[Path], shelf: str = "") -> Path:
    return cache_folder() / shelf / f"{_fingerprint(name, sources)}.json"


def _open(name: str) -> str:
    """How the JSON of a kept result begins."""
    return json.dumps({"name": name, "made": {}})[:-2]


def _keep(path: Path, made: dict) -> None:
    """Writes beside, then renames: a reader never sees half a file, and other users see none."""
    beside = None
    try:
        for folder in dict.fromkeys((cache_folder(), path.parent)):
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(0o700)
        entry, beside = tempfile.mkstemp(".part", f"{path.name}.", path.parent)  # its user's alone
        with os.fdopen(entry, "w", encoding="utf-8") as file:
            file.write(json.dumps(made))
        Path(beside).replace(path)
        _tidy(path.parent)
    except OSError:  # a full or read-only disk costs time, not the result
        if beside:
            with contextlib.suppress(OSError):
                Path(beside).unlink(missing_ok=True)


def _tidy(folder: Path) -> None:
    """Takes away the oldest results, and what kernels left that ended while they wrote."""
    oldest_first = sorted(folder.glob("*.json"), key=lambda kept: kept.stat().st_mtime)
    left = [part for part in folder.glob("*.part") if part.stat().st_mtime < time.time() - ABANDONED]
    for old in [*oldest_first[:-MOST_KEPT], *left]:
        old.unlink(missing_ok=True)


def _fingerprint(name: str, sources: Iterable[Path]) -> str:
    digest = hashlib.sha256(_engine().encode())
    digest.update(name.encode())
    for source in sources:
        digest.update(f"\0{source.name}\0".encode())
        digest.update(source.read_bytes())
    return digest.hexdigest()[:40]


@cache
def _engine() -> str:
    """A hash of the package's code and of the libraries that it computes with."""
    package = Path(__file__).parents[1]
    digest = hashlib.sha256()
    for file in sorted(package.rglob("*.py")):
        digest.update(file.read_bytes())
    digest.update(" ".join(f"{library} {version(library)}" for library in _ENGINES).encode())
    return digest.hexdigest()
