import threading
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, connections, transaction
from django.utils import timezone

from core.access import Role
from people import actions
from people.models import AccountState, Invitation, User
from tests.factories.people import PASSWORD, PostFactory, PostHoldingFactory, UserFactory

ADMINISTRATOR = [Role.ADMINISTRATOR]


@pytest.fixture
def by(db) -> User:
    return UserFactory(name="Admin One", roles=ADMINISTRATOR)


@pytest.fixture
def sent(by) -> actions.SentInvitation:
    return actions.invite(email="New@Council.Example", name="New Person", roles=[Role.MEMBER], by=by)


def account_with_state(pk: int) -> User:
    return User.objects.with_invitation().get(pk=pk)


def test_invited_account_cannot_be_used_before_the_invitation_is_taken_up(by, sent):
    account = account_with_state(sent.invitation.user_id)

    assert (account.email, account.roles, account.is_active) == ("new@council.example", ["member"], False)
    assert (account.state, account.has_usable_password()) == (AccountState.INVITED, False)
    assert account.invited_by == by


def test_token_is_nowhere_in_the_database(sent):
    row = Invitation.objects.values().get()

    assert sent.token not in str(row)
    assert actions.find_invitation(sent.token) == sent.invitation


def test_same_address_is_not_invited_twice(by, sent):
    with pytest.raises(ValidationError, match="already"):
        actions.invite(email="NEW@council.example", name="Somebody", roles=[Role.MEMBER], by=by)


def test_invitation_to_a_wrong_address_stops_working_when_the_address_is_corrected(by, sent):
    account = sent.invitation.user

    changed = actions.change_account(
        user=account, name=account.name, email="right@council.example", roles=account.roles, by=by
    )

    assert actions.find_invitation(sent.token) is None
    assert account_with_state(account.pk).state == AccountState.NOT_TAKEN_UP
    assert changed.invitations.get().cancelled_at
    with pytest.raises(ValidationError, match="was cancelled"):
        actions.accept_invitation(invitation=sent.invitation, password=PASSWORD)


def test_invitation_outlives_a_change_of_the_name(by, sent):
    account = sent.invitation.user

    actions.change_account(user=account, name="Other Name", email=account.email, roles=account.roles, by=by)

    assert actions.find_invitation(sent.token) == sent.invitation


def test_invitation_to_an_address_that_is_not_the_accounts_is_not_found(sent):
    """As one that was open when its account got another address in the time before such were cancelled."""
    User.objects.filter(pk=sent.invitation.user_id).update(email="right@council.example")

    assert actions.find_invitation(sent.token) is None
    with pytest.raises(ValidationError, match="was cancelled"):
        actions.accept_invitation(invitation=sent.invitation, password=PASSWORD)


@pytest.mark.parametrize("bad", [{"roles": ["mayor"]}, {"email": "nobody"}, {"name": ""}])
def test_bad_invitation_opens_no_account(by, bad):
    with pytest.raises(ValidationError):
        actions.invite(**{"email": "x@council.example", "name": "X", "roles": [Role.MEMBER], "by": by} | bad)

    assert User.objects.count() == 1


def test_accepting_makes_the_account_usable_once(sent):
    account = actions.accept_invitation(invitation=sent.invitation, password=PASSWORD)

    assert (account.is_active, account.check_password(PASSWORD)) == (True, True)
    assert actions.find_invitation(sent.token) is None
    with pytest.raises(ValidationError, match="used"):
        actions.accept_invitation(invitation=sent.invitation, password="another password 123")


def test_accepting_without_password_leaves_single_sign_on_only(sent):
    account = actions.accept_invitation(invitation=sent.invitation)

    assert (account.is_active, account.has_usable_password()) == (True, False)
    assert account.invitations.get().accepted_with == "single_sign_on"


def test_new_invitation_cancels_the_one_before(by, sent):
    again = actions.send_invitation(user=sent.invitation.user, by=by)

    assert actions.find_invitation(sent.token) is None
    assert actions.find_invitation(again.token) == again.invitation


def test_cancelled_invitation_does_not_work(by, sent):
    actions.cancel_invitation(user=sent.invitation.user, by=by)

    assert actions.find_invitation(sent.token) is None
    assert account_with_state(sent.invitation.user_id).state == AccountState.NOT_TAKEN_UP
    with pytest.raises(ValidationError, match="no open invitation"):
        actions.cancel_invitation(user=sent.invitation.user, by=by)


@pytest.mark.parametrize(("left", "is_found"), [(timedelta(seconds=5), True), (timedelta(seconds=-1), False)])
def test_invitation_runs_out(settings, sent, left, is_found):
    assert sent.invitation.expires_at - sent.invitation.sent_at == timedelta(days=settings.INVITATION_DAYS)

    now = timezone.now()
    Invitation.objects.update(sent_at=now - timedelta(days=7), expires_at=now + left)

    assert (actions.find_invitation(sent.token) is not None) is is_found


def test_invitation_for_somebody_with_an_account_keeps_it_usable(by):
    account = UserFactory(roles=[Role.MEMBER])

    sent = actions.send_invitation(user=account, by=by)

    assert account_with_state(account.pk).state == AccountState.ACTIVE
    assert actions.accept_invitation(invitation=sent.invitation, password="quite another one").is_active


def test_changed_account(by):
    account = UserFactory(roles=[Role.MEMBER, Role.MI_OFFICER])

    actions.change_account(
        user=account, name="Renamed", email="Renamed@Council.Example", roles=[Role.MEMBER], by=by
    )

    account.refresh_from_db()
    assert (account.name, account.email, account.roles) == ("Renamed", "renamed@council.example", ["member"])


