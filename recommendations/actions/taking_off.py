"""The words of a published update leave the public's pages at once. First this, then the talk about it."""

from core.access import Permission, demand
from meetings.actions.locks import Refused, one_change, take_turn
from people.models import User
from recommendations.models import TakenOff, Update, UpdateState

NOT_PUBLISHED = "This update is not published, so nobody reads it: return it, or throw the draft away."


def take_off(update: Update, *, by: User) -> TakenOff:
    """Pressed twice it is one. What may stand again comes back as a correction."""
    demand(by, Permission.PUBLISH_UPDATES)
    with one_change(by):
        kept = take_turn(update)
        if kept.state != UpdateState.PUBLISHED:
            raise Refused(NOT_PUBLISHED)
        taken, _ = TakenOff.objects.get_or_create(update=kept, defaults={"by": by})
    return taken
