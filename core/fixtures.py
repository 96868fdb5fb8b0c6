"""Reads the project's own data files; fixtures/README.md says where each figure comes from."""

import csv
import json
from typing import Any

from django.conf import settings

FOLDER = settings.BASE_DIR / "fixtures"


def read_csv(name: str) -> list[dict[str, str]]:
    """The rows of fixtures/<name>.csv by heading, every cell as text."""
    with (FOLDER / f"{name}.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def read_json(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def is_yes(text: str) -> bool:
    return text == "yes"
