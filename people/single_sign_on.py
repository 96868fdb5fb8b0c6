"""Single sign-on by OpenID Connect: an identity is an issuer and a subject, never an e-mail address."""

from typing import Any

import structlog
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import render

from people.actions import accept_invitation
from people.adapters import address_of
from people.models import Invitation

log = structlog.get_logger(__name__)
INVITATION_IN_SESSION = "invitation"


class SingleSignOnProvider(OpenIDConnectProvider):
    def extract_uid(self, data: dict[str, Any]) -> str:
        identity = data["id_token"]
        return f"{identity['iss']} {identity['sub']}"

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:
        """Of what the service tells about a person nothing else is kept."""
        return {"id_token": {key: data["id_token"][key] for key in ("iss", "sub")}}


class SingleSignOnAdapter(DefaultSocialAccountAdapter):
    """Somebody's first sign-on joins the account whose invitation they opened; strangers are refused."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def on_authentication_error(self, request: HttpRequest, provider: Any, **kwargs: Any) -> None:
        log.warning(
            "sign_in_failed",
            method="single_sign_on",
            error=str(kwargs.get("error")),
            address=address_of(request),
        )

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        invitation_pk = request.session.pop(INVITATION_IN_SESSION, None)
        invitation = Invitation.objects.open().filter(pk=invitation_pk).select_related("user").first()
        if invitation and sociallogin.user.pk in (None, invitation.user_id):
            self._join(request, sociallogin, invitation)
        elif invitation or not sociallogin.is_existing:
            log.warning(
                "sign_in_failed", method="single_sign_on", error="not invited", address=address_of(request)
            )
            raise ImmediateHttpResponse(render(request, "socialaccount/not_invited.html", status=403))

    @transaction.atomic
    def _join(self, request: HttpRequest, sociallogin: SocialLogin, invitation: Invitation) -> None:
        """One identity for each account: an earlier one is let go."""
        try:
            account = accept_invitation(invitation=invitation)
        except ValidationError:  # used in another window a moment ago
            raise ImmediateHttpResponse(
                render(request, "socialaccount/not_invited.html", status=403)
            ) from None
        SocialAccount.objects.filter(user=account).exclude(uid=sociallogin.account.uid).delete()
        sociallogin.connect(request, account)
