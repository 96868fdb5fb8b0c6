"""Closing and reopening as they are recorded, and what approving or striking out the minutes makes of them."""

from contextlib import nullcontext
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from core.access import Role
from meetings.actions.locks import ChangedMeanwhile, Refused
from meetings.actions.resolutions import remove_resolution
from meetings.models import Resolution
from recommendations.actions import closures
from recommendations.closing import ClosureState, Outcome
from recommendations.models import Closure, Recommendation
from recommendations.report.closures import closures_of, is_closed, state_of
from recommendations.report.standing import register
from recommendations.status import Impact
from tests.factories.meetings import MeetingFactory
from tests.factories.people import UserFactory
from tests.factories.recommendations import RecommendationFactory, published
from tests.page import open_page
from tests.recommendations.work import (
    FEBRUARY,
    about,
    all_done,
    approve,
    officer,
    reported,
    resolved,
    taken_by,
)

pytestmark = pytest.mark.django_db
JANUARY = date(2019, 1, 29)
NO_CORRECTIONS = {"corrections-TOTAL_FORMS": "0", "corrections-INITIAL_FORMS": "0"}


@pytest.fixture
def clerk():
    return officer()


@pytest.fixture
def recommendation(clerk):
    recommendation = RecommendationFactory()
    all_done(recommendation, clerk)
    recommendation.refresh_from_db()
    return recommendation


def close(recommendation, by, resolution=None, **how) -> Closure:
    recommendation.refresh_from_db()
    how = {"outcome": Outcome.IMPLEMENTED, "impact": Impact.NONE_CLAIMED} | how
    return closures.close(
        recommendation,
        resolution=resolution or resolved(),
        **{"version": recommendation.version, "by": by} | how,
    )


def test_claim_of_the_meetings_day_stands_although_it_was_claimed_again_later(recommendation, clerk):
    letters = dict.fromkeys("ab", "done")
    again = {"limbs": about(recommendation, **letters)}
    reported(recommendation, clerk, again, kind="completion_claim", as_at=date(2018, 12, 31))

    close(recommendation, clerk)

    assert is_closed(recommendation)


def reopen(recommendation, by, resolution=None, **how):
    recommendation.refresh_from_db()
    how = {
        "reason": "It came apart again.",
        "due_on": date(2019, 6, 30),
        "limbs": [recommendation.limbs.get(letter="a")],
    } | how
    return closures.reopen(
        recommendation,
        resolution=resolution or resolved(JANUARY, number=120, effects=[]),
        **{"version": recommendation.version, "by": by} | how,
    )


def test_closure_is_provisional_until_the_minutes_are_approved(recommendation, clerk):
    closure = close(recommendation, clerk)

    assert [state_of(one) for one in closures_of(recommendation)] == [ClosureState.PROVISIONAL]
    assert is_closed(recommendation)

    approve(closure.resolution)

    assert [state_of(one) for one in closures_of(recommendation)] == [ClosureState.FINAL]
    assert is_closed(recommendation)


@pytest.mark.parametrize("struck_out", [{"effects": ["note"]}, {"is_carried": False}])
def test_closure_struck_out_on_approval_is_void(recommendation, clerk, struck_out):
    closure = close(recommendation, clerk)
    Resolution.objects.filter(pk=closure.resolution_id).update(**struck_out)
    assert is_closed(recommendation)  # until a meeting has agreed to that

    approve(closure.resolution)

    assert [state_of(one) for one in closures_of(recommendation)] == [ClosureState.VOID]
    assert not is_closed(recommendation)
    assert close(recommendation, clerk, resolved(JANUARY, number=120)).pk != closure.pk


