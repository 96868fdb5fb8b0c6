"""Our components draw what govuk-frontend's own templates draw, example by example."""

from collections.abc import Callable

import pytest

from core.templatetags.portal import component
from tests.reference import examples, plain, shape, text_of

START = "start buttons lead from a guide into a service; the portal has no such guide"
SPOKEN = "every error is announced as one"
INTERRUPTION = "the portal has the confirmation panel only"
CARD = "cards put boxes inside boxes, which the look forbids"
NAME = "the panel's name stands in the header"
LANGUAGE = "the portal speaks one language"


def draw(component_name: str, options: dict, /, **parameters) -> str:
    shared = {
        "classes": options.get("classes"),
        "id": options.get("id"),
        "attributes": plain(options.get("attributes")),
    }
    return component(component_name, **shared | parameters)


def button(o: dict) -> str:
    return draw(
        "button", o, text=text_of(o), href=o.get("href"), type=o.get("type"), name=o.get("name"), value=o.get("value"),
        disabled=o.get("disabled"), prevent_double_click=o.get("preventDoubleClick"),
    )  # fmt: skip


def tag(o: dict) -> str:
    return draw("tag", o, text=text_of(o))


def inset_text(o: dict) -> str:
    return draw("inset_text", o, text=text_of(o))


def hint(o: dict) -> str:
    return draw("hint", o, text=text_of(o))


def label(o: dict) -> str:
    return draw("label", o, text=text_of(o), is_page_heading=o.get("isPageHeading"), **{"for": o.get("for")})


def error_message(o: dict) -> str:
    return draw("error_message", o, text=text_of(o), visually_hidden_text=o.get("visuallyHiddenText"))


def warning_text(o: dict) -> str:
    return draw("warning_text", o, text=text_of(o), icon_fallback_text=o.get("iconFallbackText"))


def back_link(o: dict) -> str:
    return draw("back_link", o, text=text_of(o), href=o.get("href"))


def skip_link(o: dict) -> str:
    return draw("skip_link", o, text=text_of(o), href=o.get("href"))


def details(o: dict) -> str:
    summary = text_of(o, "summaryText", "summaryHtml")
    return draw("details", o, text=text_of(o), summary=summary, open=o.get("open"))


def panel(o: dict) -> str:
    title = text_of(o, "titleText", "titleHtml")
    return draw("panel", o, title=title, text=text_of(o), heading_level=o.get("headingLevel"))


def phase_banner(o: dict) -> str:
    tag_ = o.get("tag") or {}
    return draw("phase_banner", o, text=text_of(o), tag=text_of(tag_), tag_classes=tag_.get("classes"))


def breadcrumbs(o: dict) -> str:
    items = [_link(item) for item in o["items"]]
    return draw(
        "breadcrumbs", o, items=items, label=o.get("labelText"), collapse_on_mobile=o.get("collapseOnMobile")
    )


def error_summary(o: dict) -> str:
    return draw(
        "error_summary", o, title=text_of(o, "titleText", "titleHtml"),
        description=text_of(o, "descriptionText", "descriptionHtml"),
        errors=[_link(item) for item in o.get("errorList") or []], disable_auto_focus=o.get("disableAutoFocus"),
    )  # fmt: skip


def notification_banner(o: dict) -> str:
    return draw(
        "notification_banner", o, title=text_of(o, "titleText", "titleHtml"), body=text_of(o) if o.get("html") else "",
        text=o.get("text"), kind=o.get("type"), role=o.get("role"), title_id=o.get("titleId"),
        heading_level=o.get("titleHeadingLevel"), disable_auto_focus=o.get("disableAutoFocus"),
    )  # fmt: skip


def pagination(o: dict) -> str:
    items = [i | {"visually_hidden_text": i.get("visuallyHiddenText")} for i in o.get("items") or [] if i]
    return draw(
        "pagination", o, previous=_page(o.get("previous")), next=_page(o.get("next")), items=items,
        label=o.get("landmarkLabel"),
    )  # fmt: skip


def summary_list(o: dict) -> str:
    return draw("summary_list", o, rows=[_summary_row(row) for row in o["rows"] if row])


