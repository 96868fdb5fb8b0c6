"""Every change with who, when, what and why."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone

from core.access import Role
from scorecard import upkeep
from scorecard.models import Indicator, Threshold, Variant
from scorecard.report.indicator_history import changes_to_targets, indicator_history
from tests.factories.people import PostFactory
from tests.factories.scorecard import (
    BenchmarkFactory,
    FigureFactory,
    IndicatorFactory,
    SectionFactory,
    ThresholdFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(user_as):
    return user_as(Role.MI_OFFICER, name="Emrys Tattersall")


@pytest.fixture
def cic03() -> Indicator:
    return IndicatorFactory(code="CIC03", name="Same worker")


def told(indicator: Indicator) -> list[str]:
    return [change.what for change in indicator_history(indicator)]


def set_target(indicator, officer, first, target, floor, **fields):
    new = Threshold(
        indicator=indicator,
        valid_from=first,
        target=Decimal(target),
        floor=floor and Decimal(floor),
        approved_by="Panel",
        source="Minute 12",
        **fields,
    )
    upkeep.set_target(new, seen=upkeep.preview_target(new).fingerprint, by=officer)


def change(indicator, officer, **fields):
    for name, value in fields.items():
        setattr(indicator, name, value)
    upkeep.change_indicator(indicator, seen=upkeep.preview_indicator(indicator).fingerprint, by=officer)


def test_history_begins_with_the_indicator_and_names_the_portal_where_nobody_acted(cic03):
    (change,) = indicator_history(cic03)

    assert (change.by, change.what, change.reason) == (
        "The portal",
        "Added the indicator CIC03, “Same worker”",
        "",
    )
    assert abs((timezone.now() - change.at).total_seconds()) < 60


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"name": "One worker"}, "Changed the name from “Same worker” to “One worker”"),
        ({"definition": "Share of"}, "Changed the definition from nothing to “Share of”"),
        ({"is_kpi": False}, "Changed the kind from key performance indicator to activity measure"),
        ({"polarity": "L"}, "Changed the way that is good from higher is better to lower is better"),
        ({"data_period": "R12M"}, "Changed the data period from snapshot to rolling 12 months"),
        ({"unit": "count"}, "Changed the unit from per cent to number"),
        ({"decimals": 2}, "Changed the decimal places from 1 to 2"),
        ({"is_personal": True}, "Changed the mark that small counts could point at a child from no to yes"),
        ({"looks_back": True}, "Changed the mark that it looks back from no to yes"),
        ({"code": "CIC33"}, "Changed the code from “CIC03” to “CIC33”"),
    ],
)
def test_change_is_told_from_old_to_new(cic03, officer, fields, sentence):
    change(cic03, officer, **fields)

    newest = indicator_history(cic03)[0]
    assert (newest.by, newest.what) == ("Emrys Tattersall", sentence)


def test_owner_and_section_are_told_by_name(cic03, officer):
    change(cic03, officer, owner=PostFactory(title="Head of Fostering"))
    change(cic03, officer, section=SectionFactory(name="Health"))

    assert told(cic03)[:2] == [
        "Changed the section from Care planning and placements to Health",
        "Changed the owner from nothing to Head of Fostering",
    ]


def test_retiring_moving_and_coming_back_are_told_with_their_reasons(cic03, officer):
    IndicatorFactory(code="CIC04", order=cic03.order + 1)
    upkeep.move_indicator(cic03, up=False, by=officer)
    upkeep.retire_indicator(cic03, last=date(2018, 8, 31), reason="No longer asked for", by=officer)
    upkeep.restore_indicator(cic03, reason="Asked for again", by=officer)

    assert [(change.what, change.reason) for change in indicator_history(cic03)[:3]] == [
        ("Brought it back into use", "Asked for again"),
        ("Retired it after August 2018", "No longer asked for"),
        ("Moved it down in its section", ""),
    ]


def test_life_of_a_target_is_told(cic03, officer):
    set_target(cic03, officer, date(2018, 4, 1), 60, 45)
    set_target(cic03, officer, date(2019, 4, 1), 65, None)
    set_target(cic03, officer, date(2019, 4, 1), 66, 50)
    latest = cic03.thresholds.get(target=66)
    seen = upkeep.preview_withdrawal(latest).fingerprint
    upkeep.withdraw_target(latest, seen=seen, reason="A slip", by=officer)

    changes = changes_to_targets(cic03)

    assert [change.what for change in changes] == [
        "Let the target from April 2018 (60%, floor 45%) go on",
        "Withdrew the target from April 2019: 66%, floor 50%",
        "Changed the target from April 2019 from 65%, no floor to 66%, floor 50%",
        "Set the target from April 2019: 65%, no floor",
        "Ended the target from April 2018 (60%, floor 45%) with March 2019",
        "Set the target from April 2018: 60%, floor 45%",
    ]
    assert {change.by for change in changes} == {"Emrys Tattersall"}
    assert changes[0].reason == "A slip"


def test_target_around_the_middle_and_of_the_other_population_is_told(officer):
    indicator = IndicatorFactory(polarity="T", unit="count", decimals=0)
    set_target(
        indicator,
        officer,
        date(2018, 4, 1),
        50,
        None,
        tolerance=5,
        floor_low=40,
        floor_high=60,
        variant=Variant.EXC_UASC,
    )

    assert told(indicator)[0] == (
        "Set the target excluding unaccompanied children from April 2018: 50, give or take 5, floor 40 to 60"
    )


def test_benchmarks_and_breaks_are_told_when_they_are_gone_too(cic03, officer):
    benchmark = BenchmarkFactory(indicator=cic03)
    benchmark.value = Decimal("85.5")
    upkeep.save_benchmark(benchmark, by=officer)
    upkeep.withdraw_benchmark(benchmark, reason="Another measure", by=officer)
    broken = upkeep.add_break(
        cic03, month_end=date(2018, 7, 31), kind="system", reason="A new system.", by=officer
    )
    upkeep.withdraw_break(broken, reason="The same system", by=officer)

    assert [(change.what, change.reason) for change in indicator_history(cic03)[:4]] == [
        ("Withdrew the break from July 2018", "The same system"),
        ("Marked a break from July 2018: the recording system changed. A new system.", ""),
        ("Withdrew the benchmark England 2016/17: 85.5%", "Another measure"),
        ("Changed the figure of the benchmark England 2016/17 from 85% to 85.5%", ""),
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_history_costs_the_same_queries_for_one_and_three(cic03, officer, number, django_assert_num_queries):
    for year in range(number):
        ThresholdFactory(
            indicator=cic03, valid_from=date(2015 + year, 4, 1), valid_to=date(2016 + year, 3, 31)
        )
        BenchmarkFactory(indicator=cic03)
        FigureFactory(indicator=cic03, period__ends_on=date(2018, 1 + 2 * year, 31))

    with django_assert_num_queries(9):  # five kinds of events; people, sections, posts, months
        indicator_history(cic03)
