from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.test import RequestFactory

from core import navigation
from core.access import Permission, Role


@pytest.fixture(autouse=True)
def sections(monkeypatch) -> None:
    monkeypatch.setattr(navigation, "_sections", {})
    navigation.register("Cookies", "cookies", permission=None, order=20)
    navigation.register("Sign in", "account_login", permission=Permission.MANAGE_ACCOUNTS, order=10)


@pytest.fixture
def figures() -> None:
    """An area of two sections, one inside the other."""
    navigation.register(
        "Month", "scorecard:month_read", permission=Permission.READ_SCORECARD, order=30, area="Figures"
    )
    navigation.register(
        "Uploads", "scorecard:upload_list", permission=Permission.READ_UPLOADS, order=40, area="Figures"
    )


def opened(path: str, *roles: Role) -> HttpRequest:
    request = RequestFactory().get(path)
    signed_in = SimpleNamespace(is_authenticated=True, is_active=True, roles=list(roles))
    request.user = signed_in if roles else AnonymousUser()
    return request


def areas(path: str, *roles: Role) -> list[str]:
    return [item["text"] for item in navigation.areas_for(opened(path, *roles))]


def test_areas_stand_in_order_for_those_who_may_open_them() -> None:
    assert areas("/", Role.ADMINISTRATOR) == ["Sign in", "Cookies"]
    assert areas("/", Role.MEMBER) == ["Cookies"]
    assert areas("/") == ["Cookies"]


@pytest.mark.parametrize(
    ("path", "current", "active"),
    [("/", False, False), ("/cookies/", True, True), ("/cookies/more/", False, True)],
)
def test_area_is_marked_on_its_page_and_within_it(path: str, current: bool, active: bool) -> None:
    assert navigation.areas_for(opened(path)) == [
        {"text": "Cookies", "href": "/cookies/", "current": current, "active": active}
    ]


def test_area_leads_to_the_first_section_in_it_that_the_reader_may_open(figures) -> None:
    assert areas("/", Role.MI_OFFICER) == ["Cookies", "Figures"]
    assert navigation.areas_for(opened("/", Role.MI_OFFICER))[-1]["href"] == "/scorecard/"
    assert areas("/") == ["Cookies"]


def test_sections_of_an_area_show_within_it_only_and_the_inner_of_two_is_marked(figures) -> None:
    within = navigation.sections_for(opened("/scorecard/uploads/new/", Role.MI_OFFICER))

    assert [(item["text"], item["active"]) for item in within] == [("Month", False), ("Uploads", True)]
    assert navigation.sections_for(opened("/cookies/", Role.MI_OFFICER)) == []


def test_section_alone_in_its_area_for_this_reader_makes_no_second_row(figures) -> None:
    assert navigation.sections_for(opened("/scorecard/", Role.MEMBER)) == []
