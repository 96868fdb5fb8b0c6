from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from core import navigation
from core.access import Permission, Role


@pytest.fixture(autouse=True)
def sections(monkeypatch) -> None:
    monkeypatch.setattr(navigation, "_sections", {})
    navigation.register("Cookies", "cookies", permission=None, order=20)
    navigation.register("Accounts", "account_login", permission=Permission.MANAGE_ACCOUNTS, order=10)


def items(path: str, *roles: Role) -> list[dict]:
    request = RequestFactory().get(path)
    signed_in = SimpleNamespace(is_authenticated=True, is_active=True, roles=list(roles))
    request.user = signed_in if roles else AnonymousUser()
    return navigation.items_for(request)


def test_sections_stand_in_order_for_those_who_may_open_them() -> None:
    assert [item["text"] for item in items("/", Role.ADMINISTRATOR)] == ["Accounts", "Cookies"]
    assert [item["text"] for item in items("/", Role.MEMBER)] == ["Cookies"]
    assert [item["text"] for item in items("/")] == ["Cookies"]


@pytest.mark.parametrize(
    ("path", "current", "active"),
    [("/", False, False), ("/cookies/", True, True), ("/cookies/more/", False, True)],
)
def test_section_is_marked_on_its_page_and_within_it(path: str, current: bool, active: bool) -> None:
    assert items(path) == [{"text": "Cookies", "href": "/cookies/", "current": current, "active": active}]


def test_page_within_two_sections_belongs_to_the_inner_one() -> None:
    navigation.register("Scorecard", "scorecard:month_read", permission=None, order=30)
    navigation.register("Figures in", "scorecard:upload_list", permission=None, order=40)

    marked = [(item["text"], item["active"]) for item in items("/scorecard/uploads/new/")]

    assert marked == [("Cookies", False), ("Scorecard", False), ("Figures in", True)]
