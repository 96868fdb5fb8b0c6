"""What is measured, and against what: indicators with their dated targets, benchmarks and breaks."""

from datetime import date
from decimal import Decimal

import pghistory
import pgtrigger
from django.core.validators import MaxValueValidator, RegexValidator
from django.db import models
from django.db.models import Q

from people.models import Post
from scorecard.periods import DataPeriod
from scorecard.published import Unit
from scorecard.rag import Polarity
from scorecard.spc import Conflict

SIZE = {"max_digits": 14, "decimal_places": 4}
# PostgreSQL sorts NaN above every number, so an upper bound keeps it out too.
LARGEST = Decimal(1_000_000_000)


def in_range(field: str, smallest: Decimal = -LARGEST) -> Q:
    """Empty, or a number that a page can print."""
    return Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__gte": smallest, f"{field}__lt": LARGEST})


class Variant(models.TextChoices):
    """Which children are counted."""

    ALL = "all", "All children"
    EXC_UASC = "exc_uasc", "Excluding unaccompanied asylum-seeking children"


@pghistory.track()
class Section(models.Model):
    """A part of the scorecard, like health or adoption."""

    name = models.CharField(
        max_length=100, unique=True, error_messages={"unique": "There is a section with this name already."}
    )
    order = models.PositiveSmallIntegerField()
    is_retired = models.BooleanField(default=False)

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(
                fields=["order"], name="section_order_once", deferrable=models.Deferrable.DEFERRED
            ),
        ]

    def __str__(self) -> str:
        return self.name


# Of reports that stand: what was published, and of those from before the portal what stands in their months.
SEEN_BY_THE_PANEL = """
    SELECT figure.indicator_id, figure.variant, figure.status, report.period_id
    FROM scorecard_panelreport report JOIN scorecard_figure figure
        ON figure.period_id = report.period_id AND figure.is_current
    WHERE report.withdrawn_at IS NULL
    UNION
    SELECT printed.indicator_id, printed.variant, printed.status, report.period_id
    FROM scorecard_panelreport report JOIN scorecard_publishedfigure printed ON printed.report_id = report.id
    WHERE report.withdrawn_at IS NULL
"""
# Whoever publishes holds this lock alone, from before figures and lines are read. Changes share it with each other.
AWAIT_PUBLISHING = "PERFORM pg_advisory_xact_lock_shared(hashtext('scorecard_panelreport'));"
# What was printed and rated before the panel is worked out again for every page: it has to come out the same.
RATED_AS_THE_PANEL_SAW = pgtrigger.Trigger(
    name="rated_as_the_panel_saw",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    condition=pgtrigger.AnyChange("decimals", "polarity", "is_kpi"),
    func="""
        AWAIT_PUBLISHING
        IF EXISTS (
            SELECT 1 FROM (SEEN_BY_THE_PANEL) AS figure
            JOIN scorecard_reportingperiod period ON period.id = figure.period_id
            WHERE figure.indicator_id = OLD.id AND figure.status = 'reported'
              AND (OLD.decimals <> NEW.decimals OR (OLD.is_kpi OR NEW.is_kpi) AND EXISTS (
                  SELECT 1 FROM scorecard_threshold line
                  WHERE line.indicator_id = OLD.id AND line.variant = figure.variant AND line.target IS NOT NULL
                    AND daterange(line.valid_from, line.valid_to, '[]') @> period.ends_on
              ))
        ) THEN
            RAISE EXCEPTION 'The panel has seen figures of %, which would print or be rated otherwise. '
                'Leave its decimal places, polarity and kind, or retire it and add a new indicator.', OLD.code
                USING ERRCODE = 'check_violation', CONSTRAINT = 'rated_as_the_panel_saw';
        END IF;
        RETURN NEW;
        """.replace("SEEN_BY_THE_PANEL", SEEN_BY_THE_PANEL).replace("AWAIT_PUBLISHING", AWAIT_PUBLISHING),
)


class IndicatorQuerySet(models.QuerySet):
    def measured_in(self, month_end: date) -> "IndicatorQuerySet":
        """Those not retired before that month."""
        return self.filter(Q(measured_until=None) | Q(measured_until__gte=month_end))


# Every figure hangs on its indicator, and was rounded, rated and printed in its unit.
CODE_AND_UNIT_STAY = pgtrigger.Trigger(
    name="code_and_unit_stay",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    condition=pgtrigger.AnyChange("code", "unit"),
    func=pgtrigger.Func(
        """
        IF EXISTS (SELECT 1 FROM scorecard_figure WHERE indicator_id = OLD.id) THEN
            RAISE EXCEPTION 'The code and the unit of an indicator with figures stay.'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'code_and_unit_stay';
        END IF;
        RETURN NEW;
        """
    ),
)


