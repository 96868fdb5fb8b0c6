"""Gathers what the checks of agendas and reports read."""

from collections.abc import Iterable, Mapping
from datetime import date

from core.richtext import to_plain
from meetings.linter import Finding, Place, findings_in
from meetings.linter.material import (
    AgendaMaterial,
    ContactMaterial,
    ItemMaterial,
    PaperMaterial,
    ReportMaterial,
    Words,
)
from meetings.models import Access, ItemKind, Meeting, PaperState, Report
from meetings.report.agenda_lines import Line, every_line
from meetings.standing_order import WITH_A_PAPER, StandingKey
from people.print_names import name_of

# What the chairman announces, and what young people bring, is known when they speak.
SPEAK_FREELY = (StandingKey.ANNOUNCEMENTS, StandingKey.YOUNG_PEOPLE)
TEXTS = ("title", "purpose", "lead", "exempt_reason", "public_interest", "late_reason", "urgency_reason")


def agenda_findings(
    meeting: Meeting, lines: list[Line], reports: Mapping[int, Report], late: Iterable[tuple[str, int]] = ()
) -> list[Finding]:
    """`reports` by paper; `late`: a sentence and an item's id for each that has too few clear days."""
    days = planned_days(meeting)
    every = list(every_line(lines))
    material = AgendaMaterial(
        meeting_on=meeting.on,
        meetings=days,
        items=tuple(_item(line) for line in every),
        texts=tuple(words for line in every for words in _texts(line)),
        contacts=_officers(meeting),
        reports=tuple(_report(report, meeting, days) for report in reports.values()),
        late=tuple((sentence, Place("meetings:item_urgency", pk)) for sentence, pk in late),
    )
    return findings_in(material)


def report_findings(report: Report) -> list[Finding]:
    meeting = report.paper.item.meeting
    return findings_in(_report(report, meeting, planned_days(meeting)))


def planned_days(meeting: Meeting) -> tuple[date, ...]:
    return tuple(Meeting.objects.going_on().filter(body=meeting.body).values_list("on", flat=True))


def _item(line: Line) -> ItemMaterial:
    item = line.item
    return ItemMaterial(
        name=line.name,
        title=item.title,
        place=_place(line),
        number=str(line.number or ""),
        is_heading=item.kind == ItemKind.HEADING,
        is_open=item.access == Access.OPEN,
        lacks_paper=_lacks_paper(line),
        lacks_heads=_lacks_heads(line),
        papers=tuple(
            PaperMaterial(one.title, Place("meetings:paper_edit", one.pk), one.is_exempt, one.is_listed)
            for one in item.papers.all()
        ),
    )


def _lacks_paper(line: Line) -> bool:
    """One that is said to be attached is missing; that holds the agenda up."""
    item = line.item
    has_one_usually = not item.standing_key or item.standing_key in WITH_A_PAPER
    is_bare = item.kind == ItemKind.ITEM and not line.parts and not item.papers.all()
    return is_bare and has_one_usually and item.paper_state == PaperState.NONE


def _lacks_heads(line: Line) -> bool:
    item = line.item
    is_told = item.is_verbal and item.standing_key not in SPEAK_FREELY
    return is_told and not (item.verbal_heads or item.purpose or item.papers.all())


def _texts(line: Line) -> list[Words]:
    """All of them print on the public agenda."""
    texts = [getattr(line.item, name) for name in TEXTS] + list(line.item.verbal_heads)
    return [Words(line.name, text, _place(line)) for text in texts if text]


def _place(line: Line) -> Place:
    return Place("meetings:item_edit", line.item.pk)


def _officers(meeting: Meeting) -> tuple[ContactMaterial, ...]:
    named = (("clerk", meeting.body.clerk), ("proper officer", meeting.body.proper_officer))
    place = Place("meetings:agenda_draft", meeting.pk)
    return tuple(
        ContactMaterial(name_of(person).full, "", f"The {role}", place, person.telephone, person.email)
        for role, person in named
        if person
    )


def _report(report: Report, meeting: Meeting, days: tuple[date, ...]) -> ReportMaterial:
    place = Place("meetings:report_edit", report.pk)
    return ReportMaterial(
        subject=report.subject,
        meeting_on=meeting.on,
        meetings=days,
        place=place,
        summary=report.summary,
        recommendation=report.recommendation,
        body=to_plain(report.body),
        background=report.background_documents,
        is_open=not (report.paper.is_exempt or report.paper.item.is_exempt),
        contacts=tuple(
            ContactMaterial(
                one.name,
                one.post,
                f"{one.get_role_display()} of “{report.subject}”",
                place,
                one.telephone,
                one.email,
            )
            for one in report.contacts.all()
        ),
    )
