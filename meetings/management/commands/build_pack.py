from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from core.files import Damaged, all_files
from meetings.actions.locks import Refused
from meetings.actions.pack_build import NOT_ISSUED, Differs, build_now, issue_of
from meetings.models import AgendaIssue, Meeting, Pack, PackAccess
from meetings.pack.faults import PackFault, Unsettled
from meetings.report.packs import pack_for

BAR = 30


class Command(BaseCommand):
    help = "Build the packs of a meeting's latest agenda, and write the public one or the members' to a file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("day", metavar="YYYY-MM-DD", type=_day, help="the day of the meeting")
        parser.add_argument("--access", choices=PackAccess.values, default=PackAccess.PUBLIC)
        parser.add_argument("--output", type=Path, help="a file to write; without it the pack is only kept")

    def handle(self, *args: Any, **options: Any) -> None:
        issue = _latest_issue(options["day"])
        pack = self._built(issue, PackAccess(options["access"]))
        if options["output"]:
            _write(pack, options["output"])
            self.stdout.write(f"Wrote {options['output']}.")
        self.stdout.write(f"{pack.pages} pages, {pack.size / 1024:.0f} kB, SHA-256 {pack.sha256}")

    def _built(self, issue: AgendaIssue, access: PackAccess) -> Pack:
        try:
            packs = build_now(issue, by=None, tell=self._tell)
        except Differs as fault:
            return self._published(issue, access, fault)
        except (PackFault, Unsettled, Refused) as fault:
            raise CommandError(str(fault)) from fault
        finally:
            self._end_bar()
        return next(pack for pack in packs if pack.access == access)

    def _published(self, issue: AgendaIssue, access: PackAccess, fault: Differs) -> Pack:
        """What was published is the pack, so long as it may still be read."""
        pack = pack_for(issue.meeting, issue.number, access)
        if pack is None:
            raise CommandError(str(fault)) from fault
        self.stderr.write(f"{fault} This is the published one.")
        return pack

    def _tell(self, done: int, total: int, step: str) -> None:
        """A bar that is drawn over itself on a screen; in a log, a line for each step."""
        full = BAR * done // total if total else BAR
        line = f"[{'#' * full}{'.' * (BAR - full)}] {done} of {total} papers. {step}"
        if self.stderr.isatty():
            self.stderr.write(f"\r\033[K{line[:110]}", ending="")
        else:
            self.stderr.write(line)

    def _end_bar(self) -> None:
        if self.stderr.isatty():
            self.stderr.write("")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError("write the day of the meeting like 2018-11-01") from None


def _latest_issue(day: date) -> AgendaIssue:
    meeting = Meeting.objects.going_on().filter(on=day).first()
    if meeting is None:
        known = (
            Meeting.objects.going_on()
            .filter(issues__isnull=False)
            .order_by("-on")
            .values_list("on", flat=True)
        )
        days = ", ".join(str(one) for one in known.distinct()[:5]) or "none"
        raise CommandError(f"There is no meeting on {day}. The latest with an agenda: {days}.")
    latest = meeting.issues.order_by("-number").values_list("pk", flat=True).first()
    if latest is None:
        raise CommandError(NOT_ISSUED)
    return issue_of(latest)


def _write(pack: Pack, path: Path) -> None:
    try:
        path.write_bytes(all_files().shelf(is_exempt=pack.is_exempt).take(pack.sha256))
    except (OSError, Damaged) as error:
        raise CommandError(f"Could not write {path}: {getattr(error, 'strerror', None) or error}") from error
