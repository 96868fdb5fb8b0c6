"""What was claimed of a recommendation."""

from datetime import date

from recommendations.actions.settle import facts, last_reopened, standing_updates
from recommendations.due_dates import Precision, last_day
from recommendations.evidence import EvidenceFigure, Polarity, Qualifier
from recommendations.models import FigureTold, Recommendation
from recommendations.report.update_check import kind_in_effect
from recommendations.updates import UpdateKind


def claimed_on(recommendation: Recommendation, *, by: date = date.max) -> date | None:
    """The day of which the newest standing claim speaks that all of it is done; since it was last taken up again.

    ``by``: no later one counts.
    """
    reopened = last_reopened(recommendation)
    for one in standing_updates(recommendation):
        is_since = reopened is None or reopened.is_before(one)
        day = facts(one).as_at_end
        if is_since and day <= by and kind_in_effect(one) == UpdateKind.COMPLETION_CLAIM:
            return day
    return None


def as_evidence(figure: FigureTold) -> EvidenceFigure:
    return EvidenceFigure(
        key=figure.label,
        value=figure.value,
        unit=figure.unit,
        as_at=last_day(figure.as_at, Precision(figure.precision)),
        qualifier=Qualifier(figure.qualifier),
        polarity=Polarity(figure.polarity),
        denominator=figure.denominator,
        source=figure.source,
    )
