"""What became of figures after they stood: the old one, the new one, the day and the reason."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from scorecard.models import FigureStatus, Indicator, UploadState, Variant, WorkbookUpload
from scorecard.periods import month_ends, shift_months
from scorecard.report.history import measure_of
from scorecard.report.revisions import Revision, revisions
from tests.factories.people import UserFactory
from tests.factories.scorecard import AUGUST, FigureFactory, IndicatorFactory, WorkbookUploadFactory

pytestmark = pytest.mark.django_db
MONTHS = month_ends(shift_months(AUGUST, -35), AUGUST)


def told(indicator: Indicator, variant: Variant = Variant.ALL) -> list[Revision]:
    return revisions(indicator, measure_of(indicator), variant, MONTHS)


def revise(*versions: dict, indicator: Indicator | None = None, **common) -> Indicator:
    """One month's figure, as each version had it."""
    indicator = indicator or IndicatorFactory()
    for number, version in enumerate(versions, start=1):
        is_current = number == len(versions)
        FigureFactory(indicator=indicator, revision=number, is_current=is_current, **(common | version))
    return indicator


def test_figure_that_was_never_changed_is_not_told():
    assert told(revise({"value": Decimal(80)})) == []


def test_revision_tells_old_new_day_and_reason():
    upload = WorkbookUploadFactory(applied=True, decided_at=datetime(2018, 10, 3, 9, tzinfo=UTC))
    indicator = revise(
        {"value": Decimal("80.04"), "note": "First count"},
        {"value": Decimal("81.25"), "note": "Late records", "upload": upload},
    )

    assert told(indicator) == [Revision("August 2018", "80.0%", "81.3%", date(2018, 10, 3), "Late records.")]


def test_day_of_a_revision_by_command_is_the_day_it_came():
    upload = WorkbookUploadFactory(by_command=True, uploaded_at=datetime(2018, 10, 3, 23, 30, tzinfo=UTC))

    (revision,) = told(revise({"value": Decimal(1)}, {"value": Decimal(2), "upload": upload}))

    assert revision.on == date(2018, 10, 4)


@pytest.mark.parametrize(
    ("before", "after", "was", "now", "why"),
    [
        ({"value": Decimal(80)}, {"value": Decimal(81)}, "80.0%", "81.0%", "No reason was given."),
        (
            {"value": Decimal(80), "is_provisional": True},
            {"value": Decimal(81)},
            "80.0%, provisional",
            "81.0%",
            "The provisional figure became final.",
        ),
        (
            {"value": Decimal(80), "is_provisional": True},
            {"value": Decimal(80), "note": "Checked against the return."},
            "80.0%, provisional",
            "80.0%",
            "The provisional figure became final. Checked against the return.",
        ),
        (
            {"value": Decimal(80)},
            {"value": Decimal(80), "month_numerator": Decimal(4), "note": "The month was added"},
            "80.0%",
            "80.0%",
            "The figure stayed as it was; its parts or marks changed. The month was added.",
        ),
        (
            {"value": None, "status": FigureStatus.NOT_AVAILABLE},
            {"value": Decimal(80)},
            "not available",
            "80.0%",
            "No reason was given.",
        ),
        (
            {"value": Decimal(80)},
            {"value": None, "status": FigureStatus.SUPPRESSED, "note": "Too few children"},
            "80.0%",
            "suppressed",
            "Too few children.",
        ),
        (
            {"value": Decimal(80), "note": "As before"},
            {"value": Decimal(81), "note": "As before"},
            "80.0%",
            "81.0%",
            "No reason was given.",
        ),
    ],
)
def test_revision_is_told_in_words(before, after, was, now, why):
    (revision,) = told(revise(before, after))

    assert (revision.was, revision.now, revision.why) == (was, now, why)


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ({}, {}, "Adoption corrected."),
        ({"note": "As before"}, {"note": "As before"}, "Adoption corrected."),
        ({}, {"note": "Late records"}, "Late records."),
        ({"is_provisional": True}, {}, "The provisional figure became final."),
    ],
)
def test_note_of_the_upload_is_the_reason_of_a_row_that_gives_none(before, after, why):
    upload = WorkbookUploadFactory(applied=True, warnings_note="Adoption corrected.")
    versions = {"value": Decimal(80)} | before, {"value": Decimal(81), "upload": upload} | after

    (revision,) = told(revise(*versions))

    assert revision.why == why


