"""Word to PDF by LibreOffice, where it is installed: as Word shows it, tagged, within limits of time and memory."""

import json
import re
import resource
import signal
import subprocess
import zipfile
from contextlib import suppress
from io import BytesIO
from os import killpg
from pathlib import Path
from tempfile import TemporaryDirectory

from .refusals import UnreadableDocument
from .word_reading import OUTSIDE

SECONDS = 90
MEMORY = 4 * 1024**3
FILE_SIZE = 128 * 1024**2
OPTIONS = {name: {"type": "boolean", "value": "true"} for name in ("UseTaggedPDF", "ExportBookmarks")}
EXPORT = f"pdf:writer_pdf_Export:{json.dumps(OPTIONS, separators=(',', ':'))}"


def convert(data: bytes, *, program: str) -> bytes:
    """Raises UnreadableDocument. The PDF still has to be read like one from anybody."""
    with TemporaryDirectory(prefix="word-") as folder:
        home = Path(folder)
        (home / "paper.docx").write_bytes(without_outside(data))
        _run([program, *_arguments(home)], home)
        made = home / "paper.pdf"
        if not made.is_file():
            raise UnreadableDocument("not_converted")
        return made.read_bytes()


def without_outside(data: bytes) -> bytes:
    """What the file would fetch from elsewhere while it is drawn is cut off; links to click on stay."""
    cut = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as package, zipfile.ZipFile(cut, "w", zipfile.ZIP_DEFLATED) as out:
        for info in package.infolist():
            part = package.read(info)
            if info.filename.endswith(".rels"):
                part = re.sub(OUTSIDE.pattern, "", part.decode()).encode()
            out.writestr(info.filename, part)
    return cut.getvalue()


def _arguments(home: Path) -> list[str]:
    """A profile of its own: no macro, no setting and no lock of another run."""
    profile = f"-env:UserInstallation=file://{home}/profile"
    quiet = ("--headless", "--invisible", "--norestore", "--nolockcheck", "--nodefault")
    return [profile, *quiet, "--convert-to", EXPORT, "--outdir", str(home), str(home / "paper.docx")]


def _run(command: list[str], home: Path) -> None:
    environment = {"HOME": str(home), "PATH": "/usr/bin:/bin", "TMPDIR": str(home), "LANG": "C.UTF-8"}
    try:
        running = subprocess.Popen(  # noqa: S603  the program is a setting; no word of a user's is in the command
            command,
            cwd=home,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        raise UnreadableDocument("not_converted") from None
    try:
        for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_FSIZE, FILE_SIZE)):
            resource.prlimit(running.pid, kind, (most, most))
        running.wait(timeout=SECONDS)
    except (subprocess.TimeoutExpired, ProcessLookupError):
        raise UnreadableDocument("not_converted") from None
    finally:
        with suppress(ProcessLookupError):
            killpg(running.pid, signal.SIGKILL)
        running.wait()
