"""What a person confirms before it is saved, and the lock under which it is saved."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError

from core.access import Permission, may
from people.models import User
from scorecard.models import Indicator
from scorecard.report.what_if import WhatChanges
from scorecard.upkeep.target_plan import Plan

OTHERWISE = (
    "Figures or targets have changed since this page loaded. Read again what would change, then confirm."
)
# What the database says when somebody else was faster than the form's own check.
PLAIN_REFUSALS = {
    "code_and_unit_stay": "This indicator has figures now, so its code and unit stay.",
    "rated_as_the_panel_saw": "The panel has seen figures of this indicator, which would print or be rated otherwise. "
    "Retire it and add a new indicator.",
    "reported_months_stay": "A month that the panel has seen keeps its target.",
    "scorecard_indicator_code_key": "Another indicator has this code. Codes are never used twice.",
}
OVERLAP = "23P01"


class Preview(NamedTuple):
    """What would change, and for a target what would be written."""

    what: WhatChanges
    plan: Plan | None = None

    @property
    def fingerprint(self) -> str:
        return self.what.fingerprint


def refuse_unless_seen(preview: Preview, seen: str) -> None:
    if preview.fingerprint != seen:
        raise ValidationError(OTHERWISE)


def require_manager(by: User) -> None:
    """Raises PermissionDenied; the views asked before, and a command or a later caller must too."""
    if not may(by, Permission.MANAGE_INDICATORS):
        raise PermissionDenied("Your account may not do this: manage indicators, targets and floors.")


def locked(indicator: Indicator) -> Indicator:
    """The row as it is now, held until the transaction ends: two people change one indicator in turn."""
    return Indicator.objects.select_for_update(of=("self",), no_key=True).get(pk=indicator.pk)


@contextmanager
def refused_plainly() -> Iterator[None]:
    """A rule of the database as a sentence. Stands around a transaction, not within it."""
    try:
        yield
    except IntegrityError as error:
        raise ValidationError(_sentence(error)) from error


def _sentence(error: IntegrityError) -> str:
    cause = error.__cause__
    name = getattr(getattr(cause, "diag", None), "constraint_name", "") or ""
    if getattr(cause, "pgcode", None) == OVERLAP:
        return "Another target is already set for part of these dates. Read the targets again."
    if name in PLAIN_REFUSALS:
        return PLAIN_REFUSALS[name]
    raise error
