"""The months of the demonstration as rows of a workbook: what the council printed, and what is invented."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from core.fixtures import is_yes, read_csv
from scorecard.demonstration import tables
from scorecard.demonstration.recipes import recipes
from scorecard.models import FigureStatus, Variant
from scorecard.periods import month_ends

AUGUST, JULY, JUNE = date(2018, 8, 31), date(2018, 7, 31), date(2018, 6, 30)
EARLIER = month_ends(date(2015, 12, 31), date(2018, 5, 31))


PARTS = ("numerator", "denominator", "month_numerator", "month_denominator")


class SheetRow(NamedTuple):
    """Numbers are in display units, None for an empty cell; `rag` is the letter the council printed."""

    code: str
    month: date
    variant: Variant = Variant.ALL
    result: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    status: FigureStatus = FigureStatus.REPORTED
    is_provisional: bool = False
    rag: str = ""
    note: str = ""
    is_illustrative: bool = False
    month_numerator: Decimal | None = None
    month_denominator: Decimal | None = None


def august() -> list[SheetRow]:
    """As printed: every indicator, and once more without unaccompanied children where that was printed."""
    return [row for printed in read_csv("scorecard-2018-08") for row in _august_rows(printed)]


def _august_rows(printed: Mapping[str, str]) -> Iterator[SheetRow]:
    yield SheetRow(
        printed["code"],
        AUGUST,
        result=tables.number(printed["result"]),
        numerator=tables.number(printed["numerator"]),
        denominator=tables.number(printed["denominator"]),
        status=FigureStatus(printed["status"]),
        rag=printed["rag"],
        note=printed["note"],
    )
    if printed["exc_uasc_result"]:
        result = tables.number(printed["exc_uasc_result"])
        yield SheetRow(printed["code"], AUGUST, Variant.EXC_UASC, result, rag=printed["exc_uasc_rag"])


def july() -> list[SheetRow]:
    """From August's column of the month before: results and ratings without their parts."""
    return [
        SheetRow(
            printed["code"],
            JULY,
            result=tables.number(printed["previous_month_result"]),
            status=FigureStatus(printed["status"]),
            rag=printed["previous_month_rag"],
            note=printed["previous_month_note"],
        )
        for printed in read_csv("scorecard-2018-08")
    ]


def june() -> list[SheetRow]:
    """What the panel's report says of June, with invented figures for the other indicators."""
    return _told_or_invented([JUNE], told=map(_told, read_csv("report-2018-06")))


def earlier() -> list[SheetRow]:
    """Thirty months before June, invented but for the few figures that the council's papers give."""
    return _told_or_invented(EARLIER, told=map(_told, read_csv("reported-earlier")))


def _told(row: Mapping[str, str]) -> SheetRow:
    return SheetRow(
        row["code"],
        tables.month(row["month"]),
        result=tables.number(row["result"]),
        numerator=tables.number(row["numerator"]),
        denominator=tables.number(row["denominator"]),
        note=row["note"],
        is_illustrative=is_yes(row["is_illustrative"]),
    )


def _told_or_invented(months: Iterable[date], *, told: Iterable[SheetRow]) -> list[SheetRow]:
    by_figure = {(row.code, row.month): row for row in told}
    return [by_figure.get((row.code, row.month), row) for row in _invented(months)]


def _invented(months: Iterable[date]) -> Iterator[SheetRow]:
    exceptions = read_csv("illustrative-exceptions")
    by_code = recipes()
    for month in months:
        for code, recipe in by_code.items():
            row = SheetRow(code, month, Variant.ALL, *recipe.figure(month), is_illustrative=True)
            if recipe.alone:
                numerator, denominator = recipe.alone.parts(month, row.numerator, row.denominator)
                row = row._replace(month_numerator=numerator, month_denominator=denominator)
            for exception in exceptions:
                if exception["code"] == code and _is_during(month, exception):
                    row = _changed(row, exception)
            yield row


def _is_during(month: date, exception: Mapping[str, str]) -> bool:
    return tables.month(exception["first_month"]) <= month <= tables.month(exception["last_month"])


def _changed(row: SheetRow, exception: Mapping[str, str]) -> SheetRow:
    row = row._replace(note=exception["note"], is_provisional=is_yes(exception["is_provisional"]))
    status = FigureStatus(exception["status"])
    if status != FigureStatus.REPORTED or exception["result"]:
        result = tables.number(exception["result"])
        row = row._replace(result=result, status=status, **dict.fromkeys(PARTS))
    return row
