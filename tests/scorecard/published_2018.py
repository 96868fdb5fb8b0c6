"""The figures this panel's scorecard printed for June, July and August 2018; blank where it printed none.

June is from the report's text, which names only the amber indicators and gives CIC29 in whole days.
"""

import csv
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from scorecard.periods import DataPeriod
from scorecard.published import Unit, published_figure
from scorecard.rag import Polarity

# The text gives CIC46 in posts for June; a percentage follows only if the number of posts did not change.
CIC46_JUNE_POSTS, CIC46_ASSUMED_POSTS = Decimal("89.4"), Decimal("115.0")


@dataclass(frozen=True)
class Row:
    code: str
    is_kpi: bool
    polarity: Polarity
    data_period: DataPeriod
    unit: Unit
    decimals: int
    target: Decimal | None
    june: Decimal | None
    july: Decimal | None
    july_rating: str
    august: Decimal | None
    august_rating: str
    numerator: Decimal | None
    denominator: Decimal | None
    excluding_uasc: Decimal | None
    excluding_uasc_rating: str


def number(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def read_row(cells: dict[str, str]) -> Row:
    unit, decimals, june = Unit(cells["unit"]), int(cells["decimals"]), number(cells["june"])
    if cells["code"] == "CIC46":
        june = published_figure(None, CIC46_JUNE_POSTS, CIC46_ASSUMED_POSTS, unit=unit, decimals=decimals)
    return Row(
        code=cells["code"],
        is_kpi=cells["is_kpi"] == "yes",
        polarity=Polarity(cells["polarity"]),
        data_period=DataPeriod(cells["data_period"]),
        unit=unit,
        decimals=decimals,
        target=number(cells["target"]),
        june=june,
        july=number(cells["july"]),
        july_rating=cells["july_rating"],
        august=number(cells["august"]),
        august_rating=cells["august_rating"],
        numerator=number(cells["numerator"]),
        denominator=number(cells["denominator"]),
        excluding_uasc=number(cells["excluding_uasc"]),
        excluding_uasc_rating=cells["excluding_uasc_rating"],
    )


with (Path(__file__).parent / "data" / "published_2018.csv").open() as file:
    ROWS = [read_row(cells) for cells in csv.DictReader(file)]
