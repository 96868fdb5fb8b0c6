"""What is said when a page cannot be shown. No page here may need the database: it may be what failed."""

import logging
import secrets
import sys
from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.db.utils import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.csrf import requires_csrf_token

from core.context_processors import portal

RETRY_AFTER = 10  # seconds
WITHOUT_STYLES = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Something went wrong</title></head>
<body><h1>Something went wrong on our side</h1><p>Try again in a few minutes. If it happens again,
give us this reference: {reference}</p></body></html>"""

logger = logging.getLogger(__name__)


@requires_csrf_token
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    status = 413 if isinstance(exception, RequestDataTooBig) else 400
    return _page(request, status, limit=settings.UPLOAD_LIMIT_MB)


@requires_csrf_token
def refused(request: HttpRequest, exception: PermissionDenied) -> HttpResponse:
    reason = next((str(said) for said in exception.args if said), "")
    return _page(request, 403, reason=reason)


@requires_csrf_token
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, 404)


@requires_csrf_token
def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The token that protects forms was missing or old. Django has logged the reason."""
    return _page(request, 403, template="403_csrf.html")


def page_for_method(get_response: Callable) -> Callable:
    """Middleware: an address that only takes a form says so to somebody who opens it, instead of nothing at all."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if (
            response.status_code != HTTPStatus.METHOD_NOT_ALLOWED
            or request.method != "GET"
            or response.content
        ):
            return response
        page = _page(request, HTTPStatus.METHOD_NOT_ALLOWED, template="405.html")
        page["Allow"] = response["Allow"]
        return page

    return middleware


def server_error(request: HttpRequest) -> HttpResponse:
    """A mistake of ours, or the database out of reach. Neither page may ask the database who is reading."""
    out_of_reach = isinstance(sys.exc_info()[1], OperationalError | InterfaceError)
    status, reference = 503 if out_of_reach else 500, _reference(request)
    logger.error("Reference %s: %s answered %s", reference, request.path, status)
    page = _even_if_all_fails(f"{status}.html", portal(request) | {"reference": reference})
    return HttpResponse(page, status=status, headers={"Retry-After": RETRY_AFTER} if out_of_reach else None)


def _page(request: HttpRequest, status: int, *, template: str = "", **said: object) -> HttpResponse:
    page = render_to_string(template or f"{status}.html", said, request)
    return HttpResponse(page, status=status)


def _reference(request: HttpRequest) -> str:
    """The beginning of the request's id, short enough to read out on the telephone: 3F9A-12BC."""
    known = getattr(request, "id", None) or secrets.token_hex(4)
    return f"{known[:4]}-{known[4:8]}".upper()


def _even_if_all_fails(template: str, context: dict) -> str:
    try:
        return render_to_string(template, context)
    except Exception:  # the styles may not have been built, which may be what went wrong
        logger.exception("The error page itself failed")
        return WITHOUT_STYLES.format(reference=context["reference"])
