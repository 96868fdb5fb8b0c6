"""Journeys of people who sign in, as they go in a real browser; every page on the way is checked by axe."""

import re
from collections.abc import Callable, Iterator

import pytest
from django.core import mail
from playwright.sync_api import CDPSession, Page, expect

from core.access import Role
from people import actions
from people.models import User
from tests.browser.checks import check_page, check_pages
from tests.factories.people import PASSWORD, PostHoldingFactory, UserFactory
from tests.people.authenticator_app import code_for, still_clock  # noqa: F401

pytestmark = pytest.mark.browser


def sign_in(page: Page, user: User, password: str = PASSWORD) -> None:
    page.goto("/accounts/login/")
    page.get_by_label("E-mail address").fill(user.email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="Sign out", exact=True).click()


def is_signed_in_as(page: Page, user: User) -> None:
    expect(page.get_by_role("banner").get_by_role("link", name=user.name)).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_sign_in_and_out(page_at, user_as, scripts: bool) -> None:
    user, page = user_as(Role.MEMBER, name="Ada Brown"), page_at(scripts=scripts)

    sign_in(page, user, "wrong")
    expect(page.locator(".govuk-error-summary")).to_contain_text(
        "The e-mail address or the password is not right."
    )
    sign_in(page, user)
    is_signed_in_as(page, user)
    sign_out(page)

    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


def test_invited_person_chooses_a_password_and_signs_in(browse, page_at, user_as) -> None:
    administrator = browse("/people/accounts/", user=user_as(Role.ADMINISTRATOR))
    administrator.get_by_role("button", name="Invite somebody").click()
    check_page(administrator)
    administrator.get_by_label("Full name").fill("Nora Fellbrook")
    administrator.get_by_label("E-mail address").fill("nora@council.example")
    administrator.get_by_label("Report owner").check()
    administrator.get_by_role("button", name="Send the invitation").click()
    expect(administrator.get_by_role("alert")).to_contain_text("on its way to nora@council.example")
    check_page(administrator)

    newcomer = page_at()
    newcomer.goto(re.search(r"http://\S+/people/invitation/\S+/", mail.outbox[0].body).group())
    check_page(newcomer)
    newcomer.get_by_label("Choose a password").fill(PASSWORD)
    newcomer.get_by_label("Type it once more").fill(PASSWORD)
    newcomer.get_by_role("button", name="Set the password").click()
    sign_in(newcomer, User.objects.get(email="nora@council.example"))

    is_signed_in_as(newcomer, User.objects.get(email="nora@council.example"))


def test_second_factor_is_set_up_and_then_asked_for(page_at, user_as, settings, still_clock) -> None:  # noqa: F811
    settings.REQUIRE_SECOND_FACTOR = True
    user, page = user_as(Role.PANEL_MEMBER), page_at()
    sign_in(page, user)
    expect(page.get_by_role("main")).to_contain_text("Your role needs a second factor")
    check_page(page)
    page.get_by_role("button", name="Set up an authenticator app").click()
    check_page(page)
    secret = page.locator("#authenticator_secret").inner_text()
    page.get_by_label("Code from the app").fill("000000")
    page.get_by_role("button", name="Set it up").click()
    expect(page.get_by_role("alert")).to_contain_text("This code is not right")
    secret = page.locator("#authenticator_secret").inner_text()
    page.get_by_label("Code from the app").fill(code_for(secret))
    page.get_by_role("button", name="Set it up").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your recovery codes")
    check_page(page)
    recovery_code = page.locator("#recovery_codes li").first.inner_text()
    sign_out(page)

    sign_in(page, user)
    expect(page.get_by_role("heading", level=1)).to_have_text("Now your second factor")
    check_page(page)
    page.get_by_label("Code", exact=True).fill(recovery_code)
    page.get_by_role("button", name="Sign in", exact=True).click()
    is_signed_in_as(page, user)
    sign_out(page)

    sign_in(page, user)
    page.get_by_label("Code", exact=True).fill(code_for(secret))
    page.get_by_role("button", name="Sign in", exact=True).click()
    is_signed_in_as(page, user)


