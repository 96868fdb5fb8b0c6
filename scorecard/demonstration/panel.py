"""The demonstration's way to the panel: invented owners comment, an approver publishes, all by the real actions."""

from collections.abc import Callable, Iterator
from datetime import date

from django.utils import timezone

from core.access import Role
from core.fixtures import read_csv
from people.actions import add_holding
from people.models import Post, PostHolding, User
from scorecard.models import PanelReport, ReportPlan
from scorecard.publishing.commentary import Words, save_commentary
from scorecard.publishing.paper_text import plan_report
from scorecard.publishing.publication import publish_report
from scorecard.report.months import Months, all_months, choose_month
from scorecard.report.readiness import read_readiness

OFFICE_BEGAN = date(2018, 4, 1)
COMMENTARY = {"2018-08": "commentary-2018-08"}


def publish_month(what: str, *, officer: Callable[[], User], approver: Callable[[], User]) -> Iterator[str]:
    """Publishes the month called "June 2018", if it went to the panel and is not published yet; says what it did."""
    rows = read_csv("panel-reports")
    months = next((found for found in map(_months, rows) if found and found.chosen.label == what), None)
    if months is None:
        return
    row = next(row for row in rows if row["month"] == months.chosen.slug)
    if PanelReport.objects.filter(period_id=months.chosen.pk).exists():
        yield f"Report for {what}: there already."
        return
    _plan(months, row, by=officer())
    _write(months, by=approver())
    report = _publish(months, note=row["note"], by=approver())
    yield f"Report for {what}: published to the meeting on {report.meeting_on:%-d %B %Y}."


def _months(row: dict[str, str]) -> Months | None:
    return choose_month(all_months(), row["month"])


def _plan(months: Months, row: dict[str, str], *, by: User) -> None:
    """One that somebody has made since stays."""
    if not ReportPlan.objects.filter(period_id=months.chosen.pk).exists():
        due = row["commentary_due_on"]
        plan_report(
            months,
            by=by,
            meeting_on=date.fromisoformat(row["meeting_on"]),
            commentary_due_on=date.fromisoformat(due) if due else None,
        )


def _write(months: Months, *, by: User) -> None:
    name = COMMENTARY.get(months.chosen.slug)
    if name is None:
        return
    owners = {row["post"]: _owner(row, by=by) for row in read_csv("owners")}
    posts = {row["code"]: row["owner"] for row in read_csv("definitions")}
    for row in read_csv(name):
        words = Words(
            row["baseline"],
            row["what_changed"],
            row["why"],
            row["action"],
            date.fromisoformat(row["by_when"]),
        )
        owner = owners[posts[row["code"]]]
        save_commentary(months, row["code"], by=owner, words=words, version=0, is_final=True)


def _owner(row: dict[str, str], *, by: User) -> User:
    """An invented person who holds the post. Only the one that the demonstration tells of can sign in."""
    user = User.objects.filter(email=row["email"]).first()
    if user is None:
        user = User.objects.create_user(row["email"], name=row["name"], roles=[Role.REPORT_OWNER])
    post = Post.objects.get(title=row["post"])
    if not PostHolding.objects.filter(post=post, user=user).exists():
        add_holding(post=post, user=user, starts_on=OFFICE_BEGAN, ends_on=None, by=by)
    return user


def _publish(months: Months, *, note: str, by: User) -> PanelReport:
    readiness = read_readiness(months, today=timezone.localdate())
    ticked = [caution.key for caution in readiness.cautions]
    return publish_report(months, by=by, seen=readiness.fingerprint, ticked=ticked, note=note)
