"""What is tracked is never emptied, and its history is only added to: the database refuses, whoever asks.

Set up after every migration for all tables that django-pghistory tracks or whose rows the database keeps, so that
none can be forgotten. Only a test database may be emptied, by a connection that says it is for tests.
"""

from typing import Any

import pgtrigger
from django.apps import apps
from django.db import connections
from django.db.models.signals import post_migrate
from pghistory.models import Context, Event

MAY_BE_EMPTIED = "portal.may_be_emptied"  # settings.py says so for the tests' connections
REFUSE = f"""
CREATE OR REPLACE FUNCTION portal_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' AND current_database() LIKE 'test%'
       AND current_setting('{MAY_BE_EMPTIED}', true) = 'yes' THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION 'What % holds stays: it is only ever added to.', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$
"""
# Each table's triggers by name. A context is written again while its request still adds to it, never on a later day.
NOT_EMPTIED = {"portal_not_emptied": "BEFORE TRUNCATE ON {table} FOR EACH STATEMENT"}
ONLY_ADDED_TO = NOT_EMPTIED | {"portal_stays": "BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW"}
SAYS_WHO = NOT_EMPTIED | {
    "portal_not_deleted": "BEFORE DELETE ON {table} FOR EACH ROW",
    "portal_stays": "BEFORE UPDATE ON {table} FOR EACH ROW WHEN (OLD.created_at < now() - interval '1 day')",
}


def protect_after_migrations() -> None:
    post_migrate.connect(_protect, sender=apps.get_app_config("pghistory"), dispatch_uid="core.history")


def protected_tables() -> dict[str, dict[str, str]]:
    """The triggers of each table."""
    events = [model for model in apps.get_models() if issubclass(model, Event) and model._meta.managed]
    tracked = {model.pgh_tracked_model._meta.db_table for model in events}
    kept = {model._meta.db_table for model, trigger in pgtrigger.registered() if _refuses_deletion(trigger)}
    return (
        dict.fromkeys(sorted(tracked | kept), NOT_EMPTIED)
        | {model._meta.db_table: ONLY_ADDED_TO for model in events}
        | {Context._meta.db_table: SAYS_WHO}
    )


def _refuses_deletion(trigger: pgtrigger.Trigger) -> bool:
    """Of some row at least: then all rows at once are not to go either."""
    return isinstance(trigger, pgtrigger.Protect) and pgtrigger.Delete in trigger.operation


def _protect(using: str, **about: Any) -> None:
    with connections[using].cursor() as cursor:
        cursor.execute(REFUSE)
        cursor.execute("SELECT relname, tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid")
        there = set(cursor.fetchall())
        tables = set(connections[using].introspection.table_names(cursor))
        for table, triggers in protected_tables().items():
            for name, when in triggers.items():
                if table in tables and (table, name) not in there:
                    event = when.format(table=f'"{table}"')
                    cursor.execute(f'CREATE TRIGGER "{name}" {event} EXECUTE FUNCTION portal_stays()')
