"""What is seen where a passkey cannot be used, as at an address that is a number."""

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TROUBLE = (
    "No passkey was used: you stopped, or your browser or device refused. Try again, or choose another way."
)


def at_a_number(page, live_server, path: str) -> None:
    page.goto(f"{live_server.url.replace('localhost', '127.0.0.1')}{path}")


def test_browser_that_refuses_to_sign_in_with_a_passkey_is_explained(page_at, live_server):
    page = page_at()
    at_a_number(page, live_server, "/accounts/login/")
    trouble = page.get_by_role("alert")
    expect(trouble).to_have_text("")

    page.get_by_role("button", name="Sign in with a passkey").click()

    expect(trouble).to_have_text(TROUBLE)
    assert page.url.endswith("/accounts/login/")
