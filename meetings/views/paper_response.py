"""Papers as answers: shown where they are known to be harmless, saved where they are not, kept by nobody in between."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.text import slugify

from meetings.models import FileFormat, Paper, PaperFile

TYPES = {
    FileFormat.PDF: "application/pdf",
    FileFormat.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def paper_response(content: bytes, paper: Paper, *, is_public: bool = False) -> HttpResponse:
    """A cleaned PDF, by a name of ours."""
    name = f"{paper.item.meeting.on}-{slugify(paper.title)[:60] or 'paper'}.pdf"
    response = HttpResponse(content, content_type=TYPES[FileFormat.PDF])
    response["Content-Disposition"] = content_disposition_header(False, name)
    response["Cache-Control"] = "public, no-cache" if is_public else "private, no-store"
    return response


def attachment_response(content: bytes, file: PaperFile) -> HttpResponse:
    """As it was uploaded: never shown by the browser itself."""
    response = HttpResponse(content, content_type=TYPES[FileFormat(file.format)])
    response["Content-Disposition"] = content_disposition_header(True, file.original_name)
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response
