"""Reports to the panel: one set of plain data for page, PDF and issue; what is missing, and who signs next."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from core.access import Permission, may
from meetings.date_words import report_date
from meetings.models import ContactRole, Report, ReportContact, ReportSignOff, ReportState
from meetings.report_words import author_lines, classification, missing_parts
from people.models import User

WORDS = ("from_lines", "summary", "recommendation", "body", "background_documents")
STEPS = (ReportState.DRAFT, ReportState.LEAD_OFFICER, ReportState.LEAD_DIRECTOR, ReportState.CLERK)
SIGNER = {
    ReportState.LEAD_OFFICER: ContactRole.LEAD_OFFICER,
    ReportState.LEAD_DIRECTOR: ContactRole.LEAD_DIRECTOR,
}
WAITS_FOR = {
    ReportState.DRAFT: "the author to hand it over",
    ReportState.LEAD_OFFICER: "the lead officer",
    ReportState.LEAD_DIRECTOR: "the lead director",
    ReportState.CLERK: "the clerk",
}
SAID = {
    ReportState.DRAFT: "Handed over by the author",
    ReportState.LEAD_OFFICER: "Agreed by the lead officer",
    ReportState.LEAD_DIRECTOR: "Agreed by the lead director",
    ReportState.CLERK: "Accepted by the clerk",
}


BEGINNINGS = ("At", "By", "From", "In", "On", "Over", "Through")
TO_DO = {
    ReportState.DRAFT: "Hand it over to the lead officer",
    ReportState.LEAD_OFFICER: "Agree as the lead officer",
    ReportState.LEAD_DIRECTOR: "Agree as the lead director",
    ReportState.CLERK: "Accept the report",
}
TO_RECORD = {
    ReportState.DRAFT: "Record that the author hands it over",
    ReportState.LEAD_OFFICER: "Record that the lead officer agrees",
    ReportState.LEAD_DIRECTOR: "Record that the lead director agrees",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One sign-off that was given; `is_of_this_text` is false once the text changed after it.

    `said` names who gave it and, where that is somebody else, who recorded it; `how` the latter knew.
    """

    said: str
    how: str
    sign_off: ReportSignOff
    is_of_this_text: bool


def reports_for(user: User) -> QuerySet[Report]:
    """Officers read every report; others those that they write, or that name them as a contact."""
    reports = Report.objects.filter(paper__withdrawn_at=None).select_related(
        "author", "paper__item__meeting__body"
    )
    if may(user, Permission.MANAGE_MEETINGS):
        return reports
    return reports.filter(
        Q(author=user) | Q(pk__in=ReportContact.objects.filter(person__user=user).values("report"))
    )


def with_contacts(reports: QuerySet[Report]) -> QuerySet[Report]:
    return reports.prefetch_related(
        Prefetch("contacts", ReportContact.objects.select_related("person__user")),
        Prefetch("sign_offs", ReportSignOff.objects.select_related("by")),
    )


def told(report: Report) -> dict[str, Any]:
    """As it prints."""
    item = report.paper.item
    meeting = item.meeting
    is_exempt = report.paper.is_exempt or item.is_exempt
    return {
        "id": report.pk,
        "version": report.version,
        "from": author_lines(report.from_lines),
        "to": f"{meeting.body.name} – {report_date(meeting.on)}",
        "subject": report.subject,
        "classification": classification(item.paragraphs if is_exempt else []),
        "pathway": report.pathway,
        "divisions": report.divisions,
        "summary": report.summary,
        "recommendation": report.recommendation,
        "body": report.body,
        "background": [line for line in report.background_documents.splitlines() if line.strip()],
        "contacts": [_contact(one) for one in _in_order(report)],
    }


def missing_of(report: Report) -> list[str]:
    names = {one.role: one.name for one in report.contacts.all()}
    return missing_parts({name: getattr(report, name) for name in WORDS}, names, ContactRole.choices)


def next_step(report: Report) -> ReportState | None:
    """Whose turn it is, as the state that their sign-off leads to; DRAFT is the author's. None when all have signed."""
    if report.state == ReportState.DRAFT:
        handed_over = any(
            one.state == ReportState.DRAFT and one.report_version == report.version
            for one in report.sign_offs.all()
        )
        return ReportState.LEAD_OFFICER if handed_over else ReportState.DRAFT
    place = STEPS.index(ReportState(report.state)) + 1
    return STEPS[place] if place < len(STEPS) else None


def may_sign(user: User, report: Report, step: ReportState) -> bool:
    """The author hands over, each lead signs for themselves, the clerk accepts; an officer may record any of them."""
    if may(user, Permission.MANAGE_MEETINGS):
        return True
    if step == ReportState.DRAFT:
        return report.author_id == user.pk
    return step in SIGNER and _is_contact(user, report, SIGNER[step])


def signs_for_another(user: User, report: Report, step: ReportState) -> bool:
    """An officer who records what somebody else agreed to says how they know."""
    if step == ReportState.CLERK:
        return False
    if step == ReportState.DRAFT:
        return report.author_id != user.pk
    return not _is_contact(user, report, SIGNER[step])


def steps_of(report: Report) -> list[Step]:
    return [
        Step(_said(report, one), _within_a_sentence(one.note), one, one.report_version == report.version)
        for one in report.sign_offs.all()
    ]


def _said(report: Report, one: ReportSignOff) -> str:
    """Only who records for somebody else says how they know. The contacts are those of the text as it stands."""
    state = ReportState(one.state)
    said = SAID[state]
    if state == ReportState.CLERK or not one.note:
        return f"{said}: {one.by}"
    verb, _, role = said.partition(" by the ")
    signer = _signer(report, state) if one.report_version == report.version else ""
    who = f"{signer} ({role})" if signer else f"the {role}"
    return f"{verb} by {who}, recorded by {one.by}"


def _signer(report: Report, state: ReportState) -> str:
    if state == ReportState.DRAFT:
        return str(report.author or "")
    return next((one.name for one in report.contacts.all() if one.role == SIGNER[state]), "")


def _within_a_sentence(note: str) -> str:
    """ "By e-mail" as "by e-mail"; a name keeps its capital."""
    first = note.partition(" ")[0]
    return f"{first.lower()}{note[len(first) :]}" if first in BEGINNINGS else note


def _is_contact(user: User, report: Report, role: ContactRole) -> bool:
    return any(
        one.role == role and one.person and one.person.user_id == user.pk for one in report.contacts.all()
    )


def _in_order(report: Report) -> list[ReportContact]:
    return sorted(report.contacts.all(), key=lambda one: ContactRole.values.index(one.role))


def _contact(one: ReportContact) -> dict[str, str]:
    return {
        "role": one.get_role_display(),
        "name": one.name,
        "post": one.post,
        "telephone": one.telephone,
        "email": one.email,
    }
