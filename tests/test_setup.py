"""tools/setup on machines that lack something, with apt and its like standing in for the real ones."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.tracked import ROOT

TOOLS = ("bash", "cat", "cut", "dirname", "flock", "grep", "sha256sum", "env")
ALL_BUT_LAST = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 chromium-headless-shell"
A_PYTHON = """#!/bin/bash
[[ "$*" != *ensurepip* ]] || exit {ensurepip}
[[ "$*" != *venv* ]] || exit 1
"""


class Machine:
    """A folder with the script in it, and a path on which only these commands are found."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bin = folder / "bin"
        for name in ("tools/setup", "requirements/base.txt", "requirements/dev.txt"):
            (folder / name).parent.mkdir(exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
        self.bin.mkdir()
        for tool in TOOLS:
            (self.bin / tool).symlink_to(shutil.which(tool))

    def command(self, name: str, script: str) -> None:
        (self.bin / name).write_text(script if script.startswith("#!") else f"#!/bin/bash\n{script}\n")
        (self.bin / name).chmod(0o755)

    def has(self, *packages: str) -> None:
        self.command(
            "dpkg-query", f'[[ " {" ".join(packages)} " == *" ${{@: -1}} "* ]] && echo "install ok installed"'
        )

    def set_up(self, *arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [self.folder / "tools" / "setup", *arguments],
            env={"PATH": str(self.bin)},
            capture_output=True,
            text=True,
        )


@pytest.fixture
def machine(tmp_path):
    made = Machine(tmp_path)
    made.command("python3.11", A_PYTHON.format(ensurepip=0))
    made.command("apt-get", f'echo "$@" >>{tmp_path}/apt')
    made.command("id", "echo 0")
    return made


def test_machine_without_python_3_11_is_told_what_to_install(machine):
    (machine.bin / "python3.11").unlink()
    machine.command("python3", "exit 1")

    told = machine.set_up()

    assert told.returncode == 1
    assert told.stderr == (
        "The portal needs Python 3.11: install it, so that the command python3.11 works, and run this again.\n"
    )


def test_root_gets_the_missing_packages_installed_and_no_others(machine):
    machine.has(*ALL_BUT_LAST.split())

    machine.set_up("dev")

    assert (machine.folder / "apt").read_text().splitlines() == [
        "update -qq",
        "install -y -qq --no-install-recommends poppler-utils",
    ]


def test_anybody_else_is_told_what_an_administrator_must_run(machine):
    machine.has("libpangoft2-1.0-0")
    machine.command("id", "echo 1000")

    told = machine.set_up()

    assert told.returncode == 1
    assert told.stderr == (
        "An administrator must run this first:"
        " apt-get update && apt-get install -y libpango-1.0-0 libharfbuzz-subset0\n"
    )
    assert not (machine.folder / "apt").exists()


def test_python_that_cannot_make_environments_gets_its_missing_part(machine):
    machine.has(*ALL_BUT_LAST.split())
    machine.command("python3.11", A_PYTHON.format(ensurepip=1))

    machine.set_up()

    assert (machine.folder / "apt").read_text().endswith("--no-install-recommends python3.11-venv\n")


def test_machine_that_has_all_packages_is_asked_for_none(machine):
    machine.has(*ALL_BUT_LAST.split())

    told = machine.set_up()

    assert not (machine.folder / "apt").exists()
    assert told.stderr.splitlines() == [
        "Installing Python packages into .venv",
        "No virtual environment could be made: see above.",
    ]


def test_package_that_cannot_be_installed_stops_the_set_up(machine):
    machine.has()
    machine.command("apt-get", '[[ "$1" == update ]]')

    told = machine.set_up()

    assert told.returncode == 1
    assert told.stderr.endswith(
        "The system packages could not be installed: see the message above, then run this again.\n"
    )
