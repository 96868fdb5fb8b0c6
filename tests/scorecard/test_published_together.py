"""A report, its figures and the targets they were rated by come together: what is done at the same moment waits."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, connection, connections, transaction

from scorecard.models import Indicator, PanelReport, PublishedFigure, Threshold, Variant
from scorecard.publishing.locks import ReportRefused, hold_targets
from scorecard.publishing.paper_text import plan_report
from scorecard.publishing.publication import CHANGED, publish_report, withdraw_report
from scorecard.rag import Polarity
from tests.factories.scorecard import FigureFactory
from tests.scorecard.panel import (
    MEETING,
    NOW,
    an_amber_indicator,
    an_approver,
    month,
    published,
    ready,
)

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.pdf]
WAITING = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
COLUMNS = ", ".join(
    field.column for field in PanelReport.pgh_event_model._meta.fields if not field.primary_key
)
EVENT_AGAIN = (
    f"INSERT INTO scorecard_panelreportevent ({COLUMNS}) SELECT {COLUMNS} FROM scorecard_panelreportevent"
)
OTHERWISE = [{"target": Decimal(84)}, {"polarity": Polarity.LOWER_IS_BETTER}, {"decimals": 0}]


@pytest.fixture(autouse=True)
def indicator():
    an_amber_indicator()
    return Indicator.objects.get()


def publish(by, seen):
    return publish_report(month(), by=by, seen=seen, ticked=["commentary"], note="Looked at.", at=NOW)


def change(fields: dict) -> int:
    model = Threshold if "target" in fields else Indicator
    return model.objects.update(**fields)


@contextmanager
def beside(work: Callable[[], object]) -> Iterator[list]:
    """Runs it on a connection of its own, which has to wait for ours; what it gave or raised is told at the end."""
    told: list = []

    def run() -> None:
        try:
            told.append(work())
        except (DatabaseError, ReportRefused) as error:
            told.append(error)
        finally:
            connections.close_all()

    thread = threading.Thread(target=run)
    with transaction.atomic():
        yield told
        thread.start()
        _wait_until_it_waits(thread)
    thread.join(timeout=60)


def _wait_until_it_waits(thread: threading.Thread) -> None:
    waiting = 0
    while not waiting and thread.is_alive():
        thread.join(timeout=0.01)
        with connection.cursor() as cursor:
            cursor.execute(WAITING)
            (waiting,) = cursor.fetchone()
    assert waiting == 1


@pytest.mark.parametrize("fields", OTHERWISE)
def test_who_publishes_waits_for_a_change_and_publishes_nothing_else_than_was_read(fields):
    by = an_approver()
    plan_report(month(), by=by, meeting_on=MEETING)
    seen = ready().fingerprint

    with beside(lambda: publish(by, seen)) as told:
        change(fields)

    assert [str(refusal) for refusal in told] == [CHANGED]
    assert PanelReport.objects.count() == 0


@pytest.mark.parametrize("fields", OTHERWISE)
def test_who_changes_waits_for_the_report_and_is_refused(fields):
    by = an_approver()
    plan_report(month(), by=by, meeting_on=MEETING)
    seen = ready().fingerprint

    with beside(lambda: change(fields)) as told:
        publish(by, seen)

    assert [type(refusal) for refusal in told] == [IntegrityError]
    assert PublishedFigure.objects.get().target == 90


def test_two_changes_of_targets_do_not_wait_for_each_other():
    other = FigureFactory(indicator__code="CIC02").indicator
    told: list[int] = []

    def rename() -> None:
        try:
            told.append(Indicator.objects.filter(pk=other.pk).update(decimals=0))
        finally:
            connections.close_all()

    with transaction.atomic():
        change({"target": Decimal(84)})
        thread = threading.Thread(target=rename)
        thread.start()
        thread.join(timeout=60)

    assert told == [1]


def row_of(report: PanelReport, **fields) -> PublishedFigure:
    printed = report.figures.get(variant=Variant.ALL)
    copied = {field.attname: getattr(printed, field.attname) for field in PublishedFigure._meta.fields}
    return PublishedFigure(**copied | {"id": None} | fields)


@pytest.mark.parametrize("is_withdrawn", [False, True])
def test_a_published_report_takes_no_further_figure(is_withdrawn):
    report = published()
    if is_withdrawn:
        withdraw_report(report, by=an_approver(), reason="The wrong month.")

    with pytest.raises(IntegrityError, match="takes none afterwards"):
        row_of(report, variant=Variant.EXC_UASC).save()

    assert report.figures.count() == 1


def test_nor_by_sql():
    published()
    statement = (
        "INSERT INTO scorecard_publishedfigure (report_id, indicator_id, variant, figure_id, status, text, rating, "
        "reason) SELECT report_id, indicator_id, 'exc_uasc', figure_id, status, text, rating, reason "
        "FROM scorecard_publishedfigure"
    )

    with pytest.raises(IntegrityError, match="takes none afterwards"), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("touch", ["withdraw", "write_again", "another_event"])
def test_nor_in_a_transaction_that_touches_the_report(touch):
    report = published()
    another = row_of(report, variant=Variant.EXC_UASC)

    def touch_and_add() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            if touch == "withdraw":
                withdraw_report(report, by=an_approver(), reason="The wrong month.")
            if touch == "write_again":
                cursor.execute("UPDATE scorecard_panelreport SET note = note")
            if touch == "another_event":
                cursor.execute(EVENT_AGAIN)
            another.save()

    with pytest.raises(IntegrityError, match="takes none afterwards"):
        touch_and_add()


def test_a_report_and_its_figures_may_come_in_savepoints_of_one_transaction():
    report = published()
    withdraw_report(report, by=an_approver(), reason="The wrong month.")

    with transaction.atomic():
        with transaction.atomic():
            another = PanelReport.objects.create(period=report.period, meeting_on=MEETING)
        with transaction.atomic():
            row_of(report, report_id=another.pk).save()

    assert another.figures.count() == 1


def test_targets_are_free_again_once_the_lock_is_let_go():
    with transaction.atomic():
        hold_targets()

    assert change({"target": Decimal(84)}) == 1
