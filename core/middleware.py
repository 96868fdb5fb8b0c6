"""What every request goes through: an id to ask about, a limit of its size, a word on who may keep the answer."""

import uuid
from collections.abc import Callable

import structlog
from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers
from whitenoise.middleware import WhiteNoiseFileResponse

GetResponse = Callable[[HttpRequest], HttpResponse]
MEGABYTE = 1024 * 1024
CHUNK = 64 * 1024


def request_id(get_response: GetResponse) -> GetResponse:
    """Names the request in its log lines, in X-Request-ID and on the page of a failure."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.id = uuid.uuid4().hex
        with structlog.contextvars.bound_contextvars(request=request.id):
            response = get_response(request)
        response["X-Request-ID"] = request.id
        return response

    return middleware


def head_alone(get_response: GetResponse) -> GetResponse:
    """Asked by HEAD, a view answers as by GET; its length is told and its body kept back, as gunicorn expects."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method == "HEAD":
            if response.streaming:
                response.streaming_content = []
            else:
                response.content = b""
        return response

    return middleware


def keep_private(get_response: GetResponse) -> GetResponse:
    """No browser or proxy keeps what a signed-in person saw, nor a page that sets a cookie.

    Styles and scripts are the same for everybody, and are kept as WhiteNoise says.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if isinstance(response, WhiteNoiseFileResponse):
            return response
        if settings.SESSION_COOKIE_NAME in request.COOKIES or response.cookies:
            add_never_cache_headers(response)
        return response

    return middleware


class RefuseTooLarge:
    """Refuses a body far above the upload limit before any of it is kept.

    A body that is not read makes browsers show "connection reset" in place of our page, so up to ten times the
    limit is read and thrown away first.
    """

    def __init__(self, get_response: GetResponse) -> None:
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
