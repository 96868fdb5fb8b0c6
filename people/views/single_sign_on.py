"""Allauth's two views of single sign-on, with a plain answer while the service is out of reach."""

from collections.abc import Callable
from functools import wraps

import structlog
from allauth.socialaccount.providers.openid_connect import views as openid_connect
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe
from requests import RequestException

log = structlog.get_logger(__name__)


def _said_plainly(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    @wraps(view)
    def shown(request: HttpRequest, provider_id: str) -> HttpResponse:
        try:
            return view(request, provider_id)
        except RequestException as problem:
            log.warning("sign_on_service_out_of_reach", error=type(problem).__name__)
            return render(request, "socialaccount/authentication_error.html", status=503)

    return shown


begin = require_http_methods(["GET", "HEAD", "POST"])(_said_plainly(openid_connect.login))
callback = require_safe(_said_plainly(openid_connect.callback))
