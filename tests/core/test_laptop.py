import subprocess
import sys

import pytest

from tests.core.laptop_commands import ROOT, environment

PREPARE = """
import os
from core import laptop
laptop.prepare()
print([os.environ.get(name) for name in ("DEMO", "ALLOWED_HOSTS", "DATABASE_URL", "SECRET_KEY")])
"""
A_SERVER = "postgres://portal@db.council.example/portal"
OUR_OWN = "postgres://portal@localhost/portal"


def prepared(folder, **also):
    ran = subprocess.run(
        [sys.executable, "-c", PREPARE],
        cwd=ROOT,
        env=environment(folder) | also,
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout.strip()


@pytest.mark.parametrize(
    "named", [{"DATABASE_URL": A_SERVER}, {"SECRET_KEY": "s"}, {"SECRET_KEY": "s", "DATABASE_URL": OUR_OWN}]
)
def test_server_environment_is_left_alone_and_nothing_is_made(tmp_path, named):
    given = [None, None, named.get("DATABASE_URL"), named.get("SECRET_KEY")]

    assert prepared(tmp_path, **named) == str(given)
    assert list(tmp_path.iterdir()) == []


def test_laptop_with_a_database_of_its_own_gets_a_secret_key_that_stays(tmp_path):
    first = prepared(tmp_path, DATABASE_URL=OUR_OWN)

    key = (tmp_path / "secret_key").read_text()
    assert first == str(["1", "localhost,127.0.0.1,[::1]", OUR_OWN, key])
    assert len(key) >= 50
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600
    assert prepared(tmp_path, DATABASE_URL=OUR_OWN) == first
    assert list(tmp_path.iterdir()) == [tmp_path / "secret_key"]


def test_what_a_laptop_says_for_itself_holds(tmp_path):
    said = prepared(tmp_path, DATABASE_URL=OUR_OWN, DEMO="0", ALLOWED_HOSTS="portal.example")

    assert said.startswith("['0', 'portal.example', ")


def test_any_python_program_can_be_run_as_on_a_laptop(tmp_path):
    (tmp_path / "shown.py").write_text("import os, sys; print(os.environ['DEMO'], sys.argv[1:])")

    ran = subprocess.run(
        [sys.executable, "-m", "core.laptop", "shown", "--with", "words"],
        cwd=ROOT,
        env=environment(tmp_path) | {"DATABASE_URL": OUR_OWN, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert ran.stdout == "1 ['--with', 'words']\n"
