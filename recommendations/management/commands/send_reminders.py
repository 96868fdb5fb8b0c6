from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from recommendations.actions.reminders import subject_of, text_of
from recommendations.report.reminders import mails
from recommendations.tasks import remind


class Command(BaseCommand):
    help = (
        "Have the background worker mail whoever must report to the panel. Running it again sends what could not "
        "be sent before, and nothing twice."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--preview", action="store_true", help="print the mails; send and keep nothing")
        parser.add_argument("--on", metavar="DATE", help="with --preview: another day, like 2018-11-01")

    def handle(self, *, preview: bool, on: str | None, **options: Any) -> None:
        if on and not preview:
            raise CommandError("Mail goes out today or not at all: --on is for --preview.")
        if not preview:
            remind.enqueue(timezone.localdate().isoformat())
            self.stdout.write("The background worker has it in hand.")
            return
        found = mails(_day(on))
        for mail in found:
            self.stdout.write(f"To: {mail.user.email}\nSubject: {subject_of(mail)}\n\n{text_of(mail)}\n\n")
        self.stdout.write(
            f"{len(found)} mail{'' if len(found) == 1 else 's'} would go out. Nothing was sent."
        )


def _day(on: str | None) -> date:
    try:
        return date.fromisoformat(on) if on else timezone.localdate()
    except ValueError:
        raise CommandError(f"“{on}” is no date. Write it like 2018-11-01.") from None
