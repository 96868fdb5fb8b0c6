"""Formatted text typed in the editor, by keyboard, and without any script."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import check_axe
from tests.browser.checks import check_page
from tests.browser.keyboard import tab_to
from tests.core.richtext.pasted import FROM_WORD, KEPT_FROM_WORD

pytestmark = [pytest.mark.browser, pytest.mark.urls("tests.rich_text_urls")]
MINUTE = (
    '<div class="portal-rich"><ol><li id="minute-1"><p>The report was introduced.</p></li>'
    '<li id="minute-2"><p>Questions were answered:</p>'
    '<ol type="a"><li id="minute-2-a"><p>on placements; and</p></li>'
    '<li id="minute-2-b"><p>on schools.</p></li></ol></li>'
    '<li id="minute-3"><p>It was RESOLVED that the report be noted.</p></li></ol></div>'
)


@pytest.fixture
def box(browse):
    page = browse("/minute/")
    return ready(page)


def ready(page: Page):
    """The editor's box, once it stands in place of the plain one."""
    expect(page.get_by_role("toolbar")).to_be_visible()
    return page.get_by_role("textbox", name="Minute" if "minute" in page.url else "Report")


def save(page: Page) -> None:
    page.get_by_role("button", name=re.compile("Save the (minute|report)")).click()


def kept(page: Page) -> str:
    return page.locator("#kept").inner_html()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def test_page_with_the_editor_is_accessible(box):
    check_page(box.page)


def test_three_paragraphs_the_second_with_lettered_points(box):
    page = box.page
    box.click()
    press(page, "1. Numbered paragraphs")
    page.keyboard.type("The report was introduced.\nQuestions were answered:\n")
    press(page, "Indent the point")
    page.keyboard.type("on placements; and\non schools.\n")
    press(page, "Outdent the point")
    page.keyboard.type("It was RESOLVED that the report be noted.")

    assert box.locator("ol").evaluate_all(
        "lists => lists.map(list => getComputedStyle(list).listStyleType)"
    ) == [
        "decimal",
        "portal-letters",
    ]
    save(page)

    assert kept(page) == MINUTE


def test_the_same_by_keyboard_alone_and_tab_leaves_the_box(browse):
    page = browse("/minute/")
    box = ready(page)
    tab_to(page, page.get_by_role("button", name="Bold"))
    page.keyboard.press("Tab")
    expect(box).to_be_focused()
    page.keyboard.type("1. The report was introduced.\nQuestions were answered:\n")
    page.keyboard.type("a) on placements; and\non schools.\n")
    page.keyboard.press("Control+[")
    page.keyboard.type("It was RESOLVED that the report be noted.")

    page.keyboard.press("Tab")
    expect(page.get_by_label("Note (optional)")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(box).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("button", name="Bold")).to_be_focused()
    tab_to(page, "Save the minute")
    page.keyboard.press("Enter")

    assert kept(page) == MINUTE


def test_arrows_go_from_button_to_button_and_alt_f10_comes_to_them(box):
    page = box.page
    box.click()

    page.keyboard.press("Alt+F10")
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name="1. Numbered paragraphs")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("button", name="Italic")).to_be_focused()
    page.keyboard.press("End")
    expect(page.get_by_role("button", name="Redo")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name="Bold")).to_be_focused()
    page.keyboard.press("Enter")

    expect(box).to_be_focused()
    page.keyboard.type("so")
    expect(page.get_by_role("button", name="Bold")).to_have_attribute("aria-pressed", "true")
    assert box.inner_html() == "<p><strong>so</strong></p>"


def test_an_empty_minute_is_refused_and_the_link_leads_into_the_box(box):
    page = box.page
    save(page)
    box = ready(page)

    page.get_by_role("link", name="Enter the minute").click()

    expect(box).to_be_focused()
    said = box.get_attribute("aria-describedby").split()
    words = [" ".join(page.locator(f"#{id_}").inner_text().split()) for id_ in said]
    assert words == ["In the past tense", "Error: Enter the minute"]
    check_axe(page)


