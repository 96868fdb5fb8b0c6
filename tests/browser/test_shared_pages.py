"""The pages that belong to no room, and the look of all of them."""

import re

import pytest
from playwright.sync_api import Page, expect

from core import navigation
from core.access import Role
from tests.browser.checks import check_page, check_pages
from tests.contrast import contrast
from tests.failing_urls import FAILURES

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def demonstration(settings) -> None:
    settings.DEMO = True  # the style guide is open to all, and the banner shows


@pytest.fixture
def two_sections(monkeypatch) -> None:
    monkeypatch.setattr(navigation, "_sections", {})
    navigation.register("Cookies", "cookies", permission=None, order=1)
    navigation.register("Accessibility", "accessibility", permission=None, order=2)


def test_shared_pages_are_accessible_narrow_and_wide_light_and_dark(browse) -> None:
    check_pages(browse("/"), ["/style-guide/", "/accessibility/", "/cookies/"])


def test_every_page_of_a_failure_is_accessible(browse, settings, user_as) -> None:
    """To somebody signed in; a refusal says more to a stranger."""
    settings.ROOT_URLCONF = "tests.failing_urls"
    page, stranger = browse("/", user=user_as(Role.PANEL_MEMBER)), browse("/fail/403/")

    check_page(stranger)
    for status in FAILURES:
        assert page.goto(f"/fail/{status}/").status == status
        check_page(page)


def test_signed_in_reader_sees_an_accessible_page_with_a_way_out(browse, user_as) -> None:
    page = browse("/", user=user_as(Role.PANEL_MEMBER, name="Imogen Ashdown"))

    check_page(page)
    page.get_by_role("button", name="Sign out").click()

    expect(page.get_by_role("link", name="Sign in")).to_be_visible()


def test_first_stop_of_the_keyboard_skips_to_the_content(browse) -> None:
    page = browse("/cookies/")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main-content"


def test_every_link_of_the_error_summary_moves_focus_to_its_field(browse) -> None:
    page = browse("/style-guide/")
    links = page.locator(".govuk-error-summary__list a")

    focused = []
    for link in links.all():
        link.click()
        focused.append(page.evaluate("'#' + document.activeElement.id"))

    assert focused == [link.get_attribute("href") for link in links.all()]
    assert len(focused) == 12


def test_choice_reveals_its_field_with_scripts_and_shows_it_always_without(browse) -> None:
    page, bare = browse("/style-guide/"), browse("/style-guide/", scripts=False)

    page.locator("#id_wrong-reason-3").check()

    assert page.locator("#id_wrong-other_reason").is_visible()
    assert bare.locator("#id_wrong-other_reason").is_visible()


def test_limit_of_a_text_is_counted_down(browse) -> None:
    page = browse("/style-guide/")

    page.locator("#id_fresh-note").fill("x" * 201)

    assert page.get_by_text("You have 1 character too many").first.is_visible()


def test_row_is_added_on_the_page_and_takes_the_focus(browse) -> None:
    page = browse("/style-guide/")

    page.get_by_role("button", name="Add another person").click()

    assert page.get_by_role("group", name="Person 3").is_visible()
    assert page.evaluate("document.activeElement.id") == "id_rows-2-name"
    assert page.locator("#id_rows-TOTAL_FORMS").input_value() == "3"


def test_menu_of_a_phone_opens_with_scripts_and_stands_open_without(page_at, two_sections) -> None:
    page, bare = page_at(320), page_at(320, scripts=False)
    page.goto("/cookies/")
    bare.goto("/cookies/")
    item = "#navigation a"

    assert (page.locator(item).first.is_visible(), bare.locator(item).first.is_visible()) == (False, True)
    page.get_by_role("button", name="Menu").click()
    assert page.locator(item).first.is_visible()


def test_paper_carries_names_and_content_but_no_furniture(browse, two_sections) -> None:
    page = browse("/cookies/")

    page.emulate_media(media="print")

    assert page.get_by_text("Corporate Parenting Panel").first.is_visible()
    for furniture in (
        ".govuk-service-navigation",
        ".portal-sections",
        ".portal-header__account",
        ".portal-footer__list",
    ):
        assert not page.locator(furniture).is_visible()


def test_page_with_mistakes_says_so_in_its_title_and_takes_the_focus_there(browse) -> None:
    page = browse("/accounts/login/")

    page.locator("main button[type=submit]").first.click()

    expect(page).to_have_title(re.compile("^Error: "))
    expect(page.locator(".govuk-error-summary")).to_be_focused()


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_what_the_pointer_rests_on_can_still_be_read(browse, colours: str) -> None:
    page = browse("/style-guide/", colours=colours)

    faint = {}
    for target in page.locator("a:visible, button:visible:enabled, summary:visible").all():
        target.hover(force=True)
        text, ground = target.evaluate(TEXT_AND_GROUND)
        if contrast(text, ground) < 4.5:
            faint[target.text_content()] = (text, ground)

    assert faint == {}


# Both as #rrggbb; the ground is that of the nearest element that has one
TEXT_AND_GROUND = """element => {
    const two = number => Number(number).toString(16).padStart(2, "0");
    const hex = colour => "#" + colour.match(/\\d+/g).slice(0, 3).map(two).join("");
    let holder = element;
    while (getComputedStyle(holder).backgroundColor === "rgba(0, 0, 0, 0)") holder = holder.parentElement;
    return [hex(getComputedStyle(element).color), hex(getComputedStyle(holder).backgroundColor)];
}"""


def test_every_target_is_24_pixels_or_stands_apart(browse) -> None:
    page = browse("/style-guide/")

    assert _small_targets(page) == []


def _small_targets(page: Page) -> list[str]:
    """Buttons and boxes; links in running text are excepted by WCAG 2.5.8."""
    return page.evaluate(
        """[...document.querySelectorAll("button, input:not([type=hidden]), select, textarea, .govuk-button")]
        .filter(element => element.checkVisibility())
        .filter(element => { const box = element.getBoundingClientRect(); return box.width < 24 || box.height < 24; })
        .map(element => element.outerHTML)"""
    )
