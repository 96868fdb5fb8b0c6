"""How many children there are of which age, sex and origin, month by month, as uploads gave it."""

from collections.abc import Iterable

import pghistory
import pgtrigger
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from people.models import User
from scorecard.models.demographic_triggers import COUNTING_STAYS, NAME_STAYS
from scorecard.models.figures import ADDED_BY_APPLIED_UPLOAD, ReportingPeriod
from scorecard.models.indicators import Variant
from scorecard.models.uploads import UploadState, WorkbookUpload


class CategoryKind(models.TextChoices):
    COUNTED = "counted", "Children of this kind"
    NOT_KNOWN = "not_known", "Children of whom it is not known"
    NONE = "none", "Children in none of the rows"
    TOTAL = "total", "All children"


# Where the rows of each kind begin in their table: there is room for more of each.
FIRST_ORDER = {
    CategoryKind.COUNTED: 1,
    CategoryKind.NOT_KNOWN: 10_000,
    CategoryKind.NONE: 20_000,
    CategoryKind.TOTAL: 30_000,
}


@pghistory.track()
class DemographicTable(models.Model):
    """One way of counting the children in care: by age, by ethnicity, by disability.

    Where rows overlap a child may be counted in several, and one row counts those in none.
    """

    key = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=80, unique=True)
    order = models.PositiveSmallIntegerField(unique=True)
    rows_overlap = models.BooleanField(default=False)
    named_at_most = models.PositiveSmallIntegerField(
        "largest rows named, the others added up", null=True, blank=True, validators=[MinValueValidator(1)]
    )

    class Meta:
        ordering = ["order"]
        constraints = [
            models.CheckConstraint(
                condition=Q(named_at_most__isnull=True) | Q(named_at_most__gte=1),
                name="demographic_table_names_one",
                violation_error_message="Name at least one row, or leave this empty to name them all.",
            )
        ]
        triggers = [pgtrigger.Protect(name="no_delete", operation=pgtrigger.Delete), COUNTING_STAYS]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class DemographicCategory(models.Model):
    """One row of a table."""

    table = models.ForeignKey(DemographicTable, models.PROTECT, related_name="categories")
    name = models.CharField(max_length=80)
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=CategoryKind.choices, default=CategoryKind.COUNTED)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["table__order", "order", "id"]
        constraints = [
            models.UniqueConstraint(
                "table",
                models.functions.Lower("name"),
                name="demographic_category_once",
                violation_error_message="The table has a row of that name already.",
            ),
            models.UniqueConstraint(
                fields=["table", "kind"],
                condition=Q(kind__in=[CategoryKind.NONE, CategoryKind.TOTAL]),
                name="demographic_category_one_end",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=CategoryKind.values), name="demographic_category_kind_known"
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="no_delete", operation=pgtrigger.Delete),
            # What was counted under a name stays counted under it.
            pgtrigger.Protect(
                name="meaning_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange("table", "kind"),
            ),
            NAME_STAYS,
        ]

    def __str__(self) -> str:
        return f"{self.table}: {self.name}"


class DemographicCountQuerySet(models.QuerySet):
    def applied(self) -> "DemographicCountQuerySet":
        """From uploads that stand: not those that somebody withdrew."""
        return self.filter(upload__state=UploadState.APPLIED)

    def current(self) -> list["DemographicCount"]:
        """The rows that stand, in the tables' order: of each table the whole of its latest revision.

        A table without unaccompanied children stands only beside that of all children, of whom they are some.
        """
        rows = list(
            self.applied()
            .select_related("category__table", "period")
            .order_by(
                "period__ends_on", "category__table__order", "category__order", "category_id", "variant"
            )
        )
        latest = _latest(rows)
        return _beside_all_children([row for row in rows if row.revision == latest[row.block]])


Block = tuple[int, str, int]


def _latest(rows: Iterable["DemographicCount"]) -> dict[Block, int]:
    latest: dict[Block, int] = {}
    for row in rows:
        latest[row.block] = max(row.revision, latest.get(row.block, 0))
    return latest


