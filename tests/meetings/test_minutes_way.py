"""Minutes on their way: to the chairman, to the public, approved by a later meeting, signed, then never changed."""

import json
from datetime import UTC, date, datetime
from hashlib import sha256

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, InternalError, transaction
from django.urls import reverse

from core.access import Role
from core.richtext import from_plain, plain_text
from meetings.actions.locks import ChangedMeanwhile, Refused
from meetings.actions.minutes_approval import Wanted, approve_minutes, sign_minutes
from meetings.actions.minutes_check import (
    agree,
    ask_for_changes,
    publish_minutes,
    send_to_chairman,
    take_back,
    withdraw_minutes,
)
from meetings.actions.minutes_text import save_minute
from meetings.linter.minutes_checks import NOT_APPROVED, NOT_PUBLISHED
from meetings.models import AgendaItem, Body, Meeting, MeetingMinutes, Minute, RecordedVote, Resolution
from meetings.report.minutes import minutes_of
from meetings.report.minutes_material import minutes_findings
from tests.factories.meetings import (
    AgendaItemFactory,
    AttendanceFactory,
    BodyFactory,
    MeetingFactory,
    MeetingMinutesFactory,
    MinuteFactory,
    PersonFactory,
    ResolutionFactory,
    TermFactory,
)
from tests.page import Page, open_page

pytestmark = pytest.mark.django_db
SEPTEMBER, NOVEMBER = date(2018, 9, 19), date(2018, 11, 1)
NOW = datetime(2018, 10, 3, 9, tzinfo=UTC)


@pytest.fixture
def clerk(user_as):
    return user_as(Role.DEMOCRATIC_SERVICES)


@pytest.fixture
def chairman(user_as):
    user = user_as(Role.PANEL_MEMBER)
    PersonFactory(user=user, title="Mrs", initials="R E", surname="Ellerby")
    return user


@pytest.fixture
def record(chairman):
    body = BodyFactory()
    TermFactory(body=body, first_number=96)
    meeting = MeetingFactory(body=body, on=SEPTEMBER, state="held", presided_by=chairman.person)
    record = MeetingMinutesFactory(meeting=meeting)
    for position, text in enumerate(("1. Ann Lee spoke.\n2. Kim answered.", "It was heard."), 1):
        item = AgendaItemFactory(meeting=meeting, position=position, number=position, outcome="taken")
        ResolutionFactory(item=item, text=f"report {position} be noted")
        body_of = from_plain(text, headings=False)
        MinuteFactory(record=record, position=position, heading=f"Report {position}", body=body_of).items.add(
            item
        )
    return record


def fresh(record) -> MeetingMinutes:
    return MeetingMinutes.objects.select_related("meeting__body").get(pk=record.pk)


def published(record, clerk) -> MeetingMinutes:
    send_to_chairman(record, by=clerk)
    agree(record, note="By e-mail on 3 October", by=clerk, now=NOW)
    publish_minutes(record, by=clerk, now=NOW)
    return fresh(record)


def taken_in_november(record, **fields):
    presided = PersonFactory(title="Mr", initials="D", surname="Vice")
    defaults = {"state": "held", "presided_by": presided, "on": NOVEMBER}
    meeting = MeetingFactory(body=record.meeting.body, **defaults | fields)
    item = AgendaItemFactory(meeting=meeting, outcome="taken")
    item.approves_minutes_of.add(record.meeting)
    return meeting


def approved(record, clerk, **how) -> MeetingMinutes:
    record = published(record, clerk)
    approve_minutes(record, at=taken_in_november(record), version=record.version, by=clerk, **how)
    return fresh(record)


def numbers(record) -> list[int]:
    return list(Minute.objects.filter(record=record).values_list("number", flat=True))


