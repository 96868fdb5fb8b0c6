from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse

MEGABYTE = 1024 * 1024
CHUNK = 64 * 1024


class RefuseTooLarge:
    """Refuses a body far above the upload limit before any of it is kept.

    A body that is not read makes browsers show "connection reset" in place of our page, so up to ten times the
    limit is read and thrown away first.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        limit = (settings.UPLOAD_LIMIT_MB + 1) * MEGABYTE  # the other fields of the form
        declared = request.META.get("CONTENT_LENGTH") or "0"
        length = int(declared) if declared.isdigit() else 0
        if length > limit:
            _throw_away(request, at_most=10 * limit)
            raise RequestDataTooBig(f"A body of {length} bytes is above the limit of {limit}.")
        return self.get_response(request)


def _throw_away(request: HttpRequest, *, at_most: int) -> None:
    for _ in range(at_most // CHUNK):
        if not request.read(CHUNK):
            return
