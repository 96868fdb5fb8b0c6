"""The words of a document, read from its HTML: what a search or a plain reading needs, without layout."""

from lxml import html as parser

APART = {
    *["p", "div", "section", "li", "dt", "dd", "tr", "caption", "table", "blockquote", "figure"],
    *["h1", "h2", "h3", "h4", "h5", "h6", "br", "ul", "ol", "dl"],
}
SILENT = {"head", "style", "script"}


def words_of(html: str) -> str:
    """A line for each paragraph, point and row of a table."""
    pieces: list[str] = []
    _gather(parser.fromstring(html), pieces)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _gather(element: parser.HtmlElement, pieces: list[str]) -> None:
    if not isinstance(element.tag, str) or element.tag in SILENT:
        return
    apart = element.tag in APART
    pieces.append("\n" if apart else " " if element.tag in ("td", "th", "title", "desc") else "")
    pieces.append((element.text or "").replace("\n", " "))
    for child in element:
        _gather(child, pieces)
        pieces.append((child.tail or "").replace("\n", " "))
    pieces.append("\n" if apart else " " if element.tag in ("td", "th", "title", "desc") else "")
