"""What the attendance screen takes: one line a person, and somebody to add."""

from collections.abc import Collection, Mapping
from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from core.forms import Form, Look
from meetings.actions.attendance import Change, NewPerson, Record
from meetings.date_words import clock, listed_date
from meetings.forms.clock import ClockField
from meetings.models import AttendanceStatus, Capacity, Meeting
from people.models import Person
from people.print_names import name_of

TOO_EARLY = "The meeting is on {}. Record then who is present or absent; an apology can be recorded now."
TIMES_ARE_FOR_PRESENT = "Choose “Present”, or take the times away."
LEFT_FIRST = "Enter a time of leaving after the time of arriving."
ADDED = (Capacity.SUBSTITUTE, Capacity.OFFICER, Capacity.COUNCILLOR, Capacity.OBSERVER)


class LineForm(Form):
    """One person's line, named by a prefix: the person's number."""

    status = forms.ChoiceField(choices=AttendanceStatus.choices, required=False)
    arrived = ClockField(label="Arrived", required=False)
    left = ClockField(label="Left", required=False)
    video = forms.BooleanField(required=False)
    accepted = forms.BooleanField(required=False)
    post = forms.CharField(max_length=200, required=False)
    version = forms.IntegerField(min_value=0)
    was = forms.CharField(required=False)

    def __init__(self, data: Mapping[str, Any], *, person: int, on: date, today: date) -> None:
        super().__init__(data, prefix=str(person))
        self.person, self.on, self.today = person, on, today

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        times = [given.get("arrived"), given.get("left")]
        status = given.get("status") or AttendanceStatus.EXPECTED
        if any(times) and status == AttendanceStatus.EXPECTED:
            status = AttendanceStatus.PRESENT
        if any(times) and status != AttendanceStatus.PRESENT:
            raise ValidationError(TIMES_ARE_FOR_PRESENT)
        if status in (AttendanceStatus.PRESENT, AttendanceStatus.ABSENT) and self.today < self.on:
            raise ValidationError(TOO_EARLY.format(listed_date(self.on)))
        if all(times) and times[1] < times[0]:
            raise ValidationError(LEFT_FIRST)
        return given | {"status": AttendanceStatus(status)}

    @property
    def change(self) -> Change:
        given = self.cleaned_data
        record = Record(
            given["status"],
            given["arrived"],
            given["left"],
            given["video"],
            given["accepted"],
            given["post"],
        )
        return Change(self.person, given["version"], record)

    @property
    def is_touched(self) -> bool:
        """A line that nobody touched on this page overrules nothing that another clerk saved."""
        return not self.is_valid() or told(self.change.record) != self.cleaned_data["was"]


def told(record: Record) -> str:
    """What a page was made from, so that it can be known what was changed on it."""
    marks = (_plain(record.arrived_at), _plain(record.left_at), record.is_remote, record.is_accepted)
    return "|".join([record.status, *(str(mark) for mark in marks), record.described_as])


def _plain(at: time | None) -> str:
    return at.strftime("%H:%M") if at else ""


class AddForm(Form):
    capacity = forms.ChoiceField(
        label="In which capacity",
        choices=[(one.value, one.label) for one in ADDED],
        widget=forms.RadioSelect,
    )
    substitute_for = forms.ModelChoiceField(
        label="Substitute for", queryset=Person.objects.none(), required=False
    )
    told_at = ClockField(
        label="When you were told of the substitute",
        help_text="On the day of the meeting only, if it was earlier than now. Like 9.20 am",
        required=False,
    )
    person = forms.ModelChoiceField(
        label="Who",
        help_text="Leave this empty for somebody who is not in the list, and enter the name below",
        queryset=Person.objects.none(),
        required=False,
    )
    title = forms.CharField(max_length=20, required=False)
    initials = forms.CharField(max_length=20, required=False)
    first_name = forms.CharField(max_length=100, required=False)
    surname = forms.CharField(max_length=100, required=False)
    post = forms.CharField(
        label="Post, as printed in the minutes",
        help_text="For officers and observers",
        max_length=200,
        required=False,
    )
    looks = {
        "capacity": Look(reveals={Capacity.SUBSTITUTE: "substitute_for"}),
        "title": Look(width=5),
        "initials": Look(width=5),
        "first_name": Look(width=20),
        "surname": Look(width=20),
        "told_at": Look(width=10),
    }
    marks_optional = False

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, meeting: Meeting, members: Collection[int]
    ) -> None:
        super().__init__(data, prefix="add")
        self.meeting = meeting
        members_of_day = Person.objects.filter(pk__in=members).order_by("surname", "first_name", "pk")
        others = Person.objects.exclude(pk__in=members).order_by("surname", "first_name", "pk")
        for name, queryset in (("substitute_for", members_of_day), ("person", others)):
            self.fields[name].queryset = queryset
            self.fields[name].label_from_instance = _listed
            self.fields[name].empty_label = "Choose a name"

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if not given.get("person") and not (given.get("first_name") and given.get("surname")):
            self.add_error("person", "Choose a name, or enter first name and surname of somebody else")
        if given.get("person") and (given.get("first_name") or given.get("surname")):
            self.add_error("person", "Choose a name or enter one, not both")
        if given.get("capacity") == Capacity.SUBSTITUTE and not given.get("substitute_for"):
            self.add_error("substitute_for", "Choose the member for whom the substitute attends")
        return given

    def values(self) -> dict[str, Any]:
        """What `add_attender` takes."""
        given = self.cleaned_data
        capacity, member = Capacity(given["capacity"]), given["substitute_for"]
        is_substitute = capacity == Capacity.SUBSTITUTE
        new = None
        if not given["person"]:
            new = NewPerson(
                given["first_name"].strip(),
                given["surname"].strip(),
                given["title"].strip(),
                given["initials"].strip(),
                given["post"].strip(),
                is_councillor=capacity == Capacity.COUNCILLOR or self._stands_for_councillor(member),
            )
        return {
            "capacity": capacity,
            "person": given["person"],
            "new": new,
            "substitute_for": member if is_substitute else None,
            "told_at": given["told_at"] if is_substitute else None,
            "described_as": "" if is_substitute or capacity == Capacity.COUNCILLOR else given["post"].strip(),
        }

    def _stands_for_councillor(self, member: Person | None) -> bool:
        councillors = Person.objects.councillors_on(self.meeting.on)
        is_substitute = self.cleaned_data["capacity"] == Capacity.SUBSTITUTE
        return is_substitute and member is not None and councillors.filter(pk=member.pk).exists()


def _listed(person: Person) -> str:
    name = name_of(person)
    return f"{person.surname}, {name.formal}"


def shown(at: time | None) -> str:
    return clock(at) if at else ""
