"""Reads settings from the environment and says in a sentence what is missing or wrong."""

import os
import re
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

YES_OR_NO = {
    "1": True,
    "yes": True,
    "true": True,
    "on": True,
    "0": False,
    "no": False,
    "false": False,
    "off": False,
}
WHOLE_NUMBER = re.compile(r"[+-]?[0-9]{1,9}")
HOST_NAME = re.compile(r"\.?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*|\[[0-9A-Fa-f:]+\]")
LAST_PORT = 65_535
SHORTEST_KEY, FEWEST_CHARACTERS = 50, 10
# Words that stand in a key until somebody puts a real one there; chance does not write them
PLACEHOLDER = re.compile("change|replace|placeholder|example|insecure|secret|random|password", re.IGNORECASE)


def text(name: str, default: str | None = None) -> str:
    """A default of "" says that it may be empty."""
    value = os.environ.get(name, default)
    if value is None or (not value.strip() and default is None):
        raise ImproperlyConfigured(f"Set {name} in the environment. docs/deployment.md says what it is for.")
    if default and not value.strip():
        raise ImproperlyConfigured(f"{name} is empty: set it, or take it out of the environment.")
    return value


def secret_key(name: str) -> str:
    """Never part of what is said about it."""
    value = text(name)
    is_short = len(value) < SHORTEST_KEY
    if is_short or PLACEHOLDER.search(value) or len(set(value)) < FEWEST_CHARACTERS:
        what = "is too short" if is_short else "looks like a placeholder"
        raise ImproperlyConfigured(f"{name} {what}: set it to {SHORTEST_KEY} or more random characters.")
    return value


def host_names(name: str) -> list[str]:
    names = listed(name)
    for host in names or [""]:
        if not HOST_NAME.fullmatch(host):
            raise ImproperlyConfigured(
                f"{name} is {os.environ[name]!r}: set it to the names the portal is reached by,"
                " like portal.council.example, without https:// and without a port."
            )
    return names


def database(name: str) -> dict[str, Any]:
    """What it says about a bad address does not repeat it: there is a password in it."""
    address = text(name)
    try:
        settings = dj_database_url.parse(address, conn_max_age=60, conn_health_checks=True)
        is_postgresql = "postgresql" in settings["ENGINE"] and settings["NAME"]
    except ValueError:
        is_postgresql = False
    if not is_postgresql:
        raise ImproperlyConfigured(
            f"{name} must name a PostgreSQL database, like postgres://user:password@host:5432/portal."
        )
    return settings


def class_name(name: str, default: str) -> str:
    """The dotted name of a class that can be imported. Settings are not ready yet, so it is only looked for."""
    value = text(name, default)
    module, _, _ = value.rpartition(".")
    try:
        is_there = bool(module and find_spec(module))
    except (ImportError, ValueError):
        is_there = False
    if not is_there:
        raise ImproperlyConfigured(f"{name} is {value!r}: set it to the name of a class, like {default}.")
    return value


def yes_or_no(name: str, *, default: bool) -> bool:
    value = os.environ.get(name)
    if value is None or value == "":
        return default
    return _converted(name, value, lambda v: YES_OR_NO[v.strip().lower()], "yes or no")


def whole_number(name: str, *, default: int, at_least: int = 0, at_most: int | None = None) -> int:
    value = os.environ.get(name)
    if value is None or value == "":
        return default
    if not WHOLE_NUMBER.fullmatch(value.strip()):
        raise ImproperlyConfigured(f"{name} is {value!r}: set it to a whole number.")
    number = int(value)
    if number < at_least:
        raise ImproperlyConfigured(f"{name} is {number}: set it to {at_least} or more.")
    if at_most is not None and number > at_most:
        raise ImproperlyConfigured(f"{name} is {number}: set it to {at_most} or less.")
    return number


def listed(name: str, default: str | None = None) -> list[str]:
    """Values between commas, spaces trimmed, empty ones left out."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def one_of(name: str, choices: tuple[str, ...], *, default: str) -> str:
    value = text(name, default)
    if value not in choices:
        raise ImproperlyConfigured(f"{name} is {value!r}: set it to one of {', '.join(choices)}.")
    return value


def web_address(name: str, *, https: bool) -> str:
    value = text(name)
    allowed = ("https",) if https else ("https", "http")
    if urlsplit(value).scheme not in allowed or not urlsplit(value).hostname:
        raise ImproperlyConfigured(f"{name} is {value!r}: set it to a web address beginning https://.")
    return value.rstrip("/")


def origin(address: str) -> str:
    """Scheme and host of a web address."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def _converted(name: str, value: str, convert: Callable[[str], Any], wanted: str) -> Any:
    try:
        return convert(value)
    except (KeyError, ValueError):
        raise ImproperlyConfigured(f"{name} is {value!r}: set it to {wanted}.") from None