def test_each_change_is_told_latest_first():
    indicator = revise({"value": Decimal(1)}, {"value": Decimal(2)}, {"value": Decimal(3)})
    july = shift_months(AUGUST, -1)
    revise({"value": Decimal(4)}, {"value": Decimal(5)}, indicator=indicator, period__ends_on=july)

    assert [(r.month, r.was, r.now) for r in told(indicator)] == [
        ("August 2018", "2.0%", "3.0%"),
        ("August 2018", "1.0%", "2.0%"),
        ("July 2018", "4.0%", "5.0%"),
    ]


def test_other_populations_and_months_not_shown_are_left_out():
    indicator = revise({"value": Decimal(1)}, {"value": Decimal(2)}, variant=Variant.EXC_UASC)
    long_ago = shift_months(AUGUST, -36)
    revise({"value": Decimal(4)}, {"value": Decimal(5)}, indicator=indicator, period__ends_on=long_ago)

    assert told(indicator) == []
    assert len(told(indicator, Variant.EXC_UASC)) == 1


CAME_AT = datetime(2018, 9, 25, 9, tzinfo=UTC)


def applied() -> WorkbookUpload:
    return WorkbookUploadFactory(applied=True, decided_at=CAME_AT)


def withdraw(day: int) -> None:
    """What came on 25 September 2018 goes on this day of October."""
    WorkbookUpload.objects.filter(decided_at=CAME_AT).update(
        state=UploadState.WITHDRAWN,
        withdrawn_by=UserFactory(),
        withdrawn_at=datetime(2018, 10, day, 9, tzinfo=UTC),
        withdrawal_reason="The wrong month",
    )


def test_withdrawn_figure_and_the_one_that_stands_again_are_both_told():
    indicator = IndicatorFactory()
    FigureFactory(indicator=indicator, value=Decimal(80))
    FigureFactory(
        indicator=indicator, value=Decimal(90), revision=2, is_current=False, upload=applied(), note="New"
    )
    withdraw(3)

    assert told(indicator) == [
        Revision("August 2018", "90.0%", "80.0%", date(2018, 10, 3), "Withdrawn: The wrong month."),
        Revision("August 2018", "80.0%", "90.0%", date(2018, 9, 25), "New."),
    ]


def test_only_figure_that_was_withdrawn_leaves_none_until_another_comes():
    indicator = IndicatorFactory()
    FigureFactory(indicator=indicator, value=Decimal(90), is_current=False, upload=applied())
    withdraw(3)
    later = WorkbookUploadFactory(applied=True, decided_at=datetime(2018, 10, 9, 9, tzinfo=UTC))
    FigureFactory(indicator=indicator, value=Decimal(91), revision=2, upload=later)

    assert [(r.was, r.now, r.on.day) for r in told(indicator)] == [
        ("no figure", "91.0%", 9),
        ("90.0%", "no figure", 3),
    ]


def test_withdrawing_what_was_replaced_already_changes_nothing():
    indicator = IndicatorFactory()
    FigureFactory(indicator=indicator, value=Decimal(90), is_current=False, upload=applied())
    withdraw(9)
    later = WorkbookUploadFactory(applied=True, decided_at=datetime(2018, 10, 3, 9, tzinfo=UTC))
    FigureFactory(indicator=indicator, value=Decimal(91), revision=2, upload=later)

    assert [(r.was, r.now, r.on.day) for r in told(indicator)] == [("90.0%", "91.0%", 3)]
