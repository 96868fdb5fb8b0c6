"""Dated targets and floors, and what the database refuses to change about them."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q

from scorecard.models.indicators import (
    AWAIT_PUBLISHING,
    SEEN_BY_THE_PANEL,
    SIZE,
    Indicator,
    Variant,
    in_range,
)

# An exclusion constraint would need the extension btree_gist, which the embedded server lacks. The lock makes
# two people who add a target for one indicator at the same moment wait for each other.
NO_OVERLAP = pgtrigger.Trigger(
    name="no_overlap",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    func=pgtrigger.Func(
        """
        PERFORM pg_advisory_xact_lock(hashtext('{meta.db_table}'), NEW.indicator_id::int);
        IF EXISTS (
            SELECT 1 FROM {meta.db_table} other
            WHERE other.indicator_id = NEW.indicator_id AND other.variant = NEW.variant AND other.id <> NEW.id
              AND daterange(other.valid_from, other.valid_to, '[]')
                  && daterange(NEW.valid_from, NEW.valid_to, '[]')
        ) THEN
            RAISE EXCEPTION 'Another target is already set for part of these dates.'
                USING ERRCODE = 'exclusion_violation';
        END IF;
        RETURN NEW;
        """
    ),
)


# By OLD and NEW being null where there is none. A figure without lines has another colour than one with lines.
REPORTED_MONTHS_STAY = pgtrigger.Trigger(
    name="reported_months_stay",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
    func="""
        AWAIT_PUBLISHING
        IF EXISTS (
            SELECT 1
            FROM (
                SELECT figure.indicator_id, figure.variant,
                    coalesce(
                        figure.indicator_id = OLD.indicator_id AND figure.variant = OLD.variant
                        AND period.ends_on >= OLD.valid_from
                        AND (OLD.valid_to IS NULL OR period.ends_on <= OLD.valid_to), false) AS was_valid,
                    coalesce(
                        figure.indicator_id = NEW.indicator_id AND figure.variant = NEW.variant
                        AND period.ends_on >= NEW.valid_from
                        AND (NEW.valid_to IS NULL OR period.ends_on <= NEW.valid_to), false) AS is_valid
                FROM (SEEN_BY_THE_PANEL) AS figure
                JOIN scorecard_reportingperiod period ON period.id = figure.period_id
                WHERE figure.indicator_id IN (OLD.indicator_id, NEW.indicator_id)
            ) reported
            WHERE was_valid <> is_valid
               OR (was_valid AND (OLD.target, OLD.floor, OLD.tolerance, OLD.floor_low, OLD.floor_high)
                   IS DISTINCT FROM (NEW.target, NEW.floor, NEW.tolerance, NEW.floor_low, NEW.floor_high))
        ) THEN
            RAISE EXCEPTION 'A month that the panel has seen keeps its target.'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'reported_months_stay';
        END IF;
        IF TG_OP = 'DELETE' THEN
            RETURN OLD;
        END IF;
        RETURN NEW;
        """.replace("SEEN_BY_THE_PANEL", SEEN_BY_THE_PANEL).replace("AWAIT_PUBLISHING", AWAIT_PUBLISHING),
)
FLOORS = ("floor", "floor_low", "floor_high")


@pghistory.track()
class Threshold(models.Model):
    """The target and floor of one indicator and variant while they are valid, both days included.

    In display units. `floor` serves polarities H and L; `tolerance`, `floor_low` and `floor_high` serve T.
    """

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="thresholds")
    variant = models.CharField(max_length=10, choices=Variant.choices, default=Variant.ALL)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    target = models.DecimalField(**SIZE, null=True, blank=True)
    floor = models.DecimalField(**SIZE, null=True, blank=True)
    tolerance = models.DecimalField(**SIZE, null=True, blank=True)
    floor_low = models.DecimalField(**SIZE, null=True, blank=True)
    floor_high = models.DecimalField(**SIZE, null=True, blank=True)
    is_floor_illustrative = models.BooleanField(default=False)
    approved_by = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["indicator", "variant", "valid_from"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="threshold_dates_in_order",
                violation_error_message="Enter a last day on or after the first day.",
            ),
            models.CheckConstraint(
                condition=Q(tolerance__isnull=True) | Q(tolerance__gte=0),
                name="threshold_tolerance_not_negative",
                violation_error_message="Enter a tolerance of 0 or more.",
            ),
            models.CheckConstraint(
                condition=in_range("target")
                & in_range("floor")
                & in_range("tolerance")
                & in_range("floor_low")
                & in_range("floor_high"),
                name="threshold_numbers_in_range",
                violation_error_message="Give numbers below 1,000,000,000.",
            ),
            models.CheckConstraint(
                condition=Q(variant__in=Variant.values),
                name="threshold_variant_known",
                violation_error_message="Choose a population from the list.",
            ),
            models.CheckConstraint(
                condition=Q(target__isnull=False) | Q(**{f"{floor}__isnull": True for floor in FLOORS}),
                name="threshold_floor_with_target",
                violation_error_message="Set a target with the floor: a floor alone rates nothing.",
            ),
        ]
        triggers = [NO_OVERLAP, REPORTED_MONTHS_STAY]

    def __str__(self) -> str:
        return f"{self.indicator.code} from {self.valid_from}"
