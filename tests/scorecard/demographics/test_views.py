"""The pages of the children in care: who sees which numbers, and what is left behind by looking."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.utils import timezone

from core.access import Role
from scorecard.demographics.actions import open_small_counts
from scorecard.models import CategoryKind, DemographicCategory, DemographicTable, SmallCountsOpening
from tests.factories.demographics import count_children, make_opening, make_table
from tests.factories.scorecard import ReportingPeriodFactory
from tests.scorecard.workbooks import AUGUST, JULY

pytestmark = pytest.mark.django_db

ADDRESS = "/scorecard/demographics/"
AGES = {"Under 1": (24, 29), "1": (11, 3), "2": (14, 17), "3": (30, 40), "All children": (79, 89)}
WHO_MAY = [Role.MI_OFFICER, Role.MI_APPROVER]
WHO_MAY_NOT = [role for role in Role if role not in WHO_MAY]


@pytest.fixture
def ages() -> DemographicTable:
    table = make_table("Age", *list(AGES)[:-1])
    count_children(table, AGES)
    return table


def text_of(response) -> str:
    return " ".join(response.content.decode().split())


class TestMonth:
    @pytest.mark.parametrize("role", Role)
    def test_every_role_reads_it_with_small_counts_hidden(self, ages, client_as, role):
        text = text_of(client_as(role).get(ADDRESS))

        assert "168 children were in care on 31 August 2018: 79 female and 89 male." in text
        assert ">3</td>" not in text
        assert '<th scope="row" class="govuk-table__header">1</th>' in text

    def test_it_is_not_for_strangers_or_people_without_a_role(self, ages, client, client_as):
        assert (client.get(ADDRESS).status_code, client_as().get(ADDRESS).status_code) == (302, 403)

    @pytest.mark.parametrize(
        ("role", "is_told"), [(Role.MEMBER, False), (Role.MI_OFFICER, True), (Role.REPORT_OWNER, False)]
    )
    def test_without_any_month_it_says_how_they_come(self, client_as, role, is_told):
        text = text_of(client_as(role).get(ADDRESS))

        assert "Nothing has been counted yet" in text
        assert ("Upload a month's figures" in text.replace("&#x27;", "'")) is is_told

    def test_a_month_without_counts_is_not_found_and_says_which_there_are(self, ages, client_as):
        response = client_as(Role.MEMBER).get(ADDRESS, {"month": "2018-07"})

        assert response.status_code == 404
        assert f'href="{ADDRESS}?month=2018-08"' in text_of(response)

    def test_an_earlier_month_can_be_chosen(self, ages, client_as):
        count_children(ages, AGES | {"All children": (90, 90)}, month=JULY)

        text = text_of(client_as(Role.MEMBER).get(ADDRESS, {"month": "2018-07"}))

        assert "180 children were in care on 31 July 2018" in text

    def test_it_asks_as_often_for_three_tables_and_months_as_for_one(
        self, ages, client_as, django_assert_num_queries
    ):
        client = client_as(Role.MEMBER)
        with django_assert_num_queries(4):
            client.get(ADDRESS)
        for name in ("Ethnicity", "Nationality"):
            count_children(make_table(name, "A"), {"A": 168, "All children": 168})
        count_children(ages, AGES, month=JULY)
        with django_assert_num_queries(4):
            client.get(ADDRESS)

    @pytest.mark.parametrize("extension", ["csv", "xlsx", "json"])
    def test_files_are_for_readers_and_of_months_that_were_counted(self, ages, client, client_as, extension):
        member = client_as(Role.MEMBER)

        answers = [
            member.get(f"{ADDRESS}2018-08.{extension}"),
            member.get(f"{ADDRESS}2018-07.{extension}"),
            client_as().get(f"{ADDRESS}2018-08.{extension}"),
            client.get(f"{ADDRESS}2018-08.{extension}"),
        ]

        assert [answer.status_code for answer in answers] == [200, 404, 403, 302]
        assert answers[0]["Content-Disposition"] == (
            f'attachment; filename="children-in-care-2018-08.{extension}"'
        )


class TestFullNumbers:
    @pytest.mark.parametrize("role", WHO_MAY)
    def test_after_a_reason_they_are_shown_and_one_line_is_kept(self, ages, client_as, role):
        client = client_as(role)

        response = client.post(f"{ADDRESS}2018-08/full/", {"reason": "  A question. "}, follow=True)

        assert ">3</td>" in text_of(response)
        (opening,) = SmallCountsOpening.objects.all()
        assert (opening.opened_by, opening.reason, opening.period.ends_on) == (
            client.user,
            "A question.",
            AUGUST,
        )
        assert abs(timezone.now() - opening.opened_at) < datetime.timedelta(minutes=1)

    @pytest.mark.parametrize("role", WHO_MAY_NOT)
    def test_others_neither_see_them_nor_leave_a_line(self, ages, client_as, role):
        client = client_as(role)
        opening = make_opening(by=client.user, opened_at=timezone.now())

        answers = [
            client.get(f"{ADDRESS}2018-08/full/"),
            client.post(f"{ADDRESS}2018-08/full/", {"reason": "Curious."}),
            client.get(f"{ADDRESS}full/{opening.pk}/"),
        ]

        assert [answer.status_code for answer in answers] == [403, 403, 403]
        assert SmallCountsOpening.objects.count() == 1

    @pytest.mark.parametrize("reason", ["", "   ", "x" * 501])
    def test_without_a_reason_nothing_is_shown_or_kept(self, ages, client_as, reason):
        response = client_as(Role.MI_OFFICER).post(f"{ADDRESS}2018-08/full/", {"reason": reason})

        assert ">3</td>" not in text_of(response)
        assert "There is a problem" in text_of(response)
        assert SmallCountsOpening.objects.count() == 0

    def test_somebody_elses_reason_shows_nothing(self, ages, client_as):
        opening = make_opening(opened_at=timezone.now())

        response = client_as(Role.MI_OFFICER).get(f"{ADDRESS}full/{opening.pk}/")

        assert (response.status_code, response["Location"]) == (302, f"{ADDRESS}2018-08/full/")

    @pytest.mark.parametrize(("minutes", "status"), [(29, 200), (31, 302)])
    def test_they_close_after_half_an_hour(self, ages, client_as, minutes, status):
        client = client_as(Role.MI_OFFICER)
        opened_at = timezone.now() - datetime.timedelta(minutes=minutes)
        opening = make_opening(by=client.user, opened_at=opened_at)

        response = client.get(f"{ADDRESS}full/{opening.pk}/")

        assert response.status_code == status
        assert response.get("Location", f"{ADDRESS}2018-08/full/") == f"{ADDRESS}2018-08/full/"

    def test_looking_again_leaves_no_second_line(self, ages, client_as):
        client = client_as(Role.MI_OFFICER)
        opening = make_opening(by=client.user, opened_at=timezone.now())

        client.get(f"{ADDRESS}full/{opening.pk}/")

        assert SmallCountsOpening.objects.count() == 1

    def test_a_month_that_was_not_counted_has_none(self, ages, client_as):
        ReportingPeriodFactory(ends_on=JULY)

        assert client_as(Role.MI_OFFICER).get(f"{ADDRESS}2018-07/full/").status_code == 404

    @pytest.mark.parametrize(
        ("rows", "variant"), [({"Under 1": 24}, "all"), ({"Under 1": 24, "All children": 24}, "exc_uasc")]
    )
    def test_no_line_is_kept_of_what_could_not_be_read(self, client_as, rows, variant):
        count_children(make_table("Age", "Under 1"), rows, variant=variant)

        response = client_as(Role.MI_OFFICER).post(f"{ADDRESS}2018-08/full/", {"reason": "A question."})

        assert (response.status_code, SmallCountsOpening.objects.count()) == (404, 0)

    def test_what_was_withdrawn_meanwhile_is_not_found(self, client_as):
        ReportingPeriodFactory()
        client = client_as(Role.MI_OFFICER)
        opening = make_opening(by=client.user, opened_at=timezone.now())

        assert client.get(f"{ADDRESS}full/{opening.pk}/").status_code == 404

    def test_sexes_that_were_not_reported_are_said_so(self, client_as):
        count_children(make_table("Nationality", "A"), {"A": 3, "All children": 3})
        client = client_as(Role.MI_OFFICER)
        opening = make_opening(by=client.user, opened_at=timezone.now())

        assert text_of(client.get(f"{ADDRESS}full/{opening.pk}/")).count("not reported") == 4

    def test_browsers_do_not_keep_them(self, ages, client_as):
        client = client_as(Role.MI_OFFICER)
        opening = make_opening(by=client.user, opened_at=timezone.now())

        assert "no-store" in client.get(f"{ADDRESS}full/{opening.pk}/")["Cache-Control"]

    def test_the_action_itself_refuses_others(self, ages, user_as):
        with pytest.raises(PermissionDenied, match="may not do this"):
            open_small_counts(ReportingPeriodFactory(), reason="Curious.", by=user_as(Role.MEMBER))

    @pytest.mark.parametrize("statement", ["update", "delete"])
    def test_the_line_can_be_neither_changed_nor_taken_away(self, statement):
        openings = SmallCountsOpening.objects.filter(pk=make_opening().pk)

        with pytest.raises(DatabaseError, match="stays"), transaction.atomic():
            openings.update(reason="Nothing.") if statement == "update" else openings.delete()


class TestRegister:
    def test_administrators_see_who_opened_what_and_why(self, client_as, user_as):
        make_opening(by=user_as(Role.MI_OFFICER, name="Ada Example"))

        text = text_of(client_as(Role.ADMINISTRATOR).get(f"{ADDRESS}full/"))

        cells = ["24 September 2018, 13:00", "Ada Example", "August 2018", "A question of the director."]
        assert [cell for cell in cells if f">{cell}</td>" not in text] == []

    @pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
    def test_nobody_else_does(self, client_as, role):
        assert client_as(role).get(f"{ADDRESS}full/").status_code == 403

    def test_an_empty_register_says_so(self, client_as):
        text = text_of(client_as(Role.ADMINISTRATOR).get(f"{ADDRESS}full/"))

        assert "Nobody has opened full numbers yet" in text

    def test_it_asks_as_often_for_three_lines_as_for_one(self, client_as, django_assert_num_queries):
        client = client_as(Role.ADMINISTRATOR)
        for count in (1, 2):
            for _ in range(count):
                make_opening()
            with django_assert_num_queries(4):
                client.get(f"{ADDRESS}full/")


class TestTables:
    def test_a_table_comes_with_its_total_and_a_row_before_it(self, client_as):
        client = client_as(Role.MI_OFFICER)

        client.post(f"{ADDRESS}tables/", {"name": "Legal status", "rows_overlap": "on", "named_at_most": "6"})
        for name, kind in (("Not known", "not_known"), ("Care order", "counted")):
            client.post(f"{ADDRESS}tables/legal-status/", {"name": name, "kind": kind})

        table = DemographicTable.objects.get()
        assert (table.name, table.key, table.rows_overlap, table.named_at_most) == (
            "Legal status",
            "legal-status",
            True,
            6,
        )
        assert list(DemographicCategory.objects.values_list("name", "kind")) == [
            ("Care order", CategoryKind.COUNTED),
            ("Not known", CategoryKind.NOT_KNOWN),
            ("None of these", CategoryKind.NONE),
            ("All children", CategoryKind.TOTAL),
        ]
        assert set(DemographicCategory.objects.values_list("made_by", flat=True)) == {client.user.pk}

    @pytest.mark.parametrize(
        ("address", "data", "message"),
        [
            ("tables/", {"name": ""}, "Enter a name for the table."),
            ("tables/", {"name": " AGE "}, "There is a table of that name already."),
            ("tables/", {"name": "Height", "named_at_most": "0"}, "Name at least 1 row."),
            ("tables/age/", {"name": "", "kind": "counted"}, "Enter a name for the row."),
            (
                "tables/age/",
                {"name": "under  1", "kind": "counted"},
                "The table has a row of that name already.",
            ),
            ("tables/age/", {"name": "4", "kind": "total"}, "There is a problem"),
        ],
    )
    def test_a_bad_name_changes_nothing(self, ages, client_as, address, data, message):
        before = (DemographicTable.objects.count(), DemographicCategory.objects.count())

        text = text_of(client_as(Role.MI_OFFICER).post(f"{ADDRESS}{address}", data))

        assert message in text
        assert (DemographicTable.objects.count(), DemographicCategory.objects.count()) == before

    def test_the_forms_say_what_stays(self, ages, client_as):
        client = client_as(Role.MI_OFFICER)

        tables, rows = text_of(client.get(f"{ADDRESS}tables/")), text_of(client.get(f"{ADDRESS}tables/age/"))

        assert tables.count("Once children were counted in the table this stays.") == 2
        assert "Once children were counted under it, it stays." in rows

    def test_two_names_with_one_address_get_two(self, client_as):
        client = client_as(Role.MI_OFFICER)
        for name in ("Age!", "Age?"):
            client.post(f"{ADDRESS}tables/", {"name": name})

        assert list(DemographicTable.objects.values_list("key", flat=True)) == ["age", "age-2"]

    @pytest.mark.parametrize("address", ["tables/", "tables/age/"])
    @pytest.mark.parametrize("role", [role for role in Role if role not in WHO_MAY])
    def test_others_may_not(self, ages, client_as, role, address):
        client = client_as(role)

        answers = client.get(f"{ADDRESS}{address}"), client.post(f"{ADDRESS}{address}", {"name": "New"})

        assert [answer.status_code for answer in answers] == [403, 403]
        assert DemographicTable.objects.count() == 1

    def test_they_ask_as_often_for_three_tables_as_for_one(self, ages, client_as, django_assert_num_queries):
        client = client_as(Role.MI_OFFICER)
        with django_assert_num_queries(4):
            client.get(f"{ADDRESS}tables/")
        for name in ("Ethnicity", "Nationality"):
            make_table(name, "A", "B")
        with django_assert_num_queries(4):
            client.get(f"{ADDRESS}tables/")
