"""At the table, and the register of undertakings."""

from people.models import User
from tests.access_examples.registry import example
from tests.factories.meetings import AgendaItemFactory, MeetingFactory, ResolutionFactory, UndertakingFactory
from tests.factories.people import PostHoldingFactory

PUBLIC = {
    "meetings:undertakings_download",
}
SIGNED_IN = {
    "meetings:undertaking_list",
    "meetings:register_download",
    "meetings:register_print",
    "meetings:undertaking_read",
    "meetings:undertaking_report",
}


@example(
    "meetings:attendance_record",
    "meetings:presiding_set",
    "meetings:meeting_lapse",
    "meetings:meeting_sit",
    "meetings:exclusion_add",
    "meetings:exclusion_remove",
)
def a_meeting_at_the_table() -> dict:
    return {"pk": MeetingFactory().pk}


@example(
    "meetings:item_record",
    "meetings:resolution_add",
    "meetings:resolution_remove",
    "meetings:undertaking_add",
    "meetings:undertaking_accept",
    "meetings:interest_add",
    "meetings:interest_remove",
    "meetings:election_record",
    "meetings:papers_release",
)
def an_item_at_the_table() -> dict:
    return {"pk": AgendaItemFactory().pk}


@example("meetings:resolution_change", "meetings:vote_record")
def a_resolution() -> dict:
    return {"pk": ResolutionFactory().pk}


@example("meetings:exclusion_readmit")
def an_exclusion() -> dict:
    meeting = MeetingFactory()
    return {"pk": meeting.exclusions.create(paragraphs=[2], is_resolved=True).pk}


@example("meetings:undertaking_read", "meetings:undertaking_report", "meetings:undertaking_edit")
def an_undertaking_of_a_post_that_everybody_holds() -> dict:
    undertaking = UndertakingFactory()
    for holder in User.objects.all():
        PostHoldingFactory(post=undertaking.owner, user=holder)
    return {"pk": undertaking.pk}
