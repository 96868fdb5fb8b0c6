"""What every page must pass in a real browser, narrow and wide, light and dark."""

import contextlib
from collections.abc import Callable, Iterable, Iterator

from playwright.sync_api import ConsoleMessage, Locator, Page

from tests.browser.axe import check_new_looks, check_view

LEFT_BEHIND = "net::ERR_ABORTED"  # still on its way when the reader went on to the next page
WIDTHS = (320, 1280)


def check_pages(
    page: Page, addresses: Iterable[str], made_ready: Callable[[Page], None] = lambda page: None
) -> None:
    """Each of them, made ready as a reader would, and that each is there. Says of all what is wrong."""
    said = []
    for address in addresses:
        try:
            assert page.goto(address).status == 200, f"{address} is not there"
            made_ready(page)
            check_page(page)
        except AssertionError as fault:
            said.append(str(fault))
    assert not said, "\n".join(said)


def check_page(page: Page) -> None:
    """One main heading; axe and sideways scrolling in every view of the page that stands open.

    A press waits until the next page has begun, so its end is waited for here.
    """
    page.wait_for_load_state()
    assert page.get_by_role("heading", level=1).count() == 1, f"{page.url} has not one main heading"
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="light")
        check_view(page)
        page.emulate_media(color_scheme="dark")
        check_new_looks(page)


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

    listeners = {
        "console": listen,
        "pageerror": lambda error: said.append(str(error)),
        "requestfailed": lambda r: said.append(f"{r.url} {r.failure}") if r.failure != LEFT_BEHIND else None,
        "response": lambda r: said.append(f"{r.url} {r.status}") if _is_missing_part(r, page) else None,
    }
    for event, listener in listeners.items():
        page.on(event, listener)
    yield
    for event, listener in listeners.items():
        page.remove_listener(event, listener)
    assert not said, "\n".join(said)


def _is_missing_part(response, page: Page) -> bool:
    return response.status >= 400 and response.request.resource_type != "document"


def lines_of(words: Locator) -> int:
    """On how many lines they stand."""
    return words.evaluate(
        "element => { const range = document.createRange(); range.selectNodeContents(element);"
        " return new Set([...range.getClientRects()].map(box => box.top)).size }"
    )
