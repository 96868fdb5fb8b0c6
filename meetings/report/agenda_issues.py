"""Agendas as they were issued: since when each item lay open, and whether that is still long enough."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from meetings.closed_days import closed_days_around
from meetings.date_words import joined, listed_date
from meetings.issue_differences import changed_in_substance, lines_by_id
from meetings.item_notice import NoticeVerdict, ShorterNotice, Urgency, days_sentence, item_verdict
from meetings.item_numbers import item_line
from meetings.models import AgendaIssue, ClosedDay, ItemKind, Meeting
from meetings.notice import counted_days
from meetings.report.agenda_lines import Line, every_line
from meetings.report.agenda_notice import closed_days_for
from people.print_names import name_of


@dataclass(frozen=True, slots=True)
class Opened:
    """`changed_on`: the last issue that changed the item's title or purpose in substance."""

    issued_on: date
    changed_on: date | None = None


@dataclass(frozen=True, slots=True)
class ItemVerdict:
    line: Line
    verdict: NoticeVerdict


@dataclass(frozen=True, slots=True)
class SameDays:
    """Items with one verdict; `name` is theirs: "Items 1, 2 and 3"."""

    name: str
    verdict: NoticeVerdict
    items: tuple[Line, ...]


def by_days(verdicts: Iterable[ItemVerdict]) -> list[SameDays]:
    """Most items of an agenda lay open for the same days, and one sentence says so."""
    alike: dict[str, list[ItemVerdict]] = {}
    for one in verdicts:
        alike.setdefault(one.verdict.sentence, []).append(one)
    return [
        SameDays(
            item_line([one.line.number for one in same if one.line.number]).strip("()"),
            same[0].verdict,
            tuple(one.line for one in same),
        )
        for same in alike.values()
    ]


def issues_of(meeting: Meeting) -> list[AgendaIssue]:
    return list(meeting.issues.defer("pdf").order_by("number"))


def opened_items(issued: Iterable[tuple[date, dict[str, Any]]]) -> dict[int, Opened]:
    """By item, from each issue's day and content in turn. Words that an issue only corrected changed nothing."""
    found: dict[int, Opened] = {}
    before: dict[str, Any] | None = None
    for day, sheet in issued:
        changed = set(changed_in_substance(before, sheet)) - set(sheet["corrected"]) if before else set()
        for key in lines_by_id(sheet):
            if key not in found:
                found[key] = Opened(day)
            elif key in changed:
                found[key] = Opened(found[key].issued_on, day)
        before = sheet
    return found


def read_sheets(issues: Iterable[AgendaIssue]) -> list[tuple[date, dict[str, Any]]]:
    return [(issue.published_on, json.loads(issue.content)) for issue in issues]


def verdicts_of(
    meeting: Meeting, lines: Sequence[Line], issued: Sequence[tuple[date, dict[str, Any]]]
) -> list[ItemVerdict]:
    """Of each item that stands in the last of these issues; give the coming issue as the last to try it."""
    opened, closed = opened_items(issued), closed_days_for(meeting)
    notice = shorter_notice(meeting)
    return [
        ItemVerdict(
            line,
            item_verdict(
                issued_on=opened[line.item.pk].issued_on,
                changed_on=opened[line.item.pk].changed_on,
                meeting_on=meeting.on,
                bank_holidays=closed,
                required=meeting.body.clear_days,
                urgency=urgency_of(line),
                shorter_notice=notice,
            ),
        )
        for line in every_line(lines)
        if line.item.kind == ItemKind.ITEM and line.item.pk in opened
    ]


def agenda_verdict(meeting: Meeting, *, issued_on: date) -> NoticeVerdict:
    """Of the agenda as a whole, which no item's urgency can save."""
    return item_verdict(
        issued_on=issued_on,
        meeting_on=meeting.on,
        bank_holidays=closed_days_for(meeting),
        required=meeting.body.clear_days,
        shorter_notice=shorter_notice(meeting),
    )


def shorter_notice(meeting: Meeting) -> ShorterNotice | None:
    return ShorterNotice(meeting.convened_on, meeting.short_notice_reason) if meeting.convened_on else None


def urgency_of(line: Line) -> Urgency | None:
    item = line.item
    if item.urgency_by is None:
        return None
    return Urgency(item.urgency_reason, name_of(item.urgency_by).formal, item.urgency_at)


def closed_since(meeting: Meeting, issued_on: date | None, added: tuple[ClosedDay, ...]) -> str:
    """Says that a day closed after the agenda was issued leaves too few clear days; empty when all is well.

    `added` is the council's list, asked for once however many meetings are tested.
    """
    if issued_on is None or shorter_notice(meeting):
        return ""
    required = meeting.body.clear_days
    then = counted_days(issued_on, meeting.on, closed_days_around(meeting.on, added, issued_on))
    now = counted_days(issued_on, meeting.on, closed_days_around(meeting.on, added))
    if len(now) >= required or len(then) < required:
        return ""
    lost = [one for one in added if one.on in set(then) - set(now) and one.known_since > issued_on]
    names = joined([f"{one.name} ({listed_date(one.on)})" for one in lost]) or "a new bank holiday"
    counted = days_sentence(now, required)
    return (
        f"Since the agenda was issued on {listed_date(issued_on)}, {names} was added to the closed days. "
        f"It now has {counted[0].lower()}{counted[1:]}."
    )


def first_issued_on(issues: Sequence[AgendaIssue]) -> date | None:
    return issues[0].published_on if issues else None