def test_chairman_asks_for_changes_and_then_agrees(record, clerk, chairman):
    assert send_to_chairman(record, by=clerk)
    assert not send_to_chairman(record, by=clerk)

    assert ask_for_changes(record, note="Name the report.", by=chairman)
    assert not ask_for_changes(record, note="Name the report.", by=chairman)
    kept = fresh(record)
    assert (kept.state, kept.chairman_note) == ("drafting", "Name the report.")

    send_to_chairman(record, by=clerk)
    assert agree(record, by=chairman, now=NOW)
    assert not agree(record, by=chairman, now=NOW)
    kept = fresh(record)
    assert (kept.state, kept.agreed_by, kept.agreed_at) == ("chairman", chairman, NOW)


def test_published_minutes_keep_the_names_of_their_day(record, clerk, chairman):
    """Also once they are approved."""
    there = AttendanceFactory(
        meeting=record.meeting, person=chairman.person, status="present", capacity="councillor"
    )
    former = published(record, clerk)
    rename(there.person, "Dame", "Married")
    Body.objects.update(name="Children's Panel", venue="Elsewhere")

    now = fresh(former)
    kept = minutes_of(now.meeting, exempt=False)
    approve_minutes(now, at=taken_in_november(now), version=now.version, by=clerk)

    assert kept["names"] == [["ALSO PRESENT", "Mrs R E Ellerby"]]
    assert "Elsewhere" not in kept["sentence"]
    as_approved = minutes_of(fresh(former).meeting, exempt=False)
    assert (as_approved["names"], as_approved["sentence"]) == (kept["names"], kept["sentence"])


def test_published_minutes_keep_the_names_of_recorded_votes(record, clerk, chairman):
    RecordedVote.objects.create(
        resolution=Resolution.objects.get(text="report 1 be noted"), person=chairman.person, cast="against"
    )
    asked = "Recorded at their request: Mrs R E Ellerby against."
    former = published(record, clerk)
    rename(chairman.person, "Dame", "Married")

    assert asked in votes_told(former)
    approve_minutes(former, at=taken_in_november(former), version=former.version, by=clerk)
    assert asked in votes_told(fresh(record))


def test_recorded_votes_of_withdrawn_minutes_follow_the_register_again(record, clerk, chairman):
    RecordedVote.objects.create(
        resolution=Resolution.objects.get(text="report 1 be noted"), person=chairman.person, cast="against"
    )
    withdraw_minutes(published(record, clerk), reason="A slip", by=clerk)
    rename(chairman.person, "Dame", "Married")

    assert "Recorded at their request: Dame R E Married against." in votes_told(fresh(record))


def votes_told(record) -> str:
    return plain_text(minutes_of(record.meeting, exempt=False)["open"][0]["html"])


def test_withdrawn_minutes_follow_the_register_again(record, clerk, chairman):
    there = AttendanceFactory(
        meeting=record.meeting, person=chairman.person, status="present", capacity="councillor"
    )
    withdraw_minutes(published(record, clerk), reason="A slip", by=clerk)

    rename(there.person, "Dame", "Married")

    assert minutes_of(fresh(record).meeting, exempt=False)["names"] == [["ALSO PRESENT", "Dame R E Married"]]


def rename(person, title: str, surname: str) -> None:
    person.title, person.surname = title, surname
    person.save()


