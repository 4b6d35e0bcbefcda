from playwright.sync_api import expect

# Fixtures and the classes that they return are in conftest.py beside this file.


def test_the_notebooks_cell_shows_the_same_explorer(visit, lab):
    page = visit.page
    page.goto(f"{lab.address}lab/tree/dashboard.ipynb?token={lab.token}")
    expect(page.get_by_text("| Idle")).to_be_visible()
    page.get_by_text("show_dashboard()").click()
    page.keyboard.press("Shift+Enter")
    expect(page.get_by_label("From", exact=True)).to_be_visible()
    visit.choose_drafts()
    cell = visit.click_cell()
    expect(page.locator(".found")).to_contain_text("paragraphs: objective")
    expect(page.get_by_label("Objective", exact=True)).to_have_value(cell["tag"])