def _beside_all_children(rows: list["DemographicCount"]) -> list["DemographicCount"]:
    """Uploads are withdrawn one by one: what is left of two that belonged together may not fit."""
    everyone = {(row.category_id, row.period_id): row for row in rows if row.variant == Variant.ALL}
    tables = {row.block for row in everyone.values()}
    astray = {
        row.block
        for row in rows
        if row.variant != Variant.ALL
        and (
            row.block_of_all not in tables or row.exceeds(everyone.get((row.category_id, row.period_id), row))
        )
    }
    return [row for row in rows if row.block not in astray]


@pghistory.track(pghistory.InsertEvent(level=pghistory.Statement))
class DemographicCount(models.Model):
    """One row of one table in one month, as one upload gave it. An upload gives whole tables.

    Sexes are both there or both not counted. A row never changes: a later upload adds a revision of its table, and
    when that upload is withdrawn the table stands again as it was.
    """

    category = models.ForeignKey(DemographicCategory, models.PROTECT, related_name="counts")
    variant = models.CharField(max_length=10, choices=Variant.choices, default=Variant.ALL)
    period = models.ForeignKey(ReportingPeriod, models.PROTECT, related_name="demographic_counts")
    everyone = models.PositiveIntegerField()
    female = models.PositiveIntegerField(null=True, blank=True)
    male = models.PositiveIntegerField(null=True, blank=True)
    is_illustrative = models.BooleanField(default=False)
    revision = models.PositiveSmallIntegerField(default=1)
    upload = models.ForeignKey(WorkbookUpload, models.PROTECT, related_name="demographic_counts")

    objects = DemographicCountQuerySet.as_manager()

    class Meta:
        ordering = ["period", "category", "variant", "revision"]
        indexes = [models.Index(fields=["period", "variant"], name="demographic_count_by_period")]
        constraints = [
            models.UniqueConstraint(
                fields=["category", "variant", "period", "revision"], name="demographic_count_revision_once"
            ),
            models.CheckConstraint(
                condition=Q(female__isnull=True, male__isnull=True) | Q(everyone=F("female") + F("male")),
                name="demographic_count_sexes_add_up",
                violation_error_message="Girls and boys must add up to all children.",
            ),
            models.CheckConstraint(
                condition=Q(variant__in=Variant.values), name="demographic_count_variant_known"
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="stays", operation=pgtrigger.Update | pgtrigger.Delete),
            ADDED_BY_APPLIED_UPLOAD,
        ]

    def __str__(self) -> str:
        return f"{self.category}, {self.period}, revision {self.revision}"

    @property
    def block(self) -> Block:
        """What is replaced as a whole: a table of one month and population."""
        return self.category.table_id, self.variant, self.period_id

    @property
    def block_of_all(self) -> Block:
        return self.category.table_id, Variant.ALL, self.period_id

    def exceeds(self, other: "DemographicCount") -> bool:
        """Where both are counted."""
        pairs = ((getattr(self, name), getattr(other, name)) for name in ("everyone", "female", "male"))
        return any(None not in pair and pair[0] > pair[1] for pair in pairs)


@pghistory.track(pghistory.InsertEvent())
class SmallCountsOpening(models.Model):
    """Somebody looked at a month's full counts, and why. Nothing takes this line away."""

    period = models.ForeignKey(ReportingPeriod, models.PROTECT, related_name="small_counts_openings")
    reason = models.CharField(max_length=500)
    opened_by = models.ForeignKey(User, models.PROTECT, related_name="small_counts_openings")
    opened_at = models.DateTimeField()

    class Meta:
        ordering = ["-opened_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="small_counts_opening_has_a_reason",
                violation_error_message="Say what you need the full counts for.",
            )
        ]
        triggers = [
            pgtrigger.Protect(name="stays", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.opened_by}, {self.period}"
