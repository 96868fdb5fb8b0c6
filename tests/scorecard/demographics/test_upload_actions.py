"""Demographics from the officer's workbook to the counts that stand, by two people and one transaction."""

import datetime

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from core.access import Role
from scorecard.actions import (
    UploadRefused,
    apply_from_command,
    approve_upload,
    receive_upload,
    submit_upload,
)
from scorecard.demographics.withdrawing import ALONE
from scorecard.imports.report import CheckReport
from scorecard.models import (
    DemographicCategory,
    DemographicCount,
    DemographicTable,
    Figure,
    ReportingPeriod,
    UploadState,
    WorkbookUpload,
)
from scorecard.withdrawing import withdraw_upload, withdrawal_of
from tests.factories.demographics import count_children, make_table
from tests.factories.people import UserFactory
from tests.factories.scorecard import IndicatorFactory, ThresholdFactory
from tests.scorecard.demographics.sheets import changed, good_lines, line, with_sheet
from tests.scorecard.workbooks import row

pytestmark = pytest.mark.django_db

AT = datetime.datetime(2018, 10, 1, 9, tzinfo=datetime.UTC)
GOOD = {"Under 1": (24, 28, 52), "1": (11, 18, 29), "All children": (35, 46, 81)}


@pytest.fixture(autouse=True)
def ages(uploads_folder):
    ThresholdFactory(indicator=IndicatorFactory(code="CIC01"))
    return make_table("Age", "Under 1", "1")


@pytest.fixture
def officer():
    return UserFactory(roles=[Role.MI_OFFICER])


@pytest.fixture
def approver():
    return UserFactory(roles=[Role.MI_APPROVER])


@pytest.fixture
def submit(officer):
    def make(data: bytes, name: str = "august.xlsx") -> WorkbookUpload:
        upload = receive_upload(data, original_name=name, by=officer)
        ticked = [tick.key for tick in CheckReport.from_json(upload.report).ticks]
        return submit_upload(upload, by=officer, seen=upload.fingerprint, ticked=ticked, note="Known")

    return make


@pytest.fixture
def apply(submit, approver):
    def make(data: bytes) -> WorkbookUpload:
        upload = submit(data)
        return approve_upload(upload, by=approver, seen=upload.fingerprint)

    return make


def standing() -> dict[str, tuple[int | None, int | None, int]]:
    return {
        count.category.name: (count.female, count.male, count.everyone)
        for count in DemographicCount.objects.current()
    }


def test_nothing_stands_before_a_second_person_approved(submit, approver):
    upload = submit(with_sheet(*good_lines()))
    assert (standing(), ReportingPeriod.objects.count()) == ({}, 0)

    approve_upload(upload, by=approver, seen=upload.fingerprint)

    assert standing() == GOOD
    assert {count.upload for count in DemographicCount.objects.all()} == {upload}


def test_the_same_workbook_again_writes_nothing(apply, officer):
    apply(with_sheet(*good_lines()))

    upload = receive_upload(with_sheet(*good_lines()), original_name="again.xlsx", by=officer)

    assert CheckReport.from_json(upload.report).changes_something is False
    assert DemographicCount.objects.count() == 3


def test_demographics_alone_are_worth_approving(apply):
    apply(with_sheet(*good_lines()))
    lines = changed(0, "Under 1", 24, 27, 51)
    lines[2] = ["Age", "All children", None, lines[0][3], 35, 45, 80]

    apply(with_sheet(*lines))

    assert standing() == {"Under 1": (24, 27, 51), "1": (11, 18, 29), "All children": (35, 45, 80)}
    assert Figure.objects.count() == 1
    assert sorted(DemographicCount.objects.values_list("revision", flat=True)) == [1, 1, 1, 2, 2, 2]


def test_a_problem_in_the_demographics_stops_the_figures_too(officer):
    data = with_sheet(*changed(0, "Under 1", 24, 28, 53))

    upload = receive_upload(data, original_name="august.xlsx", by=officer)

    assert upload.state == UploadState.FAULTY
    report, applied = apply_from_command(data, original_name="august.xlsx", at=AT)
    assert (report.is_sound, applied, Figure.objects.count(), standing()) == (False, None, 0, {})


def test_approval_is_refused_when_demographics_have_changed_meanwhile(submit, approver, ages):
    upload = submit(with_sheet(*good_lines()))
    count_children(ages, {"Under 1": (20, 28), "1": (11, 18), "All children": (31, 46)})

    with pytest.raises(UploadRefused, match="have changed since this workbook was checked"):
        approve_upload(upload, by=approver, seen=upload.fingerprint)

    assert Figure.objects.count() == 0


