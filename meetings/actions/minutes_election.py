"""An election that is recorded, or corrected, after the minutes were begun enters its minute."""

from collections.abc import Collection

from core.richtext.blocks import Block, Item, Paragraph, Points, Run, text_of
from core.richtext.walking import tidied
from core.richtext.writing import written
from meetings.models import AgendaItem, Minute
from meetings.report.minutes_sentences import election_told


def retell_election(item: AgendaItem, *, instead_of: Collection[str]) -> bool:
    """What the portal wrote before goes, and the new sentences take its place. What a clerk worded stays as it is.

    False when there is no minute yet, or it says so already. A clerk who has it open is told on saving.
    """
    minutes = Minute.objects.select_for_update(of=("self",)).filter(items=item, corrects=None)
    minute = minutes.order_by("is_exempt", "position").first()
    if minute is None:
        return False
    place, rest = _without(tidied(minute.body), {_spaced(one) for one in instead_of})
    told: list[Block] = [Paragraph([Run(sentence)]) for sentence in election_told(item)]
    body = written([*rest[:place], *told, *rest[place:]])
    if body == written(tidied(minute.body)):
        return False
    minute.body, minute.version = body, minute.version + 1
    minute.save()
    return True


def _without(blocks: list[Block], sentences: Collection[str]) -> tuple[int, list[Block]]:
    """The other blocks, and where among them the first of these sentences stood: else the end."""
    place, rest = None, []
    for block in blocks:
        kept = _kept(block, sentences)
        if kept is not block and place is None:
            place = len(rest) + (kept is not None)
        rest += [kept] if kept is not None else []
    return (len(rest) if place is None else place), rest


def _kept(block: Block, sentences: Collection[str]) -> Block | None:
    """The block itself where it says none of them; a list without the points that do."""
    if isinstance(block, Paragraph):
        return None if _says(block, sentences) else block
    if not isinstance(block, Points):
        return block
    items = [item for item in block.items if not _is_only(item, sentences)]
    if len(items) == len(block.items):
        return block
    return Points(block.kind, items, block.start) if items else None


def _is_only(item: Item, sentences: Collection[str]) -> bool:
    return len(item.blocks) == 1 and _says(item.blocks[0], sentences)


def _says(block: Block, sentences: Collection[str]) -> bool:
    return isinstance(block, Paragraph) and _spaced(text_of(block.runs)) in sentences


def _spaced(sentence: str) -> str:
    return " ".join(sentence.split())
