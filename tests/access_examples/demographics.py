"""Who the children are."""

from tests.access_examples.registry import example
from tests.factories.demographics import count_children, make_opening, make_table


@example("scorecard:demographics_download")
def children_as_a_file() -> dict:
    count_children(make_table("Ages of a file", "1"), {"1": 90, "All children": 90})
    return {"month": "2018-08", "extension": "csv"}


@example("scorecard:small_counts_open")
def a_month_with_small_counts() -> dict:
    count_children(make_table("Ages to open", "1"), {"1": 90, "All children": 90})
    return {"month": "2018-08"}


@example("scorecard:small_counts_read")
def somebody_elses_opening() -> dict:
    return {"pk": make_opening().pk}


@example("scorecard:demographic_table_edit")
def a_demographic_table() -> dict:
    return {"key": make_table("Ages to edit", "1").key}
