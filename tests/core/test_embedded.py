import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from core import embedded
from tests.core.laptop_commands import ROOT, Command, environment, kill, query, servers

pytestmark = pytest.mark.xdist_group("embedded")  # one folder serves them all
ENDED_TIDILY = (0, "")


@pytest.fixture(scope="module")
def folder():
    """A folder whose database was made and stopped; short, for the path of a socket may not be long."""
    made = Path(tempfile.mkdtemp(prefix="cpp-"))
    command = Command(made)
    query(command.url(), "create table kept (word text)")
    assert command.end() == ENDED_TIDILY
    yield made
    kill(servers(made))
    shutil.rmtree(made)


def test_database_runs_while_a_command_needs_it_and_stops_with_it(folder):
    command = Command(folder)

    assert query(command.url(), "select 1") == [(1,)]
    assert servers(folder)

    assert command.end() == ENDED_TIDILY
    assert servers(folder) == []


def test_commands_share_one_server_and_the_last_one_out_stops_it(folder):
    first, second = Command(folder), Command(folder)
    assert first.url() == second.url()
    parent = servers(folder)[0]

    assert first.end() == ENDED_TIDILY
    assert servers(folder)[0] == parent

    assert second.end() == ENDED_TIDILY
    assert servers(folder) == []


def test_commands_that_start_at_the_same_moment_on_a_new_machine_make_one_database():
    with tempfile.TemporaryDirectory(prefix="cpp-") as name:
        commands = [Command(Path(name)) for _ in range(3)]
        urls = [command.url() for command in commands]
        query(urls[0], "create table shared (word text)")

        assert [query(url, "select count(*) from shared") for url in urls] == [[(0,)]] * 3
        assert [command.end() for command in commands] == [ENDED_TIDILY] * 3
        assert servers(Path(name)) == []


def test_killed_command_leaves_nothing_that_keeps_the_server_alive(folder):
    killed = Command(folder)
    query(killed.url(), "insert into kept values ('before the kill')")
    killed.send(signal.SIGKILL)
    killed.end()
    assert servers(folder)

    follower = Command(folder)
    assert query(follower.url(), "select count(*) from kept where word = 'before the kill'") == [(1,)]
    assert follower.end() == ENDED_TIDILY
    assert servers(folder) == []


@pytest.mark.parametrize("victims", [slice(0, 1), slice(None)], ids=["its parent", "all of it"])
def test_killed_server_starts_again_with_nothing_lost(folder, victims):
    command = Command(folder)
    query(command.url(), f"insert into kept values ('{victims}')")
    kill(servers(folder)[victims])

    follower = Command(folder)

    assert query(follower.url(), f"select count(*) from kept where word = '{victims}'") == [(1,)]
    assert [command.end(), follower.end()] == [ENDED_TIDILY] * 2
    assert servers(folder) == []


def test_running_command_brings_a_killed_server_back(folder):
    command = Command(folder)
    url = command.url()
    kill(servers(folder)[:1])

    command.do("laptop.keep_database_running()")

    assert query(url, "select 1") == [(1,)]
    assert command.end() == ENDED_TIDILY


def test_number_of_a_dead_server_that_another_program_has_now_is_no_hindrance(folder):
    owner = pwd.getpwuid((folder / "postgres").stat().st_uid).pw_name
    as_owner = {"user": owner} if os.geteuid() == 0 else {}
    bystander = subprocess.Popen(["sleep", "60"], **as_owner)
    remains = f"{bystander.pid}\n{folder}/postgres\n1600000000\n5432\n{folder}/postgres\n\n1 1\nready\n"
    for name in ("postmaster.pid", ".s.PGSQL.5432.lock"):
        (folder / "postgres" / name).write_text(remains)
        shutil.chown(folder / "postgres" / name, owner)

    command = Command(folder)

    assert query(command.url(), "select 1") == [(1,)]
    assert command.end() == ENDED_TIDILY
    assert bystander.poll() is None
    bystander.kill()
    bystander.wait()


def test_database_whose_making_was_cut_short_is_made_anew():
    with tempfile.TemporaryDirectory(prefix="cpp-") as name:
        half = Path(name, "postgres-new-abc")
        half.mkdir()
        (half / "PG_VERSION").write_text("18\n")

        command = Command(Path(name))

        assert query(command.url(), "select 1") == [(1,)]
        assert not half.exists()
        assert command.end() == ENDED_TIDILY


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_command_told_to_end_takes_the_server_with_it(folder, told):
    command = Command(folder)
    command.url()

    command.send(told)
    command.end()

    assert servers(folder) == []


def test_forked_child_that_ends_leaves_the_server_to_its_parent(folder):
    command = Command(folder)
    url = command.url()

    command.do("import os; os.fork() or sys.exit(); os.wait()")

    assert query(url, "select 1") == [(1,)]
    assert command.end() == ENDED_TIDILY


def test_names_that_a_url_must_quote_are_no_hindrance():
    with tempfile.TemporaryDirectory(prefix="cpp a'b%c-") as name:
        command = Command(Path(name))

        assert query(command.url(), "select 1") == [(1,)]
        assert command.end() == ENDED_TIDILY


def test_folder_with_too_long_a_name_is_refused_with_a_sentence():
    room = embedded.LONGEST_SOCKET - len(f"/postgres/{embedded.SOCKET}")
    embedded.Server(Path("/".ljust(room, "x")))

    with pytest.raises(SystemExit, match=r"at most 107\). Move the project, or set VAR_DIR"):
        embedded.Server(Path("/".ljust(room + 1, "x")))


def test_folder_that_cannot_be_used_is_refused_with_a_sentence(tmp_path):
    (tmp_path / "file").write_text("in the way")

    refused = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env=environment(tmp_path / "file" / "var"),
        capture_output=True,
        text=True,
    )

    assert refused.returncode == 1
    assert refused.stderr.startswith(f"The folder {tmp_path}/file/var cannot be used (Not a directory: ")
    assert len(refused.stderr.splitlines()) == 1
