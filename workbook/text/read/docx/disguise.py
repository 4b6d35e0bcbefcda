"""What a file really is that is called a Word file and is none, in words for whoever chose it."""

_RESAVE = "Open it in Word or LibreOffice and save it as .docx."
# What files begin with, byte order marks and white space aside; HTML and XML are looked for further on.
_BEGINNINGS = {
    b"{\\rtf": f"an RTF text. {_RESAVE}",
    b"%PDF": "a PDF. Give it the ending .pdf.",
    b"<!doctype html": f"a web page (HTML). {_RESAVE}",
    b"<html": f"a web page (HTML). {_RESAVE}",
    b"<?xml": f"a text in XML, and no package of Word's. {_RESAVE}",
}
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# A zip begins so, and so does one that was cut off.
ZIP = b"PK\x03\x04"
# As far as this a file is looked at for what it begins with.
_LOOKED_AT = 512


def name_kind(raw: bytes) -> str:
    """What a file is that is no zip, and how to mend it: "an RTF text. Open it in ..."."""
    if raw.startswith(_COMPOUND):
        return _name_compound(raw)
    begins = raw[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for beginning, said in _BEGINNINGS.items():
        if begins.startswith(beginning.lower()):
            return said
    return f"something else. {_RESAVE}"


def _name_compound(raw: bytes) -> str:
    """The old container of Microsoft: the names of its parts stand in it in UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in raw:
        return "an encrypted file. Open it in Word, take its password off and save it again."
    if "WordDocument".encode("utf-16-le") in raw:
        return f"a file of an older Word (.doc). {_RESAVE}"
    return f"a file of an older Microsoft Office program, and no Word text. {_RESAVE}"


def name_package(names: set[str], mimetype: bytes) -> str:
    """What a zip is that holds no Word document, and how to mend it."""
    if b"opendocument" in mimetype:
        return f"a file of LibreOffice or OpenOffice. {_RESAVE}"
    kinds = {
        "xl/": "an Excel table",
        "ppt/": "a PowerPoint presentation",
        "index/": "a file of Pages",
    }
    for folder, said in kinds.items():
        if any(name.startswith(folder) for name in names):
            return f"{said}. Save its text as .docx."
    return "a zip archive without a Word document in it. Unpack it and choose the document."
