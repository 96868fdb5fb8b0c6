"""Words through which a child could be known: refused on saving, shown before publishing, taken off afterwards."""

from contextlib import nullcontext
from datetime import date

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from core.access import Role
from core.private_words import Found
from meetings.actions.locks import Refused
from meetings.date_words import plain_date
from recommendations.actions.dates import revise_due
from recommendations.actions.drafts import begin_correction, submit
from recommendations.actions.private_words import LOOK, TAKE_IT_OUT, to_look_at
from recommendations.actions.publication import publish
from recommendations.actions.taking_off import NOT_PUBLISHED, take_off
from recommendations.models import TakenOff, Update
from recommendations.report import progress_paper, timeline
from tests.factories.people import UserFactory
from tests.factories.recommendations import (
    RecommendationFactory,
    StrategyOutcomeFactory,
    UpdateFactory,
    published,
)
from tests.recommendations.work import about, drafted, officer, reported, sent_in

pytestmark = pytest.mark.django_db

STORY = "Kayleigh Smith, aged 15, likes the guide."
PHONE = "Ring 07700 900123 about the guide."


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (PHONE, "a telephone number"),
        ("NHS number 943 476 5919 is on file.", "the number by which a person is kept on file"),
        ("She was born on 3 May 2004.", "a date of birth"),
        ("They moved to ME14 1XQ.", "a postcode"),
        ("Her insta is kay_2004.", "a name or address on a social network"),
        ("Write to kay@example.com.", "an e-mail address"),
    ],
)
def test_what_leads_to_one_child_is_refused_when_an_update_is_saved(text: str, what: str):
    one = RecommendationFactory()

    with pytest.raises(Refused) as refusal:
        drafted(one, officer(), text=text)

    assert str(refusal.value) == TAKE_IT_OUT.format("What has been done", what)
    assert not Update.objects.exists()


@pytest.mark.parametrize(
    ("field", "part"),
    [
        ("Part (a), in a line", "note"),
        ("Figure 1: what was counted", "label"),
        ("Figure 1: where it comes from", "source"),
        ("Next step 1", "step"),
        ("Document 1", "title"),
        ("Document 1: where it is", "where"),
        ("How do you know?", "impact_reason"),
        ("Why there is nothing to report", "reason"),
    ],
)
def test_every_field_of_an_update_is_looked_at(field: str, part: str):
    one = RecommendationFactory()
    day = date(2017, 2, 28)
    parts = {
        "note": {"limbs": [about(one, a="done")[0] | {"note": PHONE}]},
        "label": {"figures": [{"label": PHONE, "as_at": day}]},
        "source": {"figures": [{"label": "Visits", "source": PHONE, "as_at": day}]},
        "step": {"steps": [{"what": PHONE}]},
        "title": {"documents": [{"title": PHONE, "where": "Pack, page 3"}]},
        "where": {"documents": [{"title": "Her page", "where": "https://www.instagram.com/kay"}]},
    }
    words = {} if part in parts else {part: PHONE}

    with pytest.raises(Refused) as refusal:
        drafted(one, officer(), parts.get(part), **words)

    assert str(refusal.value).startswith(f"“{field}” holds ")


def test_an_address_with_an_underline_may_be_cited():
    documents = [{"title": "The guide", "where": "https://example.org/corporate-parents_guide.pdf"}]

    assert drafted(RecommendationFactory(), officer(), {"documents": documents}).documents.count() == 1


def test_what_was_saved_before_the_rule_is_not_published():
    one, clerk = RecommendationFactory(), officer()
    update = sent_in(one, clerk)
    Update.objects.filter(pk=update.pk).update(text=PHONE)

    with pytest.raises(Refused, match="a telephone number"):
        publish(update, reported_on=date(2017, 3, 2), has_looked=True, version=update.version, by=clerk)


def test_the_reason_for_a_later_day_is_looked_at():
    one = RecommendationFactory()

    with pytest.raises(Refused, match="“Why it needs longer” holds a telephone number"):
        revise_due(
            one,
            due_on=date(2017, 6, 30),
            reason=PHONE,
            agreed_by="The panel",
            agreed_on=date(2017, 3, 1),
            version=one.version,
            by=officer(),
        )


def test_a_refusal_keeps_what_was_typed_in_the_page(client):
    one, clerk = RecommendationFactory(limbs="a"), officer()
    client.force_login(clerk)
    rows = {f"{name}-{count}": "0" for name in ("figures", "steps", "documents") for count in COUNTS}
    sent = {
        "kind": "progress",
        "as_at-month": "2",
        "as_at-year": "2017",
        "precision": "month",
        "text": PHONE,
        "part-a-status": "done",
        "part-a-coverage": "evidenced",
        "impact": "none_claimed",
        "classification": "public",
    }

    page = client.post(reverse("recommendations:update_add", args=[one.pk]), sent | rows)

    told = page.context["whole"].form.non_field_errors()
    assert told == [TAKE_IT_OUT.format("What has been done", "a telephone number")]
    assert page.context["whole"].form["text"].value() == PHONE


COUNTS = ("TOTAL_FORMS", "INITIAL_FORMS")


