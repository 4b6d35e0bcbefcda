import json
import os
import sys
from pathlib import Path

import pytest

from workbook.schemas import WorkbookError
from workbook.share.serve.gate import Door
from workbook.share.serve.server import FIRST_PORT, bind_port, set_data_folder
from workbook.share.serve.template import build_jupyter_folder, find_notebook, find_plotly


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


def test_the_page_carries_the_plotly_of_the_installed_package(tmp_path: Path):
    static = build_jupyter_folder(tmp_path / "jupyter") / "voila/templates/workbook/static"
    copied = static / "plotly.min.js"
    assert not copied.is_symlink()
    assert copied.read_bytes() == find_plotly().read_bytes()


def test_the_kernel_is_the_python_that_serves(tmp_path: Path):
    kernel = build_jupyter_folder(tmp_path / "jupyter") / "kernels/python3/kernel.json"
    assert json.loads(kernel.read_text())["argv"][0] == sys.executable


def test_the_page_holds_no_script_and_names_no_other_host(tmp_path: Path):
    page = (build_jupyter_folder(tmp_path / "jupyter") / "voila/templates/workbook/index.html.j2").read_text()
    assert "://" not in page
    assert all(part.startswith(" src=") for part in page.split("<script")[1:])


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
