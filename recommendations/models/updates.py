"""What owners report. Nothing published is ever changed: a correction comes after it and takes its place."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q

from meetings.models import AgendaItem
from people.models import Post, User
from recommendations.due_dates import Precision
from recommendations.evidence import Polarity, Qualifier
from recommendations.models.recommendations import Limb, Recommendation
from recommendations.models.strategy import StrategyOutcome
from recommendations.status import Coverage, Impact, LimbStatus
from recommendations.updates import UpdateKind


class UpdateState(models.TextChoices):
    """Whether a later one has taken its place, `superseded_by` says."""

    DRAFT = "draft", "Draft"
    SUBMITTED = "submitted", "With democratic services"
    PUBLISHED = "published", "Published"


class Classification(models.TextChoices):
    PUBLIC = "public", "Anyone"
    MEMBERS = "members", "People with a sign-in"
    EXEMPT = "exempt", "Exempt: members of the panel, and officers with cause"


class UpdateQuerySet(models.QuerySet["Update"]):
    def published(self) -> "UpdateQuerySet":
        return self.filter(state=UpdateState.PUBLISHED)

    def standing(self) -> "UpdateQuerySet":
        """Published, and not replaced by a published correction."""
        replaced = self.model.objects.filter(state=UpdateState.PUBLISHED, supersedes=models.OuterRef("pk"))
        return self.published().exclude(models.Exists(replaced))


PUBLISHED_STAYS = pgtrigger.Protect(
    name="published_stays",
    operation=pgtrigger.Update | pgtrigger.Delete,
    condition=pgtrigger.Q(old__state=UpdateState.PUBLISHED),
)


@pghistory.track()
class Update(models.Model):
    """What was reported about a recommendation or a strategy outcome, as at a day or a period."""

    recommendation = models.ForeignKey(
        Recommendation, models.PROTECT, null=True, blank=True, related_name="updates"
    )
    outcome = models.ForeignKey(
        StrategyOutcome, models.PROTECT, null=True, blank=True, related_name="updates"
    )
    kind = models.CharField(max_length=20, choices=UpdateKind.choices, default=UpdateKind.PROGRESS)
    as_at = models.DateField("what day or period it speaks of")
    precision = models.CharField(max_length=15, choices=Precision.choices, default=Precision.MONTH)
    reported_on = models.DateField(null=True, blank=True)
    reported_to = models.CharField("to whom, when not the panel", max_length=150, blank=True)
    item = models.ForeignKey(AgendaItem, models.PROTECT, null=True, blank=True, related_name="updates")
    text = models.TextField()
    reason = models.TextField("why there is nothing to report", blank=True)
    says_slipped = models.BooleanField("its owner says it has slipped", default=False)
    impact = models.CharField(max_length=15, choices=Impact.choices, default=Impact.NONE_CLAIMED)
    impact_reason = models.CharField(max_length=250, blank=True)
    classification = models.CharField(
        max_length=10, choices=Classification.choices, default=Classification.PUBLIC
    )
    author_post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+")
    author = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=10, choices=UpdateState.choices, default=UpdateState.DRAFT)
    returned_because = models.TextField("what democratic services asked to change", blank=True)
    published_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    published_at = models.DateTimeField(null=True, blank=True)
    supersedes = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="corrections")
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = UpdateQuerySet.as_manager()

    class Meta:
        ordering = ["-as_at", "-reported_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(recommendation=None) ^ Q(outcome=None), name="update_about_one_thing"
            ),
            models.CheckConstraint(
                condition=~Q(state=UpdateState.PUBLISHED)
                | Q(published_at__isnull=False, reported_on__isnull=False),
                name="update_published_on_a_day",
            ),
            models.UniqueConstraint(
                fields=["supersedes"],
                condition=Q(state=UpdateState.PUBLISHED),
                name="update_corrected_once",
                violation_error_message="This update was corrected already: correct the newer one.",
            ),
        ]
        triggers = [PUBLISHED_STAYS]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of {self.as_at}"

    @property
    def is_taken_off(self) -> bool:
        """Read where `taken_off` was fetched with the row."""
        return hasattr(self, "taken_off")


class TakenOff(models.Model):
    """Whose words democratic services took off the public's pages. The row of the update itself stays as it was."""

    update = models.OneToOneField(Update, models.PROTECT, related_name="taken_off")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "words taken off"
        ordering = ["at", "pk"]
        triggers = [pgtrigger.Protect(name="stays", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.update}, taken off the public page"


PART_OF_PUBLISHED_STAYS = pgtrigger.Trigger(
    name="part_of_published_stays",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
    func=pgtrigger.Func("""
        IF EXISTS (
            SELECT 1 FROM recommendations_update one
            WHERE one.state = 'published' AND one.id IN (OLD.update_id, NEW.update_id)
        ) THEN
            RAISE EXCEPTION 'This update is published: a correction is a new update.'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'part_of_published_stays';
        END IF;
        IF TG_OP = 'DELETE' THEN
            RETURN OLD;
        END IF;
        RETURN NEW;
    """),
)


class LimbReport(models.Model):
    """What an update says of one limb. A limb without such a row was left unmentioned."""

    update = models.ForeignKey(Update, models.CASCADE, related_name="limb_reports")
    limb = models.ForeignKey(Limb, models.PROTECT, related_name="reports")
    status = models.CharField(max_length=11, choices=LimbStatus.choices)
    coverage = models.CharField(
        max_length=10, choices=[(one.value, one.label) for one in (Coverage.EVIDENCED, Coverage.CLAIMED)]
    )
    note = models.CharField(max_length=250, blank=True)
    done_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["update", "limb"]
        constraints = [
            models.UniqueConstraint(fields=["update", "limb"], name="limb_reported_once"),
            models.CheckConstraint(
                condition=Q(status=LimbStatus.DONE) | Q(done_on=None),
                name="limb_report_done_on_a_day_when_done",
            ),
        ]
        triggers = [PART_OF_PUBLISHED_STAYS]

    def __str__(self) -> str:
        return f"{self.limb}: {self.get_status_display()}"


class FigureTold(models.Model):
    """A figure as an update gives it. Missing is blank, not 0."""

    update = models.ForeignKey(Update, models.CASCADE, related_name="figures")
    label = models.CharField(max_length=150)
    value = models.DecimalField(max_digits=14, decimal_places=4, null=True, blank=True)
    unit = models.CharField(max_length=30, blank=True)
    as_at = models.DateField()
    precision = models.CharField(max_length=15, choices=Precision.choices, default=Precision.DAY)
    period_start = models.DateField(null=True, blank=True)
    numerator = models.DecimalField(max_digits=14, decimal_places=4, null=True, blank=True)
    denominator = models.DecimalField(max_digits=14, decimal_places=4, null=True, blank=True)
    qualifier = models.CharField(max_length=10, choices=Qualifier.choices, default=Qualifier.EXACT)
    polarity = models.CharField(max_length=10, choices=Polarity.choices, default=Polarity.NEUTRAL)
    indicator = models.ForeignKey(
        "scorecard.Indicator", models.PROTECT, null=True, blank=True, related_name="figures_told"
    )
    source = models.CharField(max_length=200, blank=True)
    note = models.CharField(max_length=250, blank=True)

    class Meta:
        verbose_name_plural = "figures told"
        ordering = ["label", "as_at", "pk"]
        triggers = [PART_OF_PUBLISHED_STAYS]

    def __str__(self) -> str:
        return f"{self.label}, {self.as_at}"


class NextStep(models.Model):
    """What is to follow, and by the end of which day or period."""

    update = models.ForeignKey(Update, models.CASCADE, related_name="next_steps")
    what = models.CharField(max_length=250)
    by = models.DateField(null=True, blank=True)
    precision = models.CharField(max_length=15, choices=Precision.choices, default=Precision.MONTH)

    class Meta:
        ordering = ["update", "pk"]
        triggers = [PART_OF_PUBLISHED_STAYS]

    def __str__(self) -> str:
        return self.what


class DocumentCited(models.Model):
    """A document that an update points to: where it lies, an address or a place in a pack."""

    update = models.ForeignKey(Update, models.CASCADE, related_name="documents")
    title = models.CharField(max_length=200)
    where = models.CharField(max_length=300)

    class Meta:
        verbose_name_plural = "documents cited"
        ordering = ["update", "pk"]
        triggers = [PART_OF_PUBLISHED_STAYS]

    def __str__(self) -> str:
        return self.title

    @property
    def address(self) -> str:
        """For a link; empty when it names a place on paper."""
        return self.where if self.where.startswith("https://") else ""
