"""The project's own files, as git lists them: tracked, or new and not ignored."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@cache
def files(*suffixes: str) -> list[str]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    return [name for name in listed if name.endswith(suffixes or "") and (ROOT / name).is_file()]


@cache
def text(name: str) -> str:
    return (ROOT / name).read_text()


def production_code() -> list[str]:
    return [name for name in files(".py") if not name.startswith(("tests/", "benchmarks/"))]
