"""Run every notebook anew and save what it shows, so that the same results give the same bytes.

A widget is saved as its words only: its state would take megabytes, and a view without state is
shown as an error until its cell has run.
"""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

VIEW = "application/vnd.jupyter.widget-view+json"
NOTEBOOKS = Path(__file__).parents[1] / "notebooks"


def run_notebook(path: Path) -> None:
    """Execute the notebook in its own folder and write it back."""
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook,
        resources={"metadata": {"path": str(path.parent)}},
        record_timing=False,
        store_widget_state=False,
    )
    client.execute()
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(VIEW, None)
    notebook.metadata["language_info"] = {"name": "python"}  # no version: it differs from machine to machine
    nbformat.write(notebook, path)
    print(path.relative_to(NOTEBOOKS.parent))


def main() -> None:
    """Run the notebooks that are named, or all of them."""
    named = [Path(name) for name in sys.argv[1:]]
    for path in named or sorted(NOTEBOOKS.rglob("*.ipynb")):
        if ".ipynb_checkpoints" not in path.parts:
            run_notebook(path.resolve())


if __name__ == "__main__":
    main()
