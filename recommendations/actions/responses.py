"""What the council answered to a recommendation."""

from datetime import date

from django.utils import timezone

from meetings.actions.locks import Refused
from people.models import User
from recommendations.actions.private_words import refuse_private
from recommendations.actions.turns import in_turn
from recommendations.models import Recommendation, Response

NO_REASON = "Say why the recommendation was rejected."
NO_PART = "Say which part was not accepted, and why."
NO_ANSWER = "Choose what the answer is."
NO_DAY = "Enter the day of the response: today or earlier, and not before the report was presented."
NOBODY = "Say who responded."


def record_response(
    recommendation: Recommendation,
    *,
    response: str,
    reason: str = "",
    responded_by: str,
    on: date | None,
    version: int,
    by: User,
) -> Recommendation:
    """A later answer takes the place of an earlier one, which the history keeps. "In principle" is no answer."""
    with in_turn(recommendation, version=version, by=by) as kept:
        _refuse_unless_whole(kept, response, reason.strip(), responded_by.strip(), on)
        refuse_private({"Reason": reason, "Who responded": responded_by})
        kept.response, kept.response_reason = response, reason.strip()
        kept.response_by, kept.response_on = responded_by.strip(), on
    return kept


def _refuse_unless_whole(
    recommendation: Recommendation, response: str, reason: str, responded_by: str, on: date | None
) -> None:
    if response not in (Response.ACCEPTED, Response.PARTLY, Response.REJECTED):
        raise Refused(NO_ANSWER)
    if not reason and response != Response.ACCEPTED:
        raise Refused(NO_REASON if response == Response.REJECTED else NO_PART)
    if not responded_by:
        raise Refused(NOBODY)
    if on is None or not recommendation.report.presented_on <= on <= timezone.localdate():
        raise Refused(NO_DAY)
