"""The signs of a text without formatting, for whoever has no editor: written and read by the same rules.

Bold is **so**, italic *so*, a link [words](address), H~2~O and 1^st^ stand for small figures. A line may begin with
``1.``, ``a)``, ``i.`` or ``-`` for a point of a list, ``##`` for a heading, ``>`` for a quotation, ``|`` for a row of
a table with ``|=`` before a head. A backslash takes the meaning from the sign after it.
"""

import re

SIGNS = {"**": "strong", "*": "em", "~": "sub", "^": "sup"}
INDENT = 3  # columns of each level
LISTS_END = "---"  # between two lists that would else be one
BREAK = "\\/"  # a new line where the line itself may not end
POINT = re.compile(r"(?:(-|[·•▪●○◦])|\(?([0-9]{1,4})[.)]|\(?([a-z]{1,60})\)|([ivxlc]{1,60})\.)(?:\s+|$)")
HEADING = re.compile(r"(#{1,4})\s+(?=\S)")
RULE = re.compile(r"-{3,}\s*$")


def begins_something(line: str) -> bool:
    """Whether a line is more than the words it holds."""
    return line[:1] in ("|", ">") or any(sign.match(line) for sign in (RULE, HEADING, POINT))


def with_meaning_taken(line: str) -> str:
    if not begins_something(line):
        return line
    at = next(index for index, letter in enumerate(line) if not letter.isalnum())
    return f"{line[:at]}\\{line[at:]}"
