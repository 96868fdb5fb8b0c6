"""Files under the name of their own hash, on two shelves with a root each: open, and exempt.

Whoever is handed `public_files()` holds no way to the exempt shelf, not even by mistake.
"""

import os
import shutil
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.core.files.storage import FileSystemStorage, storages

OPEN, EXEMPT = "papers", "exempt_papers"
RENDERED = "rendered"


class Closed(Exception):
    """An exempt file was asked for by way of the open shelf."""


class Damaged(Exception):
    """A file is gone, or its bytes are no longer those that were kept."""


class Shelf(FileSystemStorage):
    """A folder of files that are whole or not there at all."""

    def keep(self, data: bytes) -> str:
        """The hash that it is found by."""
        name = sha256(data).hexdigest()
        path = self._place(name)
        if not (path.is_file() and path.read_bytes() == data):  # what was damaged is put right
            self._write(path, data)
        return name

    def take(self, name: str) -> bytes:
        """Raises Damaged."""
        try:
            data = self._place(name).read_bytes()
        except FileNotFoundError:
            raise Damaged(f"File {name} is not on its shelf.") from None
        if sha256(data).hexdigest() != name:
            raise Damaged(f"File {name} is not as it was kept.")
        return data

    def holds(self, name: str) -> bool:
        return self._place(name).is_file()

    def drop(self, name: str) -> None:
        self._place(name).unlink(missing_ok=True)

    def note(self, folder: str, name: str, data: bytes) -> None:
        """Beside the files: what can be made again from them at any time."""
        self._write(Path(self.path(f"{RENDERED}/{folder}/{name}")), data)

    def noted(self, folder: str, name: str) -> bytes | None:
        path = Path(self.path(f"{RENDERED}/{folder}/{name}"))
        return path.read_bytes() if path.is_file() else None

    def forget(self, folder: str, *, but: int = 0) -> None:
        """All that was noted in the folder, except the newest `but`."""
        below = Path(self.path(f"{RENDERED}/{folder}"))
        if not but:
            shutil.rmtree(below, ignore_errors=True)
        elif below.is_dir():
            for old in sorted(below.iterdir(), key=lambda one: one.stat().st_mtime_ns, reverse=True)[but:]:
                old.unlink(missing_ok=True)

    def _place(self, name: str) -> Path:
        return Path(self.path(f"{name[:2]}/{name}"))

    def _write(self, path: Path, data: bytes) -> None:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, prefix=".new-", delete=False) as file:
            try:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
                Path(file.name).replace(path)
            except BaseException:
                Path(file.name).unlink(missing_ok=True)
                raise


@dataclass(frozen=True, slots=True)
class Files:
    """`exempt` is None for whoever makes something public."""

    open: Shelf
    exempt: Shelf | None

    def shelf(self, *, is_exempt: bool) -> Shelf:
        if not is_exempt:
            return self.open
        if self.exempt is None:
            raise Closed("Whatever is made for the public opens no exempt file.")
        return self.exempt


def public_files() -> Files:
    return Files(storages[OPEN], None)


def all_files() -> Files:
    return Files(storages[OPEN], storages[EXEMPT])
