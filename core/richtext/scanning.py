"""HTML into a tree, in time that grows with its length only. Python's own parser takes minutes over 200 kB of ``<!--``.

It forgives what people paste. It need not be right about markup made to deceive: whatever comes out is words and the
names of elements, and is written anew.
"""

import html
import re
from dataclasses import dataclass, field

DEEPEST = 50  # what lies deeper is read as if it stood at this depth
BEGINS = re.compile("<(?:[!?]|/?[a-zA-Z])")  # any other "<" is a word
TAG = re.compile(
    r"""<(/?)([a-zA-Z][^\s/>]*+)((?>\s++|/|[^\s/>=]++(?:\s*+=\s*+(?>"[^"]*+"|'[^']*+'|[^\s>"']?+[^\s>]*+))?+|=)*+)>"""
)
ATTRIBUTE = re.compile(r"""([^\s/>=]++)(?:\s*+=\s*+(?>"([^"]*+)"|'([^']*+)'|([^\s>]*+)))?+""")
NEVER_SHOWN = {
    *["script", "style", "title", "xmp", "iframe", "noembed", "noframes", "noscript", "template", "textarea"],
    *["select", "svg", "math", "object", "xml"],
}
EMPTY = {"br", "hr", "img", "input", "meta", "link", "col", "wbr", "area", "base", "embed", "source", "track"}
PARAGRAPHS = {"p", "h1", "h2", "h3", "h4", "h5", "h6"}
BLOCKS = PARAGRAPHS | {
    *[
        "div",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "table",
        "blockquote",
        "pre",
        "section",
        "article",
        "header",
        "footer",
    ],
    *["address", "aside", "main", "nav", "figure", "figcaption", "form", "fieldset", "center", "li", "hr"],
}
# What a start tag ends, and past what it does not reach
ENDS = {
    **dict.fromkeys(BLOCKS, (PARAGRAPHS, BLOCKS - PARAGRAPHS | {"td", "th"})),
    "li": ({"li"}, {"ul", "ol", "table"}),
    "dt": ({"dt", "dd"}, {"dl", "table"}),
    "dd": ({"dt", "dd"}, {"dl", "table"}),
    "tr": ({"tr"}, {"table"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
    "tbody": ({"thead", "tbody", "tfoot"}, {"table"}),
}
ENDS |= dict.fromkeys(("thead", "tfoot"), ENDS["tbody"])
WALLS = {"td", "th", "table"}  # an end tag inside does not close what stands outside


@dataclass
class Node:
    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)

    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


def scan(markup: str) -> Node:
    """The whole as one node without a name."""
    return _Scanner(markup).run()


class _Scanner:
    def __init__(self, markup: str) -> None:
        self.markup = markup
        self.root = Node("")
        self.open = [self.root]
        self.too_deep = 0

    def run(self) -> Node:
        position = 0
        while found := BEGINS.search(self.markup, position):
            self._words(position, found.start())
            position = self._after(found.start())
        self._words(position, len(self.markup))
        return self.root

    def _words(self, start: int, end: int) -> None:
        if start < end:
            self.open[-1].children.append(html.unescape(self.markup[start:end]))

    def _after(self, at: int) -> int:
        """Takes in what begins with "<" there; says where to go on."""
        if self.markup.startswith("<!--", at):
            return self._past("-->", at + 2)
        if self.markup.startswith(("<!", "<?"), at):
            return self._past(">", at)
        tag = TAG.match(self.markup, at)
        if not tag:  # it never ends: words, then, and no second look for an end
            self._words(at, len(self.markup))
            return len(self.markup)
        return self._tag(tag)

    def _past(self, sign: str, at: int) -> int:
        found = self.markup.find(sign, at)
        return found + len(sign) if found >= 0 else len(self.markup)

    def _tag(self, tag: re.Match) -> int:
        name = tag[2].lower()
        if tag[1]:
            self._end(name)
        elif name in NEVER_SHOWN and not tag[3].endswith("/"):
            closing = re.compile(f"</{name}\\b[^>]*+>", re.IGNORECASE).search(self.markup, tag.end())
            return closing.end() if closing else len(self.markup)
        else:
            self._start(name, tag[3])
        return tag.end()

    def _start(self, name: str, attributes: str) -> None:
        if name in ENDS:
            self._close_open(*ENDS[name])
        if len(self.open) > DEEPEST:
            self.too_deep += name not in EMPTY
            return
        found = {
            m[1].lower(): html.unescape(m[2] or m[3] or m[4] or "") for m in ATTRIBUTE.finditer(attributes)
        }
        node = Node(name, found)
        self.open[-1].children.append(node)
        if name not in EMPTY:
            self.open.append(node)

    def _close_open(self, names: set[str], walls: set[str]) -> None:
        for index in range(len(self.open) - 1, 0, -1):
            if self.open[index].name in names:
                del self.open[index:]
                return
            if self.open[index].name in walls:
                return

    def _end(self, name: str) -> None:
        if self.too_deep:
            self.too_deep -= 1
        else:
            self._close_open({name}, WALLS - {name})
