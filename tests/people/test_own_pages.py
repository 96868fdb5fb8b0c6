"""One's own account, and the page on who may do what."""

from datetime import date

import pytest
from django.utils.html import escape

from core.access import ROLE_DESCRIPTIONS, ROLE_PERMISSIONS, Permission, Role
from tests.factories.people import PostHoldingFactory
from tests.page import open_page

OWN_ACCOUNT = "/people/your-account/"


def test_own_account_says_name_address_roles_and_posts(client_as):
    client = client_as(Role.MI_OFFICER, Role.MEMBER, name="Ada Brown", email="ada@council.example")
    PostHoldingFactory(user=client.user, post__title="Analyst", starts_on=date(2018, 4, 1))

    page = client.get(OWN_ACCOUNT).text

    for words in ("Ada Brown", "ada@council.example", "Analyst, from 1 April 2018"):
        assert words in page
    for role in (Role.MI_OFFICER, Role.MEMBER):
        assert f"{role.label}.</strong> {escape(ROLE_DESCRIPTIONS[role])}" in page


def test_own_account_without_a_role_says_who_can_give_one(client_as):
    assert "You have no role yet. An administrator can give you one." in client_as().get(OWN_ACCOUNT).text


@pytest.mark.parametrize(("is_required", "is_said"), [(True, True), (False, False)])
def test_own_account_says_when_a_second_factor_is_needed(client_as, settings, is_required, is_said):
    settings.REQUIRE_SECOND_FACTOR = is_required
    client = client_as(Role.PANEL_MEMBER)
    client.user.authenticator_set.create(type="totp", data={})

    assert ("Your role needs a second factor" in client.get(OWN_ACCOUNT).text) is is_said


def test_matrix_answers_yes_or_no_for_each_permission_and_role_as_the_table_has_it(client_as):
    rows = client_as(Role.MEMBER).get("/people/access/").context["rows"]

    answers = {(row["permission"], role): is_allowed for row in rows for role, is_allowed in row["answers"]}
    assert answers == {(p.label, r.label): p in ROLE_PERMISSIONS[r] for p in Permission for r in Role}


def test_matrix_says_the_answers_in_words(client_as):
    page = client_as(Role.MEMBER).get("/people/access/").text

    yes = sum(len(permissions) for permissions in ROLE_PERMISSIONS.values())
    assert page.count("<strong>Yes</strong>") == yes
    assert page.count(">No<") == len(Role) * len(Permission) - yes
    for role in Role:
        assert escape(ROLE_DESCRIPTIONS[role]) in page


@pytest.mark.parametrize(("role", "is_offered"), [(Role.MI_OFFICER, True), (Role.MEMBER, False)])
def test_uploads_are_offered_to_those_who_may_read_them(client_as, role, is_offered):
    assert (">Uploads<" in client_as(role).get("/scorecard/").text.replace("\n", "")) == is_offered


@pytest.mark.parametrize(
    ("kinds", "offered"),
    [
        ([], ["Change your password", "Set up your authenticator app", "Add a passkey"]),
        (
            ["totp"],
            [
                "Change your password",
                "Change your authenticator app",
                "Add a passkey",
                "Add recovery codes",
            ],
        ),
        (
            ["totp", "recovery_codes"],
            [
                "Change your password",
                "Change your authenticator app",
                "Add a passkey",
                "Change your recovery codes",
            ],
        ),
    ],
)
def test_what_is_not_there_is_added_rather_than_changed(client_as, kinds, offered):
    client = client_as(Role.MEMBER)
    for kind in kinds:
        client.user.authenticator_set.create(type=kind, data={})

    assert open_page(client, OWN_ACCOUNT).texts(".govuk-summary-list__actions a") == offered
