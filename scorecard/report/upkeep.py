"""What officers see of the indicators they look after: section by section, with what each still lacks."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Prefetch

from scorecard.models import Figure, Indicator, Section, Threshold, Variant
from scorecard.periods import month_label
from scorecard.published import Unit, gap_in_words, line_in_words
from scorecard.report.seen_by_panel import figures_seen

WITHOUT_UASC = "excluding unaccompanied children"


class IndicatorLine(NamedTuple):
    """`missing` is in words; `may_move` says whether up and down lead anywhere."""

    indicator: Indicator
    missing: tuple[str, ...]
    may_move: tuple[bool, bool]


class SectionLine(NamedTuple):
    section: Section
    lines: tuple[IndicatorLine, ...]
    retired: tuple[Indicator, ...]
    may_move: tuple[bool, bool]


class TargetRow(NamedTuple):
    """One target as the officers' page prints it. `is_settled` when the panel has seen a month of it."""

    threshold: Threshold
    when: str
    target: str
    floor: str
    is_settled: bool

    @property
    def population(self) -> str:
        return self.threshold.get_variant_display()


def sections_to_manage(on: date) -> list[SectionLine]:
    """Every section, the retired ones last, in four queries. What is missing is missing on that day."""
    sections = list(Section.objects.prefetch_related(_indicators()).order_by("is_retired", "order"))
    in_use = [section for section in sections if not section.is_retired]
    return [_section(section, in_use, on) for section in sections]


def missing(indicator: Indicator, on: date) -> tuple[str, ...]:
    """Asks for `with_what_counts`."""
    lacks = [
        ("definition", not indicator.definition),
        ("owner", indicator.owner_id is None),
        ("way that is good", indicator.is_kpi and not indicator.polarity),
    ]
    return (
        *(f"No {what}" for what, is_missing in lacks if is_missing),
        *(_missing_lines(indicator, on) if indicator.is_kpi else ()),
    )


def with_what_counts() -> "Sequence[Indicator]":
    """Indicators with their owner, their targets and whether a figure leaves out unaccompanied children."""
    without_uasc = Figure.objects.current().filter(indicator=OuterRef("pk"), variant=Variant.EXC_UASC)
    return (
        Indicator.objects.select_related("section", "owner")
        .prefetch_related("thresholds")
        .annotate(has_exc_uasc=Exists(without_uasc))
    )


def target_rows(indicator: Indicator) -> list[TargetRow]:
    """Latest first, for all children and then for the others. In three queries."""
    seen = figures_seen(indicator)
    thresholds = indicator.thresholds.order_by("variant", "-valid_from")
    return [target_row(threshold, _is_settled(threshold, seen)) for threshold in thresholds]


def target_row(threshold: Threshold, is_settled: bool = False) -> TargetRow:
    unit = Unit(threshold.indicator.unit)
    floors = [threshold.floor, threshold.floor_low, threshold.floor_high]
    told = [line_in_words(floor, unit=unit) for floor in floors if floor is not None]
    target = "None" if threshold.target is None else line_in_words(threshold.target, unit=unit)
    if threshold.tolerance:
        target = f"{target}, give or take {gap_in_words(threshold.tolerance, unit=unit)}"
    return TargetRow(threshold, when_valid(threshold), target, " to ".join(told) or "None", is_settled)


def when_valid(threshold: Threshold) -> str:
    """ "April 2018 to March 2019", "from April 2019"; days where they are not a month's first and last."""
    first = month_label(threshold.valid_from)
    if threshold.valid_to is None:
        return f"From {first}"
    last = month_label(threshold.valid_to)
    return first if first == last else f"{first} to {last}"


def _is_settled(threshold: Threshold, seen: set[tuple[str, date]]) -> bool:
    return any(
        variant == threshold.variant
        and threshold.valid_from <= day
        and (threshold.valid_to is None or day <= threshold.valid_to)
        for variant, day in seen
    )


def _indicators() -> Prefetch:
    return Prefetch("indicators", with_what_counts().order_by("order", "code"))


def _section(section: Section, in_use: list[Section], on: date) -> SectionLine:
    every = list(section.indicators.all())
    used = [indicator for indicator in every if indicator.measured_until is None]
    return SectionLine(
        section,
        tuple(IndicatorLine(one, missing(one, on), _may_move(one, used)) for one in used),
        tuple(indicator for indicator in every if indicator.measured_until),
        _may_move(section, in_use) if section in in_use else (False, False),
    )


def _may_move(one: Indicator | Section, among: list) -> tuple[bool, bool]:
    return one != among[0], one != among[-1]


def _missing_lines(indicator: Indicator, on: date) -> list[str]:
    """What both populations lack is said once."""
    wanted = [Variant.ALL, *([Variant.EXC_UASC] if indicator.has_exc_uasc else [])]
    lacking = {variant: _lack(_valid_on(indicator, variant, on)) for variant in wanted}
    if len(set(lacking.values())) == 1:
        return [lack] if (lack := lacking[Variant.ALL]) else []
    return [
        lack if variant == Variant.ALL else f"{lack} {WITHOUT_UASC}"
        for variant, lack in lacking.items()
        if lack
    ]


def _lack(threshold: Threshold | None) -> str:
    if threshold is None or threshold.target is None:
        return "No target"
    if all(floor is None for floor in (threshold.floor, threshold.floor_low, threshold.floor_high)):
        return "No floor"
    return "Only an illustrative floor" if threshold.is_floor_illustrative else ""


def _valid_on(indicator: Indicator, variant: Variant, day: date) -> Threshold | None:
    for threshold in indicator.thresholds.all():
        is_begun = threshold.valid_from <= day
        if (
            threshold.variant == variant
            and is_begun
            and (threshold.valid_to is None or day <= threshold.valid_to)
        ):
            return threshold
    return None
