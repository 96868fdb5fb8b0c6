"""Runs the portal with a server's environment, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SERVER = {
    "SECRET_KEY": "only-for-tests-0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ-abcdefghij",
    "ALLOWED_HOSTS": "portal.council.example",
    "STATIC_COLLECTED": "no",
}


def run(*arguments: str, **changes: str | None) -> subprocess.CompletedProcess:
    """``python ARGUMENTS`` where the server's environment has these changes; None takes a variable away."""
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=environment(**changes), capture_output=True, text=True, timeout=60
    )


def environment(**changes: str | None) -> dict[str, str]:
    inherited = {name: os.environ[name] for name in ("PATH", "DATABASE_URL")}
    return {name: value for name, value in (inherited | SERVER | changes).items() if value is not None}
