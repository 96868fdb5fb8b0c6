"""axe in a page. Its rules of colour cost more than all others together, so no look is asked twice: see looks.js."""

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOUR = ["color-contrast", "link-in-text-block"]
AXE = Axe().axe_script
SHORT = {"resultTypes": ["violations"]}
OF_TAGS = SHORT | {"runOnly": {"type": "tag", "values": TAGS}}
OF_COLOUR = SHORT | {"runOnly": {"type": "rule", "values": COLOUR}}
ALL_BUT_COLOUR = OF_TAGS | {"rules": {rule: {"enabled": False} for rule in COLOUR}}
LOOKS = Path(__file__).with_name("looks.js").read_text()
VIOLATIONS = "window.axe && (await axe.run(document, options)).violations"
VIEW = """async options => window.axe && {
    reach: [innerWidth, document.documentElement.scrollWidth],
    looks: findLooks(),
    violations: (await axe.run(document, options)).violations,
}"""
OF_LOOKS = """async ({ looks, ...options }) =>
    (await axe.run({ include: looks.map(look => seenLooks.get(look)) }, options)).violations"""
_found_good: set[str] = set()


def check_axe(page: Page) -> None:
    """No violation of WCAG 2.2 A and AA or of axe's best practice, asked of every element."""
    _refuse(page, _asked(page, f"async options => {VIOLATIONS}", OF_TAGS))


def check_view(page: Page) -> None:
    """The page as it stands: sideways scrolling, axe, and the colours of its new looks, asked in one go."""
    seen = _asked(page, VIEW, ALL_BUT_COLOUR)
    width, reach = seen["reach"]
    assert reach <= width, f"{page.url} scrolls sideways at {width} pixels"
    _refuse(page, seen["violations"])
    _check_new(page, set(seen["looks"]) - _found_good)


def check_new_looks(page: Page) -> None:
    """The rules of colour, asked of one text of each look that no page had before."""
    _check_new(page, set(_asked(page, "() => window.axe && findLooks()")) - _found_good)


def _check_new(page: Page, looks: set[str]) -> None:
    if looks:
        _refuse(page, _asked(page, OF_LOOKS, OF_COLOUR | {"looks": list(looks)}))
        _found_good.update(looks)


def _asked(page: Page, question: str, options: dict | None = None):
    """The answer; axe is brought along where the page does not know it yet."""
    answer = page.evaluate(question, options)
    if answer is None:
        page.evaluate(f"{AXE}\n{LOOKS}\ntrue")
        answer = page.evaluate(question, options)
    return answer


def _refuse(page: Page, violations: list[dict]) -> None:
    seen = f"{page.url} at {page.viewport_size['width']} pixels"
    said = [f"{seen}, {v['id']}: {v['help']}: {[n['html'] for n in v['nodes'][:3]]}" for v in violations]
    assert not said, "\n".join(said)
