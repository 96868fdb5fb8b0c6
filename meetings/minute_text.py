"""The text of one minute as it is printed: its paragraphs numbered, what was decided as the last of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from core.richtext.blocks import Block, Item, Paragraph, Points, Run
from core.richtext.walking import tidied
from core.richtext.writing import written
from meetings.paragraph_marks import ended

NUMBERED, LETTERED = "1", "a"


@dataclass(frozen=True, slots=True)
class Decision:
    """``lead``: "It was RESOLVED that". ``after``: how the vote went, in sentences."""

    lead: str
    text: str
    after: str = ""
    is_carried: bool = True

    @property
    def stands_alone(self) -> bool:
        return bool(self.after) or not self.is_carried


def minute_text(body: str, decisions: Iterable[Decision] = ()) -> str:
    """Clean HTML. A minute of one paragraph carries no number; of several each has one, typed or not."""
    items = [*_paragraphs(tidied(body)), *_decided(list(decisions))]
    return written(items[0].blocks if len(items) == 1 else [Points(NUMBERED, items)] if items else [])


def decided_text(decisions: Sequence[Decision]) -> list[str]:
    """The paragraphs of what was decided, each as HTML of its own: what stands under the box where it is typed."""
    return [written(item.blocks) for item in _decided(decisions)]


def _paragraphs(blocks: Iterable[Block]) -> list[Item]:
    """Lists without numbers, quotations and tables belong to the paragraph before them."""
    items: list[Item] = []
    for block in blocks:
        if isinstance(block, Points) and block.kind == NUMBERED:
            items += block.items
        elif isinstance(block, Paragraph):
            items.append(Item([block]))
        elif items:
            items[-1].blocks.append(block)
        else:
            items.append(Item([Paragraph([Run("")]), block]))
    return items


def _decided(decisions: Sequence[Decision]) -> Iterator[Item]:
    """Decisions of one form follow each other as lettered points; one with a vote of its own is a paragraph."""
    for (lead, alone), group in groupby(decisions, key=_together):
        same = list(group)
        if alone is not None or len(same) == 1:
            yield Item([_words(_sentence(same[0]))])
        else:
            points = [Item([_words(point)]) for point in ended([one.text for one in same])]
            yield Item([_words(f"{lead}:-"), Points(LETTERED, points)])


def _together(decision: Decision) -> tuple[str, int | None]:
    return decision.lead, id(decision) if decision.stands_alone else None


def _sentence(decision: Decision) -> str:
    text = ended([decision.text])[0]
    if decision.is_carried:
        return " ".join(filter(None, [f"{decision.lead} {text}", decision.after]))
    return f"It was moved that {text} {decision.after or 'The motion was lost.'}"


def _words(text: str) -> Paragraph:
    return Paragraph([Run(" ".join(text.split()))])
