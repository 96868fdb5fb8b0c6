"""Brings in what is not there yet. What somebody changed since then is left alone."""

from collections.abc import Callable

from django.db import transaction

from core.access import Role
from people.demonstration import email_of
from people.models import User
from recommendations.demonstration.posts import load_holders
from recommendations.demonstration.progress import load_progress
from recommendations.demonstration.select_committee import load_report
from recommendations.demonstration.strategy import load_strategy
from recommendations.models import Limb, Recommendation, Report, Update


@transaction.atomic
def load_demonstration(progress: Callable[[str], None]) -> None:
    """Needs the meetings and the indicators of the demonstration, to which recommendations point."""
    if Report.objects.exists():
        progress("Recommendations: there already.")
        return
    load_holders(by=User.objects.get(email=email_of(Role.ADMINISTRATOR)))
    load_strategy()
    load_report()
    load_progress(by=User.objects.get(email=email_of(Role.DEMOCRATIC_SERVICES)))
    counted = (model.objects.count() for model in (Recommendation, Limb, Update))
    progress("Recommendations: {} added, with {} parts and {} updates.".format(*counted))
