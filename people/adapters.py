"""How the portal differs from allauth's ways: nobody signs up, and a second factor's secrets are enciphered."""

import base64
import hashlib
import time
from smtplib import SMTPException
from typing import Any

import structlog
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.urls import reverse

from people.mail import NOT_SENT, text
from people.models import User

log = structlog.get_logger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "The e-mail address or the password is not right. Check both and try again.",
        "too_many_login_attempts": "Too many sign-ins have failed. Wait five minutes, then try again.",
        "incorrect_password": "This is not your password. Type the password you signed in with.",
        "enter_current_password": "This is not your current password. Type it again.",
        "invalid_password_reset": "This link was used before or has run out. Ask for a new one.",
        "rate_limited": "Too many tries. Wait five minutes, then try again.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Not from somebody who signed in a moment ago: setting up a second factor comes right after."""
        if self._signed_in_just_now():
            return False
        return super().is_reauthentication_required(app=app, **kwargs)

    def render_mail(
        self, template_prefix: str, email: str, context: dict, headers: Any = None
    ) -> EmailMessage:
        """As plain text: names with an apostrophe stay as they are."""
        subject, message = (text(f"{template_prefix}_{part}.txt", context) for part in ("subject", "message"))
        return EmailMessage(subject, message, self.get_from_email(), [email], headers=headers)

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """What the mail is about is done already; the same is said whether or not somebody has the address."""
        try:
            super().send_mail(template_prefix, email, context)
        except (SMTPException, OSError) as trouble:
            log.error(
                "mail_not_sent", mail=template_prefix, error=type(trouble).__name__
            )  # never the address
            messages.error(self.request, NOT_SENT)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("people:own_account")

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        log.warning("sign_in_failed", method="password", address=address_of(request))

    def _signed_in_just_now(self) -> bool:
        request = context.request
        records = get_authentication_records(request, request.user)
        age = time.time() - records[-1]["at"] if records else settings.SESSION_COOKIE_AGE
        return age < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


def address_of(request: HttpRequest) -> str:
    """Of whoever asks, behind as many proxies as the settings trust."""
    return AccountAdapter(request).get_client_ip(request)


class UnreadableSecondFactor(ValidationError, PermissionDenied):
    """Said at a form's field, or on the page of a refusal where there is no form."""


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "This code is not right, or was used before. Wait for the next one and type it in.",
    }

    def encrypt(self, text: str) -> str:
        return self._cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        try:
            return self._cipher().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            log.error("second_factor_unreadable", remedy="add the former SECRET_KEY to SECRET_KEY_FALLBACKS")
            raise UnreadableSecondFactor(
                "The portal cannot read your second factor any more. Ask an administrator to remove it; then sign"
                " in and set up a new one."
            ) from None

    def generate_authenticator_name(self, user: User, type: str) -> str:
        return f"Passkey {user.authenticator_set.filter(type=type).count() + 1}"

    def _get_site_name(self) -> str:
        return f"{settings.COUNCIL_NAME} {settings.PANEL_NAME}"

    def _cipher(self) -> MultiFernet:
        """Keys from SECRET_KEY and the older ones, so that a copy of the database alone gives nothing away."""
        keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
        digests = (hashlib.sha256(b"people.second_factor" + key.encode()).digest() for key in keys)
        return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
