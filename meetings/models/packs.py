"""Panel packs as they were built for an issue of the agenda, and the building of them.

No word of a pack is kept here: its pages and its contents lie on the shelves of `core.files`, those of a pack with
anything exempt on the exempt shelf.
"""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone

from meetings.models.issues import AgendaIssue
from meetings.models.triggers import NO_DELETE, STAYS
from people.models import User


class PackAccess(models.TextChoices):
    PUBLIC = "public", "For everybody"
    MEMBER = "member", "For those who may read exempt papers"


class Pack(models.Model):
    """One document with all papers of one issue. Built again from the same inputs it has the same hash."""

    issue = models.ForeignKey(AgendaIssue, models.PROTECT, related_name="packs")
    access = models.CharField(max_length=6, choices=PackAccess.choices)
    sha256 = models.CharField(max_length=64)
    contents_sha256 = models.CharField("hash of the JSON of its contents", max_length=64)
    size = models.PositiveIntegerField("bytes")
    pages = models.PositiveIntegerField("pages in it")
    last_number = models.PositiveIntegerField("last number that is used, of a page left out too")
    ranges = models.JSONField("first and last page by item")
    papers = models.JSONField("ids of its papers")
    is_exempt = models.BooleanField("lies on the exempt shelf")
    built_at = models.DateTimeField(default=timezone.now)
    built_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["issue", "access"]
        constraints = [
            models.UniqueConstraint(fields=["issue", "access"], name="pack_one_of_each_kind_an_issue"),
            models.CheckConstraint(
                condition=~Q(access=PackAccess.PUBLIC, is_exempt=True), name="pack_public_is_open"
            ),
        ]
        triggers = [STAYS]

    def __str__(self) -> str:
        return f"Pack ({self.access}) of {self.issue}"


class BuildState(models.TextChoices):
    WAITING = "waiting", "Waiting for its turn"
    BUILDING = "building", "Being built"
    DONE = "done", "Built"
    FAILED = "failed", "Stopped by a fault"
    CANCELLED = "cancelled", "Cancelled"


UNDER_WAY = (BuildState.WAITING, BuildState.BUILDING)


class PackBuildQuerySet(models.QuerySet["PackBuild"]):
    def under_way(self) -> "PackBuildQuerySet":
        return self.filter(state__in=UNDER_WAY)


class PackBuild(models.Model):
    """One attempt at the packs of an issue. What it made before it stopped is not made again by the next."""

    issue = models.ForeignKey(AgendaIssue, models.PROTECT, related_name="builds")
    state = models.CharField(max_length=9, choices=BuildState.choices, default=BuildState.WAITING)
    step = models.CharField("what it is at", max_length=300, blank=True)
    done = models.PositiveSmallIntegerField("papers that are ready", default=0)
    total = models.PositiveSmallIntegerField("papers", default=0)
    fault = models.TextField("what stopped it", blank=True)
    is_cancelled = models.BooleanField("somebody asked to stop it", default=False)
    asked_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField("last sign of life", default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = PackBuildQuerySet.as_manager()

    class Meta:
        ordering = ["issue", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["issue"], condition=Q(state__in=UNDER_WAY), name="pack_build_one_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(state__in=UNDER_WAY, ended_at=None)
                | (~Q(state__in=UNDER_WAY) & Q(ended_at__isnull=False)),
                name="pack_build_ended_or_under_way",
            ),
            models.CheckConstraint(
                condition=~Q(state=BuildState.FAILED) | ~Q(fault=""), name="pack_build_failed_with_a_reason"
            ),
        ]
        triggers = [NO_DELETE]

    def __str__(self) -> str:
        return f"Build of {self.issue}: {self.get_state_display()}"

    @property
    def is_under_way(self) -> bool:
        return self.state in UNDER_WAY


class PackCopy(models.Model):
    """Who was given a pack with exempt papers, and when."""

    pack = models.ForeignKey(Pack, models.PROTECT, related_name="copies")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    items = models.JSONField("items chosen; none for the whole", default=list)

    class Meta:
        ordering = ["-at", "-pk"]
        triggers = [STAYS]

    def __str__(self) -> str:
        return f"{self.pack}, copy {self.pk}"


def ranges_of(pack: Pack) -> dict[int, tuple[int, int]]:
    """First and last page of each item, by its id."""
    held: dict[str, Any] = pack.ranges
    return {int(item): (first, last) for item, (first, last) in held.items()}
