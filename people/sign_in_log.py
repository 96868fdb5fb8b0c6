"""Writes down who signed in and what changed in how; hears allauth's and Django's signals, decides nothing."""

from typing import Any

import structlog
from allauth.account import signals as account
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.mfa import signals as mfa
from django.contrib.auth import signals as auth

from people.adapters import address_of

log = structlog.get_logger(__name__)

EVENTS = [
    (auth.user_logged_out, "signed_out"),
    (account.password_changed, "password_changed"),
    (account.password_set, "password_set"),
    (account.password_reset, "password_reset"),
    (mfa.authenticator_added, "second_factor_added"),
    (mfa.authenticator_removed, "second_factor_taken_away"),
    (mfa.authenticator_reset, "recovery_codes_renewed"),
]


def listen() -> None:
    auth.user_logged_in.connect(_signed_in)
    mfa.authentication_failed.connect(_second_factor_failed)
    for signal, event in EVENTS:
        signal.connect(_writer(event), weak=False)


def _writer(event: str) -> Any:
    def write(user: Any = None, **details: Any) -> None:
        if user is not None and user.pk:
            log.info(event, account=user.pk)

    return write


def _signed_in(request: Any, user: Any, **details: Any) -> None:
    methods = [record["method"] for record in get_authentication_records(request, user)]
    log.info("signed_in", account=user.pk, methods=methods)


def _second_factor_failed(user: Any, authenticator: Any, **details: Any) -> None:
    address = address_of(context.request)
    log.warning("sign_in_failed", account=user.pk, method=authenticator.type, address=address)
