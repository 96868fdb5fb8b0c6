import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from django.urls import reverse
from structlog.testing import capture_logs

from core.access import Role
from cpp_portal.sign_in import single_sign_on
from people import actions
from people.models import User
from tests import production
from tests.factories.people import UserFactory
from tests.people.answers import OWN_ACCOUNT, is_signed_in
from tests.people.sign_on_service import CLIENT, SignOnService

SIGN_ON = "/accounts/single-sign-on/"


@pytest.fixture
def service(settings):
    with SignOnService() as service:
        settings.OIDC_SERVER_URL, settings.OIDC_NAME = service.address, "council account"
        settings.SOCIALACCOUNT_PROVIDERS = single_sign_on(
            server_url=service.address, name="council account", **CLIENT
        )
        yield service


@pytest.fixture
def invitation(user_as) -> actions.SentInvitation:
    by = user_as(Role.ADMINISTRATOR)
    return actions.invite(email="new@council.example", name="New", roles=[Role.MEMBER], by=by)


def go_there_and_back(client: Client, begin: str = SIGN_ON):
    """What a browser does: ask the portal, be sent to the service, come back with its answer."""
    sent = client.post(begin)
    assert sent.status_code == 302
    answer = requests.get(sent.url, allow_redirects=False, timeout=5)
    return client.get(answer.headers["Location"].removeprefix("http://testserver"), follow=True)


def accept_by_sign_on(client: Client, invitation: actions.SentInvitation):
    return go_there_and_back(client, reverse("people:invitation_single_sign_on", args=[invitation.token]))


def test_invited_person_joins_by_single_sign_on_and_signs_in_with_it_from_then_on(
    client, service, invitation
):
    accept_by_sign_on(client, invitation)

    assert client.get(OWN_ACCOUNT).context["user"] == invitation.invitation.user
    assert "council account" in client.get(OWN_ACCOUNT).text

    later = Client()
    go_there_and_back(later)
    assert later.get(OWN_ACCOUNT).context["user"] == invitation.invitation.user


def test_page_of_the_invitation_offers_both_ways(client, service, invitation):
    page = client.get(reverse("people:invitation_accept", args=[invitation.token])).text

    assert "Continue with council account" in page
    assert "Choose a password" in page


def test_stranger_is_refused_and_gets_no_account(client, service, db):
    response = go_there_and_back(client)

    assert (response.status_code, "You need an invitation" in response.text) == (403, True)
    assert (User.objects.count(), SocialAccount.objects.count()) == (0, 0)
    assert not is_signed_in(client)


def test_same_address_alone_links_nothing(client, service, db):
    UserFactory(email="somebody@elsewhere.example", roles=[Role.MEMBER])

    response = go_there_and_back(client)

    assert response.status_code == 403
    assert SocialAccount.objects.count() == 0
    assert not is_signed_in(client)


def test_signed_in_person_cannot_link_without_an_invitation(client_as, service):
    client = client_as(Role.MEMBER)

    response = go_there_and_back(client, f"{SIGN_ON}?process=connect")

    assert response.status_code == 403
    assert SocialAccount.objects.count() == 0


def test_somebody_with_an_account_links_through_a_new_invitation(client, service, user_as):
    account = user_as(Role.MEMBER)

    accept_by_sign_on(client, actions.send_invitation(user=account, by=user_as(Role.ADMINISTRATOR)))

    assert client.get(OWN_ACCOUNT).context["user"] == account
    assert User.objects.get(pk=account.pk).has_usable_password()


def test_stranger_is_written_down_with_the_address_they_came_from(service, db):
    with capture_logs() as logged:
        go_there_and_back(Client())

    assert logged == [
        {
            "event": "sign_in_failed",
            "method": "single_sign_on",
            "error": "not invited",
            "address": "127.0.0.1",
            "log_level": "warning",
        }
    ]


def test_new_link_replaces_the_old_one(client, service, user_as):
    account, by = user_as(Role.MEMBER), user_as(Role.ADMINISTRATOR)
    accept_by_sign_on(client, actions.send_invitation(user=account, by=by))
    service.person = {"sub": "person-2"}
    accept_by_sign_on(Client(), actions.send_invitation(user=account, by=by))

    assert [a.uid for a in account.socialaccount_set.all()] == [f"{service.issuer} person-2"]
    service.person = {"sub": "person-1"}
    assert go_there_and_back(Client()).status_code == 403


