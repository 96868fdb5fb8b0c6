import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client
from django.urls import reverse
from structlog.testing import capture_logs

from core.access import Permission, Role, may, needs_second_factor
from people import actions
from people.models import User
from tests.factories.people import PASSWORD, UserFactory
from tests.people.authenticator_app import code_for, still_clock  # noqa: F401

pytestmark = pytest.mark.usefixtures("still_clock")

SET_UP = "/accounts/2fa/totp/activate/"
CODE_PAGE = "/accounts/2fa/authenticate/"


def give_password(client: Client, user: User):
    return client.post("/accounts/login/", {"login": user.email, "password": PASSWORD})


def set_up_app(client: Client) -> tuple[str, list[str]]:
    """As a person does it: the secret from the page, the code back, the recovery codes from the next page."""
    secret = client.get(SET_UP).context["form"].secret
    page = client.post(SET_UP, {"code": code_for(secret)}, follow=True)
    return secret, page.context["unused_codes"]


@pytest.fixture
def user(db) -> User:
    return UserFactory(roles=[Role.PANEL_MEMBER])


@pytest.fixture
def protected(user) -> tuple[User, str, list[str]]:
    """Somebody with an authenticator app whose set-up code is used up, as it would be a minute later."""
    client = Client()
    give_password(client, user)
    secret, codes = set_up_app(client)
    return user, secret, codes


def test_app_is_set_up_right_after_signing_in_without_typing_the_password_again(client, user):
    give_password(client, user)

    _, codes = set_up_app(client)

    assert len(set(codes)) == 10
    assert {a.type for a in user.authenticator_set.all()} == {"totp", "recovery_codes"}


@pytest.mark.django_db(transaction=True)
def test_owner_is_told_by_mail_that_an_app_was_set_up(client, user):
    give_password(client, user)

    set_up_app(client)

    assert {address for message in mail.outbox for address in message.to} == {user.email}
    assert "If this was not you, tell an administrator" in mail.outbox[0].body


def test_change_long_after_signing_in_asks_for_the_password_again(client_as):
    client = client_as(Role.MEMBER)  # no sign-in of the last five minutes is on record

    response = client.get(SET_UP)

    assert (response.status_code, response.url) == (
        302,
        f"/accounts/reauthenticate/?next={SET_UP.replace('/', '%2F')}",
    )
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    assert client.get(SET_UP).status_code == 200


def test_password_alone_does_not_sign_in_once_the_app_is_set_up(client, protected):
    user, _, _ = protected

    response = give_password(client, user)

    assert (response.status_code, response.url) == (302, CODE_PAGE)
    assert client.get(reverse("people:own_account")).status_code == 302


def test_code_of_the_app_signs_in_and_works_once(client, protected):
    user, secret, _ = protected
    give_password(client, user)
    code = code_for(secret)

    assert client.post(CODE_PAGE, {"code": code}).url == "/"
    assert client.get(reverse("people:own_account")).status_code == 200

    replay = Client()
    give_password(replay, user)
    assert "not right, or was used before" in replay.post(CODE_PAGE, {"code": code}).text


@pytest.mark.parametrize("typed", ["000000", "", "12345678", "abcdef"])
def test_wrong_code_does_not_sign_in(client, protected, typed):
    user, _, _ = protected
    give_password(client, user)

    client.post(CODE_PAGE, {"code": typed})

    assert client.get(reverse("people:own_account")).status_code == 302


def test_recovery_code_signs_in_once(client, protected):
    user, _, codes = protected
    give_password(client, user)
    assert client.post(CODE_PAGE, {"code": codes[0]}).url == "/"

    again = Client()
    give_password(again, user)
    assert again.post(CODE_PAGE, {"code": codes[0]}).status_code == 200
    assert again.post(CODE_PAGE, {"code": codes[1]}).url == "/"


def test_recovery_codes_are_shown_once(client, user):
    give_password(client, user)
    _, codes = set_up_app(client)

    page = client.get("/accounts/2fa/recovery-codes/").text

    assert [code for code in codes if code in page] == []


def test_code_takes_ten_wrong_guesses_in_five_minutes(client, protected):
    user, secret, _ = protected
    give_password(client, user)
    for _ in range(10):
        client.post(CODE_PAGE, {"code": "000000"})

    response = client.post(CODE_PAGE, {"code": code_for(secret)})

    assert response.status_code == 200
    assert client.get(reverse("people:own_account")).status_code == 302


def test_secrets_lie_enciphered_in_the_database(protected):
    user, secret, codes = protected
    stored = " ".join(str(a.data) for a in user.authenticator_set.all())

    assert secret not in stored
    assert [code for code in codes if code in stored] == []


def test_secrets_outlive_a_change_of_the_secret_key(client, protected, settings):
    user, secret, _ = protected
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "a new one " * 6

    give_password(client, user)

    assert client.post(CODE_PAGE, {"code": code_for(secret)}).url == "/"