def table(o: dict) -> str:
    head = [cell | {"text": text_of(cell)} for cell in o.get("head") or []]
    rows = [[c | {"text": text_of(c)} for c in row] for row in o["rows"] if row]
    return draw(
        "table", o, head=head, rows=rows, caption=o.get("caption"), caption_classes=o.get("captionClasses"),
        first_cell_is_header=o.get("firstCellIsHeader"),
    )  # fmt: skip


def service_navigation(o: dict) -> str:
    return draw(
        "service_navigation", o, items=[_link(item) for item in o.get("navigation") or [] if item],
        label=o.get("navigationLabel"), menu_text=o.get("menuButtonText"), menu_label=o.get("menuButtonLabel"),
        navigation_id=o.get("navigationId"), navigation_classes=o.get("navigationClasses"),
    )  # fmt: skip


def _link(item: dict) -> dict:
    return item | {"text": text_of(item), "attributes": plain(item.get("attributes"))}


def _page(item: dict | None) -> dict:
    return (item or {}) | {"text": text_of(item), "label": (item or {}).get("labelText")}


def _summary_row(row: dict) -> dict:
    actions = row.get("actions") or {}
    return {
        "key": text_of(row.get("key")),
        "key_classes": (row.get("key") or {}).get("classes"),
        "value": text_of(row.get("value")),
        "value_classes": (row.get("value") or {}).get("classes"),
        "classes": row.get("classes"),
        "actions": [
            _link(i) | {"visually_hidden_text": i.get("visuallyHiddenText")}
            for i in actions.get("items") or []
        ],
        "actions_classes": actions.get("classes"),
    }


UNSUPPORTED: dict[str, dict[str, str]] = {
    "button": {"start": START, "start link": START, "start link with html": START},
    "error-message": {"translated": LANGUAGE, "visually hidden text removed": SPOKEN},
    "panel": {
        "interruption": INTERRUPTION,
        "interruption-with-content-with-long-line-length": INTERRUPTION,
        "interruption-with-headings-content-and-lists": INTERRUPTION,
        "interruption with custom classes": INTERRUPTION,
        "interruption, with actions classes and attributes": INTERRUPTION,
        "interruption, submit action": INTERRUPTION,
        "interruption, button link": INTERRUPTION,
        "interruption, no actions": INTERRUPTION,
        "interruption, no actions items": INTERRUPTION,
    },
    "service-navigation": {
        "with service name": NAME,
        "with service link": NAME,
        "with long service name": NAME,
        "with service name and navigation": NAME,
        "inverse": NAME,
        "with collapseNavigationOnMobile set to false": NAME,
        "with a single navigation item": NAME,
        "with a single navigation item and collapseNavigationOnMobile set to true": NAME,
        "attributes": NAME,
        "classes": NAME,
        "with custom aria-label": NAME,
        "with language navigation": LANGUAGE,
        "with right-aligned language navigation": LANGUAGE,
        "inverse with language navigation": LANGUAGE,
        "with slotted content": NAME,
        "with `inline` end slot": NAME,
    },
    "summary-list": {
        "as a summary card with a text header": CARD,
        "as a summary card with a html header": CARD,
        "as a summary card with actions": CARD,
        "as a summary card with actions plus summary list actions": CARD,
        "as a summary card extreme": CARD,
        "summary card with custom classes": CARD,
        "summary card with custom attributes": CARD,
        "summary card with only 1 action": CARD,
        "as a summary card with a custom header level": CARD,
    },
}
DRAWN: dict[str, Callable[[dict], str]] = {
    "back-link": back_link,
    "breadcrumbs": breadcrumbs,
    "button": button,
    "details": details,
    "error-message": error_message,
    "error-summary": error_summary,
    "hint": hint,
    "inset-text": inset_text,
    "label": label,
    "notification-banner": notification_banner,
    "pagination": pagination,
    "panel": panel,
    "phase-banner": phase_banner,
    "service-navigation": service_navigation,
    "skip-link": skip_link,
    "summary-list": summary_list,
    "table": table,
    "tag": tag,
    "warning-text": warning_text,
}
EXAMPLES = [
    pytest.param(name, *p.values, id=p.id)
    for name in DRAWN
    for p in examples(name, unsupported=UNSUPPORTED.get(name, {}))
]


@pytest.mark.parametrize(("name", "options", "expected"), EXAMPLES)
def test_component_draws_the_reference_example(name: str, options: dict, expected: str) -> None:
    assert shape(DRAWN[name](options)) == shape(expected)
