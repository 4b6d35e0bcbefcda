"""A TOML file that a person wrote, read key by key: each mistake says where it is and how to mend it."""

import difflib
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbook.schemas import WorkbookError

LARGEST = 1_000_000  # bytes: hundreds of times an exercise; to read a file takes longer than its length


@dataclass(frozen=True)
class Entry:
    """One table of a file. `place` is where it stands, in a message's words: "FILE: question b"."""

    table: dict[str, Any]
    place: str

    def allow(self, *keys: str) -> None:
        """Nothing; WorkbookError where the table has another key, with the one that was probably meant."""
        for key in self.table:
            if key not in keys:
                near = difflib.get_close_matches(key, keys, 1)
                meant = f"Do you mean “{near[0]}”?" if near else f"The keys are: {', '.join(keys)}."
                raise self.refuse(key, f"no such key is known here. {meant}")

    def text(self, key: str, needed: bool = True) -> str:
        """The text of this key without space around it; empty where it is not needed and not there."""
        found = self.table.get(key, "")
        if not isinstance(found, str):
            raise self.refuse(key, f'this is no text. Put it in quotes: {key} = "...".')
        if needed and not found.strip():
            raise self.refuse(key, f'this is missing. Write {key} = "...".')
        return found.strip()

    def word(self, key: str, known: Iterable[str], needed: bool = True) -> str:
        """The text of this key, which is one of those known; empty where it is not needed and not there."""
        found, known = self.text(key, needed), list(known)
        if found and found not in known:
            raise self.refuse(key, f"“{found}” is not known here. It is one of: {', '.join(known)}.")
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts in the list of this key; none where it is not there."""
        found = self.table.get(key, [])
        if not isinstance(found, list) or not all(isinstance(text, str) and text.strip() for text in found):
            raise self.refuse(key, f'this is no list of texts. Write {key} = ["...", "..."].')
        return tuple(text.strip() for text in found)

    def number(self, key: str, default: int | None = None, least: int = 1) -> int:
        """The whole number of this key, not less than the least; the default where it is not there."""
        found = self.table.get(key, default)
        if isinstance(found, bool) or not isinstance(found, int) or found < least:
            raise self.refuse(
                key, f"a whole number is needed, {least} or more. Write {key} = 15, without quotes."
            )
        return found

    def flag(self, key: str) -> bool:
        """Whether the key is there and true."""
        found = self.table.get(key, False)
        if not isinstance(found, bool):
            raise self.refuse(key, f"this is neither true nor false. Write {key} = true, without quotes.")
        return found

    def entry(self, key: str) -> "Entry | None":
        """The table of this key; None where it is not there."""
        found = self.table.get(key)
        if found is not None and not isinstance(found, dict):
            raise self.refuse(key, f"this is no table. Write {key} = {{...}}.")
        return None if found is None else Entry(found, f"{self.place}, {key}")

    def entries(self, key: str, named: str = "") -> list["Entry"]:
        """The tables of this key in their order: in messages counted, or called by their key `named`."""
        found = self.table.get(key, [])
        if not isinstance(found, list) or not all(isinstance(table, dict) for table in found):
            raise self.refuse(key, f"these are no tables. Begin each one with a line [[{key}]].")
        return [
            Entry(table, f"{self.place}, {key} {table.get(named) or number}")
            for number, table in enumerate(found, 1)
        ]

    def refuse(self, key: str, wrong: str) -> WorkbookError:
        """The error that says where this key stands, what is wrong with it and how to mend it."""
        return WorkbookError(f"{self.place}, {key}: {wrong}")


def read_entry(path: Path) -> Entry:
    """A TOML file as an Entry. Raises WorkbookError, with the line, where it is none or cannot be read."""
    try:
        if path.stat().st_size > LARGEST:
            raise WorkbookError(f"{path}: larger than {LARGEST:,} bytes. Make more than one exercise of it.")
        return Entry(tomllib.loads(path.read_text(encoding="utf-8-sig")), str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise WorkbookError(f"{path}: cannot be read ({error}). Save it as text in UTF-8.") from error
    except RecursionError:
        raise WorkbookError(f"{path}: brackets stand within brackets without end. Close them.") from None
    except ValueError as error:  # no TOML, or a number of thousands of digits
        raise WorkbookError(
            f"{path}: {error}. Texts stand in quotes (of several lines, in three), lists in [ ], and what "
            "belongs together stands below a line such as [[question]]."
        ) from error
