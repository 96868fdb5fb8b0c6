"""Names that nothing published may hold."""

from django.db import transaction

from core.access import Permission, demand
from meetings.actions.locks import take_turn
from meetings.models import Body, ProtectedName
from people.models import User


@transaction.atomic
def protect_name(body: Body, *, name: str, by: User) -> bool:
    """False when it is on the list already."""
    demand(by, Permission.RECORD_MEETINGS)
    kept = take_turn(body)
    plain = " ".join(name.split())
    if kept.protected_names.filter(name__iexact=plain).exists():
        return False
    ProtectedName.objects.create(body=kept, name=plain, added_by=by)
    return True


@transaction.atomic
def release_name(pk: int, *, by: User) -> bool:
    """False when it is off the list already."""
    demand(by, Permission.RECORD_MEETINGS)
    return bool(ProtectedName.objects.filter(pk=pk).delete()[0])
