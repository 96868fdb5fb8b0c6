"""Owners write and send in; who may, what is refused, and that nothing is written twice."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from core.access import Role
from meetings.actions.locks import ChangedMeanwhile, Refused
from recommendations.actions.drafts import (
    Parts,
    begin_correction,
    begin_update,
    discard_draft,
    may_write,
    save_draft,
    submit,
)
from recommendations.models import Update, UpdateState
from recommendations.report.update_check import left_unsaid
from tests.factories.people import UserFactory
from tests.factories.recommendations import RecommendationFactory, closed
from tests.recommendations.work import (
    FEBRUARY,
    about,
    all_done,
    drafted,
    officer,
    owner_of,
    reported,
    sent_in,
    words,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def recommendation():
    return RecommendationFactory()


@pytest.fixture
def owner(recommendation):
    return owner_of(recommendation)


def test_draft_keeps_every_part_and_the_post_that_wrote_it(recommendation, owner):
    figure = {"label": "Children placed", "value": 1254, "unit": "children", "as_at": date(2016, 4, 30)}
    parts = {
        "figures": [figure],
        "steps": [{"what": "Print it", "by": date(2017, 4, 30)}],
        "documents": [{"title": "Guide", "where": "https://council.example/guide"}],
    }

    draft = drafted(recommendation, owner, parts)

    assert (draft.state, draft.author, draft.author_post) == (UpdateState.DRAFT, owner, recommendation.owner)
    assert [one.limb.letter for one in draft.limb_reports.all()] == ["a"]
    assert draft.figures.get().value == 1254
    assert draft.next_steps.get().what == "Print it"
    assert draft.documents.get().address == "https://council.example/guide"


def test_place_on_paper_is_no_link(recommendation, owner):
    parts = {"documents": [{"title": "Guide", "where": "Pack of 1 November 2018, page 31"}]}

    assert drafted(recommendation, owner, parts).documents.get().address == ""


@pytest.mark.parametrize(
    ("role", "holds", "expected"),
    [
        (Role.REPORT_OWNER, {}, True),
        (Role.REPORT_OWNER, {"ends_on": timezone.localdate()}, True),
        (Role.REPORT_OWNER, {"ends_on": timezone.localdate() - timedelta(days=1)}, False),
        (Role.REPORT_OWNER, {"starts_on": timezone.localdate() + timedelta(days=1)}, False),
        (Role.REPORT_OWNER, None, False),
        (Role.PANEL_MEMBER, {}, False),
        (Role.MI_OFFICER, {}, False),
        (Role.DEMOCRATIC_SERVICES, None, True),
        (Role.ADMINISTRATOR, None, False),
    ],
)
def test_holders_of_the_post_write_and_democratic_services_do(recommendation, role, holds, expected):
    user = UserFactory(roles=[role]) if holds is None else owner_of(recommendation, roles=[role], holds=holds)

    assert may_write(user, recommendation) is expected


def test_every_step_is_refused_to_others(recommendation, owner):
    draft = drafted(recommendation, owner)
    stranger = UserFactory(roles=[Role.REPORT_OWNER])

    for step in (
        lambda: begin_update(recommendation, words=words(), parts=Parts(), by=stranger),
        lambda: save_draft(draft, words=words(), parts=Parts(), version=1, by=stranger),
        lambda: submit(draft, version=1, by=stranger),
        lambda: discard_draft(draft, version=1, by=stranger),
        lambda: begin_correction(draft, by=stranger),
    ):
        with pytest.raises(PermissionDenied):
            step()


def test_same_draft_sent_twice_is_one(recommendation, owner):
    assert drafted(recommendation, owner) == drafted(recommendation, owner)
    assert Update.objects.count() == 1


def test_second_draft_about_one_recommendation_names_who_began_the_first(recommendation, owner):
    drafted(recommendation, owner)

    with pytest.raises(Refused, match=f"begun by {owner}"):
        drafted(recommendation, officer(), text="Something else.")


def test_saving_replaces_the_parts(recommendation, owner):
    draft = drafted(recommendation, owner)

    saved = save_draft(
        draft,
        words=words(text="Anew."),
        parts=Parts(limbs=about(recommendation, b="slipped")),
        version=1,
        by=owner,
    )

    assert (saved.text, saved.version) == ("Anew.", 2)
    assert [(one.limb.letter, one.status) for one in saved.limb_reports.all()] == [("b", "slipped")]


def test_second_of_two_who_save_is_told(recommendation, owner):
    draft = drafted(recommendation, owner)
    save_draft(draft, words=words(text="First."), parts=Parts(), version=1, by=owner)

    with pytest.raises(ChangedMeanwhile):
        save_draft(draft, words=words(text="Second."), parts=Parts(), version=1, by=officer())
    with pytest.raises(ChangedMeanwhile):
        submit(draft, version=1, by=owner)


def test_what_was_sent_in_can_be_changed_no_more(recommendation, owner):
    sent = sent_in(recommendation, owner)

    for step in (save_draft, discard_draft, submit):
        how = {"words": words(), "parts": Parts()} if step is save_draft else {}
        with pytest.raises(Refused, match="with democratic services"):
            step(sent, version=sent.version, by=owner, **how)


@pytest.mark.parametrize(
    ("fields", "limbs", "said"),
    [
        ({}, {}, "Say which part it is about"),
        ({"text": " "}, {"a": "done"}, "Write what has been done."),
        ({"kind": "nil", "text": ""}, {}, "Say why there is nothing to report."),
        ({"kind": "completion_claim"}, {"a": "done"}, "part b is not done yet"),
        ({"as_at": date(2015, 11, 30)}, {"a": "done"}, "before the recommendation was adopted"),
        ({"impact": "worse"}, {"a": "done"}, "Give a figure or a reason"),
    ],
)
def test_draft_is_kept_but_not_sent_in_with_a_fault(recommendation, owner, fields, limbs, said):
    draft = drafted(recommendation, owner, {"limbs": about(recommendation, **limbs)}, **fields)

    with pytest.raises(Refused, match=said):
        submit(draft, version=1, by=owner)


@pytest.mark.parametrize(
    ("fields", "limbs"),
    [
        ({}, {"a": "on_track"}),
        ({"kind": "nil", "text": "", "reason": "Nobody in post."}, {}),
        ({"kind": "completion_claim"}, {"a": "done", "b": "done"}),
        ({"as_at": date(2015, 12, 1)}, {"a": "done"}),  # December 2015, in which it was adopted
        ({"impact": "worse", "impact_reason": "Up 40."}, {"a": "done"}),
        ({"impact": "too_early"}, {"a": "done"}),
    ],
)
def test_whole_draft_is_sent_in(recommendation, owner, fields, limbs):
    sent = sent_in(recommendation, owner, {"limbs": about(recommendation, **limbs)}, **fields)

    assert sent.state == UpdateState.SUBMITTED


def test_claim_counts_the_limbs_that_were_done_before(recommendation, owner):
    reported(recommendation, officer(), {"limbs": about(recommendation, b="done")})

    sent = sent_in(recommendation, owner, kind="completion_claim", as_at=date(2017, 3, 1))

    assert sent.state == UpdateState.SUBMITTED


TODAY = date(2017, 2, 10)


@pytest.mark.parametrize(
    ("as_at", "precision", "qualifier", "is_fault"),
    [
        (TODAY, "day", "exact", False),
        (date(2017, 2, 11), "day", "exact", True),
        (date(2017, 2, 11), "day", "planned", False),
        (FEBRUARY, "month", "exact", False),
        (date(2017, 3, 31), "month", "exact", True),
    ],
)
def test_figure_of_a_day_to_come_must_say_that_it_is_planned(
    recommendation, owner, as_at, precision, qualifier, is_fault
):
    figure = {
        "label": "Visits",
        "value": 9,
        "as_at": as_at,
        "precision": precision,
        "qualifier": qualifier,
    }
    draft = drafted(recommendation, owner, {"figures": [figure]})

    if is_fault:
        with pytest.raises(Refused, match="say that it is planned"):
            submit(draft, version=1, by=owner, today=TODAY)
    else:
        assert submit(draft, version=1, by=owner, today=TODAY).state == UpdateState.SUBMITTED


@pytest.mark.parametrize("day", [0, 1])
def test_part_is_not_done_tomorrow(recommendation, owner, day):
    limbs = [about(recommendation, a="done")[0] | {"done_on": TODAY + timedelta(days=day)}]
    draft = drafted(recommendation, owner, {"limbs": limbs})

    if day:
        with pytest.raises(Refused, match=r"Part \(a\) cannot have been done"):
            submit(draft, version=1, by=owner, today=TODAY)
    else:
        assert submit(draft, version=1, by=owner, today=TODAY).state == UpdateState.SUBMITTED


def test_silent_limbs_are_named_in_order():
    recommendation = RecommendationFactory(limbs="abc")
    draft = drafted(recommendation, officer(), {"limbs": about(recommendation, b="on_track")})

    assert [limb.letter for limb in left_unsaid(draft)] == ["a", "c"]


def test_rejected_recommendation_takes_no_updates(owner):
    rejected = RecommendationFactory(response="rejected", response_reason="No money.")

    with pytest.raises(Refused, match="was rejected"):
        drafted(rejected, officer())


def test_closed_recommendation_takes_corrections_only(recommendation):
    by = officer()
    update = all_done(recommendation, by)
    closed(recommendation, on=date(2018, 11, 1))

    with pytest.raises(Refused, match="has closed this recommendation"):
        drafted(recommendation, by)
    correction = begin_correction(update, by=by)
    assert submit(correction, version=1, by=by).state == UpdateState.SUBMITTED


def test_correction_begins_with_what_stands(recommendation, owner):
    figure = {"label": "Visits", "value": 9, "as_at": FEBRUARY}
    update = reported(recommendation, officer(), {"figures": [figure]})

    correction = begin_correction(update, by=owner)

    assert (correction.kind, correction.supersedes, correction.text) == ("correction", update, update.text)
    assert correction.figures.get().value == 9
    assert correction.limb_reports.get().status == "done"
    assert update.figures.count() == 1
    assert begin_correction(update, by=owner) == correction


def test_correction_of_a_claim_must_still_claim(recommendation):
    by = officer()
    correction = begin_correction(all_done(recommendation, by), by=by)
    limbs = about(recommendation, a="done", b="slipped")

    changed = save_draft(
        correction, words=words(kind="correction"), parts=Parts(limbs=limbs), version=1, by=by
    )

    with pytest.raises(Refused, match="part b is not done yet"):
        submit(changed, version=changed.version, by=by)


def test_draft_cannot_be_corrected(recommendation, owner):
    with pytest.raises(Refused, match="Only a published update"):
        begin_correction(drafted(recommendation, owner), by=owner)


def test_discarded_draft_makes_room_for_another(recommendation, owner):
    discard_draft(drafted(recommendation, owner), version=1, by=owner)

    assert drafted(recommendation, owner, text="Anew.").text == "Anew."
