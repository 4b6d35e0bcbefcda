"""How things look and what they are called for short: colours, titles, the plotly template.

The colours keep apart for the common kinds of colour blindness: what is put in is blue and
underlined, what is taken out is orange and struck, and no meaning hangs on colour alone.
`explorer/src/explorer.css` repeats them by name; a test holds the two together.
"""

import re
from itertools import zip_longest

# Contrast of every ink on its paper is at least 4.5 to 1 (WCAG AA).
LOOKS = {
    "light": {
        "paper": "#ffffff",
        "ink": "#1d2430",
        "quiet": "#5a6472",
        "line": "#e3e6ea",
        "accent": "#1f5fa8",
        "put_in": "#14549c",
        "taken_out": "#a3420b",
    },
    "dark": {
        "paper": "#14181e",
        "ink": "#e4e8ee",
        "quiet": "#9aa5b4",
        "line": "#2c333d",
        "accent": "#7db4f0",
        "put_in": "#8cc0f5",
        "taken_out": "#f0a06a",
    },
}
# One hue from the paper's own tone upwards, so that more change is simply more ink; the number in a
# cell is written in the look's ink, which can be read on every step.
SHARES = {
    "light": [[0, "#f0f4f9"], [0.25, "#cfdff1"], [0.5, "#a6c5e8"], [0.75, "#7fadde"], [1, "#5a95d6"]],
    "dark": [[0, "#1c242e"], [0.25, "#1f3550"], [0.5, "#244a75"], [0.75, "#295b92"], [1, "#2f6aa8"]],
}
# What a ribbon between two drafts is filled with: stayed, moved, split, merged, a few words alone. A pattern
# tells the last three apart; on the paper each but the first stands out by 3 to 1 (WCAG 1.4.11).
RIBBONS = {
    "light": ["#e3e6ea", "#b07d0e", "#7a4fb5", "#7a4fb5", "#5a6472"],
    "dark": ["#2c333d", "#d9a93a", "#b393e6", "#b393e6", "#9aa5b4"],
}
# What a cell of a heatmap can say: columns of COUNTS, in plain words.
MEASURES = {
    "share": "share of words changed",
    "words_in": "words put in",
    "words_out": "words taken out",
    "touched": "paragraphs touched",
}
# What the bars of gains and losses can say: columns of GAINS, in plain words.
GAIN_MEASURES = {
    "mentions": "mentions, in words that changed",
    "words": "words that changed, in paragraphs about it",
}
# What a cell of a heatmap says of itself when it is pointed at, one fact a line: columns of COUNTS.
CELL = {
    "empty": ["no paragraph"],
    "told": [
        "words put in: {words_in} of {words_new}",
        "words taken out: {words_out} of {words_old}",
        "paragraphs touched: {touched} of {paragraphs}",
    ],
    # Where marks tell of hands: with the words of no known hand, and without them.
    "hands": ["words changed by known hands: {known}; with those of no known hand: {all}"],
}
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"
# The 23 objectives of the Global Compact as negotiators call them; the titles stand in data/lexicon.
OBJECTIVES = dict(
    enumerate(
        ["Data", "Drivers", "Information", "Legal identity", "Pathways", "Decent work", "Vulnerabilities",
         "Missing migrants", "Smuggling", "Trafficking", "Borders", "Procedures", "Detention", "Consular",
         "Basic services", "Inclusion", "Discrimination", "Skills", "Diaspora", "Remittances", "Return",
         "Portability", "Cooperation"],
        start=1,
    )
)  # fmt: skip
# The rungs of the scale of commitment, short enough for an axis; data/lexicon/README.md tells them in full.
RUNGS = dict(
    enumerate(
        ["describing", "noticing", "taking<br>a stance", "asking<br>others", "intention", "own<br>effort",
         "own<br>result"]
    )
)  # fmt: skip
# The longest names, in characters, that fit beside a row of the heatmap, and on a chip.
ROW, CHIP = 18, 40


