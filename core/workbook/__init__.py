"""Reads the workbooks people upload (.xlsx, .ods, .csv) as cells that know their place and exact text.

It happens in a limited child process, never in the caller's. A file that cannot be read raises
UnreadableWorkbook, a cell that does not hold what is asked of it CellProblem: sentences for the uploader.
"""

from .asking import read_workbook, warm_up
from .cells import Cell, CellProblem
from .kinds import Kind
from .limits import HISTORY, MONTHLY, Limits
from .model import Remark, Row, Sheet, Workbook
from .refusals import UnreadableWorkbook

__all__ = [
    "HISTORY",
    "MONTHLY",
    "Cell",
    "CellProblem",
    "Kind",
    "Limits",
    "Remark",
    "Row",
    "Sheet",
    "UnreadableWorkbook",
    "Workbook",
    "read_workbook",
    "warm_up",
]
