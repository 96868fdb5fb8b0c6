"""What the panel gets to see of a month: the report on its way, and the report as it was published."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Func, Q
from django.utils import timezone

from people.models import User
from scorecard.models.figures import Figure, FigureStatus, ReportingPeriod
from scorecard.models.indicators import SIZE, Indicator, Variant
from scorecard.rag import Rag, Reason

# What belongs to a month's report rests while a published one stands. Withdrawing that opens it again.
LOCKED_BY_REPORT = pgtrigger.Trigger(
    name="locked_by_report",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    func="""
        IF EXISTS (
            SELECT 1 FROM scorecard_panelreport
            WHERE period_id IN (OLD.period_id, NEW.period_id) AND withdrawn_at IS NULL
        ) THEN
            RAISE EXCEPTION 'The report of this month is published, so nothing of it can be changed.'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'locked_by_report';
        END IF;
        RETURN NEW;
    """,
)
# A report and its rows come in one transaction: only then is the one that made the report still running. That stands
# with the report's first event, which nothing writes again. A row keeps 32 bits of its transaction's number; the rest
# is that of the present one, or one less or more around the turn.
WITH_ITS_REPORT = pgtrigger.Trigger(
    name="with_its_report",
    when=pgtrigger.After,
    operation=pgtrigger.Insert,
    level=pgtrigger.Statement,
    referencing=pgtrigger.Referencing(new="added"),
    declare=[("now", "bigint := pg_current_xact_id()::text::bigint"), ("made", "bigint")],
    func="""
        FOR made IN
            SELECT DISTINCT event.xmin::text::bigint
            FROM added LEFT JOIN scorecard_panelreportevent event
                ON event.pgh_obj_id = added.report_id AND event.pgh_label = 'insert'
        LOOP
            made := now - now % 4294967296 + made;
            made := made + CASE WHEN made > now + 2147483648 THEN -4294967296
                WHEN made < now - 2147483648 THEN 4294967296 ELSE 0 END;
            IF pg_xact_status(made::text::xid8) IS DISTINCT FROM 'in progress' THEN
                RAISE EXCEPTION 'A report is published with its figures, and takes none afterwards.'
                    USING ERRCODE = 'check_violation', CONSTRAINT = 'with_its_report';
            END IF;
        END LOOP;
        RETURN NULL;
    """,
)
NO_DELETE = pgtrigger.Protect(name="no_delete", operation=pgtrigger.Delete)
WITHDRAWAL = ["withdrawn_at", "withdrawn_by", "withdrawal_reason"]


class Sha256(Func):
    """Of a column of bytes, in hexadecimal."""

    template = "encode(sha256(%(expressions)s), 'hex')"
    output_field = models.CharField()


class Utf8(Func):
    template = "convert_to(%(expressions)s, 'UTF8')"
    output_field = models.BinaryField()


class PanelReportQuerySet(models.QuerySet):
    def standing(self) -> "PanelReportQuerySet":
        """Those that were not withdrawn."""
        return self.filter(withdrawn_at=None)

    def without_document(self) -> "PanelReportQuerySet":
        """For lists: what is large stays in the database."""
        return self.defer("content", "pdf")


@pghistory.track(exclude=["content", "pdf"])
class PanelReport(models.Model):
    """A month's scorecard as it was put before a meeting of the panel, word for word.

    `content` is the JSON from which page and PDF were made. A report from before the portal has neither: it says
    which month went to which meeting. Whoever publishes to a meeting that is a row of its own one day joins it by
    `meeting_on`.
    """

    period = models.ForeignKey(ReportingPeriod, models.PROTECT, related_name="panel_reports")
    meeting_on = models.DateField()
    made_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    content = models.TextField(blank=True)
    content_sha256 = models.CharField(max_length=64, blank=True)
    pdf = models.BinaryField(null=True, blank=True)
    pdf_sha256 = models.CharField(max_length=64, blank=True)
    note = models.TextField(blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    withdrawal_reason = models.TextField(blank=True)

    objects = PanelReportQuerySet.as_manager()

    class Meta:
        ordering = ["-meeting_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["period"],
                condition=Q(withdrawn_at=None),
                name="panel_report_one_standing_a_month",
                violation_error_message="A report of this month is published already.",
            ),
            models.UniqueConstraint(
                fields=["meeting_on"],
                condition=Q(withdrawn_at=None),
                name="panel_report_one_standing_a_meeting",
                violation_error_message="Another month's report is published to this meeting.",
            ),
            models.CheckConstraint(
                condition=Q(content="", content_sha256="", pdf=None, pdf_sha256="")
                | (
                    ~Q(content="")
                    & Q(pdf__isnull=False, content_sha256=Sha256(Utf8(F("content"))))
                    & Q(pdf_sha256=Sha256(F("pdf")))
                ),
                name="panel_report_document_whole",
                violation_error_message="A published report has its content, its PDF and the hash of both.",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None, withdrawal_reason="")
                | (Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(withdrawal_reason="")),
                name="panel_report_withdrawal_whole",
                violation_error_message="Say who withdraws the report, when and why.",
            ),
        ]
        triggers = [
            NO_DELETE,
            pgtrigger.Protect(
                name="stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(exclude=WITHDRAWAL),
            ),
            pgtrigger.Protect(
                name="withdrawn_once",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__withdrawn_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.period} to the panel on {self.meeting_on}"

    @property
    def has_document(self) -> bool:
        return bool(self.content_sha256)

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None


class PublishedFigure(models.Model):
    """One figure of a published report: which revision it was, how it was printed, and by what it was rated."""

    report = models.ForeignKey(PanelReport, models.PROTECT, related_name="figures")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+")
    variant = models.CharField(max_length=10, choices=Variant.choices)
    figure = models.ForeignKey(Figure, models.PROTECT, related_name="+")
    published = models.DecimalField(**SIZE, null=True)
    status = models.CharField(max_length=15, choices=FigureStatus.choices)
    text = models.CharField(max_length=100)
    rating = models.CharField(max_length=10, choices=Rag.choices)
    reason = models.CharField(max_length=20, choices=Reason.choices)
    target = models.DecimalField(**SIZE, null=True)
    floor = models.DecimalField(**SIZE, null=True)
    tolerance = models.DecimalField(**SIZE, null=True)
    floor_low = models.DecimalField(**SIZE, null=True)
    floor_high = models.DecimalField(**SIZE, null=True)

    class Meta:
        ordering = ["report", "indicator", "variant"]
        constraints = [
            models.UniqueConstraint(fields=["report", "indicator", "variant"], name="published_figure_once"),
        ]
        triggers = [
            pgtrigger.Protect(name="stays", operation=pgtrigger.Update | pgtrigger.Delete),
            WITH_ITS_REPORT,
        ]

    def __str__(self) -> str:
        return f"{self.indicator.code} as published on {self.report.meeting_on}"


@pghistory.track()
class ReportPlan(models.Model):
    """When a month's report goes to the panel, and by when its commentary is wanted."""

    period = models.OneToOneField(ReportingPeriod, models.PROTECT, related_name="report_plan")
    meeting_on = models.DateField()
    commentary_due_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(commentary_due_on=None) | Q(commentary_due_on__lte=F("meeting_on")),
                name="report_plan_commentary_before_meeting",
                violation_error_message="Commentary is due by the day of the meeting at the latest.",
            ),
        ]
        triggers = [NO_DELETE, LOCKED_BY_REPORT]

    def __str__(self) -> str:
        return f"{self.period} to the panel on {self.meeting_on}"


@pghistory.track()
class PaperPart(models.Model):
    """What an officer wrote in place of the portal's own words; empty when those stand again.

    `own_text` is what the portal said when the officer wrote.
    """

    period = models.ForeignKey(ReportingPeriod, models.PROTECT, related_name="paper_parts")
    key = models.CharField(max_length=30)
    text = models.TextField(blank=True)
    own_text = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=0)
    edited_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    edited_at = models.DateTimeField()

    class Meta:
        ordering = ["period", "key"]
        constraints = [models.UniqueConstraint(fields=["period", "key"], name="paper_part_once")]
        triggers = [NO_DELETE, LOCKED_BY_REPORT]

    def __str__(self) -> str:
        return f"{self.key} of {self.period}"
