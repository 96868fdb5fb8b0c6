import re
import threading

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.core.cache import cache
from django.db import connection, connections
from django.test import Client
from django.urls import reverse
from structlog.testing import capture_logs

from core.access import Role
from cpp_portal.sign_in import rate_limits
from people import actions
from people.mail import NOT_SENT
from people.models import User
from tests.factories.people import PASSWORD, UserFactory
from tests.people.answers import OWN_ACCOUNT, is_signed_in, messages_of

LOGIN = "/accounts/login/"
WRONG = "The e-mail address or the password is not right. Check both and try again."
TOO_MANY = "Too many sign-ins have failed. Wait five minutes, then try again."


def sign_in(client: Client, email: str, password: str = PASSWORD, **extra):
    return client.post(LOGIN, {"login": email, "password": password}, **extra)


def errors(response) -> list[str]:
    return response.context["form"].non_field_errors()


def throttle_keys() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM cache WHERE cache_key LIKE '%%:login_failed:%%'")
        return [key.removeprefix(":1:") for (key,) in cursor.fetchall()]


@pytest.fixture
def user(db) -> User:
    return UserFactory(email="clerk@council.example", roles=[Role.MEMBER])


@pytest.mark.parametrize("typed", ["clerk@council.example", " Clerk@Council.Example "])
def test_right_password_signs_in_and_goes_where_one_wanted_to(client, user, typed):
    response = client.post(
        f"{LOGIN}?next={OWN_ACCOUNT}", {"login": typed, "password": PASSWORD, "next": OWN_ACCOUNT}
    )

    assert (response.status_code, response.url) == (302, OWN_ACCOUNT)
    assert is_signed_in(client)


def test_sign_in_does_not_send_anybody_to_another_site(client, user):
    response = client.post(
        LOGIN, {"login": user.email, "password": PASSWORD, "next": "https://evil.example/"}
    )

    assert response.url == "/"


def test_session_ends_with_the_browser(client, user):
    response = sign_in(client, user.email)

    assert response.cookies["session"]["expires"] == ""
    assert response.cookies["session"]["httponly"] is True
    assert response.cookies["session"]["samesite"] == "Lax"


@pytest.mark.parametrize(
    ("email", "password"),
    [("clerk@council.example", "wrong"), ("nobody@council.example", PASSWORD)],
    ids=["wrong password", "unknown address"],
)
def test_wrong_password_and_unknown_address_get_the_same_answer(client, user, email, password):
    response = sign_in(client, email, password)

    assert (response.status_code, errors(response)) == (200, [WRONG])
    assert not is_signed_in(client)


def test_unknown_address_costs_as_much_hashing_as_a_known_one(client, user, settings, monkeypatch):
    hashed = []
    real = MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda *a, **kw: hashed.append(1) or real(*a, **kw))

    sign_in(client, user.email, "wrong")
    known = len(hashed)
    sign_in(client, "nobody@council.example", "wrong")

    assert (known, len(hashed) - known) == (1, 1)


@pytest.mark.parametrize(
    ("fields", "message"),
    [({"is_active": False}, "not in use")],
)
def test_inactive_account_is_told_to_ask_an_administrator(client, db, fields, message):
    user = UserFactory(**fields)

    response = client.post(LOGIN, {"login": user.email, "password": PASSWORD}, follow=True)

    assert message in response.text
    assert not is_signed_in(client)


def test_account_takes_ten_wrong_guesses_in_five_minutes_wherever_they_come_from(client, user):
    for guess in range(10):
        assert errors(sign_in(client, user.email, "wrong", REMOTE_ADDR=f"10.0.0.{guess}")) == [WRONG]

    assert errors(sign_in(client, user.email, PASSWORD, REMOTE_ADDR="10.0.0.99")) == [TOO_MANY]
    assert not is_signed_in(client)


def test_council_behind_one_address_is_not_locked_out_by_the_typing_of_a_few(client, user):
    for guess in range(40):
        assert errors(sign_in(client, f"person{guess}@council.example", "wrong")) == [WRONG]

    assert sign_in(client, user.email).status_code == 302


def test_address_takes_two_hundred_wrong_guesses_in_five_minutes_unless_set_otherwise(settings):
    assert rate_limits(from_one_address=200) == settings.ACCOUNT_RATE_LIMITS


@pytest.fixture
def ten_from_one_address(settings):
    settings.ACCOUNT_RATE_LIMITS = rate_limits(from_one_address=10) | {"login": "100/5m/ip"}


