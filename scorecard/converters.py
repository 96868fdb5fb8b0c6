from scorecard.demographics import files
from scorecard.exports import FORMATS


class MonthConverter:
    """A month as addresses write it: "2018-08"."""

    regex = r"[0-9]{4}-(?:0[1-9]|1[0-2])"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class FormatConverter(MonthConverter):
    """The ending of a download."""

    regex = "|".join(FORMATS)


class TablesFormatConverter(MonthConverter):
    """The ending of a download of the demographics."""

    regex = "|".join(files.FORMATS)


class CodeConverter(MonthConverter):
    """An indicator's code as people may type it; the page itself has capitals in its address."""

    regex = r"(?![A-Za-z0-9]{13})[A-Za-z]+[0-9]+"
