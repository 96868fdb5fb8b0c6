"""The part of the settings that says how people sign in and needs nothing from the environment."""

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["people.backends.AccountBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
PASSWORD_RESET_TIMEOUT = 60 * 60
SESSION_COOKIE_AGE = 60 * 60 * 12
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "email")},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

ACCOUNT_ADAPTER = "people.adapters.AccountAdapter"
ACCOUNT_EMAIL_NOTIFICATIONS = True  # tells people by mail when their sign-in changes
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_VERIFICATION = "none"  # the invitation proved the address
ACCOUNT_FORMS = {
    "login": "people.sign_in_forms.LoginForm",
    "reauthenticate": "people.sign_in_forms.ReauthenticateForm",
    "change_password": "people.sign_in_forms.ChangePasswordForm",
    "set_password": "people.sign_in_forms.SetPasswordForm",
    "reset_password": "people.sign_in_forms.ResetPasswordForm",
    "reset_password_from_key": "people.sign_in_forms.ResetPasswordKeyForm",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60
ACCOUNT_SESSION_REMEMBER = False  # closing the browser signs out, and so do twelve hours
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None

MFA_ADAPTER = "people.adapters.SecondFactorAdapter"
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {
    "authenticate": "people.sign_in_forms.AuthenticateForm",
    "reauthenticate": "people.sign_in_forms.ReauthenticateByCodeForm",
    "activate_totp": "people.sign_in_forms.ActivateAppForm",
    "add_webauthn": "people.sign_in_forms.AddPasskeyForm",
    "edit_webauthn": "people.sign_in_forms.EditPasskeyForm",
}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]

SOCIALACCOUNT_ADAPTER = "people.single_sign_on.SingleSignOnAdapter"
_OPENID_CONNECT = {
    "provider_class": "people.single_sign_on.SingleSignOnProvider",
    "OAUTH_PKCE_ENABLED": True,
    "APPS": [],
}
SOCIALACCOUNT_PROVIDERS = {"openid_connect": _OPENID_CONNECT}


def single_sign_on(*, server_url: str, client_id: str, secret: str, name: str) -> dict:
    """SOCIALACCOUNT_PROVIDERS for one service that speaks OpenID Connect."""
    service = {"provider_id": "sso", "name": name, "client_id": client_id, "secret": secret}
    service["settings"] = {"server_url": server_url, "fetch_userinfo": False}  # the token says enough
    return {"openid_connect": _OPENID_CONNECT | {"APPS": [service]}}


def rate_limits(*, from_one_address: int) -> dict[str, str]:
    """ACCOUNT_RATE_LIMITS: narrow for each account, wide for an address, which a whole council may share."""
    return {
        "login": f"{from_one_address}/5m/ip",
        "login_failed": f"{from_one_address}/5m/ip,10/5m/key",
        "reset_password": "10/5m/ip,3/5m/key",
    }


# Counts of failed sign-ins, in the database so that all workers share them
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    }
}
