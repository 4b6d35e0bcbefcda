"""What a reader of a Word file should know of the reading: what was guessed, renamed or left out."""

from workbook.text.read.docx.book import Book
from workbook.text.read.docx.package import Package

_LEFT_OUT = {
    "foreign": "Another document is embedded here ({times}): its text was not read.",
    "hidden": "Some words are hidden in Word ({times} places): they were read.",
    "sign": "{times} signs of a font of their own could not be read.",
}


def list_notices(book: Book, package: Package) -> tuple[str, ...]:
    """Plain sentences on the reading of one file."""
    said = [_LEFT_OUT[what].format(times=times) for what, times in book.seen.items()]
    said += [
        f"Changes by “{author}” are by the hand “{hand}” here."
        if author
        else f"Some changes name no author: their hand is “{hand}” here."
        for author, hand in book.hands.renamed.items()
    ]
    relations = list(package.list_relations(package.main))
    if any(relation.kind == "vbaProject" for relation in relations):
        said.append("The file holds macros, which were not run.")
    if any(relation.outside and relation.kind != "hyperlink" for relation in relations):
        said.append("The file names templates or pictures outside itself, which were not fetched.")
    return tuple(said)
