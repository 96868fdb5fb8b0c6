"""Who is mailed about what and when; never twice, never on a closed day, and never lost."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from core.access import Role
from meetings.closed_days import closed_days_around
from meetings.models import AgendaItem
from meetings.notice import working
from people.actions import name_head
from recommendations.actions.dates import revise_due
from recommendations.actions.reminders import send_reminders
from recommendations.models import Reminder
from recommendations.report.reminders import mails
from tests.factories.meetings import AgendaItemFactory, MeetingFactory, UndertakingFactory
from tests.factories.people import PostHoldingFactory, UserFactory
from tests.factories.recommendations import RecommendationFactory, closed, published, reopened
from tests.recommendations.work import approve, officer, owner_of, resolved, sent_in

pytestmark = pytest.mark.django_db
DUE = date(2018, 10, 31)  # a Wednesday
THURSDAY, MONDAY = date(2018, 11, 1), date(2018, 11, 5)


@pytest.fixture
def recommendation():
    return RecommendationFactory(due_rule="date", due_on=DUE)


@pytest.fixture
def owner(recommendation):
    return owner_of(recommendation)


def told(day) -> dict[str, list[str]]:
    """By address, the rules of that day's mail."""
    return {one.user.email: [line.rule for line in one.lines] for one in mails(day)}


@pytest.mark.parametrize(
    ("day", "rules"),
    [
        (date(2018, 9, 14), []),  # 47 days, a Friday
        (date(2018, 9, 16), []),  # the 45th is a Sunday
        (date(2018, 9, 17), ["due_45"]),
        (date(2018, 10, 16), ["due_45"]),
        (date(2018, 10, 17), ["due_14"]),
        (DUE, ["due_14"]),
        (THURSDAY, ["overdue"]),
        (date(2018, 11, 3), []),  # Saturday
        (MONDAY, ["weekly"]),
        (date(2018, 12, 25), []),
        (date(2018, 12, 27), ["weekly"]),
    ],
)
def test_owner_is_told_on_working_days(recommendation, owner, day, rules):
    assert told(day) == ({owner.email: rules} if rules else {})


@pytest.mark.parametrize(
    ("day", "late"), [(MONDAY, "5 days"), (date(2021, 7, 26), "999 days"), (date(2021, 8, 2), "1,006 days")]
)
def test_days_late_are_told_as_on_the_pages(owner, day, late):
    ((line,),) = [one.lines for one in mails(day)]

    assert line.words == f"It was due by 31 October 2018 and is {late} late."


def test_nothing_is_told_twice_of_one_rule_and_day(recommendation, owner):
    days = [date(2018, 9, 17) + timedelta(days=step) for step in range(60)]

    sent = [(day, send_reminders(day).mails) for day in days]

    assert [day for day, number in sent if number] == [
        date(2018, 9, 17),
        date(2018, 10, 17),
        THURSDAY,
        MONDAY,
        date(2018, 11, 12),
    ]
    assert all(send_reminders(day).mails == 0 for day in days[-3:])


def test_one_mail_holds_all_that_one_owner_owes(recommendation, owner):
    RecommendationFactory(due_rule="date", due_on=DUE, owner=recommendation.owner)
    item = AgendaItemFactory(meeting=MeetingFactory(on=date(2018, 9, 19)))
    UndertakingFactory(item=item, owner=recommendation.owner, due_kind="date", due_on=DUE)

    assert send_reminders(THURSDAY).mails == 1

    (one,) = mail.outbox
    assert one.to == [owner.email]
    assert one.subject == "Corporate Parenting Panel: 3 matters to look at"
    assert one.body.count("It was due by 31 October 2018 and is overdue.") == 3
    assert "http://testserver/recommendations/mine/" in one.body
    assert Reminder.objects.count() == 3


@pytest.mark.parametrize(
    "day", [date(2018, 10, 10), date(2018, 10, 17), date(2018, 10, 24), date(2018, 10, 25)]
)
def test_papers_are_asked_for_a_week_before_they_go_out(recommendation, owner, day):
    """The meeting of 8 November has its papers out by 31 October."""
    MeetingFactory(on=date(2018, 11, 8))

    assert ("paper_7" in told(day)[owner.email]) is (day >= date(2018, 10, 24))


def test_papers_are_not_asked_for_once_something_was_sent_in(recommendation, owner):
    MeetingFactory(on=date(2018, 11, 8))
    sent_in(recommendation, owner)

    assert told(date(2018, 10, 24)) == {owner.email: ["due_14"]}


