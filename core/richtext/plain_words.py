"""The signs within a line: bold, italic, small figures and links. A sign without its fellow is an ordinary letter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.richtext.addresses import safe_address
from core.richtext.blocks import Run
from core.richtext.plain_signs import BREAK, SIGNS

TOKEN = re.compile(r"\\(?P<taken>[^\w\s])|(?P<sign>\*\*|[*~^])|(?P<link>\[)|\]\((?P<address>[^()\s]+)\)")


@dataclass
class _Token:
    text: str  # as it stands when it means nothing
    sign: str = ""  # "[" for both ends of a link
    address: str = ""
    may_begin: bool = False
    may_end: bool = False
    is_meant: bool = False


def runs_of(text: str) -> list[Run]:
    tokens = list(_tokens(text))
    for sign in (*SIGNS, "["):
        _pair([token for token in tokens if token.sign == sign], tokens)
    return list(_runs(tokens))


def _tokens(text: str) -> Iterator[_Token]:
    position = 0
    for match in TOKEN.finditer(text):
        if match.start() > position:
            yield _Token(text[position : match.start()])
        yield _token(match, text)
        position = match.end()
    if position < len(text):
        yield _Token(text[position:])


def _token(match: re.Match, text: str) -> _Token:
    if taken := match["taken"]:
        return _Token("\n" if taken == BREAK[1] else taken)
    if sign := match["sign"]:
        before, after = text[: match.start()][-1:], text[match.end() : match.end() + 1]
        return _Token(
            sign, sign, "", not after.isspace() and bool(after), not before.isspace() and bool(before)
        )
    address = safe_address(match["address"] or "")
    return _Token(match[0], "[", address, bool(match["link"]), bool(address))


def _pair(signs: list[_Token], tokens: list[_Token]) -> None:
    """Each sign that may begin with the next one of its kind that may end it."""
    begun: _Token | None = None
    for token in signs:
        if begun and token.may_end and token is not begun:
            begun.is_meant = token.is_meant = True
            begun = None
        elif token.may_begin and (begun is None or token.sign == "["):
            begun = token


def _runs(tokens: list[_Token]) -> Iterator[Run]:
    marks: frozenset[str] = frozenset()
    href = ""
    for index, token in enumerate(tokens):
        if not token.is_meant:
            yield Run(token.text, marks, href)
        elif token.sign == "[":
            href = "" if token.address else _address_after(tokens, index)
        else:
            marks ^= {SIGNS[token.sign]}


def _address_after(tokens: list[_Token], index: int) -> str:
    return next(token.address for token in tokens[index + 1 :] if token.is_meant and token.address)