def test_words_typed_before_another_field_was_refused_are_still_there(browse):
    page = browse("/minute/")
    box = ready(page)
    box.fill("x")
    box.evaluate(
        "box => box.editor.commands.setContent('<p>a\\u0007b <strong>c</strong></p>', { emitUpdate: true })"
    )
    save(page)

    box = ready(page)
    expect(page.get_by_role("link", name=re.compile("control character"))).to_be_visible()
    assert box.inner_text() == "a\x07b c"


def test_a_list_pasted_from_word_is_seen_and_kept_as_it_was(box):
    page = box.page
    box.click()
    box.evaluate(
        """(box, html) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/html", html);
            box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
        }""",
        FROM_WORD,
    )

    assert box.locator("ol > li > ol > li > ol > li").inner_text() == "for brothers and sisters"
    save(page)

    assert re.sub(' id="[^"]*"', "", kept(page)) == f'<div class="portal-rich">{KEPT_FROM_WORD}</div>'


def test_a_link_is_asked_for_and_a_wrong_address_is_told(box):
    page = box.page
    box.fill("the plan")
    page.keyboard.press("Control+A")
    page.keyboard.press("Control+K")
    address = page.get_by_role("textbox", name="Web or email address")
    expect(address).to_be_focused()
    check_axe(page)

    page.keyboard.type("javascript:alert(1)")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Enter an address, like")).to_be_visible()
    check_axe(page)
    address.fill("council.example/plan")
    page.keyboard.press("Enter")
    expect(box).to_be_focused()
    save(page)

    assert page.locator("#kept a").get_attribute("href") == "https://council.example/plan"


def test_numbers_go_on_after_a_paragraph_between_and_undo_takes_back(box):
    page = box.page
    box.click()
    page.keyboard.type("1. one\n\nbetween\n")
    press(page, "1. Numbered paragraphs")
    page.keyboard.type("two")

    assert box.locator("ol").evaluate_all("lists => lists.map(list => list.start)") == [1, 2]
    press(page, "Undo")
    assert "two" not in box.inner_text()


def test_a_report_keeps_its_table_and_takes_headings(browse):
    page = browse("/report/")
    box = ready(page)
    box.focus()  # by hand: where a click put the caret may arrive after the first key
    page.keyboard.press("Control+Home")
    page.keyboard.type("Summary")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowUp")
    press(page, "Heading")
    check_axe(page)
    save(page)

    assert re.sub(' id="[^"]*"', "", kept(page)) == (
        '<div class="portal-rich"><h2>Summary</h2><p>Before <strong>bold</strong></p>'
        '<table><thead><tr><th scope="col">Month</th><th scope="col">Result</th></tr></thead>'
        "<tbody><tr><td>July</td><td>47.1%</td></tr></tbody></table></div>"
    )


@pytest.mark.parametrize("width", [320, 375])
def test_toolbar_fits_a_phone(page_at, width):
    page = page_at(width)
    page.goto("/minute/")
    ready(page)

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_a_plain_box_does_the_same(browse):
    page = browse("/minute/", scripts=False)
    box = page.get_by_label("Minute", exact=True)
    assert box.evaluate("box => box.tagName") == "TEXTAREA"

    box.fill(
        "1. The report was introduced.\n\n2. Questions were answered:\na) on placements; and\nb) on schools.\n\n"
        "3. It was RESOLVED that the report be noted."
    )
    save(page)

    assert kept(page) == MINUTE


def test_without_scripts_what_was_kept_comes_as_plain_lines_and_errors_are_told(browse):
    page = browse("/report/", scripts=False)
    box = page.get_by_label("Report", exact=True)
    assert box.input_value() == "Before **bold**\n\n|= Month |= Result |\n| July | 47.1% |"

    box.fill("")
    save(page)

    page.get_by_role("link", name="Enter the report").click()
    expect(page.get_by_label("Report", exact=True)).to_be_focused()
