from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from core.workbook import HISTORY, UnreadableWorkbook
from scorecard.actions import UploadRefused, apply_from_command, check_for_command
from scorecard.imports.report import CheckReport
from scorecard.periods import month_end

CONFIRM = "--confirm-small-percentages"


class Command(BaseCommand):
    help = (
        "Check a workbook of figures (.xlsx, .ods or .csv, laid out like the portal's template) and apply it. "
        "Warnings are printed and applied; with a problem nothing is written and the exit status is 1."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the workbook")
        parser.add_argument(
            "--check", action="store_true", help="say what would happen and write nothing at all"
        )
        parser.add_argument(
            "--history", action="store_true", help="the file holds many months; larger files are read"
        )
        parser.add_argument(
            "--month",
            type=month,
            help="like 2018-08, of a file in the panel's own layout, which does not say it",
        )
        parser.add_argument("--strict", action="store_true", help="apply nothing when there is a warning")
        parser.add_argument(
            CONFIRM, action="store_true", dest="confirm", help="percentages of 1 or less are meant so"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        file: Path = options["file"]
        about = {
            "original_name": file.name,
            "is_history": options["history"],
            "for_month": options["month"],
        }
        data = read_bytes(file)
        consent = {"is_strict": options["strict"], "is_confirmed": options["confirm"]}
        try:
            if options["check"]:
                report, done = check_for_command(data, **about), "Checked, nothing was written"
            else:
                report, _ = apply_from_command(data, **about, **consent)
                done = "Applied"
        except (UnreadableWorkbook, UploadRefused) as refusal:
            raise CommandError(f"{file.name}: {refusal}") from None
        self.print_report(report)
        if obstacle := report.obstacle(**consent):
            raise CommandError(f"{obstacle} Nothing was written.{self.way_out(report)}")
        self.stdout.write(self.style.SUCCESS(self.outcome(report, done)))

    def print_report(self, report: CheckReport) -> None:
        for problem in report.problems:
            self.stderr.write(f"Problem. {problem}")
        for kind, number in report.problems_left_out.items():
            self.stderr.write(f"And {number:,} more of this kind: {kind}.")
        for warning in report.warnings:
            self.stdout.write(f"Warning. {warning}")
        for kind, number in report.warnings_left_out.items():
            self.stdout.write(f"And {number:,} more of this kind: {kind}.")
        if report.tables_left_empty:
            self.stdout.write(f"Left empty, so not counted: {'; '.join(report.tables_left_empty)}.")
        for change in report.changed:
            self.stdout.write(f"Changed. {change}")
        for change in report.rating_changes:
            self.stdout.write(f"Rating. {change}")

    def outcome(self, report: CheckReport, done: str) -> str:
        if not report.changes_something:
            return f"Nothing changed: {report.verdict.removeprefix('Nothing would change: ')}."
        return (
            f"{done}: {report.new_count:,} new, {report.changed_count:,} changed, "
            f"{report.unchanged_count:,} unchanged."
        )

    def way_out(self, report: CheckReport) -> str:
        is_sound_but_small = report.is_sound and any(warning.must_confirm for warning in report.warnings)
        return f" Correct it, or give {CONFIRM} if it is meant so." if is_sound_but_small else ""


def month(text: str) -> date:
    try:
        return month_end(date.fromisoformat(f"{text}-01"))
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is not a month. Write it like 2018-08.") from None


def read_bytes(file: Path) -> bytes:
    try:
        if file.stat().st_size > HISTORY.file_bytes:
            raise CommandError(
                f"{file} is larger than any workbook that can be read. Upload it in several files."
            )
        return file.read_bytes()
    except FileNotFoundError:
        raise CommandError(f"There is no file {file}. Check the name and the folder.") from None
    except IsADirectoryError:
        raise CommandError(f"{file} is a folder. Name the workbook inside it.") from None
    except OSError as error:
        raise CommandError(f"{file} cannot be opened: {error.strerror}. Check who may read it.") from None
