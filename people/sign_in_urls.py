"""Allauth's views that the portal offers, each with the methods it answers. Nobody signs up here."""

from collections.abc import Callable

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.socialaccount import views as socialaccount
from django.urls import path, re_path
from django.views.decorators.http import require_http_methods, require_safe

from people.views import single_sign_on

SINGLE_SIGN_ON = {"provider_id": "sso"}


def form(view: Callable) -> Callable:
    return require_http_methods(["GET", "HEAD", "POST"])(view)


urlpatterns = [
    path("login/", form(account.login), name="account_login"),
    path("logout/", form(account.logout), name="account_logout"),
    path("inactive/", require_safe(account.account_inactive), name="account_inactive"),
    path("signup/", require_safe(account.signup), name="account_signup"),
    path("reauthenticate/", form(account.reauthenticate), name="account_reauthenticate"),
    path("password/change/", form(account.password_change), name="account_change_password"),
    path("password/set/", form(account.password_set), name="account_set_password"),
    path("password/reset/", form(account.password_reset), name="account_reset_password"),
    path(
        "password/reset/done/", require_safe(account.password_reset_done), name="account_reset_password_done"
    ),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        form(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path(
        "password/reset/key/done/",
        require_safe(account.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    path("2fa/", require_safe(mfa.index), name="mfa_index"),
    path("2fa/authenticate/", form(mfa.authenticate), name="mfa_authenticate"),
    path("2fa/reauthenticate/", form(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("2fa/totp/activate/", form(totp.activate_totp), name="mfa_activate_totp"),
    path("2fa/totp/deactivate/", form(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path(
        "2fa/recovery-codes/",
        require_safe(recovery_codes.view_recovery_codes),
        name="mfa_view_recovery_codes",
    ),
    path(
        "2fa/recovery-codes/generate/",
        form(recovery_codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path("2fa/passkeys/", require_safe(webauthn.list_webauthn), name="mfa_list_webauthn"),
    path("2fa/passkeys/add/", form(webauthn.add_webauthn), name="mfa_add_webauthn"),
    path("2fa/passkeys/login/", form(webauthn.login_webauthn), name="mfa_login_webauthn"),
    path("2fa/passkeys/confirm/", form(webauthn.reauthenticate_webauthn), name="mfa_reauthenticate_webauthn"),
    path("2fa/passkeys/<int:pk>/edit/", form(webauthn.edit_webauthn), name="mfa_edit_webauthn"),
    path("2fa/passkeys/<int:pk>/remove/", form(webauthn.remove_webauthn), name="mfa_remove_webauthn"),
    path("single-sign-on/", single_sign_on.begin, SINGLE_SIGN_ON, name="openid_connect_login"),
    path(
        "single-sign-on/callback/",
        single_sign_on.callback,
        SINGLE_SIGN_ON,
        name="openid_connect_callback",
    ),
    path(
        "single-sign-on/cancelled/",
        require_safe(socialaccount.login_cancelled),
        name="socialaccount_login_cancelled",
    ),
]
