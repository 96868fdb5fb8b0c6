import pytest
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse

from core.access import Role
from people.checks import no_demonstration_accounts
from people.demonstration import NAMES, PASSWORD, NotADemonstration, email_of, load_accounts
from people.models import User
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def demonstration(settings) -> None:
    settings.DEMO = True


def test_portal_that_is_no_demonstration_gets_no_account_with_a_known_password(settings):
    settings.DEMO = False

    with pytest.raises(ImproperlyConfigured, match="DEMO=1"):
        load_accounts(print)

    assert User.objects.count() == 0


def test_demonstration_has_one_account_for_each_role():
    load_accounts(print)

    assert {tuple(user.roles): user.name for user in User.objects.all()} == {(r,): NAMES[r] for r in Role}


@pytest.mark.parametrize("role", Role)
def test_everybody_can_sign_in_with_the_password_that_is_told(client, role):
    load_accounts(print)

    response = client.post(reverse("account_login"), {"login": email_of(role), "password": PASSWORD})

    assert (response.status_code, response.url) == (302, "/")
    assert client.get("/").context["user"].roles == [role]


def test_loading_again_adds_nothing_and_changes_nothing():
    load_accounts(print)
    changed = User.objects.get(email=email_of(Role.MEMBER))
    changed.name = "Somebody else"
    changed.set_password("another-password")
    changed.save()
    User.objects.get(email=email_of(Role.PANEL_MEMBER)).delete()
    said = []

    load_accounts(said.append)

    assert said == ["Accounts: 1 added."]
    assert User.objects.count() == len(Role)
    changed.refresh_from_db()
    assert (changed.name, changed.check_password("another-password")) == ("Somebody else", True)


def test_nobody_signs_in_with_the_public_password_outside_a_demonstration(client, settings):
    load_accounts(print)
    settings.DEMO = False

    login = {"login": email_of(Role.ADMINISTRATOR).upper(), "password": PASSWORD}
    response = client.post(reverse("account_login"), login)

    assert response.context["form"].non_field_errors() == [
        "The e-mail address or the password is not right. Check both and try again."
    ]
    assert client.get(reverse("people:own_account")).status_code == 302


def test_session_of_the_demonstration_ends_with_it(client, settings):
    load_accounts(print)
    client.force_login(User.objects.get(email=email_of(Role.ADMINISTRATOR)))
    own_account = reverse("people:own_account")
    assert client.get(own_account).status_code == 200

    settings.DEMO = False

    assert client.get(own_account).status_code == 302


def test_nothing_is_loaded_among_the_accounts_of_real_people():
    real = UserFactory()

    with pytest.raises(NotADemonstration, match="has accounts of real people"):
        load_accounts(print)

    assert list(User.objects.all()) == [real]


def test_whoever_was_invited_in_the_demonstration_does_not_stop_it_from_being_loaded_again():
    load_accounts(print)
    UserFactory()
    said = []

    load_accounts(said.append)

    assert said == ["Accounts: there already."]


@pytest.mark.parametrize(("is_demo", "is_loaded", "found"), [(0, 1, ["people.E001"]), (1, 1, []), (0, 0, [])])
def test_check_of_a_deployment_finds_accounts_of_the_demonstration(settings, is_demo, is_loaded, found):
    if is_loaded:
        load_accounts(print)
    settings.DEMO = bool(is_demo)

    assert [error.id for error in no_demonstration_accounts(databases=["default"])] == found
    assert no_demonstration_accounts(databases=None) == []
