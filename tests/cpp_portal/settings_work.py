"""Starts the settings in a nursery's child, where the packages they stand on are loaded already."""

import json
import os
import traceback

import csp.constants
import dj_database_url
import pghistory
import structlog

__all__ = ["csp", "dj_database_url", "pghistory", "structlog", "work"]


def work(data: bytes) -> bytes:
    """With this environment and no other; what Python would say of a failure."""
    os.environ.clear()
    os.environ.update(json.loads(data))
    try:
        import cpp_portal.settings  # noqa: F401
    except Exception:
        return traceback.format_exc().encode()
    return b"started"
