"""The officers' pages: what they show, what they save, what they refuse and in which words."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from core.access import Role
from scorecard.models import BaselineBreak, Benchmark, Indicator, ReportingPeriod, Section, Threshold
from tests.factories.people import PostFactory
from tests.factories.scorecard import (
    BaselineBreakFactory,
    BenchmarkFactory,
    FigureFactory,
    IndicatorFactory,
    PanelReportFactory,
    SectionFactory,
    ThresholdFactory,
)
from tests.page import Page, open_page, text_of

pytestmark = pytest.mark.django_db
LIST = "/scorecard/indicators/manage/"
CIC03 = f"{LIST}CIC03/"
AUGUST = date(2018, 8, 31)
TARGET = {
    "variant": "all",
    "first": "September 2018",
    "target": "70",
    "floor": "50",
    "approved_by": "The panel",
    "source": "Minute 12",
}


@pytest.fixture
def officer(client_as) -> Client:
    return client_as(Role.MI_OFFICER)


@pytest.fixture
def cic03() -> Indicator:
    """47.7% in August, which the panel has seen, and 46% in September; the target is 60, the floor 45."""
    indicator = IndicatorFactory(code="CIC03", name="Same worker")
    ThresholdFactory(indicator=indicator, target=60, floor=45)
    FigureFactory(indicator=indicator, period__ends_on=AUGUST, value=Decimal("47.7"))
    FigureFactory(indicator=indicator, period__ends_on=date(2018, 9, 30), value=46)
    PanelReportFactory(period=ReportingPeriod.objects.get(ends_on=AUGUST))
    return indicator


def send(client: Client, address: str, answers: dict) -> Page:
    response = client.post(address, answers, follow=True)
    assert response.status_code == 200
    return Page(response.content)


def errors(page: Page) -> list[str]:
    return page.texts(".govuk-error-summary__list li")


def seen(page: Page) -> dict[str, str]:
    """What a person sends who ticks that all of it is right."""
    return {"seen": page.all("input[name=seen]")[0].get("value"), "confirmed": "on"}


# The list


def test_list_begins_with_an_empty_state(officer):
    page = open_page(officer, LIST)

    assert page.texts("h1") == ["Indicators"]
    assert page.texts(".portal-empty h2") == ["There is no section yet"]


def test_list_names_what_each_indicator_lacks(officer):
    whole = ThresholdFactory(indicator__owner=PostFactory(), indicator__definition="Share of").indicator
    IndicatorFactory(section=whole.section)
    IndicatorFactory(section=whole.section, is_kpi=False, owner=PostFactory())
    ThresholdFactory(indicator__section=whole.section, indicator__definition="x", floor=None)
    ThresholdFactory(
        indicator=IndicatorFactory(section=whole.section, definition="x"), is_floor_illustrative=True
    )

    page = open_page(officer, LIST)

    assert page.texts("h1") == ["5 indicators are in use"]
    assert page.texts("[data-label='What is missing']") == [
        "Nothing",
        "No definitionNo ownerNo target",
        "No definition",
        "No ownerNo floor",
        "No ownerOnly an illustrative floor",
    ]


def test_target_of_the_other_population_is_missed_where_it_has_figures(officer):
    indicator = ThresholdFactory(indicator__owner=PostFactory(), indicator__definition="x").indicator
    FigureFactory(indicator=indicator, variant="exc_uasc")

    page = open_page(officer, LIST)

    assert page.texts("[data-label='What is missing']") == ["No target excluding unaccompanied children"]


@pytest.mark.parametrize("number", [1, 3])
def test_list_costs_the_same_queries_for_one_and_three(officer, number, django_assert_num_queries):
    for n in range(number):
        ThresholdFactory(indicator__section__name=f"Section {n}", indicator__owner=PostFactory())

    with django_assert_num_queries(5):  # session, reader, sections, indicators, targets
        officer.get(LIST)


@pytest.mark.parametrize("number", [1, 3])
def test_page_of_an_indicator_costs_the_same_queries_for_one_and_three(
    officer, number, django_assert_num_queries
):
    indicator = IndicatorFactory(code="CIC03")
    for n in range(number):
        ThresholdFactory(indicator=indicator, valid_from=date(2015 + n, 4, 1), valid_to=date(2016 + n, 3, 31))
        BenchmarkFactory(indicator=indicator)
        BaselineBreakFactory(indicator=indicator, from_period__ends_on=date(2018, 1 + 2 * n, 31))

    with django_assert_num_queries(8):
        officer.get(CIC03)


def test_retired_indicators_stand_apart(officer):
    IndicatorFactory(name="Old", measured_until=AUGUST)

    page = open_page(officer, LIST)

    assert page.texts(".govuk-details__text li") == ["Old, until August 2018"]
    assert page.all(".upkeep-table") == []


@pytest.mark.parametrize("code", ["CIC99", "cic03"])
def test_unknown_indicator_is_not_found(officer, code):
    IndicatorFactory(code="CIC03")

    assert officer.get(f"{LIST}{code}/").status_code == 404


# Who may


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("path", ["", "CIC03/", "CIC03/targets/set/", "CIC03/history/"])
def test_pages_are_for_those_who_manage_indicators(cic03, client_as, role, path):
    allowed = role in (Role.MI_OFFICER, Role.MI_APPROVER)

    assert client_as(role).get(f"{LIST}{path}").status_code == (200 if allowed else 403)


@pytest.mark.parametrize(("role", "shown"), [(Role.MI_OFFICER, 1), (Role.PANEL_MEMBER, 0)])
def test_members_page_leads_officers_here(cic03, client_as, role, shown):
    page = open_page(client_as(role), "/scorecard/indicators/CIC03/")

    assert len(page.all(f"a[href='{CIC03}']")) == shown


# Targets


def test_target_is_shown_first_then_confirmed_then_saved(officer, cic03):
    page = send(officer, f"{CIC03}targets/set/", TARGET)
    assert page.texts("#what-changes") == ["1 rating would change"]
    assert page.texts(".upkeep-preview tbody tr") == [
        "September 2018 46.0% Amber Red 46.0% is below the floor of 50% (the target is 70%)"
    ]
    assert Threshold.objects.count() == 1

    page = send(officer, f"{CIC03}targets/set/", TARGET | seen(page))

    assert page.texts(".govuk-notification-banner__content") == [
        "The target of CIC03 is set from September 2018 on."
    ]
    assert page.texts("#targets ~ table tbody th") == [
        "From September 2018All children",
        "April 2016 to August 2018All children",
    ]


def test_target_without_the_tick_is_not_saved(officer, cic03):
    confirm = seen(send(officer, f"{CIC03}targets/set/", TARGET)) | {"confirmed": ""}

    page = send(officer, f"{CIC03}targets/set/", TARGET | confirm)

    assert errors(page) == ["Tick the box if what would change is right"]
    assert Threshold.objects.count() == 1


def test_other_numbers_than_those_confirmed_are_shown_again(officer, cic03):
    confirm = seen(send(officer, f"{CIC03}targets/set/", TARGET))

    page = send(officer, f"{CIC03}targets/set/", TARGET | confirm | {"floor": "40"})

    assert page.texts("#what-changes") == ["No rating would change"]
    assert errors(page) == []
    assert Threshold.objects.count() == 1


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"first": ""}, ["Enter the first month in which the target counts"]),
        ({"first": "soon"}, ["Enter a month and a year of 4 digits, like April 2019"]),
        (
            {"first": "August 2018"},
            ["The panel has seen August 2018, which keeps its target. Begin in September 2018 or later"],
        ),
        ({"last": "August 2018"}, ["Choose a last month that is not before the first"]),
        ({"target": ""}, ["Enter the target"]),
        ({"target": "many"}, ["Target must be a number, like 87.5"]),
        ({"target": "NaN"}, ["Target must be a number, like 87.5"]),
        ({"target": "49"}, ["Higher is better, so the floor must be at or below the target of 49%"]),
        ({"target": "101"}, ["Enter a percentage between 0 and 100"]),
        ({"floor": ""}, ["Enter the floor standard, or tick that none is agreed yet"]),
        (
            {"has_no_floor": "on"},
            ["Leave the floor empty, or take away the tick that none is agreed yet"],
        ),
        (
            {"source": "", "approved_by": ""},
            ["Say who agreed the target", "Say where the target is written down"],
        ),
    ],
)
def test_target_is_refused_in_plain_words(officer, cic03, answers, said):
    page = send(officer, f"{CIC03}targets/set/", TARGET | answers)

    assert errors(page) == said
    assert page.all("#what-changes") == []


def test_target_may_have_no_floor_yet(officer, cic03):
    answers = TARGET | {"floor": "", "has_no_floor": "on"}

    send(officer, f"{CIC03}targets/set/", answers | seen(send(officer, f"{CIC03}targets/set/", answers)))

    assert Threshold.objects.get(target=70).floor is None


def test_target_that_is_best_has_a_tolerance_and_two_floors(officer):
    IndicatorFactory(code="CIC03", polarity="T", unit="count", decimals=0)
    around = {"target": "50", "tolerance": "5", "floor_low": "46", "floor_high": "60"}
    answers = {name: value for name, value in TARGET.items() if name != "floor"} | around

    refused = send(officer, f"{CIC03}targets/set/", answers)
    answers["floor_low"] = "40"
    send(officer, f"{CIC03}targets/set/", answers | seen(send(officer, f"{CIC03}targets/set/", answers)))

    assert errors(refused) == ["The lower floor must be at or below 45, the target less the tolerance"]
    threshold = Threshold.objects.get()
    assert (threshold.tolerance, threshold.floor_low, threshold.floor_high) == (5, 40, 60)


def test_target_would_run_into_a_later_one(officer, cic03):
    Threshold.objects.update(valid_to=date(2018, 12, 31))
    ThresholdFactory(indicator=cic03, valid_from=date(2019, 1, 1))

    page = send(officer, f"{CIC03}targets/set/", TARGET | {"last": "January 2019"})

    assert errors(page) == [
        "Another target begins in January 2019. End this one before, or withdraw that one first"
    ]


@pytest.mark.parametrize("asked", ["x", "٣", "99999999999999999999", ""])
def test_target_to_change_that_is_none_begins_anew(officer, cic03, asked):
    page = open_page(officer, f"{CIC03}targets/set/?target={asked}")

    assert [box.get("value") for box in page.all("#id_first, #id_target")] == ["September 2018", None]


def test_target_is_changed_from_what_it_was(officer, cic03):
    threshold = ThresholdFactory(
        indicator=cic03,
        valid_from=date(2015, 4, 1),
        valid_to=date(2016, 3, 31),
        target=Decimal("52.5"),
        floor=40,
    )

    page = open_page(officer, f"{CIC03}targets/set/?target={threshold.pk}")

    boxes = {box.get("name"): box.get("value") for box in page.all("input.govuk-input")}
    assert (boxes["first"], boxes["last"], boxes["target"], boxes["floor"]) == (
        "April 2015",
        "March 2016",
        "52.5",
        "40",
    )


def test_target_is_withdrawn_with_a_reason(officer):
    threshold = ThresholdFactory(indicator__code="CIC03")
    address = f"{LIST}targets/{threshold.pk}/withdraw/"
    page = open_page(officer, address)

    refused = send(officer, address, seen(page) | {"reason": " "})
    assert errors(refused) == ["Give the reason, in a few words"]
    send(officer, address, seen(page) | {"reason": "Typed twice"})

    assert Threshold.objects.count() == 0


def test_target_that_the_panel_has_seen_says_why_it_stays(officer, cic03):
    address = f"{LIST}targets/{Threshold.objects.get().pk}/withdraw/"

    page = send(officer, address, {"reason": "x", "confirmed": "on", "seen": "x"})

    assert page.texts(".govuk-inset-text") == [
        "The panel has seen August 2018 with this target, so it stays. Set another one from a later month on."
    ]
    assert open_page(officer, CIC03).texts("[data-label='What you can do']") == [
        "Stays: the panel has seen it"
    ]


# Indicators and sections

NEW = {
    "code": "CIC50",
    "name": "New indicator",
    "is_kpi": "True",
    "polarity": "H",
    "data_period": "SS",
    "unit": "percent",
    "decimals": "1",
    "conflict": "concern",
}


def test_indicator_is_added(officer):
    section, owner = SectionFactory(), PostFactory()

    page = send(officer, f"{LIST}new/", NEW | {"section": section.pk, "owner": owner.pk, "is_personal": "on"})

    indicator = Indicator.objects.get()
    assert page.texts(".govuk-notification-banner__content") == ["CIC50 is added. Set its target next."]
    assert (indicator.code, indicator.owner, indicator.is_personal, indicator.is_kpi) == (
        "CIC50",
        owner,
        True,
        True,
    )


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"code": ""}, ["Enter a code, like CIC03"]),
        ({"code": "CIC03"}, ["Another indicator has this code. Codes are never used twice."]),
        ({"code": "cic50"}, ["Enter a code of capital letters then digits, like CIC03."]),
        ({"polarity": ""}, ["Choose which way is good: a key performance indicator is rated by it"]),
        ({"is_kpi": ""}, ["Choose whether it is rated or shown for information"]),
        ({"decimals": "5"}, ["Decimal places must be 4 or less"]),
        ({"unit": "miles"}, ["Choose the unit from those listed"]),
        ({"section": ""}, ["Select the section"]),
    ],
)
def test_indicator_is_refused_in_plain_words(officer, answers, said):
    taken = IndicatorFactory(code="CIC03")

    page = send(officer, f"{LIST}new/", NEW | {"section": taken.section_id} | answers)

    assert errors(page) == said
    assert Indicator.objects.count() == 1


def test_retired_section_takes_no_new_indicator(officer):
    section = SectionFactory(is_retired=True)

    page = send(officer, f"{LIST}new/", NEW | {"section": section.pk})

    assert errors(page) == ["Choose the section from those listed"]


def edited(indicator: Indicator, **answers) -> dict:
    fields = ["code", "name", "polarity", "data_period", "unit", "decimals", "conflict"]
    same = {name: getattr(indicator, name) for name in fields}
    return same | {"section": indicator.section_id, "is_kpi": indicator.is_kpi} | answers


def test_words_of_an_indicator_are_saved_at_once(officer, cic03):
    page = send(officer, f"{CIC03}edit/", edited(cic03, name="One worker"))

    assert page.texts(".govuk-notification-banner__content") == ["CIC03 is changed."]
    assert Indicator.objects.get().name == "One worker"


def test_change_that_turns_ratings_is_shown_first(officer):
    indicator = ThresholdFactory(indicator__code="CIC03", target=90, floor=None).indicator
    FigureFactory(indicator=indicator, value=95)
    answers = edited(indicator, polarity="L")

    page = send(officer, f"{CIC03}edit/", answers)
    assert page.texts("#what-changes") == ["1 rating would change"]
    assert Indicator.objects.get().polarity == "H"
    send(officer, f"{CIC03}edit/", answers | seen(page))

    assert Indicator.objects.get().polarity == "L"


def test_code_with_figures_stays_and_says_so(officer, cic03):
    page = send(officer, f"{CIC03}edit/", edited(cic03, code="CIC33"))

    assert errors(page) == [
        "CIC03 has figures, so its code stays. To measure something else, retire it and add a new indicator"
    ]
    assert page.texts("h1") == ["CIC03, Same worker Change this indicator"]


def test_indicator_moves_by_its_buttons(officer):
    for place, code in enumerate(["CIC01", "CIC02"], start=1):
        IndicatorFactory(code=code, order=place)

    page = send(officer, f"{LIST}CIC02/move/", {"way": "up"})

    assert page.texts(".upkeep-table .portal-table__detail") == ["CIC02", "CIC01"]


def test_indicator_is_retired_and_brought_back(officer, cic03):
    page = send(officer, f"{CIC03}retire/", {"last": "August 2018", "reason": "x"})
    assert errors(page) == ["There is a figure for September 2018. Choose that month or a later one"]

    page = send(officer, f"{CIC03}retire/", {"last": "September 2018", "reason": "x"})
    assert page.texts(".govuk-inset-text") == [
        "Retired: it counts until September 2018 and stands in no later month."
    ]

    page = send(officer, f"{CIC03}restore/", {"reason": "x"})
    assert page.texts(".govuk-notification-banner__content") == ["CIC03 is in use again."]


def test_sections_are_added_renamed_moved_retired_and_brought_back(officer):
    send(officer, f"{LIST}sections/new/", {"name": "Health"})
    send(officer, f"{LIST}sections/new/", {"name": "Education"})
    health, education = Section.objects.all()

    send(officer, f"{LIST}sections/{education.pk}/move/", {"way": "up"})
    send(officer, f"{LIST}sections/{health.pk}/edit/", {"name": "Wellbeing"})
    page = send(officer, f"{LIST}sections/{education.pk}/retire/", {})
    assert page.texts("h2.govuk-heading-m") == ["Wellbeing", "Education (retired)"]

    page = send(officer, f"{LIST}sections/{education.pk}/restore/", {})
    assert page.texts("h2.govuk-heading-m") == ["Education", "Wellbeing"]


def test_section_name_is_refused_twice(officer):
    SectionFactory(name="Health")

    page = send(officer, f"{LIST}sections/new/", {"name": "Health"})

    assert errors(page) == ["There is a section with this name already."]


def test_section_in_use_is_not_retired(officer):
    section = IndicatorFactory().section

    page = send(officer, f"{LIST}sections/{section.pk}/retire/", {})

    assert page.texts(".portal-banner--error .govuk-notification-banner__content") == [
        "“Care planning and placements” still has an indicator in use. Retire or move them first."
    ]


# Benchmarks and breaks


def test_benchmark_is_added_changed_and_withdrawn(officer, cic03):
    answers = {"area_type": "england", "area": "England", "value": "62", "source_label": "National return"}

    page = send(officer, f"{CIC03}benchmarks/new/", answers | {"value": "", "area_type": ""})
    assert errors(page) == ["Select the kind of area", "Enter the other area's figure"]
    send(officer, f"{CIC03}benchmarks/new/", answers)
    benchmark = Benchmark.objects.get()
    send(officer, f"{LIST}benchmarks/{benchmark.pk}/edit/", answers | {"value": "63.5"})
    benchmark.refresh_from_db()
    assert benchmark.value == Decimal("63.5")
    send(officer, f"{LIST}benchmarks/{benchmark.pk}/withdraw/", {"reason": "Another measure"})

    assert Benchmark.objects.count() == 0


def test_break_is_marked_and_withdrawn(officer, cic03):
    answers = {"month": "July 2018", "kind": "system", "reason": "A new system."}

    send(officer, f"{CIC03}breaks/new/", answers)
    again = send(officer, f"{CIC03}breaks/new/", answers)
    assert errors(again) == ["A break from July 2018 is marked already. Withdraw it first to change it"]
    send(officer, f"{LIST}breaks/{BaselineBreak.objects.get().pk}/withdraw/", {"reason": "The same system"})

    assert BaselineBreak.objects.count() == 0


# History


def test_history_shows_who_what_and_why(officer, cic03):
    send(officer, f"{CIC03}retire/", {"last": "September 2018", "reason": "No longer asked for"})

    page = open_page(officer, f"{CIC03}history/")

    rows = [row.getchildren() for row in page.all("tbody tr")]
    assert [
        [text_of(cell) for cell in row[1:]] for row in rows if text_of(row[3]) == "No longer asked for"
    ] == [[officer.user.name, "Retired it after September 2018", "No longer asked for"]]


def test_members_read_the_changes_to_targets(client_as, officer, cic03):
    send(officer, f"{CIC03}targets/set/", TARGET | seen(send(officer, f"{CIC03}targets/set/", TARGET)))

    page = open_page(client_as(Role.PANEL_MEMBER), "/scorecard/indicators/CIC03/")

    changes = page.texts(".scorecard-target-changes li")
    assert changes[0].endswith(f"{officer.user.name}: Set the target from September 2018: 70%, floor 50%.")
    assert len(changes) == 3
