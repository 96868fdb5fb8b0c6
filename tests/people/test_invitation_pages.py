"""What somebody sees who opens the link of an invitation."""

import pytest
from django.urls import reverse

from core.access import Role
from people import actions
from people.models import User
from tests.factories.people import PASSWORD


@pytest.fixture
def sent(user_as) -> actions.SentInvitation:
    by = user_as(Role.ADMINISTRATOR)
    return actions.invite(email="new@council.example", name="New Person", roles=[Role.MEMBER], by=by)


def link(sent: actions.SentInvitation) -> str:
    return reverse("people:invitation_accept", args=[sent.token])


def choose(client, sent, password: str = PASSWORD, again: str = PASSWORD):
    return client.post(link(sent), {"password": password, "password_again": again}, follow=True)


def test_page_welcomes_by_name_and_address(client, sent):
    page = client.get(link(sent)).text

    assert "Welcome, New Person" in page
    assert "You sign in with new@council.example" in page


@pytest.mark.parametrize("method", ["get", "head"])
def test_opening_the_link_uses_nothing_up(client, sent, method):
    """Mail services open links to look for harm before the person does."""
    getattr(client, method)(link(sent))

    assert "Your password is set. Sign in with it now." in choose(client, sent).text


def test_password_is_set_and_the_person_signs_in_with_it(client, sent):
    response = choose(client, sent)

    assert response.redirect_chain == [("/accounts/login/", 302)]
    response = client.post("/accounts/login/", {"login": "new@council.example", "password": PASSWORD})
    assert response.url == "/"


@pytest.mark.parametrize(
    ("password", "again", "field", "error"),
    [
        ("", "", "password", "Choose a password"),
        (
            "short",
            "short",
            "password",
            "This password is too short. It must contain at least 12 characters.",
        ),
        ("password12345", "password12345", "password", "This password is too common."),
        (
            "new@council.example",
            "new@council.example",
            "password",
            "The password is too similar to the e-mail address.",
        ),
        ("New Person 12", "New Person 12", "password", "The password is too similar to the name."),
        (
            PASSWORD,
            "something else",
            "password_again",
            "The two passwords differ. Type the same one in both boxes",
        ),
        (PASSWORD, "", "password_again", "Type the password once more"),
    ],
)
def test_bad_password_comes_back_saying_what_to_do(client, sent, password, again, field, error):
    response = choose(client, sent, password, again)

    assert response.context["form"].errors[field] == [error]
    assert not User.objects.get(pk=sent.invitation.user_id).is_active


@pytest.mark.parametrize("how", ["used", "cancelled", "never was"])
def test_dead_link_says_so_and_where_to_ask(client, sent, how):
    path = link(sent)
    if how == "used":
        actions.accept_invitation(invitation=sent.invitation, password=PASSWORD)
    elif how == "cancelled":
        actions.cancel_invitation(user=sent.invitation.user, by=sent.invitation.sent_by)
    else:
        path = path.replace(sent.token, "of-nobody")

    for response in (client.get(path), client.post(path, {"password": PASSWORD, "password_again": PASSWORD})):
        assert response.status_code == 410
        assert "This invitation does not work any more" in response.text


def test_somebody_signed_in_is_asked_to_sign_out_first(client_as, sent):
    client = client_as(Role.MEMBER, name="Ada Brown")

    response = choose(client, sent)

    assert "You are signed in as Ada Brown" in response.text
    assert not User.objects.get(pk=sent.invitation.user_id).is_active


def test_new_password_through_a_new_invitation_ends_older_sessions(client, client_as, user_as):
    older = client_as(Role.MEMBER)
    sent = actions.send_invitation(user=older.user, by=user_as(Role.ADMINISTRATOR))

    choose(client, sent, "quite another one", "quite another one")

    assert older.get("/people/your-account/").status_code == 302