def test_failing_mail_server_loses_nothing(recommendation, owner, settings):
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    assert (send_reminders(THURSDAY).mails, Reminder.objects.count()) == (0, 0)
    assert send_reminders(THURSDAY).failed == 1

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

    assert send_reminders(date(2018, 11, 2)).mails == 1
    assert send_reminders(date(2018, 11, 2)).mails == 0


class Refusing(EmailBackend):
    """A mail server that is away."""

    def send_messages(self, messages):
        raise ConnectionRefusedError


class RefusingOne(EmailBackend):
    """A mail server that does not know one address."""

    def send_messages(self, messages):
        if messages[0].to == ["unknown@council.example"]:
            raise OSError
        return super().send_messages(messages)


def test_one_refused_address_keeps_nobody_else_waiting(recommendation, owner, settings):
    owner_of(recommendation, email="unknown@council.example")
    settings.EMAIL_BACKEND = f"{__name__}.RefusingOne"

    sent = send_reminders(THURSDAY)

    assert (sent.mails, sent.failed) == (1, 1)
    assert [one.to for one in mail.outbox] == [[owner.email]]
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    send_reminders(THURSDAY)
    assert [one.to for one in mail.outbox] == [[owner.email], ["unknown@council.example"]]


def test_agreed_delay_pauses_until_the_new_day_comes_near(recommendation, owner):
    later = {"reason": "Longer.", "agreed_by": "The panel", "agreed_on": THURSDAY}
    revise_due(recommendation, due_on=date(2019, 3, 31), version=1, by=officer(), **later)

    assert owner.email not in told(MONDAY)
    assert told(date(2019, 2, 14))[owner.email] == ["due_45"]


@pytest.mark.parametrize("says", [{"a": "done", "b": "done"}, {"a": "done"}])
def test_what_is_done_is_not_asked_for(recommendation, owner, says):
    published(recommendation, says=says, as_at=date(2018, 9, 30))

    assert bool(told(MONDAY)) is (len(says) < 2)


def test_closed_recommendation_is_not_asked_for(recommendation, owner):
    closed(recommendation, on=date(2018, 9, 19))

    assert [rule for rules in told(MONDAY).values() for rule in rules if rule == "weekly"] == []


def test_rejected_recommendation_is_not_asked_for(owner, recommendation):
    recommendation.response, recommendation.response_reason = "rejected", "No money."
    recommendation.save()

    assert told(MONDAY) == {}


def test_holder_and_deputy_are_told_and_nobody_whose_time_is_over(recommendation):
    holder, deputy = (owner_of(recommendation) for _ in range(2))
    owner_of(recommendation, holds={"ends_on": DUE})
    owner_of(recommendation, holds={"starts_on": date(2018, 11, 2)})
    owner_of(recommendation, is_active=False)

    assert set(told(THURSDAY)) == {holder.email, deputy.email}


def test_new_holder_is_not_told_again_what_the_last_one_was_told(recommendation):
    owner_of(recommendation, holds={"ends_on": DUE - timedelta(days=10)})
    send_reminders(date(2018, 10, 17))

    heir = owner_of(recommendation, holds={"starts_on": DUE - timedelta(days=9)})

    assert told(date(2018, 10, 23)) == {}
    assert told(THURSDAY) == {heir.email: ["overdue"]}


def test_of_a_vacant_post_democratic_services_are_told(recommendation):
    clerk = officer()

    (one,) = mails(THURSDAY)

    assert one.user == clerk
    assert one.lines[0].words.startswith(f"Nobody holds the post of {recommendation.owner} now.")


def test_of_a_vacant_post_the_head_of_its_service_is_told_too(recommendation):
    clerk, head = officer(), PostHoldingFactory(user__roles=[Role.REPORT_OWNER])
    name_head(recommendation.owner, head=head.post, by=clerk)
    assert set(told(THURSDAY)) == {clerk.email, head.user.email}

    holder = owner_of(recommendation)
    assert (holder.email in told(THURSDAY), head.user.email in told(THURSDAY)) == (True, False)


def test_quiet_matters_are_listed_for_democratic_services_once_a_month(recommendation, owner):
    clerk = officer()
    send_reminders(THURSDAY)

    assert [sorted(line.rule for line in one.lines) for one in mails(THURSDAY)] == []
    stale = [line for one in mails(date(2018, 12, 3)) if one.user == clerk for line in one.lines]
    assert [(line.rule, line.for_day) for line in stale] == [("stale", date(2018, 12, 1))]


