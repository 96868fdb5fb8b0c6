import pytest
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse

from core.access import Role
from people.demonstration import NAMES, PASSWORD, email_of, load_accounts
from people.models import User

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
