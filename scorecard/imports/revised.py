"""Changes of months that went to the panel. Each wants a reason, because the portal prints one beside it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.formats import date_format

from scorecard.imports.findings import Finding, Rule
from scorecard.imports.layout import Column
from scorecard.imports.timeline import Proposed
from scorecard.models import PanelReport
from scorecard.periods import month_label


def revised_without_reason(proposed: Iterable[Proposed]) -> Iterator[Finding]:
    """One for each month: the note that goes with the upload answers for all of its figures at once."""
    silent: dict[date, list[Proposed]] = defaultdict(list)
    for one in proposed:
        if not one.is_unchanged and not _says_why(one):
            silent[one.month].append(one)
    if not silent:
        return
    reports = PanelReport.objects.standing().filter(period__ends_on__in=silent).order_by("period__ends_on")
    for month, met_on in reports.values_list("period__ends_on", "meeting_on"):
        yield _without_reason(silent[month], month, met_on)


def _says_why(one: Proposed) -> bool:
    """In a note that was not there before. That a provisional figure became final is said without one."""
    before, held = one.before, one.held
    if before is None:
        return bool(held.note)
    is_final_now = before.is_provisional and not held.is_provisional
    return is_final_now or held.note not in ("", before.note)


def _without_reason(rows: list[Proposed], month: date, met_on: date) -> Finding:
    entry = rows[0].entry
    where = "in the note of its row, or for all of them " if Column.NOTE not in entry.silent else ""
    message = (
        f"The panel was shown {month_label(month)} on {date_format(met_on)}, so each change needs a reason. Write it "
        f"{where}in the note that goes with the upload. It is printed beside the old and the new figure."
    )
    found = f"no reason for {', '.join(one.subject for one in rows)}"
    return Finding(Rule.REVISED, message, entry.cells[Column.CODE].sheet, found=found)
