from collections.abc import Callable

from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from core.access import needs_second_factor

# What somebody may open before the second factor is set up.
SET_UP_VIEWS = {
    "account_logout",
    "account_reauthenticate",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_list_webauthn",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "mfa_view_recovery_codes",
}


class SecondFactorMiddleware:
    """Sends whoever must have a second factor, and has none, to set one up before anything else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: object) -> HttpResponse | None:
        if not settings.REQUIRE_SECOND_FACTOR or request.resolver_match.url_name in SET_UP_VIEWS:
            return None
        user = request.user
        if not needs_second_factor(user) or user.has_second_factor or _signed_on_with_one(request):
            return None
        messages.info(
            request, "Your role needs a second factor. Set one up now; the portal opens after that."
        )
        return redirect("mfa_index")


def _signed_on_with_one(request: HttpRequest) -> bool:
    """Whether single sign-on, trusted to ask for a second factor itself, opened this session."""
    records = get_authentication_records(request, request.user)
    return settings.OIDC_SECOND_FACTOR and any(r["method"] == "socialaccount" for r in records)
