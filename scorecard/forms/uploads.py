"""What officers fill in on the way of a workbook: the file, the ticks, the reasons."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat

from core.forms import Form, LongText, Look
from scorecard.imports.arrival import EXTENSIONS, Arrival
from scorecard.imports.report import CheckReport, Tick
from scorecard.periods import month_end, month_label, shift_months

TOO_LARGE = "too_large"
NO_MORE_THAN = 2_000
MONTHS_OFFERED = 36


class UploadForm(Form):
    marks_optional = False
    looks = {"is_history": Look(is_small=True)}

    file = forms.FileField(
        label="Workbook",
        help_text="An Excel workbook (.xlsx), an OpenDocument spreadsheet (.ods) or a CSV file.",
        error_messages={
            "required": "Choose the workbook to check.",
            "empty": "The file is empty. Save the workbook again, then choose it.",
        },
    )
    is_history = forms.BooleanField(
        label="This file holds figures of many months",
        required=False,
        help_text=(
            "Leave this alone for a month's workbook: figures of two months in it are then warned about. A file of "
            "many months needs no more columns than Code, Month, Result, Numerator, Denominator and Status."
        ),
    )

    month = forms.ChoiceField(
        label="Month",
        required=False,
        help_text="Only for a scorecard in the panel's own layout, which does not say its month.",
    )

    def __init__(self, *args: Any, latest: Callable[[], date], **options: Any) -> None:
        """`latest` of the months offered is asked for when they are: most files say their month themselves."""
        super().__init__(*args, **options)
        self.fields["month"].choices = lambda: [("", "As the workbook says"), *months_offered(latest())]

    def clean_month(self) -> date | None:
        return as_month(self.cleaned_data["month"])

    def clean_file(self) -> UploadedFile:
        file, limit = self.cleaned_data["file"], settings.UPLOAD_LIMIT_MB
        if not Arrival(b"", file.name).extension:
            endings = f"{', '.join(f'.{ending}' for ending in EXTENSIONS[:-1])} or .{EXTENSIONS[-1]}"
            raise forms.ValidationError(f"Choose a file whose name ends in {endings}.")
        if file.size > limit * 1024 * 1024:
            size = filesizeformat(file.size)
            raise forms.ValidationError(
                f"The file is {size} and at most {limit} MB can be sent. Delete pictures and sheets that are not "
                "needed, save it and choose it again.",
                code=TOO_LARGE,
            )
        return file

    @property
    def is_too_large(self) -> bool:
        return self.has_error("file", TOO_LARGE)


class SubmitForm(Form):
    """Each warning of the report is ticked, and a note says why the figures are right all the same."""

    ticked = forms.MultipleChoiceField(
        label="Warnings",
        help_text="Tick each one when you have looked at it and the figure is right.",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Tick each warning when the figure is right, or correct the workbook."},
    )
    note = LongText(
        label="Note: why the figures are right",
        help_text=(
            "The officer who approves the figures reads this. Members read it too, as the reason where a figure "
            "changes and its row gives none. Name no child."
        ),
        max_length=NO_MORE_THAN,
        error_messages={"required": "Say why the figures are right although there are warnings."},
    )
    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, data: Any, *, report: CheckReport, fingerprint: str, note: str = "") -> None:
        super().__init__(data, initial={"seen": fingerprint, "note": note})
        ticks = report.ticks
        if not ticks:
            del self.fields["ticked"], self.fields["note"]
            return
        self.fields["ticked"].choices = [(tick.key, _tick_label(tick)) for tick in ticks]
        self.looks = {
            "ticked": Look(label_size="m", hints={tick.key: _tick_hint(tick) for tick in ticks}),
            "note": Look(rows=3, limit=NO_MORE_THAN),
        }

    def clean_ticked(self) -> list[str]:
        ticked = self.cleaned_data["ticked"]
        missing = len(self.fields["ticked"].choices) - len(ticked)
        if missing:
            raise forms.ValidationError(
                f"Tick each warning when the figure is right, or correct the workbook: {missing} not ticked yet."
            )
        return ticked


def _tick_label(tick: Tick) -> str:
    if tick.count > 1:
        return f"{tick.label}: {tick.count:,} warnings"
    (warning,) = tick.warnings
    return warning.message if warning.cell else warning.sentence


def _tick_hint(tick: Tick) -> str:
    if tick.count == 1:
        return tick.warnings[0].place
    return f"{len(tick.warnings)} of them are listed above." if tick.more else "All of them are listed above."


class ApproveForm(Form):
    seen = forms.CharField(widget=forms.HiddenInput)


class DeclineForm(Form):
    looks = {"note": Look(rows=3, limit=NO_MORE_THAN)}

    note = LongText(
        label="What has to be put right",
        max_length=NO_MORE_THAN,
        error_messages={"required": "Say what has to be put right before the figures can be approved."},
    )


class WithdrawForm(Form):
    looks = {"reason": Look(rows=3, limit=NO_MORE_THAN)}

    reason = LongText(
        label="Why the figures are withdrawn",
        help_text="It is kept with the upload for everybody who looks at these figures later. Name no child.",
        max_length=NO_MORE_THAN,
        error_messages={"required": "Say why the figures are withdrawn."},
    )
    seen = forms.CharField(widget=forms.HiddenInput)


class TemplateForm(Form):
    """The month that a template workbook is wanted for: the next one first, then those before."""

    month = forms.ChoiceField(label="Month")

    def __init__(self, data: Any = None, *, latest: date, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["month"].choices = months_offered(latest)

    def clean_month(self) -> date | None:
        return as_month(self.cleaned_data["month"])


def months_offered(latest: date) -> list[tuple[str, str]]:
    months = (shift_months(latest, -back) for back in range(MONTHS_OFFERED))
    return [(f"{month:%Y-%m}", month_label(month)) for month in months]


def as_month(choice: str) -> date | None:
    """The last day of a month like 2018-08."""
    return month_end(date.fromisoformat(f"{choice}-01")) if choice else None
