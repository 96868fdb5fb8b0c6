"""Every setting, read from the environment. docs/deployment.md says what each is for."""

from pathlib import Path

import pghistory
from csp.constants import NONCE, NONE, SELF
from django.contrib.messages import constants as message_levels
from django.core.exceptions import ImproperlyConfigured

from core import logs
from cpp_portal import environment as env
from cpp_portal.sign_in import *  # noqa: F403 - what does not depend on the environment
from cpp_portal.sign_in import rate_limits, single_sign_on

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(env.text("VAR_DIR", str(BASE_DIR / "var")))

# The council's own words
COUNCIL_NAME = env.text("COUNCIL_NAME", "Kent County Council")
PANEL_NAME = env.text("PANEL_NAME", "Corporate Parenting Panel")
YOUNG_PEOPLES_COUNCIL = env.text("YOUNG_PEOPLES_COUNCIL", "Our Children and Young People's Council (OCYPC)")
ADVOCACY_CONTACT = env.text(
    "ADVOCACY_CONTACT", "Always Heard (Coram Voice), free on 0808 800 5792, or help@coramvoice.org.uk"
)
CONTACT_EMAIL = env.text("CONTACT_EMAIL", "corporate.parenting.panel@council.example")

# Modes
DEMO = env.yes_or_no("DEMO", default=False)
DEBUG = env.yes_or_no("DEBUG", default=False)
TESTING = env.yes_or_no("TESTING", default=False)
SECURE = not (DEMO or DEBUG or TESTING)
LOCAL_HOSTS = {"localhost", "127.0.0.1", "[::1]", "testserver"}

SECRET_KEY = env.secret_key("SECRET_KEY") if SECURE else env.text("SECRET_KEY")
SECRET_KEY_FALLBACKS = env.listed("SECRET_KEY_FALLBACKS", "")
ALLOWED_HOSTS = env.host_names("ALLOWED_HOSTS")
if (TESTING or DEBUG) and not LOCAL_HOSTS.issuperset(ALLOWED_HOSTS):
    raise ImproperlyConfigured(
        f"{'TESTING' if TESTING else 'DEBUG'} is set and ALLOWED_HOSTS names a host that others can reach:"
        " take one of them out of the environment. Neither belongs on a server."
    )
CSRF_TRUSTED_ORIGINS = env.listed("CSRF_TRUSTED_ORIGINS", "")

INSTALLED_APPS = [
    "cpp_portal",
    "challenge_cards",
    "recommendations",
    "scorecard",
    "meetings",
    "people",
    "core",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "crispy_forms",
    "csp",
    "django_prose_editor",  # its script; core/richtext has the rest
    "django_tasks",
    "django_tasks_db",
    "pghistory",
    "pgtrigger",
    "django.contrib.admin.apps.SimpleAdminConfig",  # has no address; make bench compares with its list
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "core.middleware.request_id",
    "core.middleware.head_alone",
    "core.middleware.keep_private",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "cpp_portal.errors.page_for_method",
    "people.middleware.SecondFactorMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "core.middleware.RefuseTooLarge",  # last, so that its page knows who is signed in
]

