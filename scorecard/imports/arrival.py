"""A file as it arrives: its bytes, its tidied name, what it is by its hash."""

import re
from dataclasses import dataclass
from hashlib import sha256

from core.workbook import HISTORY, MONTHLY, Workbook, read_workbook
from scorecard.imports.layout import shown

EXTENSIONS = ("xlsx", "ods", "csv")
LONGEST_NAME = 255


@dataclass(frozen=True, slots=True)
class Arrival:
    data: bytes
    original_name: str
    is_history: bool = False

    @property
    def name(self) -> str:
        """What the register shows: no path, nothing invisible, of bounded length with its ending kept."""
        name = shown(re.split(r"[/\\]", self.original_name)[-1]) or "unnamed file"
        return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 20]}…{name[-19:]}"

    @property
    def extension(self) -> str:
        """One that can be read, or nothing."""
        ending = self.name.rpartition(".")[2].lower()
        return ending if "." in self.name and ending in EXTENSIONS else ""

    @property
    def sha256(self) -> str:
        return sha256(self.data).hexdigest()

    def read(self) -> Workbook:
        """In the limited child process. Raises UnreadableWorkbook."""
        return read_workbook(self.data, filename=self.name, limits=HISTORY if self.is_history else MONTHLY)