@pytest.mark.parametrize(
    ("resolution", "said"),
    [
        ({"effects": ["note"]}, "Noting an update does not close"),
        ({"is_carried": False}, "Noting an update does not close"),
        ({"number": None}, "Enter the number of the minute"),
        ({"state": "confirmed"}, "a meeting that was held"),
        ({"state": "inquorate"}, "a meeting that was held"),
        ({"on": timezone.localdate() + timedelta(days=1)}, "has not been held yet"),
        ({"on": FEBRUARY - timedelta(days=1)}, "says that all of it is done"),
        ({"on": FEBRUARY}, None),
        ({"on": timezone.localdate()}, None),
    ],
)
def test_closing_takes_a_carried_resolution_with_a_minute_number(recommendation, clerk, resolution, said):
    state = {"reason": "Too few came."} if resolution.get("state") == "inquorate" else {}
    resolution = resolved(**{"state": "held"} | resolution) if not state else inquorate()

    with pytest.raises(Refused, match=said) if said else nullcontext():
        close(recommendation, clerk, resolution)


@pytest.mark.parametrize(
    ("text", "title", "said"),
    [
        ("recommendation {other} be accepted as done", "", "does not name recommendation {number}"),
        ("it be accepted as done", "Progress on recommendations", "does not name recommendation {number}"),
        ("it be accepted as done", "Recommendation {other}: the guide", "does not name"),
        ("recommendation {other} be accepted as done", "Recommendation {number}: the guide", "does not name"),
        ("it be accepted as done", "Recommendation {number}: the guide", None),
        ("recommendations {other} and {number} be accepted as done", "", None),
    ],
)
def test_closing_takes_only_a_resolution_about_this_recommendation(recommendation, clerk, text, title, said):
    told = {"number": recommendation.number, "other": recommendation.number + 1}
    resolution = resolved(text=text.format(**told))
    resolution.item.title = title.format(**told) or resolution.item.title
    resolution.item.save()

    with pytest.raises(Refused, match=said.format(**told)) if said else nullcontext():
        close(recommendation, clerk, resolution)


@pytest.mark.parametrize(("others", "said"), [(0, None), (1, "does not name")])
def test_item_that_heard_of_one_recommendation_alone_is_about_it(recommendation, clerk, others, said):
    resolution = resolved(text="it be accepted as done")
    for one in [recommendation, *RecommendationFactory.create_batch(others)]:
        published(one, item=resolution.item, as_at=date(2018, 10, 31))

    with pytest.raises(Refused, match=said) if said else nullcontext():
        close(recommendation, clerk, resolution)


def test_resolution_that_closed_it_does_not_take_it_up_again(recommendation, clerk):
    resolution = close(recommendation, clerk).resolution

    with pytest.raises(Refused, match="This resolution closed it"):
        reopen(recommendation, clerk, resolution)


def inquorate() -> Resolution:
    resolution = resolved()
    meeting = resolution.item.meeting
    meeting.state, meeting.reason = "inquorate", "Too few came."
    meeting.save()
    return resolution


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"impact": Impact.WORSE}, "Give a figure or a reason"),
        ({"impact": Impact.WORSE, "panel_reason": "The duty passed elsewhere."}, None),
        (
            {"impact": Impact.WORSE, "outcome": Outcome.AIM_NOT_MET, "panel_reason": "Numbers rose."},
            None,
        ),
        ({"outcome": Outcome.REJECTED}, "Record the panel's reason"),
        ({"outcome": Outcome.NOT_IMPLEMENTED, "panel_reason": "No money."}, None),
        ({"outcome": Outcome.SUPERSEDED}, "Choose the recommendation that replaces it"),
    ],
)
def test_outcome_needs_its_grounds(recommendation, clerk, how, said):
    with pytest.raises(Refused, match=said) if said else nullcontext():
        close(recommendation, clerk, **how)


def test_figure_that_got_worse_needs_the_panels_reason(clerk):
    """Deed done, aim missed: 1,254 children, then 1,294."""
    recommendation = RecommendationFactory(limbs="a")
    series = {"label": "Children placed", "unit": "children", "polarity": "lower", "precision": "month"}
    figures = [
        series | {"value": 1254, "as_at": date(2016, 4, 30)},
        series | {"value": 1294, "as_at": date(2016, 10, 31)},
    ]
    reported(recommendation, clerk, {"figures": figures}, kind="completion_claim")

    with pytest.raises(Refused, match="got worse"):
        close(recommendation, clerk)
    assert close(recommendation, clerk, outcome=Outcome.AIM_NOT_MET).outcome == Outcome.AIM_NOT_MET


