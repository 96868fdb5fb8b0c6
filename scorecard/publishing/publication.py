"""Publishing freezes a month as the panel is to see it. A report published by mistake is withdrawn, never deleted."""

from collections.abc import Collection, Iterator
from datetime import datetime
from hashlib import sha256

import pghistory
from django.db import transaction
from django.utils import timezone

from core.access import Permission, demand
from people.models import User
from scorecard.exports.paper import paper_pdf
from scorecard.models import Figure, PanelReport, PublishedFigure
from scorecard.published import with_unit
from scorecard.publishing.locks import ReportRefused, hold_targets, said_plainly, take_turns
from scorecard.report.months import Months, all_months, choose_month
from scorecard.report.paper import Paper
from scorecard.report.readiness import Readiness, read_readiness
from scorecard.report.readings import Reading

CHANGED = (
    "Figures, commentary or text have changed since this page loaded, so nothing was published. "
    "Read the page again, then publish."
)
NOT_TICKED = "Tick every warning when you have looked at it: {} of {} are not ticked."
NO_NOTE = "Say in the note why the report is published although there are warnings."
NO_REASON = "Say why the report is withdrawn."
WITHDRAWN = "This report is withdrawn already."


def publish_report(
    months: Months,
    *,
    by: User,
    seen: str,
    ticked: Collection[str] = (),
    note: str = "",
    at: datetime | None = None,
) -> PanelReport:
    """Freeze the month's figures, ratings, words and PDF. `seen` is the fingerprint of the page that was read.

    The same page sent twice publishes once. Raises ReportRefused when anything is in the way, and PdfError.
    """
    demand(by, Permission.PUBLISH_REPORTS)
    at = at or timezone.now()
    readiness = _ready(months, seen=seen, at=at)
    if isinstance(readiness, PanelReport):
        return readiness
    _refuse_unless_ticked(readiness, ticked, note)
    pdf = paper_pdf(readiness.paper.data)
    with said_plainly(), transaction.atomic(), pghistory.context(user=by.pk):
        period = take_turns(months.chosen.pk)
        hold_targets()
        again = _ready(choose_month(all_months(), months.chosen.slug), seen=seen, at=at)
        if isinstance(again, PanelReport):
            return again
        report = PanelReport.objects.create(
            period=period,
            meeting_on=again.paper.plan.meeting_on,
            made_by=by,
            made_at=at,
            content=again.paper.content,
            content_sha256=again.paper.fingerprint,
            pdf=pdf,
            pdf_sha256=sha256(pdf).hexdigest(),
            note=_ticked_note(again, note),
        )
        PublishedFigure.objects.bulk_create(_rows(report, again.paper))
    return report


@transaction.atomic
def withdraw_report(report: PanelReport, *, by: User, reason: str, at: datetime | None = None) -> PanelReport:
    """It no longer stands, and a new one of its month can be published. Officers can still read it."""
    demand(by, Permission.PUBLISH_REPORTS)
    report = PanelReport.objects.select_for_update(of=("self",)).get(pk=report.pk)
    if report.is_withdrawn:
        raise ReportRefused(WITHDRAWN)
    if not reason.strip():
        raise ReportRefused(NO_REASON)
    with pghistory.context(user=by.pk, reason=reason.strip()):
        report.withdrawn_at, report.withdrawn_by = at or timezone.now(), by
        report.withdrawal_reason = reason.strip()
        report.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawal_reason"])
    return report


def _ready(months: Months, *, seen: str, at: datetime) -> Readiness | PanelReport:
    """What is to be published, as it was seen; or the report that this very page has published before."""
    readiness = read_readiness(months, today=timezone.localdate(at))
    standing = PanelReport.objects.standing().filter(period_id=months.chosen.pk).first()
    if standing and standing.has_document and standing.content_sha256 == readiness.paper.fingerprint:
        return standing
    if readiness.obstacles:
        raise ReportRefused(readiness.obstacles[0])
    if readiness.fingerprint != seen:
        raise ReportRefused(CHANGED)
    return readiness


def _refuse_unless_ticked(readiness: Readiness, ticked: Collection[str], note: str) -> None:
    missing = [caution for caution in readiness.cautions if caution.key not in ticked]
    if missing:
        raise ReportRefused(NOT_TICKED.format(len(missing), len(readiness.cautions)))
    if readiness.cautions and not note.strip():
        raise ReportRefused(NO_NOTE)


def _ticked_note(readiness: Readiness, note: str) -> str:
    """The warnings that stood, then what the approver said of them."""
    return "\n".join([*(caution.sentence for caution in readiness.cautions), note.strip()]).strip()


def _rows(report: PanelReport, paper: Paper) -> Iterator[PublishedFigure]:
    """Of both populations, each with the revision that was printed. Raises ReportRefused for one that moved on."""
    figures = Figure.objects.for_period(report.period).select_related("indicator")
    revisions = {(figure.indicator.code, figure.variant): figure for figure in figures}
    for row in paper.scorecard.rows:
        for reading in (row.now, row.other):
            figure = revisions.get((row.code, reading.variant))
            if (figure.revision if figure else 0) != reading.revision:
                raise ReportRefused(CHANGED)
            if figure:
                yield _row(report, figure, reading)


def _row(report: PanelReport, figure: Figure, reading: Reading) -> PublishedFigure:
    lines = reading.lines
    return PublishedFigure(
        report=report,
        indicator=figure.indicator,
        variant=reading.variant,
        figure=figure,
        published=reading.figure,
        status=figure.status,
        text=with_unit(reading.text, reading.measure.unit) if reading.text else reading.without_figure,
        rating=reading.rating.rating,
        reason=reading.rating.reason,
        target=lines.target,
        floor=lines.floor_standard,
        tolerance=lines.tolerance,
        floor_low=lines.floor_low,
        floor_high=lines.floor_high,
    )
