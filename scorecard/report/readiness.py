"""What an approver sees before a month is published: what is in the way, and what to have looked at."""

from datetime import date
from hashlib import sha256
from typing import NamedTuple

from scorecard.models import PanelReport, WorkbookUpload
from scorecard.report.changes import in_words, joined
from scorecard.report.headline import sentence_case
from scorecard.report.months import Months
from scorecard.report.paper import Paper, read_paper
from scorecard.report.readings import Reading

NO_MEETING = "Say first to which meeting of the panel the report goes."
STANDS = "The report of this month is published already. Withdraw it first if it was published by mistake."
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
        _commentary(paper),
        _uploads(months),
        _provisional(paper),
        _illustrative(paper),
        _outdated(paper),
    )
    return Readiness(paper, tuple(_obstacles(paper, months)), tuple(caution for caution in found if caution))


def _obstacles(paper: Paper, months: Months) -> list[str]:
    standing = PanelReport.objects.standing()
    if standing.filter(period_id=months.chosen.pk).exists():
        return [STANDS]
    if paper.plan is None:
        return [NO_MEETING]
    return [TAKEN] if standing.filter(meeting_on=paper.plan.meeting_on).exists() else []


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
    waiting = WorkbookUpload.objects.undecided().filter(month_ends__contains=[months.chosen.ends_on])
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
