"""A Word file as HTML, with what there is to tell of it. Runs in the limited child only."""

import re
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError

import mammoth

from .model import Document
from .refusals import UnreadableDocument
from .sniffing import WORD
from .word_hidden import without_hidden
from .word_package import Package, opened

LONGEST = 500_000  # characters of HTML: as much as formatted text of ours may have before it is cleaned
DRAWN = ("word/media/", "word/charts/", "word/diagrams/data")
OUTSIDE = re.compile(r'<Relationship\b(?=[^>]*TargetMode="External")(?![^>]*/hyperlink")[^>]*>')


def read_word(data: bytes) -> Document:
    package = opened(data)
    try:
        shown, hidden = without_hidden(data, package)
        html = mammoth.convert_to_html(BytesIO(shown), convert_image=lambda image: []).value
    except (ExpatError, ParseError, KeyError, ValueError, AttributeError, IndexError, TypeError):
        raise UnreadableDocument("not_whole") from None
    if len(html) > LONGEST:
        raise UnreadableDocument("too_long")
    return Document(WORD, html=html, seen=_seen(package) | {"hidden": hidden})


def _seen(package: Package) -> dict[str, Any]:
    relations = (text for name, text in package.texts.items() if name.endswith(".rels"))
    return {
        "pictures": sum(package.below(folder) for folder in DRAWN),
        "embedded": package.below("word/embeddings/"),
        "changes": package.count("w:ins") + package.count("w:del"),
        "comments": len(re.findall(r"<w:comment[\s>]", package.texts.get("word/comments.xml", ""))),
        "linked": sum(len(OUTSIDE.findall(text)) for text in relations),
    }
