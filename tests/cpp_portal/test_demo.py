import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from tests.core.laptop_commands import ROOT, environment, query
from tests.factories.people import UserFactory
from tests.ready_database import copy_of_ready_database

UPLOADS = "select count(*) from scorecard_workbookupload group by state"
FIGURES = "select count(*) from scorecard_figure"
CHECKED = re.compile(r": ([0-9,]+) checked, approved and applied")


def test_data_are_loaded_only_into_a_demonstration(settings):
    settings.DEMO = False

    with pytest.raises(CommandError, match="only with DEMO=1 in the environment"):
        call_command("demo")


def test_taken_port_is_told_before_anything_is_loaded(settings):
    settings.DEMO = True
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]

        with pytest.raises(CommandError, match=f"Port {port} is taken"):  # and no database was asked
            call_command("demo", serve=str(port))


@pytest.mark.django_db
def test_database_with_real_people_is_left_as_it_is(settings):
    settings.DEMO = True
    UserFactory(email="somebody@council.example")
    MigrationRecorder(connection).record_unapplied(
        "scorecard", "0001_scorecard"
    )  # would now be applied again

    with pytest.raises(CommandError, match="accounts of real people"):
        call_command("demo")

    assert ("scorecard", "0001_scorecard") not in MigrationRecorder(connection).applied_migrations()


def demo(folder: Path, url: str) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "manage.py", "demo"],
        cwd=ROOT,
        env=environment(folder) | {"DATABASE_URL": url},
        stdout=subprocess.PIPE,
        text=True,
    )


def test_loading_that_was_killed_is_taken_up_again_with_nothing_lost_or_doubled(tmp_path):
    with copy_of_ready_database(f"cut_off_{os.getpid()}") as url:
        killed = demo(tmp_path, url)
        said = ""
        while "Figures for" not in said:
            said += killed.stdout.readline()
        killed.kill()  # at work on the second of the four workbooks
        killed.communicate()

        taken_up = demo(tmp_path, url)

        said += taken_up.communicate()[0]
        assert (taken_up.returncode, said.count("there already")) == (0, 5)
        assert query(url, UPLOADS) == [(4,)]
        assert query(url, FIGURES) == [(sum(int(n.replace(",", "")) for n in CHECKED.findall(said)),)]
