"""XML read piece by piece: only what is asked for is handed over, and it is forgotten afterwards."""

from collections.abc import Iterator, Sequence

from lxml import etree

from .package import Part
from .refusals import UnreadableWorkbook

STRETCH = 8 * 1024 * 1024  # no single row, style sheet or tail of a sheet is longer than this
OUT_OF_MEMORY = etree.ErrorTypes.ERR_NO_MEMORY
SAFELY = {
    "resolve_entities": False,
    "load_dtd": False,
    "no_network": True,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
    "collect_ids": False,
}

Element = etree._Element


def elements(part: Part, tags: Sequence[str]) -> Iterator[Element]:
    """Every finished element with one of these tags, in document order.

    An element lives until the next one is asked for; what stood before it is dropped, so memory stays flat.
    """
    try:
        yield from _fed(etree.XMLPullParser(events=("end",), tag=tags, **SAFELY), part)
    except etree.XMLSyntaxError as fault:
        if fault.code == OUT_OF_MEMORY:
            raise MemoryError from None
        raise UnreadableWorkbook("damaged", detail=f"its part {part.name} is not well-formed XML") from None


def _fed(parser: etree.XMLPullParser, part: Part) -> Iterator[Element]:
    unanswered = 0
    while piece := part.read():
        parser.feed(piece)
        unanswered += len(piece)
        for element in _finished(parser, part):
            unanswered = 0
            yield element
        if unanswered > STRETCH:
            raise UnreadableWorkbook("damaged", detail=f"its part {part.name} does not come to an end")
    parser.close()
    yield from _finished(parser, part)


def _finished(parser: etree.XMLPullParser, part: Part) -> Iterator[Element]:
    is_first = True
    for _, element in parser.read_events():
        if is_first:
            _refuse_document_type(element, part)
            is_first = False
        yield element
        _forget(element)


def _refuse_document_type(element: Element, part: Part) -> None:
    """Here for encodings whose bytes do not show it; the package looks for it in all others."""
    if element.getroottree().docinfo.internalDTD is not None:
        raise UnreadableWorkbook("document_type", part=part.name)


def _forget(element: Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and parent[0] is not element:
        del parent[0]


def local_name(element: Element) -> str:
    return etree.QName(element).localname
