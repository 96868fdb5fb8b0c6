"""A report and what it recommends, as officers type them in."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from core.forms import DateField, Form, LongText, Look
from meetings.date_words import listed_date
from meetings.models import Meeting
from people.models import Post
from recommendations.due_dates import Precision, last_day, months_later
from recommendations.forms.period_field import PeriodField
from recommendations.models import (
    DueRule,
    PledgeTheme,
    Principle,
    Recommendation,
    Report,
    ResponseKind,
    StrategyOutcome,
    Theme,
)
from scorecard.models import Indicator

LONGEST_TEXT, LONGEST_LINE = 6_000, 250
TOO_LONG = "Keep each line to {} characters: line {} is longer"
NEEDED = {
    DueRule.DATE: ("due_on", "Enter the day by which it is due"),
    DueRule.MONTH: ("due_month", "Enter any day in the month or period by whose end it is due"),
    DueRule.RELATIVE: ("months_after", "Enter how many months after it was adopted"),
    DueRule.RECURRING: ("every_months", "Enter every how many months it comes back"),
    DueRule.EVENT: ("awaited_event", "Say what it waits for"),
    DueRule.MEETING: ("due_meeting", "Choose the meeting by which it is due"),
}
PERIODS = [(one.value, one.label) for one in Precision if one != Precision.DAY]


class Lines(LongText):
    """One thing a line; empty lines are left out."""

    def __init__(self, *, longest: int = LONGEST_LINE, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.longest = longest

    def clean(self, value: Any) -> list[str]:
        lines = [line.strip() for line in super().clean(value).split("\n") if line.strip()]
        for number, line in enumerate(lines, 1):
            if len(line) > self.longest:
                raise ValidationError(TOO_LONG.format(self.longest, number))
        return lines

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value


class ReportForm(Form):
    title = forms.CharField(label="Title", max_length=250)
    body = forms.CharField(label="Who wrote it", max_length=150)
    presented_to = forms.CharField(label="Presented to", max_length=150)
    presented_on = DateField(label="Presented on")
    adopted_on = DateField(
        label="Adopted on", help_text="Leave it empty if that was the same day.", required=False
    )
    response_kind = forms.ChoiceField(
        label="Must it be answered?", choices=ResponseKind.choices, widget=forms.RadioSelect
    )
    received_on = DateField(label="Received by the cabinet on", required=False)
    notice_on = DateField(
        label="Notice received on",
        help_text="If the notice that asks for a response came later.",
        required=False,
    )
    themes = Lines(label="Themes, one a line", longest=150)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    looks = {"response_kind": Look(label_size="m"), "themes": Look(rows=4)}

    def __init__(self, data: Any = None, *, report: Report | None = None) -> None:
        super().__init__(data, initial=_of_report(report) if report else {"response_kind": ResponseKind.NONE})

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        given["adopted_on"] = given.get("adopted_on") or given.get("presented_on")
        if given.get("response_kind") == ResponseKind.STATUTORY and not given.get("received_on"):
            self.add_error("received_on", "Enter the day it was received: the two months begin with it")
        return given

    def words(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name not in ("themes", "version")}


class MeetingOn(forms.ModelChoiceField):
    def label_from_instance(self, meeting: Meeting) -> str:
        return listed_date(meeting.on)


def _ticked(label: str, rows: QuerySet) -> forms.ModelMultipleChoiceField:
    """Boxes to tick: in a list that scrolls, one careless click takes away all that was chosen."""
    return forms.ModelMultipleChoiceField(
        label=label, queryset=rows, required=False, widget=forms.CheckboxSelectMultiple
    )


class RecommendationForm(Form):
    number = forms.IntegerField(label="Number", min_value=1, max_value=999)
    short_title = forms.CharField(label="Short title", max_length=120)
    theme = forms.ModelChoiceField(label="Theme", queryset=Theme.objects.none(), empty_label="Choose one")
    text = LongText(label="As adopted", max_length=LONGEST_TEXT)
    parts = Lines(
        label="Parts, one a line",
        help_text="Each thing that can be done by itself. They are lettered (a), (b), (c) in this order.",
    )
    finding = LongText(label="What was found", max_length=LONGEST_TEXT, required=False)
    pages = forms.CharField(label="Pages of the report", max_length=30, required=False)
    owner = forms.ModelChoiceField(
        label="Post that answers for it", queryset=Post.objects.all(), empty_label="Choose one"
    )
    partners = _ticked("Posts that help", Post.objects.all())
    due_rule = forms.ChoiceField(label="By when?", choices=DueRule.choices, widget=forms.RadioSelect)
    due_on = DateField(label="The day", required=False)
    due_month = PeriodField(precision="due_precision", label="Any day in it", required=False)
    months_after = forms.IntegerField(
        label="Months after it was adopted", min_value=1, max_value=240, required=False
    )
    every_months = forms.IntegerField(
        label="Every how many months", min_value=1, max_value=240, required=False
    )
    awaited_event = forms.CharField(label="What it waits for", max_length=150, required=False)
    due_meeting = MeetingOn(
        label="The meeting", queryset=Meeting.objects.none(), required=False, empty_label="Choose one"
    )
    due_precision = forms.ChoiceField(label="A month or period is", choices=PERIODS, initial=Precision.MONTH)
    first_due = DateField(
        label="First round due on",
        help_text="For what comes back. Left empty, rounds are counted from adoption.",
        required=False,
    )
    due_words = forms.CharField(label="When, in the report’s words", max_length=200, required=False)
    groups_named = forms.CharField(label="Groups of children it names", max_length=250, required=False)
    affects_young_people = forms.BooleanField(label="Tell children and young people about it", required=False)
    outcomes = _ticked("Outcomes of the strategy", StrategyOutcome.objects.select_related("question"))
    pledges = _ticked("Pledge", PledgeTheme.objects.all())
    principles = _ticked("Principles", Principle.objects.all())
    indicators = _ticked("Scorecard indicators", Indicator.objects.order_by("code"))
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    links = ("partners", "outcomes", "pledges", "principles", "indicators")
    marks_optional = False
    looks = {name: Look(is_small=True) for name in links} | {
        "number": Look(width=3),
        "text": Look(rows=4),
        "parts": Look(rows=4),
        "finding": Look(rows=3),
        "months_after": Look(width=3),
        "every_months": Look(width=3),
        "due_rule": Look(label_size="m", reveals={rule.value: name for rule, (name, _) in NEEDED.items()}),
    }

    def __init__(
        self, data: Any = None, *, report: Report, recommendation: Recommendation | None = None
    ) -> None:
        initial = _of_recommendation(recommendation) if recommendation else {"due_rule": DueRule.NONE}
        super().__init__(data, initial=initial)
        self.report, self.recommendation = report, recommendation
        self.fields["theme"].queryset = report.themes.all()
        chosen = Meeting.objects.filter(pk=recommendation.due_meeting_id if recommendation else None)
        self.fields["due_meeting"].queryset = (Meeting.objects.going_on() | chosen).order_by("-on")
        for name in self.links:
            if not self.fields[name].queryset.exists():
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        rule = given.get("due_rule")
        if rule in NEEDED:
            name, said = NEEDED[DueRule(rule)]
            if not given.get(name) and name not in self.errors:
                self.add_error(name, said)
        return given

    def words(self) -> dict[str, Any]:
        """The columns of a recommendation; what belongs to another rule than the chosen one is left out."""
        given = self.cleaned_data
        rule = DueRule(given["due_rule"])
        same = ("number", "short_title", "theme", "text", "finding", "pages", "owner")
        more = ("due_words", "groups_named", "affects_young_people")
        # An event's day is recorded when it comes, not here.
        day = {} if rule == DueRule.EVENT else {"due_on": self._due_on(rule)}
        return (
            {name: given[name] for name in (*same, *more)}
            | day
            | {
                "due_rule": rule,
                "due_precision": given["due_precision"] if rule == DueRule.MONTH else Precision.DAY,
                "due_meeting": given["due_meeting"] if rule == DueRule.MEETING else None,
                "every_months": given["every_months"] if rule == DueRule.RECURRING else None,
                "awaited_event": given["awaited_event"] if rule == DueRule.EVENT else "",
            }
        )

    def linked(self) -> dict[str, Any]:
        return {name: list(self.cleaned_data[name]) for name in self.links if name in self.fields}

    def _due_on(self, rule: DueRule) -> date | None:
        given = self.cleaned_data
        if rule == DueRule.DATE:
            return given["due_on"]
        if rule == DueRule.MONTH:
            return last_day(given["due_month"], Precision(given["due_precision"]))
        if rule == DueRule.RELATIVE:
            return months_later(self.report.adopted_on, given["months_after"])
        if rule == DueRule.RECURRING:
            return given["first_due"]
        return self._first_set(given["due_meeting"]) if rule == DueRule.MEETING else None

    def _first_set(self, meeting: Meeting) -> date:
        """A meeting that moved leaves the day due as it was: only an agreed later day changes it."""
        one = self.recommendation
        is_same = one is not None and one.due_meeting_id == meeting.pk and one.due_on is not None
        return one.due_on if is_same else meeting.on


def _of_report(report: Report) -> dict[str, Any]:
    stands = {name: getattr(report, name) for name in ReportForm.base_fields if name != "themes"}
    return stands | {"themes": [theme.title for theme in report.themes.all()]}


def _of_recommendation(one: Recommendation) -> dict[str, Any]:
    own = ("parts", "due_month", "first_due", "months_after", *RecommendationForm.links)
    stands = {name: getattr(one, name) for name in RecommendationForm.base_fields if name not in own}
    return (
        stands
        | {name: list(getattr(one, name).all()) for name in RecommendationForm.links}
        | {
            "parts": [limb.text for limb in one.limbs.all()],
            "due_month": one.due_on,
            "first_due": one.due_on if one.due_rule == DueRule.RECURRING else None,
            "months_after": _months_after(one),
        }
    )


def _months_after(one: Recommendation) -> int | None:
    if one.due_rule != DueRule.RELATIVE or one.due_on is None:
        return None
    adopted = one.report.adopted_on
    return (one.due_on.year - adopted.year) * 12 + one.due_on.month - adopted.month
