"""Reads a scorecard back out of each form it leaves in: the figures as the reader of that form sees them.

Each reader gives `{name of indicator: Seen}` with the figure, target and rating as text.
"""

import csv
import io
import json
import re
import subprocess
from decimal import Decimal
from typing import NamedTuple

from lxml import html
from openpyxl import load_workbook


class Seen(NamedTuple):
    figure: str
    target: str
    rating: str


def plain(value: object) -> str:
    """A number without its trimmings: 1,579 and 1579, 332.0 and 332, are one number; no figure is ""."""
    found = re.match(r"-?[\d,]+(\.\d+)?", str(value if value is not None else ""))
    return f"{Decimal(found[0].replace(',', '')).normalize():f}" if found else ""


def in_json(content: bytes) -> dict[str, Seen]:
    return {
        i["name"]: Seen(plain(i["value"]), plain(i["target"]), i["rating"].replace("_", " ").capitalize())
        for i in json.loads(content)["indicators"]
    }


def in_csv(content: bytes) -> dict[str, Seen]:
    return _from_table(list(csv.reader(io.StringIO(content.decode("utf-8-sig")))))


def in_workbook(content: bytes) -> dict[str, Seen]:
    sheet = load_workbook(io.BytesIO(content))["Scorecard"]
    return _from_table([[cell.value for cell in row] for row in sheet.rows])


def _from_table(lines: list[list]) -> dict[str, Seen]:
    headings, *rows = lines
    name, target, rating = (headings.index(heading) for heading in ("Indicator", "Target", "Rating"))
    figure = next(place for place, heading in enumerate(headings) if heading.startswith("Result "))
    return {row[name]: Seen(plain(row[figure]), plain(row[target]), row[rating]) for row in rows}


def on_page(content: bytes) -> dict[str, Seen]:
    def words(row: html.HtmlElement, cell: str) -> str:
        return row.xpath(f"string(.//*[contains(@class, 'scorecard-row__{cell}')])").strip()

    return {
        row.xpath("string(th/a)"): Seen(
            plain(words(row, "figure")), plain(words(row, "target")), words(row, "rating")
        )
        for row in html.fromstring(content.decode()).xpath("//tr[contains(@class, 'scorecard-row')]")
    }


def in_pdf(content: bytes) -> dict[str, Seen]:
    """By the structure that a screen reader follows: rows of the table, cells of the row.

    A line may end after a slash, which no name has a space behind.
    """
    told = subprocess.run(
        ["pdfinfo", "-struct-text", "-"], input=content, capture_output=True, check=True
    ).stdout.decode()
    rows = [_cells(row) for row in re.split(r"^ +TR\b", told, flags=re.MULTILINE)[1:]]
    return {
        " ".join(row[1][:-1]).replace("/ ", "/"): Seen(
            plain(row[2][0]), plain("".join(row[3])), "".join(row[5])
        )
        for row in rows
        if len(row) == 10 and row[0] != ["Code"]
    }


def _cells(row: str) -> list[list[str]]:
    """The lines of text of each cell. A name's last line is the small print under it."""
    return [
        re.findall(r'^ +"(.*)"$', cell, re.MULTILINE)
        for cell in re.split(r"^ +T[HD]\b", row, flags=re.MULTILINE)[1:]
    ]
