"""Fields such as cross-references: their result is shown, their code is not."""

from lxml import etree

from workbook.text.read.docx.names import W, value


class Fields:
    """Which part of the fields round it a word stands in, while a part is read from its start."""

    def __init__(self, root: etree._Element) -> None:
        self._open: list[bool] = []  # of each field that was begun: whether this is still its code
        self._whole = _find_whole(root)

    @property
    def in_code(self) -> bool:
        """Whether what comes now is a field's code, and not shown."""
        return any(self._open)

    def pass_sign(self, sign: etree._Element) -> None:
        """Goes on behind a w:fldChar. One whose field lacks its end hides nothing: all behind it is text."""
        kind = value(sign, "fldCharType")
        if sign not in self._whole:
            return
        if kind == "begin":
            self._open.append(True)
        elif kind == "separate":
            self._open[-1:] = [False] * len(self._open[-1:])
        elif kind == "end":
            self._open[-1:] = []


def _find_whole(root: etree._Element) -> set[etree._Element]:
    """The signs of all fields that both begin and end."""
    whole: set[etree._Element] = set()
    begun: list[list[etree._Element]] = []
    for sign in root.iter(f"{W}fldChar"):
        kind = value(sign, "fldCharType")
        if kind == "begin":
            begun.append([sign])
        elif begun:
            begun[-1].append(sign)
            if kind == "end":
                whole.update(begun.pop())
    return whole
