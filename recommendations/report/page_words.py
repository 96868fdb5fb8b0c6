"""What the page of one recommendation and its paper are given."""

from typing import Any

from recommendations.report import row_words
from recommendations.report.page import Page


def context_of(page: Page) -> dict[str, Any]:
    row = page.row
    return {
        "page": page,
        "row": row,
        "one": row.recommendation,
        "status": row_words.status(row),
        "badges": row_words.badges(row),
        "parts": row_words.parts_words(row),
        "due": row_words.due_words(row),
        "late": row_words.late_words(row),
        "days_open": row_words.days_open_words(row),
        "hears": row_words.hears_words(row, page.today),
        "told": row_words.told_words(row),
        "charts": [series for series in page.series if series.charts],
    }
