"""Under which names the dashboard answers, and what is handed out of them."""

import pytest

from workbook.schemas import WorkbookError
from workbook.share.serve import hosts
from workbook.share.serve.hosts import check_name, choose_hosts, is_reachable, warn_of_sharing


@pytest.fixture(autouse=True)
def network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hosts, "list_addresses", lambda: ["192.0.2.7", "198.51.100.3"])


def test_unless_it_is_shared_no_address_of_the_machine_is_handed_out():
    assert choose_hosts(False, []) == []
    assert choose_hosts(False, ["Drafts.Example.org."]) == ["drafts.example.org"]


def test_shared_it_is_handed_out_under_its_names_and_its_addresses():
    assert choose_hosts(True, ["drafts.example.org"]) == ["drafts.example.org", "192.0.2.7", "198.51.100.3"]


def test_a_machine_on_no_network_and_without_a_name_is_told_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(hosts, "list_addresses", list)
    with pytest.raises(WorkbookError, match="on no network"):
        choose_hosts(True, [])
    assert choose_hosts(True, ["room.example"]) == ["room.example"]


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.0.1", "169.254.3.4", "0.0.0.0", "224.0.0.1"])
def test_an_address_that_others_cannot_use_is_not_handed_out(address: str):
    assert not is_reachable(address)
    assert is_reachable("192.0.2.7")


@pytest.mark.parametrize(
    "name", ["", "a b", "https://a.example", "a.example:80", "a/b", "*", "localhost", "-a"]
)
def test_what_is_no_name_is_refused(name: str):
    with pytest.raises(WorkbookError, match="no name for --name"):
        check_name(name)


def test_the_warning_says_who_can_come_in_who_can_listen_and_how_many():
    said = warn_of_sharing(12, editable=False)
    for words in ("Anyone who has one of the addresses", "not encrypted", "12 visitors", "SECURITY.md"):
        assert words in said
    assert "--edit" not in said
    assert "saved beside your drafts" in warn_of_sharing(12, editable=True)
