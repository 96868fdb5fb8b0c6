"""What recommendations have to tell a reader on the first page: how they stand, and what waits for the reader."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from core.access import Permission, may
from core.news import News
from meetings.actions.undertakings import posts_of
from meetings.date_words import plain_date
from people.models import User
from recommendations.models import Update, UpdateState
from recommendations.report.brief import brief_tally
from recommendations.report.counts import finding
from recommendations.report.duties import duties


def register_news(*, today: date) -> Iterator[News]:
    """For everybody."""
    counts = brief_tally(today)
    if counts.counted:
        page = reverse("recommendations:recommendation_list")
        yield News(f"{finding(counts)}.", page, "Read what was recommended, and what was done")


def update_news(user: User, *, today: date) -> Iterator[News]:
    if may(user, Permission.PUBLISH_UPDATES):
        yield from _sent_in()
    elif may(user, Permission.WRITE_UPDATES):
        yield from _owed(user, today)


def _sent_in() -> Iterator[News]:
    waiting = Update.objects.filter(state=UpdateState.SUBMITTED).count()
    if waiting:
        said = (
            "1 update on a recommendation waits"
            if waiting == 1
            else f"{waiting} updates on recommendations wait"
        )
        yield News(f"{said} to be published.", reverse("recommendations:duty_list"), "Read what was sent in")


def _owed(user: User, today: date) -> Iterator[News]:
    """What is overdue, or else what comes first."""
    owed = duties(today, posts=posts_of(user))
    overdue = sum(duty.standing.is_overdue for duty in owed)
    page = reverse("recommendations:duty_list")
    if overdue:
        said = (
            "1 matter that you report on is" if overdue == 1 else f"{overdue} matters that you report on are"
        )
        yield News(f"{said} overdue.", page, "See what you report and by when")
    elif owed and owed[0].due_on:
        yield News(
            f"You report next by {plain_date(owed[0].due_on)}: {owed[0].name}.", owed[0].path, "Open it"
        )
