"""axe in a page. Its rules of colour cost more than all others together, so no look is asked twice: see looks.js."""

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOUR = ["color-contrast", "link-in-text-block"]
AXE = Axe().axe_script
LOOKS = Path(__file__).with_name("looks.js").read_text()
_found_good: set[str] = set()


def check_axe(page: Page) -> None:
    """No violation of WCAG 2.2 A and AA or of axe's best practice, asked of every element."""
    _check(page, {"runOnly": {"type": "tag", "values": TAGS}})


def check_axe_but_colours(page: Page) -> None:
    rules = {rule: {"enabled": False} for rule in COLOUR}
    _check(page, {"runOnly": {"type": "tag", "values": TAGS}, "rules": rules})


def check_new_looks(page: Page) -> None:
    """The rules of colour, asked of one text of each look that no page had before."""
    _bring_axe(page)
    looks = set(page.evaluate("findLooks()")) - _found_good
    if looks:
        rules = {"runOnly": {"type": "rule", "values": COLOUR}, "looks": list(looks)}
        _check(page, rules, where="{ include: options.looks.map(look => seenLooks.get(look)) }")
        _found_good.update(looks)


def _check(page: Page, options: dict, where: str = "document") -> None:
    _bring_axe(page)
    run = f"async ({{ ...options }}) => (await axe.run({where}, options)).violations"
    found = page.evaluate(run, options | {"resultTypes": ["violations"]})
    seen = f"{page.url} at {page.viewport_size['width']} pixels"
    said = [f"{seen}, {v['id']}: {v['help']}: {[n['html'] for n in v['nodes'][:3]]}" for v in found]
    assert not said, "\n".join(said)


def _bring_axe(page: Page) -> None:
    if not page.evaluate("'axe' in window"):
        page.evaluate(f"{AXE}\n{LOOKS}\ntrue")
