from collections.abc import Iterable

import pghistory
import structlog
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from core.access import Role
from people.models import User

log = structlog.get_logger(__name__)


def locked(user: User) -> User:
    """The row as it is now, held until the transaction ends."""
    return User.objects.select_for_update(of=("self",), no_key=True).get(pk=user.pk)


def cancel_open_invitations(account: User) -> int:
    return account.invitations.filter(accepted_at=None, cancelled_at=None).update(cancelled_at=timezone.now())


@transaction.atomic
def change_account(*, user: User, name: str, email: str, roles: Iterable[Role], by: User) -> User:
    """A changed role acts on the person's next request. The last administrator keeps the role."""
    roles = list(roles)
    if Role.ADMINISTRATOR not in roles:
        _keep_an_administrator(without=user)
    account = locked(user)
    before, address_before = account.roles, account.email
    with pghistory.context(user=by.pk):
        account.name, account.email, account.roles = name, email.lower(), roles
        account.full_clean(exclude=["password"])
        account.save(update_fields=["name", "email", "roles"])
        if account.email != address_before:  # whoever reads the old address must not get in
            cancel_open_invitations(account)
        # A row kept from a password reset would let the old address sign in.
        EmailAddress.objects.filter(user=account).exclude(email=account.email).delete()
    if set(roles) != set(before):
        log.info("roles_changed", account=account.pk, by=by.pk, before=before, after=roles)
    return account


@transaction.atomic
def deactivate(*, user: User, reason: str, by: User) -> None:
    """Nobody signs in with the account any more: its sessions and its open invitation end."""
    _keep_an_administrator(without=user)
    account = locked(user)
    if account.deactivated_at:
        raise ValidationError("This account is deactivated already.")
    now = timezone.now()
    with pghistory.context(user=by.pk):
        cancel_open_invitations(account)
        account.is_active = False
        account.deactivated_at, account.deactivated_by, account.deactivation_reason = now, by, reason
        account.sessions_ended_at = now
        account.full_clean(exclude=["password"])
        account.save()
    log.info("account_deactivated", account=account.pk, by=by.pk)


@transaction.atomic
def reactivate(*, user: User, reason: str, by: User) -> User:
    """Usable again; whoever never took up the invitation needs a new one first."""
    account = locked(user)
    if not account.deactivated_at:
        raise ValidationError("This account is not deactivated.")
    with pghistory.context(user=by.pk, reason=reason):
        account.is_active = account.has_usable_password() or account.socialaccount_set.exists()
        account.deactivated_at, account.deactivated_by, account.deactivation_reason = None, None, ""
        account.save()
    log.info("account_reactivated", account=account.pk, by=by.pk)
    return account


@transaction.atomic
def sign_out_everywhere(*, user: User, by: User) -> None:
    """Every session of the account is refused from its next request on, this one too."""
    User.objects.filter(pk=user.pk).update(sessions_ended_at=timezone.now())
    log.info("signed_out_everywhere", account=user.pk, by=by.pk)


@transaction.atomic
def remove_second_factor(*, user: User, reason: str, by: User) -> None:
    """For somebody who lost telephone, passkeys and recovery codes; they set up new ones."""
    account = locked(user)
    removed, _ = Authenticator.objects.filter(user=account).delete()
    if not removed:
        raise ValidationError("This account has no second factor to remove.")
    with pghistory.context(user=by.pk, reason=reason):
        account.second_factor_removed_at = account.sessions_ended_at = timezone.now()
        account.save(update_fields=["second_factor_removed_at", "sessions_ended_at"])
    log.info("second_factor_removed", account=account.pk, by=by.pk)


def _keep_an_administrator(*, without: User) -> None:
    """Refuses a change after which nobody could manage accounts.

    Holds the administrators' rows, always in one order and before any other, so that two who remove
    each other take turns instead of blocking each other.
    """
    administrators = User.objects.administrators().select_for_update(of=("self",), no_key=True)
    if [account.pk for account in administrators.order_by("pk")] == [without.pk]:
        raise ValidationError(
            "This is the only active administrator. Give somebody else the role first, then try again."
        )
