"""What a learner does in an exercise, and what the page's own modules make of it."""

import json
import subprocess
from pathlib import Path

from playwright.sync_api import Locator, Page, expect


def ask(page: Page, question: str) -> Locator:
    """The question of the open exercise."""
    return page.locator(f".asked[data-question={question}]")


def check(asked: Locator, *said: str) -> None:
    """Checks the answer; what is said of it."""
    asked.get_by_role("button", name="Check", exact=True).click()
    for words in said:
        expect(asked.locator(".result")).to_contain_text(words)


def run_module(script: Path, name: str, values: tuple) -> list:
    """What the script's function of this name makes of each value; one start of Node for all of them."""
    told = json.dumps([[name, value] for value in values])
    done = subprocess.run(["node", script], input=told, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)
