"""An applied upload taken back: what stands then, who may do it, and that nothing is lost."""

import datetime
import re

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.urls import reverse

from core.access import Role
from scorecard.actions import UploadRefused, apply_from_command, approve_upload, receive_upload, submit_upload
from scorecard.imports.report import CheckReport
from scorecard.models import Figure, UploadState, WorkbookUpload
from scorecard.withdrawing import withdraw_upload, withdrawal_of
from tests.factories.people import UserFactory
from tests.factories.scorecard import PanelReportFactory, ThresholdFactory, WorkbookUploadFactory
from tests.scorecard.workbooks import AUGUST, JULY, row, xlsx

pytestmark = pytest.mark.django_db

AT = datetime.datetime(2018, 10, 1, 9, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def indicators(db, uploads_folder):
    for code in ("CIC01", "CIC02"):
        ThresholdFactory(indicator__code=code, target=98, floor=90)


@pytest.fixture
def officer(db):
    return UserFactory(roles=[Role.MI_OFFICER])


@pytest.fixture
def approver(db):
    return UserFactory(roles=[Role.MI_APPROVER])


def figures(**results):
    return xlsx(
        *[row(code, Result=result, Numerator=None, Denominator=None) for code, result in results.items()]
    )


@pytest.fixture
def apply(officer, approver):
    def make(**results) -> WorkbookUpload:
        upload = receive_upload(figures(**results), original_name="august.xlsx", by=officer)
        ticked = [tick.key for tick in CheckReport.from_json(upload.report).ticks]
        upload = submit_upload(upload, by=officer, seen=upload.fingerprint, ticked=ticked, note="Known")
        return approve_upload(upload, by=approver, seen=upload.fingerprint)

    return make


def withdrawn(upload, by, reason="Wrong month.") -> WorkbookUpload:
    return withdraw_upload(upload, by=by, reason=reason, seen=withdrawal_of(upload).seen, at=AT)


def standing() -> dict[str, float]:
    rows = Figure.objects.current().order_by("indicator__code").values_list("indicator__code", "value")
    return {code: float(value) for code, value in rows}


def test_what_stood_before_stands_again(apply, approver):
    apply(CIC01=98.9, CIC02=95.9)
    second = apply(CIC01=97.5)
    assert standing() == {"CIC01": 97.5, "CIC02": 95.9}

    withdrawn(second, approver)

    assert standing() == {"CIC01": 98.9, "CIC02": 95.9}
    assert Figure.objects.count() == 3


def test_figures_that_nothing_came_before_are_gone(apply, approver):
    withdrawn(apply(CIC01=98.9), approver)

    assert standing() == {}


def test_what_a_later_upload_replaced_stays_replaced(apply, approver):
    first = apply(CIC01=98.9, CIC02=95.9)
    apply(CIC01=97.5)

    withdrawn(first, approver)

    assert standing() == {"CIC01": 97.5}


def test_a_withdrawn_figure_never_stands_again(apply, approver):
    first, second, third = apply(CIC01=98.9), apply(CIC01=97.5), apply(CIC01=96.1)

    withdrawn(second, approver)
    withdrawn(third, approver)
    assert standing() == {"CIC01": 98.9}

    withdrawn(first, approver)
    assert standing() == {}


def test_the_same_file_can_be_applied_once_more_as_a_new_revision(apply, approver):
    apply(CIC01=98.9)
    withdrawn(apply(CIC01=97.5), approver)

    apply(CIC01=97.5)

    assert standing() == {"CIC01": 97.5}
    assert Figure.objects.current().get().revision == 3


def test_the_register_and_the_audit_say_who_when_and_why(apply, approver):
    apply(CIC01=98.9)
    upload = withdrawn(apply(CIC01=97.5), approver, reason=" Figures of July. ")

    assert (upload.state, upload.withdrawn_by, upload.withdrawn_at, upload.withdrawal_reason) == (
        UploadState.WITHDRAWN,
        approver,
        AT,
        "Figures of July.",
    )
    events = Figure.pgh_event_model.objects.order_by("pgh_id").values_list("value", "pgh_label", "is_current")
    assert [(float(value), label, current) for value, label, current in events] == [
        (98.9, "insert", True),
        (98.9, "update", False),
        (97.5, "insert", True),
        (97.5, "update", False),
        (98.9, "update", True),
    ]


def test_what_a_command_loaded_can_be_withdrawn(approver):
    _, upload = apply_from_command(figures(CIC01=98.9), original_name="august.xlsx")

    withdrawn(upload, approver)

    assert standing() == {}


def test_nobody_withdraws_what_they_uploaded(apply, officer):
    upload = apply(CIC01=98.9)

    with pytest.raises(PermissionDenied, match="Another officer"):
        withdrawn(upload, officer)

    assert standing() == {"CIC01": 98.9}


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_reason_is_needed(apply, approver, reason):
    with pytest.raises(UploadRefused, match="Say why"):
        withdrawn(apply(CIC01=98.9), approver, reason=reason)


def test_a_second_withdrawal_is_refused(apply, approver):
    upload = apply(CIC01=98.9)
    seen = withdrawal_of(upload).seen
    withdrawn(upload, approver)

    with pytest.raises(UploadRefused, match="state is now: withdrawn"):
        withdraw_upload(upload, by=approver, reason="Again.", seen=seen)


def test_nothing_happens_when_figures_have_changed_since_it_was_read(apply, approver):
    upload = apply(CIC01=98.9)
    seen = withdrawal_of(upload).seen
    apply(CIC01=97.5)

    with pytest.raises(UploadRefused, match="have changed since"):
        withdraw_upload(upload, by=approver, reason="Wrong.", seen=seen)

    assert standing() == {"CIC01": 97.5}


@pytest.mark.parametrize(
    "change",
    [
        {"state": UploadState.APPLIED, "withdrawn_by": None, "withdrawn_at": None, "withdrawal_reason": ""},
        {"withdrawal_reason": "Another reason."},
        {"decided_by": None, "decided_at": None},
    ],
)
def test_the_database_keeps_a_withdrawal_as_it_is(apply, approver, change):
    upload = withdrawn(apply(CIC01=98.9), approver)

    with pytest.raises(DatabaseError), transaction.atomic():
        WorkbookUpload.objects.filter(pk=upload.pk).update(**change)


@pytest.mark.parametrize("state", [UploadState.CHECKED, UploadState.DECLINED])
def test_the_database_lets_an_applied_upload_become_withdrawn_alone(apply, state):
    upload = apply(CIC01=98.9)

    with pytest.raises(DatabaseError), transaction.atomic():
        WorkbookUpload.objects.filter(pk=upload.pk).update(state=state)


class TestPage:
    @pytest.fixture
    def upload(self, apply):
        apply(CIC01=98.9)
        return apply(CIC01=88.2, CIC02=95.9)

    @pytest.fixture
    def address(self, upload):
        return reverse("scorecard:upload_withdraw", args=[upload.pk])

    def test_says_what_would_stand_again(self, client_as, address):
        html = client_as(Role.MI_APPROVER).get(address).text

        assert (
            "2 figures of this upload stand now. For 1 of them the one from before would stand again." in html
        )
        assert "Before 1 of them nothing stood: there would be no figure." in html
        assert "88.2%" in html
        assert "98.9%" in html
        assert "2 ratings would change" in html

    def test_names_the_reports_that_showed_its_months(self, client_as, address, upload):
        PanelReportFactory(period__ends_on=AUGUST, meeting_on=datetime.date(2018, 11, 1))
        PanelReportFactory(period__ends_on=JULY, meeting_on=datetime.date(2018, 9, 19))

        html = client_as(Role.MI_APPROVER).get(address).text

        assert re.findall("The panel was shown (.*?)\\.", html) == ["August 2018 on 1 November 2018"]

    def test_names_no_report_that_was_withdrawn_or_never_made(self, client_as, address, approver):
        PanelReportFactory(
            period__ends_on=AUGUST, withdrawn_at=AT, withdrawn_by=approver, withdrawal_reason="Wrong."
        )

        assert "The panel was shown" not in client_as(Role.MI_APPROVER).get(address).text

    def test_asks_for_a_reason_and_withdraws_nothing_without(self, client_as, address, upload):
        approver = client_as(Role.MI_APPROVER)
        seen = approver.get(address).context["form"].initial["seen"]

        html = approver.post(address, {"reason": "", "seen": seen}).text

        assert "Say why the figures are withdrawn." in html
        upload.refresh_from_db()
        assert upload.state == UploadState.APPLIED

    def test_withdraws_and_says_so_on_the_upload(self, client_as, address, upload):
        approver = client_as(Role.MI_APPROVER, name="Amos Approver")
        seen = approver.get(address).context["form"].initial["seen"]

        html = approver.post(address, {"reason": "Figures of July.", "seen": seen}, follow=True).text

        assert "Withdrawn. What stood before stands again." in html
        assert "Withdrawn by Amos Approver. Its figures no longer stand" in html
        assert "Figures of July." in html
        assert standing() == {"CIC01": 98.9}

    @pytest.mark.parametrize("role", [role for role in Role if role != Role.MI_APPROVER])
    def test_is_for_approvers_alone(self, client_as, address, role):
        assert client_as(role).get(address).status_code == 403

    def test_leads_back_once_withdrawn(self, client_as, address, upload, approver):
        withdrawn(upload, approver)

        response = client_as(Role.MI_APPROVER).get(address)

        assert response.url == reverse("scorecard:upload_detail", args=[upload.pk])

    @pytest.mark.parametrize("reason", ["", "Figures of July."])
    def test_of_what_was_not_applied_it_says_so(self, client_as, officer, reason):
        upload = WorkbookUploadFactory(submitted=True, uploaded_by=officer)
        address = reverse("scorecard:upload_withdraw", args=[upload.pk])

        page = client_as(Role.MI_APPROVER).post(address, {"reason": reason, "seen": "x"}, follow=True)

        assert page.redirect_chain == [(reverse("scorecard:upload_detail", args=[upload.pk]), 302)]
        assert [str(message) for message in page.context["messages"]] == [
            "Only figures that were applied can be withdrawn. The upload's state is now: waiting for approval."
        ]

    def test_nobody_withdraws_their_own_without_a_reason_either(self, client_as):
        approver = client_as(Role.MI_APPROVER)
        own = WorkbookUploadFactory(applied=True, uploaded_by=approver.user)

        response = approver.post(reverse("scorecard:upload_withdraw", args=[own.pk]), {"reason": ""})

        assert response.status_code == 403

    def test_asks_as_often_for_three_figures_as_for_one(
        self, client_as, apply, django_assert_max_num_queries
    ):
        one, many = apply(CIC01=98.9), apply(CIC01=97.9, CIC02=95.9)
        reader = client_as(Role.MI_APPROVER)

        for upload in (one, many):
            with django_assert_max_num_queries(9) as asked:
                reader.get(reverse("scorecard:upload_withdraw", args=[upload.pk]))

        assert len(asked) == 9
