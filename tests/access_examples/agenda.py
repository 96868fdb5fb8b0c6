"""The agenda, its items and reports, until it is issued."""

from core.access import Role
from people.models import User
from tests.access_examples.registry import example
from tests.factories.meetings import (
    AgendaItemFactory,
    MeetingFactory,
    ReportContactFactory,
    ReportFactory,
)
from tests.meetings.agendas import an_issued_agenda

PUBLIC = {
    "meetings:issue_feed",
    "meetings:issue_read",
    "meetings:issue_pdf",
}


@example(
    "meetings:agenda_draft",
    "meetings:agenda_pdf",
    "meetings:agenda_start",
    "meetings:suggestion_take",
    "meetings:items_order",
    "meetings:item_add",
    "meetings:agenda_issue",
    "meetings:notice_shorten",
)
def a_meeting_to_come() -> dict:
    return {"pk": MeetingFactory().pk}


@example(
    "meetings:item_edit",
    "meetings:item_access",
    "meetings:item_urgency",
    "meetings:item_earlier_number",
    "meetings:item_withdraw",
    "meetings:item_restore",
    "meetings:item_move",
    "meetings:report_ask",
)
def an_agenda_item() -> dict:
    return {"pk": AgendaItemFactory().pk}


@example("meetings:report_read", "meetings:report_edit", "meetings:report_sign", "meetings:report_pdf")
def a_report_that_every_writer_reads() -> dict:
    """Its author is one; whoever else writes reports is one of its leads, or serves the panel."""
    report = ReportFactory(author=User.objects.filter(roles__contains=[Role.REPORT_OWNER]).first())
    worker = User.objects.filter(roles__contains=[Role.PARTICIPATION_WORKER]).first()
    ReportContactFactory(report=report, person__user=worker)
    return {"pk": report.pk}


@example("meetings:issue_read", "meetings:issue_pdf")
def an_agenda_that_was_issued() -> dict:
    return {"pk": an_issued_agenda().meeting_id, "number": 1}
