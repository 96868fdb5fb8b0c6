"""A browser for the tests of any room: one Chromium for all of them, a clean profile for each.

``browse(path, user=...)`` opens a page of the live server, signed in without the form when a user is given, and
fails the test if the console complains. ``check_page`` from ``tests.browser.checks`` does the rest.
"""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page

from people.models import User
from tests.browser.checks import no_complaints
from tests.browser.tidy_page import TidyPage
from tests.chromium import chromium

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright keeps an event loop in this thread


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict:
    return {"executable_path": chromium(), "args": ["--no-sandbox"] if os.geteuid() == 0 else []}


@pytest.fixture(scope="session")
def tidied(browser: Browser, live_server, django_db_setup) -> Iterator[dict[bool, list[TidyPage]]]:
    """Pages that wait for the next test, those with scripts and those without."""
    waiting: dict[bool, list[TidyPage]] = {True: [], False: []}
    yield waiting
    for one in waiting[True] + waiting[False]:
        one.page.context.close()
    for thread in threading.enumerate():  # each serves a connection of theirs, and holds one to the database
        if "process_request" in thread.name:
            thread.join(10)


@pytest.fixture
def page_at(browser: Browser, live_server, tidied) -> Iterator[Callable[..., Page]]:
    """``page_at(320, colours="dark", scripts=False, user=user)``: an empty page, signed in as the user.

    Each has a profile of its own, where nothing is left of the test before.
    """
    with ExitStack() as ends:

        def make(
            width: int = 1280, *, colours: str = "light", scripts: bool = True, user: User | None = None
        ) -> Page:
            waiting = tidied[scripts]
            mine = waiting.pop() if waiting else TidyPage(browser, live_server.url, scripts=scripts)
            ends.callback(lambda: waiting.append(mine.tidy()))
            mine.page.set_viewport_size({"width": width, "height": 900})
            mine.page.emulate_media(color_scheme=colours)
            if user:
                sign_in(mine.page.context, user, live_server.url)
            ends.enter_context(no_complaints(mine.page))
            return mine.page

        yield make


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
