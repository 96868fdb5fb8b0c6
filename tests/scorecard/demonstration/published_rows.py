"""The rows of the demonstration, published, rated and compared by the portal's own rules. No database."""

from collections import Counter
from datetime import date
from decimal import Decimal
from functools import cache

from core.fixtures import is_yes, read_csv
from scorecard.demonstration import months, tables
from scorecard.demonstration.months import AUGUST, EARLIER, JULY, JUNE, SheetRow
from scorecard.models import Variant
from scorecard.periods import DataPeriod
from scorecard.published import Unit, published_figure
from scorecard.rag import Polarity, Rag, Rating, rate
from scorecard.travel import Comparison, DirectionOfTravel, Observation, direction_of_travel

INDICATORS = {row["code"]: row for row in read_csv("indicators")}
KPIS = [code for code, row in INDICATORS.items() if row["is_kpi"] == "yes"]
LETTERS = {"G": Rag.GREEN, "A": Rag.AMBER, "R": Rag.RED, "": Rag.NOT_RATED}
ALL_MONTHS = [*EARLIER, JUNE, JULY, AUGUST]
AMBERS = ["CIC03", "CIC04", "CIC05", "CIC06", "CIC07", "CIC22", "CIC23", "CIC29", "CIC37", "CIC46", "CIC47"]


@cache
def rows() -> tuple[SheetRow, ...]:
    return (*months.earlier(), *months.june(), *months.july(), *months.august())


@cache
def figures() -> dict[tuple[str, date], SheetRow]:
    return {(row.code, row.month): row for row in rows() if row.variant == Variant.ALL}


def published(row: SheetRow) -> Decimal | None:
    indicator = INDICATORS[row.code]
    return published_figure(
        row.result,
        row.numerator,
        row.denominator,
        unit=Unit(indicator["unit"]),
        decimals=int(indicator["decimals"]),
    )


def recomputed(row: SheetRow) -> Decimal | None:
    return published(row._replace(result=None))


def rating(row: SheetRow) -> Rating:
    indicator = INDICATORS[row.code]
    lines = next(
        (
            target
            for target in read_csv("targets")
            if target["code"] == row.code
            and target["valid_from"] <= str(row.month) <= (target["valid_to"] or "9999")
        ),
        {"target": "", "floor": ""},
    )
    return rate(
        published(row),
        polarity=Polarity(indicator["polarity"]),
        target=tables.number(lines["target"]),
        floor_standard=tables.number(lines["floor"]),
        denominator=row.denominator,
        is_kpi=is_yes(indicator["is_kpi"]),
    )


def ratings(month: date) -> Counter[Rag]:
    return Counter(rating(figures()[code, month]).rating for code in INDICATORS)


def direction(code: str, earlier: date) -> DirectionOfTravel:
    indicator = INDICATORS[code]
    now, before = (
        Observation(month, published(figures()[code, month]), figures()[code, month].denominator)
        for month in (AUGUST, earlier)
    )
    return direction_of_travel(
        now,
        before,
        comparison=Comparison.PREVIOUS_MONTH if earlier == JULY else Comparison.PREVIOUS_PANEL,
        polarity=Polarity(indicator["polarity"]),
        data_period=DataPeriod(indicator["data_period"]),
        unit=Unit(indicator["unit"]),
        decimals=int(indicator["decimals"]),
    ).direction


def series(code: str) -> list[tuple[date, SheetRow]]:
    return [(month, figures()[code, month]) for month in ALL_MONTHS]
