"""Reads the project's own data files; fixtures/README.md says where each figure comes from."""

import csv
from datetime import date
from decimal import Decimal

from django.conf import settings

from scorecard.periods import month_end


def read(name: str) -> list[dict[str, str]]:
    """The rows of fixtures/<name>.csv by heading, every cell as text."""
    with (settings.BASE_DIR / "fixtures" / f"{name}.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def number(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def month(text: str) -> date:
    """The last day: "2018-02" is 28 February 2018."""
    return month_end(date.fromisoformat(f"{text}-01"))


def is_yes(text: str) -> bool:
    return text == "yes"
