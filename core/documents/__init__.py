"""PDF and Word files that officers upload: read, looked at and cleaned in a child process with limits."""

from .asking import read_document, warm_up
from .model import Document
from .office import convert
from .refusals import UnreadableDocument

__all__ = ["Document", "UnreadableDocument", "convert", "read_document", "warm_up"]