@pytest.mark.usefixtures("ten_from_one_address")
def test_address_takes_so_many_wrong_guesses_in_five_minutes_whoever_they_are_for(client, user):
    for guess in range(10):
        assert errors(sign_in(client, f"person{guess}@council.example", "wrong")) == [WRONG]

    assert errors(sign_in(client, user.email)) == [TOO_MANY]
    assert sign_in(client, user.email, REMOTE_ADDR="10.0.0.2").status_code == 302


@pytest.mark.parametrize(("waited", "is_let_in"), [(240, False), (301, True)])
def test_throttle_lets_in_again_after_five_minutes(client, user, waited, is_let_in):
    for _ in range(10):
        sign_in(client, user.email, "wrong")

    for key in throttle_keys():
        cache.set(key, [moment - waited for moment in cache.get(key)])

    assert (sign_in(client, user.email).status_code == 302) is is_let_in


def test_right_sign_ins_do_not_use_up_the_guesses(client, user):
    for _ in range(12):
        assert sign_in(Client(), user.email).status_code == 302


@pytest.mark.usefixtures("ten_from_one_address")
def test_forged_forwarding_header_does_not_get_around_the_throttle(client, user):
    for guess in range(10):
        sign_in(client, f"person{guess}@council.example", "wrong", HTTP_X_FORWARDED_FOR=f"10.0.0.{guess}")

    assert errors(sign_in(client, user.email, HTTP_X_FORWARDED_FOR="10.9.9.9")) == [TOO_MANY]


@pytest.mark.usefixtures("ten_from_one_address")
def test_behind_one_proxy_the_address_that_the_proxy_saw_counts(client, user, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for guess in range(10):
        forged = f"10.0.0.{guess}, 192.0.2.1"
        sign_in(client, f"person{guess}@council.example", "wrong", HTTP_X_FORWARDED_FOR=forged)

    assert errors(sign_in(client, user.email, HTTP_X_FORWARDED_FOR="10.9.9.9, 192.0.2.1")) == [TOO_MANY]
    assert sign_in(client, user.email, HTTP_X_FORWARDED_FOR="192.0.2.2").status_code == 302


@pytest.mark.django_db(transaction=True)
def test_guesses_at_the_same_moment_are_all_counted():
    user = UserFactory(email="clerk@council.example")
    answers = []

    def guess(number: int) -> None:
        try:
            answers.append(sign_in(Client(), user.email, "wrong", REMOTE_ADDR=f"10.0.0.{number}").text)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=guess, args=[n]) for n in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    looked_at = sum(WRONG in answer for answer in answers)
    assert 1 <= looked_at <= 10
    assert looked_at + sum(TOO_MANY in answer for answer in answers) == 16


def test_session_key_changes_at_sign_in(client, user):
    client.get(LOGIN)
    client.session.save()
    before = client.session.session_key

    sign_in(client, user.email)

    assert client.session.session_key != before


def test_cookie_kept_from_before_sign_out_is_worthless(client, user):
    sign_in(client, user.email)
    kept = client.cookies["session"].value

    client.post("/accounts/logout/")

    thief = Client()
    thief.cookies["session"] = kept
    assert not is_signed_in(thief)


def test_looking_at_the_sign_out_page_signs_nobody_out(client_as):
    client = client_as(Role.MEMBER)

    client.get("/accounts/logout/")

    assert is_signed_in(client)


def test_removed_role_acts_on_the_next_request(client_as, user_as):
    client, other = client_as(Role.ADMINISTRATOR), user_as(Role.ADMINISTRATOR)
    page = reverse("people:account_list")
    assert client.get(page).status_code == 200

    actions.change_account(
        user=client.user, name=client.user.name, email=client.user.email, roles=[Role.MEMBER], by=other
    )

    assert client.get(page).status_code == 403


def test_deactivation_ends_sessions_for_good(client_as, user_as):
    client, by = client_as(Role.MEMBER), user_as(Role.ADMINISTRATOR)

    actions.deactivate(user=client.user, reason="Left", by=by)
    assert not is_signed_in(client)

    actions.reactivate(user=client.user, reason="Came back", by=by)
    assert not is_signed_in(client)
    assert sign_in(client, client.user.email).status_code == 302


