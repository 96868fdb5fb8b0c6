"""Control limits start again by a person's decision, and that is withdrawn by one: the actions."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from core.access import Role
from scorecard.models import Rebase
from scorecard.rebasing import RebaseRefused, start_limits_again, withdraw_rebase
from tests.factories.scorecard import IndicatorFactory, RebaseFactory, ReportingPeriodFactory

pytestmark = pytest.mark.django_db
TODAY = date(2018, 10, 1)


@pytest.fixture
def officer(user_as):
    return user_as(Role.MI_OFFICER)


def start(indicator=None, *, by, reason=" A new team. ", period=None):
    return start_limits_again(
        indicator or IndicatorFactory(),
        at=period or ReportingPeriodFactory(),
        reason=reason,
        by=by,
        on=TODAY,
    )


def test_decision_keeps_who_when_and_why(officer):
    rebase = Rebase.objects.get(pk=start(by=officer).pk)

    assert (rebase.agreed_by, rebase.agreed_on, rebase.reason) == (officer, TODAY, "A new team.")


def test_decision_leaves_an_event_that_names_the_person(officer):
    start(by=officer)

    (event,) = Rebase.pgh_event_model.objects.all()
    assert (event.pgh_label, event.pgh_context.metadata) == ("insert", {"user": officer.pk})


def test_limits_start_again_once_in_a_month(officer):
    rebase = start(by=officer)

    with pytest.raises(RebaseRefused, match="start again in this month already"):
        start(rebase.indicator, by=officer)
    assert Rebase.objects.count() == 1


def test_the_same_month_of_another_indicator_is_free(officer):
    start(by=officer)

    assert start(by=officer).pk


@pytest.mark.parametrize("reason", ["", "   "])
def test_decision_needs_a_reason(officer, reason):
    with pytest.raises(RebaseRefused):
        start(by=officer, reason=reason)
    assert not Rebase.objects.exists()


def test_withdrawing_keeps_who_when_and_why(officer):
    rebase = withdraw_rebase(RebaseFactory(), reason=" A slip. ", by=officer, on=TODAY)

    rebase.refresh_from_db()
    assert (rebase.withdrawn_by, rebase.withdrawn_on, rebase.withdrawn_reason) == (officer, TODAY, "A slip.")
    assert not Rebase.objects.standing().exists()


def test_what_was_withdrawn_is_not_withdrawn_again(officer):
    rebase = RebaseFactory()
    withdraw_rebase(rebase, reason="A slip.", by=officer, on=TODAY)

    with pytest.raises(RebaseRefused, match="withdrawn this already"):
        withdraw_rebase(rebase, reason="Again.", by=officer, on=TODAY)


def test_the_month_is_free_again_once_withdrawn(officer):
    rebase = start(by=officer)
    withdraw_rebase(rebase, reason="A slip.", by=officer, on=TODAY)

    assert start(rebase.indicator, by=officer).pk != rebase.pk


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.MI_OFFICER, Role.MI_APPROVER)])
def test_only_officers_decide(user_as, role):
    somebody, rebase = user_as(role), RebaseFactory()

    with pytest.raises(PermissionDenied):
        start(by=somebody)
    with pytest.raises(PermissionDenied):
        withdraw_rebase(rebase, reason="A slip.", by=somebody, on=TODAY)
    assert list(Rebase.objects.standing()) == [rebase]


def test_approvers_decide_too(user_as):
    assert start(by=user_as(Role.MI_APPROVER)).pk
