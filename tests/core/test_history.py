"""What is tracked is never emptied and its history is only added to, whoever asks and however."""

import pghistory
import pytest
from django.db import DatabaseError, connection, transaction
from pghistory.models import Context

from core.history import MAY_BE_EMPTIED, protected_tables
from scorecard.models import Figure
from tests.factories.people import UserFactory
from tests.factories.scorecard import FigureFactory

pytestmark = pytest.mark.django_db

HISTORY = sorted(table for table, triggers in protected_tables().items() if "portal_stays" in triggers)


def refusal(statement: str) -> str:
    """The first line of what the database says; nothing when it obeys."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL {MAY_BE_EMPTIED} = 'no'")
            cursor.execute(statement)
    except DatabaseError as error:
        return str(error).splitlines()[0]
    return ""


def stays(table: str) -> str:
    return f"What {table} holds stays: it is only ever added to."


@pytest.fixture(autouse=True)
def one_change():
    with pghistory.context(user=UserFactory().pk):
        FigureFactory()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what waits for the commit would forbid TRUNCATE too


def test_no_protected_table_is_emptied():
    tables = sorted(protected_tables())

    said = {table: refusal(f'TRUNCATE "{table}" CASCADE') for table in tables}

    assert said == {table: stays(table) for table in tables}


@pytest.mark.parametrize("table", ["scorecard_publishedfigure", "scorecard_panelreport", "scorecard_rebase"])
def test_nor_is_one_whose_rows_are_kept_with_or_without_a_history(table):
    assert refusal(f"TRUNCATE {table} CASCADE") == stays(table)


@pytest.mark.parametrize(
    "table", ["scorecard_figureevent", "scorecard_workbookuploadevent", "people_userevent"]
)
@pytest.mark.parametrize("statement", ["UPDATE {} SET pgh_label = 'other'", "DELETE FROM {}"])
def test_an_event_stays_as_it_was_written(table, statement):
    assert refusal(statement.format(table)) == stays(table)


def test_every_table_of_events_is_protected():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid WHERE tgname = 'portal_stays'"
        )
        protected = {name for (name,) in cursor.fetchall()}
        tables = connection.introspection.table_names(cursor)

    assert protected == set(HISTORY)
    assert {name for name in tables if name.endswith("event")} < protected


def test_who_did_it_is_neither_deleted_nor_changed_afterwards():
    table = Context._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER portal_stays")
        cursor.execute(f"UPDATE {table} SET created_at = now() - interval '25 hours'")
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER portal_stays")

    assert refusal(f"DELETE FROM {table}") == stays(table)
    assert refusal(f"""UPDATE {table} SET metadata = '{{"user": 0}}'""") == stays(table)


def test_a_request_may_add_to_its_own_context():
    with pghistory.context(user=1):
        UserFactory()
        with pghistory.context(reason="Asked for by telephone"):
            UserFactory()

    assert Context.objects.filter(metadata={"user": 1, "reason": "Asked for by telephone"}).count() == 1


def test_a_test_database_can_be_emptied_by_a_connection_for_tests():
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE scorecard_figureevent")

    assert not Figure.pgh_event_model.objects.exists()
