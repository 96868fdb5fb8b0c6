"""Two clerks in the same moment: numbers are drawn once each, and one text is saved once."""

import threading
from datetime import UTC, date, datetime

import pytest
from django.db import connections

from core.access import Role
from meetings.actions.locks import ChangedMeanwhile
from meetings.actions.minutes_check import agree, publish_minutes, send_to_chairman
from meetings.actions.minutes_text import save_minute
from meetings.models import MeetingMinutes, Minute
from tests.factories.meetings import (
    BodyFactory,
    MeetingFactory,
    MeetingMinutesFactory,
    MinuteFactory,
    TermFactory,
)

pytestmark = pytest.mark.django_db(transaction=True)
NOW = datetime(2018, 12, 3, 9, tzinfo=UTC)


def at_once(*acts) -> list[str]:
    """What each answered, or the name of what it raised."""
    start, told = threading.Barrier(len(acts)), []

    def run(act):
        try:
            start.wait(timeout=10)
            told.append(str(act()))
        except ChangedMeanwhile as meanwhile:
            told.append(f"told of {meanwhile.theirs.body}")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return told


@pytest.fixture
def clerk(user_as):
    return user_as(Role.DEMOCRATIC_SERVICES)


@pytest.fixture
def body():
    return TermFactory(body=BodyFactory(), first_number=96).body


def ready(body, clerk, day) -> MeetingMinutes:
    record = MeetingMinutesFactory(meeting=MeetingFactory(body=body, on=day, state="held"))
    for position in (1, 2, 3):
        MinuteFactory(record=record, position=position, body="<p>It was noted.</p>")
    send_to_chairman(record, by=clerk)
    agree(record, note="By e-mail", by=clerk, now=NOW)
    return record


def test_minutes_published_at_once_share_no_number(body, clerk):
    records = [ready(body, clerk, date(2018, month, 1)) for month in (10, 11)]

    told = at_once(*(lambda one=one: publish_minutes(one, by=clerk, now=NOW) for one in records))

    assert told == ["True", "True"]
    drawn = [list(record.minutes.values_list("number", flat=True)) for record in records]
    assert sorted(drawn) == [[96, 97, 98], [99, 100, 101]]


def test_minutes_published_twice_at_once_are_published_once(body, clerk):
    record = ready(body, clerk, date(2018, 10, 1))

    told = at_once(*[lambda: publish_minutes(record, by=clerk, now=NOW)] * 2)

    assert sorted(told) == ["False", "True"]
    assert list(record.minutes.values_list("number", flat=True)) == [96, 97, 98]


def test_second_of_two_who_save_at_once_is_told(body, clerk):
    record = MeetingMinutesFactory(meeting=MeetingFactory(body=body, state="held"))
    minute = MinuteFactory(record=record)

    def save(text):
        return lambda: save_minute(minute, version=minute.version, by=clerk, body=text).version

    told = at_once(save("<p>One.</p>"), save("<p>Two.</p>"))

    kept = Minute.objects.get(pk=minute.pk)
    assert sorted(told) == [str(minute.version + 1), f"told of {kept.body}"]
