"""Allauth's forms in the portal's words: labels above the boxes, nothing inside them."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn

from core.forms import PlainEnglish
from people.forms import WHAT_TO_CHOOSE


class Worded(PlainEnglish):
    """Takes labels and hints from ``words``: field -> (label, hint)."""

    words: dict[str, tuple[str, str]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (label, hint) in self.words.items():
            self.fields[name].label, self.fields[name].help_text = label, hint
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


class LoginForm(Worded, account.LoginForm):
    words = {"login": ("E-mail address", ""), "password": ("Password", "")}


class ReauthenticateForm(Worded, account.ReauthenticateForm):
    words = {"password": ("Your password", "")}


class ChangePasswordForm(Worded, account.ChangePasswordForm):
    words = {
        "oldpassword": ("Your password now", ""),
        "password1": ("New password", WHAT_TO_CHOOSE),
        "password2": ("New password once more", ""),
    }


class SetPasswordForm(Worded, account.SetPasswordForm):
    words = {"password1": ("Password", WHAT_TO_CHOOSE), "password2": ("Password once more", "")}


class ResetPasswordForm(Worded, account.ResetPasswordForm):
    words = {"email": ("E-mail address", "")}


class ResetPasswordKeyForm(Worded, account.ResetPasswordKeyForm):
    words = {"password1": ("New password", WHAT_TO_CHOOSE), "password2": ("New password once more", "")}


class AuthenticateForm(Worded, mfa.AuthenticateForm):
    words = {"code": ("Code", "")}


class ReauthenticateByCodeForm(Worded, mfa.ReauthenticateForm):
    words = {"code": ("Code", "")}


class ActivateAppForm(Worded, totp.ActivateTOTPForm):
    words = {"code": ("Code from the app", "Six digits.")}


class AddPasskeyForm(Worded, webauthn.AddWebAuthnForm):
    marks_optional = False
    words = {
        "name": ("Name of the passkey", ""),
        "passwordless": (
            "Sign in with this passkey alone",
            "Without the password. Your device then asks for fingerprint, face or PIN each time.",
        ),
    }


class EditPasskeyForm(Worded, webauthn.EditWebAuthnForm):
    words = {"name": ("Name of the passkey", "")}
