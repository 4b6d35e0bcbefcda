import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import Environment
from voila.paths import collect_static_paths

from workbook.schemas import WorkbookError
from workbook.share.serve.exporter import Exporter
from workbook.share.serve.gate import Door
from workbook.share.serve.ports import FIRST_PORT, bind_port
from workbook.share.serve.server import set_data_folder
from workbook.share.serve.template import build_jupyter_folder, find_notebook
from workbook.show.explorer.parts import read_plotly


def test_the_next_free_port_is_taken_where_none_was_asked_for():
    with bind_port(None) as first, bind_port(None) as second:
        assert FIRST_PORT <= first.getsockname()[1] < second.getsockname()[1]


def test_a_port_that_was_asked_for_is_not_replaced_by_another():
    with bind_port(None) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(WorkbookError, match=f"Port {port} cannot be used: another program has it"):
            bind_port(port)


@pytest.mark.parametrize("port", [-1, 0, 65536])
def test_a_number_that_is_no_port_is_refused(port: int):
    with pytest.raises(WorkbookError, match="choose a number from 1024 to 65535"):
        bind_port(port)


def test_the_page_carries_the_plotly_that_every_other_page_does(tmp_path: Path):
    static = build_jupyter_folder(tmp_path / "jupyter") / "voila/templates/workbook/static"
    copied = static / "plotly.min.js"
    assert not copied.is_symlink()
    assert copied.read_bytes() == read_plotly()


def test_the_kernel_is_the_python_that_serves(tmp_path: Path):
    kernel = build_jupyter_folder(tmp_path / "jupyter") / "kernels/python3/kernel.json"
    assert json.loads(kernel.read_text())["argv"][0] == sys.executable


@pytest.mark.parametrize("part", ["head.html", "index.html.j2"])
def test_the_page_holds_no_script_and_names_no_other_host(tmp_path: Path, part: str):
    page = (build_jupyter_folder(tmp_path / "jupyter") / "voila/templates/workbook" / part).read_text()
    assert "://" not in page
    assert all(" src=" in script.split(">")[0] for script in page.split("<script")[1:])


def test_what_the_head_asks_for_is_there_and_hides_nothing_of_voila(tmp_path: Path):
    template = build_jupyter_folder(tmp_path / "jupyter") / "voila/templates/workbook"
    head = (template / "head.html").read_text(encoding="utf-8")
    asked = re.findall(r'"voila/templates/workbook/(static/[^"]+)"', head)
    assert len(asked) >= 4
    assert all((template / name).is_file() for name in asked)
    of_voila = {file.name for root in collect_static_paths(["voila"], "lab") for file in Path(root).glob("*")}
    assert "voila.js" in of_voila
    assert not of_voila & {file.name for file in (template / "static").iterdir()}


def test_the_server_starts_without_a_grammar_that_takes_seconds_to_make():
    begin = "import sys; from workbook.share.serve import leave_grammar_out; leave_grammar_out()"
    code = f"{begin}; import workbook.share.serve.server; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "voila.app" in loaded.split()
    assert "lark" not in loaded.split()


def test_the_pages_template_is_compiled_once_for_all_readers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    template = build_jupyter_folder(tmp_path / "jupyter") / "voila/templates/workbook"
    compiled, compile_one = [], Environment.compile
    monkeypatch.setattr(
        Environment, "compile", lambda *given: compiled.append(given[2]) or compile_one(*given)
    )
    monkeypatch.setattr(Exporter, "template_paths", [str(template)])
    for _ in range(2):
        page = Exporter().environment.get_template("index.html.j2")
    assert compiled.count("index.html.j2") == 1
    assert Path(page.filename).parent == template


def test_the_notebook_is_one_cell():
    cells = json.loads(find_notebook().read_text(encoding="utf-8"))["cells"]
    assert [cell["cell_type"] for cell in cells] == ["code"]


def test_the_kernels_find_the_drafts_through_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("WORKBOOK_DATA", "before")
    set_data_folder(tmp_path)
    assert os.environ["WORKBOOK_DATA"] == str(tmp_path)


def test_a_ticket_opens_the_door_once_and_the_token_again_and_again():
    door = Door(token="the token")
    ticket = door.write_ticket()
    assert [door.accept(key) for key in (ticket, ticket, "the token", "the token", "", "é")] == [
        True, False, True, True, False, False,
    ]  # fmt: skip
