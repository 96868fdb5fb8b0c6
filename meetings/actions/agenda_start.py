"""A draft begins with the standing order of business; what is due is added by one click each."""

from core.access import Permission
from meetings.actions.agenda_items import refuse_unless_drafted
from meetings.actions.agenda_order import place
from meetings.actions.agenda_turns import turn
from meetings.actions.locks import Refused
from meetings.actions.programme import put_on_agenda
from meetings.date_words import plain_date
from meetings.models import AgendaItem, Meeting, Paper, PaperKind
from meetings.report.agenda_occasion import business, occasion_of
from meetings.report.agenda_suggestions import Suggestion, standing_suggestion, suggestions_for
from people.models import User

BEGUN = "This agenda was begun already."
NOT_DUE = "This is on the agenda already, or no longer due."


def start_agenda(meeting_pk: int, *, by: User) -> list[AgendaItem]:
    with turn(meeting_pk, by=by, permission=Permission.MANAGE_MEETINGS) as meeting:
        refuse_unless_drafted(meeting)
        if meeting.items.exists():
            raise Refused(BEGUN)
        return [
            _add(meeting, standing_suggestion(line, meeting), by)
            for line in business(meeting, occasion_of(meeting))
        ]


def take_suggestion(meeting_pk: int, key: str, *, by: User) -> AgendaItem:
    """Raises Refused for one that was taken by an earlier click."""
    with turn(meeting_pk, by=by, permission=Permission.MANAGE_MEETINGS) as meeting:
        refuse_unless_drafted(meeting)
        wanted = next((one for one in suggestions_for(meeting) if one.key == key), None)
        if wanted is None:
            raise Refused(NOT_DUE)
        return _add(meeting, wanted, by)


def _add(meeting: Meeting, wanted: Suggestion, by: User) -> AgendaItem:
    item = AgendaItem(meeting=meeting, position=0, title=wanted.title, **wanted.fields)
    place(item)
    item.undertakings.set(wanted.undertakings)
    item.approves_minutes_of.set(wanted.minutes_of)
    for position, held in enumerate(wanted.minutes_of, 1):
        title = f"Minutes of the meeting held on {plain_date(held.on)}"
        Paper.objects.create(item=item, position=position, kind=PaperKind.MINUTES, title=title)
    if item.programme_entry:
        put_on_agenda(item.programme_entry, meeting, by=by)
    return item
