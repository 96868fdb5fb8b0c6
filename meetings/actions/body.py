"""The panel's own rules, and the terms of the council in which its minutes have one run of numbers."""

from datetime import date
from typing import Any

from django.db.models import Q

from core.access import Permission, demand
from meetings.actions.locks import Refused, changed, one_change, take_turn
from meetings.date_words import plain_date
from meetings.models import Body, Term
from people.models import User

OVERLAPS = "The term from {} covers some of these days. End it first."
ENDS_BEFORE = "The last day must be on or after the first, {}."


def set_up_panel(*, by: User, **rules: Any) -> Body:
    """Sent twice, it gives the same panel."""
    demand(by, Permission.MANAGE_MEMBERSHIP)
    with one_change(by):
        there = Body.objects.filter(name=rules["name"]).first()
        if there:
            return there
        body = Body(**rules)
        body.full_clean()
        body.save()
    return body


def change_panel(body: Body, *, version: int, by: User, **rules: Any) -> bool:
    """``version``: of the rules that the officer saw. False when nothing differs."""
    demand(by, Permission.MANAGE_MEMBERSHIP)
    with one_change(by):
        kept = take_turn(body)
        if not changed(kept, rules, version=version):
            return False
        kept.full_clean()
        kept.save()
    return True


def add_term(body: Body, *, starts_on: date, ends_on: date | None, first_number: int, by: User) -> bool:
    """False when it is there already, as when one form was sent twice."""
    demand(by, Permission.MANAGE_MEMBERSHIP)
    if ends_on and ends_on < starts_on:
        raise Refused(ENDS_BEFORE.format(plain_date(starts_on)))
    with one_change(by):
        kept = take_turn(body)
        if kept.terms.filter(starts_on=starts_on, ends_on=ends_on, first_number=first_number).exists():
            return False
        _refuse_overlap(kept, starts_on, ends_on)
        Term.objects.create(body=kept, starts_on=starts_on, ends_on=ends_on, first_number=first_number)
    return True


def end_term(term: Term, *, version: int, ends_on: date | None, by: User) -> bool:
    """False when it ends then already."""
    demand(by, Permission.MANAGE_MEMBERSHIP)
    with one_change(by):
        kept = take_turn(term)
        if ends_on and ends_on < kept.starts_on:
            raise Refused(ENDS_BEFORE.format(plain_date(kept.starts_on)))
        _refuse_overlap(kept.body, kept.starts_on, ends_on, but=kept.pk)
        is_new = changed(kept, {"ends_on": ends_on}, version=version)
        kept.save(update_fields=["ends_on", "version"])
    return is_new


def _refuse_overlap(body: Body, first: date, last: date | None, *, but: int | None = None) -> None:
    others = body.terms.exclude(pk=but).filter(Q(ends_on=None) | Q(ends_on__gte=first))
    found = (others.filter(starts_on__lte=last) if last else others).first()
    if found:
        raise Refused(OVERLAPS.format(plain_date(found.starts_on)))
