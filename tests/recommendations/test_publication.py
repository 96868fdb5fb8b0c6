"""Publishing freezes an update and settles its recommendation; returning opens it again with words."""

from contextlib import nullcontext
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.utils import timezone

from core.access import Role
from meetings.actions.locks import ChangedMeanwhile, Refused
from recommendations.actions.drafts import Parts, begin_correction, save_draft, submit
from recommendations.actions.publication import publish, return_update
from recommendations.models import UpdateState
from tests.factories.meetings import AgendaItemFactory, MeetingFactory
from tests.factories.people import UserFactory
from tests.factories.recommendations import RecommendationFactory, closed
from tests.recommendations.work import about, all_done, officer, owner_of, reported, sent_in, words

pytestmark = pytest.mark.django_db
MARCH = date(2017, 3, 2)


@pytest.fixture
def recommendation():
    return RecommendationFactory()


@pytest.fixture
def owner(recommendation):
    return owner_of(recommendation)


def test_published_update_settles_its_limbs(recommendation, owner):
    sent, clerk = sent_in(recommendation, owner), officer()

    update = publish(sent, reported_on=MARCH, reported_to="The cabinet", version=sent.version, by=clerk)

    assert (update.state, update.published_by, update.reported_on) == ("published", clerk, MARCH)
    assert recommendation.limbs.get(letter="a").status == "done"
    recommendation.refresh_from_db()
    assert recommendation.version == 2


def test_update_for_a_meeting_is_reported_on_its_day(recommendation, owner):
    sent = sent_in(recommendation, owner)
    item = AgendaItemFactory(meeting=MeetingFactory(on=timezone.localdate() + timedelta(days=9)))

    update = publish(sent, item=item, reported_to="Nobody", version=sent.version, by=officer())

    assert (update.item, update.reported_to, update.reported_on) == (item, "", item.meeting.on)


@pytest.mark.parametrize("ahead", [0, 1, None])
def test_without_a_meeting_it_was_reported_by_today(recommendation, owner, ahead):
    sent = sent_in(recommendation, owner)
    day = None if ahead is None else timezone.localdate() + timedelta(days=ahead)

    if ahead == 0:
        assert publish(sent, reported_on=day, version=sent.version, by=officer()).reported_on == day
    else:
        with pytest.raises(Refused, match="today or earlier"):
            publish(sent, reported_on=day, version=sent.version, by=officer())


@pytest.mark.parametrize("is_panel", [True, False])
@pytest.mark.parametrize(
    ("on", "said"),
    [(date(2017, 1, 31), "cannot have been reported on 31 January 2017"), (date(2017, 2, 1), None)],
)
def test_nothing_is_reported_before_what_it_speaks_of(recommendation, owner, on, said, is_panel):
    """It speaks of February 2017."""
    sent = sent_in(recommendation, owner)
    where = {"item": AgendaItemFactory(meeting=MeetingFactory(on=on))} if is_panel else {"reported_on": on}

    with pytest.raises(Refused, match=said) if said else nullcontext():
        publish(sent, version=sent.version, by=officer(), **where)


def test_what_was_sent_in_before_the_panel_closed_it_is_not_published_after(recommendation, owner):
    by = officer()
    all_done(recommendation, by)
    sent = sent_in(recommendation, owner)
    closed(recommendation, on=date(2018, 11, 1))

    with pytest.raises(Refused, match="The panel has closed this recommendation"):
        publish(sent, reported_on=MARCH, version=sent.version, by=by)
    assert return_update(sent, words="It is closed.", version=sent.version, by=by).state == "draft"


@pytest.mark.parametrize("role", [role for role in Role if role != Role.DEMOCRATIC_SERVICES])
def test_only_democratic_services_publish_or_return(recommendation, owner, role):
    sent, user = sent_in(recommendation, owner), UserFactory(roles=[role])

    with pytest.raises(PermissionDenied):
        publish(sent, reported_on=MARCH, version=sent.version, by=user)
    with pytest.raises(PermissionDenied):
        return_update(sent, words="Name the parts.", version=sent.version, by=user)


def test_returned_update_is_a_draft_with_words_until_it_is_sent_in_again(recommendation, owner):
    sent = sent_in(recommendation, owner)

    back = return_update(sent, words=" Name the parts. ", version=sent.version, by=officer())

    assert (back.state, back.returned_because) == (UpdateState.DRAFT, "Name the parts.")
    again = submit(back, version=back.version, by=owner)
    assert (again.state, again.returned_because) == (UpdateState.SUBMITTED, "")


def test_returning_without_words_is_refused(recommendation, owner):
    sent = sent_in(recommendation, owner)

    with pytest.raises(Refused, match="Say what should be changed"):
        return_update(sent, words=" ", version=sent.version, by=officer())


def test_second_officer_is_told(recommendation, owner):
    sent = sent_in(recommendation, owner)
    publish(sent, reported_on=MARCH, version=sent.version, by=officer())

    with pytest.raises(ChangedMeanwhile):
        publish(sent, reported_on=MARCH, version=sent.version, by=officer())
    with pytest.raises(ChangedMeanwhile):
        return_update(sent, words="No.", version=sent.version, by=officer())


def test_published_update_and_its_parts_are_never_changed(recommendation):
    figure = {"label": "Visits", "value": 9, "as_at": MARCH}
    update = reported(
        recommendation, officer(), {"figures": [figure], "documents": [{"title": "A", "where": "B"}]}
    )

    for change in (
        lambda: type(update).objects.filter(pk=update.pk).update(text="Other words."),
        lambda: update.figures.update(value=10),
        lambda: update.documents.update(title="C"),
        lambda: update.documents.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_correction_takes_the_place_of_the_first(recommendation):
    by = officer()
    update = reported(recommendation, by)
    draft = begin_correction(update, by=by)
    saved = save_draft(
        draft,
        words=words(kind="correction", text="Put right."),
        parts=Parts(limbs=about(recommendation, a="slipped")),
        version=1,
        by=by,
    )
    sent = submit(saved, version=saved.version, by=by)

    correction = publish(sent, reported_on=MARCH, version=sent.version, by=by)

    assert list(recommendation.updates.standing()) == [correction]
    assert recommendation.limbs.get(letter="a").status == "slipped"
    update.refresh_from_db()
    assert update.text == "The guide was rewritten."
    with pytest.raises(Refused, match="corrected already"):
        begin_correction(update, by=by)


def test_rules_are_asked_again_on_publication(recommendation, owner):
    """Another update made a claim wrong meanwhile."""
    limbs = {"limbs": about(recommendation, a="done")}
    reported(recommendation, officer(), {"limbs": about(recommendation, b="done")})
    sent = sent_in(recommendation, owner, limbs, kind="completion_claim", as_at=date(2017, 3, 31))
    recommendation.limbs.filter(letter="b").update(status="slipped", done_on=None)

    with pytest.raises(Refused, match="part b is not done yet"):
        publish(sent, reported_on=date(2017, 4, 3), version=sent.version, by=officer())
