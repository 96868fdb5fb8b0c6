"""A reader without a mouse."""

import pytest
from playwright.sync_api import Locator, Page

MOST_STOPS = 150
NAMED = """() => { const here = document.activeElement;
    return (here.labels?.[0] ?? here).textContent.trim(); }"""


def tab_to(page: Page, wanted: str | Locator) -> None:
    """Presses Tab until that has the focus: what is called so, by its own words or its label's, or that very one."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if _has_focus(page, wanted):
            return
    pytest.fail(f"Tab never came to {wanted!r}")


def _has_focus(page: Page, wanted: str | Locator) -> bool:
    if isinstance(wanted, str):
        return page.evaluate(NAMED) == wanted
    return wanted.evaluate("element => element === document.activeElement")