def test_taking_back_undoes_the_agreement(record, clerk, chairman):
    send_to_chairman(record, by=clerk)
    agree(record, by=chairman, now=NOW)

    assert take_back(record, by=clerk)
    assert not take_back(record, by=clerk)

    kept = fresh(record)
    assert (kept.state, kept.agreed_by, kept.agreed_sha256) == ("drafting", None, "")


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.ADMINISTRATOR])
def test_only_the_chairman_and_officers_check(record, clerk, user_as, role):
    send_to_chairman(record, by=clerk)
    somebody = user_as(role)

    for act in (
        lambda: agree(record, by=somebody, now=NOW),
        lambda: ask_for_changes(record, note="No", by=somebody),
        lambda: publish_minutes(record, by=somebody, now=NOW),
        lambda: send_to_chairman(record, by=somebody),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_officer_says_how_they_know_that_the_chairman_agrees(record, clerk):
    send_to_chairman(record, by=clerk)

    with pytest.raises(Refused, match="Say how you know"):
        agree(record, by=clerk, now=NOW)


def test_numbers_are_drawn_at_publication_and_run_on(record, clerk):
    kept = published(record, clerk)

    assert numbers(kept) == [96, 97]
    assert (kept.state, kept.published_at) == ("published", NOW)
    assert not publish_minutes(kept, by=clerk, now=NOW)

    later = MeetingMinutesFactory(meeting=MeetingFactory(body=record.meeting.body, on=NOVEMBER, state="held"))
    MinuteFactory(record=later, body="<p>Said.</p>")
    assert numbers(published(later, clerk)) == [98]


def test_number_is_never_given_twice_though_minutes_are_withdrawn(record, clerk):
    kept = published(record, clerk)
    withdraw_minutes(kept, reason="A name stood in it", by=clerk)
    kept = fresh(kept)
    assert (kept.state, kept.published_at, numbers(kept)) == ("drafting", None, [96, 97])
    assert not withdraw_minutes(kept, reason="A name stood in it", by=clerk)
    MinuteFactory(record=kept, position=3, body="<p>Added.</p>")

    assert numbers(published(kept, clerk)) == [96, 97, 98]


@pytest.mark.parametrize("is_sent", [False, True])
def test_minutes_are_not_published_before_the_chairman_agreed(record, clerk, is_sent):
    if is_sent:
        send_to_chairman(record, by=clerk)

    with pytest.raises(Refused, match="The chairman has not agreed"):
        publish_minutes(record, by=clerk, now=NOW)
    assert numbers(record) == [None, None]


def test_what_changed_since_the_chairman_agreed_is_not_published(record, clerk, chairman):
    send_to_chairman(record, by=clerk)
    agree(record, by=chairman, now=NOW)
    ResolutionFactory(item=AgendaItem.objects.filter(meeting=record.meeting).first(), position=9)

    with pytest.raises(Refused, match="has changed since the chairman agreed"):
        publish_minutes(record, by=clerk, now=NOW)


def test_what_blocks_is_put_right_before_publication(record, clerk, chairman):
    record.meeting.body.protected_names.create(name="Ann Lee", added_by=clerk)
    send_to_chairman(record, by=clerk)
    agree(record, by=chairman, now=NOW)

    with pytest.raises(Refused, match="“Report 1” holds a name from the list of protected names"):
        publish_minutes(record, by=clerk, now=NOW)


def test_initials_with_ages_from_an_exempt_item_are_held_for_another_officer(
    record, clerk, chairman, user_as
):
    AgendaItem.objects.filter(meeting=record.meeting, position=1).update(
        access="exempt", paragraphs=[2], exempt_reason="Who", public_interest="Privacy"
    )
    Minute.objects.filter(record=record, position=1).update(body="<p>A.B., aged 14, spoke.</p>")
    send_to_chairman(record, by=clerk)
    agree(record, by=chairman, now=NOW)

    with pytest.raises(Refused, match="another officer publishes them"):
        publish_minutes(record, by=clerk, now=NOW)
    assert publish_minutes(record, by=user_as(Role.DEMOCRATIC_SERVICES), now=NOW)


def test_inquorate_note_draws_no_numbers_and_is_approved_by_nobody(record, clerk):
    record.meeting.state, record.meeting.reason = "inquorate", "Too few came."
    record.meeting.save()
    kept = published(record, clerk)
    assert numbers(kept) == [None, None]

    with pytest.raises(Refused, match="There is nothing in it to approve"):
        approve_minutes(kept, at=taken_in_november(kept), version=kept.version, by=clerk)


def test_approved_minutes_are_kept_word_for_word(record, clerk):
    kept = approved(record, clerk)

    assert (kept.state, kept.approved_at.on, kept.amendment) == ("approved", NOVEMBER, "")
    assert kept.content_sha256 == sha256(kept.content.encode()).hexdigest()
    assert kept.pdf_sha256 == sha256(kept.pdf).hexdigest()
    assert kept.exempt_content == ""
    assert minutes_of(kept.meeting, exempt=False) == json.loads(kept.content)
    assert [minute["number"] for minute in json.loads(kept.content)["open"]] == ["96.", "97."]


def test_corrections_are_made_in_the_text_and_named(record, clerk):
    first, second = record.minutes.all()
    wanted = [Wanted(first.pk, "Ann Lee", "Anne Lee"), Wanted(second.pk, "report 2", "the report")]
    kept = approved(record, clerk, corrections=wanted, other="Mr Doe was present.\n")

    assert kept.state == "amended"
    assert kept.amendment.split("\n") == [
        "at paragraph 96(1), “Ann Lee” to read “Anne Lee”",
        "at paragraph 97(2), “report 2” to read “the report”",
        "Mr Doe was present.",
    ]
    texts = [minute["html"] for minute in json.loads(kept.content)["open"]]
    assert "Anne Lee spoke." in texts[0]
    assert "It was RESOLVED that the report be noted." in texts[1]


def test_heading_is_corrected_too(record, clerk):
    kept = approved(
        record, clerk, corrections=[Wanted(record.minutes.first().pk, "Report 1", "First report")]
    )

    assert kept.amendment == "at the heading of minute 96, “Report 1” to read “First report”"
    assert json.loads(kept.content)["open"][0]["heading"] == "First report"


@pytest.mark.parametrize(
    ("was", "says"),
    [
        ("Nobody", "“Nobody” does not stand in minute 96"),
        ("e", "“e” stands more than once in minute 96"),
    ],
)
def test_correction_that_fits_nowhere_or_twice_approves_nothing(record, clerk, was, says):
    kept = published(record, clerk)
    wanted = [Wanted(kept.minutes.first().pk, was, "x")]

    with pytest.raises(Refused, match=says):
        approve_minutes(kept, at=taken_in_november(kept), corrections=wanted, version=kept.version, by=clerk)
    assert fresh(kept).state == "published"


@pytest.mark.parametrize(
    ("is_exempt", "amendment"),
    [
        (False, "in minute 96, “report 1 be noted” struck out"),
        (True, "one resolution struck out in exempt minute 96"),
    ],
)
def test_resolution_struck_out_accepts_nothing_and_is_named(record, clerk, is_exempt, amendment):
    Minute.objects.filter(record=record, position=1).update(is_exempt=is_exempt)
    first, second = Resolution.objects.filter(item__meeting=record.meeting).order_by("item__position")
    for one in (first, second):
        one.effects = ["note", "close"]
        one.save()

    kept = approved(record, clerk, struck_out=[first])

    assert (kept.state, kept.amendment) == ("amended", amendment)
    effects = Resolution.objects.order_by("item__position").values_list("effects", flat=True)
    assert list(effects) == [["note"], ["note", "close"]]
    printed = "report 1 be noted (struck out when these minutes were approved)"
    assert (printed in kept.content, printed in kept.exempt_content) == (not is_exempt, is_exempt)


def test_correction_of_an_exempt_minute_is_not_told_in_public(record, clerk):
    Minute.objects.filter(record=record, position=1).update(is_exempt=True)
    kept = approved(record, clerk, corrections=[Wanted(record.minutes.first().pk, "Ann Lee", "Anne Lee")])

    assert kept.amendment == "one correction in exempt minute 96"
    assert "Ann" not in kept.content
    assert "Anne Lee" in kept.exempt_content


@pytest.mark.parametrize(
    "fields", [{"state": "confirmed"}, {"state": "inquorate", "reason": "x"}, {"on": date(2018, 9, 1)}]
)
def test_only_a_later_meeting_that_was_held_approves(record, clerk, fields):
    kept = published(record, clerk)

    with pytest.raises(Refused, match="did not take these minutes"):
        approve_minutes(kept, at=taken_in_november(kept, **fields), version=kept.version, by=clerk)


@pytest.mark.parametrize("outcome", ["deferred", "not_reached", "withdrawn"])
def test_meeting_that_did_not_take_the_item_approves_nothing(record, clerk, outcome):
    kept, meeting = published(record, clerk), taken_in_november(record)
    meeting.items.update(outcome=outcome)

    with pytest.raises(Refused, match="did not take these minutes"):
        approve_minutes(kept, at=meeting, version=kept.version, by=clerk)


def test_approving_twice_is_done_once_and_on_an_old_page_not_at_all(record, clerk):
    kept, meeting = published(record, clerk), taken_in_november(record)

    with pytest.raises(ChangedMeanwhile):
        approve_minutes(kept, at=meeting, version=kept.version - 1, by=clerk)
    assert approve_minutes(kept, at=meeting, version=kept.version, by=clerk)
    assert not approve_minutes(kept, at=meeting, version=kept.version, by=clerk)
    other = taken_in_november(record, on=date(2018, 12, 6))
    with pytest.raises(Refused, match="were approved at the meeting on Thursday 1 November 2018"):
        approve_minutes(kept, at=other, version=kept.version, by=clerk)


def test_database_refuses_to_change_approved_minutes(record, clerk):
    kept = approved(record, clerk)
    minute = kept.minutes.first()

    with pytest.raises(Refused, match="A correction is a new minute that points back"):
        save_minute(minute, version=minute.version, by=clerk, heading="Other")
    for change in (
        lambda: Minute.objects.filter(pk=minute.pk).update(heading="Other"),
        lambda: MeetingMinutes.objects.filter(pk=kept.pk).update(state="published"),
        lambda: minute.items.first().resolutions.update(text="other"),
    ):
        with pytest.raises((InternalError, IntegrityError)), transaction.atomic():
            change()


def test_whoever_then_presides_signs(record, clerk):
    kept = approved(record, clerk)

    assert sign_minutes(kept, at=kept.approved_at, by=clerk)
    assert not sign_minutes(kept, at=kept.approved_at, by=clerk)

    kept = fresh(kept)
    assert (str(kept.signed_by), kept.signed_on) == (str(kept.approved_at.presided_by), NOVEMBER)


@pytest.mark.parametrize(
    "fields", [{"kind": "extraordinary"}, {"presided_by": None}, {"on": date(2018, 10, 5)}]
)
def test_meeting_that_is_not_suitable_signs_nothing(record, clerk, fields):
    kept = approved(record, clerk)
    other = taken_in_november(kept, **{"on": date(2018, 12, 6)} | fields)

    with pytest.raises(Refused, match="cannot sign them"):
        sign_minutes(kept, at=other, by=clerk)


def test_unapproved_minutes_are_not_signed(record, clerk):
    kept = published(record, clerk)

    with pytest.raises(Refused, match="signed once they are approved"):
        sign_minutes(kept, at=taken_in_november(kept), by=clerk)


def at(name, record):
    return reverse(f"meetings:{name}", kwargs={"pk": record.meeting.pk})


@pytest.mark.parametrize(
    ("written", "first", "said"),
    [
        (0, "Write the first minute", "2 minutes have only the words that they began with."),
        (1, "Go on writing", "1 minute has only the words that it began with."),
    ],
)
def test_next_step_is_to_write_while_a_minute_is_as_it_began(client, record, clerk, written, first, said):
    Minute.objects.filter(position__lte=written).update(version=2)
    client.force_login(clerk)

    page = open_page(client, at("minutes_write", record))

    assert page.texts(".govuk-button:not(.govuk-button--secondary)") == [first]
    assert page.links("a.govuk-button") == [
        reverse("meetings:minute_edit", args=[record.minutes.get(position=written + 1).pk])
    ]
    assert page.texts(".govuk-button--secondary") == ["Send to the chairman"]
    assert said in page.texts("#next-step + p")[0]


def test_pages_lead_from_draft_to_signature(client, record, clerk, chairman):
    client.force_login(clerk)
    Minute.objects.update(version=2)
    page = open_page(client, at("minutes_write", record))
    assert page.texts(".govuk-button") == page.texts(".govuk-button:not(.govuk-button--secondary)")
    assert page.texts(".govuk-button") == ["Send to the chairman"]
    page = Page(client.post(at("minutes_send", record), follow=True).content)
    assert page.texts(".govuk-button") == ["Record that the chairman agrees"]

    client.force_login(chairman)
    page = open_page(client, at("minutes_read", record))
    assert page.texts(".minutes-check .govuk-button") == ["I agree to these minutes", "Ask for changes"]
    client.post(at("minutes_agree", record))

    client.force_login(clerk)
    assert open_page(client, at("minutes_write", record)).texts(".govuk-button") == ["Check and publish"]
    page = open_page(client, at("minutes_publish", record))
    assert "Numbers 96 to 97 are drawn and stay." in page.texts("main p")[-1]
    client.post(at("minutes_publish", record))
    meeting = taken_in_november(record)
    assert open_page(client, at("minutes_write", record)).texts(".govuk-button") == ["Record the approval"]
    minute = record.minutes.first()
    form = {
        "at": meeting.pk,
        "version": fresh(record).version,
        "corrections-TOTAL_FORMS": 1,
        "corrections-INITIAL_FORMS": 0,
        "corrections-0-minute": minute.pk,
        "corrections-0-was": "Kim answered",
        "corrections-0-becomes": "Kim Lee answered",
    }
    page = Page(client.post(at("minutes_approve", record), form, follow=True).content)
    assert page.texts(".govuk-button") == ["Record the signature"]
    client.post(at("minutes_sign", record), {"at": meeting.pk})

    client.logout()
    page = open_page(client, at("minutes_read", record))
    assert page.texts(".minutes-standing p") == [
        "Approved as amended at the meeting on Thursday 1 November 2018.",
        "at paragraph 96(2), “Kim answered” to read “Kim Lee answered”",
        "Signed by Mr D Vice, who presided, on 1 November 2018.",
    ]
    assert client.get(at("minutes_print", record)).content == bytes(fresh(record).pdf)


def test_publication_shows_what_is_to_put_right_with_its_place(client, record, clerk):
    client.force_login(clerk)
    empty = MinuteFactory(record=record, position=3, heading="Any other business")

    page = open_page(client, at("minutes_publish", record))

    assert page.texts("h1") == ["Minutes of 19 September 20181 thing to put right before you publish"]
    assert page.texts("#blocks a") == ["“Any other business” has nothing in it."]
    assert page.links("#blocks a") == [reverse("meetings:minute_edit", kwargs={"pk": empty.pk})]


@pytest.mark.parametrize("name", ["minutes_approve", "minutes_sign"])
def test_page_without_a_meeting_to_choose_says_so(client, record, clerk, name):
    client.force_login(clerk)
    kept = published(record, clerk)

    page = open_page(client, at(name, kept))

    assert page.texts(".portal-empty h2") != []
    assert page.all("main form") == []


@pytest.mark.parametrize("name", ["minutes_agree", "minutes_return"])
def test_nobody_else_learns_of_the_check(client_as, record, name):
    assert client_as(Role.PANEL_MEMBER).post(at(name, record), {"note": "x"}).status_code == 404
    assert client_as(Role.DEMOCRATIC_SERVICES).post(at(name, record), {"note": "x"}).status_code == 302


def test_protected_names_are_kept_by_officers(client_as, record):
    clerk, address = client_as(Role.DEMOCRATIC_SERVICES), reverse("meetings:protected_names")
    assert open_page(clerk, address).texts(".portal-empty h2") == ["No name is on the list"]
    for _ in range(2):
        page = Page(clerk.post(address, {"name": " Ada  Brown"}, follow=True).content)
    name = record.meeting.body.protected_names.get()
    assert name.name == "Ada Brown"
    assert page.texts("main li")[0].startswith("Ada Brown")

    for said in ("The name is taken off the list.", "It was taken off already."):
        page = Page(
            clerk.post(reverse("meetings:protected_name_remove"), {"name": name.pk}, follow=True).content
        )
        assert said in page.texts(".govuk-notification-banner")[0]
    assert client_as(Role.PANEL_MEMBER).get(address).status_code == 403


def test_initials_with_ages_at_an_item_that_was_released_wait_for_a_second_person(record, clerk, user_as):
    """What was exempt when it was issued is held, though it is open by now."""
    item = record.meeting.items.earliest("pk")
    Minute.objects.filter(items=item).update(body="<p>A.B., 14, told the Panel of it.</p>")
    AgendaItem.objects.filter(pk=item.pk).update(released_at=NOW)

    with pytest.raises(Refused, match="so another officer publishes them"):
        published(record, clerk)

    assert publish_minutes(record, by=user_as(Role.DEMOCRATIC_SERVICES), now=NOW)


def test_minutes_of_the_approving_meeting_are_checked_for_what_it_approved(record, clerk):
    record = published(record, clerk)
    later = MeetingMinutesFactory(meeting=taken_in_november(record))

    before = [one.sentence for one in minutes_findings(later)]
    wanted = [Wanted(record.minutes.earliest("pk").pk, "Ann Lee", "Anne Lee")]
    approve_minutes(record, at=later.meeting, corrections=wanted, version=record.version, by=clerk)
    after = [one.sentence for one in minutes_findings(later)]
    MinuteFactory(record=later, body=f"<p>{fresh(record).amendment}</p>")

    unrecorded = NOT_APPROVED.format("19 September 2018")
    unnamed = f"The approving minute does not name a correction: {fresh(record).amendment}."
    assert (unrecorded in before, unnamed in before) == (True, False)
    assert (unrecorded in after, unnamed in after) == (False, True)
    assert unnamed not in [one.sentence for one in minutes_findings(later)]


@pytest.mark.parametrize("outcome", ["taken", ""])
def test_minutes_that_took_earlier_ones_are_not_published_before_the_approval_is_recorded(
    record, clerk, outcome
):
    meeting = taken_in_november(record)
    AgendaItem.objects.filter(meeting=meeting).update(outcome=outcome)
    later = MeetingMinutesFactory(meeting=meeting)
    MinuteFactory(record=later, body="<p>Correctly recorded.</p>").items.add(meeting.items.get())

    with pytest.raises(Refused) as unpublished:
        published(later, clerk)
    earlier = published(record, clerk)
    with pytest.raises(Refused) as unapproved:
        publish_minutes(later, by=clerk, now=NOW)
    approve_minutes(earlier, at=meeting, version=earlier.version, by=clerk)

    assert str(unpublished.value) == NOT_PUBLISHED.format("19 September 2018")
    assert str(unapproved.value) == NOT_APPROVED.format("19 September 2018")
    assert publish_minutes(later, by=clerk, now=NOW)


@pytest.mark.parametrize(
    ("state", "outcome"), [("inquorate", "taken"), ("held", "deferred"), ("held", "withdrawn")]
)
def test_minutes_that_were_not_to_be_approved_hold_nothing_up(record, clerk, state, outcome):
    meeting = taken_in_november(record)
    Meeting.objects.filter(pk=record.meeting_id).update(state=state, reason="No quorum")
    AgendaItem.objects.filter(meeting=meeting).update(outcome=outcome)

    assert not [
        one for one in minutes_findings(MeetingMinutesFactory(meeting=meeting)) if "19 Sep" in one.sentence
    ]


@pytest.mark.parametrize(
    ("state", "correction", "number"),
    [("published", "A word.", 1), ("drafting", "A word.", 0), ("published", "", 0)],
)
def test_correction_that_published_minutes_do_not_name_is_told_at_once(
    client, record, clerk, state, correction, number
):
    record = published(record, clerk)
    meeting = taken_in_november(record)
    MeetingMinutesFactory(meeting=meeting, state=state)
    client.force_login(clerk)
    form = {
        "at": meeting.pk,
        "version": record.version,
        "other": correction,
        "corrections-TOTAL_FORMS": 0,
        "corrections-INITIAL_FORMS": 0,
    }

    answer = client.post(at("minutes_approve", record), form, follow=True)

    said = [str(one) for one in answer.context["messages"] if "are published already" in str(one)]
    assert (fresh(record).is_approved, len(said)) == (True, number)
