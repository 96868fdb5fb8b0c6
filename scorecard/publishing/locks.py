"""Writers of one month's report take turns, and the database's own refusal is said in words."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, OperationalError, connection

from scorecard.models import PanelReport, ReportingPeriod

LOCK_NOT_AVAILABLE = "55P03"
BUSY = "Somebody else is working on the report of this month at this moment. Wait a minute and try again."
PUBLISHED = (
    "The report of this month is published, so nothing of it can be changed. An approver can withdraw the report "
    "if it was published by mistake."
)


class ReportRefused(Exception):
    """What cannot be done with a month's report now. ``str()`` is the sentence for the reader."""


class WrittenMeanwhile(Exception):
    """Somebody else saved since the page was loaded. `theirs` is what stands now."""

    def __init__(self, theirs: object) -> None:
        self.theirs = theirs
        super().__init__("Somebody else saved since this page loaded.")


@contextmanager
def said_plainly() -> Iterator[None]:
    """Somebody else holds what we need for too long, or published a moment ago."""
    try:
        yield
    except OperationalError as error:
        if getattr(error.__cause__, "pgcode", None) != LOCK_NOT_AVAILABLE:
            raise
        raise ReportRefused(BUSY) from None
    except IntegrityError as error:
        diagnosis = getattr(error.__cause__, "diag", None)
        if getattr(diagnosis, "constraint_name", None) != "locked_by_report":
            raise
        raise ReportRefused(PUBLISHED) from None


def take_turns(period_pk: int) -> ReportingPeriod:
    """Until the transaction ends nobody else gets past here with this month. Figures are not held up by it."""
    return ReportingPeriod.objects.select_for_update(of=("self",), no_key=True).get(pk=period_pk)


def hold_targets() -> None:
    """Until the transaction ends no target, polarity or decimal places change: the triggers wait for the same lock."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('scorecard_panelreport'))")


def refuse_if_published(period: ReportingPeriod) -> None:
    if PanelReport.objects.standing().filter(period=period).exists():
        raise ReportRefused(PUBLISHED)
