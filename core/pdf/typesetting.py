"""HTML to a finished PDF, in this process. Only the limited child does that; everybody else calls ``render``."""

import logging
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from xml.etree.ElementTree import Element

import pydyf
import weasyprint
from fontTools.ttLib import TTFont
from weasyprint.css.counters import CounterStyle
from weasyprint.logger import LOGGER
from weasyprint.text.fonts import FontConfiguration

from .faults import PdfError
from .fetching import MissingFile, OwnFilesOnly, own_file
from .job import Job
from .languages import tell_languages
from .letters import Fonts, learn
from .preparing import prepare
from .split_tables import join_split_tables
from .tagging import finish
from .whole_words import join_lines

FONT = "build/fonts/SourceSans3-Regular.ttf"
ROW_SCOPES = ("row", "rowgroup")


def typeset(job: Job) -> tuple[bytes, list[str]]:
    """The PDF, and the addresses that were refused. Raises PdfError without the document's title."""
    tempfile.tempdir = job.folder
    fetcher = OwnFilesOnly(job)
    try:
        html = _prepared(job, fetcher)
        with _whole_drawings():
            document = _laid_out(html, job, fetcher)
            written = document.write_pdf(
                pdf_variant="pdf/ua-1", finisher=partial(_label, root=html.etree_element)
            )
    except MissingFile as missing:
        raise PdfError("missing_file", name=str(missing)) from None
    except RecursionError:
        raise PdfError("too_deep") from None
    return finish(written), fetcher.refused


def rehearse(job: Job) -> None:
    """Of a job that prints the usual letters: they are known after it, and so is the code that every job runs."""
    fetcher = OwnFilesOnly(job)
    document = _laid_out(_prepared(job, fetcher), job, fetcher)
    finish(document.write_pdf(pdf_variant="pdf/ua-1"))
    learn(document)


def _prepared(job: Job, fetcher: OwnFilesOnly) -> weasyprint.HTML:
    base = job.base_url or job.static_url
    html = weasyprint.HTML(string=job.html, base_url=base, url_fetcher=fetcher)
    html.base_url = base  # whatever a <base> in the document says
    prepare(html.etree_element, title=job.title, lang=job.lang, base_url=job.base_url, covered=_covered(job))
    return html


def _laid_out(html: weasyprint.HTML, job: Job, fetcher: OwnFilesOnly) -> weasyprint.Document:
    shared = {"font_config": FontConfiguration(), "counter_style": CounterStyle()}
    sheets = [
        weasyprint.CSS(url=job.static_url + name, url_fetcher=fetcher, **shared) for name in job.stylesheets
    ]
    document = html.render(stylesheets=sheets, pdf_variant="pdf/ua-1", **shared)
    for page in document.pages:  # bold words in a link are no second link, which nothing would name
        page.links[:] = [link for link in page.links if link[-1].element_tag == "a"]
    document.fonts = Fonts()
    return document


@contextmanager
def _whole_drawings() -> Iterator[None]:
    """WeasyPrint only logs a drawing it cannot draw, and leaves it out. Raises PdfError after such a message."""
    heard = _Drawings(level=logging.ERROR)
    LOGGER.addHandler(heard)
    try:
        yield
    finally:
        LOGGER.removeHandler(heard)
    if heard.failed:
        raise PdfError("broken_drawing")


class _Drawings(logging.Handler):
    failed = False

    def emit(self, record: logging.LogRecord) -> None:
        self.failed = self.failed or record.msg.startswith(
            ("Failed to load inline SVG", "Failed to render SVG")
        )


def _covered(job: Job) -> frozenset[int]:
    """The code points of the document font; a document in other fonts answers for its own letters."""
    path = own_file(job.static_roots, FONT)
    return _code_points(path) if path else frozenset()


@cache
def _code_points(path: Path) -> frozenset[int]:
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())


def _label(document: weasyprint.Document, pdf: pydyf.PDF, *, root: Element) -> None:
    """While the boxes are still at hand: what a link is called, which cells a head heads, what belongs together."""
    _refuse_missing_letters(document)
    for page in document.pages:
        for _, _, _, box in page.links:
            if annotation := getattr(box, "link_annotation", None):
                annotation["Contents"] = pydyf.String(_words(box.element))
        for box in page._page_box.descendants():
            if box.element_tag == "th" and hasattr(box, "mark"):
                is_row = box.element.get("scope") in ROW_SCOPES
                box.mark["A"]["Scope"] = "/Row" if is_row else "/Column"
    tell_languages(document, pdf)
    join_split_tables(document, pdf, root)
    join_lines(pdf)


def _refuse_missing_letters(document: weasyprint.Document) -> None:
    missing = {code for font in document.fonts.values() for code in font.missing}
    if missing:
        names = [
            f"{chr(code)} ({unicodedata.name(chr(code), 'no name').lower()})" for code in sorted(missing)
        ]
        raise PdfError("letters", letters=", ".join(names[:5]) + (" ..." if len(names) > 5 else ""))


def _words(link: Element) -> str:
    return " ".join((link.get("title") or "".join(link.itertext())).split()) or link.get("href")
