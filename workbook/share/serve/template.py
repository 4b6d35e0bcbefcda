"""The page's template, put together anew each time the server starts."""

import json
import shutil
import sys
from pathlib import Path

from workbook.schemas import WorkbookError
from workbook.show.explorer.parts import OUR_PAGE, PLOTLY, STATIC

TEMPLATE = "workbook"
PAGE = Path(__file__).parent / "page"


def find_notebook() -> Path:
    """The notebook that the dashboard shows: in the wheel beside the package, in a clone at its root."""
    package = Path(__file__).parents[2]
    places = [package / "notebooks" / "dashboard.ipynb", package.parent / "notebooks" / "dashboard.ipynb"]
    for place in places:
        if place.is_file():
            return place
    raise WorkbookError(f"The dashboard's notebook is missing: {places[0]}. Install the workbook again.")


def build_jupyter_folder(folder: Path) -> Path:
    """A folder for JUPYTER_PATH, filled: our template with its scripts, and the Python that runs the kernels.

    It is made outside of the installed package, which may be read-only. The explorer and plotly.js are
    copied, since the server refuses to follow a link out of the folder.
    """
    template = folder / "voila" / "templates" / TEMPLATE
    shutil.copytree(PAGE, template)
    for name in ("explorer.js", "explorer.css", PLOTLY):
        shutil.copyfile(STATIC / name, template / "static" / name)
    kernel = folder / "kernels" / "python3"
    kernel.mkdir(parents=True)
    (kernel / "kernel.json").write_text(json.dumps(describe_kernel()), encoding="utf-8")
    return folder


def describe_kernel() -> dict[str, object]:
    """The kernel of this very Python, whatever others the reader has installed under the same name."""
    command = [sys.executable, "-Xfrozen_modules=off", "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    return {"argv": command, "display_name": "Python 3", "language": "python", "env": {OUR_PAGE: "yes"}}