def test_identity_of_one_account_does_not_join_another(client, service, user_as):
    first, second, by = user_as(Role.MEMBER), user_as(Role.MEMBER), user_as(Role.ADMINISTRATOR)
    accept_by_sign_on(client, actions.send_invitation(user=first, by=by))

    response = accept_by_sign_on(Client(), actions.send_invitation(user=second, by=by))

    assert response.status_code == 403
    assert second.socialaccount_set.count() == 0


def test_same_subject_of_another_issuer_is_somebody_else(client, service, invitation):
    accept_by_sign_on(client, invitation)

    service.issuer = f"{service.address}/another"
    response = go_there_and_back(Client())

    assert response.status_code == 403


def test_invitation_that_ran_out_on_the_way_is_refused(client, service, invitation):
    sent = client.post(reverse("people:invitation_single_sign_on", args=[invitation.token]))
    actions.cancel_invitation(user=invitation.invitation.user, by=invitation.invitation.sent_by)

    answer = requests.get(sent.url, allow_redirects=False, timeout=5)
    response = client.get(answer.headers["Location"].removeprefix("http://testserver"))

    assert response.status_code == 403
    assert SocialAccount.objects.count() == 0


def test_deactivated_account_does_not_get_in(client, service, invitation):
    accept_by_sign_on(client, invitation)
    user = invitation.invitation.user
    actions.deactivate(user=user, reason="Left", by=invitation.invitation.sent_by)

    response = go_there_and_back(Client())

    assert "This account is not in use" in response.text


@pytest.mark.parametrize(
    "claims",
    [{"aud": "another client"}, {"iss": "http://evil.example"}, {"exp": 1}],
    ids=["for another client", "from another issuer", "run out"],
)
def test_token_that_does_not_fit_is_refused(client, service, invitation, claims):
    service.claims = claims

    response = accept_by_sign_on(client, invitation)

    assert "Single sign-on did not work" in response.text
    assert not is_signed_in(client)


def test_code_is_worth_nothing_in_another_browser(client, service, invitation):
    sent = client.post(reverse("people:invitation_single_sign_on", args=[invitation.token]))
    answer = requests.get(sent.url, allow_redirects=False, timeout=5)

    response = Client().get(answer.headers["Location"].removeprefix("http://testserver"))

    assert "Single sign-on did not work" in response.text


def test_cancelled_sign_on_is_said_plainly(client, service, db):
    service.is_refusing = True

    assert "You cancelled the sign-on" in go_there_and_back(client).text


def test_service_out_of_reach_is_said_plainly(client, service, db):
    service.shutdown()
    service.server_close()

    response = client.post(SIGN_ON)

    assert (response.status_code, "Single sign-on did not work" in response.text) == (503, True)


def test_portal_without_the_service_offers_none(client, db):
    assert "Continue with" not in client.get("/accounts/login/").text
    assert client.post(SIGN_ON).status_code == 404


def test_nothing_about_the_person_is_kept_but_issuer_and_subject(client, service, invitation):
    accept_by_sign_on(client, invitation)

    kept = SocialAccount.objects.get()
    assert kept.uid == f"{service.issuer} person-1"
    assert kept.extra_data == {"id_token": {"iss": service.issuer, "sub": "person-1"}}


def second_factor_page(client: Client) -> bool:
    return client.get(OWN_ACCOUNT).status_code == 302


@pytest.mark.parametrize(("asks_itself", "is_sent_to_set_up"), [(False, True), (True, False)])
def test_service_that_asks_for_a_second_factor_counts_as_one_if_the_settings_say_so(
    client, service, user_as, settings, asks_itself, is_sent_to_set_up
):
    settings.REQUIRE_SECOND_FACTOR, settings.OIDC_SECOND_FACTOR = True, asks_itself
    account = user_as(Role.PANEL_MEMBER)

    accept_by_sign_on(client, actions.send_invitation(user=account, by=user_as(Role.ADMINISTRATOR)))

    assert second_factor_page(client) is is_sent_to_set_up


def test_forms_may_lead_to_the_service_and_nowhere_else():
    service = {
        "OIDC_SERVER_URL": "https://login.example/tenant/v2.0",
        "OIDC_CLIENT_ID": "a",
        "OIDC_CLIENT_SECRET": "b",
    }
    script = "from django.conf import settings; print(settings.CONTENT_SECURITY_POLICY['DIRECTIVES']['form-action'])"

    shown = production.run("-c", script, DJANGO_SETTINGS_MODULE="cpp_portal.settings", **service)

    assert shown.stdout.strip() == """["'self'", 'https://login.example']"""
