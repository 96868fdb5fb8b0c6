from datetime import date, timedelta

import pytest

from recommendations.due_dates import Precision
from recommendations.status import Coverage, LimbStatus
from recommendations.updates import (
    UpdateFacts,
    UpdateKind,
    current,
    faults,
    has_no_movement,
    is_stale,
    newest_first,
)

ADOPTED, TODAY = date(2015, 12, 10), date(2017, 2, 10)
FEBRUARY = date(2017, 2, 1)


def update(id=1, as_at=FEBRUARY, precision=Precision.MONTH, kind=UpdateKind.PROGRESS, **more):
    return UpdateFacts(id, kind, as_at, precision, **({"reported_on": date(2017, 2, 20)} | more))


def fault(
    kind=UpdateKind.PROGRESS, as_at=FEBRUARY, precision=Precision.MONTH, said=None, limbs=None, reason=""
):
    return faults(
        kind=kind,
        as_at=as_at,
        precision=precision,
        adopted_on=ADOPTED,
        today=TODAY,
        said={"a": Coverage.CLAIMED} if said is None else said,
        limbs=limbs or {"a": LimbStatus.ON_TRACK, "b": LimbStatus.DONE, "c": LimbStatus.NOT_STARTED},
        reason=reason,
    )


def test_newest_is_by_the_end_of_what_it_speaks_of_then_report_then_number():
    month = update(1)
    last_of_february = update(2, date(2017, 2, 28), Precision.DAY, reported_on=date(2017, 3, 1))
    twin = update(3, date(2017, 2, 28), Precision.DAY, reported_on=date(2017, 3, 1))
    entered_last = update(4, date(2016, 10, 1), reported_on=date(2017, 6, 1))

    assert [one.id for one in newest_first([entered_last, month, twin, last_of_february])] == [3, 2, 1, 4]


@pytest.mark.parametrize(
    ("reported_on", "end"),
    [
        (date(2017, 1, 31), date(2017, 2, 1)),
        (date(2017, 2, 10), date(2017, 2, 10)),
        (date(2017, 2, 28), date(2017, 2, 28)),
        (date(2017, 3, 1), date(2017, 2, 28)),
    ],
)
def test_period_that_was_not_over_when_reported_ends_with_the_report(reported_on, end):
    assert update(reported_on=reported_on).as_at_end == end


def test_year_reported_in_january_gives_way_to_a_later_month_of_it():
    year = update(1, date(2017, 1, 1), Precision.YEAR, reported_on=date(2017, 1, 20))

    assert current([year, update(2, FEBRUARY)]).id == 2


def test_superseded_update_is_never_current():
    assert current([update(1), update(2, is_superseded=True)]) == update(1)
    assert current([update(2, is_superseded=True)]) is None


@pytest.mark.parametrize(
    ("as_at", "precision", "said"),
    [
        (TODAY, Precision.DAY, []),
        (TODAY + timedelta(days=1), Precision.DAY, ["The date it speaks of lies in the future."]),
        (FEBRUARY, Precision.MONTH, []),
        (date(2017, 3, 1), Precision.MONTH, ["The date it speaks of lies in the future."]),
        (date(2017, 3, 1), Precision.QUARTER, []),
        (date(2017, 12, 1), Precision.YEAR, []),
        (date(2018, 1, 1), Precision.YEAR, ["The date it speaks of lies in the future."]),
        (date(2017, 3, 31), Precision.FINANCIAL_YEAR, []),
        (date(2017, 4, 1), Precision.FINANCIAL_YEAR, ["The date it speaks of lies in the future."]),
        (date(2017, 9, 1), Precision.ACADEMIC_YEAR, ["The date it speaks of lies in the future."]),
        (ADOPTED, Precision.DAY, []),
        (
            ADOPTED - timedelta(days=1),
            Precision.DAY,
            ["The date it speaks of is before the recommendation was adopted."],
        ),
        (date(2015, 12, 1), Precision.MONTH, []),
        (
            date(2015, 11, 30),
            Precision.MONTH,
            ["The date it speaks of is before the recommendation was adopted."],
        ),
    ],
)
def test_date_lies_between_adoption_and_today(as_at, precision, said):
    assert fault(as_at=as_at, precision=precision) == said


