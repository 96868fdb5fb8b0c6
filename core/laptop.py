"""What a laptop has instead of a server room: its own PostgreSQL and secret key, both kept in ``var/``.

Runs before Django and imports none of it. Settings never import it: production sets SECRET_KEY and
DATABASE_URL itself.
"""

import os
import runpy
import secrets
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
BEFORE = dict(os.environ)  # a command started with this prepares for itself
LOCAL_HOSTS = {"", None, "localhost", "127.0.0.1", "::1"}


def prepare() -> None:
    """Fill in what the environment does not say on a laptop; leave a server's environment alone."""
    if not is_laptop():
        return
    os.environ.setdefault("DEMO", "1")
    os.environ.setdefault("LOG_LEVEL", "WARNING")  # a terminal need not tell who signed in
    os.environ.setdefault("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
    os.environ.setdefault("SECRET_KEY", _secret_key())
    if "DATABASE_URL" not in os.environ:
        os.environ["DATABASE_URL"] = start_database()


def is_laptop() -> bool:
    """A machine whose environment names no secret key and no database on another machine."""
    if os.environ.get("SECRET_KEY"):
        return False
    return urlsplit(os.environ.get("DATABASE_URL", "")).hostname in LOCAL_HOSTS


def start_database() -> str:
    """Start the embedded PostgreSQL or join it; its URL. It stops with the last command that uses it."""
    _end_tidily_when_told_to()
    with _var_folder():
        server = _server()
        server.join()
    return server.url


def keep_database_running() -> None:
    """Start the embedded PostgreSQL again if it was killed; nothing to do where DATABASE_URL named another."""
    if "DATABASE_URL" not in BEFORE:
        _server().keep_running()


@cache
def _server() -> Any:
    from core import embedded  # what only a laptop needs is read only there

    with _var_folder() as folder:
        return embedded.Server(folder)


def _secret_key() -> str:
    with _var_folder() as folder:
        path = folder / "secret_key"
        if not path.exists():
            draft = path.with_suffix(f".{os.getpid()}")
            draft.touch(mode=0o600)
            draft.write_text(secrets.token_urlsafe(50))
            with suppress(FileExistsError):  # another command was first: its key holds
                path.hardlink_to(draft)
            draft.unlink()
        return path.read_text()


@contextmanager
def _var_folder() -> Iterator[Path]:
    folder = Path(os.environ.get("VAR_DIR", "").strip() or ROOT / "var").absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield folder
    except OSError as trouble:
        raise SystemExit(
            f"The folder {folder} cannot be used ({trouble.strerror}: {trouble.filename}). Let this user write there,"
            " or set VAR_DIR to another folder."
        ) from None


def _end_tidily_when_told_to() -> None:
    """A terminal that closes or a plain kill ends a command by way of its exit handlers."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, lambda number, frame: sys.exit(128 + number))


if __name__ == "__main__":  # python -m core.laptop MODULE ARGUMENTS: any Python program as on a laptop
    prepare()
    sys.argv = sys.argv[1:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
