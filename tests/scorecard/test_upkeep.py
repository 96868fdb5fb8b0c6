"""What is changed about indicators and targets, by whom, and what is refused in which words."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, IntegrityError, transaction

from core.access import Role
from scorecard import upkeep
from scorecard.models import BaselineBreak, Benchmark, Indicator, ReportingPeriod, Section, Threshold, Variant
from tests.factories.people import UserFactory
from tests.factories.scorecard import (
    BaselineBreakFactory,
    BenchmarkFactory,
    FigureFactory,
    IndicatorFactory,
    PanelReportFactory,
    SectionFactory,
    ThresholdFactory,
)

pytestmark = pytest.mark.django_db
JULY, AUGUST, SEPTEMBER = date(2018, 7, 31), date(2018, 8, 31), date(2018, 9, 30)


@pytest.fixture
def officer(user_as):
    return user_as(Role.MI_OFFICER)


@pytest.fixture
def cic03() -> Indicator:
    """47.7% in August, which the panel has seen, and 46% in September; the target is 60, the floor 45."""
    indicator = IndicatorFactory(code="CIC03")
    ThresholdFactory(indicator=indicator, target=60, floor=45)
    FigureFactory(indicator=indicator, period__ends_on=AUGUST, value=Decimal("47.7"))
    FigureFactory(indicator=indicator, period__ends_on=SEPTEMBER, value=46)
    PanelReportFactory(period=ReportingPeriod.objects.get(ends_on=AUGUST))
    return indicator


def new_target(
    indicator: Indicator, first: date = date(2018, 9, 1), target=70, floor=50, **fields
) -> Threshold:
    fields = {"approved_by": "The panel", "source": "Minute 12"} | fields
    return Threshold(
        indicator=indicator, valid_from=first, target=Decimal(target), floor=Decimal(floor), **fields
    )


def saved(indicator: Indicator) -> list[tuple]:
    lines = indicator.thresholds.order_by("valid_from")
    return [(str(t.valid_from), t.valid_to and str(t.valid_to), int(t.target), int(t.floor)) for t in lines]


def refusal(problem) -> dict | list:
    return problem.value.message_dict if hasattr(problem.value, "error_dict") else problem.value.messages


# Targets


def test_target_is_set_from_a_month_on_after_its_preview(cic03, officer):
    preview = upkeep.preview_target(new_target(cic03))

    upkeep.set_target(new_target(cic03), seen=preview.fingerprint, by=officer)

    assert saved(cic03) == [("2016-04-01", "2018-08-31", 60, 45), ("2018-09-01", None, 70, 50)]


def test_preview_says_which_ratings_would_change_and_saves_nothing(cic03):
    what = upkeep.preview_target(new_target(cic03)).what

    (change,) = what.changes
    assert what.sentence == "1 rating would change"
    assert (change.month.label, change.figures) == ("September 2018", "46.0%")
    assert (change.before.rating.rating, change.after.rating.rating) == ("amber", "red")
    assert change.why == "46.0% is below the floor of 50% (the target is 70%)"
    assert saved(cic03) == [("2016-04-01", None, 60, 45)]


def test_preview_without_a_change_says_so(cic03):
    assert upkeep.preview_target(new_target(cic03, floor=40)).what.sentence == "No rating would change"


def test_preview_before_any_figure_says_so():
    assert (
        upkeep.preview_target(new_target(IndicatorFactory())).what.sentence
        == "There are no figures yet, so nothing changes now"
    )


@pytest.mark.parametrize(("target", "floor", "is_far"), [(230, 230, False), (231, 231, True), (9, 9, True)])
def test_preview_warns_of_a_target_far_from_the_figures(cic03, target, floor, is_far):
    count = IndicatorFactory(code="CIC99", unit="count", decimals=0)
    FigureFactory(indicator=count, period__ends_on=SEPTEMBER, value=46)

    what = upkeep.preview_target(new_target(count, target=target, floor=floor)).what

    assert len(what.cautions) == is_far
    if is_far:
        assert what.cautions == [
            f"The figure for September 2018, 46, is far from a target of {target}. "
            "Check that the target is in the same unit."
        ]


@pytest.mark.parametrize(
    ("change", "problems"),
    [
        (
            {"first": date(2018, 8, 1)},
            {
                "first": [
                    "The panel has seen August 2018, which keeps its target. Begin in September 2018 or later"
                ]
            },
        ),
        (
            {"floor": 71},
            {"floor": ["Higher is better, so the floor must be at or below the target of 70%"]},
        ),
        ({"target": 101}, {"target": ["Enter a percentage between 0 and 100"]}),
    ],
)
def test_target_is_refused_in_words_at_its_field(cic03, officer, change, problems):
    with pytest.raises(ValidationError) as problem:
        upkeep.preview_target(new_target(cic03, **change))

    assert refusal(problem) == problems
    assert saved(cic03) == [("2016-04-01", None, 60, 45)]


def test_target_beside_what_the_panel_has_seen_is_free(cic03):
    """The month before August was never seen."""
    FigureFactory(indicator=cic03, period__ends_on=JULY, value=50)
    until_july = new_target(cic03, date(2018, 7, 1), valid_to=JULY)
    from_september = new_target(cic03)

    with pytest.raises(ValidationError):
        upkeep.preview_target(until_july)  # it would leave August without a target
    assert len(upkeep.preview_target(from_september).what.other_lines) == 1


def test_activity_measure_takes_no_target(officer):
    with pytest.raises(ValidationError) as problem:
        upkeep.preview_target(new_target(IndicatorFactory(is_kpi=False)))

    assert refusal(problem) == [
        "An activity measure is never rated, so it has no target. Make it a key performance indicator first."
    ]


def test_who_confirmed_something_else_reads_again(cic03, officer):
    seen = upkeep.preview_target(new_target(cic03)).fingerprint
    FigureFactory(indicator=cic03, period__ends_on=date(2018, 10, 31), value=40)

    with pytest.raises(ValidationError, match="Read again what would change"):
        upkeep.set_target(new_target(cic03), seen=seen, by=officer)

    assert saved(cic03) == [("2016-04-01", None, 60, 45)]


def test_target_of_the_other_population_leaves_the_first_alone(cic03, officer):
    other = new_target(cic03, date(2015, 4, 1), variant=Variant.EXC_UASC)

    upkeep.set_target(other, seen=upkeep.preview_target(other).fingerprint, by=officer)

    assert cic03.thresholds.get(variant=Variant.ALL).valid_to is None


def test_withdrawn_target_gives_way_to_the_one_before(cic03, officer):
    upkeep.set_target(
        new_target(cic03), seen=upkeep.preview_target(new_target(cic03)).fingerprint, by=officer
    )
    mistaken = cic03.thresholds.get(target=70)

    seen = upkeep.preview_withdrawal(mistaken).fingerprint
    upkeep.withdraw_target(mistaken, seen=seen, reason="Typed twice", by=officer)

    assert saved(cic03) == [("2016-04-01", None, 60, 45)]


def test_target_that_the_panel_has_seen_cannot_be_withdrawn(cic03):
    with pytest.raises(ValidationError) as problem:
        upkeep.preview_withdrawal(cic03.thresholds.get())

    assert refusal(problem) == [
        "The panel has seen August 2018 with this target, so it stays. Set another one from a later month on."
    ]


# What the database keeps by itself


@pytest.mark.parametrize(
    "change",
    [
        {"target": 61},
        {"floor": 44},
        {"floor": None},
        {"valid_to": JULY},
        {"valid_from": date(2018, 9, 1)},
        {"variant": Variant.EXC_UASC},
    ],
)
def test_database_keeps_the_target_of_a_month_the_panel_has_seen(cic03, change):
    with pytest.raises(IntegrityError, match="keeps its target"), transaction.atomic():
        cic03.thresholds.update(**change)


@pytest.mark.parametrize("change", [{"valid_to": AUGUST}, {"source": "Elsewhere"}])
def test_database_lets_the_rest_of_a_target_change(cic03, change):
    assert cic03.thresholds.update(**change) == 1


def test_database_refuses_to_delete_what_the_panel_has_seen(cic03):
    with pytest.raises(IntegrityError, match="keeps its target"), transaction.atomic():
        cic03.thresholds.all().delete()


def test_database_refuses_a_first_target_for_a_month_the_panel_has_seen(cic03):
    cic03.thresholds.update(valid_to=AUGUST)
    FigureFactory(indicator=cic03, variant=Variant.EXC_UASC, period__ends_on=AUGUST)

    with pytest.raises(IntegrityError, match="keeps its target"), transaction.atomic():
        ThresholdFactory(indicator=cic03, variant=Variant.EXC_UASC)

    ThresholdFactory(indicator=cic03, variant=Variant.EXC_UASC, valid_from=date(2018, 9, 1))


@pytest.mark.parametrize("floor", ["floor", "floor_low", "floor_high"])
def test_database_refuses_a_floor_without_a_target(floor):
    lines = {"floor": None} | {floor: Decimal(1)}

    with pytest.raises(IntegrityError, match="threshold_floor_with_target"):
        ThresholdFactory(target=None, **lines)


@pytest.mark.parametrize("change", [{"code": "CIC77"}, {"unit": "count"}])
def test_database_keeps_code_and_unit_of_an_indicator_with_figures(change):
    without, having = IndicatorFactory(), FigureFactory().indicator

    assert Indicator.objects.filter(pk=without.pk).update(**change) == 1
    Indicator.objects.filter(pk=without.pk).update(code="CIC78")
    with pytest.raises(DatabaseError, match="indicator with figures stay"), transaction.atomic():
        Indicator.objects.filter(pk=having.pk).update(**change)


# Indicators


def test_indicator_is_added_at_the_end_of_its_section(officer):
    first = IndicatorFactory(order=4)
    new = Indicator(
        code="CIC50",
        name="New",
        section=first.section,
        is_kpi=False,
        data_period="SS",
        unit="count",
        decimals=0,
    )

    upkeep.add_indicator(new, by=officer)

    assert [i.code for i in Indicator.objects.all()] == [first.code, "CIC50"]


@pytest.mark.parametrize(
    ("change", "problems"),
    [
        (
            {"code": "CIC04"},
            {
                "code": [
                    "CIC03 has figures, so its code stays. "
                    "To measure something else, retire it and add a new indicator"
                ]
            },
        ),
        (
            {"unit": "count"},
            {
                "unit": [
                    "There are figures in this unit (Per cent), so it stays. "
                    "To measure something else, retire it and add a new indicator"
                ]
            },
        ),
        (
            {"decimals": 0},
            {
                "decimals": [
                    "The panel has seen August 2018, which would print or be rated otherwise. Leave this as it was. "
                    "To measure something else, retire it and add a new indicator"
                ]
            },
        ),
        (
            {"is_kpi": False},
            {
                "is_kpi": [
                    "The panel has seen August 2018, which would print or be rated otherwise. Leave this as it was. "
                    "To measure something else, retire it and add a new indicator"
                ]
            },
        ),
    ],
)
def test_what_the_figures_rest_on_stays(cic03, change, problems):
    for name, value in change.items():
        setattr(cic03, name, value)

    with pytest.raises(ValidationError) as problem:
        upkeep.preview_indicator(cic03)

    assert refusal(problem) == problems


def test_polarity_does_not_turn_against_the_targets():
    indicator = ThresholdFactory(target=60, floor=45).indicator
    indicator.polarity = "L"

    with pytest.raises(ValidationError) as problem:
        upkeep.preview_indicator(indicator)

    assert refusal(problem) == {
        "polarity": [
            "The target and floor valid from April 2016 would not fit. Withdraw or change them first"
        ]
    }


def test_words_and_owner_change_at_once_and_section_moves_to_the_end(cic03, officer):
    there = IndicatorFactory(section=SectionFactory(name="Health"), order=7)
    cic03.name, cic03.section = "New words", there.section

    upkeep.change_indicator(cic03, seen=upkeep.preview_indicator(cic03).fingerprint, by=officer)

    cic03.refresh_from_db()
    assert (cic03.name, cic03.section, cic03.order) == ("New words", there.section, 8)


@pytest.mark.parametrize(
    ("code", "up", "order"),
    [
        ("CIC02", True, ["CIC02", "CIC01", "CIC03"]),
        ("CIC02", False, ["CIC01", "CIC03", "CIC02"]),
        ("CIC01", True, ["CIC01", "CIC02", "CIC03"]),
        ("CIC03", False, ["CIC01", "CIC02", "CIC03"]),
    ],
)
def test_indicator_moves_by_one_place(officer, code, up, order):
    for place, name in enumerate(["CIC01", "CIC02", "CIC03"], start=1):
        IndicatorFactory(code=name, order=place)

    upkeep.move_indicator(Indicator.objects.get(code=code), up=up, by=officer)

    assert list(Indicator.objects.values_list("code", flat=True)) == order


def test_moving_steps_over_what_is_retired(officer):
    for place, name in enumerate(["CIC01", "CIC02", "CIC03"], start=1):
        IndicatorFactory(code=name, order=place, measured_until=AUGUST if name == "CIC02" else None)

    upkeep.move_indicator(Indicator.objects.get(code="CIC03"), up=True, by=officer)

    assert list(Indicator.objects.values_list("code", flat=True)) == ["CIC03", "CIC02", "CIC01"]


def test_indicator_is_retired_no_earlier_than_its_last_figure(cic03, officer):
    with pytest.raises(ValidationError) as problem:
        upkeep.retire_indicator(cic03, last=AUGUST, reason="No longer asked for", by=officer)
    upkeep.retire_indicator(cic03, last=SEPTEMBER, reason="No longer asked for", by=officer)

    cic03.refresh_from_db()
    assert refusal(problem) == {
        "last": ["There is a figure for September 2018. Choose that month or a later one"]
    }
    assert cic03.measured_until == SEPTEMBER


def test_retired_indicator_comes_back(officer):
    indicator = IndicatorFactory(measured_until=AUGUST)

    upkeep.restore_indicator(indicator, reason="Asked for again", by=officer)

    indicator.refresh_from_db()
    assert indicator.measured_until is None


# Sections


def test_section_with_indicators_in_use_cannot_be_retired(officer):
    section = IndicatorFactory().section
    IndicatorFactory(section=section)

    with pytest.raises(ValidationError, match="still has 2 indicators in use"):
        upkeep.retire_section(section, by=officer)
    Indicator.objects.update(measured_until=AUGUST)
    upkeep.retire_section(section, by=officer)

    assert Section.objects.get().is_retired


def test_indicator_comes_back_only_into_a_section_in_use(officer):
    indicator = IndicatorFactory(measured_until=AUGUST, section__is_retired=True)

    with pytest.raises(ValidationError, match="Bring the section “Care planning and placements” back first"):
        upkeep.restore_indicator(indicator, reason="Asked for again", by=officer)
    upkeep.restore_section(indicator.section, by=officer)

    assert not Section.objects.get().is_retired


def test_sections_are_added_renamed_and_moved(officer):
    first = upkeep.add_section(name="Health", by=officer)
    second = upkeep.add_section(name="Education", by=officer)

    upkeep.move_section(second, up=True, by=officer)
    upkeep.change_section(first, name="Health and wellbeing", by=officer)

    assert [section.name for section in Section.objects.all()] == ["Education", "Health and wellbeing"]


def test_section_takes_no_name_twice(officer):
    upkeep.add_section(name="Health", by=officer)

    with pytest.raises(ValidationError, match="There is a section with this name already"):
        upkeep.add_section(name="Health", by=officer)


# Benchmarks and breaks


def test_break_is_marked_once_a_month_and_withdrawn(officer):
    indicator = IndicatorFactory()
    words = {"month_end": JULY, "kind": "system", "reason": "New system.", "by": officer}

    broken = upkeep.add_break(indicator, **words)
    with pytest.raises(ValidationError) as problem:
        upkeep.add_break(indicator, **words)
    upkeep.withdraw_break(broken, reason="It was the same system", by=officer)

    assert refusal(problem) == {
        "month": ["A break from July 2018 is marked already. Withdraw it first to change it"]
    }
    assert BaselineBreak.objects.count() == 0


def test_benchmark_is_withdrawn(officer):
    upkeep.withdraw_benchmark(BenchmarkFactory(), reason="Another measure", by=officer)

    assert Benchmark.objects.count() == 0


# Who may


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.MI_OFFICER, Role.MI_APPROVER)])
@pytest.mark.parametrize(
    "act",
    [
        lambda by: upkeep.set_target(new_target(IndicatorFactory()), seen="", by=by),
        lambda by: upkeep.withdraw_target(ThresholdFactory(), seen="", reason="x", by=by),
        lambda by: upkeep.add_indicator(IndicatorFactory.build(), by=by),
        lambda by: upkeep.change_indicator(IndicatorFactory(), seen="", by=by),
        lambda by: upkeep.move_indicator(IndicatorFactory(), up=True, by=by),
        lambda by: upkeep.retire_indicator(IndicatorFactory(), last=AUGUST, reason="x", by=by),
        lambda by: upkeep.restore_indicator(IndicatorFactory(), reason="x", by=by),
        lambda by: upkeep.add_section(name="x", by=by),
        lambda by: upkeep.change_section(SectionFactory(), name="x", by=by),
        lambda by: upkeep.move_section(SectionFactory(), up=True, by=by),
        lambda by: upkeep.retire_section(SectionFactory(), by=by),
        lambda by: upkeep.restore_section(SectionFactory(), by=by),
        lambda by: upkeep.save_benchmark(BenchmarkFactory(), by=by),
        lambda by: upkeep.withdraw_benchmark(BenchmarkFactory(), reason="x", by=by),
        lambda by: upkeep.add_break(IndicatorFactory(), month_end=JULY, kind="system", reason="x", by=by),
        lambda by: upkeep.withdraw_break(BaselineBreakFactory(), reason="x", by=by),
    ],
)
def test_nothing_is_changed_by_whom_it_is_not_for(role, act):
    with pytest.raises(PermissionDenied):
        act(UserFactory(roles=[role]))
