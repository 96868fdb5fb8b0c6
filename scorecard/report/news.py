"""What the scorecard has to tell a reader on the first page: each a sentence and where it leads."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.formats import date_format

from core.access import Permission, may
from core.news import News
from people.models import User
from scorecard.models import ReportPlan, Variant, WorkbookUpload
from scorecard.models.uploads import UNDECIDED, UploadState
from scorecard.periods import month_label, next_month_end, previous_month_end
from scorecard.report.changes import Changes, changes_since, in_words
from scorecard.report.commentary import commentary_tasks
from scorecard.report.months import Months, all_months, choose_month
from scorecard.report.scorecard import Scorecard, read_scorecard, scorecard_context
from scorecard.report.seen_by_panel import latest_month_seen
from scorecard.report.summary import month_headline
from scorecard.travel import Comparison

WAITING = ("One workbook waits for your approval.", "{} workbooks wait for your approval.")
FAULTY = ("One of your workbooks has problems to fix.", "{} of your workbooks have problems to fix.")
CHECKED = (
    "One of your workbooks is checked and not yet submitted.",
    "{} of your workbooks are checked and not yet submitted.",
)
ASKED = ("One indicator in {} waits for your commentary", "{} indicators in {{}} wait for your commentary")


def scorecard_news(user: User) -> Iterator[News]:
    if not may(user, Permission.READ_SCORECARD):
        return
    scorecard = scorecard_context()
    if scorecard is None:
        yield _no_figures(user)
        return
    page = f"{reverse('scorecard:month_read')}?month={scorecard.month.slug}"
    yield News(f"{month_headline(scorecard)}.", page, f"Read the scorecard for {scorecard.month.label}")
    if changes := changes_since(scorecard, Comparison.PREVIOUS_PANEL):
        yield _changed(changes, scorecard, page)


def _no_figures(user: User) -> News:
    if may(user, Permission.UPLOAD_FIGURES):
        return News(
            "There are no figures yet.", reverse("scorecard:upload_create"), "Upload the first workbook"
        )
    sentence = "There are no figures yet. The scorecard appears when a first month has been approved."
    return News(sentence, reverse("scorecard:month_read"), "Open the scorecard")


def _changed(changes: Changes, scorecard: Scorecard, page: str) -> News:
    was_reported = scorecard.month.meeting_on is not None
    before = f"the previous panel report ({changes.baseline.label})" if was_reported else "the panel last met"
    since = f"{changes.how_many} since {before}"
    if len(changes.rating_changes) == 1:
        change = changes.rating_changes[0]
        address = (
            f"{reverse('scorecard:indicator_read', args=[change.row.code])}?month={scorecard.month.slug}"
        )
        return News(f"{since}: {change.sentence}.", address, "Read about this indicator")
    return News(f"{since}.", f"{page}#since", "Read what changed")


def upload_news(user: User, *, today: date) -> Iterator[News]:
    """What waits for this reader, and nothing that waits for somebody else."""
    mine = Q(uploaded_by=user)
    counts = WorkbookUpload.objects.aggregate(
        waiting=Count("pk", filter=Q(state=UploadState.SUBMITTED) & ~mine),
        faulty=Count("pk", filter=Q(state=UploadState.FAULTY) & mine),
        checked=Count("pk", filter=Q(state=UploadState.CHECKED) & mine),
        undecided=Count("pk", filter=Q(state__in=UNDECIDED)),
    )
    register = reverse("scorecard:upload_list")
    told = [
        (counts["waiting"] if may(user, Permission.APPROVE_FIGURES) else 0, WAITING),
        (counts["faulty"], FAULTY),
        (counts["checked"], CHECKED),
    ]
    for number, (one, many) in told:
        if number:
            sentence = one if number == 1 else many.format(in_words(number).capitalize())
            yield News(sentence, register, "Open the register of uploads")
    if may(user, Permission.UPLOAD_FIGURES) and not counts["undecided"]:
        yield from _next_upload(today)


def _next_upload(today: date) -> Iterator[News]:
    """The month after the newest, once it is over."""
    newest = next(iter(all_months()), None)
    if newest is not None and newest.ends_on < previous_month_end(today):
        wanted = month_label(next_month_end(newest.ends_on))
        sentence = f"The newest figures are for {newest.label}: {wanted} is not uploaded yet."
        yield News(sentence, reverse("scorecard:upload_create"), "Upload a workbook")


def commentary_news(user: User, *, today: date) -> Iterator[News]:
    """What the owner of an indicator still has to write about the latest month."""
    if not may(user, Permission.WRITE_COMMENTARY):
        return
    months = choose_month(all_months())
    seen = latest_month_seen()
    if months is None or (seen and seen >= months.chosen.ends_on):
        return
    tasks = commentary_tasks(read_scorecard(months, variant=Variant.ALL), today=today)
    number = sum(task.is_for(user) and not task.is_done for task in tasks)
    if number:
        sentence = ASKED[0] if number == 1 else ASKED[1].format(in_words(number).capitalize())
        yield News(
            f"{sentence.format(months.chosen.label)}{_due(months)}.",
            reverse("scorecard:commentary_list"),
            "Open my commentary",
        )


def _due(months: Months) -> str:
    plan = ReportPlan.objects.filter(period_id=months.chosen.pk).first()
    return f", due on {date_format(plan.commentary_due_on)}" if plan and plan.commentary_due_on else ""
