"""A browser for the tests of any room: one Chromium for all of them, a fresh profile for each.

``browse(path, user=...)`` opens a page of the live server, signed in without the form when a user is given, and
fails the test if the console complains. ``check_page`` from ``tests.browser.checks`` does the rest.
"""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page

from people.models import User
from tests.browser.checks import no_complaints

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright keeps an event loop in this thread


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict:
    """Debian's chromium-headless-shell, where it is installed, is the same engine at two thirds of the cost."""
    programs = ("chromium-headless-shell", "chromium", "chromium-browser")
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, programs)), None)
    assert path, "The browser tests need Chromium: run make setup, or set CHROMIUM to where it is."
    return {"executable_path": path, "args": ["--no-sandbox"] if os.geteuid() == 0 else []}


@pytest.fixture
def profile(browser: Browser, live_server) -> Iterator[Callable[..., BrowserContext]]:
    """``profile(scripts=False)``: a browser profile of one's own, closed after the test."""
    opened: list[BrowserContext] = []

    def make(*, width: int = 1280, colours: str = "light", scripts: bool = True) -> BrowserContext:
        opened.append(
            browser.new_context(
                base_url=live_server.url,
                viewport={"width": width, "height": 900},
                color_scheme=colours,
                java_script_enabled=scripts,
            )
        )
        return opened[-1]

    yield make
    for context in opened:
        context.close()


@pytest.fixture
def page_at(profile, live_server) -> Iterator[Callable[..., Page]]:
    """``page_at(320, colours="dark", scripts=False, user=user)``: an empty page, signed in as the user."""
    watched = []

    def make(width: int = 1280, *, user: User | None = None, **how) -> Page:
        context = profile(width=width, **how)
        if user:
            sign_in(context, user, live_server.url)
        page = context.new_page()
        watched.append(no_complaints(page))
        watched[-1].__enter__()
        return page

    yield make
    for complaints in watched:
        complaints.__exit__(None, None, None)


@pytest.fixture
def browse(page_at) -> Callable[..., Page]:
    """``browse("/cookies/", user=user)``: that page, loaded, 1280 pixels wide."""

    def open_(path: str, **how) -> Page:
        page = page_at(**how)
        page.goto(path)
        return page

    return open_


def sign_in(context: BrowserContext, user: User, url: str) -> None:
    client = Client()
    client.force_login(user)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": url}])
