"""The figures themselves, month by month, with every revision kept."""

from datetime import date
from decimal import Decimal

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Func, Q

from scorecard.models.indicators import LARGEST, SIZE, Indicator, Variant, in_range
from scorecard.models.uploads import WorkbookUpload
from scorecard.periods import month_label


class LastDayOfMonth(Func):
    """Of the month that starts on the given first day."""

    template = "((%(expressions)s + interval '1 month - 1 day')::date)"
    output_field = models.DateField()


class ReportingPeriodQuerySet(models.QuerySet):
    def with_figures(self) -> "ReportingPeriodQuerySet":
        """Months that hold at least one figure, latest first."""
        has_figures = Figure.objects.current().filter(period=models.OuterRef("pk"))
        return self.filter(models.Exists(has_figures)).order_by("-ends_on")


@pghistory.track()
class ReportingPeriod(models.Model):
    """One calendar month. It never moves: every figure of the month hangs on it."""

    starts_on = models.DateField(unique=True)
    ends_on = models.DateField(unique=True)

    objects = ReportingPeriodQuerySet.as_manager()

    class Meta:
        ordering = ["ends_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on__day=1) & Q(ends_on=LastDayOfMonth(F("starts_on"))),
                name="reporting_period_is_one_month",
                violation_error_message="A reporting period is one calendar month.",
            )
        ]
        triggers = [
            pgtrigger.Protect(name="stays", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return month_label(self.ends_on)

    @property
    def slug(self) -> str:
        """As addresses write it: "2018-08"."""
        return f"{self.ends_on:%Y-%m}"


class FigureStatus(models.TextChoices):
    REPORTED = "reported", "Reported"
    SUPPRESSED = "suppressed", "Suppressed"
    NOT_AVAILABLE = "not_available", "Not available"
    NOT_APPLICABLE = "not_applicable", "Not applicable"
    NOT_DUE = "not_due", "Not due"


# Once a statement, not once a row: the rows of a whole upload are looked at together.
ADDED_BY_APPLIED_UPLOAD = pgtrigger.Trigger(
    name="added_by_applied_upload",
    when=pgtrigger.After,
    operation=pgtrigger.Insert,
    level=pgtrigger.Statement,
    referencing=pgtrigger.Referencing(new="added"),
    func=pgtrigger.Func(
        """
        IF EXISTS (
            SELECT 1 FROM {fields.upload.related_model._meta.db_table} AS upload
            WHERE upload.id IN (SELECT upload_id FROM added) AND upload.state <> 'applied'
        ) THEN
            RAISE EXCEPTION 'A figure comes from an upload that was applied.' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
        """
    ),
)
STANDS_BY_APPLIED_UPLOAD = pgtrigger.Trigger(
    name="stands_by_applied_upload",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    condition=pgtrigger.Q(old__is_current=False, new__is_current=True),
    func=pgtrigger.Func(
        """
        IF (SELECT state FROM {fields.upload.related_model._meta.db_table} WHERE id = NEW.upload_id) <> 'applied' THEN
            RAISE EXCEPTION 'The upload of this figure was withdrawn.' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
        """
    ),
)


class FigureQuerySet(models.QuerySet):
    def current(self) -> "FigureQuerySet":
        """The revision that stands, of each figure."""
        return self.filter(is_current=True)

    def for_period(self, period: "ReportingPeriod") -> "FigureQuerySet":
        return self.current().filter(period=period)

    def between(self, first: date, last: date) -> "FigureQuerySet":
        """By last day of the month, both included, earliest first."""
        return self.current().filter(period__ends_on__range=(first, last)).order_by("period__ends_on")


NUMBERS = ("value", "numerator", "denominator", "month_numerator", "month_denominator")


def _parts(*fields: str) -> Q:
    return Q(**{f"{field}__isnull": False for field in fields})


# As an event keeps what a figure points at. Nobody looks for events by it, so there is no index to be kept up.
UNSEARCHED = {
    "on_delete": models.DO_NOTHING,
    "related_name": "+",
    "related_query_name": "+",
    "db_constraint": False,
    "db_index": False,
}


# New and retired figures leave their audit events in one statement for a whole upload. Whether an update changed
# anything is not asked: that would match what was to what is by a plan made for a few rows, and for thousands take
# minutes. Nothing but `is_current` can change, and who sets it sets it anew. Deleting is refused.
@pghistory.track(
    pghistory.InsertEvent(level=pghistory.Statement),
    pghistory.UpdateEvent(level=pghistory.Statement, condition=None),
    attrs={
        "indicator": models.ForeignKey(Indicator, **UNSEARCHED),
        "period": models.ForeignKey(ReportingPeriod, **UNSEARCHED),
        "upload": models.ForeignKey(WorkbookUpload, **UNSEARCHED),
    },
)
class Figure(models.Model):
    """The value of one indicator and variant in one month, as one upload gave it.

    `value` is None when it is to be worked out from its parts. Of a figure that looks back over many months,
    `month_numerator` and `month_denominator` may tell the month alone. Without the status "reported" all are empty.
    A later upload adds a revision; the earlier one stays as it was.
    """

    # Indicator and period each come first in an index below, and thousands of figures are written at once.
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="figures", db_index=False)
    variant = models.CharField(max_length=10, choices=Variant.choices, default=Variant.ALL)
    period = models.ForeignKey(ReportingPeriod, models.PROTECT, related_name="figures", db_index=False)
    value = models.DecimalField(**SIZE, null=True, blank=True)
    numerator = models.DecimalField(**SIZE, null=True, blank=True)
    denominator = models.DecimalField(**SIZE, null=True, blank=True)
    month_numerator = models.DecimalField(**SIZE, null=True, blank=True)
    month_denominator = models.DecimalField(**SIZE, null=True, blank=True)
    status = models.CharField(max_length=15, choices=FigureStatus.choices, default=FigureStatus.REPORTED)
    is_provisional = models.BooleanField(default=False)
    is_illustrative = models.BooleanField(default=False)
    note = models.CharField(max_length=500, blank=True)
    revision = models.PositiveSmallIntegerField(default=1)
    is_current = models.BooleanField(default=True)
    upload = models.ForeignKey(WorkbookUpload, models.PROTECT, related_name="figures")

    objects = FigureQuerySet.as_manager()

    class Meta:
        ordering = ["indicator", "variant", "period", "revision"]
        indexes = [models.Index(fields=["period", "is_current"], name="figure_by_period")]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "variant", "period", "revision"], name="figure_revision_once"
            ),
            models.UniqueConstraint(
                fields=["indicator", "variant", "period"],
                condition=Q(is_current=True),
                name="figure_one_current_revision",
            ),
            models.CheckConstraint(
                condition=(
                    Q(status=FigureStatus.REPORTED) & (_parts("value") | _parts("numerator", "denominator"))
                )
                | (~Q(status=FigureStatus.REPORTED) & Q(**dict.fromkeys(NUMBERS))),
                name="figure_reported_or_empty",
                violation_error_message="Give a result, or both its parts, or a reason why there is none.",
            ),
            models.CheckConstraint(
                condition=(Q(denominator__isnull=True) | _parts("numerator"))
                & (Q(month_denominator__isnull=True) | _parts("month_numerator")),
                name="figure_denominator_with_numerator",
                violation_error_message="Give a numerator with the denominator.",
            ),
            models.CheckConstraint(
                condition=in_range("value", -LARGEST)
                & in_range("numerator", Decimal(0))
                & in_range("denominator", Decimal(0))
                & in_range("month_numerator", Decimal(0))
                & in_range("month_denominator", Decimal(0)),
                name="figure_numbers_in_range",
                violation_error_message="Give numbers below 1,000,000,000, and parts of 0 or more.",
            ),
            models.CheckConstraint(
                condition=Q(status__in=FigureStatus.values) & Q(variant__in=Variant.values),
                name="figure_choices_known",
                violation_error_message="Choose a status and a population from the list.",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="no_delete", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="only_current_may_change",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(exclude=["is_current"]),
            ),
            ADDED_BY_APPLIED_UPLOAD,
            STANDS_BY_APPLIED_UPLOAD,
            pgtrigger.Trigger(
                name="percent_in_range",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                level=pgtrigger.Statement,
                referencing=pgtrigger.Referencing(new="added"),
                func=pgtrigger.Func(
                    """
                    IF EXISTS (
                        SELECT 1 FROM added
                        JOIN {fields.indicator.related_model._meta.db_table} AS indicator
                            ON indicator.id = added.indicator_id
                        WHERE indicator.unit = 'percent' AND added.status = 'reported'
                          AND (added.value < 0 OR added.value > 100 OR added.numerator > added.denominator
                               OR added.month_numerator > added.month_denominator)
                    ) THEN
                        RAISE EXCEPTION 'A percentage is between 0 and 100.' USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NULL;
                    """
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator.code} {self.period} revision {self.revision}"
