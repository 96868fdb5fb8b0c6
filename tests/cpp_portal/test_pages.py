"""The pages around the portal's work: who may read them, and what they promise."""

from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client

from core.access import Role


@pytest.mark.parametrize("address", ["/accessibility/", "/cookies/"])
def test_stranger_may_read(client: Client, db, address: str) -> None:
    assert client.get(address).status_code == 200


def test_browser_that_asks_for_an_icon_gets_one(client: Client) -> None:
    address = client.get("/favicon.ico").url

    icon = finders.find(address.removeprefix(settings.STATIC_URL))

    assert Path(icon).read_bytes()[:6] == b"\0\0\1\0\2\0"  # an icon in two sizes


def test_cookies_page_names_every_cookie_that_is_set(client_as, settings) -> None:
    page = client_as(Role.MEMBER).get("/cookies/").content.decode()

    assert [
        name in page for name in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "messages")
    ] == [True] * 3


@pytest.mark.parametrize(
    ("demo", "role", "status"),
    [
        (True, None, 200),
        (False, None, 404),
        (False, Role.PANEL_MEMBER, 404),
        (False, Role.ADMINISTRATOR, 200),
    ],
)
def test_style_guide_is_for_the_demonstration_and_administrators(
    client, client_as, settings, db, demo: bool, role: Role | None, status: int
) -> None:
    settings.DEMO = demo

    assert (client_as(role) if role else client).get("/style-guide/").status_code == status


@pytest.mark.parametrize(("demo", "times"), [(True, 1), (False, 0)])
def test_demonstration_says_that_it_is_one(client, settings, db, demo: bool, times: int) -> None:
    settings.DEMO = demo

    assert client.get("/cookies/").content.decode().count("Every person here is invented.") == times


def test_page_names_the_council_the_panel_and_the_reader(client_as, settings) -> None:
    settings.COUNCIL_NAME, settings.PANEL_NAME = "Somewhere Council", "Panel for Parents"

    page = client_as(Role.MEMBER, name="Imogen Ashdown").get("/cookies/").content.decode()

    assert "<title>Cookies - Panel for Parents</title>" in page
    assert '<span class="portal-header__council">Somewhere Council</span>' in page
    assert ">Imogen Ashdown</a>" in page


def test_page_obeys_its_own_security_policy(client, db) -> None:
    response = client.get("/cookies/")

    assert "style=" not in response.content.decode()
    assert "unsafe" not in response["Content-Security-Policy"]
