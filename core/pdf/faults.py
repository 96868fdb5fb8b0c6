"""Why a document could not be made, in sentences an officer can act on."""

REASONS = {
    "too_slow": "it took longer than {seconds} seconds to lay out. Look for a very long table or deeply nested lists",
    "too_much_memory": "it needed more memory than one document may use. Look for a very long table or a huge picture",
    "too_deep": "its lists, quotations or boxes are nested too deeply. Take out some levels",
    "missing_file": "the portal's own file {name} is missing. Run `make setup`, or tell an administrator",
    "letters": "it has letters that the document font cannot print: {letters}. Write them in another way",
    "no_description": "a picture in it has no description for people who cannot see it",
    "broken_drawing": "a chart or picture in it could not be drawn. Tell an administrator",
    "busy": "other documents are being made. Try again in a minute",
    "stopped": "the program that makes PDFs stopped ({fault}). Tell an administrator",
}


class PdfError(Exception):
    """``str()`` names the document and says what to do; ``code`` and ``fields`` say it to programs."""

    def __init__(self, code: str, *, title: str = "", **fields: object):
        self.code, self.title, self.fields = code, title, fields
        self.reason = REASONS[code].format(**fields)
        super().__init__(f"“{title}” could not be made into a PDF: {self.reason}.")
