"""Brings in what is not there yet. What somebody changed since then is left alone."""

from collections.abc import Callable

from django.db import transaction
from django.utils import timezone

from meetings.demonstration.minutes import load_minutes
from meetings.demonstration.november import load_november
from meetings.demonstration.panel import load_panel
from meetings.demonstration.sittings import load_meetings
from meetings.demonstration.to_come import load_to_come
from meetings.models import Body, Meeting


@transaction.atomic
def load_demonstration(progress: Callable[[str], None]) -> None:
    if Body.objects.exists():
        progress("Meetings: there already.")
        return
    people = load_panel()
    load_meetings(people)
    load_minutes()
    load_november()
    load_to_come(timezone.localdate())
    progress(f"Meetings: {Meeting.objects.count()} added, with {len(people)} invented people.")
