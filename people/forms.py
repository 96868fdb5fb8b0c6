from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password

from core.access import ROLE_DESCRIPTIONS, Role
from core.forms import DateField, FilterForm, Form, LongText, Look, ModelForm
from people.models import AccountState, Post, PostHolding, User

WHAT_TO_CHOOSE = "At least 12 characters, not a common password, and not like your name or address."


class AccountFilterForm(FilterForm):
    q = forms.CharField(label="Name or e-mail address", required=False)
    role = forms.ChoiceField(choices=[("", "Any role"), *Role.choices], required=False)
    state = forms.ChoiceField(choices=[("", "Any state"), *AccountState.choices], required=False)


class AccountForm(Form):
    """Who somebody is and what they may do; the action checks the rules of the table."""

    name = forms.CharField(
        label="Full name", max_length=200, error_messages={"required": "Enter the person's full name"}
    )
    email = forms.EmailField(
        label="E-mail address",
        help_text="They sign in with this address.",
        error_messages={"required": "Enter the person's e-mail address"},
    )
    roles = forms.MultipleChoiceField(
        choices=Role.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one role"},
    )
    looks = {"roles": Look(hints={role.value: words for role, words in ROLE_DESCRIPTIONS.items()})}


class ReasonForm(Form):
    reason = LongText(
        help_text="It is kept in the history of the account.",
        max_length=500,
        error_messages={"required": "Give the reason, in a few words"},
    )
    looks = {"reason": Look(rows=3, limit=500)}


class ChoosePasswordForm(Form):
    password = forms.CharField(
        label="Choose a password",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
        help_text=WHAT_TO_CHOOSE,
        error_messages={"required": "Choose a password"},
    )
    password_again = forms.CharField(
        label="Type it once more",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
        error_messages={"required": "Type the password once more"},
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
            raise forms.ValidationError("The two passwords differ. Type the same one in both boxes")
        return again


class PostForm(ModelForm):
    class Meta:
        model = Post
        fields = ["title"]
        labels = {"title": "Title of the post"}
        error_messages = {
            "title": {"required": "Enter the title of the post", "unique": "This post is listed already"}
        }


class HeadForm(ModelForm):
    class Meta:
        model = Post
        fields = ["head"]
        labels = {"head": "Head of service"}
        help_texts = {
            "head": "While nobody holds this post, whoever holds that one is told by mail what it must report."
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["head"].queryset = Post.objects.exclude(pk=self.instance.pk)
        self.fields["head"].empty_label = "Nobody"


class HoldingForm(ModelForm):
    starts_on = DateField(label="First day", help_text="For example, 27 3 2018")
    ends_on = DateField(label="Last day", help_text="Leave it empty while the post is held.", required=False)

    class Meta:
        model = PostHolding
        fields = ["user", "starts_on", "ends_on"]
        labels = {"user": "Who holds it"}
        error_messages = {"user": {"required": "Choose who holds the post"}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = User.objects.filter(deactivated_at=None)


class EndHoldingForm(Form):
    ends_on = DateField(label="Last day in the post", help_text="For example, 27 3 2018")
