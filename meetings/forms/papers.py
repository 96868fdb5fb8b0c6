"""What an officer fills in about the papers of an item."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat

from core.documents.sniffing import EXTENSIONS
from core.forms import Form, Look
from meetings.models import AgendaItem, Paper, PaperKind
from meetings.papers import every_source

TOO_LARGE = "too_large"
MEGABYTE = 1024 * 1024


class FileForm(Form):
    """The file alone, for one that takes another's place."""

    file = forms.FileField(
        label="File",
        help_text="A PDF, or a Word document (.docx). From Word, a .docx gives the most accessible paper.",
        error_messages={
            "required": "Choose the file.",
            "empty": "The file is empty. Save it again, then choose it.",
        },
    )

    def clean_file(self) -> UploadedFile:
        file, limit = self.cleaned_data["file"], settings.UPLOAD_LIMIT_MB
        if file.name.rpartition(".")[2].lower() not in EXTENSIONS:
            raise forms.ValidationError("Choose a file whose name ends in .pdf or .docx.")
        if file.size > limit * MEGABYTE:
            raise forms.ValidationError(
                f"The file is {filesizeformat(file.size)} and at most {limit} MB can be sent. Make the pictures in it "
                "smaller, or divide it, and choose it again.",
                code=TOO_LARGE,
            )
        return file

    @property
    def is_too_large(self) -> bool:
        return self.has_error("file", TOO_LARGE)


class AddFileForm(FileForm):
    looks = {
        "is_appendix": Look(is_small=True),
        "is_exempt": Look(is_small=True),
        "is_listed": Look(is_small=True),
    }
    marks_optional = False

    title = forms.CharField(
        label="Title", max_length=250, help_text="It stands on the agenda and in the pack."
    )
    is_appendix = forms.BooleanField(label="An appendix to the paper before it", required=False)
    is_exempt = forms.BooleanField(label="Exempt: only those entitled read it", required=False)
    is_listed = forms.BooleanField(label="Its pages are on the agenda line", required=False)

    field_order = ("title", "file", "is_appendix", "is_exempt", "is_listed")

    def __init__(self, *args: Any, item: AgendaItem, **how: Any) -> None:
        super().__init__(*args, **how)
        if item.is_exempt:
            del self.fields["is_exempt"]


class LiveForm(Form):
    source_key = forms.ChoiceField(label="Which paper", widget=forms.RadioSelect)

    def __init__(self, *args: Any, **how: Any) -> None:
        super().__init__(*args, **how)
        self.fields["source_key"].choices = [(source.key, source.label) for source in every_source()]


class PaperForm(Form):
    """A report has its title from its own form."""

    looks = AddFileForm.looks
    marks_optional = False

    title = forms.CharField(
        label="Title", max_length=250, help_text="It stands on the agenda and in the pack."
    )
    is_exempt = forms.BooleanField(label="Exempt: only those entitled read it", required=False)
    is_appendix = forms.BooleanField(label="An appendix", required=False)
    is_listed = forms.BooleanField(label="Its pages are on the agenda line", required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    words = ("title", "is_exempt", "is_appendix", "is_listed")

    def __init__(self, *args: Any, paper: Paper, **how: Any) -> None:
        super().__init__(*args, **how)
        if paper.kind == PaperKind.REPORT:
            del self.fields["title"]

    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.words if name in self.cleaned_data}
