"""Runs the check on a workbook in memory and says what it found, short enough to compare whole."""

import datetime
from typing import Any

from core.workbook import HISTORY, read_workbook
from scorecard.imports.check import Checked, check_workbook
from scorecard.imports.findings import Finding
from scorecard.imports.report import CheckReport
from tests.scorecard.workbooks import xlsx

TODAY = datetime.date(2018, 9, 24)


def checked(data: bytes, filename: str = "figures.xlsx", **options: Any) -> Checked:
    workbook = read_workbook(data, filename=filename, limits=HISTORY)
    return check_workbook(workbook, **{"today": TODAY} | options)


def report_of(data: bytes, filename: str = "figures.xlsx", **options: Any) -> CheckReport:
    return checked(data, filename, **options).report


def problems_in(*rows: list[Any]) -> list[tuple[str, str, str]]:
    """Each problem's cell, what was found there, and the message."""
    return told(report_of(xlsx(*rows)).problems)


def warnings_in(*rows: list[Any]) -> list[tuple[str, str]]:
    """Each warning's cell and message."""
    return [(cell, message) for cell, _, message in told(report_of(xlsx(*rows)).warnings)]


def told(findings: list[Finding]) -> list[tuple[str, str, str]]:
    return [(finding.cell, finding.found, finding.message) for finding in findings]
