"""Tagged PDFs (PDF/UA-1) from HTML."""

from .edition import edition
from .faults import PdfError
from .job import Attachment
from .rendering import html_of, render, warm_up
from .words import words_of

__all__ = ["Attachment", "PdfError", "edition", "html_of", "render", "warm_up", "words_of"]
