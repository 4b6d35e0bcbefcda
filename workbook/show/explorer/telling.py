"""What a page's tabs show beyond the comparison: a chapter each, made when the tab is opened."""

from collections.abc import Callable

import traitlets

from workbook.schemas import WorkbookError
from workbook.show.faults import tell_fault

# The chapter of this name about an older and a newer draft; the last: what the page asks besides.
MakeChapter = Callable[[str, str, str, dict], dict]
# Characters of what a page may ask besides: a long sentence, a scale of a few hundred phrases.
LONGEST = 200_000


class Telling(traitlets.HasTraits):
    """The part of the explorer that tells chapters. Nothing that a page sends is trusted."""

    _make_chapter: MakeChapter | None = None

    def tell_chapters(self, make_chapter: MakeChapter | None) -> None:
        """Takes the maker of chapters on."""
        self._make_chapter = make_chapter

    def tell_chapter(self, content: dict, compared: tuple[str, str]) -> dict:
        """The `chapter` that a page asks for, or what is wrong in `error`.

        It is about the two drafts on show: what a page on its way to others asks is asked again there.
        """
        name, extra = content.get("chapter"), content.get("extra") or {}
        if self._make_chapter is None:
            return {"error": "Nothing more is known here than the comparison."}
        if not isinstance(name, str) or not isinstance(extra, dict) or len(repr(extra)) > LONGEST:
            return {"error": "The workbook does not understand what the page asks. Load the page anew."}
        try:
            return {"error": "", "chapter": self._make_chapter(name, *compared, extra)}
        except WorkbookError as error:
            return {"error": str(error)}
        except Exception as error:  # the page must go on, and say what happened
            return {"error": f"This could not be worked out. {tell_fault('making a chapter', error)}"}
