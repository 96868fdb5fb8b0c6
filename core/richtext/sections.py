"""A report as the council numbers it: 1. for a section, 1.1 for what stands in it, 1.1.1 one level below."""

import re
from collections.abc import Iterable, Iterator

from core.richtext.blocks import Block, Heading, Paragraph, Run, Runs
from core.richtext.tidying import FIRST_LEVEL
from core.richtext.walking import tidied
from core.richtext.writing import written

TYPED_IN_HEADING = re.compile(r"^\d{1,2}(?:\.\d{1,2})*\.\s+")


def numbered_sections(html: str) -> str:
    """Clean HTML with the numbers in its text, the same on a page, on paper and read out.

    Lists, tables and quotations belong to the paragraph before them. What stands before the first heading, and a
    text without any, carries no numbers. A number that was typed before a heading gives way to the one that is right.
    """
    return written(_numbered(tidied(html)))


def _numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    section, part, below = 0, 0, 0
    for block in blocks:
        if isinstance(block, Heading) and block.level == FIRST_LEVEL:
            section, part, below = section + 1, 0, 0
            yield Heading(block.level, _headed(f"{section}.", block.runs))
        elif isinstance(block, Heading) and block.level == FIRST_LEVEL + 1 and section:
            part, below = part + 1, 1
            yield Heading(block.level, _headed(f"{section}.{part}", block.runs))
        elif isinstance(block, Paragraph) and below:
            yield Paragraph(_marked(f"{section}.{part}.{below}", block.runs))
            below += 1
        elif isinstance(block, Paragraph) and section:
            part += 1
            yield Paragraph(_marked(f"{section}.{part}", block.runs))
        else:
            yield block


def _headed(number: str, runs: Runs) -> list[Run]:
    first, *others = runs
    return _marked(
        number, [Run(TYPED_IN_HEADING.sub("", first.text, count=1), first.marks, first.href), *others]
    )


def _marked(number: str, runs: Runs) -> list[Run]:
    """A paragraph may begin with a figure: only its own number is taken for one that was typed."""
    first, *others = runs
    text = re.sub(rf"^{re.escape(number)}\.?\s+", "", first.text)
    return [Run(f"{number} "), Run(text, first.marks, first.href), *others]
