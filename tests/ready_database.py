"""One database as the migrations leave it, kept between runs: each new test database begins as its copy.

It is made anew when a migration, or a package that brings migrations, is another.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2

ROOT = Path(__file__).resolve().parent.parent
PREFIX = "portal_ready_"
BUILDING = 20180831  # the lock of whoever makes it; other processes wait for it


@cache
def ready_database() -> str:
    """Its name."""
    name = PREFIX + _mark()
    with _connection() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [BUILDING])
        cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [PREFIX])
        there = {found for (found,) in cursor.fetchall()}
        if name not in there:
            for outdated in there:
                cursor.execute(f"DROP DATABASE {outdated}")
            _make(name, cursor)
    return name


@contextmanager
def copy_of_ready_database(name: str) -> Iterator[str]:
    """Its URL."""
    with _connection() as cursor:
        cursor.execute(f"CREATE DATABASE {name} TEMPLATE {ready_database()}")
        yield url_of(name)
        cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _make(name: str, cursor: "psycopg2.extensions.cursor") -> None:
    unfinished = f"{PREFIX}unfinished"
    cursor.execute(f"CREATE DATABASE {unfinished}")
    command = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    subprocess.run(command, cwd=ROOT, env=os.environ | {"DATABASE_URL": url_of(unfinished)}, check=True)
    cursor.execute(f"ALTER DATABASE {unfinished} RENAME TO {name}")


def _mark() -> str:
    migrations = sorted(ROOT.glob("*/migrations/*.py"))
    packages = ROOT / "requirements" / "base.txt"
    return hashlib.sha256(b"".join(path.read_bytes() for path in [*migrations, packages])).hexdigest()[:16]


def url_of(name: str) -> str:
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


@contextmanager
def _connection() -> Iterator["psycopg2.extensions.cursor"]:
    with closing(psycopg2.connect(url_of("postgres"))) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            yield cursor
