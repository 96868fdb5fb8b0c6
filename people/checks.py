"""Asked by ``manage.py check --deploy --database default``."""

from typing import Any

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.db import connections

from people.demonstration import DOMAIN
from people.models import User


@register(Tags.database, deploy=True)
def no_demonstration_accounts(databases: list[str] | None, **kwargs: Any) -> list[Error]:
    """Their password is public. A database before its first migration has none."""
    if settings.DEMO or "default" not in (databases or []):
        return []
    if User._meta.db_table not in connections["default"].introspection.table_names():
        return []
    if not User.objects.filter(email__iendswith=DOMAIN).exists():
        return []
    return [
        Error(
            "The demonstration was loaded into this database: its figures and accounts are invented.",
            hint="Let DATABASE_URL name another database. Nobody signs in with these accounts unless DEMO is on.",
            id="people.E001",
        )
    ]