@pytest.mark.parametrize(("days", "is_stale"), [(90, False), (91, True)])
def test_undertaking_is_quiet_after_ninety_days(days, is_stale):
    clerk, day = officer(), date(2018, 11, 1)
    item = AgendaItemFactory(meeting=MeetingFactory(on=day - timedelta(days=days)))
    UndertakingFactory(item=item, due_kind="none")

    assert told(day) == ({clerk.email: ["stale"]} if is_stale else {})


def test_exempt_undertaking_is_never_mailed(recommendation):
    holder = owner_of(recommendation)
    for fields in ({"is_exempt": True}, {"item": AgendaItemFactory(exempt=True)}):
        UndertakingFactory(
            **{"owner": recommendation.owner, "due_kind": "date", "due_on": DUE, "what": "The secret"}
            | fields
        )
    assert AgendaItem.objects.filter(access="exempt").exists()

    (one,) = mails(THURSDAY)

    assert one.user == holder
    assert [line.subject for line in one.lines] == [recommendation]


def is_working(day) -> bool:
    return working(day, closed_days_around(day))


@pytest.fixture
def today():
    """A working day: what the panel resolved is told from the day of its record, which is the test's own."""
    day = timezone.localdate()
    while not is_working(day):
        day += timedelta(days=1)
    return day


def rules_of(user, day) -> list[str]:
    return [line.rule for one in mails(day) if one.user == user for line in one.lines]


def test_closing_reopening_and_striking_out_are_told_to_owner_followers_and_officers(today):
    recommendation = RecommendationFactory()
    holder, clerk = owner_of(recommendation), officer()
    follower = UserFactory(roles=[Role.PANEL_MEMBER])
    recommendation.followers.create(user=follower)

    closure = closed(recommendation, on=date(2018, 11, 1))
    assert [rules_of(user, today) for user in (holder, follower)] == [["closed"], ["closed"]]
    assert "closed" in rules_of(clerk, today)
    send_reminders(today)
    assert "Please tell the Corporate Parenting Select Committee." in " ".join(
        one.body for one in mail.outbox if one.to == [clerk.email]
    )
    assert rules_of(holder, today) == []

    reopened(closure, on=date(2019, 1, 29), due_on=date(2040, 6, 30), limbs="a")
    assert rules_of(follower, today) == ["reopened"]


def test_struck_out_closure_is_told_when_the_minutes_are_approved(today):
    recommendation, resolution = RecommendationFactory(), resolved()
    holder = owner_of(recommendation)
    recommendation.closures.create(resolution=resolution, outcome="rejected", impact="none_claimed")
    assert rules_of(holder, today) == ["closed"]

    resolution.effects = []
    resolution.save()
    approve(resolution, MeetingFactory(on=timezone.localdate(), state="held"))

    assert rules_of(holder, today) == ["void"]


@pytest.mark.parametrize(("days", "rules"), [(50, ["closed"]), (70, [])])
def test_old_archive_tells_nobody_anything(today, days, rules):
    recommendation = RecommendationFactory()
    follower = recommendation.followers.create(user=UserFactory()).user
    closed(recommendation, on=date(2018, 11, 1))
    later = today + timedelta(days=days)
    while not is_working(later):
        later += timedelta(days=1)

    assert rules_of(follower, later) == rules


def test_preview_prints_and_sends_nothing(recommendation, owner, capsys):
    call_command("send_reminders", "--preview", "--on", "2018-11-01")

    printed = capsys.readouterr().out
    assert f"To: {owner.email}" in printed
    assert "1 mail would go out. Nothing was sent." in printed
    assert (mail.outbox, Reminder.objects.count()) == ([], 0)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["--on", "2018-11-01"], "--on is for --preview"), (["--preview", "--on", "soon"], "is no date")],
)
def test_command_says_what_is_wrong(arguments, said):
    with pytest.raises(CommandError, match=said):
        call_command("send_reminders", *arguments)


def test_command_has_the_worker_send(recommendation, owner, capsys):
    day = timezone.localdate()

    call_command("send_reminders")

    assert len(mail.outbox) == (1 if is_working(day) else 0)


def test_as_many_queries_for_three_owners_as_for_one():
    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            mails(THURSDAY)
        return len(found)

    owner_of(RecommendationFactory(due_rule="date", due_on=DUE))
    for_one = queries()
    for _ in range(2):
        owner_of(RecommendationFactory(due_rule="date", due_on=DUE))

    assert queries() == for_one
