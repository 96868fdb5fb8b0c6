"""The council has one panel here; every page of meetings is about it."""

from meetings.models import Body


def the_panel() -> Body | None:
    """None until an officer has set it up."""
    return Body.objects.order_by("pk").first()
