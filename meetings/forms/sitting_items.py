"""The forms of one item while the meeting sits."""

from calendar import monthrange
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q

from core.forms import DateField, Form, LongText, Look
from meetings.actions.locks import Refused
from meetings.actions.resolutions import votes
from meetings.date_words import listed_date, month_and_year
from meetings.forms.sitting import offer
from meetings.models import (
    CALLED_OFF,
    AgendaItem,
    Binding,
    DueKind,
    ElectionOutcome,
    InterestEffect,
    InterestKind,
    ItemOutcome,
    Meeting,
    Office,
    ResolutionEffect,
    ResolutionForm,
    Undertaking,
    VoteCast,
)
from meetings.votes import CastingVote
from people.models import Person, Post

MONTHS_AHEAD = 24
DECEMBER = 12


class OutcomeForm(Form):
    outcome = forms.ChoiceField(
        label="Outcome", choices=ItemOutcome.choices, widget=forms.RadioSelect, required=False
    )
    deferred_to = forms.ModelChoiceField(
        label="Deferred to", queryset=Meeting.objects.none(), required=False, empty_label="A later meeting"
    )
    together_with = forms.ModelChoiceField(
        label="Taken together with",
        queryset=AgendaItem.objects.none(),
        required=False,
        empty_label="No other item",
    )
    taken_order = forms.IntegerField(label="Order taken", min_value=1, max_value=999, required=False)
    outcome_note = forms.CharField(label="Note", max_length=250, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)
    looks = {
        "outcome": Look(is_inline=True, label_size="s"),
        "taken_order": Look(width=3),
    }
    marks_optional = False

    def __init__(self, data: Any = None, *, item: AgendaItem) -> None:
        stored = ("outcome", "deferred_to", "taken_order", "outcome_note", "version")
        super().__init__(data, prefix="outcome", initial={name: getattr(item, name) for name in stored})
        later = Meeting.objects.going_on().filter(body=item.meeting.body_id, on__gt=item.meeting.on)
        self.fields["deferred_to"].queryset = later.order_by("on")
        self.fields["deferred_to"].label_from_instance = lambda meeting: listed_date(meeting.on)
        taken = AgendaItem.objects.listed().filter(meeting=item.meeting, outcome=ItemOutcome.TAKEN)
        self.fields["together_with"].queryset = taken.exclude(pk=item.pk)
        if not self.is_bound and item.taken_order is not None:
            self.initial["together_with"] = (
                taken.exclude(pk=item.pk).filter(taken_order=item.taken_order).first()
            )


