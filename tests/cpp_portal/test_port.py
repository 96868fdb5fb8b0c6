import os
import re
import shutil
import socket
import subprocess

import pytest

from cpp_portal.port import PortTrouble, free_port
from tests.core.laptop_commands import ROOT


@pytest.mark.parametrize("text", ["", "0", "65536", "-1", "80a", "8000.0", " 8000", "٨٠٠٠", "8_000"])
def test_port_that_is_no_port_number_is_refused(text):
    with pytest.raises(PortTrouble, match=re.escape(f"PORT is {text!r}: set it to a number from 1 to 65535")):
        free_port(text)


def test_free_port_may_be_used():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]

    assert free_port(str(port)) == port


def test_taken_port_is_refused_with_the_next_one_proposed():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]

        with pytest.raises(PortTrouble, match=rf"Port {port} is taken.*make demo PORT={port + 1}"):
            free_port(str(port))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may use every port")
def test_port_that_needs_an_administrator_is_refused():
    with pytest.raises(PortTrouble, match="Port 80 needs an administrator"):
        free_port("80")


def test_taken_port_is_told_before_anything_is_installed(tmp_path):
    for name in ("tools/setup", "cpp_portal/__init__.py", "cpp_portal/port.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        refused = subprocess.run(
            [tmp_path / "tools" / "setup"],
            env=os.environ | {"FREE_PORT": str(port)},
            capture_output=True,
            text=True,
        )

    assert refused.returncode == 1
    assert refused.stderr.startswith(f"Port {port} is taken by another program")
    assert not (tmp_path / ".venv").exists()
