"""The demonstration as ``make demo SERVE=0`` leaves its folder: loaded by whoever needs it first, copied by others.

It begins with the tables of the ready database, whose migrations take longer than all the rest.
"""

import fcntl
import os
import pickle
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.embedded import programs_folder
from tests.core.laptop_commands import ROOT, Command, environment
from tests.ready_database import ready_database, url_of


def loading() -> subprocess.CompletedProcess:
    """What the command said and how it ended."""
    with _loaded() as (process, _):
        return process


@contextmanager
def demonstration_folder() -> Iterator[Path]:
    """A folder of one's own, gone afterwards."""
    copied = Path(tempfile.mkdtemp(prefix="cpp-"))
    with _loaded() as (process, folder):
        assert process.returncode == 0, process.stderr
        subprocess.run(["cp", "-a", f"{folder}/.", copied], check=True)
    yield copied
    shutil.rmtree(copied)


@contextmanager
def _loaded() -> Iterator[tuple[subprocess.CompletedProcess, Path]]:
    """It lies where all workers of this run find it."""
    share = Path(os.environ["TESTS_SHARE"])
    folder, outcome = share / "demo", share / "outcome"
    with (share / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not outcome.exists():
            folder.mkdir()
            outcome.write_bytes(pickle.dumps(_make_demo(folder)))
        yield pickle.loads(outcome.read_bytes()), folder


def _make_demo(folder: Path) -> subprocess.CompletedProcess:
    _bring_tables(folder)
    return subprocess.run(
        ["make", "demo", "SERVE=0"],
        cwd=ROOT,
        env=environment(folder),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )


def _bring_tables(folder: Path) -> None:
    server = Command(folder)
    dump = [programs_folder() / "pg_dump", "--no-owner", "--dbname", url_of(ready_database())]
    tables = subprocess.run(dump, capture_output=True, check=True).stdout
    restore = [programs_folder() / "psql", "--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1", server.url()]
    subprocess.run(restore, input=tables, stdout=subprocess.DEVNULL, check=True)
    server.end()
