"""What is measured and against what: sections, indicators, targets, benchmarks and breaks."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
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
RowsByCode = Mapping[str, list[Row]]


@transaction.atomic
def load_reference_data() -> int:
    """Add the indicators that are not there yet, each with all that belongs to it; how many were added.

    An indicator that is already there stays as the council has made it, targets and all.
    """
    rows = read_csv("indicators")
    known = set(Indicator.objects.values_list("code", flat=True))
    new = {order: row for order, row in enumerate(rows, start=1) if row["code"] not in known}
    if new:
        _add(new, _add_sections(rows))
    return len(new)


def _add(rows: Mapping[int, Row], sections: Mapping[str, Section]) -> None:
    """All of one kind in one statement. The rows stand by their order in the scorecard."""
    words, targets, benchmarks, breaks = map(
        _rows_by_code, ("definitions", "targets", "benchmarks", "breaks")
    )
    owners = _add_posts({words[row["code"]][0]["owner"] for row in rows.values()})
    added = Indicator.objects.bulk_create(
        _indicator(row, words[row["code"]][0], sections[row["section"]], owners, order)
        for order, row in rows.items()
    )
    Threshold.objects.bulk_create(_targets(added, targets))
    Benchmark.objects.bulk_create(_benchmarks(added, benchmarks))
    BaselineBreak.objects.bulk_create(_breaks(added, breaks))


def _rows_by_code(name: str) -> RowsByCode:
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


def _add_posts(titles: set[str]) -> dict[str, Post]:
    return {title: Post.objects.get_or_create(title=title)[0] for title in sorted(titles)}


def _indicator(row: Row, words: Row, section: Section, owners: Mapping[str, Post], order: int) -> Indicator:
    return Indicator(
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
        owner=owners[words["owner"]],
        source_document=SOURCE_DOCUMENT,
    )


def _targets(indicators: list[Indicator], rows: RowsByCode) -> Iterator[Threshold]:
    """The scorecard has one target, and rates the figure without unaccompanied children by it too."""
    also_without_uasc = {row["code"] for row in read_csv("scorecard-2018-08") if row["exc_uasc_result"]}
    for indicator in indicators:
        for variant in Variant if indicator.code in also_without_uasc else [Variant.ALL]:
            for row in rows[indicator.code]:
                yield Threshold(
                    indicator=indicator,
                    variant=variant,
                    valid_from=date.fromisoformat(row["valid_from"]),
                    valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
                    target=tables.number(row["target"]),
                    floor=tables.number(row["floor"]),
                    is_floor_illustrative=True,
                    source=row["source"],
                )


def _benchmarks(indicators: list[Indicator], rows: RowsByCode) -> Iterator[Benchmark]:
    for indicator in indicators:
        for row in rows[indicator.code]:
            yield Benchmark(
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


def _breaks(indicators: list[Indicator], rows: RowsByCode) -> Iterator[BaselineBreak]:
    for indicator in indicators:
        for row in rows[indicator.code]:
            yield BaselineBreak(
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
