"""The lines of an agenda in print order, each with its number: open items, then exempt ones, parts below theirs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Prefetch

from meetings.item_numbers import AdditionNumber, AgendaLine, ItemNumber, LineKind, number_items
from meetings.models import AgendaItem, Body, ItemKind, Meeting, Paper, PaperState

NOT_OPEN = "exempt: not for the public"


@dataclass(frozen=True, slots=True)
class Line:
    """`number` is None for a heading. One level of `parts`."""

    item: AgendaItem
    number: ItemNumber | None
    parts: tuple["Line", ...] = ()

    @property
    def name(self) -> str:
        """How a sentence calls it: "Item 4, Minutes"."""
        return f"Item {self.number}, {self.item.title}" if self.number else f"“{self.item.title}”"


def read_lines(meeting: Meeting) -> list[Line]:
    items = list(
        AgendaItem.objects.filter(meeting=meeting)
        .select_related("urgency_by", "programme_entry")
        .prefetch_related(
            Prefetch("papers", Paper.objects.filter(withdrawn_at=None).select_related("report__author")),
            "approves_minutes_of",
        )
        .in_order()
    )
    return lines_of(items, meeting.body)


def lines_of(items: Iterable[AgendaItem], body: Body) -> list[Line]:
    """`items` is every item of the meeting, those taken off too: their numbers are not given again."""
    items = list(items)
    ordered = [item for item in in_print_order(items) if item.withdrawn_at is None]
    numbers = number_items(
        [_line(item) for item in ordered],
        late=AdditionNumber(body.addition_number),
        used=[number for item in items if item.withdrawn_at and (number := issued_number(item))],
    )
    found = {item.pk: number for item, number in zip(ordered, numbers, strict=True)}
    parts = defaultdict(list)
    for item in ordered:
        if item.parent_id:
            parts[item.parent_id].append(Line(item, found[item.pk]))
    return [Line(item, found[item.pk], tuple(parts[item.pk])) for item in ordered if not item.parent_id]


def in_print_order(items: Iterable[AgendaItem]) -> Iterator[AgendaItem]:
    """By position, each part below the item that it belongs to, and exempt items after open ones."""
    parts, heads = defaultdict(list), []
    for item in sorted(items, key=lambda item: (item.position, item.pk)):
        (parts[item.parent_id] if item.parent_id else heads).append(item)
    for head in sorted(heads, key=lambda item: item.is_exempt):
        yield head
        yield from parts[head.pk]


def every_line(lines: Iterable[Line]) -> Iterator[Line]:
    """Items and their parts, one after the other."""
    for line in lines:
        yield line
        yield from line.parts


def going_out(lines: Iterable[Line]) -> list[tuple[str, str]]:
    """Each item with its papers, in short. For officers about to issue them: exempt papers are named."""
    return [(line.name, _papers(line.item)) for line in every_line(lines) if line.number]


def _papers(item: AgendaItem) -> str:
    titles = "; ".join(
        f"{paper.title} ({NOT_OPEN})" if paper.is_exempt or item.is_exempt else paper.title
        for paper in item.papers.all()
    )
    return titles or (item.get_paper_state_display() if item.paper_state != PaperState.ATTACHED else "")


def issued_number(item: AgendaItem) -> ItemNumber | None:
    return ItemNumber(item.number, item.letter) if item.number else None


def _line(item: AgendaItem) -> AgendaLine:
    kind = LineKind.HEADING if item.kind == ItemKind.HEADING else LineKind.ITEM
    return AgendaLine(
        kind=LineKind.SUB_ITEM if item.parent_id else kind,
        is_exempt=item.is_exempt,
        issued_as=issued_number(item),
    )