def test_the_clerk_reads_the_doubtful_words_before_publishing(client):
    one, clerk = RecommendationFactory(), officer()
    update = sent_in(one, clerk, text=f"The guide was rewritten. {STORY}")
    client.force_login(clerk)
    address = reverse("recommendations:update_publish", args=[update.pk])
    sent = {
        "reported_on-day": "2",
        "reported_on-month": "3",
        "reported_on-year": "2017",
        "version": update.version,
    }

    shown = client.get(address).context["doubtful"]
    refused = client.post(address, sent)
    taken = client.post(address, sent | {"has_looked": "on"})

    assert shown == [Found("What has been done", "a person's name, the age of one person", STORY)]
    assert refused.context["form"].errors["has_looked"] == ["Tick that you have looked, or return the update"]
    assert taken.status_code == 302


def test_publishing_without_having_looked_is_refused_by_the_action_too():
    clerk = officer()
    update = sent_in(RecommendationFactory(), clerk, text=STORY)

    with pytest.raises(Refused, match="could show who a child is") as refusal:
        publish(update, reported_on=date(2017, 3, 2), version=update.version, by=clerk)

    assert str(refusal.value) == LOOK


@pytest.mark.parametrize(
    ("told", "said"), [("Cllr Ann Marsh", None), (PHONE, "“To whom” holds a telephone number")]
)
def test_whom_it_was_reported_to_is_the_officers_own_word_but_no_number(told, said):
    clerk = officer()
    update = sent_in(RecommendationFactory(), clerk)

    with pytest.raises(Refused, match=said) if said else nullcontext():
        publish(update, reported_on=date(2017, 3, 2), reported_to=told, version=update.version, by=clerk)


def test_plain_words_and_exempt_ones_need_no_look():
    one, clerk = RecommendationFactory(), officer()

    assert to_look_at(drafted(one, clerk)) == []
    assert to_look_at(UpdateFactory(text=STORY, classification="exempt")) == []


@pytest.fixture
def told():
    """A recommendation whose published update names a child, and which was corrected since."""
    one, clerk = RecommendationFactory(), officer(name="Ada Byrne")
    first = published(
        one,
        says={"a": "done"},
        text=STORY,
        figures=[{"label": "Homes of Kayleigh", "value": 7}],
        next_steps=[{"what": "Kayleigh reads it"}],
    )
    return one, clerk, first


def everywhere(client, one) -> str:
    """The words of the public's page and of the panel's paper."""
    page = client.get(reverse("recommendations:recommendation_read", args=[one.pk])).content.decode()
    return page + str(progress_paper.progress_context(date(2017, 6, 1)))


def test_words_taken_off_are_gone_for_the_public_at_once(client, told):
    one, clerk, update = told
    before = everywhere(client, one)
    client.force_login(clerk)

    client.post(reverse("recommendations:update_take_off", args=[update.pk]))
    client.logout()

    after = everywhere(client, one)
    assert ("Kayleigh" in before, "Kayleigh" in after) == (True, False)
    assert timeline.TAKEN_OFF in after
    assert progress_paper.TAKEN_OFF in after


@pytest.mark.parametrize(
    ("role", "reads"),
    [(Role.PANEL_MEMBER, True), (Role.DEMOCRATIC_SERVICES, True), (Role.MEMBER, False)],
)
def test_those_with_the_exempt_right_still_read_them_and_who_took_them_off(client, told, role, reads):
    one, clerk, update = told
    take_off(update, by=clerk)
    client.force_login(UserFactory(roles=[role]))

    page = client.get(reverse("recommendations:recommendation_read", args=[one.pk])).content.decode()

    said = f"Ada Byrne took its words off the public page on {plain_date(timezone.localdate())}."
    assert (STORY in page, said in page) == (reads, reads)


def test_the_first_words_of_a_corrected_update_are_taken_off_by_themselves(client, told):
    one, clerk, first = told
    correction = begin_correction(first, by=clerk)
    correction.text = "The guide was rewritten."
    correction.figures.all().delete()
    correction.next_steps.all().delete()
    correction.save()
    correction = submit(correction, version=correction.version, by=clerk)
    publish(correction, reported_on=date(2017, 3, 4), version=correction.version, by=clerk)

    take_off(first, by=clerk)

    page = everywhere(client, one)
    assert ("Kayleigh" in page, "The guide was rewritten." in page) == (False, True)


def test_a_correction_taken_off_takes_what_it_corrected_along(client, told):
    one, clerk, first = told
    correction = published(one, kind="correction", supersedes=first, text="Kayleigh still.")

    take_off(correction, by=clerk)

    assert "Kayleigh" not in everywhere(client, one)


def test_an_update_of_the_strategy_is_taken_off_as_well(client):
    clerk = officer()
    update = published(outcome=StrategyOutcomeFactory(), text=STORY)
    client.force_login(clerk)

    sent_to = client.post(reverse("recommendations:update_take_off", args=[update.pk])).url
    client.logout()

    page = client.get(sent_to).content.decode()
    assert (STORY in page, "Words of an update were taken off" in page) == (False, True)


def test_taking_off_twice_is_one_and_stays():
    clerk = officer()
    update = reported(RecommendationFactory(), clerk)

    taken = take_off(update, by=clerk)

    assert take_off(update, by=clerk) == taken
    with pytest.raises(DatabaseError, match="Cannot update or delete"), transaction.atomic():
        TakenOff.objects.all().delete()


def test_a_draft_is_returned_not_taken_off():
    with pytest.raises(Refused) as refusal:
        take_off(UpdateFactory(), by=officer())

    assert str(refusal.value) == NOT_PUBLISHED
