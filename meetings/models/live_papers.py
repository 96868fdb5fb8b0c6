"""Papers that another part of the portal writes, as they stood when the pack of an issue was built."""

import pgtrigger
from django.db import models
from django.utils import timezone

from meetings.models.issues import AgendaIssue
from meetings.models.papers import Paper
from meetings.models.triggers import NO_DELETE


class LivePaper(models.Model):
    """From then on its page and its PDF stay as they were. The words lie on the shelves of `core.files`.

    `sha256` is JSON: title, HTML for the PDF and for the page. `pdf_sha256` is a PDF that was published before.
    """

    issue = models.ForeignKey(AgendaIssue, models.PROTECT, related_name="live_papers")
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="live_papers")
    sha256 = models.CharField(max_length=64)
    pdf_sha256 = models.CharField(max_length=64, blank=True)
    is_exempt = models.BooleanField("lies on the exempt shelf")
    kept_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["issue", "paper"]
        constraints = [models.UniqueConstraint(fields=["issue", "paper"], name="live_paper_once_an_issue")]
        triggers = [
            NO_DELETE,
            pgtrigger.Protect(
                name="words_stay",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange("issue", "paper", "sha256", "pdf_sha256", "kept_at"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.paper}, {self.issue}"

    @property
    def hashes(self) -> tuple[str, ...]:
        """Of all that is kept for it."""
        return (self.sha256, self.pdf_sha256) if self.pdf_sha256 else (self.sha256,)
