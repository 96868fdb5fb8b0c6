"""What a number format says about the number behind it: a percentage, a date, a time or just a number."""

import re
from functools import lru_cache

from .kinds import Kind

BUILT_IN = {
    **dict.fromkeys((9, 10), "0%"),
    **dict.fromkeys((*range(14, 18), 22, *range(27, 32), 36, *range(50, 59)), "dd/mm/yyyy"),
    **dict.fromkeys((*range(18, 22), *range(32, 36), *range(45, 48)), "hh:mm:ss"),
    10: "0.00%",
    16: "d-mmm",
    17: "mmm-yy",
    49: "@",
}
ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
NOT_SHOWN_AS_IS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]', re.DOTALL)


@lru_cache(maxsize=512)
def kind_of_format(number_format: str) -> Kind:
    """By the first section, which is the one for positive numbers."""
    bare = NOT_SHOWN_AS_IS.sub("", ELAPSED.sub("h", number_format)).split(";")[0].lower()
    if "general" in bare:
        return Kind.NUMBER
    if "%" in bare:
        return Kind.PERCENTAGE
    if any(letter in bare for letter in "yd") or ("m" in bare and not any(letter in bare for letter in "hs")):
        return Kind.DATE
    return Kind.TIME if any(letter in bare for letter in "hms") else Kind.NUMBER


def shows_only_a_month(number_format: str) -> bool:
    """mmm-yy: a date format without a day."""
    bare = NOT_SHOWN_AS_IS.sub("", number_format).lower()
    return kind_of_format(number_format) is Kind.DATE and "d" not in bare and "m" in bare