@pytest.mark.parametrize(
    ("kind", "said", "reason", "is_refused"),
    [
        (UpdateKind.PROGRESS, {"a": Coverage.CLAIMED}, "", False),
        (UpdateKind.PROGRESS, {"a": Coverage.SILENT}, "", True),
        (UpdateKind.PROGRESS, {}, "", True),
        (UpdateKind.NIL, {}, "", True),
        (UpdateKind.NIL, {}, " ", True),
        (UpdateKind.NIL, {}, "The post is vacant", False),
        (UpdateKind.RESPONSE, {}, "", False),
        (UpdateKind.CORRECTION, {}, "", False),
    ],
)
def test_progress_names_a_limb_and_nothing_needs_a_reason(kind, said, reason, is_refused):
    assert bool(fault(kind, said=said, reason=reason)) is is_refused


@pytest.mark.parametrize(
    ("limbs", "sentence"),
    [
        ({"a": LimbStatus.DONE, "b": LimbStatus.DONE}, []),
        (
            {"a": LimbStatus.DONE, "b": LimbStatus.ON_TRACK},
            ["It cannot be reported complete: part b is not done yet."],
        ),
        (
            {"a": LimbStatus.NOT_STARTED, "b": LimbStatus.DONE, "c": LimbStatus.SLIPPED},
            ["It cannot be reported complete: parts a and c are not done yet."],
        ),
        (
            dict.fromkeys("abc", LimbStatus.ON_TRACK),
            ["It cannot be reported complete: parts a, b and c are not done yet."],
        ),
    ],
)
def test_completion_is_claimed_only_when_every_limb_is_done(limbs, sentence):
    assert fault(UpdateKind.COMPLETION_CLAIM, limbs=limbs) == sentence


@pytest.mark.parametrize(
    ("after", "quiet", "is_it"), [(180, 180, False), (180, 181, True), (90, 90, False), (90, 91, True)]
)
def test_quiet_for_longer_than_the_limit_is_stale(after, quiet, is_it):
    as_at = TODAY - timedelta(days=quiet)
    told = [update(as_at=as_at, precision=Precision.DAY, reported_on=TODAY)]

    assert is_stale(told, today=TODAY, adopted_on=ADOPTED, after_days=after) is is_it


def test_without_updates_quiet_counts_from_adoption():
    def stale(days):
        return is_stale([], today=ADOPTED + timedelta(days=days), adopted_on=ADOPTED, after_days=180)

    assert (stale(180), stale(181)) == (False, True)


def test_reopening_makes_fresh_and_closing_ends_staleness():
    long_ago = [update(as_at=date(2016, 1, 1))]
    facts = {"today": TODAY, "adopted_on": ADOPTED, "after_days": 180}

    assert is_stale(long_ago, **facts)
    assert not is_stale(long_ago, reopened_on=TODAY - timedelta(days=180), **facts)
    assert is_stale(long_ago, reopened_on=TODAY - timedelta(days=181), **facts)
    assert not is_stale(long_ago, is_open=False, **facts)


def test_reopening_before_the_newest_update_adds_nothing():
    told = [update(as_at=TODAY - timedelta(days=181), precision=Precision.DAY)]

    assert is_stale(told, today=TODAY, adopted_on=ADOPTED, after_days=180, reopened_on=ADOPTED)


@pytest.mark.parametrize(
    ("kinds", "is_it"),
    [
        ([], False),
        ([UpdateKind.NIL], False),
        ([UpdateKind.NIL, UpdateKind.NIL], True),
        ([UpdateKind.NIL, UpdateKind.PROGRESS], False),
        ([UpdateKind.PROGRESS, UpdateKind.NIL, UpdateKind.NIL], True),
        ([UpdateKind.NIL, UpdateKind.PROGRESS, UpdateKind.NIL], False),
    ],
)
def test_two_nil_returns_in_a_row_are_no_movement(kinds, is_it):
    told = [update(number, date(2016, number + 1, 1), kind=kind) for number, kind in enumerate(kinds)]

    assert has_no_movement(told) is is_it


def test_superseded_nil_return_does_not_count():
    told = [update(1, kind=UpdateKind.NIL), update(2, kind=UpdateKind.NIL, is_superseded=True)]

    assert not has_no_movement(told)
