"""Attendance and undertakings as tables for everybody: of meetings whose minutes are public, and nothing exempt."""

from collections.abc import Iterator

from django.db.models import Prefetch, Q, QuerySet

from core.csv_files import csv_file
from meetings.models import (
    PUBLIC,
    Access,
    Attendance,
    AttendanceStatus,
    Capacity,
    Minute,
    Undertaking,
)
from people.print_names import name_of

ATTENDANCE = ("Meeting", "Name", "As", "Attendance", "In place of", "How")
UNDERTAKINGS = ("Meeting", "Minute", "Paragraph", "What is to be done", "Post", "Due", "Due on", "State")


def attendance_csv() -> bytes:
    return csv_file(ATTENDANCE, _attendance_rows())


def undertakings_csv() -> bytes:
    return csv_file(UNDERTAKINGS, _undertaking_rows())


def public_attendances() -> QuerySet[Attendance]:
    """Observers are named only where the panel's minutes name them."""
    rows = Attendance.objects.filter(meeting__minutes__state__in=PUBLIC)
    return rows.filter(~Q(capacity=Capacity.OBSERVER) | Q(meeting__body__lists_observers=True))


def public_undertakings() -> QuerySet[Undertaking]:
    """None that is exempt, was made at an exempt item, or stands in an exempt minute."""
    rows = Undertaking.objects.filter(item__meeting__minutes__state__in=PUBLIC, is_exempt=False)
    return rows.exclude(item__access=Access.EXEMPT).exclude(
        item__in=Minute.objects.filter(is_exempt=True, items__isnull=False).values("items")
    )


def _attendance_rows() -> Iterator[tuple]:
    rows = public_attendances().select_related("meeting", "person", "substitute_for")
    for row in rows.order_by("meeting__on", "person__surname", "person__first_name", "pk"):
        yield (
            row.meeting.on.isoformat(),
            name_of(row.person).formal,
            row.get_capacity_display(),
            row.get_status_display(),
            name_of(row.substitute_for).formal if row.substitute_for else "",
            row.get_mode_display() if row.status == AttendanceStatus.PRESENT else "",
        )


def _undertaking_rows() -> Iterator[tuple]:
    minutes = Prefetch("item__minutes", Minute.objects.filter(is_exempt=False, number__isnull=False))
    rows = public_undertakings().select_related("item__meeting", "owner", "due_meeting")
    for row in rows.prefetch_related(minutes).order_by("item__meeting__on", "item__position", "pk"):
        day = row.due_on or (row.due_meeting.on if row.due_meeting else None)
        yield (
            row.item.meeting.on.isoformat(),
            ", ".join(str(minute.number) for minute in row.item.minutes.all()),
            row.paragraph,
            row.what,
            row.owner.title,
            row.due_rule or row.get_due_kind_display(),
            day.isoformat() if day else "",
            row.get_state_display(),
        )
