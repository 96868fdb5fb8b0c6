"""The portal as a server runs it."""

import json

import pytest

from tests import production

SHOW_A_PAGE = """
import json, django
django.setup()
from django.test import Client
response = Client(headers={"x-forwarded-for": "192.0.2.1"}).get(
    "/accounts/login/", secure=%s, SERVER_NAME="portal.council.example"
)
cookies = {name: cookie.OutputString() for name, cookie in response.cookies.items()}
print(json.dumps([response.status_code, dict(response.items()), cookies]))
"""


def test_django_finds_nothing_to_say_about_the_security_of_a_server():
    checked = production.run("manage.py", "check", "--deploy", "--fail-level", "WARNING")

    assert (checked.returncode, checked.stderr) == (0, "")


@pytest.fixture(scope="module")
def first_page() -> tuple[int, dict, dict]:
    shown = production.run("-c", SHOW_A_PAGE % True, DJANGO_SETTINGS_MODULE="cpp_portal.settings")
    assert shown.returncode == 0, shown.stderr
    return tuple(json.loads(shown.stdout))


def test_browser_is_told_to_come_back_by_https_only_for_a_year(first_page):
    status, headers, _ = first_page

    assert status == 200
    assert headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"


def test_cookies_are_for_https_and_this_host_alone(first_page):
    _, _, cookies = first_page

    assert list(cookies) == ["__Host-csrf"]
    words = set(cookies["__Host-csrf"].split("; ")[1:])
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= words


def test_plain_http_is_sent_to_https():
    shown = production.run("-c", SHOW_A_PAGE % False, DJANGO_SETTINGS_MODULE="cpp_portal.settings")

    status, headers, _ = json.loads(shown.stdout)
    assert (status, headers["Location"]) == (301, "https://portal.council.example/accounts/login/")


def setting(name: str, **changes: str | None) -> str:
    script = f"from django.conf import settings; print(settings.{name})"
    shown = production.run("-c", script, DJANGO_SETTINGS_MODULE="cpp_portal.settings", **changes)
    assert shown.returncode == 0, shown.stderr
    return shown.stdout.strip()


@pytest.mark.parametrize(
    ("name", "changes", "value"),
    [
        ("REQUIRE_SECOND_FACTOR", {}, "True"),
        ("REQUIRE_SECOND_FACTOR", {"DEMO": "1"}, "False"),
        ("REQUIRE_SECOND_FACTOR", {"REQUIRE_SECOND_FACTOR": "off"}, "False"),
        ("ALLAUTH_TRUSTED_PROXY_COUNT", {}, "1"),
        ("LOG_FORMAT", {}, "json"),
        ("LOG_FORMAT", {"DEMO": "1"}, "screen"),
        ("DEBUG", {}, "False"),
    ],
)
def test_setting_of_a_server_and_of_the_demonstration(name, changes, value):
    assert setting(name, **changes) == value
