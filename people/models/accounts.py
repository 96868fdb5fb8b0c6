from typing import Any

import pghistory
import pgtrigger
from allauth.mfa.models import Authenticator
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, Max, OuterRef, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac

from core.access import Role

ADDRESS_TAKEN = "Somebody already has an account with this e-mail address."
SECOND_FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


class AccountState(models.TextChoices):
    ACTIVE = "active", "Active"
    INVITED = "invited", "Invited"
    NOT_TAKEN_UP = "not_taken_up", "Invitation not taken up"
    DEACTIVATED = "deactivated", "Deactivated"


STATE_CONDITIONS = {
    AccountState.ACTIVE: Q(is_active=True),
    AccountState.INVITED: Q(is_active=False, deactivated_at=None, invited_until__isnull=False),
    AccountState.NOT_TAKEN_UP: Q(is_active=False, deactivated_at=None, invited_until=None),
    AccountState.DEACTIVATED: Q(deactivated_at__isnull=False),
}


class UserQuerySet(models.QuerySet["User"]):
    def administrators(self) -> "UserQuerySet":
        return self.filter(is_active=True, roles__contains=[Role.ADMINISTRATOR])

    def narrowed_to(self, q: str = "", role: str = "", state: str = "") -> "UserQuerySet":
        """Accounts whose name or address contains every word of ``q``; empty means any.

        A state asks for ``with_invitation()`` first.
        """
        found = self.filter(STATE_CONDITIONS[state]) if state else self
        found = found.filter(roles__contains=[role]) if role else found
        for word in q.split():
            found = found.filter(Q(name__icontains=word) | Q(email__icontains=word))
        return found

    def with_invitation(self) -> "UserQuerySet":
        """Adds ``invited_until``: when the open invitation runs out, None without one."""
        still_open = Q(
            invitations__accepted_at=None,
            invitations__cancelled_at=None,
            invitations__expires_at__gt=timezone.now(),
        )
        return self.annotate(invited_until=Max("invitations__expires_at", filter=still_open))

    def with_second_factor(self) -> "UserQuerySet":
        """Adds ``has_second_factor``: an authenticator app or a passkey; recovery codes alone are none."""
        factors = Authenticator.objects.filter(user=OuterRef("pk"), type__in=SECOND_FACTORS)
        return self.annotate(has_second_factor=Exists(factors))


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save()
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        fields = {
            "name": email,
            "roles": [Role.ADMINISTRATOR],
            "is_staff": True,
            "is_superuser": True,
        } | fields
        return self.create_user(email, password, **fields)


KEEP_AN_ADMINISTRATOR = pgtrigger.Trigger(
    name="keep_an_administrator",
    when=pgtrigger.After,
    operation=pgtrigger.Update | pgtrigger.Delete,
    condition=pgtrigger.Q(old__is_active=True, old__roles__contains=[Role.ADMINISTRATOR]),
    # The lock makes two administrators who remove each other at once take turns.
    func="""
        PERFORM pg_advisory_xact_lock(hashtext('keep_an_administrator'));
        IF NOT EXISTS (SELECT 1 FROM people_user WHERE is_active AND 'administrator' = ANY(roles)) THEN
            RAISE EXCEPTION 'The portal needs at least one active administrator.'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'keep_an_administrator';
        END IF;
        RETURN NULL;
    """,
)


@pghistory.track(exclude=["password", "last_login", "sessions_ended_at"])
class User(AbstractBaseUser, PermissionsMixin):
    """Somebody with an account. What they may do follows from their roles alone."""

    email = models.EmailField("e-mail address", unique=True, error_messages={"unique": ADDRESS_TAKEN})
    name = models.CharField(max_length=200)
    roles = ArrayField(models.CharField(max_length=30, choices=Role.choices), default=list, blank=True)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField("may open the admin site", default=False)
    invited_by = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="invited")
    joined_at = models.DateTimeField(auto_now_add=True)
    deactivated_at = models.DateTimeField(null=True, blank=True)
    deactivated_by = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    deactivation_reason = models.TextField(blank=True)
    second_factor_removed_at = models.DateTimeField(null=True, blank=True)
    sessions_ended_at = models.DateTimeField(null=True, blank=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    objects = UserManager()

    class Meta:
        ordering = ["name", "pk"]
        triggers = [KEEP_AN_ADMINISTRATOR]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_once",
                violation_error_message=ADDRESS_TAKEN,
            ),
            models.CheckConstraint(
                condition=Q(roles__contained_by=Role.values),
                name="user_roles_known",
                violation_error_message="Choose roles from the list.",
            ),
            models.CheckConstraint(
                condition=Q(deactivated_at=None, deactivated_by=None, deactivation_reason="")
                | (
                    Q(is_active=False, deactivated_at__isnull=False, deactivated_by__isnull=False)
                    & ~Q(deactivation_reason="")
                ),
                name="user_deactivation_whole",
                violation_error_message="Say who deactivated the account, when and why.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def state(self) -> AccountState:
        """Asks for ``with_invitation()`` when the account is not active."""
        if self.is_active:
            return AccountState.ACTIVE
        if self.deactivated_at:
            return AccountState.DEACTIVATED
        return AccountState.INVITED if self.invited_until else AccountState.NOT_TAKEN_UP

    @property
    def role_names(self) -> list[str]:
        """The roles in words, in the order of the table."""
        return [role.label for role in Role if role in self.roles]

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Also changes when the sessions are ended, so that every older session is refused."""
        ended = self.sessions_ended_at.isoformat() if self.sessions_ended_at else ""
        value = f"{self.password} {ended}"
        return salted_hmac("people.User.session", value, secret=secret, algorithm="sha256").hexdigest()
