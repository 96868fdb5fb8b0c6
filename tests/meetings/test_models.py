"""What the database keeps, whoever writes to it."""

from datetime import date, time
from hashlib import sha256

import pytest
from django.db import IntegrityError, InternalError, transaction

from meetings.models import (
    Access,
    AgendaIssue,
    AgendaItem,
    Attendance,
    Capacity,
    Category,
    DueKind,
    Interest,
    InterestEffect,
    InterestKind,
    Meeting,
    MeetingMinutes,
    MeetingState,
    Minute,
    MinutesState,
    Office,
    Resolution,
    SeatTenure,
    Undertaking,
    UndertakingState,
)
from tests.factories.meetings import (
    AgendaItemFactory,
    AttendanceFactory,
    MeetingFactory,
    MeetingMinutesFactory,
    MinuteFactory,
    PersonFactory,
    PersonRoleFactory,
    ResolutionFactory,
    SeatFactory,
    SeatTenureFactory,
    UndertakingFactory,
    in_office,
    issue,
    member,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def refused():
    """A context in which the database refuses, by the name of the rule."""

    def by(rule: str):
        return pytest.raises((IntegrityError, InternalError), match=rule)

    return by


def approve(record: MeetingMinutes) -> None:
    content = '{"minutes": []}'
    MeetingMinutes.objects.filter(pk=record.pk).update(
        state=MinutesState.APPROVED,
        approved_at=MeetingFactory(on=date(2018, 12, 6)),
        content=content,
        content_sha256=sha256(content.encode()).hexdigest(),
    )


class TestSeats:
    def test_seat_has_one_member_at_a_time(self, refused):
        tenure = SeatTenureFactory(ends_on=date(2018, 9, 1))

        SeatTenureFactory(seat=tenure.seat, starts_on=date(2018, 9, 2))
        with refused("Somebody else has this seat"):
            SeatTenureFactory(seat=tenure.seat, starts_on=date(2018, 9, 1), ends_on=date(2018, 9, 1))

    def test_person_has_one_seat_at_a_time(self, refused):
        tenure = SeatTenureFactory(ends_on=date(2018, 9, 1))

        SeatTenureFactory(person=tenure.person, starts_on=date(2018, 9, 2))
        with refused("another seat"):
            SeatTenure.objects.create(seat=SeatFactory(), person=tenure.person, starts_on=date(2018, 9, 1))

    def test_chairman_is_a_county_councillor_on_the_panel(self, refused):
        in_office(member())

        with refused("must be county councillors"), transaction.atomic():
            in_office(member(Category.FOSTER_CARER), Office.VICE_CHAIRMAN)
        with refused("Only a member"):
            in_office(PersonRoleFactory().person, Office.VICE_CHAIRMAN)

    def test_office_has_one_holder_at_a_time(self, refused):
        in_office(member(), ends_on=date(2018, 9, 1))

        in_office(member(), starts_on=date(2018, 9, 2))
        with refused("Somebody else has this office"):
            in_office(member(), starts_on=date(2018, 9, 1), ends_on=date(2018, 9, 1))


class TestMeetings:
    def test_two_meetings_on_one_day_only_when_one_was_called_off(self, refused):
        MeetingFactory(on=date(2018, 11, 1), state=MeetingState.CANCELLED, reason="Snow")
        MeetingFactory(on=date(2018, 11, 1))

        with refused("meeting_one_a_day"):
            MeetingFactory(on=date(2018, 11, 1))

    @pytest.mark.parametrize("state", ["postponed", "cancelled", "inquorate", "adjourned"])
    def test_called_off_meeting_says_why(self, refused, state):
        with refused("meeting_called_off_with_reason"):
            MeetingFactory(state=state)

    def test_meeting_is_never_deleted(self, refused):
        meeting = MeetingFactory()

        with refused("no_delete"):
            Meeting.objects.filter(pk=meeting.pk).delete()


class TestItems:
    @pytest.mark.parametrize("missing", ["paragraphs", "exempt_reason", "public_interest"])
    @pytest.mark.parametrize("access", [Access.EXEMPT, Access.PART_EXEMPT])
    def test_exempt_item_names_paragraph_reason_and_public_interest(self, refused, access, missing):
        with refused("agenda_item_exempt_with_paragraph"):
            AgendaItemFactory(exempt=True, access=access, **{missing: [] if missing == "paragraphs" else ""})

    @pytest.mark.parametrize("paragraph", [0, 8, 12, 18])
    def test_paragraphs_are_those_of_england(self, refused, paragraph):
        with refused("agenda_item_exempt_with_paragraph"):
            AgendaItemFactory(exempt=True, paragraphs=[1, paragraph])

    def test_open_item_keeps_nothing_from_the_public(self, refused):
        with refused("agenda_item_open_without_secrets"):
            AgendaItemFactory(private_title="Secret")

    def test_number_is_given_once_in_a_meeting(self, refused):
        item = AgendaItemFactory(number=3)
        AgendaItemFactory(meeting=item.meeting, number=3, letter="a")

        with refused("agenda_item_number_once"):
            AgendaItemFactory(meeting=item.meeting, number=3)

    def test_urgency_names_the_chairman_and_the_time(self, refused):
        item = AgendaItemFactory()

        with refused("agenda_item_urgency_whole"):
            AgendaItem.objects.filter(pk=item.pk).update(urgency_reason="A court date")

    def test_issue_is_never_changed(self, refused):
        row = issue(MeetingFactory(), on=date(2018, 10, 24))

        with refused("stays"):
            AgendaIssue.objects.filter(pk=row.pk).update(note="Changed")

    def test_issue_carries_the_hash_of_its_content(self, refused):
        with refused("agenda_issue_content_hashed"):
            AgendaIssue.objects.create(
                meeting=MeetingFactory(),
                number=1,
                kind="main",
                published_on=date(2018, 10, 24),
                content="{}",
                content_sha256="0" * 64,
            )


class TestAttendance:
    def test_substitute_stands_in_for_exactly_one_member(self, refused):
        row = AttendanceFactory(capacity=Capacity.SUBSTITUTE, substitute_for=PersonFactory())

        with refused("attendance_one_substitute_a_member"), transaction.atomic():
            AttendanceFactory(
                meeting=row.meeting, capacity=Capacity.SUBSTITUTE, substitute_for=row.substitute_for
            )
        with refused("attendance_substitute_for_somebody"), transaction.atomic():
            AttendanceFactory(capacity=Capacity.SUBSTITUTE)
        with refused("attendance_substitute_for_somebody"):
            AttendanceFactory(capacity=Capacity.MEMBER, substitute_for=PersonFactory())

    def test_nobody_leaves_before_arriving(self, refused):
        row = AttendanceFactory(arrived_at=time(10), left_at=time(10))

        with refused("attendance_left_after_arriving"):
            Attendance.objects.filter(pk=row.pk).update(left_at=time(9, 59))

    @pytest.mark.parametrize(
        ("effect", "fits"),
        [
            (InterestEffect.WITHDREW, True),
            (InterestEffect.DISPENSED, True),
            (InterestEffect.NO_VOTE, False),
            (InterestEffect.STAYED, False),
        ],
    )
    def test_pecuniary_interest_takes_no_part_unless_dispensed(self, refused, effect, fits):
        def declare():
            Interest.objects.create(
                meeting=MeetingFactory(),
                person=PersonFactory(),
                kind=InterestKind.DPI,
                nature="Owns the building",
                effect=effect,
                dispensation="By the monitoring officer",
            )

        if fits:
            declare()
        else:
            with refused("interest_pecuniary_takes_no_part"):
                declare()


class TestMinutes:
    def test_number_is_drawn_once_in_its_series_and_stays(self, refused):
        minute = MinuteFactory(number=96, series="1:2017-05-25")
        MinuteFactory(number=96, series="1:2021-05-27")

        with refused("minute_number_once"), transaction.atomic():
            MinuteFactory(number=96, series="1:2017-05-25")
        with refused("number_stays"), transaction.atomic():
            Minute.objects.filter(pk=minute.pk).update(number=97)
        with refused("numbered_stays"):
            minute.delete()

    def test_nothing_of_approved_minutes_changes(self, refused):
        item = AgendaItemFactory()
        minute = MinuteFactory(record=MeetingMinutesFactory(meeting=item.meeting))
        resolution = ResolutionFactory(item=item)
        there = AttendanceFactory(meeting=item.meeting)
        approve(minute.record)

        for change in (
            lambda: Minute.objects.filter(pk=minute.pk).update(body="Other words"),
            lambda: MinuteFactory(record=minute.record),
            minute.delete,
            lambda: Resolution.objects.filter(pk=resolution.pk).update(text="nothing be noted"),
            lambda: ResolutionFactory(item=item),
            lambda: Attendance.objects.filter(pk=there.pk).update(status="absent"),
            lambda: AttendanceFactory(meeting=item.meeting),
        ):
            with refused("These minutes are approved"), transaction.atomic():
                change()
        with refused("approved_stays"):
            MeetingMinutes.objects.filter(pk=minute.record_id).update(state=MinutesState.DRAFTING)

    def test_nothing_moves_out_of_approved_minutes(self, refused):
        minute, elsewhere = MinuteFactory(), MeetingMinutesFactory(meeting__on=date(2018, 7, 19))
        approve(minute.record)

        with refused("These minutes are approved"):
            Minute.objects.filter(pk=minute.pk).update(record=elsewhere)

    def test_minutes_are_signed_once_after_approval(self, refused):
        record, chairman = MeetingMinutesFactory(), PersonFactory()
        signature = {"signed_by": chairman, "signed_on": date(2018, 12, 6)}

        with refused("minutes_signed_when_approved"), transaction.atomic():
            MeetingMinutes.objects.filter(pk=record.pk).update(**signature)
        approve(record)
        MeetingMinutes.objects.filter(pk=record.pk).update(**signature)
        with refused("signed_once"):
            MeetingMinutes.objects.filter(pk=record.pk).update(signed_on=date(2018, 12, 7))


class TestUndertakings:
    def test_only_a_minute_accepts_an_undertaking(self, refused):
        promise = UndertakingFactory()

        with refused("undertaking_accepted_by_a_minute"), transaction.atomic():
            Undertaking.objects.filter(pk=promise.pk).update(state=UndertakingState.ACCEPTED)
        with refused("undertaking_accepted_by_a_minute"):
            Undertaking.objects.filter(pk=promise.pk).update(accepted_by=MinuteFactory())

    @pytest.mark.parametrize(
        ("kind", "rule"),
        [
            (DueKind.DATE, "undertaking_due_on_a_day"),
            (DueKind.MONTH, "undertaking_due_on_a_day"),
            (DueKind.MEETING, "undertaking_due_at_a_meeting"),
        ],
    )
    def test_due_date_has_its_day_or_meeting(self, refused, kind, rule):
        with refused(rule):
            UndertakingFactory(due_kind=kind)
