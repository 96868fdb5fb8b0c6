"""What every document is made with: another edition may draw the same words otherwise."""

from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from django.contrib.staticfiles.finders import find

FILES = ("build/pdf.css", "build/fonts/SourceSans3-Regular.ttf", "build/fonts/SourceSans3-Semibold.ttf")


@cache
def edition() -> str:
    """Of the style sheet, the fonts, our own code and WeasyPrint, as a hash."""
    told = sha256(version("weasyprint").encode())
    styles = [Path(found) for name in FILES if (found := find(name))]
    for path in (*styles, *sorted(Path(__file__).parent.glob("*.py"))):
        told.update(path.read_bytes())
    return told.hexdigest()
