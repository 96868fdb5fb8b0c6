"""A bad value stops the portal with one sentence that names the variable and says what to set."""

import pytest

from tests import production

SIGN_ON = {"OIDC_SERVER_URL": "https://login.example", "OIDC_CLIENT_ID": "portal", "OIDC_CLIENT_SECRET": "s"}


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
            "DATABASE_URL must name a PostgreSQL database, like postgres://user@host/portal.",
        ),
        ({"DEMO": "perhaps"}, "DEMO is 'perhaps': set it to yes or no."),
        ({"DEBUG": "2"}, "DEBUG is '2': set it to yes or no."),
        ({"REQUIRE_SECOND_FACTOR": "maybe"}, "REQUIRE_SECOND_FACTOR is 'maybe': set it to yes or no."),
        ({"UPLOAD_LIMIT_MB": "ten"}, "UPLOAD_LIMIT_MB is 'ten': set it to a whole number."),
        ({"UPLOAD_LIMIT_MB": "0"}, "UPLOAD_LIMIT_MB is 0: set it to 1 or more."),
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
def test_bad_value_is_refused_with_a_sentence(changes, sentence):
    started = production.run("-c", "import cpp_portal.settings", **changes)

    assert started.returncode == 1
    assert started.stderr.splitlines()[-1] == f"django.core.exceptions.ImproperlyConfigured: {sentence}"


def test_good_values_start():
    assert production.run("-c", "import cpp_portal.settings", **SIGN_ON).stderr == ""
