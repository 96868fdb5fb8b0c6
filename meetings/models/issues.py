"""Agendas as they were issued. Nothing here is ever changed."""

from django.db import models
from django.db.models import F, Func, Q
from django.utils import timezone

from meetings.models.calendar import Meeting
from meetings.models.triggers import STAYS
from people.models import User


class IssueKind(models.TextChoices):
    MAIN = "main", "Agenda"
    SUPPLEMENT = "supplement", "Supplement"
    REISSUE = "reissue", "Issued again"


class Sha256OfText(Func):
    """In hexadecimal."""

    template = "encode(sha256(convert_to(%(expressions)s, 'UTF8')), 'hex')"
    output_field = models.CharField()


class AgendaIssue(models.Model):
    """An agenda as it was published, word for word: what the public was shown, and nothing that was exempt."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="issues")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=IssueKind.choices)
    published_at = models.DateTimeField(default=timezone.now)
    published_on = models.DateField("local date of publication")
    published_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    short_notice_reason = models.TextField(blank=True)
    note = models.TextField("what is different", blank=True)
    content = models.TextField("JSON of the public front sheet")
    content_sha256 = models.CharField(max_length=64)
    pdf = models.BinaryField(null=True, blank=True)
    pdf_sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["meeting", "number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="agenda_issue_number_once"),
            models.CheckConstraint(
                condition=Q(content_sha256=Sha256OfText(F("content"))), name="agenda_issue_content_hashed"
            ),
        ]
        triggers = [STAYS]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number} of {self.meeting}"


class ExemptIssue(models.Model):
    """What members entitled to it were shown beside an issue. A table apart, which no public page asks."""

    issue = models.OneToOneField(AgendaIssue, models.PROTECT, related_name="exempt_part")
    content = models.TextField("JSON of titles and purposes by item")

    class Meta:
        triggers = [STAYS]

    def __str__(self) -> str:
        return f"Exempt part of {self.issue}"
