import re
from pathlib import Path

import pytest

import workbook.show.explorer
from workbook.show.style import LOOKS, SHARES, shorten_section, shorten_tag, style_figures

STYLESHEET = Path(workbook.show.explorer.__file__).parent / "src" / "explorer.css"


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_stylesheet_has_the_colours_of_the_figures(look):
    start = '[data-look="dark"] {' if look == "dark" else ".workbook-explorer {"
    block = STYLESHEET.read_text(encoding="utf-8").split(start, 1)[1].split("}", 1)[0]
    named = dict(re.findall(r"--([\w-]+): (#\w{6})", block))
    assert {name: named[name.replace("_", "-")] for name in LOOKS[look]} == LOOKS[look]
    assert named["most"] == SHARES[look][-1][1]


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "quiet", "accent", "put_in", "taken_out"])
def test_every_ink_can_be_read_on_its_paper(look, ink):
    assert contrast(LOOKS[look][ink], LOOKS[look]["paper"]) >= 4.5


@pytest.mark.parametrize("look", ["light", "dark"])
def test_a_number_can_be_read_on_every_cell(look):
    [cell] = style_figures(look)["data"]["heatmap"]
    assert min(contrast(cell["textfont"]["color"], colour) for _, colour in SHARES[look]) >= 4.5


@pytest.mark.parametrize("look", ["light", "dark"])
def test_more_change_is_always_a_step_in_the_same_direction(look):
    steps = [luminance(colour) for _, colour in SHARES[look]]
    assert steps == sorted(steps, reverse=look == "light")
    assert style_figures(look)["layout"]["coloraxis"]["colorscale"] == SHARES[look]


def test_a_section_is_named_without_its_brackets():
    assert shorten_section("Round table 1 (objectives 2, 5 and 6)") == "Round table 1"
    assert shorten_section("Progress, challenges and gaps in the implementation") == "Progress…"
    assert shorten_section("") == "Opening"


def test_an_objective_is_named_as_negotiators_call_it_and_any_other_tag_by_its_title():
    assert shorten_tag("objective", "13", "Use migration detention only as ...") == "13 Detention"
    assert shorten_tag("objective", "99", "An objective of ours") == "An objective of ours"
    assert shorten_tag("theme", "T04", "") == "T04"


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