def shorten_tag(scheme: str, tag: str, title: str) -> str:
    """A tag's name for an axis or a chip: "13 Detention" for an objective, else its title cut short."""
    if scheme == "objective" and tag.isdigit() and int(tag) in OBJECTIVES:
        return f"{tag} {OBJECTIVES[int(tag)]}"
    return shorten(title or tag, CHIP)


def shorten_section(section: str) -> str:
    """A section's name without what it says in brackets: "Round table 1"."""
    return shorten(re.sub(r"\s*[(\[].*", "", section) or section, ROW) or "Opening"


def shorten(words: str, longest: int) -> str:
    """The words cut at a space, with an ellipsis where something is gone."""
    if len(words) <= longest:
        return words
    return words[:longest].rsplit(" ", 1)[0].rstrip(",;: ") + "…"


def style_figures(look: str = "light") -> dict:
    """The plotly template for a look, "light" or "dark": fonts, axes and the scale of shares."""
    colours = LOOKS[look]
    axis = {
        "gridcolor": colours["line"], "linecolor": colours["line"], "zeroline": False, "showgrid": False,
        "ticks": "", "automargin": True, "tickfont": {"color": colours["ink"], "size": 12},
        "title": {"font": {"color": colours["quiet"], "size": 12}},
    }  # fmt: skip
    return {
        "data": {
            "heatmap": [{"textfont": {"color": colours["ink"], "size": 10}}],
            "bar": _style_bars(colours),
            "scatter": _style_marks(colours, RIBBONS[look]),
        },
        "layout": {
            "font": {"family": FONT, "color": colours["ink"], "size": 12},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "xaxis": axis,
            "yaxis": axis,
            "coloraxis": {"colorscale": SHARES[look]},
            "modebar": {
                "orientation": "v",
                "bgcolor": "rgba(0,0,0,0)",
                "color": colours["quiet"],
                "activecolor": colours["accent"],
            },
            "hoverlabel": {
                "bgcolor": colours["paper"],
                "bordercolor": colours["accent"],
                "font": {"family": FONT, "color": colours["ink"], "size": 13},
            },
        },
    }


def _style_bars(colours: dict[str, str]) -> list[dict]:
    """Bars in their order: put in, struck, kept. A pattern tells them apart without colours."""
    fills = (("put_in", ""), ("taken_out", "/"), ("line", ""))
    return [
        {
            "marker": {
                "color": colours[name],
                "line": {"color": colours["quiet" if name == "line" else name], "width": 1},
                "pattern": {"shape": shape, "fgcolor": colours[name], "solidity": 0.4, "size": 6},
            },
            "textfont": {"color": colours["ink"], "size": 11},
        }
        for name, shape in fills
    ]


def _style_marks(colours: dict[str, str], fills: list[str]) -> list[dict]:
    """Points in their order: what joins or sums up, what was before, then up, down, tone, object, a word.

    Where a trace is filled, it is a ribbon, and its fill goes by the order of RIBBONS.
    """
    now = [
        {"marker": {"color": colours[name], "size": 13, "line": {"color": colours["paper"], "width": 1}}}
        for name in ("put_in", "taken_out", "accent", "accent")
    ]
    joint = {"color": colours["ink"], "symbol": "diamond", "size": 9}
    ring = {"color": colours["paper"], "size": 20, "line": {"color": colours["quiet"], "width": 2}}
    words = {"textfont": {"color": colours["quiet"], "size": 11}}
    joint |= {"line": {"color": colours["paper"], "width": 1}}
    joining = {"line": {"color": colours["quiet"], "width": 2}, "marker": joint}
    marks = [joining, {"marker": ring}, *now, words]
    ribbons = [{"fillcolor": fill, "line": {"color": fill}} for fill in fills]
    return [ribbon | mark for ribbon, mark in zip_longest(ribbons, marks, fillvalue={})]
