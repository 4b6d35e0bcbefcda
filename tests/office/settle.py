"""Run by the system's own Python, which knows LibreOffice: what Writer makes of Word files.

    python3 settle.py FOLDER RESULT.json

For each .docx of the folder: the paragraphs that stand once all tracked changes are accepted ("all") and
once all are rejected ("none"); "error" where Writer cannot read it. Beside it lies Writer's own PDF of it
where the folder holds an empty file of that name. One headless office does all, with a profile of its own.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.uno import Exception as OfficeError

# Seconds that a slow machine may take to start the office for the first time.
PATIENCE = 60
COMMANDS = {"all": ".uno:AcceptAllTrackedChanges", "none": ".uno:RejectAllTrackedChanges"}


def main(folder, result):
    with tempfile.TemporaryDirectory(prefix="office-", ignore_cleanup_errors=True) as profile:
        pipe = Path(profile).name
        process = subprocess.Popen(
            [
                *("soffice", "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
                f"-env:UserInstallation={Path(profile).as_uri()}",
                f"--accept=pipe,name={pipe};urp;",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            context = connect(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext", process)
            told = {path.stem: settle(context, path) for path in sorted(Path(folder).glob("*.docx"))}
            Path(result).write_text(json.dumps(told))
            create(context, "frame.Desktop").terminate()
            process.wait(PATIENCE)
        finally:
            process.kill()


def connect(address, process):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() in (None, 81):  # 81: a new profile, it starts anew
        try:
            return resolver.resolve(address)
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("LibreOffice did not start.")


def create(context, service):
    return context.ServiceManager.createInstanceWithContext(f"com.sun.star.{service}", context)


def settle(context, path):
    """The paragraphs of one file, by what was done with its changes."""
    told = {}
    try:
        for hands, command in COMMANDS.items():
            document = open_file(context, path)
            try:
                if hands == "all" and path.with_suffix(".pdf").exists():
                    save_pdf(document, path.with_suffix(".pdf"))
                frame = document.CurrentController.Frame
                create(context, "frame.DispatchHelper").executeDispatch(frame, command, "", 0, ())
                told[hands] = list_paragraphs(document)
            finally:
                document.close(False)
    except OfficeError as error:
        told["error"] = f"{type(error).__name__}: {error.Message}"
    return told


def open_file(context, path):
    hidden = PropertyValue(Name="Hidden", Value=True)
    document = create(context, "frame.Desktop").loadComponentFromURL(path.as_uri(), "_blank", 0, (hidden,))
    if document is None:
        raise OfficeError("the file does not open", None)
    return document


def save_pdf(document, path):
    document.storeToURL(path.as_uri(), (PropertyValue(Name="FilterName", Value="writer_pdf_Export"),))


def list_paragraphs(document):
    """The text, then notes, text boxes, heads and feet: (where, words) each."""
    told = [("text", words) for words in read_text(document.Text)]
    for kind in ("Footnotes", "Endnotes"):
        notes = getattr(document, kind)
        told += [("note", words) for at in range(notes.Count) for words in read_text(notes.getByIndex(at))]
    shapes = document.DrawPage
    boxes = (getattr(shapes.getByIndex(at), "TextBoxContent", None) for at in range(shapes.Count))
    told += [("box", words) for box in boxes if box for words in read_text(box)]
    styles = document.StyleFamilies.getByName("PageStyles")
    for name in styles.ElementNames:
        told += [("furniture", words) for words in read_furniture(styles.getByName(name))]
    return told


def read_furniture(style):
    for kind in ("Header", "Footer"):
        if style.isInUse() and style.getPropertyValue(f"{kind}IsOn"):
            yield from read_text(style.getPropertyValue(f"{kind}Text"))


def read_text(text):
    for part in text:
        if part.supportsService("com.sun.star.text.TextTable"):
            for name in part.CellNames:
                yield from read_text(part.getCellByName(name))
        else:
            yield read_portions(part)


def read_portions(paragraph):
    words = ""
    for portion in paragraph:
        if portion.TextPortionType == "ContentControl":
            words += read_portions(portion.ContentControl)
        elif portion.TextPortionType not in NO_WORDS:
            words += portion.String
    return words


# Portions whose string is no word of the text: the mark of a note, a comment's place.
NO_WORDS = ("Footnote", "Annotation", "Redline")

if __name__ == "__main__":
    main(*sys.argv[1:])
