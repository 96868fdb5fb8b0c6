"""What a file is, by its bytes; its name only has to agree."""

from .refusals import UnreadableDocument

PDF, WORD = "pdf", "docx"
EXTENSIONS = (PDF, WORD)
HEAD = 1024  # a PDF may begin with some bytes of other use
OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")


def format_of(data: bytes, filename: str) -> str:
    """Raises UnreadableDocument."""
    found, ending = sniffed(data), filename.rpartition(".")[2].lower()
    if ending in EXTENSIONS and found != ending:
        raise UnreadableDocument("is_pdf" if found == PDF else "is_word")
    return found


def sniffed(data: bytes) -> str:
    if not data:
        raise UnreadableDocument("empty")
    if data.startswith(b"PK"):
        return WORD
    if b"%PDF-" in data[:HEAD]:
        return PDF
    raise UnreadableDocument("old_word" if data.startswith(OLD_OFFICE) else "unknown")
