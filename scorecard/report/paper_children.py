"""The children in care in the paper: the tables as everybody may see them, as plain data."""

from typing import Any

from django.conf import settings

from scorecard.demographics.report import ShownRow, ShownTable, read_demographics
from scorecard.demographics.words import finding, first_sentence, hidden_sentence, remarks
from scorecard.report.months import Month


def children_in_care(month: Month) -> dict[str, Any]:
    """Empty for a month without demographics."""
    demographics = read_demographics(month, threshold=settings.SMALL_NUMBER_THRESHOLD)
    if not demographics.tables:
        return {}
    return {
        "sentence": first_sentence(demographics),
        "hidden": hidden_sentence(demographics) if demographics.hides_something else "",
        "tables": [_table(table) for table in demographics.tables],
    }


def _table(table: ShownTable) -> dict[str, Any]:
    return {
        "key": table.key,
        "name": table.name,
        "words": " ".join(filter(None, [finding(table), *remarks(table)])),
        "columns": [str(column) for column in table.columns],
        "rows": [_row(row) for row in table.rows],
        "ends": [_row(row) for row in table.ends],
        "is_withheld": table.is_withheld,
    }


def _row(row: ShownRow) -> dict[str, Any]:
    return {"name": row.name, "texts": list(row.texts), "share": row.share}
