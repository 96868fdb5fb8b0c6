"""The commands of docs/deployment.md that keep a copy of everything and bring it back."""

import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from core.embedded import programs_folder
from tests.core.laptop_commands import Command, environment, query
from tests.loaded_demonstration import demonstration_folder
from tests.tracked import ROOT

TABLES = (
    "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1"
)


class Place:
    """A database and a folder of files, as a server has them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.command = Command(folder)
        self.url = self.command.url()

    def run(self, *command: str | Path) -> subprocess.CompletedProcess:
        programs = {"PATH": f"{programs_folder()}:{os.environ['PATH']}", "DATABASE_URL": self.url}
        return subprocess.run(
            command,
            cwd=ROOT,
            env=environment(self.folder) | programs,
            capture_output=True,
            text=True,
        )

    def rows(self) -> dict[str, str]:
        """A hash of each table's rows."""
        hashed = "select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) from {} t"
        return {table: query(self.url, hashed.format(table))[0][0] for (table,) in query(self.url, TABLES)}

    def files(self) -> dict[str, str]:
        below = self.folder / "files"
        found = [path for path in below.rglob("*") if path.is_file()]
        return {str(p.relative_to(below)): hashlib.sha256(p.read_bytes()).hexdigest() for p in found}


@pytest.fixture(scope="module")
def portal():
    with demonstration_folder() as folder:
        place = Place(folder)
        yield place
        place.command.end()


@pytest.fixture(scope="module")
def backup(portal, tmp_path_factory):
    made = portal.run("tools/backup", tmp_path_factory.mktemp("backups"))
    assert (made.returncode, made.stderr) == (0, "")
    return Path(made.stdout.strip())


@pytest.fixture
def empty():
    place = Place(Path(tempfile.mkdtemp(prefix="cpp-")))
    yield place
    place.command.end()
    shutil.rmtree(place.folder)


def test_backup_brings_back_every_row_and_every_file(portal, backup, empty):
    restored = empty.run("tools/restore", backup)

    assert (restored.returncode, restored.stderr) == (0, "")
    assert portal.rows()["django_migrations"]
    assert empty.rows() == portal.rows()
    assert portal.files()
    assert empty.files() == portal.files()


@pytest.mark.parametrize("part", ["database.dump", "files.tar"])
def test_backup_with_one_changed_byte_is_refused(backup, empty, tmp_path, part):
    damaged = tmp_path / "damaged"
    shutil.copytree(backup, damaged)
    content = bytearray((damaged / part).read_bytes())
    content[len(content) // 2] ^= 1
    (damaged / part).write_bytes(content)

    refused = empty.run("tools/restore", damaged)

    assert refused.returncode == 1
    assert refused.stderr.endswith("This backup is damaged and was not used. Take an earlier one.\n")
    assert empty.rows() == {}
    assert empty.files() == {}


def test_backup_is_never_laid_over_what_is_there(portal, backup):
    before = portal.rows()

    refused = portal.run("tools/restore", backup)

    assert refused.returncode == 1
    assert refused.stderr.startswith(f"The database is not empty ({len(before)} tables). Make a new one")
    assert portal.rows() == before


def test_backup_of_a_database_out_of_reach_leaves_nothing_half_done(portal, tmp_path):
    (portal.url, url) = ("postgresql://postgres@/postgres?host=/nowhere", portal.url)
    failed = portal.run("tools/backup", tmp_path)
    portal.url = url

    assert failed.returncode == 1
    assert failed.stderr.endswith(
        "The database could not be copied: see the message above. Nothing was kept.\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_backup_can_be_read_by_nobody_else(backup):
    assert {path.stat().st_mode & 0o077 for path in (backup, *backup.iterdir())} == {0}
