"""One invented person for each role, so that the demonstration can be seen with everybody's eyes."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from core.access import Role
from people.models import User

PASSWORD = "corporate-parents"  # noqa: S105 - told to everybody who starts the demonstration
DOMAIN = "@demonstration.example"
NAMES = {
    Role.MEMBER: "Dale Monkton",
    Role.PANEL_MEMBER: "Taylor Wickhurst",
    Role.PARTICIPATION_WORKER: "Callum Oyelaran",
    Role.REPORT_OWNER: "Delphine Marchbank",
    Role.MI_OFFICER: "Emrys Tattersall",
    Role.MI_APPROVER: "Farida Quennell",
    Role.DEMOCRATIC_SERVICES: "Toni Elmstead",
    Role.ADMINISTRATOR: "Hamish Vereker",
}


class NotADemonstration(Exception):
    """Says in a sentence why the accounts are not added to this database."""


def email_of(role: Role) -> str:
    return f"{role.replace('_', '.')}{DOMAIN}"


def is_demonstration(email: str) -> bool:
    return email.lower().endswith(DOMAIN)


def refuse_real_people() -> None:
    """Asked of a database that may still be empty, or of an earlier version of the portal."""
    if User._meta.db_table not in connection.introspection.table_names():
        return
    there = set(User.objects.values_list("email", flat=True))
    if there and not any(map(is_demonstration, there)):
        raise NotADemonstration(
            "This database has accounts of real people, so the demonstration is not loaded into it. Let DATABASE_URL"
            " name an empty database, or leave it out and the demonstration makes one of its own."
        )


def load_accounts(progress: Callable[[str], None]) -> None:
    """Add the accounts that are missing; one that is there stays as somebody may have changed it.

    Everybody knows the password, so a portal that is no demonstration gets none of them.
    """
    if not settings.DEMO:
        raise ImproperlyConfigured(
            "Accounts of the demonstration are made only with DEMO=1 in the environment."
        )
    refuse_real_people()
    there = set(User.objects.values_list("email", flat=True))
    missing = {role: name for role, name in NAMES.items() if email_of(role) not in there}
    for role, name in missing.items():
        User.objects.create_user(email_of(role), PASSWORD, name=name, roles=[role])
    progress(f"Accounts: {len(missing)} added." if missing else "Accounts: there already.")
