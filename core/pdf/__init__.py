"""Tagged PDFs (PDF/UA-1) from HTML."""

from .faults import PdfError
from .job import Attachment
from .rendering import html_of, render, warm_up

__all__ = ["Attachment", "PdfError", "html_of", "render", "warm_up"]
