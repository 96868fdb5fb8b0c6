"""Plain lines as a person types them, made into blocks: empty lines divide, signs at the start of a line mean lists."""

import re
from collections import Counter
from collections.abc import Iterator
from textwrap import dedent

from core.richtext.blocks import BULLETS, Block, Cell, Heading, Paragraph, Point, Quote, Table
from core.richtext.folding import folded
from core.richtext.numbering import number_in
from core.richtext.plain_signs import HEADING, POINT, RULE
from core.richtext.plain_words import runs_of

DEEPEST = 20  # points in points; deeper ones are words
ROMAN = re.compile(r"[ivxlc]+")
BETWEEN_CELLS = re.compile(r"(?<!\\)((?:\\\\)*)\|")


def blocks_of(text: str) -> list[Block]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ").split("\n")
    return _Lines(_outdented(lines), 0).blocks()


def _outdented(lines: list[str]) -> list[str]:
    return dedent("\n".join(lines)).split("\n")


class _Lines:
    """The lines of one text, quotation or point."""

    def __init__(self, lines: list[str], depth: int) -> None:
        self.lines = [line.rstrip() for line in lines]
        self.at = 0
        self.depth = depth
        self.open_kinds: list[str] = []  # of a list whose levels are not indented, outermost first
        self.reached: Counter[str] = Counter()

    def blocks(self) -> list[Block]:
        return [block for part in self._parts() for block in folded(part)]

    def _parts(self) -> Iterator[list[Block]]:
        """What a rule divides; the rule itself is nothing."""
        part: list[Block] = []
        while self.at < len(self.lines):
            line = self.lines[self.at].lstrip()
            if RULE.match(line):
                yield part
                part = []
                self.open_kinds.clear()
                self.at += 1
            elif line:
                part.append(self._block(line))
            else:
                self.at += 1
        yield part

    def _block(self, line: str) -> Block:
        if point := self._point(line):
            return point
        self.open_kinds.clear()
        if heading := HEADING.match(line):
            self.reached.clear()
            self.at += 1
            return Heading(max(len(heading[1]), 2), runs_of(line[heading.end() :]))
        if line[0] == "|":
            return Table([_row(row) for row in self._beginning_with("|")])
        if line[0] == ">" and self.depth < DEEPEST:
            inner = [row[1:].removeprefix(" ") for row in self._beginning_with(">")]
            return Quote(_Lines(inner, self.depth + 1).blocks())
        return self._paragraph()

    def _beginning_with(self, sign: str) -> list[str]:
        found = []
        while self.at < len(self.lines) and self.lines[self.at].lstrip().startswith(sign):
            found.append(self.lines[self.at].lstrip())
            self.at += 1
        return found

    def _paragraph(self) -> Paragraph:
        found = [self.lines[self.at].strip()]
        self.at += 1
        while self.at < len(self.lines) and self._goes_on(self.lines[self.at].lstrip()):
            found.append(self.lines[self.at].strip())
            self.at += 1
        return Paragraph(runs_of("\n".join(found)))

    def _goes_on(self, line: str) -> bool:
        return (
            bool(line)
            and line[0] not in "|>"
            and not (RULE.match(line) or HEADING.match(line) or self._kind(line))
        )

    def _point(self, line: str) -> Point | None:
        kind = self._kind(line)
        if not kind or self.depth >= DEEPEST:
            return None
        if kind in self.open_kinds:
            del self.open_kinds[self.open_kinds.index(kind) + 1 :]
        else:
            self.open_kinds.append(kind)
        self.reached[kind] += 1
        own = line[POINT.match(line).end() :]
        self.at += 1
        inner = _Lines([own, *_outdented(self._inside())], self.depth + 1)
        return Point(len(self.open_kinds), kind, inner.blocks())

    def _inside(self) -> list[str]:
        """The lines of a point after its first: those that are indented, and those that go straight on."""
        found: list[str] = []
        while self.at < len(self.lines):
            line = self.lines[self.at]
            ahead = next((later for later in self.lines[self.at :] if later), "")
            is_straight = bool(line) and not (found and not found[-1]) and self._goes_on(line)
            if not ahead.startswith(" ") and not is_straight:
                break
            found.append(line)
            self.at += 1
        return found

    def _kind(self, line: str) -> str:
        """The kind of point that a line begins, or nothing."""
        found = POINT.match(line)
        if not found:
            return ""
        bullet, number, in_brackets, roman = found.groups()
        if bullet or number:
            return BULLETS if bullet else "1"
        kinds = ("i",) if roman else ("a", "i") if ROMAN.fullmatch(in_brackets) else ("a",)
        return next((kind for kind in kinds if self._follows(kind, roman or in_brackets)), "")

    def _follows(self, kind: str, marker: str) -> bool:
        """Letters count only in their turn: "v. good" and "c. 1900" begin no list."""
        is_next = marker == number_in(kind, self.reached[kind] + 1)
        is_first = marker == number_in(kind, 1)
        return is_first or is_next


def _row(line: str) -> list[Cell]:
    parts = BETWEEN_CELLS.sub("\\1\0", line.strip()).split("\0")[1:]
    if len(parts) > 1 and not parts[-1].strip():
        parts.pop()
    return [Cell(runs_of(part.removeprefix("=").strip()), part.startswith("=")) for part in parts]
