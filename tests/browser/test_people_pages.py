"""The pages about accounts at every width that a reader may hold."""

import pytest

from core.access import Permission, Role
from people.actions import change_account
from people.models import User
from tests.browser.checks import check_no_sideways_scroll

pytestmark = pytest.mark.browser
WIDTHS = (320, 375, 768, 901, 1000, 1280)
LONG = "bartholomew.featherstonehaugh-cholmondeley@corporate-parenting.council.example"


@pytest.fixture
def administrator(user_as) -> User:
    return user_as(Role.ADMINISTRATOR, name="Imogen Ashdown")


@pytest.fixture
def renamed(user_as, administrator) -> User:
    """Somebody of many roles whose address is longer than a phone is wide."""
    account = user_as(Role.MEMBER)
    change_account(user=account, name="Bartholomew Lane", email=LONG, roles=list(Role)[:-1], by=administrator)
    return account


def test_page_fits_every_width_whatever_the_address(browse, administrator, renamed) -> None:
    page = browse("/", user=administrator)

    for path in ("access/", "accounts/", f"accounts/{renamed.pk}/", f"accounts/{renamed.pk}/history/"):
        page.goto(f"/people/{path}")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            check_no_sideways_scroll(page)


@pytest.mark.parametrize(("width", "has_table"), [(999, False), (1000, True)])
def test_matrix_is_a_list_of_each_role_where_it_has_no_room(
    browse, administrator, width: int, has_table: bool
) -> None:
    page = browse("/people/access/", user=administrator)

    page.set_viewport_size({"width": width, "height": 900})

    assert page.get_by_role("table").is_visible() == has_table
    assert page.get_by_role("heading", name=Role.MEMBER.label, exact=True).is_visible() != has_table
    assert (
        page.get_by_role("listitem").filter(has_text=Permission.READ_ACCESS_MATRIX.label).count() > 0
    ) != (has_table)
