"""A bad value stops the portal with one sentence that names the variable and says what to set."""

import json
from collections.abc import Callable, Iterator

import pytest

from core.nursery import Limits, Nursery
from tests import production

NOT_POSTGRESQL = (
    "DATABASE_URL must name a PostgreSQL database, like postgres://user:password@host:5432/portal."
)
NO_HOSTS = (
    "set it to the names the portal is reached by, like portal.council.example,"
    " without https:// and without a port."
)
PLACEHOLDER = "SECRET_KEY looks like a placeholder: set it to 50 or more random characters."
NOT_ON_A_SERVER = (
    "is set and ALLOWED_HOSTS names a host that others can reach: take one of them out of the environment."
    " Neither belongs on a server."
)
SMTP = "django.core.mail.backends.smtp.EmailBackend"
EMPTY = "is empty: set it, or take it out of the environment."
SIGN_ON = {"OIDC_SERVER_URL": "https://login.example", "OIDC_CLIENT_ID": "portal", "OIDC_CLIENT_SECRET": "s"}
LIMITS = Limits(1024**3, cpu_seconds=20, wall_seconds=20, open_files=64)


@pytest.fixture(scope="module")
def started() -> Iterator[Callable[..., str]]:
    """``started(DEMO="perhaps")``: what came of the settings in a server's environment with these changes."""
    nursery = Nursery("tests.cpp_portal.settings_work")

    def start(**changes: str | None) -> str:
        environment = json.dumps(production.environment(**changes)).encode()
        return nursery.answer(environment, LIMITS, longest=100_000).decode()

    yield start
    nursery.stop()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"SECRET_KEY": None},
            "Set SECRET_KEY in the environment. docs/deployment.md says what it is for.",
        ),
        (
            {"SECRET_KEY": "short"},
            "SECRET_KEY is too short: set it to 50 or more random characters.",
        ),
        (
            {"ALLOWED_HOSTS": None},
            "Set ALLOWED_HOSTS in the environment. docs/deployment.md says what it is for.",
        ),
        (
            {"DATABASE_URL": None},
            "Set DATABASE_URL in the environment. docs/deployment.md says what it is for.",
        ),
        (
            {"DATABASE_URL": "sqlite:///portal.db"},
            NOT_POSTGRESQL,
        ),
        ({"DATABASE_URL": "nonsense"}, NOT_POSTGRESQL),
        ({"DATABASE_URL": "postgres://user:hush@host:port/portal"}, NOT_POSTGRESQL),
        ({"DATABASE_URL": "postgres://user:hush@host"}, NOT_POSTGRESQL),
        ({"SECRET_KEY": "x" * 80}, PLACEHOLDER),
        ({"SECRET_KEY": "replace-this-with-fifty-or-more-characters-0123456789"}, PLACEHOLDER),
        ({"SECRET_KEY": "django-insecure-0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ"}, PLACEHOLDER),
        ({"ALLOWED_HOSTS": "*"}, f"ALLOWED_HOSTS is '*': {NO_HOSTS}"),
        ({"ALLOWED_HOSTS": ","}, f"ALLOWED_HOSTS is ',': {NO_HOSTS}"),
        ({"ALLOWED_HOSTS": "a.example,*"}, f"ALLOWED_HOSTS is 'a.example,*': {NO_HOSTS}"),
        ({"ALLOWED_HOSTS": "https://a.example"}, f"ALLOWED_HOSTS is 'https://a.example': {NO_HOSTS}"),
        ({"ALLOWED_HOSTS": "a.example:8000"}, f"ALLOWED_HOSTS is 'a.example:8000': {NO_HOSTS}"),
        ({"VAR_DIR": ""}, f"VAR_DIR {EMPTY}"),
        ({"COUNCIL_NAME": ""}, f"COUNCIL_NAME {EMPTY}"),
        ({"COUNCIL_NAME": "  "}, f"COUNCIL_NAME {EMPTY}"),
        ({"PANEL_NAME": ""}, f"PANEL_NAME {EMPTY}"),
        ({"CONTACT_EMAIL": ""}, f"CONTACT_EMAIL {EMPTY}"),
        ({"TESTING": "1"}, f"TESTING {NOT_ON_A_SERVER}"),
        ({"DEBUG": "1"}, f"DEBUG {NOT_ON_A_SERVER}"),
        ({"EMAIL_BACKEND": "smtp"}, f"EMAIL_BACKEND is 'smtp': set it to the name of a class, like {SMTP}."),
        (
            {"EMAIL_BACKEND": "django.core.mail.backends.post.EmailBackend"},
            "EMAIL_BACKEND is 'django.core.mail.backends.post.EmailBackend': set it to the name of a class,"
            f" like {SMTP}.",
        ),
        ({"EMAIL_PORT": "65536"}, "EMAIL_PORT is 65536: set it to 65535 or less."),
        ({"EMAIL_PORT": "2_5"}, "EMAIL_PORT is '2_5': set it to a whole number."),
        ({"EMAIL_PORT": "0"}, "EMAIL_PORT is 0: set it to 1 or more."),
        ({"DEMO": "perhaps"}, "DEMO is 'perhaps': set it to yes or no."),
        ({"DEBUG": "2"}, "DEBUG is '2': set it to yes or no."),
        ({"REQUIRE_SECOND_FACTOR": "maybe"}, "REQUIRE_SECOND_FACTOR is 'maybe': set it to yes or no."),
        ({"UPLOAD_LIMIT_MB": "ten"}, "UPLOAD_LIMIT_MB is 'ten': set it to a whole number."),
        ({"UPLOAD_LIMIT_MB": "0"}, "UPLOAD_LIMIT_MB is 0: set it to 1 or more."),
        ({"SMALL_NUMBER_THRESHOLD": "4"}, "SMALL_NUMBER_THRESHOLD is 4: set it to 5 or more."),
        ({"SMALL_NUMBER_THRESHOLD": "11"}, "SMALL_NUMBER_THRESHOLD is 11: set it to 10 or less."),
        ({"TRUSTED_PROXIES": "-1"}, "TRUSTED_PROXIES is -1: set it to 0 or more."),
        ({"INVITATION_DAYS": "0"}, "INVITATION_DAYS is 0: set it to 1 or more."),
        ({"EMAIL_PORT": "smtp"}, "EMAIL_PORT is 'smtp': set it to a whole number."),
        ({"LOG_FORMAT": "xml"}, "LOG_FORMAT is 'xml': set it to one of json, screen."),
        ({"LOG_LEVEL": "loud"}, "LOG_LEVEL is 'loud': set it to one of DEBUG, INFO, WARNING, ERROR."),
        (
            SIGN_ON | {"OIDC_SERVER_URL": "http://login.example"},
            "OIDC_SERVER_URL is 'http://login.example': set it to a web address beginning https://.",
        ),
        (
            SIGN_ON | {"OIDC_SERVER_URL": "login.example"},
            "OIDC_SERVER_URL is 'login.example': set it to a web address beginning https://.",
        ),
        (
            SIGN_ON | {"OIDC_CLIENT_ID": None},
            "Set OIDC_CLIENT_ID in the environment. docs/deployment.md says what it is for.",
        ),
        (
            SIGN_ON | {"OIDC_CLIENT_SECRET": ""},
            "Set OIDC_CLIENT_SECRET in the environment. docs/deployment.md says what it is for.",
        ),
    ],
    ids=lambda value: "" if isinstance(value, str) else ",".join(f"{k}={v}" for k, v in value.items())[-40:],
)
def test_bad_value_is_refused_with_a_sentence(started, changes, sentence):
    last_line = started(**changes).splitlines()[-1]

    assert last_line == f"django.core.exceptions.ImproperlyConfigured: {sentence}"


def test_good_values_start():
    assert production.run("-c", "import cpp_portal.settings", **SIGN_ON).stderr == ""


@pytest.mark.parametrize(
    "changes",
    [
        {"EMAIL_HOST_USER": "", "SECRET_KEY_FALLBACKS": "", "EMAIL_PORT": ""},
        {"ALLOWED_HOSTS": ".council.example, portal.council.example,10.0.0.1,[::1]"},
        {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend", "EMAIL_PORT": "65535"},
        {"TESTING": "1", "ALLOWED_HOSTS": "localhost", "SECRET_KEY": "short"},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_good_values_at_their_edges_start(started, changes):
    assert started(**changes) == "started"


def test_command_says_the_sentence_alone():
    started = production.run("manage.py", "check", ALLOWED_HOSTS="*")

    assert (started.returncode, started.stderr) == (1, f"ALLOWED_HOSTS is '*': {NO_HOSTS}\n")
