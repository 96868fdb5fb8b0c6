"""What the panel saw rests while the report of it stands, and is free again once that is withdrawn."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, connection, transaction

from core.access import Role
from scorecard import upkeep
from scorecard.models import Figure, Indicator, PanelReport, Threshold
from scorecard.publishing.paper_text import edit_part
from scorecard.publishing.publication import withdraw_report
from scorecard.rag import Polarity
from scorecard.report.seen_by_panel import months_seen
from scorecard.report.upkeep import target_rows
from scorecard.withdrawing import withdraw_upload, withdrawal_of
from tests.factories.people import UserFactory
from tests.factories.scorecard import FigureFactory, PanelReportFactory
from tests.scorecard.panel import (
    AUGUST,
    JULY,
    MEETING,
    an_amber_indicator,
    an_approver,
    an_owner,
    published,
    submitted,
)
from tests.scorecard.panel import month as choose

pytestmark = [pytest.mark.django_db, pytest.mark.pdf]


@pytest.fixture
def post():
    return an_amber_indicator()


@pytest.fixture
def indicator(post):
    return Indicator.objects.get(code="CIC01")


def withdrawn(report: PanelReport) -> PanelReport:
    return withdraw_report(report, by=an_approver(), reason="The wrong month.")


def upload_withdrawn() -> None:
    upload = Figure.objects.current().get(indicator__code="CIC01").upload
    withdraw_upload(upload, by=an_approver(), reason="A slip.", seen=withdrawal_of(upload).seen)


def lower_target(indicator: Indicator) -> None:
    """From August on, by the way officers take."""
    new = Threshold(
        indicator=indicator,
        valid_from=date(2018, 8, 1),
        target=70,
        floor=60,
        approved_by="The panel",
        source="Minute 12",
    )
    preview = upkeep.preview_target(new)
    upkeep.set_target(new, seen=preview.fingerprint, by=UserFactory(roles=[Role.MI_OFFICER]))


CHANGES = [
    ("UPDATE scorecard_threshold SET target = 70, floor = 60", "keeps its target"),
    ("UPDATE scorecard_threshold SET valid_to = '2018-07-31'", "keeps its target"),
    ("UPDATE scorecard_threshold SET valid_from = '2018-09-01'", "keeps its target"),
    ("DELETE FROM scorecard_threshold", "keeps its target"),
    ("UPDATE scorecard_indicator SET polarity = 'L'", "would print or be rated otherwise"),
    ("UPDATE scorecard_indicator SET decimals = 0", "would print or be rated otherwise"),
    ("UPDATE scorecard_indicator SET is_kpi = false", "would print or be rated otherwise"),
]


def run(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize(("statement", "said"), CHANGES)
def test_while_the_report_stands_target_and_polarity_stay(post, statement, said):
    published()

    with pytest.raises(IntegrityError, match=said):
        run(statement)


@pytest.mark.parametrize(("statement", "said"), CHANGES)
def test_withdrawing_the_report_frees_target_and_polarity_again(post, statement, said):
    withdrawn(published())

    run(statement)


@pytest.mark.parametrize(("statement", "said"), CHANGES)
def test_a_published_month_keeps_them_when_its_upload_is_withdrawn(post, statement, said):
    published()
    upload_withdrawn()
    assert not Figure.objects.current().exists()

    with pytest.raises(IntegrityError, match=said):
        run(statement)


@pytest.mark.parametrize(("statement", "said"), CHANGES)
def test_a_second_report_of_the_month_holds_what_the_first_let_go(post, statement, said):
    withdrawn(published())
    published()

    with pytest.raises(IntegrityError, match=said):
        run(statement)


def test_officers_are_told_so_and_set_the_target_once_it_is_free(indicator):
    report = published()
    with pytest.raises(ValidationError, match="The panel has seen August 2018"):
        lower_target(indicator)
    upload_withdrawn()
    with pytest.raises(IntegrityError, match="keeps its target"), transaction.atomic():
        indicator.thresholds.update(target=70)

    withdrawn(report)
    lower_target(indicator)

    assert [int(line.target) for line in indicator.thresholds.order_by("valid_from")] == [90, 70]


def test_polarity_is_changed_by_an_officer_once_the_report_is_withdrawn(indicator):
    withdrawn(published())
    indicator.thresholds.all().delete()
    indicator.polarity = Polarity.LOWER_IS_BETTER
    preview = upkeep.preview_indicator(indicator)

    upkeep.change_indicator(indicator, seen=preview.fingerprint, by=UserFactory(roles=[Role.MI_OFFICER]))

    assert Indicator.objects.get().polarity == Polarity.LOWER_IS_BETTER


def test_months_seen_are_those_of_standing_reports_with_a_figure_of_it(indicator):
    FigureFactory(indicator__code="CIC01", value=88, period__ends_on=JULY)
    FigureFactory(indicator__code="CIC02", value=88, period__ends_on=date(2018, 6, 30))
    PanelReportFactory(period__ends_on=date(2018, 6, 30), meeting_on=date(2018, 7, 20))
    PanelReportFactory(period__ends_on=JULY, meeting_on=date(2018, 9, 19))
    report = published()
    seen = {JULY: date(2018, 9, 19), AUGUST: MEETING}
    assert months_seen(indicator) == seen

    upload_withdrawn_of_august = Figure.objects.current().get(period__ends_on=AUGUST).upload
    upload_withdrawn_of_august.figures.update(is_current=False)
    assert months_seen(indicator) == seen  # what was published was seen
    withdrawn(report)

    assert months_seen(indicator) == {JULY: date(2018, 9, 19)}


@pytest.mark.parametrize(
    ("undo", "is_settled"),
    [(None, True), ("upload", True), ("report", False)],
)
def test_the_list_of_targets_says_which_the_panel_saw(indicator, undo, is_settled):
    report = published()
    if undo == "upload":
        upload_withdrawn()
    if undo == "report":
        withdrawn(report)

    assert [row.is_settled for row in target_rows(indicator)] == [is_settled]


class TestWordsOfAPublishedMonth:
    """Neither changed in place nor moved in or out."""

    TABLES = ("scorecard_commentary", "scorecard_paperpart", "scorecard_reportplan")

    @pytest.fixture
    def months(self, post):
        """Ids of August, which is published, and of July, which is not; both have commentary, a part and a plan."""
        FigureFactory(indicator__code="CIC02", period__ends_on=JULY, indicator__owner=post)
        owner, officer = an_owner(post), UserFactory(roles=[Role.MI_OFFICER])
        submitted(owner)
        edit_part(choose(), "summary", by=officer, text="In our own words.", version=0)
        published()
        return {"august": choose().chosen.pk, "july": choose("2018-07").chosen.pk}

    @pytest.mark.parametrize("table", TABLES)
    def test_is_not_moved_to_another_month(self, months, table):
        with pytest.raises(DatabaseError, match="is published, so nothing of it can be changed"):
            run(f"UPDATE {table} SET period_id = {months['july']}")

    @pytest.mark.parametrize("table", TABLES)
    def test_takes_nothing_from_another_month(self, months, table):
        self.bring_to_july(table, months)

        with pytest.raises(DatabaseError, match="is published, so nothing of it can be changed"):
            run(f"UPDATE {table} SET period_id = {months['august']} WHERE period_id = {months['july']}")

    @pytest.mark.parametrize("table", TABLES)
    def test_takes_nothing_new(self, months, table):
        columns = self.columns(table)

        with pytest.raises(DatabaseError, match="is published, so nothing of it can be changed"):
            run(f"INSERT INTO {table} ({columns}, period_id) SELECT {columns}, period_id FROM {table}")

    @pytest.mark.parametrize("table", TABLES)
    @pytest.mark.parametrize("statement", ["UPDATE {} SET id = id", "DELETE FROM {}"])
    def test_is_neither_touched_nor_deleted(self, months, table, statement):
        with pytest.raises(DatabaseError):
            run(statement.format(table))

    @pytest.mark.parametrize("table", TABLES)
    def test_moves_again_once_the_report_is_withdrawn(self, months, table):
        withdrawn(PanelReport.objects.get())

        run(f"UPDATE {table} SET period_id = {months['july']}")

    def bring_to_july(self, table: str, months: dict[str, int]) -> None:
        columns = self.columns(table)
        run(f"INSERT INTO {table} ({columns}, period_id) SELECT {columns}, {months['july']} FROM {table}")

    def columns(self, table: str) -> str:
        with connection.cursor() as cursor:
            names = [column.name for column in connection.introspection.get_table_description(cursor, table)]
        return ", ".join(sorted(set(names) - {"id", "period_id"}))