@pghistory.track()
class Indicator(models.Model):
    """One measure on the scorecard. A key performance indicator is rated; an activity measure never is.

    `measured_until` is the last day of the last month in which it counts; None while it is in use. `looks_back` is
    for a snapshot whose definition spans earlier months; `is_personal` for one whose small counts could point at
    a child.
    """

    code = models.CharField(
        max_length=12,
        unique=True,
        error_messages={"unique": "Another indicator has this code. Codes are never used twice."},
        validators=[
            RegexValidator(r"^[A-Z]+[0-9]+$", "Enter a code of capital letters then digits, like CIC03.")
        ],
    )
    name = models.CharField(max_length=200)
    section = models.ForeignKey(Section, models.PROTECT, related_name="indicators")
    order = models.PositiveSmallIntegerField()
    is_kpi = models.BooleanField("is a key performance indicator")
    polarity = models.CharField(max_length=1, choices=Polarity.choices, blank=True)
    data_period = models.CharField(max_length=6, choices=DataPeriod.choices)
    looks_back = models.BooleanField("its definition spans earlier months", default=False)
    conflict = models.CharField(
        "what a figure is that is both an improvement and a concern",
        max_length=11,
        choices=Conflict.choices,
        default=Conflict.CONCERN,
    )
    unit = models.CharField(max_length=20, choices=Unit.choices)
    decimals = models.PositiveSmallIntegerField(default=1, validators=[MaxValueValidator(4)])
    numerator_label = models.CharField(max_length=200, blank=True)
    denominator_label = models.CharField(max_length=200, blank=True)
    definition = models.TextField(blank=True)
    owner = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="indicators")
    source_document = models.CharField(max_length=300, blank=True)
    is_personal = models.BooleanField(default=False)
    measured_until = models.DateField(null=True, blank=True)

    objects = IndicatorQuerySet.as_manager()

    class Meta:
        ordering = ["section__order", "order", "code"]
        triggers = [RATED_AS_THE_PANEL_SAW, CODE_AND_UNIT_STAY]
        constraints = [
            models.UniqueConstraint(
                fields=["section", "order"],
                name="indicator_order_once",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                condition=Q(polarity__in=Polarity.values),
                name="indicator_polarity_known",
                violation_error_message="Choose a polarity from the list.",
            ),
            models.CheckConstraint(
                condition=Q(data_period__in=DataPeriod.values),
                name="indicator_data_period_known",
                violation_error_message="Choose a data period from the list.",
            ),
            models.CheckConstraint(
                condition=Q(unit__in=Unit.values),
                name="indicator_unit_known",
                violation_error_message="Choose a unit from the list.",
            ),
            models.CheckConstraint(
                condition=Q(conflict__in=Conflict.values),
                name="indicator_conflict_known",
                violation_error_message="Choose from the list what a figure that is both counts as.",
            ),
            models.CheckConstraint(
                condition=Q(decimals__lte=4),
                name="indicator_decimals_at_most_4",
                violation_error_message="Enter 4 decimal places or fewer.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class AreaType(models.TextChoices):
    ENGLAND = "england", "England"
    REGION = "region", "Region"
    NEIGHBOURS = "statistical_neighbours", "Statistical neighbours"
    OTHER = "other", "Other area"
    NOT_STATED = "not_stated", "Area not stated"


@pghistory.track()
class Benchmark(models.Model):
    """What another area's figure was. Shown beside ours, never coloured against it."""

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="benchmarks")
    area = models.CharField(max_length=100)
    area_type = models.CharField(max_length=30, choices=AreaType.choices)
    period_label = models.CharField(max_length=50, blank=True)
    period_ends_on = models.DateField(null=True, blank=True)
    value = models.DecimalField(**SIZE)
    source_label = models.CharField(max_length=300)
    neighbour_model = models.CharField(max_length=50, blank=True)
    excludes_uasc = models.BooleanField(default=False)
    comparability_note = models.TextField(blank=True)

    class Meta:
        ordering = ["indicator", "area_type", "-period_ends_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(area_type__in=AreaType.values),
                name="benchmark_area_type_known",
                violation_error_message="Choose a kind of area from the list.",
            ),
            models.CheckConstraint(
                condition=in_range("value"),
                name="benchmark_value_in_range",
                violation_error_message="Give a number below 1,000,000,000.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator.code}: {self.area} {self.period_label}"


class BreakKind(models.TextChoices):
    DEFINITION = "definition", "The definition changed"
    SYSTEM = "system", "The recording system changed"
    PROCESS = "process", "The way of working changed"


@pghistory.track()
class BaselineBreak(models.Model):
    """From this month on, figures are not comparable with those before."""

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="breaks")
    from_period = models.ForeignKey("scorecard.ReportingPeriod", models.PROTECT)
    kind = models.CharField(max_length=12, choices=BreakKind.choices)
    reason = models.TextField()

    class Meta:
        ordering = ["indicator", "from_period"]
        constraints = [
            models.UniqueConstraint(fields=["indicator", "from_period"], name="baseline_break_once")
        ]

    def __str__(self) -> str:
        return f"{self.indicator.code} from {self.from_period}"
