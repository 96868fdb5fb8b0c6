"""What is on an agenda: items, their access, and how each went at the meeting."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from meetings.models.calendar import Meeting
from meetings.models.programme import ProgrammeEntry
from meetings.standing_order import VERBAL
from people.models import Person, User


class ItemKind(models.TextChoices):
    ITEM = "item", "Item"
    HEADING = "heading", "Heading"


class Access(models.TextChoices):
    OPEN = "open", "Open to the public"
    PART_EXEMPT = "part_exempt", "Open, with an exempt paper"
    EXEMPT = "exempt", "Exempt"


class PaperState(models.TextChoices):
    NONE = "none", "No paper"
    VERBAL = "verbal", "Verbal update"
    TO_FOLLOW = "to_follow", "To follow"
    ATTACHED = "attached", "Attached"


class ItemSource(models.TextChoices):
    STANDING = "standing", "Standing order of business"
    PROGRAMME = "programme", "Forward work programme"
    UNDERTAKING = "undertaking", "Undertaking that falls due"
    PAPER = "paper", "A paper that the portal writes"
    ADDED = "added", "Added by an officer"
    ROLLED = "rolled", "Put off at an earlier meeting"


class ItemOutcome(models.TextChoices):
    """Empty until the meeting came to it."""

    TAKEN = "taken", "Taken"
    DEFERRED = "deferred", "Deferred"
    WITHDRAWN = "withdrawn", "Withdrawn"
    NOT_REACHED = "not_reached", "Not reached"


class AgendaItemQuerySet(models.QuerySet["AgendaItem"]):
    def listed(self) -> "AgendaItemQuerySet":
        return self.filter(withdrawn_at=None)

    def in_order(self) -> "AgendaItemQuerySet":
        return self.order_by("meeting", "position", "pk")


@pghistory.track()
class AgendaItem(models.Model):
    """One line of an agenda. `title` and `purpose` are public always; what may not be known has its own fields."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="items")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=ItemKind.choices, default=ItemKind.ITEM)
    number = models.PositiveSmallIntegerField("number, from the first issue on", null=True, blank=True)
    letter = models.CharField(max_length=2, blank=True)
    standing_key = models.CharField(max_length=30, blank=True)
    title = models.CharField(max_length=250)
    purpose = models.TextField("what the panel is asked to do", blank=True)
    lead = models.CharField("who presents it", max_length=200, blank=True)
    access = models.CharField(max_length=12, choices=Access.choices, default=Access.OPEN)
    paragraphs = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)
    exempt_reason = models.TextField("why it is exempt, in words the public may read", blank=True)
    public_interest = models.TextField("why that outweighs the public interest in knowing", blank=True)
    private_title = models.CharField("title that only those entitled see", max_length=250, blank=True)
    private_purpose = models.TextField(blank=True)
    paper_state = models.CharField(max_length=10, choices=PaperState.choices, default=PaperState.NONE)
    verbal_heads = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    late_reason = models.TextField("why the paper follows later", blank=True)
    source = models.CharField(max_length=12, choices=ItemSource.choices, default=ItemSource.ADDED)
    programme_entry = models.ForeignKey(
        ProgrammeEntry, models.PROTECT, null=True, blank=True, related_name="items"
    )
    undertakings = models.ManyToManyField("meetings.Undertaking", blank=True, related_name="items")
    approves_minutes_of = models.ManyToManyField(Meeting, blank=True, related_name="approval_items")
    rolled_from = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="rolled_to")
    urgency_reason = models.TextField("special circumstances for which it is urgent", blank=True)
    urgency_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    urgency_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=12, choices=ItemOutcome.choices, blank=True)
    outcome_note = models.CharField(max_length=250, blank=True)
    taken_order = models.PositiveSmallIntegerField(null=True, blank=True)
    deferred_to = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField("taken off the agenda at", null=True, blank=True)
    released_at = models.DateTimeField(
        "opened by the proper officer, as the meeting refused to exclude the public", null=True, blank=True
    )
    legacy_id = models.PositiveIntegerField(
        "number in the council's earlier system", null=True, blank=True, unique=True
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "position"],
                name="agenda_item_place_once",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(
                fields=["meeting", "number", "letter"],
                condition=Q(number__isnull=False),
                name="agenda_item_number_once",
            ),
            models.CheckConstraint(
                condition=Q(access=Access.OPEN, paragraphs=[])
                | (
                    ~Q(access=Access.OPEN)
                    & Q(paragraphs__contained_by=[1, 2, 3, 4, 5, 6, 7], paragraphs__len__gte=1)
                    & ~Q(exempt_reason="")
                    & ~Q(public_interest="")
                ),
                name="agenda_item_exempt_with_paragraph",
                violation_error_message="Say by which of the paragraphs 1 to 7 the item is exempt, why, and why that "
                "outweighs the public interest.",
            ),
            models.CheckConstraint(
                condition=~Q(access=Access.OPEN) | Q(private_title="", private_purpose=""),
                name="agenda_item_open_without_secrets",
                violation_error_message="An open item has no title or purpose that is kept from the public.",
            ),
            models.CheckConstraint(
                condition=Q(urgency_reason="", urgency_by=None, urgency_at=None)
                | (~Q(urgency_reason="") & Q(urgency_by__isnull=False, urgency_at__isnull=False)),
                name="agenda_item_urgency_whole",
                violation_error_message="Say why the item is urgent, and which chairman agreed to it when.",
            ),
            models.CheckConstraint(
                condition=~Q(kind=ItemKind.HEADING) | Q(number=None, access=Access.OPEN),
                name="agenda_heading_has_no_number",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_exempt(self) -> bool:
        return self.access == Access.EXEMPT

    @property
    def is_verbal(self) -> bool:
        """Also with a page of its headings in the pack."""
        return self.paper_state == PaperState.VERBAL or self.standing_key in VERBAL


@pghistory.track(exclude=["text"])
class PrivateNote(models.Model):
    """What one reader noted at an item, for nobody else. It stays with the item when the agenda is issued again."""

    user = models.ForeignKey(User, models.CASCADE, related_name="private_notes")
    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="private_notes")
    text = models.TextField()
    version = models.PositiveIntegerField(default=1, editable=False)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "item"], name="private_note_one_an_item")]

    def __str__(self) -> str:
        return f"Note of {self.user} on {self.item}"
