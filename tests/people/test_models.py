import datetime

import pytest
from django.db import IntegrityError

from core.access import Role
from people.models import User
from tests.factories.people import PostHoldingFactory, UserFactory


def test_email_is_kept_in_lower_case(db):
    user = UserFactory(email="Clerk@Council.Example")

    assert user.email == "clerk@council.example"


def test_email_is_used_once_whatever_its_case(db):
    UserFactory(email="clerk@council.example")

    with pytest.raises(IntegrityError, match="user_email_once"):
        User.objects.bulk_create([User(email="CLERK@council.example", name="Someone else")])


def test_unknown_role_is_refused_by_the_database(db):
    with pytest.raises(IntegrityError, match="user_roles_known"):
        UserFactory(roles=[Role.MEMBER, "mayor"])


def test_superuser_is_an_administrator_who_may_open_the_admin_site(db):
    user = User.objects.create_superuser("root@council.example", "correct horse battery staple")

    assert (user.roles, user.is_staff, user.is_superuser) == ([Role.ADMINISTRATOR], True, True)


@pytest.mark.parametrize("ends_on", [None, datetime.date(2018, 4, 1), datetime.date(2019, 4, 1)])
def test_holding_may_last_a_day_or_have_no_end(db, ends_on):
    holding = PostHoldingFactory(starts_on=datetime.date(2018, 4, 1), ends_on=ends_on)

    assert holding.pk is not None


def test_holding_cannot_end_before_it_starts(db):
    with pytest.raises(IntegrityError, match="post_holding_dates_in_order"):
        PostHoldingFactory(starts_on=datetime.date(2018, 4, 1), ends_on=datetime.date(2018, 3, 31))


def test_client_as_is_signed_in_with_the_roles(client_as):
    client = client_as(Role.MEMBER, Role.MI_OFFICER, name="Ada Placeholder")

    assert client.user.roles == [Role.MEMBER, Role.MI_OFFICER]
    assert client.get("/").context["user"] == client.user
