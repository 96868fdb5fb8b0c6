"""The challenge card update as a paper of the panel's meetings."""

from typing import Any

from django.utils import timezone

from challenge_cards.report.update_paper import update_paper
from meetings.models import Meeting
from meetings.papers import NothingToShow

NOTHING = (
    "no challenge card is supported by a children in care council yet: withdraw the paper, or wait for one"
)


class CardPaper:
    key = "challenge_cards"
    label = "Challenge card update"
    template = "challenge_cards/pdf/update.html"
    fragment = "challenge_cards/paper/_update.html"

    def context(self, meeting: Meeting) -> dict[str, Any]:
        paper = update_paper(meeting, timezone.localdate())
        if not (paper["new"] or paper["others"]):
            raise NothingToShow(NOTHING)
        return {"title": paper["title"], "paper": paper}

    def unready(self, meeting: Meeting) -> str:
        return ""

    def kept(self, meeting: Meeting) -> bytes | None:
        """Nothing is published apart from the pack, which keeps its own."""
        return None
