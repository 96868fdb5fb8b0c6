"""Papers and notes of a member who reads."""

from tests.access_examples.registry import example
from tests.meetings.agendas import an_issued_agenda, an_issued_report

PUBLIC = {
    "meetings:paper_read",
    "meetings:paper_print",
}
SIGNED_IN = {
    "meetings:note_write",
}


@example("meetings:paper_read", "meetings:paper_print")
def a_paper_to_read() -> dict:
    report = an_issued_report()
    return {"pk": report.paper.item.meeting_id, "paper": report.paper_id}


@example("meetings:note_write")
def an_item_that_was_issued() -> dict:
    return {"pk": an_issued_agenda().meeting.items.get().pk}
