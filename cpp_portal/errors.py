import sys

from django.db.utils import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from core.context_processors import portal

RETRY_AFTER = 10  # seconds


def server_error(request: HttpRequest) -> HttpResponse:
    """A mistake of ours, or the database out of reach. Neither page may ask the database who is reading."""
    out_of_reach = isinstance(sys.exc_info()[1], OperationalError | InterfaceError)
    status = 503 if out_of_reach else 500
    page = render_to_string(f"{status}.html", portal(request))
    return HttpResponse(page, status=status, headers={"Retry-After": RETRY_AFTER} if out_of_reach else None)
