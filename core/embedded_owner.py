"""Whose the embedded PostgreSQL is. It refuses to run as root, so root runs it as a system user of its own."""

import os
import pwd
import stat
import subprocess
from pathlib import Path
from typing import Any

SYSTEM_USER = "pgserver"


def identity(data: Path) -> dict[str, Any]:
    """How subprocess must start a program to be the owner of the data folder."""
    if os.geteuid() != 0:
        return {}
    owner = data.stat()
    return {"user": owner.st_uid, "group": owner.st_gid, "extra_groups": []}


def give(folder: Path, programs: Path) -> None:
    """As root: make the folder the system user's, and let that user reach it and the server's programs."""
    if os.geteuid() != 0:
        return
    user = _system_user()
    os.chown(folder, user.pw_uid, user.pw_gid)
    for path in (folder, programs / "postgres"):
        for above in path.parents:
            _allow(above, stat.S_IXOTH)
    for path in programs.parent.rglob("*"):
        _allow(path, stat.S_IROTH | (path.stat().st_mode & stat.S_IXUSR) >> 6)


def _allow(path: Path, wanted: int) -> None:
    mode = path.stat().st_mode
    if mode & wanted != wanted:
        path.chmod(mode | wanted)


def _system_user() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        command = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", SYSTEM_USER]
        try:
            subprocess.run(command, check=True, capture_output=True)  # noqa: S603
        except (OSError, subprocess.CalledProcessError):
            raise SystemExit(
                "PostgreSQL does not run as root, and the user for it could not be made. Run this as another user,"
                f" or make one first: {' '.join(command)}"
            ) from None
        return pwd.getpwnam(SYSTEM_USER)
