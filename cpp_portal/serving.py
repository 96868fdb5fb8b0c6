"""The web server and the background worker under one roof, until somebody stops them.

A terminal's Ctrl-C reaches only this process; it ends the two and waits. If it is itself killed the kernel tells
them to end, and so it is told when the command that started it (make) is killed. So none is left behind.
"""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress

from django.conf import settings

from core import laptop

GRACE = 10  # seconds to finish what they are doing
TELL_WHEN_PARENT_DIES = 1  # PR_SET_PDEATHSIG
COLLECTED = settings.STATIC_ROOT / "staticfiles.json"
LIBC = ctypes.CDLL(None)


class CannotServe(Exception):
    """Says in a sentence which program ended."""


class Program:
    """One of our own programs, in a session of its own."""

    def __init__(self, name: str, port: int, *command: str) -> None:
        self.name, self.port = name, port
        self.command = [sys.executable, *command]
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(  # noqa: S603
            self.command,
            cwd=settings.BASE_DIR,
            env=environment_of(self.port),
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=end_with_parent,
        )

    def has_ended(self) -> bool:
        return self.process.poll() is not None

    def end(self, deadline: float) -> None:
        try:
            self.process.wait(max(0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


def serve(port: int, *, announce: Callable[[], None]) -> None:
    """Serve on 127.0.0.1 until interrupted or told to end. Raises CannotServe if a program will not run."""
    told = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: told.set())
    end_with_parent()
    gunicorn = (
        "gunicorn",
        "-c",
        "python:cpp_portal.gunicorn",
        "-b",
        f"127.0.0.1:{port}",
        "--log-level",
        "warning",
    )
    programs = [
        Program("web server", port, "-m", "core.laptop", *gunicorn, "cpp_portal.wsgi"),
        Program("background worker", port, "manage.py", "worker", "--verbosity", "0"),
    ]
    try:
        _wait_for(port, programs, told)
        announce()
        while not told.wait(1):
            laptop.keep_database_running()
            for program in filter(Program.has_ended, programs):  # killed, or the database was
                program.start()
    finally:
        _end(programs)


def environment_of(port: int) -> dict[str, str]:
    """Mail links to where the portal is served, unless whoever started it said otherwise."""
    address = {"PORTAL_ADDRESS": f"http://localhost:{port}"}
    return address | laptop.BEFORE | {"STATIC_COLLECTED": str(int(COLLECTED.exists()))}


def end_with_parent() -> None:
    LIBC.prctl(TELL_WHEN_PARENT_DIES, signal.SIGTERM)


def _wait_for(port: int, programs: list[Program], told: threading.Event) -> None:
    while not told.wait(0.1):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        for program in filter(Program.has_ended, programs):
            raise CannotServe(f"The {program.name} ended as soon as it was started: see the message above.")


def _end(programs: list[Program]) -> None:
    for program in programs:
        program.process.terminate()
    deadline = time.monotonic() + GRACE
    for program in programs:
        program.end(deadline)
