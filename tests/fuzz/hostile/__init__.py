"""Files made to break a reader, each by another trick: bombs, loops, lies, things to be fetched.

Costly ones are made when they are asked for.
"""

from collections.abc import Callable

from tests.fuzz.hostile import pages, pdf, word

HOSTILE: dict[str, dict[str, bytes]] = {
    ".docx": word.FILES,
    ".pdf": pdf.FILES,
    ".html": pages.PAGES,
    ".md": pages.TEXTS,
    ".txt": pages.TEXTS,
}
BOMBS: dict[str, dict[str, Callable[[], bytes]]] = {
    ".docx": word.BOMBS,
    ".pdf": pdf.BOMBS,
    ".html": pages.BOMBS,
    ".md": pages.LONG_TEXTS,
    ".txt": pages.LONG_TEXTS,
}
