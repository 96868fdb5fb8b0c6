"""Which Chromium the tests drive."""

import os
import shutil

# The first is the same engine without a window, at half the processor time
PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser")


def chromium() -> str:
    """The path of CHROMIUM, or of the first that is installed."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, PROGRAMS)), None)
    assert path, "The browser tests need Chromium: run make setup, or set CHROMIUM to where it is."
    return path
