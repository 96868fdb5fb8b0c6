"""Indicators: added, changed, moved, retired and brought back. None is ever deleted."""

from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from people.models import User
from scorecard.models import Figure, Indicator
from scorecard.periods import month_label
from scorecard.published import Unit
from scorecard.rag import Polarity
from scorecard.report.seen_by_panel import months_seen
from scorecard.report.what_if import what_would_change
from scorecard.target_rules import target_problems
from scorecard.upkeep.confirming import (
    Preview,
    locked,
    refuse_unless_seen,
    refused_plainly,
    require_manager,
)
from scorecard.upkeep.targets import LINES

RATED_BY = ("is_kpi", "polarity")  # beside its targets
INSTEAD = "To measure something else, retire it and add a new indicator"


def add_indicator(new: Indicator, *, by: User) -> Indicator:
    """At the end of its section."""
    require_manager(by)
    with refused_plainly(), transaction.atomic(), pghistory.context(user=by.pk):
        new.order = _last_place(new.section_id) + 1
        new.full_clean()
        new.save(force_insert=True)
    return new


def preview_indicator(changed: Indicator) -> Preview:
    """What saving would change in the figures there are. Raises ValidationError by field where something must stay."""
    before = Indicator.objects.get(pk=changed.pk)
    _refuse_what_stays(before, changed)
    what = what_would_change(before, after=changed)
    if seen := [month for month in what.changes if month.was_reported]:
        field = next(
            (name for name in RATED_BY if getattr(before, name) != getattr(changed, name)), "decimals"
        )
        raise ValidationError(
            {
                field: f"The panel has seen {seen[0].month.label}, which would print or be rated otherwise. "
                f"Leave this as it was. {INSTEAD}"
            }
        )
    _refuse_targets_that_no_longer_fit(before, changed)
    return Preview(what)


def change_indicator(changed: Indicator, *, seen: str, by: User) -> Indicator:
    """`seen` is the fingerprint of the preview that was confirmed."""
    require_manager(by)
    with refused_plainly(), transaction.atomic():
        before = locked(changed)
        refuse_unless_seen(preview_indicator(changed), seen)
        changed.order, changed.measured_until = before.order, before.measured_until
        if changed.section_id != before.section_id:
            changed.order = _last_place(changed.section_id) + 1
        changed.full_clean()
        with pghistory.context(user=by.pk):
            changed.save()
    return changed


@transaction.atomic
def move_indicator(indicator: Indicator, *, up: bool, by: User) -> None:
    """One place up or down among those in use in its section; at the end of the list nothing happens."""
    require_manager(by)
    others = Indicator.objects.filter(section=indicator.section_id, measured_until=None)
    swap_places(list(others.select_for_update(of=("self",)).order_by("order")), indicator, up=up, by=by)


def retire_indicator(indicator: Indicator, *, last: date, reason: str, by: User) -> None:
    """It counts until `last`, a month's end, and stands in no later month. Its figures and history stay."""
    require_manager(by)
    with transaction.atomic():
        indicator = locked(indicator)
        figures = (
            Figure.objects.current().filter(indicator=indicator).values_list("period__ends_on", flat=True)
        )
        latest = max([*figures, *months_seen(indicator)], default=last)
        if latest > last:
            raise ValidationError(
                {"last": f"There is a figure for {month_label(latest)}. Choose that month or a later one"}
            )
        _save_end(indicator, last, reason, by)


@transaction.atomic
def restore_indicator(indicator: Indicator, *, reason: str, by: User) -> None:
    require_manager(by)
    indicator = locked(indicator)
    if indicator.section.is_retired:
        raise ValidationError(f"Bring the section “{indicator.section}” back first.")
    _save_end(indicator, None, reason, by)


def swap_places(rows: list, moved: object, *, up: bool, by: User) -> None:
    """`rows` in their order, locked. Both orders change at once: the constraint waits for the commit."""
    place = rows.index(moved)
    beside = place - 1 if up else place + 1
    if not 0 <= beside < len(rows):
        return
    one, other = rows[place], rows[beside]
    with pghistory.context(user=by.pk):
        one.order, other.order = other.order, one.order
        one.save(update_fields=["order"])
        other.save(update_fields=["order"])


def _save_end(indicator: Indicator, last: date | None, reason: str, by: User) -> None:
    with pghistory.context(user=by.pk, reason=reason):
        indicator.measured_until = last
        indicator.save(update_fields=["measured_until"])


def _last_place(section: int) -> int:
    return Indicator.objects.filter(section=section).aggregate(last=Max("order"))["last"] or 0


def _refuse_what_stays(before: Indicator, changed: Indicator) -> None:
    if not Figure.objects.filter(indicator=before).exists():
        return
    problems = {}
    if changed.code != before.code:
        problems["code"] = f"{before.code} has figures, so its code stays. {INSTEAD}"
    if changed.unit != before.unit:
        problems["unit"] = (
            f"There are figures in this unit ({Unit(before.unit).label}), so it stays. {INSTEAD}"
        )
    if problems:
        raise ValidationError(problems)


def _refuse_targets_that_no_longer_fit(before: Indicator, changed: Indicator) -> None:
    """A target set for higher is better has its floor on the wrong side when lower is better."""
    if all(getattr(before, name) == getattr(changed, name) for name in ("polarity", "unit")):
        return
    for threshold in before.thresholds.all():
        lines = {name: getattr(threshold, name) for name in LINES}
        if target_problems(polarity=Polarity(changed.polarity), unit=Unit(changed.unit), **lines):
            raise ValidationError(
                {
                    "polarity": f"The target and floor valid from {month_label(threshold.valid_from)} would not fit. "
                    "Withdraw or change them first"
                }
            )