def test_the_command_brings_demographics_in_as_well():
    _, upload = apply_from_command(with_sheet(*good_lines()), original_name="august.xlsx", at=AT)

    assert upload.demographic_counts.count() == 3


def test_a_withdrawn_upload_lets_the_table_before_stand_again(apply, approver):
    first = apply(with_sheet(*good_lines()))
    lines = changed(0, "Under 1", 24, 27, 51)
    lines[2] = ["Age", "All children", None, lines[0][3], 35, 45, 80]
    second = apply(with_sheet(*lines))

    withdrawal = withdrawal_of(second)
    withdraw_upload(second, by=approver, reason="Wrong.", seen=withdrawal.seen, at=AT)

    assert [(t.name, t.month, t.now, t.then) for t in withdrawal.tables] == [
        ("Age", "August 2018", 2, first.pk)
    ]
    assert standing() == GOOD


def test_a_withdrawn_upload_leaves_no_table_where_there_was_none(apply, approver):
    upload = apply(with_sheet(*good_lines()))

    withdrawal = withdrawal_of(upload)
    withdraw_upload(upload, by=approver, reason="Wrong.", seen=withdrawal.seen, at=AT)

    assert [table.outcome for table in withdrawal.tables] == ["There would be no table"]
    assert standing() == {}


def test_withdrawing_an_overtaken_upload_leaves_the_later_table(apply, approver):
    first = apply(with_sheet(*good_lines()))
    lines = changed(0, "Under 1", 24, 27, 51)
    lines[2] = ["Age", "All children", None, lines[0][3], 35, 45, 80]
    apply(with_sheet(*lines, figures=row(Result=97.0, Numerator=97, Denominator=100)))

    withdrawal = withdrawal_of(first)
    withdraw_upload(first, by=approver, reason="Wrong.", seen=withdrawal.seen, at=AT)

    assert withdrawal.tables == []
    assert standing()["Under 1"] == (24, 27, 51)


WITHOUT = (("Under 1", 20, 28, 48), ("1", 11, 18, 29), ("All children", 31, 46, 77))


def without_lines() -> list[list]:
    return [line(*cells, population="Excluding UASC") for cells in WITHOUT]


def variants_standing() -> set[str]:
    return {count.variant for count in DemographicCount.objects.current()}


class TestWithoutUnaccompanied:
    """The table of all children and the one without unaccompanied came by two uploads."""

    @pytest.fixture
    def first(self, apply):
        return apply(with_sheet(*good_lines()))

    @pytest.fixture
    def second(self, first, apply):
        return apply(with_sheet(*without_lines()))

    def test_it_does_not_stand_when_that_of_all_children_is_withdrawn(
        self, first, second, approver, client_as
    ):
        withdrawal = withdrawal_of(first)
        page = client_as(Role.MI_APPROVER).get(reverse("scorecard:upload_withdraw", args=[first.pk]))
        withdraw_upload(first, by=approver, reason="Wrong.", seen=withdrawal.seen, at=AT)

        assert [(t.population[:9], t.outcome) for t in withdrawal.tables] == [
            ("All child", "There would be no table"),
            ("Excluding", ALONE),
        ]
        assert "2 demographic tables would change:" in page.text
        assert ALONE in page.text
        assert variants_standing() == set()

    def test_every_page_and_file_is_still_there(self, first, second, apply, approver, client_as):
        july = datetime.date(2018, 7, 31)
        apply(with_sheet(*good_lines(month=datetime.date(2018, 9, 30))))
        apply(with_sheet(*good_lines(month=july)))
        seen = withdrawal_of(first).seen
        withdraw_upload(first, by=approver, reason="Wrong.", seen=seen, at=AT)

        client, home = client_as(Role.MI_OFFICER), "/scorecard/demographics/"
        addresses = [home, f"{home}?month=2018-07", f"{home}2018-09.csv", f"{home}2018-07.json"]
        withdrawn = [f"{home}?month=2018-08", f"{home}2018-08.csv", f"{home}2018-08/full/"]

        assert [client.get(address).status_code for address in addresses] == [200] * 4
        assert [client.get(address).status_code for address in withdrawn] == [404] * 3

    def test_it_does_not_stand_beside_fewer_children_than_it_has(self, first, apply, approver):
        more = [("Under 1", 34, 28, 62), ("1", 11, 18, 29), ("All children", 45, 46, 91)]
        second = apply(with_sheet(*(line(*cells) for cells in more)))
        most = [("Under 1", 30, 28, 58), ("1", 11, 18, 29), ("All children", 41, 46, 87)]
        apply(with_sheet(*(line(*cells, population="Excluding UASC") for cells in most)))

        withdrawal = withdrawal_of(second)
        withdraw_upload(second, by=approver, reason="Wrong.", seen=withdrawal.seen, at=AT)

        assert [(t.then, t.outcome) for t in withdrawal.tables] == [
            (first.pk, "The table before it would stand again"),
            (None, ALONE),
        ]
        assert variants_standing() == {"all"}

    def test_it_stands_again_beside_a_new_table_of_all_children(self, first, second, apply, approver):
        seen = withdrawal_of(first).seen
        withdraw_upload(first, by=approver, reason="Wrong.", seen=seen, at=AT)

        third = apply(with_sheet(*good_lines(), figures=row(Result=97.0, Numerator=97, Denominator=100)))

        assert variants_standing() == {"all", "exc_uasc"}
        assert [t.outcome for t in withdrawal_of(third).tables] == ["There would be no table", ALONE]

    def test_withdrawing_it_alone_leaves_all_children(self, first, second, approver):
        withdrawal = withdrawal_of(second)
        withdraw_upload(second, by=approver, reason="Wrong.", seen=withdrawal.seen, at=AT)

        assert [t.outcome for t in withdrawal.tables] == ["There would be no table"]
        assert variants_standing() == {"all"}


