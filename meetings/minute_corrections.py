"""Words put right in minutes before they are approved: where they stand, and the text with the new ones."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from core.richtext import paragraphs
from core.richtext.blocks import Block, Cell, Heading, Item, Paragraph, Points, Quote, Run, Table
from core.richtext.walking import tidied
from core.richtext.writing import written
from meetings.minute_numbers import MinuteNumber
from meetings.references import MinuteReference


@dataclass(frozen=True, slots=True)
class Place:
    """``reference``: "98(1)"; ``rest``: "bullet 2" where the paragraph has no number of its own."""

    reference: MinuteReference
    rest: str = ""

    def __str__(self) -> str:
        kind = "paragraph" if self.reference.marks else "minute"
        return ", ".join(filter(None, [f"{kind} {self.reference}", self.rest]))


def places_of(words: str, html: str, number: MinuteNumber) -> list[Place]:
    """Each paragraph of a minute, as it prints, that holds the words; one that holds them twice comes twice."""
    return [_place(one.reference, number) for one in paragraphs(html) for _ in range(one.text.count(words))]


def put_right(html: str, was: str, becomes: str) -> str | None:
    """The text with the new words; None unless the old ones stand in it once, all in one look."""
    blocks = tidied(html)
    holding = [runs for runs in _runs(blocks) for run in runs if was in run.text]
    if len(holding) != 1 or sum(run.text.count(was) for run in holding[0]) != 1:
        return None
    runs = holding[0]
    runs[:] = [replace(run, text=run.text.replace(was, becomes)) for run in runs]
    return written(blocks)


def _place(reference: str, number: MinuteNumber) -> Place:
    marked, _, rest = reference.partition(", ")
    is_marked = re.fullmatch(r"\w*(?:\(\w+\))*", marked) is not None
    marks = tuple(re.findall(r"\w+", marked)) if is_marked else ()
    return Place(MinuteReference(number.number, marks, number.year), rest if is_marked else reference)


def _runs(blocks: Iterable[Block | Item | Cell]) -> Iterator[list[Run]]:
    """Lists that can be written into."""
    for block in blocks:
        match block:
            case Paragraph() | Heading() | Cell():
                block.runs = list(block.runs)
                yield block.runs
            case Points(items=items):
                yield from _runs(items)
            case Item(blocks=inner) | Quote(blocks=inner):
                yield from _runs(inner)
            case Table(rows=rows):
                for row in rows:
                    yield from _runs(row)