class ResolutionItemForm(Form):
    form = forms.ChoiceField(label="Form", choices=ResolutionForm.choices)
    text = LongText(label="What was decided, after the word “that”")
    effects = forms.MultipleChoiceField(
        label="Effects",
        choices=ResolutionEffect.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    votes_for = forms.IntegerField(label="For", min_value=0, max_value=999, required=False)
    votes_against = forms.IntegerField(label="Against", min_value=0, max_value=999, required=False)
    abstentions = forms.IntegerField(label="Abstained", min_value=0, max_value=999, required=False)
    casting = forms.ChoiceField(label="Casting vote", choices=CastingVote.choices, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    looks = {
        "text": Look(rows=3),
        "votes_for": Look(width=3),
        "votes_against": Look(width=3),
        "abstentions": Look(width=3),
        "effects": Look(is_small=True),
    }
    marks_optional = False

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        names = ("votes_for", "votes_against", "abstentions", "casting")
        if not any(name in self.errors for name in names):
            try:
                given["vote"] = votes(*(given[name] for name in names))
            except Refused as refusal:
                self.add_error("votes_for", str(refusal))
        return given

    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("form", "text", "effects", "vote")}


class VoteForm(Form):
    """There is one for each resolution, so that the names are given ready."""

    person = forms.TypedChoiceField(label="Member", coerce=int)
    cast = forms.ChoiceField(label="Vote", choices=[("", "Not recorded"), *VoteCast.choices], required=False)
    marks_optional = False

    def __init__(self, *args: Any, names: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [("", "Choose a name"), *names]


class UndertakingForm(Form):
    what = LongText(label="What is to be done")
    owner = forms.ModelChoiceField(label="By whom", queryset=Post.objects.all(), empty_label="Choose a post")
    due_kind = forms.ChoiceField(
        label="Due", choices=DueKind.choices, initial=DueKind.NEXT_MEETING, widget=forms.RadioSelect
    )
    due_meeting = forms.ModelChoiceField(
        label="Which meeting", queryset=Meeting.objects.none(), required=False, empty_label="Choose a meeting"
    )
    due_month = forms.ChoiceField(label="Which month", required=False)
    due_on = DateField(label="Which date", required=False)
    due_event = forms.CharField(
        label="What has to happen first",
        help_text="Like: once the apprentice has started",
        max_length=200,
        required=False,
    )
    due_rule = forms.CharField(
        label="More on when, in words", help_text="Like: as the work goes on", max_length=200, required=False
    )
    binding = forms.ChoiceField(label="How binding", choices=Binding.choices, initial=Binding.UNDERTAKING)
    paragraph = forms.CharField(
        label="Paragraph of the minute", help_text="Like 2 or 3(b)", max_length=20, required=False
    )
    is_exempt = forms.BooleanField(label="Kept from the public", required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    looks = {
        "what": Look(rows=2),
        "paragraph": Look(width=5),
        "due_kind": Look(
            is_small=True,
            reveals={
                DueKind.MEETING: "due_meeting",
                DueKind.MONTH: "due_month",
                DueKind.DATE: "due_on",
                DueKind.EVENT: "due_event",
            },
        ),
    }
    marks_optional = False

    def __init__(self, *args: Any, item: AgendaItem, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        later = Meeting.objects.filter(body=item.meeting.body_id, on__gt=item.meeting.on)
        named = self.initial.get("due_meeting")  # one that was called off since stays what was promised
        offered = later.filter(~Q(state__in=CALLED_OFF) | Q(pk=named.pk if named else None))
        self.fields["due_meeting"].queryset = offered.order_by("on")
        self.fields["due_meeting"].label_from_instance = _named
        months = list(_months_from(item.meeting.on))
        due_on = self.initial.get("due_on") if self.initial.get("due_kind") == DueKind.MONTH else None
        if due_on and due_on not in months:
            months.append(due_on)
        self.fields["due_month"].choices = [
            ("", "Choose a month"),
            *((day.isoformat(), month_and_year(day)) for day in months),
        ]

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        kind = given.get("due_kind")
        needed = {
            DueKind.MEETING: ("due_meeting", "Choose the meeting by which it is due"),
            DueKind.MONTH: ("due_month", "Choose the month in which it is due"),
            DueKind.DATE: ("due_on", "Enter the date by which it is due"),
            DueKind.EVENT: (
                "due_event",
                "Say what has to happen first, like: once the apprentice has started",
            ),
        }
        name, said = needed.get(kind, ("", ""))
        if name and not given.get(name) and name not in self.errors:
            self.add_error(name, said)
        return given

    def values(self) -> dict[str, Any]:
        """Only what its kind of due asks for; a month is kept as its last day."""
        given = dict(self.cleaned_data)
        month, event = given.pop("due_month"), given.pop("due_event")
        given.pop("version")
        kind = given["due_kind"]
        on = date.fromisoformat(month) if kind == DueKind.MONTH else given["due_on"]
        given["due_on"] = on if kind in (DueKind.MONTH, DueKind.DATE) else None
        given["due_meeting"] = given["due_meeting"] if kind == DueKind.MEETING else None
        given["due_rule"] = event if kind == DueKind.EVENT else given["due_rule"]
        return given

    @staticmethod
    def stored(one: Undertaking) -> dict[str, Any]:
        names = ("what", "owner", "due_kind", "due_meeting", "due_rule", "binding", "paragraph", "is_exempt")
        begin = {name: getattr(one, name) for name in (*names, "version")}
        begin["due_on"] = one.due_on
        if one.due_kind == DueKind.EVENT:
            begin |= {"due_event": one.due_rule, "due_rule": ""}
        begin["due_month"] = one.due_on.isoformat() if one.due_on and one.due_kind == DueKind.MONTH else ""
        return begin


class InterestForm(Form):
    person = forms.ModelChoiceField(label="Who", queryset=Person.objects.none())
    kind = forms.ChoiceField(label="Kind", choices=InterestKind.choices)
    nature = forms.CharField(label="What the interest is", max_length=500)
    effect = forms.ChoiceField(label="What they did", choices=InterestEffect.choices)
    dispensation = forms.CharField(
        label="Dispensation", help_text="Who gave it and when", max_length=250, required=False
    )
    is_on_register = forms.BooleanField(label="In the register of interests already", required=False)
    marks_optional = False

    def __init__(self, *args: Any, people: Collection[int], **kwargs: Any) -> None:
        super().__init__(*args, prefix="interest", **kwargs)
        offer(self.fields["person"], people)

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        kind, effect = given.get("kind"), given.get("effect")
        stays = effect in (InterestEffect.STAYED, InterestEffect.NO_VOTE)
        if kind == InterestKind.DPI and stays:
            said = "With a disclosable pecuniary interest a member leaves the room, or has a dispensation"
            self.add_error("effect", said)
        if effect == InterestEffect.DISPENSED and not given.get("dispensation"):
            self.add_error("dispensation", "Say who gave the dispensation and when")
        if effect != InterestEffect.DISPENSED and given.get("dispensation"):
            self.add_error("effect", "Choose “Took part by a dispensation”, or take the dispensation away")
        return given


class ElectionForm(Form):
    office = forms.ChoiceField(label="Office", choices=Office.choices)
    outcome = forms.ChoiceField(label="Outcome", choices=ElectionOutcome.choices, widget=forms.RadioSelect)
    person = forms.ModelChoiceField(label="Elected", queryset=Person.objects.none(), required=False)
    proposed_by = forms.ModelChoiceField(label="Proposed by", queryset=Person.objects.none(), required=False)
    seconded_by = forms.ModelChoiceField(label="Seconded by", queryset=Person.objects.none(), required=False)
    votes_for = forms.IntegerField(label="Votes for", min_value=0, max_value=999, required=False)
    votes_against = forms.IntegerField(label="Votes against", min_value=0, max_value=999, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    looks = {"votes_for": Look(width=3), "votes_against": Look(width=3)}
    marks_optional = False

    def __init__(self, *args: Any, people: Collection[int], movers: Collection[int], **kwargs: Any) -> None:
        super().__init__(*args, prefix="election", **kwargs)
        offer(self.fields["person"], people)
        for name in ("proposed_by", "seconded_by"):
            offer(self.fields[name], movers)

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        is_put_off = given.get("outcome") == ElectionOutcome.DEFERRED
        if is_put_off and given.get("person"):
            raise ValidationError("Nobody is elected when the election is put off: leave “Elected” empty.")
        return given


def _months_from(day: date) -> Iterator[date]:
    """The last day of this month and of those that follow."""
    year, month = day.year, day.month
    for _ in range(MONTHS_AHEAD):
        yield date(year, month, monthrange(year, month)[1])
        year, month = (year + 1, 1) if month == DECEMBER else (year, month + 1)


def _named(meeting: Meeting) -> str:
    day = listed_date(meeting.on)
    return f"{day}, {meeting.get_state_display().lower()}" if meeting.is_called_off else day
