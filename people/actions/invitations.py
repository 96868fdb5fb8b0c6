import hashlib
import secrets
from collections.abc import Iterable
from datetime import timedelta
from typing import NamedTuple

import pghistory
import structlog
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from core.access import Role
from people.actions.accounts import cancel_open_invitations, locked
from people.models import Invitation, SignInMethod, User

log = structlog.get_logger(__name__)


class SentInvitation(NamedTuple):
    invitation: Invitation
    token: str  # stands in the link only; the database keeps its hash


@transaction.atomic
def invite(*, email: str, name: str, roles: Iterable[Role], by: User) -> SentInvitation:
    """Open an account that nobody can use until its invitation is accepted."""
    account = User(email=email.lower(), name=name, roles=list(roles), is_active=False, invited_by=by)
    account.set_unusable_password()
    account.full_clean()
    with pghistory.context(user=by.pk):
        account.save()
    log.info("account_invited", account=account.pk, by=by.pk, roles=account.roles)
    return send_invitation(user=account, by=by)


@transaction.atomic
def send_invitation(*, user: User, by: User) -> SentInvitation:
    """A fresh link for somebody; the one before it stops working."""
    account = locked(user)
    if account.deactivated_at:
        raise ValidationError("This account is deactivated. Reactivate it, then send the invitation.")
    token, now = secrets.token_urlsafe(32), timezone.now()
    with pghistory.context(user=by.pk):
        cancel_open_invitations(account)
        invitation = Invitation.objects.create(
            user=account,
            token_hash=_hashed(token),
            sent_to=account.email,
            sent_by=by,
            sent_at=now,
            expires_at=now + timedelta(days=settings.INVITATION_DAYS),
        )
    log.info("invitation_sent", account=account.pk, invitation=invitation.pk, by=by.pk)
    return SentInvitation(invitation, token)


@transaction.atomic
def cancel_invitation(*, user: User, by: User) -> None:
    with pghistory.context(user=by.pk):
        if not cancel_open_invitations(locked(user)):
            raise ValidationError("There is no open invitation to cancel.")
    log.info("invitation_cancelled", account=user.pk, by=by.pk)


def find_invitation(token: str) -> Invitation | None:
    """The open invitation whose link this is."""
    return Invitation.objects.open().filter(token_hash=_hashed(token)).select_related("user").first()


@transaction.atomic
def accept_invitation(*, invitation: Invitation, password: str | None = None) -> User:
    """Make the account usable, with this password or, without one, by single sign-on.

    Raises ValidationError when the link was used or cancelled or ran out meanwhile.
    """
    account = locked(invitation.user)
    still_open = Invitation.objects.open().filter(pk=invitation.pk).first()
    if not still_open:
        raise ValidationError("This invitation was used, was cancelled or ran out. Ask for a new one.")
    with pghistory.context(user=account.pk):
        still_open.accepted_at = timezone.now()
        still_open.accepted_with = SignInMethod.PASSWORD if password else SignInMethod.SINGLE_SIGN_ON
        still_open.save(update_fields=["accepted_at", "accepted_with"])
        if password:
            account.set_password(password)
        account.is_active = True
        account.save(update_fields=["is_active", "password"])
    log.info("invitation_accepted", account=account.pk, method=still_open.accepted_with)
    return account


def _hashed(token: str) -> str:
    """256 random bits need no salt."""
    return hashlib.sha256(token.encode()).hexdigest()
