"""Tagged PDFs (PDF/UA-1) from HTML."""

from .faults import PdfError
from .job import Attachment
from .rendering import render, render_template, warm_up

__all__ = ["Attachment", "PdfError", "render", "render_template", "warm_up"]
