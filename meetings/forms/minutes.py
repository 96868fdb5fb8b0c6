"""What a clerk enters about minutes."""

from typing import Any

from django import forms

from core.forms import Form, LongText, Look
from core.richtext import RichTextFormField
from meetings.date_words import plain_date
from meetings.models import APPROVED, AgendaItem, MeetingMinutes, Minute

LONGEST_SUMMARY = 3_000
OPEN, EXEMPT = "open", "exempt"


class EarlierMinuteChoice(forms.ModelChoiceField):
    def label_from_instance(self, minute: Minute) -> str:
        return f"{minute.number}. {minute.heading} ({plain_date(minute.record.meeting.on)})"


class MinuteForm(Form):
    heading = forms.CharField(label="Heading", max_length=250)
    body = RichTextFormField(
        label="Text",
        help_text="Paragraphs are numbered by themselves. What was decided follows as the last of them.",
        headings=False,
        required=False,
    )
    is_exempt = forms.TypedChoiceField(
        label="Who reads it?",
        choices=[(OPEN, "Everybody, once it is published"), (EXEMPT, "Only those entitled: it is exempt")],
        widget=forms.RadioSelect,
        coerce=lambda answer: answer == EXEMPT,
        required=False,
        empty_value=False,
    )
    public_summary = LongText(
        label="What the public reads in its place",
        help_text="A fair summary without names or anything that shows who is meant. Leave it empty to say only that "
        "the minute is exempt.",
        max_length=LONGEST_SUMMARY,
        required=False,
    )
    corrects = EarlierMinuteChoice(
        label="It corrects an approved minute",
        queryset=Minute.objects.none(),
        required=False,
        empty_label="No",
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
    looks = {
        "heading": Look(classes="minutes-heading-box"),
        "public_summary": Look(rows=3),
        "is_exempt": Look(reveals={EXEMPT: "public_summary"}),
    }
    marks_optional = False

    def __init__(self, *args: Any, record: MeetingMinutes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["corrects"].queryset = approved_before(record)

    def clean(self) -> dict:
        """A summary stands in place of an exempt minute only; one typed before stays among the earlier versions."""
        data = super().clean()
        return data if data.get("is_exempt") else data | {"public_summary": ""}


class NewMinuteForm(Form):
    heading = forms.CharField(label="Heading", max_length=250)
    item = forms.ModelChoiceField(
        label="Item of the agenda",
        queryset=AgendaItem.objects.none(),
        required=False,
        empty_label="None: it was not on the agenda",
    )
    after = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, record: MeetingMinutes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        items = AgendaItem.objects.listed().filter(meeting=record.meeting, kind="item")
        self.fields["item"].queryset = items.exclude(minutes__record=record).in_order()


class MinuteItemsForm(Form):
    items = forms.ModelMultipleChoiceField(
        label="Items of the agenda",
        help_text="Those that were taken together have one minute. An item that has a minute of its own is not here: "
        "take that minute out first.",
        queryset=AgendaItem.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, minute: Minute, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        items = AgendaItem.objects.listed().filter(meeting=minute.record.meeting_id, kind="item")
        elsewhere = Minute.objects.filter(record=minute.record_id).exclude(pk=minute.pk)
        self.fields["items"].queryset = items.exclude(minutes__in=elsewhere).in_order()


class AppendixForm(Form):
    title = forms.CharField(label="Title", max_length=250)
    body = RichTextFormField(
        label="Text", headings=False, error_messages={"required": "Enter the text that is appended"}
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    after = forms.IntegerField(widget=forms.HiddenInput, required=False)


def approved_before(record: MeetingMinutes) -> Any:
    """Minutes that can only be corrected by a new one."""
    meeting = record.meeting
    approved = Minute.objects.filter(
        record__state__in=APPROVED, record__meeting__body=meeting.body_id, record__meeting__on__lt=meeting.on
    )
    return (
        approved.exclude(number=None)
        .select_related("record__meeting")
        .order_by("-record__meeting__on", "position")
    )
