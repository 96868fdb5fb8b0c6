"""Workbooks of figures, from the officer's upload to the approver's decision."""

import uuid

import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.core.files.storage import Storage, storages
from django.db import models
from django.db.models import F, Q

from people.models import User


class UploadState(models.TextChoices):
    FAULTY = "faulty", "Problems to fix"
    CHECKED = "checked", "Checked, not sent yet"
    SUBMITTED = "submitted", "Waiting for approval"
    APPLIED = "applied", "Applied"
    DECLINED = "declined", "Sent back"
    CANCELLED = "cancelled", "Cancelled"
    WITHDRAWN = "withdrawn", "Withdrawn"


DECIDED = (UploadState.APPLIED, UploadState.DECLINED, UploadState.WITHDRAWN)
# Somebody still has something to do with these.
UNDECIDED = (UploadState.FAULTY, UploadState.CHECKED, UploadState.SUBMITTED)


class UploadChannel(models.TextChoices):
    PAGE = "page", "Uploaded on the portal"
    COMMAND = "command", "Loaded by a command"


def upload_path(upload: "WorkbookUpload", filename: str) -> str:
    """A name of our own: what the officer called the file is text in the register, never a path."""
    return f"{uuid.uuid4()}.{upload.extension}"


def upload_storage() -> Storage:
    return storages["uploads"]


def _changed(*fields: str) -> pgtrigger.Q:
    """That any of these columns becomes another than it was."""
    either = pgtrigger.Q()
    for field in fields:
        either |= pgtrigger.Q(**{f"old__{field}__df": pgtrigger.F(f"new__{field}")})
    return either


@pghistory.track(exclude=["report"])
class WorkbookUpload(models.Model):
    """One file of figures that somebody sent, what the check found, and who decided on it.

    Of a file that could not be read only the record is kept, not the file.
    """

    file = models.FileField(storage=upload_storage, upload_to=upload_path, max_length=100, blank=True)
    original_name = models.CharField(max_length=255)
    extension = models.CharField(max_length=4, blank=True)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    channel = models.CharField(max_length=10, choices=UploadChannel.choices, default=UploadChannel.PAGE)
    is_history = models.BooleanField("holds many months", default=False)
    for_month = models.DateField("month chosen beside the file", null=True, blank=True)
    is_illustrative = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=UploadState.choices)
    report = models.JSONField(default=dict)
    fingerprint = models.CharField(max_length=64, blank=True)
    month_ends = ArrayField(models.DateField(), default=list, blank=True)
    uploaded_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="uploads")
    uploaded_at = models.DateTimeField()
    warnings_note = models.TextField(blank=True)
    submitted_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="decided_uploads")
    decided_at = models.DateTimeField(null=True)
    decision_note = models.TextField(blank=True)
    withdrawn_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="withdrawn_uploads")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawal_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-uploaded_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(decided_by=F("uploaded_by")),
                name="upload_second_person",
                violation_error_message="A second person must decide on an upload.",
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True, decided_at__isnull=True)
                | Q(decided_by__isnull=False, decided_at__isnull=False),
                name="upload_decided_by_and_at",
                violation_error_message="A decision needs a person and a time.",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=DECIDED)
                | Q(decided_by__isnull=False)
                | Q(channel=UploadChannel.COMMAND),
                name="upload_decided_by_somebody",
                violation_error_message="Only a second person can apply or send back an upload.",
            ),
            models.CheckConstraint(
                condition=Q(
                    state=UploadState.WITHDRAWN, withdrawn_by__isnull=False, withdrawn_at__isnull=False
                )
                & ~Q(withdrawal_reason="")
                | ~Q(state=UploadState.WITHDRAWN)
                & Q(withdrawn_by__isnull=True, withdrawn_at__isnull=True, withdrawal_reason=""),
                name="upload_withdrawn_by_somebody",
                violation_error_message="Withdrawing an upload needs a person, a time and a reason.",
            ),
            models.CheckConstraint(
                condition=~Q(withdrawn_by=F("uploaded_by")),
                name="upload_withdrawn_by_a_second_person",
                violation_error_message="A second person must withdraw an upload.",
            ),
            models.CheckConstraint(
                condition=Q(uploaded_by__isnull=False) | Q(channel=UploadChannel.COMMAND),
                name="upload_by_somebody",
                violation_error_message="An upload needs the person who made it.",
            ),
            models.CheckConstraint(
                condition=Q(state=UploadState.FAULTY) | ~Q(file=""),
                name="upload_file_kept_unless_faulty",
                violation_error_message="A file that was read is kept.",
            ),
            models.CheckConstraint(
                condition=Q(state__in=UploadState.values) & Q(channel__in=UploadChannel.values),
                name="upload_choices_known",
                violation_error_message="Choose a state from the list.",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="no_delete", operation=pgtrigger.Delete),
            # What was decided stays decided: by whom, when, and on which report.
            pgtrigger.Protect(
                name="decision_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__state__in=DECIDED)
                & _changed("decided_by", "decided_at", "report", "fingerprint", "month_ends"),
            ),
            # The one way on is that somebody withdraws what was applied.
            pgtrigger.Protect(
                name="decided_state_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__state__in=DECIDED)
                & _changed("state", "withdrawn_by", "withdrawn_at", "withdrawal_reason")
                & ~pgtrigger.Q(old__state=UploadState.APPLIED, new__state=UploadState.WITHDRAWN),
            ),
            pgtrigger.Protect(
                name="file_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(
                    "file",
                    "original_name",
                    "sha256",
                    "size",
                    "channel",
                    "is_history",
                    "for_month",
                    "uploaded_by",
                    "uploaded_at",
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.original_name}, {self.get_state_display().lower()}"

    @property
    def is_undecided(self) -> bool:
        return self.state in UNDECIDED
