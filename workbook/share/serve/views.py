"""What may stand behind the # of a room's address: the page's own choices, and nothing else."""

from urllib.parse import parse_qsl, urlencode

from workbook.schemas import WorkbookError

# The choices that the page keeps in its address (`CHOICES` of src/state.js), and the versions of the drafts.
KEYS = {
    *("old", "new", "objective", "theme", "section", "change", "hand", "words", "changed_only"),
    *("map", "measure", "view", "reading", "struck", "folded", "paragraph", "tab"),
    *("followed", "ticked", "watched", "way", "scale", "reference", "later", "source"),
    *("workshop", "room", "hints", "answers", "amended", "data"),
}
OWN = {"answers"}  # what whoever opened the room has answered is not handed on
LONGEST = 16_000  # characters: what every browser takes in an address
STRANGE = "This view cannot be written as an address. Load the page anew."
TOO_LONG = (
    f"This view is longer than an address may be ({LONGEST:,} characters). Set the scale of commitment back, "
    "or take words and paragraphs off your list."
)


def check_view(view: object) -> str:
    """The choices of a view as they stand in an address: letters, digits, and `-._~%+=&` alone.

    Raises WorkbookError where it is no text, is too long, or names what is no choice of the page.
    """
    if not isinstance(view, str):
        raise WorkbookError(STRANGE)
    if len(view) > LONGEST:
        raise WorkbookError(TOO_LONG)
    try:
        choices = dict(parse_qsl(view.removeprefix("#"), keep_blank_values=True, max_num_fields=len(KEYS)))
        checked = urlencode({name: value for name, value in choices.items() if name not in OWN})
    except ValueError:  # too many, or characters that are none
        raise WorkbookError(STRANGE) from None
    if strange := sorted(choices.keys() - KEYS):
        raise WorkbookError(f"“{strange[0][:40]}” is no choice of this page, so no room can lead to it.")
    if len(checked) > LONGEST:
        raise WorkbookError(TOO_LONG)
    return checked
