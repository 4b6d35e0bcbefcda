"""The page's template, put together anew each time the server starts."""

import json
import shutil
import sys
from pathlib import Path

from workbook.schemas import WorkbookError
from workbook.show.explorer.parts import STATIC

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

    It is made outside of the installed package, which may be read-only. plotly.js and the explorer are
    copied, since the server refuses to follow a link out of the folder.
    """
    template = folder / "voila" / "templates" / TEMPLATE
    shutil.copytree(PAGE, template)
    for name in ("explorer.js", "explorer.css"):
        shutil.copyfile(STATIC / name, template / "static" / name)
    shutil.copyfile(find_plotly(), template / "static" / "plotly.min.js")
    kernel = folder / "kernels" / "python3"
    kernel.mkdir(parents=True)
    (kernel / "kernel.json").write_text(json.dumps(describe_kernel()), encoding="utf-8")
    return folder


def describe_kernel() -> dict[str, object]:
    """The kernel of this very Python, whatever others the reader has installed under the same name."""
    command = [sys.executable, "-Xfrozen_modules=off", "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    return {"argv": command, "display_name": "Python 3", "language": "python"}


def find_plotly() -> Path:
    """The plotly.js that came with the plotly package; the package itself is not imported."""
    from importlib.util import find_spec

    spec = find_spec("plotly")
    script = Path(spec.origin).parent / "package_data" / "plotly.min.js" if spec and spec.origin else None
    if script is None or not script.is_file():
        raise WorkbookError(
            "plotly.min.js is missing. Install plotly again: pip install --force-reinstall plotly"
        )
    return script