def test_signing_out_everywhere_ends_every_session(client_as):
    here = client_as(Role.MEMBER)
    elsewhere = Client()
    elsewhere.force_login(here.user)

    response = here.post(reverse("people:own_sign_out"), follow=True)

    assert "signed out here and on every other device" in response.text
    assert (is_signed_in(here), is_signed_in(elsewhere)) == (False, False)
    assert sign_in(here, here.user.email).status_code == 302
    assert is_signed_in(here)


def test_changed_password_ends_the_other_sessions(client, user):
    sign_in(client, user.email)
    elsewhere = Client()
    sign_in(elsewhere, user.email)

    new = "a different long one"
    response = client.post(
        reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": new, "password2": new}
    )

    assert (response.status_code, response.url) == (302, OWN_ACCOUNT)
    assert (is_signed_in(client), is_signed_in(elsewhere)) == (True, False)


@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_signs_up(client, db, method):
    fields = {"email": "stranger@example.com", "password1": PASSWORD, "password2": PASSWORD}

    response = getattr(client, method)("/accounts/signup/", fields)

    assert response.status_code == {"get": 200, "post": 405}[method]
    assert User.objects.count() == 0


def test_sign_up_page_says_how_to_get_an_account(client, db):
    assert "ask an administrator of the portal to invite you" in client.get("/accounts/signup/").text


def reset_link(client: Client, email: str) -> str:
    client.post("/accounts/password/reset/", {"email": email})
    return re.search(r"http://testserver(/accounts/password/reset/key/\S+)", mail.outbox[-1].body).group(1)


def test_forgotten_password_is_replaced_through_the_mailed_link_once(client, user):
    link = reset_link(client, user.email)
    form = client.get(link, follow=True)
    new = "a different long one"

    response = client.post(form.request["PATH_INFO"], {"password1": new, "password2": new}, follow=True)

    assert "Your password is changed" in response.text
    assert sign_in(Client(), user.email, new).status_code == 302
    assert "does not work any more" in Client().get(link, follow=True).text


def test_reset_link_dies_when_the_address_changes(client, user, user_as):
    link = reset_link(client, user.email)

    actions.change_account(
        user=user,
        name=user.name,
        email="new@council.example",
        roles=user.roles,
        by=user_as(Role.ADMINISTRATOR),
    )

    assert "does not work any more" in client.get(link, follow=True).text
    assert errors(sign_in(client, "clerk@council.example")) == [WRONG]


def test_page_after_asking_for_a_password_is_the_same_for_an_unknown_address(client, user):
    answers = [
        client.post("/accounts/password/reset/", {"email": email}, follow=True).text
        for email in (user.email, "nobody@council.example")
    ]

    assert answers[0] == answers[1]
    assert [m.to for m in mail.outbox] == [["clerk@council.example"], ["nobody@council.example"]]
    assert "there is no account with this address" in mail.outbox[1].body


def test_invited_person_gets_no_password_but_through_the_invitation(client, user_as):
    actions.invite(
        email="new@council.example", name="New", roles=[Role.MEMBER], by=user_as(Role.ADMINISTRATOR)
    )

    client.post("/accounts/password/reset/", {"email": "new@council.example"})

    assert "/accounts/password/reset/key/" not in mail.outbox[-1].body


@pytest.mark.parametrize("new", ["short", "password12345", "clerk@council.example"])
def test_weak_password_is_refused(client, user, new):
    sign_in(client, user.email)

    response = client.post(
        reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": new, "password2": new}
    )

    assert response.status_code == 200
    assert response.context["form"].errors["password1"]


# Without a mail server


@pytest.mark.usefixtures("no_mail_server")
def test_asking_for_a_password_without_a_mail_server_tells_nobody_who_has_an_account(user):
    with capture_logs() as logged:
        answers = [
            Client().post("/accounts/password/reset/", {"email": email}, follow=True)
            for email in (user.email, "nobody@council.example")
        ]

    assert [(a.status_code, messages_of(a)) for a in answers] == [(200, [NOT_SENT])] * 2
    assert [line["event"] for line in logged] == ["mail_not_sent"] * 2
    assert "@" not in str(logged)


@pytest.mark.usefixtures("no_mail_server")
def test_own_password_is_changed_and_mail_that_cannot_be_sent_is_said(client, user):
    sign_in(client, user.email)
    new = "a wholly different one"

    response = client.post(
        "/accounts/password/change/",
        {"oldpassword": PASSWORD, "password1": new, "password2": new},
        follow=True,
    )

    assert (response.status_code, NOT_SENT in messages_of(response)) == (200, True)
    user.refresh_from_db()
    assert user.check_password(new)