ROOT_URLCONF = "cpp_portal.urls"
WSGI_APPLICATION = "cpp_portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "core.context_processors.portal",
            ],
        },
    },
    {
        "NAME": "text",  # mail, which is no HTML
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {"autoescape": False, "context_processors": ["core.context_processors.portal"]},
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = ("govuk",)
CRISPY_TEMPLATE_PACK = "govuk"

# Database: statements that run away are stopped, not waited for
DATABASES = {"default": env.database("DATABASE_URL")}
DATABASES["default"].setdefault("OPTIONS", {}).setdefault("connect_timeout", 5)  # seconds
DATABASES["default"]["OPTIONS"]["options"] = (
    "-c statement_timeout=15s -c lock_timeout=2s -c idle_in_transaction_session_timeout=30s"
)
if TESTING:
    DATABASES["default"]["OPTIONS"]["options"] += " -c portal.may_be_emptied=yes"  # see core/history.py
PGHISTORY_DEFAULT_TRACKERS = (pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# Files: nothing is under a public address; views check the reader and send them
MEDIA_ROOT = VAR_DIR / "files"
EXEMPT_DIR = Path(env.text("EXEMPT_DIR", str(VAR_DIR / "exempt")))  # may lie on an encrypted disk of its own
FILE_UPLOAD_PERMISSIONS = 0o600
# Counts of children from 1 to this are hidden on what members and the public see.
SMALL_NUMBER_THRESHOLD = env.whole_number("SMALL_NUMBER_THRESHOLD", default=5, at_least=5, at_most=10)
# The reader's name on every page of a pack with exempt papers.
PACK_WATERMARK = env.yes_or_no("PACK_WATERMARK", default=True)
LIBREOFFICE = env.text("LIBREOFFICE", "")  # its program, which makes the PDF of a Word file as Word shows it
# An open recommendation of which nothing newer than this is known is marked, and listed before each meeting.
RECOMMENDATION_STALE_DAYS = env.whole_number("RECOMMENDATION_STALE_DAYS", default=180, at_least=30)
UNDERTAKING_STALE_DAYS = env.whole_number("UNDERTAKING_STALE_DAYS", default=90, at_least=30)
# Days in which officers mean to say what they will do about a challenge card: a target of the council's own.
CARD_OFFICER_DAYS = env.whole_number("CARD_OFFICER_DAYS", default=30, at_least=1, at_most=365)
UPLOAD_LIMIT_MB = env.whole_number("UPLOAD_LIMIT_MB", default=10, at_least=1)

STATIC_URL = "/static/"
STATIC_COLLECTED = env.yes_or_no("STATIC_COLLECTED", default=SECURE)  # hashed and compressed by collectstatic
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [("build", BASE_DIR / "static" / "build")]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "uploads": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": MEDIA_ROOT / "uploads"},
    },
    "papers": {"BACKEND": "core.files.Shelf", "OPTIONS": {"location": MEDIA_ROOT / "papers"}},
    "exempt_papers": {"BACKEND": "core.files.Shelf", "OPTIONS": {"location": EXEMPT_DIR}},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if STATIC_COLLECTED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = not STATIC_COLLECTED
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

# Sign-in: by invitation only; cpp_portal/sign_in.py has what is the same everywhere
if TESTING:  # safe hashing is slow on purpose, and every test's account has a password
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ACCOUNT_RATE_LIMITS = rate_limits(
    from_one_address=env.whole_number("SIGN_INS_FROM_ONE_ADDRESS", default=200, at_least=1)
)
INVITATION_DAYS = env.whole_number("INVITATION_DAYS", default=7, at_least=1)
REQUIRE_SECOND_FACTOR = env.yes_or_no("REQUIRE_SECOND_FACTOR", default=SECURE)
TRUSTED_PROXIES = env.whole_number("TRUSTED_PROXIES", default=1 if SECURE else 0)
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if SECURE else "http"
MFA_TOTP_ISSUER = f"{COUNCIL_NAME} {PANEL_NAME}"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE  # localhost has no certificate

# Single sign-on by OpenID Connect, for people whom an administrator invited
OIDC_SERVER_URL = env.text("OIDC_SERVER_URL", "")
OIDC_NAME = env.text("OIDC_NAME", f"{COUNCIL_NAME} account")
OIDC_SECOND_FACTOR = env.yes_or_no("OIDC_SECOND_FACTOR", default=False)  # the service asks for one itself
if OIDC_SERVER_URL:
    SOCIALACCOUNT_PROVIDERS = single_sign_on(
        server_url=env.web_address("OIDC_SERVER_URL", https=SECURE),
        client_id=env.text("OIDC_CLIENT_ID"),
        secret=env.text("OIDC_CLIENT_SECRET"),
        name=OIDC_NAME,
    )

# Background work
TASKS = {
    "default": {
        "BACKEND": "django_tasks.backends.immediate.ImmediateBackend"
        if TESTING
        else "django_tasks_db.DatabaseBackend"
    }
}

# E-mail
EMAIL_BACKEND = env.class_name(
    "EMAIL_BACKEND",
    "django.core.mail.backends.smtp.EmailBackend"
    if SECURE
    else "django.core.mail.backends.filebased.EmailBackend",
)
EMAIL_FILE_PATH = VAR_DIR / "mail"
EMAIL_HOST = env.text("EMAIL_HOST", "localhost")
EMAIL_PORT = env.whole_number("EMAIL_PORT", default=25, at_least=1, at_most=env.LAST_PORT)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env.yes_or_no("EMAIL_USE_TLS", default=False)
EMAIL_TIMEOUT = 10
# Links in mail that no request asks for
PORTAL_ADDRESS = env.text("PORTAL_ADDRESS", f"{'https' if SECURE else 'http'}://{ALLOWED_HOSTS[0]}").rstrip(
    "/"
)
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", CONTACT_EMAIL)

# Language and time: dates are the council's
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True
FORMAT_MODULE_PATH = "cpp_portal.formats"  # Django asks the language before these settings
MESSAGE_TAGS = {message_levels.ERROR: "error", message_levels.SUCCESS: "success"}

# Security
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF, *([env.origin(OIDC_SERVER_URL)] if OIDC_SERVER_URL else [])],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = SECURE
SECURE_REDIRECT_EXEMPT = [r"^health/$"]  # asked from the machine itself, without a certificate
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_HSTS_PRELOAD = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = (
    ("__Host-session", "__Host-csrf") if SECURE else ("session", "csrf")  # no other site may set these
)
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "cpp_portal.errors.stale_form"

# Logs: one line for each event
LOG_FORMAT = env.one_of("LOG_FORMAT", ("json", "screen"), default="json" if SECURE else "screen")
LOG_LEVEL = env.one_of("LOG_LEVEL", ("DEBUG", "INFO", "WARNING", "ERROR"), default="INFO")
LOGGING = logs.configure(as_json=LOG_FORMAT == "json", level=LOG_LEVEL)
