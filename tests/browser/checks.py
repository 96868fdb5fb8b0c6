"""What every page must pass in a real browser, narrow and wide, light and dark."""

import contextlib
from collections.abc import Iterator

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LEFT_BEHIND = "net::ERR_ABORTED"  # still on its way when the reader went on to the next page
VIEWS = [(width, colours) for width in (320, 1280) for colours in ("light", "dark")]


def check_page(page: Page) -> None:
    """Axe and sideways scrolling in every view of the page that stands open."""
    for width, colours in VIEWS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=colours)
        check_no_sideways_scroll(page)
        check_axe(page)


def check_axe(page: Page) -> None:
    """No violation of WCAG 2.2 A and AA or of axe's best practice."""
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    seen = f"{page.url} at {page.viewport_size['width']} pixels"
    said = [f"{seen}, {v['id']}: {v['help']}: {[n['html'] for n in v['nodes'][:3]]}" for v in found]
    assert not said, "\n".join(said)


def check_no_sideways_scroll(page: Page) -> None:
    """Nothing reaches past the right edge, which is what WCAG 1.4.10 asks at 320 pixels."""
    width, reach = page.evaluate("[innerWidth, document.documentElement.scrollWidth]")
    assert reach <= width, f"{page.url} scrolls sideways at {width} pixels"


@contextlib.contextmanager
def no_complaints(page: Page) -> Iterator[None]:
    """Nothing said in the console, scripts and the content security policy included, but the page's own status."""
    said: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not message.text.startswith("Failed to load resource"):
            said.append(message.text)

    page.on("console", listen)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on(
        "requestfailed", lambda r: said.append(f"{r.url} {r.failure}") if r.failure != LEFT_BEHIND else None
    )
    page.on("response", lambda r: said.append(f"{r.url} {r.status}") if _is_missing_part(r, page) else None)
    yield
    assert not said, "\n".join(said)


def _is_missing_part(response, page: Page) -> bool:
    return response.status >= 400 and response.request.resource_type != "document"
