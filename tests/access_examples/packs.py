"""The pack of a meeting: for everybody, for those entitled, and for officers who build it."""

from tests.access_examples.registry import example
from tests.factories.meetings import MeetingFactory

PUBLIC = {"meetings:pack_read", "meetings:pack_download", "meetings:pack_items"}
SIGNED_IN = {"meetings:pack_copy"}


@example("meetings:pack_read", "meetings:pack_build", "meetings:pack_cancel")
def a_meeting_without_a_pack() -> dict:
    return {"pk": MeetingFactory().pk}


@example("meetings:pack_download", "meetings:pack_items", "meetings:pack_copy")
def a_pack_that_is_not_there() -> dict:
    return {"pk": MeetingFactory().pk, "number": 1}
