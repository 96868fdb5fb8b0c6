"""Who is mailed about a card: the post that owes an answer, and participation workers for their groups."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from challenge_cards.actions import answering, moving, publishing, verdicts
from challenge_cards.actions.turns import take_step
from challenge_cards.models import StepKind
from core.access import Role
from meetings.closed_days import closed_days_around
from meetings.notice import working
from recommendations.actions.reminders import send_reminders, text_of
from recommendations.models import Reminder
from recommendations.report.reminders import mails
from tests.factories.challenge_cards import (
    again,
    agreed,
    an_item,
    answered,
    officer,
    received,
    worker,
)
from tests.factories.people import PostHoldingFactory, UserFactory
from tests.page import open_page

pytestmark = pytest.mark.django_db
FRIDAY = date(2019, 2, 1)  # the day after the promised 31 January


def owner_of(card):
    user = UserFactory(roles=[Role.REPORT_OWNER])
    PostHoldingFactory(post=card.owner, user=user, starts_on=date(2018, 1, 1))
    return user


def told(user, day) -> list[tuple[str, str]]:
    return [(str(one.rule), one.words) for each in mails(day) if each.user == user for one in each.lines]


def rules(user, day) -> list[str]:
    return [rule for rule, _ in told(user, day)]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2018, 12, 14), []),  # 48 days
        (date(2018, 12, 17), ["due_45"]),
        (date(2019, 1, 17), ["due_14"]),
        (date(2019, 1, 31), ["due_14"]),
        (FRIDAY, ["overdue"]),
        (date(2019, 2, 2), []),  # a Saturday
        (date(2019, 2, 4), ["weekly"]),
    ],
)
def test_post_that_owes_an_answer_is_reminded_like_for_any_other_duty(day, expected):
    assert rules(owner_of(agreed()), day) == expected


def test_paper_is_asked_for_until_the_answer_is_on_the_agenda():
    card, day = agreed(), date(2019, 1, 15)
    owner, item = owner_of(card), an_item(date(2019, 1, 29))
    assert rules(owner, day) == ["paper_7", "due_45"]
    answering.write_response(card, text="Interviews are moved.", item=item, version=0, by=worker())

    assert rules(owner, day) == ["due_45"]


def test_answer_that_was_put_off_is_not_called_overdue():
    card = agreed()
    owner = owner_of(card)
    later = {"due_on": date(2019, 6, 1), "precision": "month", "on": date(2018, 12, 1)}
    moving.put_off(card, **later, reason="More time.", agreed_by="The panel", by=worker())

    assert rules(owner, FRIDAY) == []


def test_nobody_is_asked_for_an_answer_that_was_given():
    assert rules(owner_of(answered()), FRIDAY) == []


def test_owner_finds_the_answer_among_what_they_report(client_as):
    card = agreed()
    client = client_as(Role.REPORT_OWNER)
    PostHoldingFactory(post=card.owner, user_id=client.session["_auth_user_id"])
    page = open_page(client, reverse("recommendations:duty_list"))

    assert page.texts(".recommendations-duties tbody th a") == [f"Challenge card 2018/1: {card.title}"]
    assert reverse("challenge_cards:response_write", args=[card.pk]) in page.links(
        ".recommendations-duties a"
    )


def test_team_is_told_that_an_answer_is_late_and_by_how_much():
    by = worker()
    agreed(by)

    assert told(by, FRIDAY) == [
        ("overdue", "We promised an answer by the end of January 2019. We are 1 day late. Tell the group.")
    ]
    assert rules(by, date(2019, 2, 4)) == ["weekly"]
    assert rules(by, date(2019, 1, 31)) == []


def test_team_is_told_of_every_step_that_somebody_else_took():
    by, colleague, asked_on = worker(), worker(), timezone.localdate()
    received(by, received_on=asked_on)

    assert rules(by, working_day()) == []
    assert told(colleague, working_day()) == [("moved", f"The group asked, {asked_on:%B %Y}.")]


def test_what_happened_twice_on_one_day_is_told_once():
    by, colleague, on = worker(), worker(), timezone.localdate()
    card = received(by, title="Of 2018")
    for kind in (StepKind.RESPONDED, StepKind.RESPONDED):
        take_step(card, kind, on=on, by=by)
    card.round = 2
    take_step(card, StepKind.RESPONDED, on=on, by=by)

    assert [words for _, words in told(colleague, working_day())] == [
        f"Answered, {on:%-d %B %Y}.",
        f"Answered again, {on:%-d %B %Y}.",
    ]


def test_step_is_told_once_and_never_of_old_records():
    colleague, today = worker(), working_day()
    received(received_on=timezone.localdate())
    send_reminders(today)
    received(title="Of 2018")

    assert rules(colleague, today) == []
    assert {(one.matter.split("-")[0], one.rule) for one in Reminder.objects.all()} == {
        ("card_step", "moved")
    }


def test_group_is_to_be_asked_after_twenty_eight_days():
    by = worker()
    card = answered(by)
    ask_on = date(2019, 2, 26)

    assert "ask" not in rules(by, ask_on - timedelta(days=1))
    assert told(by, ask_on)[-1] == (
        "ask",
        "It was answered on 29 January 2019. Ask the group whether it worked.",
    )
    verdicts.record_verdict(again(card), told_on=ask_on, told_at="February", opinion="yes", by=by)
    assert "ask" not in rules(by, ask_on)


@pytest.mark.parametrize("role", [role for role in Role if role != Role.PARTICIPATION_WORKER])
def test_nobody_but_the_team_hears_for_the_groups(role):
    user, today = UserFactory(roles=[role]), working_day()
    received(received_on=timezone.localdate())

    assert rules(user, today) == []


def test_mail_quotes_no_words_that_are_looked_at_or_taken_down():
    by, colleague = worker(), worker()
    today = working_day()
    received(by, title="Kayleigh wants wifi", received_on=timezone.localdate())
    down = agreed(by, title="Taken downzq")
    publishing.take_down(down, by=by)
    (written,) = [text_of(one) for one in mails(today) if one.user == colleague]

    assert "Challenge card 2018/1\n" in written
    assert [word for word in ("Kayleigh", "downzq", "what you have to report") if word in written] == []


def test_quiet_card_is_told_to_democratic_services_once_a_month():
    clerk = officer()
    agreed()
    today = timezone.localdate()
    quiet_on = next(
        day for day in (today + timedelta(days=91 + more) for more in range(8)) if is_working(day)
    )

    assert "stale" in rules(clerk, quiet_on)
    assert "stale" not in rules(clerk, working_day())


def test_preview_shows_the_mail_and_sends_nothing(capsys):
    by = worker()
    agreed(by)
    call_command("send_reminders", "--preview", "--on", str(FRIDAY))

    printed = capsys.readouterr().out
    assert f"To: {by.email}" in printed
    assert "Challenge card 2018/1: Interviews after school" in printed
    assert (mail.outbox, Reminder.objects.count()) == ([], 0)


def test_as_many_queries_for_three_cards_as_for_one():
    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            mails(FRIDAY)
        return len(found)

    by = worker()
    owner_of(agreed(by))
    for_one = queries()
    for title in ("Another", "Third"):
        owner_of(agreed(by, title=title))

    assert queries() == for_one


def is_working(day) -> bool:
    return working(day, closed_days_around(day, []))


def working_day() -> date:
    """Today, or the next day on which mail goes out."""
    return next(
        day for day in (timezone.localdate() + timedelta(days=more) for more in range(9)) if is_working(day)
    )
