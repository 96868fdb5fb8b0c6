"""Names that nothing the portal publishes may hold."""

from django.db import models

from meetings.models.bodies import Body
from people.models import User


class ProtectedName(models.Model):
    """A child's name, or another that would make a child known. Not kept in the history: taken out, it is gone."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="protected_names")
    name = models.CharField(max_length=150)
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "name"],
                name="protected_name_once",
                violation_error_message="This name is on the list already.",
            )
        ]

    def __str__(self) -> str:
        return f"Protected name {self.pk}"
