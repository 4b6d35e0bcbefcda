"""The amendment bench: a delegate edits, sees what moves, saves, comes back, and takes the draft to Word."""

import json
from pathlib import Path

from playwright.sync_api import Page, WebSocket, expect

from tests.browser.servers import Server
from tests.browser.windows import Visit
from workbook.app import read_text
from workbook.text.asides import read_comments
from workbook.text.drafts import load_drafts, pick_drafts

NAME = "=Ruritania <b>&"
REASON = "A promise, not an aim."
PLAIN = "We aim to develop"
MEND = "We commit to developing"


def bench(page: Page):
    """The bench, its text field, and what it shows of the effects."""
    node = page.locator(".bench")
    return node, node.get_by_label("as you would have it"), node.locator(".effects")


def edit(page: Page, old: str, new: str) -> None:
    """Changes words of the paragraph with the keys, as a person does."""
    field = bench(page)[1]
    at = field.input_value().index(old)
    field.evaluate(
        "(field, [from, to]) => { field.focus(); field.setSelectionRange(from, to); }", [at, at + len(old)]
    )
    page.keyboard.insert_text(new)


def count_questions(page: Page) -> list[int]:
    """Of each moment when something was asked or told, how many questions are on their way."""
    open_now = [0]

    def hear(payload: str | bytes, sign: str, step: int) -> None:
        raw = payload if isinstance(payload, bytes) else payload.encode()
        if b'"comm_msg"' in raw and sign.encode() in raw:
            open_now.append(open_now[-1] + step)

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", lambda payload: hear(payload, '"position":', 1))
        socket.on("framereceived", lambda payload: hear(payload, '"new_text":', -1))

    page.on("websocket", listen)
    return open_now


def test_an_amendment_is_made_kept_and_taken_away_as_tracked_changes(
    dashboard: Server, visit: Visit, tmp_path: Path
):
    page = visit.page
    asked = count_questions(page)
    page.goto(f"{dashboard.key}#old=rev2-printed&new=wimn-printed&words=disembarkation")
    expect(page.locator(".summary")).to_contain_text("82 paragraphs")  # a dashboard begins with its own pair
    page.get_by_role("button", name="amend paragraph 44bis").click()
    node, field, effects = bench(page)
    expect(page.get_by_label("Paragraph 44bis of WIMN's line-by-line on Rev 3, as printed")).to_be_visible()
    # Any draft can be chosen, and any paragraph of it.
    node.get_by_label("Draft").select_option("rev2-printed")
    option = node.get_by_label("Paragraph", exact=True).locator("option", has_text="55 · We aim")
    node.get_by_label("Paragraph", exact=True).select_option(option.get_attribute("value"))
    expect(effects.locator(".sentence")).to_have_text("55: unchanged.")
    own = field.input_value()

    # What each change moves is there, in words; a source in brackets is one.
    edit(page, PLAIN, MEND)
    expect(effects.locator(".sentence")).to_have_text(
        "55: “aim to” becomes “commit to developing”, commitment 4 to 5."
    )
    expect(effects).to_contain_text("highest rung 4 → 5")
    edit(page, "assistance", "assistance regardless of their migration status, freedom of association")
    expect(effects.locator("ins").last).to_contain_text("freedom of association")
    edit(page, "104 to 106]", "104 to 106] [GCM para 15(g)]")
    expect(effects).to_contain_text("GCM para 15(g)")
    expect(effects).to_contain_text("Freedom of association and ILO standards by “freedom of association”")
    expect(effects.get_by_role("status")).to_contain_text("commitment 4 to 5")
    expect(effects).to_contain_text("No reference text is known")

    # However quickly somebody types, one question is on its way, and the last words count.
    field.press("End")
    page.keyboard.type("and never less than that")
    expect(effects.locator("ins").last).to_contain_text("never less than that")
    assert max(asked) == 1
    assert len(asked) > 10
    field.fill(field.input_value().replace("and never less than that", ""))

    # A reload loses nothing that was half typed; an undone start brings it back.
    typed = field.input_value()
    page.reload()
    expect(field).to_have_value(typed)
    expect(effects).to_contain_text("highest rung 4 → 5")
    node.get_by_role("button", name="Start again").click()
    expect(field).to_have_value(own)
    node.get_by_role("button", name="Back to my words").click()
    expect(field).to_have_value(typed)

    expect(effects).to_contain_text("highest rung 4 → 5")
    node.get_by_role("button", name="Save the amendment").click()
    expect(node.locator(".saved > li:not(.none)")).to_have_count(0)  # it is made in nobody's name
    node.get_by_label("Delegation").fill(NAME)
    node.get_by_label("Reason").fill(REASON)
    node.get_by_role("button", name="Save the amendment").click()
    expect(field).to_have_value(own)
    page.reload()
    saved = node.locator(".saved > li")
    expect(saved).to_contain_text(f"{NAME} on 55 of Rev 2, as printed")
    expect(saved).to_contain_text("commitment 4 to 5")

    # A second delegation amends the same paragraph; its file of amendments is opened beside the first.
    with page.expect_download() as kept:
        node.get_by_role("button", name="Save the list as a file").click()
    told = json.loads(Path(kept.value.path()).read_text())
    [one] = told["amendments"]
    told["amendments"] = [one | {"id": "other", "delegation": "Freedonia", "text": "We will save lives."}]
    other = tmp_path / "other.json"
    other.write_text(json.dumps(told))
    broken = tmp_path / "broken.json"
    broken.write_text(json.dumps(told | {"amendments": [one | {"text": 1}]}))
    node.get_by_label("Open files of amendments").set_input_files([other, broken])
    expect(saved).to_have_count(2)
    expect(node).to_contain_text("broken.json: What this file says")

    with page.expect_download() as word:
        node.get_by_role("button", name="Word file of Rev 2, as printed").click()
    file = tmp_path / "amended.docx"
    word.value.save_as(file)
    assert word.value.suggested_filename == "rev2-printed-amended.docx"
    texts = {
        hands: dict(read_text(f"{file}@{hands}", None)[0].select("label", "text").iter_rows())
        for hands in ("none", "all")
    }
    assert own.startswith(texts["none"]["55"])
    assert texts["all"]["55"].startswith(MEND)
    assert texts["all"]["55alt"] == "We will save lives."
    assert set(texts["all"]) - set(texts["none"]) == {"55alt"}
    comments = read_comments(pick_drafts(load_drafts(), [str(file)]))
    assert comments.select("author", "text").rows() == [(NAME, REASON), ("Freedonia", REASON)]

    # What is saved can be changed, and removed.
    saved.first.get_by_role("button", name="Edit").click()
    expect(field).to_have_value(typed)
    edit(page, "commit to developing", "will develop")
    node.get_by_role("button", name="Save the change").click()
    expect(saved).to_have_count(2)
    expect(saved.first).to_contain_text("“aim to” becomes “will develop”")
    saved.last.get_by_role("button", name="Remove").click()
    expect(saved).to_have_count(1)
    node.get_by_role("button", name="Put it back").click()
    expect(saved).to_have_count(2)