@pytest.mark.parametrize("statement", ["UPDATE {} SET everyone = 1", "DELETE FROM {}"])
def test_the_database_keeps_what_was_counted(apply, statement):
    apply(with_sheet(*good_lines()))

    with pytest.raises(DatabaseError), transaction.atomic():
        DemographicCount.objects.raw(statement.format("scorecard_demographiccount") + " RETURNING *")[0]

    assert standing() == GOOD


def test_the_database_refuses_sexes_that_do_not_add_up(ages):
    upload = count_children(ages, {"1": (1, 2)})
    wrong = DemographicCount(
        category=ages.categories.get(name="Under 1"),
        period=ReportingPeriod.objects.get(),
        everyone=5,
        female=1,
        male=2,
        upload=upload,
    )

    with pytest.raises(DatabaseError, match="demographic_count_sexes_add_up"), transaction.atomic():
        wrong.save()


def test_the_database_takes_counts_from_an_applied_upload_alone(ages, submit):
    undecided = submit(with_sheet(*good_lines()))

    with pytest.raises(DatabaseError, match="comes from an upload that was applied"), transaction.atomic():
        count_children(ages, {"1": 3}, upload=undecided)

    assert standing() == {}


def test_the_database_takes_no_counts_from_a_withdrawn_upload(ages, apply, approver):
    upload = apply(with_sheet(*good_lines()))
    withdraw_upload(upload, by=approver, reason="Wrong.", seen=withdrawal_of(upload).seen, at=AT)

    with pytest.raises(DatabaseError, match="comes from an upload that was applied"), transaction.atomic():
        count_children(ages, {"1": 3}, revision=2, upload=upload)


@pytest.mark.parametrize("fields", [{"rows_overlap": True}, {"named_at_most": 1}])
def test_how_a_table_is_counted_stays_once_children_were(ages, fields):
    tables = DemographicTable.objects.filter(pk=ages.pk)
    assert tables.update(**fields) == 1
    tables.update(rows_overlap=False, named_at_most=None)
    count_children(ages, {"1": 3})

    with pytest.raises(DatabaseError, match="How a table with counts is counted"), transaction.atomic():
        tables.update(**fields)

    assert tables.update(name="Ages", order=7) == 1


def test_the_name_of_a_row_stays_once_children_were_counted_under_it(ages):
    count_children(ages, {"1": 3})
    row, other = ages.categories.filter(name="1"), ages.categories.filter(name="Under 1")

    with pytest.raises(DatabaseError, match="The name of a row with counts stays"), transaction.atomic():
        row.update(name="One")

    assert (row.update(order=7), other.update(name="0")) == (1, 1)


def test_the_database_lets_no_row_change_its_meaning(ages):
    with pytest.raises(DatabaseError, match="meaning_stays"), transaction.atomic():
        ages.categories.filter(name="1").update(kind="not_known")
    with pytest.raises(DatabaseError), transaction.atomic():
        DemographicCategory.objects.all().delete()
