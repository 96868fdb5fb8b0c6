"""What an approver sees before a month is published: what is in the way, and what to have looked at."""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from django.db.models import Q
from django.utils.formats import date_format

from meetings.models import CALLED_OFF, Meeting
from scorecard.models import PanelReport, UploadState, WorkbookUpload
from scorecard.periods import month_label
from scorecard.report.changes import in_words, joined
from scorecard.report.headline import sentence_case
from scorecard.report.months import Months
from scorecard.report.paper import Paper, read_paper
from scorecard.report.readings import Reading
from scorecard.report.revised_since import revised_since
from scorecard.travel import Comparison

NO_MEETING = "Say first to which meeting of the panel the report goes."
STANDS = "The report of this month is published already. Withdraw it first if it was published by mistake."
IN_TURN = (
    "Months go to the panel in their order. {other} went to the meeting on {day}. Choose another meeting, or withdraw "
    "that report first if it was published by mistake."
)
DECIDABLE = (UploadState.CHECKED, UploadState.SUBMITTED)
TAKEN = "Another month's report is published to the meeting on this day. Choose another meeting."


class Caution(NamedTuple):
    """To be ticked by its key. `details` name what it is about."""

    key: str
    sentence: str
    details: tuple[str, ...] = ()


class Readiness(NamedTuple):
    paper: Paper
    obstacles: tuple[str, ...]
    cautions: tuple[Caution, ...]

    @property
    def fingerprint(self) -> str:
        """Of all that the approver saw: the paper and what is to be ticked."""
        seen = [self.paper.fingerprint, *(str(caution) for caution in self.cautions)]
        return sha256("\n".join(seen).encode()).hexdigest()


def read_readiness(months: Months, *, today: date) -> Readiness:
    paper = read_paper(months, today=today)
    found = (
        _meeting(paper),
        _commentary(paper),
        _uploads(months),
        _provisional(paper),
        _illustrative(paper),
        _outdated(paper),
        _baseline_gone(months) or _baseline_revised(months),
    )
    return Readiness(paper, tuple(_obstacles(paper, months)), tuple(caution for caution in found if caution))


def _obstacles(paper: Paper, months: Months) -> list[str]:
    standing = PanelReport.objects.standing()
    if standing.filter(period_id=months.chosen.pk).exists():
        return [STANDS]
    if paper.plan is None:
        return [NO_MEETING]
    if standing.filter(meeting_on=paper.plan.meeting_on).exists():
        return [TAKEN]
    return list(_out_of_turn(months.chosen.ends_on, paper.plan.meeting_on))


def _out_of_turn(month: date, meeting_on: date) -> Iterator[str]:
    """Otherwise a report would speak of an earlier one that its own meeting had not seen."""
    earlier = Q(period__ends_on__lt=month, meeting_on__gt=meeting_on)
    later = Q(period__ends_on__gt=month, meeting_on__lt=meeting_on)
    for report in PanelReport.objects.standing().filter(earlier | later).select_related("period")[:1]:
        other = month_label(report.period.ends_on)
        yield IN_TURN.format(other=other, day=date_format(report.meeting_on))


def _baseline_gone(months: Months) -> Caution | None:
    """A month without figures is no baseline, and the report before it takes its place."""
    earlier = PanelReport.objects.standing().filter(period__ends_on__lt=months.chosen.ends_on)
    latest = earlier.select_related("period").order_by("-period__ends_on").first()
    baseline = months.baseline(Comparison.PREVIOUS_PANEL)
    if latest is None or (baseline and baseline.ends_on == latest.period.ends_on):
        return None
    instead = f"compares with {baseline.label} instead" if baseline else "compares with no earlier report"
    return Caution(
        "baseline",
        f"The figures of {latest.period}, the previous panel report, were withdrawn. The paper {instead}.",
    )


def _baseline_revised(months: Months) -> Caution | None:
    baseline = months.baseline(Comparison.PREVIOUS_PANEL)
    report = PanelReport.objects.standing().filter(pk=baseline.report_pk).first() if baseline else None
    revised = revised_since(report) if report and report.has_document else []
    if not revised:
        return None
    sentence = (
        f"{baseline.label}, the previous panel report, has been revised since the panel saw it. The paper compares "
        "with the figures as they stand today."
    )
    return Caution(
        "baseline", sentence, tuple(f"{one.name}: the panel saw {one.old}, now {one.new}" for one in revised)
    )


def _meeting(paper: Paper) -> Caution | None:
    """A paper for a day on which nobody meets stands in no pack."""
    days = list(Meeting.objects.exclude(state__in=CALLED_OFF).order_by("on").values_list("on", flat=True))
    if paper.plan is None or not days or paper.plan.meeting_on in days:
        return None
    day = paper.plan.meeting_on
    near = [*[one for one in days if one < day][-1:], *[one for one in days if one > day][:1]]
    around = joined([date_format(one) for one in near])
    return Caution(
        "meeting",
        f"The panel has no meeting on {date_format(day)} in its calendar. Nearest to it: {around}.",
    )


def _commentary(paper: Paper) -> Caution | None:
    missing = [task for task in paper.tasks if not task.is_done]
    if not missing:
        return None
    indicators = "one indicator" if len(missing) == 1 else f"{in_words(len(missing))} indicators"
    return Caution(
        "commentary",
        f"Commentary is missing on {indicators}. The paper says so.",
        tuple(f"{task.asked.row.name}: {task.state.lower()}" for task in missing),
    )


def _uploads(months: Months) -> Caution | None:
    waiting = WorkbookUpload.objects.filter(state__in=DECIDABLE, month_ends__contains=[months.chosen.ends_on])
    names = tuple(waiting.values_list("original_name", flat=True))
    what = "One workbook" if len(names) == 1 else f"{sentence_case(in_words(len(names)))} workbooks"
    sentence = f"{what} with figures of this month {'is' if len(names) == 1 else 'are'} not decided on yet."
    return Caution("uploads", sentence, names) if names else None


def _provisional(paper: Paper) -> Caution | None:
    names = _names(paper, "is_provisional")
    return Caution("provisional", f"{_figures(names)} provisional and may change.", names) if names else None


def _illustrative(paper: Paper) -> Caution | None:
    names = _names(paper, "is_illustrative")
    return Caution("illustrative", f"{_figures(names)} illustrative.", names) if names else None


def _names(paper: Paper, mark: str) -> tuple[str, ...]:
    def is_marked(reading: Reading) -> bool:
        return reading.figure is not None and getattr(reading, mark)

    return tuple(row.name for row in paper.scorecard.rows if is_marked(row.now))


def _figures(names: tuple[str, ...]) -> str:
    return "One figure is" if len(names) == 1 else f"{sentence_case(in_words(len(names)))} figures are"


def _outdated(paper: Paper) -> Caution | None:
    if not paper.outdated:
        return None
    sentence = (
        "The figures behind text that an officer wrote have changed since. Read whether the text still fits: "
        f"{joined(paper.outdated)}."
    )
    return Caution("outdated", sentence)
