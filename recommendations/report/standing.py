"""How each recommendation stands on a day: deed, time, silence and effect, kept apart. One for each row of a register.

What the register, the page of one recommendation, its files and its paper show is all worked out here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from recommendations import closing
from recommendations.closing import ClosureState, Outcome
from recommendations.lateness import Lateness, Standing, standing
from recommendations.models import Closure, DueRevision, DueRound, Limb, Recommendation, Response
from recommendations.report.closures import WITH_MINUTES, facts_of, state_of
from recommendations.report.due import DueNow, due_now, last_reopening, meeting_days
from recommendations.report.newest import newest_said, newest_told
from recommendations.status import Coverage, DeliveryStatus, Impact, LimbStatus, delivery_status, silent_limbs
from recommendations.updates import UpdateFacts, UpdateKind, is_stale
from recommendations.worst_first import ORDER, Place, place

# What says that there is nothing, or answers the report, leaves no part unsaid.
LEAVES_NOTHING_UNSAID = frozenset({UpdateKind.NIL, UpdateKind.RESPONSE})
HISTORY: dict[str, QuerySet] = {
    "revisions": DueRevision.objects.order_by("agreed_on", "pk"),
    "rounds": DueRound.objects.order_by("due_on"),
    "closures": Closure.objects.select_related(*WITH_MINUTES).order_by("at", "pk"),
}
LONG_TEXTS = ("text", "restated", "finding", "response_reason")


@dataclass(frozen=True, slots=True)
class Closed:
    """The newest closure that holds or may yet hold. ``on``: the day of the panel's meeting. ``impact``: its view."""

    outcome: Outcome
    state: ClosureState
    on: date
    impact: Impact


@dataclass(frozen=True, slots=True)
class Row:
    """``silent``: letters of the parts that the newest update leaves out; ``told``: that update, for its dates.

    ``effect`` is the panel's view once it closed it. ``reopened_on``: the meeting that took it up again.
    """

    recommendation: Recommendation
    limbs: tuple[Limb, ...]
    delivery: DeliveryStatus
    due: DueNow
    standing: Standing
    place: Place
    silent: tuple[str, ...]
    told: UpdateFacts | None
    is_stale: bool
    closed: Closed | None
    reopened_on: date | None
    days_open: int

    @property
    def is_open(self) -> bool:
        return self.closed is None

    @property
    def is_rejected(self) -> bool:
        """By the council's answer; only the panel closes it."""
        return self.is_open and self.recommendation.response == Response.REJECTED

    @property
    def effect(self) -> Impact:
        return self.closed.impact if self.closed else Impact(self.recommendation.impact)

    @property
    def days_changed(self) -> int:
        """How often a later day was agreed."""
        return len(self.due.slippage.already_late) if self.due.slippage else 0

    @property
    def limbs_done(self) -> int:
        return sum(limb.status == LimbStatus.DONE for limb in self.limbs)


def register(rows: QuerySet[Recommendation], today: date) -> list[Row]:
    """Worst first, then by report and number. A fixed number of queries, and none of them reads old updates."""
    # Each report, theme and owner is read once, not once for each of its rows
    found = rows.defer(*LONG_TEXTS).prefetch_related("report", "theme", "owner", "due_meeting")
    meetings, every = meeting_days(), list(found.order_by("report__presented_on", "report", "number"))
    bring_history(every)
    limbs, told, said = _limbs(every), newest_told(every), newest_said(every)
    standings = [
        _row(
            one,
            limbs.get(one.pk, ()),
            meetings,
            told.get(one.current_update_id),
            said.get(one.current_update_id, frozenset()),
            today=today,
        )
        for one in every
    ]
    return sorted(standings, key=_worst_first)


def stale_after_days() -> int:
    return settings.RECOMMENDATION_STALE_DAYS


