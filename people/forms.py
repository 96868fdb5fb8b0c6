from typing import Any

from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password

from core.access import ROLE_DESCRIPTIONS, Role
from people.models import AccountState, Post, PostHolding, User


class AccountFilterForm(forms.Form):
    q = forms.CharField(label="Name or e-mail address", required=False)
    role = forms.ChoiceField(choices=[("", "Any role"), *Role.choices], required=False)
    state = forms.ChoiceField(choices=[("", "Any state"), *AccountState.choices], required=False)


class AccountForm(forms.Form):
    """Who somebody is and what they may do; the constraints of the table are checked by the action."""

    name = forms.CharField(
        label="Full name", max_length=200, error_messages={"required": "Enter the person's name."}
    )
    email = forms.EmailField(
        label="E-mail address",
        help_text="They sign in with this address.",
        error_messages={
            "required": "Enter the person's e-mail address.",
            "invalid": "Enter an e-mail address like name@example.com.",
        },
    )
    roles = forms.MultipleChoiceField(
        choices=[(role.value, role.label) for role in Role],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one role."},
    )
    role_descriptions = ROLE_DESCRIPTIONS

    def clean_email(self) -> str:
        return self.cleaned_data["email"].lower()


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label="Reason",
        help_text="It is kept in the history of the account.",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Give the reason, in a few words."},
    )


class ChoosePasswordForm(forms.Form):
    password = forms.CharField(
        label="Choose a password",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
        help_text=" ".join(password_validators_help_texts()),
        error_messages={"required": "Choose a password."},
    )
    password_again = forms.CharField(
        label="Type it once more",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
        error_messages={"required": "Type the password once more."},
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self) -> str:
        validate_password(self.cleaned_data["password"], self.user)
        return self.cleaned_data["password"]

    def clean_password_again(self) -> str:
        again = self.cleaned_data["password_again"]
        if "password" in self.cleaned_data and self.cleaned_data["password"] != again:
            raise forms.ValidationError("The two passwords differ. Type the same one in both boxes.")
        return again


class PostForm(forms.ModelForm):
    class Meta:
        model = Post
        fields = ["title"]
        labels = {"title": "Title of the post"}
        error_messages = {
            "title": {"required": "Enter the title of the post.", "unique": "This post is listed already."}
        }


class HoldingForm(forms.ModelForm):
    class Meta:
        model = PostHolding
        fields = ["user", "starts_on", "ends_on"]
        labels = {"user": "Who holds it", "starts_on": "From", "ends_on": "To (leave empty while it lasts)"}
        error_messages = {
            "user": {"required": "Choose who holds the post."},
            "starts_on": {"required": "Enter the first day.", "invalid": "Enter a date, like 27 3 2018."},
            "ends_on": {"invalid": "Enter a date, like 27 3 2018."},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = User.objects.filter(deactivated_at=None)


class EndHoldingForm(forms.Form):
    ends_on = forms.DateField(
        label="Last day in the post",
        error_messages={"required": "Enter the last day.", "invalid": "Enter a date, like 27 3 2018."},
    )
