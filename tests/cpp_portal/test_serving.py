"""The demonstration as ``make demo`` serves it: with a database, a web server and a worker of its own."""

import http.client
import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import psycopg2
import pytest

from core import laptop
from cpp_portal.serving import environment_of
from tests.core.laptop_commands import ROOT, environment, kill, query, servers
from tests.loaded_demonstration import demonstration_folder, loading

PATIENCE = 60  # seconds


class Demo:
    """``make demo`` on a folder of its own; it has announced its address when this is made."""

    def __init__(self, folder: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as listener:
            self.port = listener.getsockname()[1]
        self.folder = folder
        self.make = subprocess.Popen(
            ["make", "demo", f"PORT={self.port}"],
            cwd=ROOT,
            env=environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.said = []
        for line in self.make.stdout:
            self.said.append(line)
            if f"http://localhost:{self.port}/" in line:
                break

    def get(self, path: str) -> tuple[int, str, str | None]:
        """Status, body and Retry-After."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", path)
            response = connection.getresponse()
            return response.status, response.read().decode(), response.headers["Retry-After"]
        finally:
            connection.close()

    def is_well(self) -> bool:
        try:
            return self.get("/health/")[0] == 200
        except (OSError, http.client.HTTPException):
            return False

    def processes(self) -> list[psutil.Process]:
        """All of its own but make: those that were given its folder, or work in it."""
        given = f"{self.folder}"
        ours = [
            p for p in psutil.process_iter(["environ"]) if (p.info["environ"] or {}).get("VAR_DIR") == given
        ]
        return [p for p in ours if p.pid != self.make.pid] + servers(self.folder)

    def supervisor(self) -> psutil.Process:
        return next(p for p in self.processes() if "demo" in p.cmdline())

    def web_server(self) -> psutil.Process:
        return next(p for p in self.processes() if "gunicorn" in p.cmdline())

    def end(self) -> None:
        self.make.kill()
        kill(self.processes())
        self.make.wait()
        self.make.stdout.close()


def soon(true: Callable[[], object], within: float = PATIENCE) -> float:
    """Seconds until it came true."""
    began = time.monotonic()
    while not true():
        assert time.monotonic() - began < within
        time.sleep(0.05)
    return time.monotonic() - began


class Served:
    """One folder for all these tests, and a demonstration on it that goes on as long as it is well."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.running: Demo | None = None

    def demo(self) -> Demo:
        if not (self.running and self.running.is_well()):
            self.start_again()
        return self.running

    def start_again(self) -> None:
        self.end()
        self.running = Demo(self.folder)
        soon(self.running.is_well)

    def end(self) -> None:
        if self.running:
            self.running.end()
            self.running = None


@pytest.fixture(scope="module")
def served():
    with demonstration_folder() as folder:
        one = Served(folder)
        yield one
        one.end()


@pytest.fixture
def demo(served):
    return served.demo()


def url_of(demo: Demo) -> str:
    return f"postgresql://postgres@/postgres?host={demo.folder}/postgres"


def remember(demo: Demo) -> None:
    query(url_of(demo), "create table if not exists kept ()")


def has_database(demo: Demo) -> bool:
    try:
        return query(url_of(demo), "select 1") == [(1,)]
    except psycopg2.OperationalError:
        return False


def test_ctrl_c_leaves_no_process_behind(demo):
    os.killpg(demo.make.pid, signal.SIGINT)

    demo.make.wait(PATIENCE)
    assert demo.processes() == []
    assert demo.make.stdout.read().endswith("\nStopped.\n")


@pytest.mark.parametrize("victim", ["make", "supervisor"])
def test_killed_demonstration_takes_everything_with_it_and_starts_again(served, demo, victim):
    remember(demo)
    killed = demo.supervisor() if victim == "supervisor" else psutil.Process(demo.make.pid)

    kill([killed])

    soon(lambda: demo.processes() == [])
    served.start_again()
    query(url_of(demo), "select from kept")


def test_demonstration_of_which_every_process_was_killed_starts_again_with_nothing_lost(served, demo):
    remember(demo)
    demo.end()

    served.start_again()

    query(url_of(demo), "select from kept")


def test_killed_web_server_and_worker_are_started_again(demo):
    before = demo.processes()

    kill([p for p in before if {"gunicorn", "worker"} & set(p.cmdline())])

    soon(demo.is_well)
    assert demo.supervisor() in before


def test_pages_say_that_the_database_is_away_and_are_back_by_themselves(demo):
    supervisor = demo.supervisor()
    supervisor.suspend()  # else it would bring the database back at once
    kill(servers(demo.folder))

    needs_the_database = "/people/invitation/of-nobody/"
    status, page, retry_after = demo.get(needs_the_database)
    assert (status, retry_after) == (503, "10")
    assert "The portal is not available at the moment" in page
    status, report, _ = demo.get("/health/")
    assert (status, json.loads(report)["checks"]["database"]) == (503, "failed")

    supervisor.resume()
    soon(lambda: has_database(demo))
    assert soon(lambda: demo.get(needs_the_database)[0] == 410) <= 5
    soon(demo.is_well)


def test_second_demonstration_on_the_same_port_is_told_so(demo):
    refused = subprocess.run(
        ["make", "demo", f"PORT={demo.port}"],
        cwd=ROOT,
        env=environment(demo.folder),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )

    assert refused.returncode == 2
    assert refused.stderr.startswith(f"Port {demo.port} is taken by another program")
    assert demo.is_well()


def test_demonstration_can_be_loaded_without_serving():
    loaded = loading()

    assert loaded.returncode == 0, loaded.stderr
    *said, ready = loaded.stdout.splitlines()
    assert (said[-1], ready[:9]) == ("Pack of 1 November 2018: 92 pages.", "Ready in ")
    with demonstration_folder() as folder:
        assert (folder / "postgres" / "PG_VERSION").exists()
        assert not (folder / "postgres" / "postmaster.pid").exists()  # no server was left behind


def test_mail_of_the_demonstration_links_to_its_port(monkeypatch):
    monkeypatch.delitem(laptop.BEFORE, "PORTAL_ADDRESS", raising=False)
    assert environment_of(8114)["PORTAL_ADDRESS"] == "http://localhost:8114"

    monkeypatch.setitem(laptop.BEFORE, "PORTAL_ADDRESS", "https://portal.example")
    assert environment_of(8114)["PORTAL_ADDRESS"] == "https://portal.example"