def test_address_of_somebody_else_is_refused(by):
    account = UserFactory()

    with pytest.raises(ValidationError, match="already"):
        actions.change_account(user=account, name="X", email=by.email.upper(), roles=[], by=by)


def test_deactivation_keeps_who_when_and_why(by):
    account = UserFactory()

    actions.deactivate(user=account, reason="Left the council", by=by)

    account.refresh_from_db()
    assert (account.is_active, account.deactivated_by, account.deactivation_reason) == (
        False,
        by,
        "Left the council",
    )
    assert account.sessions_ended_at == account.deactivated_at
    with pytest.raises(ValidationError, match="already"):
        actions.deactivate(user=account, reason="Again", by=by)


def test_deactivation_needs_a_reason(by):
    with pytest.raises(ValidationError, match="why"):
        actions.deactivate(user=UserFactory(), reason="", by=by)


def test_database_refuses_half_a_deactivation(by):
    with pytest.raises(IntegrityError, match="user_deactivation_whole"):
        User.objects.filter(pk=by.pk).update(deactivation_reason="Left")


def test_deactivation_closes_the_open_invitation(by, sent):
    actions.deactivate(user=sent.invitation.user, reason="Invited by mistake", by=by)

    assert actions.find_invitation(sent.token) is None
    with pytest.raises(ValidationError, match="Reactivate"):
        actions.send_invitation(user=sent.invitation.user, by=by)


def test_reactivated_account_is_usable_again(by):
    account = UserFactory()
    actions.deactivate(user=account, reason="Leave of absence", by=by)

    account = actions.reactivate(user=account, reason="Came back", by=by)

    assert (account.is_active, account.deactivated_at, account.deactivation_reason) == (True, None, "")
    with pytest.raises(ValidationError, match="not deactivated"):
        actions.reactivate(user=account, reason="Again", by=by)


def test_reactivated_invitation_never_taken_up_needs_a_new_one(by, sent):
    actions.deactivate(user=sent.invitation.user, reason="Invited by mistake", by=by)

    actions.reactivate(user=sent.invitation.user, reason="No mistake", by=by)

    assert account_with_state(sent.invitation.user_id).state == AccountState.NOT_TAKEN_UP


def test_second_factor_is_removed_with_its_recovery_codes(by):
    account = UserFactory()
    for kind in ("totp", "recovery_codes"):
        account.authenticator_set.create(type=kind, data={})

    actions.remove_second_factor(user=account, reason="Telephone stolen", by=by)

    assert account.authenticator_set.count() == 0
    with pytest.raises(ValidationError, match="no second factor"):
        actions.remove_second_factor(user=account, reason="Again", by=by)


@pytest.mark.parametrize(
    "act",
    [
        lambda user: actions.deactivate(user=user, reason="Leaving", by=user),
        lambda user: actions.change_account(
            user=user, name=user.name, email=user.email, roles=[Role.MEMBER], by=user
        ),
    ],
    ids=["deactivate", "change roles"],
)
def test_last_administrator_stays_one(by, act):
    UserFactory(roles=ADMINISTRATOR, is_active=False)  # cannot sign in, so does not count

    with pytest.raises(ValidationError, match="only active administrator"):
        act(by)

    UserFactory(roles=ADMINISTRATOR)
    act(by)
    assert User.objects.administrators().count() == 1


@pytest.mark.parametrize(
    "change", [{"is_active": False}, {"roles": []}], ids=["deactivated by SQL", "role taken by SQL"]
)
def test_database_keeps_the_last_administrator(by, change):
    with pytest.raises(IntegrityError, match="at least one active administrator"), transaction.atomic():
        User.objects.filter(pk=by.pk).update(**change)
    with pytest.raises(IntegrityError, match="at least one active administrator"), transaction.atomic():
        connection.cursor().execute("DELETE FROM people_user WHERE id = %s", [by.pk])


@pytest.mark.django_db(transaction=True)
def test_two_administrators_who_remove_each_other_at_once_leave_one():
    first, second = UserFactory(roles=ADMINISTRATOR), UserFactory(roles=ADMINISTRATOR)
    start = threading.Barrier(2)
    refused = []

    def remove(other: User, by: User) -> None:
        start.wait()
        try:
            actions.deactivate(user=other, reason="A quarrel", by=by)
        except ValidationError as problem:
            refused.append(problem)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=remove, args=pair) for pair in [(first, second), (second, first)]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (User.objects.administrators().count(), len(refused)) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_one_invitation_is_taken_up_once_by_two_at_the_same_time():
    by = UserFactory(roles=ADMINISTRATOR)
    sent = actions.invite(email="new@council.example", name="New", roles=[Role.MEMBER], by=by)
    start = threading.Barrier(2)
    refused = []

    def accept(password: str) -> None:
        start.wait()
        try:
            actions.accept_invitation(invitation=sent.invitation, password=password)
        except ValidationError as problem:
            refused.append(problem)
        finally:
            connections.close_all()

    threads = [
        threading.Thread(target=accept, args=[word]) for word in ("first password 1", "second password 2")
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(refused) == 1
    assert Invitation.objects.filter(accepted_at__isnull=False).count() == 1


def test_holding_cannot_end_before_it_starts(by):
    holding = PostHoldingFactory()

    with pytest.raises(ValidationError, match="on or after"):
        actions.end_holding(holding=holding, ends_on=holding.starts_on - timedelta(days=1), by=by)


def test_post_is_listed_once(by):
    with pytest.raises(ValidationError, match="already exists"):
        actions.add_post(title=PostFactory().title, by=by)
