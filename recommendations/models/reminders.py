"""What was told to whom by mail, so that nobody is told twice."""

import pgtrigger
from django.db import models
from django.db.models import Q

from meetings.models import Undertaking
from people.models import User
from recommendations.models.recommendations import Recommendation
from recommendations.reminder_rules import Rule


class Reminder(models.Model):
    """One line of one mail. `due_on`: the day it was about; `for_day`: the day on which its rule fell."""

    recommendation = models.ForeignKey(
        Recommendation, models.PROTECT, null=True, blank=True, related_name="reminders"
    )
    undertaking = models.ForeignKey(
        Undertaking, models.PROTECT, null=True, blank=True, related_name="reminders"
    )
    matter = models.CharField("what else, as its room names it", max_length=40, blank=True)
    rule = models.CharField(max_length=20, choices=Rule.choices)
    due_on = models.DateField()
    for_day = models.DateField()
    user = models.ForeignKey(User, models.PROTECT, related_name="reminders")
    sent_on = models.DateField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(recommendation__isnull=False, undertaking=None, matter="")
                | Q(recommendation=None, undertaking__isnull=False, matter="")
                | (Q(recommendation=None, undertaking=None) & ~Q(matter="")),
                name="reminder_about_one_thing",
            ),
            models.UniqueConstraint(
                fields=["recommendation", "undertaking", "matter", "rule", "due_on", "for_day", "user"],
                nulls_distinct=False,
                name="reminder_once",
            ),
        ]
        triggers = [pgtrigger.Protect(name="stays", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.get_rule_display()}: {self.recommendation or self.undertaking or self.matter}"
