"""Minutes, from the first word to the signature."""

from tests.access_examples.registry import example
from tests.factories.meetings import MeetingMinutesFactory, MinuteFactory

PUBLIC = {
    "meetings:minutes_read",
    "meetings:minutes_print",
}
SIGNED_IN = {
    "meetings:minutes_agree",
    "meetings:minutes_return",
}


@example("meetings:minutes_read", "meetings:minutes_print")
def minutes_that_are_published() -> dict:
    return {"pk": MeetingMinutesFactory(state="published").meeting.pk}


@example(
    "meetings:minutes_write",
    "meetings:minutes_begin",
    "meetings:minute_add",
    "meetings:appendix_add",
    "meetings:appendix_remove",
    "meetings:minutes_send",
    "meetings:minutes_recall",
    "meetings:minutes_agree",
    "meetings:minutes_return",
    "meetings:minutes_publish",
    "meetings:minutes_withdraw",
    "meetings:minutes_approve",
    "meetings:minutes_sign",
)
def minutes_being_written() -> dict:
    return {"pk": MeetingMinutesFactory().meeting.pk}


@example(
    "meetings:minute_edit",
    "meetings:minute_items",
    "meetings:minute_move",
    "meetings:minute_remove",
    "meetings:minute_versions",
    "meetings:minute_restore",
)
def a_minute() -> dict:
    return {"pk": MinuteFactory().pk}


@example("meetings:appendix_edit")
def an_appended_text() -> dict:
    record = MeetingMinutesFactory()
    return {"pk": record.appendices.create(position=1, title="Update", body="<p>Said.</p>").pk}
