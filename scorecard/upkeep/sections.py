"""The scorecard's sections: added, renamed, moved, retired and brought back."""

import pghistory
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from people.models import User
from scorecard.models import Section
from scorecard.upkeep.confirming import require_manager
from scorecard.upkeep.indicators import swap_places


@transaction.atomic
def add_section(*, name: str, by: User) -> Section:
    """At the end of the scorecard."""
    require_manager(by)
    last = Section.objects.aggregate(last=Max("order"))["last"] or 0
    return _save(Section(name=name, order=last + 1), by)


@transaction.atomic
def change_section(section: Section, *, name: str, by: User) -> Section:
    require_manager(by)
    section = _locked(section)
    section.name = name
    return _save(section, by)


@transaction.atomic
def move_section(section: Section, *, up: bool, by: User) -> None:
    require_manager(by)
    others = Section.objects.filter(is_retired=False).select_for_update().order_by("order")
    swap_places(list(others), section, up=up, by=by)


@transaction.atomic
def retire_section(section: Section, *, by: User) -> None:
    """Only an empty one: what it held belongs somewhere else first."""
    require_manager(by)
    section = _locked(section)
    if in_use := section.indicators.filter(measured_until=None).count():
        some = "an indicator" if in_use == 1 else f"{in_use} indicators"
        raise ValidationError(f"“{section}” still has {some} in use. Retire or move them first.")
    section.is_retired = True
    _save(section, by)


@transaction.atomic
def restore_section(section: Section, *, by: User) -> None:
    require_manager(by)
    section = _locked(section)
    section.is_retired = False
    _save(section, by)


def _locked(section: Section) -> Section:
    return Section.objects.select_for_update(of=("self",), no_key=True).get(pk=section.pk)


def _save(section: Section, by: User) -> Section:
    section.full_clean()
    with pghistory.context(user=by.pk):
        section.save()
    return section