def test_wrong_code_is_written_with_the_address_it_came_from(client, protected):
    user, _, _ = protected
    give_password(client, user)

    with capture_logs() as logged:
        client.post(CODE_PAGE, {"code": "000000"})

    (line,) = logged
    assert line.pop("method") in ("totp", "recovery_codes")
    assert line == {
        "event": "sign_in_failed",
        "account": user.pk,
        "address": "127.0.0.1",
        "log_level": "warning",
    }


UNREADABLE = "The portal cannot read your second factor any more. Ask an administrator to remove it"


def test_lost_secret_key_is_said_in_the_form_and_lets_nobody_in(client, protected, settings):
    user, secret, _ = protected
    settings.SECRET_KEY = "a new one " * 6
    give_password(client, user)

    with capture_logs() as logged:
        page = client.post(CODE_PAGE, {"code": code_for(secret)})

    assert page.context["form"].errors["code"][0].startswith(UNREADABLE)
    assert {line["event"] for line in logged} == {"second_factor_unreadable"}
    assert client.get(reverse("people:own_account")).status_code == 302


def test_lost_secret_key_is_said_on_the_page_of_the_recovery_codes(client, protected, settings):
    user, _, _ = protected
    settings.SECRET_KEY = "a new one " * 6
    client.force_login(user)

    response = client.get("/accounts/2fa/")

    assert (response.status_code, UNREADABLE in response.text) == (403, True)


def test_who_lost_everything_gets_in_after_an_administrator_removed_the_factor(client, protected, user_as):
    user, _, _ = protected

    actions.remove_second_factor(user=user, reason="Telephone stolen", by=user_as(Role.ADMINISTRATOR))

    assert give_password(client, user).url == "/"


# Roles that must have one


@pytest.mark.parametrize("role", Role)
def test_roles_that_see_or_grant_exempt_papers_need_a_second_factor(role, user_as):
    user = user_as(role)

    sees_or_grants = may(user, Permission.READ_EXEMPT_PAPERS) or may(user, Permission.MANAGE_ACCOUNTS)

    assert needs_second_factor(user) is sees_or_grants


def test_role_without_the_need_opens_its_pages_without(client_as, settings):
    settings.REQUIRE_SECOND_FACTOR = True

    assert client_as(Role.REPORT_OWNER).get(reverse("people:own_account")).status_code == 200


@pytest.mark.parametrize(
    "name",
    [
        "home",
        "people:own_account",
        "people:access_matrix",
        "account_change_password",
        "mfa_generate_recovery_codes",
        "accessibility",
    ],
)
def test_who_needs_one_is_sent_to_set_it_up_before_anything_else(client_as, settings, name):
    settings.REQUIRE_SECOND_FACTOR = True
    client = client_as(Role.PANEL_MEMBER)

    response = client.get(reverse(name), follow=True)

    assert response.redirect_chain == [("/accounts/2fa/", 302)]
    assert "Your role needs a second factor" in response.text


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_nothing_is_done_before_it_is_set_up(client_as, settings, method):
    settings.REQUIRE_SECOND_FACTOR = True
    client = client_as(Role.ADMINISTRATOR)
    other = UserFactory()

    response = getattr(client, method)(reverse("people:account_deactivate", args=[other.pk]), {"reason": "x"})

    other.refresh_from_db()
    assert (response.url, other.is_active) == ("/accounts/2fa/", True)


def test_who_needs_one_can_set_it_up_and_go_on(client, user, settings):
    settings.REQUIRE_SECOND_FACTOR = True
    give_password(client, user)

    set_up_app(client)

    assert client.get(reverse("people:own_account")).status_code == 200


def test_who_needs_one_can_sign_out(client_as, settings):
    settings.REQUIRE_SECOND_FACTOR = True

    assert client_as(Role.PANEL_MEMBER).post("/accounts/logout/").url == "/accounts/login/"


def test_recovery_codes_alone_are_no_second_factor(client_as, settings):
    settings.REQUIRE_SECOND_FACTOR = True
    client = client_as(Role.PANEL_MEMBER)
    client.user.authenticator_set.create(type=Authenticator.Type.RECOVERY_CODES, data={})

    assert client.get("/").url == "/accounts/2fa/"


def test_who_takes_the_factor_away_is_sent_to_set_up_another(client, user, settings):
    settings.REQUIRE_SECOND_FACTOR = True
    give_password(client, user)
    set_up_app(client)

    client.post("/accounts/2fa/totp/deactivate/")

    assert client.get("/").url == "/accounts/2fa/"


def test_demonstration_does_not_ask_for_one(client_as):
    assert client_as(Role.PANEL_MEMBER).get(reverse("people:own_account")).status_code == 200


def test_being_asked_for_one_costs_no_query(client_as, settings, django_assert_num_queries):
    settings.REQUIRE_SECOND_FACTOR = True
    client = client_as(Role.PANEL_MEMBER)

    with django_assert_num_queries(2):  # the session and the account
        assert client.get("/").url == "/accounts/2fa/"