def _row(
    one: Recommendation,
    limbs: Sequence[Limb],
    meetings: Sequence[date],
    told: UpdateFacts | None,
    said: frozenset[int],
    *,
    today: date,
) -> Row:
    closures = list(one.closures.all())
    delivery = delivery_status(
        [LimbStatus(limb.status) for limb in limbs], forced_slipped=one.is_forced_slipped
    )
    due = due_now(one, meetings)
    closed, reopened_on = closed_of(closures), reopened_on_of(one)
    days = [limb.done_on for limb in limbs]
    is_rejected = one.response == Response.REJECTED  # nobody owes anything of it, nor reports on it
    due_on = None if is_rejected else due.on
    stands = standing_of(one, days, delivery, due_on, today=today, reopened_on=reopened_on)
    stale = is_stale(
        [told] if told else [],
        today=today,
        adopted_on=one.report.adopted_on,
        after_days=stale_after_days(),
        is_open=closed is None and not is_rejected,
        reopened_on=reopened_on,
    )
    return Row(
        recommendation=one,
        limbs=tuple(limbs),
        delivery=delivery,
        due=due,
        standing=stands,
        place=place(is_open=closed is None, lateness=stands.lateness, delivery=delivery, is_stale=stale),
        silent=_silent(limbs, told, said),
        told=told,
        is_stale=stale,
        closed=closed,
        reopened_on=reopened_on,
        days_open=closing.days_open(one.report.adopted_on, facts_of(closures), today),
    )


def standing_of(
    one: Recommendation,
    days: Sequence[date | None],
    delivery: DeliveryStatus,
    due_on: date | None,
    *,
    today: date,
    reopened_on: date | None,
) -> Standing:
    """``days``: on which each part was done. What comes back is done round by round: once a round is recorded, the
    next one counts.
    """
    is_done = delivery == DeliveryStatus.REPORTED_COMPLETE and not one.rounds.all()
    return standing(due_on, today, is_done=is_done, done_on=_met_on(one, days, reopened_on))


def _met_on(one: Recommendation, days: Sequence[date | None], reopened_on: date | None) -> date | None:
    """As recorded, or the day of the last part when each has one."""
    if one.met_on and (reopened_on is None or one.met_on >= reopened_on):
        return one.met_on
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None


def closed_of(closures: Sequence[Closure]) -> Closed | None:
    if closing.is_open(facts_of(closures)):
        return None
    last = [one for one in closures if state_of(one) != ClosureState.VOID][-1]
    return Closed(Outcome(last.outcome), state_of(last), last.resolution.item.meeting.on, Impact(last.impact))


def reopened_on_of(one: Recommendation) -> date | None:
    reopening = last_reopening(one)
    return reopening.resolution.item.meeting.on if reopening else None


def bring_history(rows: Sequence[Recommendation], *, are_all: bool = False) -> None:
    """Revisions, rounds and closures. Most rows have none, and an empty prefetch costs more than all the rest.

    ``are_all``: the rows are all that there are, so that no query has to name them.
    """
    for name, found in HISTORY.items():
        keys = found.order_by()
        keys = keys if are_all else keys.filter(recommendation__in=[one.pk for one in rows])
        there = set(keys.values_list("recommendation", flat=True))
        nothing = found.none()
        len(nothing)  # asked once, for all that share it
        for one in rows:
            if one.pk not in there:
                one.__dict__.setdefault("_prefetched_objects_cache", {})[name] = nothing
        prefetch_related_objects([one for one in rows if one.pk in there], Prefetch(name, found))


def _limbs(rows: Iterable[Recommendation]) -> dict[int, list[Limb]]:
    """By recommendation, in the order of their letters. One query, and half the time of a prefetch."""
    found: dict[int, list[Limb]] = {}
    for limb in Limb.objects.filter(recommendation__in=[one.pk for one in rows]).order_by("letter"):
        found.setdefault(limb.recommendation_id, []).append(limb)
    return found


def _silent(limbs: Sequence[Limb], told: UpdateFacts | None, said: frozenset[int]) -> tuple[str, ...]:
    if told is None or told.kind in LEAVES_NOTHING_UNSAID:
        return ()
    covered = {limb.letter: Coverage.CLAIMED for limb in limbs if limb.pk in said}
    return tuple(silent_limbs([limb.letter for limb in limbs], covered))


def _worst_first(row: Row) -> tuple:
    one = row.recommendation
    late = -row.standing.days if row.standing.lateness in (Lateness.OVERDUE, Lateness.LONG_OVERDUE) else 0
    return ORDER[row.place], late, one.report.presented_on, one.report_id, one.number
