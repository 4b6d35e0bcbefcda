"""Whether a reference text is older than the draft whose words are looked for in it, in words."""

import polars as pl


def tell_order(reference: str, old: str, new: str, drafts: pl.DataFrame) -> str:
    """A sentence where the text is not the older one, or is one of the two compared; else nothing.

    `drafts` are DRAFTS. Where dates and descent do not tell, nothing is said.
    """
    known = {row["draft"]: row for row in drafts.to_dicts()}
    text, draft = known.get(reference), known.get(new)
    if text is None or draft is None:
        return ""
    if new in _list_bases(reference, known):
        return (
            f"“{text['title']}” was made out of “{draft['title']}”: what they share shows what it left as it "
            "was. Agreed language is looked for in an older text."
        )
    if text["date"] and draft["date"] and text["date"] > draft["date"]:
        return (
            f"“{text['title']}” bears a later date ({text['date']}) than the draft ({draft['date']}): the "
            "words may have come from the draft into it. Agreed language is looked for in an older text."
        )
    if reference == old:
        return (
            "This is the older of the two drafts compared: what it shares with the newer one is what was "
            "kept, and not yet what was agreed."
        )
    return ""


def _list_bases(draft: str, known: dict[str, dict]) -> list[str]:
    """The drafts that this one amends, one behind the other."""
    bases: list[str] = []
    while (base := known.get(draft, {}).get("amends")) and base not in bases:
        bases.append(base)
        draft = base
    return bases
