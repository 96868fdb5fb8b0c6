"""docs/deployment.md is tried, not believed: its settings, its example environment and its limits."""

import ast
import os
import re
import shlex
import subprocess
import sys

import pytest
from django.conf import settings

from cpp_portal import gunicorn
from tests import production
from tests.tracked import ROOT, files, text

GUIDE = text("docs/deployment.md")
REFUSES_TO_START = "refuses to start"


def settings_read() -> set[str]:
    """Every name given to cpp_portal.environment anywhere in the code."""
    calls = [
        node
        for name in files(".py")
        if name.startswith("cpp_portal/")
        for node in ast.walk(ast.parse(text(name)))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    ]
    told = [c.args[0] for c in calls if isinstance(c.func.value, ast.Name) and c.func.value.id == "env"]
    return {name.value for name in told if isinstance(name, ast.Constant)}


def settings_told() -> dict[str, str]:
    """Each setting in the guide's table, and what it says happens without it."""
    return dict(re.findall(r"^\| `([A-Z_]+)` \| (.+?) \|", GUIDE, re.M))


def block(kind: str, after: str) -> str:
    return re.search(rf"{re.escape(after)}.*?```{kind}\n(.*?)```", GUIDE, re.S)[1]


def as_printed() -> dict[str, str]:
    words = shlex.split(block("sh", "This is enough to begin with"), comments=True)
    return dict(word.split("=", 1) for word in words)


def example() -> dict[str, str]:
    """As a council would have it, with a key of its own."""
    return as_printed() | {"SECRET_KEY": production.SERVER["SECRET_KEY"]}


def run(*command: str, environment: dict[str, str]) -> subprocess.CompletedProcess:
    outside = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=outside | environment | {"DJANGO_SETTINGS_MODULE": "cpp_portal.settings"},
        capture_output=True,
        text=True,
    )


def test_every_setting_is_told_and_nothing_else():
    assert settings_told().keys() == settings_read()


def test_example_environment_passes_every_check_of_a_deployment():
    checked = run("manage.py", "check", "--deploy", "--fail-level", "WARNING", environment=example())

    assert (checked.returncode, checked.stderr) == (0, "")


@pytest.mark.parametrize("name", [n for n, without in settings_told().items() if without == REFUSES_TO_START])
def test_setting_without_which_nothing_starts_is_named(name):
    rest = {other: value for other, value in example().items() if other != name}

    refused = run("-c", "import django; django.setup()", environment=rest)

    assert refused.returncode == 1
    assert refused.stderr.splitlines()[-1].endswith(
        f"Set {name} in the environment. docs/deployment.md says what it is for."
    )


def test_key_of_the_example_cannot_be_left_there():
    refused = run("manage.py", "check", environment=as_printed())

    assert refused.stderr == (
        "SECRET_KEY looks like a placeholder: set it to 50 or more random characters.\n"
    )


def test_other_settings_of_the_example_can_be_left_out():
    needed = {n: v for n, v in example().items() if settings_told()[n] == REFUSES_TO_START}

    assert run("-c", "import django; django.setup()", environment=needed).returncode == 0


def test_gunicorn_takes_its_configuration_and_loads_the_portal():
    command = re.search(r"^ExecStart=/srv/portal/.venv/bin/(gunicorn .*)$", GUIDE, re.M)[1].split()

    checked = run("-m", *command, "--check-config", environment=example())

    assert (checked.returncode, checked.stderr) == (0, "")


def test_nginx_takes_what_the_portal_takes_and_waits_as_long():
    nginx = block("nginx", "## nginx") + block("nginx", "`/etc/nginx/portal-proxy.conf`")

    assert int(re.search(r"client_max_body_size (\d+)m;", nginx)[1]) > settings.UPLOAD_LIMIT_MB
    assert int(re.search(r"proxy_read_timeout (\d+)s;", nginx)[1]) > gunicorn.timeout
    assert set(re.findall(r"proxy_pass http://(.+?);", nginx)) == {gunicorn.bind}


def test_systemd_waits_until_gunicorn_has_finished():
    assert int(re.search(r"TimeoutStopSec=(\d+)", GUIDE)[1]) > gunicorn.graceful_timeout


@pytest.mark.parametrize("path", sorted(set(re.findall(r"/srv/portal/(tools/\w+)", GUIDE))))
def test_every_tool_that_is_named_exists(path):
    assert os.access(ROOT / path, os.X_OK)
