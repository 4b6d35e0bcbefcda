"""Our reader and LibreOffice find the same paragraphs in a Word file, all changes made or none."""

from pathlib import Path

import pytest

from tests.office.cases import CASES
from tests.office.paragraphs import of_office, of_source
from workbook.text.read import parse_source

# Every element of ECMA-376 Part 1, section 17.13.5, by its name or the beginnings of a pair's names.
REVISIONS = (
    *("ins", "del", "moveFrom", "moveTo", "moveFromRange", "moveToRange", "cellIns", "cellDel", "cellMerge"),
    *("rPrChange", "pPrChange", "sectPrChange", "numberingChange", "tblPrChange", "tblPrExChange"),
    *("trPrChange", "tcPrChange", "tblGridChange"),
    *(f"customXml{act}Range" for act in ("Ins", "Del", "MoveFrom", "MoveTo")),
    *("rPr/ins", "rPr/del", "rPr/moveFrom", "rPr/moveTo", "trPr/ins", "trPr/del", "numPr/ins"),
    *("m:ctrlPr/ins", "m:ctrlPr/del"),
)


@pytest.mark.parametrize("hands", ["all", "none"])
@pytest.mark.parametrize("name", CASES)
def test_paragraphs_are_those_of_libreoffice(name, hands, settled, departures, report):
    theirs = settled[name]
    assert not theirs.error
    told = theirs.readings[hands]
    expected = of_office(told)
    boxes = any(where == "box" for where, _words in told)
    ours = of_source(parse_source(Path("case.docx"), CASES[name]), hands, in_order=not boxes)
    known = departures.get((name, hands))
    equal = ours == expected
    verdict = "equal" if equal else "known" if known else "DIFFERENT"
    report((name, hands, sum(map(len, expected.values())), verdict))
    if equal and known:
        pytest.fail(f"departures.csv says that LibreOffice departs here, and it does not: {known}", False)
    if verdict == "DIFFERENT":
        pytest.fail(f"LibreOffice: {expected}\nours:        {ours}", pytrace=False)


def test_every_element_for_revisions_has_a_case():
    heads = " ".join(name.partition(": ")[0].replace(",", "") for name in CASES).split()
    assert [element for element in REVISIONS if element not in heads] == []


def test_every_known_departure_is_one_of_a_case(departures):
    assert {name for name, _hands in departures} <= set(CASES)
