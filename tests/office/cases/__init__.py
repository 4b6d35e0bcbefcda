"""Small Word files: every element of ECMA-376 Part 1, section 17.13.5 (revisions), and where it may stand."""

from tests.office.cases import marks, places, properties, ranges, tables, words

CASES: dict[str, bytes] = {
    **words.CASES,
    **marks.CASES,
    **tables.CASES,
    **ranges.CASES,
    **properties.CASES,
    **places.CASES,
}
