"""What every page is checked by, on pages that are to fail."""

import re

import pytest
from playwright.sync_api import Page

from tests.browser.checks import check_page

pytestmark = pytest.mark.browser
PAGE = """<!doctype html><html lang="en"><title>A page</title><style>
    body { color: black; background: white }
    @media (prefers-color-scheme: dark) { .dark { color: #222; background: black } }
    @media (max-width: 400px) { .narrow { color: #ddd } }
    @media (min-width: 400px) and (prefers-color-scheme: dark) { .wide { color: #ddd } }
    .box { background: black; color: white } .faint { opacity: 0.2 }
    a { color: #00f } .plain a { text-decoration: none }
</style><main><h1>A page</h1>%s</main>"""


@pytest.fixture
def opened(page_at) -> Page:
    page = page_at()
    page.set_content(PAGE % "<p>Good words.</p><p>See <a href='/'>the list</a>.</p>")
    check_page(page)
    return page


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ("<p>Good words.</p><p class='dark'>Words of the night.</p>", "color-contrast"),
        ("<p>Good words.</p><p class='wide'>Words on a desk.</p>", "1280 pixels, color-contrast"),
        ("<p class='narrow'>Words on a phone.</p>", "320 pixels, color-contrast"),
        (
            "<p>Good words.</p><div class='box'><p>Good</p><p style='color: #333'>Not so</p></div>",
            "color-contrast",
        ),
        ("<p>Good words.</p><p class='faint'>Good words.</p>", "color-contrast"),
        (
            "<p class='plain'><a href='/'>One</a></p><p class='plain'>Here is <a href='/'>more</a></p>",
            "link-in-text-block",
        ),
        ("<p>Good words.</p><img src='data:,'>", "image-alt"),
        ("<h1>Again</h1>", "has not one main heading"),
        ("<p style='width: 400px'>Wide</p>", "scrolls sideways at 320 pixels"),
    ],
)
def test_fault_is_found_whatever_was_good_before(opened, more, fault):
    opened.set_content(PAGE % more)

    with pytest.raises(AssertionError, match=re.escape(fault)):
        check_page(opened)
