"""Lines as they were printed on a page, put together again to the paragraphs that they were written in."""

import re

FULL = 0.75  # of the longest line: a paragraph goes on below one that is so long
STARTS_ANEW = re.compile(
    r"(?:[•●▪◦○*–—-]|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.)])\s|\d{1,3}(?:\.\d{1,3})+\s"
)
ENDS = (".", ":", ";", "!", "?")
SOFT_HYPHENS = ("\u00ad", "\ufffe", "\x02")


def paragraphs_of(words: str) -> list[str]:
    """The words of one page. Rows of a table, headings and points of a list stay on their own."""
    found: list[str] = []
    last = ""
    lines = [line.strip() for line in words.split("\n")]
    longest = max(map(len, lines), default=0)
    for line in lines:
        if found and line and last and _goes_on(last, line, longest):
            found[-1] = _joined(found[-1], line)
        elif line:
            found.append(line)
        last = line
    return [_without_marks(one) for one in found]


def _goes_on(last: str, line: str, longest: int) -> bool:
    if STARTS_ANEW.match(line):
        return False
    if line[0].islower() and not last.endswith(ENDS):
        return True
    return len(last) >= FULL * longest and (
        line[0].islower() or not last.endswith(ENDS) or _is_full(last, longest)
    )


def _is_full(last: str, longest: int) -> bool:
    """So long that the next word did not fit: a full stop at its end is chance."""
    return len(last) >= (FULL + 1) / 2 * longest


def _joined(before: str, line: str) -> str:
    if before.endswith(SOFT_HYPHENS):
        return f"{before[:-1]}{line}"
    return f"{before}{line}" if re.search(r"\w-$", before) else f"{before} {line}"


def _without_marks(words: str) -> str:
    for mark in SOFT_HYPHENS:
        words = words.replace(mark, "")
    return words
