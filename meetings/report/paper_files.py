"""What inspection saw of an uploaded file, in sentences for the officer who uploaded it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.template.defaultfilters import filesizeformat

from meetings.date_words import joined
from meetings.models import Paper, PaperFile, PaperKind

MOST_NAMED = 6  # pages
TAKEN_OUT = {
    "scripts": "scripts",
    "actions": "things that start by themselves",
    "attachments": "attached files",
    "comments": "comments and marks",
    "form_fields": "form fields (what was filled in stays on the page)",
    "links": "links that do more than lead to a page or a web address",
    "media": "films and sounds",
    "layers": "layers that were switched off",
}
MADE_BY = {"libreoffice": "LibreOffice, as Word shows it", "portal": "the portal, from its words and tables"}


@dataclass(frozen=True, slots=True)
class Inspected:
    """`facts` say what it is; `cautions` what a reader will miss, with the way to mend it; `done` what was changed."""

    facts: list[str]
    cautions: list[str]
    done: list[str]


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper on the officer's list, with the newest of its files."""

    paper: Paper
    file: PaperFile | None
    inspected: Inspected | None
    may_move: tuple[bool, bool]

    @property
    def is_withdrawn(self) -> bool:
        return self.paper.withdrawn_at is not None


def paper_rows(papers: Sequence[Paper]) -> list[PaperRow]:
    """Those that stand in their order, then those that were withdrawn. `papers` with their files and reports."""
    standing = [one for one in papers if one.withdrawn_at is None]
    gone = [one for one in papers if one.withdrawn_at is not None]
    last = len(standing) - 1
    return [_row(one, (place > 0, place < last)) for place, one in enumerate(standing)] + [
        _row(one, (False, False)) for one in gone
    ]


def inspected(file: PaperFile) -> Inspected:
    return Inspected(list(_facts(file)), list(_cautions(file)), list(_done(file)))


def file_words(file: PaperFile) -> str:
    """ "12 pages, 1.2 MB"."""
    return f"{file.pages} page{'' if file.pages == 1 else 's'}, {filesizeformat(file.pdf_size)}"


def _row(paper: Paper, may_move: tuple[bool, bool]) -> PaperRow:
    files = list(paper.files.all()) if paper.kind == PaperKind.FILE else []
    file = max(files, key=lambda one: one.number, default=None)
    return PaperRow(paper, file, inspected(file) if file else None, may_move)


def _facts(file: PaperFile) -> Iterator[str]:
    seen = file.seen
    yield f"{file_words(file)}, from “{file.original_name}”."
    sizes = [words if len(seen["sizes"]) == 1 else f"{number} of {words}" for words, number in seen["sizes"]]
    yield f"Page size: {joined(sizes)}."
    if seen["rotated"]:
        yield f"{_pages(seen['rotated'])} turned; the pack numbers them as they are read."
    yield "Tagged for screen readers." if file.is_tagged else "Not tagged for screen readers."
    if not seen["scanned"]:
        yield "Its text can be searched and read aloud."
    if not seen["fonts_missing"]:
        yield "Its fonts are in the file."
    if "made_by" in seen:
        by = (
            "LibreOffice, as Word shows it"
            if seen["made_by"] == "libreoffice"
            else "the portal, from its words and tables"
        )
        yield f"The PDF was made by {by}."


def _cautions(file: PaperFile) -> Iterator[str]:
    seen = file.seen
    if seen["scanned"]:
        yield (
            f"{_named(seen['scanned'])} {_is(seen['scanned'])} a picture of text: nobody can search it or hear it "
            "read aloud. Upload the file that it was printed from."
        )
    if not file.is_tagged:
        yield (
            "A screen reader cannot tell its headings and tables. Upload the Word document instead, or save it as PDF "
            "with “Document structure tags for accessibility”."
        )
    if seen["blank"]:
        yield f"{_named(seen['blank'])} {_is(seen['blank'])} empty. Look whether something is missing there."
    if seen["fonts_missing"]:
        yield (
            f"It expects fonts that others may not have: {joined(seen['fonts_missing'])}. Save it as PDF again with "
            "its fonts embedded, or it may look different in print."
        )
    if seen["was_mended"]:
        yield "It was damaged and has been mended. Compare every page with the original."
    yield from _word_cautions(seen)


def _word_cautions(seen: dict) -> Iterator[str]:
    is_drawn_here = seen.get("made_by") == "portal"
    if is_drawn_here and seen.get("pictures"):
        yield (
            f"{_of(seen['pictures'], 'picture or chart', 'pictures and charts')} left out. To keep them, save it as "
            "PDF in Word and replace this file."
        )
    if is_drawn_here and seen.get("embedded"):
        yield f"{_of(seen['embedded'], 'embedded file', 'embedded files')} left out."
    if seen.get("linked"):
        yield f"{_of(seen['linked'], 'part that lies', 'parts that lie')} in another place left out."
    if seen.get("changes"):
        yield "It has tracked changes. The paper is as if all of them were accepted: look whether that is meant."
    if seen.get("hidden"):
        yield (
            f"{_of(seen['hidden'], 'piece of hidden text', 'pieces of hidden text')} left out. To have it read, take "
            "“Hidden” off it in Word (under Font) and replace this file."
        )
    if seen.get("comments"):
        yield f"{_of(seen['comments'], 'comment', 'comments')} left out of the paper."


def _done(file: PaperFile) -> Iterator[str]:
    if file.seen["was_protected"]:
        yield "It was protected against printing or copying. The protection was lifted, and that is on record."
    taken = [f"{number} {TAKEN_OUT[kind]}" for kind, number in file.seen["taken_out"]]
    if taken:
        yield f"Taken out of the copy that is published: {joined(taken)}."
    yield "Author, program and other hidden facts were taken out of the copy that is published."


def _of(number: int, one: str, more: str) -> str:
    return f"1 {one} was" if number == 1 else f"{number} {more} were"


def _pages(number: int) -> str:
    return "1 page is" if number == 1 else f"{number} pages are"


def _named(numbers: list[int]) -> str:
    """ "Page 3", "Pages 3, 4 and 7", "12 pages"."""
    if len(numbers) > MOST_NAMED:
        return f"{len(numbers)} pages"
    return f"{'Page' if len(numbers) == 1 else 'Pages'} {joined([str(number) for number in numbers])}"


def _is(numbers: list[int]) -> str:
    return "is" if len(numbers) == 1 else "are each"
