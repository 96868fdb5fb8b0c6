"""Files that officers upload as papers. Their bytes lie on the shelves of `core.files`, open or exempt."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q

from meetings.models.papers import Paper, PaperKind
from meetings.models.triggers import NO_DELETE
from people.models import User


class FileFormat(models.TextChoices):
    PDF = "pdf", "PDF"
    WORD = "docx", "Word"


class PaperFileQuerySet(models.QuerySet["PaperFile"]):
    def newest_first(self) -> "PaperFileQuerySet":
        return self.order_by("paper", "-number")


@pghistory.track()
class PaperFile(models.Model):
    """One upload of a paper; a replacement is another. The pack takes `pdf_sha256`, a clean copy made at once.

    `reading_sha256` is JSON: the words of each page, and HTML where there is any. No word of the file is kept here,
    so that those of an exempt one lie on the exempt shelf alone.
    """

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="files")
    number = models.PositiveSmallIntegerField()
    format = models.CharField(max_length=4, choices=FileFormat.choices)
    original_name = models.CharField(max_length=255)
    original_sha256 = models.CharField(max_length=64)
    original_size = models.PositiveIntegerField()
    pdf_sha256 = models.CharField(max_length=64)
    pdf_size = models.PositiveIntegerField()
    reading_sha256 = models.CharField(max_length=64)
    is_exempt = models.BooleanField("lies on the exempt shelf")
    pages = models.PositiveSmallIntegerField()
    is_tagged = models.BooleanField()
    seen = models.JSONField("what inspection saw", default=dict)
    uploaded_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    uploaded_at = models.DateTimeField(auto_now_add=True)

    objects = PaperFileQuerySet.as_manager()

    class Meta:
        ordering = ["paper", "number"]
        constraints = [
            models.UniqueConstraint(fields=["paper", "number"], name="paper_file_number_once"),
            models.CheckConstraint(condition=Q(pages__gte=1), name="paper_file_has_pages"),
        ]
        triggers = [
            NO_DELETE,
            pgtrigger.Protect(
                name="file_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(
                    *("paper", "number", "format", "original_name", "original_sha256", "original_size"),
                    *("pdf_sha256", "pdf_size", "reading_sha256", "pages", "is_tagged", "seen"),
                    *("uploaded_by", "uploaded_at"),
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.original_name} ({self.number})"

    @property
    def hashes(self) -> tuple[str, str, str]:
        """Of all that is kept for it."""
        return self.original_sha256, self.pdf_sha256, self.reading_sha256


def file_of(paper: Paper) -> PaperFile | None:
    """The newest one."""
    return paper.files.newest_first().first() if paper.kind == PaperKind.FILE else None
