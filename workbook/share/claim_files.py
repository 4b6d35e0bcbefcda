"""Files of claims: written here, and read again whoever sent them."""

import datetime
import json
import re
from collections.abc import Sequence
from pathlib import Path

from workbook.schemas import WorkbookError
from workbook.share.claims import CLAIM, FORMAT, KINDS, Claim

# A file that people send each other; what is larger was not written here.
LARGEST_FILE, MOST_CLAIMS, MOST_DRAFTS = 10**7, 500, 20


def write_claim(claim: Claim) -> str:
    """One card as JSON."""
    return json.dumps(claim, ensure_ascii=False, indent=1)


def write_claims(claims: Sequence[Claim]) -> str:
    """A file of these cards."""
    cards = ",\n".join(map(write_claim, claims))
    return f'{{"format": {json.dumps(FORMAT)}, "claims": [\n{cards}\n]}}\n'


def read_claims(path: Path) -> list[Claim]:
    """The cards of a file. Raises WorkbookError where it is no such file, or a card holds what none can."""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST_FILE + 1)
        if len(raw) > LARGEST_FILE:
            raise WorkbookError(f"{path}: a file of claims has {LARGEST_FILE // 10**6} MB at most.")
        written = json.loads(raw.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except OSError as error:
        raise WorkbookError(f"{path}: the claims cannot be read ({error.strerror}).") from error
    except (ValueError, RecursionError) as error:
        told = str(error).splitlines()[0][:120] if isinstance(error, ValueError) else "nested too deeply"
        raise WorkbookError(f"{path}: this is no file of claims ({told}). {_MEND}") from error
    return _check_file(written, str(path))


_MEND = "Claims are pinned in the workbook, and written by it; pin this finding again."


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no number")


def _check_file(written: object, where: str) -> list[Claim]:
    claims = written
    if isinstance(written, dict):
        claims = written.get("claims") if "claims" in written else [written]
        if written.get("format", FORMAT) != FORMAT:
            shown = str(written["format"])[:60]
            raise WorkbookError(f"{where}: the format is “{shown}”, and “{FORMAT}” is what can be read here.")
    if not isinstance(claims, list) or not claims:
        raise WorkbookError(f"{where}: there is no claim in this file. {_MEND}")
    if len(claims) > MOST_CLAIMS:
        raise WorkbookError(f"{where}: a file holds {MOST_CLAIMS} claims at most, this one {len(claims)}.")
    for number, claim in enumerate(claims, 1):
        check_claim(claim, f"{where}, claim {number}")
    return [{name: claim[name] for name in CLAIM} for claim in claims]


def check_claim(claim: object, where: str) -> None:
    """Nothing. Raises WorkbookError, beginning with the place, where this cannot be a claim."""
    trouble = find_misfit(claim, CLAIM)
    if not trouble:
        about, found = KINDS[claim["kind"]]
        trouble = find_misfit(claim["about"], about, "about") or find_misfit(claim["found"], found, "found")
    if not trouble and not 0 < len(claim["drafts"]) <= MOST_DRAFTS:
        trouble = f"it names {len(claim['drafts'])} drafts"
    if not trouble and claim["kind"] in ("change", "clause") and len(claim["drafts"]) != 2:
        trouble = f"a {claim['kind']} is between two drafts"
    if not trouble and claim["date"] and not _is_date(claim["date"]):
        trouble = "the date is not written 2022-04-27"
    if trouble:
        raise WorkbookError(f"{where}: {trouble}. {_MEND}")


def find_misfit(value: object, shape: object, place: str = "it") -> str:
    """What in a value is not of this shape, in words; empty where all is."""
    if isinstance(shape, dict):
        if not isinstance(value, dict) or set(value) != set(shape):
            return f"{place} is not what a card holds: {', '.join(shape)}"
        found = (find_misfit(value[name], part, name) for name, part in shape.items())
        return next(filter(None, found), "")
    if isinstance(shape, list):
        if not isinstance(value, list):
            return f"{place} is no list"
        return next(filter(None, (find_misfit(each, shape[0], place) for each in value)), "")
    if isinstance(shape, set):
        fits = isinstance(value, str) and value in shape
        return "" if fits else f"{place} is “{str(value)[:40]}”, none of {', '.join(sorted(shape))}"
    kinds = shape if isinstance(shape, tuple) else (shape,)
    fits = (value is None and None in kinds) or type(value) in kinds
    return "" if fits else f"{place} is “{str(value)[:40]}”"


def _is_date(written: str) -> bool:
    try:
        return bool(
            re.fullmatch(r"\d{4}-\d\d-\d\d", written, re.ASCII) and datetime.date.fromisoformat(written)
        )
    except ValueError:
        return False
