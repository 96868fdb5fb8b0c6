"""Signing in, one's own account, and other people's."""

from people import actions
from people.models import User
from tests.access_examples.registry import example
from tests.factories.people import UserFactory

PUBLIC = {
    "account_login",
    "account_logout",
    "account_signup",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "openid_connect_login",
    "openid_connect_callback",
    "socialaccount_login_cancelled",
    "people:invitation_accept",
    "people:invitation_single_sign_on",
}
SIGNED_IN = {
    "account_reauthenticate",
    "account_change_password",
    "account_set_password",
    "mfa_index",
    "mfa_reauthenticate",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "mfa_reauthenticate_webauthn",
    "mfa_edit_webauthn",
    "mfa_remove_webauthn",
    "people:own_account",
    "people:own_sign_out",
}


@example(
    "people:account_detail",
    "people:account_edit",
    "people:account_history",
    "people:account_deactivate",
    "people:account_reactivate",
    "people:account_sign_out",
    "people:second_factor_remove",
    "people:invitation_send",
    "people:invitation_cancel",
)
def an_account() -> dict:
    return {"pk": UserFactory().pk}


@example("people:invitation_accept", "people:invitation_single_sign_on")
def an_invitation() -> dict:
    by = User.objects.administrators().first()
    sent = actions.invite(email="invited@council.example", name="Invited", roles=["member"], by=by)
    return {"token": sent.token}


@example("account_reset_password_from_key")
def a_reset_link() -> dict:
    return {"uidb36": "1", "key": "set-password"}


@example("mfa_edit_webauthn", "mfa_remove_webauthn")
def somebody_elses_passkey() -> dict:
    return {"pk": 1}


@example("openid_connect_login", "openid_connect_callback")
def the_sign_on_service() -> dict:
    return {"provider_id": "sso"}
