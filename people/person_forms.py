"""What an officer enters about somebody whom the papers name."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from core.forms import DateField, FilterForm, Form, Look, ModelForm
from people.actions.persons import mark_of
from people.models import Person, User


class PersonFilterForm(FilterForm):
    q = forms.CharField(label="Name", required=False)


class AccountChoice(forms.ModelChoiceField):
    def label_from_instance(self, user: User) -> str:
        return f"{user.name} ({user.email})"


class PersonForm(ModelForm):
    """``seen`` is the mark of the person as the page showed them; empty for somebody new."""

    user = AccountChoice(
        label="Account",
        queryset=User.objects.none(),
        required=False,
        empty_label="No account",
        help_text="With it they read their own meetings’ papers, exempt ones as far as their seat allows.",
    )
    is_another = forms.BooleanField(label="This is another person of the same name", required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Person
        fields = [
            "title", "initials", "first_name", "surname", "honours", "print_name", "email", "telephone", "user",
        ]  # fmt: skip
        labels = {"print_name": "Name as printed, if the usual form does not fit"}
        help_texts = {
            "title": "For example, Mrs or Cllr",
            "initials": "For example, A D. Without initials the first name is printed.",
            "honours": "For example, MBE",
            "print_name": "For a member who uses no title, for example. It stands for the whole name.",
            "email": "For officers only; never published.",
            "telephone": "Printed on the agenda for the clerk and the proper officer only.",
        }
        error_messages = {"user": {"unique": "This account belongs to another person already"}}

    looks = {
        "title": Look(width=10),
        "initials": Look(width=10),
        "honours": Look(width=10),
        "telephone": Look(width=20),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        taken = Person.objects.exclude(pk=self.instance.pk).exclude(user=None).values("user")
        accounts = User.objects.filter(deactivated_at=None).exclude(pk__in=taken)
        self.fields["user"].queryset = accounts.order_by("name", "pk")
        if "is_another" not in self.data:
            del self.fields["is_another"]
        if self.instance.pk:
            self.initial["seen"] = mark_of(self.instance)

    def clean(self) -> dict:
        data = super().clean()
        if not self.instance.pk and not data.get("is_another") and self._namesake(data):
            self.fields["is_another"] = self.base_fields["is_another"]
            raise ValidationError(
                f"{data['first_name']} {data['surname']} is in the register already. Tick the box at the end "
                "if this is somebody else"
            )
        return data

    def _namesake(self, data: dict) -> bool:
        first, last = data.get("first_name"), data.get("surname")
        return (
            bool(first and last)
            and Person.objects.filter(first_name__iexact=first, surname__iexact=last).exists()
        )

    @property
    def details(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class RoleForm(Form):
    title = forms.CharField(
        label="What they are",
        help_text="As printed beside the name, for example County councillor or Head of Fostering",
        max_length=200,
    )
    is_county_councillor = forms.BooleanField(label="As this they are a county councillor", required=False)
    starts_on = DateField(label="First day", help_text="For example, 4 5 2017")
    ends_on = DateField(label="Last day", help_text="Leave it empty while it goes on.", required=False)

    def clean(self) -> dict:
        data = super().clean()
        first, last = data.get("starts_on"), data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", "Enter a last day on or after the first day")
        return data


class EndRoleForm(Form):
    ends_on = DateField(label="Last day", help_text="Leave it empty if it goes on after all.", required=False)
