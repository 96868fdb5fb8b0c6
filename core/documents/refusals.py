"""Why a file cannot be a paper, in sentences that say what to do."""

AGAIN = "Open it in the program that made it, save it as PDF again and upload that."
AS_PDF = "Open it in the program that made it, save it as PDF there and upload that."  # be it Word or PDF now
REASONS = {
    "empty": "The file has nothing in it. Save it again, then choose it.",
    "unknown": "The file is neither a PDF nor a Word document (.docx). Save it as PDF and choose that.",
    "is_pdf": "The name of the file ends in .docx, but it is a PDF. Give it a name that ends in .pdf.",
    "is_word": "The name of the file ends in .pdf, but it is a Word document. Give it a name that ends in .docx.",
    "old_word": "The file is an old Word document, or has a password to open. Save it as .docx without a password.",
    "password": "The file needs a password to open. Save it without one and upload that.",
    "broken": f"The file is damaged and cannot be read. {AGAIN}",
    "no_pages": f"The file has no pages. {AGAIN}",
    "too_many_pages": "The file has {pages:,} pages, and a paper may have {most}. Divide it into several papers.",
    "page_broken": f"Page {{page}} of the file is damaged and cannot be read. {AGAIN}",
    "page_size": "Page {page} of the file is {size} and cannot be printed. Make it A4 or A3 and upload the file again.",
    "macros": "The file holds macros. Save it as “Word document (.docx)” without macros and upload that.",
    "brings_in": "The file has a field that brings in another file ({field}). In Word, press Ctrl+A, then "
    "Ctrl+Shift+F9, so that the words stay and the field goes. Save it and upload it again.",
    "unpacks": "The file unpacks to far more than a document needs. Make its pictures smaller, or save it as PDF.",
    "not_whole": "The file is no whole Word document: a part of it is missing, double or unreadable. Open it in Word, "
    "save it again and upload that.",
    "too_long": "The file is too long to be made into a PDF here. Save it as PDF in Word and upload that.",
    "no_words": "There are no words in the file. Save it as PDF in Word and upload that.",
    "too_deep": "Tables or lists in the file lie too deeply in each other. Save it as PDF in Word and upload that.",
    "too_slow": f"The file took longer than {{seconds:.0f}} seconds to read. {AS_PDF}",
    "too_much_memory": f"The file needs more memory to read than one file may use. {AS_PDF}",
    "busy": "Other files are being read. Try again in a minute.",
    "stopped": f"The file could not be read to its end. {AS_PDF}",
    "not_converted": "LibreOffice could not make a PDF of the file. Save it as PDF in Word and upload that.",
}


class UnreadableDocument(Exception):
    """``str()`` says what is the matter and what to do; ``code`` and ``fields`` say it to programs."""

    def __init__(self, code: str, **fields: object):
        self.code, self.fields = code, fields
        super().__init__(REASONS[code].format(**fields))
