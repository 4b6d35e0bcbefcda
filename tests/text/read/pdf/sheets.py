"""PDFs as typesetters, offices and readers leave them, drawn by the tests themselves."""

import io
from pathlib import Path

import polars as pl
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from workbook.text.read.pdf import read_pdf
from workbook.text.runs import apply_hands

ROMAN, BOLD = "Times-Roman", "Times-Bold"
LEFT, TOP, LEADING = 72, 760, 14
RED, BLUE, BLACK = (1, 0, 0), (0, 0, 1), (0, 0, 0)
# Filler that no paragraph rule trips over: sentences of common words.
SENTENCE = (
    "We reaffirm that the Compact is based on the principles that all of us share and on the work done. "
)


class Sheets:
    """The pages of a PDF, one after the other; y counts up from the foot of the page, as in the file."""

    def __init__(self):
        self.raw = io.BytesIO()
        self.canvas = Canvas(self.raw, pagesize=(595, 842))

    def put(self, x, y, words, size=11, font=ROMAN, colour=BLACK):
        """Words on one line; gives where they end."""
        self.canvas.setFont(font, size)
        self.canvas.setFillColorRGB(*colour)
        self.canvas.drawString(x, y, words)
        return x + stringWidth(words, font, size)

    def lines(self, words, width, size=11, font=ROMAN):
        """Words cut into lines of this width."""
        return simpleSplit(words, font, size, width)

    def fill(self, x, y, words, width, size=11, font=ROMAN, first=0, leading=LEADING):
        """A paragraph in lines of this width, its first one indented; gives the height below it."""
        lines = simpleSplit(words, font, size, width - first)[:1] if first else []
        rest = words[len(lines[0]) :].strip() if lines else words
        for at, line in enumerate(lines + simpleSplit(rest, font, size, width)):
            self.put(x + (first if at == 0 else 0), y, line, size, font)
            y -= leading
        return y

    def rule(self, x0, x1, y, colour=BLACK, width=0.6):
        """A drawn line."""
        self.canvas.setStrokeColorRGB(*colour)
        self.canvas.setLineWidth(width)
        self.canvas.line(x0, y, x1, y)

    def bar(self, x0, x1, y, colour=BLACK, height=0.6):
        """The same as a thin filled rectangle, as Word draws it."""
        self.canvas.setFillColorRGB(*colour)
        self.canvas.rect(x0, y, x1 - x0, height, stroke=0, fill=1)

    def mark(self, x, y, words, how, colour=BLACK, size=11, text=BLACK, draw=None):
        """Words with a rule through ("struck") or under them ("inserted"); gives where they end."""
        end = self.put(x, y, words, size, colour=text)
        heights = {"struck": [0.25], "inserted": [-0.13], "both": [0.25, -0.13]}[how]
        for height in heights:
            (draw or self.rule)(x, end, y + height * size, colour)
        return end

    def turn(self):
        """Begins a new page."""
        self.canvas.showPage()

    def done(self):
        """The bytes of the file."""
        self.canvas.showPage()
        self.canvas.save()
        return self.raw.getvalue()


class Read:
    """A PDF as read."""

    def __init__(self, source):
        self.source, self.runs, self.notices = source, source.runs, " ".join(source.notices)

    def blocks(self, part=None, hands="printed"):
        """The texts of the blocks, or of those of one part."""
        runs = apply_hands(self.runs, hands)
        if part:
            whole = self.runs.group_by("block").agg(pl.col("part").first())
            own = whole.filter(pl.col("part") == part)["block"].implode()
            runs = runs.filter(pl.col("block").is_in(own))
        return runs.group_by("block", maintain_order=True).agg(pl.col("text").str.join(""))["text"].to_list()

    def of_part(self, part):
        """The texts of the runs of one part."""
        return self.runs.filter(pl.col("part") == part)["text"].to_list()

    def marked(self):
        """The words with hands on them: (text, inserted by, deleted by)."""
        marked = (pl.col("inserted_by") != "") | (pl.col("deleted_by") != "")
        return self.runs.filter(marked, pl.col("text") != "")["text", "inserted_by", "deleted_by"].rows()


def read_drawn(drawn):
    """Reads the pages drawn so far, or the bytes of a file."""
    raw = drawn if isinstance(drawn, bytes) else drawn.done()
    return Read(read_pdf(Path("draft.pdf"), raw))
