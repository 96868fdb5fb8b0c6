import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from scorecard.exports import FORMATS
from scorecard.models import Variant
from scorecard.report.months import all_months
from scorecard.report.scorecard import scorecard_context


class Command(BaseCommand):
    help = "Write one month's scorecard as JSON, CSV, Excel or PDF, the same figures as on the page."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("month", metavar="YYYY-MM")
        parser.add_argument("--format", choices=list(FORMATS), default="json")
        parser.add_argument("--population", choices=Variant.values, default=Variant.ALL)
        parser.add_argument(
            "--output", type=Path, help="a file to write; without it the scorecard is printed"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        scorecard = scorecard_context(options["month"], variant=Variant(options["population"]))
        if scorecard is None:
            raise CommandError(_no_such_month(options["month"]))
        content = FORMATS[options["format"]].write(scorecard)
        if options["output"] is None:
            sys.stdout.buffer.write(content)
            return
        try:
            options["output"].write_bytes(content)
        except OSError as error:
            raise CommandError(f"Could not write {options['output']}: {error.strerror}.") from error
        self.stdout.write(f"Wrote {options['output']}.")


def _no_such_month(month: str) -> str:
    known = [known.slug for known in all_months()]
    if not known:
        return "There are no figures yet. Load some with manage.py import_scorecard FILE."
    return f"There are no figures for {month!r}. Months with figures run from {known[-1]} to {known[0]}."
