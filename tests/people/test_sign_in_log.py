import pytest
from django.test import Client
from structlog.contextvars import merge_contextvars
from structlog.testing import capture_logs

from core.access import Role
from people import actions
from people.models import User
from tests.factories.people import PASSWORD, UserFactory


@pytest.fixture
def user(db) -> User:
    return UserFactory(name="Ada Placeholder", email="ada@council.example", roles=[Role.MEMBER])


def sign_in(password: str, email: str = "ada@council.example") -> Client:
    client = Client()
    client.post("/accounts/login/", {"login": email, "password": password})
    return client


def events(lines: list[dict]) -> list[tuple[str, str]]:
    return [(line["event"], line["log_level"]) for line in lines]


def test_sign_in_and_out_are_written_with_the_account(user):
    with capture_logs() as lines:
        sign_in(PASSWORD).post("/accounts/logout/")

    assert events(lines) == [("signed_in", "info"), ("signed_out", "info")]
    assert [line["account"] for line in lines] == [user.pk, user.pk]
    assert lines[0]["methods"] == ["password"]


@pytest.mark.parametrize("email", ["ada@council.example", "nobody@council.example"])
def test_failed_sign_in_is_written_with_its_address_not_whose_it_was(user, email):
    with capture_logs() as lines:
        sign_in("wrong", email)

    assert lines == [
        {"event": "sign_in_failed", "method": "password", "address": "127.0.0.1", "log_level": "warning"}
    ]


def test_role_change_is_written_with_who_and_both_sets(user, user_as):
    by = user_as(Role.ADMINISTRATOR)

    with capture_logs() as lines:
        actions.change_account(user=user, name=user.name, email=user.email, roles=[Role.PANEL_MEMBER], by=by)

    assert lines == [
        {
            "event": "roles_changed",
            "account": user.pk,
            "by": by.pk,
            "before": ["member"],
            "after": ["panel_member"],
            "log_level": "info",
        }
    ]


def test_no_event_names_anybody(user, user_as):
    by = user_as(Role.ADMINISTRATOR)

    with capture_logs() as lines:
        sign_in("wrong")
        client = sign_in(PASSWORD)
        client.post(
            "/accounts/password/change/",
            {"oldpassword": PASSWORD, "password1": "quite another one", "password2": "quite another one"},
        )
        sent = actions.invite(email="new@council.example", name="New Placeholder", roles=[Role.MEMBER], by=by)
        actions.accept_invitation(invitation=sent.invitation, password=PASSWORD)
        actions.deactivate(user=user, reason="Left with Ada Placeholder", by=by)

    assert len(lines) >= 7
    for secret in ("Ada", "ada@", "New Placeholder", "new@", PASSWORD, "quite another", sent.token):
        assert [line for line in lines if secret in str(line)] == []


def test_lines_of_one_request_carry_its_id(user, client):
    with capture_logs(processors=[merge_contextvars]) as lines:
        response = client.post("/accounts/login/", {"login": user.email, "password": PASSWORD})

    assert {line["request"] for line in lines} == {response["X-Request-ID"]}
