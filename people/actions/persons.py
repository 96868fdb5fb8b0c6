"""Those whom the panel's papers name: who they are, what they are from when to when, and their account."""

from datetime import date
from hashlib import sha256
from typing import Any

import pghistory
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from core.access import Permission, may
from people.models import Person, PersonRole, User

DETAILS = (
    "title", "initials", "first_name", "surname", "honours", "print_name", "email", "telephone", "user",
)  # fmt: skip
CHANGED = (
    "Somebody else changed this person since the page was loaded. What you entered is kept below and not saved yet: "
    "look at the person's page in another tab, then save again if yours is right."
)
STILL_HELD = "This ends before it began. Enter a last day on or after {:%-d %B %Y}."


def mark_of(person: Person) -> str:
    """Tells one state of a person from another, for two officers who have the page open at once."""
    values = [str(getattr(person, name) or "") for name in DETAILS if name != "user"]
    return sha256("\n".join([*values, str(person.user_id)]).encode()).hexdigest()[:16]


def add_person(*, by: User, **details: Any) -> Person:
    _demand(by)
    with transaction.atomic(), pghistory.context(user=by.pk):
        return _saved(Person(), details)


def change_person(person: Person, *, seen: str, by: User, **details: Any) -> bool:
    """``seen`` is the mark of what the officer began from. False when nothing differs, as when sent twice."""
    _demand(by)
    with transaction.atomic(), pghistory.context(user=by.pk):
        kept = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
        if all(getattr(kept, name) == value for name, value in details.items()):
            return False
        if mark_of(kept) != seen:
            raise ValidationError(CHANGED)
        _saved(kept, details)
    return True


def add_role(
    person: Person,
    *,
    title: str,
    is_county_councillor: bool,
    starts_on: date,
    ends_on: date | None,
    by: User,
) -> bool:
    """What somebody is from when to when. False when it stands there already, as when sent twice."""
    _demand(by)
    role = {"title": title, "is_county_councillor": is_county_councillor, "starts_on": starts_on}
    with transaction.atomic(), pghistory.context(user=by.pk):
        Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
        if person.roles.filter(**role, ends_on=ends_on).exists():
            return False
        new = PersonRole(person=person, **role, ends_on=ends_on)
        new.full_clean()
        new.save()
    return True


def end_role(role: PersonRole, *, ends_on: date | None, by: User) -> None:
    """The last day included; None when it goes on after all."""
    _demand(by)
    if ends_on and ends_on < role.starts_on:
        raise ValidationError({"ends_on": STILL_HELD.format(role.starts_on)})
    with transaction.atomic(), pghistory.context(user=by.pk):
        kept = PersonRole.objects.select_for_update(of=("self",)).get(pk=role.pk)
        kept.ends_on = ends_on
        kept.full_clean()
        kept.save(update_fields=["ends_on"])


def _saved(person: Person, details: dict[str, Any]) -> Person:
    for name, value in details.items():
        setattr(person, name, value)
    person.full_clean()
    person.save()
    return person


def _demand(by: User) -> None:
    if not may(by, Permission.MANAGE_MEMBERSHIP):
        raise PermissionDenied(f"Your account may not do this: {Permission.MANAGE_MEMBERSHIP.label.lower()}.")
