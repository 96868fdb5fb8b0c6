"""The work programme."""

from tests.access_examples.registry import example
from tests.factories.meetings import BodyFactory, ProgrammeEntryFactory

SIGNED_IN = {
    "meetings:programme_read",
    "meetings:programme_download",
}


@example("meetings:programme_download")
def a_panel() -> dict:
    BodyFactory()
    return {}


@example(
    "meetings:entry_manage",
    "meetings:entry_edit",
    "meetings:entry_move",
    "meetings:entry_drop",
    "meetings:entry_restore",
    "meetings:entry_consider",
)
def a_line_of_the_programme() -> dict:
    return {"pk": ProgrammeEntryFactory().pk}
