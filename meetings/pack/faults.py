"""Why a pack could not be built, in a sentence that names the item and the file and says what to do."""

REASONS = {
    "empty": "it is empty. Upload the file again",
    "unreadable": "it cannot be read as a PDF. Save it as a PDF again and replace it",
    "password": "it needs a password to open. Ask its author for a copy without one",
    "no_pages": "it has no pages. Save it as a PDF again and replace it",
    "damaged": "page {page} of it is damaged. Save it as a PDF again and replace it",
    "cut_short": "it is damaged: of {told} pages only {found} can be found. Save it as a PDF again and replace it",
    "torn": "parts of it are missing or damaged. Save it as a PDF again and replace it",
    "too_many_pages": "it has {found} pages, and one paper may have {most}. Split it",
    "no_size": "page {page} of it has no size. Save it as a PDF again and replace it",
    "too_much": "reading it takes more memory than one paper may use. Save it again with smaller pictures",
    "too_slow": "reading it takes longer than {seconds} seconds. Save it as a PDF again and replace it",
    "busy": "other packs are being built. Try again in a minute",
    "stopped": "the program that reads it stopped. Save it as a PDF again, or tell an administrator",
    "missing": "the file is not in the portal any more. Upload it again",
    "not_made": "{said}",
}


class PackFault(Exception):
    """``str()`` is for the officer; ``code`` and ``fields`` say it to programs."""

    def __init__(self, code: str, *, item: str = "", file: str = "", **fields: object) -> None:
        self.code, self.item, self.file, self.fields = code, item, file, fields
        super().__init__(f"{self._where()}: {REASONS[code].format(**fields)}.".replace("..", "."))

    def of(self, *, item: str, file: str) -> "PackFault":
        """The same, once it is known whose file it is."""
        return PackFault(self.code, item=item, file=file, **self.fields)

    def _where(self) -> str:
        place = f"Item {self.item}" if self.item else "The pack"
        return f"{place}, “{self.file}”" if self.file else place


class Unsettled(Exception):
    """The page numbers on the agenda change its length each time they are printed."""

    def __init__(self, passes: int) -> None:
        super().__init__(
            f"The page numbers did not settle in {passes} passes: each time they were printed, the agenda changed "
            "its length. Shorten or lengthen one of its lines a little."
        )
