"""What is filled in about a report to the panel."""

from typing import Any

from django import forms

from core.access import ROLE_PERMISSIONS, Permission
from core.forms import Form, LongText, Look
from core.richtext import RichTextFormField
from meetings.models import ContactRole, Report
from people.models import Person, User

LONGEST_BODY = 60_000
WRITERS = [role for role, permissions in ROLE_PERMISSIONS.items() if Permission.WRITE_REPORTS in permissions]


class AskForm(Form):
    subject = forms.CharField(label="Subject of the report", max_length=250)
    author = forms.ModelChoiceField(
        User.objects.none(), label="Who writes it", help_text="They find it under “My reports”."
    )

    def __init__(self, *args: Any, **how: Any) -> None:
        super().__init__(*args, **how)
        writers = User.objects.filter(is_active=True, roles__overlap=WRITERS)
        self.fields["author"].queryset = writers.order_by("name", "pk")


class ReportForm(Form):
    """A draft may be kept with gaps; whoever signs fills them."""

    marks_optional = False
    looks = {
        "from_lines": Look(rows=3),
        "summary": Look(rows=5),
        "recommendation": Look(rows=5),
        "body": Look(rows=24),
        "background_documents": Look(rows=3),
    }
    words = (
        *("subject", "from_lines", "pathway", "divisions", "summary"),
        *("recommendation", "body", "background_documents"),
    )

    from_lines = LongText(
        label="From",
        required=False,
        max_length=1_000,
        help_text="One author a line, with the post. The Cabinet Member prints first, the Corporate Director next.",
    )
    subject = forms.CharField(label="Subject", max_length=250)
    pathway = forms.CharField(
        label="Past and future pathway",
        required=False,
        max_length=250,
        help_text="Other committees that it went to or goes to. Leave it empty if there are none.",
    )
    divisions = forms.CharField(
        label="Electoral divisions", max_length=250, help_text="“All”, or their names."
    )
    summary = LongText(label="Summary", required=False, max_length=4_000)
    recommendation = LongText(
        label="Recommendation",
        required=False,
        max_length=4_000,
        help_text="What the panel is asked, with the verb in capitals: NOTE, COMMENT, ENDORSE or AGREE. "
        "It prints again, word for word, at the end.",
    )
    body = RichTextFormField(
        label="Report",
        required=False,
        max_length=LONGEST_BODY,
        help_text="Name no child, and nobody who could be known from it.",
    )
    background_documents = LongText(
        label="Background documents", required=False, max_length=4_000, help_text="One a line, or “None”."
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def values(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in self.words}


class ContactForm(Form):
    """One for each role, by prefix."""

    marks_optional = False

    name = forms.CharField(label="Name", required=False, max_length=150)
    post = forms.CharField(label="Post", required=False, max_length=200)
    telephone = forms.CharField(label="Telephone", required=False, max_length=30)
    email = forms.CharField(label="Email address", required=False, max_length=254)
    person = forms.ModelChoiceField(
        Person.objects.none(),
        label="Who signs with their own account",
        required=False,
        empty_label="Nobody: an officer records it",
    )

    def __init__(self, *args: Any, label: str = "", **how: Any) -> None:
        super().__init__(*args, **how)
        self.label = label
        self.fields["person"].queryset = Person.objects.filter(user__isnull=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("name") and not cleaned.get("post"):
            self.add_error("post", f"Enter the post of the {self.label.lower()}.")
        if not cleaned.get("name") and any(cleaned.values()):
            self.add_error("name", f"Enter the name of the {self.label.lower()}.")
        return cleaned


def contact_forms(report: Report, data: Any = None) -> dict[str, ContactForm]:
    stored = {one.role: one for one in report.contacts.all()}
    names = ("name", "post", "telephone", "email", "person")
    return {
        role: ContactForm(
            data,
            prefix=role,
            label=label,
            initial={name: getattr(stored[role], name) for name in names} if role in stored else None,
        )
        for role, label in ContactRole.choices
    }


class SignForm(Form):
    note = forms.CharField(
        label="How you know that they agree",
        help_text="For example, by e-mail on 3 October.",
        required=False,
        max_length=250,
    )
    step = forms.CharField(widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    marks_optional = False  # shown only to those who must say