def test_effect_that_the_owner_told_is_not_waved_away(clerk):
    """An update says that things got worse; closing it as a success without a word is refused."""
    recommendation = RecommendationFactory(limbs="a")
    told = {"impact": Impact.WORSE, "impact_reason": "More move home."}
    reported(recommendation, clerk, kind="completion_claim", **told)

    with pytest.raises(Refused, match="got worse"):
        close(recommendation, clerk, impact=Impact.TOO_EARLY)
    close(recommendation, clerk, impact=Impact.TOO_EARLY, panel_reason="The count changed.")


@pytest.mark.parametrize(("strikes_out", "state"), [(True, "void"), (False, "final")])
def test_meeting_that_approves_the_minutes_may_strike_the_closing_out(
    recommendation, client_as, strikes_out, state
):
    """On the page where the clerk records the approval."""
    clerk = client_as(Role.DEMOCRATIC_SERVICES)
    resolution = close(recommendation, clerk.user).resolution
    record, later = resolution.item.meeting.minutes, taken_by(resolution, JANUARY)
    sent = {"at": later.pk, "version": record.version} | NO_CORRECTIONS

    page = open_page(clerk, reverse("meetings:minutes_approve", args=[record.meeting_id]))
    assert page.texts("input[name=struck_out] + label") == [f"{resolution.item.title}: {resolution.text}"]
    clerk.post(
        reverse("meetings:minutes_approve", args=[record.meeting_id]),
        sent | ({"struck_out": [resolution.pk]} if strikes_out else {}),
    )

    assert [state_of(one) for one in closures_of(recommendation)] == [state]
    assert is_closed(recommendation) is not strikes_out


def test_closing_struck_out_after_a_reopening_restores_the_state_before_both(recommendation, client_as):
    """The part that began again is done as before, and the new day counts no more."""
    clerk = client_as(Role.DEMOCRATIC_SERVICES)
    rows = Recommendation.objects.filter(pk=recommendation.pk)
    resolution = close(recommendation, clerk.user).resolution
    (before,) = register(rows, timezone.localdate())
    record, later = resolution.item.meeting.minutes, taken_by(resolution, JANUARY)
    reopen(recommendation, clerk.user, resolved(date(2018, 12, 1), number=115, effects=[]))

    sent = {"at": later.pk, "version": record.version, "struck_out": [resolution.pk]}
    clerk.post(reverse("meetings:minutes_approve", args=[record.meeting_id]), sent | NO_CORRECTIONS)

    (after,) = register(rows, timezone.localdate())
    assert state_of(closures_of(recommendation)[0]) == ClosureState.VOID
    assert (after.is_open, after.due.on, after.reopened_on) == (True, None, None)
    assert (after.delivery, after.limbs_done) == (before.delivery, 2)
    assert dict(recommendation.limbs.values_list("letter", "status")) == {"a": "done", "b": "done"}


def test_struck_out_closing_leaves_the_effect_as_it_was_told(recommendation, clerk):
    closure = close(recommendation, clerk, impact=Impact.IMPROVED, panel_reason="Fewer move home.")
    rows = Recommendation.objects.filter(pk=recommendation.pk)
    provisional = register(rows, JANUARY)[0].effect
    Resolution.objects.filter(pk=closure.resolution_id).update(effects=["note"])
    approve(closure.resolution)

    assert (provisional, register(rows, JANUARY)[0].effect) == (Impact.IMPROVED, Impact.NONE_CLAIMED)


def test_not_every_part_done_is_not_implemented(clerk):
    recommendation = RecommendationFactory()
    reported(recommendation, clerk)

    with pytest.raises(Refused, match="Not every part is done"):
        close(recommendation, clerk)


