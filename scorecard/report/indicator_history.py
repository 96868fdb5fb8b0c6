"""The story of an indicator from what the database kept: who changed what, when, from what to what, and why."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from people.models import Post, User
from scorecard.models import BaselineBreak, Benchmark, Indicator, Rebase, ReportingPeriod, Section, Threshold
from scorecard.models.indicators import BreakKind
from scorecard.periods import DataPeriod, month_label
from scorecard.published import Unit, line_in_words
from scorecard.rag import Polarity
from scorecard.report.target_events import target_changes
from scorecard.spc import Conflict

YES_NO = {True: "yes", False: "no"}
NOTHING = "nothing"
# How the form calls a field, and how its values read.
FIELDS = {
    "code": "code",
    "name": "name",
    "section_id": "section",
    "is_kpi": "kind",
    "polarity": "way that is good",
    "data_period": "data period",
    "unit": "unit",
    "decimals": "decimal places",
    "numerator_label": "what the numerator counts",
    "denominator_label": "what the denominator counts",
    "definition": "definition",
    "source_document": "source",
    "owner_id": "owner",
    "conflict": "what is both an improvement and a concern",
    "looks_back": "mark that it looks back",
    "is_personal": "mark that small counts could point at a child",
}
BENCHMARK_FIELDS = {
    "area": "area",
    "period_label": "period",
    "value": "figure",
    "source_label": "source",
    "neighbour_model": "model of neighbours",
    "excludes_uasc": "mark that it excludes unaccompanied children",
    "comparability_note": "note",
}


class Change(NamedTuple):
    at: datetime
    by: str
    what: str
    reason: str


class Names(NamedTuple):
    """What the keys in the events stand for, those of rows since renamed too: as they are called now."""

    users: dict[int, str]
    sections: dict[int, str]
    posts: dict[int, str]
    months: dict[int, str]

    @classmethod
    def load(cls) -> "Names":
        return cls(
            dict(User.objects.values_list("pk", "name")),
            dict(Section.objects.values_list("pk", "name")),
            dict(Post.objects.values_list("pk", "title")),
            {pk: month_label(day) for pk, day in ReportingPeriod.objects.values_list("pk", "ends_on")},
        )


def indicator_history(indicator: Indicator) -> list[Change]:
    """Newest first, in a fixed number of queries."""
    names, unit = Names.load(), Unit(indicator.unit)
    kinds = [
        _indicator_changes(_events(Indicator, pgh_obj=indicator), names),
        target_changes(_events(Threshold, indicator=indicator), unit),
        _benchmark_changes(_events(Benchmark, indicator=indicator), unit),
        _break_changes(_events(BaselineBreak, indicator=indicator), names),
        _rebase_changes(_events(Rebase, indicator=indicator), names),
    ]
    return _newest_first([one for told in kinds for one in _as_they_came(told)], names.users)


def changes_to_targets(indicator: Indicator) -> list[Change]:
    """What members read: those of the targets alone."""
    told = _as_they_came(target_changes(_events(Threshold, indicator=indicator), Unit(indicator.unit)))
    return _newest_first(told, dict(User.objects.values_list("pk", "name"))) if told else []


def _as_they_came(told: Iterable[tuple[Any, str]]) -> list[tuple[Any, str]]:
    """Events of one table in their order, which the moment alone does not give within a transaction."""
    return sorted(told, key=lambda one: one[0].pgh_id)


def _newest_first(told: Iterable[tuple[Any, str]], users: dict[int, str]) -> list[Change]:
    changes = [_change(event, what, users) for event, what in told]
    return sorted(changes, key=lambda change: change.at)[::-1]  # of one moment, the later told comes first


def _change(event: Any, what: str, users: dict[int, str]) -> Change:
    context = event.pgh_context.metadata if event.pgh_context else {}
    return Change(
        event.pgh_created_at, users.get(context.get("user"), "The portal"), what, context.get("reason", "")
    )


def _events(model: Any, **which: Any) -> list:
    """Of rows that were withdrawn too, each row's own in their order."""
    events = model.pgh_event_model.objects.filter(**which).select_related("pgh_context")
    return list(events.order_by("pgh_obj_id", "pgh_id"))


def _indicator_changes(events: list, names: Names) -> Iterator[tuple[Any, str]]:
    if events:
        yield events[0], f"Added the indicator {events[0].code}, {_quoted(events[0].name)}"
    for before, after in pairwise(events):
        for field, label in FIELDS.items():
            old, new = (_indicator_value(event, field, names) for event in (before, after))
            if old != new:
                yield after, f"Changed the {label} from {old} to {new}"
        if before.measured_until != after.measured_until:
            until = after.measured_until
            yield after, f"Retired it after {month_label(until)}" if until else "Brought it back into use"
        if before.order != after.order and before.section_id == after.section_id:
            yield after, f"Moved it {'down' if after.order > before.order else 'up'} in its section"


def _indicator_value(event: Any, field: str, names: Names) -> str:
    value = getattr(event, field)
    words = {
        "section_id": names.sections,
        "owner_id": names.posts,
        "is_kpi": {True: "key performance indicator", False: "activity measure"},
        "polarity": {polarity: polarity.label.lower() for polarity in Polarity},
        "conflict": {conflict: conflict.label.lower() for conflict in Conflict},
        "data_period": {period: period.label.lower() for period in DataPeriod},
        "unit": {unit: unit.label.lower() for unit in Unit},
    }
    if field in words:
        return words[field].get(value, NOTHING)
    return _plain(value)


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return YES_NO[value]
    return _quoted(value) if isinstance(value, str) else str(value)


def _quoted(text: str) -> str:
    return f"“{text}”" if text else NOTHING


def _benchmark_changes(events: list, unit: Unit) -> Iterator[tuple[Any, str]]:
    for _, group in groupby(events, key=lambda event: event.pgh_obj_id):
        own = list(group)
        yield own[0], f"Added the benchmark {_benchmark(own[0], unit)}"
        for before, after in pairwise(own):
            if after.pgh_label == "delete":
                yield after, f"Withdrew the benchmark {_benchmark(after, unit)}"
                continue
            for field, label in BENCHMARK_FIELDS.items():
                if getattr(before, field) != getattr(after, field):
                    old, new = (_benchmark_value(event, field, unit) for event in (before, after))
                    yield after, f"Changed the {label} of the benchmark {_place(before)} from {old} to {new}"


def _benchmark(event: Any, unit: Unit) -> str:
    return f"{_place(event)}: {line_in_words(event.value, unit=unit)}"


def _place(event: Any) -> str:
    return f"{event.area} {event.period_label}".strip()


def _benchmark_value(event: Any, field: str, unit: Unit) -> str:
    value = getattr(event, field)
    return line_in_words(value, unit=unit) if field == "value" else _plain(value)


def _break_changes(events: list, names: Names) -> Iterator[tuple[Any, str]]:
    for event in events:
        month = names.months.get(event.from_period_id, "an earlier month")
        if event.pgh_label == "delete":
            yield event, f"Withdrew the break from {month}"
        else:
            kind = BreakKind(event.kind).label.lower()
            yield event, f"Marked a break from {month}: {kind}. {event.reason}"


def _rebase_changes(events: list, names: Names) -> Iterator[tuple[Any, str]]:
    for event in events:
        month = names.months.get(event.at_period_id, "an earlier month")
        verb = "Withdrew the" if event.pgh_label == "delete" else "Made a"
        yield event, f"{verb} new start of the variation limits at {month}. {event.reason}"
