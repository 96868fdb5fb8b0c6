"""What a meeting has to take by the standing order of business, found in the register and the calendar."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from django.conf import settings

from meetings.date_words import clock, listed_date
from meetings.models import (
    APPROVED,
    AgendaItem,
    Body,
    Meeting,
    MeetingMinutes,
    MeetingState,
)
from meetings.name_lists import Office
from meetings.report import membership
from meetings.report.membership import offices_on
from meetings.seat_dates import Change, agenda_note
from meetings.standing_order import Occasion, StandingItem, StandingKey, standing_items

MAY = 5
PANEL = "Panel"


def occasion_of(meeting: Meeting) -> Occasion:
    return Occasion(
        changes=agenda_note(membership_changes(meeting), PANEL),
        offices_to_fill=_offices_to_fill(meeting),
        minutes_of=tuple(one.on for one in minutes_to_approve(meeting)),
        years=_years_to_note(meeting),
        has_challenge_cards=True,
        has_scorecard=True,
    )


def business(meeting: Meeting, occasion: Occasion) -> list[StandingItem]:
    return standing_items(occasion, panel=meeting.body.name, council=settings.YOUNG_PEOPLES_COUNCIL)


def with_all(occasion: Occasion) -> Occasion:
    """Also what an officer may add at any meeting."""
    return replace(occasion, has_declarations=True, has_work_programme=True)


def purpose_of(line: StandingItem, meeting: Meeting) -> str:
    """Meeting dates are listed day by day."""
    if line.key != StandingKey.MEETING_DATES:
        return line.purpose
    dates = dates_to_note(meeting)
    years = f"{dates[0].on.year}/{(dates[0].on.year + 1) % 100:02}"
    asked = f"The {PANEL} is asked to note that the following dates have been reserved for its meetings in {years}:"
    where = [_where_and_when(one, meeting.body) for one in dates]
    usual = Counter(where).most_common(1)[0][0]
    days = "\n".join(
        listed_date(one.on) if here == usual else f"{listed_date(one.on)}, {here}"
        for one, here in zip(dates, where, strict=True)
    )
    they = "They" if len(set(where)) == 1 else "Unless the list says otherwise they"
    return f"{asked}\n{days}\n{they} are held {usual}."


def _where_and_when(one: Meeting, body: Body) -> str:
    """As reserved; what was left open is the body's usual."""
    return f"at {one.venue or body.venue} at {clock(one.starts_at or body.starts_at)}"


def minutes_to_approve(meeting: Meeting) -> list[Meeting]:
    """Earlier meetings that were held and whose minutes no meeting has approved yet."""
    approved = MeetingMinutes.objects.filter(state__in=APPROVED).values("meeting")
    held = Meeting.objects.filter(body=meeting.body, on__lt=meeting.on, state=MeetingState.HELD)
    return list(held.exclude(pk__in=approved).exclude(pk__in=_on_another_agenda(meeting)).order_by("on"))


def earlier_meeting(meeting: Meeting) -> Meeting | None:
    """The last one that was held before it."""
    held = Meeting.objects.filter(body=meeting.body, on__lt=meeting.on, state=MeetingState.HELD)
    return held.order_by("-on").first()


def membership_changes(meeting: Meeting) -> list[Change]:
    """Since the meeting that was held before it; none where that is the first."""
    before = earlier_meeting(meeting)
    return membership.membership_changes(meeting, since=before) if before else []


def dates_to_note(meeting: Meeting) -> list[Meeting]:
    """Those of the municipal year after this one, and of the May in which that one ends."""
    first_year = meeting.on.year + (1 if meeting.on.month >= MAY else 0)
    first, last = date(first_year, MAY, 1), date(first_year + 1, MAY + 1, 1) - timedelta(days=1)
    return list(Meeting.objects.going_on().filter(body=meeting.body, on__range=(first, last)).order_by("on"))


def _offices_to_fill(meeting: Meeting) -> tuple[Office, ...]:
    held = offices_on(meeting.body, meeting.on).values()
    return tuple(office for office in Office if office not in held)


def _years_to_note(meeting: Meeting) -> str:
    """Empty when there is no such date, or an earlier agenda has told them already."""
    dates = dates_to_note(meeting)
    if not dates:
        return ""
    years = f"{dates[0].on.year}/{(dates[0].on.year + 1) % 100:02}"
    told = AgendaItem.objects.listed().filter(
        meeting__body=meeting.body,
        meeting__on__lt=meeting.on,
        standing_key=StandingKey.MEETING_DATES,
        title__contains=years,
    )
    return "" if told.exists() else years


def _on_another_agenda(meeting: Meeting) -> list[int]:
    others = AgendaItem.objects.listed().filter(
        meeting__body=meeting.body, meeting__state__in=(MeetingState.RESERVED, MeetingState.CONFIRMED)
    )
    return list(
        others.exclude(meeting=meeting)
        .filter(approves_minutes_of__isnull=False)
        .values_list("approves_minutes_of", flat=True)
    )