def test_recommendation_does_not_replace_itself(recommendation, clerk):
    with pytest.raises(Refused, match="cannot replace itself"):
        close(recommendation, clerk, outcome=Outcome.SUPERSEDED, replaced_by=recommendation)

    other = RecommendationFactory()
    assert close(recommendation, clerk, outcome=Outcome.SUPERSEDED, replaced_by=other).replaced_by == other


def test_clerk_cannot_remove_a_resolution_that_closed_something(recommendation, clerk):
    resolution = close(recommendation, clerk).resolution
    resolution.item.meeting.minutes.state = "drafting"  # withdrawn from publication
    resolution.item.meeting.minutes.save()

    with pytest.raises(Refused, match="take its effect away instead"):
        remove_resolution(resolution.pk, resolution.item, version=resolution.version, by=clerk)


def test_closed_is_not_closed_again(recommendation, clerk):
    close(recommendation, clerk)

    with pytest.raises(Refused, match="closed already"):
        close(recommendation, clerk, resolved(JANUARY, number=120))


@pytest.mark.parametrize("role", [role for role in Role if role != Role.DEMOCRATIC_SERVICES])
def test_only_democratic_services_record_closing_and_reopening(recommendation, clerk, role):
    user = UserFactory(roles=[role])

    with pytest.raises(PermissionDenied):
        close(recommendation, user)
    close(recommendation, clerk)
    with pytest.raises(PermissionDenied):
        reopen(recommendation, user)


def test_second_officer_is_told(recommendation, clerk):
    version = recommendation.version
    close(recommendation, clerk)

    with pytest.raises(ChangedMeanwhile):
        close(recommendation, clerk, resolved(JANUARY, number=120), version=version)


def test_reopened_recommendation_is_open_and_its_named_parts_begin_again(recommendation, clerk):
    close(recommendation, clerk)

    reopening = reopen(recommendation, clerk)

    assert not is_closed(recommendation)
    assert dict(recommendation.limbs.values_list("letter", "status")) == {"a": "not_started", "b": "done"}
    assert reopening.due_on == date(2019, 6, 30)
    again = reported(recommendation, clerk, {"limbs": about(recommendation, a="done")}, as_at=JANUARY)
    assert again.state == "published"


@pytest.mark.parametrize(
    ("resolution", "how", "said"),
    [
        ({"is_carried": False}, {}, "did not carry"),
        ({"number": None}, {}, "Enter the number of the minute"),
        ({"state": "confirmed"}, {}, "that was held"),
        ({"on": date(2018, 10, 31)}, {}, "or of a later one"),
        ({}, {"reason": " "}, "Say why it is taken up again"),
        ({}, {"limbs": []}, "Choose the parts"),
        ({}, {"due_on": JANUARY}, "a new day after the meeting"),
        ({}, {"due_on": JANUARY + timedelta(days=1)}, None),
    ],
)
def test_reopening_takes_a_resolution_a_reason_a_day_and_parts(recommendation, clerk, resolution, how, said):
    close(recommendation, clerk)
    given = resolved(**{"on": JANUARY, "number": 120, "effects": []} | resolution)

    with pytest.raises(Refused, match=said) if said else nullcontext():
        reopen(recommendation, clerk, given, **how)


def test_open_recommendation_is_not_reopened(recommendation, clerk):
    with pytest.raises(Refused, match="nothing to take up again"):
        reopen(recommendation, clerk)


def test_reopened_can_be_closed_again(recommendation, clerk):
    close(recommendation, clerk)
    reopen(recommendation, clerk)
    reported(recommendation, clerk, as_at=date(2019, 2, 28))
    with pytest.raises(Refused, match="No published update"):  # the claim of before counts no more
        close(recommendation, clerk, resolved(date(2019, 3, 20), number=130))
    reported(
        recommendation,
        clerk,
        {"limbs": about(recommendation, a="done", b="done")},
        kind="completion_claim",
        as_at=date(2019, 3, 31),
    )
    MeetingFactory(on=date(2019, 4, 10), state="held")

    close(recommendation, clerk, resolved(date(2019, 5, 29), number=140))

    assert is_closed(recommendation)
    assert len(closures_of(recommendation)) == 2
