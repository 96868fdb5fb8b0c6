"""What an administrator sees and does."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from core.access import Role
from people import actions
from people.models import User
from tests.factories.people import PASSWORD, PostHoldingFactory, UserFactory
from tests.people.answers import messages_of

LIST = "/people/accounts/"


@pytest.fixture
def administrator(client_as) -> Client:
    return client_as(Role.ADMINISTRATOR, name="Admin One", email="admin@council.example")


def page_of(account: User, name: str = "account_detail") -> str:
    return reverse(f"people:{name}", args=[account.pk])


def names_listed(client: Client, query: str = "") -> list[str]:
    return [account.name for account in client.get(LIST + query).context["page"]]


# The list


@pytest.fixture
def three(administrator) -> list[User]:
    by = administrator.user
    ada = UserFactory(name="Ada Brown", email="ada@council.example", roles=[Role.MEMBER, Role.MI_OFFICER])
    bea = UserFactory(name="Bea Green", email="bea@schools.example", roles=[Role.PANEL_MEMBER])
    actions.deactivate(user=bea, reason="Left", by=by)
    actions.invite(email="cy@council.example", name="Cy White", roles=[Role.MEMBER], by=by)
    return [ada, bea, by]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Ada Brown", "Admin One", "Bea Green", "Cy White"]),
        ("?q=brown", ["Ada Brown"]),
        ("?q=council.example ad", ["Ada Brown", "Admin One"]),
        ("?q=nobody", []),
        ("?role=member", ["Ada Brown", "Cy White"]),
        ("?state=active", ["Ada Brown", "Admin One"]),
        ("?state=invited", ["Cy White"]),
        ("?state=not_taken_up", []),
        ("?state=deactivated", ["Bea Green"]),
        ("?role=member&state=active&q=ada", ["Ada Brown"]),
        ("?role=mayor", ["Ada Brown", "Admin One", "Bea Green", "Cy White"]),
    ],
)
def test_list_is_narrowed_by_words_role_and_state(administrator, three, query, names):
    assert names_listed(administrator, query) == names


def test_list_without_a_match_says_what_to_try(administrator):
    assert "No account matches. Try fewer words" in administrator.get(f"{LIST}?q=nobody").text


def test_list_goes_on_on_a_second_page_with_the_same_filters(administrator):
    UserFactory.create_batch(51, roles=[Role.MEMBER])

    first = administrator.get(f"{LIST}?role=member")

    assert len(first.context["page"]) == 50
    assert "role=member&amp;page=2" in first.text
    assert len(administrator.get(f"{LIST}?role=member&page=2").context["page"]) == 1


@pytest.mark.parametrize("more", [0, 2])
def test_list_costs_the_same_queries_for_one_and_three(administrator, django_assert_num_queries, more):
    for number in range(more):
        actions.invite(
            email=f"new{number}@council.example", name="New", roles=[Role.MEMBER], by=administrator.user
        )

    with django_assert_num_queries(4):  # session, reader, count, accounts
        administrator.get(LIST)


# Inviting


def invite(client: Client, **changes):
    fields = {"name": "New Person", "email": "new@council.example", "roles": [Role.MEMBER, Role.MI_OFFICER]}
    return client.post(f"{LIST}invite/", fields | changes, follow=True)


def test_invitation_is_mailed_with_a_link_that_lets_the_person_in(administrator):
    response = invite(administrator)

    assert messages_of(response) == ["The invitation is on its way to new@council.example."]
    (message,) = mail.outbox
    assert message.to == ["new@council.example"]
    link = re.search(r"http://testserver(/people/invitation/\S+/)", message.body).group(1)
    new = Client()
    new.post(link, {"password": PASSWORD, "password_again": PASSWORD})
    new.post("/accounts/login/", {"login": "new@council.example", "password": PASSWORD})
    account = new.get("/people/your-account/").context["user"]
    assert (account.name, account.roles) == ("New Person", ["member", "mi_officer"])


@pytest.mark.parametrize(
    ("changes", "field", "error"),
    [
        ({"name": ""}, "name", "Enter the person's full name"),
        ({"email": ""}, "email", "Enter the person's e-mail address"),
        ({"email": "nobody"}, "email", "Enter an email address in the correct format, like name@example.com"),
        ({"roles": []}, "roles", "Choose at least one role"),
        (
            {"email": "ADMIN@council.example"},
            "email",
            "Somebody already has an account with this e-mail address.",
        ),
    ],
)
def test_bad_invitation_comes_back_saying_what_to_do(administrator, changes, field, error):
    response = invite(administrator, **changes)

    assert error in response.context["form"].errors[field]
    assert (User.objects.count(), mail.outbox) == (1, [])


def test_mail_that_cannot_be_sent_is_said_and_can_be_sent_again(administrator, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    response = invite(administrator)

    assert messages_of(response) == [
        "The mail could not be sent. Check the mail server, then send the invitation again."
    ]
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    administrator.post(page_of(User.objects.get(name="New Person"), "invitation_send"))
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(("is_demo", "is_shown"), [(True, True), (False, False)])
def test_link_is_shown_in_the_demonstration_alone(administrator, settings, is_demo, is_shown):
    settings.DEMO = is_demo

    assert ("/people/invitation/" in invite(administrator).text) is is_shown


def test_cancelled_invitation_is_said(administrator):
    invite(administrator)
    account = User.objects.get(name="New Person")

    response = administrator.post(page_of(account, "invitation_cancel"), follow=True)
    again = administrator.post(page_of(account, "invitation_cancel"), follow=True)

    assert messages_of(response) == ["The invitation is cancelled. Its link no longer works."]
    assert messages_of(again) == ["There is no open invitation to cancel."]
    assert "Invitation not taken up" in again.text


# Changing


def edit(client: Client, account: User, **changes):
    fields = {"name": account.name, "email": account.email, "roles": account.roles}
    return client.post(page_of(account, "account_edit"), fields | changes, follow=True)


def test_edit_page_shows_what_is_and_saves_what_is_typed(administrator):
    account = UserFactory(name="Ada Brown", roles=[Role.MEMBER])
    assert administrator.get(page_of(account, "account_edit")).context["form"].initial["name"] == "Ada Brown"

    response = edit(administrator, account, name="Ada Black", roles=[Role.PANEL_MEMBER])

    account.refresh_from_db()
    assert (account.name, account.roles) == ("Ada Black", ["panel_member"])
    assert messages_of(response) == ["The account of Ada Black is changed."]
    assert mail.outbox == []


def test_both_addresses_are_told_of_a_new_address(administrator):
    account = UserFactory(email="old@council.example", roles=[Role.MEMBER])

    edit(administrator, account, email="New@council.example")

    assert [m.to for m in mail.outbox] == [["old@council.example"], ["new@council.example"]]


def test_last_administrator_is_told_why_the_role_stays(administrator):
    response = edit(administrator, administrator.user, roles=[Role.MEMBER])

    assert response.context["form"].non_field_errors() == [
        "This is the only active administrator. Give somebody else the role first, then try again."
    ]
    administrator.user.refresh_from_db()
    assert administrator.user.roles == [Role.ADMINISTRATOR]


@pytest.mark.parametrize("name", ["account_deactivate", "account_reactivate", "second_factor_remove"])
def test_reason_must_be_given(administrator, name):
    response = administrator.post(page_of(UserFactory(), name), {"reason": " "})

    assert response.context["form"].errors == {"reason": ["Give the reason, in a few words"]}


def test_deactivated_and_reactivated_with_a_reason(administrator):
    account = UserFactory(name="Ada Brown")

    gone = administrator.post(
        page_of(account, "account_deactivate"), {"reason": "Left the council"}, follow=True
    )
    back = administrator.post(page_of(account, "account_reactivate"), {"reason": "Came back"}, follow=True)

    assert messages_of(gone) == ["Ada Brown is deactivated and signed out."]
    assert "by Admin One: Left the council" in gone.text
    assert messages_of(back) == ["Ada Brown is reactivated."]
    account.refresh_from_db()
    assert account.is_active


def test_lost_second_factor_is_removed_with_a_reason(administrator):
    account = UserFactory(name="Ada Brown")
    account.authenticator_set.create(type="totp", data={})

    response = administrator.post(
        page_of(account, "second_factor_remove"), {"reason": "Telephone stolen"}, follow=True
    )

    assert messages_of(response) == [
        "The second factor of Ada Brown is removed. They set up a new one when they next sign in."
    ]
    assert account.authenticator_set.count() == 0


def test_somebody_is_signed_out_everywhere(administrator, client_as):
    other = client_as(Role.MEMBER, name="Ada Brown")

    response = administrator.post(page_of(other.user, "account_sign_out"), follow=True)

    assert messages_of(response) == ["Ada Brown is signed out everywhere."]
    assert other.get("/people/your-account/").status_code == 302


def test_account_that_is_not_there_is_not_found(administrator):
    assert administrator.get(f"{LIST}999999/").status_code == 404


# The history


def told(client: Client, account: User) -> list[tuple[str, str, str]]:
    """Who, what and why, oldest first."""
    changes = client.get(page_of(account, "account_history")).context["changes"]
    return [(change.by, change.what, change.reason) for change in reversed(changes)]


@pytest.mark.django_db(transaction=True)  # each change at a moment of its own
def test_history_tells_who_changed_what_and_why(administrator):
    invite(administrator)
    account = User.objects.get(name="New Person")
    sent = actions.send_invitation(user=account, by=administrator.user)
    actions.accept_invitation(invitation=sent.invitation, password=PASSWORD)
    edit(administrator, account, name="Newer Person", roles=[Role.MEMBER, Role.PANEL_MEMBER])
    holding = PostHoldingFactory(user=account, post__title="Lead member")
    actions.end_holding(holding=holding, ends_on=holding.starts_on, by=administrator.user)
    administrator.post(page_of(account, "account_deactivate"), {"reason": "Left the council"})
    administrator.post(page_of(account, "account_reactivate"), {"reason": "Came back"})

    assert told(administrator, account) == [
        (
            "Admin One",
            "Opened the account for new@council.example, "
            "the roles Member of the council, Management information officer",
            "",
        ),
        ("Admin One", "Sent an invitation to new@council.example", ""),
        ("Admin One", "Cancelled the invitation", ""),
        ("Admin One", "Sent an invitation to new@council.example", ""),
        ("Newer Person", "Took up the invitation with a password", ""),
        ("Admin One", "Changed the name from New Person to Newer Person", ""),
        ("Admin One", "Gave the role Panel member", ""),
        ("Admin One", "Took away the role Management information officer", ""),
        ("The portal", "Listed as Lead member from 1 April 2018", ""),
        ("Admin One", "Listed as Lead member from 1 April 2018 until 1 April 2018", ""),
        ("Admin One", "Deactivated the account", "Left the council"),
        ("Admin One", "Reactivated the account", "Came back"),
    ]


def test_history_tells_of_a_change_made_past_the_portal(administrator):
    account = UserFactory(roles=[])

    User.objects.filter(pk=account.pk).update(roles=[Role.ADMINISTRATOR])

    assert told(administrator, account)[-1] == ("The portal", "Gave the role Administrator", "")


@pytest.mark.parametrize("more", [0, 2])
def test_history_costs_the_same_queries_for_one_and_three_of_everything(
    administrator, django_assert_num_queries, more
):
    account = UserFactory()
    for _ in range(1 + more):
        actions.send_invitation(user=account, by=administrator.user)
        PostHoldingFactory(user=account)

    with django_assert_num_queries(11):
        administrator.get(page_of(account, "account_history"))


@pytest.mark.usefixtures("no_mail_server")
def test_changed_address_is_kept_and_mail_that_cannot_be_sent_is_said(administrator):
    account = UserFactory(email="before@council.example", roles=[Role.MEMBER])

    response = edit(administrator, account, email="after@council.example")

    assert messages_of(response) == [
        "The mail about the new address could not be sent. Check the mail server.",
        f"The account of {account.name} is changed.",
    ]
    account.refresh_from_db()
    assert account.email == "after@council.example"
