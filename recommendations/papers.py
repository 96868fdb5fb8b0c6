"""Progress on recommendations as a paper of the panel's meetings."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from meetings.models import Meeting
from meetings.papers import NothingToShow
from recommendations.report.progress_paper import TITLE, progress_context

NONE_ENTERED = "no recommendation is entered yet: enter the report first, with what it recommends"


class ProgressPaper:
    """As things stand today, or stood on the day of a meeting that is over; for everybody, in public packs too."""

    key = "recommendations"
    label = TITLE
    template = "recommendations/pdf/progress.html"
    fragment = "recommendations/progress/_body.html"

    def context(self, meeting: Meeting) -> Mapping[str, Any]:
        context = progress_context(min(timezone.localdate(), meeting.on), meeting.on)
        if not context["paper"]["themes"]:
            raise NothingToShow(NONE_ENTERED)
        return context

    def unready(self, meeting: Meeting) -> str:
        return ""

    def kept(self, meeting: Meeting) -> bytes | None:
        """It is not published by itself: the pack keeps the pages it was issued with."""
        return None
