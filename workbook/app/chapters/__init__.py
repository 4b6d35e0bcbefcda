"""What the tabs of the page show beyond the comparison: a chapter each, made when it is asked for."""

import json
from collections.abc import Callable

from workbook.app.chapters.asked import Asked
from workbook.app.chapters.asks import make_asks
from workbook.app.chapters.bench import make_bench
from workbook.app.chapters.commitments import make_commitments, make_scale
from workbook.app.chapters.follow import make_follow, name_followed
from workbook.app.chapters.list import make_list
from workbook.app.chapters.predicted import make_predicted
from workbook.app.chapters.sources import make_agreed, make_sources
from workbook.app.chapters.tasks import make_tasks
from workbook.app.chapters.themes import make_themes
from workbook.app.chapters.workshop import make_workshop, name_workshop
from workbook.app.kept import list_every_source, name_bundle
from workbook.schemas import WorkbookError
from workbook.share.cache import remember

# The chapters by name.
CHAPTERS: dict[str, Callable[[Asked], dict]] = {
    "themes": make_themes,
    "commitments": make_commitments,
    "scale": make_scale,
    "follow": make_follow,
    "sources": make_sources,
    "agreed": make_agreed,
    "asks": make_asks,
    "list": make_list,
    "workshop": make_workshop,
    "bench": make_bench,
    "tasks": make_tasks,
    "predicted": make_predicted,
}

# What a chapter is about, where that is not the two drafts on show: for many pairs it is made once.
SUBJECTS: dict[str, Callable[[Asked], str]] = {"follow": name_followed, "workshop": name_workshop}


def make_chapter(name: str, asked: Asked) -> dict:
    """The chapter of this name about the drafts asked for, as the page's tab takes it: JSON-able.

    It is kept on disk where nothing in it is a visitor's own: no draft, no remark, no scale, nothing asked
    besides; else in the memory of the visit. Raises WorkbookError where there is no such chapter, or a draft
    cannot be read.
    """
    make = CHAPTERS.get(name)
    if make is None:
        raise WorkbookError(f"There is no chapter called “{name[:40]}”.")
    if asked.extra or asked.scale or (asked.session is not None and len(asked.session)):
        return make(asked)
    if asked.uploads is not None and asked.uploads.files:
        listed = (name, asked.old, asked.new, *asked.known["draft"])
        return asked.uploads.remember(listed, lambda: make(asked))
    wanted = name_bundle(asked.old, asked.new, asked.folder)
    # A chapter may tell of every draft of the folder, so it is made anew when one of them changes.
    sources = sorted({*wanted.sources, *list_every_source(asked.folder)})
    subject = SUBJECTS[name](asked) if name in SUBJECTS else wanted.name
    return remember(json.dumps(["chapter", name, subject]), sources, lambda: make(asked))


def make_all(asked: Asked) -> dict[str, dict]:
    """All chapters about these drafts, for a page that stands alone."""
    return {name: make_chapter(name, asked) for name in CHAPTERS}
