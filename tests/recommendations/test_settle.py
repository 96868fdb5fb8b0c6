from datetime import UTC, date, datetime

import pytest

from recommendations.due_dates import Precision
from recommendations.models import Classification
from recommendations.status import Impact, LimbStatus
from recommendations.updates import UpdateKind
from tests.factories.recommendations import (
    RecommendationFactory,
    UpdateFactory,
    closed,
    published,
    reopened,
)

FEBRUARY, AUGUST = date(2017, 2, 28), date(2017, 8, 31)
REOPENED_ON = date(2018, 11, 1)


@pytest.fixture
def recommendation(db):
    return RecommendationFactory()


def limbs(recommendation) -> dict[str, str]:
    return dict(recommendation.limbs.values_list("letter", "status"))


def test_limb_that_no_update_mentions_is_not_started(recommendation):
    published(recommendation, says={"a": "on_track"})

    assert limbs(recommendation) == {"a": "on_track", "b": "not_started"}


def test_limb_keeps_what_was_said_when_a_later_update_leaves_it_out(recommendation):
    published(recommendation, says={"a": "on_track", "b": "slipped"}, as_at=FEBRUARY)
    published(recommendation, says={"a": "done"}, as_at=AUGUST)

    assert limbs(recommendation) == {"a": "done", "b": "slipped"}


def test_older_update_entered_later_changes_nothing(recommendation):
    published(recommendation, says={"a": "done"}, as_at=AUGUST)
    published(recommendation, says={"a": "slipped"}, as_at=FEBRUARY)

    assert limbs(recommendation)["a"] == "done"


def test_month_stands_after_a_day_within_it(recommendation):
    published(recommendation, says={"a": "slipped"}, as_at=date(2017, 2, 1), precision=Precision.MONTH)
    published(recommendation, says={"a": "on_track"}, as_at=date(2017, 2, 20), precision=Precision.DAY)

    assert limbs(recommendation)["a"] == "slipped"


def test_draft_settles_nothing(recommendation):
    UpdateFactory(recommendation=recommendation, says_slipped=True)
    published(recommendation, says={"a": "on_track"}, as_at=FEBRUARY)

    recommendation.refresh_from_db()
    assert not recommendation.is_forced_slipped


def test_correction_takes_the_place_of_what_it_corrects(recommendation):
    wrong = published(recommendation, says={"a": "done"}, done_on={"a": FEBRUARY}, impact=Impact.IMPROVED)
    published(recommendation, says={"b": "on_track"}, kind=UpdateKind.CORRECTION, supersedes=wrong)

    recommendation.refresh_from_db()
    assert limbs(recommendation) == {"a": "not_started", "b": "on_track"}
    assert recommendation.limbs.get(letter="a").done_on is None
    assert recommendation.impact == Impact.NONE_CLAIMED


def test_day_it_was_done_need_not_be_told_again(recommendation):
    published(recommendation, says={"a": "done"}, done_on={"a": date(2016, 9, 23)}, as_at=FEBRUARY)
    published(recommendation, says={"a": "done"}, as_at=AUGUST)

    assert recommendation.limbs.get(letter="a").done_on == date(2016, 9, 23)


def test_day_it_was_done_is_forgotten_when_it_came_undone(recommendation):
    published(recommendation, says={"a": "done"}, done_on={"a": date(2016, 9, 23)}, as_at=date(2016, 10, 31))
    published(recommendation, says={"a": "slipped"}, as_at=FEBRUARY)
    published(recommendation, says={"a": "done"}, as_at=AUGUST)

    limb = recommendation.limbs.get(letter="a")
    assert (limb.status, limb.done_on) == (LimbStatus.DONE, None)


def test_slipping_and_effect_are_those_of_the_current_update(recommendation):
    published(recommendation, as_at=FEBRUARY, says_slipped=True, impact=Impact.WORSE, impact_reason="Up 40.")
    published(recommendation, as_at=AUGUST, impact=Impact.TOO_EARLY)

    recommendation.refresh_from_db()
    assert not recommendation.is_forced_slipped
    assert (recommendation.impact, recommendation.impact_reason) == (Impact.TOO_EARLY, "")


@pytest.mark.parametrize("kind", [UpdateKind.NIL, UpdateKind.RESPONSE])
def test_return_that_says_nothing_of_them_leaves_slipping_and_effect(recommendation, kind):
    published(recommendation, as_at=FEBRUARY, says_slipped=True, impact=Impact.WORSE, impact_reason="Up 40.")
    published(recommendation, as_at=AUGUST, kind=kind, reason="Nothing new.")

    recommendation.refresh_from_db()
    assert recommendation.is_forced_slipped
    assert (recommendation.impact, recommendation.impact_reason) == (Impact.WORSE, "Up 40.")


def test_correction_of_a_return_with_nothing_says_nothing_either(recommendation):
    published(recommendation, as_at=FEBRUARY, says_slipped=True, impact=Impact.WORSE, impact_reason="Up 40.")
    _, wrong = (
        published(recommendation, as_at=day, kind=UpdateKind.NIL, reason="Nothing.")
        for day in (date(2017, 5, 31), AUGUST)
    )
    for _ in range(2):  # put right, and put right once more
        wrong = published(
            recommendation, as_at=AUGUST, kind=UpdateKind.CORRECTION, supersedes=wrong, reason="Nothing yet."
        )

    recommendation.refresh_from_db()
    assert recommendation.current_update == wrong
    assert recommendation.is_forced_slipped
    assert (recommendation.impact, recommendation.has_no_movement) == (Impact.WORSE, True)


def test_exempt_update_counts_like_any_other(recommendation):
    published(recommendation, says={"a": "done"}, classification=Classification.EXEMPT)

    assert limbs(recommendation)["a"] == "done"


def test_reopening_starts_the_limbs_it_names_anew(recommendation):
    published(recommendation, says={"a": "done", "b": "done"}, done_on={"a": FEBRUARY}, says_slipped=True)

    reopened(closed(recommendation, on=AUGUST), on=REOPENED_ON, due_on=date(2019, 3, 31), limbs="a")

    recommendation.refresh_from_db()
    assert limbs(recommendation) == {"a": "not_started", "b": "done"}
    assert recommendation.limbs.get(letter="a").done_on is None
    assert not recommendation.is_forced_slipped


@pytest.mark.parametrize(
    ("as_at", "published_at", "status"),
    [
        (date(2018, 10, 31), datetime(2030, 1, 1, tzinfo=UTC), "not_started"),  # of a day before it
        (REOPENED_ON, datetime(2030, 1, 1, tzinfo=UTC), "done"),
        (REOPENED_ON, datetime(2018, 10, 1, tzinfo=UTC), "not_started"),  # published before it
    ],
)
def test_limb_taken_up_again_heeds_only_what_came_after(recommendation, as_at, published_at, status):
    reopened(closed(recommendation, on=AUGUST), on=REOPENED_ON, due_on=date(2019, 3, 31), limbs="a")

    published(recommendation, says={"a": "done"}, as_at=as_at, precision=Precision.DAY, at=published_at)

    assert limbs(recommendation)["a"] == status
