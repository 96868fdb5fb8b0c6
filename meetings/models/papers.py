"""Papers of an item, and the reports that are written in the portal."""

import pghistory
from django.db import models
from django.db.models import Q

from core.richtext import RichTextField
from meetings.models.agenda import Access, AgendaItem
from meetings.models.triggers import STAYS
from people.models import Person, User


class PaperKind(models.TextChoices):
    REPORT = "report", "Report written in the portal"
    MINUTES = "minutes", "Minutes of an earlier meeting"
    LIVE = "live", "Written by another part of the portal"
    FILE = "file", "Uploaded file"


class PaperQuerySet(models.QuerySet["Paper"]):
    def standing(self) -> "PaperQuerySet":
        return self.filter(withdrawn_at=None)

    def open_to_public(self) -> "PaperQuerySet":
        """Those that stand and that anybody may read."""
        return self.standing().filter(is_exempt=False).exclude(item__access=Access.EXEMPT)

    def for_reader(self, *, exempt: bool) -> "PaperQuerySet":
        """Those that stand, with the exempt ones for a reader who has the right to them."""
        return self.standing() if exempt else self.open_to_public()


@pghistory.track()
class Paper(models.Model):
    """One document of an item: its report, an appendix, the minutes to approve."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="papers")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=PaperKind.choices)
    title = models.CharField(max_length=250)
    is_appendix = models.BooleanField(default=False)
    is_exempt = models.BooleanField(default=False)
    is_listed = models.BooleanField("its pages are on the agenda line", default=True)
    source_key = models.CharField(max_length=50, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = PaperQuerySet.as_manager()

    class Meta:
        ordering = ["item", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "position"],
                name="paper_place_once",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                condition=Q(kind=PaperKind.LIVE) ^ Q(source_key=""), name="paper_live_names_its_source"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class ReportState(models.TextChoices):
    """How far a report has come. Each step is a sign-off; a change of the text goes back to draft."""

    DRAFT = "draft", "Draft"
    LEAD_OFFICER = "lead_officer", "Agreed by the lead officer"
    LEAD_DIRECTOR = "lead_director", "Agreed by the lead director"
    CLERK = "clerk", "Accepted by the clerk"


@pghistory.track()
class Report(models.Model):
    """A report to the panel, by the council's template."""

    paper = models.OneToOneField(Paper, models.PROTECT, related_name="report")
    from_lines = models.TextField("from", blank=True)
    subject = models.CharField(max_length=250)
    pathway = models.CharField("past and future pathway", max_length=250, blank=True)
    divisions = models.CharField("electoral divisions", max_length=250, default="All")
    summary = models.TextField(blank=True)
    recommendation = models.TextField("recommendations", blank=True)
    body = RichTextField(blank=True)
    background_documents = models.TextField(blank=True)
    author = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="reports")
    state = models.CharField(max_length=15, choices=ReportState.choices, default=ReportState.DRAFT)
    version = models.PositiveIntegerField(default=1, editable=False)

    def __str__(self) -> str:
        return self.subject


class ContactRole(models.TextChoices):
    AUTHOR = "author", "Report author"
    LEAD_OFFICER = "lead_officer", "Lead officer"
    LEAD_DIRECTOR = "lead_director", "Lead director"


@pghistory.track()
class ReportContact(models.Model):
    """Whom to ask about a report, as printed at its end."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="contacts")
    role = models.CharField(max_length=15, choices=ContactRole.choices)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=150)
    post = models.CharField(max_length=200)
    telephone = models.CharField(max_length=30, blank=True)
    email = models.CharField("e-mail address", max_length=254, blank=True)

    class Meta:
        ordering = ["report", "pk"]
        constraints = [models.UniqueConstraint(fields=["report", "role"], name="report_contact_once")]

    def __str__(self) -> str:
        return f"{self.name}, {self.post}"


class ReportSignOff(models.Model):
    """Who took a report to which state, and which version of the text they agreed to."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="sign_offs")
    state = models.CharField(max_length=15, choices=ReportState.choices)
    report_version = models.PositiveIntegerField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    note = models.CharField(max_length=250, blank=True)

    class Meta:
        ordering = ["at", "pk"]
        triggers = [STAYS]

    def __str__(self) -> str:
        return f"{self.report}: {self.get_state_display()}"
