"""What is measured and against what: sections, indicators, targets, benchmarks and breaks."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from django.db import transaction

from core.fixtures import is_yes, read_csv
from people.models import Post
from scorecard.demonstration import tables
from scorecard.models import (
    BaselineBreak,
    Benchmark,
    Indicator,
    ReportingPeriod,
    Section,
    Threshold,
    Variant,
)

SOURCE_DOCUMENT = "Children in care performance scorecard, August 2018, put to the panel on 1 November 2018"

Row = Mapping[str, str]


@transaction.atomic
def load_reference_data() -> int:
    """Add the indicators that are not there yet, each with all that belongs to it; how many were added.

    An indicator that is already there stays as the council has made it, targets and all.
    """
    rows = read_csv("indicators")
    known = set(Indicator.objects.values_list("code", flat=True))
    new = [row for row in rows if row["code"] not in known]
    if new:
        sections = _add_sections(rows)
        details = {name: _rows_by_code(name) for name in ("definitions", "targets", "benchmarks", "breaks")}
        also_without_uasc = {row["code"] for row in read_csv("scorecard-2018-08") if row["exc_uasc_result"]}
        for row in new:
            indicator = _add_indicator(
                row, details["definitions"][row["code"]][0], sections[row["section"]], rows.index(row) + 1
            )
            variants = Variant if row["code"] in also_without_uasc else [Variant.ALL]
            _add_targets(indicator, variants, details["targets"][row["code"]])
            _add_benchmarks(indicator, details["benchmarks"][row["code"]])
            _add_breaks(indicator, details["breaks"][row["code"]])
    return len(new)


def _rows_by_code(name: str) -> dict[str, list[Row]]:
    by_code: dict[str, list[Row]] = defaultdict(list)
    for row in read_csv(name):
        by_code[row["code"]].append(row)
    return by_code


def _add_sections(rows: list[dict[str, str]]) -> dict[str, Section]:
    """By name, in the order in which the scorecard has them."""
    names = dict.fromkeys(row["section"] for row in rows)
    return {
        name: Section.objects.get_or_create(name=name, defaults={"order": order})[0]
        for order, name in enumerate(names, start=1)
    }


def _add_indicator(row: Row, words: Row, section: Section, order: int) -> Indicator:
    return Indicator.objects.create(
        code=row["code"],
        name=row["name"],
        section=section,
        order=order,
        is_kpi=is_yes(row["is_kpi"]),
        polarity=row["polarity"],
        data_period=row["data_period"],
        looks_back=is_yes(words["looks_back"]),
        unit=row["unit"],
        decimals=int(row["decimals"]),
        numerator_label=words["numerator_label"],
        denominator_label=words["denominator_label"],
        definition=words["definition"],
        owner=Post.objects.get_or_create(title=words["owner"])[0],
        source_document=SOURCE_DOCUMENT,
    )


def _add_targets(indicator: Indicator, variants: Iterable[Variant], rows: list[Row]) -> None:
    """The scorecard has one target, and rates the figure without unaccompanied children by it too."""
    Threshold.objects.bulk_create(
        Threshold(
            indicator=indicator,
            variant=variant,
            valid_from=date.fromisoformat(row["valid_from"]),
            valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
            target=tables.number(row["target"]),
            floor=tables.number(row["floor"]),
            is_floor_illustrative=True,
            source=row["source"],
        )
        for variant in variants
        for row in rows
    )


def _add_benchmarks(indicator: Indicator, rows: list[Row]) -> None:
    Benchmark.objects.bulk_create(
        Benchmark(
            indicator=indicator,
            area=row["area"],
            area_type=row["area_type"],
            period_label=row["period_label"],
            period_ends_on=date.fromisoformat(row["period_ends_on"]),
            value=tables.number(row["value"]),
            source_label=row["source_label"],
            excludes_uasc=is_yes(row["excludes_uasc"]),
            comparability_note=row["comparability_note"],
        )
        for row in rows
    )


def _add_breaks(indicator: Indicator, rows: list[Row]) -> None:
    for row in rows:
        BaselineBreak.objects.create(
            indicator=indicator,
            from_period=_period(row["from_month"]),
            kind=row["kind"],
            reason=row["reason"],
        )


def _period(month: str) -> ReportingPeriod:
    ends_on = tables.month(month)
    return ReportingPeriod.objects.get_or_create(
        ends_on=ends_on, defaults={"starts_on": ends_on.replace(day=1)}
    )[0]
