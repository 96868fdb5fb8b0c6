"""In which order a register shows recommendations: what needs the panel most comes first."""

from django.db.models import TextChoices

from recommendations.lateness import Lateness
from recommendations.status import DeliveryStatus


class Place(TextChoices):
    """The one heading under which a recommendation stands in a register, worst first."""

    LONG_OVERDUE = "long_overdue", "Long overdue"
    OVERDUE = "overdue", "Overdue"
    SLIPPED = "slipped", "Slipped"
    STALE = "stale", "No recent update"
    NOT_STARTED = "not_started", "Not started"
    ON_TRACK = "on_track", "On track"
    COMPLETE = "reported_complete", "Reported complete"
    CLOSED = "closed", "Closed by the panel"


ORDER = {place: position for position, place in enumerate(Place)}
BY_DELIVERY = {
    DeliveryStatus.NOT_STARTED: Place.NOT_STARTED,
    DeliveryStatus.ON_TRACK: Place.ON_TRACK,
    DeliveryStatus.SLIPPED: Place.SLIPPED,
    DeliveryStatus.REPORTED_COMPLETE: Place.COMPLETE,
}


def place(*, is_open: bool, lateness: Lateness, delivery: DeliveryStatus, is_stale: bool) -> Place:
    """What is reported complete waits for the panel to close it: that nobody adds to it is no fault."""
    if not is_open:
        return Place.CLOSED
    if lateness == Lateness.LONG_OVERDUE:
        return Place.LONG_OVERDUE
    if lateness == Lateness.OVERDUE:
        return Place.OVERDUE
    if is_stale and delivery in (DeliveryStatus.NOT_STARTED, DeliveryStatus.ON_TRACK):
        return Place.STALE
    return BY_DELIVERY[delivery]
