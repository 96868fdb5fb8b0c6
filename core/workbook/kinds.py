from enum import StrEnum


class Kind(StrEnum):
    """What a cell holds, whatever it looks like."""

    EMPTY = "empty"
    TEXT = "text"
    NUMBER = "number"
    PERCENTAGE = "percentage"  # a number whose format shows it as so many per cent
    DATE = "date"
    TIME = "time"  # a time of day or a duration, without a date
    BOOLEAN = "boolean"
    ERROR = "error"  # #REF!, #N/A and their like
    UNCALCULATED = "uncalculated"  # a formula whose result is not in the file
