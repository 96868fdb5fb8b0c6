"""Real commands with a real embedded database of their own, to be ended politely or killed."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import psutil
import psycopg2

ROOT = Path(__file__).resolve().parents[2]
JOIN = """
import sys
from core import laptop
print(laptop.start_database(), flush=True)
for line in sys.stdin:
    exec(line)
    print("done", flush=True)
"""
SET_BY_TESTS = {"DATABASE_URL", "SECRET_KEY", "DEMO", "TESTING", "ALLOWED_HOSTS"}
SET_BY_MAKE = {"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}  # of the make that runs the tests


def environment(folder: Path) -> dict[str, str]:
    return {k: v for k, v in os.environ.items() if k not in SET_BY_TESTS | SET_BY_MAKE} | {
        "VAR_DIR": str(folder)
    }


class Command:
    """A process that joins the database of a folder, does what it is told, and leaves when told no more."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", JOIN],
            cwd=ROOT,
            env=environment(folder),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def url(self) -> str:
        return self.process.stdout.readline().strip()

    def do(self, python: str) -> None:
        self.process.stdin.write(f"{python}\n")
        self.process.stdin.flush()
        assert self.process.stdout.readline() == "done\n"

    def end(self) -> tuple[int, str]:
        """Its exit code and what it said on standard error."""
        _, said = self.process.communicate(timeout=30)
        return self.process.returncode, said

    def send(self, signal: int) -> None:
        self.process.send_signal(signal)


def servers(folder: Path) -> list[psutil.Process]:
    """The PostgreSQL processes that stand in the folder, the parent of them all first."""
    at_work = {"name": "postgres", "cwd": str(folder / "postgres")}
    found = [p for p in psutil.process_iter(["name", "cwd", "ppid"]) if p.info.items() >= at_work.items()]
    return sorted(found, key=lambda process: process.info["ppid"] in {other.pid for other in found})


def kill(processes: list[psutil.Process]) -> None:
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(processes, timeout=10)


def query(url: str, sql: str) -> list[tuple]:
    connection = psycopg2.connect(url)
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchall() if cursor.description else []
    finally:
        connection.close()
