"""Where a new target fits among those there are."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from scorecard.models import Threshold, Variant
from scorecard.upkeep.target_plan import plan_target, plan_withdrawal

OPEN = None


def target(pk: int | None, first: str, last: str | None, number: int, variant=Variant.ALL) -> Threshold:
    return Threshold(
        pk=pk,
        variant=variant,
        valid_from=date.fromisoformat(first),
        valid_to=last and date.fromisoformat(last),
        target=Decimal(number),
    )


def spans(plan) -> list[tuple]:
    return [(t.pk, str(t.valid_from), t.valid_to and str(t.valid_to), int(t.target)) for t in plan.after]


FIRST = (1, "2015-04-01", "2018-03-31", 55)
SECOND = (2, "2018-04-01", OPEN, 60)


@pytest.mark.parametrize(
    ("new", "after"),
    [
        # the one before ends with the month before, and the new one goes on
        (
            ("2018-09-01", OPEN),
            [FIRST, (2, "2018-04-01", "2018-08-31", 60), (None, "2018-09-01", OPEN, 70)],
        ),
        # in the middle of an older one: it takes what was left of it
        (
            ("2017-01-01", OPEN),
            [(1, "2015-04-01", "2016-12-31", 55), (None, "2017-01-01", "2018-03-31", 70), SECOND],
        ),
        # from the same month: it takes the other's place
        (("2018-04-01", OPEN), [FIRST, (2, "2018-04-01", OPEN, 70)]),
        # before the first one: it ends when that begins
        (("2014-01-01", OPEN), [(None, "2014-01-01", "2015-03-31", 70), FIRST, SECOND]),
        # with an end of its own
        (
            ("2018-09-01", "2018-12-31"),
            [FIRST, (2, "2018-04-01", "2018-08-31", 60), (None, "2018-09-01", "2018-12-31", 70)],
        ),
        (
            ("2014-01-01", "2015-03-31"),
            [(None, "2014-01-01", "2015-03-31", 70), FIRST, SECOND],
        ),
    ],
)
def test_new_target_takes_its_place(new, after):
    plan = plan_target([target(*FIRST), target(*SECOND)], target(None, *new, 70))

    assert spans(plan) == after


def test_target_that_would_run_into_a_later_one_is_refused():
    with pytest.raises(ValidationError) as refusal:
        plan_target([target(*FIRST), target(*SECOND)], target(None, "2014-01-01", "2015-04-30", 70))

    assert refusal.value.message_dict == {
        "last": ["Another target begins in April 2015. End this one before, or withdraw that one first"]
    }


def test_other_population_is_left_alone():
    other = target(9, "2018-04-01", OPEN, 50, Variant.EXC_UASC)

    plan = plan_target([target(*SECOND), other], target(None, "2018-09-01", OPEN, 70))

    assert (other.valid_to, other in plan.after, len(plan.to_save)) == (None, True, 2)


def test_first_target_goes_on():
    assert spans(plan_target([], target(None, "2018-09-01", OPEN, 70))) == [(None, "2018-09-01", OPEN, 70)]


def test_nothing_that_was_given_changes():
    existing, new = target(*SECOND), target(None, "2018-09-01", OPEN, 70)

    plan_target([existing], new)

    assert (existing.valid_to, new.pk) == (None, None)


def test_withdrawn_target_leaves_its_place_to_the_one_before():
    first, second = target(*FIRST), target(*SECOND)

    assert spans(plan_withdrawal([first, second], second)) == [(1, "2015-04-01", OPEN, 55)]


@pytest.mark.parametrize("earlier", [[], [(1, "2015-04-01", "2018-02-28", 55)]])
def test_where_none_ended_just_before_withdrawing_leaves_a_gap(earlier):
    second = target(*SECOND)

    assert spans(plan_withdrawal([*(target(*one) for one in earlier), second], second)) == earlier
