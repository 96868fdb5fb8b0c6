"""The pack's work, asked of a limited child: what can be wrong with a file cannot hurt who asks."""

import logging
from dataclasses import asdict
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders

from core.nursery import Busy, Limits, Nursery, Silent
from meetings.pack.faults import PackFault
from meetings.pack.framing import packed_with, unpacked
from meetings.pack.orders import Asked, Facts, Order

MEGABYTE = 1024 * 1024
ONE_PAPER = Limits(1024 * MEGABYTE, cpu_seconds=60, wall_seconds=90)
WHOLE_PACK = Limits(1536 * MEGABYTE, cpu_seconds=120, wall_seconds=150)
LONGEST = 512 * MEGABYTE
FONT = "build/fonts/SourceSans3-Regular.ttf"

log = logging.getLogger(__name__)


def prepared(data: bytes, asked: Asked) -> tuple[bytes, Facts]:
    """One paper, ready for `assembled`. Raises PackFault without the item's number: whoever asks knows it."""
    told, (paper,) = _answer({"do": "prepare", **asdict(asked)}, [data], ONE_PAPER)
    return paper, Facts(**told["facts"])


def assembled(order: Order) -> bytes:
    """The pack. Raises PackFault."""
    told = {"do": "assemble", "title": order.title, "lang": order.lang}
    names = [name for name in order.parts[0].__slots__ if name != "prepared"] if order.parts else []
    told["parts"] = [{name: getattr(part, name) for name in names} for part in order.parts]
    _, (pack,) = _answer(told, [part.prepared for part in order.parts], WHOLE_PACK)
    return pack


def copy_for_reader(pack: bytes, words: list[str]) -> bytes:
    """With these lines across every page. Raises PackFault."""
    _, (copy,) = _answer({"do": "for_reader", "words": words}, [pack], WHOLE_PACK)
    return copy


def warm_up() -> None:
    """Starts the child ahead of the first paper."""
    _nursery().start()


@cache
def _nursery() -> Nursery:
    font = finders.find(FONT) or str(Path(settings.STATIC_ROOT) / FONT)
    return Nursery("meetings.pack.work", environment={"PORTAL_FONT": str(font)})


def _answer(told: dict, blobs: list[bytes], limits: Limits) -> tuple[dict, list[bytes]]:
    try:
        answer = _nursery().answer(packed_with(told, *blobs), limits, longest=LONGEST)
    except Busy:
        raise PackFault("busy") from None
    except Silent as silence:
        log.error("pack worker fell silent", extra={"ran_out_of_time": silence.ran_out_of_time})
        if silence.ran_out_of_time:
            raise PackFault("too_slow", seconds=limits.cpu_seconds) from None
        raise PackFault("stopped") from None
    said, parts = unpacked(answer)
    if "fault" in said:
        if where := said.get("where"):
            log.error("pack worker stopped: %s", where)
        raise PackFault(said["fault"], **said["fields"])
    return said, parts
