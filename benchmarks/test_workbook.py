"""Reading an upload in its limited child, against openpyxl's fastest way of reading it unprotected."""

import io
import logging

import openpyxl
import pytest

from benchmarks.ratios import compare
from core.workbook import MONTHLY, Workbook, read_workbook
from tests.factories.workbooks import scorecard_bytes

Values = list[list[str]]


def with_openpyxl(data: bytes) -> list[tuple]:
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    return list(book.active.iter_rows(values_only=True))


def texts(workbook: Workbook) -> Values:
    return [[cell.text for cell in row.cells] for row in workbook.sheets[0].rows]


def as_texts(rows: list[tuple]) -> Values:
    return [[f"{value:g}" if isinstance(value, float) else str(value) for value in row] for row in rows]


@pytest.mark.parametrize(("rows", "most"), [(60, 3), (5_000, 2)], ids=["60 x 12", "5,000 x 12"])
def test_reading_in_a_child_costs_little_more_than_reading(rows: int, most: int, caplog):
    data = scorecard_bytes(rows)

    found = compare(
        f"{rows:,} x 12 read in a child, against bare openpyxl",
        lambda: read_workbook(data, filename="figures.xlsx", limits=MONTHLY),
        lambda: with_openpyxl(data),
    )

    caplog.set_level(logging.DEBUG, logger="core.workbook.asking")
    assert texts(read_workbook(data, filename="figures.xlsx")) == as_texts(with_openpyxl(data))
    (peak_kilobytes,) = caplog.records[-1].args
    print(f"; peak of the child {peak_kilobytes // 1024} MB")
    assert found.ratio <= most
    assert peak_kilobytes <= 150 * 1024
