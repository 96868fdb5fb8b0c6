from datetime import datetime

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from people.models.accounts import User


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self, at: datetime | None = None) -> "InvitationQuerySet":
        """Neither used nor cancelled nor run out, and sent to the address that the account still has."""
        at = at or timezone.now()
        return self.filter(accepted_at=None, cancelled_at=None, expires_at__gt=at, sent_to=F("user__email"))


class SignInMethod(models.TextChoices):
    PASSWORD = "password", "a password"
    SINGLE_SIGN_ON = "single_sign_on", "single sign-on"


@pghistory.track(exclude=["token_hash"])
class Invitation(models.Model):
    """A link that an administrator sent, good once, to set a password or join single sign-on."""

    user = models.ForeignKey(User, models.PROTECT, related_name="invitations")
    token_hash = models.CharField(max_length=64, unique=True)
    sent_to = models.EmailField()
    sent_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_with = models.CharField(max_length=20, choices=SignInMethod.choices, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at"]
        constraints = [
            models.UniqueConstraint(
                "user",
                condition=Q(accepted_at=None, cancelled_at=None),
                name="invitation_one_open_for_each_user",
                violation_error_message="Cancel the earlier invitation first.",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(cancelled_at=None), name="invitation_accepted_or_cancelled"
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("sent_at")), name="invitation_expires_after_sending"
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None, accepted_with="")
                | (Q(accepted_at__isnull=False, accepted_with__in=SignInMethod.values)),
                name="invitation_accepted_with_a_method",
            ),
        ]

    def __str__(self) -> str:
        return f"Invitation of {self.user}"