@pytest.fixture
def passkeys() -> Iterator[Callable[[Page], CDPSession]]:
    """Gives the page's browser a fingerprint reader that always knows its owner, until the test ends."""
    plugged_in = []

    def plug_in(page: Page) -> CDPSession:
        session = page.context.new_cdp_session(page)
        plugged_in.append(session)
        session.send("WebAuthn.enable")
        reader = {
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
            "automaticPresenceSimulation": True,
        }
        session.send("WebAuthn.addVirtualAuthenticator", {"options": reader})
        return session

    yield plug_in
    for session in plugged_in:
        session.send("WebAuthn.disable")
        session.detach()


def test_passkey_is_added_and_signs_in_alone(page_at, user_as, passkeys) -> None:
    user, page = user_as(Role.MEMBER), page_at()
    passkeys(page)
    sign_in(page, user)
    page.goto("/accounts/2fa/passkeys/add/")
    check_page(page)
    page.get_by_label("Name of the passkey").fill("Work laptop")
    page.get_by_label("Sign in with this passkey alone").check()
    page.get_by_role("button", name="Add the passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your recovery codes")
    page.goto("/accounts/2fa/passkeys/")
    expect(page.get_by_role("main")).to_contain_text("Work laptop")
    check_page(page)
    sign_out(page)

    page.get_by_role("button", name="Sign in with a passkey").click()

    is_signed_in_as(page, user)


def test_passkey_as_second_factor(page_at, user_as, passkeys) -> None:
    user, page = user_as(Role.MEMBER), page_at()
    passkeys(page)
    sign_in(page, user)
    page.goto("/accounts/2fa/passkeys/add/")
    page.get_by_role("button", name="Add the passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your recovery codes")
    sign_out(page)

    sign_in(page, user)
    page.get_by_role("button", name="Use a passkey").click()

    is_signed_in_as(page, user)


def test_pages_of_strangers_are_accessible(browse) -> None:
    check_pages(
        browse("/"),
        [
            "/accounts/login/",
            "/accounts/password/reset/",
            "/accounts/password/reset/done/",
            "/accounts/password/reset/key/1-set-password/",
            "/accounts/password/reset/key/done/",
            "/accounts/signup/",
            "/accounts/inactive/",
            "/accounts/single-sign-on/cancelled/",
        ],
    )


def test_page_of_a_closed_invitation_is_accessible(browse) -> None:
    check_page(browse("/people/invitation/of-nobody/"))


def test_pages_of_an_administrator_are_accessible(browse, user_as) -> None:
    by = user_as(Role.ADMINISTRATOR)
    holding = PostHoldingFactory(user=UserFactory(name="Ada Brown", roles=[Role.MEMBER, Role.MI_OFFICER]))
    actions.send_invitation(user=holding.user, by=by)
    account = f"/people/accounts/{holding.user.pk}/"

    check_pages(
        browse("/", user=by),
        [
            "/people/accounts/",
            "/people/accounts/?q=nobody",
            "/people/accounts/invite/",
            account,
            f"{account}edit/",
            f"{account}history/",
            f"{account}deactivate/",
            f"{account}second-factor/",
            "/people/posts/",
            f"/people/posts/{holding.post.pk}/holdings/add/",
            f"/people/holdings/{holding.pk}/end/",
        ],
    )


def test_deactivated_account_and_empty_lists_are_accessible(browse, user_as) -> None:
    by = user_as(Role.ADMINISTRATOR)
    gone = UserFactory(name="Ada Brown", roles=[Role.MEMBER])
    actions.deactivate(user=gone, reason="Left the council", by=by)

    check_pages(
        browse("/", user=by),
        [
            f"/people/accounts/{gone.pk}/",
            f"/people/accounts/{gone.pk}/reactivate/",
            f"/people/accounts/{by.pk}/history/",
            "/people/posts/",
        ],
    )


def test_pages_about_ones_own_account_are_accessible(browse, user_as) -> None:
    check_pages(
        browse("/", user=user_as(Role.PANEL_MEMBER)),
        [
            "/people/your-account/",
            "/people/access/",
            "/accounts/2fa/",
            "/accounts/2fa/passkeys/",
            "/accounts/password/change/",
            "/accounts/logout/",
        ],
    )
