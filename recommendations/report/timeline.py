"""All that happened to a recommendation, the newest first, as far as this reader may know of it."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from meetings.date_words import plain_date
from meetings.minute_numbers import MinuteNumber
from meetings.models import AgendaItem
from recommendations.actions.settle import facts
from recommendations.closing import ClosureState
from recommendations.due_dates import Precision
from recommendations.models import Classification, Closure, Recommendation, Response, Update
from recommendations.period_words import period_words
from recommendations.report.closures import state_of
from recommendations.report.due import DueNow

EXEMPT = (
    "An update was given that is exempt. What it says is read by members of the panel and officers concerned."
)
TAKEN_OFF = "Words of this update were taken off the public page."
WITHDRAWN = "This update was corrected, and what it said is no longer for everybody."


@dataclass(frozen=True, slots=True)
class Event:
    """``on`` is where it stands in time, ``when`` what is printed. ``item`` links to the meeting's page.

    ``minute``: the number of the one that records it, once it is drawn.
    """

    on: date
    when: str
    title: str
    text: str = ""
    item: AgendaItem | None = None
    update: "UpdateSeen | None" = None
    minute: str = ""

    @property
    def item_title(self) -> str:
        """Its words are for everybody once its agenda was issued, which gives it its number."""
        is_issued = self.item is not None and self.item.number is not None
        return self.item.title if is_issued else "The panel’s meeting"


@dataclass(frozen=True, slots=True)
class UpdateSeen:
    """A published update whose words this reader may read. ``corrected_on``: the day of what took its place.

    ``taken_off``: who took its words off the public page and when, in words; empty while everybody may read them.
    """

    update: Update
    corrected_on: date | None
    taken_off: str = ""

    @property
    def steps(self) -> list[tuple[str, str]]:
        """What is to follow, and by when in words."""
        rows = self.update.next_steps.all()
        return [(one.what, period_words(one.by, Precision(one.precision)) if one.by else "") for one in rows]


def timeline(
    one: Recommendation,
    due: DueNow,
    updates: Iterable[Update],
    closures: Iterable[Closure],
    hidden: Set[int],
) -> list[Event]:
    """``updates``: all published ones, each with `corrections`; ``hidden``: those not for this reader.

    Of two on one day the later step stands first.
    """
    found = [*_beginning(one), *_dates(one, due), *_updates(updates, hidden), *_closing(closures)]
    return [
        event for _, event in sorted(enumerate(found), key=lambda pair: (pair[1].on, pair[0]), reverse=True)
    ]


def _beginning(one: Recommendation) -> Iterator[Event]:
    report = one.report
    title = f"{report.body} recommended it to the {report.presented_to}"
    yield Event(report.presented_on, plain_date(report.presented_on), title)
    if one.response != Response.AWAITING and one.response_on:
        by = f" by the {one.response_by}" if one.response_by else ""
        title = f"{one.get_response_display()}{by}"
        yield Event(one.response_on, plain_date(one.response_on), title, one.response_reason)


def _dates(one: Recommendation, due: DueNow) -> Iterator[Event]:
    if one.event_on and one.awaited_event:
        yield Event(one.event_on, plain_date(one.event_on), f"It happened: {one.awaited_event}")
    for met in one.rounds.all():
        on = met.met_on or met.due_on
        told = "" if met.met_on else " (the day it was met is not recorded)"
        yield Event(on, plain_date(on), f"The round due on {plain_date(met.due_on)} was met{told}")
    late = due.slippage.already_late if due.slippage else ()
    revisions = list(one.revisions.all())
    for place, revision in enumerate(revisions, start=len(late) - len(revisions)):
        days = late[place] if 0 <= place < len(late) else 0
        overdue = f" It was {days} day{'' if days == 1 else 's'} overdue by then." if days else ""
        yield Event(
            revision.agreed_on,
            plain_date(revision.agreed_on),
            f"A later day was agreed: {plain_date(revision.due_on)}",
            f"{revision.reason} Agreed by {revision.agreed_by}.{overdue}",
            revision.resolution.item if revision.resolution else None,
        )


def _updates(updates: Iterable[Update], hidden: Set[int]) -> Iterator[Event]:
    for update in sorted(updates, key=lambda one: (one.reported_on, one.pk)):
        on = facts(update).as_at_end
        when = period_words(update.as_at, Precision(update.precision))
        corrected = [one.reported_on for one in update.corrections.all()]
        if update.pk not in hidden:
            seen = UpdateSeen(update, min(corrected, default=None), _taken_off(update))
            yield Event(on, when, update.get_kind_display(), item=update.item, update=seen)
        elif update.classification == Classification.EXEMPT:
            yield Event(on, when, "Exempt update", EXEMPT)
        elif update.classification == Classification.PUBLIC:
            said = TAKEN_OFF if update.is_taken_off else WITHDRAWN
            yield Event(on, when, update.get_kind_display(), said)


def _taken_off(update: Update) -> str:
    if not update.is_taken_off:
        return ""
    taken = update.taken_off
    return (
        f"{taken.by.name} took its words off the public page on {plain_date(timezone.localdate(taken.at))}."
    )


def _closing(closures: Iterable[Closure]) -> Iterator[Event]:
    for closure in closures:
        item, state = closure.resolution.item, state_of(closure)
        title = f"Closed by the panel: {closure.get_outcome_display().lower()}"
        if state != ClosureState.FINAL:
            title = f"{title} ({state.label[:1].lower()}{state.label[1:]})"
        yield _resolved(item, title, closure.panel_reason)
        if reopening := getattr(closure, "reopening", None):
            item = reopening.resolution.item
            void = " (void: it was never closed)" if state == ClosureState.VOID else ""
            title = f"Taken up again by the panel, due by {plain_date(reopening.due_on)}{void}"
            yield _resolved(item, title, reopening.reason)


def _resolved(item: AgendaItem, title: str, reason: str) -> Event:
    drawn = [one for one in item.minutes.all() if one.number]
    number = str(MinuteNumber(drawn[0].number, drawn[0].number_year)).rstrip(".") if drawn else ""
    on = item.meeting.on
    return Event(on, plain_date(on), title, reason, item, minute=number)
