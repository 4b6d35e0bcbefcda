"""What a page may take away: what it shows as a table, a Word file or a page that stands alone."""

import logging
from collections.abc import Callable, Mapping, Sequence

import polars as pl
import traitlets

from workbook.schemas import WorkbookError

# What can be made, by the ending of its name.
KINDS = ("xlsx", "csv", "parquet", "docx", "html")
# Characters of an address: more than all choices of a page together have.
LONGEST = 4000
# Characters of what a page gives to be written: a few hundred amended paragraphs.
MOST_GIVEN = 2_000_000
# The kind, the two drafts, the PAIRS that the filters leave, the filters in words, the page's own address,
# what the page gives to be written -> the name of the file, and the file.
Take = Callable[[str, str, str, pl.DataFrame, Sequence[str], str, dict | None], tuple[str, bytes]]


class Taking(traitlets.HasTraits):
    """The part of the explorer that hands out files. Nothing that a page sends is trusted."""

    _make_file: Take | None = None

    def hand_out(self, take: Take | None) -> None:
        """Takes the maker of files on."""
        self._make_file = take

    def take_file(
        self,
        content: dict,
        compared: tuple[str, str],
        selection: pl.DataFrame,
        filters: Sequence[str],
    ) -> tuple[dict, list[bytes]]:
        """The `name` of the file that a page asks for and the file, or what is wrong in `error` and none."""
        kind, view, given = content.get("kind"), content.get("view") or "", content.get("given")
        if self._make_file is None or kind not in KINDS or not isinstance(view, str) or len(view) > LONGEST:
            return {"error": "Nothing of this kind can be taken away from here."}, []
        if given is not None and (not isinstance(given, dict) or len(repr(given)) > MOST_GIVEN):
            return {"error": "That is more than one file takes. Take some of it away."}, []
        try:
            name, made = self._make_file(kind, *compared, selection, filters, view, given)
        except WorkbookError as error:
            return {"error": str(error)}, []
        except Exception as error:  # the page must go on, and say what happened
            logging.getLogger(__name__).exception("a file to take away: %s", kind)
            return {"error": f"The file could not be made: {type(error).__name__}."}, []
        return {"error": "", "name": name}, [made]


def tell_filters(bundle: Mapping, choices: Mapping[str, object]) -> list[str]:
    """The filters that are set, each in words; `choices` as select_pairs takes them."""
    schemes = {"objective": ["objective"], "theme": ["theme", "principle"]}
    names = {
        filter: {tag["tag"]: tag["short"] for tag in bundle.get("tags", []) if tag["scheme"] in listed}
        for filter, listed in schemes.items()
    }
    names["change"] = bundle.get("kinds", {})
    names["hand"] = {hand["hand"]: hand["name"] for hand in bundle.get("hands", [])}
    titles = {
        "objective": "objective",
        "theme": "theme",
        "section": "section",
        "change": "kind of change",
        "hand": "whose change",
    }
    told = [
        f"{title}: {names.get(name, {}).get(choices[name], choices[name]) or 'the opening'}"
        for name, title in titles.items()
        if choices.get(name) is not None
    ]
    words = str(choices.get("words") or "").strip()
    told += [f"words in either text: “{words}”"] if words else []
    return told + (["only what changed"] if choices.get("changed_only") else [])
