"""The sheet "Demographics" of a month's workbook: its headings and how its numbers are read."""

from enum import StrEnum

DEMOGRAPHICS = "Demographics"
MOST_CHILDREN = 1_000_000


class SheetColumn(StrEnum):
    TABLE = "Table"
    CATEGORY = "Category"
    POPULATION = "Population"
    MONTH = "Month"
    FEMALE = "Female"
    MALE = "Male"
    EVERYONE = "All children"
    ILLUSTRATIVE = "Illustrative"
    LAST_MONTH = "Last month (for reference)"


OPTIONAL = (SheetColumn.ILLUSTRATIVE, SheetColumn.LAST_MONTH)
REQUIRED = tuple(column for column in SheetColumn if column not in OPTIONAL)
NUMBERS = (SheetColumn.FEMALE, SheetColumn.MALE, SheetColumn.EVERYONE)
